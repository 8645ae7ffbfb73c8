"""Implementation: what became of each provision, and what was done, by mandate and by theme."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby

from whimbrel.document import Run
from whimbrel.mandates.kept import Nature
from whimbrel.reporting.answers import answered
from whimbrel.reporting.matter import Deed, Promise, Theme
from whimbrel.reporting.numbers import cited, titled
from whimbrel.reporting.pen import Pen, provision_records
from whimbrel.reporting.piece import Piece
from whimbrel.reporting.telling import counts, state_of, tell

Home = dict[str, list[Deed]]
"""Deeds by the provision, or the resolution, under which they are told."""
OTHER = ""
"""Of deeds that answer no provision of the paper."""


def implementation(pen: Pen) -> list[Piece]:
    """One main heading a resolution, a group of decisions, and what answers none."""
    home = homes(pen)
    out: list[Piece] = []
    promises = pen.matter.promises
    resolutions = [one for one in promises if one.instrument.nature is Nature.RESOLUTION]
    for number in dict.fromkeys(one.instrument.number for one in resolutions):
        own = [one for one in resolutions if one.instrument.number == number]
        out += under_resolution(pen, own, home[number])
    others = [one for one in promises if one.instrument.nature is not Nature.RESOLUTION]
    for _, group in groupby(others, key=together):
        out += under_decisions(pen, list(group), home)
    out += under_none(pen, home[OTHER])
    return lead(pen, out)


def homes(pen: Pen) -> Home:
    """Each deed in one place only: with the first decision it answers, else with its resolution."""
    names: dict[str, str] = {}
    for one in pen.matter.promises:
        resolution = one.instrument.nature is Nature.RESOLUTION
        names[one.name] = one.instrument.number if resolution else one.name
    decisions = {
        one.name for one in pen.matter.promises if one.instrument.nature is not Nature.RESOLUTION
    }
    found: Home = defaultdict(list)
    for deed in pen.matter.deeds:
        known = [name for name in deed.provisions if name in names]
        first = next((name for name in known if name in decisions), next(iter(known), None))
        found[names[first] if first else OTHER].append(deed)
    return found


def together(one: Promise) -> tuple[object, ...]:
    """What neighbours must share to be reported on under one heading."""
    return (one.topic,) if one.topic else (one.name,)


def lead(pen: Pen, pieces: list[Piece]) -> list[Piece]:
    """The counts of all that is reported: under the heading of a resolution, or of other work, else
    under the first."""
    done = [one for one in pen.matter.deeds if counted_in(one)]
    if not pieces or not done:
        return pieces
    partners = {body.key for one in done for body in one.partners}
    shown, last = counts(pen, done), pen.matter.last
    if partners and last:
        runs = pen.counted("counts.partners", len(partners), last=last.short, counts=shown)
    elif partners:
        runs = pen.counted("counts.first", len(partners), counts=shown)
    else:
        runs = pen.say("counts.only", counts=shown)
    first = pen.paragraph("implementation/counts", runs, records=(one.record for one in done))
    at = next((at for at, one in enumerate(pieces) if one.key in broad(pen)), 0)
    return [*pieces[: at + 1], first, *pieces[at + 1 :]]


def broad(pen: Pen) -> set[str]:
    """The keys of headings under which work is told that answers more than one decision."""
    kinds = (one.instrument for one in pen.matter.promises)
    numbers = {one.number for one in kinds if one.nature is Nature.RESOLUTION}
    return {"other", *(f"implementation/{one}" for one in numbers)}


def counted_in(one: Deed) -> bool:
    """What took place: announcements, plans and what was not attended are not counted."""
    return not one.umbrella and state_of(one) in ("done", "ongoing")


def under_resolution(pen: Pen, own: list[Promise], deeds: list[Deed]) -> list[Piece]:
    """A resolution: its paragraphs, then its deeds by theme."""
    number = own[0].instrument.number
    words = pen.say("heading.implementation", of=titled(pen.language, own[0].instrument, "of"))
    out = [pen.heading(f"implementation/{number}", words, records=provision_records(own))]
    for one in own:
        out += [*answered(pen, one), *pen.narrative(f"implementation/{one.name}")]
    if number not in {one.name for one in own}:
        out += pen.narrative(f"implementation/{number}")
    return [*out, *by_theme(pen, number, deeds)]


def by_theme(pen: Pen, place: str, deeds: list[Deed], level: int = 2) -> list[Piece]:
    """Deeds under the headings of their themes; those without one first."""
    own: dict[str, list[Deed]] = defaultdict(list)
    known = {one.key for one in pen.matter.themes}
    for deed in deeds:
        own[deed.theme if deed.theme in known else OTHER].append(deed)
    out = tell(pen, place, own[OTHER])
    for theme in pen.matter.themes:
        if own[theme.key]:
            out += [themed(pen, place, theme, level), *pen.narrative(f"theme/{theme.key}")]
            out += tell(pen, f"{place}/{theme.key}", own[theme.key])
    return out


def themed(pen: Pen, place: str, theme: Theme, level: int) -> Piece:
    """The heading of a theme."""
    return pen.heading(f"theme/{place}/{theme.key}", pen.words(theme.heading), level)


def under_decisions(pen: Pen, own: list[Promise], home: Home) -> list[Piece]:
    """Decisions that are reported on together."""
    of = cited(pen.language, own, "of", every=pen.matter.promises)
    words = pen.say("heading.implementation", of=of)
    if own[0].topic:
        words = (*words, Run(text=f" – {pen.words(own[0].topic)}"))
    key = f"implementation/{own[0].name}/heading"
    out = [pen.heading(key, words, records=provision_records(own))]
    for one in own:
        out += [*answered(pen, one), *pen.narrative(f"implementation/{one.name}")]
        out += tell(pen, one.name, home[one.name])
    return out


def under_none(pen: Pen, deeds: list[Deed]) -> list[Piece]:
    """Deeds that answer no provision of the paper."""
    if not deeds:
        return []
    records = records_of(deeds)
    promised = bool(pen.matter.promises)
    gaps = [pen.note("other/gap", pen.plain("gap.unread"), records=records)] if promised else []
    heading = pen.heading("other", pen.say("heading.other"))
    return [heading, *gaps, *pen.narrative("other"), *by_theme(pen, "other", deeds)]


def records_of(deeds: Iterable[Deed]) -> tuple[str, ...]:
    """Deeds as records of a piece."""
    return tuple(one.record for one in deeds)
