"""Plain text: words and structure for people and for `diff`."""

from tests.builders import item, node, note, paragraph, progress_report, run, table
from whimbrel.document import Document, Kind
from whimbrel.writing.text import text_of


def body(document: Document) -> str:
    """The text below the front matter."""
    return text_of(document).split("---\n", 2)[2].strip("\n")


def test_tabs_show_depth_and_part_the_label() -> None:
    document = Document(nodes=(paragraph("Asks:", item("(a)", "x", item("(i)", "y")), label="1."),))
    assert body(document) == "1.\tAsks:\n\n\t(a)\tx\n\n\t\t(i)\ty"


def test_marks_and_links_are_left_out_and_calls_stay() -> None:
    runs = (run("Notes ", italic=True), run("78/155", href="https://e.org"), run(note="1"))
    document = Document(nodes=(node(Kind.PARAGRAPH, runs=runs),), notes=(note("1", "See."),))
    assert body(document) == "Notes 78/155[^1]\n\n[^1]\tSee."


def test_what_looks_like_a_mark_is_kept_apart() -> None:
    document = Document(nodes=(paragraph("# a"), paragraph("{annex} b"), paragraph("a [^1]")))
    assert body(document) == "\\# a\n\n\\{annex} b\n\na [\\^1]"


def test_a_table_has_bars() -> None:
    assert body(Document(nodes=(table(("a|b", "c"), ("", "d")),))) == "| a\\|b | c |\n|  | d |"


def test_kinds_that_shape_does_not_tell_are_told() -> None:
    assert "# {annex} ANNEX 1\tDRAFT DECISIONS" in body(progress_report())
    assert body(progress_report()).count("{directed}") == 1
