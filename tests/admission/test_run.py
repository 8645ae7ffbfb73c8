"""A scheme as its cases are run here, and what a convention has in use."""

import datetime

import pytest

from whimbrel.admission.examined import SETTLED, asks_for, documents, found
from whimbrel.admission.hosts import Adopted, in_use
from whimbrel.admission.run import as_run
from whimbrel.admission.schemes import schemes
from whimbrel.procedures.criterion import Effect, holds
from whimbrel.procedures.known import Known

RUN = [as_run(one) for one in schemes()]
DAY = datetime.date(2029, 1, 1)


@pytest.mark.parametrize("one", RUN, ids=[f"{one.id} {one.version}".strip() for one in RUN])
def test_a_case_can_be_run_under_every_scheme(one) -> None:
    steps = {step.id: step for step in one.steps}
    assert {"send", "ask", "answer", "circulate", "object", "admit", "refuse"} <= set(steps)
    waits = [each.id for each in one.criteria if each.effect is Effect.WAIT]
    assert set(waits) <= set(steps["admit"].needs)
    assert ("request-approval" in steps) is bool(waits), "a State is asked where a rule asks it"
    assert set(steps["admit"].needs) <= {each.id for each in one.criteria}
    assert steps["send"].deadline in {"", *(each.id for each in one.deadlines)}
    if one.validity.meeting:
        assert "renew" not in steps, "what is for one meeting is not renewed"


def test_steps_of_ours_say_that_they_are_assumed() -> None:
    one = next(each for each in RUN if each.id == "unep-mgs")
    assert {step.status for step in one.steps} == {Known.ASSUMED}
    cms = next(each for each in RUN if each.id == "cms-art7")
    assert cms.steps[0].status is Known.SEEN, "a scheme with these steps keeps its own"


@pytest.mark.parametrize("met", [True, False, None])
def test_what_was_found_is_so_for_everybody(met: bool | None) -> None:
    assert holds(SETTLED[met], {"id": "COP15-0001"}) is met


def test_a_finding_replaces_a_test_and_leaves_the_rest_of_the_scheme() -> None:
    one = next(each for each in RUN if each.id == "cms-art7")
    made = found(one, {"expertise": False})
    assert [each.id for each in made.criteria] == [each.id for each in one.criteria]
    assert made.criteria[1:] == one.criteria[1:]
    assert (made.criteria[0].text, made.steps) == (one.criteria[0].text, one.steps)
    assert found(one, {}) is one


def test_every_attribute_that_a_scheme_asks_for_is_looked_for_in_documents_or_known_not_to_be() -> (
    None
):
    asked = {name for one in RUN for rule in one.criteria for name in asks_for(rule)}
    without = {name for name in asked if not documents((name,))}
    assert without <= {"countries", "number_of_countries", "in_host_country", "non_party_state"}


@pytest.mark.parametrize(
    ("on", "held"),
    [
        (DAY - datetime.timedelta(days=1), ("cms-art7",)),
        (DAY, ("cms-art7", "light")),
        (DAY + datetime.timedelta(days=9), ("cms-art7", "light")),
        (DAY + datetime.timedelta(days=10), ("cms-art7",)),
    ],
)
def test_a_scheme_is_in_use_from_its_first_day_to_its_last(
    on: datetime.date, held: tuple[str, ...]
) -> None:
    until = DAY + datetime.timedelta(days=9)
    adopted = Adopted(scheme="light", since=DAY, until=until, decision="Decision 16.1")
    assert in_use("cms", (adopted,), on) == held
    assert in_use("nobody", (), on) == ()
