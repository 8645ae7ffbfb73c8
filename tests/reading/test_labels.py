"""Labels: the number or letter that opens a paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.reading.docx_numbering import letters, roman
from whimbrel.reading.labels import Reading, follows, letter_value, readings, typed

TYPED = [
    ("8. Requests the Bureau", "8."),
    ("8.\u00a0Requests the Bureau", "8."),
    ("8.Requests the Bureau", "8."),
    ("8 bis. Requests the Bureau", "8 bis."),
    ("8bis. Requests the Bureau", "8bis."),
    ("8 ter. Prie le Bureau", "8 ter."),
    ("2 alt. Invites Parties", "2 alt."),
    ("14.9 The Bureau shall", "14.9"),
    ("19.45 The Bureau shall", "19.45"),
    ("15.AA The Bureau shall", "15.AA"),
    ("18.197 (Rev. CoP19) Range States", "18.197 (Rev. CoP19)"),
    ("14.9 (Rev.COP15) Parties", "14.9 (Rev.COP15)"),
    ("(aaa) nets;", "(aaa)"),
    ("1.2.3 Nets", "1.2.3"),
    ("1.2.3. Nets", "1.2.3."),
    ("(a) nets;", "(a)"),
    ("a) nets;", "a)"),
    ("(a bis) nets;", "(a bis)"),
    ("(aa) nets;", "(aa)"),
    ("(iv) nets;", "(iv)"),
    ("(1) nets;", "(1)"),
    ("1) redes;", "1)"),
    ("(3a) nets;", "(3a)"),
    ("IV. Weirs", "IV."),
    ("B. Weirs", "B."),
    ("a. weirs", "a."),
    ("iv. weirs", "iv."),
    ("• weirs", "•"),
    ("– weirs", "–"),
    ("- weirs", "-"),
]


@pytest.mark.parametrize(("text", "label"), TYPED)
def test_a_label_typed_before_the_words_is_found(text: str, label: str) -> None:
    found = typed(text)
    assert found is not None
    assert found[0] == label
    assert text[found[1] :][0].isalpha()


@pytest.mark.parametrize(
    "text",
    [
        "Requests the Bureau",
        "2024 was a good year",
        "3 eels swam",
        "1 000 eels swam",
        "3.5 ",
        "8.",
        "(a)",
        "(see below) nets",
        "J. K. Rivers spoke",
        "e.g. nets",
        "i.e. nets",
        "1.5-fold",
        "12/3. Eels",
        "A/RES/1/2",
        "-5 degrees",
        "(2017) was dry",
        "",
    ],
)
def test_words_without_a_label_have_none(text: str) -> None:
    assert typed(text) is None


@pytest.mark.parametrize(
    ("label", "first"),
    [
        ("8.", Reading("decimal", 8, "%.")),
        ("(12)", Reading("decimal", 12, "(%)")),
        ("8 bis.", Reading("decimal", 8, "%.")),
        ("(a)", Reading("letter", 1, "(%)")),
        ("(b bis)", Reading("letter", 2, "(%)")),
        ("i.", Reading("roman", 1, "%.")),
        ("IV.", Reading("upper roman", 4, "%.")),
        ("B.", Reading("upper letter", 2, "%.")),
        ("•", Reading("bullet", 0, "•")),
        ("14.9", Reading("multi", 0, "%")),
        ("15.AA", Reading("multi", 0, "%")),
        ("14.9 (Rev.COP15)", Reading("multi", 0, "%")),
        ("(aaa)", Reading("letter", 53, "(%)")),
    ],
)
def test_a_label_is_read_by_what_it_counts(label: str, first: Reading) -> None:
    assert readings(label)[0] == first


@pytest.mark.parametrize(
    ("label", "values"),
    [("(i)", {1, 9}), ("(v)", {5, 22}), ("(x)", {10, 24}), ("(c)", {3}), ("(ii)", {2, 35})],
)
def test_a_letter_that_may_be_roman_is_read_both_ways(label: str, values: set[int]) -> None:
    assert {reading.value for reading in readings(label)} == values


@pytest.mark.parametrize("label", ["", "   ", "Article", "(quater)"])
def test_what_counts_nothing_has_no_reading(label: str) -> None:
    assert readings(label) == ()


@pytest.mark.parametrize(
    ("before", "after", "follow"),
    [
        ("(a)", "(b)", True),
        ("(z)", "(aa)", True),
        ("(aa)", "(bb)", True),
        ("8.", "9.", True),
        ("(h)", "(i)", True),
        ("(a)", "(c)", False),
        ("(a)", "b)", False),
        ("a.", "B.", False),
        ("9.", "8.", False),
        ("8.", "8.", False),
    ],
)
def test_the_next_label_of_a_list_follows_the_one_before(
    before: str, after: str, follow: bool
) -> None:
    pairs = [(one, other) for one in readings(before) for other in readings(after)]
    assert any(follows(other, one) for one, other in pairs) is follow


@given(st.integers(1, 52))
def test_letters_are_worth_their_place_in_words_list(value: int) -> None:
    assert letter_value(letters(value)) == value


@given(st.integers(1, 59), st.sampled_from(("({})", "{})", "{}.")))
def test_a_roman_label_is_worth_its_number(value: int, marks: str) -> None:
    assert value in {reading.value for reading in readings(marks.format(roman(value)))}


@given(st.text(max_size=40))
def test_a_label_is_never_longer_than_its_text_and_leaves_words(text: str) -> None:
    found = typed(text)
    assert found is None or text[found[1] :].strip()
