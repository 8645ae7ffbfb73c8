"""`whimbrel demo --terminal`: what the reader finds in a specimen that was composed for it."""

import shutil
import tempfile
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from whimbrel import read
from whimbrel.citations import in_document
from whimbrel.demo import compose
from whimbrel.document import Document, Kind, Masthead, Placed, walk
from whimbrel.document.walk import numbered

ABOUT = """\
A progress report on business that never was: there is no Convention on Tidal Flat Birds.
It is a Word file: its numbers, letters and bullets are automatic, so no program that only copies
the text sees them. This is what Whimbrel reads in it."""
NEXT = """\
Next:  whimbrel demo --save specimen.docx        look at the specimen in a word processor
       whimbrel read specimen.docx --to html -o specimen.html
       whimbrel read FILE --to json              read a document of your own
       whimbrel cite FILE                        only what it cites"""
SHOWN = ("symbol", "title", "meeting", "venue", "starts", "ends", "date", "agenda_item", "language")
TITLES = (Kind.HEADING, Kind.ANNEX)
PLACE = 28
"""Columns for the address."""


def told() -> Iterator[str]:
    """The whole demonstration, as wide as the terminal."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "specimen.docx"
        file.write_bytes(compose())
        document = read(file)
    width = min(shutil.get_terminal_size((100, 24)).columns, 110)
    yield from shown(document, width=width)


def shown(document: Document, *, width: int) -> Iterator[str]:
    """The whole demonstration, line by line."""
    places = list(walk(document))
    cited = targets(document)
    yield from (ABOUT, "")
    yield from masthead(document.masthead)
    before = None
    for place in places:
        if opens(place, after=before):
            yield ""
        yield from block(place, cited.get(place.address, ()), width=width)
        before = place
    yield from ("", counted(places, cited), "", NEXT)


def targets(document: Document) -> dict[str, list[str]]:
    """What each paragraph cites, by address."""
    return {
        address: [citation.target or citation.surface for citation in found]
        for address, found in in_document(document).items()
        if found
    }


def masthead(masthead: Masthead) -> Iterator[str]:
    """What the first page says about the document."""
    for name in SHOWN:
        said = getattr(masthead, name)
        if said is not None:
            yield click.style(f"{name.replace('_', ' '):<{PLACE}}", dim=True) + click.style(
                str(said), bold=name in ("symbol", "title")
            )


def block(place: Placed, cited: Sequence[str], *, width: int) -> Iterator[str]:
    """One paragraph: its address, label and first words; under it, what it cites."""
    node = place.node
    indent = "  " * indentation(place)
    label = f"{node.label} " if node.label else ""
    words = node.text or "; ".join(" | ".join(row) for row in node.rows)
    room = max(20, width - PLACE - len(indent) - len(label))
    begun = textwrap.shorten(words, room, placeholder=" ...")
    address = click.style(f"{place.address:<{PLACE - 1}} ", dim=True)
    if len(place.address) >= PLACE:
        yield click.style(place.address, dim=True)
        address = " " * PLACE
    strong = node.kind in (*TITLES, Kind.DIRECTED)
    yield address + indent + click.style(label, fg="yellow") + click.style(begun, bold=strong)
    if cited:
        arrow = " " * PLACE + indent + "-> "
        yield click.style(
            textwrap.fill(
                ", ".join(dict.fromkeys(cited)),
                width,
                initial_indent=arrow,
                subsequent_indent=" " * len(arrow),
            ),
            fg="cyan",
        )


def opens(place: Placed, *, after: Placed | None) -> bool:
    """True where a new part begins: it is parted from what stands before by an empty line."""
    kind, kind_before = place.node.kind, after.node.kind if after else None
    if kind in TITLES:
        return kind_before not in TITLES
    return after is None or (kind is Kind.NOTE and kind_before is not Kind.NOTE)


def indentation(place: Placed) -> int:
    """How far in a paragraph is printed: headings do not push what stands under them."""
    return sum(node.kind not in TITLES for node in place.within)


def counted(places: Sequence[Placed], cited: Mapping[str, Sequence[str]]) -> str:
    """The sum of it, in a sentence."""
    kinds = Counter(place.node.kind for place in places)
    paragraphs = sum(
        place.node.kind is Kind.PARAGRAPH and numbered(place.node.label) for place in places
    )
    quoted = sum(place.node.kind is Kind.DECISION and place.quoted for place in places)
    return (
        f"{paragraphs} numbered paragraphs, {kinds[Kind.ITEM]} items, "
        f"{kinds[Kind.HEADING]} headings,\n"
        f"{quoted} quoted decisions and {kinds[Kind.DECISION] - quoted} draft ones, "
        f"{kinds[Kind.TABLE]} table, {kinds[Kind.NOTE]} footnotes,\n"
        f"{sum(map(len, cited.values()))} citations in {len(cited)} places."
    )
