"""What the words of names are worth: legal forms, small words, words that stand for each other."""

from dataclasses import dataclass
from functools import cache

from whimbrel import facts
from whimbrel.screening.fold import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalForm:
    """Ways to write a legal form."""

    form: str
    words: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Small:
    """Words that tell nobody apart, and how much they count."""

    sort: str
    applies: str
    weight: float
    words: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """Sets of words that stand for each other."""

    sort: str
    applies: str
    sets: tuple[tuple[str, ...], ...]
    source: str


@cache
def legal_forms() -> dict[tuple[str, ...], str]:
    """Words of a form -> the form."""
    return {
        tuple(word.split()): one.form
        for one in facts.load("screening/legal_forms.yaml", LegalForm)
        for word in one.words
    }


@cache
def longest_form() -> int:
    """Words of the longest legal form."""
    return max(map(len, legal_forms()))


@cache
def weights(person: bool) -> dict[str, float]:
    """Word -> how much it counts beside a word that tells somebody apart, in 0..1."""
    found: dict[str, float] = {}
    for one in facts.load("screening/small_words.yaml", Small):
        if one.applies == ("person" if person else "body"):
            for word in one.words:
                found.setdefault(word, one.weight)
    return found


@cache
def particles() -> frozenset[str]:
    """Particles and titles of names of persons."""
    small = facts.load("screening/small_words.yaml", Small)
    return frozenset(
        word for one in small if one.applies == "person" and one.weight < 0.3 for word in one.words
    )


@cache
def standing_for(person: bool) -> dict[str, frozenset[str]]:
    """Word -> the words that it may stand for, in names of persons or of bodies."""
    found: dict[str, frozenset[str]] = {}
    for one in facts.load("screening/same_words.yaml", Same):
        if one.applies != ("person" if person else "body"):
            continue
        for words in one.sets:
            folded = frozenset(filter(None, (fold(word).replace(" ", "") for word in words)))
            for word in folded:
                found[word] = found.get(word, frozenset()) | folded
    return found


@cache
def numbers() -> dict[str, str]:
    """Number word -> digits."""
    return {
        word: words[0]
        for one in facts.load("screening/same_words.yaml", Same)
        if one.sort == "number"
        for words in one.sets
        for word in words
    }
