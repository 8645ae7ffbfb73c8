"""Plain text: words and structure, without marks and links.

Headings begin with `#`, items are indented by tabs, a tab parts label and words, `>` begins a
quotation. `{annex}` and the like tell what shape and place do not. A footnote is called by `[^1]`
and stands at the end.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from whimbrel.document import Document, Node, Placed, walk
from whimbrel.document.flat import size
from whimbrel.document.front import front_matter
from whimbrel.document.normal import note_keys, without_marks
from whimbrel.document.outline import Look, Outline, Shape, look_of, told
from whimbrel.document.walk import slug

CALL = re.compile(r"\[(?=\\*\^)")
START = re.compile(r"[\\#>{|]|\[\^")


def text_of(document: Document) -> str:
    """The plain text of a document in normal form."""
    document = without_marks(document)
    parts = ["\n".join(front_matter(document.masthead, "text"))]
    places = walk(document)
    if document.summary:
        parts.append("{summary}")
        parts += blocks(places, size(document.summary))
        parts.append("{body}")
    parts += blocks(places, size(document.nodes))
    parts += map(footnote, note_keys(document), document.notes)
    return "\n\n".join(parts) + "\n"


def blocks(places: Iterator[Placed], count: int) -> Iterator[str]:
    """The next `count` nodes, each a block."""
    outline = Outline()
    for _, placed in zip(range(count), places, strict=False):
        look = look_of(placed)
        said = ", ".join(told(outline, placed, look))
        block = shaped(look, f"{{{said}}} " if said else "", placed.node)
        yield "> " + block.replace("\n", "\n> ") if look.quoted else block


def shaped(look: Look, said: str, node: Node) -> str:
    """A block in its shape, with what must be said of it."""
    if look.shape is Shape.TABLE:
        return "\n".join(([said.strip()] if said else []) + table(node))
    marks = {Shape.TITLE: "#" * look.level + " ", Shape.ITEM: "\t" * (look.level + 1)}
    return marks.get(look.shape, "") + said + line(node)


def table(node: Node) -> list[str]:
    """The rows of a table, and below them the caption."""
    rows = [f"| {' | '.join(map(cell, row))} |" for row in node.rows]
    return rows + ([line(node)] if node.label is not None or node.runs else [])


def cell(words: str) -> str:
    """A cell, in which no bar ends it."""
    return words.replace("\\", "\\\\").replace("|", "\\|")


def line(node: Node) -> str:
    """Label, tab and words."""
    label = "" if node.label is None else literal(node.label) + "\t"
    words = "".join(
        literal(run.text) if run.note is None else f"[^{run.note}]" for run in node.runs
    )
    out = label + words
    if not out:
        return "{empty}"
    return "\\" + out if START.match(out) else out


def literal(text: str) -> str:
    """Text in which nothing is taken for the call of a footnote."""
    return CALL.sub(r"[\\", text)


def footnote(key: str, node: Node) -> str:
    """A footnote; its printed mark is said only where the key does not show it."""
    words = line(replace(node, label=None))
    if node.label is None:
        return f"[^{key}]\t{{no mark}}\t{words}"
    if node.label == slug(node.label) == key.partition("~")[0]:
        return f"[^{key}]\t{words}"
    return f"[^{key}]\t{{mark}}\t{node.label}\t{words}"
