"""Versions of a rule in time and in languages: what differs is shown, and a person decides."""

from dataclasses import replace
from datetime import date

import pytest

from tests.procedures.made import EXPERT, NOTICE, OPENS, PROCEDURE, case
from whimbrel.admission.schemes import scheme
from whimbrel.procedures.case import Case
from whimbrel.procedures.criterion import Test
from whimbrel.procedures.procedure import Procedure
from whimbrel.procedures.versions import changed, conflicting, differences, in_force

OLD = replace(PROCEDURE, version="2014", valid_to=date(2020, 6, 30))
STRICT = replace(EXPERT, id="age", test=Test(attribute="founded_on", years=2))
NEW = replace(
    PROCEDURE,
    valid_from=date(2020, 7, 1),
    criteria=(EXPERT, STRICT),
    deadlines=(replace(NOTICE, days=60),),
    documents=(),
)
BOTH = (OLD, NEW)


@pytest.mark.parametrize(
    ("day", "versions"),
    [
        (date(2020, 6, 30), ["2014"]),
        (date(2020, 7, 1), [""]),
        (date(1990, 1, 1), ["2014"]),
    ],
)
def test_a_version_holds_on_its_first_and_last_day(day: date, versions: list[str]) -> None:
    assert [one.version for one in in_force(BOTH, day)] == versions


def test_of_two_versions_without_days_a_person_says_which() -> None:
    undated = (replace(OLD, valid_to=None), replace(NEW, valid_from=None))
    found = changed(undated, date(2020, 1, 1), date(2021, 1, 1))
    assert len(found.applied) == 2
    assert found.to_decide


@pytest.mark.parametrize(
    ("new", "decided_on", "applies", "to_decide"),
    [
        (NEW, date(2020, 6, 30), OLD, False),
        (NEW, date(2020, 7, 1), None, True),
        (replace(NEW, pending=True), date(2020, 7, 1), replace(NEW, pending=True), False),
        (replace(NEW, pending=False), date(2020, 7, 1), OLD, False),
    ],
)
def test_a_rule_that_changed_between_application_and_decision_is_for_a_person(
    new: Procedure, decided_on: date, applies: Procedure | None, to_decide: bool
) -> None:
    found = changed((OLD, new), date(2020, 6, 1), decided_on)
    assert found.applies == applies
    assert found.to_decide is to_decide
    assert bool(found.differs) is (decided_on > date(2020, 6, 30))


def test_what_differs_is_told_line_by_line() -> None:
    found = {(one.part, one.line): one for one in differences(OLD, NEW)}
    assert set(found) == {("criteria", "age"), ("documents", "letter"), ("deadlines", "notice")}
    assert found["criteria", "age"].before is None
    assert found["documents", "letter"].after is None
    assert found["deadlines", "notice"].fields == ("days",)


def test_where_nothing_differs_nobody_is_asked() -> None:
    same = replace(PROCEDURE, valid_from=date(2020, 7, 1))
    assert changed((OLD, same), date(2020, 6, 1), date(2020, 8, 1)).applies == same


def test_before_the_first_version_there_is_none() -> None:
    found = changed((NEW,), date(2020, 6, 1), date(2020, 8, 1))
    assert found.applied == ()
    assert found.to_decide


def test_language_versions_are_shown_where_their_last_days_differ() -> None:
    english = replace(NOTICE, days=60, language="en")
    french = replace(NOTICE, id="notice-fr", language="fr")
    one = case(deadlines=(english, french, replace(NOTICE, id="other")))
    found = conflicting(one, english, OPENS)
    assert [(each.deadline.language, each.day) for each in found] == [
        ("en", date(2026, 1, 30)),
        ("fr", date(2026, 3, 1)),
    ]
    assert conflicting(one, one.procedure.deadlines[2], OPENS) == ()
    same = case(deadlines=(english, replace(french, days=60)))
    assert conflicting(same, english, OPENS) == ()


def test_the_english_and_french_pages_of_minamata_are_shown_to_differ() -> None:
    minamata = scheme("minamata-observer")
    one = Case(number="X", procedure=minamata, opens=OPENS)
    line = next(each for each in minamata.deadlines if each.language == "en")
    assert {each.deadline.days for each in conflicting(one, line, OPENS)} == {60, 30}
