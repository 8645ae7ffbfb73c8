"""The title and the meeting of a decision, as the paper that quotes it gives them."""

import pytest

from tests.record import OFFICER
from whimbrel.acts import documents, mandates, meetings, readings
from whimbrel.engagements.understood import understand
from whimbrel.register.models import Edition, Instrument, Meeting

pytestmark = pytest.mark.usefixtures("house")
PAPER = """UNEP/CMS/COP15/Doc.99

TERNS

1. {says} *Counting of Terns*:

*14.70 Directed to the Secretariat*

*The Secretariat shall count the terns.*

2. The Secretariat counted them.
"""


def accepted(says: str) -> Instrument:
    """The decision of a paper that says so, with all that is sure accepted."""
    read = understand(PAPER.format(says=says).encode(), name="terns.md")
    symbol = documents.deposit(OFFICER, "", read).symbol
    readings.accept_sure(OFFICER, "", symbol)
    return Instrument.objects.get(number="14.70")


def test_a_paper_gives_a_decision_its_title_and_its_meeting() -> None:
    one = accepted("COP14 adopted Decision 14.70")
    assert one.title == "Counting of Terns"
    assert one.meeting == Meeting.objects.get(short="COP14")
    assert Edition.objects.filter(about="instrument 14.70").get().said["title"] == one.title
    assert Edition.objects.filter(about="meeting COP14").exists()


@pytest.mark.parametrize("known", [True, False])
def test_without_such_a_sentence_it_is_the_meeting_of_its_series_where_that_is_on_record(
    known: bool,
) -> None:
    if known:
        meetings.enter(OFFICER, "", "COP14")
    one = accepted("Reference is made to Decision 14.70")
    assert (one.meeting is not None) is known
    assert Meeting.objects.filter(short="COP14").exists() is known


def test_what_a_person_entered_stays() -> None:
    meetings.enter(OFFICER, "", "COP13")
    mandates.adopt(
        OFFICER, "", "14.70", kind="decision", title="Terns and gulls", meeting="COP13"
    )  # fmt: skip
    one = accepted("COP14 adopted Decision 14.70")
    assert one.meeting is not None
    assert (one.title, one.meeting.short) == ("Terns and gulls", "COP13")


def test_a_citation_that_was_rejected_tells_nothing() -> None:
    read = understand(PAPER.format(says="COP14 adopted Decision 14.70").encode(), name="t.md")
    symbol = documents.deposit(OFFICER, "", read).symbol
    version = readings.newest(symbol)
    for one in version.readings.filter(kind="citations"):
        named = readings.Named(symbol=symbol, kind="citations", place=one.place)
        readings.judge(OFFICER, "", named, "reject")
    readings.accept_sure(OFFICER, "", symbol)
    one = Instrument.objects.get(number="14.70")
    assert (one.title, one.meeting) == ("", None)
