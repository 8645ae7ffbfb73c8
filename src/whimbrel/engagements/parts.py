"""The parts of one activity, read from its clause: partners, organisers, date, place, mode,
themes."""

import re
from collections.abc import Iterable, Iterator

from whimbrel.bodies import BodyKind, GroupKind, Mention, Place, PlaceKind, country_of_city
from whimbrel.engagements.dates import DateFound
from whimbrel.engagements.engagement import Evidence, Party, Said
from whimbrel.engagements.passage import Passage
from whimbrel.engagements.vocabulary import anywhere, events

INTERNAL = frozenset({"internal", "self-symbol", "agenda-item"})
"""Citations that are no evidence of anything done."""
NO_PARTNER = frozenset({GroupKind.PARTY, GroupKind.AUDIENCE, GroupKind.STAFF})
"""Parties are whose convention it is, and those who listen take no part."""
ORGANS = frozenset(
    {
        BodyKind.MEA_SECRETARIAT,
        BodyKind.PARTY_BODY,
        BodyKind.OFFICER,
        BodyKind.COMPLIANCE_MECHANISM,
    }
)
"""What a convention is made of; its working groups have partners in them."""
OPENING = 7
"""Characters of the words before a date that opens a sentence: "In ", "Le "."""
ASIDE = re.compile(r",\s+(?:which|and the|as well|with|avec|con)\b")
"""Behind these a clause tells something else."""
AT = re.compile(r"\b(?:in|at|à|au|en|a)\s+(?:the\s+|la\s+|le\s+)?$", re.IGNORECASE)


def parties(passage: Passage, start: int, end: int, own: frozenset[str]) -> tuple[Party, ...]:
    """The bodies and classes of bodies that are named between two places, ours left out."""
    found: dict[str, Party] = {}
    for one in passage.mentions:
        if one.start < start or one.end > end or ours(one, own) or one.kind in NO_PARTNER:
            continue
        found.setdefault(one.key or one.name, party(passage, one))
    return tuple(found.values())


def party(passage: Passage, one: Mention) -> Party:
    """A mention as a partner. "Members of the BLG" are a class and not the group itself."""
    return Party(
        name=one.name,
        acronym=one.acronym,
        key=one.key,
        group=one.group,
        words=one.surface,
        span=passage.span(one.start, one.end),
        sure=one.sure,
    )


def ours(one: Mention, own: frozenset[str]) -> bool:
    """True for the convention whose report this is, and its organs."""
    if one.key is not None:
        return one.key in own or one.key.startswith("own-")
    return one.parent in own and one.kind in ORGANS


def organisers(
    passage: Passage, start: int, end: int, found: Iterable[Party], language: str | None
) -> tuple[Party, ...]:
    """The partners behind "convened by" or before "convenes"."""
    text = passage.text[start:end]
    out = []
    for words in anywhere(language, "organisers").finditer(text):
        after = start + words.end()
        active = not re.search(r"\b(?:by|par|por)$", words[0])
        for one in found:
            if active and 0 <= start + words.start() - one.span.end <= 2:
                out.append(one)
                break
            if (
                not active
                and 0 <= one.span.start - after <= 45
                and not re.search(r"[.;,]", passage.text[after : one.span.start])
            ):
                out.append(one)
                break
    return tuple(out)


def when(passage: Passage, start: int, end: int, head: int) -> Said[DateFound] | None:
    """The date of a clause: the first behind its head, else the first before. Years of names are
    none."""
    listed = [one for one in passage.dates if start <= one.start < end and not one.named]
    if not listed:
        return None
    chosen = next((one for one in listed if one.start >= head), listed[-1])
    if listed[0].start - start <= OPENING:
        chosen = listed[0]
    return Said(value=chosen, words=chosen.surface, span=passage.span(chosen.start, chosen.end))


def opening(passage: Passage, start: int, end: int) -> Said[DateFound] | None:
    """The date that opens a sentence and holds for all its clauses: "In 2025, we signed ... and
    held ..."."""
    for one in passage.dates:
        if start <= one.start <= start + OPENING and one.end < end and not one.named:
            return Said(value=one, words=one.surface, span=passage.span(one.start, one.end))
    return None


def mode(passage: Passage, start: int, end: int, language: str | None) -> Said[str] | None:
    """In person, remote or online, as far as stated."""
    from whimbrel.engagements.vocabulary import any_of, vocabulary

    words = vocabulary(language)
    for name, listed in words.modes.items():
        match = any_of(listed, words).search(passage.text, start, end)
        if match:
            return said(name, passage, match.start(), match.end())
    return None


def said(value: str, passage: Passage, start: int, end: int, *, sure: bool = True) -> Said[str]:
    """A value with the words between two places."""
    return Said(
        value=value, words=passage.text[start:end], span=passage.span(start, end), sure=sure
    )


def stated(passage: Passage, start: int, end: int, kind: PlaceKind) -> Iterator[Place]:
    """The places of one kind that are named between two places."""
    return (
        one for one in passage.places if one.kind is kind and start <= one.start and one.end <= end
    )


def city(passage: Passage, start: int, end: int) -> Said[str] | None:
    """The town where it took place."""
    for one in stated(passage, start, end, PlaceKind.CITY):
        if AT.search(passage.text[max(0, one.start - 12) : one.start]):
            return said(one.name, passage, one.start, one.end)
    return None


def countries(
    passage: Passage, start: int, end: int, town: Said[str] | None
) -> tuple[Said[str] | None, tuple[Said[str], ...]]:
    """(the country where it took place, the countries it concerned). "Lima, Peru" tells the
    first."""
    venue: Said[str] | None = None
    concerned: dict[str, Said[str]] = {}
    for one in stated(passage, start, end, PlaceKind.COUNTRY):
        if one.iso2 is None:
            continue
        value = said(one.iso2, passage, one.start, one.end)
        gap = (
            passage.text[town.span.end : one.start] if town and town.span.end <= one.start else None
        )
        if gap is not None and re.fullmatch(r"\s*[,(]\s*", gap):
            venue = value
        else:
            concerned.setdefault(one.iso2, value)
    return venue, tuple(concerned.values())


def inferred(town: Said[str] | None, venue: Said[str] | None) -> Said[str] | None:
    """The country of a town that is named without it: an inference."""
    if town is None or venue is not None:
        return None
    iso2 = country_of_city(town.value)
    return Said(value=iso2, words=town.words, span=town.span, sure=False) if iso2 else None


def regions(passage: Passage, start: int, end: int) -> tuple[Said[str], ...]:
    """The regions that are named."""
    found = {
        one.name: said(one.name, passage, one.start, one.end)
        for one in stated(passage, start, end, PlaceKind.REGION)
    }
    return tuple(found.values())


def animals(passage: Passage, start: int, end: int) -> tuple[Said[str], ...]:
    """The species that are named."""
    found = {
        one.kind.name: said(one.kind.name, passage, one.start, one.end)
        for one in passage.animals
        if start <= one.start < end
    }
    return tuple(found.values())


def event_kind(passage: Passage, start: int, end: int, language: str | None) -> str | None:
    """The kind of the first event that is named between two places."""
    best: tuple[int, str] | None = None
    for kind, pattern in events(language):
        match = pattern.search(passage.text, start, end)
        if match and (best is None or match.start() < best[0]):
            best = (match.start(), kind)
    return best[1] if best else None


def clause_after(
    name: str, passage: Passage, start: int, end: int, language: str | None, longest: int = 14
) -> tuple[Said[str], ...]:
    """What follows words such as "focused on", up to the next stop, `longest` words at most."""
    found = []
    for match in anywhere(language, name).finditer(passage.text, start, end):
        rest = re.match(r"\s+([^.;:()]+)", passage.text[match.end() : end])
        if rest is None:
            continue
        words = rest[1].split(" ")[:longest]
        text = ASIDE.split(" ".join(words))[0].strip(" ,")
        at = match.end() + rest.start(1)
        if text:
            found.append(said(text, passage, at, at + len(text)))
    return tuple(found[:4])


def themes(passage: Passage, start: int, end: int, language: str | None) -> tuple[Said[str], ...]:
    """What it was about; the rest of a name ("Platform on X") and a date ("on 3 May") are not."""
    names = [(one.start, one.end) for one in passage.mentions]
    dates = {one.start for one in passage.dates}
    return tuple(
        one
        for one in clause_after("themes_after", passage, start, end, language)
        if one.span.start not in dates
        and not any(opens < one.span.start < closes for opens, closes in names)
    )


def evidence(passage: Passage, scope: str) -> tuple[Evidence, ...]:
    """The texts that a passage cites."""
    found: dict[str, Evidence] = {}
    for one in passage.citations:
        target = one.target
        if (
            target
            and one.kind.value not in INTERNAL
            and "/Decision/" not in target
            and "/Resolution/" not in target
        ):
            found.setdefault(
                target, Evidence(target=target, scope=scope, span=passage.span(one.start, one.end))
            )
    return tuple(found.values())
