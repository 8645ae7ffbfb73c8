"""What a treaty leaves to a decision."""

from dataclasses import replace

import pytest

from whimbrel.admission.ceiling import ceiling
from whimbrel.admission.scheme import Scheme
from whimbrel.admission.schemes import scheme
from whimbrel.procedures.criterion import Criterion, Test
from whimbrel.procedures.known import Known, Text

SAID = Text(en="a", fr="b", es="c")


def option(*criteria: Criterion) -> Scheme:
    """The rules of today with criteria that a decision would add."""
    today = scheme("cms")
    return replace(today, id="option", option=True, criteria=(*today.criteria, *criteria))


def wanted(test: Test, concerns: Test | None = None) -> Criterion:
    """A criterion that is proposed."""
    return Criterion(
        id="more", source="a draft", status=Known.PROPOSED, text=SAID, test=test, concerns=concerns
    )


@pytest.mark.parametrize(
    ("name", "host", "lines"),
    [
        ("cms", None, set()),
        ("ascobans", None, set()),
        ("unfccc", None, set()),
        ("unep", None, set()),
        ("eurobats", None, set()),
        ("cites", None, {"legal-personality", "international-activity", "participation"}),
        ("unfccc", "cms", {
            "legal-personality", "non-profit", "statutes", "registration", "nonprofit_proof",
        }),
        ("unep", "cms", {
            "non-governmental", "non-profit", "minimum-age", "environment-focus",
            "international-activity", "statutes", "registration", "decision",
        }),
        ("aewa", "cms", set()),
    ],
)  # fmt: skip
def test_what_would_keep_out_somebody_whom_the_treaty_lets_in_is_flagged(
    name: str, host: str | None, lines: set[str]
) -> None:
    assert {one.line for one in ceiling(scheme(name), host=host).findings} == lines


@pytest.mark.parametrize(
    ("criterion", "example"),
    [
        (wanted(Test(attribute="profit", equals="non_profit")), (("profit", "for_profit"),)),
        (wanted(Test(attribute="subjects", among=("migratory species",))), None),
        # A State's approval of regional bodies too: the treaty asks it of national ones only.
        (
            wanted(
                Test(attribute="state_approval", equals="granted"),
                Test(attribute="scope", equals="regional"),
            ),
            (("scope", "regional"), ("state_approval", "pending")),
        ),
        # The same of national non-governmental bodies is what the treaty itself asks.
        (
            wanted(
                Test(attribute="state_approval", equals="granted"),
                Test(all=(
                    Test(attribute="scope", equals="national"),
                    Test(attribute="org_type", equals="ngo"),
                )),
            ),
            None,
        ),
    ],
)  # fmt: skip
def test_a_condition_is_flagged_for_whom_it_keeps_out_not_for_its_name(
    criterion: Criterion, example: tuple[tuple[str, str], ...] | None
) -> None:
    found = ceiling(option(criterion)).findings
    assert [one.witness for one in found] == ([] if example is None else [example])


@pytest.mark.parametrize(
    ("language", "days", "lawyer"),
    [("en", "150 days", "no legal advice"), ("fr", "150 jours", "pas un avis juridique"),
     ("es", "150 días", "No es asesoramiento jurídico")],
)  # fmt: skip
def test_it_says_what_an_amendment_takes_and_that_it_is_no_legal_advice(
    language: str, days: str, lawyer: str
) -> None:
    found = ceiling(
        option(wanted(Test(attribute="profit", equals="non_profit"))), language=language
    )
    assert days in found.findings[0].because
    assert lawyer in found.notice
    assert len(found.possible) == 4


def test_a_term_with_legal_effect_and_no_definition_is_listed() -> None:
    found = ceiling(scheme("unep"), host="cms")
    assert [one.term for one in found.terms] == ["accredited national"]
    assert "sole criterion" in [one.term for one in found.contradictions]


def test_where_the_verb_of_the_treaty_is_not_known_nothing_is_concluded() -> None:
    assert "not known" in ceiling(scheme("eurobats")).verdict
