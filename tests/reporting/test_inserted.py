"""Words of officers below and after a piece."""

import pytest

from whimbrel.document import Kind, Node, Run
from whimbrel.reporting.edits import Edit, Fate
from whimbrel.reporting.inserted import inserted
from whimbrel.reporting.piece import Piece


def piece() -> Piece:
    """A numbered paragraph with two items."""
    items = tuple(
        Node(kind=Kind.ITEM, label=f"{label})", runs=(Run(text=words),))
        for label, words in (("a", "count terns;"), ("b", "count gulls."))
    )
    node = Node(kind=Kind.PARAGRAPH, label="#", runs=(Run(text="It shall:"),), children=items)
    return Piece(key="background/1", node=node)


@pytest.mark.parametrize(
    ("base", "words", "state"),
    [
        ("count gulls.", "count all gulls.", Fate.KEPT),
        ("count ducks.", "count all gulls.", Fate.BEHIND),
        ("count ducks.", "count gulls.", Fate.AGREED),
    ],
)
def test_an_item_below_a_piece_reads_as_the_officer_wrote_it(
    base: str, words: str, state: Fate
) -> None:
    (one,), changes, left = inserted([piece()], {"background/1#2": Edit(words=words, base=base)})
    assert [child.text for child in one.node.children] == ["count terns;", words]
    assert [(each.key, each.state) for each in changes] == [("background/1#2", state)]
    assert not left


def test_an_item_that_is_gone_leaves_its_edit_to_be_shown() -> None:
    edits = {"background/1#7": Edit(words="Lost?", base=""), "intro": Edit(words="x", base="y")}
    (one,), changes, left = inserted([piece()], edits)
    assert (one, changes, left) == (piece(), (), edits)


def test_paragraphs_after_a_piece_are_numbered_as_it_is() -> None:
    edits = {"after/background/1": Edit(words="First.\n\nSecond.", base="")}
    found, changes, left = inserted([piece()], edits)
    assert [(one.key, one.node.label, one.node.text) for one in found[1:]] == [
        ("after/background/1", "#", "First."),
        ("after/background/1~2", "#", "Second."),
    ]
    assert (len(changes), left) == (1, {})
