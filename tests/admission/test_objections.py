"""How many can keep a body out."""

import pytest

from whimbrel.admission.schemes import scheme
from whimbrel.procedures.decide import blocking


@pytest.mark.parametrize(
    ("parties", "least"),
    [(1, 1), (2, 1), (3, 1), (4, 2), (99, 33), (100, 34), (101, 34), (130, 44)],
)
def test_at_least_one_third_is_rounded_up(parties: int, least: int) -> None:
    assert blocking(scheme("cms").decision, parties) == least
