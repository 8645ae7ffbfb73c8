"""Rows make one block or two: by distance, indent, label, and what would have fitted."""

import pytest

from tests.reading.sheet import LEFT, TOP, Sheet, pdf
from whimbrel.reading.limits import Clock, Limits
from whimbrel.reading.line import Line
from whimbrel.reading.pdf import read_pdf

FULL = (
    "The Committee took note of the report on the state of wetlands of the region and thanked a",
    "Party that had offered to host the next meeting, which is planned for spring of next year, in",
    "Harbour.",
)
INDENT = 24.0


def lines(*sheets: Sheet) -> tuple[Line, ...]:
    return read_pdf(
        pdf(sheets), name="made.pdf", limits=Limits(), clock=Clock("made.pdf", 60)
    ).lines


def texts(*sheets: Sheet) -> list[str]:
    return [line.text for line in lines(*sheets)]


def tight(*paragraphs: tuple[str, ...], first: float = 0.0) -> Sheet:
    """Paragraphs without space between them."""
    sheet, y = Sheet(), TOP
    for rows in paragraphs:
        y = sheet.rows(rows, y=y, first=first)
    return sheet


def test_space_between_paragraphs_parts_them() -> None:
    sheet = Sheet()
    y = sheet.rows(FULL)
    sheet.rows(FULL, y=y - 6)
    assert texts(sheet) == [" ".join(FULL)] * 2


def test_a_short_last_row_ends_a_paragraph() -> None:
    assert texts(tight(FULL, FULL, FULL)) == [" ".join(FULL)] * 3


def test_an_indented_row_begins_a_paragraph_though_the_last_one_is_full() -> None:
    assert texts(tight(FULL[:2], FULL[:2], FULL, first=INDENT)) == [
        " ".join(FULL[:2]),
        " ".join(FULL[:2]),
        " ".join(FULL),
    ]


def test_items_that_hang_from_their_labels_are_told_apart_without_space() -> None:
    sheet, y = Sheet(), TOP
    for label in ("(a)", "(b)", "(c)"):
        sheet.say(LEFT, y, label)
        y = sheet.rows(FULL[:2], x=LEFT + 30, y=y)
    assert texts(sheet) == [f"{label} {' '.join(FULL[:2])}" for label in ("(a)", "(b)", "(c)")]


@pytest.mark.parametrize("start", ["(2017), the Committee", "8. of the plan", "(a) above, which"])
def test_a_row_that_only_looks_labelled_goes_on(start: str) -> None:
    rows = (
        FULL[0],
        f"{start} had been taken up again by several Parties at the last meeting but one, in",
        "Harbour.",
    )
    assert texts(tight(rows)) == [" ".join(rows)]


def test_a_semicolon_before_a_capital_ends_a_block() -> None:
    first = (
        FULL[0],
        "Party that had offered to host the next meeting, which is planned for the spring of May;",
    )
    assert texts(tight(first, FULL)) == [" ".join(first), " ".join(FULL)]


def test_a_bold_heading_is_apart_from_the_text_below_it() -> None:
    sheet = Sheet()
    sheet.say(LEFT, TOP, "Matters arising from the last meeting", "bold")
    sheet.rows(FULL, y=TOP - 13)
    found = lines(sheet)
    assert [line.text for line in found] == [
        "Matters arising from the last meeting",
        " ".join(FULL),
    ]
    assert [line.bold for line in found] == [True, False]


def test_the_rows_of_a_centred_title_are_one_block() -> None:
    sheet = tight(FULL)
    sheet.say(
        140, 500, "Report on the conservation status of the waders that rest in the delta", "bold"
    )
    sheet.say(248.7, 487, "and on their prey", "bold")
    assert texts(sheet)[-1].endswith("that rest in the delta and on their prey")


def test_lines_of_a_masthead_are_one_each() -> None:
    sheet = tight(FULL)
    edge = 490
    for at, (text, width) in enumerate(
        (("WET/COP9/Doc.12", 81.4), ("12 March 2024", 60.0), ("Original: English", 70.3))
    ):
        sheet.say(edge - width, 600 - at * 13, text)
    sheet.say(LEFT, 600, "United Nations")
    assert texts(sheet)[-4:] == [
        "United Nations",
        "WET/COP9/Doc.12",
        "12 March 2024",
        "Original: English",
    ]


def test_entries_of_a_table_of_contents_are_one_each() -> None:
    entries = [f"{name} {'.' * 120} {page}" for name, page in (("Opening", 3), ("Reports", 4))]
    assert texts(tight(tuple(entries))) == entries


def test_a_list_with_bullets_over_a_page_break_stays_a_list() -> None:
    sheets = []
    for at in range(2):
        sheet, y = Sheet(), TOP - 20 * at
        for _ in range(3):
            sheet.say(LEFT, y, "•")
            y = sheet.rows(FULL[:2], x=LEFT + 20, y=y) - 6
        sheets.append(sheet)
    assert texts(*sheets) == [f"• {' '.join(FULL[:2])}"] * 6
