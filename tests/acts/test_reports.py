"""Reports: begun, written in, left to the record again."""

import pytest

from tests.record import OFFICER, with_role
from tests.reported import begun
from whimbrel.acts import mandates, meetings, reports
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.queries import reports as reported
from whimbrel.register.models import Passage, Report

PLACE = "narrative/discussion"
pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def key() -> str:
    """A report to COP15 under item 18.1."""
    meetings.enter(OFFICER, "", "COP15")
    return reports.begin(OFFICER, "", "COP15", "18.1", title="Terns")


def test_a_report_is_begun_once_a_language(key: str) -> None:
    assert key == "COP15-18.1-en"
    with pytest.raises(Refused, match="already"):
        reports.begin(OFFICER, "", "COP15", "18.1", title="Terns")
    assert reports.begin(OFFICER, "", "COP15", "18.1", title="Sternes", language="fr")
    with pytest.raises(Refused, match="is no language"):
        reports.begin(OFFICER, "", "COP15", "18.1", title="Seeschwalben", language="de")
    with pytest.raises(Refused, match=r"no instrument 14\.10"):
        reports.begin(OFFICER, "", "COP15", "18.2", title="Terns", on=("14.10",))
    mandates.adopt(OFFICER, "", "14.10", kind="decision")
    reports.begin(OFFICER, "", "COP15", "18.2", title="Terns", on=("14.10",))
    assert Report.objects.get(item="18.2").about == ["14.10"]


def test_two_who_write_one_paragraph_lose_no_word(key: str) -> None:
    with_role("approver")
    seen = reports.write(OFFICER, "", key, PLACE, "Terns came.", base="No terns.", seen="")
    with pytest.raises(Overtaken, match=r"Ann wrote this .* “Terns came.”.* “No gulls.”"):
        reports.write("x@example.org", "", key, PLACE, "No gulls.", base="No terns.", seen="")
    reports.write("x@example.org", "", key, PLACE, "Gulls too.", base="No terns.", seen=seen)
    one = Passage.objects.get()
    assert (one.words, one.base) == ("Gulls too.", "No terns.")


def test_what_was_written_is_left_to_the_record_again(key: str) -> None:
    with pytest.raises(Refused, match="nobody wrote"):
        reports.restore(OFFICER, "", key, PLACE, seen="")
    seen = reports.write(OFFICER, "", key, PLACE, "Terns came.", seen="")
    with pytest.raises(Overtaken, match="meanwhile"):
        reports.restore(OFFICER, "", key, PLACE, seen="")
    reports.restore(OFFICER, "", key, PLACE, seen=seen)
    assert not Passage.objects.exists()


def test_nobody_writes_in_one_that_went_out(key: str) -> None:
    Report.objects.update(state="frozen")
    with pytest.raises(Refused, match="is frozen: begin a revision"):
        reports.write(OFFICER, "", key, PLACE, "Terns came.", seen="")


@pytest.mark.parametrize(
    "place",
    [
        "nowhere", "", "narrative/", "after/nowhere", "after/", "status/14.10 a)>9",
        "status/14.10 a)>x", "background/14.10>1",
    ],
)  # fmt: skip
def test_a_place_that_the_report_does_not_have_is_refused(place: str) -> None:
    key = begun()
    with pytest.raises(Refused, match="has no place"):
        reports.write(OFFICER, "", key, place, "Terns came.", seen="")
    assert not Passage.objects.exists()


@pytest.mark.parametrize(
    ("place", "gives"),
    [
        ("status/14.10 a)", "Decision 14.10 a) has been implemented"),
        ("14.10 a)/done>1", "Workshop on flyways"),
        ("after/status/14.10 a)", ""),
        ("narrative/discussion", ""),
    ],
)
def test_the_base_is_what_the_record_gives_there(place: str, gives: str) -> None:
    key = begun()
    reports.write(OFFICER, "", key, place, "Terns came.", seen="")
    one = Passage.objects.get()
    assert (one.key, gives in one.base, bool(one.base)) == (place, True, bool(gives))
    now = reported.report(OFFICER, key)
    assert now is not None
    assert "Terns came." in str(now.laid.document)


def test_what_was_written_where_nothing_is_composed_any_more_is_still_rewritten() -> None:
    key = begun()
    seen = reports.write(OFFICER, "", key, "status/14.10 a)", "Terns came.", seen="")
    Passage.objects.update(key="gone", base="No terns.")
    reports.write(OFFICER, "", key, "gone", "Gulls came.", seen=seen)
    one = Passage.objects.get()
    assert (one.words, one.base) == ("Gulls came.", "No terns.")
