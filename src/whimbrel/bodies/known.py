"""The bodies that the facts know, and those that every convention has: its secretariat, its COP."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from whimbrel import facts
from whimbrel.bodies.body import Body, BodyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One entry of `facts/bodies/*.yaml`."""

    key: str
    kind: BodyKind
    source: str
    acronym: str | None = None
    acronyms: tuple[str, ...] = ()
    """The other short forms: of other languages, of earlier days."""
    weak: tuple[str, ...] = ()
    """Short forms that mean other things elsewhere: they count where the name was seen before."""
    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    es: tuple[str, ...] = ()
    parent: str | None = None
    part_of: str | None = None
    cop: str | None = None
    """COP or MOP, where the body has one."""
    secretariat: bool = False
    own: bool = False
    instrument: bool = False
    """A treaty that is named as a text, and has no bureau of its own."""
    meeting: bool = False
    """A conference that meets now and then."""


@cache
def known() -> dict[str, Body]:
    """Every body by its key."""
    found: dict[str, Body] = {}
    for fact in facts.load("bodies/*.yaml", Fact):
        found[fact.key] = body(fact)
        found |= {one.key: one for one in derived(fact)}
    return found


def body(fact: Fact) -> Body:
    """The body of a fact."""
    names = {"en": fact.en, "fr": fact.fr, "es": fact.es}
    short = ((fact.acronym,) if fact.acronym else ()) + fact.acronyms
    return Body(
        key=fact.key,
        name=first_name(fact),
        acronym=fact.acronym,
        names={language: forms for language, forms in names.items() if forms},
        acronyms=tuple(dict.fromkeys(short)),
        weak=fact.weak,
        kind=fact.kind,
        parent=fact.parent,
        part_of=fact.part_of,
        own=fact.own,
        instrument=fact.instrument,
        meeting=fact.meeting,
        source=fact.source,
    )


def derived(fact: Fact) -> Iterator[Body]:
    """The bodies that a convention has by its nature."""
    short, long = fact.acronym or first_name(fact), first_name(fact)
    if fact.secretariat:
        yield organ(
            fact,
            "secretariat",
            kind=BodyKind.MEA_SECRETARIAT,
            secretariat_of=fact.key,
            en=(f"{short} Secretariat", f"Secretariat of the {long}"),
        )
    if fact.cop:
        meeting = {"COP": "Conference", "MOP": "Meeting"}.get(fact.cop)
        of = f"{meeting} of the Parties" if meeting else "Meeting of the Signatories"
        yield organ(
            fact,
            fact.cop.lower(),
            kind=BodyKind.PARTY_BODY,
            cop_of=fact.key,
            en=(f"{short} {fact.cop}", f"{of} to the {long}"),
        )


def organ(
    fact: Fact,
    suffix: str,
    *,
    kind: BodyKind,
    en: tuple[str, ...],
    secretariat_of: str | None = None,
    cop_of: str | None = None,
) -> Body:
    """A body of a convention."""
    return Body(
        key=f"{fact.key}-{suffix}",
        name=en[0],
        acronym=None,
        names={"en": en},
        acronyms=(),
        kind=kind,
        parent=fact.key,
        secretariat_of=secretariat_of,
        cop_of=cop_of,
        source=fact.source,
    )


def first_name(fact: Fact) -> str:
    """The name that a body goes by first."""
    return next(
        (forms[0] for forms in (fact.en, fact.fr, fact.es) if forms), fact.acronym or fact.key
    )
