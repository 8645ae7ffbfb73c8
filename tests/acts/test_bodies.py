"""Bodies by hand: names over time, identifiers, members, and two that were one."""

import datetime

import pytest

from tests.record import OFFICER
from whimbrel.acts import agreements, bodies, campaigns, engagements, groups
from whimbrel.acts.naming import body_of
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.register.models import Agreement, Body, Campaign, Edition, Engagement, Findable, Group
from whimbrel.register.names import named

pytestmark = pytest.mark.usefixtures("house")


def entered(name: str = "Tern Club of Nowhere", **told: object) -> str:
    """A body, entered."""
    return bodies.enter(OFFICER, "", name, **told)  # type: ignore[arg-type]


def test_a_body_is_entered_once_under_any_of_its_names() -> None:
    key = entered(acronym="TCN", kind="ngo", country="KE")
    one = Body.objects.get(key=key)
    assert (one.name, one.acronym, one.kind, one.country) == (
        "Tern Club of Nowhere", "TCN", "ngo", "KE",
    )  # fmt: skip
    for name in ("tern club of nowhere", "TCN"):
        with pytest.raises(Refused, match=f"already: it is {key}"):
            entered(name)
    assert Findable.objects.get(about=f"body {key}").title == "Tern Club of Nowhere (TCN)"


def test_what_the_facts_know_goes_by_their_key() -> None:
    assert entered("FAO") == "fao"
    one = Body.objects.get(key="fao")
    assert one.name.startswith("Food and Agriculture")
    assert body_of("Friends of the FAO") != one


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"kind": "club"}, "club is no kind of body"),
        ({"constituency": "NGOs"}, "NGOs is no constituency"),
        ({"country": "Kenya"}, "no code of a country"),
        ({"parent": "nobody"}, "there is no body nobody"),
    ],
)
def test_a_word_that_is_none_of_those_known_is_refused(told: dict[str, object], why: str) -> None:
    with pytest.raises(Refused, match=why):
        entered(**told)
    assert not Body.objects.exists()


def test_a_renamed_body_is_found_by_its_old_name_and_has_both_with_their_dates() -> None:
    key = entered(acronym="TCN")
    on = datetime.date(2025, 1, 1)
    assert bodies.rename(OFFICER, "", key, "Tern Society", seen=0, on=on, acronym="TS") == 1
    assert body_of("Tern Club of Nowhere").key == key
    assert body_of("TS").key == key
    old, new = (
        Body.objects.get(key=key).names.get(name=name)
        for name in ("Tern Club of Nowhere", "Tern Society")
    )
    assert (old.until, new.since, new.until) == (on, on, None)
    with pytest.raises(Overtaken, match=r"its name is now “Tern Society”.*kept here: “Terns”"):
        bodies.rename(OFFICER, "", key, "Terns", seen=0)
    entered("Gull Club")
    with pytest.raises(Refused, match="merge the two"):
        bodies.rename(OFFICER, "", key, "Gull Club", seen=1)


def test_a_name_in_another_language_finds_it_and_is_no_other_bodys() -> None:
    key, other = entered(), entered("Gull Club")
    bodies.name(OFFICER, "", key, "Club de la sterne", language="fr")
    assert body_of("CLUB DE LA STERNE").key == key
    with pytest.raises(Refused, match="is a name of"):
        bodies.name(OFFICER, "", other, "Club de la Sterne")
    with pytest.raises(Refused, match="end before it begins"):
        bodies.name(
            OFFICER, "", key, "T", since=datetime.date(2025, 1, 2), until=datetime.date(2025, 1, 1)
        )


def test_an_identifier_names_one_body_and_a_body_may_have_several() -> None:
    key, other = entered(), entered("Gull Club")
    for scheme, value in (("ROR", "0x1"), ("LEI", "5493"), ("ROR", "0x1")):
        bodies.identify(OFFICER, "", key, scheme, value)
    assert Body.objects.get(key=key).identifiers.count() == 2
    with pytest.raises(Refused, match=f"ROR 0x1 names {key}"):
        bodies.identify(OFFICER, "", other, "ROR", "0x1")


def test_everything_of_a_twin_hangs_on_the_body_that_is_kept() -> None:
    one, twin = entered(acronym="TCN"), entered("The Club for Terns", country="KE")
    deed = engagements.record(
        OFFICER, "", "A workshop", kind="workshop", partners=(one, "The Club for Terns", "FAO")
    )
    deal = agreements.record(OFFICER, "", "Pact", kind="mou", parties=("The Club for Terns", "FAO"))
    days = campaigns.run(OFFICER, "", "Tern Day", partners=("The Club for Terns",))
    group = groups.found(OFFICER, "", "The Club for Terns")
    bodies.make_member(OFFICER, "", "FAO", "The Club for Terns", role="observer")
    bodies.identify(OFFICER, "", twin, "ROR", "0x1")
    assert bodies.merge(OFFICER, "the same club", twin, one, seen=0) == one
    kept = Body.objects.get(key=one)
    gone = Body.objects.get(key=twin)
    assert gone.merged_into == kept
    assert kept.country == "KE"
    parts = Engagement.objects.get(key=deed).parts
    assert [part.body for part in parts.filter(body__in=(kept, gone))] == [kept]
    assert kept in Agreement.objects.get(key=deal).parties.all()
    assert kept in Campaign.objects.get(key=days).partners.all()
    assert Group.objects.get().body == kept
    assert group == twin
    assert kept.roles.get().role == "observer"
    assert kept.identifiers.get().value == "0x1"
    assert body_of("the club for terns") == kept
    assert named(f"body {twin}") == kept
    assert bodies.name(OFFICER, "", twin, "Terns") == one
    assert not Findable.objects.filter(about=f"body {twin}").exists()
    assert "Tern Club" in Findable.objects.get(about__startswith="engagement").words
    with pytest.raises(Refused, match="not merged into itself"):
        bodies.merge(OFFICER, "", twin, one, seen=0)


def test_a_part_does_not_take_the_place_of_its_whole() -> None:
    whole = entered()
    part = entered("Tern Club, Youth Section", parent=whole)
    with pytest.raises(Refused, match="cannot take its place"):
        bodies.merge(OFFICER, "", whole, part, seen=0)
    with pytest.raises(Refused, match="no part of itself"):
        bodies.correct(OFFICER, "", whole, {"parent": part}, seen=0)


def test_a_member_has_a_part_for_a_time() -> None:
    key, since = entered(), datetime.date(2024, 2, 17)
    for until in (None, datetime.date(2026, 3, 29)):
        bodies.make_member(OFFICER, "", key, "CITES", role="chair", since=since, until=until)
    told = Body.objects.get(key=key).memberships.get()
    assert (told.member.key, told.role, told.until) == ("cites", "chair", until)
    with pytest.raises(Refused, match="boss is no part"):
        bodies.make_member(OFFICER, "", key, "CITES", role="boss")
    with pytest.raises(Refused, match="no member of itself"):
        bodies.make_member(OFFICER, "", key, key)


def test_a_correction_keeps_an_edition_and_says_what_it_was() -> None:
    key = entered(kind="ngo")
    told = {"kind": "network", "consent": "by letter"}
    assert bodies.correct(OFFICER, "", key, told, seen=0) == 1
    first, last = Edition.objects.filter(about=f"body {key}").order_by("line")
    assert (first.said["kind"], last.said["kind"]) == ("ngo", "network")
    with pytest.raises(Refused, match="nothing was changed"):
        bodies.correct(OFFICER, "", key, told, seen=1)
    with pytest.raises(Refused, match="name is no field"):
        bodies.correct(OFFICER, "", key, {"name": "X"}, seen=1)
