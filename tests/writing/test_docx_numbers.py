"""Which labels Word can count, and how lists go on."""

import pytest

from whimbrel.document import Kind
from whimbrel.writing.docx_numbers import Numbers, readings
from whimbrel.writing.house_style import house_style


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        ("8", [("decimal", 8)]),
        ("08", []),
        ("a", [("lowerLetter", 1)]),
        ("B", [("upperLetter", 2)]),
        ("bb", [("lowerLetter", 28)]),
        ("ab", []),
        ("i", [("lowerLetter", 9), ("lowerRoman", 1)]),
        ("xiv", [("lowerRoman", 14)]),
        ("IV", [("upperRoman", 4)]),
        ("iiii", [("lowerLetter", 87)]),
        ("vx", []),
        ("aB", []),
        ("8a", []),
        ("", []),
    ],
)
def test_figures_and_letters_stand_for_numbers(inner: str, found: list[tuple[str, int]]) -> None:
    assert readings(inner) == found


def lists(*labels: str, kind: Kind = Kind.ITEM, level: int = 0) -> list[int | None]:
    """The list that each label gets."""
    numbers = Numbers(house_style("cms"))
    return [numbers.list_of(label, kind, level) for label in labels]


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (("a)", "b)", "c)"), [1, 1, 1]),
        (("a)", "b)", "a)"), [1, 1, 2]),
        (("a)", "c)"), [1, 2]),
        (("h)", "i)", "j)"), [1, 1, 1]),
        (("i)", "ii)", "iii)"), [1, 1, 1]),
        (("•", "•", "-", "•"), [1, 1, 2, 1]),
        (("1.", "a)", "2."), [1, 2, 1]),
        (("14.9", "(a"), [None, None]),
    ],
)
def test_a_list_goes_on_as_long_as_its_labels_do(
    labels: tuple[str, ...], found: list[int | None]
) -> None:
    assert lists(*labels) == found


def test_decisions_and_headings_have_typed_numbers() -> None:
    assert lists("1.", kind=Kind.DECISION) == lists("1.", kind=Kind.HEADING) == [None]


def test_an_item_above_ends_the_list_below_it() -> None:
    numbers = Numbers(house_style("cms"))
    asked = [("a)", 0), ("(i)", 1), ("b)", 0), ("(i)", 1), ("(ii)", 1)]
    found = [numbers.list_of(label, Kind.ITEM, level) for label, level in asked]
    assert found == [1, 2, 1, 3, 3]
