"""Plain text: tabs, blank lines, pipes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import texts
from whimbrel.document import walk
from whimbrel.reading import Unreadable, examine_bytes
from whimbrel.reading.limits import Clock
from whimbrel.reading.line import Lines
from whimbrel.reading.plain import read_plain


def read(text: str) -> Lines:
    """The lines of a text."""
    return read_plain(text, name="made.txt", clock=Clock("made.txt", 60))


def said(text: str) -> list[str]:
    """The words of each line."""
    return [line.text for line in read(text).lines]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\n\n", "\f"])
def test_lines_end_however_they_end(ends: str) -> None:
    assert said(f"1. Eels.{ends}2. Pike.{ends}") == ["1. Eels.", "2. Pike."]


@pytest.mark.parametrize(
    ("lead", "depth"), [("", 0), ("\t", 1), ("\t\t", 2), ("    ", 1), ("   ", 0), ("\t    ", 2)]
)
def test_leading_tabs_are_the_depth(lead: str, depth: int) -> None:
    assert read(f"{lead}(a)\tnets;").lines[0].depth == depth


def test_tabs_inside_are_spaces() -> None:
    assert said("\t(a)\tnets\tand boats;") == ["(a) nets and boats;"]


def test_a_row_broken_off_in_a_sentence_is_joined_again() -> None:
    assert said("1. Eels swim up\nthe rivers.\n2. Pike rest.") == [
        "1. Eels swim up the rivers.",
        "2. Pike rest.",
    ]


def test_a_row_after_the_end_of_a_sentence_stands_alone() -> None:
    assert said("Parties shall:\ncount eels;\nrest.") == ["Parties shall:", "count eels;", "rest."]


WRAPPED = "\n".join(
    [
        "1. Eels are known to swim up the rivers of the east in spring,",
        "and down again in autumn, when the water of the lakes is low-",
        "er than the weirs, and they are known to be non-",
        "migratory nowhere. They rest in winter.",
        "",
        "2. Pike are known to rest in the reeds of the lakes of the east",
        "in spring, and to hunt for small fish in summer and in autumn",
        "when the water is warm.",
        "   (a) small pike hunt for the smallest fish, as everybody knows",
        "   who has fished;",
        "   (b) large pike hunt for small pike, as everybody knows too who",
        "   has fished.",
        "",
        "3. Perch are known to hunt in swarms in the lower lakes of the east.",
    ]
)


def test_wrapped_rows_are_paragraphs_again() -> None:
    found = said(WRAPPED)
    assert len(found) == 5
    assert found[0].endswith(
        "water of the lakes is lower than the weirs, "
        "and they are known to be non-migratory nowhere. They rest in winter."
    )
    assert (
        found[2] == "(a) small pike hunt for the smallest fish, as everybody knows who has fished;"
    )


def test_rows_between_pipes_are_a_table() -> None:
    found = read("| River | Eels |\n| East | 3 | 4 |\nWords.").lines
    assert found[0].rows == (("River", "Eels", ""), ("East", "3", "4"))
    assert found[1].text == "Words."


def test_a_table_at_the_end_is_not_lost() -> None:
    assert read("Words.\n| River | Eels |").lines[-1].rows == (("River", "Eels"),)


@pytest.mark.parametrize("rule", ["-----", "=====", "____", "  ----- "])
def test_rules_are_left_out(rule: str) -> None:
    assert said(f"Eels.\n{rule}\nPike.") == ["Eels.", "Pike."]


def test_a_table_of_contents_is_left_out_and_remarked() -> None:
    found = read(
        "A/99/1\nContents\nI. Rivers\t3\nII. Lakes\t5\nIII. Seas\t9\nI. Rivers\n1. Eels swim."
    )
    assert [line.text for line in found.lines] == ["A/99/1", "I. Rivers", "1. Eels swim."]
    assert found.remarks == ("a table of contents of 4 line(s) left out",)


def test_one_row_that_ends_in_a_number_is_no_table_of_contents() -> None:
    assert said("Eels counted\t3\nPike rest.") == ["Eels counted 3", "Pike rest."]


def test_items_without_indents_nest_by_their_labels() -> None:
    text = "1. Asks:\n\n(a) nets:\n\n(i) old;\n\n(ii) new;\n\n(b) boats.\n"
    document = examine_bytes(text.encode(), name="made.txt").document
    assert [placed.address for placed in walk(document)] == [
        "para_1",
        "para_1__a",
        "para_1__a__i",
        "para_1__a__ii",
        "para_1__b",
    ]


@given(st.one_of(st.text(), texts(30), st.text("ab \t\n\r|.()1-—", max_size=80)))
def test_any_text_gives_a_document_or_a_refusal(text: str) -> None:
    try:
        found = examine_bytes(text.encode("utf-8", "replace"), name="any.txt")
    except Unreadable as refused:
        assert refused.remedy
        return
    assert found.document.nodes or found.document.summary or found.document.masthead.lines


@given(st.text("ab \t\n\r|.()1-—", max_size=80))
def test_no_letters_are_lost_outside_tables_of_contents(text: str) -> None:
    found = read(text)
    kept = sum(
        line.text.count("b") + sum(cell.count("b") for row in line.rows for cell in row)
        for line in found.lines
    )
    assert found.remarks or kept == text.count("b")
