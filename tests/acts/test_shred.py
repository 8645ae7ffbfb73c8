"""Entering people and shredding what is kept of them."""

from pathlib import Path

import pytest

from tests.record import ADMINISTRATOR, AUDITOR, OFFICER
from whimbrel.acts import bodies, engagements, mandates, me, people
from whimbrel.acts.refused import Refused
from whimbrel.queries import ledger
from whimbrel.register.models import Edition, Engagement, Line, Person, Personal, Provision


def test_nobody_is_named_any_more_and_the_chain_is_whole(house: Path) -> None:
    key = engagements.record(OFFICER, "", "A walk", kind="event", partners=("FAO",))
    mandates.adopt(OFFICER, "", "14.10", kind="decision")
    mandates.enter(OFFICER, "", "14.10", "14.10 d)", text="Review.", paraphrase=True)
    mandates.assign(OFFICER, "", "14.10 d)", OFFICER, seen=0)
    people.enter(ADMINISTRATOR, "asked for by Ann", "dee@example.org", "Dee", "officer")
    kept = Personal.objects.count()
    gone = people.shred(ADMINISTRATOR, "they left and asked for it", OFFICER)
    # Founding the house and entering the auditor do not name her; the line of shredding is added.
    assert Personal.objects.count() == kept - gone + 1 == 3
    for data in Personal.objects.values_list("data", flat=True):
        assert OFFICER not in str(data)
        assert "Ann" not in str(data)
    assert all("Ann" not in str(one.said) for one in Edition.objects.all())
    assert ledger.verify().whole
    assert ledger.lines(AUDITOR)[-2].by is None
    one = Person.objects.exclude(email__endswith="example.org").get()
    assert (one.is_active, one.has_usable_password(), one.role) == (False, False, "officer")
    assert Engagement.objects.get(key=key).recorded_by == one
    with pytest.raises(Refused, match="nobody here goes by"):
        engagements.record(OFFICER, "", "Another", kind="event", partners=("FAO",))


def test_their_earlier_names_go_too(house: Path) -> None:
    mandates.adopt(OFFICER, "", "14.10", kind="decision")
    mandates.enter(OFFICER, "", "14.10", "14.10 d)", text="Review.", paraphrase=True)
    mandates.assign(OFFICER, "", "14.10 d)", OFFICER, seen=0)
    for name in ("Ann Tern", "Ann Gull"):
        me.call_me(OFFICER, name)
        mandates.correct(OFFICER, "", "14.10 d)", {"due": name[-4:]}, seen=seen())
    people.enter(ADMINISTRATOR, "asked for by Ann Tern", "dee@example.org", "Dee", "officer")
    people.shred(ADMINISTRATOR, "they left and asked for it", OFFICER)
    for one in (*Edition.objects.values_list("said"), *Personal.objects.values_list("data")):
        assert "Ann" not in str(one)
    assert ledger.verify().whole
    line = Line.objects.latest("number")
    gone = Line.objects.filter(personal=None).values_list("number", flat=True)
    assert line.open["shredded"] == list(gone)


def seen() -> int:
    """How often the provision was changed."""
    return Provision.objects.get().change


def test_it_is_done_by_an_administrator_with_a_reason_and_to_somebody_else(house: Path) -> None:
    with pytest.raises(Refused, match="not done without a reason"):
        people.shred(ADMINISTRATOR, "", OFFICER)
    with pytest.raises(Refused, match="another administrator"):
        people.shred(ADMINISTRATOR, "I leave", ADMINISTRATOR)
    with pytest.raises(Refused, match="these may: administrator"):
        people.shred(OFFICER, "why not", AUDITOR)
    with pytest.raises(Refused, match="nobody is entered as x"):
        people.shred(ADMINISTRATOR, "why not", "x")
    assert Person.objects.get(email=OFFICER).is_active


def test_a_partner_speaks_for_a_body_that_is_there(house: Path) -> None:
    with pytest.raises(Refused, match="there is no body Tern Club"):
        people.enter(ADMINISTRATOR, "", "lu@example.org", "Lu", "partner", body="Tern Club")
    bodies.enter(OFFICER, "", "Tern Club")
    people.enter(ADMINISTRATOR, "", "lu@example.org", "Lu", "partner", body="tern club")
    person = Person.objects.get(email="lu@example.org")
    assert (person.body and person.body.key) == "tern-club"
