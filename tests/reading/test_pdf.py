"""A PDF becomes blocks in reading order, footnotes apart; a bad one is refused with what to do."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reading.sheet import LEADING, LEFT, TOP, Sheet, pdf
from tests.tools import corpus
from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import Clock, Limits
from whimbrel.reading.line import Lines
from whimbrel.reading.pdf import read_pdf

PARAGRAPH = (
    "The Working Group met twice between the sessions and considered the comments that it had been",
    "sent by Parties and observers on the first draft of guidelines for restoring wetlands, and",
    "agreed to forward the second draft to the Committee.",
)
LOCKED = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'5a' * 32}>/U<{'a5' * 32}>>>/ID[<01><01>]"
STRANGE = "/Encrypt<</Filter/Strange/V 9>>/ID[<01><01>]"


def read(data: bytes, limits: Limits | None = None, seconds: float = 60) -> Lines:
    return read_pdf(
        data, name="made.pdf", limits=limits or Limits(), clock=Clock("made.pdf", seconds)
    )


def texts(*sheets: Sheet) -> list[str]:
    return [line.text for line in read(pdf(sheets)).lines]


def sheet_with(*rows: str) -> Sheet:
    sheet = Sheet()
    sheet.rows(rows)
    return sheet


@pytest.mark.parametrize(
    ("data", "cause", "remedy"),
    [
        (b"", "empty", "again"),
        (b"no PDF at all", "damaged", "again"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 9, "damaged", "again"),
        (pdf([sheet_with(*PARAGRAPH)])[:60], "damaged", "again"),
        (pdf([sheet_with(*PARAGRAPH)], LOCKED), "password", "without a password"),
        (pdf([sheet_with(*PARAGRAPH)], STRANGE), "protected", "without protection"),
        (pdf([]), "damaged", "again"),
        (pdf([Sheet(), Sheet()]), "scan", "OCR"),
    ],
)
def test_a_bad_file_is_refused_with_cause_and_remedy(data: bytes, cause: str, remedy: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(data)
    assert refused.value.file == "made.pdf"
    assert cause in refused.value.cause
    assert remedy in refused.value.remedy


def test_a_file_of_too_many_pages_is_refused() -> None:
    with pytest.raises(Unreadable, match="3 pages, more than the 2"):
        read(pdf([sheet_with("One")] * 3), Limits(pages=2))


def test_a_file_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(Unreadable, match="longer than -1 seconds") as stopped:
        read(pdf([sheet_with("One")]), seconds=-1)
    assert stopped.value.place == "page 1"


def test_a_page_without_text_among_others_is_remarked() -> None:
    found = read(pdf([sheet_with(*PARAGRAPH), Sheet()]))
    assert any("without text" in remark and "2" in remark for remark in found.remarks)


def test_the_rows_of_a_paragraph_become_one_line() -> None:
    assert texts(sheet_with(*PARAGRAPH)) == [" ".join(PARAGRAPH)]


def test_every_line_says_its_page() -> None:
    found = read(pdf([sheet_with("First."), sheet_with("Second.")]))
    assert [line.place for line in found.lines] == ["page 1", "page 2"]


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    first, second = Sheet(), Sheet()
    y = first.rows(PARAGRAPH)
    first.rows(PARAGRAPH[:2], y=y - 8)
    y = second.rows(PARAGRAPH[2:])
    second.rows(PARAGRAPH, y=y - 8)
    assert texts(first, second) == [" ".join(PARAGRAPH)] * 3


def test_headers_and_page_numbers_are_left_out_but_not_the_masthead() -> None:
    sheets = []
    for number in range(1, 5):
        sheet = Sheet()
        sheet.say(LEFT, 760, "WET/COP9/Doc.12")
        sheet.say(300, 40, f"{number}")
        if number == 1:
            sheet.say(LEFT, 740, "CONVENTION ON MARSHES")
        sheet.say(LEFT, TOP - 20 * number, f"Paragraph {'abcd'[number - 1]} stands by itself.")
        sheets.append(sheet)
    found = read(pdf(sheets))
    assert [line.text for line in found.lines] == [
        "WET/COP9/Doc.12",
        "CONVENTION ON MARSHES",
        *(f"Paragraph {letter} stands by itself." for letter in "abcd"),
    ]
    assert any("headers and footers" in remark for remark in found.remarks)


def test_the_words_of_a_page_on_its_side_are_read_upright() -> None:
    sheet = Sheet(rotate=90)
    for at, row in enumerate(PARAGRAPH):
        sheet.say(100 + at * LEADING, 72, row, matrix="0 1 -1 0")
    assert texts(sheet) == [" ".join(PARAGRAPH)]


def test_words_across_the_page_are_left_out_and_remarked() -> None:
    sheet = sheet_with(*PARAGRAPH)
    sheet.say(20, 300, "DRAFT", matrix="0 1 -1 0")
    found = read(pdf([sheet]))
    assert [line.text for line in found.lines] == [" ".join(PARAGRAPH)]
    assert any("across the page" in remark for remark in found.remarks)


def test_a_link_leads_where_its_area_leads() -> None:
    sheet = Sheet()
    sheet.say(LEFT, TOP, "See ").say(95, TOP, "the report").say(140, TOP, "of the group.")
    sheet.link(94, TOP - 3, 138, TOP + 9, "https://example.org/report")
    runs = read(pdf([sheet])).lines[0].runs
    assert [(run.text, run.href) for run in runs if run.href] == [
        ("the report", "https://example.org/report")
    ]


def test_italic_and_bold_words_are_told_by_their_fonts() -> None:
    sheet = Sheet()
    sheet.say(LEFT, TOP, "Urges", "italic").say(98, TOP, "all Parties;")
    sheet.say(LEFT, TOP - 40, "Matters arising", "bold")
    lines = read(pdf([sheet])).lines
    assert [(run.text, run.italic) for run in lines[0].runs] == [
        ("Urges", True),
        (" all Parties;", False),
    ]
    assert [line.bold for line in lines] == [False, True]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400))
def test_random_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read(b"%PDF-1.4\n" + data)


WHOLE = pdf([sheet_with(*PARAGRAPH), sheet_with("8. Requests the Secretariat to report.")])


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=8))
def test_a_file_with_wrong_bytes_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for at, value in changes:
        data[at] = value
    try:
        found = read(bytes(data))
    except Unreadable as error:
        assert error.remedy
    else:
        assert found.lines or found.notes


WORDS = ("marsh", "delta", "heron", "reeds", "crane", "tidal", "otter", "Lagoon", "Wader;")
PLACES = st.tuples(
    st.sampled_from(WORDS),
    st.integers(0, 560),
    st.integers(0, 780),
    st.sampled_from((0.5, 6, 8, 10, 14, 40)),
    st.sampled_from(("roman", "bold", "italic")),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PLACES, min_size=1, max_size=25, unique_by=lambda place: place[1:3]))
def test_no_word_is_lost_wherever_it_stands(
    places: list[tuple[str, int, int, float, str]],
) -> None:
    sheet = Sheet()
    for word, x, y, size, font in places:
        sheet.say(x, y, word, font, size)
    found = read(pdf([sheet]))
    text = " ".join(line.text + " ".join(map(" ".join, line.rows)) for line in found.lines)
    text += " ".join("".join(run.text for run in runs) for runs in found.notes.values())
    assert {word for word, *_ in places if word not in text} == set()


@pytest.mark.parametrize("matrix", ["0 0 0 0", "1e30 0 0 1e30", "1 1 1 1", "-1 0 0 -1", "1 0 0 -1"])
def test_words_in_a_broken_matrix_do_no_harm(matrix: str) -> None:
    sheet = sheet_with(*PARAGRAPH).say(100, 300, "Broken", matrix=matrix)
    assert read(pdf([sheet])).lines[0].text == " ".join(PARAGRAPH)


def test_the_seed_document_has_no_running_header_and_every_paragraph() -> None:
    path = corpus("seed", "UNEP-CMS-COP15-Doc.18.1.pdf")
    lines = read(path.read_bytes()).lines
    numbers = [line.text.split(".")[0] for line in lines if line.text.split(".")[0].isdigit()]
    assert [n for n in numbers if n != "14"] == [str(n) for n in range(1, 47) if n != 14]
    assert sum(line.text == "UNEP/CMS/COP15/Doc.18.1" for line in lines) == 1
