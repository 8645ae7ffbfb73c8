"""Bodies that nobody knows yet: capitalised words around the head of a name."""

import re
from collections.abc import Iterator, Sequence

from whimbrel.bodies.body import BodyKind, How, Mention
from whimbrel.bodies.gazetteer import paired
from whimbrel.bodies.names import fold
from whimbrel.bodies.romance import romance
from whimbrel.bodies.vocabulary import heads, traps

WORD = re.compile(r"\S+")
COMPLEMENT = re.compile(
    r"""
    \ (?: of | for | on | to\ (?=Combat|End|Fight|Protect|Support) | against | with | de | du )
    (?: \ the | \ la | \ le )?
    (?= \ [^\W\d_a-zß-öø-ÿ] )            # a capital follows
    """,
    re.VERBOSE,
)
"""What joins a head to the rest of its name."""
CAPITAL = re.compile(r"\ (?P<word>(?:[^\W\d_a-zß-öø-ÿ][\w'’.-]*[\w]|[A-Z]))(?=[\s,;:.)\]/'’\"”]|$)")
AND = re.compile(r"\ (?:and|&)(?:\ the)?(?=\ [^\W\d_a-zß-öø-ÿ])")
SERIAL = re.compile(r",(?=\ [A-Z][\w-]+(?:,|\ and|\ &))")
SYMBOL = re.compile(r"/.*\d|\d.*/|://|\d\.\d")
TEXTS = re.compile(r"\ (?:of|for)\ (?:Action|Work)\b")
"""Behind Programme or Platform: a text, and nobody."""
OPENING = '(“"[‘«/'
STOPS = '.,;:)]”"»'
WINDOW = 140
MINISTRIES = ("Ministry", "Department")
"""Their names run on over commas."""
EMPTY = frozenset(("Joint", "National", "Regional", "Special", "International", "Local", "Global"))
"""Words that make no name of a head by themselves."""


def unknown(text: str, known: Sequence[Mention], language: str | None) -> Iterator[Mention]:
    """Names that have the form of a body's, whether or not a known name stands in them."""
    if language in (None, "en"):
        yield from english(text, known)
    for tongue in ("fr", "es"):
        if language in (None, tongue):
            yield from romance(text, tongue, known)


def english(text: str, known: Sequence[Mention]) -> Iterator[Mention]:
    """Names with an English head: modifiers before it, a complement behind it."""
    index, kinds = heads("en")
    folded = fold(text)
    ends = {one.end: one for one in known}
    starts = {one.start: one for one in known}
    for hit in index.find(folded):
        start, end = folded.place(hit.start), folded.place(hit.end - 1) + 1
        head = text[start:end]
        if text[start - 1 : start] in ("-", "/") or runs_on(text, end):
            continue
        first, parent = leftwards(text, start, ends)
        last = rightwards(text, end, starts, serial=head in MINISTRIES)
        if any(starts[at].end == last for at in starts if end < at < last) and office(known, start):
            continue
        modifiers = text[first:start].split()
        inside = around(known, start, end)
        if (first == start and last == end) or (
            inside and taken(text, inside, first, last, parent)
        ):
            continue
        if TEXTS.match(text, end):
            continue
        if last == end and (set(modifiers) <= EMPTY or modifiers[-1] in traps().not_before_head):
            continue
        surface = text[first:last]
        yield Mention(
            start=first,
            end=last,
            surface=surface,
            key=None,
            name=surface,
            acronym=None,
            kind=kind_of(kinds[hit.name], parent),
            group=False,
            how=How.PATTERN,
            sure=kinds[hit.name] is not BodyKind.UNKNOWN or parent is not None,
            parent=(parent.key or parent.name) if parent else None,
        )


def office(known: Sequence[Mention], start: int) -> bool:
    """Whether an office that every convention has stands here."""
    return any(one.start == start and (one.key or "").startswith("own-") for one in known)


def runs_on(text: str, end: int) -> bool:
    """Whether a capital behind a head shows that the name goes on, or is of something else."""
    word = CAPITAL.match(text, end)
    return word is not None and word["word"] != "Secretariat"


def around(known: Sequence[Mention], start: int, end: int) -> Mention | None:
    """The known name that a head is a word of."""
    return next((one for one in known if one.start <= start and end <= one.end), None)


def taken(text: str, inside: Mention, first: int, last: int, parent: Mention | None) -> bool:
    """Whether a known name says it all: an office beside its body, or a whole name."""
    if inside.group:
        return False
    if inside.key is None or not inside.key.startswith("own-"):
        return True
    return parent is not None and parent.end + 1 == inside.start and last <= inside.end


def kind_of(kind: BodyKind, parent: Mention | None) -> BodyKind:
    """The kind of a name by its head and by the body whose name opens it."""
    if parent is None:
        return kind
    united = parent.kind in (BodyKind.UN_ENTITY, BodyKind.UN_ENTITY_UNIT)
    if united and kind in (BodyKind.UNKNOWN, BodyKind.GOVERNMENT):
        return BodyKind.UN_ENTITY_UNIT
    return kind


def leftwards(text: str, start: int, ends: dict[int, Mention]) -> tuple[int, Mention | None]:
    """Where a name begins, and the known body that it begins with."""
    first = at = start
    since = max(0, start - WINDOW)
    words = list(WORD.finditer(text, since, start))
    if since and words and not text[since - 1].isspace():
        words.pop(0)
    while words:
        word = words.pop()
        if text[word.end() : at] != " ":
            break
        known = ends.get(word.end()) or ends.get(word.end() - 2)
        if known and not known.group and not word[0].startswith("("):
            return known.start, known
        at = word.start()
        if word[0] in ("and", "&"):
            if not words or not joins(words[-1], ends):
                break
            continue
        if not capital(word[0]) or word[0][-1] in STOPS or word[0] in traps().before:
            break
        cut = max(word[0].rfind(mark) for mark in OPENING) + 1
        first = word.start() + cut
        if cut:
            break
    return first, None


def joins(word: re.Match[str], ends: dict[int, Mention]) -> bool:
    """Whether the word before "and" is one of this name: no acronym, and no name of its own."""
    bare = word[0]
    if word.end() in ends or bare.isupper() or bare[-1] in STOPS:
        return False
    return capital(bare) and bare not in traps().before


def capital(word: str) -> bool:
    """Whether a word begins with a capital, brackets and quotes left aside."""
    return word.lstrip(OPENING + "*_")[:1].isupper() and not SYMBOL.search(word)


def rightwards(text: str, end: int, starts: dict[int, Mention], *, serial: bool) -> int:
    """Where a name ends: behind the last capital that a connecting word leads to."""
    at = end
    while True:
        join = COMPLEMENT.match(text, at)
        if join is None and at > end:
            join = AND.match(text, at) or (SERIAL.match(text, at) if serial else None)
            if join and closes(text, join, starts):
                return at
        if join is None:
            return at
        word = CAPITAL.match(text, join.end())
        if word is None:
            return at
        known = starts.get(word.start() + 1)
        if known and (known.group or (known.key or "").startswith("own-")):
            return at
        if known:
            at = known.end
            continue
        if bare_head(text, join, word):
            return at
        while word:
            if word["word"] in traps().before - {"All"}:
                return at
            at = word.end()
            if word["word"].endswith(("'s", "’s")):
                return at - 2
            known = starts.get(at + 1)
            word = None if known else CAPITAL.match(text, at)


def bare_head(text: str, join: re.Match[str], word: re.Match[str]) -> bool:
    """Whether "of the Fund" points to a body named before, and is no part of this name."""
    head = word["word"] in heads("en")[1] and join[0].endswith(" the")
    return head and not COMPLEMENT.match(text, word.end()) and not CAPITAL.match(text, word.end())


def closes(text: str, join: re.Match[str], starts: dict[int, Mention]) -> bool:
    """Whether "and" begins the next name of a list, and no further word of this one."""
    word = CAPITAL.match(text, join.end())
    if word is None or word["word"].isupper():
        return True
    if " the" in join[0]:
        return word["word"] not in paired()
    return word.start() + 1 in starts or word["word"] in traps().before
