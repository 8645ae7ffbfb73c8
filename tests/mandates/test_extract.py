"""Mandates of whole documents: headings and chapeaus hold for what stands under them."""

import datetime
import os
from pathlib import Path

import pytest

from tests.builders import decision, directed, item, paragraph
from whimbrel.document import Document, Masthead, Node
from whimbrel.mandates import Mandate, extract, provisions


def paper(*nodes: Node, symbol: str | None = "UNEP/CMS/COP16/Doc.9") -> Document:
    """A document of these nodes."""
    return Document(masthead=Masthead(symbol=symbol, language="en"), nodes=nodes)


def directed_paper() -> Document:
    """A decision under a heading, with a chapeau and two items."""
    return paper(
        directed(
            "Directed to the Secretariat, in consultation with the Scientific Council",
            decision(
                "15.1",
                "The Secretariat shall, subject to external funding:",
                item("a)", "publish the atlas, where feasible; and"),
                item("b)", "report to the Conference of the Parties at its 16th meeting."),
            ),
        )
    )


def by_address(document: Document) -> dict[str, Mandate]:
    """The mandates of a document by the end of their address."""
    return {(mandate.address or "").rpartition("__")[2]: mandate for mandate in extract(document)}


def test_a_condition_of_the_chapeau_holds_for_every_item_and_one_of_an_item_for_it_alone() -> None:
    found = by_address(directed_paper())
    assert [c.words for c in found["a"].conditions] == [
        "subject to external funding",
        "where feasible",
    ]
    assert [c.words for c in found["b"].conditions] == ["subject to external funding"]


def test_the_heading_gives_the_collaborators_and_the_chapeau_the_addressee() -> None:
    found = by_address(directed_paper())
    assert [one.who for one in found["b"].addressees] == ["Secretariat"]
    assert [one.name for one in found["b"].collaborators] == ["Scientific Council"]


def test_an_addressee_only_the_heading_names_is_inherited() -> None:
    document = paper(
        directed(
            "Directed to the Plants Committee",
            decision("15.2", "It should review the list of trees."),
        )
    )
    (mandate,) = extract(document)
    assert [(one.who, one.inherited) for one in mandate.addressees] == [("Plants Committee", True)]


def test_every_span_lies_in_its_node_and_covers_its_words() -> None:
    document = directed_paper()
    texts = {address: node.text for address, node in addressed(document)}
    for mandate in extract(document):
        parts = (
            *mandate.addressees, *mandate.conditions, *mandate.due, *mandate.report_to,
            *mandate.collaborators, *mandate.outputs,
        )  # fmt: skip
        assert parts
        for part in parts:
            assert texts[part.at.eid][part.at.start : part.at.end] == part.words


def addressed(document: Document) -> list[tuple[str, Node]]:
    """Every node with its address."""
    from whimbrel.document import walk

    return [(placed.address, placed.node) for placed in walk(document)]


def test_the_words_of_a_paragraph_do_not_govern_the_items_of_a_decision_it_quotes() -> None:
    quoted = decision(
        "14.3", "Parties are requested to:", item("a)", "close the sites, if necessary.")
    )
    told = paragraph("Donors were thanked, as appropriate, for what they gave:", quoted, label="4.")
    found = by_address(paper(told))
    assert [one.who for one in found["a"].addressees] == ["Parties"]
    assert [one.words for one in found["a"].conditions] == ["if necessary"]


def test_the_organ_that_says_its_next_session_is_known_by_the_symbol() -> None:
    asks = paragraph(
        "Requests the Secretary-General to report to it at its next session.", label="3."
    )
    (mandate,) = extract(paper(asks, symbol="A/RES/81/12"))
    assert (mandate.due_code, mandate.report_to_name) == ("next:UNGA", "UNGA")


def test_provisions_show_what_is_understood() -> None:
    row = next(row for row in provisions(directed_paper()) if row["label_path"] == ["15.1", "b)"])
    assert row["addressees"] == ["Secretariat"]
    assert row["conditions"] == ["subject to external funding"]
    assert (row["due"], row["report_to"], row["force"]) == ("COP16", "COP", "obligation")


def test_a_document_that_asks_nothing_has_no_mandate() -> None:
    assert extract(paper(paragraph("The meeting opened at noon.", label="1."))) == ()


@pytest.mark.long
def test_five_thousand_provisions_are_read_in_seconds() -> None:
    asks = tuple(
        paragraph(
            "Requests the Secretariat, subject to funds, to publish the list by 2028;",
            label=f"{n}.",
        )
        for n in range(1, 5001)
    )
    started = datetime.datetime.now(datetime.UTC)
    found = extract(paper(*asks, symbol="A/RES/81/12"))
    took = datetime.datetime.now(datetime.UTC) - started
    assert len(found) == 5000
    assert took < datetime.timedelta(seconds=20)


def test_the_shared_resolutions_keep_every_span_in_its_node() -> None:
    folder = (
        Path(os.environ.get("WHIMBREL_CORPUS", Path(__file__).parents[3] / "shared")) / "corpus/un"
    )
    if not folder.is_dir():
        pytest.skip("the shared corpus is not here: set WHIMBREL_CORPUS")
    from whimbrel.reading import read

    for path in sorted(folder.glob("A_RES_7*"))[:6]:
        document = read(path)
        texts = {address: node.text for address, node in addressed(document)}
        for mandate in extract(document):
            for part in (*mandate.addressees, *mandate.conditions, *mandate.due):
                assert texts[part.at.eid][part.at.start : part.at.end] == part.words
