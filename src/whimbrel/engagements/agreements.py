"""Agreements, programmes, policies and plans: who is party, from when to when, and how each stands
today."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from whimbrel.bodies import BodyKind, Mention, known
from whimbrel.citations import Citation
from whimbrel.engagements.agreement_words import words
from whimbrel.engagements.engagement import Agreement, Said
from whimbrel.engagements.passage import Passage
from whimbrel.engagements.standing import stand

KINDS = {
    BodyKind.CAMPAIGN: "campaign",
    BodyKind.INITIATIVE: "initiative",
    BodyKind.PARTNERSHIP: "partnership",
    BodyKind.PROGRAMME: "programme",
    BodyKind.PROJECT: "project",
}
"""Bodies that are also something that was agreed on."""
BETWEEN = re.compile(r"\s(?:\([^()]{2,12}\)\s)?(?:between|entre)\b")
LINK = re.compile(
    r"[\s,()]*(?:(?:and|et|y|e|the|la|le|les|el|los|las|l['’])\b[\s(]*)*", re.IGNORECASE
)
"""Between two parties of a list."""
JOINT = re.compile(r"\b(?:joint|conjointe?|conjunt[ao])\b", re.IGNORECASE)
YEARS = r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d"


@cache
def patterns(language: str | None) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A pattern for the names of each kind, the most telling first."""
    known = words(language)
    link = rf"(?:(?:{known.links})['’]?\s*)"
    before = rf"(?:[A-ZÀ-Þ][\w’'–-]*+\s+{link}{{0,2}}){{0,7}}"
    capitals = rf"(?:[A-ZÀ-Þ][\w’'–-]++\s?){{1,6}}(?:{link}(?:[A-ZÀ-Þ][\w-]++\s?){{1,6}})?"
    # "Plan stratégique pour les sternes 2015-2023": small letters only where years follow.
    small = rf"(?:[\w’'–-]++\s){{1,8}}(?={YEARS})"
    after = rf"(?:\s+{link}{{1,2}}(?:{small}|{capitals}))?"
    found = [
        (
            one.kind,
            re.compile(
                rf"(?<![\w-])(?P<name>(?:{YEARS}\s+)?{before}(?P<head>{one.head})(?![\w-]){after}(?:\s*\((?P<acronym>[A-Z][\w-]+)\))?(?:\s*{YEARS})?)"
            ),
        )
        for one in known.names
    ]
    for one in known.plain:
        years = "" if one.kind.endswith("class") else rf"(?:[A-Z][\w-]+(?:['’]s)?\s+)?{YEARS}\s+"
        found.append(
            (one.kind, re.compile(rf"(?<![\w-])(?P<name>{years}(?P<head>{one.head}))(?![\w-])"))
        )
    return tuple(found)


@cache
def heads(language: str | None) -> re.Pattern[str]:
    """The last words of names, by which a text is worth a closer look."""
    known = words(language)
    return re.compile("|".join(one.head for one in (*known.names, *known.plain)))


ARTICLE = re.compile(
    r"^(?:The|This|A|An|Le|La|Les|L['’]|El|Los|Las|New|Under|Through|In|Dans|En)\s+"
)


def agreements(
    passages: Iterable[Passage], on: datetime.date | None, own: frozenset[str], language: str | None
) -> tuple[Agreement, ...]:
    """Every agreement of a document with its state on the date of the document."""
    listed = tuple(passages)
    found: dict[str, Agreement] = {}
    for passage in listed:
        if passage.placed.quoted or passage.placed.node.kind.value == "heading":
            continue
        for key, one in (*by_name(passage, language), *by_body(passage)):
            key = key or same_as(one.name, found)
            old = found.get(key)
            found[key] = one if old is None else together(old, one)
    return tuple(stand(with_acronym(one, listed), listed, on, language) for one in found.values())


def with_acronym(one: Agreement, passages: tuple[Passage, ...]) -> Agreement:
    """The agreement with the paragraphs that name it by the acronym behind its name."""
    acronym = re.search(r"\(([A-Z][\w-]+)\)$", one.name)
    if acronym is None:
        return one
    pattern = re.compile(rf"(?<![\w-]){re.escape(acronym[1])}(?![\w-])")
    more = (
        passage.locus
        for passage in passages
        if passage.placed.node.kind.value != "heading" and pattern.search(passage.text)
    )
    return replace(one, loci=tuple(dict.fromkeys((*one.loci, *more))))


def by_name(passage: Passage, language: str | None) -> list[tuple[str, Agreement]]:
    """The names that end in "Work Plan", "Policy", "Framework"."""
    if not heads(language).search(passage.text):
        return []
    taken: list[tuple[int, int]] = []
    symbols = [title_of(one, passage.text) for one in passage.citations if "/" in one.surface]
    found: list[tuple[str, Agreement]] = []
    for kind, pattern in patterns(language):
        for match in pattern.finditer(passage.text):
            start, end = match.span("name")
            if any(start < last and end > first for first, last in [*taken, *symbols]):
                continue
            # "United Nations Environment Programme" is a body, and an initiative is told by its
            # body.
            if any(one.start <= match.start("head") < one.end for one in passage.mentions):
                continue
            name = ARTICLE.sub("", match["name"]).strip(" ,")
            bare = re.sub(rf"{YEARS}|\s", "", name)
            if re.fullmatch(
                r"(?:Policy|Framework|Initiative|Programme|Strategy|Cadre|Politique|Stratégie|Marco|Política|Programa|Iniciativa|Estrategia|Plan)",
                bare,
            ):
                continue
            taken.append((start, end))
            start = end - len(name) if passage.text[:end].endswith(name) else start
            found.append(("", agreement(name, kind, passage, start, end)))
    return found


def title_of(one: Citation, text: str) -> tuple[int, int]:
    """Where a citation stands with the title behind it: the words of a title name no agreement."""
    at = text.find(one.title, one.start) if one.title else -1
    return one.start, max(one.end, at + len(one.title or "") if 0 <= at - one.end < 3 else 0)


def by_body(passage: Passage) -> list[tuple[str, Agreement]]:
    """The initiatives, partnerships and campaigns among the bodies that are named."""
    return [
        (
            f"body {one.key or one.name}",
            agreement(one.surface, kind_of(one), passage, one.start, one.end),
        )
        for one in passage.mentions
        if not one.group and one.kind in KINDS
    ]


def kind_of(one: Mention) -> str:
    """The kind of a body that is something agreed on: joint where its name says so."""
    kind = KINDS[BodyKind(one.kind)]
    shared = kind == "initiative" and one.name.split(" ", 1)[0] in (
        "Joint",
        "Conjointe",
        "Conjunta",
    )
    return f"joint-{kind}" if shared else kind


def agreement(name: str, kind: str, passage: Passage, start: int, end: int) -> Agreement:
    """One agreement as far as its name tells."""
    years = re.search(r"((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)", name)
    return Agreement(
        name=name,
        kind=kind,
        parties=joint(kind, passage, start)
        or between(passage, end)
        or tuple(
            dict.fromkeys(
                short(one)
                for one in passage.mentions
                if start <= one.start and one.end <= end and (one.start, one.end) != (start, end)
            )
        ),
        valid_from=years[1] if years else None,
        valid_to=years[2] if years else None,
        state="unknown",
        explicit=False,
        quote=Said(
            value=passage.text[start:end],
            words=passage.text[start:end],
            span=passage.span(start, end),
        ),
        loci=(passage.locus,),
    )


def between(passage: Passage, at: int) -> tuple[str, ...]:
    """The parties behind a name: "Memorandum of Understanding between X and Y"."""
    match = BETWEEN.match(passage.text, at)
    if match is None:
        return ()
    found: dict[str, str] = {}
    end = match.end()
    for one in passage.mentions:
        if one.start < end:
            continue
        if not LINK.fullmatch(passage.text[end : one.start]):
            break
        if not one.group:
            found.setdefault(one.name, whole(one))
        end = one.end
    return tuple(dict.fromkeys(found.values()))


def joint(kind: str, passage: Passage, at: int) -> tuple[str, ...]:
    """The conventions and secretariats whose joint programme a sentence names."""
    if not kind.startswith("joint"):
        return ()
    sentence = next((one for one in passage.sentences if one.start <= at < one.end), None)
    if sentence is None:
        return ()
    named = (
        whole(one)
        for one in passage.mentions
        if sentence.start <= one.start < sentence.end
        and one.kind in (BodyKind.MEA, BodyKind.MEA_SECRETARIAT)
    )
    return tuple(dict.fromkeys(named))


def short(one: Mention) -> str:
    """How a party is called."""
    return one.acronym or one.name


def whole(one: Mention) -> str:
    """A party to something joint: the convention, where its secretariat is named."""
    body = known().get(one.key or "")
    served = known().get((body.secretariat_of if body else None) or "")
    return (served.acronym or served.name) if served else short(one)


def bare(name: str) -> str:
    """A name without its acronym, small."""
    return re.sub(r"\s*\([^)]*\)", "", name).replace("–", "-").casefold().strip()


def same_as(name: str, found: dict[str, Agreement]) -> str:
    """The key under which an agreement is known already: "Partnership Policy" is the "UNEP
    Partnership Policy"."""
    small = bare(name)
    for key in found:
        if key.endswith(" " + small) or small.endswith(" " + key) or key == small:
            return key
    return small


def together(old: Agreement, new: Agreement) -> Agreement:
    """Two mentions of one agreement: the longer name, all parties and paragraphs."""
    return replace(
        old,
        name=max(old.name, new.name, key=len),
        parties=tuple(dict.fromkeys((*old.parties, *new.parties))),
        valid_from=old.valid_from or new.valid_from,
        valid_to=old.valid_to or new.valid_to,
        loci=tuple(dict.fromkeys((*old.loci, *new.loci))),
    )
