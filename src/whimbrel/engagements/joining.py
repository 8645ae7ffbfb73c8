"""Engagements put together: two clauses about one thing, one clause about two sessions."""

import re
from dataclasses import replace

from whimbrel.engagements.engagement import Engagement, Party, Said
from whimbrel.engagements.passage import Passage
from whimbrel.engagements.sentences import Sentence
from whimbrel.engagements.vocabulary import every_event, spaced, vocabulary

LONGEST_TITLE = 110
AGAIN = re.compile(r"\b(?:the|this|al|a la|la|el|au|à la|à cette|a esta|à l['’])\s*$")
"""Before an event that was named just before."""


def title(text: str) -> str:
    """The first words of a clause."""
    words = text.strip(" ,;.")
    if len(words) <= LONGEST_TITLE:
        return words
    return words[:LONGEST_TITLE].rsplit(" ", 1)[0]


def joined(one: Engagement, more: tuple[Party, ...]) -> Engagement:
    """An engagement with more partners, none twice."""
    known = {each.key or each.name for each in one.partners}
    return replace(
        one,
        partners=(*one.partners, *(each for each in more if (each.key or each.name) not in known)),
    )


def merged(first: Engagement, second: Engagement) -> Engagement:
    """Two clauses about one thing. What was sent instead of attending is a written contribution."""
    kind = second.kind if first.mode and first.mode.value == "absent" else first.kind
    return replace(
        joined(first, second.partners),
        kind=kind,
        role=second.role if kind is second.kind else first.role,
        when=first.when or second.when,
        themes=first.themes + second.themes,
        species=first.species + second.species,
        outcome=first.outcome or second.outcome,
        regions=first.regions + second.regions,
    )


def definite(sentence: Sentence, language: str | None) -> bool:
    """True for "The workshop took place": the event was named before."""
    match = re.match(r"(?:The|This|Le|La|L['’]|Cet(?:te)?|El|Est[ea])\s*", sentence.text)
    return match is not None and every_event(language).match(sentence.text, match.end()) is not None


def attended(passage: Passage, one: Engagement, language: str | None) -> bool:
    """True for "900 people attended the meeting": the one that was told just before."""
    end = one.kind.span.end
    event = every_event(language).search(passage.text, end, end + 40)
    return event is not None and bool(AGAIN.search(passage.text[end - 6 : event.start()]))


def sessions(one: Engagement, language: str | None) -> list[Engagement]:
    """ "The 6th and 7th sessions of UNEA" are two engagements, each with its label."""
    words = vocabulary(language)
    match = (
        re.search(spaced(words.ordinal_pair, words), one.sentence.value, re.IGNORECASE)
        if words.ordinal_pair
        else None
    )
    body = next(
        (
            each
            for each in one.partners
            if each.acronym and match and match.end() <= each.span.start - one.sentence.span.start
        ),
        None,
    )
    if match is None or body is None:
        return [one]
    out = []
    for number in (match["a"], match["b"]):
        label = f"{body.acronym}-{number}"
        venue = Said(value=label, words=match[0], span=one.sentence.span)
        out.append(replace(one, title=f"{one.title} ({label})", venue=venue, when=None))
    return out
