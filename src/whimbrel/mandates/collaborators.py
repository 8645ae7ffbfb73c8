"""Collaborators: who acts together with the addressee."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from whimbrel.mandates.actors import Actor
from whimbrel.mandates.clauses import Provision

ORGANS = {"UNGA": "the General Assembly", "HRC": "the Human Rights Council"}
LEAD = 8
"""How many words may stand before the next name of a list."""
SILENT = frozenset({"COP", "UNEA"})
"""Organs that get products and do not help to make them."""
FAR = 420
"""How many characters a list of collaborators may run."""
NAME = re.compile(
    r"(?:[A-ZÀ-Ý][\w'-]+|[A-Z]{2,}[\w-]*)(?:\s+(?:(?:of|the|for|on|and|in|to|de|la|du|des|pour|et|sur|del|las|los|para|y|sobre|en)\s+){0,3}[A-ZÀ-Ý][\w'-]+)*"
)
"""A name by its capital letters."""
NO_NAMES = frozenset(
    [
        "Parties",
        "Party",
        "States",
        "State",
        "Member",
        "Members",
        "Governments",
        "Government",
        "Secretariat",
        "Convention",
        "Conference",
        "Council",
        "Committee",
        "Assembly",
        "The",
        "A",
        "An",
        "United",
        "Nations",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """Somebody who acts together with the addressee."""

    name: str
    start: int
    end: int


def helped(provision: Provision, named: tuple[Actor, ...]) -> tuple[tuple[int, int], ...]:
    """Places of the lists of those who help."""
    text = provision.text.plain
    known = provision.known
    found: list[tuple[int, int]] = []
    for match in known.with_whom.finditer(text):
        stop = known.list_ends.search(text, match.end(), min(len(text), match.end() + FAR))
        end = stop.start() if stop else min(len(text), match.end() + FAR)
        end = whole(provision, named, match.end(), end)
        found.append((match.start(), end))
    return tuple(found)


def whole(provision: Provision, named: tuple[Actor, ...], start: int, end: int) -> int:
    """Where a list ends: before a comma behind which nobody is named."""
    text = provision.text.plain
    comma = text.find(", ", start, end)
    seen = False
    while comma >= 0:
        seen = seen or any(start <= actor.start < comma for actor in named)
        following = [actor for actor in named if comma < actor.start < end]
        words = text[comma + 2 : following[0].start].split() if following else None
        if seen and (words is None or len(words) > LEAD) and not NAME.match(text, comma + 2):
            return comma
        comma = text.find(", ", comma + 2, end)
    return end


def collaborators(
    provision: Provision, named: tuple[Actor, ...], lists: tuple[tuple[int, int], ...],
    actions: tuple[tuple[int, int], ...],
) -> tuple[Helper, ...]:  # fmt: skip
    """Those who help, by name."""
    found: dict[str, Helper] = {}
    for start, end in lists:
        if not any(a <= start < b for a, b in actions):
            continue
        for helper in of_list(provision, named, start, end):
            found.setdefault(helper.name, helper)
    return tuple(found.values())


def of_list(
    provision: Provision, named: tuple[Actor, ...], start: int, end: int
) -> Iterator[Helper]:
    """Those whom one list names."""
    text = provision.text.plain
    begin = provision.known.with_whom.match(text, start)
    at = begin.end() if begin else start
    inside = [actor for actor in named if at <= actor.start and actor.end <= end]
    before: Actor | None = None
    for actor in inside:
        gap = text[before.end : actor.start] if before else ""
        presided = (
            before is not None and before.kind == "President" and actor.organ and len(gap) < 9
        )
        if (
            before is not None
            and not presided
            and provision.known.completes.search(gap)
            and len(gap) < 12
        ):
            before = actor
            if actor.name == actor.kind:
                continue
        if presided:
            yield Helper(
                name=f"President of {ORGANS.get(actor.name, actor.name)}",
                start=actor.start, end=actor.end,
            )  # fmt: skip
            before = actor
            continue
        if actor.name in SILENT or (
            actor.kind == "President" and provision.known.pattern("of_start").match(text, actor.end)
        ):
            before = actor
            continue
        before = actor
        yield Helper(name=actor.name, start=actor.start, end=actor.end)
    for match in NAME.finditer(text, at, end):
        name = match.group()
        if any(a.start < match.end() and match.start() < a.end for a in named):
            continue
        if len(name.split()) == 1 and not (name.isupper() and len(name) > 2):
            continue
        if name.split()[0] in NO_NAMES and len(name.split()) < 3:
            continue
        yield Helper(name=name, start=match.start(), end=match.end())
