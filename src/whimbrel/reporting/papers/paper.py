"""A paper: its pieces, what its first page says, and its rows where it is a table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from whimbrel.document import Run
from whimbrel.reporting.compose import told_apart
from whimbrel.reporting.layout import Laid, laid_out
from whimbrel.reporting.matter import Deed, Matter, Named, Promise
from whimbrel.reporting.numbers import one_cited
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.piece import Piece
from whimbrel.reporting.telling import counts
from whimbrel.reporting.text import Text
from whimbrel.writing.figure import Figure

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper that is no report to a meeting."""

    matter: Matter
    """With the title of the paper."""
    pieces: tuple[Piece, ...]
    rows: Rows = ()
    """For a spreadsheet: its heading first, then one row a record."""
    figures: Mapping[str, Figure] = field(default_factory=dict)
    """By the key of the piece that each stands below."""

    def laid(self) -> Laid:
        """The paper as a Document."""
        return laid_out(self.pieces, self.matter)

    def drawn(self, laid: Laid) -> dict[str, Figure]:
        """Its figures by their addresses in that Document."""
        return {laid.places[key]: one for key, one in self.figures.items() if key in laid.places}


def paper(
    pen: Pen, title: str, pieces: Iterable[Piece], rows: Rows = (),
    figures: Mapping[str, Figure] | None = None,
) -> Paper:  # fmt: skip
    """A paper under a title of its own; it is no document of a meeting, so it has no symbol."""
    matter = replace(pen.matter, title=Text(said=((pen.language, title),)), symbol="", item="")
    return Paper(matter=matter, pieces=told_apart(list(pieces)), rows=rows, figures=figures or {})


def section(pen: Pen, key: str, pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces under a heading; nothing where there are none."""
    found = list(pieces)
    return [pen.heading(key, pen.say(f"heading.{key}")), *found] if found else []


def overview(pen: Pen, deeds: list[Deed]) -> list[Piece]:
    """How much is on record, of which kinds, from when to when, with whom."""
    done = [one for one in deeds if not one.umbrella]
    if not done:
        return []
    years = sorted({one.since[:4] for one in done if one.since})
    shown, records = counts(pen, done), [one.record for one in done]
    runs = pen.say("overview.plain", counts=shown)
    if years and years[0] != years[-1]:
        runs = pen.say("overview.period", since=years[0], until=years[-1], counts=shown)
    return [pen.paragraph("overview/counts", runs, records=records)]


def bodies(matter: Matter) -> dict[str, Named]:
    """Every body that a matter names, by its key."""
    deeds = (body for one in matter.deeds for body in (*one.partners, *one.organisers))
    accords = (body for one in matter.accords for body in one.parties)
    editions = (b for one in matter.campaigns for e in one.editions for b in e.partners)
    return {body.key: body for body in (*deeds, *accords, *editions)}


def with_body(matter: Matter, key: str) -> list[Deed]:
    """The deeds in which a body took part."""
    return [one for one in matter.deeds if key in {b.key for b in (*one.partners, *one.organisers)}]


def concerned(matter: Matter, deeds: list[Deed]) -> list[Promise]:
    """The provisions that some deeds answer."""
    names = {name for one in deeds for name in one.provisions}
    return [one for one in matter.promises if one.name in names]


def standing_of(pen: Pen, one: Promise) -> str:
    """The status of a provision in words; "not known" where nobody has said."""
    if one.answer is None:
        return pen.plain("unknown")
    status = pen.plain(f"became.{one.answer.status}")
    return status if one.answer.stated else pen.plain("inferred", status=status)


def listed_promises(pen: Pen, several: list[Promise]) -> list[Piece]:
    """Provisions with their status, as one list."""
    if not several:
        return []
    rows = [
        (*one_cited(pen.language, one), *after_colon(pen, standing_of(pen, one))) for one in several
    ]
    return [
        pen.paragraph(
            "promises/list",
            pen.say("promises.lead"),
            children=pen.items(rows),
            records=[one.name for one in several],
        )
    ]


def after_colon(pen: Pen, words: str) -> tuple[Run, ...]:
    """A colon and what follows it."""
    return (Run(text=f"{' ' if pen.language == 'fr' else ''}: {words}"),)
