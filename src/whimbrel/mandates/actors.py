"""Actors: who is named in a provision, as a class of addressees and by name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from whimbrel.mandates.qualifiers import leftwards, one_of, rightwards
from whimbrel.mandates.vocabulary import Lexis, Named, Noun, lexis
from whimbrel.mandates.words import Text, Word

CODED = re.compile(r"([A-Za-z]{2,7}(?:-SC)?)-?\d{1,3}")
"""A meeting by acronym and number."""
SHARED = frozenset(
    {
        "UN System",
        "IGOs",
        "NGOs",
        "Civil Society",
        "Financial Institutions",
        "Academia",
        "Subsidiary Body",
    }
)
"""Classes that words behind the last of several nouns give to all of them."""
GENERIC = frozenset({"Relevant Organizations", "Others"})
"""Classes of nouns that say little by themselves."""
ABOUT = frozenset({"on", "sur", "sobre"})
"""Words behind a name that make a longer one of it where a capital follows."""
SHORT = 5
"""How many words may stand between "United Nations" and its noun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody named in a text."""

    kind: str
    """The class on the list of addressees."""
    name: str
    """The class, or the name or acronym of a body that has one of its own."""
    first: int
    last: int
    start: int
    end: int
    organ: bool = False
    meets: str | None = None
    channel: bool = False
    qualified: bool = False
    """True where words beside the noun give the class."""


def actors(text: Text) -> tuple[Actor, ...]:
    """Everybody named in a text, in order."""
    known = lexis(text.language)
    words = text.words
    found: list[Actor] = []
    number = 0
    taken = 0
    while number < len(words):
        values, after = known.actors.longest(words, number)
        values = [value for value in values if fits(value, words, number, after, known)]
        if not values and (body := meeting(words[number], known)):
            values, after = [body], number + 1
        if not values or (isinstance(values[0], Noun) and qualifies(words, after, known)):
            number += 1
            continue
        value = values[0]
        made = (
            [named(value, words, number, after)]
            if isinstance(value, Named)
            else list(classed(value, words, number, after, taken, known))
        )
        if isinstance(value, Noun) and value.short:
            made = [referred(actor, found, text, words[number]) for actor in made]
            made = [
                titled(actor, text, known) for actor in made if words[number].printed[0].isupper()
            ]
        if found and found[-1].kind in GENERIC and found[-1].kind == found[-1].name:
            # "órganos y organismos de las Naciones Unidas": the second noun's words hold for both.
            last = found[-1]
            gap = [word.low for word in words[last.last : number]]
            known_class = made and made[0].kind in SHARED and known.language != "en"
            if (
                known_class
                and not last.qualified
                and len(gap) <= 2
                and gap[:1]
                and gap[0] in known.joins
            ):
                found.pop()
        if not (isinstance(value, Noun) and shared(value, made, found, words, number, known)):
            found += made
        number = taken = max([after, *(actor.last for actor in made)])
    return tuple(found)


def meeting(word: Word, known: Lexis) -> Named | None:
    """The body of a meeting named by acronym and number: "COP15"."""
    code = CODED.fullmatch(word.printed)
    return known.meetings.get(code[1]) if code else None


def shared(
    noun: Noun, made: list[Actor], found: list[Actor], words: tuple[Word, ...],
    number: int, known: Lexis,
) -> bool:  # fmt: skip
    """True for the second noun of "international forums and organizations": one class for both."""
    if not made or made[0].kind not in GENERIC or not found or number == 0:
        return False
    last = found[-1]
    between = words[last.last : number]
    if 0 < len(between) <= SHORT and last.kind == "UN System" and last.name == last.kind:
        lows = {word.low for word in between}
        if all(map(str.isalpha, lows)) and not lows & {*known.stops, "other"}:
            return known.language == "en"
    joined = words[number - 1].low in known.joins and last.last >= number - 2
    return joined and last.qualified and made[0].first == number


def fits(
    value: Named | Noun, words: tuple[Word, ...], first: int, after: int, known: Lexis
) -> bool:
    """False for a shorter name in a longer one, and for words that only look like a noun."""
    if isinstance(value, Noun):
        before = words[first - 1].low if first else ""
        return before not in value.never
    following = tuple(word.low for word in words[after : after + 3])
    longer = known.longer.get(value.name, ())
    goes_on = [phrase for phrase in longer if following[: len(phrase)] == phrase]
    if goes_on and words[first].printed[0].isupper() and following[0] in ABOUT:
        # "the Standing Committee on Finance", and not "inform the Standing Committee on progress".
        return not any(word.printed[0].isupper() for word in words[after + 1 : after + 3])
    return not goes_on


def titled(actor: Actor, text: Text, known: Lexis) -> Actor:
    """The same with the words of its title: "Commission on Crime Prevention and ..."."""
    title = known.pattern("title").match(text.plain, actor.end)
    if title is None or actor.name != actor.kind:
        return actor
    return replace(actor, end=title.end(), last=text.number(title.end()))


def referred(actor: Actor, found: list[Actor], text: Text, word: Word) -> Actor:
    """The body that "the Office" stands for: the last one before with that word in its name."""
    for before in reversed(found):
        if before.name != before.kind and word.low in text.plain[before.start : before.end].lower():
            return replace(
                before, first=actor.first, last=actor.last, start=actor.start, end=actor.end
            )
        if before.kind == "High Commissioner" and word.low == "office":
            return replace(
                before, first=actor.first, last=actor.last, start=actor.start, end=actor.end
            )
    return actor


def qualifies(words: tuple[Word, ...], after: int, known: Lexis) -> bool:
    """True where another noun follows at once: "United Nations" in "United Nations entities"."""
    values, _ = known.actors.longest(words, after)
    return known.language == "en" and any(isinstance(value, Noun) for value in values)


def named(body: Named, words: tuple[Word, ...], first: int, after: int) -> Actor:
    """A body with a name of its own."""
    return Actor(
        kind=body.kind, name=body.name, first=first, last=after, start=words[first].start,
        end=words[after - 1].end, organ=body.organ, meets=body.meets, channel=body.channel,
    )  # fmt: skip


def classed(
    noun: Noun, words: tuple[Word, ...], first: int, after: int, taken: int, known: Lexis
) -> Iterator[Actor]:
    """The classes that a noun and its qualifiers name: "intergovernmental and other bodies"."""
    if known.language == "en":
        begin, groups = leftwards(noun, words, first, taken, known)
        end = after
    else:
        end, groups = rightwards(noun, words, after, known)
        begin = first
    values = [one_of(noun, group) for group in groups]
    if not any(values):
        small = noun.lower and words[first].printed.islower()
        values = [noun.lower or noun.value] if small else [noun.value]
    for value in dict.fromkeys(value for value in values if value):
        yield Actor(
            kind=value, name=value, first=begin, last=end,
            start=words[begin].start, end=words[end - 1].end, qualified=value != noun.value,
        )  # fmt: skip


def countries(text: Text, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Places of countries named as printed."""
    known = lexis(text.language)
    first, last = text.number(start), text.number(end)
    for found in known.states.find(text.words, first, last):
        yield text.words[found.first].start, text.words[found.last - 1].end


def completed(text: Text, actor: Actor, before: Actor | None) -> bool:
    """True where a name only completes the one before it: "Governments of the Parties"."""
    if before is None:
        return False
    gap = text.plain[before.end : actor.start]
    return len(gap) < 40 and bool(
        re.fullmatch(
            rf"\s*(?:{lexis(text.language).vocabulary.completes})\s*",
            gap.replace("'", " "),
            re.IGNORECASE,
        )
    )
