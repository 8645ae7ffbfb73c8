"""The ledger: every act a line, and no line changed or taken away unseen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from tests.record import ADMINISTRATOR, AUDITOR, OFFICER
from whimbrel.acts import engagements, people
from whimbrel.acts import ledger as acts
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.queries import health, ledger
from whimbrel.register.models import Edition, Engagement, Line, Personal, Tip


def recorded() -> str:
    """An engagement, recorded by hand."""
    return engagements.record(
        OFFICER, "told by phone", "A workshop on terns", kind="workshop", partners=("FAO",),
        since="2025-05",
    )  # fmt: skip


def test_every_act_has_its_line_with_who_and_why(house: Path) -> None:
    recorded()
    newest, *others = ledger.lines(AUDITOR)
    assert (newest.act, newest.by, newest.reason) == (
        "engagements.record",
        OFFICER,
        "told by phone",
    )
    assert [one.act for one in others] == ["people.enter", "people.enter", "house.found"]
    assert ledger.verify().whole


def test_the_names_are_for_those_who_may_audit(house: Path) -> None:
    assert ledger.lines(None) == ()
    assert ledger.lines("nobody@example.org") == ()


def test_a_changed_line_is_found(house: Path) -> None:
    Line.objects.filter(number=2).update(about="something else")
    assert ledger.verify().problems == ("line 2 was changed",)


def test_a_line_taken_from_the_middle_is_found(house: Path) -> None:
    Personal.objects.filter(line_id=2).delete()
    Line.objects.filter(number=2).delete()
    found = ledger.verify().problems
    assert found[:2] == ("line 2 is missing", "line 3 does not follow the line above it")


def test_the_newest_lines_taken_away_are_found_by_the_head_outside(house: Path) -> None:
    recorded()
    Personal.objects.filter(line_id=4).delete()
    Line.objects.filter(number=4).delete()
    assert "lines 4 to 4 were taken away" in ledger.verify().problems
    house.unlink()
    told = ledger.verify()
    assert told.problems == ("the newest line is not the one that was written last",)
    assert "there is no head" in told.notes[0]


def taken_off() -> None:
    """The newest line, taken away with every trace in the database."""
    newest = Line.objects.latest("number")
    Personal.objects.filter(line=newest).delete()
    newest.delete()
    tip = Line.objects.latest("number")
    Tip.objects.update(number=tip.number, hash=tip.hash)


@pytest.mark.parametrize("more", [0, 1, 2, 5])
def test_lines_taken_away_are_told_however_many_acts_follow(
    house: Path, more: int, caplog: pytest.LogCaptureFixture
) -> None:
    recorded()
    before = house.read_text()
    taken_off()
    for number in range(more):
        people.enter(ADMINISTRATOR, "", f"x{number}@example.org", "X", "officer")
    assert house.read_text() == before
    assert not ledger.verify().whole
    assert ("is not of a line that stands" in caplog.text) == bool(more)
    assert next(one.name for one in health.whole() if not one.right) == "ledger"


@pytest.mark.parametrize("kept", ["", "{}", "[]", '{"number": "x"}', '{"number": 1, "hash": "0"}'])
def test_a_head_that_cannot_be_read_is_told_and_stays(house: Path, kept: str) -> None:
    house.write_text(kept)
    recorded()
    assert house.read_text() == kept
    assert "is not the one whose hash is kept" in ledger.verify().problems[0]


def test_what_is_said_of_people_cannot_be_changed_nor_taken_away(house: Path) -> None:
    one = Personal.objects.get(line_id=2)
    one.data = {**one.data, "by": "somebody@example.org"}
    one.save()
    assert ledger.verify().problems == ("what line 2 says of people was changed",)
    one.delete()
    (told,) = ledger.verify().problems
    assert told == "what line 2 says of people is missing, and no shredding tells of it"
    assert ledger.lines(AUDITOR)[1].by is None


@pytest.mark.parametrize(
    ("open_", "gone", "problems"),
    [
        ({"lines": 2, "shredded": [1, 2]}, (1, 2), 0),
        ({"lines": 2, "shredded": [1, 2]}, (1, 2, 3), 1),
        ({"lines": 1, "shredded": [1]}, (1, 2), 1),
        ({"lines": 2}, (1, 2), 0),
        ({"lines": 1}, (1, 2), 1),
        ({"lines": 9}, (1, 2, 3, 5), 1),
        ({}, (1,), 1),
    ],
)
def test_what_was_shredded_is_told_from_what_was_taken_away(
    house: Path, open_: dict[str, object], gone: tuple[int, ...], problems: int
) -> None:
    line = {"act": "people.shred", "at": timezone.now(), "about": "a person", "personal": {}}
    with transaction.atomic():
        acts.add(open_=open_, **line)
        acts.add(open_={}, **{**line, "act": "people.enter"})
    Personal.objects.filter(line_id__in=gone).delete()
    assert len(ledger.verify().problems) == problems


@pytest.mark.parametrize(
    ("harm", "problem"),
    [
        (lambda one: one.update(said={"title": "Another"}), "said after line 4 was changed"),
        (lambda one: one.delete(), "said after line 4 is missing"),
        (lambda one: one.update(about="body fao"), "was changed"),
    ],
)
def test_what_the_record_said_is_held_by_its_line(
    house: Path, harm: Callable[[Any], object], problem: str
) -> None:
    recorded()
    assert ledger.verify().whole
    harm(Edition.objects.filter(line=4, about__startswith="engagement "))
    assert problem in ledger.verify().problems[0]


def test_an_edition_of_before_has_no_digest_and_is_no_problem(house: Path) -> None:
    Edition.objects.create(about="body fao", at=timezone.now(), line=2, said={"name": "FAO"})
    assert ledger.verify().whole


def test_an_older_head_never_takes_the_place_of_a_newer(house: Path) -> None:
    from whimbrel.acts.ledger import keep_head

    before = house.read_text()
    keep_head(house, 1, "0" * 64)
    assert house.read_text() == before


def test_the_first_person_is_entered_once(house: Path) -> None:
    with pytest.raises(Refused, match="this house has people"):
        people.found_house("eve@example.org", "Eve")
    with pytest.raises(Refused, match="tsar is no role: one of officer"):
        people.enter(ADMINISTRATOR, "", "eve@example.org", "Eve", "tsar")
    with pytest.raises(Refused, match="is entered already"):
        people.enter(ADMINISTRATOR, "", OFFICER, "Ann", "officer")


def test_an_act_that_fails_leaves_nothing_half_written(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("whimbrel.acts.act.ledger.add", broken)
    with pytest.raises(OSError, match="no space left"):
        recorded()
    assert not Engagement.objects.exists()


def test_two_officers_at_one_engagement(house: Path) -> None:
    key = recorded()
    assert engagements.correct(OFFICER, "", key, {"place": "Rome"}, seen=0) == 1
    with pytest.raises(
        Overtaken, match=r"Ann changed .* its place is now “Rome”. Your words are kept here: “Bonn”"
    ):
        engagements.correct(OFFICER, "", key, {"place": "Bonn"}, seen=0)


def test_evidence_is_attached_once(house: Path) -> None:
    key = recorded()
    for _ in range(2):
        engagements.attach_evidence(OFFICER, "", key, "UNEP/CMS/COP15/Doc.99#para_1")
    assert Engagement.objects.get().evidence.count() == 1
    with pytest.raises(Refused, match="there is no engagement x"):
        engagements.attach_evidence(OFFICER, "", "x", "Doc.1")


def test_an_engagement_is_recorded_once_and_needs_a_partner(house: Path) -> None:
    recorded()
    with pytest.raises(Refused, match="has this engagement already"):
        recorded()
    with pytest.raises(Refused, match="a title and a partner"):
        engagements.record(OFFICER, "", "Alone", kind="workshop", partners=())
    with pytest.raises(Refused, match=r"no provision 99\.1"):
        engagements.record(
            OFFICER, "", "T", kind="workshop", partners=("FAO",), provisions=("99.1",)
        )


def act_of(by: str, reason: str) -> None:
    """An act that is refused to whoever does it."""
    engagements.attach_evidence(by, reason, "x", "Doc.1")


@pytest.mark.parametrize(
    ("by", "reason", "why", "lines"),
    [
        ("", "", "nobody here goes by", 0),
        ("eve@example.org", "x" * 9000, "longer than 2000 characters", 0),
        ("eve@example.org", "why not", "nobody here goes by", 0),
        (OFFICER, "why not", "there is no engagement x", 1),
        (OFFICER, "x" * 2000, "there is no engagement x", 1),
        (OFFICER, "x" * 2001, "reason is longer than 2000 characters", 1),
    ],
)
def test_who_is_nobody_here_writes_no_line_and_nobody_writes_a_book(
    house: Path, by: str, reason: str, why: str, lines: int
) -> None:
    before = Line.objects.count()
    with pytest.raises(Refused, match=why):
        act_of(by, reason)
    assert Line.objects.count() == before + lines
    told = ledger.lines(AUDITOR)[0].reason
    assert len(told or "") <= 2000


def test_a_stranger_never_holds_the_turn(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held() -> None:
        raise AssertionError("taken")

    monkeypatch.setattr("whimbrel.acts.ledger.turn", held)
    with pytest.raises(Refused, match="nobody here goes by"):
        act_of("eve@example.org", "")
