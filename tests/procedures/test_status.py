"""A status on a day: rights, term, reports, suspension, withdrawal and what follows."""

from dataclasses import replace
from datetime import date

import pytest

from tests.procedures.made import PROCEDURE, RULE, case, happened, words
from whimbrel.procedures.case import Event
from whimbrel.procedures.criterion import Test
from whimbrel.procedures.fees import fees
from whimbrel.procedures.known import Known
from whimbrel.procedures.procedure import Fee
from whimbrel.procedures.status import status

IN = date(2020, 3, 1)
APPLIED = happened("apply", date(2020, 1, 1))
CHECKED = happened("check", date(2020, 1, 2))
ADMITTED = happened("admit", IN)
BEGUN = (APPLIED, CHECKED, ADMITTED)


@pytest.mark.parametrize(
    ("events", "on", "state", "rights"),
    [
        ((), IN, "", ()),
        ((APPLIED,), IN, "received", ()),
        (BEGUN, date(2020, 2, 29), "checked", ()),
        (BEGUN, IN, "admitted", ("attend",)),
        ((*BEGUN, happened("suspend", date(2021, 1, 1))), date(2021, 1, 1), "suspended", ("read",)),
        ((*BEGUN, happened("withdraw", date(2021, 1, 1))), date(2021, 1, 1), "withdrawn", ()),
        ((*BEGUN, happened("report", date(2021, 1, 1))), date(2021, 1, 1), "admitted", ("attend",)),
    ],
)
def test_rights_follow_the_state_of_the_day(
    events: tuple[Event, ...], on: date, state: str, rights: tuple[str, ...]
) -> None:
    found = status(case(*events), on)
    assert found.state == state
    assert tuple(one.id for one in found.rights) == rights


@pytest.mark.parametrize(
    ("on", "state"),
    [(date(2021, 12, 31), "suspended"), (date(2022, 1, 1), "admitted")],
)
def test_a_suspension_until_a_day_is_over_on_the_next(on: date, state: str) -> None:
    until = happened("suspend", date(2021, 1, 1), until="2021-12-31")
    found = status(case(*BEGUN, until), on)
    assert found.state == state
    assert found.since == (date(2021, 1, 1) if state == "suspended" else IN)


@pytest.mark.parametrize(("on", "lapsed"), [(date(2025, 3, 1), False), (date(2025, 3, 2), True)])
def test_a_status_of_five_years_lapses_after_its_last_day_and_takes_nothing_away(
    on: date, lapsed: bool
) -> None:
    found = status(case(*BEGUN), on)
    assert found.until == date(2025, 3, 1)
    assert found.lapsed is lapsed
    assert found.state == "admitted"


def test_a_renewal_gives_five_more_years_and_keeps_the_beginning() -> None:
    found = status(case(*BEGUN, happened("renew", date(2024, 6, 1))), date(2024, 6, 1))
    assert found.until == date(2029, 6, 1)
    assert found.since == IN


def test_a_decision_may_set_the_last_day_itself() -> None:
    until = happened("admit", IN, until=date(2021, 1, 1))
    assert status(case(APPLIED, CHECKED, until), IN).until == date(2021, 1, 1)


def test_a_status_for_one_meeting_or_without_a_known_term_has_no_last_day() -> None:
    term = replace(PROCEDURE.validity, years=None, meeting=True)
    found = status(case(*BEGUN, validity=term), IN)
    assert (found.until, found.meeting) == (None, True)
    unknown = replace(PROCEDURE.validity, status=Known.UNKNOWN)
    assert status(case(*BEGUN, validity=unknown), IN).until is None


@pytest.mark.parametrize(
    ("more", "on", "due", "overdue", "failing"),
    [
        ((), date(2024, 3, 1), date(2024, 3, 1), False, ""),
        ((), date(2024, 3, 2), date(2024, 3, 1), True, "suspended"),
        ((), date(2025, 3, 1), date(2024, 3, 1), True, "suspended"),
        ((), date(2025, 3, 2), date(2024, 3, 1), True, "withdrawn"),
        (
            (happened("report", date(2023, 5, 5)),),
            date(2024, 3, 2),
            date(2027, 5, 5),
            False,
            "",
        ),
        (
            (happened("suspend", date(2024, 9, 1)),),
            date(2025, 9, 1),
            date(2024, 3, 1),
            True,
            "suspended",
        ),
        (
            (happened("suspend", date(2024, 9, 1)),),
            date(2025, 9, 2),
            date(2024, 3, 1),
            True,
            "withdrawn",
        ),
    ],
)
def test_a_report_is_due_every_four_years_and_what_failing_means_is_told(
    more: tuple[Event, ...], on: date, due: date, overdue: bool, failing: str
) -> None:
    (found,) = status(case(*BEGUN, *more), on).duties
    assert (found.day, found.overdue, found.failing) == (due, overdue, failing)


@pytest.mark.parametrize("step", ["suspend", "withdraw"])
def test_what_is_suspended_or_lost_has_no_term(step: str) -> None:
    found = status(case(*BEGUN, happened(step, date(2021, 1, 1))), date(2021, 1, 1))
    assert (found.until, found.lapsed) == (None, False)


def test_who_is_admitted_anew_owes_reports_from_then_on() -> None:
    anew = (happened("withdraw", date(2021, 1, 1)), happened("admit", date(2024, 5, 1)))
    (found,) = status(case(*BEGUN, *anew), date(2024, 5, 1)).duties
    assert found.day == date(2028, 5, 1)


def test_a_report_on_request_has_no_day() -> None:
    asked = replace(PROCEDURE.duties[0], every_years=None)
    (found,) = status(case(*BEGUN, duties=(asked,)), date(2099, 1, 1)).duties
    assert (found.day, found.overdue) == (None, False)


def test_who_lost_a_status_may_apply_again_after_three_years() -> None:
    lost = case(*BEGUN, happened("withdraw", date(2024, 2, 29)))
    assert status(lost, date(2024, 3, 1)).again_from == date(2027, 2, 28)
    assert status(case(*BEGUN), IN).again_from is None
    unknown = replace(PROCEDURE.validity, reapply_years=None)
    lost = case(*BEGUN, happened("withdraw", date(2024, 2, 29)), validity=unknown)
    assert status(lost, date(2024, 3, 1)).again_from is None


def test_a_change_of_name_and_a_merger_are_kept_as_events() -> None:
    renamed = happened("rename", date(2021, 1, 1), name="Friends of Waders")
    merged = happened("rename", date(2022, 1, 1), merged_into="Friends of Birds")
    one = case(*BEGUN, renamed, merged)
    assert not status(one, date(2020, 12, 31)).names
    found = status(one, date(2022, 1, 1))
    assert [(each.name, each.since) for each in found.names] == [
        ("Friends of Waders", date(2021, 1, 1))
    ]
    assert found.merged_into == "Friends of Birds"
    assert found.state == "admitted"


FEE = Fee(
    id="fee", source=RULE, status=Known.SEEN, text=words("a fee"), amount=100, currency="EUR",
    waived_for=Test(attribute="org_type", equals="ipo"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("values", "due", "waived"),
    [
        ({"org_type": "ngo", "fee_paid": False}, True, False),
        ({"org_type": "ngo", "fee_paid": True}, False, False),
        ({"org_type": "ngo"}, None, False),
        ({"org_type": "ipo", "fee_paid": False}, False, True),
        ({"fee_paid": False}, None, None),
        ({"fee_paid": True}, False, None),
    ],
)
def test_a_fee_is_due_waived_paid_or_not_known(
    values: dict[str, object], due: bool | None, waived: bool | None
) -> None:
    (found,) = fees(replace(PROCEDURE, fees=(FEE,)), values)
    assert (found.due, found.waived) == (due, waived)


def test_a_fee_that_nobody_knows_is_not_applied() -> None:
    unknown = replace(FEE, status=Known.UNKNOWN)
    assert fees(replace(PROCEDURE, fees=(unknown,)), {}) == ()
