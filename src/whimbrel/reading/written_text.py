"""Plain text that Whimbrel wrote -> Document without marks and links."""

import re

from whimbrel.document import Document, Kind, Node, Run
from whimbrel.document.flat import nest
from whimbrel.document.front import without_front_matter
from whimbrel.document.outline import Look, Outline, Shape, understood
from whimbrel.document.runs import tidy
from whimbrel.reading.limits import Clock
from whimbrel.reading.written_checks import known_version
from whimbrel.reading.written_markdown import cells

SAID = re.compile(r"\{(?P<said>[a-z0-9 ,]+)\}(?: |$)")
SHAPE = re.compile(r"(?P<hashes>\#{1,6})[ ] | (?P<tabs>\t+)", re.VERBOSE)
FOOTNOTE = re.compile(r"\[\^(?P<key>[^\]\[\s]+)\]\t(?:\{(?P<mark>mark|no mark)\}\t)?(?P<words>.*)")
CALL = re.compile(r"\[\^(?P<key>[^\]\[\s]+)\]")
LITERAL = re.compile(r"\[\\(\\*\^)")


def document_of(text: str, clock: Clock | None = None) -> Document:
    """The Document. ValueError where the form is not kept."""
    masthead, version, rest = without_front_matter(text)
    known_version(version)
    parts: dict[str, list[tuple[int, Node]]] = {"summary": [], "body": []}
    notes: list[Node] = []
    here, outline = "body", Outline()
    for number, chunk in enumerate(re.split(r"\n\n+", rest.strip("\n"))):
        if clock and number % 500 == 0:
            clock.check(f"block {number + 1}")
        lines = [line for line in chunk.split("\n") if line]
        if not lines:
            continue
        if chunk in ("{summary}", "{body}"):
            here, outline = chunk[1:-1], Outline()
        elif found := FOOTNOTE.fullmatch(chunk):
            notes.append(footnote(found))
        else:
            parts[here].append(block(outline, lines))
    return Document(
        masthead=masthead,
        summary=nest(parts["summary"]),
        nodes=nest(parts["body"]),
        notes=tuple(notes),
    )


def block(outline: Outline, lines: list[str]) -> tuple[int, Node]:
    """The node of a block and its depth."""
    quoted = lines[0].startswith("> ")
    lines = [line.removeprefix("> ") for line in lines] if quoted else lines
    rows = tuple(cells(line) for line in lines if line.startswith("|"))
    if rows:
        said = SAID.match(lines[0])
        caption = lines[-1] if not lines[-1].startswith("|") else "{empty}"
        look, rest = Look(shape=Shape.TABLE, quoted=quoted), caption
    else:
        # Whimbrel writes a paragraph in one line; an editor may have wrapped it.
        words = " ".join(lines)
        shape = SHAPE.match(words)
        rest = words[shape.end() :] if shape else words
        said = None if rest == "{empty}" else SAID.match(rest)
        rest = rest[said.end() :] if said else rest
        look = look_of(shape, labelled="\t" in rest, quoted=quoted)
    kind, depth = understood(outline, look, said["said"].split(", ") if said else [])
    label, words = labelled(rest)
    return depth, Node(kind=kind, label=label, runs=runs_of(words), rows=rows)


def look_of(shape: re.Match[str] | None, *, labelled: bool, quoted: bool) -> Look:
    """What the beginning of a block shows."""
    if shape is None:
        return Look(shape=Shape.BLOCK, labelled=labelled, quoted=quoted)
    if shape["hashes"]:
        return Look(shape=Shape.TITLE, level=len(shape["hashes"]), labelled=labelled, quoted=quoted)
    return Look(shape=Shape.ITEM, level=len(shape["tabs"]) - 1, labelled=labelled, quoted=quoted)


def labelled(line: str) -> tuple[str | None, str]:
    """Label and words of a line."""
    if line == "{empty}":
        return None, ""
    label, tab, words = line.removeprefix("\\").partition("\t")
    return (unescaped(label), words) if tab else (None, label)


def footnote(found: re.Match[str]) -> Node:
    """A footnote."""
    label: str | None = found["key"].partition("~")[0]
    words = found["words"]
    if found["mark"] == "mark":
        label, _, words = words.partition("\t")
    elif found["mark"]:
        label = None
    return Node(kind=Kind.NOTE, label=label, runs=runs_of(labelled(words)[1]))


def runs_of(words: str) -> tuple[Run, ...]:
    """Words and calls of footnotes."""
    out: list[Run] = []
    at = 0
    for call in CALL.finditer(words):
        out += [Run(text=unescaped(words[at : call.start()])), Run(note=call["key"])]
        at = call.end()
    return tidy([*out, Run(text=unescaped(words[at:]))])


def unescaped(text: str) -> str:
    """Text in which a bracket is a bracket again."""
    return LITERAL.sub(r"[\1", text)
