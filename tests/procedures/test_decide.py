"""How many can block, and what objections make of a decision on a day."""

from datetime import date

import pytest

from whimbrel.procedures.decide import Result, Voice, blocking, decided
from whimbrel.procedures.known import Known, Text
from whimbrel.procedures.procedure import DecisionRule, Kind

OPENS = date(2026, 3, 23)
WHO = Text(en="x", fr="x", es="x")


def rule(kind: Kind, **more: int) -> DecisionRule:
    return DecisionRule(id="r", source="s", status=Known.SEEN, kind=kind, decider=WHO, **more)


THIRD = rule(Kind.FRACTION_PRESENT, numerator=1, denominator=3)
OF_ALL = rule(Kind.FRACTION_ALL, numerator=1, denominator=3, object_days=30)
SILENCE = rule(Kind.NO_OBJECTION, silence_days=14)


@pytest.mark.parametrize(
    ("asked", "present", "every", "number"),
    [
        (THIRD, 100, None, 34),
        (THIRD, 99, None, 33),
        (THIRD, 1, None, 1),
        (THIRD, None, 130, None),
        (OF_ALL, 100, 10, 4),
        (rule(Kind.CONSENSUS), None, None, 1),
        (SILENCE, None, None, 1),
        (rule(Kind.COMMITTEE, members=19), None, None, 10),
        (rule(Kind.MAJORITY), 100, None, 50),
        (rule(Kind.SECRETARIAT), 100, 100, None),
        (rule(Kind.DISCRETION), 100, 100, None),
    ],
)
def test_the_least_number_that_blocks(
    asked: DecisionRule, present: int | None, every: int | None, number: int | None
) -> None:
    assert blocking(asked, present=present, every=every) == number


def voices(number: int, on: date) -> tuple[Voice, ...]:
    return tuple(Voice(by=f"P{each}", on=on) for each in range(number))


@pytest.mark.parametrize(
    ("asked", "number", "on", "at", "result"),
    [
        (THIRD, 33, OPENS, OPENS, Result.STANDS),
        (THIRD, 34, OPENS, OPENS, Result.BLOCKED),
        (THIRD, 0, OPENS, date(2026, 3, 22), Result.OPEN),
        (OF_ALL, 34, date(2026, 2, 21), OPENS, Result.BLOCKED),
        (OF_ALL, 34, date(2026, 2, 22), OPENS, Result.STANDS),
        (SILENCE, 0, OPENS, date(2026, 2, 15), Result.OPEN),
        (SILENCE, 0, OPENS, date(2026, 2, 16), Result.STANDS),
        (SILENCE, 1, date(2026, 2, 5), date(2026, 2, 10), Result.BLOCKED),
        (rule(Kind.DISCRETION), 0, OPENS, OPENS, Result.UNKNOWN),
        (rule(Kind.SECRETARIAT), 50, OPENS, OPENS, Result.STANDS),
    ],
)
def test_what_objections_make_of_it(
    asked: DecisionRule, number: int, on: date, at: date, result: Result
) -> None:
    found = decided(
        asked, voices(number, on), at=at, opens=OPENS, asked_on=date(2026, 2, 1), present=100,
        every=100,
    )  # fmt: skip
    assert found is result


def test_one_party_objects_once_however_often_it_writes() -> None:
    twice = (*voices(33, OPENS), *voices(33, OPENS))
    assert decided(THIRD, twice, at=OPENS, opens=OPENS, present=100) is Result.STANDS
