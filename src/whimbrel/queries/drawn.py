"""The figures of a report: what became of provisions by addressee, partners by kind, and what was
done over time. Each stands below one paragraph, and has its numbers beside it."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Mapping

from django.utils import translation

from whimbrel.queries.checks import last_day
from whimbrel.queries.headings import sections
from whimbrel.queries.reports import Written
from whimbrel.register.models import Body
from whimbrel.reporting.matter import Matter, Promise
from whimbrel.reporting.parts import INSIDE
from whimbrel.reporting.phrases import plain
from whimbrel.writing.figure import Figure
from whimbrel.writing.figures import Stretch, partners_by_kind, status_by_addressee, timeline

LEAST = 2
"""A figure of fewer things tells nothing that a sentence does not."""


def figures(now: Written, *, today: datetime.date | None = None) -> dict[str, Figure]:
    """Address in the paper -> the figure that stands below it."""
    matter, places = now.matter, ends(now)
    drawn = {
        asked_at(places): by_addressee(matter),
        places.get("implementation/counts", ""): by_kind(matter),
        done_at(now, places): over_time(
            matter, today or datetime.datetime.now(tz=datetime.UTC).date()
        ),
    }
    return {address: one for address, one in drawn.items() if address and one}


def ends(now: Written) -> dict[str, str]:
    """Piece -> the address of the last thing that belongs to it: a figure stands below the items of
    a list, and not within it."""
    # The parts of a piece stand behind it, the last of them last.
    return {key.partition(INSIDE)[0]: address for key, address in now.laid.places.items()}


def asked_at(places: Mapping[str, str]) -> str:
    """The last paragraph that says what was asked."""
    keys = [key for key in places if key.startswith("background/")]
    return places[keys[-1]] if keys else ""


def done_at(now: Written, places: Mapping[str, str]) -> str:
    """The last paragraph that tells what was done, before the report turns to single decisions."""
    told = ""
    for one in now.pieces:
        if told and one.key.startswith("implementation/") and one.key.endswith("/heading"):
            break
        tells = one.node.children and any(name.startswith("engagement/") for name in one.records)
        if tells and one.key in places and one.key != "implementation/counts":
            told = places[one.key]
    return told


def by_addressee(matter: Matter) -> Figure | None:
    """How many provisions of each status every addressee has."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in matter.promises:
        counts[addressed(one, matter.language)][status(one, matter.language)] += 1
    if sum(sum(row.values()) for row in counts.values()) < LEAST:
        return None
    return status_by_addressee(counts, language=matter.language)


def addressed(one: Promise, language: str) -> str:
    """Whom a provision asks, as its line says, in the language of the paper where it is known."""
    words = one.directed.anyhow(language)
    for start in ("Directed ", "directed ", "to ", "the "):
        words = words.removeprefix(start)
    if not words:
        return plain(language, "unknown")
    # Names of addressees that the house knows are said in the language of the paper.
    with translation.override(language):
        return translation.gettext(words[:1].upper() + words[1:])


def status(one: Promise, language: str) -> str:
    """What became of it, in words."""
    return plain(language, f"became.{one.answer.status}" if one.answer else "unknown")


def by_kind(matter: Matter) -> Figure | None:
    """How many partners there are of each kind."""
    keys = {body.key for deed in matter.deeds for body in deed.partners}
    kinds = Counter(Body.objects.filter(key__in=keys).values_list("kind", flat=True))
    counts: dict[str, int] = {}
    for section in sections():
        number = sum(kinds.pop(kind, 0) for kind in section.kinds)
        if number:
            counts[str(getattr(section, matter.language))] = number
    if rest := sum(kinds.values()):
        counts[plain(matter.language, "figure.others")] = rest
    if len(counts) < LEAST:
        return None
    return partners_by_kind(counts, language=matter.language)


def over_time(matter: Matter, today: datetime.date) -> Figure | None:
    """What was done, from first to last day."""
    stretches = [
        Stretch(
            name=one.title.anyhow(matter.language), since=first_day(one.since),
            until=last_day(one.until) or (None if one.state == "ongoing" else last_day(one.since)),
        )
        for one in matter.deeds
        if not one.umbrella
    ]  # fmt: skip
    if sum(one.since is not None for one in stretches) < LEAST:
        return None
    return timeline(stretches, today=today, language=matter.language)


def first_day(since: str) -> datetime.date | None:
    """The first day of a year, month or day; None where none is known."""
    if not since:
        return None
    parts = [int(part) for part in since.split("-")]
    return datetime.date(*(*parts, 1, 1)[:3])
