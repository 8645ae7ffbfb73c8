"""Folding keeps every place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.citations.fold import fold

CASES = [
    ("plain text", "plain text"),
    ("A\u00a0B\u202fC\tD", "A B C D"),
    ("14.8\u201114.10", "14.8-14.10"),
    ("l\u2019Assemblée", "l'Assemblée"),
    ("78/\u200b155\ufeff", "78/155"),
    ("14.8–14.10", "14.8–14.10"),
]


@pytest.mark.parametrize(("printed", "folded"), CASES)
def test_only_layout_is_folded(printed, folded) -> None:
    assert fold(printed).text == folded


@given(st.text(alphabet="a \u00a0\u200b\u2019\u00ad-é"))
def test_a_place_in_the_folded_text_is_known_in_the_printed_one(printed: str) -> None:
    folded = fold(printed)
    for at, char in enumerate(folded.text):
        place = folded.start(at)
        assert fold(printed[place]).text == char
        assert folded.end(at + 1) == place + 1
