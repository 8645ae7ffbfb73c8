"""Bodies screened against lists: off until switched on, nothing cleared, no old score."""

import datetime
from typing import Any

import pytest
from django.utils import timezone

from tests.record import ADMINISTRATOR, AUDITOR, OFFICER
from whimbrel.acts import bodies, lists, screening
from whimbrel.acts.refused import Refused
from whimbrel.queries.documents import Hidden
from whimbrel.queries.screening import Found, in_force, of_body
from whimbrel.register.models import Likeness, Listing
from whimbrel.tasks.screening import go_on

pytestmark = pytest.mark.usefixtures("house")
LIST = "id,name,kind,aliases\n1,Sedge Marsh Trading,body,SMT Holdings\n2,Orvo Tambelin,person,\n"
UN = """<?xml version='1.0' encoding='UTF-8'?>
<CONSOLIDATED_LIST dateGenerated='{day}T00:00:00Z'><ENTITIES><ENTITY><DATAID>1</DATAID>
<FIRST_NAME>SEDGE MARSH</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>"""


@pytest.fixture
def on() -> str:
    """A house in which screening is on, with a list and a body. The key of the body."""
    lists.bring_in(OFFICER, "", LIST.encode(), file="own.csv")
    screening.switch_on(ADMINISTRATOR, "the office agreed to it")
    return bodies.enter(OFFICER, "", "Sedge-Marsh Trading Ltd", kind="ngo")


def one(key: str) -> Found:
    return of_body(OFFICER, key)[0]


def test_screening_is_off_until_an_administrator_switches_it_on_and_says_why() -> None:
    lists.bring_in(OFFICER, "", LIST.encode(), file="own.csv")
    key = bodies.enter(OFFICER, "", "Sedge Marsh Trading")
    with pytest.raises(Refused, match="off"):
        screening.screen(OFFICER, "", key)
    with pytest.raises(Refused, match="may not"):
        screening.switch_on(OFFICER, "why not")
    with pytest.raises(Refused, match="say why"):
        screening.switch_on(ADMINISTRATOR, "")
    screening.switch_on(ADMINISTRATOR, "agreed")
    assert screening.screen(OFFICER, "", key) == 1
    screening.switch_off(ADMINISTRATOR, "agreed")
    with pytest.raises(Refused, match="off"):
        screening.screen(OFFICER, "", key)


def test_a_likeness_is_shown_with_its_reasons_and_waits_for_a_person(on: str) -> None:
    assert screening.screen(OFFICER, "", on) == 1
    found = one(on)
    assert (found.listed, found.state) == ("Sedge Marsh Trading", "waits")
    assert found.score is not None
    assert found.score > 0.9
    assert any("sedge" in each for each in found.because)


def test_editing_a_name_never_returns_an_old_score(on: str) -> None:
    screening.screen(OFFICER, "", on)
    bodies.name(OFFICER, "", on, "Willow Bittern Society")
    changed = one(on)
    assert (changed.score, changed.because, changed.state) == (None, (), "screen again")
    with pytest.raises(Refused, match="changed since"):
        screening.judge(OFFICER, "", changed.key, "different", "seen")
    screening.screen(OFFICER, "", on)
    assert one(on).score is not None


def test_a_judgement_is_remembered_and_asked_again_when_a_name_changes(on: str) -> None:
    screening.screen(OFFICER, "", on)
    with pytest.raises(Refused, match="reason"):
        screening.judge(OFFICER, "", one(on).key, "different", " ")
    with pytest.raises(Refused, match="none of"):
        screening.judge(OFFICER, "", one(on).key, "cleared", "seen")
    screening.judge(OFFICER, "", one(on).key, "different", "their statutes show it")
    screening.screen(OFFICER, "", on)
    assert (one(on).state, one(on).who) == ("different", "Ann")
    assert "statutes" in one(on).reason
    # A newer list in which the entry is as it was keeps the word; one in which it changed asks.
    lists.bring_in(OFFICER, "", (LIST + "3,Fen Bank,body,\n").encode(), file="own.csv")
    screening.screen(OFFICER, "", on)
    assert one(on).state == "different"
    lists.bring_in(OFFICER, "", LIST.replace("SMT", "SMTH").encode(), file="own.csv")
    screening.screen(OFFICER, "", on)
    assert one(on).state == "waits"
    bodies.name(OFFICER, "", on, "Sedge House")
    screening.screen(OFFICER, "", on)
    assert one(on).state == "waits"


def test_a_damaged_list_is_refused_and_the_last_good_one_stays(on: str) -> None:
    kept = Listing.objects.get(in_force=True).key
    with pytest.raises(Refused, match=r"bad\.csv, line 2: the row has 1 cells"):
        lists.bring_in(OFFICER, "", b"id,name\n1\n", file="bad.csv")
    assert Listing.objects.get(in_force=True).key == kept
    assert screening.screen(OFFICER, "", on) == 1


def test_the_same_file_and_an_older_one_are_refused() -> None:
    lists.bring_in(OFFICER, "", UN.format(day="2031-01-02").encode(), file="un.xml")
    with pytest.raises(Refused, match="in force already"):
        lists.bring_in(OFFICER, "", UN.format(day="2031-01-02").encode(), file="un.xml")
    with pytest.raises(Refused, match="it is older"):
        lists.bring_in(OFFICER, "", UN.format(day="2030-01-02").encode(), file="un.xml")


@pytest.mark.parametrize(("days", "warned"), [(0, False), (7, False), (8, True)])
def test_a_list_older_than_seven_days_warns(days: int, warned: bool) -> None:
    day = timezone.localdate() - datetime.timedelta(days=days)
    lists.bring_in(OFFICER, "", UN.format(day=day).encode(), file="un.xml")
    told = in_force(OFFICER).warnings
    assert bool(told) is warned
    assert all(f"{days} days old" in each for each in told)


def test_a_new_list_screens_all_bodies_again_and_tells_how_far_it_has_come(
    on: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screening, "BATCH", 2)
    for number in range(4):
        bodies.enter(OFFICER, "", f"Bittern Society {number}")
    queued: list[Any] = []
    monkeypatch.setattr("whimbrel.acts.act.HANDS", [queued.append])
    lists.bring_in(OFFICER, "", UN.format(day=timezone.localdate()).encode(), file="un.xml")
    assert in_force(OFFICER).unscreened == 5
    given = queued[0].given
    assert screening.go_on(OFFICER, "", given["key"])
    far = in_force(OFFICER).progress
    assert far is not None
    assert (far.done, far.total, far.ended) == (2, 5, False)
    assert go_on.func(**given) == 2
    far = in_force(OFFICER).progress
    assert far is not None
    assert (far.done, far.ended) == (5, True)
    assert in_force(OFFICER).unscreened == 0
    # Found on both lists.
    assert Likeness.objects.filter(body__key=on).count() == 2


def test_who_may_not_screen_is_not_even_told(on: str) -> None:
    for who in (AUDITOR, None):
        with pytest.raises(Hidden):
            in_force(who)
        with pytest.raises(Hidden):
            of_body(who, on)
