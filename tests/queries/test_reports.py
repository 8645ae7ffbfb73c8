"""Which reports there are, and what one reports on."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.record import OFFICER, with_role
from tests.reported import begun
from whimbrel.acts import engagements, meetings, reports, sending
from whimbrel.queries import reports as kept
from whimbrel.queries.scope import reader
from whimbrel.register.models import Report

pytestmark = pytest.mark.usefixtures("house")


def test_the_list_says_how_far_each_is() -> None:
    key = begun()
    sending.freeze(OFFICER, "", key, seen=0)
    (one,) = kept.reports(OFFICER).rows
    assert (one.key, one.state, one.issued) == (key, "frozen", ("first",))
    assert kept.reports(OFFICER, meeting="COP14").rows == ()


def test_the_list_does_not_fetch_the_papers_that_went_out() -> None:
    sending.freeze(OFFICER, "", begun(), seen=0)
    with CaptureQueriesContext(connection) as questions:
        assert kept.reports(OFFICER).rows[0].issued == ("first",)
    asked = [each["sql"] for each in questions.captured_queries]
    assert len([sql for sql in asked if '"register_issued"' in sql]) == 1
    assert not any('"tree"' in sql for sql in asked)


def test_the_public_lists_what_is_public_and_went_out() -> None:
    key = begun()
    Report.objects.update(public=True)
    assert kept.reports(None).rows == ()
    sending.freeze(OFFICER, "", key, seen=0)
    assert [one.key for one in kept.reports(None).rows] == [key]
    assert kept.report(None, key) is None
    assert kept.report(with_role("partner"), key) is None


def test_it_covers_the_time_since_the_meeting_before() -> None:
    one = Report.objects.get(key=begun())
    assert kept.period(one) == ("2024-02-17", "2026-03-23")
    one.since = datetime.date(2025, 1, 1)
    assert kept.period(one)[0] == "2025-01-01"


def test_without_a_name_it_reports_on_all_that_is_due() -> None:
    begun()
    key = reports.begin(OFFICER, "", "COP15", "7", title="One", on=("14.10",))
    for each in Report.objects.all():
        asked = kept.provisions(each, reader(OFFICER))
        assert {one.name for one in asked} == {"14.10 a)", "14.10 b)"}
    assert Report.objects.get(key=key).about == ["14.10"]


def test_of_a_period_that_nobody_knows_nothing_is_told() -> None:
    begun()
    meetings.enter(OFFICER, "", "MOP1")
    key = reports.begin(OFFICER, "", "MOP1", "1", title="Nothing")
    now = kept.report(OFFICER, key)
    assert now is not None
    assert now.matter.deeds == ()


def test_what_was_done_before_the_period_is_not_reported() -> None:
    key = begun()
    engagements.record(
        OFFICER, "", "An old meeting", kind="liaison-meeting", partners=("Terns",), since="2019"
    )
    now = kept.report(OFFICER, key)
    assert now is not None
    assert [one.title.anyhow("en") for one in now.matter.deeds] == ["Workshop on flyways"]
