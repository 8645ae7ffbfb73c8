"""HTML: a page that is safe, addressed and readable."""

import pytest
from hypothesis import given, settings
from lxml import etree, html

from tests.builders import documents, node, paragraph, progress_report, run
from whimbrel.document import Document, Kind, Masthead, walk
from whimbrel.document.cited import Cited
from whimbrel.writing.html import html_of
from whimbrel.writing.html_page import WORDS, live


def page(document: Document, **more: object) -> etree._Element:
    """The page of a document, parsed."""
    return html.document_fromstring(html_of(document, **more))  # type: ignore[arg-type]


@settings(max_examples=30)
@given(documents())
def test_every_node_has_its_address_and_nothing_can_run(document: Document) -> None:
    root = page(document)
    assert [*root.xpath("//@id")] == [placed.address for placed in walk(document)]
    assert root.xpath("//script | //@onclick | //@onload | //img | //iframe | //link") == []
    assert all(live(href) for href in root.xpath("//@href"))


@pytest.mark.parametrize(
    ("href", "alive"),
    [
        ("https://example.org/", True),
        ("HTTP://example.org", True),
        ("mailto:a@example.org", True),
        ("#para_8", True),
        ("annex.html?x=a:b", True),
        ("../a", True),
        ("javascript:alert(1)", False),
        ("JaVaScript:alert(1)", False),
        ("java script:alert(1)", False),
        ("data:text/html,x", False),
        ("vbscript:x", False),
        ("file:///etc/passwd", False),
        (":x", False),
    ],
)
def test_only_links_that_do_no_harm_live(href: str, alive: bool) -> None:
    assert live(href) is alive
    words = (run("x", href=href),)
    root = page(Document(nodes=(node(Kind.PARAGRAPH, runs=words, label="8."),)))
    assert (href in root.xpath("//@href")) is alive
    assert (href in root.xpath("//@data-href")) is not alive


def test_words_of_another_instrument_are_a_quotation_and_headings_have_levels() -> None:
    root = page(progress_report())
    assert root.xpath("//blockquote/@id") == ["para_1__directed_1"]
    assert root.xpath("//h2/span[@data-runs]/text()") == [
        "Background",
        "Progress",
        "DRAFT DECISIONS",
    ]
    assert root.xpath("//h3/span[@data-runs]/text()") == ["Visits"]
    assert root.xpath("//a[@data-note]/@href") == ["#note_1"]


def test_the_page_has_the_language_of_the_document() -> None:
    assert page(Document(masthead=Masthead(language="fr", symbol="A/1"))).get("lang") == "fr"
    assert "Cote" in html_of(Document(masthead=Masthead(language="fr", symbol="A/1")))
    assert page(Document()).get("lang") is None


def test_every_language_has_every_word() -> None:
    assert {frozenset(words) for words in WORDS.values()} == {frozenset(WORDS["en"])}


def test_a_citation_becomes_a_link_where_it_leads_somewhere_safe() -> None:
    document = Document(nodes=(paragraph("see 1/2 and 3/4", label="1."),))
    cited = [
        Cited(surface="1/2", url="https://example.org/1/2"),
        Cited(surface="3/4", url="javascript:x"),
    ]
    links = page(document, citations={"para_1": cited}).xpath("//a[@data-cited]/@href")
    assert links == ["https://example.org/1/2"]


def test_a_link_to_a_place_that_is_not_in_the_page_does_not_live() -> None:
    root = page(Document(nodes=(node(Kind.PARAGRAPH, runs=(run("x", href="#_top"),)),)))
    assert "#_top" not in root.xpath("//@href")
