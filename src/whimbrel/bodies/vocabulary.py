"""The words that names of bodies are found by: all known names, classes, heads of names, traps."""

from dataclasses import dataclass
from functools import cache
from itertools import chain

from whimbrel import facts
from whimbrel.bodies.body import Body, BodyKind, GroupKind
from whimbrel.bodies.index import Names
from whimbrel.bodies.known import known
from whimbrel.bodies.names import fold, folded, spellings


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """An unnamed class of bodies or people: `facts/groups/*.yaml`."""

    kind: GroupKind
    name: str
    source: str
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    proper: bool = False
    """Only with a capital: Parties are States, parties are people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """Heads of names in a language: `facts/heads/heads.yaml`."""

    source: str
    language: str
    heads: dict[str, tuple[str, ...]]
    """Kind of body -> words; `igo-office` for words that tell nothing of the kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traps:
    """Words beside a name that are no part of it: `facts/heads/traps.yaml`."""

    source: str
    before: frozenset[str]
    """Stand before a name, with a capital where they open a sentence."""
    not_after_un: tuple[str, ...]
    """What the United Nations has without being a body."""
    not_before_head: frozenset[str]
    """Before a head they make a text or a plan of it: a Work Programme."""
    things: frozenset[str]
    """What ends with them is a thing, and no body."""
    everyday: frozenset[str]
    """Acronyms that are words: in a heading of capitals they are that word."""


NUMBERED = frozenset(
    ("COP", "CoP", "MOP", "MoP", "MOS", "MoS", "RdP", "StC", "ScC", "ScC-SC", "CMA", "CMP")
)
"""A number may follow without a space: COP15."""


@cache
def named() -> dict[str, Body | Class]:
    """Folded name -> what it names."""
    found: dict[str, Body | Class] = {}
    for one in plain_bodies():
        for form in chain.from_iterable(one.names.values()):
            found.setdefault(folded(form), one)
    for one in plain_bodies():
        for form in one.names.get("en", ()):
            for spelling in spellings(form):
                found.setdefault(folded(spelling), one)
    for group in classes():
        for form in (group.name, *group.names):
            found.setdefault(folded(form), group)
    return found


@cache
def abbreviated() -> dict[str, Body | Class]:
    """Acronym as printed -> what it stands for."""
    found: dict[str, Body | Class] = {}
    every: tuple[Body | Class, ...] = (*plain_bodies(), *classes())
    for one in every:
        for short in one.acronyms:
            found.setdefault(cased(short), one)
    for body in plain_bodies():
        for short in body.weak:
            found.setdefault(cased(short), body)
    return found


@cache
def index() -> Names:
    """All known names in one automaton."""
    return Names(named(), abbreviated(), numbered=NUMBERED)


@cache
def heads(language: str) -> tuple[Names, dict[str, BodyKind]]:
    """The heads of names in a language."""
    kinds = {
        word: BodyKind.UNKNOWN if kind == "igo-office" else BodyKind(kind)
        for one in facts.load("heads/heads.yaml", Heads)
        if one.language == language
        for kind, words in one.heads.items()
        for word in words
    }
    return Names((), kinds), {cased(word): kind for word, kind in kinds.items()}


@cache
def traps() -> Traps:
    """The words that are no part of a name."""
    return facts.load("heads/traps.yaml", Traps)[0]


@cache
def classes() -> tuple[Class, ...]:
    """All unnamed classes."""
    return facts.load("groups/*.yaml", Class)


@cache
def plain_bodies() -> tuple[Body, ...]:
    """Known bodies but for those that are found from the name of their convention."""
    return tuple(one for one in known().values() if not one.secretariat_of and not one.cop_of)


def cased(short: str) -> str:
    """An acronym as it is looked for."""
    return fold(short).cased.decode()
