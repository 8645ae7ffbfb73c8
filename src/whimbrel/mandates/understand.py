"""Understand one provision: its text, its language and the heading above it -> a Mandate."""

import re

from whimbrel.document import Span
from whimbrel.mandates.actors import Actor, actors
from whimbrel.mandates.addressees import Asked, addressees, directs, of_heading
from whimbrel.mandates.clauses import Clause, Provision
from whimbrel.mandates.collaborators import Helper, collaborators, helped
from whimbrel.mandates.conditions import Limited, conditions
from whimbrel.mandates.due import Timed, due, recurring
from whimbrel.mandates.grammar import Force
from whimbrel.mandates.mandate import (
    Addressed, Collaborator, Condition, Due, Mandate, Product, ReportTo,
)  # fmt: skip
from whimbrel.mandates.outputs import Made, outputs
from whimbrel.mandates.recipients import Recipient, recipients
from whimbrel.mandates.words import Text

LONGEST = 20_000
"""Characters of a provision that are looked at."""
ORGANS = (
    ("UNSC", re.compile(r"\b(?:Security Council|Conseil de sécurité|Consejo de Seguridad|Sanctions Committee|United Nations mission)\b")),
    ("HRC", re.compile(r"\b(?:Human Rights Council|High Commissioner|Special Rapporteur|Conseil des droits de l.homme|Haut-Commissa\w+|Consejo de Derechos Humanos|Alto Comisionado|Relator\w* Especial)\b")),
    ("UNGA", re.compile(r"\b(?:General Assembly|Assemblée générale|Asamblea General)\b")),
    ("UNEA", re.compile(r"\b(?:Environment Assembly|Executive Director|Directrice? exécuti\w+|Director\w* Ejecutiv\w+)\b")),
    ("COP", re.compile(r"\b(?:Conference of the Parties|Conférence des Parties|Conferencia de las Partes)\b")),
)  # fmt: skip


def understand(
    text: str, *, language: str, context: str | None = None,
    organ: str | None = None, item: int | None = None,
) -> Mandate:  # fmt: skip
    """One provision understood.

    `context`: the heading above it. `organ`: the body that adopts it, where that is known ("UNGA").
    `item`: where the item begins behind its chapeau, 0 for none; looked for where it is not said.
    """
    provision = Provision(Text(text[:LONGEST], language), item)
    opened = provision.opening
    force, operative = forced(provision)
    if provision.preambular or not operative:
        return informing(provision, force)
    named = actors(provision.text)
    lists = helped(provision, named)
    acts = actions(provision)
    limits = conditions(provision, acts)
    times = tuple(
        time for time in due(provision, named, organ or organ_of(provision))
        if any(a <= time.start < b for a, b in acts)
    )
    own = organ or organ_of(provision) or sitting(times)
    barred = (*lists, *((each.start, each.end) for each in limits))
    asked = addressees(provision, named, barred)
    heading: tuple[tuple[Asked, ...], tuple[Actor, ...]] = ((), ())
    if context and directs(context, language):
        heading = of_heading(context, language)
    inherited = heading[0] if not asked else ()
    return Mandate(
        text=text,
        language=language,
        force=force,
        operative=True,
        verb=opened.phrase if opened else None,
        verb_at=span(opened.start, opened.end) if opened else None,
        addressees=(
            *(Addressed(who=a.who, at=span(a.start, a.end), words=text[a.start : a.end]) for a in asked),
            *(
                Addressed(who=a.who, at=span(a.start, a.end, "heading"), words=(context or "")[a.start : a.end], inherited=True)
                for a in inherited
            ),
        ),
        conditions=tuple(condition(text, each) for each in limits),
        due=tuple(dated(text, each) for each in times),
        report_to=tuple(
            received(text, each) for each in recipients(provision, named, acts, lists, own)
        ),
        collaborators=tuple(
            helper(text, each) for each in collaborators(provision, named, lists, acts)
            if each.name not in {a.who for a in (*asked, *inherited)}
        ) + tuple(
            Collaborator(name=a.name, at=span(a.start, a.end, "heading"), words=(context or "")[a.start : a.end])
            for a in heading[1]
        ),
        outputs=tuple(
            product(text, each)
            for each in outputs(provision, producing(provision), tuple(a.who for a in (*asked, *inherited)), barred)
        ),
        recurring=recurring(provision),
        second_verb=second(provision),
    )  # fmt: skip


def forced(provision: Provision) -> tuple[Force, bool]:
    """(force, operative): the first directive verb decides; over items the nearest informing one."""
    clauses = provision.clauses
    if not clauses or provision.preambular:
        opened = provision.opening
        force = opened.force if opened else Force.NOTE
        return (Force.APPRECIATION if merits(provision) else force), False
    if provision.item is not None:
        last = clauses[-1]
        if not last.force.directive:
            return last.force, False
    directive = next((clause for clause in clauses if clause.force.directive), None)
    if directive is None:
        return (Force.APPRECIATION if merits(provision) else clauses[0].force), False
    return directive.force, True


def merits(provision: Provision) -> bool:
    """True for "Acknowledging the work of ...", which thanks."""
    return bool(provision.known.pattern("merit").match(provision.text.plain))


def second(provision: Provision) -> bool:
    """True where a directive verb stands besides the opening one."""
    return any(clause.force.directive for clause in provision.clauses[1:])


def informing(provision: Provision, force: Force) -> Mandate:
    """A provision that only informs. What it stresses may have conditions all the same."""
    text = provision.text.printed
    opened = provision.opening
    stressed = (
        not provision.preambular
        and opened is not None
        and provision.known.pattern("stresses").match(provision.text.plain)
    )
    return Mandate(
        text=text,
        language=provision.language,
        force=force,
        operative=False,
        verb=opened.phrase if opened else None,
        verb_at=span(opened.start, opened.end) if opened else None,
        conditions=tuple(condition(text, each) for each in conditions(provision, ((0, len(text)),))) if stressed else (),
    )


def actions(provision: Provision) -> tuple[tuple[int, int], ...]:
    """Places of all words that say what is to be done, chapeau and item."""
    found: list[tuple[int, int]] = []
    for clause in provision.clauses:
        if not clause.force.directive:
            continue
        begin = clause.end if not clause.says else clause.who[0]
        found.append((begin, clause.until))
    return tuple(found)


def producing(provision: Provision) -> tuple[tuple[int, int], ...]:
    """Places of the words that may ask for an output: of an item those of the item alone."""
    end = len(provision.text.printed)
    if provision.item is not None:
        return ((provision.item, end),)
    return tuple(
        (action_of(clause), clause.until) for clause in provision.clauses if clause.force.directive
    )


def action_of(clause: Clause) -> int:
    """Where the action of a clause begins; behind the verb where nobody is asked."""
    return clause.action if clause.personal else clause.end


def organ_of(provision: Provision) -> str | None:
    """The organ that speaks, as far as the words betray it."""
    text = provision.text.plain
    return next((name for name, pattern in ORGANS if pattern.search(text)), None)


def sitting(times: tuple[Timed, ...]) -> str | None:
    """The organ that says "its seventy-ninth session", by the number of the session."""
    return next((t.code.partition("-")[0] for t in times if t.body is None and "-" in t.code), None)


def span(start: int, end: int, eid: str = "") -> Span:
    """A place in the text that was given, or in its heading."""
    return Span(eid=eid, start=start, end=end)


def condition(text: str, each: Limited) -> Condition:
    """A condition with its words."""
    return Condition(words=text[each.start : each.end], kind=each.kind, at=span(each.start, each.end))


def dated(text: str, each: Timed) -> Due:
    """A due code with its words."""
    return Due(code=each.code, at=span(each.start, each.end), words=text[each.start : each.end])


def received(text: str, each: Recipient) -> ReportTo:
    """A recipient with its words."""
    return ReportTo(body=each.body, at=span(each.start, each.end), words=text[each.start : each.end])


def helper(text: str, each: Helper) -> Collaborator:
    """A collaborator with the words."""
    return Collaborator(name=each.name, at=span(each.start, each.end), words=text[each.start : each.end])


def product(text: str, each: Made) -> Product:
    """An output with its words."""
    return Product(output=each.output, at=span(each.start, each.end), words=text[each.start : each.end])
