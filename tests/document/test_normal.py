"""The normal form: what it changes, what it leaves, and that twice is once."""

import pytest
from hypothesis import given, settings

from tests.builders import documents, item, node, note, paragraph, progress_report, run, table
from whimbrel.document import Document, Kind, Masthead, Node
from whimbrel.document.normal import normal, note_keys, without_marks


def body(*nodes: Node) -> tuple[Node, ...]:
    """The nodes of the normal form of a document with these nodes."""
    return normal(Document(nodes=nodes)).nodes


def test_an_ordinary_document_is_in_normal_form() -> None:
    assert normal(progress_report()) == progress_report()


@settings(max_examples=40)
@given(documents())
def test_normal_form_is_reached_in_one_step(document: Document) -> None:
    assert normal(document) == document


@settings(max_examples=40)
@given(documents())
def test_a_document_without_marks_is_in_normal_form_and_has_the_same_words(doc: Document) -> None:
    bare = without_marks(doc)
    assert normal(bare) == bare
    assert [each.text for each in bare.nodes] == [each.text for each in doc.nodes]
    assert without_marks(bare) == bare


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (paragraph("  two\u00a0 spaces\n"), paragraph("two spaces")),
        (paragraph("word", label=" 8. "), paragraph("word", label="8.")),
        (paragraph("word", label=""), paragraph("word")),
        (paragraph("a\x00b\x1bc\ufffe"), paragraph("abc")),
        (paragraph("no\u2011break co\u00adoperation"), paragraph("no-break cooperation")),
        (node(Kind.TABLE, "words, but no rows"), paragraph("words, but no rows")),
        (node(Kind.NOTE, "a footnote in the body"), paragraph("a footnote in the body")),
        (table(("a", "b "), ("c",)), table(("a", "b"), ("c", ""))),
        (node(Kind.PARAGRAPH, runs=(run("x", href=" "),)), paragraph("x")),
        (node(Kind.PARAGRAPH, runs=(run("x"), run(note="9"))), paragraph("x")),
    ],
)
def test_what_is_not_normal_becomes_so(found: Node, expected: Node) -> None:
    assert body(found) == (expected,)


def test_empty_nodes_go_and_what_hung_under_a_table_stands_after_it() -> None:
    holder = Node(kind=Kind.TABLE, rows=(("a",),), children=(paragraph("b"),))
    assert body(paragraph(" "), holder, item("", "")) == (table(("a",)), paragraph("b"))


def test_a_call_follows_its_footnote_to_the_new_key() -> None:
    found = Document(
        nodes=(node(Kind.PARAGRAPH, runs=(run("x"), run(note="x"), run(note="1"))),),
        notes=(note(" ", "first"), note("1.", "second")),
    )
    settled = normal(found)
    assert note_keys(settled) == ["x", "1"]
    assert [each.note for each in settled.nodes[0].runs] == [None, "x", "1"]


def test_a_footnote_calls_no_footnote_and_has_its_paragraphs_in_one_line() -> None:
    long = Node(
        kind=Kind.NOTE,
        label="1",
        runs=(run("See"), run(note="1")),
        children=(paragraph("annex."),),
    )
    assert normal(Document(notes=(long,))).notes == (note("1", "See annex."),)


def test_an_unlikely_language_is_no_language() -> None:
    head = Masthead(language="English", title="", lines=("a", " "))
    assert normal(Document(masthead=head)).masthead == Masthead(lines=("a",))
