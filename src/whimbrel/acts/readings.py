"""Judge what was read: accept, correct or reject it. What is accepted enters the record, with the
words that show it, who accepted it and when."""

from dataclasses import dataclass

from django.db.models import Model
from django.utils import timezone

from whimbrel.acts.act import Done, act
from whimbrel.acts.entering import enter, moved
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.acts.taking_back import ACCEPTED, take_back
from whimbrel.engagements.rows import Row
from whimbrel.queries.said import in_words
from whimbrel.queries.said import said as _
from whimbrel.register.models import Person, Reading, Version

VERDICTS = {
    "accept": Reading.State.ACCEPTED,
    "correct": Reading.State.CORRECTED,
    "reject": Reading.State.REJECTED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A reading by its name outside the database: document, version, kind and place."""

    symbol: str
    kind: str
    place: int
    version: int | None = None
    """None: the newest."""

    def __str__(self) -> str:
        return f"{self.symbol} {self.kind} {self.place}"


@act("readings.judge", verb="judge")
def judge(
    by: Person, named: Named, verdict: str, *, row: Row | None = None, seen: int = 0
) -> Done[str]:
    """Accept, correct or reject one reading.

    `row`: the row as it should be, with `correct`. `seen`: how often it had been judged when the
    person looked; Overtaken says what somebody else did since.
    """
    if verdict not in VERDICTS:
        raise Refused(
            _("%(verdict)s is no verdict: accept, correct or reject") % {"verdict": verdict}
        )
    if (verdict == "correct") != (row is not None):
        raise Refused(_("a correction comes with the corrected row, and nothing else does"))
    reading = found(named)
    if reading.change != seen:
        told = _("%(who)s said %(state)s of %(reading)s meanwhile; look at it again, then judge it")
        who = reading.by.name if reading.by else _("somebody")
        raise Overtaken(told % {"who": who, "state": _(reading.state), "reading": str(named)})
    before = {"state": reading.state, "row": reading.corrected or reading.row}
    kept = settle(reading, VERDICTS[verdict], by, row)
    after = {"state": reading.state, "row": reading.corrected or reading.row}
    return Done(
        value=reading.state,
        about=str(named),
        open={"verdict": verdict},
        change={"before": before, "after": after},
        kept=kept,
    )


@act("readings.accept_sure", verb="judge")
def accept_sure(by: Person, symbol: str) -> Done[int]:
    """Accept all readings of a document's newest version that are sure and not judged yet."""
    version = newest(symbol)
    waiting = list(version.readings.filter(state=Reading.State.PROPOSED, sure=True))
    # Bodies first, so that engagements and agreements find those that they name.
    order = {"organisations": 0, "groups": 1, "provisions": 2}
    kept: list[Model] = []
    for reading in sorted(waiting, key=lambda one: (order.get(one.kind, 9), one.place)):
        kept += settle(reading, Reading.State.ACCEPTED, by, None)
    figures = {"accepted": len(waiting)}
    return Done(value=len(waiting), about=symbol, open=figures, kept=tuple(kept))


def settle(
    reading: Reading, state: Reading.State, by: Person, row: Row | None
) -> tuple[Model, ...]:
    """Note the verdict, and enter what is accepted. The records that this changed."""
    before = reading.corrected or reading.row
    leaving = state == Reading.State.REJECTED and reading.state in ACCEPTED
    taken = take_back(reading) if leaving else ()
    reading.state, reading.corrected = state, row
    reading.by, reading.at = by, timezone.now()
    reading.change += 1
    reading.save()
    if state == Reading.State.REJECTED:
        return taken
    kept = enter(reading, by)
    if reading.kind == "engagements":
        moved(reading, before, row or reading.row)
    return kept


def newest(symbol: str, number: int | None = None) -> Version:
    """A version of a document. Refused where there is none."""
    listed = Version.objects.filter(document__symbol=symbol).order_by("-number")
    version = (listed.filter(number=number) if number is not None else listed).first()
    if version is None:
        raise Refused(
            _("there is no %(symbol)s in the record: deposit it first") % {"symbol": symbol}
        )
    return version


def found(named: Named) -> Reading:
    """The reading of a name. Refused where there is none."""
    version = newest(named.symbol, named.version)
    reading = version.readings.filter(kind=named.kind, place=named.place).first()
    if reading is None:
        count = version.readings.filter(kind=named.kind).count()
        told = _("%(symbol)s has %(count)s readings of %(kind)s, and no %(place)s")
        given = {"symbol": named.symbol, "kind": in_words(named.kind), "place": named.place}
        raise Refused(told % {**given, "count": count})
    return reading
