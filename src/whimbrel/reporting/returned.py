"""A paper that comes back from Word: each change and comment at its place in the paper that was
sent, for an officer to accept or refuse."""

from collections.abc import Iterable, Sequence

from whimbrel.document import Document
from whimbrel.document.normal import text as squeezed
from whimbrel.document.walk import clean
from whimbrel.reading.passages import Passage, Returned
from whimbrel.reporting.returned_apply import accepted, applied
from whimbrel.reporting.returned_change import (
    AnotherDocument,
    Change,
    Landing,
    Matching,
    Proposal,
)
from whimbrel.reporting.returned_drafts import Drafts
from whimbrel.reporting.returned_ends import settle_ends
from whimbrel.reporting.returned_moves import in_one, keyed
from whimbrel.reporting.returned_pairs import ALIKE, Pair, Pairing, in_order, likeness
from whimbrel.reporting.returned_tables import tables
from whimbrel.reporting.returned_units import Unit, units
from whimbrel.reporting.returned_words import Prepared, prepared

__all__ = [
    "AnotherDocument",
    "Change",
    "Landing",
    "Matching",
    "Proposal",
    "accepted",
    "applied",
    "matched",
]
VERY_ALIKE = 0.8
"""Without a bookmark, a paragraph speaks for the same document only where so many words are the
same: papers of one house share their phrases."""
SHARE = 0.25
"""Of the words sent, or of those that came back, so much is found on the other side; a file with
less is another document."""


def matched(sent: Document, returned: Returned, *, printed: Returned | None = None) -> Matching:
    """Every change and comment of a returned file at its place in the paper that was sent.

    `printed`: the file as it was sent, which tells what in a file is no paragraph of the paper (its
    masthead, a heading that the house style adds); without it that is guessed. AnotherDocument
    where too few words are the same.
    """
    ours = units(sent)
    passages = returned.passages
    names = {
        at: tuple(anchor.name for anchor in passage.anchors) for at, passage in enumerate(passages)
    }
    grids = tables(passages, ours, names)
    pairs = paired(passages, ours, names, grids.taken)
    compare(sent, returned, ours, pairs, grids.cells)
    drafts = Drafts(passages=passages, units=ours)
    running = running_text(sent, passages, pairs, ours, grids.taken, printed, drafts)
    settle_ends(running)
    kept = in_order([each.unit for each in running if each.unit is not None])
    order = iter(range(len(running)))
    for each in running:
        drafts.passage(each, moved=each.unit is not None and next(order) not in kept)
    for at, unit in grids.cells:
        drafts.inside(ready(at, passages[at], unit, ours))
    for row in grids.rows:
        drafts.row(row)
    notes(passages, pairs, ours, drafts)
    drafts.missing(grids.settled)
    drafts.comments(returned.comments)
    found = [pair for pair in pairs if ours[pair.unit].words or pair.bookmarked]
    return Matching(
        changes=keyed(in_one(drafts.sorted())),
        paragraphs=sum(1 for unit in ours if unit.words),
        bookmarked=sum(pair.bookmarked for pair in found),
        alike=sum(not pair.bookmarked for pair in found) + len(grids.cells),
        formatting=returned.formatting,
        remarks=(*returned.remarks, *grids.remarks),
    )


def paired(
    passages: Sequence[Passage],
    ours: Sequence[Unit],
    names: dict[int, tuple[str, ...]],
    taken: set[int],
) -> list[Pair]:
    """Running text with running text, footnotes with footnotes."""
    out = []
    for note in (False, True):
        theirs = [
            (at, each)
            for at, each in enumerate(passages)
            if at not in taken and (each.note is not None) is note
        ]
        mine = [
            (at, unit)
            for at, unit in enumerate(ours)
            if unit.cell is None and (unit.part == "notes") is note
        ]
        pairing = Pairing(theirs, mine, names)
        out += pairing.done()
        if note and len(theirs) == len(mine):
            # As many as were sent: what is left belongs together by its place.
            for (at, _), (unit, _) in zip(theirs, mine, strict=True):
                pairing.pair(at, unit, sure=False)
            out = [pair for pair in out if pair.passage not in pairing.by_passage]
            out += pairing.by_passage.values()
    return sorted(out, key=lambda pair: pair.passage)


def compare(
    sent: Document,
    returned: Returned,
    ours: Sequence[Unit],
    pairs: Iterable[Pair],
    cells: Iterable[tuple[int, int]],
) -> None:
    """AnotherDocument where too few words are the same on both sides."""
    found, held, came_back = 0, 0, 0
    couples = [(pair.passage, pair.unit, pair.bookmarked) for pair in pairs]
    couples += [(at, unit, False) for at, unit in cells]
    for at, unit, bookmarked in couples:
        words, original = ours[unit].words, returned.passages[at].original
        if words and likeness(words, original) >= (ALIKE if bookmarked else VERY_ALIKE):
            found += 1
            held += len(words)
            came_back += len(original)
    total = sum(len(unit.words) for unit in ours)
    theirs = sum(len(each.original) for each in returned.passages)
    share = max(held / total if total else 0.0, came_back / theirs if theirs else 0.0)
    if total and share < SHARE:
        raise AnotherDocument(
            returned.name,
            sent.masthead.symbol or sent.masthead.title or "a paper without symbol and title",
            share,
            found,
            sum(1 for unit in ours if unit.words),
        )


def running_text(
    sent: Document,
    passages: Sequence[Passage],
    pairs: Sequence[Pair],
    ours: Sequence[Unit],
    taken: set[int],
    printed: Returned | None,
    drafts: Drafts,
) -> list[Prepared]:
    """The passages of running text that are paragraphs, or became some; what the house style prints
    around them is left out, and what was changed in it is told."""
    unit_of = {pair.passage: pair for pair in pairs}
    around = frame(sent, printed)
    first = min((pair.passage for pair in pairs if passages[pair.passage].note is None), default=0)
    out = []
    for at, passage in enumerate(passages):
        if at in taken or passage.note is not None:
            continue
        pair = unit_of.get(at)
        original = squeezed(passage.original) or ""
        if pair is not None:
            out.append(ready(at, passage, pair.unit, ours, pair))
        elif original and (original in around or (at < first and printed is None)):
            drafts.frame(prepared(at, passage, None))
        else:
            out.append(prepared(at, passage, None))
    return out


def frame(sent: Document, printed: Returned | None) -> set[str]:
    """The texts that a file shows and that are no paragraph of the paper."""
    if printed is not None:
        return {squeezed(each.original) or "" for each in printed.passages}
    head = sent.masthead
    texts = [*head.lines, head.symbol, head.title, head.meeting, head.venue, head.agenda_item]
    labels = {clean(unit.label) for unit in units(sent)} | {unit.label for unit in units(sent)}
    return {text for text in texts if text} | labels


def ready(
    at: int, passage: Passage, unit: int, ours: Sequence[Unit], pair: Pair | None = None
) -> Prepared:
    """A passage over the words of its unit."""
    found = prepared(at, passage, ours[unit])
    found.unit = unit
    if pair is not None:
        found.bookmarked, found.sure = pair.bookmarked, pair.sure
    return found


def notes(
    passages: Sequence[Passage], pairs: Sequence[Pair], ours: Sequence[Unit], drafts: Drafts
) -> None:
    """The changes inside footnotes, and the footnotes that are new."""
    unit_of = {pair.passage: pair for pair in pairs}
    for at, passage in enumerate(passages):
        if passage.note is None:
            continue
        pair = unit_of.get(at)
        if pair is None:
            drafts.note(at, passage)
        else:
            drafts.inside(ready(at, passage, pair.unit, ours, pair))
