"""DOCX: our full structure against the bare text that python-docx gives."""

import tempfile
from functools import partial
from pathlib import Path

from bench.inputs import recall, resolutions, word
from bench.result import Result, implausible, interleaved, medians
from whimbrel import read
from whimbrel.document import Document, walk

FLOOR = 1.0
"""Times of python-docx."""
ROUNDS, BODIES = 9, 10


def bench() -> Result:
    """Ten specimens in one file, some thirty pages; and resolutions, where the corpus is there."""
    lines: list[str] = ["milliseconds                      whimbrel  python-docx  ratio  recall"]
    ratios: list[float] = []
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inputs = {"specimen, 30 pages": [word(folder, bodies=BODIES)]}
        if files := resolutions(folder):
            inputs[f"{len(files)} resolutions, rendered"] = files
        for what, files in inputs.items():
            contenders = {"ours": partial(ours, files), "peer": partial(peer, files)}
            times = interleaved(contenders, rounds=ROUNDS)
            middle = medians(times)
            share = recall(peer(files), words(ours(files)))
            ratios.append(middle["ours"] / middle["peer"])
            row = (middle["ours"] * 1000, middle["peer"] * 1000, ratios[-1], share)
            lines.append("{:<32} {:9.1f} {:12.1f} {:6.2f} {:7.4f}".format(what, *row))
            if share < 0.98:
                wrong.append(f"{what}: only {share:.3f} of python-docx's words were read")
            wrong += implausible(times)
    lines.append(f"the whole tree against text without numbers; floor: ratio at most {FLOOR:.2f}")
    return Result(
        name="DOCX, whole structure / python-docx, bare text",
        lines=tuple(lines),
        met=max(ratios) <= FLOOR,
        wrong=tuple(wrong),
    )


def peer(files: list[Path]) -> str:
    """The text of python-docx, as everybody takes it."""
    import docx

    return "\n".join("\n".join(p.text for p in docx.Document(str(f)).paragraphs) for f in files)


def ours(files: list[Path]) -> list[Document]:
    """The tree of every file."""
    return [read(file) for file in files]


def words(documents: list[Document]) -> str:
    """Every word that was read, from the trees."""
    found: list[str] = []
    for document in documents:
        found += document.masthead.lines
        for place in walk(document):
            found += (place.node.label or "", place.node.text)
    return "\n".join(found)
