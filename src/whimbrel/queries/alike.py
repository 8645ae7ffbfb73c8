"""Bodies on record that may be the same as one, by the matcher that screens names: each with its
reasons. A person says whether they are."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils import translation

from whimbrel.queries.documents import Hidden
from whimbrel.queries.listing import names_of
from whimbrel.queries.people import can
from whimbrel.queries.said import said as _
from whimbrel.register.models import Body, BodyName, Tip
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
    body = Body.objects.filter(key=key).first()
    if body is None or not can(by, "record"):
        raise Hidden(_("there is no %(name)s that you may see") % {"name": key})
    tip = Tip.objects.filter(id=1).first()
    known = everybody(tip.hash if tip else "")
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
    return screener(
        tuple(
            Listed(
                key=key, reference=key, kind=Kind.BODY,
                names=tuple(Name(text=name, quality=Quality.PRIMARY) for name in listed),
                countries=tuple(filter(None, (countries[key],))),
            )
            for key, listed in names.items()
            if listed
        )
    )  # fmt: skip
