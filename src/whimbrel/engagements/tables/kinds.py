"""The kinds of spreadsheet that are understood, with their fields: `facts/tables/*.yaml`."""

from dataclasses import dataclass, field
from functools import cache

from whimbrel.bodies.names import folded
from whimbrel.facts import load

LANGUAGES = ("en", "fr", "es")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field: the words that head its column, and how a cell of it is read."""

    key: str
    reads: str
    """The reader of its cells, see `values.READERS`."""
    en: tuple[str, ...]
    fr: tuple[str, ...]
    es: tuple[str, ...]
    says: dict[str, str]
    """Language -> what belongs in it."""
    example: dict[str, str]
    required: bool = False
    longest: int = 0
    """The most characters that the record keeps; 0: the reader bounds it."""
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Value -> the words for it, in every language."""

    def name(self, language: str = "en") -> str:
        """Its usual heading in a language."""
        return {"fr": self.fr, "es": self.es}.get(language, self.en)[0]

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading that means it."""
        return (*self.en, *self.fr, *self.es)

    def chosen(self) -> dict[str, str]:
        """Folded word -> value."""
        return {
            folded(word): value
            for value, words in self.choices.items()
            for word in (value, value.replace("-", " "), *words)
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of spreadsheet: `bodies`, `engagements`, `agreements`, `tracker`."""

    kind: str
    source: str
    says: dict[str, str]
    fields: tuple[Field, ...]

    def field(self, key: str) -> Field:
        """The field of a key. KeyError where there is none."""
        return {one.key: one for one in self.fields}[key]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """`facts/tables/words/words.yaml`."""

    source: str
    nothing: tuple[str, ...]
    affirmed: tuple[str, ...]
    denied: tuple[str, ...]
    months: dict[str, str]
    around: tuple[str, ...]
    problems: dict[str, dict[str, str]]


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its key."""
    return {one.kind: one for one in load("tables/*.yaml", Kind)}


@cache
def words() -> Words:
    """The words in cells, and the sentences about them."""
    return load("tables/words/*.yaml", Words)[0]
