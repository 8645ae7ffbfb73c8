"""What an application asks about a body, as data; and whether an answer is one."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

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
