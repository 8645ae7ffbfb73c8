"""A comparison as data and in words: what the command line, the pages and the papers show of it."""

from collections.abc import Mapping
from typing import Any

from whimbrel.admission.ceiling import Ceiling, ceiling
from whimbrel.admission.compare import YEARS, Compared
from whimbrel.admission.option import admits
from whimbrel.admission.outcomes import Moved
from whimbrel.procedures.compare import Row, beaten, sensitivity, weighed
from whimbrel.procedures.known import Text
from whimbrel.procedures.printed import bounds
from whimbrel.procedures.words import sentences


def words() -> Mapping[str, Text]:
    """Key -> words."""
    return sentences("options/questions.yaml")


def ask(id_: str, language: str) -> str:
    """A question, a unit or an answer in words. KeyError for what is not in the facts."""
    return words()[id_][language]


def unit(row: Row, language: str) -> str:
    """The unit of a row in words."""
    name = f"{row.unit} unit" if row.unit in ("documents", "steps") else row.unit
    return ask(name, language)


def data(
    found: Compared, language: str = "en", weights: Mapping[str, float] | None = None
) -> dict[str, Any]:
    """A comparison as plain data: points and intervals, reasons, assumptions, findings on the
    treaty. KeyError and ValueError as `procedures.compare.weighed`."""
    names = tuple(one.id for one in found.options)
    told: dict[str, Any] = {
        "options": [
            {
                "id": one.id, "title": one.title[language], "summary": one.summary[language],
                "source": one.source, "status": one.status.value, "governs": one.governs.value,
                "against_the_treaty": [
                    {"line": each.line, "source": each.source, "says": each.says,
                     "because": each.because}
                    for each in law.findings
                ],
                "treaty": {"source": law.source, "verdict": law.verdict, "notice": law.notice},
                "transparency": [
                    {"id": each.id, "public": each.public, "text": each.text[language],
                     "source": each.source, "status": each.status.value}
                    for each in one.openness
                ],
                "lost": [moved(each) for each in becomes.lost],
                "gained": [moved(each) for each in becomes.gained],
                "outcomes": {outcome.value: number for outcome, number in becomes.outcomes},
                "strata": [
                    {"dimension": each.dimension, "name": each.name, "of": each.of,
                     **bounds(each.admitted)}
                    for each in becomes.strata
                ],
            }
            for one, law, becomes in zip(
                found.options, ceilings(found, language), found.becomes, strict=True
            )
        ],
        "rows": [
            {
                "id": row.id, "question": ask(row.id, language), "unit": unit(row, language),
                "better": row.better.value,
                "cells": [
                    {"option": name, **bounds(cell.value), "known": cell.known.value,
                     "beside": said.value}
                    for name, cell, said in zip(names, row.cells, row.beside(), strict=True)
                ],
            }
            for row in found.rows
        ],
        "not_best": [
            {"row": row, "better": names[at]} for row, at in beaten(found.rows)
        ],
        "pool": {"size": found.size, "seed": found.seed, "invented": found.invented},
        "opens": found.opens.isoformat(), "parties_present": found.present, "years": YEARS,
        "assumptions": [
            {"id": one.id, "text": one.text[language], "unit": one.unit, **bounds(one.interval),
             "status": one.status.value, "source": one.source}
            for one in found.assumed.values()
        ],
    }  # fmt: skip
    if weights:
        told["weighed"] = [
            {"option": one.option, **bounds(one.score), "first": one.first}
            for one in weighed(found.rows, names, weights)
        ]
        told["sensitivity"] = [
            {"row": one.row, "first_when_halved": one.halved, "first_when_doubled": one.doubled}
            for one in sensitivity(found.rows, names, weights)
        ]
    return told


def ceilings(found: Compared, language: str) -> tuple[Ceiling, ...]:
    """What the treaty leaves to a decision under each option, in a language."""
    if language == "en":
        return found.ceilings
    return tuple(ceiling(admits(one), language=language) for one in found.options)


def moved(one: Moved) -> dict[str, Any]:
    """An applicant lost or gained."""
    return {
        "id": one.id, "name": one.name, "outcome": one.outcome.value, "reasons": list(one.reasons),
    }  # fmt: skip
