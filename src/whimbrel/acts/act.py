"""An act: a named writing of the record. It asks the gate, runs whole or not at all, and leaves one
line in the ledger, also where it is refused."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial, wraps
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from django.db import DataError, IntegrityError, transaction
from django.db.models import Model
from django.utils import timezone

from whimbrel.acts import ledger
from whimbrel.acts.consent import consented
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.acts.remember import remember, said
from whimbrel.queries.access import Standing, may
from whimbrel.queries.said import in_words, plain
from whimbrel.queries.said import said as _
from whimbrel.register.chain import digest
from whimbrel.register.models import Person
from whimbrel.register.names import about

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """Something for a worker to do once the act stands: the name of a task, and what it is given.
    Acts do not know the tasks; see `whimbrel.tasks`."""

    task: str
    given: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Generic[T]):
    """What an act did: the answer for the door, and what the ledger says of it."""

    value: T
    about: str
    """The record, by its name outside the database."""
    open: Mapping[str, object] = field(default_factory=dict)
    """Figures that everybody who sees the ledger may see."""
    change: Mapping[str, object] = field(default_factory=dict)
    """Values before and after; kept apart with the actor and the reason."""
    kept: tuple[Model, ...] = ()
    """The records it changed: each gets an edition, and is found by its new words."""
    then: tuple[FollowUp, ...] = ()
    """What is to be done next by a worker; the door that called hands it on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An act by its name, and the verb that the gate asks for."""

    name: str
    verb: str
    says: str
    """Its first paragraph: what it does."""
    run: Callable[..., Any]
    """What a door calls: with the address of the person and the reason first."""


ACTS: dict[str, Act] = {}
"""Every act that was defined, by name."""


def of_the_office(*_: object, **__: object) -> Standing:
    """The standing of what an act does where it is done to no one's own record."""
    return Standing.OFFICE


def act(
    name: str,
    *,
    verb: str,
    reasoned: bool = False,
    standing: Callable[..., Standing] = of_the_office,
) -> Callable[[Callable[Concatenate[Person, P], Done[T]]], Callable[Concatenate[str, str, P], T]]:
    """Make an act of a function that takes the person first. A door calls it with the address of
    the person and the reason, and gets the value.

    `reasoned`: it is not done without a reason. `standing`: what the record is to the person, asked
    with all that the act is given; roles whose reach is `own` need it.

    Refused says who may do it, or why it cannot be done now.
    """

    def made(
        function: Callable[Concatenate[Person, P], Done[T]],
    ) -> Callable[Concatenate[str, str, P], T]:
        says = " ".join((function.__doc__ or "").strip().partition("\n\n")[0].split())

        def done_by(by: str, reason: str, *args: P.args, **kwargs: P.kwargs) -> T:
            # Before anybody has to wait for them, and again in turn: they may have left meanwhile.
            somebody(by)
            with transaction.atomic():
                ledger.turn()
                person = somebody(by)
                # As of a record of theirs first: who may not even then is told so at once.
                answer = may(person.role, verb, Standing.OWN)
                if answer:
                    answer = may(person.role, verb, standing(person, *args, **kwargs))
                if not answer:
                    raise Refused(answer.because)
                if reasoned and not reason.strip():
                    raise Refused(_("say why: this is not done without a reason"))
                done = function(person, *args, **kwargs)
                fitting(done.kept)
                consented(done.kept)
                editions = {about(one): said(one) for one in dict.fromkeys(done.kept)}
                digests = {name: digest(words) for name, words in editions.items()}
                line = ledger.add(
                    act=name,
                    at=timezone.now(),
                    about=done.about,
                    open_={**done.open, "editions": digests} if digests else done.open,
                    personal={"by": person.email, "reason": reason, "change": dict(done.change)},
                )
                remember(done.kept, line)
                hand_on(done.then)
            return done.value

        @wraps(function)
        def run(by: str, reason: str, /, *args: P.args, **kwargs: P.kwargs) -> T:
            try:
                with told_in_words():
                    brief(reason)
                    return done_by(by, reason, *args, **kwargs)
            except Refused as refusal:
                note_refusal(name, by, reason, refusal)
                raise

        ACTS[name] = Act(name=name, verb=verb, says=says, run=run)
        return run

    return made


MOST = 2000
"""Characters of a reason, and of what is kept of a refusal."""


def brief(reason: str) -> None:
    """Go on where a reason is one, and no book."""
    if len(reason) > MOST:
        told = _("%(field)s is longer than %(most)s characters")
        raise Refused(told % {"field": in_words("reason"), "most": MOST})


def note_refusal(name: str, by: str, reason: str, refusal: Refused) -> None:
    """A line in the ledger for an act that was refused, in English whatever the person was told.
    None for somebody whom nobody here knows: strangers write nothing into the ledger."""
    if not Person.objects.filter(email=by).exists():
        return
    why = str(plain(refusal.args[0]))
    with transaction.atomic():
        ledger.add(
            act=name,
            at=timezone.now(),
            about="",
            open_={},
            personal={"by": by, "reason": reason[:MOST], "refused": why[:MOST]},
            refused=True,
        )


@contextmanager
def told_in_words() -> Iterator[None]:
    """What the database refuses, said as a refusal: the act left nothing behind."""
    try:
        yield
    except IntegrityError as error:
        told = _("somebody else did the same at the same moment: look again, then decide")
        raise Overtaken(told) from error
    except DataError as error:
        raise Refused(_("a value is longer than the record can keep")) from error


def fitting(kept: tuple[Model, ...]) -> None:
    """Go on where every value is as short as its field asks, whichever database is used."""
    for one in kept:
        for each in one._meta.concrete_fields:
            most, value = each.max_length, getattr(one, each.attname)
            if most and isinstance(value, str) and len(value) > most:
                told = _("%(field)s is longer than %(most)s characters")
                raise Refused(told % {"field": in_words(each.name), "most": most})


HANDS: list[Callable[[FollowUp], None]] = []
"""Who takes follow-ups: `whimbrel.tasks` puts itself here when the house opens."""


def hand_on(then: tuple[FollowUp, ...]) -> None:
    """Give follow-ups to whoever takes them, once the act is written and not before."""
    for one in then:
        for hand in HANDS:
            transaction.on_commit(partial(hand, one))


def allowed(by: str, verb: str) -> Person:
    """The person of an address, if the gate lets them. Refused says why not."""
    person = somebody(by)
    answer = may(person.role, verb)
    if not answer:
        raise Refused(answer.because)
    return person


def somebody(by: str) -> Person:
    """The person of an address. Refused where nobody who is still here goes by it."""
    person = Person.objects.filter(email=by, is_active=True).first()
    if person is None:
        told = _("nobody here goes by %(by)s: have an administrator enter them first")
        raise Refused(told % {"by": by})
    return person
