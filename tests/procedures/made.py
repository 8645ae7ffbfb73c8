"""A small procedure to play with: a body applies, is asked, is admitted or refused."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from whimbrel.procedures.case import Case, Event
from whimbrel.procedures.criterion import Criterion, Test
from whimbrel.procedures.known import Known, Text
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
    Verdict,
)

RULE = "made up for tests, rule 1"
OPENS = date(2026, 3, 31)
LAST = date(2026, 3, 1)
"""Thirty days before the opening."""


def words(said: str) -> Text:
    return Text(en=said, fr=f"fr {said}", es=f"es {said}")


def step(name: str, by: Actor, *after: str, **more: object) -> Step:
    fields: dict[str, object] = {
        "id": name, "source": RULE, "status": Known.SEEN, "text": words(name), "by": by,
        "after": after, "state": name,
    }  # fmt: skip
    return Step(**(fields | more))  # type: ignore[arg-type]


EXPERT = Criterion(
    id="expertise", source=RULE, status=Known.SEEN, text=words("it knows birds"),
    test=Test(attribute="subjects", among=("birds",)),
)  # fmt: skip
LETTER = DocumentNeeded(
    id="letter", source=RULE, status=Known.SEEN, text=words("a letter"), any_of=("letter",)
)
NOTICE = Deadline(id="notice", source=RULE, status=Known.SEEN, days=30)
THIRD = DecisionRule(
    id="third", source=RULE, status=Known.SEEN, kind=Kind.FRACTION_PRESENT, numerator=1,
    denominator=3, decider=words("the Parties"),
)  # fmt: skip

STEPS = (
    step("apply", Actor.APPLICANT, state="received", deadline="notice", needs=("letter",)),
    step("ask", Actor.SECRETARIAT, "apply", "answer", state="asked", again=True),
    step("answer", Actor.APPLICANT, "ask", state="received", again=True),
    step("check", Actor.SECRETARIAT, "apply", state="checked", needs=("expertise",)),
    step("object", Actor.PARTIES, "check", state="objected to", again=True, objection=True),
    step("admit", Actor.SECRETARIAT, "check", state="admitted", ends=True, follows=Verdict.STANDS),
    step("refuse", Actor.DECIDER, "object", state="refused", ends=True, follows=Verdict.BLOCKED),
    step("rename", Actor.APPLICANT, "admit", state="", again=True),
    step("report", Actor.APPLICANT, "admit", state="", again=True, fulfils="report"),
    step("renew", Actor.SECRETARIAT, "admit", state="admitted", again=True),
    step("suspend", Actor.DECIDER, "admit", state="suspended", again=True),
    step("withdraw", Actor.DECIDER, "admit", "suspend", state="withdrawn", ends=True),
)
PROCEDURE = Procedure(
    id="made-up", title=words("made up"), body="cms", source=RULE, criteria=(EXPERT,),
    documents=(LETTER,), deadlines=(NOTICE,), decision=THIRD, steps=STEPS,
    validity=Validity(
        id="validity", source=RULE, status=Known.SEEN, text=words("five years"), years=5,
        reapply_years=3,
    ),
    rights=(
        Right(id="attend", source=RULE, status=Known.SEEN, text=words("attend")),
        Right(id="read", source=RULE, status=Known.SEEN, text=words("read"), of="suspended"),
    ),
    duties=(
        Duty(
            id="report", source=RULE, status=Known.SEEN, text=words("report"), every_years=4,
            failing="suspended", withdrawn_after_years=1,
        ),
    ),
)  # fmt: skip


def happened(step: str, at: date, /, **said: object) -> Event:
    return Event(step=step, by="somebody", at=at, said=said)


def case(*events: Event, values: Mapping[str, object] | None = None, **changes: object) -> Case:
    """A case under the made-up procedure; `changes` are made to the procedure."""
    return Case(
        number="X-1", procedure=replace(PROCEDURE, **changes), opens=OPENS,  # type: ignore[arg-type]
        values=values or {}, events=events,
    )  # fmt: skip
