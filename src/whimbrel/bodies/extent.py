"""How far a name reaches from its head: modifiers to the left, a complement to the right."""

import re

from whimbrel.bodies.body import Mention
from whimbrel.bodies.gazetteer import paired, plain, table
from whimbrel.bodies.vocabulary import heads, traps
from whimbrel.facts.calendar import months

WORD = re.compile(r"\S+")
COMPLEMENT = re.compile(
    r"""
    \ (?: of | for | on | to (?=\ (?:Combat|End|Fight|Protect|Support)) | against | de | du )
    (?: \ the | \ la | \ le )?
    (?= \ [^\W\d_a-zß-öø-ÿ] )            # a capital follows
    """,
    re.VERBOSE,
)
"""What joins a head to the rest of its name."""
CAPITAL = re.compile(r"\ (?P<word>(?:[^\W\d_a-zß-öø-ÿ][\w'’.-]*[\w]|[A-Z]))(?=[\s,;:.)\]/'’\"”]|$)")
AND = re.compile(r"\ (?:and|&)(?:\ the)?(?=\ [^\W\d_a-zß-öø-ÿ])")
IN = re.compile(r"\ (?:in|with)(?:\ the)?(?=\ [^\W\d_a-zß-öø-ÿ])")
SERIAL = re.compile(r",(?=\ [A-Z][\w-]+(?:,|\ and|\ &))")
SYMBOL = re.compile(r"/.*\d|\d.*/|://|\d\.\d")
OPENING = '(“"[‘«/'
STOPS = '.,;:)]”"»'
WINDOW = 140


def leftwards(text: str, start: int, ends: dict[int, Mention]) -> tuple[int, Mention | None]:
    """Where a name begins, and the known body that it begins with."""
    first = at = start
    parent = None
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
            parent = parent or known
            if known.start <= word.start():
                return known.start, parent
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
    return first, parent


def joins(word: re.Match[str], ends: dict[int, Mention]) -> bool:
    """Whether the word before "and" is one of this name: no acronym, and no name of its own."""
    bare = word[0]
    if word.end() in ends or bare.isupper() or bare[-1] in STOPS + "-" or bare == "State":
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
            join = IN.match(text, at) or AND.match(text, at)
            join = join or (SERIAL.match(text, at) if serial else None)
            if join and closes(text, join, starts):
                return at
        if join is None:
            return at
        word = CAPITAL.match(text, join.end())
        if word is None:
            return at
        known = starts.get(word.start() + 1)
        if known and (known.surface[0].islower() or (known.key or "").startswith("own-")):
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


def is_place(text: str, word: re.Match[str]) -> bool:
    """Whether a capital is a country, a region or a city, of one word or two."""
    more = CAPITAL.match(text, word.end())
    names = (word["word"], f"{word['word']} {more['word']}" if more else "")
    return any(plain(name) in table() for name in names)


def closes(text: str, join: re.Match[str], starts: dict[int, Mention]) -> bool:
    """Whether "and" begins the next name of a list, and no further word of this one."""
    word = CAPITAL.match(text, join.end())
    if word is None or word["word"].isupper():
        return True
    if join[0].startswith(" in"):
        return is_place(text, word) or word["word"].casefold() in months()
    if " the" in join[0]:
        return word["word"] not in paired()
    return word.start() + 1 in starts or word["word"] in traps().before
