"""How a mandate stands on a day, with the reason for each answer."""

import dataclasses
import datetime
from typing import Any

import pytest

from whimbrel.mandates.kept import Funding, Judged, Kept, Limit, Nature, Session
from whimbrel.mandates.standing import never_met, standing

DAY = datetime.date
COP14 = Session(short="COP14", starts=DAY(2024, 2, 12), ends=DAY(2024, 2, 17))
COP15 = Session(short="COP15", starts=DAY(2026, 3, 23), ends=DAY(2026, 3, 29), results=True)
COP16 = Session(short="COP16")
MEETINGS = (COP15, COP14, COP16)
BETWEEN = DAY(2025, 6, 1)
MONEY = "subject to the availability of external resources"


def kept(**fields: Any) -> Kept:
    fields = {"name": "14.10 d)", "nature": Nature.DECISION, "adopted": "COP14"} | fields
    return Kept(**fields)


def money(funding: Funding, kind: str = "external-resources") -> Limit:
    return Limit(words=MONEY, kind=kind, funding=funding)


@pytest.mark.parametrize(
    ("fields", "at", "expected"),
    [
        ({}, BETWEEN, True),
        ({}, COP15.ends, True),
        ({}, DAY(2026, 3, 30), False),
        ({}, DAY(2024, 2, 1), False),
        ({"renewed_by": ("15.3",)}, DAY(2026, 4, 1), False),
        ({"nature": Nature.RESOLUTION}, DAY(2031, 1, 1), True),
        ({"nature": Nature.RESOLUTION, "until": DAY(2030, 1, 1)}, DAY(2031, 1, 1), False),
        ({"deleted": DAY(2025, 1, 1)}, BETWEEN, False),
        ({"adopted": "COP15"}, DAY(2027, 1, 1), None),
        ({"adopted": None}, BETWEEN, None),
        ({"adopted": None, "since": DAY(2024, 2, 17)}, BETWEEN, None),
        ({"adopted": None, "since": DAY(2025, 7, 1)}, BETWEEN, False),
        ({"until": DAY(2027, 1, 1)}, DAY(2026, 6, 1), True),
    ],
)
def test_a_decision_lapses_at_the_next_cop_and_a_resolution_does_not(fields, at, expected) -> None:
    found = standing(kept(**fields), at, MEETINGS)
    assert found.in_force is expected, found.why("in_force")
    assert found.why("in_force")


@pytest.mark.parametrize(
    ("codes", "at", "due", "overdue"),
    [
        (("COP15",), BETWEEN, True, False),
        (("COP15",), DAY(2026, 4, 1), False, False),
        (("next:COP",), BETWEEN, True, False),
        (("each:COP",), BETWEEN, True, False),
        (("COP16",), BETWEEN, None, None),
        (("2025-03",), BETWEEN, True, True),
        (("2025-03-32",), BETWEEN, None, None),
        (("2030",), BETWEEN, False, False),
        (("annual",), BETWEEN, True, False),
        (("when the moon is full",), BETWEEN, None, None),
        ((), BETWEEN, False, False),
    ],
)
def test_what_is_due_is_due_by_the_next_meeting(codes, at, due, overdue) -> None:
    found = standing(kept(due=codes), at, MEETINGS)
    assert (found.due, found.overdue) == (due, overdue), found.why("due")


def test_a_deleted_decision_is_not_due() -> None:
    found = standing(kept(due=("COP15",), deleted=DAY(2025, 1, 1)), BETWEEN, MEETINGS)
    assert found.due is False
    assert str(found.why("due")) == "it is not in force"


def test_what_is_implemented_is_not_due_from_that_day_on() -> None:
    one = kept(due=("COP15",), statuses=(Judged(status="implemented", at=DAY(2025, 5, 1)),))
    assert standing(one, BETWEEN, MEETINGS).due is False
    assert standing(one, DAY(2025, 4, 1), MEETINGS).due is True


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ((), False),
        ((money(Funding.NONE),), True),
        ((money(Funding.PLEDGED),), True),
        ((money(Funding.UNKNOWN),), None),
        ((money(Funding.RECEIVED),), False),
        ((money(Funding.RECEIVED), money(Funding.NEEDED)), True),
        ((money(Funding.NONE, "as-appropriate"),), False),
        ((money(Funding.NONE, "subject-to-external-resources"),), True),
    ],
)
def test_a_mandate_is_unfunded_where_money_it_depends_on_has_not_come(conditions, expected) -> None:
    assert standing(kept(conditions=conditions), BETWEEN, MEETINGS).unfunded is expected


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((), True),
        ((Judged(status="not-reported", at=DAY(2025, 1, 1)),), True),
        ((Judged(status="not-implemented", at=DAY(2025, 1, 1)),), False),
        ((Judged(status="implemented", at=DAY(2025, 9, 1)),), True),
        ((Judged(status="implemented"),), False),
    ],
)
def test_a_mandate_is_silent_where_nobody_has_said_what_became_of_it(statuses, expected) -> None:
    assert standing(kept(statuses=statuses), BETWEEN, MEETINGS).silent is expected


def test_what_is_not_in_force_is_not_silent_and_what_may_be_is_not_known() -> None:
    assert standing(kept(), DAY(2027, 1, 1), MEETINGS).silent is False
    assert standing(kept(adopted=None), BETWEEN, MEETINGS).silent is None


def test_a_condition_is_never_met_until_one_link_of_the_chain_had_its_money() -> None:
    old, new = (
        kept(name="13.4", conditions=(money(Funding.NONE),)),
        kept(conditions=(money(Funding.UNKNOWN),)),
    )
    assert [one.funding for one in never_met((old, new))] == [Funding.UNKNOWN]
    paid = kept(name="13.4", conditions=(money(Funding.RECEIVED),))
    assert never_met((paid, new)) == ()


def test_whether_a_meeting_renewed_it_is_not_known_before_what_it_adopted_is_on_record() -> None:
    unheard = dataclasses.replace(COP15, results=False)
    found = standing(kept(), DAY(2027, 1, 1), (COP14, unheard))
    assert (found.in_force, str(found.why("in_force"))) == (
        None, "it lapses at COP15 unless renewed; what COP15 adopted is not on record",
    )  # fmt: skip
