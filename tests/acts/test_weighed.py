"""Draft decisions from chosen options enter the record with what they follow from."""

import pytest

from tests.record import OFFICER
from whimbrel.acts import meetings, weighed
from whimbrel.acts.refused import Refused
from whimbrel.register.models import Draft, DraftText, Line

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture(autouse=True)
def meeting(house: object) -> None:
    meetings.enter(OFFICER, "", "COP15")


def test_each_addressee_gets_a_draft_under_the_next_free_number() -> None:
    key = weighed.from_options(OFFICER, "the group chose it", "COP15", options=("open-register",))
    assert key == "COP15-15.AA"
    kept = list(Draft.objects.order_by("placeholder"))
    assert [one.line for one in kept] == [
        "Directed to Parties",
        "Directed to the Secretariat",
        "Directed to bodies that are no Parties",
    ]
    assert [one.placeholder for one in kept] == ["15.AA", "15.BB", "15.CC"]
    assert kept[1].items[0][0] == "a)"
    assert "public register" in kept[1].items[0][1]
    assert {one.state for one in kept} == {Draft.State.PROPOSED}
    assert DraftText.objects.count() == len(kept)


def test_what_they_follow_from_is_kept() -> None:
    weighed.from_options(OFFICER, "", "COP15", options=("open-register", "two-tiers"))
    assert {one.address for one in Draft.objects.all()} == {
        "papers/options/open-register,two-tiers"
    }
    line = Line.objects.get(act="drafts.from_options")
    told = line.open
    assert told["options"] == ["open-register", "two-tiers"]
    assert (told["size"], told["seed"]) == (320, 1)
    assert len(told["drafts"]) == Draft.objects.count()


def test_they_are_written_in_the_language_asked_for() -> None:
    weighed.from_options(OFFICER, "", "COP15", options=("open-register",), language="fr")
    assert Draft.objects.filter(line="À l’adresse du Secrétariat").exists()


@pytest.mark.parametrize(
    ("options", "language", "says"),
    [
        ((), "en", "at least one option"),
        ((" ",), "en", "at least one option"),
        (("x",), "en", "no option is called x"),
        (("two-tiers",), "de", "en, fr, es"),
    ],
)
def test_what_is_no_option_or_language_is_refused(
    options: tuple[str, ...], language: str, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        weighed.from_options(OFFICER, "", "COP15", options=options, language=language)
    assert not Draft.objects.exists()
