"""A paper as PDF: its words are there, whatever they look like, and its pages can be read aloud."""

import re

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import documents, paragraph, progress_report
from whimbrel.document import Document
from whimbrel.writing.pdf import pdf_of


def text_of(data: bytes) -> str:
    """All text of a PDF."""
    pdf = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_bounded() for page in pdf]
    pdf.close()
    return "\n".join(pages)


def test_a_report_is_printed_with_its_words() -> None:
    text = text_of(pdf_of(progress_report()))
    for words in (
        "Original: English",
        "Decisions 8.3 and 8.4",
        "8.3",
        "a)",
        "ANNEX 1",
        "Page 2 of",
    ):
        assert words in text


HOSTILE = (
    "#import", "#read(\"/etc/passwd\")", "$x^2$", "\\", "\\u{41}", "= Heading", "- item", "*bold*",
    "_it_", "`raw`", "<label>", "@ref", "//", "/*", "~", "#{", "]", "[", "\"", "'", "--", "...",
)  # fmt: skip


@settings(max_examples=10, deadline=None)
@given(st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=6))
def test_what_looks_like_markup_is_printed_as_words(pieces: list[str]) -> None:
    words = " ".join(pieces)
    text = text_of(pdf_of(Document(nodes=(paragraph(words, label="1."),))))
    assert "".join(words.split()) in re.sub(r"\s", "", text)


@settings(max_examples=10, deadline=None)
@given(documents())
def test_any_document_can_be_printed(document: Document) -> None:
    assert pdf_of(document).startswith(b"%PDF-")


def test_the_pages_are_tagged_and_say_title_and_language() -> None:
    data = pdf_of(progress_report())
    assert b"/StructTreeRoot" in data or b"/MarkInfo" in data
    pdf = pypdfium2.PdfDocument(data)
    assert pdf.get_metadata_dict()["Title"] == "Cooperation with river basin commissions"
    assert [one.get_title() for one in pdf.get_toc()][:2] == ["I. Background", "II. Progress"]
    assert re.search(rb"/Lang ?\(en", data)
    assert b"pdfuaid" in data
    pdf.close()


def test_one_document_gives_one_file() -> None:
    assert pdf_of(progress_report()) == pdf_of(progress_report())


def test_a_house_style_that_does_not_exist_is_named() -> None:
    with pytest.raises(ValueError, match=r"no house style 'xyz'; there are .*cms"):
        pdf_of(progress_report(), style="xyz")
