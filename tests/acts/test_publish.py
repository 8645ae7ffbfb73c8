"""Making a record public and taking it back."""

import pytest

from tests.record import ADMINISTRATOR, OFFICER
from whimbrel.acts import agreements, bodies, campaigns, documents, engagements, groups, people
from whimbrel.acts import publish as acts
from whimbrel.acts.refused import Refused
from whimbrel.demo import compose
from whimbrel.engagements.understood import understand
from whimbrel.queries import scope
from whimbrel.register.models import Engagement, Findable
from whimbrel.register.names import about

APPROVER = "dee@example.org"
pytestmark = pytest.mark.usefixtures("approver")


@pytest.fixture
def approver(house: object) -> None:
    """Somebody who may publish."""
    people.enter(ADMINISTRATOR, "", APPROVER, "Dee", "approver")


def deed(*partners: str, **told: object) -> str:
    """An engagement, recorded; its short name."""
    key = engagements.record(OFFICER, "", "A walk", kind="event", partners=partners, **told)  # type: ignore[arg-type]
    return key[:12]


def seen_by_all() -> int:
    """How many engagements everybody sees."""
    return scope.seen(Engagement.objects.all(), scope.PUBLIC).count()


def test_a_record_is_seen_by_everybody_until_it_is_withdrawn() -> None:
    name = deed("FAO")
    assert seen_by_all() == 0
    assert acts.publish(APPROVER, "asked by the press", "engagement", name) == f"engagement {name}"
    assert seen_by_all() == 1
    assert Findable.objects.get(about=f"engagement {name}").public
    with pytest.raises(Refused, match="is public already"):
        acts.publish(APPROVER, "again", "engagement", name)
    acts.withdraw(APPROVER, "a mistake", "engagement", name)
    assert seen_by_all() == 0
    assert not Findable.objects.get(about=f"engagement {name}").public
    with pytest.raises(Refused, match="is not public"):
        acts.withdraw(APPROVER, "again", "engagement", name)


def test_it_is_not_done_without_a_reason() -> None:
    name = deed("FAO")
    for reason in ("", "  "):
        with pytest.raises(Refused, match="not done without a reason"):
            acts.publish(APPROVER, reason, "engagement", name)
    assert seen_by_all() == 0


def test_an_officer_does_not_publish() -> None:
    with pytest.raises(Refused, match="these may: approver"):
        acts.publish(OFFICER, "why not", "engagement", deed("FAO"))


@pytest.mark.parametrize(
    "who", ["youth organizations", "Indigenous Peoples and local communities", "People of the Bay"]
)
def test_a_constituency_is_asked_first(who: str) -> None:
    bodies.enter(OFFICER, "", "People of the Bay", constituency="Indigenous Peoples")
    name = deed("FAO", who)
    with pytest.raises(Refused, match=f"{who} are named in it"):
        acts.publish(APPROVER, "for the report", "engagement", name)
    told = {"consent": "the elders agreed by letter"}
    engagements.correct(OFFICER, "", name, told, seen=0)
    acts.publish(APPROVER, "for the report", "engagement", name)
    assert seen_by_all() == 1


def test_consent_counts_for_every_kind_of_record_that_names_them() -> None:
    who = bodies.enter(OFFICER, "", "Young Birders", constituency="youth")
    records = [
        f"body {who}",
        "agreement "
        + agreements.record(OFFICER, "", "Pact", kind="mou", parties=("Young Birders",))[:12],
        "campaign " + campaigns.run(OFFICER, "", "Day", partners=("Young Birders",)),
        "group " + groups.found(OFFICER, "", "Circle"),
    ]
    bodies.make_member(OFFICER, "", "Circle", "Young Birders")
    for one in records:
        with pytest.raises(Refused, match="no consent of theirs"):
            acts.publish(APPROVER, "for the report", *one.split(" ", 1))
    bodies.correct(OFFICER, "", who, {"consent": "asked at their assembly"}, seen=0)
    for one in records:
        assert acts.publish(APPROVER, "for the report", *one.split(" ", 1)) == one


def test_who_joins_a_public_record_is_asked_too() -> None:
    who = bodies.enter(OFFICER, "", "Young Birders", constituency="youth")
    bodies.enter(OFFICER, "", "Terns")
    pact = agreements.record(OFFICER, "", "Pact", kind="mou", parties=("FAO",))
    day = campaigns.run(OFFICER, "", "Day", partners=("FAO",))
    circle = groups.found(OFFICER, "", "Circle")
    name = deed("FAO", "youth organizations", consent="asked")
    for kind, one in (
        ("agreement", pact), ("campaign", day), ("group", circle), ("body", circle),
        ("engagement", name), ("body", "terns"),
    ):  # fmt: skip
        acts.publish(APPROVER, "for the report", kind, one)
    joins = (
        lambda: agreements.correct(OFFICER, "", pact, {"parties": ("Young Birders",)}, seen=0),
        lambda: bodies.make_member(OFFICER, "", "Circle", "Young Birders"),
        lambda: engagements.correct(OFFICER, "", name, {"consent": ""}, seen=0),
        lambda: bodies.correct(OFFICER, "", "terns", {"constituency": "youth"}, seen=0),
    )
    for join in joins:
        with pytest.raises(Refused, match="no consent of theirs is kept"):
            join()
    acts.withdraw(APPROVER, "to be asked", "agreement", pact)
    agreements.correct(OFFICER, "", pact, {"parties": ("Young Birders",)}, seen=0)
    bodies.correct(OFFICER, "", who, {"consent": "asked at their assembly"}, seen=0)
    bodies.make_member(OFFICER, "", "Circle", "Young Birders")


def test_what_is_not_published_by_itself_says_with_what_it_is() -> None:
    for kind, why in (
        ("meeting", "with the documents"),
        ("instrument", "with its provisions"),
        ("person", "no kind of record"),
    ):
        with pytest.raises(Refused, match=why):
            acts.publish(APPROVER, "why not", kind, "x")


def test_a_document_takes_its_paragraphs_along_both_ways() -> None:
    symbol = documents.deposit(OFFICER, "", understand(compose(), name="s.docx")).symbol
    acts.publish(APPROVER, "for the report", "document", symbol)
    assert not Findable.objects.filter(document=symbol, public=False).exists()
    acts.withdraw(APPROVER, "a mistake", "document", symbol)
    assert not Findable.objects.filter(document=symbol, public=True).exists()


def test_nobody_who_recorded_it_stands_in_what_is_found() -> None:
    name = deed("FAO")
    acts.publish(APPROVER, "for the report", "engagement", name)
    one = Findable.objects.get(about=about(Engagement.objects.get()))
    assert "Ann" not in f"{one.title} {one.words}"
