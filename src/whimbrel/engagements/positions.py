"""Views, each with who holds it: a judgement in a report is a view of its author, never a fact."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from whimbrel.engagements.engagement import Position, Said
from whimbrel.engagements.parts import ours
from whimbrel.engagements.passage import Passage
from whimbrel.engagements.sentences import Sentence
from whimbrel.engagements.vocabulary import anyhow
from whimbrel.facts import load

IMPERSONAL = re.compile(r"\b(?:se|it is|it was|il est|il a été)(?:\s\w+){0,2}\s$", re.IGNORECASE)
"""Before a verb that nobody in the sentence holds: "it is therefore proposed"."""
STANCE = 24
"""Words of a stance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionWords:
    """The words of one language by which a view is heard."""

    language: str
    source: str
    held: tuple[str, ...]
    judged: tuple[str, ...]
    generic: tuple[str, ...]
    implementation: str


@cache
def words(language: str | None) -> PositionWords:
    """The words of a language; those of English where we have none."""
    known = {one.language: one for one in load("engagements/positions/*.yaml", PositionWords)}
    return known.get(language or "en", known["en"])


def positions(
    passages: Iterable[Passage], author: str, own: frozenset[str], language: str | None
) -> tuple[Position, ...]:
    """Every view of a document, in reading order."""
    found = []
    for passage in passages:
        if not passage.told:
            continue
        for sentence in passage.sentences:
            one = view(passage, sentence, author, own, passage.language or language)
            if one is not None:
                found.append(one)
    return tuple(found)


def view(
    passage: Passage, sentence: Sentence, author: str, own: frozenset[str], language: str | None
) -> Position | None:
    """The view that a sentence holds, None where it holds none or quotes another text."""
    known = words(language)
    if sentence.text.endswith("?"):
        return None
    held = outside(anyhow(known.held), sentence.text)
    judged = outside(anyhow(known.judged), sentence.text)
    if held is None and judged is None:
        return None
    holder = author
    if held is not None:
        subject = subject_of(passage, sentence, held, own)
        if subject is None and judged is None:
            return None
        holder = subject or author
    first = min((match for match in (held, judged) if match), key=lambda match: match.start())
    start = clause_start(sentence.text, first.start())
    end = clause_end(sentence.text, first.end())
    quote = sentence.text[start:end]
    return Position(
        holder=author if holder == "" else holder,
        topic=topic(passage, sentence, known),
        stance=" ".join(sentence.text[first.start() : end].split(" ")[:STANCE]),
        quote=Said(
            value=quote,
            words=quote,
            span=passage.span(sentence.start + start, sentence.start + end),
        ),
        locus=passage.locus,
    )


def outside(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first match that is no part of a quotation."""
    quotes = [match.span() for match in re.finditer(r"[“\"«][^”\"»]*(?:[”\"»]|$)", text)]
    for match in pattern.finditer(text):
        if not any(start < match.start() < end for start, end in quotes):
            return match
    return None


def subject_of(
    passage: Passage, sentence: Sentence, verb: re.Match[str], own: frozenset[str]
) -> str | None:
    """Who holds it: the body named last before the verb, "" for the author."""
    at = sentence.start + verb.start()
    if IMPERSONAL.search(f"{sentence.text[: verb.start()]}{verb[0].split(' ')[0]} "):
        return ""
    before = [
        one
        for one in passage.mentions
        if sentence.start <= one.start and one.end <= at and at - one.end < 40
    ]
    if not before:
        return None
    last = before[-1]
    return "" if ours(last, own) else last.acronym or last.name


def clause_start(text: str, at: int) -> int:
    """Where the clause of a verb begins: behind the last stop, or the comma of an opening
    phrase."""
    stop = max(text.rfind("; ", 0, at), text.rfind(": ", 0, at))
    start = stop + 2 if stop >= 0 else 0
    opening = re.match(
        r"(?:In order|Given|While|However|Due to|Afin|Bien que|A fin|Aunque)\b[^,]*,\s+",
        text[start:at],
    )
    return start + opening.end() if opening else start


def clause_end(text: str, at: int) -> int:
    """Where it ends: at a semicolon or the full stop."""
    stop = text.find(";", at)
    end = stop if stop >= 0 and len(text) - stop > 60 else len(text)
    return end - 1 if text[end - 1 : end] == "." else end


def topic(passage: Passage, sentence: Sentence, known: PositionWords) -> str:
    """What it is about: the heading without "Implementation of ...", and what the paragraph speaks
    of."""
    return "; ".join(
        dict.fromkeys(filter(None, (*headed(passage, known), *nouns(passage, sentence))))
    )


def headed(passage: Passage, known: PositionWords) -> Iterator[str]:
    """The innermost heading that says something."""
    for heading in reversed(passage.headings):
        text = re.sub(
            rf"^(?:{known.implementation})\b.*?[–—:-]\s+(?=\w{{3}})",
            "",
            heading.text,
            flags=re.IGNORECASE,
        )
        if text.casefold().strip() not in known.generic:
            yield text.strip()
            return


def nouns(passage: Passage, sentence: Sentence) -> Iterator[str]:
    """The weightiest noun phrases of the sentence and the opening of its paragraph."""
    texts = (sentence.text, passage.sentences[0].text)
    for text in dict.fromkeys(texts):
        for match in re.finditer(
            r"\b(?:[A-Z]{2,}s?\s|[\w-]+\s){0,3}(?:policy|scheme|engagement|participation|mechanisms?|provisions|review|assessment|politique|régime|política|régimen|mecanismos?|participación)\b",
            text,
        ):
            yield re.sub(
                r"^(?:the|a|an|of|for|to|that|these|such|and|as|la|le|les|el|los|las|une?|de)\s+",
                "",
                match[0],
            )
