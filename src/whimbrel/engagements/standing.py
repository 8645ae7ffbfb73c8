"""How an agreement stands on a day: by its years, else as the text says."""

import datetime
import re
from dataclasses import replace

from whimbrel.engagements.agreement_words import AgreementWords, words
from whimbrel.engagements.engagement import Agreement
from whimbrel.engagements.passage import Passage
from whimbrel.engagements.vocabulary import anyhow


def stand(
    one: Agreement, passages: tuple[Passage, ...], on: datetime.date | None, language: str | None
) -> Agreement:
    """The agreement with its years and how it stands on a day: computed from its years, else as the
    text says."""
    known = words(language)
    one = in_force(one, passages, known)
    if one.valid_to and on is not None:
        today = on.isoformat()
        over = one.valid_to < today[: len(one.valid_to)]
        return replace(one, state="expired" if over else "current")
    told = sentences_on(one, passages)
    home = near(one, passages)
    if any(
        passage.locus in home and anyhow((known.transition,)).search(passage.text)
        for passage in passages
    ):
        return replace(one, state="current (transition)", explicit=True)
    if any(developed(sentence, one, known) for sentence in told):
        return replace(one, state="in-development", explicit=True)
    if one.valid_from or any(anyhow((known.alive,)).search(sentence) for sentence in told):
        return replace(one, state="current")
    return one


def in_force(one: Agreement, passages: tuple[Passage, ...], known: AgreementWords) -> Agreement:
    """The agreement with the day it took effect, where a sentence about it tells."""
    if one.valid_from:
        return one
    pattern = anyhow((known.effective,))
    for passage in passages:
        if passage.locus not in one.loci:
            continue
        for sentence in passage.sentences:
            match = pattern.search(sentence.text)
            if match is None or not names(one, sentence.text):
                continue
            date = next(
                (
                    each
                    for each in passage.dates
                    if 0 <= each.start - sentence.start - match.end() < 12
                ),
                None,
            )
            if date is not None:
                return replace(one, valid_from=date.since, explicit=True)
    return one


def names(one: Agreement, text: str) -> bool:
    """True where a sentence names the agreement, by its name or the last words of it."""
    name = re.sub(r"\s*\([^)]*\)", "", one.name)
    tail = " ".join(name.split()[-2:])
    return one.quote.words in text or name in text or tail in text


def sentences_on(one: Agreement, passages: tuple[Passage, ...]) -> list[str]:
    """The sentences that name it."""
    return [
        sentence.text
        for passage in passages
        if passage.locus in one.loci
        for sentence in passage.sentences
        if names(one, sentence.text)
    ]


def near(one: Agreement, passages: tuple[Passage, ...]) -> set[str]:
    """The paragraphs of the section that introduces a policy; others only those that name it."""
    if one.kind != "policy":
        return set()
    homes = {
        each.address
        for passage in passages
        if passage.locus == one.loci[0]
        for each in passage.headings[-1:]
    }
    if not homes:
        return set(one.loci)
    return {
        passage.locus for passage in passages if {each.address for each in passage.headings} & homes
    }


def developed(sentence: str, one: Agreement, known: AgreementWords) -> bool:
    """True for "has advanced the development of" right before the name."""
    at = sentence.find(one.quote.words)
    if at < 0:
        return False
    return anyhow((known.developing,)).search(sentence[max(0, at - 40) : at]) is not None
