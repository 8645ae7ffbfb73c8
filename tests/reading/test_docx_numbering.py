"""Automatic numbers: what Word prints before each paragraph, counted from numbering.xml."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.word import (
    COP_LIST,
    abstract,
    level,
    lists,
    num,
    numbered,
    p,
    printed,
    read_lines,
    starts,
    style,
    word,
)
from whimbrel.reading.docx_numbering import Level, Num, Numbering, figure, letters, roman

LETTERS_IN = level(1, "(%2)", "lowerLetter")


def labels(*paragraphs: str, numbering: str, styles: str = "") -> list[str | None]:
    """What is printed before each paragraph."""
    found = read_lines(word(*paragraphs, numbering=numbering, styles=styles))
    return [line.label for line in found.lines]


def test_a_list_on_the_paragraph_itself_is_counted() -> None:
    data = word(
        p("Requests the Bureau:", number=(1, 0)),
        p("to count eels;", number=(1, 1)),
        p("to count weirs:", number=(1, 1)),
        p("old ones;", number=(1, 2)),
        p("new ones;", number=(1, 3)),
        p("Thanks the hosts.", number=(1, 0)),
        numbering=COP_LIST,
    )
    assert printed(data) == [
        "1. Requests the Bureau:",
        "(a) to count eels;",
        "(b) to count weirs:",
        "(i) old ones;",
        "• new ones;",
        "2. Thanks the hosts.",
    ]


def test_the_level_is_told_beside_the_number() -> None:
    found = read_lines(word(p("x", number=(1, 2)), p("y", number=(1, 0)), numbering=COP_LIST))
    assert [line.depth for line in found.lines] == [2, 0]


def test_a_list_in_the_style_is_counted() -> None:
    styles = style("Para", paragraph=numbered(1)) + style("Point", paragraph=numbered(1, 1))
    numbering = lists(level(0), LETTERS_IN)
    given_ = [p("one", style="Para"), p("two", style="Point"), p("three", style="Para")]
    assert labels(*given_, numbering=numbering, styles=styles) == ["1.", "(a)", "2."]


def test_a_list_in_the_style_below_is_inherited() -> None:
    styles = (
        style("Base", paragraph=numbered(1))
        + style("Middle", based="Base")
        + style("Top", based="Middle")
    )
    assert labels(
        p("one", style="Top"), p("two", style="Base"), numbering=lists(level(0)), styles=styles
    ) == ["1.", "2."]


def test_the_default_style_numbers_what_names_no_style() -> None:
    styles = style("Normal", paragraph=numbered(1), default=True)
    assert labels(p("one"), numbering=lists(level(0)), styles=styles) == ["1."]


def test_styles_based_on_each_other_in_a_ring_end() -> None:
    styles = style("One", based="Two") + style("Two", based="One")
    assert labels(p("words", style="One"), numbering=lists(level(0)), styles=styles) == [None]


def test_a_level_is_found_by_the_style_that_it_is_tied_to() -> None:
    numbering = lists(level(0), level(1, "(%2)", "lowerLetter", extra='<w:pStyle w:val="Point"/>'))
    styles = style("Para", paragraph=numbered(1)) + style("Point", paragraph=numbered(1))
    given_ = [p("one", style="Para"), p("two", style="Point")]
    assert labels(*given_, numbering=numbering, styles=styles) == ["1.", "(a)"]


def test_a_list_on_the_paragraph_wins_over_that_of_its_style() -> None:
    numbering = (
        abstract(0, level(0)) + abstract(1, level(0, "%1)", "lowerLetter")) + num(1, 0) + num(2, 1)
    )
    styles = style("Para", paragraph=numbered(1))
    assert labels(p("one", style="Para", number=(2, 0)), numbering=numbering, styles=styles) == [
        "a)"
    ]


def test_number_0_switches_the_list_of_the_style_off() -> None:
    styles = style("Para", paragraph=numbered(1))
    given_ = [
        p("one", style="Para"),
        p("loose", style="Para", properties=numbered(0)),
        p("two", style="Para"),
    ]
    assert labels(*given_, numbering=lists(level(0)), styles=styles) == ["1.", None, "2."]


def test_number_0_in_a_style_switches_off_what_it_inherits() -> None:
    styles = style("Para", paragraph=numbered(1)) + style(
        "Loose", based="Para", paragraph=numbered(0)
    )
    assert labels(p("loose", style="Loose"), numbering=lists(level(0)), styles=styles) == [None]


def test_a_list_that_is_not_defined_prints_nothing() -> None:
    assert labels(p("one", number=(77, 0)), numbering=lists(level(0))) == [None]


def test_a_level_that_is_not_defined_prints_nothing() -> None:
    assert labels(p("one", number=(1, 5)), numbering=lists(level(0))) == [None]


def test_two_lists_on_one_abstract_list_count_on() -> None:
    numbering = abstract(0, level(0)) + num(1, 0) + num(2, 0)
    given_ = [p("one", number=(1, 0)), p("two", number=(2, 0)), p("three", number=(1, 0))]
    assert labels(*given_, numbering=numbering) == ["1.", "2.", "3."]


def test_an_override_of_the_start_restarts_once() -> None:
    numbering = abstract(0, level(0)) + num(1, 0) + num(2, 0, starts(0, 1))
    given_ = [p("x", number=(key, 0)) for key in (1, 1, 2, 2, 1, 2)]
    assert labels(*given_, numbering=numbering) == ["1.", "2.", "1.", "2.", "3.", "4."]


def test_an_override_may_start_anywhere() -> None:
    numbering = abstract(0, level(0)) + num(1, 0, starts(0, 14))
    assert labels(p("x", number=(1, 0)), p("y", number=(1, 0)), numbering=numbering) == [
        "14.",
        "15.",
    ]


def test_an_override_of_a_level_changes_its_looks() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "upperRoman")}</w:lvlOverride>'
    numbering = abstract(0, level(0)) + num(1, 0) + num(2, 0, other)
    assert labels(p("x", number=(1, 0)), p("y", number=(2, 0)), numbering=numbering) == [
        "1.",
        "II)",
    ]


def test_a_level_starts_again_under_the_next_paragraph() -> None:
    given_ = [p("x", number=(1, at)) for at in (0, 1, 1, 0, 1)]
    assert labels(*given_, numbering=lists(level(0), LETTERS_IN)) == [
        "1.",
        "(a)",
        "(b)",
        "2.",
        "(a)",
    ]


def test_a_level_that_never_restarts_goes_on() -> None:
    numbering = lists(level(0), level(1, "%2.", extra='<w:lvlRestart w:val="0"/>'))
    given_ = [p("x", number=(1, at)) for at in (0, 1, 1, 0, 1)]
    assert labels(*given_, numbering=numbering) == ["1.", "1.", "2.", "2.", "3."]


def test_a_level_may_restart_only_after_a_higher_one() -> None:
    numbering = lists(
        level(0, "%1."), level(1, "%2."), level(2, "%3.", extra='<w:lvlRestart w:val="1"/>')
    )
    given_ = [p("x", number=(1, at)) for at in (0, 1, 2, 1, 2, 0, 1, 2)]
    assert labels(*given_, numbering=numbering)[4] == "2."
    assert labels(*given_, numbering=numbering)[7] == "1."


def test_a_number_of_several_levels_is_put_together() -> None:
    numbering = lists(level(0, "%1."), level(1, "%1.%2"), level(2, "%1.%2.%3"))
    given_ = [p("x", number=(1, at)) for at in (0, 1, 1, 2, 0, 1)]
    assert labels(*given_, numbering=numbering) == ["1.", "1.1", "1.2", "1.2.1", "2.", "2.1"]


def test_a_level_above_that_was_never_counted_shows_its_start() -> None:
    numbering = lists(level(0, "%1.", start=3), level(1, "%1.%2"))
    assert labels(p("x", number=(1, 1)), numbering=numbering) == ["3.1"]


@pytest.mark.parametrize(
    ("legal", "label"), [("", "II.1"), ("<w:isLgl/>", "2.1"), ('<w:isLgl w:val="0"/>', "II.1")]
)
def test_legal_numbers_are_decimals_at_every_level(legal: str, label: str) -> None:
    numbering = lists(level(0, "%1.", "upperRoman"), level(1, "%1.%2", extra=legal))
    given_ = [p("x", number=(1, at)) for at in (0, 0, 1)]
    assert labels(*given_, numbering=numbering)[-1] == label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("\uf0b7", "•"),
        ("\uf0a7", "▪"),
        ("\uf02d", "–"),
        ("o", "◦"),
        ("\uf076", "•"),
        ("-", "-"),
        ("–", "–"),
        ("", None),
    ],
)
def test_bullets_of_symbol_fonts_become_what_they_look_like(text: str, label: str | None) -> None:
    assert labels(p("x", number=(1, 0)), numbering=lists(level(0, text, "bullet"))) == [label]


def test_a_level_without_number_prints_its_words() -> None:
    assert labels(p("x", number=(1, 0)), numbering=lists(level(0, "Option", "none"))) == ["Option"]


def test_a_level_without_number_and_words_prints_nothing() -> None:
    assert labels(p("x", number=(1, 0)), numbering=lists(level(0, "", "none"))) == [None]


def test_an_empty_numbered_paragraph_is_counted_as_word_counts_it_and_not_shown() -> None:
    given_ = [p("x", number=(1, 0)), p(number=(1, 0)), p("y", number=(1, 0))]
    assert labels(*given_, numbering=lists(level(0))) == ["1.", "3."]


def test_an_abstract_list_may_point_to_a_list_style() -> None:
    numbering = (
        abstract(0, level(0, "%1)"), extra='<w:styleLink w:val="Points"/>')
        + abstract(1, extra='<w:numStyleLink w:val="Points"/>')
        + num(5, 0)
        + num(6, 1)
    )
    styles = style("Points", paragraph=numbered(5), kind="numbering")
    assert labels(
        p("x", number=(6, 0)), p("y", number=(6, 0)), numbering=numbering, styles=styles
    ) == ["1)", "2)"]


def test_a_pointer_to_no_list_style_prints_nothing() -> None:
    numbering = abstract(1, extra='<w:numStyleLink w:val="Nowhere"/>') + num(6, 1)
    assert labels(p("x", number=(6, 0)), numbering=numbering) == [None]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (1, "decimal", "1"),
        (7, "decimalZero", "07"),
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (4, "lowerRoman", "iv"),
        (49, "upperRoman", "XLIX"),
        (1, "ordinal", "1st"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (3, "chicago", "3"),
    ],
)
def test_figures_are_printed_as_word_prints_them(value: int, form: str, shown: str) -> None:
    assert figure(value, form) == shown


@given(st.integers(1, 20 * 26))
def test_letters_go_round_the_alphabet_and_grow(value: int) -> None:
    text = letters(value)
    assert set(text) == {chr(97 + (value - 1) % 26)}
    assert len(text) == 1 + (value - 1) // 26


@given(st.integers(1, 4999))
def test_a_roman_number_is_worth_what_it_was_made_of(value: int) -> None:
    worth = dict(zip("ivxlcdm", (1, 5, 10, 50, 100, 500, 1000), strict=True))
    signs = [worth[sign] for sign in roman(value)]
    after = [*signs[1:], 0]
    assert (
        sum(-sign if sign < then else sign for sign, then in zip(signs, after, strict=True))
        == value
    )


@given(st.lists(st.integers(0, 3), max_size=30))
def test_counters_agree_with_a_naive_model(levels: list[int]) -> None:
    counting = Numbering(None)
    counting.abstracts["0"] = {}
    for at in range(4):
        counting.levels["0", at] = Level(text=".".join(f"%{n + 1}" for n in range(at + 1)))
    counting.nums["1"] = Num(abstract="0")
    history: list[int] = []
    for at in levels:
        history.append(at)
        expected = []
        for depth in range(at + 1):
            # Count how often this level was met since the last one above it.
            since = max((n for n, other in enumerate(history) if other < depth), default=-1)
            expected.append(str(max(1, history[since + 1 :].count(depth))))
        assert counting.next("1", at) == ".".join(expected)
