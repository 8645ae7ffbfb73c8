"""Groups, campaigns, initiatives and meetings by hand."""

import datetime

import pytest

from tests.record import OFFICER
from whimbrel.acts import campaigns, groups, initiatives, mandates, meetings
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.queries.changes import changes
from whimbrel.register.models import Campaign, Findable, Group, Initiative, Meeting

pytestmark = pytest.mark.usefixtures("house")
BIRD_DAYS = ({"month": 5, "weekday": 5, "nth": 2}, {"month": 10, "weekday": 5, "nth": 2})


def test_a_group_that_never_met_says_why() -> None:
    mandates.adopt(OFFICER, "", "14.10", kind="decision")
    mandates.enter(OFFICER, "", "14.10", "14.10 a)", text="A group.", paraphrase=True)
    key = groups.found(
        OFFICER, "", "Working Group on NGOs", provisions=("14.10 a)",), composition="Parties"
    )
    assert groups.never_convened(OFFICER, "", key, "no money", seen=0) == 1
    one = Group.objects.get()
    assert (one.never_convened, one.why) == (True, "no money")
    assert [each.name for each in one.provisions.all()] == ["14.10 a)"]
    with pytest.raises(Overtaken, match="“no time”"):
        groups.never_convened(OFFICER, "", key, "no time", seen=0)
    with pytest.raises(Refused, match="kept as a group already"):
        groups.found(OFFICER, "", "Working Group on NGOs")


def test_a_sitting_has_its_topics_and_shows_that_the_group_met() -> None:
    key = groups.found(OFFICER, "", "Liaison Group of Terns")
    groups.sit(
        OFFICER, "", key, "In Rome", since="2025-02", place="Rome", topics="indicators",
        conclusions="to share them",
    )  # fmt: skip
    one = Group.objects.get()
    assert one.never_convened is False
    assert "to share them" in Findable.objects.get(kind="group").words
    with pytest.raises(Refused, match="has met"):
        groups.never_convened(OFFICER, "", key, "no money", seen=0)
    with pytest.raises(Refused, match="this sitting already"):
        groups.sit(OFFICER, "", key, "In Rome")
    assert groups.correct(OFFICER, "", key, {"composition": "all"}, seen=0) == 1


def test_a_campaign_keeps_its_rule_and_a_theme_a_year() -> None:
    key = campaigns.run(OFFICER, "", "Tern Day", days=BIRD_DAYS, partners=("CMS",))
    campaigns.set_theme(OFFICER, "", key, 2025, "Shared spaces")
    campaigns.set_theme(OFFICER, "", key, 2026, "Every bird")
    assert [str(each) for each in Campaign.objects.get().themes.all()] == [
        "2026: Every bird", "2025: Shared spaces",
    ]  # fmt: skip
    with pytest.raises(Overtaken, match="Ann changed this campaign"):
        campaigns.set_theme(OFFICER, "", key, 2026, "Each bird")
    campaigns.set_theme(OFFICER, "", key, 2026, "Each bird", seen=2)
    assert Campaign.objects.get().themes.get(year=2026).theme == "Each bird"
    assert campaigns.correct(OFFICER, "", key, {"rule": [BIRD_DAYS[0]]}, seen=3) == 4
    with pytest.raises(Refused, match="month"):
        campaigns.correct(OFFICER, "", key, {"rule": [{"month": 14, "day": 1}]}, seen=4)
    with pytest.raises(Refused, match="already"):
        campaigns.run(OFFICER, "", "Tern Day")


def test_an_initiative_in_development_is_found_by_where_it_was_discussed() -> None:
    key = initiatives.begin(
        OFFICER, "", "Initiative on Taking", focus=("law",), fora=("the wildlife partnership",),
        partners=("FAO",),
    )  # fmt: skip
    assert "wildlife partnership" in Findable.objects.get(kind="initiative").words
    assert initiatives.correct(OFFICER, "", key, {"state": "adopted"}, seen=0) == 1
    assert Initiative.objects.get().state == "adopted"
    with pytest.raises(Refused, match="already"):
        initiatives.begin(OFFICER, "", "Initiative on Taking")


def test_a_meeting_is_one_under_its_short_and_long_name() -> None:
    starts, ends = datetime.date(2026, 3, 23), datetime.date(2026, 3, 29)
    told = meetings.enter(
        OFFICER, "", "15th meeting of the Conference of the Parties", venue="Campo Grande",
        country="BR", starts=starts, ends=ends, body="CMS Conference of the Parties",
    )  # fmt: skip
    assert told == "COP15"
    with pytest.raises(Refused, match="has COP15 already"):
        meetings.enter(OFFICER, "", "COP15")
    one = Meeting.objects.get()
    assert changes(one) == 1
    assert meetings.correct(OFFICER, "", "COP15", {"url": "https://cms.int"}, seen=1) == 2
    assert changes(one) == 2
    with pytest.raises(Overtaken, match="its venue is now “Campo Grande”"):
        meetings.correct(OFFICER, "", "COP15", {"venue": "Bonn"}, seen=1)
    with pytest.raises(Refused, match="end before it begins"):
        meetings.correct(OFFICER, "", "COP15", {"ends": datetime.date(2026, 3, 1)}, seen=2)
    assert Meeting.objects.get().ends == ends
    assert meetings.correct(OFFICER, "", "COP15", {"ends": "2026-03-30"}, seen=2) == 3
    with pytest.raises(Refused, match="soon is no day"):
        meetings.correct(OFFICER, "", "COP15", {"ends": "soon"}, seen=3)
    with pytest.raises(Refused, match="no address of a page"):
        meetings.correct(OFFICER, "", "COP15", {"url": "javascript:alert(1)"}, seen=3)
