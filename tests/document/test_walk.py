"""Walk: addresses, label paths, restarts; two provisions with one number stay two."""

import pytest
from hypothesis import given, settings

from tests.builders import (
    annex,
    decision,
    directed,
    documents,
    heading,
    item,
    note,
    paragraph,
    progress_report,
    table,
)
from whimbrel.document import Document, Node, walk
from whimbrel.document.walk import clean, numbered, slug


def addresses(*nodes: Node, notes: tuple[Node, ...] = ()) -> list[str]:
    """The addresses of a body in reading order."""
    return [placed.address for placed in walk(Document(nodes=nodes, notes=notes))]


def paths(*nodes: Node) -> list[tuple[str, ...]]:
    """The label paths of a body in reading order."""
    return [placed.label_path for placed in walk(Document(nodes=nodes))]


def test_a_paragraph_is_addressed_by_its_number_and_an_item_under_it() -> None:
    body = paragraph("Asks:", item("(a)", "nets:", item("(i)", "old;")), label="8.")
    assert addresses(body) == ["para_8", "para_8__a", "para_8__a__i"]
    assert paths(body) == [("8",), ("8", "(a)"), ("8", "(a)", "(i)")]


def test_headings_are_counted_by_level_and_do_not_stand_in_the_address_of_a_paragraph() -> None:
    body = heading(
        "Rivers",
        heading("Weirs", paragraph("One.", label="1.")),
        heading("Nets", paragraph("Two.", label="2.")),
    )
    assert addresses(body) == ["sec_1", "sec_1.1", "para_1", "sec_1.2", "para_2"]


def test_numbers_that_restart_are_told_apart_by_their_heading() -> None:
    body = [
        heading(name, paragraph("One.", label="1."), paragraph(name, label=number))
        for name, number in (("A", "2."), ("B", "3."))
    ]
    assert addresses(*body) == [
        "sec_1",
        "sec_1__para_1",
        "para_2",
        "sec_2",
        "sec_2__para_1",
        "para_3",
    ]


def test_numbers_that_restart_without_a_heading_stay_two() -> None:
    assert addresses(paragraph("One.", label="1."), paragraph("Again.", label="1.")) == [
        "para_1",
        "para_1~2",
    ]


def test_two_drafts_with_one_number_stay_two() -> None:
    body = annex(
        "ANNEX",
        "DRAFT DECISIONS",
        directed("Directed to Parties", decision("15.AA", "They shall write.")),
        directed(
            "Directed to the Bureau", decision("15.AA", "It shall read.", item("a)", "twice;"))
        ),
    )
    assert addresses(body) == [
        "annex",
        "annex__directed_1",
        "annex__dec_15.AA",
        "annex__directed_2",
        "annex__dec_15.AA~2",
        "annex__dec_15.AA~2__a",
    ]
    assert paths(body)[-1] == ("15.AA", "a)")


def test_annexes_count_their_own_paragraphs() -> None:
    body = (
        paragraph("Body.", label="1."),
        *(annex(f"Annex {number}", "", paragraph("One.", label="1.")) for number in ("I", "II")),
    )
    assert addresses(*body) == [
        "para_1",
        "annex_i",
        "annex_i__para_1",
        "annex_ii",
        "annex_ii__para_1",
    ]


def test_two_annexes_without_a_number_stay_two() -> None:
    assert addresses(annex("Annex", "A"), annex("Annex", "B")) == ["annex", "annex~2"]


def test_what_has_no_number_is_counted_by_its_kind() -> None:
    body = heading(
        "Rivers",
        paragraph("Words."),
        table(("a", "b")),
        paragraph("More.", item("•", "x"), item("–", "y")),
        item("•", "loose"),
    )
    assert addresses(body) == [
        "sec_1",
        "sec_1__p_1",
        "sec_1__table_1",
        "sec_1__p_2",
        "sec_1__p_2__bullet_1",
        "sec_1__p_2__bullet_2",
        "sec_1__bullet_1",
    ]
    assert paths(body)[4] == ()


def test_a_quoted_decision_stands_under_its_paragraph_and_says_so() -> None:
    body = paragraph(
        "It reads:",
        directed("Directed to Parties", decision("14.9", "They shall:", item("a)", "write."))),
        label="2.",
    )
    placed = list(walk(Document(nodes=(body,))))
    assert [each.address for each in placed] == [
        "para_2",
        "para_2__directed_1",
        "para_2__dec_14.9",
        "para_2__dec_14.9__a",
    ]
    assert [each.quoted for each in placed] == [False, True, True, True]
    assert placed[-1].label_path == ("14.9", "a)")


def test_a_decision_of_the_document_itself_is_not_quoted() -> None:
    body = directed(
        "Directed to Parties", decision("14.9", "They shall write.", paragraph("Soon."))
    )
    assert not any(placed.quoted for placed in walk(Document(nodes=(body,))))


def test_footnotes_come_last_by_their_marker() -> None:
    notes = (note("1", "First."), note("*", "Star."), note("1", "Again."))
    assert addresses(paragraph("x", label="1."), notes=notes) == [
        "para_1",
        "note_1",
        "note_*",
        "note_1~2",
    ]


def test_depth_and_level_tell_what_stands_around() -> None:
    body = heading("Rivers", heading("Weirs", paragraph("One.", label="1.")))
    placed = list(walk(Document(nodes=(body,))))
    assert [each.depth for each in placed] == [0, 1, 2]
    assert [each.level for each in placed[:2]] == [1, 2]
    assert [node.text for node in placed[2].within] == ["Rivers", "Weirs"]


def test_a_report_is_walked_from_summary_to_footnotes() -> None:
    found = [placed.address for placed in walk(progress_report())]
    assert (found[0], found[-1]) == ("summary__p_1", "note_1")
    assert "para_1__dec_8.3__b" in found


@pytest.mark.parametrize(
    ("label", "cleaned", "slugged"),
    [
        ("8.", "8", "8"),
        ("8 bis.", "8 bis", "8_bis"),
        ("(a)", "(a)", "a"),
        ("(a bis)", "(a bis)", "a_bis"),
        ("a)", "a)", "a"),
        ("14.9", "14.9", "14.9"),
        ("12/CP.24", "12/CP.24", "12-CP.24"),
        (".", ".", ""),
        (None, "", ""),
    ],
)
def test_a_label_is_cited_without_its_full_stop_and_addressed_without_marks(
    label: str | None, cleaned: str, slugged: str
) -> None:
    assert (clean(label), slug(label)) == (cleaned, slugged)


@pytest.mark.parametrize(
    ("label", "counts"),
    [("8.", True), ("(a)", True), ("•", False), ("–", False), ("", False), (None, False)],
)
def test_a_bullet_is_no_number(label: str | None, counts: bool) -> None:
    assert numbered(label) is counts


@settings(max_examples=40)
@given(documents())
def test_addresses_are_unique_stable_and_every_node_has_one(document: Document) -> None:
    placed = list(walk(document))
    assert len({each.address for each in placed}) == len(placed)
    assert placed == list(walk(document))
    assert [each.node for each in placed][-len(document.notes) or len(placed) :] == list(
        document.notes
    )
