"""Who may, who may not together, which policy binds, how long it is good; and a case walked through
the engine under two policies."""

from datetime import date
from typing import Any

import pytest

from whimbrel.partnership.applies import Mandated, binding
from whimbrel.partnership.authority import who_may
from whimbrel.partnership.packs import pack
from whimbrel.partnership.separation import Declared, conflicts
from whimbrel.partnership.validity import Happened, expires
from whimbrel.procedures.case import Case, Event
from whimbrel.procedures.moves import Standing, moves

GENERIC, TAILORED, SILENT = pack("generic-un"), pack("cms-tailored"), pack("unep-2024")


def approve(**case: Any) -> tuple[str, ...]:
    told = {"direction": "out", "category": "ngo", "risk": "low", **case}
    return who_may(GENERIC, step="approve", **told).roles


def test_authority_follows_value_category_and_risk() -> None:
    assert approve(value=50_000)[0] == "head-of-unit"
    assert approve(value=50_001)[0] == "executive-secretary"
    assert approve(value=200_001)[0] == "corporate-services"
    assert approve(value=50_000, category="pri")[0] == "executive-secretary"
    assert approve(value=50_000, risk="substantial")[0] == "executive-secretary"
    assert approve(value=50_000, risk="high", category="pri")[0] == "executive-secretary"
    assert approve(value=0, direction="none")[0] == "head-of-unit"


def test_who_stands_higher_may_as_well() -> None:
    assert "executive-director" in approve(value=10)
    assert "officer" not in approve(value=10)


def test_without_the_value_only_who_may_in_any_event_may() -> None:
    found = who_may(GENERIC, step="approve", direction="out", category="ngo", risk="low")
    assert found.roles[0] == "corporate-services"
    assert {name for one in found.why if one.met is None for name in one.wants} == {"value"}


@pytest.mark.parametrize("flag", ["red", "sanctions", "excluded"])
@pytest.mark.parametrize("step", ["clear", "approve", "sign", "pay", "amend", "renew"])
@pytest.mark.parametrize("one", [GENERIC, TAILORED, SILENT], ids=lambda one: one.id)
def test_nobody_may_while_a_red_flag_stands(one: Any, step: str, flag: str) -> None:
    found = who_may(one, step=step, value=10, direction="out", category="ngo", flags=[flag])
    assert not found.roles
    assert [each.met for each in found.bars] == [False]


def test_who_may_is_not_known_where_the_text_was_not_entered() -> None:
    found = who_may(SILENT, step="approve", value=10, direction="out", category="ngo", risk="low")
    assert (found.roles, found.bars, found.known) == ((), (), False)
    assert found.why[-1].met is None


def test_three_persons_or_two_by_a_declared_exception() -> None:
    told = Declared(reason="the other officer is away", by="head")
    apart = {"requester": "a", "assessor": "b", "approver": "c"}
    assert not conflicts(GENERIC, **apart)
    two: dict[str, Any] = {**apart, "assessor": "a"}
    assert [one.parts for one in conflicts(GENERIC, **two, staff=30)] == [("requester", "assessor")]
    assert not conflicts(GENERIC, **two, staff=30)[0].final
    assert not conflicts(GENERIC, **two, staff=30, exception=told)
    empty = Declared(reason=" ", by="head")
    assert conflicts(GENERIC, **two, staff=30, exception=empty)
    assert conflicts(GENERIC, **two, staff=31, exception=told)[0].final
    assert conflicts(GENERIC, **two, exception=told)[0].final, "the size is not known"


def test_who_asks_never_approves() -> None:
    told = Declared(reason="there is nobody else", by="head")
    found = conflicts(
        GENERIC, requester="a", assessor="b", approver="a", staff=3, exception=told
    )  # fmt: skip
    assert [(one.parts, one.final) for one in found] == [(("requester", "approver"), True)]
    alone = conflicts(GENERIC, requester="a", assessor="a", approver="a", staff=3, exception=told)
    assert len(alone) == 3


def test_a_part_that_nobody_plays_yet_conflicts_with_nothing() -> None:
    assert not conflicts(GENERIC, requester="a")
    assert conflicts(GENERIC, requester="a", assessor="a")


def test_unep_binds_by_default_and_its_transition_has_outlived_its_year() -> None:
    found = binding(on=date(2026, 1, 8))
    assert [one.id for one in found.packs] == ["unep-2024"]
    assert [one.id for one in found.measures] == ["unep-2024-simplified"]
    assert any("29 September 2025" in one.text.en for one in found.warnings)
    inside = binding(on=date(2025, 9, 29))
    assert not any("was to end" in one.text.en for one in inside.warnings)
    assert not inside.measures
    assert [one.id for one in binding(on=date(2024, 9, 28)).packs] == ["unep-2011"]


def test_a_day_in_the_month_of_the_launch_is_not_known_exactly() -> None:
    unsure = "is not known exactly"
    assert any(unsure in one.text.en for one in binding(on=date(2025, 10, 5)).warnings)
    assert not any(unsure in one.text.en for one in binding(on=date(2025, 10, 31)).warnings)
    assert not binding(on=date(2025, 9, 30)).measures


def test_before_any_policy_none_binds() -> None:
    found = binding(on=date(2001, 1, 1))
    assert not found.packs
    assert not found.settled
    assert any("No policy is known" in one.text.en for one in found.warnings)


def decision(**told: Any) -> Mandated:
    return Mandated(
        number="Decision 15.AA", **{"since": date(2026, 4, 1), "pack": "cms-tailored", **told}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "policies"),
    [
        ({"separate": True, "consistent": True}, ["cms-tailored"]),
        ({"separate": True, "consistent": False}, ["unep-2024"]),
        ({"separate": False, "consistent": True}, ["unep-2024"]),
        ({"separate": True, "consistent": None}, ["unep-2024", "cms-tailored"]),
        ({"separate": True, "consistent": True, "pack": ""}, ["unep-2024"]),
        ({"separate": True, "consistent": True, "since": date(2027, 1, 1)}, ["unep-2024"]),
        ({"separate": True, "consistent": True, "until": date(2026, 5, 1)}, ["unep-2024"]),
    ],
)
def test_precedence(told: dict[str, Any], policies: list[str]) -> None:
    found = binding(on=date(2026, 6, 1), decisions=iter([decision(**told)]))
    assert [one.id for one in found.packs] == policies
    assert found.settled == (len(policies) == 1)
    assert found.reasons[0].line == "regulations"


def test_a_due_diligence_runs_out_and_warns_before() -> None:
    told = expires(GENERIC, done_on=date(2023, 6, 1), on=date(2026, 12, 31))
    assert (told.until, told.expired, told.warns) == (date(2026, 12, 31), False, True)
    assert expires(GENERIC, done_on=date(2023, 6, 1), on=date(2027, 1, 1)).expired
    draft = expires(TAILORED, done_on=date(2023, 6, 1), on=date(2026, 6, 1))
    assert (draft.until, draft.expired) == (date(2026, 6, 1), False)
    early = expires(GENERIC, done_on=date(2023, 6, 1), on=date(2024, 1, 1))
    assert not early.warns


def test_a_trigger_ends_it_early() -> None:
    happened = [Happened(trigger="board", on=date(2024, 3, 2))]
    told = expires(GENERIC, done_on=date(2023, 6, 1), on=date(2024, 3, 2), happened=happened)
    assert (told.until, told.expired) == (date(2024, 3, 1), True)
    later = expires(GENERIC, done_on=date(2024, 3, 3), on=date(2024, 4, 1), happened=happened)
    assert not later.expired, "it was looked into afterwards"
    with pytest.raises(KeyError):
        expires(GENERIC, done_on=date(2023, 6, 1), on=date(2024, 1, 1),
                happened=[Happened(trigger="weather", on=date(2023, 7, 1))])  # fmt: skip


def test_a_term_that_nobody_entered_is_not_known() -> None:
    told = expires(SILENT, done_on=date(2023, 6, 1), on=date(2026, 1, 1))
    assert (told.until, told.expired) == (None, None)
    happened = [Happened(trigger="board", on=date(2024, 3, 2))]
    told = expires(SILENT, done_on=date(2023, 6, 1), on=date(2026, 1, 1), happened=happened)
    assert told.expired is None, "whether a new board ends it is not claimed"
    assert expires(GENERIC, done_on=None, on=date(2026, 1, 1)).expired is None


DAY = date(2026, 3, 2)
GRANT: dict[str, object] = {
    "category": "ngo", "modality": "small-grant", "direction": "out", "value": 9_000.0,
    "risk": "low", "flags": (),
}  # fmt: skip


def begun(one: Any, level: str, *steps: str, **known: object) -> Case:
    return Case(
        number="P-0001",
        procedure=one.procedure,
        values={**GRANT, "level": level, **known},
        events=tuple(Event(step=step, by="an officer", at=DAY) for step in steps),
    )


def standing(case: Case, step: str) -> Standing:
    return next(one for one in moves(case, by=None, at=DAY) if one.step.id == step).standing


PAPERS = ("statutes", "declaration", "officers", "accounts", "bank")
WALK: tuple[tuple[str, dict[str, object]], ...] = (
    ("need", {"mandate_linked": True}),
    ("select", {"selection": "direct", "justified": True}),
    ("documents", {"documents": PAPERS}),
    ("screen", {"screened": True}),
    ("diligence", {"vetted": True}),
    ("review", {}),
    ("clear", {"excluded": False, "cleared": True}),
    ("approve", {"separated": True}),
    ("sign", {"signatory_checked": True}),
    ("pay", {"tranche_due": True}),
    ("deliver", {}),
    ("monitor", {}),
    ("report", {}),
    ("amend", {}),
    ("close", {}),
)
"""Each step of a life, with what is known after those before it, or at it."""
BEFORE = {"documents", "screen", "diligence", "clear"}
"""Steps that bring what they are about: it is known after them."""


@pytest.mark.parametrize(
    ("one", "level"), [(GENERIC, "standard"), (TAILORED, "basic"), (SILENT, "standard")]
)
def test_a_partnership_from_need_to_closure(one: Any, level: str) -> None:
    done: list[str] = []
    known: dict[str, object] = {}
    for step, brings in WALK:
        if step in BEFORE:
            assert standing(begun(one, level, *done, **known, **first(step)), step) is Standing.OPEN
            known |= brings | first(step)
        else:
            known |= brings
            assert standing(begun(one, level, *done, **known), step) is Standing.OPEN, step
        done.append(step)
    assert standing(begun(one, level, *done, **known), "pay") is Standing.BARRED


def first(step: str) -> dict[str, object]:
    """What a step needs to be known at it."""
    return {"excluded": False} if step == "clear" else {}


@pytest.mark.parametrize("one", [GENERIC, TAILORED, SILENT], ids=lambda one: one.id)
def test_no_grant_is_paid_before_vetting_is_done(one: Any) -> None:
    case = begun(one, "basic", "need", "select", "approve", "sign", tranche_due=True, vetted=False)
    found = next(each for each in moves(case, by=None, at=DAY) if each.step.id == "pay")
    assert found.standing is Standing.BARRED
    assert any("paragraph 34" in each.source for each in found.against)
    open_ = begun(one, "basic", "need", "select", "approve", "sign", tranche_due=True)
    assert standing(open_, "pay") is Standing.EVIDENCE, "not known asks for evidence"


def test_a_red_flag_in_the_middle_stops_payments_and_an_amendment_not_delivery() -> None:
    steps = [step for step, _ in WALK[:10]]
    known: dict[str, object] = {
        "vetted": True, "tranche_due": True, "separated": True, "flags": ("red",),
    }  # fmt: skip
    case = begun(GENERIC, "standard", *steps, **known)
    assert standing(case, "pay") is Standing.BARRED
    assert standing(case, "amend") is Standing.BARRED
    assert standing(case, "deliver") is Standing.OPEN
    assert standing(case, "suspend") is Standing.OPEN


def test_an_approver_who_is_the_requester_is_stopped() -> None:
    known: dict[str, object] = {
        "mandate_linked": True, "vetted": True, "cleared": True, "excluded": False,
    }  # fmt: skip
    steps = [step for step, _ in WALK[:7]]
    assert standing(begun(GENERIC, "standard", *steps, **known, separated=False), "approve") is (
        Standing.BARRED
    )


def test_without_due_diligence_its_steps_concern_nobody() -> None:
    known: dict[str, object] = {"mandate_linked": True, "separated": True, "flags": ()}
    case = begun(GENERIC, "none", "need", "select", **known)
    assert standing(case, "diligence") is Standing.BARRED
    assert standing(case, "approve") is Standing.OPEN


def test_nothing_comes_after_termination() -> None:
    case = begun(GENERIC, "basic", "need", "select", "approve", "sign", "terminate", vetted=True)
    assert all(one.standing is Standing.BARRED for one in moves(case, by=None, at=DAY))
