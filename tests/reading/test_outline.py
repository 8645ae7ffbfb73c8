"""Outline: the level of every heading, where the file does not say it."""

import pytest

from whimbrel.document import Kind
from whimbrel.document.runs import plain
from whimbrel.reading.classify import classify
from whimbrel.reading.line import Line
from whimbrel.reading.outline import outline, share_stem

WORDS = "Words of a paragraph."


def levels(*texts: str | tuple[int, str]) -> list[tuple[int | None, str]]:
    """(level, words) of every heading; the file tells that of `(2, "Nets")`, `#Nets` is bold."""
    lines = []
    for text in texts:
        told, words = text if isinstance(text, tuple) else (None, text)
        lines.append(Line(runs=plain(words.lstrip("#")), heading=told, bold=words.startswith("#")))
    return [
        (block.level, block.text)
        for block in outline(classify(lines))
        if block.kind is Kind.HEADING
    ]


def test_levels_that_the_file_tells_are_kept() -> None:
    assert levels((1, "Rivers"), (3, "Weirs"), WORDS, (2, "Nets"), WORDS) == [
        (1, "Rivers"),
        (3, "Weirs"),
        (2, "Nets"),
    ]


def test_a_heading_without_a_level_stands_under_the_deepest_told() -> None:
    assert levels((1, "Rivers"), (2, "Weirs"), WORDS, "#Nets", WORDS)[-1] == (2, "Nets")


def test_main_sections_are_main_in_three_languages() -> None:
    for one, other in (
        ("Background", "Recommended actions"),
        ("Contexte", "Mesures recommandées"),
        ("Antecedentes", "Acciones recomendadas"),
    ):
        assert levels(f"#{one}", WORDS, f"#{other}", WORDS) == [(1, one), (1, other)]


def test_a_heading_straight_under_another_is_below_it() -> None:
    assert levels("#Background", "#Rivers of the east", WORDS, "#Background", WORDS) == [
        (1, "Background"),
        (2, "Rivers of the east"),
        (1, "Background"),
    ]


def test_headings_numbered_alike_stand_alike() -> None:
    found = levels("I. Rivers", "A. Weirs", WORDS, "B. Nets", WORDS, "II. Lakes", WORDS)
    assert found == [(1, "Rivers"), (2, "Weirs"), (2, "Nets"), (1, "Lakes")]


def test_a_letter_that_is_also_roman_goes_on_with_its_list() -> None:
    headings = [f"{letter}. Lake {letter}" for letter in "ABCDEFGHIJ"]
    given = [text for heading in headings for text in (heading, WORDS)]
    assert {level for level, _ in levels("I. Lakes", *given)[1:]} == {2}


def test_headings_that_open_alike_stand_alike() -> None:
    found = levels(
        "#Background",
        "#Engaging with rivers",
        WORDS,
        "#Weirs",
        "#Stones",
        WORDS,
        "#Engagement of lakes",
        WORDS,
    )
    assert found[1][0] == found[-1][0] == 2


def test_headings_that_end_in_an_acronym_stand_alike() -> None:
    found = levels(
        "#Background",
        "#River Commission (RC)",
        WORDS,
        "#Weirs",
        "#Old",
        WORDS,
        "#Lake Forum (LF)",
        WORDS,
    )
    assert found[1][0] == found[-1][0]


def test_a_topic_after_an_announcing_sentence_is_below_its_action() -> None:
    found = levels(
        "#Background", "#Engaging with rivers", "Numerous meetings were held.", "#Weirs", WORDS
    )
    assert found[-1] == (3, "Weirs")


def test_an_annex_begins_anew() -> None:
    assert levels("#Background", "#Rivers", WORDS, "ANNEX 1", "#Nets", WORDS)[-1] == (1, "Nets")


def test_an_article_is_a_main_heading() -> None:
    assert [level for level, _ in levels("Article 1", WORDS, "Article 2", WORDS)] == [1, 1]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("engaging", "engagement", True),
        ("weirs", "weir", False),
        ("rivers", "riverine", True),
        ("", "", False),
        ("nets", "nests", False),
    ],
)
def test_two_words_share_a_stem_where_most_of_the_shorter_is_the_same(
    one: str, other: str, alike: bool
) -> None:
    assert share_stem(one, other) is alike
