"""The matter of a paper: provisions in order, what was done, and nothing twice."""

import datetime

import pytest

from tests.api.house import furnish
from tests.record import OFFICER
from tests.reported import begun
from whimbrel.acts import agreements, campaigns, engagements, meetings
from whimbrel.queries import headings, matter
from whimbrel.queries.scope import reader
from whimbrel.register.models import Agreement, Engagement, Meeting, Provision

pytestmark = pytest.mark.usefixtures("house")
DAY = datetime.date(2026, 3, 23)


def test_provisions_come_in_the_order_of_their_numbers_with_what_became_of_them() -> None:
    begun()
    told = matter.promises(Provision.objects.all(), reader(OFFICER), DAY)
    assert [one.name for one in told] == ["14.10 a)", "14.10 b)"]
    first = told[0]
    assert first.answer is not None
    assert (first.answer.status, first.answer.stated) == ("implemented", True)
    assert [one.kind for one in first.conditions] == ["external-resources"]
    assert first.due == ("COP15",)


@pytest.mark.parametrize(
    ("first", "second"), [("14.9", "14.10"), ("14.9 b)", "14.10 a)"), ("8.1", "11.10 (Rev.COP14)")]
)
def test_numbers_sort_as_numbers(first: str, second: str) -> None:
    assert matter.numbers(first) < matter.numbers(second)


def test_the_meeting_before_is_of_the_same_series() -> None:
    for short, year in (("COP14", 2024), ("COP15", 2026), ("MOP8", 2025)):
        meetings.enter(OFFICER, "", short, starts=datetime.date(year, 2, 1))
    meetings.enter(OFFICER, "", "COP99")
    assert str(matter.before(Meeting.objects.get(short="COP15"))) == "COP14"
    assert matter.before(Meeting.objects.get(short="COP14")) is None
    assert matter.before(Meeting.objects.get(short="COP99")) is None


def test_a_deed_has_its_partners_and_what_shows_it() -> None:
    key = furnish()
    engagements.attach_evidence(OFFICER, "", key, "UNEP/CMS/COP15/Inf.3")
    engagements.attach_evidence(OFFICER, "", key, "UNEP/CMS/COP15/Doc.18.1#para_5")
    (one,) = matter.deeds(Engagement.objects.all(), "UNEP/CMS/COP15/Doc.18.1")
    assert [body.name.anyhow("en") for body in one.partners] == ["BirdLife International"]
    assert one.provisions == ("14.10 a)",)
    assert [each.symbol for each in one.pointers] == ["UNEP/CMS/COP15/Inf.3"]
    assert one.countries == ("KE",)


@pytest.mark.parametrize(
    ("since", "until", "met"),
    [("2024-02-18", "2026-03-23", True), ("2021-01-01", "2022-01-01", False), ("", "", True),
     ("2026-01-01", "", False)],
)  # fmt: skip
def test_agreements_are_those_of_the_period(since: str, until: str, met: bool) -> None:
    agreements.record(
        OFFICER, "", "Plan", kind="work-plan", since="2023", until="2025-06", parties=("Terns",)
    )
    found = matter.accords(reader(OFFICER), since, until)
    assert bool(found) is met


def test_an_agreement_tells_what_follows_it() -> None:
    first = agreements.record(
        OFFICER, "", "Plan", kind="work-plan", since="2020", until="2025", parties=("Terns",)
    )
    agreements.renew(OFFICER, "", first, name="Second plan", since="2026", seen=0)
    assert Agreement.objects.count() == 2
    told = {one.name.anyhow("en"): one for one in matter.accords(reader(OFFICER), "", "")}
    assert "Second plan" in told["Plan"].successor.anyhow("en")


def test_a_campaign_has_its_editions_of_the_period() -> None:
    campaigns.run(OFFICER, "", "World Bird Day", days=({"month": 5, "day": 22},))
    for year in (2020, 2025):
        campaigns.set_theme(OFFICER, "", "world-bird-day", year, f"Theme of {year}")
    (one,) = matter.campaigns(reader(OFFICER), "2024-02-18", "2026-03-23")
    assert [each.when for each in one.editions] == ["2025"]
    assert matter.campaigns(reader(OFFICER), "2030-01-01", "") == ()


@pytest.mark.parametrize(
    ("quote", "whole"),
    [
        ("Bats need the dark", True),
        ("bats need the dark", False),
        ("Lamps should go.", True),
        ("Lamps should", False),
        ("Nothing of the kind", False),
    ],
)
def test_a_quote_is_whole_where_it_begins_and_ends_with_its_sentence(quote, whole) -> None:
    told = "We hold that bats need the dark. Bats need the dark. Lamps should go."
    assert matter.is_whole(quote, told) is whole


@pytest.mark.parametrize(("number", "heading"), [(2, "society"), (3, "dark skies")])
def test_a_theme_is_a_heading_where_three_deeds_share_it(number, heading) -> None:
    furnish()
    for at in range(number):
        key = engagements.record(
            OFFICER, "", f"Night {at}", kind="workshop", partners=("BirdLife International",),
            since="2024-05-01",
        )  # fmt: skip
        Engagement.objects.filter(key=key).update(themes=["dark skies", f"lamp {at}"])
    found = matter.deeds(Engagement.objects.filter(title__startswith="Night"))
    assert [one.theme for one in found] == [heading] * number
    assert [one.key for one in headings.themes(found)] == [heading]


def test_a_sentence_comes_with_the_words_before_it_in_its_paragraph(monkeypatch) -> None:
    key = furnish()
    place, before, sentence = ("UNEP/CMS/COP15/Inf.3", "para_5"), "It was dark. ", "We came."
    monkeypatch.setattr(matter, "words_of", lambda _: {place: f"{before}{sentence} We left."})
    engagements.attach_evidence(OFFICER, "", key, "#".join(place))
    one = Engagement.objects.get(key__startswith=key)
    assert matter.befores([one]) == {}
    Engagement.objects.filter(pk=one.pk).update(sentence=sentence)
    one.evidence.update(words=sentence)
    (found,) = matter.deeds(Engagement.objects.filter(pk=one.pk))
    assert (found.before, found.at) == (before, len(before))
