"""Numbers and what they name, by name, shape and document."""

import pytest

from whimbrel.citations import How
from whimbrel.citations.resolve import Context, paragraph_of, resolve
from whimbrel.symbols import Number
from whimbrel.symbols.organ import organ

CASES = [
    ("resolution", "78/155", None, "A/RES/78/155", "A/RES/78/155", How.CONTEXT),
    ("resolution", "16/3", None, "A/HRC/RES/55/6", "A/HRC/RES/16/3", How.CONTEXT),
    ("resolution", "2374 (2017)", None, "S/RES/2640 (2022)", "S/RES/2374 (2017)", How.CONTEXT),
    ("resolution", "78/155", None, None, "A/RES/78/155", How.SHAPE),
    ("resolution", "16/3", None, "A/RES/78/155", None, How.UNRESOLVED),
    ("resolution", "78/155", "human-rights-council", None, "A/HRC/RES/78/155", How.NAMED),
    ("decision", "1/CP.21", None, "A/RES/78/155", "FCCC/Decision/1/CP.21", How.SHAPE),
    ("decision", "XIII/20", None, "UNEP/CHW.15/2", "Basel/Decision/XIII/20", How.CONTEXT),
    ("decision", "XIII/20", None, None, "UNEP/CBD/COP/DEC/XIII/20", How.SHAPE),
    ("resolution", "2021/2 A", "economic-and-social-council", None, "E/RES/2021/2", How.NAMED),
    ("resolution", "75/290 A", None, None, "A/RES/75/290 A", How.SHAPE),
    ("decision", "14.3", None, None, None, How.UNRESOLVED),
]


@pytest.mark.parametrize(("word", "number", "named", "body", "target", "how"), CASES)
def test_a_number_is_resolved(word, number, named, body, target, how) -> None:
    meant = (organ(named),) if named else None
    assert resolve(word, Number.parse(number), meant, Context.of(body)) == (target, how)


def test_a_body_that_is_named_and_not_known_leaves_a_number_open() -> None:
    number = Number.parse("78/155")
    assert resolve("resolution", number, (), Context.of(None)) == (None, How.UNRESOLVED)


def test_only_bodies_whose_paragraphs_are_cited_have_targets_for_them() -> None:
    assert paragraph_of("CMS/Resolution/12.9", "4") == "CMS/Resolution/12.9/4"
    assert paragraph_of("A/RES/78/155", "4") == "A/RES/78/155"
