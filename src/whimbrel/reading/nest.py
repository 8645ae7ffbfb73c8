"""Blocks -> tree: headings hold what is under them, paragraphs their items, addressee lines their
decisions.

Lists are told apart by what their labels count; the list level of the file helps where counting
alone cannot tell.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from whimbrel.document import Kind, Node, Run
from whimbrel.document.runs import tidy
from whimbrel.reading.block import Block, pattern
from whimbrel.reading.lists import Draft, Entry, Lists

DEEPEST = 20
"""Lists inside lists, at the most."""


def nest(blocks: Sequence[Block]) -> tuple[Node, ...]:
    """The tree of a body."""
    nest_ = Nest(blocks)
    for at, block in enumerate(blocks):
        nest_.take(at, block)
    return tuple(draft.frozen() for draft in nest_.root.children)


class Nest:
    """The tree while it grows: what stands open at each floor."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.root = Draft(Kind.HEADING)
        self.sections: list[Draft] = [self.root]
        self.lists = Lists(blocks)
        self.directed: Draft | None = None
        self.preamble: Draft | None = None

    @property
    def section(self) -> Draft:
        """The innermost annex or heading."""
        return self.sections[-1]

    def take(self, at: int, block: Block) -> None:
        """Put one block where it belongs."""
        match block.kind:
            case Kind.ITEM:
                self.item(at, block)
            case Kind.PARAGRAPH:
                self.paragraph(at, block)
            case Kind.HEADING:
                self.heading(block)
            case Kind.TABLE:
                self.section.add(Draft(Kind.TABLE, rows=block.line.rows))
            case Kind.PREAMBLE:
                self.close()
                self.preamble = self.section.add(Draft(Kind.PREAMBLE, runs=block.runs))
            case Kind.DECISION:
                self.decision(block)
            case Kind.DIRECTED:
                self.addressees(block)
            case Kind.ANNEX:
                self.annex(block)

    def close(self) -> None:
        """No list and no decision goes on."""
        self.lists.chain, self.directed, self.preamble = [], None, None

    def annex(self, block: Block) -> None:
        """An annex stands beside the body, and so beside other annexes."""
        self.close()
        draft = self.root.add(Draft(Kind.ANNEX, label=block.label, runs=unbold(block.runs)))
        self.sections = [self.root, draft]

    def heading(self, block: Block) -> None:
        """A heading closes those of its level and below."""
        self.close()
        level = block.level or 1
        if self.titles(block):
            self.section.runs = unbold(block.runs)
            return
        while (
            self.section.kind is Kind.HEADING
            and self.section is not self.root
            and self.section.level >= level
        ):
            self.sections.pop()
        self.sections.append(
            self.section.add(
                Draft(Kind.HEADING, label=block.label, runs=unbold(block.runs), level=level)
            )
        )

    def titles(self, block: Block) -> bool:
        """True for the words straight under `ANNEX` or `Decision 13/CP.24`: they are its title."""
        held = self.section
        fresh = held is not self.root and not held.runs and not held.children
        return fresh and block.label is None

    def addressees(self, block: Block) -> None:
        """An addressee line. Printed between a number and its words, it takes in that decision."""
        holder = self.decision_holder()
        last = holder.children[-1] if holder.children else None
        draft = Draft(Kind.DIRECTED, runs=unbold(block.runs))
        if last is not None and last.kind is Kind.DECISION and not last.runs and not last.children:
            draft.label = last.label
            draft.children = [last]
            holder.children[-1] = draft
            self.directed = draft
            return
        self.lists.chain = self.lists.chain[:1] if self.quoting else []
        self.directed = holder.add(draft)

    @property
    def quoting(self) -> bool:
        """A numbered paragraph stands open: decisions that follow it are quoted in it."""
        return bool(self.lists.chain) and self.lists.chain[0].draft.kind is Kind.PARAGRAPH

    def decision_holder(self) -> Draft:
        """What a decision or an addressee line belongs to: the paragraph that quotes it, or the
        section."""
        return self.lists.chain[0].draft if self.quoting else self.section

    def decision(self, block: Block) -> None:
        """A numbered decision, its addressees on the same line or not."""
        holder = self.decision_holder()
        head, reading = self.lists.chain[:1] if self.quoting else [], block.readings[0]
        self.preamble = None
        if pattern("directed").match(block.text):
            self.directed = holder.add(
                Draft(Kind.DIRECTED, label=block.label, runs=unbold(block.runs))
            )
            draft = self.directed.add(Draft(Kind.DECISION, label=block.label))
        elif self.directed is not None:
            draft = self.directed.add(Draft(Kind.DECISION, label=block.label, runs=block.runs))
        else:
            draft = holder.add(Draft(Kind.DECISION, label=block.label, runs=block.runs))
        self.lists.chain = [*head, Entry(draft, reading)]

    def paragraph(self, at: int, block: Block) -> None:
        """A numbered paragraph, or words without a number."""
        if block.label is None:
            self.loose(at, block)
            return
        if self.lists.is_inner_number(at, block):
            self.item(at, block)
            return
        self.close()
        draft = self.section.add(Draft(Kind.PARAGRAPH, label=block.label, runs=block.runs))
        self.lists.chain = [Entry(draft, block.readings[0], block.line.depth)]

    def loose(self, at: int, block: Block) -> None:
        """Words without a number: of the decision above, the end of a list, or a paragraph of the
        section."""
        decision = self.open_decision()
        if decision is not None and not decision.runs and not decision.children:
            decision.runs = block.runs
            return
        if self.lists.list_goes_on(at):
            self.lists.chain[-1].draft.add(Draft(Kind.PARAGRAPH, runs=block.runs))
            return
        goes_on = block.text[:1].islower() and bool(self.lists.chain)
        if decision is not None or goes_on:
            (decision or self.lists.chain[0].draft).add(Draft(Kind.PARAGRAPH, runs=block.runs))
            self.lists.chain = self.lists.chain[: 2 if decision is not None and self.quoting else 1]
            return
        self.close()
        self.section.add(Draft(Kind.PARAGRAPH, runs=block.runs))

    def open_decision(self) -> Draft | None:
        """The decision that stands open."""
        return next(
            (entry.draft for entry in self.lists.chain if entry.draft.kind is Kind.DECISION), None
        )

    def item(self, at: int, block: Block) -> None:
        """A lettered, numbered or bulleted item."""
        reading, parents = self.lists.place(at, block)
        parents = parents[:DEEPEST]
        holder = parents[-1].draft if parents else (self.preamble or self.section)
        draft = holder.add(Draft(Kind.ITEM, label=block.label, runs=block.runs))
        self.lists.chain = [*parents, Entry(draft, reading, block.line.depth)]


def unbold(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs of a heading: its being one says that it is bold."""
    runs = tuple(runs)
    if not any(run.bold for run in runs):
        return runs
    return tidy(replace(run, bold=False) for run in runs)
