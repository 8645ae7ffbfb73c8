"""Flat nodes and named fields, and back."""

from datetime import date

import pytest

from tests.builders import heading, item, paragraph
from whimbrel.document import Masthead
from whimbrel.document.flat import masthead_fields, masthead_of, nest, size


def test_depths_make_the_tree() -> None:
    flat = [(0, heading("a")), (1, paragraph("b")), (2, item("(a)", "c")), (1, paragraph("d"))]
    tree = (heading("a", paragraph("b", item("(a)", "c")), paragraph("d")),)
    assert nest(flat) == tree
    assert size(tree) == len(flat)


@pytest.mark.parametrize(
    "flat", [[(1, paragraph("a"))], [(0, paragraph("a")), (2, paragraph("b"))]]
)
def test_a_node_that_hangs_in_the_air_is_refused(flat: list[tuple[int, object]]) -> None:
    with pytest.raises(ValueError, match="nodes are around it"):
        nest(flat)  # type: ignore[arg-type]


def test_nodes_too_deep_are_refused() -> None:
    with pytest.raises(ValueError, match="deep"):
        nest((depth, paragraph("a")) for depth in range(1000))


def test_a_masthead_is_its_fields() -> None:
    head = Masthead(symbol="A/1", date=date(2024, 2, 1), lines=("A/1",))
    assert masthead_fields(head) == {"symbol": "A/1", "date": "2024-02-01"}
    assert masthead_of(masthead_fields(head), head.lines) == head


@pytest.mark.parametrize("fields", [{"colour": "red"}, {"title": 7}, {"date": "soon"}])
def test_a_field_that_is_none_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"colour|title|soon"):
        masthead_of(fields)
