"""Citations as rows: the words, where they stand, and all that they name."""

import re
from collections.abc import Iterator

from whimbrel.engagements import Extract
from whimbrel.engagements.rows.text import Row, listed, locus_of, spoken

TEXTS = {
    "policy": "policy",
    "work-plan": "work-programme",
    "joint-work-programme": "work-programme",
}
"""Agreements that are texts, and the type of their citation."""


def citations(told: Extract) -> list[Row]:
    """One row for each place where words refer to a text; their targets together."""
    rows: list[Row] = []
    head = told.document.masthead
    if head.symbol:
        rows.append(cited("front", head.symbol, [head.symbol], "self-symbol"))
    if head.agenda_item:
        rows.append(
            cited("front", head.agenda_item, [f"Agenda item {head.agenda_item}"], "agenda-item")
        )
    for passage in spoken(told):
        found: dict[tuple[int, int], Row] = {}
        for one in passage.citations:
            row = found.setdefault(
                (one.start, one.end),
                cited(
                    passage.locus,
                    one.surface,
                    [],
                    one.kind.value,
                    linked=one.linked,
                    title=one.title,
                ),
            )
            target = "annex" if one.target == "#annex" else one.target
            if target:
                row["targets"] = [*listed(row["targets"]), target]
        rows += found.values()
    return [*rows, *programmes(told, rows)]


def programmes(told: Extract, rows: list[Row]) -> Iterator[Row]:
    """A policy or a work plan with its years is a text too, where no citation names it already."""
    known_here = {(row["locus"], str(row["surface"])) for row in rows}
    for one in told.agreements:
        kind = TEXTS.get(one.kind)
        if kind is None or (
            one.kind != "policy" and (one.valid_to is None or not titled(one.name))
        ):
            continue
        for locus in one.loci:
            if not any(locus_of(locus) == at and one.name in surface for at, surface in known_here):
                yield cited(locus, one.quote.value, [one.name], kind)


def titled(name: str) -> bool:
    """True for a name with capitals, and not for "the 2025-2026 workplan" of somebody."""
    return any(word[0].isupper() for word in re.sub(r"[\d-]+", "", name).split()[1:])


def cited(
    locus: str,
    surface: str,
    targets: list[str],
    kind: str,
    *,
    linked: bool = False,
    title: str | None = None,
) -> Row:
    """One row of `citations`."""
    return {
        "locus": locus_of(locus),
        "surface": surface,
        "targets": targets,
        "type": kind,
        "linked": linked,
        "title": title,
        "optional": False,
    }
