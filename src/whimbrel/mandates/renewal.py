"""What a language may change in a provision that is renewed: adverbs of sequence, spellings; and
which of its words say little of the subject."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property

from whimbrel import facts
from whimbrel.facts.calendar import months
from whimbrel.mandates.grammar import LANGUAGES
from whimbrel.mandates.ordinals import spelled


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """The file of one language."""

    language: str
    source: str
    sequence: tuple[str, ...]
    """Adverbs that only count the verbs of the organ: "Also requests"."""
    always_sequence: tuple[str, ...]
    """Those of them that do so wherever they stand."""
    idle: str
    """Words without a subject."""
    formal: str
    """Words that half of all provisions hold."""
    spellings: tuple[tuple[str, str], ...]
    """(pattern, what it becomes): two spellings of one word."""
    awaits: tuple[str, ...]
    """Verbs of `facts/verbs` by which the organ looks forward to something."""
    goes_on: str
    """Acts that only go on with another: "continue to monitor"."""
    makes: str
    """Acts that bring something about."""
    spreads: str
    """Those of them that give to others what is there: "publish"."""
    things: str
    """Nouns of what is brought about: "report", "meeting"."""
    accomplished: str
    """Nouns that tell that something came about: "the adoption of"."""
    to_come: tuple[str, ...]
    """Words that show that something is still to come: "to be held"."""
    sets_up: tuple[str, ...]
    """Verbs of `facts/verbs` by which the organ itself brings something about."""
    receives: tuple[str, ...]
    """Verbs of `facts/verbs` by which the organ takes up what has been brought about."""
    ends: tuple[str, ...]
    """Words that end a duty or forbid it."""


class Habits:
    """The same made ready: sets of folded words, and patterns compiled once."""

    def __init__(self, renewal: Renewal) -> None:
        self.renewal = renewal
        self.idle = frozenset(folded(renewal.idle).split())
        self.formal = frozenset(folded(renewal.formal).split())
        self.awaits = frozenset(renewal.awaits)
        self.goes_on = frozenset(folded(renewal.goes_on).split())
        self.makes = frozenset(folded(renewal.makes).split())
        self.spreads = frozenset(folded(renewal.spreads).split())
        self.things = frozenset(folded(renewal.things).split())
        self.accomplished = frozenset(folded(renewal.accomplished).split())
        self.sets_up = frozenset(renewal.sets_up)
        self.receives = frozenset(renewal.receives)

    @cached_property
    def months(self) -> frozenset[str]:
        """Names of months, folded."""
        return frozenset(map(folded, months()))

    @cached_property
    def ordinal(self) -> re.Pattern[str]:
        """An ordinal number in folded words."""
        forms = sorted(map(folded, spelled(self.renewal.language)), key=len, reverse=True)
        return re.compile(rf"(?:{'|'.join(map(re.escape, forms))})(?![\w-])")

    @cached_property
    def ordinals_begin(self) -> frozenset[str]:
        """The first words of ordinal numbers: "seventy" of "seventy-eighth"."""
        forms = map(folded, spelled(self.renewal.language))
        return frozenset(re.split(r"[ -]", form)[0] for form in forms)

    @cached_property
    def sequence(self) -> re.Pattern[str]:
        """Adverbs of sequence, which are dropped among the words of a verb of the organ."""
        return phrases(self.renewal.sequence)

    @cached_property
    def always(self) -> re.Pattern[str]:
        """Adverbs of sequence that are dropped everywhere."""
        return phrases(self.renewal.always_sequence)

    @cached_property
    def ends(self) -> re.Pattern[str]:
        """Words that end a duty or forbid it."""
        return phrases(self.renewal.ends)

    @cached_property
    def to_come(self) -> re.Pattern[str]:
        """Words that show that something is still to come."""
        return phrases(self.renewal.to_come)

    @cached_property
    def spellings(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """Patterns of spellings and what they become."""
        return tuple((re.compile(old), new) for old, new in self.renewal.spellings)


def phrases(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of whole phrases."""
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)


def folded(text: str) -> str:
    """Small letters without accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(char for char in apart if not unicodedata.combining(char))


@cache
def habits(language: str) -> Habits:
    """What is known of a language; English where it is none of ours."""
    name = language if language in LANGUAGES else "en"
    return Habits(facts.load(f"lineage/{name}.yaml", Renewal)[0])
