"""One clause of a report -> one engagement, with all its parts."""

import re
from dataclasses import dataclass

from whimbrel.bodies import BodyKind
from whimbrel.engagements import parts
from whimbrel.engagements.activities import Head
from whimbrel.engagements.engagement import Engagement, Party, Said
from whimbrel.engagements.joining import title
from whimbrel.engagements.passage import Passage
from whimbrel.engagements.sentences import Sentence
from whimbrel.engagements.vocabulary import anywhere, every_event, spaced, vocabulary
from whimbrel.engagements.vocabulary import before as preceded

DOERS = frozenset({"contributor", "co-author", "presenter", "lead"})
"""Roles that are ours only where we are the subject of the verb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What holds for the whole document: its language, and whose report it is."""

    language: str | None
    own: frozenset[str]
    meeting: str | None = None
    """The meeting of the document in short."""


def built(
    ground: Ground, passage: Passage, sentence: Sentence, head: Head, start: int, end: int
) -> Engagement:
    """One engagement from one clause."""
    language, at = ground.language, sentence.start + head.start
    found = parts.parties(passage, start, end, ground.own)
    town = parts.city(passage, start, end)
    venue_country, concerned = parts.countries(passage, start, end, town)
    how = parts.mode(passage, start, end, language)
    if head.negated:
        how = parts.said("absent", passage, max(start, at - 30), sentence.start + head.end)
    outcome = parts.clause_after("outcomes", passage, at, end, language, 25)
    kind = kind_of(ground, passage, head, at, end, found)
    frame = head.frame
    hosts = parts.organisers(passage, start, end, found, language)
    role = role_of(ground, sentence, frame.role)
    if frame.role == "organiser" and not hosts and not head.noun:
        hosts = hosts_of(ground, passage, sentence, head)
        role = "participant" if hosts else role
    given = frame.needs_subject and not helped_by(ground, passage, sentence, at)
    return Engagement(
        kind=parts.said(kind, passage, at, sentence.start + head.end),
        title=title(passage.text[at:end]),
        loci=(passage.locus,),
        sentence=parts.said(sentence.text, passage, sentence.start, sentence.end),
        partners=found,
        organisers=hosts,
        role="supporter" if given else role,
        level=level_of(ground, passage, start, end),
        mode=how,
        when=parts.when(passage, start, end, at) or parts.opening(passage, sentence.start, end),
        place=town,
        venue_country=venue_country,
        inferred_country=parts.inferred(town, venue_country),
        countries_concerned=concerned,
        regions=parts.regions(passage, start, end),
        species=parts.animals(passage, start, end),
        themes=parts.themes(passage, at, end, language),
        outcome=outcome[0] if outcome else None,
        state="in-development"
        if frame.kind == "joint-output" and head.state == "ongoing"
        else head.state,
        support="given" if given else frame.support,
        umbrella=umbrella_of(ground, sentence, head, found),
        plural=plural_of(ground, passage, sentence, head, end),
    )


def hosts_of(ground: Ground, passage: Passage, sentence: Sentence, head: Head) -> tuple[Party, ...]:
    """The bodies that are the subject of "hosted" or "organized", where we are not."""
    before = sentence.text[: head.start]
    passive = preceded(ground.language, "passive").search(before)
    if passive or anywhere(ground.language, "ours").search(before):
        return ()
    at = sentence.start + head.start
    subject = parts.parties(passage, sentence.start, at, ground.own)
    return tuple(one for one in subject if not one.group and at - one.span.end < 60)


def kind_of(
    ground: Ground, passage: Passage, head: Head, at: int, end: int, found: tuple[Party, ...]
) -> str:
    """The kind of an engagement: that of its verb, made exact by the event or partner it names."""
    kind = head.frame.kind
    if kind == "support":
        text = passage.text[at:end]
        if anywhere(ground.language, "logistics").search(text):
            return "logistical-support"
        return (
            "host-country-support"
            if anywhere(ground.language, "preparations").search(text)
            else kind
        )
    if kind in ("participation", "event", "workshop"):
        event = parts.event_kind(passage, at, end, ground.language) or parts.event_kind(
            passage, 0, end, ground.language
        )
        return event or ("partnership-participation" if kind == "participation" else kind)
    if kind == "launch" and any(
        one.kind is BodyKind.PARTNERSHIP for one in passage.mentions if one.start < end
    ):
        return "partnership-launch"
    return kind


def role_of(ground: Ground, sentence: Sentence, usual: str) -> str:
    """The role that we had: chair or member where the sentence says so."""
    match = anywhere(ground.language, "chairs").search(sentence.text)
    if match is None:
        return usual
    return "member" if "memb" in match[0].casefold() else "chair"


def level_of(ground: Ground, passage: Passage, start: int, end: int) -> Said[str] | None:
    """The office that took part: "through the Executive Secretary"."""
    words = vocabulary(ground.language)
    through, office = "|".join(words.through), spaced(words.titles_of_office, words)
    pattern = rf"(?:{through})\s+(?:the|le|la|el|its|l['’])\s*(?P<office>{office})"
    match = re.compile(pattern).search(passage.text, start, end)
    return (
        parts.said(match["office"], passage, match.start("office"), match.end("office"))
        if match
        else None
    )


def umbrella_of(ground: Ground, sentence: Sentence, head: Head, found: tuple[Party, ...]) -> bool:
    """True for a sentence that only announces: numerous processes, classes of partners, no date."""
    if anywhere(ground.language, "umbrella").search(sentence.text):
        return True
    after = sentence.text[head.end : head.end + 40]
    words = vocabulary(ground.language)
    if head.frame.kind in ("cooperation", "participation") and re.match(
        rf"\s+(?:{words.plural_count})\s+(?:\w+\s+){{0,2}}(?:processes|entities|organizations|partners|meetings|procesos|reuniones|processus|réunions|entit\w+)",
        after,
    ):
        return True
    plain = head.frame.kind in ("cooperation", "support")
    members = anywhere(ground.language, "members")
    named = [
        one
        for one in found
        if not one.group
        and not members.match(sentence.text[max(0, one.span.end - sentence.start) :].lstrip())
    ]
    return plain and not named


def plural_of(ground: Ground, passage: Passage, sentence: Sentence, head: Head, end: int) -> bool:
    """True for "took part in two workshops"."""
    words = vocabulary(ground.language)
    text = passage.text[sentence.start + head.end : end]
    match = re.match(rf"[^.;]{{0,20}}?(?<!\w)(?:{words.plural_count})\s+", text)
    if match is None:
        return False
    noun = every_event(ground.language).search(text[match.end() :])
    return (
        noun is not None
        and noun.start() < 40
        and any(word.endswith("s") for word in noun[0].split())
    )


def counts(
    ground: Ground, passage: Passage, sentence: Sentence, head: Head, lead: tuple[Party, ...]
) -> bool:
    """True where the frame finds around it what it needs."""
    frame, at = head.frame, sentence.start + head.start
    if head.negated and frame.kind != "participation":
        return False
    if frame.needs_us and not us(ground, passage, sentence):
        return False
    if frame.role in DOERS and not head.passive and not us(ground, passage, sentence, head.start):
        return False
    if frame.needs_event and not eventful(ground, passage, sentence):
        return False
    if frame.needs_subject and not helped_by(ground, passage, sentence, at):
        return gives(ground, passage, sentence, head)
    around = parts.parties(passage, sentence.start, sentence.end, ground.own)
    return bool(around or lead) or not frame.needs_partner


def helped_by(ground: Ground, passage: Passage, sentence: Sentence, at: int) -> tuple[Party, ...]:
    """The partners that are the subject of "supported" or "assisted"."""
    subject = parts.parties(passage, sentence.start, at, ground.own)
    return tuple(one for one in subject if not one.group)


def gives(ground: Ground, passage: Passage, sentence: Sentence, head: Head) -> bool:
    """True where we are the one who supports, and a partner stands behind the verb."""
    after = parts.parties(passage, sentence.start + head.end, sentence.end, ground.own)
    return us(ground, passage, sentence, head.start) and any(not one.group for one in after)


def eventful(ground: Ground, passage: Passage, sentence: Sentence) -> bool:
    """True where the sentence names an event, or a campaign that is celebrated."""
    if every_event(ground.language).search(passage.text, sentence.start, sentence.end):
        return True
    return any(
        one.kind is BodyKind.CAMPAIGN and sentence.start <= one.start < sentence.end
        for one in passage.mentions
    )


def us(ground: Ground, passage: Passage, sentence: Sentence, until: int | None = None) -> bool:
    """True where the sentence, or its words up to a place in it, names the body whose report this
    is, or its meeting."""
    text = sentence.text[:until]
    if anywhere(ground.language, "ours").search(text):
        return True
    if ground.meeting and ground.meeting in text:
        return True
    end = sentence.start + len(text)
    inside = (one for one in passage.mentions if sentence.start <= one.start < end)
    return any(parts.ours(one, ground.own) for one in inside)


def lead_of(ground: Ground, passage: Passage) -> tuple[Party, ...]:
    """The body that opens an item before its colon: it takes part in all that the item tells."""
    match = re.match(r"[^.;:]{3,120}:\s", passage.text)
    if match is None or not passage.placed.within:
        return ()
    return parts.parties(passage, 0, match.end(), ground.own)
