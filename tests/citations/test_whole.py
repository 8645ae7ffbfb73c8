"""References of whole documents: footnotes, links, titles, tables."""

import pytest

from tests.builders import heading, node, paragraph, run
from whimbrel.citations import How, Kind, find, in_document
from whimbrel.document import Document, Masthead, Node
from whimbrel.document import Kind as NodeKind

HEAD = Masthead(symbol="A/RES/78/900", language="en")


def note(label: str, text: str) -> Node:
    return node(NodeKind.NOTE, text, label=label)


def targets(document: Document) -> dict[str, list[str | None]]:
    return {key: [one.target for one in found] for key, found in in_document(document).items()}


def test_the_symbol_of_the_document_gives_bare_numbers_their_meaning() -> None:
    body = heading(
        "Findings on resolution 77/10", paragraph("Recalling its resolution 77/11", label="1.")
    )
    assert targets(Document(masthead=HEAD, nodes=(body,))) == {
        "sec_1": ["A/RES/77/10"],
        "para_1": ["A/RES/77/11"],
    }


def test_ibid_is_the_last_of_the_footnote_before() -> None:
    notes = (note("1", "See A/78/7 and A/78/8, annex."), note("2", "Ibid., para. 4."))
    assert targets(Document(masthead=HEAD, notes=notes))["note_2"] == ["A/78/8"]


def test_ibid_before_a_volume_is_not_the_document_before() -> None:
    notes = (
        note("1", "Official Records, Supplement No. 9 (A/70/9)."),
        note("2", "Ibid., Supplement No. 9 (A/71/9)."),
        note("3", "Ibid., vol. 7, No. 8."),
    )
    found = targets(Document(masthead=HEAD, notes=notes))
    assert found["note_2"] == ["A/71/9"]
    assert "note_3" not in found


def test_a_link_resolves_what_the_words_leave_open() -> None:
    runs = (run("in resolution "), run("5/19", href="https://undocs.org/en/UNEP/EA.5/Res.19"))
    document = Document(masthead=HEAD, nodes=(node(NodeKind.PARAGRAPH, runs=runs),))
    ((one,),) = in_document(document).values()
    assert (one.target, one.how, one.linked) == ("UNEP/EA.5/Res.19", How.LINK, True)


def test_what_the_text_says_itself_is_not_overruled_by_a_link() -> None:
    runs = (run("see "), run("A/78/7", href="https://undocs.org/A/78/9"))
    document = Document(masthead=HEAD, nodes=(node(NodeKind.PARAGRAPH, runs=runs),))
    ((one,),) = in_document(document).values()
    assert one.target == "A/78/7"


def test_a_linked_title_is_a_reference() -> None:
    page = "https://example.org/outlook"
    runs = (
        run("the "),
        run("Atlas of Quiet Shores", href="https://undocs.org/A/78/12"),
        run(" and the "),
        run("outlook report on mudflats", href=page),
        run(" "),
        run("here", href="#"),
    )
    document = Document(masthead=HEAD, nodes=(node(NodeKind.PARAGRAPH, runs=runs),))
    ((first, second),) = in_document(document).values()
    assert (first.target, first.kind) == ("A/78/12", Kind.DOCUMENT)
    assert (second.target, second.kind) == (page, Kind.REPORT)


def test_a_link_that_leads_nowhere_makes_no_reference_of_its_own() -> None:
    runs = (run("and the "), run("quiet shores of the north", href="#"))
    document = Document(masthead=HEAD, nodes=(node(NodeKind.PARAGRAPH, runs=runs),))
    assert in_document(document) == {}


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        (
            "launched the Quiet Shores Outlook Thematic Report on Tidal Flats and Deltas "
            "at the congress",
            "Quiet Shores Outlook Thematic Report on Tidal Flats and Deltas",
            Kind.REPORT,
        ),
        (
            "the Platform undertook a Methodological assessment of the many values of mud, "
            "which it approved",
            "Methodological assessment of the many values of mud",
            Kind.REPORT,
        ),
        (
            "under the slogan “Mud Matters: Flats for Birds”.",
            "Mud Matters: Flats for Birds",
            Kind.CAMPAIGN,
        ),
        ("the theme of World Eel Day was “Home Again”", "Home Again", Kind.CAMPAIGN),
        ("avec pour slogan « La vase, un trésor »", "La vase, un trésor", Kind.CAMPAIGN),
    ],
)
def test_reports_and_slogans_are_cited_by_their_titles(text: str, title: str, kind: Kind) -> None:
    (one,) = find(text)
    assert (one.target, one.kind) == (title, kind)


@pytest.mark.parametrize(
    "text",
    ["the theme of the debate was “Home Again”", "his report of the year", "The Report was noted"],
)
def test_a_theme_of_a_debate_and_a_report_without_a_title_are_not_cited(text: str) -> None:
    document = Document(masthead=HEAD, nodes=(node(NodeKind.PARAGRAPH, runs=(run(text),)),))
    assert in_document(document) == {}


def test_italics_behind_a_symbol_are_its_title() -> None:
    runs = (run("see UNEP/CMS/COP15/Doc.99 "), run("Quiet Shores", italic=True), run("."))
    document = Document(masthead=HEAD, nodes=(node(NodeKind.PARAGRAPH, runs=runs),))
    ((one,),) = in_document(document).values()
    assert (one.surface, one.title) == ("UNEP/CMS/COP15/Doc.99", "Quiet Shores")


def test_cells_of_a_table_are_read() -> None:
    table = Node(kind=NodeKind.TABLE, rows=(("Resolution 77/10", "done"), ("A/78/7", "open")))
    assert targets(Document(masthead=HEAD, nodes=(table,))) == {
        "table_1": ["A/RES/77/10", "A/78/7"]
    }


def test_a_node_without_references_is_not_listed() -> None:
    assert in_document(Document(masthead=HEAD, nodes=(paragraph("Decides to meet again"),))) == {}


def test_without_a_symbol_the_first_page_tells_the_body() -> None:
    head = Masthead(symbol="SC78 Doc. 6", lines=("CITES", "78th meeting", "SC78 Doc. 6"))
    body = paragraph("Decision 19.12 is due", label="1.")
    assert targets(Document(masthead=head, nodes=(body,))) == {"para_1": ["CITES/Decision/19.12"]}


def test_a_document_of_nobody_leaves_its_numbers_open() -> None:
    body = paragraph("Decision 19.12 is due", label="1.")
    assert targets(Document(nodes=(body,))) == {"para_1": [None]}
