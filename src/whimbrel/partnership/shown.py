"""Policies and replays as plain data and in words: what the command line, the pages and the papers
show of them."""

from collections.abc import Sequence
from typing import Any

from whimbrel.partnership.applies import Binding
from whimbrel.partnership.compared import Replayed, faults_missed
from whimbrel.partnership.differ import Changed, by_kind, differences, paired
from whimbrel.partnership.policy import PARTS, WITHIN, Named, Pack
from whimbrel.partnership.portfolio import bad
from whimbrel.partnership.trial import Figure, Period, survey
from whimbrel.partnership.words import sentences
from whimbrel.procedures.compare import Row
from whimbrel.procedures.known import Line
from whimbrel.procedures.printed import bounds
from whimbrel.procedures.reason import Reason

COARSE = 100
"""From here on figures are printed without digits after the point: a mean of steps has one."""


def ask(key: str, language: str) -> str:
    """A question, unit or answer in words. KeyError for what is not in the facts."""
    return sentences()[key][language]


def words(line: Line, language: str) -> str:
    """A line in words; its id where it has none."""
    text = getattr(line, "text", None)
    return line.id if text is None else str(text[language])


def rows_of(pack: Pack) -> list[tuple[str, Sequence[Line]]]:
    """The parts of a pack that have lines, by name."""
    found = [(part, getattr(pack, part)) for part in PARTS]
    found += [(f"procedure.{part}", getattr(pack.procedure, part)) for part in WITHIN]
    return [(part, rows) for part, rows in found if rows]


def listed(pack: Pack, language: str) -> dict[str, Any]:
    """A pack in one row: how much of it is known how."""
    lines = [one for _, rows in rows_of(pack) for one in rows]
    counts: dict[str, int] = {}
    for one in lines:
        counts[one.status.value] = counts.get(one.status.value, 0) + 1
    days = pack.dates
    return {
        "id": pack.id, "title": pack.title[language], "issuer": pack.issuer,
        "source": pack.source, "status": pack.status.value, "draft": pack.draft,
        "under": pack.under, "since": None if days is None else day(days.since),
        "until": None if days is None else day(days.until),
        "not_entered": [one.id for one in pack.slots], "lines": counts,
    }  # fmt: skip


def day(value: object) -> str | None:
    """A day as it is written in data."""
    return None if value is None else str(value)


def whole(pack: Pack, language: str) -> dict[str, Any]:
    """A pack with every line, its source and how it is known."""
    told = listed(pack, language) | {"summary": pack.summary[language]}
    return told | {
        "parts": [
            {"part": part, "heading": ask(f"part.{part}", language),
             "lines": [line(one, language) for one in rows]}
            for part, rows in rows_of(pack)
        ]
    }  # fmt: skip


def line(one: Line, language: str) -> dict[str, Any]:
    """One line."""
    name = getattr(one, "name", None)
    told: dict[str, Any] = {"id": one.id}
    if name is not None:
        told["name"] = name[language]
    return told | {
        "text": words(one, language), "source": one.source, "status": one.status.value,
        "note": one.note,
    }  # fmt: skip


def replayed(found: Replayed, language: str = "en") -> dict[str, Any]:
    """A replay as plain data."""
    names = [one.id for one in found.packs]
    told: dict[str, Any] = {
        "policies": [listed(one, language) for one in found.packs],
        "portfolio": {
            "size": len(found.samples), "seed": found.seed, "invented": True,
            "bad": sum(bool(one.fault) for one in found.samples),
            "partnerships": sum(one.partnership for one in found.played[0]),
        },
        "rows": [
            {
                "id": row.id, "question": ask(f"row.{row.id}", language),
                "unit": unit(row, language), "better": row.better.value,
                "cells": [
                    {"policy": name, **bounds(cell.value), "known": cell.known.value,
                     "beside": said.value,
                     "note": ask(cell.note, language) if cell.note else ""}
                    for name, cell, said in zip(names, row.cells, row.beside(), strict=True)
                ],
            }
            for row in found.rows
        ],
        "faults": [
            {"id": one.id, "text": fault_words(one.id, language), "of": one.of,
             "not_looked_for": dict(zip(names, one.missed, strict=True))}
            for one in faults_missed(found)
        ],
        "assumptions": [
            {"id": one.id, "text": one.text[language], "unit": one.unit, **bounds(one.interval),
             "status": one.status.value, "source": one.source}
            for one in found.assumed.values()
        ],
        "measured": [{"policy": pack, "step": step} for pack, step in found.measured],
    }  # fmt: skip
    return told


def unit(row: Row, language: str) -> str:
    """The unit of a row in words."""
    return ask(f"unit.{row.unit}", language)


def fault_words(name: str, language: str) -> str:
    """A seeded fault in words. KeyError: there is none of that id."""
    return {one.id: one.text for one in bad()}[name][language]


def differing(before: Pack, after: Pack, found: Replayed | None, language: str) -> dict[str, Any]:
    """Two policies beside each other: their lines, and the cases of a replay of the two."""
    told: dict[str, Any] = {
        "before": before.id, "after": after.id,
        "lines": [
            {"part": one.part, "id": one.line, "fields": list(one.fields),
             "before": None if one.before is None else line(one.before, language),
             "after": None if one.after is None else line(one.after, language)}
            for one in differences(before, after)
        ],
    }  # fmt: skip
    if found is not None:
        told["cases"] = [kind(one, after, language) for one in by_kind(*found.played)]
        both = paired(*found.played)
        told["paired"] = (
            None if both is None else {"hours": bounds(both.hours), "days": bounds(both.days)}
        )
    return told


def kind(one: Changed, pack: Pack, language: str) -> dict[str, Any]:
    """One kind of case under two policies."""
    return {
        "category": named(pack.categories, one.category, language),
        "modality": named(pack.modalities, one.modality, language),
        "cases": one.cases, "levels": list(one.levels), "steps": list(one.steps),
        "documents": list(one.documents), "hours": list(one.hours), "days": list(one.days),
    }  # fmt: skip


def named(rows: Sequence[Named], name: str, language: str) -> str:
    """The name of a row; its id where it is not there."""
    for one in rows:
        if one.id == name:
            return str(getattr(one, "name", one.text)[language])
    return name


def bound(one: Binding, language: str) -> dict[str, Any]:
    """Which policy binds, as plain data."""
    return {
        "policies": [each.id for each in one.packs],
        "measures": [each.id for each in one.measures],
        "settled": one.settled,
        "scope": list(one.scope),
        "reasons": [reason(each, language) for each in one.reasons],
        "warnings": [reason(each, language) for each in one.warnings],
    }


def reason(one: Reason, language: str) -> dict[str, Any]:
    """One reason."""
    return {
        "line": one.line, "text": one.text[language], "source": one.source,
        "status": one.status.value, "met": one.met, "wants": list(one.wants),
    }  # fmt: skip


def period(one: Period, language: str) -> dict[str, Any]:
    """What was found under a measure of a trial."""
    asked = {each.id: each.text[language] for each in survey()}
    return {
        "measure": one.measure.id, "policy": one.measure.pack,
        "text": one.measure.text[language], "source": one.measure.source,
        "since": day(one.measure.since), "until": day(one.measure.until), "cases": one.cases,
        "hours": summed(one.case_hours), "partner_hours": summed(one.partner_hours),
        "days": summed(one.case_days),
        "steps": [
            {"step": step, "hours": summed(hours), "days": summed(days)}
            for step, hours, days in one.by_step
        ],
        "survey": [
            {"question": name, "text": asked[name], **summed(scores)}
            for name, scores in one.scores
        ],
        "words": [{"day": day(each.day), "by": each.by, "words": each.words} for each in one.words],
    }  # fmt: skip


def summed(one: Figure) -> dict[str, Any]:
    """A figure of a trial."""
    return {
        "number": one.number, "measured": one.measured, "few": one.few, **bounds(one.value)
    }  # fmt: skip
