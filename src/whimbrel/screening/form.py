"""A name made ready for comparison: its words with what each is worth, its legal form, its other
readings."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from whimbrel.screening import words as facts
from whimbrel.screening.fold import fold, skeleton
from whimbrel.screening.listed import Kind

INITIAL = 0.3
"""What a single letter is worth beside a word that tells somebody apart. Ours."""
WORDS = 24
"""Words of a name that are compared."""
BRACKET = re.compile(r"\(([^()]*)\)?")
ACRONYM = re.compile(r"[A-Z0-9][A-Z0-9&/.-]{1,9}")
LOOKS = str.maketrans("013457890", "oieastbgo")
Rarity = Callable[[str], float]
"""How much of its weight a word keeps for being rare in a list, in 0..1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One reading of a name."""

    words: tuple[str, ...]
    weights: tuple[float, ...]
    """Of each word, in 0..1."""
    bones: tuple[str, ...]
    """The skeleton of each word."""
    legal: frozenset[str]
    person: bool
    letters: str
    """The first letters of the words that are more than small words."""
    solid: str
    """All words as one."""

    @property
    def weight(self) -> float:
        """Of all words."""
        return sum(self.weights)


def prepare(name: str, kind: Kind, rarity: Rarity | None = None) -> Form:
    """A name as it is compared. What is left where all words are legal forms are those words."""
    return weighed(plain(name, kind is Kind.PERSON), rarity)


@lru_cache(maxsize=20_000)
def plain(name: str, person: bool) -> Form:
    """A name before the rarity of its words is known."""
    words = fold(name).split()[:WORDS]
    legal: frozenset[str] = frozenset()
    if not person:
        words, legal = without_legal(words)
        words = numbered([word for word in words if word != "&"])
    else:
        words = [letters(word) for word in words if word != "&"]
    worth = facts.weights(person)
    weights = tuple(worth.get(word, INITIAL if len(word) == 1 and not word.isdigit() else 1.0)
                    for word in words)  # fmt: skip
    small = 0.1 if person else 0.3
    return Form(
        words=tuple(words),
        weights=weights,
        bones=tuple(map(skeleton, words)),
        legal=legal,
        person=person,
        letters="".join(
            word[0] for word, w in zip(words, weights, strict=True) if w > small or len(word) > 3
        ),
        solid="".join(words),
    )


def weighed(form: Form, rarity: Rarity | None) -> Form:
    """The same, each word weighed by its rarity in a list."""
    if rarity is None:
        return form
    return Form(
        words=form.words,
        weights=tuple(w * rarity(one) for one, w in zip(form.words, form.weights, strict=True)),
        bones=form.bones,
        legal=form.legal,
        person=form.person,
        letters=form.letters,
        solid=form.solid,
    )


def letters(word: str) -> str:
    """A word of the name of a person: digits between letters stand for the letters that they look
    like."""
    return word if word.isalpha() or word.isdigit() else word.translate(LOOKS)


def without_legal(words: list[str]) -> tuple[list[str], frozenset[str]]:
    """(words that are no legal form, the legal forms). A name of nothing else keeps its words."""
    forms, longest = facts.legal_forms(), facts.longest_form()
    rest, legal, at = [], set(), 0
    while at < len(words):
        for size in range(min(longest, len(words) - at), 0, -1):
            found = forms.get(tuple(words[at : at + size]))
            if found is not None and (at > 0 or size > 1 or words[at] not in rest):
                legal.add(found)
                at += size
                break
        else:
            rest.append(words[at])
            at += 1
    return (rest, frozenset(legal)) if rest else (words, frozenset())


def numbered(words: list[str]) -> list[str]:
    """Words with numbers in digits: forty four is 44."""
    known = facts.numbers()
    found: list[str] = []
    for at, word in enumerate(words):
        # A single letter is a Roman number only where a name ends.
        last = at == len(words) - 1 and at > 0
        number = known.get(word) if len(word) > 1 or last else None
        if number is None:
            found.append(word)
        elif found and len(found[-1]) == 2 and found[-1].endswith("0") and len(number) == 1 \
                and found[-1].isdigit():  # fmt: skip
            found[-1] = str(int(found[-1]) + int(number))
        else:
            found.append(number)
    return found


def readings(name: str) -> tuple[str, ...]:
    """The names that one field holds: parted by semicolons, before and within brackets. An acronym
    in brackets stands after the name that it shortens."""
    found: dict[str, None] = {}
    for part in name.split(";"):
        outside = " ".join(BRACKET.sub(" ", part).split())
        if outside:
            found[outside] = None
        for inside in BRACKET.findall(part):
            if clean := " ".join(inside.split()):
                found[clean] = None
    return tuple(found) or (name,)


def own_reading(name: str) -> str:
    """A name that is asked about, without the acronym in brackets behind it: the name itself is
    known, so its letters alone show nothing."""
    outside = " ".join(BRACKET.sub(" ", name).split())
    return outside or name


def is_acronym(name: str) -> bool:
    """Whether a name is letters that shorten another."""
    return ACRONYM.fullmatch(name.strip()) is not None
