"""Citations: ours against eyecite, the best known finder of legal citations, on the same text.

Eyecite knows the reporters of the United States and no symbol of the United Nations, so the two are
compared in speed; what each finds of a small table of its own and the other's citations is stated,
to show that both were at work.
"""

import os
from functools import partial
from pathlib import Path

from bench.result import Result, implausible, interleaved, medians
from whimbrel.citations import find

FLOOR = 4.0
"""Times faster than eyecite's default tokenizer."""
ROUNDS, COPIES = 5, 150
OURS = (
    ("its resolutions 71/3 of 5 May 2017 and 72/4", ("A/RES/71/3", "A/RES/72/4")),
    ("Human Rights Council resolution 16/9 and A/HRC/40/7", ("A/HRC/RES/16/9", "A/HRC/40/7")),
    ("Security Council resolution 2222 (2015)", ("S/RES/2222 (2015)",)),
    ("decision 15/9 of the Conference of the Parties to the Convention on Biological Diversity",
     ("CBD/COP/DEC/15/9",)),
    ("decisions 1/CP.19 and 3/CMA.2", ("FCCC/Decision/1/CP.19", "FCCC/Decision/3/CMA.2")),
    ("CITES Resolution Conf. 9.9 (Rev. CoP18)", ("CITES/Resolution/Conf. 9.9 (Rev. CoP18)",)),
    ("UNEP/CMS/COP14 Doc. 9.1", ("UNEP/CMS/COP14/Doc.9.1",)),
)  # fmt: skip
THEIRS = ("Brown v. Board of Education, 347 U.S. 483 (1954)", "Roe v. Wade, 410 U.S. 113 (1973)")
BODY = "A/RES/73/1"
Text = tuple[str, str | None]
"""Words and their language."""


def bench() -> Result:
    """Paragraphs one by one, as a document is read, and whole documents."""
    texts, what = documents()
    paragraphs = [(line, language) for text, language in texts for line in text.splitlines()]
    size = sum(len(text) for text, _ in texts) / 1e6
    lines = [f"{what}, {size:.2f} million characters"]
    lines.append("milliseconds                      whimbrel  eyecite  ratio   found by each")
    ratios, wrong = [], list(at_work())
    for name, given in (("paragraph by paragraph", paragraphs), ("document by document", texts)):
        times = interleaved(
            {"ours": partial(ours, given), "peer": partial(peer, given)}, rounds=ROUNDS
        )
        middle = medians(times)
        ratios.append(middle["peer"] / middle["ours"])
        row = (middle["ours"] * 1000, middle["peer"] * 1000, ratios[-1], ours(given), peer(given))
        lines.append("{:<32} {:9.0f} {:8.0f} {:6.1f}   {} / {}".format(name, *row))
        wrong += implausible(times)
    lines.append(
        f"of {len(wanted())} citations of COP and UN documents in our table: "
        f"whimbrel {recall_of_ours()}, eyecite {recall_of_peer()}; eyecite's own: "
        f"{peer(own())} of {len(THEIRS)}"
    )
    lines.append(f"eyecite with its default tokenizer; floor: {FLOOR:.0f} times faster")
    return Result(
        name="Citations, whimbrel / eyecite",
        lines=tuple(lines),
        met=min(ratios) >= FLOOR,
        wrong=tuple(wrong),
    )


def documents() -> tuple[list[Text], str]:
    """Resolutions of the shared corpus; without it, sentences of our own again and again."""
    folder = Path(os.environ.get("WHIMBREL_CORPUS") or "../shared") / "corpus" / "un"
    if not folder.exists():
        words = "\n".join([*(text for text, _ in OURS), *THEIRS] * COPIES)
        return [(words, "en")], "composed sentences"
    files = sorted(folder.glob("*.xml"))
    texts = [(text_of(file), file.stem.rpartition(".")[2]) for file in files]
    return texts, f"{len(files)} resolutions of the shared corpus"


def text_of(file: Path) -> str:
    """The paragraphs of a document in Akoma Ntoso, one a line."""
    from lxml import etree

    paragraphs = etree.parse(file).iterfind(".//{*}p")
    return "\n".join(" ".join("".join(one.itertext()).split()) for one in paragraphs)


def ours(texts: list[Text]) -> int:
    """How many citations Whimbrel finds, resolved."""
    return sum(len(find(text, body=BODY, language=language)) for text, language in texts)


def peer(texts: list[Text]) -> int:
    """How many citations eyecite finds."""
    from eyecite import get_citations
    from eyecite.models import CaseCitation

    found = (one for text, _ in texts for one in get_citations(text))
    return sum(isinstance(one, CaseCitation) for one in found)


def own() -> list[Text]:
    """What eyecite must find."""
    return [(text, "en") for text in THEIRS]


def wanted() -> list[tuple[str, str]]:
    """(text, target) of our table."""
    return [(text, target) for text, targets in OURS for target in targets]


def recall_of_ours() -> int:
    """How many targets of our table Whimbrel finds."""
    return sum(target in {one.target for one in find(text, body=BODY)} for text, target in wanted())


def recall_of_peer() -> int:
    """How many citations of our table eyecite finds anything of."""
    return peer([(text, "en") for text, _ in OURS])


def at_work() -> list[str]:
    """Why the figures mean nothing: one of the two did not find what it must."""
    out = []
    if recall_of_ours() < len(wanted()):
        out.append(f"whimbrel found {recall_of_ours()} of {len(wanted())} citations of our table")
    if peer(own()) < len(THEIRS):
        out.append(f"eyecite found {peer(own())} of {len(THEIRS)} of its own citations")
    return out
