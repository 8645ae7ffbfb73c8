"""Findings of the check that were set aside."""

import pytest

from tests.record import OFFICER
from whimbrel.acts import findings, meetings, reports
from whimbrel.acts.refused import Refused
from whimbrel.register.models import Dismissal

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def on() -> str:
    """A report."""
    meetings.enter(OFFICER, "", "COP15")
    return f"report {reports.begin(OFFICER, '', 'COP15', '18.1', title='Terns')}"


def test_a_finding_is_set_aside_with_its_reason_and_taken_up(on: str) -> None:
    given = {"rule": "number-twice", "why": "two drafts, one number until the session"}
    findings.dismiss(OFFICER, "seen", on, "number-twice:1", **given)
    assert Dismissal.objects.get().reason == given["why"]
    with pytest.raises(Refused, match="already"):
        findings.dismiss(OFFICER, "seen", on, "number-twice:1", **given)
    findings.take_up(OFFICER, "", on, "number-twice:1")
    assert not Dismissal.objects.exists()


def test_only_what_there_is_can_be_checked(on: str) -> None:
    with pytest.raises(Refused, match="that can be checked"):
        findings.dismiss(OFFICER, "seen", "report none", "x", rule="x", why="y")
    with pytest.raises(Refused, match="say why"):
        findings.dismiss(OFFICER, "seen", on, "x", rule="x", why=" ")
