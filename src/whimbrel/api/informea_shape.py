"""The shapes in which InforMEA takes decisions, meetings and documents: OData of the second
version. `id` names a record for good; what is not known is null."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalizableString:
    """Words in a language."""

    id: str
    language: str | None
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A keyword of a vocabulary."""

    namespace: str
    term: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Where a text is to be read."""

    url: str
    mimeType: str
    language: str | None
    filename: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A single value of a list."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strings:
    """Words in all their languages."""

    results: tuple[LocalizableString, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Keywords."""

    results: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Where it is to be read."""

    results: tuple[Linked, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """Single values."""

    results: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision or resolution."""

    id: str
    link: str
    type: str
    status: str
    """`active`, or `retired` from the day on which it is no longer in force."""
    number: str
    treaty: str
    """The machine name: `cms`."""
    published: str | None
    updated: str | None
    meetingId: str | None
    meetingTitle: str | None
    meetingUrl: str | None
    displayOrder: int
    title: Strings
    longTitle: Strings
    summary: Strings
    content: Strings
    keywords: Terms
    files: Files


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting."""

    id: str
    treaty: str | None
    url: str
    start: str | None
    end: str | None
    repetition: str | None
    kind: str | None
    type: str | None
    access: str | None
    status: str | None
    imageUrl: str | None
    imageCopyright: str | None
    location: str | None
    city: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    virtual: bool | None
    updated: str | None
    title: Strings
    description: Strings


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document."""

    id: str
    published: str | None
    updated: str | None
    treaty: str | None
    country: str | None
    thumbnailUrl: str | None
    displayOrder: int
    schemaVersion: str
    types: Values
    authors: Values
    keywords: Terms
    titles: Strings
    descriptions: Strings
    identifiers: Values
    files: Files
    tags: Terms
    references: Values
    treaties: Values


SETS = {
    "informea.Decisions": Decision,
    "informea.Meetings": Meeting,
    "informea.Documents": Document,
}
"""Operation -> what it lists."""
