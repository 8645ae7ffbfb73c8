"""Ends of paragraphs that go and come: Word and LibreOffice mark one and the same change in several
ways, and here it has one."""

from collections.abc import Sequence
from dataclasses import replace

from whimbrel.reading.passages import State
from whimbrel.reporting.returned_words import Bits, Prepared, sent


def settle_ends(found: Sequence[Prepared]) -> None:
    """Bring the passages of running text, in the order of the file, into one way of marking.

    Whoever takes out a paragraph from the end of the one before deletes the wrong end; whoever
    types over the end of a paragraph has one end deleted and another inserted.
    """
    waiting = True
    while waiting:  # An end that was settled may settle the one before; each time fewer are left.
        waiting = sum(settled(found, at) for at in range(len(found))) > 0


def settled(found: Sequence[Prepared], at: int) -> bool:
    """True where the end of a passage was marked deleted, and need not be."""
    each = found[at]
    if each.end.state is not State.DELETED or vanished(each):
        return False
    over_emptied(found, at)
    if each.end.state is State.DELETED:
        following = next((one for one in found[at + 1 :] if not vanished(one)), None)
        if following is not None:
            cancelled(each, following)
    return each.end.state is not State.DELETED


def vanished(one: Prepared) -> bool:
    """True where nothing is left of a passage, its end included."""
    nothing = one.empty or (one.gone and len(one.segments) == 1)
    return nothing and one.end.state is State.DELETED


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
    """A deleted end and an inserted one with nothing kept between them are one kept end.

    What was inserted between them stands behind the end that comes first in the file and ahead of
    the other; what was deleted there belongs to the paragraph that it was sent in.
    """
    last = len(each.segments) - 1
    if each.gone and each.core == (last, last):
        return
    if last > 0 and not keeps(each.segments[-1]):
        between = each.segments.pop()
        each.ends.pop()
        each.segments[-1] += [bit for bit in between if sent(bit)]
        later.segments[0][:0] = [bit for bit in between if not sent(bit)]
    elif each.unit is None and not each.bearing and not each.empty:
        # What was typed into an empty paragraph, whose end then went.
        later.segments[0][:0] = each.segments[-1]
        each.segments[-1] = []
        return
    elif len(later.segments) > 1 and not keeps(later.segments[0]):
        between = later.segments.pop(0)
        later.ends.pop(0)
        each.segments[-1] += [bit for bit in between if not sent(bit)]
        later.segments[0][:0] = [bit for bit in between if sent(bit)]
    else:
        return
    each.end = replace(each.end, state=State.KEPT)


def keeps(bits: Bits) -> bool:
    """True where words stay as they were sent."""
    return any(bit.state is State.KEPT for bit in bits)
