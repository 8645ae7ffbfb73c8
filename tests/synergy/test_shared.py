"""Counting by bits gives what counting by sets gives."""

from hypothesis import given
from hypothesis import strategies as st

from whimbrel.synergy.shared import sets

GROUPS = st.dictionaries(
    st.sampled_from("ABCDE"), st.frozensets(st.integers(0, 200).map(str), max_size=150), min_size=1
)


@given(GROUPS)
def test_pairs_are_those_of_sets(having) -> None:
    counted = sets(having).pairs()
    for i, one in enumerate(having):
        for j, other in enumerate(having):
            assert counted[i, j] == len(having[one] & having[other])


@given(GROUPS)
def test_common_and_without_are_those_of_sets(having) -> None:
    found, names = sets(having), list(having)
    every = frozenset.intersection(*having.values())
    assert set(found.common(*names)) == every
    rest = having[names[0]] - frozenset().union(*(having[name] for name in names[1:]))
    assert set(found.without(names[:1], names[1:])) == rest
