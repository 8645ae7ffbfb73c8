"""The name of an address inside a Word file."""

import re

from hypothesis import given
from hypothesis import strategies as st

from whimbrel.document.bookmark import LONGEST, bookmark


def test_a_short_address_is_its_own_name() -> None:
    assert bookmark("para_30") == "wb_para_30"


def test_one_that_word_cannot_hold_is_a_digest() -> None:
    assert bookmark("annex__dec_14.AA~2").startswith("wb__x")


@given(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=80))
def test_word_takes_every_name_and_two_addresses_have_two(one: str, two: str) -> None:
    assert re.fullmatch(rf"[A-Za-z][A-Za-z0-9_]{{0,{LONGEST - 1}}}", bookmark(one))
    assert (bookmark(one) == bookmark(two)) == (one == two)
