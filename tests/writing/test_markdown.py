"""Markdown: as few marks as can be, and the same words in any common renderer."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from tests.builders import (
    documents,
    heading,
    item,
    node,
    paragraph,
    progress_report,
    run,
    runs,
    texts,
)
from whimbrel.document import Document, Kind, Run
from whimbrel.document.marks import INNER_SPACE
from whimbrel.document.normal import cleaned, normal
from whimbrel.document.runs import plain, tidy
from whimbrel.writing.markdown import markdown_of
from whimbrel.writing.markdown_words import inline


def body(document: Document) -> str:
    """The Markdown below the front matter."""
    return markdown_of(document).split("---\n", 2)[2].strip("\n")


def dressed_letters(markdown: str) -> list[tuple[str, bool, bool]]:
    """Each letter but spaces that a common renderer shows, and whether it is italic and bold."""
    out: list[tuple[str, bool, bool]] = []
    worn = {"i": 0, "b": 0}
    for token in MarkdownIt("commonmark").parseInline(markdown)[0].children or []:
        mark = {"em": "i", "strong": "b"}.get(token.tag) or token.content.strip("</>")
        if token.type == "html_inline" or token.tag:
            worn[mark] += -1 if token.nesting < 0 or token.content.startswith("</") else 1
            continue
        out += [(char, bool(worn["i"]), bool(worn["b"])) for char in token.content]
    return [each for each in out if each[0] not in (" ", INNER_SPACE)]


def shown(markdown: str) -> str:
    """The words that a common renderer shows."""
    tokens = MarkdownIt("commonmark").parseInline(markdown)[0].children or []
    return "".join(token.content for token in tokens if token.type in ("text", "code_inline"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((run("Recalling", italic=True), run(" its resolution")), "*Recalling* its resolution"),
        ((run("Notes ", italic=True), run("that")), "*Notes*\u2005that"),
        ((run("a", bold=True, italic=True),), "***a***"),
        ((run("R"), run("equests", italic=True)), "R*equests*"),
        ((run("a", italic=True), run("b", bold=True)), "*a*<b>b</b>"),
        ((run("a"), run("(b)", italic=True), run("c")), "a<i>(b)</i>c"),
        ((run("78/155", href="https://e.org/x"),), "[78/155](https://e.org/x)"),
        ((run("1844", href="https://e.org/1844(2008)"),), "[1844](<https://e.org/1844(2008)>)"),
        ((run("as agreed"), run(note="1"), run(":")), "as agreed[^1]:"),
        ((run("wow!"), run("a", href="#")), "wow\\![a](#)"),
        ((run("snake_case and _this_"),), "snake_case and \\_this\\_"),
        ((run("R&D, &amp;, 2 * 3 < 7"),), "R&D, \\&amp;, 2 \\* 3 \\< 7"),
        ((run("[sic]"),), "\\[sic]"),
        ((run("](", href="#"),), "[\\](](#)"),
        ((run("](", bold=True), run("x")), "<b>\\](</b>x"),
    ],
)
def test_words_are_marked_as_a_person_would(words: tuple[Run, ...], expected: str) -> None:
    assert inline(words) == expected


@settings(max_examples=200)
@given(runs())
def test_a_common_renderer_shows_the_same_emphasis(found: tuple[Run, ...]) -> None:
    words = tidy(cleaned(replace(each, href=None)) for each in found if each.note is None)
    letters = [(char, run.italic, run.bold) for run in words for char in run.text if char != " "]
    assert dressed_letters(inline(words)) == letters


@given(texts())
def test_a_common_renderer_shows_the_same_words(text: str) -> None:
    words = plain(re.sub("[\x00-\x1f\x7f-\x9f]", "", text))
    assert shown(inline(words)) == "".join(each.text for each in words)


@pytest.mark.parametrize(
    "text",
    ["# no heading", "> no quotation", "- no item", "1. no item", "12) no", "| a |", "+ a", "---"],
)
def test_words_at_the_start_of_a_block_are_words(text: str) -> None:
    html = MarkdownIt("commonmark").render(body(Document(nodes=(paragraph(text),))))
    assert html.startswith("<p>")
    assert re.sub(r"<[^>]+>|\n", "", html).replace("&gt;", ">") == text


def test_an_ordinary_document_needs_hardly_a_comment() -> None:
    document = Document(
        nodes=(
            heading(
                "Background", paragraph("The meeting:", item("(a)", "met;", item("(i)", "x;")))
            ),
            heading("End", paragraph("It ended.", label="2."), label="II."),
        )
    )
    assert body(document) == (
        "# Background\n\nThe meeting:\n\n- (a)\u2003met;\n  - (i)\u2003x;\n\n"
        "# II.\u2003End\n\n2.\u2003It ended."
    )


def test_the_preamble_is_told_once() -> None:
    recitals = [node(Kind.PREAMBLE, "Recalling,"), node(Kind.PREAMBLE, "Noting,")]
    document = Document(nodes=(*recitals, paragraph("Decides.", label="1.")))
    assert body(document) == "<!-- preamble -->\nRecalling,\n\nNoting,\n\n1.\u2003Decides."


def test_a_quoted_decision_is_a_quotation() -> None:
    lines = body(progress_report()).splitlines()
    assert "> Directed to the Secretariat" in lines
    assert "> 8.3\u2003The Secretariat shall:" in lines
    assert "> - a)\u2003visit the commissions;" in lines


def test_a_common_renderer_finds_lists_headings_and_quotations() -> None:
    html = MarkdownIt("commonmark").render(body(progress_report()))
    assert html.count("<ul>") == 4
    assert html.count("<h1>") == 3
    assert html.count("<h2>") == 1
    assert html.count("<blockquote>") == 1


@settings(max_examples=20)
@given(documents())
def test_no_line_ends_in_the_middle_of_a_paragraph(document: Document) -> None:
    text = markdown_of(normal(document))
    assert "\t" not in text
    assert "\r" not in text
