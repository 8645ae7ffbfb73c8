"""Ends of paragraphs that go and come: Word and LibreOffice mark one and the same change in several
ways, and here it has one."""

from collections.abc import Sequence
from dataclasses import replace

from whimbrel.reading.passages import State
from whimbrel.reporting.returned_words import Bits, Prepared


def settle_ends(found: Sequence[Prepared]) -> None:
    """Bring the passages of running text, in the order of the file, into one way of marking.

    Whoever takes out a paragraph from the end of the one before deletes the wrong end; whoever
    types over the end of a paragraph has one end deleted and another inserted.
    """
    for at, each in enumerate(found):
        if each.end.state is not State.DELETED:
            continue
        over_emptied(found, at)
        if each.end.state is State.DELETED and at + 1 < len(found):
            cancelled(each, found[at + 1])


def over_emptied(found: Sequence[Prepared], at: int) -> None:
    """An end whose deletion takes out the emptied paragraphs behind it is kept: theirs are gone."""
    each = found[at]
    if each.gone or each.empty:
        return
    for later in found[at + 1 :]:
        if not (later.gone or later.empty) or len(later.segments) > 1:
            return
        if later.end.state is State.KEPT:
            later.end = replace(each.end, move=None)
            each.end = replace(each.end, state=State.KEPT)
            return


def cancelled(each: Prepared, later: Prepared) -> None:
    """A deleted end and an inserted one with nothing between that was sent are one kept end.

    What was inserted after the new end opens the next paragraph; what was inserted before the new
    end closes this one.
    """
    if each.unit is None or later.unit is None:
        return
    if each.core[1] < len(each.segments) - 1:
        moved: Bits = each.segments.pop()
        each.ends.pop()
        later.segments[0][:0] = moved
    elif later.core[0] > 0:
        each.segments[-1] += later.segments.pop(0)
        later.ends.pop(0)
    else:
        return
    each.end = replace(each.end, state=State.KEPT)
