"""Propose which column is which field, by the words of the headings."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import cache

from whimbrel.bodies.names import folded
from whimbrel.engagements.tables.kinds import Kind, kinds
from whimbrel.reading.sheet import Book, Sheet

BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
MARKS = re.compile(r"[^\w°' ]+|_")


def propose(headings: Sequence[str], kind: str) -> dict[str, str]:
    """Heading -> field; "" for a column that no field is known for.

    A heading that is a field's own word goes before one that only contains it, and no field has two
    columns: what is left over is left out, and the person may say otherwise.
    """
    known = kinds()[kind]
    found: dict[str, str] = {}
    for guess in (whole, within):
        for heading in headings:
            if heading in found:
                continue
            key = next((one for one in guess(heading, known) if one not in found.values()), None)
            if key is not None:
                found[heading] = key
    return {heading: found.get(heading, "") for heading in headings}


def choose(book: Book, kind: str) -> Sheet:
    """The sheet of a workbook that is a list of a kind: whose headings are most of its fields; of
    equal ones the first."""
    return max(book.sheets, key=lambda one: sum(map(bool, propose(one.headings, kind).values())))


def whole(heading: str, kind: Kind) -> Iterator[str]:
    """The fields of which a heading is one of the words, with what stands in brackets or
    without."""
    for form in dict.fromkeys((tidy(heading), tidy(BRACKETS.sub(" ", heading)))):
        if form in labels(kind.kind):
            yield labels(kind.kind)[form]


def within(heading: str, kind: Kind) -> Iterator[str]:
    """The fields whose words a heading contains, the longest first: "Partner organisation name"."""
    form = f" {tidy(BRACKETS.sub(' ', heading))} "
    held = [label for label in labels(kind.kind) if len(label) > 3 and f" {label} " in form]
    for label in sorted(held, key=lambda one: (-len(one), form.index(one))):
        yield labels(kind.kind)[label]


@cache
def labels(kind: str) -> dict[str, str]:
    """Folded heading -> field; where two fields share a word, that of the first."""
    found: dict[str, str] = {}
    for one in kinds()[kind].fields:
        for word in (one.key, *one.headings):
            found.setdefault(tidy(word), one.key)
    return found


def tidy(heading: str) -> str:
    """A heading for comparison: no capitals, accents, marks or plural in brackets."""
    plain = MARKS.sub(" ", re.sub(r"\((?:s|es|e|a)\)", "", heading))
    return " ".join(folded(plain).split())


def digest(headings: Sequence[str]) -> str:
    """What a head is known by: the same headings have the same, in whatever order."""
    told = "\n".join(sorted(tidy(one) for one in headings))
    return hashlib.sha256(told.encode()).hexdigest()
