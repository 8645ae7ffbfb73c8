"""Addressees: who is asked, by the sentence itself, its chapeau or the heading above it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from whimbrel.mandates.actors import Actor, actors, completed, countries
from whimbrel.mandates.clauses import Clause, Provision
from whimbrel.mandates.mandate import Addressee
from whimbrel.mandates.vocabulary import lexis
from whimbrel.mandates.words import Text

SELF = frozenset({"COP", "UNEA"})
"""Bodies that decide in their own decisions and ask nobody by them."""
LEAD = 48
"""How many characters may stand before the first one named."""
NEAR = 90
"""How far from the verb the subject of "Decides that" may stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A class of addressees and the words that name it."""

    who: Addressee
    start: int
    end: int


def addressees(
    provision: Provision, named: tuple[Actor, ...], barred: tuple[tuple[int, int], ...]
) -> tuple[Asked, ...]:
    """Everybody whom the directive verbs of a provision ask. `barred`: words that name others."""
    found: dict[Addressee, Asked] = {}
    for clause in provision.clauses:
        if not clause.personal or not clause.force.directive:
            continue
        for asked in of_clause(provision, clause, named, barred):
            found.setdefault(asked.who, asked)
    return tuple(found.values())


def of_clause(
    provision: Provision, clause: Clause,
    named: tuple[Actor, ...], barred: tuple[tuple[int, int], ...],
) -> Iterator[Asked]:  # fmt: skip
    """Those whom one verb asks."""
    text = provision.text
    start, end = clause.who
    again = provision.known.pattern("called_again").search(text.plain, 0, clause.start)
    if again or provision.known.pattern("pronoun").match(text.plain, start, end):
        yield from antecedents(provision, clause, named)
        return
    out = [*(span for span in barred if span[0] >= start), *asides(provision, start, end)]
    states = list(named_states(provision, start, end))
    before: Actor | None = None
    found: list[Actor] = []
    for actor in named:
        if actor.start < start or actor.end > end:
            continue
        if inside(actor.start, out) or inside(actor.end - 1, states):
            before = actor
            continue
        if completed(text, actor, before):
            before = actor
            continue
        before = actor
        if clause.force in DECIDED and not found and actor.start - start > NEAR:
            return
        if clause.lead and not leads(
            provision, text.plain[found[-1].end if found else start : actor.start], not found
        ):
            break
        if (
            clause.opens
            and not found
            and provision.known.pattern("of").search(text.plain, start, actor.start)
        ):
            break
        if clause.lead and text.plain[actor.end : actor.end + 1] == "'":
            break
        found.append(actor)
        if actor.organ and actor.name in SELF:
            continue
        yield Asked(who=Addressee(actor.kind), start=actor.start, end=actor.end)
    for begin, stop in states:
        if not inside(begin, out):
            yield Asked(who=Addressee.NAMED_STATE, start=begin, end=stop)


DECIDED = frozenset({"decision"})


def leads(provision: Provision, gap: str, first: bool) -> bool:
    """True where the words before a name leave it among the first ones named."""
    if first:
        return len(gap) < LEAD
    return bool(provision.known.pattern("coordinate").fullmatch(gap))


def antecedents(provision: Provision, clause: Clause, named: tuple[Actor, ...]) -> Iterator[Asked]:
    """Whom "them" stands for: the first ones named in the words before."""
    text = provision.text
    before = [actor for actor in named if actor.end <= clause.start]
    asked: list[Actor] = []
    for actor in before:
        if asked and not leads(provision, text.plain[asked[-1].end : actor.start], False):
            break
        if not actor.organ:
            asked.append(actor)
    for actor in asked:
        yield Asked(who=Addressee(actor.kind), start=actor.start, end=actor.end)


def asides(provision: Provision, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Places of words in the list of those asked that only explain it."""
    for name in ("aside", "relative"):
        for found in provision.known.pattern(name).finditer(provision.text.plain, start, end):
            if found.start() > start or name == "aside":
                yield found.span()


def named_states(provision: Provision, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Places of one State by its name: "the Transitional Government of ...", "Somalia"."""
    text = provision.text
    pattern = provision.known.pattern("named_state")
    taken: list[tuple[int, int]] = []
    for found in pattern.finditer(text.plain, start, end):
        taken.append(found.span())
        yield found.span()
    before = text.plain[start:end]
    for begin, stop in countries(text, start, end):
        if any(a <= begin < b for a, b in taken):
            continue
        front = before[: begin - start]
        if provision.known.pattern("state_alone").search(front) or not front.strip():
            yield begin, stop


def inside(place: int, spans: Iterable[tuple[int, int]]) -> bool:
    """True where a place lies in one of the spans."""
    return any(start <= place < end for start, end in spans)


def of_heading(heading: str, language: str) -> tuple[tuple[Asked, ...], tuple[Actor, ...]]:
    """(addressees, collaborators) that a heading names: "Directed to X, in consultation with Y"."""
    text = Text(heading, language)
    provision = Provision(text)
    helps = provision.known.with_whom.search(text.plain)
    limit = helps.start() if helps else len(heading)
    asked: dict[Addressee, Asked] = {}
    others: list[Actor] = []
    before: Actor | None = None
    for actor in actors(text):
        if actor.start >= limit:
            others.append(actor)
        elif not completed(text, actor, before) and not (actor.organ and actor.name in SELF):
            who = Addressee(actor.kind)
            asked.setdefault(who, Asked(who=who, start=actor.start, end=actor.end))
        before = actor
    return tuple(asked.values()), tuple(others)


def directs(heading: str, language: str) -> bool:
    """True for a heading that names addressees and not a subject."""
    text = Text(heading, language)
    if lexis(language).pattern("directed").match(text.plain):
        return True
    found = actors(text)
    return bool(found) and found[0].start < 12 and len(heading.split()) <= 8
