"""Lines tell the rank of headings, and words that were cut at a row's end are whole."""

from tests.reading.sheet import LEFT, TOP, Sheet, pdf
from whimbrel.reading.limits import Clock, Limits
from whimbrel.reading.line import Line
from whimbrel.reading.pdf import read_pdf

TEXT = (
    "The Secretariat took part in the meetings of the group and reported on the state of the coast."
)


def lines(*sheets: Sheet) -> tuple[Line, ...]:
    return read_pdf(
        pdf(sheets), name="made.pdf", limits=Limits(), clock=Clock("made.pdf", 60)
    ).lines


def ranks(*sheets: Sheet) -> list[int | None]:
    return [line.heading for line in lines(*sheets)]


def test_headings_rank_by_size_and_the_title_comes_first() -> None:
    sheet = Sheet()
    sheet.say(LEFT, 700, "PARTNERSHIPS", size=24)
    sheet.say(LEFT, 660, "Background", "bold", 14).say(LEFT, 640, TEXT)
    sheet.say(LEFT, 600, "Work with others", "bold", 12).say(LEFT, 580, TEXT)
    later = Sheet().say(LEFT, 700, "Outlook", "bold", 14).say(LEFT, 660, TEXT)
    later.say(LEFT, 620, "Bycatch", "bold").say(LEFT, 600, TEXT)
    assert ranks(sheet, later) == [0, 1, None, 2, None, 1, None, 3, None]


def test_bold_words_further_in_are_no_heading() -> None:
    sheet = Sheet().say(LEFT, 700, "WADERS", size=24).say(LEFT, 660, "Background", "bold", 14)
    sheet.say(LEFT, 640, TEXT).say(LEFT + 60, 600, "14.8 Directed to Parties", "bold")
    later = Sheet().say(LEFT, 700, "Outlook", "bold", 14).say(LEFT, 660, TEXT)
    assert ranks(sheet, later) == [0, 1, None, None, 1, None]


def test_a_document_in_one_size_ranks_nothing() -> None:
    sheet = Sheet().say(LEFT, 700, "Background", "bold").say(LEFT, 660, TEXT)
    assert ranks(sheet) == [None, None]


def test_the_depth_is_the_rank_of_the_left_edge() -> None:
    sheet = Sheet().say(LEFT, 700, TEXT).say(LEFT + 40, 660, TEXT).say(LEFT + 80, 620, TEXT)
    sheet.say(LEFT + 1, 580, TEXT)
    assert [line.depth for line in lines(sheet)] == [0, 1, 2, 0]


def test_a_cut_word_is_healed_and_keeps_its_dress() -> None:
    sheet = Sheet()
    sheet.say(LEFT, TOP, "the status of the plan and of its further imple-", "italic")
    sheet.say(LEFT, TOP - 13, "mentation in all of the Parties to the instrument,", "italic")
    sheet.say(LEFT, TOP - 26, "and where the implementation is slow.")
    (line,) = lines(sheet)
    assert [(run.text, run.italic) for run in line.runs] == [
        (
            "the status of the plan and of its further implementation in all of the Parties to the "
            "instrument,",
            True,
        ),
        (" and where the implementation is slow.", False),
    ]
