"""Compose a paper: the matter of a report -> its pieces in reading order."""

from dataclasses import replace

from whimbrel.document import Node
from whimbrel.reporting.contributed import section as contributions
from whimbrel.reporting.matter import Matter
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.phrases import known
from whimbrel.reporting.piece import Piece, Where
from whimbrel.reporting.sections_annex import annex
from whimbrel.reporting.sections_background import background
from whimbrel.reporting.sections_forward import (
    accords,
    campaigns,
    continued,
    discussion,
    recommended,
)
from whimbrel.reporting.sections_front import cover, summary
from whimbrel.reporting.sections_work import implementation

BODY = (
    background,
    implementation,
    accords,
    campaigns,
    contributions,
    continued,
    discussion,
    recommended,
)
"""The sections of the body, in the order of a paper."""


def compose(matter: Matter) -> tuple[Piece, ...]:
    """The pieces of a progress report. Keys are unique and the same each time.

    A matter without records gives notes to the drafter and nothing to print. KeyError where the
    language is none in which we write.
    """
    known(matter.language)
    pen, front = Pen(matter=matter), Pen(matter=matter, where=Where.SUMMARY)
    pieces = [*cover(pen), *summary(front)]
    for section in BODY:
        pieces += section(pen)
    pieces += [*homeless(pen, pieces), *annex(pen)]
    if not any(printed(one.node) for one in pieces):
        pieces.append(pen.note("nothing", pen.plain("gap.nothing")))
    return told_apart(pieces)


def printed(node: Node) -> bool:
    """True where a node has something to print."""
    return bool(node.text or node.rows or node.children)


def homeless(pen: Pen, pieces: list[Piece]) -> list[Piece]:
    """Narratives for a place that the paper does not have: kept, with a note."""
    met = {one.key for one in pieces if one.key.startswith("narrative/")}
    out = []
    for place in dict.fromkeys(one.place for one in pen.matter.narratives if one.place != "annex"):
        gap = pen.plain("gap.narrative", place=place)
        for one in pen.narrative(place):
            if one.key not in met:
                words = one.node.runs
                note = (gap,)
                out.append(
                    pen.paragraph(
                        one.key, words, records=one.records, gaps=note, language=one.language
                    )
                )
    return out


def told_apart(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Pieces with keys of their own: what the record has twice gets a number."""
    seen: dict[str, int] = {}
    out = []
    for one in pieces:
        seen[one.key] = seen.get(one.key, 0) + 1
        again = seen[one.key]
        out.append(one if again == 1 else replace(one, key=f"{one.key}~{again}"))
    return tuple(out)
