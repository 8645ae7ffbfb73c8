"""Pointers lead to nodes that are there, the nearest first."""

import pytest

from tests.builders import heading, node
from tests.tools import corpus
from whimbrel import read, walk
from whimbrel.citations import Kind, in_document
from whimbrel.document import Document, Node
from whimbrel.document import Kind as NodeKind


def paragraph(label: str, text: str, *children: Node) -> Node:
    return node(NodeKind.PARAGRAPH, text, *children, label=label)


def pointers(document: Document) -> dict[str, list[str | None]]:
    found = in_document(document)
    return {
        address: [one.target for one in listed if one.kind is Kind.INTERNAL]
        for address, listed in found.items()
    }


TWO = Document(
    nodes=tuple(
        heading(
            title,
            paragraph("1.", "Asks for a report:", node(NodeKind.ITEM, "on eels;", label="(a)")),
            paragraph("2.", "Recalls paragraph 1 (a) above;"),
        )
        for title in ("Eels", "Mud")
    )
)


def test_a_number_that_is_printed_twice_is_the_nearest() -> None:
    assert pointers(TWO) == {
        "sec_1__para_2": ["#sec_1__para_1__a"],
        "sec_2__para_2": ["#sec_2__para_1__a"],
    }


def test_a_pointer_to_what_is_not_there_has_no_target() -> None:
    document = Document(nodes=(paragraph("1.", "See paragraph 9 above and footnote 4."),))
    assert pointers(document) == {"para_1": [None, None]}


@pytest.mark.parametrize("folder", ["seed", "mea"])
def test_every_pointer_of_real_documents_leads_to_a_node(folder: str) -> None:
    place = corpus("seed") if folder == "seed" else corpus("corpus", folder)
    for file in sorted(place.glob("*.md")) + sorted(place.glob("*.txt")):
        document = read(file)
        known = {f"#{placed.address}" for placed in walk(document)}
        told = {target for listed in pointers(document).values() for target in listed if target}
        assert told <= known, file.name
