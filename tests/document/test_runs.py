"""Runs in their normal form."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import run, runs, texts
from whimbrel.document import Run
from whimbrel.document.runs import cut, plain, squeeze, tidy, words


def said(found: tuple[Run, ...]) -> str:
    """The words of runs."""
    return "".join(run.text for run in found)


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ((run("Eels "), run("swim")), (run("Eels swim"),)),
        ((run("Eels", italic=True), run(" swim", italic=True)), (run("Eels swim", italic=True),)),
        ((run("Eels", italic=True), run(" swim")), (run("Eels", italic=True), run(" swim"))),
        ((run("Eels  "), run("  swim")), (run("Eels swim"),)),
        ((run("  Eels\n\tswim  "),), (run("Eels swim"),)),
        ((run("Eels "), run("", bold=True), run("swim")), (run("Eels swim"),)),
        (
            (run("Eels", href="a"), run("swim", href="b")),
            (run("Eels", href="a"), run("swim", href="b")),
        ),
        ((run("Eels "), run(note="1"), run(" ")), (run("Eels"), run(note="1"))),
        ((run("Eels", italic=True), run("  ", bold=True)), (run("Eels", italic=True),)),
        ((Run(note="1", text="lost", italic=True),), (run(note="1"),)),
        ((run("   "),), ()),
        ((), ()),
    ],
)
def test_runs_are_tidied(given_: tuple[Run, ...], expected: tuple[Run, ...]) -> None:
    assert tidy(given_) == expected


@pytest.mark.parametrize(
    ("text", "plain_text"),
    [
        ("8.\u00a0Eels", "8. Eels"),
        ("co\u2011operation", "co-operation"),
        ("mi\u00adgratory", "migratory"),
        ("\u200e14.9\u200b", "14.9"),
        ("\ufeffEels", "Eels"),
        ("a\u2009b\u3000c", "a b c"),
        ("a \u00a0 b", "a b"),
        ("14.8–14.10", "14.8–14.10"),
    ],
)
def test_what_only_serves_layout_is_dropped(text: str, plain_text: str) -> None:
    assert words(text) == plain_text


@pytest.mark.parametrize(
    ("count", "left"),
    [
        (0, (run("Eels", italic=True), run(note="1"), run(" swim"))),
        (2, (run("ls", italic=True), run(note="1"), run(" swim"))),
        (4, (run(note="1"), run("swim"))),
        (6, (run(note="1"), run("wim"))),
        (99, (run(note="1"),)),
    ],
)
def test_runs_are_cut_by_their_characters_and_keep_their_calls(
    count: int, left: tuple[Run, ...]
) -> None:
    assert cut((run("Eels", italic=True), run(note="1"), run(" swim")), count) == left


@given(runs())
def test_tidying_twice_changes_nothing(given_: tuple[Run, ...]) -> None:
    assert tidy(tidy(given_)) == tidy(given_)


@given(runs())
def test_tidy_runs_keep_their_words_and_calls(given_: tuple[Run, ...]) -> None:
    found = tidy(given_)
    assert (
        said(found).split() == words(said(tuple(run for run in given_ if run.note is None))).split()
    )
    assert [run.note for run in found if run.note] == [
        run.note for run in given_ if run.note is not None
    ]


@given(runs())
def test_no_two_neighbours_are_alike_and_none_is_empty(given_: tuple[Run, ...]) -> None:
    found = tidy(given_)
    assert all(run.text or run.note for run in found)
    for one, other in pairwise(found):
        assert (
            one.note
            or other.note
            or (one.italic, one.bold, one.href) != (other.italic, other.bold, other.href)
        )


@given(texts())
def test_plain_runs_are_the_squeezed_text(text: str) -> None:
    assert said(plain(text)) == squeeze(text)


@given(texts(), st.integers(0, 30))
def test_cutting_leaves_the_rest_of_the_text(text: str, count: int) -> None:
    whole = squeeze(text)
    assert said(cut(plain(text), count)) == whole[count:].strip()
