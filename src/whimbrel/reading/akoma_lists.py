"""Lists of Akoma Ntoso from others: points, and the sublists that hang between them."""

import re
from collections.abc import Iterator

from lxml import etree

from whimbrel.document import Kind, Node
from whimbrel.document.akn_read import name as local
from whimbrel.document.runs import squeeze
from whimbrel.reading.akoma_outline import Block
from whimbrel.reading.akoma_words import Words

LISTS = ("list", "blockList", "sublist")
POINTS = ("point", "item")
APART = ("num", "heading", "subheading", *LISTS)


def children(element: etree._Element, *names: str) -> list[etree._Element]:
    """The children of these names."""
    return [each for each in element if local(each) in names]


def child(element: etree._Element, *names: str) -> etree._Element | None:
    """The first child of these names."""
    return next(iter(children(element, *names)), None)


def label_of(element: etree._Element) -> str:
    """The printed label, empty where there is none."""
    num = child(element, "num")
    return "" if num is None else squeeze("".join(num.itertext()))


def bare(label: str) -> str:
    """A label without its brackets and stops: `(a)` -> `a`."""
    return label.strip().strip("().").strip()


def letter(label: str) -> int | None:
    """The place of a letter in the alphabet; `aa` follows `z`."""
    name = bare(label)
    if re.fullmatch(r"[a-z]", name):
        return ord(name) - 96
    return ord(name[0]) - 70 if re.fullmatch(r"([a-z])\1", name) else None


class Lists:
    """Reads lists into blocks."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def blocks(self, element: etree._Element, below: int) -> Iterator[Block]:
        """The items of a list, each followed by those under it."""
        if local(element) in POINTS:
            yield from self.point(element, below)
            return
        before = ""
        entries = children(element, *POINTS, *LISTS, "wrapUp", "listWrapUp", "p")
        for entry, following in zip(entries, labels_after(entries), strict=True):
            if local(entry) in POINTS:
                yield from self.point(entry, below)
                before = label_of(entry)
            elif local(entry) in LISTS and continues(entry, before, following):
                yield from self.blocks(entry, below)
                before = label_of(entry[0])
            elif local(entry) in LISTS:
                yield from self.blocks(entry, below + bool(before))
            else:
                # The words that close a list stand beside its items, under the same paragraph.
                yield Block(
                    below=below, node=Node(kind=Kind.PARAGRAPH, runs=self.words.runs(entry))
                )

    def point(self, point: etree._Element, below: int) -> Iterator[Block]:
        """An item with the headings over it and the items under it."""
        for head in children(point, "heading", "subheading"):
            yield Block(below=below, node=Node(kind=Kind.HEADING, runs=self.words.runs(head)))
        content = child(point, "content")
        runs = self.words.runs(point if content is None else content, APART)
        lists = children(point, *LISTS)
        if (
            not runs
            and lists
            and (intro := child(lists[0], "intro", "listIntroduction")) is not None
        ):
            runs = self.words.runs(intro)
        yield Block(
            below=below, node=Node(kind=Kind.ITEM, label=label_of(point) or None, runs=runs)
        )
        for each in lists:
            yield from self.blocks(each, below + 1)


def labels_after(entries: list[etree._Element]) -> list[str]:
    """For each entry of a list the label of the next point, empty after the last."""
    out: list[str] = []
    label = ""
    for entry in reversed(entries):
        out.append(label)
        label = label_of(entry) if local(entry) in POINTS else label
    return out[::-1]


def continues(sublist: etree._Element, before: str, following: str) -> bool:
    """True for a sublist of one that is only the next letter: `(h)`, `(i)` taken for a roman
    number, `(j)`."""
    points = children(sublist, *POINTS, *LISTS)
    if len(points) != 1 or local(points[0]) not in POINTS:
        return False
    own, last, after = letter(label_of(points[0])), letter(before), letter(following)
    return own is not None and last is not None and own == last + 1 and after in (None, own + 1)
