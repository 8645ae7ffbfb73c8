"""Options side by side over one pool of invented applicants."""

import json
from collections import Counter
from datetime import date

import pytest
from click.testing import CliRunner

from whimbrel.admission.adopt import adopt
from whimbrel.admission.applicant import Kind
from whimbrel.admission.compare import Compared, compare
from whimbrel.admission.compared import data, words
from whimbrel.admission.option import admits, gives, option, options
from whimbrel.admission.outcome import Outcome
from whimbrel.admission.pool import pool
from whimbrel.cli.schemes import schemes
from whimbrel.procedures.burden import ours, with_others
from whimbrel.procedures.compare import Beside
from whimbrel.procedures.faults import faults
from whimbrel.procedures.interval import Interval
from whimbrel.procedures.known import Known
from whimbrel.procedures.printed import figure, printed

OPENS = date(2026, 3, 23)


@pytest.fixture(scope="module")
def found() -> Compared:
    invented = pool(320, seed=1, opens=OPENS, subject="migratory species")
    return compare(options(), invented, opens=OPENS, present=100)


def test_the_six_options_are_there_and_their_procedures_are_whole() -> None:
    assert [one.id for one in options()] == [
        "status-quo", "open-register", "light-accreditation", "full-accreditation", "two-tiers",
        "contribution-register",
    ]  # fmt: skip
    for one in options():
        for each in (admits(one), gives(one)):
            assert each is None or not list(faults(each)), one.id


def test_what_nobody_adopted_is_marked_a_proposal() -> None:
    for one in options()[1:]:
        lines = (*one.criteria, *one.documents, *one.deadlines, *one.duties, *one.steps)
        assert {line.status for line in lines} <= {Known.PROPOSED, Known.ASSUMED}, one.id
        assert one.status is Known.PROPOSED


def test_the_pool_is_fixed_invented_and_has_all_strata() -> None:
    first = pool(320, seed=1, opens=OPENS, subject="migratory species")
    assert first == pool(320, seed=1, opens=OPENS, subject="migratory species")
    assert first != pool(320, seed=2, opens=OPENS, subject="migratory species")
    assert len(first) == 320
    assert all("(invented)" in one.applicant.name for one in first)
    # The standard leaves these codes of States to users: no State has one.
    assert all(one.applicant.countries[0].startswith("X") for one in first)
    kinds = Counter(one.kind for one in first)
    assert kinds["ngo"] > kinds["ipo"] > 0
    assert {one.constituency for one in first} >= {"Indigenous Peoples", "youth"}
    assert {one.registered for one in first} == {"registered", "not registered"}


def rows(found: Compared, name: str) -> tuple[Interval | None, ...]:
    return next(tuple(cell.value for cell in row.cells) for row in found.rows if row.id == name)


def test_full_accreditation_leaves_out_who_is_in_today_and_says_why(found: Compared) -> None:
    admitted = rows(found, "admitted")
    assert admitted[0] is not None
    assert admitted[3] is not None
    assert admitted[3].high < admitted[0].low
    lost = found.becomes[3].lost
    reasons = {reason for one in lost for reason in one.reasons}
    assert {"legal-personality", "age"} <= reasons
    assert all(one.outcome is not Outcome.UNDETERMINED for one in lost)
    assert found.becomes[3].admitted.low + len(lost) >= found.becomes[0].admitted.low - 40


def test_a_standing_beside_admission_leaves_admission_as_it_is(found: Compared) -> None:
    said = next(row.beside() for row in found.rows if row.id == "admitted")
    assert [said[at] for at in (1, 2, 4, 5)] == [Beside.SAME] * 4
    standing = rows(found, "standing")
    assert standing[0] == Interval(low=0, point=0, high=0), "nobody is accredited today"
    assert standing[2] is not None


def test_today_is_not_the_most_open_on_every_axis(found: Compared) -> None:
    told = data(found)
    assert ("openness", "open-register") in {
        (one["row"], one["better"]) for one in told["not_best"]
    }


def test_what_the_treaty_does_not_allow_is_marked(found: Compared) -> None:
    marked = {
        one.id: {each.line for each in law.findings}
        for one, law in zip(found.options, found.ceilings, strict=True)
    }
    assert {"legal-personality", "non-profit", "age"} <= marked["full-accreditation"]
    assert {name for name, lines in marked.items() if lines} == {"full-accreditation"}


def test_strata_sum_to_the_whole(found: Compared) -> None:
    for becomes in found.becomes:
        for dimension in ("kind", "region", "registered", "income", "constituency"):
            listed = [one for one in becomes.strata if one.dimension == dimension]
            assert sum(one.of for one in listed) == found.size
            assert sum(one.admitted.low for one in listed) == becomes.admitted.low


def test_a_figure_of_somebody_else_takes_the_place_of_ours() -> None:
    mine = with_others({"check-hours": (5, 6, 7)})
    assert mine["check-hours"].interval == Interval(low=5, point=6, high=7)
    assert mine["check-hours"].source != ours()["check-hours"].source
    assert all(one.status is Known.ASSUMED for one in mine.values())
    with pytest.raises(KeyError):
        with_others({"luck": (1, 2, 3)})
    with pytest.raises(ValueError, match="in order"):
        with_others({"check-hours": (3, 2, 1)})


def test_every_question_and_answer_has_words(found: Compared) -> None:
    verdicts = set()
    for language in ("en", "fr", "es"):
        told = data(found, language)
        assert all(row["question"] and row["unit"] for row in told["rows"])
        verdicts.add(told["options"][3]["treaty"]["verdict"])
    assert len(verdicts) == 3, "each in its language"
    assert {str(one) for one in Beside} <= set(words())
    assert {one.name for each in found.becomes for one in each.strata} <= set(words())
    assert {str(one) for one in Kind} <= set(words())


@pytest.mark.parametrize(
    ("value", "language", "text"),
    [
        (1234.4, "en", "1,234"), (1234.4, "fr", "1\u202f234"), (1234.4, "es", "1.234"),
        (2.26, "en", "2.3"), (2.26, "fr", "2,3"), (3.0, "en", "3"), (0.034, "en", "0.03"),
    ],
)  # fmt: skip
def test_a_number_is_printed_as_its_language_does(value: float, language: str, text: str) -> None:
    assert figure(value, language) == text


def test_an_interval_is_printed_with_its_point() -> None:
    assert printed(Interval(low=1, point=2, high=3), "en") == "1–3 (2)"
    assert printed(None, "en") == "–"


def test_the_command_gives_points_and_intervals_and_the_same_again() -> None:
    ask = ["compare", "--pool-size", "60", "--seed", "4", "--to", "json"]
    first, again = (CliRunner().invoke(schemes, ask) for _ in range(2))
    assert first.exit_code == 0, first.output
    assert first.output == again.output
    told = json.loads(first.output)
    cell = told["rows"][0]["cells"][0]
    assert cell["low"] <= cell["point"] <= cell["high"]
    assert "weighed" not in told, "nothing is summed up unless somebody weighs"


def test_weights_are_the_users_own() -> None:
    ask = ["compare", "--pool-size", "40", "--weight", "admitted=2", "--to", "json"]
    told = json.loads(CliRunner().invoke(schemes, ask).output)
    assert sum(one["first"] for one in told["weighed"]) >= 1
    assert [one["row"] for one in told["sensitivity"]] == ["admitted"]
    for wrong in ("beauty=1", "admitted", "blocking=1"):
        refused = CliRunner().invoke(schemes, [*ask[:3], "--weight", wrong])
        assert refused.exit_code == 2
        assert wrong.partition("=")[0] in refused.output


@pytest.mark.parametrize(
    ("name", "reread", "stays"),
    [
        ("unfccc-art7-6", {"expertise"}, {"legal-personality", "non-profit"}),
        ("unep-mgs", set(), {"non-profit"}),
    ],
)
def test_a_scheme_is_read_at_another_convention(
    name: str, reread: set[str], stays: set[str]
) -> None:
    taken = adopt(name, "cms")
    assert set(taken.reread) >= reread, taken.reread
    assert stays <= set(taken.stays), taken.stays
    assert taken.scheme.subjects == ("migratory species",)
    assert taken.scheme.treaty.modality.value == "shall"


def test_an_option_that_is_not_there_is_named() -> None:
    with pytest.raises(LookupError, match="status-quo"):
        option("free-for-all")
