"""Folding makes the spellings of a name one, and every place can be told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.bodies.names import fold, folded

SAME = [
    ("World Organisation for Animal Health", "World Organization for Animal Health"),
    ("Science–Policy Platform", "science-policy platform"),
    ("Côte d’Ivoire", "Cote d'Ivoire"),
    ("The Nature Conservancy", "nature conservancy"),
    ("ICLEI – Local Governments", "ICLEI–Local Governments"),
    ("UNEP\u00a0Law  Division", "UNEP Law Division"),
    ("Con\u00advention", "Convention"),
]
LETTERS = st.text("aB -–\n\u00ad\u200b’éX.Ł中", max_size=30)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_names_that_differ_stay_apart() -> None:
    assert folded("Bank of Asia") != folded("Bank of Africa")


@given(LETTERS)
def test_each_folded_letter_knows_its_place(text: str) -> None:
    found = fold(text)
    assert len(found.cased) == len(found.lower) <= len(text)
    places = [found.place(at) for at in range(len(found.cased))]
    assert places == sorted(set(places))
    for at, place in enumerate(places):
        assert fold("x" + text[place]).cased[1:] == found.cased[at : at + 1]


@given(st.text(max_size=40))
def test_any_text_can_be_folded(text: str) -> None:
    assert fold(text).cased.isascii()
