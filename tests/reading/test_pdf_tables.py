"""A grid of strokes with words in it is a table."""

from tests.reading.sheet import LEFT, TOP, Sheet, pdf
from whimbrel.reading.limits import Clock, Limits
from whimbrel.reading.line import Line
from whimbrel.reading.pdf import read_pdf

CELLS = (("Year", "Birds", "Nests"), ("2023", "412", "96"), ("2024", "430", "101"))


def lines(*sheets: Sheet) -> tuple[Line, ...]:
    return read_pdf(
        pdf(sheets), name="made.pdf", limits=Limits(), clock=Clock("made.pdf", 60)
    ).lines


def table(sheet: Sheet, cells: tuple[tuple[str, ...], ...], top: float) -> None:
    width, height = 100, 20
    bottom = top - height * len(cells)
    for at in range(len(cells) + 1):
        sheet.rule(LEFT, LEFT + width * len(cells[0]), top - at * height)
    for at in range(len(cells[0]) + 1):
        sheet.bar(LEFT + at * width, bottom, top)
    for down, row in enumerate(cells):
        for right, cell in enumerate(row):
            sheet.say(LEFT + right * width + 4, top - down * height - 14, cell)


def test_a_ruled_table_stands_between_the_paragraphs_around_it() -> None:
    sheet = Sheet().say(LEFT, TOP, "The counts were as follows:").say(LEFT, 560, "They will go on.")
    table(sheet, CELLS, 700)
    before, found, after = lines(sheet)
    assert before.text == "The counts were as follows:"
    assert found.rows == CELLS
    assert found.text == ""
    assert after.text == "They will go on."


def test_a_table_that_goes_on_over_the_page_repeats_its_head_once() -> None:
    first, second = Sheet(), Sheet()
    table(first, CELLS[:2], 200)
    table(second, (CELLS[0], CELLS[2]), 700)
    assert [line.rows for line in lines(first, second)] == [CELLS]


def test_the_lines_of_one_cell_are_joined() -> None:
    sheet = Sheet()
    table(sheet, (("Place", "Finding"), ("Delta", "Reed beds")), 700)
    sheet.say(LEFT + 104, 661, "were cut")
    assert lines(sheet)[0].rows == (("Place", "Finding"), ("Delta", "Reed beds were cut"))


def test_a_box_around_words_is_no_table() -> None:
    sheet = Sheet()
    table(sheet, (("The document proposes new decisions.",),), 700)
    assert [line.text for line in lines(sheet)] == ["The document proposes new decisions."]
