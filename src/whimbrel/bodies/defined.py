"""Acronyms that a text explains, and what they stand for in it from there on."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from whimbrel.bodies.acronym import is_acronym
from whimbrel.bodies.body import Body, BodyKind, GroupKind, How, Mention
from whimbrel.bodies.names import fold, folded
from whimbrel.bodies.vocabulary import Class, abbreviated, cased, traps

SHORT = r"[A-Z][\w&/–-]{0,14}(?:\ [A-Z]{2,6})?"
BRACKET = re.compile(rf"\s{{0,2}}\(\s?[\"“«']?(?P<short>{SHORT})[\"”»']?\s?[);,]")
"""` (ACRONYM)` or ` (ACRONYM; more)`."""
LOOSE = re.compile(rf"(?<=[\w’'*]) \((?P<short>{SHORT})\)")
WORDS = re.compile(r"[\w'’&/–-]+")
SURE_LETTERS = 4
"""So many letters of an acronym are hardly a second body's."""
SMALL_WORD = 3
"""Letters of "of", "and", "des", "los": words that have no capital in a name."""
LONGEST = 16
"""Words that a name is looked for in, before its acronym."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What an acronym stands for in a document."""

    key: str | None
    name: str
    kind: BodyKind | GroupKind
    group: bool
    parent: str | None
    sure: bool


@dataclass(slots=True)
class Memory:
    """What a document has explained so far, and which bodies it has named in full."""

    meanings: dict[str, Meaning] = field(default_factory=dict)
    things: set[str] = field(default_factory=set)
    """Acronyms of what is no body: NBSAP."""
    full: set[str] = field(default_factory=set)
    """Keys of bodies whose name was seen in full."""

    def learn(self, text: str, mentions: Iterable[Mention]) -> list[Mention]:
        """Take in what a text explains. Returns the mentions, each with its new acronym."""
        out, ends = [], set()
        for one in mentions:
            out.append(self.explained(text, one))
            ends.add(one.end)
        for match in LOOSE.finditer(text):
            if match.start() not in ends:
                out += self.loose(text, match, out)
        return out

    def explained(self, text: str, one: Mention) -> Mention:
        """A mention, with the acronym in brackets behind it."""
        if one.key and (" " in one.surface):
            self.full.add(one.key)
        match = BRACKET.match(text, one.end)
        if match is None or " " not in one.surface:
            return one
        short = match["short"]
        if not capitals(short):
            return one
        known = abbreviated().get(cased(short))
        if (
            isinstance(known, Body)
            and one.key is None
            and same(known, short, one.surface, one.kind)
        ):
            one = replace(one, key=known.key, name=known.name, kind=known.kind, parent=known.parent)
            self.full.add(known.key)
        if isinstance(known, Class) or (known and known.key == one.key and short in known.acronyms):
            return replace(one, acronym=one.acronym or short)
        if not stands_for(short, one.surface):
            return one
        self.meanings[short] = Meaning(
            key=one.key,
            name=one.name,
            kind=one.kind,
            group=one.group,
            parent=one.parent,
            sure=one.sure,
        )
        return one if one.acronym else replace(one, acronym=short)

    def loose(self, text: str, match: re.Match[str], others: list[Mention]) -> Iterator[Mention]:
        """A name that nothing but its acronym shows to be one. Goals and plans are told apart."""
        short = match["short"]
        if not capitals(short) or short in self.meanings or short in self.things:
            return
        start = beginning(short, text, match.start())
        if start is None:
            return
        surface = text[start : match.start()].rstrip("*")
        end = start + len(surface)
        if not looks_named(surface):
            if cased(short) not in abbreviated():
                self.things.add(short)
            return
        if any(one.start < end and start < one.end for one in others):
            return
        kind = BodyKind.UNKNOWN
        self.meanings[short] = Meaning(
            key=None, name=surface, kind=kind, group=False, parent=None, sure=False
        )
        yield Mention(
            start=start,
            end=end,
            surface=surface,
            key=None,
            name=surface,
            acronym=short,
            kind=kind,
            group=False,
            how=How.DEFINED_HERE,
            sure=False,
        )

    def recall(self, text: str) -> Iterator[Mention]:
        """Where a text uses what was explained."""
        if not self.meanings:
            return
        every = "|".join(sorted(map(re.escape, self.meanings), key=len, reverse=True))
        for match in re.finditer(rf"(?<!\w)(?:{every})(?!\w)", text):
            if not is_acronym(text, *match.span()):
                continue
            meaning = self.meanings[match[0]]
            yield Mention(
                start=match.start(),
                end=match.end(),
                surface=match[0],
                key=meaning.key,
                name=meaning.name,
                acronym=match[0],
                kind=meaning.kind,
                group=meaning.group,
                how=How.DEFINED_HERE,
                sure=meaning.sure,
                parent=meaning.parent,
            )


def looks_named(surface: str) -> bool:
    """Whether words may be the name of a body: capitals throughout, and no plan, goal or text."""
    words = WORDS.findall(surface)
    if len(words) < 2 or words[-1] in traps().things:
        return False
    return all(word[0].isupper() or len(word) <= SMALL_WORD for word in words)


def same(body: Body, short: str, surface: str, kind: BodyKind | GroupKind) -> bool:
    """Whether unknown words before an acronym are a known body: misspelt, or a part of its name."""
    if short in body.acronyms and stands_for(short, surface):
        return len(short) >= SURE_LETTERS or kind is body.kind
    words = folded(surface)
    return any(words in folded(form) for forms in body.names.values() for form in forms)


def capitals(short: str) -> bool:
    """Whether letters in brackets are an acronym: two capitals at least."""
    return sum(char.isupper() for char in short) >= 2


def letters(words: str) -> str:
    """The letters of words, folded."""
    return "".join(char for char in fold(words).lower.decode() if char.isalnum())


def stands_for(short: str, name: str) -> bool:
    """Whether the letters of an acronym come one after the other in a name.

    An acronym often comes from another language, so one letter of four may be missing.
    """
    left, missing = letters(name), 0
    wanted = letters(short.removesuffix("s"))
    for letter in wanted:
        at = left.find(letter)
        missing += at < 0
        left = left[at + 1 :]
    return missing * 4 <= len(wanted)


def beginning(short: str, text: str, end: int) -> int | None:
    """Where the name begins whose initials an acronym has; None where there is none."""
    wanted = letters(short.removesuffix("s"))
    since = max(0, end - 200)
    words = list(WORDS.finditer(text, since, end))[-LONGEST:]
    at = len(wanted) - 1
    for word in reversed(words):
        if re.search(r"[.;:()]", text[word.end() : end]) and at == len(wanted) - 1:
            return None
        for part in reversed(re.split(r"[-–/'’]", word[0])):
            if letters(part)[:1] == wanted[at]:
                at -= 1
                if at < 0:
                    return word.start()
        if re.search(r"[.;:()]\s*$", text[: word.start()][-3:]):
            return None
    return None
