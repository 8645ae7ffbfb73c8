"""Nest: blocks -> tree. Each example is a text and the tree it should make, drawn by indents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.document import Node
from whimbrel.document.runs import plain
from whimbrel.reading.classify import classify
from whimbrel.reading.docx_numbering import letters
from whimbrel.reading.line import Line
from whimbrel.reading.nest import nest
from whimbrel.reading.outline import outline


def drawn(nodes: tuple[Node, ...], indent: int = 0) -> list[str]:
    """A tree as indented labels; words stand in for what has no label."""
    out = []
    for node in nodes:
        out += [
            " " * indent + (node.label or node.text or node.kind.value),
            *drawn(node.children, indent + 1),
        ]
    return out


def tree(lines: list[Line]) -> list[str]:
    """The tree that lines make, drawn."""
    return drawn(nest(outline(classify(lines))))


def typed(*texts: str) -> list[Line]:
    """Lines whose labels are typed."""
    return [Line(runs=plain(text)) for text in texts]


def listed(*labels: tuple[str, int]) -> list[Line]:
    """Lines with automatic labels and their list levels."""
    return [Line(runs=plain("words"), label=label, depth=depth) for label, depth in labels]


EXAMPLES = {
    "items under their paragraph": (
        ["1. Asks:", "(a) nets;", "(b) boats.", "2. Ends."],
        ["1.", " (a)", " (b)", "2."],
    ),
    "roman under letters": (
        ["1. Asks:", "(a) nets:", "(i) old;", "(ii) new;", "(b) boats."],
        ["1.", " (a)", "  (i)", "  (ii)", " (b)"],
    ),
    "letters under roman": (
        ["1. Asks:", "(i) nets:", "(a) old;", "(b) new;", "(ii) boats."],
        ["1.", " (i)", "  (a)", "  (b)", " (ii)"],
    ),
    "the letter i after h": (
        ["1. Asks:", *(f"({letter}) x;" for letter in "abcdefghij")],
        ["1.", *(f" ({letter})" for letter in "abcdefghij")],
    ),
    "roman i under h": (
        [
            "1. Asks:",
            *(f"({letter}) x;" for letter in "abcdefgh"),
            "(i) one;",
            "(ii) two;",
            "(i) three.",
        ],
        ["1.", *(f" ({letter})" for letter in "abcdefgh"), "  (i)", "  (ii)", " (i)"],
    ),
    "past z": (
        ["1. Asks:", "(y) x;", "(z) x;", "(aa) x;", "(bb) x.", "2. Ends."],
        ["1.", " (y)", " (z)", " (aa)", " (bb)", "2."],
    ),
    "a list that begins with b": (
        ["1. Amends:", "(b) nets;", "(c) boats.", "2. Ends."],
        ["1.", " (b)", " (c)", "2."],
    ),
    "a list with a bis": (
        ["1. Asks:", "(a) x;", "(a bis) y;", "(b) z."],
        ["1.", " (a)", " (a bis)", " (b)"],
    ),
    "a bis in a list inside a list": (
        ["1. Asks:", "(a) x:", "(i) y;", "(ii) y;", "(ii bis) z;", "(iii) z."],
        ["1.", " (a)", "  (i)", "  (ii)", "  (ii bis)", "  (iii)"],
    ),
    "numbers in brackets under letters": (
        ["1. Asks:", "a) x:", "(1) y;", "(2) y;", "b) z."],
        ["1.", " a)", "  (1)", "  (2)", " b)"],
    ),
    "bullets in an item": (
        ["1. Asks:", "(a) x:", "• y;", "• z;", "(b) w."],
        ["1.", " (a)", "  •", "  •", " (b)"],
    ),
    "bullets of two kinds": (
        ["1. Asks:", "• x:", "– y;", "– z;", "• w."],
        ["1.", " •", "  –", "  –", " •"],
    ),
    "a numbered list inside a paragraph": (
        ["4. Asks:", "1. nets;", "2. boats.", "5. Ends."],
        ["4.", " 1.", " 2.", "5."],
    ),
    "numbers that restart for good": (
        ["4. Ends.", "1. Begins.", "2. Goes on."],
        ["4.", "1.", "2."],
    ),
    "decisions under their addressees": (
        [
            "Directed to Parties",
            "19.45 They shall:",
            "a) write;",
            "b) read.",
            "19.46 They shall rest.",
            "Directed to the Bureau",
            "19.47 It shall rest.",
        ],
        [
            "Directed to Parties",
            " 19.45",
            "  a)",
            "  b)",
            " 19.46",
            "Directed to the Bureau",
            " 19.47",
        ],
    ),
    "decisions quoted in a paragraph": (
        [
            "3. The decisions read:",
            "Directed to Parties",
            "19.45 They shall write.",
            "4. They wrote.",
        ],
        ["3.", " Directed to Parties", "  19.45", "4."],
    ),
    "the number before the addressees": (
        [
            "19.45 Directed to Parties",
            "They shall:",
            "a) write.",
            "19.46 Directed to the Bureau",
            "It shall read.",
        ],
        ["19.45", " 19.45", "  a)", "19.46", " 19.46"],
    ),
    "two drafts with one number": (
        [
            "Directed to Parties",
            "15.AA They shall write.",
            "Directed to the Bureau",
            "15.AA It shall read.",
        ],
        ["Directed to Parties", " 15.AA", "Directed to the Bureau", " 15.AA"],
    ),
    "words between items of one list": (
        ["1. Asks:", "(a) x;", "Words of a.", "(b) y."],
        ["1.", " (a)", "  Words of a.", " (b)"],
    ),
    "words that go on after a list": (
        ["1. Asks:", "(a) x;", "(b) y,", "and no more."],
        ["1.", " (a)", " (b)", " and no more."],
    ),
    "annexes that count anew": (
        [
            "1. Body.",
            "ANNEX I",
            "1. One.",
            "2. Two.",
            "ANNEX II",
            "1. One.",
            "ANNEX III",
            "1. One.",
        ],
        ["1.", "ANNEX I", " 1.", " 2.", "ANNEX II", " 1.", "ANNEX III", " 1."],
    ),
    "an appendix beside annexes": (
        ["ANNEX I", "1. One.", "Appendix A", "1. One."],
        ["ANNEX I", " 1.", "Appendix A", " 1."],
    ),
    "articles and their titles": (
        ["Article 1", "Scope of things", "1. One.", "Article 2", "1. One."],
        ["Article 1", " 1.", "Article 2", " 1."],
    ),
    "sections": (
        ["I. Rivers", "1. One.", "A. Weirs", "2. Two.", "II. Lakes", "3. Three."],
        ["I.", " 1.", " A.", "  2.", "II.", " 3."],
    ),
}


@pytest.mark.parametrize(("texts", "expected"), EXAMPLES.values(), ids=EXAMPLES)
def test_the_labels_alone_make_the_tree(texts: list[str], expected: list[str]) -> None:
    assert tree(typed(*texts)) == expected


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (
            [("1.", 0), ("(a)", 1), ("(i)", 2), ("(b)", 1), ("2.", 0)],
            ["1.", " (a)", "  (i)", " (b)", "2."],
        ),
        (
            [("1.", 0), ("(a)", 0), ("(i)", 0), ("(ii)", 0), ("(b)", 0)],
            ["1.", " (a)", "  (i)", "  (ii)", " (b)"],
        ),
        ([("1.", 0), ("•", 1), ("•", 2), ("•", 2), ("•", 1)], ["1.", " •", "  •", "  •", " •"]),
        ([("4.", 0), ("1.", 1), ("2.", 1), ("5.", 0)], ["4.", " 1.", " 2.", "5."]),
        (
            [("1.", 0), ("(a)", 1), ("(b)", 1), ("(i)", 1), ("(ii)", 1)],
            ["1.", " (a)", " (b)", " (i)", " (ii)"],
        ),
        ([("1.", 0), ("(a)", 1), ("(i)", 2), ("•", 1)], ["1.", " (a)", "  (i)", " •"]),
    ],
)
def test_the_list_levels_of_the_file_help(
    labels: list[tuple[str, int]], expected: list[str]
) -> None:
    assert tree(listed(*labels)) == expected


def test_a_table_stands_in_its_section() -> None:
    lines = [*typed("I. Rivers", "1. One."), Line(rows=(("a", "b"),)), *typed("2. Two.")]
    assert tree(lines) == ["I.", " 1.", " table", " 2."]


def test_the_words_straight_under_an_annex_are_its_title() -> None:
    lines = [
        Line(runs=plain("ANNEX I")),
        Line(runs=plain("LIST OF RIVERS"), bold=True),
        Line(runs=plain("Eels swim.")),
    ]
    (annex,) = nest(outline(classify(lines)))
    assert (annex.label, annex.text, annex.children[0].text) == (
        "ANNEX I",
        "LIST OF RIVERS",
        "Eels swim.",
    )


def test_a_heading_loses_its_bold_and_keeps_its_italics() -> None:
    runs = plain("Rivers")
    (heading,) = nest(
        outline(
            classify(
                [Line(runs=tuple(type(run)(text=run.text, bold=True) for run in runs), heading=1)]
            )
        )
    )
    assert not heading.runs[0].bold


@given(st.integers(1, 60))
def test_a_lettered_list_of_any_length_is_one_list(count: int) -> None:
    texts = [f"({letters(value)}) words;" for value in range(1, count + 1)]
    found = tree(typed("1. Asks:", *texts, "2. Ends."))
    assert found == ["1.", *(f" ({letters(value)})" for value in range(1, count + 1)), "2."]


@given(
    st.lists(
        st.sampled_from(
            [
                "1. a",
                "2. b",
                "(a) c",
                "(i) d",
                "(b) e",
                "• f",
                "words",
                "ANNEX I",
                "I. Rivers",
                "19.4 x",
                "15.AA y",
                "Directed to Parties",
            ]
        ),
        max_size=14,
    )
)
def test_no_words_are_lost_or_made(texts: list[str]) -> None:
    found = " ".join(line.strip() for line in everything(nest(outline(classify(typed(*texts))))))
    given_ = sorted(" ".join(texts).split())
    assert sorted(found.split()) == given_


def everything(nodes: tuple[Node, ...]) -> list[str]:
    """Labels and words of a tree; a number that an addressee line and its decision hold, once."""
    out: list[str] = []
    for node in nodes:
        label = node.label if node.kind.value != "directed" else None
        out += [f"{label or ''} {node.text}", *everything(node.children)]
    return out
