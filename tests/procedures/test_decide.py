"""How many objections block, which of them count, and whether the question stands."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.procedures.made import OPENS, PROCEDURE, THIRD
from whimbrel.procedures.criterion import Effect
from whimbrel.procedures.decide import Objection, blocking, decided, least
from whimbrel.procedures.procedure import DecisionRule, Kind, Verdict

ALL = replace(THIRD, kind=Kind.FRACTION_ALL, object_days=30)
SILENCE = replace(THIRD, kind=Kind.NO_OBJECTION, silence_days=21)
IN_TIME = OPENS - timedelta(days=30)


def rule(kind: Kind, numerator: int = 1, denominator: int = 1, **more: object) -> DecisionRule:
    made = replace(THIRD, kind=kind, numerator=numerator, denominator=denominator)
    return replace(made, **more)  # type: ignore[arg-type]


def objecting(number: int, on: date | None = IN_TIME) -> list[Objection]:
    return [Objection(by=f"Party {one}", on=on) for one in range(number)]


@pytest.mark.parametrize(
    ("one", "base", "needed"),
    [
        (THIRD, 100, 34),
        (THIRD, 99, 33),
        (THIRD, 1, 1),
        (THIRD, 2, 1),
        (THIRD, 4, 2),
        (THIRD, 0, None),
        (THIRD, None, None),
        (ALL, 133, 45),
        (rule(Kind.CONSENSUS), None, 1),
        (rule(Kind.CONSENSUS, members=8), None, 1),
        (SILENCE, None, 1),
        (rule(Kind.MAJORITY), 100, 50),
        (rule(Kind.MAJORITY), 101, 51),
        (rule(Kind.MAJORITY, 1, 2), 100, 50),
        (rule(Kind.MAJORITY, 2, 3), 100, 34),
        (rule(Kind.MAJORITY, 2, 3), 99, 34),
        (rule(Kind.MAJORITY, members=54), 190, 27),
        (rule(Kind.MAJORITY), None, None),
        (rule(Kind.COMMITTEE, 1, 2, members=19), None, 10),
        (rule(Kind.COMMITTEE, members=19), None, None),
        (rule(Kind.SECRETARIAT), 100, None),
        (rule(Kind.DISCRETION), 100, None),
    ],
)
def test_the_least_number_that_blocks(
    one: DecisionRule, base: int | None, needed: int | None
) -> None:
    assert blocking(one, base) == needed


def test_there_are_never_fewer_than_no_parties() -> None:
    with pytest.raises(ValueError, match="fewer than none"):
        blocking(THIRD, -1)


@pytest.mark.parametrize(
    ("number", "verdict"),
    [(0, Verdict.STANDS), (33, Verdict.STANDS), (34, Verdict.BLOCKED), (100, Verdict.BLOCKED)],
)
def test_of_a_hundred_parties_present_thirty_four_block(number: int, verdict: Verdict) -> None:
    found = decided(THIRD, objecting(number), base=100, at=OPENS, opens=OPENS)
    assert found.verdict is verdict
    assert found.counted == number
    assert found.needed == 34


@pytest.mark.parametrize(
    ("one", "objections", "base", "at", "opens", "asked", "verdict"),
    [
        # Before the meeting opens others may still object, and those who did are enough.
        (THIRD, objecting(33), 100, date(2026, 3, 1), OPENS, None, Verdict.OPEN),
        (THIRD, objecting(34), 100, date(2026, 3, 1), OPENS, None, Verdict.BLOCKED),
        # How many Parties are present is not known.
        (THIRD, objecting(1), None, OPENS, OPENS, None, Verdict.UNKNOWN),
        (THIRD, [], None, OPENS, OPENS, None, Verdict.STANDS),
        # Of all Parties, lodged thirty days before: on the day and the day after.
        (ALL, objecting(45), 133, OPENS, OPENS, None, Verdict.BLOCKED),
        (ALL, objecting(44), 133, OPENS, OPENS, None, Verdict.STANDS),
        (ALL, objecting(45, IN_TIME + timedelta(days=1)), 133, OPENS, OPENS, None, Verdict.STANDS),
        (ALL, objecting(45, None), 133, OPENS, OPENS, None, Verdict.UNKNOWN),
        (ALL, objecting(44, None), 133, OPENS, OPENS, None, Verdict.STANDS),
        (ALL, objecting(45), 133, OPENS, None, None, Verdict.UNKNOWN),
        (ALL, [], 133, IN_TIME, OPENS, None, Verdict.STANDS),
        (ALL, [], 133, IN_TIME - timedelta(days=1), OPENS, None, Verdict.OPEN),
        # Silence of twenty-one days.
        (SILENCE, [], None, date(2026, 1, 21), None, date(2026, 1, 1), Verdict.OPEN),
        (SILENCE, [], None, date(2026, 1, 22), None, date(2026, 1, 1), Verdict.STANDS),
        (SILENCE, [], None, date(2026, 1, 22), None, None, Verdict.UNKNOWN),
        (
            SILENCE,
            objecting(1, date(2026, 1, 22)),
            None,
            date(2026, 1, 22),
            None,
            date(2026, 1, 1),
            Verdict.BLOCKED,
        ),
        (
            SILENCE,
            objecting(1, date(2026, 1, 23)),
            None,
            date(2026, 2, 1),
            None,
            date(2026, 1, 1),
            Verdict.STANDS,
        ),
        # Bodies that decide, and a secretariat that asks nobody.
        (rule(Kind.MAJORITY), objecting(49), 100, OPENS, OPENS, None, Verdict.OPEN),
        (rule(Kind.MAJORITY), objecting(50), 100, OPENS, OPENS, None, Verdict.BLOCKED),
        (rule(Kind.DISCRETION), objecting(1), 100, OPENS, OPENS, None, Verdict.OPEN),
        (rule(Kind.SECRETARIAT), objecting(99), 100, OPENS, OPENS, None, Verdict.STANDS),
        (rule(Kind.NONE), [], 100, OPENS, OPENS, None, Verdict.STANDS),
        (rule(Kind.NONE), objecting(1), 100, OPENS, OPENS, None, Verdict.OPEN),
    ],
)
def test_it_stands_is_blocked_is_open_or_is_not_known(
    one: DecisionRule,
    objections: list[Objection],
    base: int | None,
    at: date,
    opens: date | None,
    asked: date | None,
    verdict: Verdict,
) -> None:
    found = decided(one, objections, base=base, at=at, opens=opens, asked=asked)
    assert found.verdict is verdict
    assert found.reason.met is {Verdict.STANDS: True, Verdict.BLOCKED: False}.get(verdict)


def test_a_party_counts_once_and_not_when_it_takes_its_objection_back() -> None:
    twice = [*objecting(34)[:33], *objecting(33)]
    assert decided(THIRD, twice, base=100, at=OPENS, opens=OPENS).counted == 33
    back = [*objecting(33), Objection(by="Party 99", on=IN_TIME, withdrawn_on=OPENS)]
    assert decided(THIRD, back, base=100, at=OPENS, opens=OPENS).verdict is Verdict.STANDS
    day_before = OPENS - timedelta(days=1)
    assert decided(THIRD, back, base=100, at=day_before).verdict is Verdict.BLOCKED


def test_what_is_lodged_later_than_the_day_is_not_yet_known() -> None:
    found = decided(THIRD, objecting(50, OPENS), base=100, at=OPENS - timedelta(days=1))
    assert found.counted == 0


def test_late_objections_are_counted_apart() -> None:
    found = decided(ALL, objecting(50, OPENS), base=133, at=OPENS, opens=OPENS)
    assert (found.counted, found.late, found.unsure) == (0, 50, 0)


def test_a_party_that_objects_twice_is_sure_where_one_of_them_is() -> None:
    both = [*objecting(3, None), *objecting(2)]
    found = decided(ALL, both, base=133, at=OPENS, opens=OPENS)
    assert (found.counted, found.unsure) == (2, 1)


def test_the_own_state_can_keep_a_body_out_alone_where_its_approval_is_asked() -> None:
    approval = replace(PROCEDURE.criteria[0], id="approval", effect=Effect.WAIT)
    asked = replace(PROCEDURE, criteria=(approval,))
    assert least(PROCEDURE, present=100, every=133).number == 34
    assert not least(PROCEDURE, present=100, every=133).own_state
    assert least(asked, present=100, every=133).own_state


def test_where_the_secretariat_decides_alone_no_state_can_block() -> None:
    alone = replace(PROCEDURE, decision=rule(Kind.SECRETARIAT))
    found = least(alone, present=100, every=133)
    assert (found.number, found.nobody) == (None, True)
    unknown = least(replace(PROCEDURE, decision=rule(Kind.DISCRETION)), present=100, every=133)
    assert (unknown.number, unknown.nobody) == (None, False)


@given(st.integers(1, 400), st.integers(1, 9), st.integers(1, 9))
def test_one_objection_fewer_than_the_least_number_is_less_than_the_fraction(
    base: int, one: int, two: int
) -> None:
    numerator, denominator = min(one, two), max(one, two)
    needed = blocking(rule(Kind.FRACTION_PRESENT, numerator, denominator), base)
    assert needed is not None
    assert needed * denominator >= base * numerator
    assert (needed - 1) * denominator < base * numerator
