"""Editions of campaigns: "In 2024, the theme of World Something Day was ..."."""

import re

from whimbrel.engagements import parts
from whimbrel.engagements.building import Ground
from whimbrel.engagements.engagement import Engagement, Said
from whimbrel.engagements.joining import title
from whimbrel.engagements.passage import Passage
from whimbrel.engagements.sentences import Sentence
from whimbrel.engagements.vocabulary import before, spaced, vocabulary


def edition(ground: Ground, passage: Passage, sentence: Sentence) -> Engagement | None:
    """One edition of a campaign: "In 2024, the theme of ... was"."""
    words = vocabulary(ground.language)
    pattern = spaced(words.campaign_verbs.replace("<campaign>", words.campaign), words)
    date = parts.when(passage, sentence.start, sentence.end, sentence.start)
    if date is None:
        return None
    match = re.compile(unnamed(pattern)).search(sentence.text)
    if match is None:
        return None
    planned = before(ground.language, "future").search(
        sentence.text[: match.end()].rsplit(" ", 1)[0] + " "
    )
    named = parts.parties(passage, sentence.start, sentence.end, ground.own)
    themes = re.findall(r"[“\"]([^”\"]{4,})[”\"]", sentence.text)
    at = sentence.start + match.start()
    return Engagement(
        kind=parts.said("campaign-edition", passage, at, sentence.start + match.end()),
        title=title(sentence.text),
        loci=(passage.locus,),
        sentence=parts.said(sentence.text, passage, sentence.start, sentence.end),
        partners=named,
        role="organiser",
        when=date,
        themes=tuple(quoted(passage, sentence, words) for words in themes),
        state="planned" if planned else "done",
    )


def quoted(passage: Passage, sentence: Sentence, words: str) -> Said[str]:
    """A slogan, as printed."""
    at = passage.text.index(words, sentence.start)
    return parts.said(words, passage, at, at + len(words))


def unnamed(pattern: str) -> str:
    """A pattern whose groups have no names, so that it may be used twice."""
    return re.sub(r"\?P<\w+>", "?:", pattern)
