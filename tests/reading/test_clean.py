"""Cut words are healed, words with a hyphen stay; what repeats at page edges is furniture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.reading.clean import Edge, Words, edge_pattern, furniture, joint, masked

CUT = ("the imple-", "mentation of the plan", "the implementation of the plan began in May")


def joined(before: str, after: str, *others: str) -> str:
    drop, between = joint(before, after, Words([before, after, *others]))
    before = before.rstrip()
    return before[: len(before) - drop] + between + after


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("the Parties", "agreed", "the Parties agreed"),
        ("the Parties ", "agreed", "the Parties agreed"),
        ("non-", "governmental bodies", "non-governmental bodies"),
        ("a multi-", "stakeholder platform", "a multi-stakeholder platform"),
        ("la soixante-", "dix-huitième session", "la soixante-dix-huitième session"),
        ("resolution A/RES/78-", "12", "resolution A/RES/78-12"),
        ("document A/RES/", "70/1", "document A/RES/70/1"),
        ("Decisions 14.8–", "14.10", "Decisions 14.8–14.10"),
        ("the years 2020 –", "a decade", "the years 2020 – a decade"),
        ("and/", "or", "and/or"),
        ("high-", "and low-lying coasts", "high- and low-lying coasts"),
        ("especies terrestres-", "y marinas", "especies terrestres- y marinas"),
        ("the Secretary-", "General", "the Secretary-General"),
        ("see https://example.org/", "reports/2024", "see https://example.org/reports/2024"),
        (
            "see https://example.org/rep",
            "orts/2024.html",
            "see https://example.org/reports/2024.html",
        ),
        ("see https://example.org", "and the annex", "see https://example.org and the annex"),
        ("the soft\u00ad", "ened text", "the softened text"),
        ("a dash -", "with spaces", "a dash - with spaces"),
        ("the end of a list:", "- an item", "the end of a list: - an item"),
    ],
)
def test_two_rows_join(before: str, after: str, whole: str) -> None:
    assert joined(before, after) == whole


def test_a_word_that_stands_uncut_elsewhere_is_healed() -> None:
    assert joined(*CUT) == "the implementation of the plan"


def test_a_word_that_stands_with_its_hyphen_elsewhere_keeps_it() -> None:
    other = "the well-being of all"
    assert joined("the well-", "being of people", other) == "the well-being of people"


def test_a_name_in_two_parts_keeps_its_hyphen() -> None:
    assert joined("the Kunming-", "Montreal framework") == "the Kunming-Montreal framework"


def test_an_unknown_word_is_healed_only_in_a_document_that_cuts_words() -> None:
    assert joined("great bus-", "tards of the steppe") == "great bus-tards of the steppe"
    assert joined("great bus-", "tards of the steppe", *CUT) == "great bustards of the steppe"


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_joint_drops_at_most_one_character(before: str, after: str) -> None:
    drop, between = joint(before, after, Words([before, after]))
    assert drop in (0, 1)
    assert between in ("", " ")


@pytest.mark.parametrize(
    "text",
    [
        "3",
        "xii",
        "- 4 -",
        "3/11",
        "Page 2 of 20",
        "página 7",
        "24-01234 (E) 1/4",
        "24-01234 (E)    110224",
        "GE.15-12345(E)",
        "K2401234[E] 040324",
        "*2401234*",
        "Please recycle",
    ],
)
def test_a_page_foot_says_nothing(text: str) -> None:
    assert edge_pattern().fullmatch(text)


@pytest.mark.parametrize(
    "text", ["3. Requests", "Annex 3", "2024 budget", "A/78/12", "Page", "mix", "12 March 2024"]
)
def test_words_at_the_edge_of_a_page_stay(text: str) -> None:
    assert not edge_pattern().fullmatch(text)


@pytest.mark.parametrize(
    ("text", "mask"),
    [
        ("Page 2 of 20", "page # of #"),
        ("24-01234 3/ 11", "24-01234 #"),
        ("A/HRC/40/57.", "a/hrc/40/57."),
    ],
)
def test_only_numbers_that_stand_alone_are_masked(text: str, mask: str) -> None:
    assert masked(text) == mask


def edges(*pages: list[tuple[float, str]]) -> list[list[Edge]]:
    return [
        [Edge(page=at, text=text, y=y) for y, text in page]
        for at, page in enumerate(pages, start=1)
    ]


def test_headers_of_odd_and_even_pages_are_furniture() -> None:
    left, right = [(760.0, "CMS/COP9/Doc.3")], [(760.0, "Report of the meeting")]
    found = furniture(edges(left, right, left, right, left, right))
    assert found == {(page, 0) for page in range(6)}


def test_a_row_that_repeats_among_others_at_its_height_is_none() -> None:
    pages = [[(700.0, "Annex")], [(700.0, "Annex")]] + [
        [(700.0, f"Paragraph {letter}")] for letter in "abcdefgh"
    ]
    assert furniture(edges(*pages)) == set()


def test_words_cut_a_repeated_row_off_from_the_edge() -> None:
    page = [(760.0, "Words of the text"), (740.0, "Notes")]
    other = [(760.0, "Other words"), (740.0, "Notes")]
    third = [(760.0, "More words"), (740.0, "Notes")]
    assert furniture(edges(page, other, third)) == set()
