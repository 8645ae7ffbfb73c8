"""What may happen next in a case, by whom, and what bars the rest."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.procedures.made import (
    EXPERT,
    LAST,
    LETTER,
    NOTICE,
    OPENS,
    PROCEDURE,
    RULE,
    STEPS,
    case,
    happened,
    words,
)
from whimbrel.procedures.case import Case
from whimbrel.procedures.criterion import Criterion, Effect, Test
from whimbrel.procedures.known import Gap, Known
from whimbrel.procedures.moves import Move, Standing, moves
from whimbrel.procedures.procedure import Actor, Verdict

DAY = date(2026, 2, 1)
APPLIED = happened("apply", DAY)
CHECKED = happened("check", DAY)
ADMITTED = happened("admit", OPENS)
BIRDS = {"subjects": ("birds",)}


def found(name: str, one: Case, by: Actor | None = None, at: date = DAY) -> Move:
    return next(each for each in moves(one, by=by, at=at) if each.step.id == name)


def told(one: Move) -> str:
    return " ".join(each.text.en for each in (*one.against, *one.needs, *one.remarks))


@pytest.mark.parametrize(
    ("name", "one", "by", "at", "standing", "words"),
    [
        ("apply", case(values={"documents": ("letter",)}), None, LAST, Standing.OPEN, ""),
        (
            "apply",
            case(values={"documents": ("letter",)}),
            None,
            LAST + timedelta(days=1),
            Standing.BARRED,
            "The last day was 2026-03-01",
        ),
        ("apply", case(), Actor.APPLICANT, DAY, Standing.EVIDENCE, "Still to be shown: a letter"),
        ("apply", case(), Actor.STATE, DAY, Standing.BARRED, "It is for the applicant"),
        ("apply", case(APPLIED), None, DAY, Standing.BARRED, "It is done already"),
        ("check", case(), None, DAY, Standing.BARRED, "First comes: apply"),
        ("check", case(APPLIED), None, DAY, Standing.EVIDENCE, "evidence is needed: it knows"),
        ("check", case(APPLIED, values=BIRDS), None, DAY, Standing.OPEN, ""),
        (
            "check",
            case(APPLIED, values={"subjects": ("trains",)}),
            None,
            DAY,
            Standing.BARRED,
            "Not met: it knows birds",
        ),
        ("ask", case(APPLIED, happened("ask", DAY)), None, DAY, Standing.OPEN, ""),
        ("answer", case(APPLIED), None, DAY, Standing.BARRED, "First comes: ask"),
        ("refuse", case(APPLIED, CHECKED), None, DAY, Standing.BARRED, "First comes: object"),
        ("ask", case(APPLIED, CHECKED, ADMITTED), None, OPENS, Standing.BARRED, "is closed: admit"),
        ("suspend", case(APPLIED, CHECKED, ADMITTED), None, OPENS, Standing.OPEN, ""),
        ("suspend", case(APPLIED, CHECKED), None, OPENS, Standing.BARRED, "First comes: admit"),
    ],
)
def test_a_step_is_open_or_barred_or_needs_evidence(
    name: str, one: Case, by: Actor | None, at: date, standing: Standing, words: str
) -> None:
    move = found(name, one, by, at)
    assert move.standing is standing, told(move)
    assert words in told(move)
    assert move.open is (standing is Standing.OPEN)


def test_every_step_is_told_and_every_reason_has_its_source_and_three_languages() -> None:
    listed = moves(case(APPLIED), by=Actor.SECRETARIAT, at=DAY)
    assert [one.step.id for one in listed] == [step.id for step in STEPS]
    for one in listed:
        for reason in (*one.reasons, *one.needs, *one.remarks):
            assert reason.source
            assert reason.line
            assert len({reason.text.en, reason.text.fr, reason.text.es}) == 3


def test_what_is_not_known_says_what_would_settle_it() -> None:
    move = found("check", case(APPLIED))
    assert [one.wants for one in move.needs] == [("subjects",)]
    assert [one.met for one in move.needs] == [None]
    assert not move.against


def test_a_document_and_a_finding_that_an_event_brings_are_known_from_its_day() -> None:
    brings = happened("apply", DAY, documents=["letter"], values={"subjects": ["birds"]})
    assert found("check", case(brings)).open
    finds = happened("ask", DAY, found={"expertise": True})
    assert found("check", case(APPLIED, finds)).open
    against = happened("ask", DAY, found={"expertise": False})
    assert found("check", case(APPLIED, against, values=BIRDS)).standing is Standing.BARRED
    takes_back = happened("ask", DAY, found={"expertise": None})
    one = case(APPLIED, finds, takes_back)
    assert found("check", one).standing is Standing.EVIDENCE


def test_what_happened_after_the_day_is_not_looked_at() -> None:
    one = case(APPLIED, happened("check", OPENS))
    assert found("admit", one, at=DAY).standing is Standing.BARRED
    assert found("check", one, at=DAY).standing is not Standing.BARRED


def test_the_approval_of_a_state_is_waited_for_until_it_is_refused() -> None:
    approval = Criterion(
        id="approval", source=RULE, status=Known.SEEN, text=words("approved"), effect=Effect.WAIT,
        test=Test(attribute="state_approval", equals="granted"),
        final=Test(attribute="state_approval", equals="refused"),
    )  # fmt: skip
    steps = tuple(replace(one, needs=("approval",)) if one.id == "check" else one for one in STEPS)
    for said, standing in (
        ("granted", Standing.OPEN),
        ("pending", Standing.EVIDENCE),
        ("none", Standing.EVIDENCE),
        (None, Standing.EVIDENCE),
        ("refused", Standing.BARRED),
    ):
        one = case(APPLIED, values={"state_approval": said}, criteria=(approval,), steps=steps)
        assert found("check", one).standing is standing, said


def test_a_term_that_nothing_defines_asks_for_evidence_and_names_the_term() -> None:
    gap = Gap(
        id="birds", source=RULE, status=Known.SEEN, term="birds", text=words("no list of birds"),
        attributes=("subjects",),
    )  # fmt: skip
    for values in ({}, BIRDS):
        move = found("check", case(APPLIED, gaps=(gap,), values=values))
        assert move.standing is Standing.EVIDENCE
        assert "nothing defines “birds”" in told(move)
    judged = happened("ask", DAY, found={"expertise": True})
    assert found("check", case(APPLIED, judged, gaps=(gap,))).open


def test_what_is_left_to_judgement_is_never_refused_by_the_engine() -> None:
    left = replace(EXPERT, discretionary=True)
    one = case(APPLIED, values={"subjects": ("trains",)}, criteria=(left,))
    assert found("check", one).standing is Standing.EVIDENCE
    judged = happened("ask", DAY, found={"expertise": False})
    assert found("check", case(APPLIED, judged, criteria=(left,))).standing is Standing.BARRED


@pytest.mark.parametrize(
    ("found_so", "standing", "words"),
    [
        ({}, Standing.OPEN, "still to be looked at"),
        ({"letter": True}, Standing.OPEN, ""),
        ({"letter": False}, Standing.EVIDENCE, "Still to be shown"),
        ({"letter": None}, Standing.EVIDENCE, "Still to be shown"),
    ],
)
def test_a_document_that_nobody_has_looked_at_bars_nobody(
    found_so: dict[str, bool | None], standing: Standing, words: str
) -> None:
    certified = replace(LETTER, certified=True)
    steps = tuple(replace(one, needs=("letter",)) if one.id == "check" else one for one in STEPS)
    looked = happened("ask", DAY, found=found_so)
    one = case(APPLIED, looked, values={"documents": "letter"}, documents=(certified,), steps=steps)
    move = found("check", one)
    assert move.standing is standing
    assert words in told(move)
    assert bool(words) is bool(told(move))


@pytest.mark.parametrize(
    ("change", "country", "standing"),
    [
        ({"effect": Effect.LIMIT}, "KE", Standing.OPEN),
        ({"exception": Test(attribute="country", equals="KE")}, "KE", Standing.OPEN),
        ({"exception": Test(attribute="country", equals="KE")}, "UG", Standing.BARRED),
        ({"exception": Test(attribute="country", equals="KE")}, None, Standing.BARRED),
    ],
)
def test_who_is_let_in_for_one_meeting_is_not_barred_and_that_is_said(
    change: dict[str, object], country: str | None, standing: Standing
) -> None:
    narrow = replace(EXPERT, **change)  # type: ignore[arg-type]
    proof = replace(LETTER, shows="expertise")
    steps = tuple(
        replace(one, needs=("expertise", "letter")) if one.id == "check" else one for one in STEPS
    )
    brought = {"documents": ()} if change.get("exception") else {"documents": ("letter",)}
    values = {"subjects": ("trains",), "country": country} | brought
    one = case(APPLIED, values=values, criteria=(narrow,), documents=(proof,), steps=steps)
    move = found("check", one)
    assert move.standing is standing
    said = any("one meeting" in each.text.en for each in move.reasons)
    assert said is (standing is Standing.OPEN)


def test_a_rule_that_nobody_knows_is_not_applied() -> None:
    unknown = replace(EXPERT, status=Known.UNKNOWN)
    assert found("check", case(APPLIED, criteria=(unknown,))).open
    paper = replace(LETTER, status=Known.UNKNOWN)
    deadline = replace(NOTICE, status=Known.UNKNOWN)
    move = found("apply", case(documents=(paper,), deadlines=(deadline,)), at=OPENS)
    assert move.open
    assert "nobody here knows" in told(move)


def test_what_is_from_memory_is_applied_and_said_to_be() -> None:
    move = found(
        "apply",
        case(values={"documents": "letter"}, deadlines=(replace(NOTICE, status=Known.MEMORY),)),
        at=OPENS,
    )
    assert move.standing is Standing.BARRED
    assert "From memory" in told(move)


def test_who_misses_a_closing_day_waits_for_the_next_one() -> None:
    rolling = replace(NOTICE, late=False)
    move = found("apply", case(values={"documents": "letter"}, deadlines=(rolling,)), at=OPENS)
    assert move.open
    assert "next occasion" in told(move)


@pytest.mark.parametrize(
    ("at", "standing", "differ"),
    [
        (date(2026, 1, 30), Standing.OPEN, True),
        (date(2026, 1, 31), Standing.OPEN, True),
        (date(2026, 3, 1), Standing.OPEN, True),
        (date(2026, 3, 2), Standing.BARRED, True),
    ],
)
def test_language_versions_that_differ_are_shown_and_bar_nobody_until_the_last_is_past(
    at: date, standing: Standing, differ: bool
) -> None:
    english = replace(NOTICE, days=60, language="en")
    french = replace(NOTICE, id="notice-fr", language="fr")
    one = case(values={"documents": "letter"}, deadlines=(english, french))
    move = found("apply", one, at=at)
    assert move.standing is standing
    assert ("en: 2026-01-30, fr: 2026-03-01" in told(move)) is differ


@pytest.mark.parametrize(
    ("number", "at", "admit", "refuse"),
    [
        (33, OPENS, Standing.OPEN, Standing.BARRED),
        (34, OPENS, Standing.BARRED, Standing.OPEN),
        (33, OPENS - timedelta(days=1), Standing.EVIDENCE, Standing.EVIDENCE),
    ],
)
def test_a_third_of_the_parties_present_keeps_a_body_out(
    number: int, at: date, admit: Standing, refuse: Standing
) -> None:
    objections = [happened("object", DAY, party=f"P{one}") for one in range(number)]
    one = case(APPLIED, CHECKED, *objections, values={"parties_present": 100})
    assert found("admit", one, at=at).standing is admit
    assert found("refuse", one, at=at).standing is refuse


def test_without_the_number_of_parties_nobody_is_kept_out_or_let_in() -> None:
    one = case(APPLIED, CHECKED, happened("object", DAY, party="KE"))
    for name in ("admit", "refuse"):
        assert found(name, one, at=OPENS).standing is Standing.EVIDENCE


def test_an_objection_taken_back_is_not_counted() -> None:
    one = case(
        APPLIED, CHECKED, happened("object", DAY, party="KE"),
        happened("object", DAY, party="KE", withdrawn=True), values={"parties_present": 1},
    )  # fmt: skip
    assert found("admit", one, at=OPENS).open


@given(st.lists(st.sampled_from(STEPS), max_size=8), st.sampled_from([*Actor, None]))
def test_after_an_end_only_what_goes_on_from_it_may_be_done(
    done: list[object], by: Actor | None
) -> None:
    events = [happened(one.id, DAY) for one in done]  # type: ignore[attr-defined]
    one = case(*events, happened("refuse", DAY), values=BIRDS | {"documents": ("letter",)})
    assert not [each for each in moves(one, by=by, at=DAY) if each.open]


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "subjects": st.sampled_from([("birds",), ("trains",)]),
            "parties_present": st.integers(1, 5),
            "documents": st.sampled_from([("letter",), ()]),
        },
    ),
    st.lists(st.sampled_from(STEPS), max_size=5),
    st.sampled_from(["subjects", "parties_present"]),
)
def test_to_forget_something_never_bars_a_step_that_was_open(
    values: dict[str, object], done: list[object], forgotten: str
) -> None:
    events = [happened(one.id, DAY) for one in done]  # type: ignore[attr-defined]
    less = {name: value for name, value in values.items() if name != forgotten}
    before = moves(case(*events, values=values), by=None, at=DAY)
    after = moves(case(*events, values=less), by=None, at=DAY)
    for one, two in zip(before, after, strict=True):
        if one.standing is not Standing.BARRED:
            assert two.standing is not Standing.BARRED


def test_the_made_up_procedure_uses_each_verdict() -> None:
    assert {one.follows for one in PROCEDURE.steps} >= {Verdict.STANDS, Verdict.BLOCKED}
