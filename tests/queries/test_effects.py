"""A draft beside what is in effect."""

import datetime

import pytest

from tests.record import OFFICER
from whimbrel.acts import drafts, mandates, meetings
from whimbrel.queries.effects import effects
from whimbrel.register.models import Provision

pytestmark = pytest.mark.usefixtures("house")
OLD = (
    "The Secretariat shall, subject to the availability of external resources, review the effect "
    "of street lamps on migratory bats and report to COP15."
)
OTHER = "Parties are invited to name a focal point for the conservation of river dolphins."


@pytest.fixture
def key() -> str:
    """A draft that asks for much the same as a provision in effect."""
    meetings.enter(OFFICER, "", "COP15")
    mandates.adopt(OFFICER, "", "14.21", kind="decision")
    mandates.enter(OFFICER, "", "14.21", "14.21", text=OLD)
    mandates.adopt(OFFICER, "", "19.5", kind="decision", house="CITES")
    mandates.enter(OFFICER, "", "19.5", "19.5", text=OTHER)
    return drafts.propose(OFFICER, "", "COP15", text=OLD.replace("COP15", "COP16"))


def test_what_a_draft_would_do_is_told_with_both_wordings(key: str) -> None:
    found = effects(OFFICER, key)
    assert found is not None
    assert [(one.path, one.own, str(one.relation.sort)) for one in found] == [
        ("14.21", True, "would-supersede")
    ]
    assert (found[0].relation.standing.text, found[0].relation.draft.path) == (OLD, "15.AA")
    assert found[0].relation.changed.added == ("COP16.",)


def test_what_ended_is_not_in_effect(key: str) -> None:
    Provision.objects.filter(name="14.21").update(until=datetime.date(2020, 1, 1))
    assert effects(OFFICER, key) == ()


def test_decisions_of_other_conventions_are_compared_too(key: str) -> None:
    other = drafts.propose(OFFICER, "", "COP15", text=OTHER)
    found = effects(OFFICER, other)
    assert found is not None
    assert [(one.instrument, one.own, str(one.relation.sort)) for one in found] == [
        ("CITES/Decision/19.5", False, "duplicates")
    ]


def test_a_draft_that_is_not_to_be_seen_tells_nothing(key: str) -> None:
    assert effects(None, key) is None
