"""Markdown that a person likes to read and that is read back without loss.

Headings, lists, quotations, tables, footnotes, links and emphasis are those of common Markdown. A
front matter holds the masthead and says that Whimbrel wrote the file. An HTML comment, which nobody
sees, tells what shape and place do not: `<!-- annex -->`, `<!-- preamble -->` before the first of
several, `<!-- depth 2 -->`.
"""

import re
from collections.abc import Iterator

from whimbrel.document import Document, Node, Placed, walk
from whimbrel.document.flat import size
from whimbrel.document.front import front_matter
from whimbrel.document.marks import BULLET, LABEL_END
from whimbrel.document.normal import note_keys
from whimbrel.document.outline import Look, Outline, Shape, look_of, told
from whimbrel.document.walk import slug
from whimbrel.writing.markdown_words import escaped, escaped_start, inline

ITEM = re.compile(r"(?:> )?[ ]*- [^\n]*\Z")
"""A block that is one item and nothing more."""


def markdown_of(document: Document) -> str:
    """The Markdown of a document in normal form."""
    parts = ["\n".join(front_matter(document.masthead, "markdown"))]
    places = walk(document)
    if document.summary:
        parts.append("<!-- summary -->")
        parts += blocks(places, size(document.summary))
        parts.append("<!-- body -->")
    parts += blocks(places, size(document.nodes))
    parts += map(footnote, note_keys(document), document.notes)
    return joined(parts) + "\n"


def blocks(places: Iterator[Placed], count: int) -> Iterator[str]:
    """The next `count` nodes, each a block."""
    outline = Outline()
    for _, placed in zip(range(count), places, strict=False):
        look = look_of(placed)
        said = list(told(outline, placed, look))
        comment = f"<!-- {', '.join(said)} -->\n" if said else ""
        block = comment + indented(
            look, table(placed.node) if look.shape is Shape.TABLE else line(placed.node, look)
        )
        yield "> " + block.replace("\n", "\n> ") if look.quoted else block


def indented(look: Look, block: str) -> str:
    """A block with the marks of its shape."""
    if look.shape is Shape.TITLE:
        return "#" * look.level + " " + block
    return "  " * look.level + "- " + block if look.shape is Shape.ITEM else block


def line(node: Node, look: Look) -> str:
    """Label and words."""
    words = inline(node.runs)
    if look.shape is Shape.TITLE and words.endswith("#"):
        words = words[:-1] + "\\#"
    if node.label is not None and not (look.shape is Shape.ITEM and node.label == BULLET and words):
        return escaped_start(escaped(node.label) + LABEL_END) + words
    if words and not (look.shape is Shape.ITEM and node.label is None):
        return escaped_start(words)
    return LABEL_END + words


def table(node: Node) -> str:
    """A table with its first row as head, and below it the caption."""
    rows = [
        f"| {' | '.join(escaped(cell).replace('|', chr(92) + '|') for cell in row)} |"
        for row in node.rows
    ]
    rows.insert(1, "|" + " --- |" * len(node.rows[0]))
    if node.label is not None or node.runs:
        label = "" if node.label is None else escaped(node.label) + LABEL_END
        rows.append(f": {label}{inline(node.runs)}")
    return "\n".join(rows)


def footnote(key: str, node: Node) -> str:
    """A footnote; its printed mark is said only where the key does not show it."""
    comment = ""
    if node.label is None or slug(node.label) != node.label or key.partition("~")[0] != node.label:
        # No mark may end the comment that it stands in.
        mark = escaped(node.label or "").replace("-->", "--\\>")
        comment = f"<!-- mark {mark} -->\n"
    return f"{comment}[^{key}]: {inline(node.runs)}"


def joined(parts: list[str]) -> str:
    """Blocks with an empty line between them; items of one list and blocks of one quotation stand
    closer."""
    out: list[str] = []
    before = ""
    for part in parts:
        if out:
            out.append(between(before, part))
        out.append(part)
        before = part
    return "".join(out)


def between(before: str, part: str) -> str:
    """What parts two blocks."""
    quoted = part.startswith("> ") and before.startswith("> ")
    if (quoted or not part.startswith("> ")) and ITEM.match(before) and ITEM.match(part):
        return "\n"
    return "\n>\n" if quoted else "\n\n"
