"""Classify: what each line is, before anything is nested."""

import pytest

from whimbrel.document.runs import plain
from whimbrel.reading.block import Block, heading_like
from whimbrel.reading.classify import classify
from whimbrel.reading.line import Line


def blocks(*texts: str | Line) -> list[Block]:
    """Lines of plain words, classified."""
    return classify([text if isinstance(text, Line) else Line(runs=plain(text)) for text in texts])


def kinds(*texts: str | Line) -> list[str]:
    """What each line is."""
    return [block.kind.value for block in blocks(*texts)]


def bold(text: str) -> Line:
    """A line all in bold."""
    return Line(runs=plain(text), bold=True)


@pytest.mark.parametrize(
    ("line", "kind", "label", "text"),
    [
        ("8. Requests the Bureau to reply.", "paragraph", "8.", "Requests the Bureau to reply."),
        (
            "8 bis. Requests the Bureau to reply.",
            "paragraph",
            "8 bis.",
            "Requests the Bureau to reply.",
        ),
        ("1.2 Nets are counted in spring.", "paragraph", "1.2", "Nets are counted in spring."),
        ("(a) nets;", "item", "(a)", "nets;"),
        ("1) redes;", "item", "1)", "redes;"),
        ("iv. nets;", "item", "iv.", "nets;"),
        ("• nets;", "item", "•", "nets;"),
        ("15.AA Parties are asked to reply.", "decision", "15.AA", "Parties are asked to reply."),
        ("14.9 Directed to Parties", "decision", "14.9", "Directed to Parties"),
        ("I. Rivers", "heading", "I.", "Rivers"),
        ("B. Weirs and nets", "heading", "B.", "Weirs and nets"),
        ("[3. Urges Parties to act;]", "paragraph", "3.", "[Urges Parties to act;]"),
        ("[(a) nets;]", "item", "(a)", "[nets;]"),
        ("[2 alt. Invites Parties to act;]", "paragraph", "2 alt.", "[Invites Parties to act;]"),
        ("[Nets] - all of them - are counted.", "paragraph", None, None),
        ("[Urges Parties to act;]", "paragraph", None, "[Urges Parties to act;]"),
        ("Directed to the Secretariat", "directed", None, "Directed to the Secretariat"),
        ("À l’adresse des Parties", "directed", None, "À l’adresse des Parties"),
        ("Dirigida a la Secretaría", "directed", None, "Dirigida a la Secretaría"),
        ("ANNEX II", "annex", "ANNEX II", ""),
        ("Annexe", "annex", "Annexe", ""),
        ("Anexo 3", "annex", "Anexo 3", ""),
        ("ANNEX 1: LIST OF RIVERS", "annex", "ANNEX 1", "LIST OF RIVERS"),
        ("Appendix A", "annex", "Appendix A", ""),
        ("Annexed to this paper is a list.", "paragraph", None, "Annexed to this paper is a list."),
        ("annex", "paragraph", None, "annex"),
        ("Decision 7/CP.99", "heading", "Decision 7/CP.99", ""),
        ("Resolution 14.4 (Rev.COP15)", "heading", "Resolution 14.4 (Rev.COP15)", ""),
        ("Decision 14.4 was renewed.", "paragraph", None, "Decision 14.4 was renewed."),
        ("Article 2", "heading", "Article 2", ""),
        ("Article premier", "heading", "Article premier", ""),
        ("Artículo 3. Ámbito de aplicación", "heading", "Artículo 3", "Ámbito de aplicación"),
        ("Article IV – Weirs", "heading", "Article IV", "Weirs"),
        (
            "Article 2 of the Convention applies.",
            "paragraph",
            None,
            "Article 2 of the Convention applies.",
        ),
        ("Articles 2 and 3", "heading", None, "Articles 2 and 3"),
        ("Eels swim far.", "paragraph", None, "Eels swim far."),
    ],
)
def test_a_line_is_told_by_its_label_and_words(
    line: str, kind: str, label: str | None, text: str | None
) -> None:
    block = blocks(line, "Words after it.")[0]
    assert (block.kind.value, block.label, block.text) == (
        kind,
        label,
        line if text is None else text,
    )


def test_a_dotted_number_is_a_decision_where_decisions_were_announced() -> None:
    number = "19.45 The Secretariat shall count eels."
    assert kinds("Directed to the Secretariat", number)[-1] == "decision"
    assert kinds(bold("Decisions on eels"), number)[-1] == "decision"
    assert kinds("3. The decisions in force read:", number)[-1] == "decision"
    assert kinds("ANNEX 1: DRAFT DECISIONS", number)[-1] == "decision"
    assert kinds(bold("Introduction"), number)[-1] == "paragraph"


def test_several_decisions_stand_under_one_addressee_line() -> None:
    found = kinds(
        "Directed to the Secretariat", "19.45 It shall write.", "a) soon;", "19.46 It shall read."
    )
    assert found == ["directed", "decision", "item", "decision"]


def test_a_numbered_paragraph_ends_the_decisions() -> None:
    assert (
        kinds(
            "Directed to Parties",
            "19.45 They shall write.",
            "4. The Bureau wrote.",
            "4.1 It wrote twice.",
        )[-1]
        == "paragraph"
    )


def test_what_stands_under_a_formula_is_preamble_until_a_number() -> None:
    found = kinds(
        "The Conference of the Parties,",
        "Recalling its decisions,",
        "Noting the report,",
        "1. Urges all to act;",
        "So be it.",
    )
    assert found == ["preamble", "preamble", "preamble", "paragraph", "paragraph"]


def test_recitals_above_a_formula_without_comma_are_preamble() -> None:
    found = kinds(
        "RECALLING Resolution Conf. 19.1 on eels;",
        "CONCERNED that eels decline;",
        "THE CONFERENCE OF THE PARTIES TO THE CONVENTION",
        "1. AGREES that eels matter;",
    )
    assert found == ["preamble", "preamble", "preamble", "paragraph"]


def test_a_formula_broken_over_two_lines_is_preamble_whole() -> None:
    found = kinds(
        "Noting the report,",
        "The Conference of the Parties to the",
        "Convention on the Conservation of Eels",
        Line(runs=plain("Urges all to act;"), label="1."),
    )
    assert found == ["preamble", "preamble", "preamble", "paragraph"]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Weirs and nets", True),
        ("What is an eel?", True),
        ("«Anguilles»", True),
        ("Weirs and nets.", False),
        ("weirs and nets", False),
        ("Parties shall:", False),
        ("21 December 2023", False),
        ("(Prepared by the Bureau)", False),
        ("", False),
        ("Weirs " * 50, False),
    ],
)
def test_a_heading_is_short_begins_with_a_capital_and_ends_no_sentence(
    text: str, heading: bool
) -> None:
    assert heading_like(text) is heading


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (bold("WEIRS AND NETS"), "heading"),
        (bold("1. Weirs and nets"), "heading"),
        (bold("1.2 Weirs and nets"), "heading"),
        (bold("Eels swim far."), "paragraph"),
        (bold("(a) nets"), "item"),
        (Line(runs=plain("weirs."), heading=2), "heading"),
        (Line(runs=plain("Weirs"), label="1.1", heading=2), "heading"),
        (Line(runs=plain("weirs and nets"), mark=True), "item"),
        (Line(rows=(("a", "b"),)), "table"),
    ],
    ids=str,
)
def test_what_the_file_says_of_a_line_counts(line: Line, kind: str) -> None:
    assert kinds("Eels swim far.", line, "Words after it.")[1] == kind


def test_a_typed_number_before_its_first_subparagraph_is_a_heading() -> None:
    assert kinds("2. Findings", "2.1 Weirs are bad.", "3. Findings were few.", "3.1 Nets.") == [
        "heading",
        "paragraph",
        "paragraph",
        "paragraph",
    ]


def test_a_number_out_of_the_count_that_goes_on_after_it_is_a_heading() -> None:
    assert kinds("2. Eels swim.", "1. Atlantic", "3. They swim there.") == [
        "paragraph",
        "heading",
        "paragraph",
    ]
    assert kinds("2. Eels swim.", "3. Atlantic", "4. They swim there.") == [
        "paragraph",
        "paragraph",
        "paragraph",
    ]
