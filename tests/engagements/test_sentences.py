"""Sentences, with abbreviations and symbols that hold full stops."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.engagements.sentences import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We met. They came.", 2),
        ("Details are in UNEP/XYZ/COP2 Doc. 28.2 on gulls. The group met.", 2),
        ("It follows Art. VII of the treaty. See para. 3 there.", 2),
        ("The U.N. Oceans process goes on", 1),
        ("La secretaría, p.ej. en Lima, participó. Luego volvió.", 2),
        ("Le Secrétariat (voir par. 3) y a participé. Il a ensuite rendu compte.", 2),
        ("He said “we will.” Then he left.", 2),
        ("One; two; three", 1),
        ("", 0),
    ],
)
def test_a_text_is_cut_where_a_reader_would(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@given(st.text(alphabet="aA .!?;1“”()\n", max_size=60))
def test_no_word_is_lost_and_places_are_true(text: str) -> None:
    found = sentences(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert "".join("".join(one.text.split()) for one in found) == "".join(text.split())
