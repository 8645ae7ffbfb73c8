"""The words of a passage as they come, made into stretches whose original words have single spaces
only."""

from dataclasses import dataclass, replace
from enum import StrEnum

from whimbrel.reading.passages import NOBODY, Anchor, Hand, State, Stretch


class Sign(StrEnum):
    """What stands between words and is none."""

    BOOKMARK = "bookmark"
    OPENS = "opens"
    """A comment hangs on the words from here."""
    CLOSES = "closes"
    """A comment hangs on the words up to here."""
    NAMED = "named"
    """A comment is called here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Words in one state, or a sign; its `text` is then a name or number."""

    text: str = ""
    state: State = State.KEPT
    hand: Hand = NOBODY
    move: str | None = None
    sign: Sign | None = None

    @property
    def here(self) -> bool:
        """Words that stood there before the tracked changes."""
        return self.sign is None and self.state is not State.INSERTED

    @property
    def typed(self) -> bool:
        """Words that were inserted, and no end of a paragraph."""
        return self.sign is None and self.state is State.INSERTED and self.text != "\n"


Met = tuple[Sign, str, int]
"""A sign of a comment, its number, and the characters before it."""


def settled(items: list[Item]) -> tuple[tuple[Stretch, ...], tuple[Anchor, ...], list[Met]]:
    """Stretches, bookmarks and signs of comments of a passage."""
    items = single_spaced(items)
    stretches: list[Stretch] = []
    signs: list[Met] = []
    offset = 0
    for item in items:
        if item.sign is not None:
            signs.append((item.sign, item.text, offset))
            continue
        if not item.text:
            continue
        offset += len(item.text)
        last = stretches[-1] if stretches else None
        if last is not None and alike(last, item):
            stretches[-1] = replace(last, text=last.text + item.text)
        else:
            stretches.append(
                Stretch(text=item.text, state=item.state, hand=item.hand, move=item.move)
            )
    anchors = tuple(
        Anchor(name=name, offset=at) for sign, name, at in signs if sign is Sign.BOOKMARK
    )
    return tuple(stretches), anchors, [each for each in signs if each[0] is not Sign.BOOKMARK]


def alike(last: Stretch, item: Item) -> bool:
    """True where words go on in one state by one author: Word notes the time run by run."""
    if last.state is not item.state:
        return False
    if item.state is State.KEPT:
        return True
    return last.hand.author == item.hand.author and last.move == item.move


def single_spaced(items: list[Item]) -> list[Item]:
    """The same without spaces that the original words have too many of.

    Before `word [new]` nothing stands after `word` in a Document: the space belongs to what was
    inserted beside it.
    """
    out = list(items)
    at_space = True
    last: int | None = None
    for at, item in enumerate(out):
        if not item.here or not item.text:
            continue
        if at_space and item.text.startswith(" "):
            spare(out, at, front=True)
        if out[at].text:
            at_space, last = out[at].text.endswith(" "), at
    if last is not None and out[last].text.endswith(" "):
        spare(out, last, front=False)
        # What was one space alone leaves the end of the words before it bare.
        return out if out[last].text else single_spaced(out)
    return out


def spare(items: list[Item], at: int, *, front: bool) -> None:
    """Take one space off an item's front or end; an insertion beside it has it."""
    item = items[at]
    items[at] = replace(item, text=item.text[1:] if front else item.text[:-1])
    if item.state is not State.KEPT:
        return
    before, after = beside(items, at, -1), beside(items, at, 1)
    if before is not None and (front or not items[at].text):
        items[before] = replace(items[before], text=items[before].text + " ")
    elif after is not None and (not front or not items[at].text):
        items[after] = replace(items[after], text=" " + items[after].text)


def beside(items: list[Item], at: int, step: int) -> int | None:
    """The index of the inserted words next to an item, signs and nothing passed by."""
    at += step
    while 0 <= at < len(items) and (items[at].sign is not None or not items[at].text):
        at += step
    return at if 0 <= at < len(items) and items[at].typed else None
