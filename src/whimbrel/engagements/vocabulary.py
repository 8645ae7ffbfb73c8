"""The words by which reports say what was done: `facts/engagements/activities`, as types and
patterns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from whimbrel.facts import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A verb with what follows it, and what it says was done."""

    kind: str
    role: str
    verbs: tuple[str, ...]
    """The forms of each verb: base, third person, past, participle, -ing and, where it has one,
    future."""
    tails: tuple[str, ...] = ("",)
    state: str | None = None
    support: str | None = None
    passive: bool = False
    """True where only "was held" counts and not "holds"."""
    needs_us: bool = False
    """True where another body may do this without us: "launched a report"."""
    needs_partner: bool = False
    needs_event: bool = False
    needs_subject: bool = False
    """True where a partner must be the subject: "UNDP supported the meeting"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A noun that names what was done: "The collaboration with ..."."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A noun that names an event."""

    kind: str
    noun: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of one language. A blank in a pattern is white space, `<adv>` any adverbs."""

    language: str
    source: str
    adverbs: str
    perfect: str
    progressive: str
    passive: str
    continuing: str
    future: str
    modal: str
    to: str
    negated: str
    relatives: tuple[str, ...]
    subordinate: tuple[str, ...]
    past_habit: tuple[str, ...]
    ours: str
    plural_count: str
    instance: str
    ordinal_pair: str
    ordinal_words: tuple[str, ...]
    session: str
    modes: dict[str, tuple[str, ...]]
    organisers: tuple[str, ...]
    margins: tuple[str, ...]
    sub_events: str
    umbrella: tuple[str, ...]
    pointers: tuple[str, ...]
    through: tuple[str, ...]
    members: str
    anaphora: str
    chairs: str
    extends: str
    preparations: str
    logistics: str
    titles_of_office: str
    outcomes: tuple[str, ...]
    purposes: tuple[str, ...]
    themes_after: tuple[str, ...]
    events: tuple[Event, ...]
    nouns: tuple[Noun, ...]
    campaign: str
    campaign_verbs: str
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of a verb: which frames it may open."""

    slot: str
    frame: Frame
    tail: re.Pattern[str]


SLOTS = ("base", "third", "past", "participle", "ing", "future")


@cache
def vocabulary(language: str | None) -> Vocabulary:
    """The words of a language; those of English where we have none."""
    known = {one.language: one for one in load("engagements/activities/*.yaml", Vocabulary)}
    return known.get(language or "en", known["en"])


@cache
def forms(language: str | None) -> dict[str, tuple[Form, ...]]:
    """Every verb form, in small letters -> what it may open."""
    words = vocabulary(language)
    found: dict[str, list[Form]] = {}
    for frame in words.frames:
        tails = "|".join(rf"(?:,?\s+{spaced(tail, words)})" if tail else "" for tail in frame.tails)
        tail = re.compile(rf"(?:{tails})" if tails else "", re.DOTALL)
        for verb in frame.verbs:
            for slot, form in zip(SLOTS, verb.split(), strict=False):
                for one in form.casefold().split("/"):
                    found.setdefault(one, []).append(Form(slot=slot, frame=frame, tail=tail))
    return {form: tuple(listed) for form, listed in found.items()}


def spaced(pattern: str, words: Vocabulary) -> str:
    """A pattern of the facts as a regular expression."""
    pattern = pattern.replace("<adv>", rf"(?:{words.adverbs} )*")
    return re.sub(r"(?<!\[) ", r"\\s+", pattern)


@cache
def before(language: str | None, name: str) -> re.Pattern[str]:
    """A pattern for auxiliary words at the end of what stands before a verb, adverbs aside."""
    words = vocabulary(language)
    listed = getattr(words, name)
    body = "|".join(listed) if isinstance(listed, tuple) else listed
    return re.compile(
        rf"\b(?:{spaced(body, words)})(?:\s+{words.adverbs}|\s*\([^)]*\))*(?:\s+|(?<=['’]))$",
        re.IGNORECASE,
    )


@cache
def anywhere(language: str | None, name: str) -> re.Pattern[str]:
    """One kind of words, wherever they stand."""
    words = vocabulary(language)
    return any_of(getattr(words, name), words)


def any_of(listed: Iterable[str] | str, words: Vocabulary) -> re.Pattern[str]:
    """Patterns of the facts as one."""
    body = listed if isinstance(listed, str) else "|".join(listed)
    if not body:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<!\w)(?:{spaced(body, words)})(?!\w)", re.IGNORECASE)


@cache
def events(language: str | None) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The patterns of event nouns, the most telling first."""
    words = vocabulary(language)
    return tuple((one.kind, any_of(one.noun, words)) for one in words.events)


@cache
def every_event(language: str | None) -> re.Pattern[str]:
    """Any event noun."""
    words = vocabulary(language)
    return any_of([one.noun for one in words.events], words)


@cache
def instance(language: str | None) -> re.Pattern[str]:
    """The opening of a sentence about one of several events: "A further workshop", "The first
    one"."""
    words = vocabulary(language)
    nouns = "|".join(one.noun for one in words.events)
    return re.compile(
        rf"(?:{spaced(words.instance.replace('<event>', nouns), words)})(?!\w)", re.IGNORECASE
    )


@cache
def anyhow(listed: tuple[str, ...]) -> re.Pattern[str]:
    """Patterns of the facts as one, without adverbs; a blank is white space. Groups keep their
    names."""
    body = "|".join(re.sub(r"(?<!\[) ", r"\\s+", one) for one in listed)
    return re.compile(rf"(?<!\w)(?:{body})", re.IGNORECASE)
