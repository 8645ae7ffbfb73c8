"""Web pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import NASTY
from whimbrel.document import Run
from whimbrel.reading import Unreadable, examine_bytes
from whimbrel.reading.html import read_html
from whimbrel.reading.limits import Clock
from whimbrel.reading.line import Lines

TAGS = (
    "<p>", "</p>", "<div>", "</div>", "<li>", "<ol>", "<ul>", "</ol>", "<table>", "<tr>", "<td>",
    "</table>", "<h2>", "</h2>", '<a href="#x">', "</a>", "<sup>", "</sup>", "<br>", "<!--", "-->",
    "<script>", "</script>", '<i id="x">', "</i>",
)  # fmt: skip


def read(text: str) -> Lines:
    """The lines of a page."""
    return read_html(text, name="made.html", clock=Clock("made.html", 60))


def said(text: str) -> list[tuple[str | None, str]]:
    """(label, words) of each line."""
    return [(line.label, line.text) for line in read(text).lines]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>Eels swim.</p><p>Pike rest.</p>", ["Eels swim.", "Pike rest."]),
        (
            "<div>Eels <span>swim</span>.<p>Pike rest.</p>Perch.</div>",
            ["Eels swim.", "Pike rest.", "Perch."],
        ),
        ("<p>Eels<br>swim.</p>", ["Eels swim."]),
        ("<p>Eels\n   swim.</p>", ["Eels swim."]),
        ("<p>E<i>el</i>s</p>", ["Eels"]),
        ("<p>Eels &amp; pike</p>", ["Eels & pike"]),
        ("<nav>Home</nav><p>Eels.</p><script>x</script><style>y</style>", ["Eels."]),
        (
            '<p>Eels.</p><p hidden>no</p><p style="display: none">no</p><p aria-hidden="true">'
            "no</p>",
            ["Eels."],
        ),
        ("<p>Eels.<!-- no --></p>", ["Eels."]),
        ("Eels without any tag", ["Eels without any tag"]),
    ],
)
def test_blocks_are_lines_and_what_is_not_shown_is_not_read(page: str, words: list[str]) -> None:
    assert [text for _, text in said(page)] == words


def test_headings_have_their_level() -> None:
    assert [line.heading for line in read("<h1>Rivers</h1><h3>Weirs</h3><p>Eels.</p>").lines] == [
        1,
        3,
        None,
    ]


@pytest.mark.parametrize(
    ("page", "labels"),
    [
        ("<ol><li>a<li>b</ol>", ["1.", "2."]),
        ("<ol start=7><li>a<li>b</ol>", ["7.", "8."]),
        ("<ol start=x><li>a</ol>", ["1."]),
        ('<ol type="a"><li>a<li>b</ol>', ["a.", "b."]),
        ('<ol type="i"><li>a<li>b</ol>', ["i.", "ii."]),
        ('<ol type="I"><li>a<li value=9>b</ol>', ["I.", "IX."]),
        ("<ol><li value='²'>a</ol>", ["1."]),
        ("<ul><li>a<li>b</ul>", ["•", "•"]),
        ("<ol><li><p>a</p></ol>", ["1."]),
    ],
)
def test_lists_have_the_labels_that_a_browser_prints(page: str, labels: list[str]) -> None:
    assert [label for label, _ in said(page)] == labels


def test_a_huge_start_of_a_list_is_no_error() -> None:
    assert said(f"<ol start={'9' * 5000}><li>a</ol>")[0][1] == "a"


def test_a_list_in_a_list_is_deeper() -> None:
    found = read("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>").lines
    assert [(line.text, line.depth) for line in found] == [("a", 0), ("b", 1), ("c", 0)]


def test_a_second_paragraph_of_an_item_has_no_label() -> None:
    assert said("<ol><li><p>a</p><p>b</p></li></ol>") == [("1.", "a"), (None, "b")]


def test_words_keep_their_dress_and_links() -> None:
    found = (
        read('<p><em>Requests</em> <a href="https://example.org/d">Decision 3</a> <b>now</b></p>')
        .lines[0]
        .runs
    )
    assert found == (
        Run(text="Requests", italic=True),
        Run(text=" "),
        Run(text="Decision 3", href="https://example.org/d"),
        Run(text=" "),
        Run(text="now", bold=True),
    )


@pytest.mark.parametrize(
    "page",
    [
        "<p><b>Rivers</b></p>",
        '<p style="font-weight: bold">Rivers</p>',
        "<div><strong>Riv</strong><b>ers</b></div>",
    ],
)
def test_a_block_all_in_bold_is_bold(page: str) -> None:
    assert read(page).lines[0].bold


@pytest.mark.parametrize(
    "page",
    [
        '<p>Eels<sup><a href="#f1">1</a></sup> swim.</p>'
        '<div id="f1"><p><sup>1</sup> Anguilla.</p></div>',
        '<p>Eels<a class="footnote-ref" href="#f1"><sup>1</sup></a> swim.</p>'
        '<ol><li id="f1">Anguilla. <a href="#r1">↩</a></li></ol>',
        '<p>Eels<a role="doc-noteref" href="#f1">[1]</a> swim.</p>'
        '<aside id="f1">1 Anguilla.</aside>',
    ],
)
def test_footnotes_are_taken_out_and_called(page: str) -> None:
    found = read(page)
    assert [line.text for line in found.lines] == ["Eels swim."]
    assert Run(note="1") in found.lines[0].runs
    assert {
        key: "".join(run.text for run in runs).removeprefix("1 ")
        for key, runs in found.notes.items()
    } == {"1": "Anguilla."}


def test_a_link_inside_the_page_that_is_no_call_is_a_link() -> None:
    found = read('<p>See <a href="#annex">the annex</a>.</p><h2 id="annex">Annex</h2>')
    assert found.notes == {}
    assert found.lines[0].runs[1].href == "#annex"


def test_a_table_keeps_its_cells_and_their_words_whole() -> None:
    found = read(
        "<table><tr><th>Ri<b>ver</b></th><th>Eels</th></tr><tbody><tr><td>East<p>West</p></td></tr></table>"
    ).lines
    assert found[0].rows == (("River", "Eels"), ("East\nWest", ""))


def test_a_table_of_one_cell_is_a_box() -> None:
    assert [
        text for _, text in said("<table><tr><td><p>Summary</p><p>Eels.</p></td></tr></table>")
    ] == ["Summary", "Eels."]


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(Unreadable, match="no words"):
        examine_bytes(b"<html><body><p></p><div></div><p> </p></body></html>", name="empty.html")


def test_a_page_nested_too_deep_is_refused_or_read_and_never_a_crash() -> None:
    with pytest.raises(Unreadable):
        examine_bytes(
            b"<html><body>" + b"<div>" * 5000 + b"Eels." + b"</div>" * 5000 + b"<p>x</p>",
            name="deep.html",
        )


@given(st.lists(st.sampled_from((*TAGS, *NASTY, "Eels ")), max_size=40).map("".join))
def test_any_page_gives_lines_or_a_refusal(page: str) -> None:
    try:
        found = read(page)
    except Unreadable as refused:
        assert refused.file == "made.html"
        return
    assert all(line.runs or line.rows for line in found.lines)
