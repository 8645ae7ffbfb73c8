"""What may happen next in a case, and what bars the rest."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.procedures.case import Case, Event
from whimbrel.procedures.criterion import Criterion, Test, holds
from whimbrel.procedures.known import Known, Text
from whimbrel.procedures.moves import Why, moves
from whimbrel.procedures.procedure import (
    Actor,
    Deadline,
    DecisionRule,
    DocumentNeeded,
    Duty,
    Kind,
    Procedure,
    Right,
    Step,
    Validity,
)
from whimbrel.procedures.status import held
from whimbrel.procedures.versions import changed, conflicts, version_on

X = Text(en="x", fr="x", es="x")
OPENS = date(2026, 3, 23)


def step(id_: str, by: Actor, *after: str, **more: object) -> Step:
    return Step(
        id=id_, source="rule", status=Known.SEEN, text=X, by=by, after=after,
        state=more.pop("state", id_), **more,  # type: ignore[arg-type]
    )  # fmt: skip


PROCEDURE = Procedure(
    id="p",
    title=X,
    body="cms",
    source="rule",
    criteria=(
        Criterion(
            id="expertise", source="rule", status=Known.SEEN, text=X,
            test=Test(attribute="subjects", among=("migratory species",)),
        ),
    ),
    documents=(
        DocumentNeeded(
            id="papers", source="rule", status=Known.SEEN, text=X, any_of=("statutes",),
            instead=("endorsements",), instead_for=Test(attribute="org_type", among=("ipo",)),
        ),
    ),
    deadlines=(Deadline(id="notice", source="rule", status=Known.SEEN, days=30),),
    decision=DecisionRule(id="d", source="rule", status=Known.SEEN, kind=Kind.NONE, decider=X),
    validity=Validity(id="v", source="rule", status=Known.SEEN, text=X, years=5, reapply_years=3),
    steps=(
        step("send", Actor.APPLICANT, deadline="notice", state="received"),
        step("ask", Actor.SECRETARIAT, "send", again=True, state="questions"),
        step("admit", Actor.DECIDER, "send", needs=("expertise", "papers"), ends=True,
             state="admitted"),
        step("withdraw-status", Actor.DECIDER, "admit", state="withdrawn", ends=True),
    ),
    rights=(Right(id="speak", source="rule", status=Known.SEEN, text=X),),
    duties=(Duty(id="report", source="rule", status=Known.SEEN, text=X, every_years=2),),
)  # fmt: skip
FIT: dict[str, object] = {"subjects": ("migratory species",), "documents": ("statutes",)}


def case(*done: tuple[str, date], found: dict[str, bool | None] | None = None, **values: object):
    events = tuple(Event(step=name, by="x", at=at) for name, at in done)
    return Case(
        number="1", procedure=PROCEDURE, opens=OPENS, values=FIT | values, events=events,
        found=found or {},
    )  # fmt: skip


SENT = ("send", date(2026, 2, 1))
ADMITTED = ("admit", OPENS)


def bars(one: Case, name: str, by: Actor | None = None, at: date = OPENS) -> list[tuple[Why, str]]:
    found = next(each for each in moves(one, by=by, at=at) if each.step.id == name)
    return [(bar.why, bar.line) for bar in found.bars]


TABLE: list[tuple[Case, str, Actor | None, date, list[tuple[Why, str]]]] = [
    (case(), "send", Actor.APPLICANT, date(2026, 2, 21), []),
    (case(), "send", Actor.APPLICANT, date(2026, 2, 22), [(Why.LATE, "notice")]),
    (case(), "send", Actor.SECRETARIAT, date(2026, 2, 1), [(Why.ANOTHER, "send")]),
    (case(), "ask", None, OPENS, [(Why.FIRST, "ask")]),
    (case(SENT), "send", None, date(2026, 2, 1), [(Why.DONE, "send")]),
    (case(SENT, ("ask", OPENS)), "ask", None, OPENS, []),
    (case(SENT), "admit", None, OPENS, []),
    (case(SENT, subjects=None), "admit", None, OPENS, [(Why.EVIDENCE, "expertise")]),
    (case(SENT, subjects=("law",)), "admit", None, OPENS, [(Why.UNMET, "expertise")]),
    (case(SENT, subjects=None, found={"expertise": True}), "admit", None, OPENS, []),
    (case(SENT, found={"expertise": None}), "admit", None, OPENS, [(Why.EVIDENCE, "expertise")]),
    (case(SENT, documents=()), "admit", None, OPENS, [(Why.DOCUMENT, "papers")]),
    (case(SENT, documents=("endorsements",), org_type="ipo"), "admit", None, OPENS, []),
    (
        case(SENT, documents=("endorsements",), org_type="ngo"),
        "admit",
        None,
        OPENS,
        [(Why.DOCUMENT, "papers")],
    ),
    (case(SENT, ADMITTED), "ask", None, OPENS, [(Why.ENDED, "ask")]),
    (case(SENT, ADMITTED), "withdraw-status", None, OPENS, []),
]


@pytest.mark.parametrize(("one", "name", "by", "at", "barred"), TABLE)
def test_a_step_is_open_or_says_what_bars_it(
    one: Case, name: str, by: Actor | None, at: date, barred: list[tuple[Why, str]]
) -> None:
    assert bars(one, name, by, at) == barred


@pytest.mark.parametrize(
    ("on", "reports", "due", "overdue", "expired"),
    [
        (date(2028, 3, 23), (), date(2028, 3, 23), False, False),
        (date(2028, 3, 24), (), date(2028, 3, 23), True, False),
        (date(2028, 3, 24), (date(2028, 1, 1),), date(2030, 1, 1), False, False),
        (date(2031, 3, 23), (date(2030, 1, 1),), date(2032, 1, 1), False, False),
        (date(2031, 3, 24), (), None, None, True),
    ],
)
def test_a_status_lasts_to_its_day_and_its_report_falls_due(
    on: date, reports: tuple[date, ...], due: date | None, overdue: bool | None, expired: bool
) -> None:
    found = held(case(SENT, ADMITTED), on, reports)
    assert found is not None
    assert found.expired is expired
    assert bool(found.rights) is not expired
    assert [(one.on, one.overdue) for one in found.due] == ([] if due is None else [(due, overdue)])


def test_who_lost_a_status_may_ask_again_after_three_years() -> None:
    gone = case(SENT, ADMITTED, ("withdraw-status", date(2027, 1, 1)))
    found = held(gone, date(2027, 6, 1))
    assert found is not None
    assert (found.status, found.rights) == ("withdrawn", ())
    assert found.again_from == date(2030, 1, 1)
    assert held(gone, date(2026, 12, 1)) != found, "before, it was held"
    assert held(case(SENT), OPENS) is None


def test_the_version_of_a_day_and_what_changed() -> None:
    from dataclasses import replace

    old = replace(PROCEDURE, version="old", valid_to=date(2025, 12, 31))
    new = replace(
        PROCEDURE, valid_from=date(2026, 1, 1),
        deadlines=(replace(PROCEDURE.deadlines[0], days=60),),
    )  # fmt: skip
    assert version_on((old, new), date(2025, 12, 31)) is old
    assert version_on((old, new), date(2026, 1, 1)) is new
    assert [(one.part, one.id) for one in changed(old, new)] == [("deadlines", "notice")]
    assert changed(old, old) == ()


def test_language_versions_that_differ_are_a_conflict() -> None:
    from dataclasses import replace

    line = PROCEDURE.deadlines[0]
    two = (replace(line, id="en", language="en", days=60), replace(line, id="fr", language="fr"))
    (found,) = conflicts(replace(PROCEDURE, deadlines=two))
    assert found.languages == ("en", "fr")
    same = (two[0], replace(two[0], id="fr", language="fr"))
    assert conflicts(replace(PROCEDURE, deadlines=same)) == ()


LEAF = st.builds(Test, attribute=st.sampled_from("abc"), equals=st.booleans())
TREE = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.builds(Test, all=st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Test, any=st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Test, negated=inner),
    ),
    max_leaves=8,
)
VALUES = st.dictionaries(st.sampled_from("abc"), st.booleans())


@given(TREE, VALUES, VALUES)
def test_more_knowledge_never_turns_an_answer_over(
    test: Test, known: dict[str, bool], more: dict[str, bool]
) -> None:
    before = holds(test, known)
    after = holds(test, {**more, **known})
    assert before is None or after is before
