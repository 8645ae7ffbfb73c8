"""The automaton finds what a plain search finds: whole words, leftmost, longest."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from whimbrel.bodies.index import Names
from whimbrel.bodies.names import fold, folded

NAMES = st.lists(
    st.lists(st.sampled_from(["ab", "abc", "b", "bird", "of", "x-y"]), min_size=1, max_size=3).map(
        " ".join
    ),
    max_size=6,
)
TEXTS = st.lists(
    st.sampled_from(["ab", "abc", "b", "bird", "birds", "of", "x-y", "x", ".", "(ab)"]), max_size=12
).map(" ".join)


def naive(names: list[str], text: str) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    spans = {
        match.span()
        for name in map(folded, names)
        for match in re.finditer(rf"(?<![a-z])(?={re.escape(name)}(?![a-z]))", text)
        for match in [re.compile(re.escape(name)).match(text, match.start())]
        if match
    }
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


@given(NAMES, TEXTS)
@example(["ab b", "bird"], "ab bird")
@example(["ab b", "bird of ab", "abc"], "ab bird of abc")
def test_the_automaton_and_a_plain_search_agree(names: list[str], text: str) -> None:
    found = fold(text)
    ours = [(hit.start, hit.end) for hit in Names(names).find(found)]
    assert ours == naive(names, found.lower.decode())


def test_acronyms_need_their_capitals_and_may_carry_a_number() -> None:
    names = Names(["world bank"], ["COP", "WHO"], numbered=frozenset(["COP"]))
    found = names.find(fold("who at COP15, WHO, WHOM, COP15x, WHO9 and the WORLD BANK"))
    assert [hit.name for hit in found] == ["COP", "WHO", "world bank"]


def test_no_names_find_nothing() -> None:
    assert Names([]).find(fold("anything")) == []
