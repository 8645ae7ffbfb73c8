"""Words that tell the parts of a COP document apart, in the languages that are read."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from whimbrel.facts import load

SAMPLE = 8_000
"""Characters that tell the language of a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The layout words of one language, in small letters."""

    language: str
    source: str
    directed: tuple[str, ...]
    """Openings of an addressee line."""
    annex: tuple[str, ...]
    draft_decisions: tuple[str, ...]
    summary: tuple[str, ...]
    agenda: tuple[str, ...]
    original: tuple[str, ...]
    prepared: tuple[str, ...]
    distribution: tuple[str, ...]
    meeting: tuple[str, ...]
    closing: tuple[str, ...]
    formula: tuple[str, ...]
    """Articles that open an enacting formula."""
    governing: tuple[str, ...]
    """Nouns that name a body which adopts texts."""
    operative_openings: tuple[str, ...]
    """First words of operative paragraphs that have none of the usual endings of their verbs."""
    article: tuple[str, ...]
    """What an article of a treaty is called."""
    main_headings: tuple[str, ...]
    main_openings: tuple[str, ...]
    umbrella: tuple[str, ...]
    """Words of a sentence that only announces what the sections under it tell."""
    languages: dict[str, str]
    common: tuple[str, ...]
    """The commonest words, by which a language is told."""
    contents: tuple[str, ...]
    """Words above a table of contents."""
    instrument: tuple[str, ...]
    """What a governing body adopts."""
    adopted: tuple[str, ...]
    """Openings of the line that tells when a text was adopted."""
    preamble_openings: tuple[str, ...]
    """First words of preambular paragraphs that are no participle."""
    preamble_endings: tuple[str, ...]
    """Endings of the participles that open preambular paragraphs."""


@cache
def layouts() -> tuple[Layout, ...]:
    """All languages."""
    return load("reading/*.yaml", Layout)


@cache
def every(name: str) -> tuple[str, ...]:
    """One kind of layout word in all languages, the longest first."""
    found = {word for layout in layouts() for word in getattr(layout, name)}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def any_of(name: str) -> str:
    """The same as a regular expression; apostrophes in any shape."""
    return alternatives(every(name))


def alternatives(words: Iterable[str]) -> str:
    """Words as one group of a regular expression."""
    return "(?:" + "|".join(re.escape(word).replace("'", "['’]") for word in words) + ")"


@cache
def preamble_opening() -> re.Pattern[str]:
    """The first words of a preambular paragraph, in any language: `Recalling`, `Consciente`,
    `Deeply concerned`."""
    endings = "|".join(re.escape(ending) for ending in every("preamble_endings"))
    return re.compile(
        rf"^(?:\W*{any_of('preamble_openings')}\b|\W*(?:se |s['’])?[^\W\d]{{2,}}(?:{endings})\b)",
        re.IGNORECASE,
    )


def language_of(text: str) -> str | None:
    """`en`, `fr` or `es`: the language whose commonest words are most; None where there is too
    little to tell."""
    words = Counter(text[:SAMPLE].casefold().split())
    scores = {layout.language: sum(words[word] for word in layout.common) for layout in layouts()}
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] >= 3 else None
