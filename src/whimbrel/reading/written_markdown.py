"""Markdown that Whimbrel wrote -> Document. Everybody else's Markdown is read in
`reading.markdown`."""

import re
from collections.abc import Iterator

from whimbrel.document import Document, Kind, Node
from whimbrel.document.flat import nest
from whimbrel.document.front import without_front_matter
from whimbrel.document.marks import BULLET, LABEL_END
from whimbrel.document.outline import Look, Outline, Shape, understood
from whimbrel.reading.limits import Clock
from whimbrel.reading.written_checks import known_version
from whimbrel.reading.written_markdown_words import runs_of, unescaped

COMMENT = re.compile(r"<!-- (?P<said>.*) -->")
SHAPE = re.compile(r"(?P<hashes>\#{1,6})[ ] | (?P<indent>[ ]*)-[ ]", re.VERBOSE)
ITEM = re.compile(r"[ ]*- ")
FOOTNOTE = re.compile(r"\[\^[^\]\[\s]+\]: ?")
CELLS = re.compile(r"(?:[^\\|]|\\.)*")


def document_of(text: str, clock: Clock | None = None) -> Document:
    """The Document. ValueError where the form is not kept."""
    masthead, version, rest = without_front_matter(text)
    known_version(version)
    parts: dict[str, list[tuple[int, Node]]] = {"summary": [], "body": []}
    notes: list[Node] = []
    here, outline = "body", Outline()
    for number, (said, quoted, lines) in enumerate(blocks(rest)):
        if clock and number % 500 == 0:
            clock.check(f"block {number + 1}")
        if not lines:
            here, outline = said, Outline()
        elif FOOTNOTE.match(lines[0]) and not quoted:
            notes.append(footnote(said, " ".join(lines)))
        else:
            parts[here].append(block(outline, said, quoted, lines))
    return Document(
        masthead=masthead,
        summary=nest(parts["summary"]),
        nodes=nest(parts["body"]),
        notes=tuple(notes),
    )


def blocks(text: str) -> Iterator[tuple[str, bool, list[str]]]:
    """What the comment says, whether it is quoted, and the lines of each block."""
    for chunk in re.split(r"\n(?:>?[ ]*\n)+", text.strip("\n")):
        lines = [line for line in chunk.split("\n") if line]
        if not lines:
            continue
        quoted = lines[0].startswith("> ")
        if quoted:
            lines = [line.removeprefix("> ") for line in lines]
        comment = COMMENT.fullmatch(lines[0])
        said = comment["said"] if comment else ""
        lines = lines[1:] if comment else lines
        if not lines or not ITEM.match(lines[0]):
            yield said, quoted, lines
            continue
        for line in lines:
            yield said, quoted, [line]
            said = ""


def block(outline: Outline, said: str, quoted: bool, lines: list[str]) -> tuple[int, Node]:
    """The node of a block and its depth."""
    # Whimbrel writes a paragraph in one line; an editor may have wrapped it.
    words = " ".join(lines)
    rows: tuple[tuple[str, ...], ...] = ()
    shape = SHAPE.match(words)
    if words.startswith("|"):
        look = Look(shape=Shape.TABLE, quoted=quoted)
        label, words, rows = table(lines)
    elif shape is None:
        label, words = labelled(words)
        look = Look(shape=Shape.BLOCK, labelled=label is not None, quoted=quoted)
    elif shape["hashes"]:
        label, words = labelled(words[shape.end() :])
        look = Look(shape=Shape.TITLE, level=len(shape["hashes"]), quoted=quoted)
    else:
        rest = words[shape.end() :]
        label, words = labelled(rest) if LABEL_END in rest else (BULLET, rest)
        look = Look(shape=Shape.ITEM, level=len(shape["indent"]) // 2, quoted=quoted)
    kind, depth = understood(outline, look, said.split(", ") if said else [])
    return depth, Node(kind=kind, label=label, runs=runs_of(words), rows=rows)


def labelled(words: str) -> tuple[str | None, str]:
    """Label and words."""
    label, mark, rest = words.partition(LABEL_END)
    return (unescaped(label) or None, rest) if mark else (None, words)


def table(lines: list[str]) -> tuple[str | None, str, tuple[tuple[str, ...], ...]]:
    """Label, caption and rows."""
    rows = [line for line in lines if line.startswith("|")]
    caption = [line.removeprefix(": ") for line in lines if not line.startswith("|")]
    label, words = labelled(caption[0]) if caption else (None, "")
    del rows[1:2]
    return label, words, tuple(map(cells, rows))


def cells(row: str) -> tuple[str, ...]:
    """The cells of a row."""
    found = [unescaped(cell.strip(" ")) for cell in CELLS.findall(row.strip(" ")[1:-1]) if cell]
    return tuple(found)


def footnote(said: str, line: str) -> Node:
    """A footnote; its label is what the comment says, or its key."""
    call = FOOTNOTE.match(line)
    assert call is not None
    label: str | None = call.group()[2:].partition("]")[0].partition("~")[0]
    if said.startswith("mark"):
        label = unescaped(said[5:]) or None
    return Node(kind=Kind.NOTE, label=label, runs=runs_of(line[call.end() :]))
