"""Names of bodies beside a number: `Assembly resolution`, `resolution 5/1 of the Council`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from whimbrel.citations.resolve import Context
from whimbrel.citations.words import any_of, languages, spoken
from whimbrel.symbols.organ import Organ, organs

ITS = tuple(
    f" {by} {its} "
    for by in ("in", "by", "through", "under", "dans", "par", "en", "mediante")
    for its in ("its", "sa", "ses", "su", "sus")
)
"""What stands between a body and its instrument: the Council, `in its` resolution 5/1."""
WORD = re.compile(r"[^\W\d_]+")
BEFORE, EARLIER = 160, 600
"""How far back a body is looked for: right before the word, and earlier in the text."""
Known = dict[str, tuple[Organ, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of bodies in a language."""

    known: Known
    """Folded name -> what it may mean, the longest first; "the Conference of the Parties": ()."""
    last: dict[str, tuple[str, ...]]
    """The last word of a name -> the names that end with it, the longest first."""
    after: re.Pattern[str]
    """` of the NAME`"""
    every: re.Pattern[str]
    """Any name."""
    its: re.Pattern[str]
    """`NAME in its `, up to the word of the instrument."""

    def before(self, text: str, end: int, context: Context) -> tuple[Organ, ...] | None:
        """The organs that the words right before `end` name; None where they name none."""
        since = max(0, end - BEFORE)
        if text.endswith(ITS, since, end):
            match = self.its.search(text, since, end)
            return self.meant(match["name"], context) if match else None
        stem = text[since:end].rstrip().casefold().removesuffix("'s").removesuffix("'")
        name = self.ending(stem)
        return None if name is None else self.meant(name, context)

    def earlier(self, text: str, end: int) -> Iterator[Organ]:
        """The organs named anywhere in the words before `end`, the nearest first."""
        stem = text[max(0, end - EARLIER) : end].casefold()
        for match in reversed(list(WORD.finditer(stem))):
            yield from self.known.get(self.ending(stem[: match.end()]) or "", ())

    def ending(self, stem: str) -> str | None:
        """The longest name that folded words end with."""
        for name in self.last.get(last_word(stem), ()):
            if stem.endswith(name) and not stem[: -len(name)][-1:].isalnum():
                return name
        return None

    def meant(self, name: str, context: Context) -> tuple[Organ, ...]:
        """What a name means here: "the Conference of the Parties" is that of the document."""
        found, own = self.known.get(folded(name), ()), context.organ
        return (own,) if not found and own and own.family == "mea" else found


def folded(name: str) -> str:
    """A name for comparison."""
    return " ".join(name.casefold().split())


def last_word(name: str) -> str:
    """The last word of a name, the article that is joined to it left off."""
    return name[max(name.rfind(" "), name.rfind("'")) + 1 :]


@cache
def names(language: str | None) -> Names:
    """The names in a language, with English beside it; in every language for None."""
    known = known_in(language)
    last: dict[str, tuple[str, ...]] = {}
    for name in known:
        last[last_word(name)] = (*last.get(last_word(name), ()), name)

    def say(kind: str) -> str:
        return f"(?:{spoken(language, kind)})"

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE | re.VERBOSE)

    name = rf"(?P<name> {any_of(*known)} ) (?!\w)"
    # the Conference of the Parties serving as the meeting of the Parties to the
    conference = rf"""{say("conference")}
        (?: \s (?: serving | acting | agissant | siégeant | que\sact[uú]a ) [^,.;]{{0,90}}? )?
        \s {say("conference_to")} \s?"""
    return Names(
        known=known,
        last=last,
        after=compiled(
            rf",? \s {say('of')} \s? (?: (?: the | la | le | el ) \s | l' )?"
            rf" (?: {conference} )? {name}"
        ),
        every=compiled(rf"(?<!\w) {name}"),
        its=compiled(rf"{name} ,? (?: {any_of(*ITS)} ) $"),
    )


def known_in(language: str | None) -> Known:
    """Names and what they may mean, the longest first: no part is taken for the whole."""
    known: Known = {}
    for one in organs():
        for table in (one.names, one.short):
            for tongue, forms in table.items():
                if language is None or tongue in (language, "en"):
                    for form in map(folded, forms):
                        known[form] = tuple(dict.fromkeys((*known.get(form, ()), one)))
    for words in languages(language):
        known |= {word: () for word in words.conference if word not in known}
    return dict(sorted(known.items(), key=lambda pair: -len(pair[0])))
