"""`whimbrel show`: a document in the terminal, with what was understood of it in the margin."""

import shutil
import textwrap
from collections import defaultdict
from functools import partial
from itertools import zip_longest
from pathlib import Path

import click

from whimbrel.cli.files import show as put
from whimbrel.cli.single import Told, remark, told
from whimbrel.document import Kind, Placed
from whimbrel.engagements import Engagement, Extract
from whimbrel.engagements.decisions import Provision
from whimbrel.engagements.passage import Passage
from whimbrel.reading import examine

NARROW, WIDE = 60, 200
MARGIN = 0.4
"""The part of the line that the margin has."""
LONG_LABEL = 8


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--width",
    type=click.IntRange(NARROW, WIDE),
    default=None,
    metavar="N",
    help="Characters in a line. [default: those of the terminal]",
)
def show(file: Path, width: int | None) -> None:
    """Print a document, and beside each paragraph what was understood of it.

    In the margin stand decisions and whom they ask, what became of them, engagements with partner
    and date, views
    and who holds them, agreements and how they stand, and the texts that are cited. A question mark
    is a reading
    of ours.
    """
    columns = width or min(WIDE, max(NARROW, shutil.get_terminal_size().columns))
    text, remarks = told(file, partial(shown, width=columns))
    put(text)
    remark(file, remarks)


def shown(path: str, *, width: int) -> Told:
    """(the page, remarks) of a file. Runs in a process of its own."""
    from whimbrel.engagements import extract

    found = examine(path)
    facts = extract(found.document)
    return page(facts, width), (*found.remarks, *facts.missing)


def page(told: Extract, width: int) -> str:
    """The document and its margin as text."""
    margin = int(width * MARGIN)
    notes = margin_notes(told)
    lines: list[str] = []
    head = told.document.masthead
    lines += [line.center(width).rstrip() for line in head.lines] or ["(no first page)"]
    for passage in told.passages:
        lines.append("")
        lines += beside(
            left(passage, width - margin - 3), notes[passage.address], width - margin - 3, margin
        )
    return "\n".join(lines) + "\n"


def left(passage: Passage, width: int) -> list[str]:
    """The words of a passage with their label, indented as they stand."""
    node, level = passage.placed.node, depth(passage.placed)
    label = f"{node.label} " if node.label else ""
    if passage.kind in (Kind.HEADING, Kind.ANNEX):
        return textwrap.wrap(f"{'#' * passage.placed.level} {label}{passage.text}", width) or [
            label
        ]
    indent = "  " * min(level, 4)
    rows = passage.text.split("\n") if node.rows else [passage.text]
    out: list[str] = []
    for number, row in enumerate(rows):
        first = indent + (label if number == 0 else "")
        out += textwrap.wrap(
            row,
            width,
            initial_indent=first,
            subsequent_indent=indent + " " * min(len(label), LONG_LABEL),
        ) or [first]
    return out


def depth(placed: Placed) -> int:
    """How far a node is indented: headings are no steps."""
    return sum(node.kind not in (Kind.HEADING, Kind.ANNEX, Kind.DIRECTED) for node in placed.within)


def beside(text: list[str], notes: list[str], width: int, margin: int) -> list[str]:
    """Two columns: the words, and the notes wrapped to the margin."""
    side = [
        line for note in notes for line in textwrap.wrap(note, margin, subsequent_indent="    ")
    ]
    return [
        f"{a or '':{width}} | {b or ''}".rstrip(" |") if not b else f"{a or '':{width}} | {b}"
        for a, b in zip_longest(text, side)
    ]


def margin_notes(told: Extract) -> dict[str, list[str]]:
    """Address -> the notes beside it, in the order in which a reader wants them."""
    notes: dict[str, list[str]] = defaultdict(list)
    for provision in told.provisions:
        notes[provision.address].append(asked(provision, told))
    for draft in told.drafts:
        relation = f"renews {draft.renews}" if draft.renews else "new"
        twice = "; its number is given twice" if draft.duplicate else ""
        notes[draft.address].append(f"draft {draft.ref}: {relation}{twice}")
    for status in told.statuses:
        doubt = "" if status.explicit else " ?"
        reason = f" ({status.reason.value})" if status.reason else ""
        for quote in status.quotes:
            notes[quote.span.eid].append(f"{status.provision}: {status.status}{reason}{doubt}")
    for engagement in told.engagements:
        notes[engagement.sentence.span.eid].append(done(engagement))
    for position in told.positions:
        notes[position.quote.span.eid].append(f"view of {position.holder}: {position.stance}")
    for agreement in told.agreements:
        years = (
            f" {agreement.valid_from or ''}-{agreement.valid_to or ''}"
            if agreement.valid_from
            else ""
        )
        notes[agreement.quote.span.eid].append(
            f"{agreement.kind}: {agreement.name}{years}, {agreement.state}"
        )
    for passage in told.passages:
        targets = dict.fromkeys(
            one.target or f"{one.surface} (not known)" for one in passage.citations
        )
        notes[passage.address] += [f"-> {target}" for target in targets]
    return notes


def asked(provision: Provision, told: Extract) -> str:
    """A provision in a line: who is asked, how strongly, on what condition, by when."""
    from whimbrel.mandates.understand import understand

    language = told.document.masthead.language or "en"
    found = understand(provision.whole, language=language, context=provision.directed)
    who = ", ".join(dict.fromkeys(one.who.value for one in found.addressees)) or "nobody named"
    words = [f"{provision.id}: {found.force.value} to {who}"]
    words += [one.words for one in found.conditions]
    if found.due_code:
        words.append(f"due {found.due_code}")
    status = next((one for one in told.statuses if one.provision == provision.id), None)
    if status is not None:
        words.append(f"{status.status}{'' if status.explicit else ' ?'}")
    return "; ".join(words)


def done(one: Engagement) -> str:
    """An engagement in a line: what, when, where, with whom."""
    parts = ["(announces) " + one.kind.value if one.umbrella else one.kind.value, one.state]
    if one.mode:
        parts.append(one.mode.value)
    if one.when:
        parts.append(one.when.words)
    if one.place:
        country = one.venue_country or one.inferred_country
        doubt = " ?" if country is not None and not country.sure else ""
        parts.append(one.place.value + (f" ({country.value}{doubt})" if country else ""))
    if one.partners:
        parts.append("with " + ", ".join(dict.fromkeys(each.short for each in one.partners)))
    if one.countries_concerned:
        parts.append("on " + ", ".join(each.value for each in one.countries_concerned))
    return "; ".join(parts)
