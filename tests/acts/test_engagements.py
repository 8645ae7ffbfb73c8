"""Engagements by hand, with all that a document may tell of one."""

import pytest

from tests.record import OFFICER
from whimbrel.acts import engagements, mandates
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.register.models import Engagement, Findable

pytestmark = pytest.mark.usefixtures("house")


def recorded(title: str = "A workshop on terns", **told: object) -> str:
    """An engagement, recorded."""
    given = {"kind": "workshop", "partners": ("FAO",), **told}
    return engagements.record(OFFICER, "", title, **given)  # type: ignore[arg-type]


def test_everything_that_is_told_is_kept() -> None:
    forum = recorded("Forum of ministers", since="2025-09-30", until="2025-10-02")
    key = recorded(
        organisers=("UNEP",), since="2025-10", place="Lima", venue_country="PE",
        countries_concerned=("BJ", "SN", "BJ"), mode="remote", role="participant",
        level="technical", species=("Little Tern",), themes=("bycatch",), outcome="a plan",
        support="received", training=True, logistics="rooms", parent=forum[:12],
        evidence=("UNEP/CMS/COP15/Doc.18.1#para_7",), consent="asked by letter",
    )  # fmt: skip
    one = Engagement.objects.get(key=key)
    assert {(part.body.key, part.role) for part in one.parts.all()} == {
        ("fao", "partner"), ("unep", "organiser"),
    }  # fmt: skip
    assert {(place.country, place.role) for place in one.places.all()} == {
        ("PE", "venue"), ("BJ", "concerned"), ("SN", "concerned"),
    }  # fmt: skip
    assert (one.precision, one.training, one.parent and one.parent.key) == ("month", True, forum)
    assert one.species == ["Little Tern"]
    assert not one.public
    assert one.evidence.get().address.endswith("#para_7")
    found = Findable.objects.get(about__endswith=key[:12])
    assert sorted(found.countries) == ["BJ", "PE", "SN"]


def test_it_is_linked_to_what_it_answers_and_unlinked() -> None:
    mandates.adopt(OFFICER, "", "14.10", kind="decision")
    mandates.enter(OFFICER, "", "14.10", "14.10 a)", text="A group.", paraphrase=True)
    key = recorded()
    engagements.link(OFFICER, "", key, "14.10 a)")
    with pytest.raises(Refused, match="already"):
        engagements.link(OFFICER, "", key, "14.10 a)")
    assert [each.name for each in Engagement.objects.get().provisions.all()] == ["14.10 a)"]
    engagements.unlink(OFFICER, "", key, "14.10 a)")
    assert not Engagement.objects.get().provisions.exists()
    with pytest.raises(Refused, match="not linked"):
        engagements.unlink(OFFICER, "", key, "14.10 a)")
    with pytest.raises(Refused, match="no provision 9"):
        engagements.link(OFFICER, "", key, "9")


def test_several_fields_are_corrected_together_or_not_at_all() -> None:
    key = recorded(since="2025")
    told = {"since": "2025-05", "place": "Rome", "themes": ("law",)}
    assert engagements.correct(OFFICER, "", key, told, seen=0) == 1
    one = Engagement.objects.get()
    assert (one.since, one.precision, one.themes) == ("2025-05", "month", ["law"])
    with pytest.raises(Overtaken, match=r"its place is now “Rome”; its title is now .*“Bonn”; “T”"):
        engagements.correct(OFFICER, "", key, {"place": "Bonn", "title": "T"}, seen=0)
    with pytest.raises(Refused, match="end before it begins"):
        engagements.correct(OFFICER, "", key, {"since": "2026", "place": "Bonn"}, seen=1)
    with pytest.raises(Refused, match="public is no field"):
        engagements.correct(OFFICER, "", key, {"public": True}, seen=1)
    assert Engagement.objects.get().place == "Rome"


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"venue_country": "Peru"}, "no code of a country"),
        ({"parent": "nothing"}, "there is no engagement nothing"),
        ({"partners": (" ",)}, "the name of a body is missing"),
        ({"since": "2025-13"}, "is no date"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(told: dict[str, object], why: str) -> None:
    with pytest.raises(Refused, match=why):
        recorded(**told)
    assert not Engagement.objects.exists()


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"place": "x" * 201}, "place is longer than 200 characters"),
        ({"species": "terns"}, "species is not a value of that kind"),
        ({"training": "yes"}, "training is not a value of that kind"),
        ({"place": None}, "place is not a value of that kind"),
    ],
)
def test_a_value_that_the_record_cannot_keep_is_refused(told: dict[str, object], why: str) -> None:
    key = recorded()
    with pytest.raises(Refused, match=f"{why}|longer than the record"):
        engagements.correct(OFFICER, "", key, told, seen=0)
    assert Engagement.objects.get().change == 0


def test_what_two_do_at_one_moment_is_told_to_the_second(monkeypatch: pytest.MonkeyPatch) -> None:
    recorded()
    there = Engagement.objects.filter
    monkeypatch.setattr(
        Engagement.objects,
        "filter",
        lambda **told: there(pk=None) if "key" in told else there(**told),
    )
    with pytest.raises(Overtaken, match="at the same moment"):
        recorded()
    monkeypatch.undo()
    assert Engagement.objects.count() == 1
