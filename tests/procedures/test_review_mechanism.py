"""The Review Mechanism on the same engine as admissions: bodies submit and never decide."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from whimbrel.procedures.case import Case, Event
from whimbrel.procedures.listed import procedures, versions
from whimbrel.procedures.moves import Move, Standing, moves
from whimbrel.procedures.procedure import Actor

(MECHANISM,) = versions("cms-review-mechanism")
DAY = date(2026, 1, 5)
MATTER: Mapping[str, object] = {
    "submitter": "body", "org_type": "ngo", "scope": "international",
    "subjects": ("migratory species",), "party_concerned": "Ruritania",
    "provisions": ("III.5",), "matter": "taking of godwits at the Marsh of Zenda",
    "evidence_words": 1500,
}  # fmt: skip


def case(
    *steps: str, said: Mapping[str, Mapping[str, object]] | None = None, **values: object
) -> Case:
    """A case in which steps were done, one a week."""
    told = said or {}
    events = tuple(
        Event(step=one, by="x", at=DAY + timedelta(weeks=number), said=told.get(one, {}))
        for number, one in enumerate(steps)
    )
    brought = {"documents": ("form",)} if steps else {}
    return Case(number="RM-1", procedure=MECHANISM, values=MATTER | brought | values, events=events)


def found(one: Case, by: Actor | None = None) -> dict[str, Move]:
    at = one.events[-1].at if one.events else DAY
    return {each.step.id: each for each in moves(one, by=by, at=at)}


def may(one: Case, by: Actor | None = None) -> set[str]:
    return {name for name, each in found(one, by).items() if each.open}


def test_a_case_is_seen_only_by_those_who_take_part_in_it() -> None:
    assert MECHANISM.restricted


THROUGH = [
    (Actor.APPLICANT, "submit", "submitted"),
    (Actor.SECRETARIAT, "receive", "received"),
    (Actor.SECRETARIAT, "ask", "asked"),
    (Actor.APPLICANT, "answer", "answered"),
    (Actor.SECRETARIAT, "screen", "screened"),
    (Actor.SECRETARIAT, "send-to-party", "with the Party concerned"),
    (Actor.PARTY, "comment", "commented"),
    (Actor.COMMITTEE, "open", "open"),
    (Actor.COMMITTEE, "measures", "measures recommended"),
    (Actor.PARTY, "report", "progress reported"),
    (Actor.COMMITTEE, "measures", "measures recommended"),
    (Actor.COMMITTEE, "close", "closed"),
    (Actor.SECRETARIAT, "inform", "closed"),
]


def test_a_case_goes_from_submission_to_its_end_each_step_by_its_actor() -> None:
    done: list[str] = []
    for by, step, state in THROUGH:
        now = case(*done, documents=("form",))
        assert step in may(now, by), f"{step} after {done}"
        others = {one for one in Actor if one is not by and step in may(now, one)}
        assert not others, f"{step} is open to {others}"
        done.append(step)
        assert case(*done).state == state
    assert may(case(*done)) == set()


def test_who_submits_never_decides() -> None:
    own = {one.id for one in MECHANISM.steps if one.by is Actor.APPLICANT}
    assert own == {"submit", "answer"}
    for end in range(len(THROUGH)):
        done = [step for _, step, _ in THROUGH[:end]]
        assert may(case(*done, documents=("form",)), Actor.APPLICANT) <= own


def test_the_committee_may_reject_what_it_does_not_open() -> None:
    heard = ("submit", "receive", "screen", "send-to-party")
    assert {"open", "reject"} <= may(case(*heard), Actor.COMMITTEE)
    assert may(case(*heard, "reject")) == {"inform"}


def test_how_long_the_party_has_to_comment_is_not_known_and_bars_nobody() -> None:
    comment = found(case("submit", "receive", "screen", "send-to-party"))["comment"]
    assert comment.open
    assert comment.last is None
    assert any("nobody here knows" in one.text.en for one in comment.remarks)


@pytest.mark.parametrize(
    ("values", "standing"),
    [
        ({}, Standing.OPEN),
        ({"scope": "regional"}, Standing.OPEN),
        ({"submitter": "Party", "org_type": None, "subjects": None}, Standing.OPEN),
        ({"submitter": "Secretariat", "org_type": None, "subjects": None}, Standing.OPEN),
        ({"org_type": "business"}, Standing.BARRED),
        ({"subjects": ("railways",)}, Standing.BARRED),
        ({"provisions": ("VII.9",)}, Standing.BARRED),
        ({"provisions": ("VII.9", "III.4")}, Standing.OPEN),
        ({"evidence_words": 1501}, Standing.BARRED),
        ({"evidence_words": None}, Standing.EVIDENCE),
        ({"party_concerned": ""}, Standing.BARRED),
        ({"party_concerned": None}, Standing.EVIDENCE),
        ({"matter": None}, Standing.EVIDENCE),
        ({"scope": "national"}, Standing.EVIDENCE),
        ({"scope": "national", "accredited": True}, Standing.EVIDENCE),
        ({"scope": "national", "accredited": False}, Standing.EVIDENCE),
    ],
)
def test_what_can_be_taken_up(values: dict[str, object], standing: Standing) -> None:
    assert found(case("submit", "receive", **values))["screen"].standing is standing


def test_a_national_body_is_not_refused_for_a_term_that_nothing_defines() -> None:
    move = found(case("submit", "receive", scope="national"))["screen"]
    (need,) = move.needs
    assert "nothing defines “accredited national”" in need.text.en
    assert "«\xa0accredited national\xa0»" in need.text.fr
    assert need.wants == ("accredited",)
    assert not move.against


@pytest.mark.parametrize(("answer", "open_"), [(True, True), (False, False), (None, False)])
def test_a_person_may_find_who_may_submit(answer: bool | None, open_: bool) -> None:
    said = {"receive": {"found": {"submitter": answer}}}
    assert found(case("submit", "receive", said=said, scope="national"))["screen"].open is open_


def test_steps_from_memory_are_marked_so() -> None:
    open_ = found(case("submit", "receive", "screen", "send-to-party"))["open"]
    assert any("From memory" in one.text.en for one in open_.remarks)


def test_procedures_are_found_by_their_id() -> None:
    assert MECHANISM in procedures()
    with pytest.raises(KeyError):
        versions("cms-review-machine")
