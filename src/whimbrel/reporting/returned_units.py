"""The paper that was sent as units that have words and an address: paragraphs, cells, footnotes."""

from dataclasses import dataclass

from whimbrel.document import Document, Kind, Node, Placed, Run, walk
from whimbrel.document.bookmark import bookmark
from whimbrel.document.walk import clean
from whimbrel.reading.passages import CALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Words at an address, as sent."""

    address: str
    words: str
    """A footnote's call is one character, `CALL`."""
    label: str = ""
    cell: tuple[int, int] | None = None
    """Row and column in a table."""
    part: str = "body"
    """`summary`, `body` or `notes`."""
    kind: Kind = Kind.PARAGRAPH

    @property
    def bookmark(self) -> str:
        """The name by which a Word file knows it."""
        return bookmark(self.address)


def words_of(runs: tuple[Run, ...]) -> str:
    """The words of runs, with a sign where a footnote is called."""
    return "".join(CALL if run.note is not None else run.text for run in runs)


def parts(document: Document) -> list[tuple[str, Placed]]:
    """Every node with the part of the document it stands in."""
    out: list[tuple[str, Placed]] = []
    placed = walk(document)
    for name, nodes in (("summary", document.summary), ("body", document.nodes)):
        out += [(name, next(placed)) for _ in range(count(nodes))]
    return out + [("notes", each) for each in placed]


def count(nodes: tuple[Node, ...]) -> int:
    """How many nodes there are, those below counted."""
    return sum(1 + count(node.children) for node in nodes)


def units(document: Document) -> list[Unit]:
    """The units of a document in reading order."""
    out = []
    for part, placed in parts(document):
        node = placed.node
        out.append(
            Unit(
                address=placed.address,
                words=words_of(node.runs),
                label=node.label or "",
                part=part,
                kind=node.kind,
            )
        )
        for row, cells in enumerate(node.rows):
            for column, cell in enumerate(cells):
                out.append(
                    Unit(
                        address=placed.address,
                        words=cell,
                        cell=(row, column),
                        part=part,
                        kind=Kind.TABLE,
                    )
                )
    return out


def unlabelled(text: str, unit: Unit) -> int:
    """How many characters of a passage are the printed number or letter before the words."""
    if text == unit.words:
        return 0
    for label in dict.fromkeys((unit.label, clean(unit.label))):
        if not label or not text.startswith(label):
            continue
        rest = text[len(label) :]
        if rest and not rest.startswith(" ") and rest != unit.words:
            continue
        if rest.lstrip(" ") == unit.words or not unit.words.startswith(label):
            return len(text) - len(rest.lstrip(" "))
    return 0
