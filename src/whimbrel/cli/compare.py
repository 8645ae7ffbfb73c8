"""`whimbrel compare`: two documents, their provisions paired, and what changed in each."""

import json
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

import click

from whimbrel.cli import single
from whimbrel.cli.files import fail
from whimbrel.mandates.compare import Comparison, Kind
from whimbrel.mandates.lineage import Wording
from whimbrel.mandates.pairing import Link, pair
from whimbrel.reading import examine

MARKS = {Kind.SAME: "{}", Kind.REMOVED: "[-{}-]", Kind.ADDED: "{{+{}+}}"}
TAGS = {Kind.SAME: "{}", Kind.REMOVED: "<del>{}</del>", Kind.ADDED: "<ins>{}</ins>"}
PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font-family: sans-serif; max-width: 48rem; margin: 2rem auto; line-height: 1.5; }}
del {{ color: #8b1a1a; background: #fbeaea; }}
ins {{ color: #14532d; background: #e8f5ec; }}
</style>
</head>
<body>
<h1>{title}</h1>
{body}</body>
</html>
"""


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@single.form("text", "json", "html")
@single.output()
def compare(old: Path, new: Path, form: str, output: Path | None) -> None:
    """Pair the provisions of two documents: what was renewed, amended, merged, split or replaced,
    what is new and what is gone.

    Of reports, only the decisions that they quote and draft are paired; what they tell is left out.
    Where one of the two has no decision, every paragraph of both is taken for a provision.

    In text, words that went stand in [-...-] and words that came in {+...+}.
    """
    before, after = provisions(old), provisions(new)
    if before["language"] != after["language"]:
        fail(
            f"{old} is in “{before['language']}” and {new} in “{after['language']}”:"
            " compare two documents in one language"
        )
    whole = not (decides(before) and decides(after))
    olds, news = wordings_of(before, whole=whole), wordings_of(after, whole=whole)
    links = pair(olds, news, language=str(before["language"]))
    rows = list(told(links, olds, news))
    if form == "json":
        single.give(single.as_json(map(plain, rows)), output)
        return
    if form == "html":
        title = f"{old.name} → {new.name}"
        language = str(before["language"])
        single.give(page(rows, title, language), output)
        return
    single.give("".join(f"{line}\n" for line in as_text(rows)), output)


def provisions(file: Path) -> dict[str, object]:
    """The language and provisions of a file, read in a process of its own."""
    text, remarks = single.told(file, listed)
    single.remark(file, remarks)
    found: dict[str, object] = json.loads(text)
    if not found["provisions"]:
        fail(f"{file}: no provision was found in it. Does it hold numbered paragraphs?")
    return found


def listed(path: str) -> single.Told:
    """(language and provisions as JSON, remarks) of a file."""
    from whimbrel.mandates import wordings

    found = examine(path)
    rows = [[one.path, one.text, asks] for one, asks in wordings.found(found.document)]
    language = found.document.masthead.language or "en"
    return json.dumps({"language": language, "provisions": rows}), found.remarks


def decides(read: dict[str, object]) -> bool:
    """True for a document with words of a decision or resolution."""
    rows = read["provisions"]
    assert isinstance(rows, list)
    return any(asks for _, _, asks in rows)


def wordings_of(read: dict[str, object], *, whole: bool) -> tuple[Wording, ...]:
    """The provisions as they were listed; `whole`: every paragraph, else those of decisions and
    resolutions."""
    rows = read["provisions"]
    assert isinstance(rows, list)
    return tuple(Wording(path=path, text=text) for path, text, asks in rows if whole or asks)


class Row:
    """A line of the answer: a link, something new (no old), or something gone (no new)."""

    def __init__(
        self, olds: Iterable[Wording], news: Iterable[Wording], link: Link | None = None
    ) -> None:
        self.olds, self.news, self.link = tuple(olds), tuple(news), link

    @property
    def label(self) -> str:
        """What became of it."""
        if self.link is not None:
            return self.link.verdict.label.value
        return "new" if self.news else "gone"

    @property
    def changed(self) -> Comparison | None:
        """The redline, where there is one."""
        return self.link.verdict.changed if self.link else None

    @property
    def why(self) -> str | None:
        """Why it is judged so."""
        return str(self.link.verdict.why) if self.link else None


def told(
    links: tuple[Link, ...], olds: tuple[Wording, ...], news: tuple[Wording, ...]
) -> Iterator[Row]:
    """Every provision once: the new ones in their order, then what is gone."""
    linked = {link.news[0]: link for link in links}
    taken = {number for link in links for number in link.news}
    for number, one in enumerate(news):
        link = linked.get(number)
        if link is not None:
            yield Row((olds[i] for i in link.olds), (news[j] for j in link.news), link)
        elif number not in taken:
            yield Row((), (one,))
    kept = {number for link in links for number in link.olds}
    yield from (Row((one,), ()) for number, one in enumerate(olds) if number not in kept)


def plain(row: Row) -> dict[str, object]:
    """A row as data."""
    return {
        "label": row.label,
        "old": [{"path": one.path, "text": one.text} for one in row.olds],
        "new": [{"path": one.path, "text": one.text} for one in row.news],
        "likeness": row.link.verdict.likeness if row.link else None,
        "why": row.why,
        "changed": row.changed.changed if row.changed else None,
        "parts": [[part.kind.value, part.words] for part in row.changed.parts]
        if row.changed
        else None,
    }


def heads(row: Row) -> str:
    """The numbers of both sides: "14.9 → 15.3"."""
    before, after = (", ".join(one.path for one in side) for side in (row.olds, row.news))
    return f"{before} → {after}" if before and after else before or after


def as_text(rows: list[Row]) -> Iterator[str]:
    """A block a row."""
    for row in rows:
        yield f"{heads(row)}  {row.label}" + (f": {row.why}" if row.why else "")
        if row.changed is not None and len(row.changed.parts) > 1:
            yield "    " + redline(row.changed, MARKS)
        elif row.changed is None:
            for mark, side in (("-", row.olds), ("+", row.news)):
                yield from (f"  {mark} {one.path}  {one.text}" for one in side)


def redline(changed: Comparison, marks: dict[Kind, str]) -> str:
    """Both wordings in one, what went and what came marked."""
    return " ".join(marks[part.kind].format(part.words) for part in changed.parts)


def page(rows: list[Row], title: str, language: str) -> str:
    """The same as a page."""
    body = "".join(f"{line}\n" for row in rows for line in section(row))
    return PAGE.format(title=escape(title), language=escape(language), body=body)


def section(row: Row) -> Iterator[str]:
    """The lines of one row."""
    yield f"<h2>{escape(heads(row))}</h2>"
    yield f"<p><strong>{row.label}</strong>{escape(f': {row.why}' if row.why else '')}</p>"
    if row.changed is not None:
        parts = (TAGS[part.kind].format(escape(part.words)) for part in row.changed.parts)
        yield f"<p>{' '.join(parts)}</p>"
        return
    for tag, side in (("del", row.olds), ("ins", row.news)):
        for one in side:
            yield f"<p>{escape(one.path)} <{tag}>{escape(one.text)}</{tag}></p>"
