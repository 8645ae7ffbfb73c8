"""Every procedure of the facts, played by the engine until it ends."""

from datetime import date, timedelta

import pytest

from whimbrel.admission.schemes import schemes
from whimbrel.procedures.case import Case, Event
from whimbrel.procedures.listed import procedures
from whimbrel.procedures.moves import Standing, moves
from whimbrel.procedures.procedure import Procedure

ALL = (*schemes(), *procedures())
DAY = date(2025, 1, 2)
OPENS = DAY + timedelta(days=400)


def named(procedure: Procedure) -> str:
    return f"{procedure.id}@{procedure.version}"


def begun(procedure: Procedure, *steps: str, found: bool | None = None) -> Case:
    """A case in which steps were done on one day, and every criterion was found so."""
    lines = (*procedure.criteria, *procedure.documents)
    said = {"found": {one.id: found for one in lines}}
    kinds = tuple(kind for one in procedure.documents for kind in one.any_of)
    values = {"documents": kinds, "org_type": "ngo", "scope": "national"}
    events = tuple(Event(step=one, by="x", at=DAY, said=said) for one in steps)
    return Case(number="X", procedure=procedure, opens=OPENS, values=values, events=events)


def may(case: Case) -> list[str]:
    """The steps that are open early on, or when the meeting opens and nobody objects any more."""
    days = (DAY, OPENS)
    told = (one for day in days for one in moves(case, by=None, at=day))
    return [one.step.id for one in told if one.open]


def ends(procedure: Procedure) -> set[str]:
    """The ends that are reached, each step done once, whatever is known found to be met."""
    last = {one.id for one in procedure.steps if one.ends}
    reached: set[str] = set()
    seen: set[frozenset[str]] = set()
    ways: list[tuple[str, ...]] = [()]
    while ways:
        way = ways.pop()
        for step in may(begun(procedure, *way, found=True)):
            if step in way or frozenset((*way, step)) in seen:
                continue
            seen.add(frozenset((*way, step)))
            if step in last:
                reached.add(step)
            else:
                ways.append((*way, step))
    return reached


@pytest.mark.parametrize("procedure", ALL, ids=named)
def test_a_case_that_is_met_in_all_comes_to_an_end(procedure: Procedure) -> None:
    assert ends(procedure)


@pytest.mark.parametrize("procedure", ALL, ids=named)
def test_where_nothing_is_known_no_criterion_bars_a_step(procedure: Procedure) -> None:
    unknown = Case(number="X", procedure=procedure, opens=OPENS)
    criteria = {one.id for one in procedure.criteria} | {one.id for one in procedure.documents}
    for one in moves(unknown, by=None, at=DAY):
        assert not criteria & {reason.line for reason in one.against}
        assert one.step.after or one.standing is not Standing.BARRED
