"""Mentions asked by place give what a look at all of them gives."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from whimbrel.bodies import find
from whimbrel.bodies.order import Order

(ONE,) = find("UNESCO", language="en")
GAPS = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3)), max_size=6)


def placed(gaps: list[tuple[int, int]]) -> Order:
    at, found = 0, []
    for gap, size in gaps:
        found.append(replace(ONE, start=at + gap, end=at + gap + size))
        at += gap + size
    return Order(reversed(found))


@given(GAPS, st.integers(0, 30), st.integers(1, 5))
def test_a_span_meets_what_it_overlaps(gaps: list[tuple[int, int]], start: int, size: int) -> None:
    order, end = placed(gaps), start + size
    overlapping = [one for one in order.mentions if one.start < end and start < one.end]
    assert order.meets(start, end) == bool(overlapping)
    inside = [one for one in order.mentions if one.start <= start and end <= one.end]
    assert order.around(start, end) == (inside[0] if inside else None)


@given(GAPS, st.integers(0, 30), st.integers(1, 9))
def test_mentions_between_two_places(gaps: list[tuple[int, int]], start: int, size: int) -> None:
    order = placed(gaps)
    wanted = [one for one in order.mentions if start < one.start < start + size]
    assert list(order.between(start, start + size)) == wanted
