"""The words of one passage over the words that were sent: what is kept, what goes, what comes, each
by whose hand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import groupby

from whimbrel.reading.passages import NOBODY, Hand, Passage, State
from whimbrel.reporting.returned_units import Unit, unlabelled

TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
MOST = 4000
"""Words of one paragraph that are compared one by one; beyond that it is replaced as a whole."""
Step = tuple[int, int, int, int]
"""Words [a:b] as sent stand as [c:d] in the file; equal where no step says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bit:
    """Words in one state over the words sent."""

    text: str
    state: State = State.KEPT
    hand: Hand = NOBODY
    move: str | None = None
    tracked: bool = True

    @property
    def by(self) -> tuple[str | None, bool, str | None]:
        """What neighbouring bits must share to be one change."""
        return self.hand.author, self.tracked, self.move


Bits = list[Bit]


@dataclass(slots=True, kw_only=True)
class Prepared:
    """A passage with its bits, cut where a paragraph end was inserted."""

    passage: int
    unit: int | None
    segments: list[Bits]
    ends: list[Bit]
    """The inserted paragraph ends between the segments."""
    end: Bit
    """The end of the paragraph as sent."""
    steps: list[Step] = field(default_factory=list)
    label: int = 0
    """Characters of the passage that are its printed number."""
    bookmarked: bool = False
    sure: bool = True

    @property
    def bearing(self) -> list[int]:
        """The segments that hold words as sent."""
        return [at for at, bits in enumerate(self.segments) if any(map(sent, bits))]

    @property
    def core(self) -> tuple[int, int]:
        """First and last segment of the paragraph itself; all others are new paragraphs."""
        bearing = self.bearing
        if bearing:
            return bearing[0], bearing[-1]
        # A paragraph sent without words: what was typed into it first is its own.
        return (0, 0) if self.unit is not None else (len(self.segments), len(self.segments) - 1)

    @property
    def gone(self) -> bool:
        """True where all that was sent is deleted, and nothing stands in its place."""
        low, high = self.core
        bits = [bit for each in self.segments[low : high + 1] for bit in each]
        return bool(bits) and all(bit.state is State.DELETED for bit in bits)

    @property
    def empty(self) -> bool:
        """True where it holds nothing at all."""
        return not any(self.segments)


def sent(bit: Bit) -> bool:
    """True for words that were sent."""
    return bit.state is not State.INSERTED


def steps(before: str, after: str) -> list[Step]:
    """Where two texts differ, word by word, as ranges of characters in both."""
    if before == after:
        return []
    left, right = TOKEN.findall(before), TOKEN.findall(after)
    front = 0
    while front < min(len(left), len(right)) and left[front] == right[front]:
        front += 1
    back = 0
    while back < min(len(left), len(right)) - front and left[-1 - back] == right[-1 - back]:
        back += 1
    inner_left, inner_right = left[front : len(left) - back], right[front : len(right) - back]
    one, other = offsets(left), offsets(right)
    if max(len(inner_left), len(inner_right)) > MOST:
        return [(one[front], one[len(left) - back], other[front], other[len(right) - back])]
    matcher = SequenceMatcher(None, inner_left, inner_right, autojunk=False)
    found: list[Step] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        step = one[front + a], one[front + b], other[front + c], other[front + d]
        if found and not before[found[-1][1] : step[0]].strip():
            # Two words in a row that changed are one change, with the space between them.
            found[-1] = found[-1][0], step[1], found[-1][2], step[3]
        else:
            found.append(step)
    return found


def offsets(tokens: list[str]) -> list[int]:
    """Where each token begins, and where the last one ends."""
    out = [0]
    for token in tokens:
        out.append(out[-1] + len(token))
    return out


def prepared(at: int, passage: Passage, unit: Unit | None) -> Prepared:
    """A passage over the words of its unit, or by itself where it has none."""
    original = passage.original
    label = unlabelled(original, unit) if unit is not None else 0
    words = unit.words if unit is not None else original
    found = steps(words, original[label:])
    bits = list(over(words, passage, label, found))
    end = Bit(text="\n", state=passage.end.state, hand=passage.end.hand, move=passage.end.move)
    segments, ends = cut(bits)
    return Prepared(
        passage=at,
        unit=None,
        segments=segments,
        ends=ends,
        end=end,
        steps=found,
        label=label,
    )


def over(words: str, passage: Passage, label: int, found: list[Step]) -> Iterator[Bit]:
    """The bits of a passage: its stretches over the words sent."""
    at, done = -label, 0  # characters of the file without the number; characters sent
    waiting = list(found)
    for stretch in passage.stretches:
        bit = Bit(text="", state=stretch.state, hand=stretch.hand, move=stretch.move)
        if stretch.state is State.INSERTED:
            yield replace(bit, text=stretch.text)
            continue
        stop = at + len(stretch.text)
        at = max(at, min(stop, 0))
        while at < stop:
            step = waiting[0] if waiting else None
            if step is None or step[2] >= stop:
                yield replace(bit, text=words[done : done + stop - at])
                done, at = done + stop - at, stop
                continue
            if at < step[2]:
                yield replace(bit, text=words[done : done + step[2] - at])
                done, at = done + step[2] - at, step[2]
            if done < step[1]:
                yield Bit(text=words[done : step[1]], state=State.DELETED, tracked=False)
                done = step[1]
            most = min(stop, step[3])
            if at < most and stretch.state is State.KEPT:
                text = passage.original[label + at : label + most]
                yield Bit(text=text, state=State.INSERTED, tracked=False)
            at = most
            if at >= step[3]:
                waiting.pop(0)
    if done < len(words):
        yield Bit(text=words[done:], state=State.DELETED, tracked=False)


def cut(bits: Bits) -> tuple[list[Bits], list[Bit]]:
    """Bits cut at the ends of paragraphs that were inserted, and those ends."""
    out: list[Bits] = [[]]
    ends: list[Bit] = []
    for bit in bits:
        if bit.state is not State.INSERTED:
            out[-1].append(bit)
            continue
        for number, line in enumerate(bit.text.split("\n")):
            if number:
                ends.append(replace(bit, text="\n"))
                out.append([])
            if line:
                out[-1].append(replace(bit, text=line))
    return [[bit for bit in each if bit.text] for each in out], ends


def sent_offset(found: Prepared, passage: Passage, offset: int) -> int:
    """How many characters as sent stand before a character of the passage."""
    at = -found.label
    for stretch in passage.stretches:
        taken = min(len(stretch.text), offset)
        offset -= taken
        if stretch.state is not State.INSERTED:
            at += taken
    at = max(at, 0)
    shift = 0
    for a, b, c, d in found.steps:
        if at < c:
            break
        if at < d:
            return min(a + at - c, b)
        shift = b - d
    return at + shift


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Neighbouring words that go or come by one hand."""

    start: int
    end: int
    before: str
    after: str
    hand: Hand
    tracked: bool
    move: str | None


def edits(found: Prepared) -> list[Edit]:
    """The changes inside a paragraph, in order."""
    low, high = found.core
    bits: Bits = []
    for at in range(low, high + 1):
        if at > low:
            bits.append(found.ends[at - 1])
        bits += found.segments[at]
    out: list[Edit] = []
    offset = 0
    for kept, alike in groupby(bits, key=lambda bit: bit.state is State.KEPT):
        if kept:
            offset += sum(len(bit.text) for bit in alike)
            continue
        for (_, tracked, move), one in groupby(alike, key=lambda bit: bit.by):
            hand_of = list(one)
            before = "".join(bit.text for bit in hand_of if sent(bit))
            after = "".join(bit.text for bit in hand_of if not sent(bit))
            out.append(
                Edit(
                    start=offset,
                    end=offset + len(before),
                    before=before,
                    after=after,
                    hand=hand_of[0].hand,
                    tracked=tracked,
                    move=move,
                )
            )
            offset += len(before)
    return out
