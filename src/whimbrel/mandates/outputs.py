"""Outputs: what a provision asks to be produced."""

from collections.abc import Iterator
from dataclasses import dataclass

from whimbrel.mandates.clauses import Provision
from whimbrel.mandates.mandate import Addressee, Output

REACH = 12
"""How many words behind a verb its thing may stand."""
GOVERNMENTS = frozenset(
    {
        Addressee.PARTIES, Addressee.MEMBER_STATES, Addressee.RANGE_STATES,
        Addressee.OTHER_GOVERNMENTS, Addressee.NAMED_STATE,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An output and the words that ask for it."""

    output: Output
    start: int
    end: int


def outputs(
    provision: Provision,
    spans: tuple[tuple[int, int], ...],
    asked: tuple[Addressee, ...],
    barred: tuple[tuple[int, int], ...],
) -> tuple[Made, ...]:
    """What is to be produced by the words in the spans."""
    found: dict[Output, Made] = {}
    words = provision.text.words
    aims = tuple(
        m.span() for m in provision.known.pattern("purpose").finditer(provision.text.plain)
    )
    at_home = bool(asked) and GOVERNMENTS.issuperset(asked)
    for start, end in spans:
        first, last = provision.text.number(start), provision.text.number(end)
        acted: dict[str, int] = {}
        # A verb counts for what stands behind it, not for itself: "an update" is a thing.
        covered = first
        waiting: list[tuple[str, int]] = []
        for mark in provision.known.marks.each(words, first, last):
            what, name = mark.value
            if waiting and waiting[0][1] < mark.first:
                acted |= dict(waiting)
                waiting = []
            at = words[mark.first].start
            if any(a <= at < b for a, b in aims) or any(a <= at < b for a, b in barred):
                continue
            if what == "act":
                waiting.append((name, mark.last - 1))
                continue
            if what == "thing":
                if mark.first < covered:
                    continue
                act, _, name = name.partition(":")
                since = acted.get(act)
                if since is None or not 0 < apart(provision, since, mark.first, barred) <= REACH:
                    continue
                if broken(provision, since, mark.first) or not (
                    act == "keep" or object_of(provision, mark.first, since)
                ):
                    continue
            else:
                covered = max(covered, mark.last)
            output = Output(name)
            if output is Output.NATIONAL_MEASURES and not at_home:
                continue
            place = words[mark.first].start, words[mark.last - 1].end
            found.setdefault(output, Made(output=output, start=place[0], end=place[1]))
    if not found:
        found |= {made.output: made for made in by_work(provision, spans)}
    if not found and GOVERNMENTS.intersection(asked):
        found |= {made.output: made for made in by_verb(provision, spans)}
    return tuple(found.values())


def by_work(provision: Provision, spans: tuple[tuple[int, int], ...]) -> Iterator[Made]:
    """Cooperation where working with others is all that is asked."""
    for start, end in spans:
        match = provision.known.pattern("works_with").search(provision.text.plain, start, end)
        if match:
            yield Made(output=Output.COOPERATION, start=match.start(), end=match.end())
            return


def by_verb(provision: Provision, spans: tuple[tuple[int, int], ...]) -> Iterator[Made]:
    """National measures that the verb alone shows: "to address soil pollution"."""
    for start, end in spans:
        match = provision.known.pattern("home").match(provision.text.plain, start, end)
        if match:
            yield Made(output=Output.NATIONAL_MEASURES, start=match.start(), end=match.end())
            return


def object_of(provision: Provision, thing: int, act: int) -> bool:
    """False for "information in their reports": a preposition parts the thing from its verb."""
    words, known = provision.text.words, provision.known
    for number in range(thing - 1, act, -1):
        low = words[number].low
        if low in known.parts:
            return False
        if low in known.opens or low in known.joins:
            return number == act + 1 or words[number - 1].low not in known.parts
    return True


def apart(provision: Provision, first: int, last: int, barred: tuple[tuple[int, int], ...]) -> int:
    """How many words lie between a verb and its thing, conditions and helpers not counted."""
    words = provision.text.words[first + 1 : last + 1]
    return sum(not any(a <= word.start < b for a, b in barred) for word in words)


def broken(provision: Provision, first: int, last: int) -> bool:
    """True where a stop parts the verb from its thing."""
    return any(word.low in (";", ":", ".") for word in provision.text.words[first:last])
