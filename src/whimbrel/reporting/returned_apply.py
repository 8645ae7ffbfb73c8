"""A paper with the changes that an officer accepted: exactly those words, and all others as they
were."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from whimbrel.document import Document, Kind, Node, Placed, Run
from whimbrel.document.flat import nest
from whimbrel.document.form import DEEPEST
from whimbrel.document.runs import squeeze, tidy
from whimbrel.reading.passages import CALL
from whimbrel.reporting.returned_change import Change, Proposal
from whimbrel.reporting.returned_units import parts, words_of
from whimbrel.reporting.returned_words import steps

WITHIN = (Proposal.INSERTED, Proposal.DELETED, Proposal.REPLACED, Proposal.SPLIT)
HOLDERS = (Kind.HEADING, Kind.ANNEX, Kind.DIRECTED)
Cut = tuple[int, int, int, str]
"""Start, place among all changes, end, new words: in the order in which they are applied."""


@dataclass(slots=True, kw_only=True)
class Line:
    """One node of the new paper, before it is hung into the tree."""

    node: Node
    depth: int | None = None
    """None for what is new here: its depth follows from what stands before it."""
    runs_on: bool = False
    """The next node continues it."""


@dataclass(slots=True)
class Accepted:
    """The accepted changes by the address that they touch."""

    cuts: dict[str, list[Cut]] = field(default_factory=dict)
    cells: dict[str, dict[tuple[int, int], list[Cut]]] = field(default_factory=dict)
    rows: dict[str, list[Change]] = field(default_factory=dict)
    landings: dict[tuple[str, bool], list[Change]] = field(default_factory=dict)
    """By the address and whether it stands ahead of it."""
    gone: set[str] = field(default_factory=set)
    away: dict[str, Change] = field(default_factory=dict)
    """Whole paragraphs that stand elsewhere."""
    joined: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, changes: Iterable[Change], words: dict[str, str]) -> "Accepted":
        """The changes sorted; what touches no paragraph is passed by."""
        found = cls()
        for change in sorted(changes, key=lambda each: each.position):
            if change.address in words:
                found.take(change, words[change.address])
        for landings in found.landings.values():
            landings.sort(key=lambda each: each.to.position if each.to else 0)
        return found

    def take(self, change: Change, words: str) -> None:
        """One accepted change."""
        address, to = change.address, change.to
        cut = (change.start, change.position, change.end, change.after.replace(CALL, ""))
        if change.kind in WITHIN and change.cell is not None:
            self.cells.setdefault(address, {}).setdefault(change.cell, []).append(cut)
        elif change.kind in WITHIN:
            self.cuts.setdefault(address, []).append(cut)
        elif change.kind in (Proposal.NEW_ROW, Proposal.REMOVED_ROW):
            self.rows.setdefault(address, []).append(change)
        elif change.kind is Proposal.REMOVED_PARAGRAPH:
            self.gone.add(address)
        elif change.kind is Proposal.JOINED:
            self.joined.add(address)
        elif change.kind is Proposal.NEW_PARAGRAPH and to is not None:
            self.landings.setdefault((to.address, to.ahead), []).append(change)
        elif change.kind is Proposal.MOVED and to is not None:
            self.take_move(change, words)

    def take_move(self, change: Change, words: str) -> None:
        """A move: away from one place, and down at the other."""
        to = change.to
        if to is None:
            return
        whole = change.start == 0 and change.end == len(words) and change.cell is None
        if to.offset is None:
            self.landings.setdefault((to.address, to.ahead), []).append(change)
        else:
            after = change.after.replace(CALL, "")
            self.cuts.setdefault(to.address, []).append((to.offset, to.position, to.offset, after))
        if whole and to.offset is None:
            self.away[change.address] = change
        elif whole:
            self.gone.add(change.address)
        else:
            self.cuts.setdefault(change.address, []).append(
                (change.start, change.position, change.end, "")
            )


def accepted(sent: Document, changes: Iterable[Change]) -> Document:
    """The paper with these changes; without any, the paper that was sent.

    What is new has no number: numbers are given when a paper is laid out. Comments change nothing.
    """
    changes = tuple(changes)
    if not changes:
        return sent
    placed = parts(sent)
    found = Accepted.of(changes, {each.address: words_of(each.node.runs) for _, each in placed})
    nodes = {each.address: each.node for _, each in placed}
    maker = Maker(found=found, nodes=nodes)
    rows: dict[str, list[Line]] = {"summary": [], "body": [], "notes": []}
    for part, each in placed:
        rows[part] += maker.around(each)
    return replace(
        sent,
        summary=raised(rows["summary"]),
        nodes=raised(rows["body"]),
        notes=tuple(line.node for line in rows["notes"]),
    )


def applied(node: Node, changes: Iterable[Change]) -> tuple[Node, ...]:
    """What one paragraph becomes by the changes at its address: one node, several where it is
    split, none where it is removed. Its children stay under the first."""
    own = [replace(change, address="") for change in changes if change.kind in (*WITHIN, *ROWS)]
    removed = any(change.kind is Proposal.REMOVED_PARAGRAPH for change in changes)
    found = Accepted.of(own, {"": words_of(node.runs)})
    if removed:
        return ()
    made = Maker(found=found, nodes={}).edited(node, "")
    return tuple(replace(each, runs=tidy(each.runs)) for each in made)


ROWS = (Proposal.NEW_ROW, Proposal.REMOVED_ROW, Proposal.REMOVED_PARAGRAPH)


@dataclass(slots=True, kw_only=True)
class Maker:
    """Makes the lines of the new paper."""

    found: Accepted
    nodes: dict[str, Node]
    landed: set[str] = field(default_factory=set)

    def around(self, placed: Placed) -> Iterator[Line]:
        """A node at its place with all that stands ahead of it and behind it."""
        address = placed.address
        yield from self.landings(address, ahead=True)
        moved = self.found.away.get(address)
        if moved is None:
            yield from self.own(placed.node, address, placed.depth)
        # What came after a paragraph that somebody had moved unmarked came after it there.
        if moved is None or moved.tracked:
            yield from self.landings(address, ahead=False)

    def own(self, node: Node, address: str, depth: int | None) -> Iterator[Line]:
        """What a node became."""
        if address in self.found.gone:
            return
        lines = self.edited(node, address)
        for at, each in enumerate(lines):
            yield Line(
                node=replace(each, children=()),
                depth=None if at else depth,
                runs_on=at == len(lines) - 1 and address in self.found.joined,
            )

    def landings(self, address: str, *, ahead: bool) -> Iterator[Line]:
        """What came to stand beside a paragraph."""
        near = self.nodes[address]
        for change in self.found.landings.get((address, ahead), ()):
            if self.found.away.get(change.address) is not change:
                words = change.after.replace(CALL, "")
                yield Line(node=Node(kind=kind_beside(near), runs=(Run(text=words),)))
                continue
            if change.address in self.landed:
                continue
            self.landed.add(change.address)
            yield from self.moved(change)
            if not change.tracked:
                yield from self.landings(change.address, ahead=False)

    def moved(self, change: Change) -> Iterator[Line]:
        """A paragraph at its new place, in its old dress."""
        node = self.nodes[change.address]
        if squeeze(change.before.replace(CALL, "")) == squeeze(change.after.replace(CALL, "")):
            yield from self.own(node, change.address, None)
            return
        cuts = [
            (a, at, b, change.after[c:d].replace(CALL, ""))
            for at, (a, b, c, d) in enumerate(steps(change.before, change.after))
        ]
        yield Line(node=replace(node, children=(), runs=tidy(dressed(node.runs, cuts)[0])))

    def edited(self, node: Node, address: str) -> list[Node]:
        """A node with the changes inside it; several where it was split, none where no word is
        left."""
        if node.rows:
            node = replace(node, rows=self.table(node, address))
        cuts = self.found.cuts.get(address)
        if not cuts:
            return [node]
        full = [tuple(runs) for runs in dressed(node.runs, sorted(cuts)) if tidy(runs)]
        if not full:
            return [] if words_of(node.runs) and not node.rows else [replace(node, runs=())]
        more = [Node(kind=kind_beside(node), runs=runs) for runs in full[1:]]
        return [replace(node, runs=full[0]), *more]

    def table(self, node: Node, address: str) -> tuple[tuple[str, ...], ...]:
        """The rows of a table with the changes in cells and of rows."""
        cells = self.found.cells.get(address, {})
        rows = [
            tuple(
                edited_text(cell, cells.get((row, column), ())) for column, cell in enumerate(texts)
            )
            for row, texts in enumerate(node.rows)
        ]
        changes = self.found.rows.get(address, ())
        gone = {
            change.cell[0]
            for change in changes
            if change.cell and change.kind is Proposal.REMOVED_ROW
        }
        out: list[tuple[str, ...]] = []
        width = max(map(len, node.rows), default=0)
        for at in range(-1, len(rows)):
            if at >= 0 and at not in gone:
                out.append(rows[at])
            for change in changes:
                if change.kind is Proposal.NEW_ROW and change.cell and change.cell[0] == at:
                    texts = [squeeze(cell) for cell in change.after.split("\t")]
                    out.append(tuple((texts + [""] * width)[:width]))
        return tuple(out)


def edited_text(text: str, cuts: Sequence[Cut]) -> str:
    """A text with words replaced."""
    out, at = "", 0
    for start, _, end, words in sorted(cuts):
        out, at = out + text[at:start] + words, end
    return squeeze(out + text[at:]) if cuts else text


def dressed(runs: tuple[Run, ...], cuts: Sequence[Cut]) -> list[list[Run]]:
    """Runs with words replaced, a list a line. New words wear the dress of those before them."""
    lines: list[list[Run]] = [[]]
    at = 0
    for start, _, end, words in cuts:
        lines[-1] += between(runs, at, start)
        dress = next(
            (run for run in reversed(between(runs, 0, max(start, end))) if run.note is None),
            next((run for run in runs if run.note is None), Run()),
        )
        for number, line in enumerate(words.split("\n")):
            if number:
                lines.append([])
            lines[-1].append(replace(dress, text=line, href=None))
        at = end
    lines[-1] += between(runs, at, sum(map(length, runs)))
    return lines


def length(run: Run) -> int:
    """The characters of a run; the call of a footnote is one."""
    return len(run.text) if run.note is None else 1


def between(runs: tuple[Run, ...], start: int, end: int) -> list[Run]:
    """The runs from one character to another."""
    out, at = [], 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, length(run))
        if first < last:
            out.append(run if run.note is not None else replace(run, text=run.text[first:last]))
        at += length(run)
    return out


def kind_beside(near: Node) -> Kind:
    """What a new paragraph is by its neighbour."""
    return near.kind if near.kind in (Kind.ITEM, Kind.PREAMBLE, Kind.NOTE) else Kind.PARAGRAPH


def raised(lines: Iterable[Line]) -> tuple[Node, ...]:
    """Lines as a tree: each keeps its depth as far as what stands before it allows."""
    out: list[tuple[int, Node]] = []
    path: list[Kind] = []
    runs_on = False
    for line in lines:
        node = line.node
        if runs_on and node.kind is not Kind.TABLE and out:
            depth, last = out[-1]
            out[-1] = depth, replace(last, runs=tidy((*last.runs, *node.runs)))
            runs_on = line.runs_on
            continue
        depth = beside(node, path) if line.depth is None else line.depth
        depth = min(depth, len(path), DEEPEST)
        path[depth:] = [node.kind]
        out.append((depth, replace(node, runs=tidy(node.runs))))
        runs_on = line.runs_on
    return nest(out)


def beside(node: Node, path: list[Kind]) -> int:
    """How deep something new stands behind the nodes of a path."""
    for depth in range(len(path) - 1, -1, -1):
        if path[depth] is node.kind:
            return depth
        if path[depth] in HOLDERS:
            return depth + 1
        if node.kind is Kind.ITEM and path[depth] in (Kind.PARAGRAPH, Kind.DECISION):
            return depth + 1
    return 0
