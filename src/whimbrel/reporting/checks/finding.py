"""Finding: what a careful editor would flag, with its place, its words, its rule and its reason."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from whimbrel.reporting.checks.reasons import reason
from whimbrel.reporting.dates import written

MASTHEAD = "masthead"
"""The address of what is said on the first page, which is no node of the tree."""


class Level(StrEnum):
    """How much it matters."""

    ERROR = "error"
    """Wrong as it stands: two numbers that are one, a date that never was."""
    WARNING = "warning"
    """Something is missing, or does not agree with another place; a person must look."""
    NOTE = "note"
    """A matter of style or of proof."""

    @property
    def rank(self) -> int:
        """0 for the highest."""
        return tuple(Level).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """A reason as the key of a message and what stands in its gaps, so that a page can tell it in
    its own language."""

    message: str
    """A key of `facts/checks/rules.yaml`."""
    values: tuple[tuple[str, str], ...] = ()

    def told(self, language: str | None = "en") -> str:
        """The sentence in a language, days as it writes them; in English where we have no other."""
        spoken = language if language in ("fr", "es") else "en"
        words = reason(self.message).told(language)
        for name, value in self.values:
            words = words.replace("{" + name + "}", written(spoken, value))
        return words

    def __str__(self) -> str:
        return self.told()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to look at before a document goes out."""

    address: str
    """The eId of the node that it is about; `masthead` for the first page."""
    words: str
    """As printed at that place: part of its text, or its label."""
    rule: str
    why: Why
    also: tuple[str, ...] = ()
    """Other addresses of the document that it concerns."""

    @property
    def level(self) -> Level:
        """As the facts say of its reason."""
        return Level(reason(self.why.message).level)

    @property
    def digest(self) -> str:
        """Of its words, white space and capitals aside: the same while they are not rewritten."""
        plain = " ".join(self.words.split()).casefold()
        return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:16]

    @property
    def key(self) -> str:
        """By which a dismissal is remembered: rule, place and words. Other words are asked about
        anew."""
        return f"{self.rule}:{self.address}:{self.digest}"


def finding(
    message: str, address: str, words: str, /, *, also: Iterable[str] = (), **values: object
) -> Finding:
    """A finding of the rule that the message belongs to."""
    return Finding(
        address=address,
        words=words,
        rule=reason(message).rule,
        why=Why(message=message, values=tuple((name, str(one)) for name, one in values.items())),
        also=tuple(dict.fromkeys(one for one in also if one and one != address)),
    )
