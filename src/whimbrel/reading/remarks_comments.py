"""The comments of a Word file: who says what of which words, answered by whom, and whether it is
settled."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from whimbrel.document.runs import squeeze
from whimbrel.reading.docx import P
from whimbrel.reading.docx_inline import LITERAL, T
from whimbrel.reading.docx_numbering import W
from whimbrel.reading.docx_package import Package
from whimbrel.reading.passages import Comment, Hand, Passage, Reply, State
from whimbrel.reading.remarks_words import Sign

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
Place = tuple[int, int]
"""The index of a passage and a character in it."""


@dataclass(slots=True)
class Ends:
    """Where each comment begins and ends, by its number in the file."""

    opens: dict[str, Place] = field(default_factory=dict)
    closes: dict[str, Place] = field(default_factory=dict)

    def meet(self, sign: Sign, key: str, passage: int, offset: int) -> None:
        """A sign of a comment is met; a call alone is both its ends."""
        if sign is Sign.OPENS:
            self.opens[key] = passage, offset
        elif sign is Sign.CLOSES:
            self.closes[key] = passage, offset
        else:
            self.opens.setdefault(key, (passage, offset))
            self.closes.setdefault(key, (passage, offset))


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """What commentsExtended.xml says of the comment that a paragraph ends."""

    parent: str | None
    resolved: bool


def comments(
    package: Package, main: str, passages: Sequence[Passage], ends: Ends
) -> tuple[Comment, ...]:
    """The comments of a file in the order of comments.xml, answers under what they answer."""
    part = package.beside(main, "comments")
    root = package.xml(part) if part else None
    if root is None:
        return ()
    threads = extended(package, main)
    elements = list(root.iterchildren(f"{W}comment"))
    paragraph = {key: each for each in elements if (key := last_paragraph(each)) is not None}
    answers: dict[etree._Element, list[Reply]] = {}
    for key, element in paragraph.items():
        asked = paragraph.get(top(key, threads) or "")
        if asked is not None and asked is not element:
            answers.setdefault(asked, []).append(Reply(words=said(element), hand=hand(element)))
    replying = {
        each
        for key, each in paragraph.items()
        if paragraph.get(top(key, threads) or "", each) is not each
    }
    found = []
    for element in elements:
        if element in replying:
            continue
        thread = threads.get(last_paragraph(element) or "")
        found.append(
            placed(
                element,
                passages,
                ends,
                resolved=thread is not None and thread.resolved,
                replies=tuple(answers.get(element, ())),
            )
        )
    return tuple(found)


def placed(
    element: etree._Element,
    passages: Sequence[Passage],
    ends: Ends,
    *,
    resolved: bool,
    replies: tuple[Reply, ...],
) -> Comment:
    """A comment at its place."""
    key = element.get(f"{W}id") or ""
    opens = ends.opens.get(key)
    closes = ends.closes.get(key, opens)
    start = opens[1] if opens else 0
    end = start
    if opens and closes:
        length = sum(len(each.text) for each in passages[opens[0]].stretches)
        end = max(start, closes[1] if closes[0] == opens[0] else length)
    return Comment(
        words=said(element),
        hand=hand(element),
        initials=element.get(f"{W}initials") or None,
        passage=opens[0] if opens else None,
        start=start,
        end=end,
        about=between(passages, opens, closes) if opens and closes else "",
        resolved=resolved,
        replies=replies,
    )


def between(passages: Sequence[Passage], opens: Place, closes: Place) -> str:
    """The words from one place to another: as proposed, or what was there where all of it is
    deleted."""
    for left_out in (State.DELETED, State.INSERTED):
        parts = []
        for at in range(opens[0], closes[0] + 1):
            start = opens[1] if at == opens[0] else 0
            end = closes[1] if at == closes[0] else None
            parts.append(sliced(passages[at], start, end, left_out))
        if text := squeeze(" ".join(parts)):
            return text
    return ""


def sliced(passage: Passage, start: int, end: int | None, left_out: State) -> str:
    """The characters of a passage from `start` to `end`, those in one state left out."""
    out, offset = "", 0
    for each in passage.stretches:
        if each.state is not left_out:
            first = max(0, start - offset)
            last = None if end is None else max(0, end - offset)
            out += each.text[first:last]
        offset += len(each.text)
    return out


def extended(package: Package, main: str) -> dict[str, Thread]:
    """commentsExtended.xml: by paragraph, what is answered and what is settled."""
    part = package.beside(main, "commentsExtended")
    root = package.xml(part) if part else None
    return {
        each.get(f"{W15}paraId") or "": Thread(
            parent=each.get(f"{W15}paraIdParent"),
            resolved=each.get(f"{W15}done") in ("1", "true"),
        )
        for each in (root.iter(f"{W15}commentEx") if root is not None else ())
    }


def top(key: str, threads: dict[str, Thread]) -> str | None:
    """The comment that an answer belongs to, its answers to answers followed up; a ring ends after
    a hundred."""
    for _ in range(100):
        thread = threads.get(key)
        if thread is None or thread.parent is None:
            return key
        key = thread.parent
    return None


def last_paragraph(comment: etree._Element) -> str | None:
    """The number of the last paragraph of a comment, by which others name it."""
    keys = [each.get(f"{W14}paraId") for each in comment.iter(P)]
    return keys[-1] if keys else None


def said(comment: etree._Element) -> str:
    """The words of a comment, its paragraphs one a line."""
    lines = []
    for paragraph in comment.iter(P):
        parts = [
            each.text or "" if each.tag == T else LITERAL.get(str(each.tag), "")
            for each in paragraph.iter(T, *LITERAL)
        ]
        lines.append(squeeze("".join(parts)))
    return "\n".join(filter(None, lines))


def hand(element: etree._Element) -> Hand:
    """Who wrote a comment, and when."""
    return Hand(author=element.get(f"{W}author") or None, at=moment(element.get(f"{W}date")))


def moment(text: str | None) -> datetime.datetime | None:
    """`2026-10-01T09:30:00Z` -> the moment on the reviewer's clock; None for what is no moment."""
    try:
        return datetime.datetime.fromisoformat(text or "").replace(tzinfo=None)
    except ValueError:
        return None
