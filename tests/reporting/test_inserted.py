"""Paragraphs of officers after a piece."""

from whimbrel.document import Kind, Node, Run
from whimbrel.reporting.edits import Edit
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


def test_what_stood_after_a_piece_that_is_gone_is_left_to_be_shown() -> None:
    edits = {"after/gone": Edit(words="Lost?", base=""), "intro": Edit(words="x", base="y")}
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
