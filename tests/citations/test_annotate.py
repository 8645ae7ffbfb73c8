"""Citations for writers."""

import pytest

from tests.builders import paragraph
from whimbrel.citations import annotate, find
from whimbrel.citations.annotate import cited
from whimbrel.document import Document, Masthead

CASES = [
    ("A/RES/78/155", "https://undocs.org/A/RES/78/155",
     "/akn/un/statement/deliberation/unga/2023/78-155/"),
    ("S/RES/2374 (2017)", "https://undocs.org/S/RES/2374(2017)",
     "/akn/un/statement/deliberation/unsc/2017/2374-2017/"),
    ("paragraph 3 above", "#para_3", "#para_3"),
    ("https://example.org/a", "https://example.org/a", "https://example.org/a"),
    ("UNEP/CMS/COP15/Doc.9", None, "/akn/un/doc/document/cms/0001/UNEP-CMS-COP15-Doc.9/"),
    ("Decision 14.3 a)", None, "/akn/un/statement/decision/cms/0001/14.3-a/"),
    ("Article VII", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "url", "iri"), CASES)
def test_a_citation_leads_where_its_text_can_be_read(text, url, iri) -> None:
    (one,) = find(text, body="UNEP/CMS/COP15/Doc.18.1")
    assert (cited(one).url, cited(one).iri) == (url, iri)


def test_writers_get_words_and_places_by_address() -> None:
    text = "Recalling its resolution 77/10"
    document = Document(
        masthead=Masthead(symbol="A/RES/78/900"), nodes=(paragraph(text, label="4."),)
    )
    ((address, (one,)),) = annotate(document).items()
    assert address == "para_4"
    assert one.span(text) == (25, 30)


def test_citations_found_before_are_taken_as_they_are() -> None:
    assert annotate(Document(), {"para_1": ()}) == {"para_1": ()}
