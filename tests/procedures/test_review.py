"""The Review Mechanism on the engine of all procedures: a case played from its submission on."""

from datetime import date

import pytest

from whimbrel.procedures.case import Case, Event
from whimbrel.procedures.checked import load
from whimbrel.procedures.moves import Standing, moves
from whimbrel.procedures.procedure import Actor, Procedure

DAY = date(2026, 3, 1)
QUALIFIED: dict[str, object] = {
    "subjects": ("migratory species",), "scope": "international", "provisions": ("III.5",),
    "names_a_party": True, "words_of_evidence": 1500, "documents": ("form",),
}  # fmt: skip


@pytest.fixture(scope="module")
def review() -> Procedure:
    found = load("procedures/*.yaml", Procedure)
    return next(one for one in found if one.id == "cms-review-mechanism")


def played(review: Procedure, *steps: str, **values: object) -> Case:
    events = tuple(Event(step=one, by="somebody@example.org", at=DAY) for one in steps)
    return Case(number="RM-1", procedure=review, values=QUALIFIED | values, events=events)


def can(case: Case, by: Actor | None = None) -> set[str]:
    return {one.step.id for one in moves(case, by=by, at=DAY) if one.open}


WAY = [
    ((), {"submit"}),
    (("submit",), {"receive", "ask", "withdraw"}),
    (("submit", "receive"), {"ask", "send-to-party", "withdraw"}),
    (("submit", "receive", "send-to-party"), {"ask", "comment", "bring", "withdraw"}),
    (("submit", "receive", "send-to-party", "bring", "open", "close"), set()),
    (("submit", "receive", "send-to-party", "bring", "reject"), set()),
]


@pytest.mark.parametrize(("done", "open_"), WAY)
def test_a_case_goes_from_the_secretariat_to_the_standing_committee(
    review: Procedure, done: tuple[str, ...], open_: set[str]
) -> None:
    assert can(played(review, *done)) == open_


def test_who_submits_never_decides(review: Procedure) -> None:
    case = played(review, "submit", "receive", "send-to-party", "bring")
    assert can(case, Actor.APPLICANT) == {"withdraw"}
    assert can(case, Actor.COMMITTEE) == {"open", "reject"}
    assert review.restricted


def test_a_national_body_needs_evidence_for_a_word_that_nothing_defines(review: Procedure) -> None:
    case = played(review, "submit", scope="national")
    receive = next(one for one in moves(case, by=None, at=DAY) if one.step.id == "receive")
    assert receive.standing is Standing.EVIDENCE
    assert [one.line for one in receive.needs] == ["submitter"]
    assert "accredited national" in receive.needs[0].text.en
    assert {one.term for one in review.gaps} == {"accredited national"}


def test_evidence_of_more_than_1500_words_is_not_received(review: Procedure) -> None:
    case = played(review, "submit", words_of_evidence=1501)
    receive = next(one for one in moves(case, by=None, at=DAY) if one.step.id == "receive")
    assert [one.line for one in receive.against] == ["length"]
