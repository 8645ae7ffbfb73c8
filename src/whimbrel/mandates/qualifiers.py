"""Qualifiers: the words beside a noun that make it another class: "regional organizations"."""

from whimbrel.mandates.vocabulary import Lexis, Noun
from whimbrel.mandates.words import Word

FAR = 9
"""How many words a noun's qualifiers may reach."""
UNKNOWN = 2
"""How many words among them may be unknown."""


def one_of(noun: Noun, group: list[str]) -> str:
    """The class that the qualifiers of one group give; "" for that of the bare noun."""
    return next((value for value in noun.when if value in group), "")


def leftwards(
    noun: Noun, words: tuple[Word, ...], first: int, taken: int, known: Lexis
) -> tuple[int, list[list[str]]]:
    """(first word, groups of classes) of the qualifiers before a noun."""
    groups: list[list[str]] = [[]]
    number, unknown, begin = first, 0, first
    whens = known.whens[noun.words[0]]
    while number > max(taken, first - FAR):
        value, length = ending(whens, words, number, taken)
        word = words[number - 1].low
        # A capital tells Parties to the convention from whoever has an interest.
        if value == "Stakeholders" and noun.lower and words[first].printed[:1].isupper():
            value = ""
        if value:
            groups[-1].append(value)
            number -= length
            begin = number
        elif word in known.joins:
            before, _ = ending(whens, words, number - 1, taken)
            joined = before or (number > 1 and words[number - 2].low in known.qualifiers)
            comma = number > 1 and words[number - 2].low == ","
            if comma:
                before, _ = ending(whens, words, number - 2, taken)
                joined = before
            if not joined:
                break
            number -= 2 if comma else 1
            groups.append([])
        elif word in known.qualifiers:
            number -= 1
            begin = number
        elif unknown < UNKNOWN and word not in known.stops and word.replace("-", "").isalpha():
            unknown += 1
            number -= 1
        else:
            break
    return begin, groups


def ending(
    whens: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...],
    words: tuple[Word, ...], end: int, taken: int,
) -> tuple[str, int]:  # fmt: skip
    """(class, number of words) of a qualifying phrase that ends before a word."""
    for value, phrases in whens:
        for phrase in phrases:
            begin = end - len(phrase)
            if begin >= taken and all(
                words[begin + i].low == each or words[begin + i].printed == each
                for i, each in enumerate(phrase)
            ):
                return value, len(phrase)
    return "", 0


def rightwards(
    noun: Noun, words: tuple[Word, ...], after: int, known: Lexis
) -> tuple[int, list[list[str]]]:
    """(end, groups of classes) of the qualifiers behind a noun."""
    groups: list[list[str]] = [[]]
    number, unknown, end = after, 0, after
    whens = known.whens[noun.words[0]]
    while number < min(len(words), after + FAR):
        value, length = beginning(whens, words, number)
        word = words[number].low
        if value:
            groups[-1].append(value)
            number += length
            end = number
        elif word in known.joins:
            following, _ = beginning(whens, words, number + 1)
            ahead = words[number + 1].low if number + 1 < len(words) else ""
            if not following and ahead not in known.qualifiers:
                break
            number += 1
            groups.append([])
        elif word in known.qualifiers:
            number += 1
            end = number
        elif word in known.links:
            following = (
                beginning(whens, words, number + 1)[0] or beginning(whens, words, number + 2)[0]
            )
            if not following:
                break
            number += 1
        elif known.actors.longest(words, number)[0]:
            break
        elif unknown < 1 and word not in known.stops and word.replace("-", "").isalpha():
            unknown += 1
            number += 1
        else:
            break
    return end, groups


def beginning(
    whens: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...], words: tuple[Word, ...], first: int
) -> tuple[str, int]:
    """(class, number of words) of a qualifying phrase that begins with a word."""
    for value, phrases in whens:
        for phrase in phrases:
            if first + len(phrase) <= len(words) and all(
                words[first + i].low == each or words[first + i].printed == each
                for i, each in enumerate(phrase)
            ):
                return value, len(phrase)
    return "", 0
