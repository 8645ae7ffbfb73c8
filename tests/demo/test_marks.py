"""Marks in the words of the specimen."""

import pytest

from whimbrel.demo.marks import Piece, pieces

EXAMPLES = [
    ("plain words", [Piece(text="plain words")]),
    ("", []),
    ("a *b* c", [Piece(text="a "), Piece(text="b", italic=True), Piece(text=" c")]),
    ("**Summary:**", [Piece(text="Summary:", bold=True)]),
    ("end.[^12]", [Piece(text="end."), Piece(note=12)]),
    ("[70/1](x:y)", [Piece(text="70/1", href="x:y")]),
    (
        "{-two-}{+three+} Parties",
        [
            Piece(text="two", change="del"),
            Piece(text="three", change="ins"),
            Piece(text=" Parties"),
        ],
    ),
    # What is no mark stays: a lone star, a bracket without an address, braces without a sign.
    ("5 * 3", [Piece(text="5 * 3")]),
    ("[sic] (so)", [Piece(text="[sic] (so)")]),
    ("{x}", [Piece(text="{x}")]),
]


@pytest.mark.parametrize(("words", "expected"), EXAMPLES)
def test_words_are_cut_at_their_marks(words: str, expected: list[Piece]) -> None:
    assert list(pieces(words)) == expected
