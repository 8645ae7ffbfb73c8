"""Markdown as converters leave it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NASTY, texts
from whimbrel.document import Run
from whimbrel.reading import Unreadable, examine_bytes
from whimbrel.reading.limits import Clock
from whimbrel.reading.line import Line, Lines
from whimbrel.reading.markdown import read_markdown
from whimbrel.reading.markdown_rows import RowKind, rows_of

TOP = (
    "UNEP/XYZ/COP9/Doc.7.2\n\n2 April 2025\n\n**RIVERS AND EELS**\n\n"
    "(Prepared by the Secretariat)\n\n**Background**\n\n"
)


def read(text: str) -> Lines:
    """The lines of a Markdown text."""
    return read_markdown(text, name="made.md", clock=Clock("made.md", 60))


def said(*rows: str) -> list[str]:
    """The words of each line below a masthead."""
    found = read(TOP + "\n\n".join(rows)).lines
    return [line.text for line in found[5:]]


@pytest.mark.parametrize(
    ("rows", "joined"),
    [
        (
            ("1. Eels swim up the rivers of the", "east and the west."),
            ["1. Eels swim up the rivers of the east and the west."],
        ),
        (("1. Eels swim in", "", "page 3", "", "Ruritania."), ["1. Eels swim in Ruritania."]),
        (("1. Eels swim in", "12", "Ruritania."), ["1. Eels swim in Ruritania."]),
        (
            ("1. Eels swim in", "UNEP/XYZ/COP9/Doc.7.2", "Ruritania."),
            ["1. Eels swim in Ruritania."],
        ),
        (("1. Eels swim.", "2. Pike rest."), ["1. Eels swim.", "2. Pike rest."]),
        (
            ("1. Parties shall:", "(a) count eels,", "(b) rest."),
            ["1. Parties shall:", "(a) count eels,", "(b) rest."],
        ),
        (("1. See Decision No.", "12 of the Bureau."), ["1. See Decision No. 12 of the Bureau."]),
        (("1. Eels swim.", "They rest in winter."), ["1. Eels swim.", "They rest in winter."]),
        (
            ("1. Eels swim", "**Weirs**", "2. Pike rest."),
            ["1. Eels swim", "Weirs", "2. Pike rest."],
        ),
    ],
)
def test_a_paragraph_cut_by_a_page_break_is_one_again(
    rows: tuple[str, ...], joined: list[str]
) -> None:
    assert said(*rows) == joined


def test_a_recital_is_not_glued_to_the_formula_after_it() -> None:
    found = said(
        "*Noting* the report of the Bureau on eels, and",
        "*The Conference of the Parties to the Convention*",
        "1. Urges all.",
    )
    assert found[1] == "The Conference of the Parties to the Convention"


@pytest.mark.parametrize(
    ("row", "text", "mark"),
    [
        ("- 32. Eels swim.", "32. Eels swim.", True),
        (" - (a) nets;", "(a) nets;", True),
        ("* nets;", "nets;", True),
        ("• nets;", "nets;", True),
        ("32\\. Eels swim.", "32. Eels swim.", False),
        ("\\(a\\) nets;", "(a) nets;", False),
    ],
)
def test_numbers_are_freed_from_list_marks_and_escapes(row: str, text: str, mark: bool) -> None:
    line = read(TOP + row).lines[-1]
    assert (line.text, line.mark) == (text, mark)


def test_bullets_are_placed_by_their_indent() -> None:
    found = read(TOP + "1. Fish:\n\n- small;\n\n  - pike;\n\n- large.").lines[-3:]
    assert [line.depth for line in found] == [0, 1, 0]


def test_an_indented_bullet_stands_under_the_one_above() -> None:
    text = TOP + "1. Fish:\n\n- small:\n\n  - perch;\n\n  - ruffe;\n\n- large."
    document = examine_bytes(text.encode(), name="made.md").document
    bullets = document.nodes[0].children[0].children
    assert [(item.text, len(item.children)) for item in bullets] == [("small:", 2), ("large.", 0)]


@pytest.mark.parametrize(
    ("call", "note"),
    [
        ("eels[^1] swim", "[^1]: Anguilla."),
        ("eels<sup>1</sup> swim", "<sup>1</sup> Anguilla."),
        ("eels<sup>1</sup> swim", "1 Anguilla."),
    ],
)
def test_footnotes_are_taken_out_and_called(call: str, note: str) -> None:
    found = read(TOP + f"1. The {call} far.\n\n{note}\n\n2. Pike rest.")
    assert {key: runs[0].text for key, runs in found.notes.items()} == {"1": "Anguilla."}
    assert Run(note="1") in found.lines[5].runs
    assert [line.text for line in found.lines[5:]] == ["1. The eels swim far.", "2. Pike rest."]


def test_a_call_glued_to_its_word_becomes_a_call_again() -> None:
    found = read(
        TOP + "1. The Convention on Eels,1 as amended.\n\n<sup>1</sup> A treaty.\n\n2. Pike rest."
    )
    assert found.lines[5].runs == (
        Run(text="1. The Convention on Eels,"),
        Run(note="1"),
        Run(text=" as amended."),
    )


def test_a_number_that_is_no_call_stays() -> None:
    found = read(TOP + "1. In 2001 there were 1 eel and 31 pike.\n\n<sup>1</sup> A note.")
    assert found.lines[5].text == "1. In 2001 there were 1 eel and 31 pike."


def test_a_call_without_a_note_is_dropped() -> None:
    assert said("1. Eels[^7] swim.") == ["1. Eels swim."]


def test_notes_with_one_marker_stay_two() -> None:
    found = read(TOP + "1. Eels[^1] swim.\n\n[^1]: First.\n\n[^1]: Second.")
    assert list(found.notes) == ["1", "1~2"]


@pytest.mark.parametrize(
    ("row", "level", "text"),
    [
        ("# Rivers", 1, "Rivers"),
        ("### Weirs ###", 3, "Weirs"),
        ("#Rivers", None, "#Rivers"),
        ("## *Nets*", 2, "Nets"),
    ],
)
def test_headings_are_told_by_their_hashes(row: str, level: int | None, text: str) -> None:
    line = read(TOP + row + "\n\n1. Eels swim.").lines[5]
    assert (line.heading, line.text) == (level, text)


def test_a_row_all_in_bold_is_bold() -> None:
    assert [
        line.bold for line in read("**Rivers**\n\n**Rivers** and eels\n\n**Weirs**:").lines
    ] == [True, False, True]


def test_a_table_is_read_and_its_divider_left_out() -> None:
    found = read("| River | Eels |\n| --- | ---: |\n| *East* \\| West | 3 |\n| North |\n\nWords.")
    assert found.lines[0].rows == (("River", "Eels"), ("East | West", "3"), ("North", ""))
    assert found.lines[1].text == "Words."


def test_a_masthead_in_a_table_with_breaks_is_read_line_by_line() -> None:
    cell = "Distribution: General<br>UNEP/XYZ/COP9/Doc.7.2<br/>2 April 2025"
    text = f"| RIVERS | {cell} |\n|---|---|\n\n**Background**\n\n1. Eels swim up the rivers."
    masthead = examine_bytes(text.encode(), name="made.md").document.masthead
    assert (masthead.symbol, str(masthead.date)) == ("UNEP/XYZ/COP9/Doc.7.2", "2025-04-02")


def test_rows_of_one_width_are_one_paragraph() -> None:
    text = (
        "Eels are known to swim up the rivers of the east in the spring\n"
        "of every year, and they are known to rest in the winter, when\n"
        "the rivers freeze.\n\n"
        "1. Next paragraph of this text, which is as wide as the others."
    )
    assert read(text).lines[0].text.endswith("winter, when the rivers freeze.")
    assert len(read(text).lines) == 2


@pytest.mark.parametrize("row", ["page 3", "Page 3 of 9", "3/9", "- 3 -", "23-12345 (E)", "3"])
def test_page_numbers_are_furniture(row: str) -> None:
    assert [found.kind for found in rows_of(f"Eels.\n\n{row}\n\nPike.")] == [
        RowKind.TEXT,
        RowKind.FURNITURE,
        RowKind.TEXT,
    ]


@pytest.mark.parametrize("row", ["3 eels", "1. Eels", "Page 3 tells more", "2023-2024 was dry"])
def test_words_with_numbers_are_no_furniture(row: str) -> None:
    assert rows_of(f"Eels.\n\n{row}")[1].kind is RowKind.TEXT


def test_a_rule_and_a_foreign_front_matter_are_left_out() -> None:
    assert [line.text for line in read("---\ntitle: x\n---\n\nEels.\n\n***\n\nPike.").lines] == [
        "Eels.",
        "Pike.",
    ]


def test_the_place_is_the_row_in_the_file() -> None:
    assert [line.place for line in read("Eels.\n\n\nPike.").lines] == ["line 1", "line 4"]


@given(
    st.one_of(
        st.text(),
        texts(30),
        st.lists(st.sampled_from((*NASTY, "\n", "\n\n", "| a |\n")), max_size=40).map("".join),
    )
)
def test_any_text_gives_a_document_or_a_refusal(text: str) -> None:
    try:
        found = examine_bytes(text.encode("utf-8", "replace"), name="any.md")
    except Unreadable as refused:
        assert str(refused).startswith("any.md")
        return
    document = found.document
    assert document.nodes or document.summary or document.masthead.lines


@given(texts(30))
def test_any_text_can_be_read_as_markdown_itself(text: str) -> None:
    assert all(isinstance(line, Line) and (line.runs or line.rows) for line in read(text).lines)
