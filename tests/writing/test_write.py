"""One door to all writers."""

import pytest

from tests.builders import paragraph, progress_report
from whimbrel.document import Document
from whimbrel.document.cited import Cited
from whimbrel.writing import Form, write


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("json", '{"whimbrel": {"version": 1'),
        ("akn", '<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso'),
        ("html", "<!DOCTYPE html>"),
        ("md", "---\nwhimbrel: 1\nform: markdown\n"),
        ("text", "---\nwhimbrel: 1\nform: text\n"),
    ],
)
def test_every_form_begins_by_saying_what_it_is(form: str, start: str) -> None:
    assert write(progress_report(), form).startswith(start)
    assert write(progress_report(), form).endswith("\n")


def test_a_form_that_is_not_written_is_refused() -> None:
    with pytest.raises(ValueError, match="docx"):
        write(progress_report(), "docx")


def test_what_is_not_in_normal_form_is_brought_into_it() -> None:
    assert write(Document(nodes=(paragraph(" a  b "),)), Form.TEXT).endswith("---\n\na b\n")


def test_citations_reach_the_forms_that_show_them() -> None:
    document = Document(nodes=(paragraph("see 1/2", label="1."),))
    cited = {
        "para_1": [Cited(surface="1/2", target="A/RES/1/2", iri="/akn/x", url="https://e.org/x")]
    }
    assert '"target": "A/RES/1/2"' in write(document, Form.JSON, citations=cited)
    assert 'href="/akn/x"' in write(document, Form.AKN, citations=cited)
    assert 'href="https://e.org/x"' in write(document, Form.HTML, citations=cited)
