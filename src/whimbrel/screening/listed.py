"""Listed names: who stands on a list, under which names, and what the list says about them."""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What is listed, or asked about."""

    PERSON = "person"
    BODY = "body"
    VESSEL = "vessel"
    UNKNOWN = "unknown"


class Quality(StrEnum):
    """How a list holds a name."""

    PRIMARY = "primary"
    GOOD = "good"
    LOW = "low"
    """The list itself says that the name is weak."""
    FORMER = "former"
    ORIGINAL = "original script"


class Source(StrEnum):
    """The form of a list."""

    UN = "un"
    OPENSANCTIONS = "opensanctions"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of somebody listed."""

    text: str
    quality: Quality


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Somebody on a list, with every name."""

    key: str
    """The list's own key: the DATAID of the Security Council, the id of OpenSanctions."""
    reference: str
    """As people cite it: QDe.004."""
    kind: Kind
    names: tuple[Name, ...]
    """The primary name first."""
    regime: str = ""
    countries: tuple[str, ...] = ()
    """As the list writes them."""
    births: tuple[int, ...] = ()
    """Years of birth that the list holds possible; a span of years is each of its years."""
    listed_on: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        """The primary name."""
        return self.names[0].text

    @property
    def content(self) -> str:
        """The hash of all that is said here: lists change without changing their version number,
        so a change is told by content."""
        return digest(
            self.key,
            self.reference,
            self.kind,
            *(f"{one.quality}:{one.text}" for one in self.names),
            self.regime,
            *self.countries,
            *map(str, self.births),
            self.listed_on,
            self.note,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NameList:
    """A list as one file held it."""

    source: Source
    file: str
    digest: str
    """SHA-256 of the file."""
    dated: date | None
    """The day that the file gives itself; None where it gives none."""
    listed: tuple[Listed, ...]

    @property
    def names(self) -> int:
        """How many names there are, aliases among them."""
        return sum(len(one.names) for one in self.listed)


def digest(*parts: str) -> str:
    """The hash of several texts, each told apart from the next."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
