"""Footnotes leave the page foot; their calls stay in the words."""

import pytest

from tests.reading.sheet import LEADING, LEFT, TOP, Sheet, pdf
from whimbrel.reading.limits import Clock, Limits
from whimbrel.reading.line import Lines
from whimbrel.reading.pdf import read_pdf

FILL = (
    "of the wetlands that were named in the annex to the plan of work adopted at the last meeting"
)


def read(*sheets: Sheet) -> Lines:
    return read_pdf(pdf(sheets), name="made.pdf", limits=Limits(), clock=Clock("made.pdf", 60))


def said(found: Lines) -> list[str]:
    return [
        "".join(f"[{run.note}]" if run.note else run.text for run in line.runs)
        for line in found.lines
    ]


def notes(found: Lines) -> dict[str, str]:
    return {key: "".join(run.text for run in runs) for key, runs in found.notes.items()}


def page(*calls: str) -> Sheet:
    """A paragraph with a call after its first words, and rows of text below."""
    sheet = Sheet().say(LEFT, TOP, "Recalling the Charter")
    x = 163.0
    for call in calls:
        sheet.say(x, TOP + 4, call, size=6)
        x += 3 * len(call)
    sheet.say(x + 3, TOP, "and the rules of procedure,")
    sheet.rows([f"{FILL} {sum(map(len, calls))}."] * 10, y=TOP - 40)
    return sheet


def foot(sheet: Sheet, y: float, marker: str, *rows: str, size: float = 10) -> float:
    sheet.say(LEFT, y, marker, size=size)
    return sheet.rows(rows, x=108, y=y, size=size)


def test_notes_in_the_size_of_the_body_are_told_by_their_rule() -> None:
    sheet = page("1", "2")
    sheet.rule(LEFT, 190, 112)
    foot(sheet, 100, "1", "United Nations, Treaty Series, vol. 12.")
    foot(sheet, 80, "2", "Ibid., chap. I,", "resolution 2.")
    found = read(sheet)
    assert said(found)[0] == "Recalling the Charter[1][2] and the rules of procedure,"
    assert notes(found) == {
        "1": "United Nations, Treaty Series, vol. 12.",
        "2": "Ibid., chap. I, resolution 2.",
    }


def test_small_notes_are_told_without_a_rule() -> None:
    sheet = page("1")
    sheet.say(LEFT, 103, "1", size=5).say(LEFT + 5, 100, "See document 7.", size=8)
    assert notes(read(sheet)) == {"1": "See document 7."}


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    first, second = page("1"), page("2")
    first.rule(LEFT, 190, 112)
    foot(first, 100, "1", "Official Records, Supplement No. 5, and the")
    second.rule(LEFT, 190, 112)
    second.say(108, 100, "corrigendum to it.")
    foot(second, 80, "2", "Ibid.")
    found = read(first, second)
    assert notes(found) == {
        "1": "Official Records, Supplement No. 5, and the corrigendum to it.",
        "2": "Ibid.",
    }
    assert not any("corrigendum" in line for line in said(found))


def test_markers_that_start_again_on_each_page_stay_apart() -> None:
    sheets = []
    for at, text in enumerate(("First.", "Second.")):
        sheet = page("1", *["*"] * at)
        sheet.rule(LEFT, 190, 112)
        foot(sheet, 100, "1", text)
        sheets.append(sheet)
    found = read(*sheets)
    assert notes(found) == {"1": "First.", "1~2": "Second."}
    assert [line[:26] for line in said(found) if "[1" in line] == [
        "Recalling the Charter[1] a",
        "Recalling the Charter[1~2]",
    ]


@pytest.mark.parametrize(
    ("before", "raised", "after"),
    [("the 15", "th", "meeting"), ("an area of 12 km", "2", "of reeds")],
)
def test_raised_letters_and_powers_stay_in_the_words(before: str, raised: str, after: str) -> None:
    sheet = Sheet().say(LEFT, TOP, before).say(160, TOP + 4, raised, size=6)
    sheet.say(175, TOP, after)
    assert f"{before}{raised} {after}" in said(read(sheet))[0].replace(" " + raised, raised)


def test_a_raised_number_without_a_note_is_not_glued_to_the_word() -> None:
    assert said(read(page("4")))[0] == "Recalling the Charter and the rules of procedure,"


def test_numbered_paragraphs_at_the_foot_are_no_notes() -> None:
    sheet = page()
    y = TOP - 40 - 11 * LEADING
    sheet.say(LEFT, y, "1.").say(108, y, "Requests the Secretariat to report.")
    found = read(sheet)
    assert not found.notes
    assert said(found)[-1] == "1. Requests the Secretariat to report."
