"""An act: a named writing of the record. It asks the gate, runs whole or not at all, and leaves one
line in the ledger, also where it is refused."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Concatenate, Generic, ParamSpec, TypeVar

from django.db import transaction
from django.utils import timezone

from whimbrel.acts import ledger
from whimbrel.acts.refused import Refused
from whimbrel.queries.access import may
from whimbrel.register.models import Person

P = ParamSpec("P")
T = TypeVar("T")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """An act by its name, and the verb that the gate asks for."""

    name: str
    verb: str
    says: str
    """Its first line: what it does."""


ACTS: dict[str, Act] = {}
"""Every act that was defined, by name."""


def act(
    name: str, *, verb: str
) -> Callable[[Callable[Concatenate[Person, P], Done[T]]], Callable[Concatenate[str, str, P], T]]:
    """Make an act of a function that takes the person first. A door calls it with the address of
    the person and the reason, and gets the value.

    Refused says who may do it, or why it cannot be done now.
    """

    def made(
        function: Callable[Concatenate[Person, P], Done[T]],
    ) -> Callable[Concatenate[str, str, P], T]:
        says = (function.__doc__ or "").strip().splitlines()[0]
        ACTS[name] = Act(name=name, verb=verb, says=says)

        @wraps(function)
        def run(by: str, reason: str, /, *args: P.args, **kwargs: P.kwargs) -> T:
            try:
                with transaction.atomic():
                    person = allowed(by, verb)
                    done = function(person, *args, **kwargs)
                    ledger.add(
                        act=name,
                        at=timezone.now(),
                        about=done.about,
                        open_=done.open,
                        personal={
                            "by": person.email,
                            "reason": reason,
                            "change": dict(done.change),
                        },
                    )
                return done.value
            except Refused as refusal:
                with transaction.atomic():
                    ledger.add(
                        act=name,
                        at=timezone.now(),
                        about="",
                        open_={},
                        personal={"by": by, "reason": reason, "refused": str(refusal)},
                        refused=True,
                    )
                raise

        return run

    return made


def allowed(by: str, verb: str) -> Person:
    """The person of an address, if the gate lets them. Refused says why not."""
    person = Person.objects.filter(email=by, is_active=True).first()
    if person is None:
        raise Refused(f"nobody here goes by {by}: have an administrator enter them first")
    answer = may(person.role, verb)
    if not answer:
        raise Refused(answer.because)
    return person
