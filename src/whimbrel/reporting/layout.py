"""Lay a paper out: pieces -> a Document with running numbers, and where each piece stands in it."""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from whimbrel.document import Document, Kind, Masthead, Node, walk
from whimbrel.document.normal import normal
from whimbrel.reporting.dates import date, held, ordinal
from whimbrel.reporting.matter import Matter
from whimbrel.reporting.parts import parts
from whimbrel.reporting.pen import NUMBERED, Pen
from whimbrel.reporting.piece import Piece, Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A paper as a Document."""

    document: Document
    """In normal form."""
    places: Mapping[str, str]
    """The address of each piece that is printed, and of each of its parts, by its key."""


@dataclass(slots=True)
class Open:
    """A heading or annex under which pieces still come."""

    level: int
    node: Node
    children: list[Node]


def laid_out(pieces: Iterable[Piece], matter: Matter) -> Laid:
    """The Document of a paper. Pieces with nothing to print are left out."""
    settled = [(one, node) for one in pieces for node in (clean(one.node),) if node is not None]
    settled.sort(key=lambda pair: list(Where).index(pair[0].where))
    settled = with_content(settled)
    number = 0
    keyed: list[tuple[Piece, Node]] = []
    for one, node in settled:
        if node.label == NUMBERED and node.kind is Kind.PARAGRAPH:
            number += 1
            node = replace(node, label=f"{number}.")
        keyed.append((one, node))
    summary = tuple(node for one, node in keyed if one.where is Where.SUMMARY)
    body = [(one, node) for one, node in keyed if one.where is not Where.SUMMARY]
    document = normal(Document(masthead=masthead(matter), summary=summary, nodes=nested(body)))
    return Laid(document=document, places=MappingProxyType(places(document, keyed)))


def with_content(settled: list[tuple[Piece, Node]]) -> list[tuple[Piece, Node]]:
    """The same without headings under which nothing is printed."""
    kept: list[tuple[Piece, Node]] = []
    # From the end: a heading has content where its level is below the limit.
    limit = 0.0
    for one, node in reversed(settled):
        level = heading_level(one, node)
        if level is None:
            limit = math.inf
        elif level < limit or node.children:
            limit = level
        else:
            continue
        kept.append((one, node))
    return kept[::-1]


def heading_level(one: Piece, node: Node) -> int | None:
    """0 for an annex; None for what is no title."""
    if node.kind is Kind.ANNEX:
        return 0
    return one.level if node.kind is Kind.HEADING else None


def clean(node: Node) -> Node | None:
    """A node in normal form; None where nothing of it is printed. Its number does not count."""
    bare = normal(Document(nodes=(replace(node, label=None) if own(node) else node,))).nodes
    if not bare:
        return None
    return replace(bare[0], label=node.label) if own(node) else bare[0]


def own(node: Node) -> bool:
    """True where the number is given here."""
    return node.label == NUMBERED


def nested(body: list[tuple[Piece, Node]]) -> tuple[Node, ...]:
    """Headings with what stands under them; an annex closes all before it."""
    root = Open(level=-1, node=Node(kind=Kind.ANNEX), children=[])
    around = [root]

    def close(level: int) -> None:
        while around[-1].level >= level:
            done = around.pop()
            children = (*done.node.children, *done.children)
            around[-1].children.append(replace(done.node, children=children))

    for one, node in body:
        level = heading_level(one, node)
        if level is None:
            around[-1].children.append(node)
            continue
        close(level)
        around.append(Open(level=level, node=node, children=[]))
    close(0)
    return tuple(root.children)


def places(document: Document, keyed: list[tuple[Piece, Node]]) -> dict[str, str]:
    """Where each piece stands: a walk meets them in the order in which they were laid out."""
    found: dict[str, str] = {}
    placed = walk(document)
    for one, node in keyed:
        for key in names(one, node):
            here = next(placed, None)
            if here is not None:
                found[key] = here.address
    return found


def names(one: Piece, node: Node) -> list[str]:
    """The keys of what is printed of a piece, in reading order: those of its own nodes, whatever
    an officer left out between them."""
    printed = [key for key, _ in parts(one.key, node)]
    own = [key for key, each in parts(one.key, one.node) if prints(each)]
    return own if len(own) == len(printed) else printed


def prints(node: Node) -> bool:
    """True where a node has anything to print, in itself or below it."""
    return bool(node.label or node.text.strip() or node.rows or any(map(prints, node.children)))


def masthead(matter: Matter) -> Masthead:
    """The first page: what is known of the paper and its meeting, and the lines that print it."""
    pen, language = Pen(matter=matter), matter.language
    meeting = matter.meeting
    name = pen.words(meeting.name) or series(pen, meeting.short)
    venue = pen.words(meeting.place)
    days = held(language, meeting.starts, meeting.ends).removeprefix("du ").removeprefix("del ")
    author = pen.words(matter.author)
    secretariat = pen.plain("secretariat")
    tongues = pen.listed(pen.tongue(one) for one in matter.versions)
    shown = {
        "house": pen.words(matter.house).upper(),
        "symbol": matter.symbol,
        "date": date(language, matter.date) if matter.date else "",
        "original": pen.plain("original", language=pen.tongue(matter.original)),
        "versions": pen.plain("versions", languages=tongues) if len(matter.versions) > 1 else "",
        "meeting": name,
        "held": ", ".join(filter(None, (venue, days))),
        "item": pen.plain("item", item=matter.item) if matter.item else "",
        # A document of a meeting prints its title in capitals; a brief does not.
        "title": pen.words(matter.title).upper() if matter.symbol else pen.words(matter.title),
        "author": pen.plain("prepared", author=author or secretariat),
    }
    return Masthead(
        symbol=matter.symbol or None,
        title=shown["title"] or None,
        meeting=name or None,
        date=matter.date,
        language=language,
        original=pen.tongue(matter.original),
        venue=venue or None,
        starts=meeting.starts,
        ends=meeting.ends,
        agenda_item=matter.item or None,
        author=author or pen.plain("secretariat.name"),
        lines=tuple(filter(None, shown.values())),
    )


def series(pen: Pen, short: str) -> str:
    """The name of a meeting from its short form, where there is a phrase for its series."""
    match = re.fullmatch(r"(\D+?)(\d+)", short)
    if match is None:
        return short
    try:
        return pen.plain(f"meeting.{match[1]}", n=ordinal(pen.language, int(match[2])))
    except KeyError:
        return short
