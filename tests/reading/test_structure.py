"""Structure: lines -> Document, whatever format they came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools import corpus
from whimbrel.document import Document, Kind, Run, walk
from whimbrel.document.normal import normal
from whimbrel.document.runs import plain
from whimbrel.reading import Unreadable, examine_bytes, read
from whimbrel.reading.line import Line, Lines
from whimbrel.reading.structure import structured


def document(*texts: str | Line, **more: object) -> Document:
    """The Document of lines of plain words."""
    lines = tuple(text if isinstance(text, Line) else Line(runs=plain(text)) for text in texts)
    return structured(Lines(lines=lines, **more))  # type: ignore[arg-type]


PAPER = (
    "UNEP/XYZ/COP9/Doc.7.2",
    "RIVERS AND EELS",
    "Background",
    "1. Eels are known to swim up the rivers of the east.",
)


def test_a_paper_has_a_masthead_and_a_body() -> None:
    found = document(*PAPER)
    assert found.masthead.title == "RIVERS AND EELS"
    assert [(node.kind, node.text) for node in found.nodes] == [(Kind.HEADING, "Background")]


def test_a_title_repeated_above_the_body_is_printed_once() -> None:
    found = document(
        *PAPER[:2],
        "Summary:",
        "Eels swim.",
        Line(runs=plain("Rivers and eels"), heading=1),
        *PAPER[2:],
    )
    assert [node.text for node in found.nodes] == ["Background"]


def test_the_summary_is_kept_apart() -> None:
    found = document(*PAPER[:2], "Summary: Eels swim.", *PAPER[2:])
    first = next(iter(walk(found)))
    assert (first.address, first.node.text) == ("summary__p_1", "Eels swim.")


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("The eels of the river and the lake are in the sea.", "en"),
        ("Les anguilles de la rivière et des lacs vont dans la mer.", "fr"),
        ("Las anguilas de los ríos y del lago van por la mar.", "es"),
        ("Aal Fluss See", None),
    ],
)
def test_the_language_is_that_of_the_words(words: str, language: str | None) -> None:
    assert document(words).masthead.language == language


def test_meeting_and_date_may_stand_at_the_end() -> None:
    found = document(
        "The Assembly,",
        "Recalling eels,",
        "1. Urges all to act;",
        "12th plenary meeting",
        "21 December 2023",
    )
    assert found.masthead.meeting == "12th plenary meeting"
    assert str(found.masthead.date) == "2023-12-21"


def test_a_label_that_stands_alone_is_given_to_the_words_after_it() -> None:
    found = document(*PAPER, "2.", "They rest in winter.", "(a)", "In mud.")
    assert [(placed.address, placed.node.text) for placed in walk(found)][-2:] == [
        ("para_2", "They rest in winter."),
        ("para_2__a", "In mud."),
    ]


def test_a_label_with_nothing_after_it_is_kept() -> None:
    assert document(*PAPER, "(a)").nodes[-1].children[-1].text == "(a)"


@pytest.mark.parametrize(
    ("label", "words", "kind", "shown", "text"),
    [
        ("Annex I", "Rules", Kind.ANNEX, "Annex I", "Rules"),
        ("Article 2", "Scope", Kind.HEADING, "Article 2", "Scope"),
        ("Option 1:", "Buy nets.", Kind.PARAGRAPH, None, "Option 1: Buy nets."),
    ],
)
def test_an_automatic_label_that_counts_nothing_is_not_lost(
    label: str, words: str, kind: Kind, shown: str | None, text: str
) -> None:
    found = document(
        *PAPER,
        Line(runs=plain(words), label=label, bold=kind is not Kind.PARAGRAPH),
        "Words of it.",
    )
    nodes = [placed.node for placed in walk(found) if placed.node.text == text]
    assert [(node.kind, node.label) for node in nodes] == [(kind, shown)]


def test_a_table_of_contents_with_dots_is_left_out() -> None:
    entries = [
        f"{name} .......... {page}"
        for page, name in enumerate(("Rivers", "Lakes", "Seas"), start=2)
    ]
    found = document(*PAPER[:2], "Contents", *entries, *PAPER[2:])
    assert "Lakes" not in str(found.nodes) + str(found.masthead.lines)


def test_two_dotted_lines_are_no_table_of_contents() -> None:
    found = document(*PAPER, "2. Name of the river: ..........", "3. Name of the lake: ..........")
    assert [placed.address for placed in walk(found)][-2:] == ["para_2", "para_3"]


def test_footnotes_are_notes_by_their_marker() -> None:
    found = document(
        *PAPER, notes={"1": plain("See there."), "*": plain("Starred."), "*~2": plain("Again.")}
    )
    assert [(note.label, note.text) for note in found.notes] == [
        ("1", "See there."),
        ("*", "Starred."),
        ("*", "Again."),
    ]
    assert [placed.address for placed in walk(found)][-3:] == ["note_1", "note_*", "note_*~2"]


def test_a_line_that_opens_with_a_superscript_digit_is_a_footnote() -> None:
    found = document(*PAPER, "2. Eels² swim 3 km² a day.", "² Anguilla fluvialis.")
    assert [(note.label, note.text) for note in found.notes] == [("2", "Anguilla fluvialis.")]
    paragraph = next(placed.node for placed in walk(found) if placed.address == "para_2")
    assert Run(note="2") in paragraph.runs
    assert paragraph.text == "Eels swim 3 km² a day."


def test_no_superscript_footnote_is_lost_where_pages_number_anew() -> None:
    found = document(*PAPER, "2. Eels¹ swim.", "¹ First.", "3. Pike¹ too.", "¹ Second.")
    assert sorted(note.text for note in found.notes) == ["First.", "Second."]


def test_nothing_at_all_is_an_empty_document() -> None:
    assert document() == Document()


def test_a_symbol_printed_again_above_an_annex_is_left_out() -> None:
    found = document(*PAPER, PAPER[0], "ANNEX I", "1. First.")
    assert [(node.kind, node.label or node.text) for node in found.nodes] == [
        (Kind.HEADING, "Background"),
        (Kind.ANNEX, "ANNEX I"),
    ]


@pytest.mark.parametrize("number", ["18.197", "18.197 (Rev. CoP19)", "20.AA"])
def test_a_bold_number_of_a_decision_on_its_own_line_is_given_to_its_words(number: str) -> None:
    line = Line(runs=plain(number), bold=True)
    found = document(*PAPER[:3], "Directed to Parties", line, "They shall count eels.")
    directed = found.nodes[0].children[0]
    assert [(node.label, node.text) for node in directed.children] == [
        (number, "They shall count eels.")
    ]


@given(
    st.text(
        alphabet=st.sampled_from("aB1 .,;:()[]{}<>*_#|-\n\t\u00a0\u200b\u0007¹²•&\"'’→é"),
        max_size=400,
    ),
    st.sampled_from([b"", b"# ", b"<p>a</p><p>b</p><p>", b"|  | X | A/RES/1/2 |\n"]),
)
def test_what_is_read_is_in_normal_form(text: str, start: bytes) -> None:
    try:
        document = examine_bytes(start + text.encode(), name="made").document
    except Unreadable:
        return
    assert normal(document) == document


@pytest.mark.parametrize("form", ["md", "auto.docx", "typed.docx", "pdf"])
def test_the_real_document_is_read_in_normal_form(form: str) -> None:
    document = read(corpus("seed", f"UNEP-CMS-COP15-Doc.18.1.{form}"))
    assert normal(document) == document
