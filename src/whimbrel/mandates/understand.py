"""Understand one provision: its text, its language and the heading above it -> a Mandate."""

from dataclasses import dataclass

from whimbrel.mandates.actors import Actor, actors
from whimbrel.mandates.addressees import Asked, addressees, directs, of_heading
from whimbrel.mandates.clauses import Clause, Provision
from whimbrel.mandates.collaborators import collaborators, helped
from whimbrel.mandates.conditions import conditions
from whimbrel.mandates.due import Timed, due, recurring
from whimbrel.mandates.grammar import Force
from whimbrel.mandates.mandate import Collaborator, Mandate
from whimbrel.mandates.organs import betrayed, sitting
from whimbrel.mandates.outputs import outputs
from whimbrel.mandates.parts import HEADING, Printed
from whimbrel.mandates.recipients import recipients
from whimbrel.mandates.words import Text

LONGEST = 20_000
"""Characters of a provision that are looked at."""
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Above:
    """The heading above a provision: whom it names."""

    text: str = ""
    asked: tuple[Asked, ...] = ()
    helping: tuple[Actor, ...] = ()


def understand(
    text: str,
    *,
    language: str,
    context: str | None = None,
    organ: str | None = None,
    item: int | None = None,
) -> Mandate:
    """One provision understood.

    `context`: the heading above it. `organ`: the body that adopts it, where that is known ("UNGA").
    `item`: where the item begins behind its chapeau, 0 for none; looked for where it is not said.
    """
    provision = Provision(Text(text[:LONGEST], language), item)
    above = heading(context, language)
    force, operative = forced(provision)
    if above.text and provision.opening is None:
        # Under "Directed to the Secretariat" bare words are its duty: "prepare a list".
        return asking(provision, Force.OBLIGATION, above, organ)
    if provision.preambular or not operative:
        return informing(provision, force)
    return asking(provision, force, above, organ)


def heading(context: str | None, language: str) -> Above:
    """Whom the heading names, where it is one that names somebody."""
    if not context or not directs(context, language):
        return Above()
    asked, helping = of_heading(context, language)
    return Above(text=context, asked=asked, helping=helping)


def asking(provision: Provision, force: Force, above: Above, organ: str | None) -> Mandate:
    """A provision by which somebody is to act or something is decided."""
    named, acts = actors(provision.text), actions(provision)
    lists = helped(provision, named)
    limits = conditions(provision, acts)
    speaks = organ or betrayed(named)
    times = timed(provision, named, acts, speaks)
    barred = (*lists, *((limit.start, limit.end) for limit in limits))
    asked = addressees(provision, named, barred)
    inherited = () if asked else above.asked
    who = tuple(one.who for one in (*asked, *inherited))
    got = recipients(provision, named, acts, lists, speaks or sitting(times))
    made = outputs(provision, producing(provision), who, barred)
    printed = Printed(text=provision.text.printed)
    titled = Printed(text=above.text, eid=HEADING)
    opened = provision.opening
    return Mandate(
        text=printed.text,
        language=provision.language,
        force=force,
        operative=True,
        verb=opened.phrase if opened else None,
        verb_at=printed.at(opened.start, opened.end) if opened else None,
        addressees=(*map(printed.addressed, asked), *map(titled.addressed, inherited)),
        conditions=tuple(map(printed.condition, limits)),
        due=tuple(map(printed.due, times)),
        report_to=tuple(map(printed.recipient, got)),
        collaborators=others(
            (
                *map(printed.collaborator, collaborators(provision, named, lists, acts)),
                *map(titled.collaborator, above.helping),
            ),
            set(who),
        ),
        outputs=tuple(map(printed.product, made)),
        recurring=recurring(provision),
        second_verb=second(provision),
    )


def others(helping: tuple[Collaborator, ...], asked: set[str]) -> tuple[Collaborator, ...]:
    """Those who help and are not the addressee."""
    return tuple(one for one in helping if one.name not in asked)


def timed(
    provision: Provision, named: tuple[Actor, ...], acts: Spans, organ: str | None
) -> tuple[Timed, ...]:
    """What is due by the words that ask; what is recalled is not."""
    return tuple(
        time
        for time in due(provision, named, organ)
        if any(start <= time.start < end for start, end in acts)
    )


def forced(provision: Provision) -> tuple[Force, bool]:
    """(force, operative): the first directive verb decides; above items one that informs."""
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
    limits = conditions(provision, ((0, len(text)),)) if stressed else ()
    printed = Printed(text=text)
    return Mandate(
        text=text,
        language=provision.language,
        force=force,
        operative=False,
        verb=opened.phrase if opened else None,
        verb_at=printed.at(opened.start, opened.end) if opened else None,
        conditions=tuple(map(printed.condition, limits)),
    )


def actions(provision: Provision) -> tuple[tuple[int, int], ...]:
    """Places of all words that say what is to be done, chapeau and item."""
    found: list[tuple[int, int]] = []
    for clause in provision.clauses:
        if not clause.force.directive:
            continue
        begin = clause.end if not clause.says else clause.who[0]
        found.append((begin, clause.until))
    if provision.opening is None:
        return ((0, len(provision.text.printed)),)
    return tuple(found)


def producing(provision: Provision) -> tuple[tuple[int, int], ...]:
    """Places of the words that may ask for an output: of an item those of the item alone."""
    end = len(provision.text.printed)
    if provision.item is not None:
        return ((provision.item, end),)
    if provision.opening is None:
        return ((0, end),)
    return tuple(
        (action_of(clause), clause.until) for clause in provision.clauses if clause.force.directive
    )


def action_of(clause: Clause) -> int:
    """Where the action of a clause begins; behind the verb where nobody is asked."""
    return clause.action if clause.personal else clause.end
