"""Provisions that a meeting deleted, and titles of decisions."""

import datetime

import pytest

from tests.record import OFFICER
from whimbrel.acts import ending, mandates, meetings
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.register.models import Instrument, Provision

pytestmark = pytest.mark.usefixtures("house")
LAST = datetime.date(2026, 3, 29)


@pytest.fixture
def name() -> str:
    """A provision, and the meeting after it."""
    meetings.enter(OFFICER, "", "COP14", ends=datetime.date(2024, 2, 17))
    meetings.enter(OFFICER, "", "COP15")
    mandates.adopt(OFFICER, "", "14.10", kind="decision")
    return mandates.enter(OFFICER, "", "14.10", "14.10 d)", text="Review the values.")


def test_one_that_is_deleted_stays_with_whoever_works_on_it(name: str) -> None:
    mandates.assign(OFFICER, "", name, OFFICER, seen=0)
    with pytest.raises(Refused, match="last day of COP15 is not on record"):
        ending.end(OFFICER, "deleted", name, "COP15", seen=1)
    with pytest.raises(Overtaken, match="meanwhile"):
        ending.end(OFFICER, "deleted", name, "COP15", on=LAST, seen=0)
    assert ending.end(OFFICER, "deleted", name, "COP15", on=LAST, seen=1) == "Ann"
    one = Provision.objects.get()
    assert (one.until, str(one.assigned)) == (LAST, "Ann")
    with pytest.raises(Refused, match="ended on 2026-03-29 already"):
        ending.end(OFFICER, "deleted", name, "COP15", on=LAST, seen=2)


def test_nothing_is_deleted_without_a_reason_or_before_it_began(name: str) -> None:
    with pytest.raises(Refused, match="without a reason"):
        ending.end(OFFICER, "", name, "COP15", on=LAST, seen=0)
    ending.entitle(OFFICER, "", "14.10", "On Terns", meeting="COP14")
    with pytest.raises(Refused, match="before it begins"):
        ending.end(OFFICER, "deleted", name, "COP15", on=datetime.date(2023, 1, 1), seen=0)


def test_a_decision_gets_its_title_and_its_meeting(name: str) -> None:
    ending.entitle(OFFICER, "", "14.10", "On  Terns", meeting="COP14")
    one = Instrument.objects.get()
    assert (one.title, str(one.meeting), one.since) == (
        "On Terns", "COP14", datetime.date(2024, 2, 17),
    )  # fmt: skip
    with pytest.raises(Refused, match="already"):
        ending.entitle(OFFICER, "", "14.10", "On Terns")
