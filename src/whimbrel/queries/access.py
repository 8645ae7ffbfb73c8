"""The only gate: may this role do this to that record? The answer has its reason."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from whimbrel.facts import load
from whimbrel.queries.said import listed
from whimbrel.queries.said import said as _


class Reach(StrEnum):
    """How far a verb of a role reaches."""

    ALL = "all"
    OWN = "own"
    PUBLISHED = "published"


class Standing(StrEnum):
    """What a record is to the person who asks."""

    OFFICE = "office"
    """Neither theirs nor public."""
    OWN = "own"
    """Of their own country or body."""
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """`facts/access/roles.yaml`."""

    source: str
    verbs: dict[str, str]
    """Verb -> what it allows, in words."""
    roles: dict[str, dict[str, Reach]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Yes or no, and why."""

    allowed: bool
    because: str

    def __bool__(self) -> bool:
        return self.allowed


@cache
def matrix() -> Matrix:
    """The roles with their verbs."""
    return load("access/*.yaml", Matrix)[0]


def may(role: str | None, verb: str, standing: Standing = Standing.OFFICE) -> Answer:
    """Whether a role may do something to a record. `role` None: somebody who has not signed in.

    KeyError where there is no such verb: that is a mistake of ours and no answer.
    """
    known, asked = matrix(), role or "public"
    told = {"role": _(asked), "what": _(known.verbs[verb])}
    reach = known.roles.get(asked, {}).get(verb)
    if reach is None:
        who = listed(name for name, verbs in known.roles.items() if verb in verbs)
        why = _("a role of %(role)s may not %(what)s; these may: %(who)s")
        return Answer(allowed=False, because=why % {**told, "who": who})
    within = {
        Reach.ALL: frozenset(Standing),
        Reach.OWN: frozenset({Standing.OWN, Standing.PUBLISHED}),
        Reach.PUBLISHED: frozenset({Standing.PUBLISHED}),
    }[reach]
    if standing not in within:
        why = _("a role of %(role)s may %(what)s only where it is %(reach)s")
        return Answer(allowed=False, because=why % {**told, "reach": _(str(reach))})
    return Answer(allowed=True, because=_("a role of %(role)s may %(what)s") % told)
