"""What Whimbrel wrote is known again and read back without loss; what was changed is refused or
still read."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.builders import documents, heading, paragraph, progress_report, runs
from tests.tools import corpus
from whimbrel.document import Document, Run
from whimbrel.document.form import BINARY
from whimbrel.document.normal import cleaned, normal, without_marks
from whimbrel.document.runs import tidy
from whimbrel.reading.akoma import read_akoma
from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import Clock
from whimbrel.reading.written import read_written, written_by_us
from whimbrel.reading.written_markdown_words import runs_of
from whimbrel.writing import Form, write
from whimbrel.writing.markdown_words import inline

LOSSLESS = (Form.JSON, Form.AKN, Form.HTML, Form.MARKDOWN)
EXTENSIONS = [pytest.param(form, id=form) for form in Form if form not in BINARY]


def back(document: Document, form: Form) -> Document:
    """Written and read."""
    return read_written(write(document, form).encode(), name="a file")


@pytest.mark.parametrize("form", LOSSLESS)
@settings(max_examples=25)
@given(document=documents())
def test_reading_what_was_written_gives_the_same_document(form: Form, document: Document) -> None:
    assert back(document, form) == document


@settings(max_examples=25)
@given(documents())
def test_plain_text_gives_the_same_document_without_marks(document: Document) -> None:
    assert back(document, Form.TEXT) == without_marks(document)


@settings(max_examples=300)
@given(runs())
def test_one_line_of_markdown_gives_the_same_runs(found: tuple[Run, ...]) -> None:
    line = tidy(map(cleaned, found))
    assert runs_of(inline(line)) == line


@pytest.mark.parametrize("form", EXTENSIONS)
def test_a_report_is_read_back_as_it_was(form: Form) -> None:
    expected = without_marks(progress_report()) if form is Form.TEXT else progress_report()
    assert back(progress_report(), form) == expected


@pytest.mark.parametrize("form", EXTENSIONS)
def test_a_form_is_known_by_its_first_bytes(form: Form) -> None:
    assert written_by_us(write(progress_report(), form).encode()[:1024]) is form
    assert written_by_us(write(Document(), form).encode()) is form


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"---\ntitle: a\n---\n",
        b"whimbrel: 1\n",
        b'{"symbol": null, "whimbrel": 1}',
        b'{"whimbrel": "a bird"}',
        b"<!DOCTYPE html><title>Whimbrel 1</title>",
        b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">',
        b"%PDF-1.7 whimbrel: 1",
    ],
)
def test_what_others_wrote_is_not_taken_for_ours(head: bytes) -> None:
    assert written_by_us(head) is None
    with pytest.raises(Unreadable):
        read_written(head, name="a file")


@pytest.mark.parametrize("form", EXTENSIONS)
def test_line_ends_and_a_byte_order_mark_change_nothing(form: Form) -> None:
    text = write(progress_report(), form)
    windows = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert written_by_us(windows) is form
    assert read_written(windows, name="a file") == back(progress_report(), form)


def test_a_paragraph_that_an_editor_wrapped_is_still_one() -> None:
    text = write(Document(nodes=(paragraph("a word or two", label="1."),)), Form.MARKDOWN)
    wrapped = text.replace("word or", "word\nor")
    assert read_written(wrapped.encode(), name="x").nodes == (
        paragraph("a word or two", label="1."),
    )


@pytest.mark.parametrize(
    ("form", "old", "new", "why"),
    [
        (Form.JSON, '"version": 1', '"version": 2', "version"),
        (Form.JSON, '"kind": "annex"', '"kind": "appendage"', "appendage"),
        (Form.JSON, '"depth": 1', '"depth": 9', "depth 9"),
        (Form.JSON, '"label": "I."', '"label": 1', "string"),
        (Form.JSON, "[23, 38,", "[23, 380,", "mark"),
        (Form.MARKDOWN, "whimbrel: 1", "whimbrel: 2", "version"),
        (Form.MARKDOWN, "<!-- annex -->", "<!-- appendage -->", "appendage"),
        (Form.MARKDOWN, "<!-- annex -->", "<!-- depth 9 -->", "hangs in the air"),
        (Form.MARKDOWN, "date: 2025", "date: spring", "spring"),
        (Form.TEXT, "{annex}", "{depth 9}", "hangs in the air"),
        (Form.TEXT, "symbol:", "cymbal:", "cymbal"),
        (Form.HTML, "Whimbrel 1", "Whimbrel 2", "version"),
        (Form.HTML, "<table>", "<p>typed in</p><table>", "typed in"),
        (Form.HTML, "<i>", "<u>", "has no place"),
        (Form.AKN, ' version="1"/>', ' version="2"/>', "version"),
        (Form.AKN, "</statement>", "", "XML is broken"),
    ],
)
def test_what_was_changed_by_other_hands_is_refused(
    form: Form, old: str, new: str, why: str
) -> None:
    text = write(progress_report(), form)
    assert old in text
    with pytest.raises(Unreadable, match=why) as refusal:
        read_written(text.replace(old, new, 1).encode(), name="a file")
    assert "a file" in str(refusal.value)


def test_bytes_that_are_not_utf8_are_refused_with_their_place() -> None:
    data = write(progress_report(), Form.JSON).encode() + b"\xff"
    with pytest.raises(Unreadable, match=f"byte {len(data) - 1}"):
        read_written(data, name="a file")


@pytest.mark.parametrize("form", EXTENSIONS)
def test_damage_is_read_or_refused_but_never_a_crash(form: Form) -> None:
    dice = random.Random(7)
    whole = write(progress_report(), form).encode()
    refused = 0
    for _ in range(300):
        data = bytearray(whole)
        at = dice.randrange(150, len(data))
        data[at : at + dice.choice((0, 1, 20))] = dice.choice(
            (b"", b"{", b"<", b'"', b"\n\n", b"7")
        )
        try:
            assert isinstance(read_written(bytes(data), name="a file"), Document)
        except Unreadable:
            refused += 1
    assert refused < 300


@pytest.mark.parametrize("form", EXTENSIONS)
def test_nodes_inside_nodes_without_end_are_refused(form: Form) -> None:
    deep = {
        Form.JSON: '{"whimbrel": {"version": 1, "masthead": ' + "[" * 100_000,
        Form.AKN: write(Document(), Form.AKN).replace("<p/>", "<section>" * 5_000),
        Form.HTML: write(progress_report(), Form.HTML).replace(
            "</article>", '<section data-part="body">' + '<div data-kind="item">' * 5_000
        ),
        Form.MARKDOWN: "---\nwhimbrel: 1\nform: markdown\n---\n"
        + "".join(f"\n<!-- depth {depth} -->\nx\n" for depth in range(500)),
        Form.TEXT: "---\nwhimbrel: 1\nform: text\n---\n"
        + "".join(f"\n{{depth {depth}}} x\n" for depth in range(500)),
    }
    with pytest.raises(Unreadable):
        read_written(deep[form].encode(), name="a file")


@pytest.mark.parametrize(
    "mark", ["[^", "](<", "[", "<i>", "*", "\\", "|", "`", "<!-- ", "# ", "> "]
)
@pytest.mark.parametrize("form", ["markdown", "text"])
def test_a_mark_repeated_without_end_costs_no_time(mark: str, form: str) -> None:
    data = f"---\nwhimbrel: 1\nform: {form}\n---\n\n| {mark * 40_000}\n\n{mark * 40_000}".encode()
    started = time.perf_counter()
    try:
        read_written(data, name="a file")
    except Unreadable:
        assert mark in ("](<", "# ", "> ", "<!-- ")
    assert time.perf_counter() - started < 2


def test_the_clock_stops_a_long_reading() -> None:
    clock = Clock("a file", seconds=-1)
    for form in (Form.JSON, Form.HTML, Form.MARKDOWN, Form.TEXT):
        with pytest.raises(Unreadable, match="longer than"):
            read_written(write(progress_report(), form).encode(), name="a file", clock=clock)


def test_three_hundred_pages_take_a_moment() -> None:
    text = "The Secretariat continued to cooperate on issues of common interest, " * 5
    body = tuple(
        heading("Work", *(paragraph(text, label=f"{n}.") for n in range(20))) for _ in range(75)
    )
    for form in (*LOSSLESS, Form.TEXT):
        started = time.perf_counter()
        assert back(normal(Document(nodes=body)), form) == normal(Document(nodes=body))
        assert time.perf_counter() - started < 3, form


def test_resolutions_of_the_united_nations_survive_every_form() -> None:
    paths = sorted(corpus("corpus", "un").glob("*.xml"))
    for path in paths[::4]:
        document = read_akoma(Path(path).read_bytes(), name=path.name)
        for form in LOSSLESS:
            assert back(document, form) == document, (path.name, form)
    assert paths
