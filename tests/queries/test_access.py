"""The gate: every role, every verb, every standing of a record."""

from itertools import product

import pytest

from whimbrel.acts import documents, engagements, people, readings, tables
from whimbrel.acts.act import ACTS
from whimbrel.queries.access import Reach, Standing, matrix, may

ROOMS = (documents, engagements, people, readings, tables)
"""Imported, so that every act is known."""


@pytest.mark.parametrize(
    ("role", "verb", "standing"), list(product(matrix().roles, matrix().verbs, Standing))
)
def test_the_gate_says_what_the_matrix_says(role: str, verb: str, standing: Standing) -> None:
    reach = matrix().roles[role].get(verb)
    expected = {
        None: False,
        Reach.ALL: True,
        Reach.OWN: standing is not Standing.OFFICE,
        Reach.PUBLISHED: standing is Standing.PUBLISHED,
    }[reach]
    answer = may(role, verb, standing)
    assert bool(answer) is expected
    assert role in answer.because


def test_an_auditor_reads_all_and_writes_nothing() -> None:
    assert set(matrix().roles["auditor"]) == {"read", "audit"}


def test_who_has_not_signed_in_is_the_public() -> None:
    assert may(None, "read", Standing.PUBLISHED)
    assert not may(None, "read")
    assert not may("a role that nobody has", "read", Standing.PUBLISHED)


def test_every_verb_of_an_act_is_in_the_matrix() -> None:
    assert {one.verb for one in ACTS.values()} <= set(matrix().verbs)
    assert all(one.says.endswith(".") for one in ACTS.values())
    assert len(ACTS) >= 7


def test_a_verb_that_nobody_knows_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        may("officer", "fly")
