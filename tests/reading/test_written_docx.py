"""A Word file that Whimbrel wrote is read back exactly, and after somebody worked on it as it is
now."""

from hypothesis import given, settings

from tests.builders import documents, progress_report
from whimbrel.document import Document
from whimbrel.reading.docx_package import Package
from whimbrel.reading.limits import Clock, Limits
from whimbrel.reading.written_docx import document_of
from whimbrel.writing.docx import docx_of


def strictly(data: bytes, *, original: bool = False) -> Document:
    """What the strict reader makes of a file."""
    package = Package(data, name="a file", limits=Limits())
    return document_of(package, Clock("a file", seconds=60), original=original)


def test_a_report_is_read_back_as_it_was() -> None:
    assert strictly(docx_of(progress_report())) == progress_report()


@settings(max_examples=150, deadline=None)
@given(documents())
def test_any_document_is_read_back_as_it_was(document: Document) -> None:
    assert strictly(docx_of(document)) == document
