"""Bodies on record that may be the same as one, by the matcher that screens names: each with its
reasons. A person says whether they are."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils import translation

from whimbrel.queries.documents import Hidden
from whimbrel.queries.glance import body_of, newest
from whimbrel.queries.listing import names_of
from whimbrel.queries.people import can
from whimbrel.queries.said import said as _
from whimbrel.register.models import Body, BodyName
from whimbrel.screening import Kind, Listed, Name, Quality, Screener, screener
from whimbrel.screening.told import because

ALIKE = 0.85
"""From which score on two bodies are shown as perhaps one. Ours: higher than for lists, for bodies
of one field share many words."""
MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A body that looks like another."""

    key: str
    name: str
    """The name that is likest."""
    asked: str
    score: float
    because: tuple[str, ...]


def alike(by: str | None, key: str) -> tuple[Alike, ...]:
    """Bodies on record whose names are like those of one, the likest first. Hidden for whoever may
    not record bodies."""
    body = body_of(key)
    if body is None or not can(by, "record"):
        raise Hidden(_("there is no %(name)s that you may see") % {"name": key})
    known = everybody(newest() or "")
    language = (translation.get_language() or "en")[:2]
    found: dict[str, Alike] = {}
    for asked in names_of(body).asked:
        for hit in known.screen(asked, threshold=ALIKE, most=MOST + 1):
            other = hit.listed.key
            better = other not in found or hit.score.value > found[other].score
            if other != body.key and better:
                found[other] = Alike(
                    key=other, name=hit.name.text, asked=asked.name,
                    score=round(hit.score.value, 3), because=because(hit.score, language),
                )  # fmt: skip
    return tuple(sorted(found.values(), key=lambda one: (-one.score, one.key))[:MOST])


@lru_cache(maxsize=2)
def everybody(tip: str) -> Screener:
    """All names of bodies as they are at this tip of the ledger: no name changes without a line."""
    names: dict[str, dict[str, None]] = {}
    countries: dict[str, str] = {}
    bodies = Body.objects.filter(merged_into=None, unnamed=False)
    for key, name, acronym, country in bodies.values_list("key", "name", "acronym", "country"):
        names[key] = dict.fromkeys(filter(None, (name, acronym)))
        countries[key] = country
    for key, name in BodyName.objects.values_list("body__key", "name"):
        if key in names:
            names[key][name] = None
    return indexed(tuple((key, countries[key], tuple(each)) for key, each in names.items() if each))


@lru_cache(maxsize=1)
def indexed(bodies: tuple[tuple[str, str, tuple[str, ...]], ...]) -> Screener:
    """The index of (key, country, names). Most lines of the ledger change no name, and it stays."""
    return screener(
        tuple(
            Listed(
                key=key, reference=key, kind=Kind.BODY,
                names=tuple(Name(text=name, quality=Quality.PRIMARY) for name in names),
                countries=tuple(filter(None, (country,))),
            )
            for key, country, names in bodies
        )
    )  # fmt: skip
