"""What bodies did at meetings, what stood in their way, mechanisms of others and suggestions."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from tests.record import ADMINISTRATOR, OFFICER
from whimbrel.acts import (
    barriers,
    bodies,
    mechanisms,
    meetings,
    participation,
    people,
    publish,
    suggestions,
)
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.queries import barriers as stood
from whimbrel.queries import mechanisms as offered
from whimbrel.queries import participation as took
from whimbrel.queries import suggestions as would
from whimbrel.register import models

APPROVER = "ada@example.org"


@pytest.fixture(autouse=True)
def _house(house: object) -> None:
    """A house with two meetings and an approver."""
    people.enter(ADMINISTRATOR, "", APPROVER, "Ada", "approver")
    meetings.enter(OFFICER, "", "COP14", starts=datetime.date(2024, 2, 12))
    meetings.enter(OFFICER, "", "COP15", starts=datetime.date(2026, 3, 23))


def attended(body: str = "Tern Trust", meeting: str = "COP15", **more: Any) -> str:
    """A body that spoke."""
    return participation.record(OFFICER, "", body, meeting, more.pop("kind", "spoke"), **more)


def youth(words: str, **more: Any) -> str:
    """A suggestion for youth."""
    whom = more.pop("constituency", ("youth",))
    return suggestions.record(OFFICER, "", words, constituency=whom, **more)


REFUSED: list[tuple[str, Callable[[], object]]] = [
    ("danced is no way of taking part: one of attended", lambda: attended(kind="danced")),
    ("there is no meeting COP99", lambda: attended(meeting="COP99")),
    ("the body is missing", lambda: attended(body=" ")),
    ("what kind of barrier", lambda: barriers.record(OFFICER, "", "No.", met=True)),
    ("mud is no kind of barrier", lambda: barriers.record(
        OFFICER, "", "No.", met=True, kind="mud")),
    ("and not both", lambda: barriers.record(
        OFFICER, "", "No.", met=False, body="Tern Trust", whom="small bodies")),
    ("the facts know no mechanism tern-fund", lambda: mechanisms.take_up(OFFICER, "", "tern-fund")),
    ("say for whom it is", lambda: youth("Pay.", constituency=())),
    ("ngos is no constituency", lambda: youth("Pay.", constituency=("ngos",))),
    ("in which currency", lambda: youth("Pay.", amount="10", basis="told")),
    ("how the cost was reckoned", lambda: youth("Pay.", amount="10", currency="EUR")),
    ("a currency needs an amount", lambda: youth("Pay.", currency="EUR")),
    ("more than the record can keep", lambda: youth(
        "Pay.", amount="99999999999", currency="EUR", basis="told")),
    ("there is no mechanism tern-fund", lambda: youth("Pay.", mechanism="tern-fund")),
]  # fmt: skip


@pytest.mark.parametrize(("why", "deed"), REFUSED, ids=[why for why, _ in REFUSED])
def test_what_cannot_be_so_is_refused_with_its_reason(why: str, deed: Callable[[], object]) -> None:
    with pytest.raises(Refused, match=why):
        deed()
    for table in (models.Participation, models.Barrier, models.Mechanism, models.Suggestion):
        assert not table._default_manager.exists()


def test_the_same_is_not_recorded_twice_and_another_statement_is() -> None:
    attended(title="On nets")
    with pytest.raises(Refused, match="the record has it already"):
        attended(title="On nets")
    attended(title="On lights")
    last = attended(kind="attended", meeting="COP14")
    told = {one.kind: (one.records, one.bodies) for one in took.ways(OFFICER)}
    assert told == {
        "attended": (1, 1), "spoke": (2, 1), "submitted": (0, 0), "side-event": (0, 0),
        "working-group": (0, 0),
    }  # fmt: skip
    rows = took.participation(OFFICER, took.Filter(meeting="COP15")).rows
    assert [(one.meeting, one.title) for one in rows] == [
        ("COP15", "On nets"), ("COP15", "On lights")
    ]  # fmt: skip
    line = models.Line.objects.latest("number")
    assert (line.act, line.about) == ("participation.record", f"participation {last}")


def test_two_who_correct_at_once_lose_no_word() -> None:
    number = attended()
    assert participation.correct(OFFICER, "typo", number, {"title": "On nets"}, seen=0) == 1
    with pytest.raises(Overtaken, match="“On lights”"):
        participation.correct(OFFICER, "typo", number, {"title": "On lights"}, seen=0)
    key = mechanisms.take_up(OFFICER, "", "unep-major-groups")
    mechanisms.rely(OFFICER, "agreed", key, relied=True, relied_for="speakers", seen=0)
    with pytest.raises(Overtaken, match="“False”"):
        mechanisms.rely(OFFICER, "agreed", key, relied=False, seen=0)
    words = youth("Pay.")
    suggestions.correct(OFFICER, "", words, {"words": "Pay well."}, seen=0)
    with pytest.raises(Overtaken, match="Pay twice"):
        suggestions.correct(OFFICER, "", words, {"words": "Pay twice."}, seen=0)
    met = barriers.record(OFFICER, "", "No visa.", met=True, kind="visa")
    with pytest.raises(Refused, match="what kind of barrier"):
        barriers.correct(OFFICER, "", met, {"kind": ""}, seen=0)
    assert models.Barrier.objects.get().kind == "visa"


def test_relying_needs_a_reason_and_says_for_what() -> None:
    key = mechanisms.take_up(OFFICER, "", "unep-major-groups")
    with pytest.raises(Refused, match="say why"):
        mechanisms.rely(OFFICER, "", key, relied=True, relied_for="speakers", seen=0)
    with pytest.raises(Refused, match="for what it is relied on"):
        mechanisms.rely(OFFICER, "agreed", key, relied=True, seen=0)
    one = offered.mechanism(OFFICER, key)
    assert one is not None
    # What is known from memory only says so on record too.
    assert (one.relied, one.source.endswith("(memory)")) == (None, True)
    mechanisms.rely(
        OFFICER, "agreed", key, relied=True, relied_for="speakers", provision="14.10 c)", seen=0
    )
    one = offered.mechanism(OFFICER, key)
    assert one is not None
    assert (one.relied, one.relied_for, one.provision) == (True, "speakers", "14.10 c)")
    assert {each.key: each.recorded for each in offered.known(OFFICER)}[key]


VERDICTS = [
    ((), "not known", 0, 0),
    (((False, "", "Tern Trust"),), "not contradicted", 1, 0),
    (((False, "", "Tern Trust"), (True, "visa", "Gull Trust")), "contradicted", 2, 1),
    (((True, "cost", ""), (False, "", "Tern Trust")), "contradicted", 1, 0),
]
"""(answers, verdict, bodies asked, bodies that met a barrier)."""


@pytest.mark.parametrize(("answers", "verdict", "asked", "barred"), VERDICTS)
def test_that_nobody_met_a_barrier_is_contradicted_not_contradicted_or_not_known(
    answers: tuple[tuple[bool, str, str], ...], verdict: str, asked: int, barred: int
) -> None:
    for met, kind, body in answers:
        barriers.record(OFFICER, "", "Said so.", met=met, kind=kind, body=body)
    told = stood.found(OFFICER)
    assert (str(told.verdict), told.asked, told.barred) == (verdict, asked, barred)


PARALLEL = [
    ("Set up a travel fund of our own.", ("local communities",), "", ("cbd-voluntary-fund",)),
    ("Set up a travel fund of our own.", ("youth",), "", ()),
    ("Give them a seat at the table.", ("youth",), "", ("unep-major-groups",)),
    ("Give them a seat at the table.", ("youth",), "unep-major-groups", ()),
    ("Be kind to them.", ("youth", "local communities"), "", ()),
    ("Pay their travel, and a seat.", ("youth", "Indigenous Peoples"), "",
     ("cbd-voluntary-fund", "unep-major-groups")),
]  # fmt: skip
"""(words, for whom, mechanism that it builds on, mechanisms that do it already)."""


@pytest.mark.parametrize(("words", "whom", "builds_on", "beside"), PARALLEL)
def test_a_process_beside_a_mechanism_on_record_is_shown_so(
    words: str, whom: tuple[str, ...], builds_on: str, beside: tuple[str, ...]
) -> None:
    for key in ("cbd-voluntary-fund", "unep-major-groups"):
        mechanisms.take_up(OFFICER, "", key)
    number = youth(words, constituency=whom, mechanism=builds_on)
    one = would.suggestion(OFFICER, number)
    assert one is not None
    assert sorted(each.key for each in one.parallels) == list(beside)
    assert all(each.inferred for each in one.parallels)
    listed = would.suggestions(OFFICER, would.Filter(parallel="yes")).rows
    assert bool(listed) is bool(beside)


def test_no_mechanism_on_record_no_parallel() -> None:
    one = would.suggestion(OFFICER, youth("A seat for them."))
    assert one is not None
    assert one.parallels == ()


def test_costs_are_summed_by_constituency_and_currency_and_the_unknown_are_counted() -> None:
    for amount, currency in (("10.50", "EUR"), ("4", "EUR"), ("7", "USD"), ("", "")):
        youth("Pay.", amount=amount, currency=currency, basis="told" if amount else "")
    youth("Pay both.", constituency=("youth", "local communities"), amount="0", currency="EUR",
          basis="a gift")  # fmt: skip
    told = {
        one.constituencies: (one.suggestions, one.sums, one.unknown)
        for one in would.costs_of(OFFICER)
    }
    assert told == {
        ("local communities", "youth"): (1, (("EUR", "0.00"),), 0),
        ("youth",): (4, (("EUR", "14.50"), ("USD", "7.00")), 1),
    }


def test_the_public_sees_what_is_published_and_no_more() -> None:
    spoke, wrote = attended(), attended(kind="submitted")
    number = youth("A seat for them.")
    mechanisms.take_up(OFFICER, "", "unep-major-groups")
    barriers.record(OFFICER, "", "No visa.", met=True, kind="visa", body="Tern Trust")
    assert not took.participation(None).total
    publish.publish(APPROVER, "printed", "participation", spoke)
    publish.publish(APPROVER, "printed", "suggestion", number)
    assert [one.number for one in took.participation(None).rows] == [spoke]
    # The body itself was not published: its name is told, and no page of it.
    assert took.participation(None).rows[0].body_key == ""
    assert took.took_part(None, wrote) is None
    assert (stood.found(None).verdict, stood.found(None).took_part) == ("not known", 1)
    shown = would.suggestion(None, number)
    assert shown is not None
    assert shown.parallels == ()
    publish.publish(APPROVER, "printed", "mechanism", "unep-major-groups")
    shown = would.suggestion(None, number)
    assert shown is not None
    assert [one.key for one in shown.parallels] == ["unep-major-groups"]
    publish.withdraw(APPROVER, "by mistake", "participation", spoke)
    assert not took.participation(None).total


def test_a_constituency_is_named_to_everybody_only_with_its_consent() -> None:
    key = bodies.enter(OFFICER, "", "Estuary Youth Network", constituency="youth")
    number = attended(body=key)
    with pytest.raises(Refused, match="no consent of theirs is kept"):
        publish.publish(APPROVER, "printed", "participation", number)
    bodies.correct(OFFICER, "", key, {"consent": "by mail"}, seen=0)
    publish.publish(APPROVER, "printed", "participation", number)


@pytest.mark.parametrize("name", ["0", "99", "x", "1e3", "²", "9" * 40, "-1"])
def test_a_number_that_is_none_finds_nothing(name: str) -> None:
    attended()
    assert took.took_part(OFFICER, name) is None
    with pytest.raises(Refused, match="there is no participation"):
        participation.correct(OFFICER, "", name, {"title": "x"}, seen=0)


def test_a_body_that_was_merged_keeps_what_it_did() -> None:
    attended(body="Tern Trust of Kenya")
    into, twin = bodies.enter(OFFICER, "", "Tern Trust"), "tern-trust-of-kenya"
    bodies.merge(OFFICER, "the same", twin, into, seen=0)
    assert [one.body for one in took.participation(OFFICER).rows] == ["Tern Trust"]
