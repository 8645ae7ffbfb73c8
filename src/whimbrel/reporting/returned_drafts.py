"""Changes as they are found, passage by passage, before moves are seen and keys are given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from whimbrel.document.runs import squeeze
from whimbrel.reading.passages import CALL, NOBODY, Comment, Hand, Passage, State
from whimbrel.reporting.returned_change import Change, Landing, Proposal
from whimbrel.reporting.returned_tables import RowChange
from whimbrel.reporting.returned_units import Unit
from whimbrel.reporting.returned_words import Bits, Edit, Prepared, edits, sent_offset


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A change that is still to be ordered."""

    rank: tuple[float, int]
    """The passage it was found in, and its number there."""
    change: Change
    move: str | None = None


@dataclass(slots=True, kw_only=True)
class Drafts:
    """Gathers the changes of a returned file."""

    passages: Sequence[Passage]
    units: Sequence[Unit]
    found: list[Draft] = field(default_factory=list)
    last: int | None = None
    """The unit of the passage before."""
    unit_at: dict[int, Prepared] = field(default_factory=dict)
    """What was made of each passage."""
    before: dict[int, int | None] = field(default_factory=dict)
    """The unit before each passage, for comments on what is new."""

    def add(
        self,
        rank: float,
        kind: Proposal,
        address: str,
        hand: Hand,
        *,
        before: str = "",
        after: str = "",
        span: tuple[int, int] = (0, 0),
        cell: tuple[int, int] | None = None,
        to: Landing | None = None,
        tracked: bool = True,
        sure: bool = True,
        move: str | None = None,
        comment: Comment | None = None,
    ) -> None:
        """One more change."""
        change = Change(
            key="",
            kind=kind,
            address=address,
            position=0,
            before=before,
            after=after,
            start=span[0],
            end=span[1],
            cell=cell,
            to=to,
            author=hand.author,
            at=hand.at,
            tracked=tracked,
            sure=sure,
            resolved=comment is not None and comment.resolved,
            replies=comment.replies if comment is not None else (),
        )
        self.found.append(Draft(rank=(rank, len(self.found)), change=change, move=move))

    def sorted(self) -> list[Draft]:
        """All changes in the order of reading."""
        return sorted(self.found, key=lambda draft: draft.rank)

    def landing(self) -> Landing:
        """Behind the paragraph before, or ahead of all."""
        if self.last is None:
            first = next((unit.address for unit in self.units if unit.part != "notes"), "")
            return Landing(address=first, ahead=True)
        return Landing(address=self.units[self.last].address)

    def passage(self, found: Prepared, *, moved: bool) -> None:
        """The changes of one passage of running text."""
        low, high = found.core
        self.unit_at[found.passage] = found
        self.before[found.passage] = self.last
        for at, bits in enumerate(found.segments):
            if at < low or at > high:
                self.paragraph(found, bits)
            elif found.unit is None:
                self.untracked(found, bits)
            elif at == low:
                if moved:
                    self.moved(found)
                self.inside(found)
                self.last = found.unit

    def paragraph(self, found: Prepared, bits: Bits) -> None:
        """A paragraph that is all new."""
        words = squeeze("".join(bit.text for bit in bits).replace(CALL, ""))
        if not words:
            return
        to = self.landing()
        self.add(
            found.passage,
            Proposal.NEW_PARAGRAPH,
            to.address,
            hands(bits),
            after=words,
            to=to,
            tracked=all(bit.tracked for bit in bits),
            move=next((bit.move for bit in bits if bit.move), None),
        )

    def untracked(self, found: Prepared, bits: Bits) -> None:
        """A paragraph that stands in the file as if it had been sent, and was not."""
        words = squeeze(
            "".join(bit.text for bit in bits if bit.state is not State.DELETED).replace(CALL, "")
        )
        if not words:
            return
        to = self.landing()
        self.add(
            found.passage,
            Proposal.NEW_PARAGRAPH,
            to.address,
            NOBODY,
            after=words,
            to=to,
            tracked=False,
        )

    def moved(self, found: Prepared) -> None:
        """A paragraph that stands elsewhere without a mark."""
        unit = self.units[found.unit or 0]
        self.add(
            found.passage,
            Proposal.MOVED,
            unit.address,
            NOBODY,
            before=unit.words,
            after=unit.words,
            span=(0, len(unit.words)),
            to=self.landing(),
            tracked=False,
            sure=found.sure,
        )

    def inside(self, found: Prepared) -> None:
        """The changes inside a paragraph, a cell or a footnote, and that of its end."""
        self.unit_at[found.passage] = found
        unit = self.units[found.unit or 0]
        made = edits(found)
        if found.gone and unit.words and unit.cell is None and len(made) == 1:
            self.edit(found, unit, made[0], Proposal.REMOVED_PARAGRAPH)
            return
        for each in made:
            self.edit(found, unit, each, kind_of(each))
        if found.end.state is State.DELETED and not found.gone and unit.cell is None:
            end = len(unit.words)
            self.add(
                found.passage,
                Proposal.JOINED,
                unit.address,
                found.end.hand,
                before="\n",
                span=(end, end),
                sure=found.sure,
            )

    def edit(self, found: Prepared, unit: Unit, each: Edit, kind: Proposal) -> None:
        """One change inside a unit."""
        self.add(
            found.passage,
            kind,
            unit.address,
            each.hand,
            before=each.before,
            after=each.after,
            span=(each.start, each.end),
            cell=unit.cell,
            tracked=each.tracked,
            sure=found.sure,
            move=each.move,
        )

    def frame(self, found: Prepared) -> None:
        """Changes in what is no paragraph of the paper: told, and taken over by hand."""
        for each in edits(found):
            self.add(
                found.passage,
                kind_of(each),
                "",
                each.hand,
                before=each.before,
                after=each.after,
                tracked=each.tracked,
                sure=False,
            )

    def row(self, row: RowChange) -> None:
        """A row that is new or gone."""
        words = "\t".join(row.words)
        self.add(
            row.passage,
            Proposal.NEW_ROW if row.new else Proposal.REMOVED_ROW,
            row.address,
            row.hand,
            before="" if row.new else words,
            after=words if row.new else "",
            cell=(row.row, 0),
            tracked=row.tracked,
        )

    def note(self, at: int, passage: Passage) -> None:
        """A footnote that was not sent. It stands where its call was inserted."""
        words = squeeze(passage.accepted)
        calls = [
            (each, bit)
            for each in self.unit_at.values()
            for bits in each.segments
            for bit in bits
            if CALL in bit.text and bit.state is State.INSERTED
        ]
        known = sum(draft.change.kind is Proposal.NEW_NOTE for draft in self.found)
        if not words or any(unit.part == "notes" and unit.words == words for unit in self.units):
            return  # The call of a footnote was copied or moved, and the footnote with it.
        place, bit = calls[known] if known < len(calls) else (None, None)
        unit = place.unit if place is not None else None
        self.add(
            at,
            Proposal.NEW_NOTE,
            self.units[unit].address if unit is not None else "",
            bit.hand if bit is not None else NOBODY,
            after=words,
            tracked=bit is not None and bit.tracked,
            sure=unit is not None,
        )

    def missing(self, settled: set[int]) -> None:
        """What was sent and is nowhere in the file."""
        rank_of = {each.unit: at for at, each in self.unit_at.items() if each.unit is not None}
        rank, tables = -0.5, set[str]()
        for at, unit in enumerate(self.units):
            if at in rank_of:
                rank = rank_of[at] + 0.5
                continue
            if at in settled or (not unit.words and unit.cell is None):
                continue
            if unit.cell is None:
                words, span = unit.words, (0, len(unit.words))
            elif unit.address in tables:
                continue
            else:
                tables.add(unit.address)
                words, span = self.table_words(unit.address), (0, 0)
            self.add(
                rank,
                Proposal.REMOVED_PARAGRAPH,
                unit.address,
                NOBODY,
                before=words,
                span=span,
                tracked=False,
            )

    def table_words(self, address: str) -> str:
        """The cells of a table, rows one a line."""
        rows: dict[int, list[str]] = {}
        for unit in self.units:
            if unit.address == address and unit.cell is not None:
                rows.setdefault(unit.cell[0], []).append(unit.words)
        return "\n".join("\t".join(cells) for cells in rows.values())

    def comments(self, comments: Iterable[Comment]) -> None:
        """What is said in the margin."""
        for comment in comments:
            address, offset, end, cell, sure = self.place(comment)
            self.add(
                comment.passage if comment.passage is not None else len(self.passages),
                Proposal.COMMENT,
                address,
                comment.hand,
                before=comment.about,
                after=comment.words,
                span=(offset, end),
                cell=cell,
                sure=sure,
                comment=comment,
            )

    def place(self, comment: Comment) -> tuple[str, int, int, tuple[int, int] | None, bool]:
        """Address, characters, cell and certainty of the words that a comment hangs on."""
        if comment.passage is None:
            return "", 0, 0, None, False
        found = self.unit_at.get(comment.passage)
        if found is None:
            return "", 0, 0, None, False
        passage = self.passages[comment.passage]
        low = found.core[0]
        line = line_of(passage, comment.start)
        if found.unit is None or line < low:
            at = self.before.get(comment.passage)
            if at is None:
                return self.landing_first(), 0, 0, None, False
            end = len(self.units[at].words)
            return self.units[at].address, end, end, None, found.unit is not None
        unit = self.units[found.unit]
        return (
            unit.address,
            sent_offset(found, passage, comment.start),
            sent_offset(found, passage, comment.end),
            unit.cell,
            found.sure,
        )

    def landing_first(self) -> str:
        """The address of the first paragraph."""
        return next((unit.address for unit in self.units if unit.part != "notes"), "")


def line_of(passage: Passage, offset: int) -> int:
    """How many inserted ends of paragraphs stand before a character of a passage."""
    text = "".join(each.text for each in passage.stretches)
    return text[:offset].count("\n")


def kind_of(each: Edit) -> Proposal:
    """What an edit is."""
    if each.after == "\n" and not each.before:
        return Proposal.SPLIT
    if each.before and each.after:
        return Proposal.REPLACED
    return Proposal.DELETED if each.before else Proposal.INSERTED


def hands(bits: Bits) -> Hand:
    """Who wrote a new paragraph; all of them where there are several."""
    authors = dict.fromkeys(bit.hand.author for bit in bits if bit.hand.author)
    if len(authors) < 2:
        return bits[0].hand
    return Hand(author=", ".join(authors), at=bits[0].hand.at)
