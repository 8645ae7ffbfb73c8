"""Tables that come back: which table of the file is which of the paper, which rows are new, which
are gone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from whimbrel.reading.passages import NOBODY, Hand, Passage, State
from whimbrel.reporting.returned_pairs import likeness
from whimbrel.reporting.returned_units import Unit

ALIKE = 0.5


@dataclass(slots=True, kw_only=True)
class Grid:
    """A table of the file: its passages by row."""

    rows: dict[int, list[int]] = field(default_factory=dict)
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """A row that is new or gone."""

    address: str
    row: int
    """Of a row that is gone: its number. Of a new one: that of the row before it."""
    words: tuple[str, ...]
    new: bool
    hand: Hand = NOBODY
    tracked: bool = True
    passage: int = 0


@dataclass(slots=True, kw_only=True)
class Tables:
    """What was found of tables."""

    cells: list[tuple[int, int]] = field(default_factory=list)
    """(passage, unit) of the cells that belong together."""
    rows: list[RowChange] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    """Passages in the cells of tables that were sent."""
    settled: set[int] = field(default_factory=set)
    """Units of rows that are gone."""
    remarks: list[str] = field(default_factory=list)


def tables(
    passages: Sequence[Passage], units: Sequence[Unit], names: dict[int, tuple[str, ...]]
) -> Tables:
    """Pair the tables and their rows and cells."""
    sent: dict[str, dict[int, list[int]]] = {}
    for at, unit in enumerate(units):
        if unit.cell is not None:
            sent.setdefault(unit.address, {}).setdefault(unit.cell[0], []).append(at)
    grids: dict[int, Grid] = {}
    for at, passage in enumerate(passages):
        if passage.cell is not None:
            grid = grids.setdefault(passage.cell.table, Grid())
            grid.rows.setdefault(passage.cell.row, []).append(at)
    place(grids, sent, passages, units, names)
    found = Tables()
    for grid in grids.values():
        if grid.address:
            rows_of(grid, sent[grid.address], passages, units, found)
    return found


def place(
    grids: dict[int, Grid],
    sent: dict[str, dict[int, list[int]]],
    passages: Sequence[Passage],
    units: Sequence[Unit],
    names: dict[int, tuple[str, ...]],
) -> None:
    """Give each table of the file its address: by a bookmark in it, else by like words."""
    bookmarks = {
        units[at].bookmark: address for address, rows in sent.items() for at in rows[min(rows)]
    }
    words = {
        address: " ".join(units[at].words for row in rows.values() for at in row)
        for address, rows in sent.items()
    }
    texts = {
        number: " ".join(passages[at].original for row in grid.rows.values() for at in row)
        for number, grid in grids.items()
    }
    claims = []
    for number, grid in grids.items():
        named = {
            bookmarks[name]
            for row in grid.rows.values()
            for at in row
            for name in names.get(at, ())
            if name in bookmarks
        }
        for place_, address in enumerate(words):
            like = likeness(texts[number], words[address])
            if address in named or like >= ALIKE:
                claims.append((-like - (address in named), abs(place_ - number), number, address))
    given: set[str] = set()
    for _, _, number, address in sorted(claims):
        if not grids[number].address and address not in given:
            grids[number].address = address
            given.add(address)


def rows_of(
    grid: Grid,
    sent: dict[int, list[int]],
    passages: Sequence[Passage],
    units: Sequence[Unit],
    found: Tables,
) -> None:
    """Pair the rows of one table, and the cells of each pair of rows."""
    found.taken.update(at for row in grid.rows.values() for at in row)
    state = {key: passages[cells[0]].row for key, cells in grid.rows.items()}
    old = [key for key in grid.rows if state[key].state is not State.INSERTED]
    order = sorted(sent)
    partner = aligned(
        [tuple(units[at].words for at in sent[key]) for key in order],
        [tuple(passages[at].original for at in grid.rows[key]) for key in old],
    )
    of_row = {old[theirs]: order[ours] for ours, theirs in partner}
    last = -1
    for key, cells in grid.rows.items():
        ours = of_row.get(key)
        if ours is None:
            new_row(grid.address, cells, passages, last, found)
            continue
        last = ours
        if state[key].state is State.DELETED:
            gone_row(grid.address, sent[ours], units, state[key].hand, True, cells[0], found)
            continue
        if len(cells) != len(sent[ours]):
            found.remarks.append(
                f"row {ours + 1} of {grid.address} has {len(cells)} cells instead of "
                f"{len(sent[ours])}: cells that came or went are not offered"
            )
        pairs = list(zip(cells, sent[ours], strict=False))
        found.cells += pairs
        found.settled.update(sent[ours])
    for key in order:
        if key not in of_row.values():
            first = min(at for row in grid.rows.values() for at in row)
            gone_row(grid.address, sent[key], units, NOBODY, False, first, found)


def aligned(ours: list[tuple[str, ...]], theirs: list[tuple[str, ...]]) -> list[tuple[int, int]]:
    """The rows that belong together: same rows first, then those between them in order."""
    if len(ours) == len(theirs):
        return [(at, at) for at in range(len(ours))]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    out = []
    for _, a, b, c, d in matcher.get_opcodes():
        out += list(zip(range(a, b), range(c, d), strict=False))
    return out


def new_row(
    address: str, cells: list[int], passages: Sequence[Passage], last: int, found: Tables
) -> None:
    """A row that was not sent."""
    row = passages[cells[0]].row
    tracked = row.state is State.INSERTED
    found.rows.append(
        RowChange(
            address=address,
            row=last,
            words=tuple(passages[at].accepted.strip() for at in cells),
            new=True,
            hand=row.hand if tracked else NOBODY,
            tracked=tracked,
            passage=cells[0],
        )
    )


def gone_row(
    address: str,
    cells: list[int],
    units: Sequence[Unit],
    hand: Hand,
    tracked: bool,
    passage: int,
    found: Tables,
) -> None:
    """A row that is no longer there."""
    cell = units[cells[0]].cell
    found.settled.update(cells)
    found.rows.append(
        RowChange(
            address=address,
            row=cell[0] if cell else 0,
            words=tuple(units[at].words for at in cells),
            new=False,
            hand=hand,
            tracked=tracked,
            passage=passage,
        )
    )
