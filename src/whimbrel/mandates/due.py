"""Due: the meeting or date by which the addressee must deliver, and what returns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from whimbrel.facts.calendar import months
from whimbrel.mandates.actors import Actor
from whimbrel.mandates.clauses import Provision
from whimbrel.mandates.ordinals import pattern as ordinal
from whimbrel.mandates.ordinals import value
from whimbrel.mandates.vocabulary import compiled, lexis

ASSEMBLY_SINCE = 65
"""Sessions of this number and above, of no named body, are those of the General Assembly."""
COUNCIL_SINCE = 45
"""And of this number and above those of the Human Rights Council."""
CODE = re.compile(
    r"\b(?P<body>CoP|COP|CdP|CMP|CMA|MOP|SC|StC|AC|PC|SBI|SBSTA|SBSTTA|UNEA|INC|STRP|ScC-SC|ScC|OEWG|TC)"
    r"[ -]?(?P<number>\d{1,3})\b"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b(?![/–-]\d| [A-Z])")
HYPHEN = frozenset({"SBI", "SBSTA", "SBSTTA", "UNEA", "INC", "UNGA", "HRC", "OEWG"})
SITTING = frozenset({"Subsidiary Body", "Working Group"})
"""Bodies that meet, but whose meetings have no short name here."""
COUNCIL_UNTIL = 72
"""Sessions of this number the Human Rights Council has not reached."""
WINDOW = 100
"""How many characters the numbers of meetings may take."""
NEAR = 140
"""How far before "its fourth session" the body may stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """A due code and its place."""

    code: str
    start: int
    end: int
    body: Actor | None = None


@cache
def filled(language: str, name: str) -> re.Pattern[str]:
    """A pattern of the vocabulary with {n} for ordinals and {m} for months."""
    words = lexis(language).vocabulary.patterns[name]
    if "{n}" in words:
        words = words.replace("{n}", ordinal(language))
    if "{m}" in words:
        names = sorted(months(), key=len, reverse=True)
        words = words.replace("{m}", "(?:" + "|".join(map(re.escape, names)) + ")")
    return compiled(words)


def coded(body: str, number: int) -> str:
    """`COP15`, `SBI-62`."""
    return f"{body}-{number}" if body in HYPHEN else f"{body}{number}"


def due(provision: Provision, named: tuple[Actor, ...], organ: str | None) -> tuple[Timed, ...]:
    """Every meeting and date by which something is to be delivered."""
    found = [*printed_codes(provision)]
    taken = [(each.start, each.end) for each in found]
    for each in (*sessions(provision, named, organ), *next_ones(provision, named, organ)):
        if each.code not in {one.code for one in found}:
            found.append(each)
        taken.append((each.start, each.end))
    if not found:
        found += dates(provision)
    if not found:
        found += rhythms(provision)
    order: dict[str, Timed] = {}
    for each in sorted(found, key=lambda one: one.start):
        order.setdefault(each.code, each)
    return tuple(order.values())


def printed_codes(provision: Provision) -> Iterator[Timed]:
    """Meetings by their acronym: "(AC29)", "CoP20"."""
    text = provision.text.plain
    told = filled(provision.language, "code_at")
    for match in CODE.finditer(text):
        if not told.search(text[max(0, match.start() - 60) : match.start()]):
            continue
        body = {"CoP": "COP", "CdP": "COP"}.get(match["body"], match["body"])
        yield Timed(code=coded(body, int(match["number"])), start=match.start(), end=match.end())


def sessions(provision: Provision, named: tuple[Actor, ...], organ: str | None) -> Iterator[Timed]:
    """Meetings by their number: "its eighty-first session", "the 29th meeting of the ..."."""
    text, language = provision.text.plain, provision.language
    single = compiled(ordinal(language))
    for noun in filled(language, "session_noun").finditer(text):
        # Numbers are looked for only before the few nouns they can belong to.
        window = max(0, noun.start() - WINDOW)
        match = filled(language, "session").search(text[window : noun.start()])
        if match is None:
            continue
        start = window + match.start()
        if not due_before(provision, text[max(0, start - 120) : start]):
            continue
        body = meeting_of(provision, named, start, noun.end())
        if body is not None and not body.meets:
            if body.kind in SITTING:
                continue
            # "the Assembly": its number tells which.
            body = None
        numbers = list(single.finditer(text, start, window + match.end("numbers")))
        pairs = paired(provision, named, start, noun.end(), len(numbers))
        for place, number in enumerate(numbers):
            body = pairs[place] if pairs else body
            count = value(number.group(), language)
            code = code_of(body, count, organ) if count is not None else None
            if code is not None:
                yield Timed(code=code, start=start, end=noun.end(), body=body)


def paired(
    provision: Provision, named: tuple[Actor, ...], start: int, end: int, count: int
) -> list[Actor]:
    """The bodies of "at their seventy-eighth and fifty-third sessions, respectively"."""
    if count < 2 or not filled(provision.language, "respectively").match(provision.text.plain, end):
        return []
    before = [a for a in named if a.end <= start and a.meets and start - a.end < NEAR]
    return before[-count:] if len(before) >= count else []


def due_before(provision: Provision, before: str) -> bool:
    """True where the words before a session show that something happens there."""
    if filled(provision.language, "of_which").search(before):
        return False
    held = filled(provision.language, "held").search(before)
    return bool(filled(provision.language, "at").search(before)) and not held


def code_of(body: Actor | None, count: int, organ: str | None) -> str | None:
    """The code of a numbered meeting. The General Assembly and the Human Rights Council are known
    by their numbers where nobody is named."""
    if body is not None and body.meets and not (body.meets == "HRC" and count >= COUNCIL_UNTIL):
        return coded(body.meets, count)
    if count >= ASSEMBLY_SINCE:
        return coded("UNGA", count)
    if count >= COUNCIL_SINCE and organ in (None, "HRC", "UNGA"):
        return coded("HRC", count)
    return coded(organ, count) if organ and organ != "UNGA" else None


def meeting_of(
    provision: Provision, named: tuple[Actor, ...], start: int, end: int
) -> Actor | None:
    """Whose meeting it is: the body named behind "of the", or the last one before."""
    text = provision.text.plain
    for actor in named:
        if actor.start >= end and len(text[end : actor.start]) < 24:
            if filled(provision.language, "of_body").fullmatch(text[end : actor.start]):
                return actor
            break
    before = [
        a for a in named
        if a.end <= start and (a.meets or a.kind in SITTING) and start - a.end < NEAR
    ]  # fmt: skip
    return before[-1] if before else None


def next_ones(provision: Provision, named: tuple[Actor, ...], organ: str | None) -> Iterator[Timed]:
    """Meetings without a number: "its next meeting", "each meeting of the ..."."""
    text, language = provision.text.plain, provision.language
    for noun in filled(language, "session_noun").finditer(text):
        window = max(0, noun.start() - WINDOW)
        match = filled(language, "next_one").search(text[window : noun.start()])
        if match is None:
            continue
        start, end = window + match.start(), noun.end()
        which = "next" if match["next"] else "each" if match["each"] else None
        before = text[max(0, start - 120) : start]
        if which is None and filled(language, "meetings").fullmatch(noun.group()):
            near = (before + match.group()).rstrip()
            which = "each" if filled(language, "at_meetings").search(near) else None
        if which is None:
            continue
        if not filled(language, "at").search(before + (match["det"] or "") + " "):
            continue
        body = meeting_of(provision, named, start, end)
        if body is not None and not body.meets:
            continue
        name = body.meets if body is not None else organ
        if which == "each":
            yield Timed(code=f"each:{name or 'session'}", start=start, end=end, body=body)
        elif name:
            yield Timed(code=f"next:{name}", start=start, end=end, body=body)


def dates(provision: Provision) -> Iterator[Timed]:
    """Dates by which something is due; a date of completion beats one of a start."""
    text = provision.text.plain
    found: list[tuple[bool, Timed]] = []
    for year in YEAR.finditer(text):
        window = max(0, year.start() - WINDOW)
        match = filled(provision.language, "date").search(text[window : year.start()])
        start = window + match.start() if match else year.start()
        before = text[max(0, start - 90) : start]
        deadline = filled(provision.language, "deadline").search(before)
        if deadline is None or filled(provision.language, "goal").search(
            before[: deadline.start()]
        ):
            continue
        if not deadline["end"] and not starts(provision, start):
            continue
        day, month = (match["day"], match["month"]) if match else (None, None)
        code = iso(day, month, year.group())
        found.append((bool(deadline["end"]), Timed(code=code, start=start, end=year.end())))
    ends = [timed for end, timed in found if end]
    yield from ends or [timed for _, timed in found[:1]]


def starts(provision: Provision, place: int) -> bool:
    """True where something is to happen in the year named: a meeting, a review."""
    before = provision.text.plain[max(0, place - 110) : place]
    return bool(filled(provision.language, "happens").search(before))


def iso(day: str | None, month: str | None, year: str) -> str:
    """A date as exact as the text."""
    if not month:
        return year
    number = months()[month.lower()]
    return f"{year}-{number:02d}-{int(day):02d}" if day else f"{year}-{number:02d}"


def rhythms(provision: Provision) -> Iterator[Timed]:
    """ "annual", "every 6 months"."""
    for match in filled(provision.language, "rhythm").finditer(provision.text.plain):
        if match["annual"]:
            code = "annual"
        elif match["biennial"]:
            code = "biennial"
        else:
            words = provision.known.vocabulary
            count = words.counts.get(match["count"].lower(), match["count"])
            code = f"every {count} {words.units[match['unit'].lower()]}"
        yield Timed(code=code, start=match.start(), end=match.end())
        return


def recurring(provision: Provision) -> bool:
    """True where the duty returns: annual, at each meeting, at intervals."""
    return bool(filled(provision.language, "recurring").search(provision.text.plain))
