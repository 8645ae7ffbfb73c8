"""Akoma Ntoso out and in: valid against the official schema, and nothing lost."""

import pytest
from hypothesis import given, settings
from lxml import etree

from tests.builders import documents, heading, item, node, note, paragraph, progress_report, run
from whimbrel.document import Document, Kind, Masthead
from whimbrel.document.akn import akn_of, statement_name
from whimbrel.document.akn_read import document_of
from whimbrel.document.akn_valid import NoSchema, faults, schema
from whimbrel.document.akn_words import valid_uri
from whimbrel.document.cited import Cited
from whimbrel.document.normal import normal

AKN = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


@pytest.fixture(scope="module", autouse=True)
def the_schema() -> None:
    """The official schema, which comes with a package for developers."""
    try:
        schema()
    except NoSchema as reason:
        pytest.skip(str(reason))


def read_back(akn: str) -> Document:
    """The Document of valid Akoma Ntoso."""
    assert faults(akn) == ()
    return document_of(etree.fromstring(akn.encode()))


def xpath(akn: str, path: str) -> list[str]:
    """What an XPath finds."""
    found = etree.fromstring(akn.encode()).xpath(path, namespaces=AKN)
    assert isinstance(found, list)
    return [str(each) for each in found]


@settings(max_examples=25)
@given(documents())
def test_any_document_is_valid_and_read_back_as_it_was(document: Document) -> None:
    assert read_back(akn_of(document)) == document


def test_a_report_is_valid_and_read_back_as_it_was() -> None:
    assert read_back(akn_of(progress_report())) == progress_report()


def test_nothing_at_all_is_valid_too() -> None:
    assert read_back(akn_of(Document())) == Document()


def test_every_node_has_its_address_as_eid() -> None:
    eids = xpath(akn_of(progress_report()), "//@eId")
    assert {"sec_2.1", "para_1__dec_8.3__a", "annex_1__dec_9.AA~2__a__i", "note_1"} <= set(eids)


def test_the_preamble_stands_in_preamble() -> None:
    recalling = node(Kind.PREAMBLE, runs=(run("Recalling", italic=True), run(" its resolution,")))
    noting = node(Kind.PREAMBLE, "Noting:", item("(a)", "one,", item("(i)", "two,")))
    document = Document(nodes=(recalling, noting, paragraph("Decides.", label="1.")))
    akn = akn_of(document)
    assert xpath(akn, "//a:preamble/a:container/@name") == ["Recalling", "preamble"]
    assert xpath(akn, "//a:preamble//a:item/a:num/text()") == ["(a)", "(i)"]
    assert read_back(akn) == document


def test_a_preamble_after_the_summary_keeps_its_place() -> None:
    document = Document(
        summary=(paragraph("Summary."),), nodes=(node(Kind.PREAMBLE, "Recalling,"),)
    )
    assert read_back(akn_of(document)) == document


def test_footnotes_stand_where_they_are_called_first() -> None:
    calls = node(Kind.PARAGRAPH, runs=(run("a"), run(note="2"), run("b"), run(note="2")))
    document = Document(nodes=(calls,), notes=(note("1", "never called"), note("2", "called")))
    akn = akn_of(document)
    assert xpath(akn, "//a:p/a:authorialNote/@marker") == ["2"]
    assert xpath(akn, "//a:p/a:noteRef/@href") == ["#note_2"]
    assert xpath(akn, "//a:meta/a:notes/a:note/@marker") == ["1"]
    assert read_back(akn) == document


def test_footnotes_called_out_of_order_keep_their_order() -> None:
    calls = node(Kind.PARAGRAPH, runs=(run("a"), run(note="2"), run(note="1")))
    document = Document(nodes=(calls,), notes=(note("1", "one"), note("2", "two")))
    assert read_back(akn_of(document)) == document


def test_a_citation_is_a_reference_and_no_part_of_the_document() -> None:
    cited = Cited(surface="78/155", target="A/RES/78/155", iri="/akn/un/statement/78-155")
    document = Document(nodes=(paragraph("Recalling 78/155.", label="1."),))
    akn = akn_of(document, citations={"para_1": [cited]})
    assert xpath(akn, "//a:ref/@href") == ["/akn/un/statement/78-155"]
    assert read_back(akn) == document


def test_the_iri_of_the_work_may_be_given() -> None:
    akn = akn_of(progress_report(), work_iri="/akn/un/statement/x/2025-04-02/7.2/")
    assert xpath(akn, "//a:FRBRWork/a:FRBRuri/@value") == ["/akn/un/statement/x/2025-04-02/7.2"]
    expression = xpath(akn, "//a:FRBRExpression/a:FRBRuri/@value")
    assert expression == ["/akn/un/statement/x/2025-04-02/7.2/eng@"]
    assert faults(akn) == ()


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("A/RES/78/155", "resolution"),
        ("UNEP/EA.5/Res.11", "resolution"),
        ("A/DEC/77/547", "decision"),
        ("UNEP/CMS/COP15/Doc.18.1", "document"),
        ("CBD/COP/DEC/15/4", "decision"),
        ("A/RESOLVED/1", "document"),
        (None, "document"),
    ],
)
def test_the_symbol_tells_the_statement(symbol: str | None, name: str) -> None:
    assert statement_name(symbol) == name
    assert xpath(akn_of(Document(masthead=Masthead(symbol=symbol))), "//a:statement/@name") == [
        name
    ]


@pytest.mark.parametrize("href", ["https://e.org/a?b=1#c", "#", "#para_8", "mailto:a@e.org", "%20"])
def test_a_uri_is_left_as_it_is(href: str) -> None:
    assert valid_uri(href) == href


@pytest.mark.parametrize("href", ["a b", "%zz", "http://[::1", "a#b#c", "é", "<x>", "1:2"])
def test_what_is_no_uri_is_made_one_and_kept_beside(href: str) -> None:
    document = Document(nodes=(node(Kind.PARAGRAPH, runs=(run("x", href=href),)),))
    assert valid_uri(href) != href
    assert read_back(akn_of(document)) == document


def test_a_schema_finds_what_is_wrong() -> None:
    assert faults(akn_of(Document()).replace("<p/>", "<q/>"))[0].startswith("line ")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("<mainBody>", "<mainBody><blockList/>", "<blockList> has no place among paragraphs"),
        ("i>", "del>", "<del> has no place among words"),
        ('name="annex"', 'name="appendage"', "appendage"),
        (' version="1"', ' version="1" notes="1 7"', "footnotes"),
        ("mainBody", "body", "holds no <mainBody>"),
    ],
)
def test_what_was_changed_by_other_hands_is_refused(old: str, new: str, why: str) -> None:
    akn = akn_of(progress_report()).replace(old, new)
    with pytest.raises(ValueError, match=why):
        document_of(etree.fromstring(akn.encode()))


def test_a_heading_without_words_and_a_list_without_introduction_are_kept() -> None:
    document = normal(
        Document(nodes=(heading("", item("(a)", "x"), label="I."), paragraph("", item("•", "y"))))
    )
    assert read_back(akn_of(document)) == document
