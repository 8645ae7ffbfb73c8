"""A report as the page on which it is written shows it: the paper in the order of print, and beside
each paragraph what it rests on, what officers wrote, and what the record gives now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from whimbrel.document import Document, Kind, Placed, Run, walk
from whimbrel.mandates.compare import compare
from whimbrel.queries.drawn import figures
from whimbrel.queries.grounds import Ground, grounds
from whimbrel.queries.papers import inside
from whimbrel.queries.reports import NARRATIVE, Reported, Written, digest, found, written
from whimbrel.queries.scope import Reader, reader
from whimbrel.register.models import Passage, Report
from whimbrel.reporting.edits import Change, Fate
from whimbrel.reporting.inserted import AFTER
from whimbrel.reporting.layout import Laid
from whimbrel.reporting.parts import INSIDE
from whimbrel.reporting.piece import Piece, Where
from whimbrel.writing.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that is printed."""

    key: str
    """Under which an officer writes it: the piece, or `piece>2` for the second thing in it."""
    address: str
    kind: str
    label: str
    level: int
    """Of a heading: 1 for a main one. Of others how deep it stands below its paragraph."""
    quoted: bool
    """Words of a governing body."""
    writable: bool
    """False for what nobody writes anew here: quoted words, draft decisions, tables."""
    runs: tuple[Run, ...]
    rows: tuple[tuple[str, ...], ...]
    own: "Own | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What an officer wrote."""

    key: str
    words: str
    """Empty: left out."""
    by: str
    at: str
    digest: str
    """Of the words: who writes again says that they have seen these."""
    fate: str
    """`kept`, `behind` (the record changed since), `agreed`, `lost` (nothing is composed there any
    more), `added`."""
    now: str = ""
    """What the record gives now."""
    redline: tuple[tuple[str, str], ...] = ()
    """(same, removed or added; words): what the record changed since. Empty where it did not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A paragraph of the paper, with all that belongs to it."""

    key: str
    where: str
    anchor: str
    """Where it stands on the page: its address in the paper where it is printed."""
    heading: bool
    title: str
    """The words of a heading; it is not printed where nothing stands under it."""
    lines: tuple[Line, ...]
    """None where nothing is printed: a note alone, or what an officer left out."""
    grounds: tuple[Ground, ...]
    gaps: tuple[str, ...]
    """Notes to the drafter. Never printed."""
    language: str
    """Of its words, where it is not that of the paper."""
    own: Own | None
    place: str
    """Under which officers add paragraphs of their own here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading in the outline."""

    address: str
    text: str
    level: int
    gaps: int
    """Notes that stand under it."""
    edits: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A report as it is written."""

    reported: Reported
    next: str
    parts: tuple[Part, ...]
    outline: tuple[Heading, ...]
    lost: tuple[Own, ...]
    """What officers wrote for a place that is no longer composed."""
    gaps: int
    paragraphs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A report as its page shows it."""

    drafted: Drafted
    figures: tuple[Figure, ...]


FATES = {
    Fate.KEPT: "kept", Fate.BEHIND: "behind", Fate.AGREED: "agreed", Fate.LOST: "lost",
}  # fmt: skip


def drafted(by: str | None, key: str) -> Drafted | None:
    """A report as it stands now; None where there is none to be seen, and outside the office."""
    who = reader(by)
    one = found(who, key)
    if one is None or not inside(who):
        return None
    return shown(one, written(one, who), who)


def opened(by: str | None, key: str) -> Opened | None:
    """The same with its figures, composed once for both."""
    who = reader(by)
    one = found(who, key)
    if one is None or not inside(who):
        return None
    now = written(one, who)
    return Opened(drafted=shown(one, now, who), figures=tuple(figures(now).values()))


def shown(one: Report, now: Written, who: Reader) -> Drafted:
    """A report that was composed, as the page shows it."""
    changes = {change.key: change for change in now.changes}
    owns = {
        key: own(passage, changes.get(key)) for key, passage in now.passages.items()
    }  # fmt: skip
    lost = {change.key for change in now.changes if change.state is Fate.LOST}
    ground = grounds((name for piece in now.pieces for name in piece.records), who)
    lines = lines_of(now.laid, owns)
    parts = tuple(
        part(piece, at, lines.get(piece.key, ()), ground, owns, now)
        for at, piece in enumerate(now.pieces, 1)
        if piece.key not in lost
    )
    outline = tuple(headings(parts))
    return Drafted(
        reported=now.reported, next=one.next, parts=parts, outline=outline,
        lost=tuple(owns[key] for key in now.passages if key in lost),
        gaps=sum(len(each.gaps) for each in parts),
        paragraphs=sum(bool(each.lines) and not each.heading for each in parts),
    )  # fmt: skip


def own(passage: Passage, change: Change | None) -> Own:
    """What an officer wrote, and what became of it."""
    fate = FATES[change.state] if change else "added"
    now = change.now if change and not passage.key.startswith(AFTER) else ""
    redline: tuple[tuple[str, str], ...] = ()
    if fate == "behind":
        parts = compare(passage.base, now).parts
        redline = tuple((str(each.kind), each.words) for each in parts)
    if passage.key.startswith(AFTER) and fate != "lost":
        fate = "added"
    return Own(
        key=passage.key, words=passage.words, by=passage.by.name, at=passage.at.isoformat(),
        digest=digest(passage.words), fate=fate, now=now, redline=redline,
    )  # fmt: skip


def part(
    piece: Piece, at: int, lines: tuple[Line, ...], ground: Mapping[str, Ground],
    owns: Mapping[str, Own], now: Written,
) -> Part:  # fmt: skip
    """One piece as the page shows it."""
    mine = owns.get(piece.key)
    if piece.key.startswith(NARRATIVE) and first_of_narrative(piece, now):
        mine = owns.get(piece.key.rpartition("/")[0])
    return Part(
        key=piece.key, where=str(piece.where),
        anchor=lines[0].address if lines else f"part-{at}",
        heading=(heading := piece.node.kind in (Kind.HEADING, Kind.ANNEX)),
        title=piece.node.text if heading else "", lines=lines,
        grounds=tuple(ground[name] for name in piece.records),
        gaps=tuple(filter(None, piece.gap.split("\n"))),
        language=piece.language, own=mine, place=place(piece),
    )  # fmt: skip


def first_of_narrative(piece: Piece, now: Written) -> bool:
    """True for the first paragraph of several that were written together."""
    stem = piece.key.rpartition("/")[0]
    first = next(one for one in now.pieces if one.key.rpartition("/")[0] == stem)
    return first is piece


def place(piece: Piece) -> str:
    """Where an officer adds paragraphs under a heading; empty for everything else."""
    if piece.node.kind is not Kind.HEADING or piece.where is not Where.BODY:
        return ""
    stem = piece.key.removesuffix("/heading")
    if stem.startswith("theme/"):
        return f"{NARRATIVE}theme/{stem.rpartition('/')[2]}"
    return f"{NARRATIVE}{stem}" if stem != "recommended" else ""


def lines_of(laid: Laid, owns: Mapping[str, Own]) -> dict[str, tuple[Line, ...]]:
    """Piece -> what is printed of it: itself, then its parts. Footnotes belong to none."""
    keys = {address: key for key, address in laid.places.items()}
    found: dict[str, list[Placed]] = {}
    for placed in walk(laid.document):
        if placed.address in keys:
            piece = keys[placed.address].partition(INSIDE)[0]
            found.setdefault(piece, []).append(placed)
    return {
        piece: tuple(
            line(one, keys[one.address], owns, several[0].depth) for one in several
        )
        for piece, several in found.items()
    }  # fmt: skip


def line(one: Placed, key: str, owns: Mapping[str, Own], above: int) -> Line:
    """One node. `above`: how many nodes stand around its piece."""
    heading = one.node.kind in (Kind.HEADING, Kind.ANNEX)
    return Line(
        key=key, address=one.address, kind=str(one.node.kind), label=one.node.label or "",
        level=one.level if heading else one.depth - above,
        quoted=one.quoted, writable=writable(one), runs=one.node.runs, rows=one.node.rows,
        own=owns.get(key) if INSIDE in key else None,
    )  # fmt: skip


FIXED = (Kind.HEADING, Kind.ANNEX, Kind.TABLE, Kind.DIRECTED, Kind.DECISION)
"""Kinds that follow from the record, or have a record of their own."""


def writable(one: Placed) -> bool:
    """True for what an officer may write anew in a report."""
    around = {node.kind for node in one.within}
    official = around & {Kind.DIRECTED, Kind.DECISION}
    return one.node.kind not in FIXED and not one.quoted and not official


def headings(parts: Iterable[Part]) -> Iterator[Heading]:
    """The outline: each heading, with what waits under it."""
    whole = list(parts)
    starts = [at for at, one in enumerate(whole) if one.heading]
    for at, end in zip(starts, [*starts[1:], len(whole)], strict=True):
        head, under = whole[at], whole[at:end]
        gaps = sum(len(one.gaps) for one in under)
        if head.lines or gaps:
            yield Heading(
                address=head.anchor, text=head.title,
                level=head.lines[0].level if head.lines else 1, gaps=gaps,
                edits=sum(map(edits, under)),
            )  # fmt: skip


def edits(one: Part) -> int:
    """What officers wrote in a part."""
    return (one.own is not None) + sum(line.own is not None for line in one.lines)


def printed(document: Document) -> tuple[Line, ...]:
    """A paper that went out, line by line."""
    return tuple(line(one, "", {}, 0) for one in walk(document))
