"""The demo house: what it holds, and that the real document makes no twin in it."""

import datetime
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import authenticate

from tests.record import QUICK
from tests.tools import corpus
from whimbrel.acts import documents, readings
from whimbrel.demo.house import OFFICER, SignIn, fill
from whimbrel.demo.told import Matter
from whimbrel.engagements import extract
from whimbrel.engagements.likeness import title_of
from whimbrel.engagements.recurring import days_of
from whimbrel.engagements.rows import facts_of
from whimbrel.engagements.understood import understand
from whimbrel.queries import documents as kept
from whimbrel.queries import ledger, scope
from whimbrel.queries.access import matrix
from whimbrel.reading.examine import examine_bytes
from whimbrel.register.models import (
    Agreement,
    Body,
    BodyName,
    Campaign,
    Condition,
    Engagement,
    Group,
    Provision,
    Question,
    Reading,
)

pytestmark = pytest.mark.long

SEED = "UNEP-CMS-COP15-Doc.18.1.auto.docx"


@pytest.fixture
def ways(transactional_db: None, settings: Any, tmp_path: Path) -> tuple[SignIn, ...]:
    """The demo house, filled; how to sign in."""
    settings.LEDGER_HEAD = tmp_path / "demo.head"
    settings.PASSWORD_HASHERS = QUICK
    return fill(datetime.date.today())


def test_somebody_of_every_role_gets_in(ways: tuple[SignIn, ...]) -> None:
    assert {one.role for one in ways} == set(matrix().roles) - {"public"}
    assert all(authenticate(username=one.email, password=one.password) for one in ways)
    assert len({one.password for one in ways}) == len(ways)


def test_it_holds_something_of_everything(ways: tuple[SignIn, ...]) -> None:
    assert 30 <= Engagement.objects.count() == len(Matter().deeds)
    assert Engagement.objects.exclude(evidence=None).count() == Engagement.objects.count()
    assert Provision.objects.filter(paraphrase=True).count() == len(Matter().provisions)
    never = Group.objects.get(never_convened=True)
    assert [one.name for one in never.provisions.all()] == ["14.10 a)"]
    assert "money" in never.why
    days = days_of(Campaign.objects.get().rule, 2025)
    assert days == (datetime.date(2025, 5, 10), datetime.date(2025, 10, 11))
    assert Condition.objects.filter(funding="none").count() == 3
    assert Question.objects.get().by > datetime.date.today()
    assert Reading.objects.filter(state="proposed").count() == Reading.objects.count() > 50
    assert ledger.verify().whole


def test_others_see_their_own_and_what_is_public(ways: tuple[SignIn, ...]) -> None:
    listed = Engagement.objects.all()
    benin = scope.seen(listed, scope.reader("focal.point@example.org"))
    assert [one.since for one in benin] == ["2025-11"]
    partner = scope.seen(listed, scope.reader("partner@example.org"))
    assert partner.count() > 1
    assert all("EFTA" in {str(part.body) for part in one.parts.all()} for one in partner)
    assert not scope.seen(listed, scope.PUBLIC).exists()
    assert scope.seen(Campaign.objects.all(), scope.PUBLIC).exists()


def test_the_real_document_makes_no_twin(ways: tuple[SignIn, ...]) -> None:
    data = corpus("seed", SEED).read_bytes()
    mine = set(Engagement.objects.values_list("key", flat=True))
    symbol = documents.deposit(OFFICER, "by mail", understand(data, name=SEED)).symbol
    readings.accept_sure(OFFICER, "looked through", symbol)
    bodies = {(name.folded, name.body_id) for name in BodyName.objects.all()}
    assert twins(name for name, _ in bodies) == []
    assert twins(one.name.casefold() for one in Body.objects.all()) == []
    assert twins(Provision.objects.values_list("name", flat=True)) == []
    assert not Provision.objects.filter(name__startswith="14.", paraphrase=True).exists()
    assert twins(title_of(one.name) for one in Agreement.objects.all()) == []
    assert Agreement.objects.filter(kind="joint-work-programme").count() == 1
    # What was recorded has its words now, but for two days within sessions.
    bare = Engagement.objects.filter(key__in=mine, sentence="")
    assert {one.title.split(" at ")[0] for one in bare} == {"MEA Day"}
    fresh = Engagement.objects.exclude(key__in=mine).exclude(evidence=None)
    assert sorted(one.kind for one in fresh) == [
        "liaison-discussion", "presentation", "presentation", "training",
    ]  # fmt: skip
    assert twins((one.kind, one.since, one.sentence) for one in Engagement.objects.all()
                 if one.sentence and one.since) == []  # fmt: skip
    tree = examine_bytes(data, name=SEED).document
    assert kept.rows(OFFICER, symbol) == facts_of(extract(tree), source=symbol)
    assert ledger.verify().whole


def twins(listed: Any) -> list[object]:
    """What is there more than once."""
    return [one for one, count in Counter(listed).items() if count > 1]
