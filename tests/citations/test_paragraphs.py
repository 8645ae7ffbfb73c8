"""Numbers of paragraphs."""

import pytest

from whimbrel.citations.paragraphs import expanded

CASES = [
    ("3", ("3",)),
    ("3 and 8", ("3", "8")),
    ("31–33", ("31", "32", "33")),
    ("4 à 6 et 9", ("4", "5", "6", "9")),
    ("8 to 6", ("8", "6")),
    ("1 to 999", ("1", "999")),
    ("3.2.2", ("3.2.2",)),
    ("5 (a) and 5 (b)", ("5",)),
]


@pytest.mark.parametrize(("printed", "numbers"), CASES)
def test_lists_and_ranges_name_every_paragraph(printed, numbers) -> None:
    assert expanded(printed) == numbers
