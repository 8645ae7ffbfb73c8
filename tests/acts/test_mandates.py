"""Decisions and their provisions by hand: paraphrased, given to somebody, paid for, produced."""

import datetime

import pytest

from tests.record import OFFICER
from whimbrel.acts import mandates, meetings
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.register.models import Edition, Instrument, Provision

pytestmark = pytest.mark.usefixtures("house")
SINCE = datetime.date(2024, 2, 17)
MONEY = ("subject-to-external-resources", "as far as money comes")


@pytest.fixture
def name() -> str:
    """A provision, paraphrased."""
    meetings.enter(OFFICER, "", "COP14")
    mandates.adopt(OFFICER, "", "14.10", kind="decision", meeting="COP14", since=SINCE)
    return mandates.enter(
        OFFICER, "", "14.10", "14.10 d)", text="Review the values.", paraphrase=True,
        addressees=("Secretariat",), due="COP15", conditions=(MONEY,),
        outputs=(("review", "the review"), ("review", "its summary")),
    )  # fmt: skip


def one() -> Provision:
    """The provision as it stands."""
    return Provision.objects.get()


def test_a_paraphrase_is_marked_and_kept_as_the_wording_of_its_meeting(name: str) -> None:
    wording = one().wordings.get()
    assert (wording.paraphrase, wording.since, str(wording.meeting)) == (True, SINCE, "COP14")
    assert one().since == SINCE
    assert Instrument.objects.get().key == "CMS/Decision/14.10"
    with pytest.raises(Refused, match=r"has 14.10 d"):
        mandates.enter(OFFICER, "", "14.10", name, text="Again.")
    with pytest.raises(Refused, match=r"has CMS/Decision/14.10 already"):
        mandates.adopt(OFFICER, "", "14.10", kind="decision")
    with pytest.raises(Refused, match="another instrument"):
        mandates.adopt(OFFICER, "", "14.10", kind="decision", house="CITES")


def test_only_a_paraphrase_is_put_in_other_words(name: str) -> None:
    assert mandates.correct(OFFICER, "", name, {"text": "Look at the values."}, seen=0) == 1
    assert [each.text for each in one().wordings.all()] == [
        "Review the values.", "Look at the values.",
    ]  # fmt: skip
    Provision.objects.update(paraphrase=False)
    with pytest.raises(Refused, match="words of a document"):
        mandates.correct(OFFICER, "", name, {"text": "Mine."}, seen=1)
    assert mandates.correct(OFFICER, "", name, {"due": "COP16"}, seen=1) == 2


def test_a_provision_is_given_to_somebody_and_taken_back(name: str) -> None:
    assert mandates.assign(OFFICER, "", name, OFFICER, seen=0) == 1
    assert str(one().assigned) == "Ann"
    with pytest.raises(Overtaken, match="its assigned is now “Ann”"):
        mandates.assign(OFFICER, "", name, "", seen=0)
    mandates.assign(OFFICER, "she left", name, "", seen=1)
    assert one().assigned is None
    with pytest.raises(Refused, match="nobody here goes by x@"):
        mandates.assign(OFFICER, "", name, "x@example.org", seen=2)


def test_the_money_of_a_condition_is_followed_in_editions(name: str) -> None:
    mandates.fund(OFFICER, "", name, MONEY[0], "sought", seen=0)
    mandates.fund(OFFICER, "", name, MONEY[1], "received", seen=1)
    assert one().conditions.get().funding == "received"
    told = [each.said["conditions"] for each in Edition.objects.filter(about=f"provision {name}")]
    assert told[1:] == [[f"{MONEY[1]} (sought)"], [f"{MONEY[1]} (received)"]]
    with pytest.raises(Refused, match="rich is no state of money"):
        mandates.fund(OFFICER, "", name, MONEY[0], "rich", seen=2)
    with pytest.raises(Refused, match="has none of the name luck"):
        mandates.fund(OFFICER, "", name, "luck", "sought", seen=2)


def test_an_output_is_ticked_with_where_it_is(name: str) -> None:
    with pytest.raises(Refused, match="has 2 of the name review"):
        mandates.tick(OFFICER, "", name, "review", seen=0)
    mandates.tick(OFFICER, "", name, "the review", shown="UNEP/CMS/COP15/Inf.1", seen=0)
    told = one().outputs.get(words="the review")
    assert (told.done, told.shown) == (True, "UNEP/CMS/COP15/Inf.1")
    mandates.tick(OFFICER, "", name, "the review", done=None, seen=1)
    assert one().outputs.get(words="the review").done is None


def test_a_provision_of_no_instrument_is_refused() -> None:
    with pytest.raises(Refused, match=r"there is no instrument 9.9"):
        mandates.enter(OFFICER, "", "9.9", "9.9", text="Do.")
