"""The words of a provision as they are compared: numbers, dates and sessions masked, and how much
each word weighs."""

import re
from collections.abc import Sequence
from functools import lru_cache

from whimbrel.mandates.clauses import Provision
from whimbrel.mandates.renewal import Habits, folded, habits
from whimbrel.mandates.words import PLAIN, Text

MASK = "#"
"""What stands for a number, a date or a session."""
WORD = re.compile(r"[^\W_]+")
COMPARED = re.compile(rf"{MASK}|[^\W_]+")
FIGURES = re.compile(r"[^\s(\[“\"«]*\d[^\s)\]”\"»]*")
LABEL = re.compile(r"^\s*(?:\(?[a-z0-9]{1,4}[.)]|\d+(?:\.\d+)+|[-–•])\s+", re.IGNORECASE)
TAIL = re.compile(r"[;,]\s+(?:and|or|et|ou|y|o)\s*$")
"""The word that joins an item to the next."""
STEM = 6
"""Letters by which words are compared: "implementing" and "implementation" are one."""
IDLE, FORMAL, FULL = 0.1, 0.4, 1.0
"""Weights: of "the", of "resolution", of a word that has a subject."""


@lru_cache(maxsize=4096)
def words(text: str, language: str) -> tuple[str, ...]:
    """The words that must be the same in a provision renewed verbatim.

    Left out: the number of the provision, capitals, punctuation, accents, adverbs of sequence.
    """
    known = habits(language)
    return tuple(spelled(word, known) for word in as_printed(text, language))


@lru_cache(maxsize=4096)
def as_printed(text: str, language: str) -> tuple[str, ...]:
    """The same words in the spelling in which they are printed."""
    return tuple(WORD.findall(folded(bare(text, language))))


def bare(text: str, language: str) -> str:
    """A provision without its number, its adverbs of sequence and the word that ends an item."""
    known = habits(language)
    label = LABEL.match(text)
    plain = TAIL.sub("", text[label.end() :] if label else text).translate(PLAIN)
    provision = Provision(Text(plain, language), 0)
    pieces, since = [], 0
    for _, _, start, end, _ in provision.verbs:
        if start < since:
            continue
        pieces += [plain[since:start], known.sequence.sub(" ", plain[start:end])]
        since = end
    return known.always.sub(" ", "".join(pieces) + plain[since:])


@lru_cache(maxsize=65536)
def masked(text: str, language: str) -> tuple[str, ...]:
    """The stems of a provision in order, with one mask for each run of numbers and dates."""
    known = habits(language)
    label = LABEL.match(text)
    plain = folded((text[label.end() :] if label else text).translate(PLAIN))
    found: list[str] = []
    for word in dated(COMPARED.findall(unnumbered(plain, known)), known):
        if word != MASK:
            found.append(stem(word, known))
        elif found[-1:] != [MASK]:
            found.append(MASK)
    return tuple(found)


def unnumbered(plain: str, known: Habits) -> str:
    """A folded text with masks for whatever has a figure ("14/17", "COP15") and for ordinals."""
    text = FIGURES.sub(f" {MASK} ", plain)
    pieces, since = [], 0
    for word in WORD.finditer(text):
        if word.group() not in known.ordinals_begin or word.start() < since:
            continue
        found = known.ordinal.match(text, word.start())
        if found:
            pieces += [text[since : found.start()], f" {MASK} "]
            since = found.end()
    return "".join(pieces) + text[since:] if pieces else text


def dated(found: list[str], known: Habits) -> list[str]:
    """The same words, with a mask for the month that stands beside a number: "15 March"."""
    out = list(found)
    for place, word in enumerate(found):
        if word not in known.months:
            continue
        before = found[max(0, place - 2) : place]
        day = before[-1:] == [MASK] or (before[:1] == [MASK] and before[-1] in known.idle)
        if day or found[place + 1 : place + 2] == [MASK]:
            out[place] = MASK
    return out


@lru_cache(maxsize=65536)
def stem(word: str, known: Habits) -> str:
    """The beginning of a word in one spelling; short words keep all but the `s` of a plural."""
    if word in known.idle:
        return word
    whole = spelled(word, known)
    if len(whole) > STEM:
        return whole[:STEM]
    if whole.endswith("ies") and len(whole) > 4:
        return whole[:-3] + "y"
    return whole[:-1] if whole.endswith("s") and len(whole) > 3 else whole


def spelled(word: str, known: Habits) -> str:
    """A word in the one of its spellings that stands for all."""
    for pattern, better in known.spellings:
        word = pattern.sub(better, word)
    return word


def weight(word: str, language: str) -> float:
    """How much a stem says of the subject, from 0.1 to 1."""
    if word == MASK or len(word) == 1:
        return IDLE
    return weights(language).get(word, FULL)


@lru_cache
def weights(language: str) -> dict[str, float]:
    """Stems that say less than others."""
    known = habits(language)
    formal = {stem(word, known): FORMAL for word in known.formal}
    return {**formal, **dict.fromkeys(known.idle, IDLE)}


def mass(stems: Sequence[str], language: str) -> float:
    """The weight of all stems together."""
    return sum(weight(word, language) for word in stems)
