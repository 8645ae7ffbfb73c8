"""Numbers of decisions, resolutions and articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.symbols import ArticleNumber, DecisionNumber, Number, ResolutionNumber
from whimbrel.symbols.instrument import Shape

SHAPES = [
    ("78/155", "78/155", Shape.SESSION),
    ("48/218 B", "48/218 B", Shape.SESSION),
    ("72/90 A and B", "72/90 A-B", Shape.SESSION),
    ("S-19/2", "S-19/2", Shape.SESSION),
    ("2374(2017)", "2374 (2017)", Shape.YEAR),
    ("2200 A (XXI)", "2200 A (XXI)", Shape.ROMAN),
    ("3201 (S-VI)", "3201 (S-VI)", Shape.ROMAN),
    ("2021/2", "2021/2", Shape.ANNUAL),
    ("1/CP.21", "1/CP.21", Shape.TREATY),
    ("12/COP.15", "12/COP.15", Shape.TREATY),
    ("BC-14/12", "BC-14/12", Shape.PREFIXED),
    ("BS-V/11", "BS-V/11", Shape.PREFIXED),
    ("SS.XI/9", "SS.XI/9", Shape.SPECIAL),
    ("XIII/20", "XIII/20", Shape.LATIN),
    ("XIV.4", "XIV.4", Shape.RAMSAR),
    ("Conf. 12.5 (Rev. CoP19)", "Conf. 12.5 (Rev. CoP19)", Shape.CONF),
    ("11.10 (Rev. COP14)", "11.10 (Rev.COP14)", Shape.DOTTED),
    ("18.81 (Rev. CoP19)", "18.81 (Rev. CoP19)", Shape.DOTTED),
    ("14.AA", "14.AA", Shape.DOTTED),
]


@pytest.mark.parametrize(("printed", "text", "shape"), SHAPES)
def test_a_number_has_a_shape_and_a_normal_form(printed, text, shape) -> None:
    number = Number.parse(printed)
    assert (number.text, number.shape) == (text, shape)


@pytest.mark.parametrize("text", ["78", "2/3/4", "a/b", "", "10.5.3.2/7", "km/12"])
def test_other_numbers_are_none(text) -> None:
    with pytest.raises(ValueError, match="no number"):
        Number.parse(text)


@pytest.mark.parametrize(
    ("first", "last", "between"),
    [
        ("2/CMP.7", "5/CMP.7", ["3/CMP.7", "4/CMP.7"]),
        ("15/4", "15/6", ["15/5"]),
        ("15/4", "16/6", []),
        ("15/6", "15/4", []),
        ("1/CP.21", "300/CP.21", []),
        ("2200 (XXI)", "2300 (XXI)", []),
    ],
)
def test_a_range_names_what_lies_between(first, last, between) -> None:
    numbers = Number.parse(first).until(Number.parse(last))
    assert [number.text for number in numbers] == between


@pytest.mark.parametrize(
    ("kind", "printed", "text"),
    [
        (DecisionNumber, "14.10 c)", "14.10 c)"),
        (DecisionNumber, "14.10(c)", "14.10 c)"),
        (DecisionNumber, "14.AA", "14.AA"),
        (ResolutionNumber, "11.10 (Rev. COP14)", "11.10 (Rev.COP14)"),
        (ResolutionNumber, "12.9", "12.9"),
        (ArticleNumber, "VII.9 b)", "VII.9 b)"),
        (ArticleNumber, "VII, paragraph 9 (b)", "VII.9 b)"),
        (ArticleNumber, "XIV", "XIV"),
        (ArticleNumber, "8 (j)", "8 j)"),
    ],
)
def test_numbers_of_a_convention_are_read(kind, printed, text) -> None:
    assert str(kind.parse(printed)) == text


@pytest.mark.parametrize("kind", [DecisionNumber, ResolutionNumber, ArticleNumber])
def test_what_is_no_number_is_refused_with_an_example(kind) -> None:
    with pytest.raises(ValueError, match="such as"):
        kind.parse("fourteen")


@given(st.integers(1, 99), st.integers(1, 300), st.sampled_from([None, *"abcdefgh"]))
def test_a_decision_number_is_read_back(meeting: int, number: int, item: str | None) -> None:
    decision = DecisionNumber(number=f"{meeting}.{number}", item=item)
    assert DecisionNumber.parse(str(decision)) == decision


@given(st.integers(1, 99), st.integers(1, 300), st.sampled_from([None, "COP14", "MOP8"]))
def test_a_resolution_number_is_read_back(meeting: int, number: int, revised: str | None) -> None:
    resolution = ResolutionNumber(number=f"{meeting}.{number}", revised=revised)
    assert ResolutionNumber.parse(str(resolution)) == resolution
