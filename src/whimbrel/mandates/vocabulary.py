"""The vocabulary of mandates: what the files of `facts/mandates` hold, made ready to be found."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, cached_property

from whimbrel import facts
from whimbrel.mandates.grammar import LANGUAGES
from whimbrel.mandates.words import Lexicon, spellings


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A body with a name of its own."""

    name: str
    kind: str
    organ: bool = False
    channel: bool = False
    meets: str | None = None
    hyphen: bool = False
    all: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    es: tuple[str, ...] = ()
    longer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """The file of named bodies."""

    source: str
    bodies: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A noun that names a class of actors, and the words that make it another class."""

    words: tuple[str, ...]
    value: str
    when: dict[str, tuple[str, ...]] = field(default_factory=dict)
    never: tuple[str, ...] = ()
    lower: str | None = None
    """The class of the same word in small letters: "all parties" of an armed conflict."""
    short: bool = False
    """True for a noun that may stand for a name before it: "the Office"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A pattern of conditions and their kind; `at`: the words it can begin with."""

    kind: str
    at: tuple[str, ...]
    words: str
    loose: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """Words that show an output: alone, or as things behind a verb of the list `act`."""

    output: str
    words: tuple[str, ...] = ()
    act: str | None = None
    things: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The file of one language."""

    language: str
    source: str
    heads: tuple[Noun, ...]
    qualifiers: tuple[str, ...]
    joins: tuple[str, ...]
    stops: tuple[str, ...]
    links: tuple[str, ...]
    counts: dict[str, int]
    units: dict[str, str]
    parts: tuple[str, ...]
    """Prepositions that part a thing from the verb before it."""
    opens: tuple[str, ...]
    """Articles and the like that begin an object."""
    seconds: tuple[str, ...]
    completes: str
    conditions: tuple[Limit, ...]
    with_whom: tuple[str, ...]
    list_ends: str
    acts: dict[str, tuple[str, ...]]
    outputs: tuple[Product, ...]
    acts_at_home: tuple[str, ...]
    patterns: dict[str, str] = field(default_factory=dict)


Mark = tuple[str, str]
"""("act", name of the list), ("output", what) or ("thing", "act:output")."""


class Lexis:
    """The vocabulary of one language; lexicons and patterns are made when first needed."""

    def __init__(self, vocabulary: Vocabulary, bodies: tuple[Named, ...]) -> None:
        self.vocabulary = vocabulary
        self.language = vocabulary.language
        self.bodies = bodies
        self.qualifiers = frozenset(vocabulary.qualifiers)
        self.joins = frozenset(vocabulary.joins)
        self.stops = frozenset(vocabulary.stops)
        self.links = frozenset(vocabulary.links)
        self.parts = frozenset(vocabulary.parts)
        self.opens = frozenset(vocabulary.opens)
        self.seconds = frozenset(vocabulary.seconds)

    @cached_property
    def actors(self) -> Lexicon[Named | Noun]:
        """Bodies and nouns by their words."""
        lexicon: Lexicon[Named | Noun] = Lexicon()
        for body in self.bodies:
            for phrase in (*body.all, *getattr(body, self.language)):
                lexicon.add(phrase, body)
        for noun in self.vocabulary.heads:
            for phrase in noun.words:
                lexicon.add(phrase, noun)
        return lexicon

    @cached_property
    def meetings(self) -> dict[str, Named]:
        """What stands before the number of a meeting -> the body that meets: `COP` of `COP15`."""
        return {
            code: body
            for body in reversed(self.bodies)
            if body.meets
            for code in (body.meets, *body.all)
        }

    @cached_property
    def states(self) -> Lexicon[str]:
        """The names of countries as printed."""
        from babel import Locale

        names = Locale(self.language).territories
        skip = ("ZZ", "EZ", "UN", "EU", "QO", "XA", "XB")
        return Lexicon(
            (name, code)
            for code, name in names.items()
            if code.isalpha() and code not in skip and "/" not in name and "[" not in name
        )

    @cached_property
    def whens(self) -> dict[str, tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]]:
        """Qualifying phrases as words: first word of the noun's list -> (value, phrases)."""
        return {
            noun.words[0]: tuple(
                (value, tuple(spelling for phrase in phrases for spelling in spellings(phrase)))
                for value, phrases in noun.when.items()
            )
            for noun in self.vocabulary.heads
        }

    @cached_property
    def longer(self) -> dict[str, frozenset[tuple[str, ...]]]:
        """Name of a body -> the words behind which it is another body."""
        return {
            body.name: frozenset(s for phrase in body.longer for s in spellings(phrase))
            for body in self.bodies
            if body.longer
        }

    @cached_property
    def limits(self) -> dict[str, tuple[tuple[Limit, re.Pattern[str]], ...]]:
        """Patterns of conditions by the word they begin with."""
        found: defaultdict[str, list[tuple[Limit, re.Pattern[str]]]] = defaultdict(list)
        for limit in self.vocabulary.conditions:
            pattern = compiled(limit.words + r"(?!\w)")
            for word in limit.at:
                found[word].append((limit, pattern))
        return {word: tuple(limits) for word, limits in found.items()}

    @cached_property
    def marks(self) -> Lexicon[Mark]:
        """What shows outputs."""
        lexicon: Lexicon[Mark] = Lexicon()
        for name, verbs in self.vocabulary.acts.items():
            for verb in verbs:
                lexicon.add(verb, ("act", name))
        for verb in self.vocabulary.acts_at_home:
            lexicon.add(verb, ("act", "measures"))
        for product in self.vocabulary.outputs:
            for phrase in product.words:
                lexicon.add(phrase, ("output", product.output))
            for phrase in product.things:
                lexicon.add(phrase, ("thing", f"{product.act}:{product.output}"))
        return lexicon

    @cached_property
    def with_whom(self) -> re.Pattern[str]:
        """The introducers of collaborators."""
        return compiled(r"(?<![\w-])(?:" + "|".join(self.vocabulary.with_whom) + r")(?!\w)")

    @cached_property
    def list_ends(self) -> re.Pattern[str]:
        """Where a list of collaborators ends at the latest."""
        return compiled(self.vocabulary.list_ends)

    @cached_property
    def completes(self) -> re.Pattern[str]:
        """Words between a name and one that only completes it, up to the end."""
        return compiled(rf"(?:^|[\s'])(?:{self.vocabulary.completes})\s*$")

    def pattern(self, name: str) -> re.Pattern[str]:
        """A pattern of the vocabulary by its name."""
        return compiled(self.vocabulary.patterns[name])


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the vocabulary, for plain texts (see `Text.plain`)."""
    return re.compile(pattern, re.IGNORECASE)


@cache
def lexis(language: str) -> Lexis:
    """The vocabulary of a language; English where it is none of ours."""
    name = language if language in LANGUAGES else "en"
    bodies = tuple(b for file in facts.load("mandates/bodies.yaml", Bodies) for b in file.bodies)
    return Lexis(facts.load(f"mandates/{name}.yaml", Vocabulary)[0], bodies)
