"""Draft decisions from their proposal to what the meeting made of them."""

import datetime

import pytest

from tests.record import OFFICER
from whimbrel.acts import adopting, drafts, lineage, mandates, meetings
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.register.models import Cost, Draft, Instrument, Provision, Succession

pytestmark = pytest.mark.usefixtures("house")
TEXT = "The Secretariat shall, subject to the availability of external resources:"
ITEMS = ("a) review the values of terns; and", "b) report to COP16.")


@pytest.fixture
def key() -> str:
    """A draft to COP15."""
    meetings.enter(OFFICER, "", "COP15", ends=datetime.date(2026, 3, 29))
    return drafts.propose(
        OFFICER, "", "COP15", text=TEXT, items=ITEMS, heading="Terns",
        line="Directed to the Secretariat",
    )  # fmt: skip


def one() -> Draft:
    """The draft as it stands."""
    return Draft.objects.get()


def test_a_draft_gets_the_next_free_number_of_its_meetings_series(key: str) -> None:
    assert key == "COP15-15.AA"
    assert drafts.propose(OFFICER, "", "COP15", text="Decides.") == "COP15-15.BB"
    with pytest.raises(Refused, match=r"has a draft 15\.AA already"):
        drafts.propose(OFFICER, "", "COP15", text="Decides.", placeholder="15.AA")
    with pytest.raises(Refused, match="begins with its letter"):
        drafts.propose(OFFICER, "", "COP15", text="Decides.", items=("review the values",))


def test_the_words_of_the_session_are_kept_beside_those_before(key: str) -> None:
    assert drafts.revise(OFFICER, "", key, "CRP.2", text=TEXT, items=ITEMS[:1], seen=0) == 1
    assert [len(each.items) for each in one().texts.all()] == [2, 1]
    assert one().state == "in session"
    with pytest.raises(Refused, match="has this version already"):
        drafts.revise(OFFICER, "", key, "CRP.2", text=TEXT, seen=1)
    with pytest.raises(Overtaken, match="Ann changed this draft meanwhile"):
        drafts.revise(OFFICER, "", key, "CRP.3", text=TEXT, seen=0)


def test_what_it_costs_is_money_or_days_in_a_year_from_a_source(key: str) -> None:
    drafts.cost(
        OFFICER, "", key, "a consultant", source="voluntary contributions", year=2027,
        amount="25 000", currency="eur", days=10, seen=0,
    )  # fmt: skip
    told = str(Cost.objects.get())
    assert told == ("a consultant, 2027, voluntary contributions: 25000.00 EUR, 10 days of staff")
    with pytest.raises(Refused, match="an amount of money, or days"):
        drafts.cost(OFFICER, "", key, "a consultant", source="core budget", seen=1)
    for amount in ("much", "-5", "NaN", "1e40"):
        with pytest.raises(Refused, match="is no amount"):
            drafts.cost(OFFICER, "", key, "x", source="core", amount=amount, seen=1)
    with pytest.raises(Refused, match="is no currency"):
        drafts.cost(OFFICER, "", key, "x", source="core", amount="5", currency="euro", seen=1)


def test_an_adopted_draft_takes_a_number_and_becomes_mandates(key: str) -> None:
    mandates.adopt(OFFICER, "", "14.10", kind="decision")
    old = mandates.enter(OFFICER, "", "14.10", "14.10 d)", text="Review the values of terns.")
    lineage.confirm(OFFICER, "", old, key, label="renewed-amended")
    assert adopting.adopt(OFFICER, "", key, result="by consensus", seen=0) == "15.1"
    made = list(Provision.objects.filter(instrument__number="15.1").order_by("name"))
    assert [each.name for each in made] == ["15.1 a)", "15.1 b)"]
    assert made[0].addressees == ["CMS Secretariat"]
    assert [each.kind for each in made[0].conditions.all()] == ["subject-to-external-resources"]
    assert (made[1].due, made[1].since) == ("COP16", datetime.date(2026, 3, 29))
    assert (one().state, str(one().instrument)) == ("adopted", "CMS/Decision/15.1")
    pairs = Succession.objects.filter(new__isnull=False)
    assert {str(each.new) for each in pairs} == {"15.1 a)", "15.1 b)"}
    with pytest.raises(Refused, match=r"is done with COP15-15\.AA: it is adopted"):
        drafts.revise(OFFICER, "", key, "CRP.9", text="Late.", seen=1)


def test_a_number_of_another_meeting_is_refused(key: str) -> None:
    with pytest.raises(Refused, match=r"14\.3 is not of the series of COP15"):
        adopting.adopt(OFFICER, "", key, number="14.3", seen=0)
    assert not Instrument.objects.exists()
    assert adopting.adopt(OFFICER, "", key, number="15.7", seen=0) == "15.7"
    other = drafts.propose(OFFICER, "", "COP15", text="Decides to thank the host.")
    assert adopting.adopt(OFFICER, "", other, seen=0) == "15.8"


def test_one_that_is_not_adopted_says_why_and_stays(key: str) -> None:
    with pytest.raises(Refused, match="without a reason"):
        drafts.set_aside(OFFICER, "", key, "not adopted", seen=0)
    with pytest.raises(Refused, match="is no result"):
        drafts.set_aside(OFFICER, "no money", key, "adopted", seen=0)
    drafts.set_aside(OFFICER, "no money", key, "not adopted", seen=0)
    assert one().state == "not adopted"
