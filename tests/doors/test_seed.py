"""The real document, in the four forms that it comes in: they must read alike."""

from functools import cache

import pytest

from tests.tools import corpus
from whimbrel import read, walk
from whimbrel.citations import in_document
from whimbrel.document import Document, Kind

STEM = "UNEP-CMS-COP15-Doc.18.1"
FORMS = ("md", "auto.docx", "typed.docx", "pdf")


@cache
def seed(form: str) -> Document:
    """The document in one form."""
    return read(corpus("seed", f"{STEM}.{form}"))


def shape(document: Document) -> list[tuple[str, str, tuple[str, ...], str]]:
    """Kind, address, label path and words of every node."""
    return [
        (placed.node.kind.value, placed.address, placed.label_path, placed.node.text)
        for placed in walk(document)
    ]


def targets(document: Document) -> dict[str, list[str | None]]:
    """What the references of each node name."""
    return {
        address: sorted({str(one.target) for one in found})
        for address, found in in_document(document).items()
    }


@pytest.mark.parametrize("form", FORMS)
def test_it_has_46_paragraphs_under_26_headings(form: str) -> None:
    places = list(walk(seed(form)))
    body = [placed for placed in places if placed.node.kind is Kind.PARAGRAPH and placed.label_path]
    assert [placed.label_path for placed in body] == [(str(number),) for number in range(1, 47)]
    headings = [
        placed
        for placed in places
        if placed.node.kind is Kind.HEADING and not placed.address.startswith("annex")
    ]
    assert len(headings) == 26
    assert [placed.level for placed in headings].count(1) == 8


@pytest.mark.parametrize("form", FORMS[1:])
def test_every_form_reads_like_the_markdown(form: str) -> None:
    assert shape(seed(form)) == shape(seed("md"))


@pytest.mark.parametrize("form", FORMS[1:])
def test_the_masthead_says_the_same_in_every_form(form: str) -> None:
    assert seed(form).masthead == seed("md").masthead


@pytest.mark.parametrize("form", FORMS)
def test_quoted_decisions_stand_under_their_addressees(form: str) -> None:
    places = list(walk(seed(form)))
    held = {
        placed.node.label: [around.text for around in placed.within if around.kind is Kind.DIRECTED]
        for placed in places
        if placed.node.kind is Kind.DECISION and placed.quoted
    }
    assert held == {
        "14.8": [
            "Directed to Parties, intergovernmental and non-governmental organizations, and others"
        ],
        "14.9": ["Directed to the Scientific Council"],
        "14.10": ["Directed to the Secretariat"],
    }
    items = [
        placed.label_path for placed in places if placed.quoted and placed.node.kind is Kind.ITEM
    ]
    assert items == [
        ("14.9", "a)"),
        ("14.9", "b)"),
        ("14.10", "a)"),
        ("14.10", "b)"),
        ("14.10", "c)"),
        ("14.10", "d)"),
    ]


@pytest.mark.parametrize("form", FORMS)
def test_two_drafts_with_one_number_are_two_things(form: str) -> None:
    drafts = [
        placed
        for placed in walk(seed(form))
        if placed.node.kind is Kind.DECISION and not placed.quoted
    ]
    assert [placed.node.label for placed in drafts] == ["14.AA", "14.AA"]
    assert len({placed.address for placed in drafts}) == 2
    assert "concise review" in drafts[0].node.text
    assert drafts[1].node.text.endswith(
        "depending on the outcome of the testing of the simplified UNEP policy."
    )


@pytest.mark.parametrize("form", FORMS)
def test_its_references_are_the_same_in_every_form(form: str) -> None:
    found = targets(seed(form))
    assert found == targets(seed("auto.docx"))
    assert found["para_37"] == [
        "CMS/Decision/14.10 c)",
        "CMS/Decision/14.9",
        "CMS/Resolution/11.10 (Rev.COP14)/3",
        "CMS/Resolution/11.10 (Rev.COP14)/8",
        "UNEP/CMS/COP15/Doc.28.14",
        "UNEP/CMS/COP15/Doc.28.4",
    ]
    assert found["para_19"] == ["UNEP/CMS/COP15/Doc.28.2"]
