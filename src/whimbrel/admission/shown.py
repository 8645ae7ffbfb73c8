"""A scheme as it is read: part by part, each line with its source and how it is known."""

from collections.abc import Iterable
from dataclasses import dataclass

from whimbrel.admission.overview import day
from whimbrel.admission.scheme import Scheme
from whimbrel.admission.words import say
from whimbrel.procedures.known import Known, Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One line."""

    id: str
    text: str
    source: str
    status: Known
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The lines of one kind, under their heading."""

    key: str
    """`criteria`, `documents`: the same in every language."""
    heading: str
    lines: tuple[Shown, ...]


def shown(scheme: Scheme, language: str = "en") -> tuple[Part, ...]:
    """The parts of a scheme that have lines, in their order."""
    treaty, rule = scheme.treaty, scheme.decision
    found = (
        part("treaty", [line(treaty, treaty.text[language])], language),
        part("criteria", [line(one, one.text[language]) for one in scheme.criteria], language),
        part("documents", [line(one, one.text[language]) for one in scheme.documents], language),
        part("deadlines", [line(one, day(one, language)) for one in scheme.deadlines], language),
        part("decision", [line(rule, rule.decider[language])], language),
        part("fees", [line(one, one.text[language]) for one in scheme.fees], language),
        part("validity", [line(scheme.validity, scheme.validity.text[language])], language),
        part("steps", [line(one, one.text[language]) for one in scheme.steps], language),
        part("rights", [line(one, one.text[language]) for one in scheme.rights], language),
        part("duties", [line(one, one.text[language]) for one in scheme.duties], language),
        part("functions", functions(scheme, language), language),
        part("gaps", [line(one, f"{one.term}: {one.text[language]}") for one in scheme.gaps],
             language),
    )  # fmt: skip
    return tuple(one for one in found if one.lines)


def functions(scheme: Scheme, language: str) -> list[Shown]:
    """The functions that it serves, all on one basis."""
    basis = scheme.functions_basis
    return [
        Shown(
            id=one.name.lower(),
            text=say(f"function-{one.name}", language),
            source=basis.source if basis else scheme.source,
            status=basis.status if basis else Known.ASSUMED,
        )
        for one in scheme.functions
    ]


def part(key: str, lines: Iterable[Shown], language: str) -> Part:
    """Lines under the heading of their kind."""
    return Part(key=key, heading=say(f"part-{key}", language), lines=tuple(lines))


def line(one: Line, text: str) -> Shown:
    """A line of a scheme with its words."""
    return Shown(id=one.id, text=text, source=one.source, status=one.status, note=one.note)
