"""What later sentences add to an engagement, and the single events of one that announced
several."""

from dataclasses import replace

from whimbrel.engagements import parts
from whimbrel.engagements.building import Ground
from whimbrel.engagements.engagement import Engagement
from whimbrel.engagements.joining import definite, joined, title
from whimbrel.engagements.passage import Passage
from whimbrel.engagements.sentences import Sentence
from whimbrel.engagements.vocabulary import anywhere


def more_of(ground: Ground, passage: Passage, sentence: Sentence, old: Engagement) -> Engagement:
    """An engagement with what a later sentence adds: date, mode, sub-events, themes."""
    start, end = sentence.start, sentence.end
    subs = tuple(
        parts.said(match[0].strip("'‘’\""), passage, match.start(), match.end())
        for match in anywhere(ground.language, "sub_events").finditer(passage.text, start, end)
    )
    return replace(
        old,
        when=old.when
        or (
            parts.when(passage, start, end, start)
            if definite(sentence, ground.language) or old.venue
            else None
        ),
        mode=old.mode or parts.mode(passage, start, end, ground.language),
        sub_events=old.sub_events + subs,
        themes=old.themes + parts.themes(passage, start, end, ground.language),
    )


def one_of(ground: Ground, passage: Passage, sentence: Sentence, old: Engagement) -> Engagement:
    """One of several events that were announced: it has the partners of the announcement and its
    own."""
    start, end = sentence.start, sentence.end
    found = parts.parties(passage, start, end, ground.own)
    town = parts.city(passage, start, end)
    venue_country, concerned = parts.countries(passage, start, end, town)
    new = replace(
        old,
        title=title(sentence.text),
        sentence=parts.said(sentence.text, passage, start, end),
        organisers=parts.organisers(passage, start, end, found, ground.language) or old.organisers,
        when=parts.when(passage, start, end, start),
        mode=parts.mode(passage, start, end, ground.language) or old.mode,
        place=town,
        venue_country=venue_country,
        inferred_country=parts.inferred(town, venue_country),
        countries_concerned=concerned,
        regions=parts.regions(passage, start, end) or old.regions,
        themes=parts.themes(passage, start, end, ground.language) or old.themes,
        plural=False,
        umbrella=False,
    )
    return joined(new, found)
