"""Pieces of a page become rows, column after column."""

from tests.reading.sheet import LEADING, LEFT, TOP, Sheet, pdf
from whimbrel.reading.limits import Clock, Limits
from whimbrel.reading.pdf import open_pages
from whimbrel.reading.pdf_columns import rows_of
from whimbrel.reading.pdf_rows import Row

WORDS = "The reed beds of the delta were"


def rows(*sheets: Sheet) -> list[Row]:
    pages, _ = open_pages(
        pdf(sheets), name="made.pdf", limits=Limits(), clock=Clock("made.pdf", 60)
    )
    return [row for page in rows_of(pages) for row in page]


def test_a_raised_number_stays_on_its_row() -> None:
    sheet = Sheet().say(LEFT, TOP, "the Charter").say(117, TOP + 4, "3", size=6)
    sheet.say(122, TOP, "and the rules")
    assert [row.text for row in rows(sheet)] == ["the Charter3 and the rules"]


def test_a_comma_that_stands_a_little_apart_gets_no_space() -> None:
    sheet = Sheet().say(LEFT, TOP, "wetlands").say(LEFT + 40, TOP, ", and marshes")
    assert [row.text for row in rows(sheet)] == ["wetlands, and marshes"]


def test_rows_are_read_from_the_top_whatever_their_order_in_the_file() -> None:
    sheet = Sheet().say(LEFT, 100, "last").say(LEFT, 700, "first").say(LEFT, 400, "middle")
    assert [row.text for row in rows(sheet)] == ["first", "middle", "last"]


def test_a_label_joins_the_words_on_its_baseline() -> None:
    sheet = Sheet().say(110, TOP, "Requests the Secretariat").say(LEFT, TOP, "8.")
    found = rows(sheet)
    assert [row.text for row in found] == ["8. Requests the Secretariat"]
    assert found[0].labelled


def two_columns() -> Sheet:
    sheet = Sheet()
    sheet.say(
        LEFT, 750, "A heading that runs across both of the columns of this page, left and right"
    )
    for at in range(12):
        y = TOP - at * LEADING
        sheet.say(320, y, f"{WORDS} east {at}").say(LEFT, y, f"{WORDS} west {at}")
    return sheet


def test_two_columns_are_read_one_after_the_other() -> None:
    found = [row.text for row in rows(two_columns())]
    assert found[0].startswith("A heading")
    assert found[1:] == [f"{WORDS} {side} {at}" for side in ("west", "east") for at in range(12)]


def test_a_page_of_few_rows_keeps_the_columns_of_the_others() -> None:
    last = Sheet().say(320, TOP, "right").say(LEFT, TOP, "left").say(LEFT, 600, "below left")
    assert [row.text for row in rows(two_columns(), last)][-3:] == ["left", "below left", "right"]


def test_labels_beside_their_paragraphs_are_no_column() -> None:
    sheet = Sheet()
    for at in range(12):
        y = TOP - at * LEADING
        sheet.say(LEFT, y, f"{at + 1}.").say(
            110, y, f"{WORDS} seen again, {WORDS} full of birds {at}"
        )
    assert all(row.column == 0 for row in rows(sheet))
    assert len(rows(sheet)) == 12
