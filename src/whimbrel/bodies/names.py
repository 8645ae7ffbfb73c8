"""Fold names and texts: the spellings of one name become one, and every place can be told."""

import codecs
import re
import string
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
QUOTES = "\u2018\u2019\u02bc\u2032`\u00b4"
SPACES = "\u00a0\u202f\u2009\u2002\u2003\u2007\u2008\u200a\u3000\u2028\u2029"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
DOUBLES = "\u201c\u201d\u201e\u00ab\u00bb"
OTHERS = "ĀāĂăĄąĆćČčĎďĐđĒēĘęĚěĞğĪīİıŁłŃńŇňŌōŐőŘřŚśŞşŠšŢţŤťŪūŮůŰűŹźŻżŽžȘșȚțỹ"
BEYOND = {"Ø": "O", "ø": "o", "Đ": "D", "đ": "d", "Ł": "L", "ł": "l", "ı": "i", "Æ": "A", "æ": "a",
          "Œ": "O", "œ": "o", "ß": "s", "Ð": "D", "ð": "d", "Þ": "T", "þ": "t"}  # fmt: skip
"""Letters that Unicode does not take apart."""


def plain(char: str) -> str:
    """One ASCII character for one character."""
    if char in DASHES:
        return "-"
    if char in QUOTES:
        return "'"
    if char in SPACES or char in "\t\n\r\f\v":
        return " "
    if char in INVISIBLE:
        return "\0"
    if char in DOUBLES:
        return '"'
    if char in BEYOND:
        return BEYOND[char]
    first = unicodedata.normalize("NFD", char)[0]
    return first if first.isascii() else "?"


def alphabet() -> str:
    """256 characters that the fold knows; each of the rest becomes a question mark."""
    latin = "".join(map(chr, range(0xC0, 0x100)))
    beyond = dict.fromkeys(DASHES + QUOTES + SPACES + DOUBLES + INVISIBLE + latin + OTHERS + "Œœ")
    ours = [char for char in beyond if not char.isascii()][:128]
    return "".join(map(chr, range(128))) + "".join(ours).ljust(128, "\ufffe")


ALPHABET = alphabet()
ENCODING = codecs.charmap_build(ALPHABET)
PLAIN = bytes(ord(plain(char)) if char != "\ufffe" else 63 for char in ALPHABET)
LOWER = bytes.maketrans(
    (string.ascii_uppercase + "-").encode(), (string.ascii_lowercase + " ").encode()
)
RUN = re.compile(rb"(?:- | )+")
"""What is left out behind a space: more spaces, dashes between them."""
INVISIBLES = re.compile(rb"\0+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A text folded twice: with its capitals, and without."""

    cased: bytes
    lower: bytes
    """Hyphens are spaces, and `-is-` is `-iz-`."""
    cuts: tuple[int, ...] = ()
    """Where characters were left out, and how many up to there."""
    gone: tuple[int, ...] = ()

    def place(self, at: int) -> int:
        """The place in the printed text of a place in the folded one."""
        if not self.cuts:
            return at
        found = bisect_right(self.cuts, at)
        return at + (self.gone[found - 1] if found else 0)


def fold(text: str) -> Folded:
    """A text for finding: ASCII, one character for each, runs of spaces made one."""
    encoded = codecs.charmap_encode(text, "replace", ENCODING)[0]
    cased = encoded.translate(PLAIN)
    lower = cased.translate(LOWER)
    spans = superfluous(cased, lower)
    if not spans:
        return Folded(cased=cased, lower=american(lower))
    cuts, gone, parts = [], [], []
    since = lost = 0
    for start, end in spans:
        parts.append(cased[since:start])
        cuts.append(start - lost)
        lost += end - start
        gone.append(lost)
        since = end
    cased = b"".join((*parts, cased[since:]))
    lower = american(cased.translate(LOWER))
    return Folded(cased=cased, lower=lower, cuts=tuple(cuts), gone=tuple(gone))


def superfluous(cased: bytes, lower: bytes) -> list[tuple[int, int]]:
    """The spans of a text that are left out. In `lower` a dash beside a space makes two spaces."""
    found: dict[int, int] = {}
    at = lower.find(b"  ")
    while at >= 0:
        start = at if cased[at : at + 1] == b"-" else at + 1
        run = RUN.match(cased, start)
        if run and cased[start - 1 : start] == b" ":
            found[start] = run.end()
            at = run.end() - 2
        at = lower.find(b"  ", at + 1)
    if b"\0" in cased:
        found |= {run.start(): run.end() for run in INVISIBLES.finditer(cased)}
    return sorted(found.items())


def american(lower: bytes) -> bytes:
    """British spelling made American, where no letter is lost."""
    return lower.replace(b"organis", b"organiz")


@cache
def folded(name: str) -> str:
    """A name for comparison: as it is looked for in a folded text, no article before it."""
    return ARTICLE.sub("", fold(name.strip()).lower.decode())


ARTICLE = re.compile(r"^(?:the |la |le |les |l'|el |los |las )(?=\w)")


def spellings(name: str) -> tuple[str, ...]:
    """The other ways in which a name is written, letters added or left out."""
    found = {name}
    for one, other in SPELLINGS:
        found |= {form.replace(one, other) for form in found}
        found |= {form.replace(other, one) for form in found}
    return tuple(sorted(found))


SPELLINGS = ((" and ", " & "), ("Programme", "Program"), ("Centre", "Center"), (", and ", " and "))
