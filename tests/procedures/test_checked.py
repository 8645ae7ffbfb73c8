"""What is wrong with a procedure in a file is named with its file, its place and its cause."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.procedures.made import PROCEDURE, STEPS
from whimbrel import facts
from whimbrel.admission.scheme import Scheme
from whimbrel.procedures import checked, outside
from whimbrel.procedures.checked import load, load_file
from whimbrel.procedures.faults import faults
from whimbrel.procedures.paths import stuck
from whimbrel.procedures.procedure import Procedure
from whimbrel.reading.errors import Unreadable

SOURCE = {"source": "rule 1", "status": "seen"}
WORDS = {"en": "words", "fr": "mots", "es": "palabras"}
GOOD: dict[str, Any] = {
    "id": "made-up",
    "title": WORDS,
    "body": "cms",
    "source": "rule 1",
    "criteria": [
        {"id": "expert", "text": WORDS, "test": {"attribute": "subjects", "among": ["birds"]}}
        | SOURCE
    ],
    "documents": [{"id": "letter", "text": WORDS, "any_of": ["letter"]} | SOURCE],
    "deadlines": [
        {"id": "notice", "days": 30} | SOURCE,
        {"id": "reply", "days": 14, "moment": "an earlier step", "after": "ask"} | SOURCE,
        {"id": "round", "moment": "a day of the year", "dates": ["29 February"]} | SOURCE,
    ],
    "decision": {"id": "third", "kind": "a fraction of the Parties present may object",
                 "decider": WORDS, "denominator": 3, "object_days": 30} | SOURCE,
    "validity": {"id": "validity", "text": WORDS} | SOURCE,
    "steps": [
        {"id": "apply", "text": WORDS, "by": "applicant", "state": "received",
         "deadline": "notice", "needs": ["letter"]} | SOURCE,
        {"id": "ask", "text": WORDS, "by": "secretariat", "state": "asked",
         "after": ["apply", "answer"], "again": True} | SOURCE,
        {"id": "answer", "text": WORDS, "by": "applicant", "state": "received", "after": ["ask"],
         "again": True, "deadline": "reply"} | SOURCE,
        {"id": "admit", "text": WORDS, "by": "secretariat", "state": "admitted", "ends": True,
         "after": ["apply", "answer"], "needs": ["expert"]} | SOURCE,
    ],
    "rights": [{"id": "attend", "text": WORDS} | SOURCE],
}  # fmt: skip
GONE = "(taken out)"


def changed(path: str, value: object) -> dict[str, Any]:
    """The good procedure with one thing changed; GONE takes it out, `path+` adds to a list."""
    made = json.loads(json.dumps(GOOD))
    *way, last = path.removesuffix("+").split(".")
    here: Any = made
    for part in way:
        here = here[int(part)] if isinstance(here, list) else here[part]
    key: Any = int(last) if isinstance(here, list) else last
    if path.endswith("+"):
        here[key].append(value)
    elif value is GONE:
        del here[key]
    else:
        here[key] = value
    return made


def written(folder: Path, data: object) -> Path:
    path = folder / "procedure.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    return path


STEP = {"id": "more", "text": WORDS, "by": "secretariat", "state": "more", **SOURCE}
WRONG = [
    ("criteria.0.source", GONE, "criteria.0.source", "required"),
    ("criteria.0.source", " ", "criteria.0.source", "empty"),
    ("source", "", "source", "empty"),
    ("criteria.0.statuss", "seen", "criteria.0.statuss", "Unexpected"),
    ("surprise", 1, "surprise", "Unexpected"),
    ("criteria.0.status", "believed", "criteria.0.status", "seen"),
    ("criteria.0.text.fr", GONE, "criteria.0.text.fr", "required"),
    ("criteria.0.text.fr", "", "criteria.0.text.fr", "no words"),
    ("criteria.0.test", {}, "criteria.0.test", "names an attribute"),
    ("criteria.0.test.equals", "birds", "criteria.0.test", "asks 2"),
    ("criteria.0.test", {"attribute": "age"}, "criteria.0.test", "asks 0"),
    (
        "criteria.0.test.all",
        [{"attribute": "age", "at_least": 2}],
        "criteria.0.test",
        "put one inside another",
    ),
    (
        "criteria.0.test",
        {"not": {"any": [{"attribute": "age", "at_least": 3, "at_most": 2}]}},
        "criteria.0.test.negated.any.0",
        "no number is at least",
    ),
    ("criteria.0.test", {"attribute": "age", "years": -1}, "criteria.0.test", "below nought"),
    ("documents.0.id", "expert", "documents.0.id", "a second one has the id expert"),
    ("steps.1.id", "apply", "steps.1.id", "a second one has the id apply"),
    ("steps.0.needs", ["statute"], "steps.0.needs", "statute is no criterion or document"),
    ("steps.0.deadline", "notise", "steps.0.deadline", "notise is no deadline"),
    ("steps.3.after", ["aply"], "steps.3.after", "aply is no step"),
    ("steps.0.fulfils", "report", "steps.0.fulfils", "there is none"),
    ("deadlines.1.after", "aks", "deadlines.1.after", "aks is no step"),
    ("documents.0.shows", "age", "documents.0.shows", "age is no criterion"),
    (
        "gaps",
        [{"id": "gap", "term": "bird", "text": WORDS, "attributes": ["age"], **SOURCE}],
        "gaps.0.attributes",
        "age is no attribute",
    ),
    ("rights.0.of", "accredited", "rights.0.of", "accredited is no state"),
    ("deadlines.2.dates", ["31 February"], "deadlines.2.dates.0", "in no calendar"),
    ("deadlines.2.dates", ["1 June", "Juno 3"], "deadlines.2.dates.1", "no day of a year"),
    ("deadlines.2.dates", [], "deadlines.2.dates", "no day of the year is named"),
    ("deadlines.2.days", 3, "deadlines.2.days", "days are counted"),
    ("deadlines.0.dates", ["1 June"], "deadlines.0.dates", "opening of the meeting"),
    ("deadlines.0.days", -1, "deadlines.0.days", "-1 is below 0"),
    ("deadlines.0.after", "apply", "deadlines.0.after", "a step is named"),
    ("deadlines.1.after", GONE, "deadlines.1.after", "no step is named"),
    ("deadlines.1.after", "answer", "steps.2.deadline", "comes only after answer"),
    ("deadlines.2.years_before", -1, "deadlines.2.years_before", "below 0"),
    ("decision.object_days", 31, "decision.object_days", "nobody could object in time"),
    ("decision.denominator", 0, "decision.denominator", "below 1"),
    ("decision.numerator", 4, "decision.numerator", "more than all"),
    ("decision.silence_days", -7, "decision.silence_days", "below 0"),
    ("validity.years", -5, "validity.years", "below 0"),
    ("steps.3.after", ["admit"], "steps.3.after", "comes after itself"),
    ("steps.3.ends", False, "steps", "none of them ends"),
    ("steps", [], "steps", "there is none"),
    ("steps.0.after", ["answer"], "steps", "none opens a case"),
    ("steps.0.hours", [3, 1], "steps.0.hours", "fewest to the most"),
    ("steps+", STEP | {"after": ["other"]}, "steps.4.after", "other is no step"),
    ("steps+", STEP, "steps.4", "from more no way leads to an end"),
]


def test_a_sound_procedure_is_read(tmp_path: Path) -> None:
    (found,) = load_file(written(tmp_path, GOOD), Procedure)
    assert found.id == "made-up"
    assert not faults(found)


@pytest.mark.parametrize(
    ("change", "value", "place", "cause"),
    WRONG,
    ids=lambda one: str(one)[:40],
)
def test_a_mistake_is_refused_with_file_place_and_cause(
    tmp_path: Path, change: str, value: object, place: str, cause: str
) -> None:
    path = written(tmp_path, [GOOD | {"id": "good"}, changed(change, value)])
    with pytest.raises(Unreadable) as refused:
        load_file(path, Procedure)
    assert str(path) in str(refused.value)
    assert refused.value.place == f"entry 2, {place}"
    assert cause.casefold() in refused.value.cause.casefold()


def test_a_procedure_cannot_end_before_it_is_valid(tmp_path: Path) -> None:
    dates = {"valid_from": "2026-01-02", "valid_to": "2026-01-01"}
    with pytest.raises(Unreadable, match="2026-01-01 is before"):
        load_file(written(tmp_path, GOOD | dates), Procedure)


def test_two_steps_that_each_wait_for_the_other_are_found(tmp_path: Path) -> None:
    circle = [STEP | {"id": "one", "after": ["two"]}, STEP | {"id": "two", "after": ["one"]}]
    data = GOOD | {"steps": GOOD["steps"] + circle}
    with pytest.raises(Unreadable, match="nothing leads to one"):
        load_file(written(tmp_path, data), Procedure)


def test_a_loop_is_good_when_a_way_leads_out_of_it() -> None:
    assert not stuck(STEPS)
    no_way_out = tuple(replace(one, ends=False) for one in STEPS if one.id != "withdraw")
    assert stuck(no_way_out) == {one.id for one in no_way_out}


def test_what_is_done_before_a_loop_lets_a_case_leave_it(tmp_path: Path) -> None:
    data = changed("steps.3.after", ["apply"])
    (found,) = load_file(written(tmp_path, data), Procedure)
    assert not faults(found)


def test_every_mistake_is_counted(tmp_path: Path) -> None:
    data = changed("criteria.0.source", "")
    data["decision"]["denominator"] = 0
    with pytest.raises(Unreadable, match="it is empty, and 2 more"):
        load_file(written(tmp_path, data), Procedure)


def test_the_same_id_needs_another_version(tmp_path: Path) -> None:
    two = [GOOD, GOOD | {"version": "2014"}]
    assert len(load_file(written(tmp_path, two), Procedure)) == 2
    with pytest.raises(Unreadable, match="a second procedure is made-up"):
        load_file(written(tmp_path, [*two, GOOD]), Procedure)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("a: [", "no YAML"),
        ("!!python/object/apply:os.system ['true']", "no YAML"),
        ("[" * 30 + "]" * 30, "nested deeper"),
        ("a: &a [x, x]\nb: &b [" + "*a, " * 999 + "]\nc: [" + "*b, " * 999 + "]", "too much"),
        ("[]", "0 procedures"),
        ("[" + "1, " * 300 + "]", "300 procedures"),
        ("just words", "Input should be"),
    ],
)
def test_a_hostile_file_is_refused(tmp_path: Path, text: str, cause: str) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable, match=cause):
        load_file(path, Procedure)


def test_a_test_inside_itself_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, changed("criteria.0.test", "here"))
    text = path.read_text(encoding="utf-8").replace("here", "&t {not: *t}")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable) as refused:
        load_file(path, Procedure)
    assert str(path) in str(refused.value)


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "BYTES", 10)
    with pytest.raises(Unreadable, match="larger than"):
        load_file(written(tmp_path, GOOD), Procedure)


def test_a_fact_file_is_refused_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = [GOOD, changed("steps.3.after", ["aply"])]
    monkeypatch.setattr(facts, "KNOWN", {})
    monkeypatch.setattr(facts, "sources", lambda pattern: [("schemes/made.yaml", data)])
    cause = r"facts/schemes/made\.yaml, entry 2, steps\.3\.after: aply is no step"
    with pytest.raises(facts.BadFact, match=cause):
        load("schemes/made.yaml", Procedure)


def test_every_scheme_of_the_house_is_sound() -> None:
    listed = load("schemes/*.yaml", Scheme)
    assert listed
    assert {one.id: faults(one) for one in listed if faults(one)} == {}


def test_the_made_up_procedure_of_these_tests_is_sound() -> None:
    assert faults(PROCEDURE) == ()
    assert checked.check(PROCEDURE) == ""
