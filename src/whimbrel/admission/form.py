"""What an application asks about a body, as data; and whether an answer is one."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from whimbrel.admission.examined import Evidence, asks_for, attributes
from whimbrel.admission.scheme import Scheme
from whimbrel.admission.schemes import schemes
from whimbrel.facts import load
from whimbrel.procedures.known import Text


class Answer(StrEnum):
    """What kind of answer a question takes."""

    CHOICE = "choice"
    YES_NO = "yes or no"
    DAY = "day"
    SUBJECT = "subject"
    """Yes: it is about the subject that is the first option; no: about others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question: `facts/applying/fields.yaml`."""

    id: str
    source: str
    kind: Answer
    text: Text
    options: tuple[str, ...] = ()


OTHERS = "other matters"
YES, NO = "yes", "no"


@cache
def fields() -> Mapping[str, Field]:
    """Attribute -> its question, in the order of the form."""
    return {one.id: one for one in load("applying/fields.yaml", Field)}


def asked_by(scheme: Scheme) -> tuple[Field, ...]:
    """The questions on which a scheme turns, in the order of the form: no body is asked what the
    rules do not ask."""
    tests = (
        scheme.of_right, *(one.exception for one in scheme.criteria),
        *(one.concerns for one in scheme.documents), *(one.concerns for one in scheme.deadlines),
        *(one.instead_for for one in scheme.documents), *(one.waived_for for one in scheme.fees),
    )  # fmt: skip
    named = {name for one in scheme.criteria for name in asks_for(one)}
    named |= {name for test in tests for name in attributes(test)}
    return tuple(one for one in fields().values() if one.id in named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """The kinds of documents that can be brought under a scheme."""

    asked: tuple[str, ...]
    instead: tuple[str, ...]
    """What some bodies may bring in the place of those."""
    others: tuple[str, ...]


def kinds(scheme: Scheme) -> Kinds:
    """The kinds that a scheme asks for, what may stand in their place, and all others."""
    asked = tuple(dict.fromkeys(kind for one in scheme.documents for kind in one.any_of))
    instead = dict.fromkeys(kind for one in scheme.documents for kind in one.instead)
    left = tuple(kind for kind in instead if kind not in asked)
    return Kinds(
        asked=asked, instead=left,
        others=tuple(sorted(every_kind() - {*asked, *left})),
    )  # fmt: skip


@cache
def every_kind() -> frozenset[str]:
    """Each kind of document of which any scheme or the list of evidence speaks."""
    needed = [one for scheme in schemes() for one in scheme.documents]
    listed = [kind for one in needed for kind in (*one.any_of, *one.instead)]
    shown = [kind for one in load("admitting/evidence.yaml", Evidence) for kind in one.documents]
    return frozenset((*listed, *shown))


def value_of(field: str, given: object) -> object:
    """An answer as it is kept; None: it is not known. KeyError: no such question. ValueError: no
    answer to it."""
    one = fields()[field]
    if given in (None, "", [], ()):
        return None
    if one.kind is Answer.CHOICE:
        if given not in one.options:
            raise ValueError(given)
        return given
    if one.kind is Answer.DAY:
        return datetime.date.fromisoformat(str(given)).isoformat()
    if given not in (YES, NO, True, False):
        raise ValueError(given)
    positive = given in (YES, True)
    if one.kind is Answer.SUBJECT:
        return [one.options[0] if positive else OTHERS]
    return positive


def shown(field: str, kept: object) -> str:
    """An answer as the form has it: the value of its choice; empty: not known."""
    one = fields()[field]
    if kept is None or kept == []:
        return ""
    if one.kind is Answer.SUBJECT:
        return YES if isinstance(kept, list | tuple) and one.options[0] in kept else NO
    if one.kind is Answer.YES_NO:
        return YES if kept else NO
    return str(kept)
