"""What became of a mandate, who says so, and what should become of it."""

import datetime
from typing import Any

import pytest

from whimbrel.engagements.coverage import (
    Answer,
    Became,
    Deed,
    Made,
    Output,
    OutputState,
    Said,
    Source,
    answer,
)
from whimbrel.engagements.disposition import Proposed, Why, recommend
from whimbrel.engagements.scope import Scope
from whimbrel.mandates.kept import Funding, Kept, Limit, Nature
from whimbrel.mandates.standing import Standing

DAY = datetime.date
AT = DAY(2026, 1, 8)
BEFORE = DAY(2025, 1, 1)
NO_MONEY = Limit(
    words="subject to the availability of resources", kind="resources", funding=Funding.NONE
)


def kept(**fields: Any) -> Kept:
    return Kept(
        **({"name": "14.10 d)", "nature": Nature.DECISION, "since": DAY(2024, 2, 17)} | fields)
    )


def said(status: Became, source: Source, at: datetime.date | None = BEFORE, **fields: Any) -> Said:
    return Said(status=status, source=source, at=at, **fields)


PERSON = said(Became.PARTLY, Source.PERSON)
DOCUMENT = said(Became.NOT, Source.DOCUMENT, DAY(2025, 9, 1))
READING = said(Became.IMPLEMENTED, Source.READING, DAY(2025, 12, 1))


@pytest.mark.parametrize(
    ("statuses", "status", "stated"),
    [
        ((READING, DOCUMENT, PERSON), Became.PARTLY, True),
        ((READING, DOCUMENT), Became.NOT, True),
        ((READING,), Became.IMPLEMENTED, False),
        ((said(Became.NOT, Source.PERSON, DAY(2027, 1, 1)), READING), Became.IMPLEMENTED, False),
        ((said(Became.NOT, Source.PERSON, DAY(2023, 1, 1)), READING), Became.IMPLEMENTED, False),
        ((said(Became.SILENT, Source.DOCUMENT), READING), Became.IMPLEMENTED, False),
        ((said(Became.SILENT, Source.PERSON), READING), Became.SILENT, True),
        ((said(Became.ELSEWHERE, Source.DOCUMENT, AT), DOCUMENT), Became.NOT, True),
        ((said(Became.NOT, Source.PERSON, None), PERSON), Became.PARTLY, True),
        ((), Became.SILENT, False),
    ],
)
def test_a_person_goes_before_a_document_and_that_before_a_reading(
    statuses, status, stated
) -> None:
    found = answer(kept(), statuses, (), (), AT)
    assert (found.status, found.stated) == (status, stated), found.because


@pytest.mark.parametrize(
    ("fields", "deeds", "outputs", "status"),
    [
        ({}, ("done",), (), Became.PARTLY),
        ({}, ("ongoing",), (True,), Became.ONGOING),
        ({}, (), (True, True), Became.IMPLEMENTED),
        ({}, (), (True, False), Became.PARTLY),
        ({}, (), (False,), Became.NOT),
        ({}, (), (None,), Became.SILENT),
        ({}, ("planned",), (), Became.SILENT),
        ({"conditions": (NO_MONEY,)}, (), (), Became.NOT),
        ({"conditions": (NO_MONEY,)}, (), (None,), Became.SILENT),
        ({"nature": Nature.RESOLUTION}, ("done",), (), Became.ONGOING),
        ({"since": DAY(2026, 3, 29)}, (), (), Became.NOT_APPLICABLE),
    ],
)
def test_what_nobody_has_said_follows_from_engagements_and_outputs(
    fields, deeds, outputs, status
) -> None:
    found = answer(
        kept(**fields),
        (),
        [Deed(key=f"e{at}", state=state) for at, state in enumerate(deeds)],
        [Output(kind="report", done=done) for done in outputs],
        AT,
    )
    assert (found.status, found.stated) == (status, False)
    assert found.because


def test_every_output_has_a_state_of_its_own() -> None:
    outputs = (
        Output(kind="proposal", done=True, shown="UNEP/CMS/COP15/Inf.18.1"),
        Output(kind="template", done=False, reason="no group met"),
        Output(kind="report", done=None, reason="not yet"),
    )
    found = answer(kept(), (PERSON,), (), outputs, AT)
    assert [(one.state, one.address, one.reason) for one in found.outputs] == [
        (Made.MADE, "UNEP/CMS/COP15/Inf.18.1", ""),
        (Made.NOT_MADE, "", "no group met"),
        (Made.NOT_KNOWN, "", ""),
    ]
    assert "UNEP/CMS/COP15/Inf.18.1" in found.evidence


def test_an_announcement_and_what_comes_later_answer_nothing() -> None:
    deeds = (
        Deed(key="a", state="done", umbrella=True),
        Deed(key="b", state="done", since="2026-02"),
    )
    assert answer(kept(), (), deeds, (), AT).status is Became.SILENT


def standing(**fields: Any) -> Standing:
    known = {"in_force": True, "due": True, "unfunded": False, "silent": False} | fields
    return Standing(name="14.10 d)", at=AT, **known)


def state(made: Made) -> OutputState:
    return OutputState(kind="report", words="a report", state=made)


@pytest.mark.parametrize(
    ("status", "fields", "proposed", "why"),
    [
        (Became.IMPLEMENTED, {}, Proposed.DELETE, Why.DONE),
        (Became.ONGOING, {}, Proposed.RENEW, Why.GOES_ON),
        (Became.ONGOING, {"nature": Nature.RESOLUTION}, Proposed.RETAIN, Why.STAYS),
        (Became.NOT, {"unfunded": True}, Proposed.RENEW, Why.NO_MONEY),
        (Became.NOT, {"unfunded": True, "renewed": 2}, Proposed.AMEND, Why.NEVER_MONEY),
        (Became.NOT, {}, Proposed.RENEW, Why.NOT_DONE),
        (Became.SUPERSEDED, {}, Proposed.DELETE, Why.OVERTAKEN),
        (Became.SUPERSEDED, {"into": ("15.AA",)}, Proposed.REPLACE, Why.OVERTAKEN),
        (Became.COVERED, {}, Proposed.RENEW, Why.PARTLY_COVERED),
        (
            Became.COVERED,
            {"scope": Scope(covered=("a",), left=())},
            Proposed.RENEW,
            Why.PARTLY_COVERED,
        ),
        (
            Became.COVERED,
            {"scope": Scope(covered=("a",), left=(), sure=True)},
            Proposed.DELETE,
            Why.COVERED,
        ),
        (
            Became.COVERED,
            {"scope": Scope(covered=("a",), left=("b",))},
            Proposed.AMEND,
            Why.PARTLY_COVERED,
        ),
        (Became.ELSEWHERE, {}, None, Why.ELSEWHERE),
        (Became.SILENT, {}, None, Why.UNKNOWN),
        (Became.NOT_APPLICABLE, {}, Proposed.RETAIN, Why.IDLE),
        (Became.PARTLY, {"made": (Made.MADE, Made.NOT_MADE)}, Proposed.AMEND, Why.REST),
        (Became.PARTLY, {"made": (Made.NOT_MADE,)}, Proposed.RENEW, Why.REST),
        (Became.NOT, {"in_force": False}, Proposed.DELETE, Why.GONE),
    ],
)
def test_what_is_recommended_follows_from_the_answer(status, fields, proposed, why) -> None:
    made = tuple(map(state, fields.pop("made", ())))
    stands = standing(**{k: fields.pop(k) for k in ("unfunded", "in_force") if k in fields})
    told = Answer(
        provision="14.10 d)", status=status, stated=True, source=Source.PERSON, outputs=made
    )
    found = recommend(told, stands, **({"nature": Nature.DECISION} | fields))
    assert (found.proposed, found.why, found.stated) == (proposed, why, False)
    assert found.reason
