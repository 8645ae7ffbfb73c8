"""Names that are spelled two ways in one document: bodies, countries, misprints."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from whimbrel.bodies import PlaceKind
from whimbrel.bodies.names import folded
from whimbrel.engagements.passage import Passage
from whimbrel.reporting.checks.finding import Finding, finding
from whimbrel.reporting.checks.ground import Ground, rule

EXPLAINED = re.compile(r"\((?P<short>[A-Z][\w&-]*[A-Z][\w&-]*)\)")
"""An acronym in brackets behind its name."""
LONGEST = 14
"""Words of a name before its acronym."""
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
SMALL = 4
"""Letters from which a word of a name is telling."""
TELLING = 5
"""Letters from which two capitalised words that differ by their accents alone are one name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words and where they stand."""

    address: str
    words: str


@rule("name-twice")
def name_twice(ground: Ground) -> Iterator[Finding]:
    """A body whose acronym is explained by two names, or a name with its accents and without."""
    yield from explained_twice(ground)
    yield from accents(ground)
    yield from misprints(ground)


def explained_twice(ground: Ground) -> Iterator[Finding]:
    """Acronyms that are explained by names of which neither is part of the other."""
    first: dict[str, Place] = {}
    told: set[tuple[str, str]] = set()
    for passage in ground.told.passages:
        for match in EXPLAINED.finditer(passage.text):
            name = name_before(match["short"], passage.text[: match.start()])
            if name is None:
                continue
            known = first.setdefault(match["short"], Place(address=passage.address, words=name))
            if same_name(known.words, name) or (match["short"], name) in told:
                continue
            told.add((match["short"], name))
            yield finding(
                "name-twice",
                passage.address,
                name,
                also=(known.address,),
                acronym=match["short"],
                one=name,
                other=known.words,
            )


def name_before(short: str, text: str) -> str | None:
    """The name whose initials an acronym has: the words before it, back to that of its first
    letter. Letters of the acronym may be missing in the name, for a slip is looked for."""
    found = [match for match in WORD.finditer(text) if match.end() > len(text) - 160][-LONGEST:]
    if not found or text[found[-1].end() :].strip():
        return None
    wanted = folded(short.rstrip("s"))[:1]
    best = None
    for match in reversed(found):
        if re.search(r"[.;:()\n]", text[match.end() : found[-1].start()]):
            break
        word = match[0]
        if word[0].isupper() and folded(word)[:1] == wanted:
            best = match.start()
        if word[0].islower() and len(word) > SMALL:
            break
    if best is None or len(text[best:].split()) < 2:
        return None
    return text[best:].strip()


def same_name(one: str, other: str) -> bool:
    """True where one name is the other, or a run of its words; singular and plural, accents and
    `-is-` aside."""
    first, last = telling(one), telling(other)
    short, long = sorted((first, last), key=len)
    inside = any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))
    # Names of two languages, or of two bodies with one acronym, share too little to be one name.
    return inside or len(set(short) & set(long)) * 2 <= len(long)


def telling(name: str) -> list[str]:
    """The words of a name, folded, each without a plural."""
    return [word.rstrip("s") for word in WORD.findall(folded(name).replace("-", " "))]


def accents(ground: Ground) -> Iterator[Finding]:
    """Names that stand with accents in one place and without in another."""
    seen: dict[str, dict[str, Place]] = defaultdict(dict)
    for passage in ground.told.passages:
        if foreign(passage, ground):
            continue
        for match in WORD.finditer(passage.text):
            word = match[0].replace("’", "'")
            if len(word) < TELLING or not word[0].isupper() or word.isupper():
                continue
            seen[bare(word)].setdefault(word, Place(address=passage.address, words=match[0]))
    for forms in seen.values():
        if len({form.casefold() for form in forms}) > 1:
            yield two_ways("name-accents", forms)
    for passage in ground.told.passages:
        for place in passage.places:
            if place.kind is not PlaceKind.COUNTRY:
                continue
            official = place.name
            surface = passage.text[place.start : place.end]
            slip = surface.isascii() and not official.isascii() and bare(surface) == bare(official)
            if slip and not foreign(passage, ground):
                yield finding(
                    "name-country", passage.address, surface, name=surface, official=official
                )


def misprints(ground: Ground) -> Iterator[Finding]:
    """Names of two words of which one differs by a letter inside: "Scientific Councel"."""
    beside: dict[tuple[str, bool], dict[str, list[Place]]] = defaultdict(dict)
    for passage in ground.told.passages:
        if foreign(passage, ground):
            continue
        for match in PAIR.finditer(passage.text):
            first, last = match["first"], match["last"]
            place = Place(address=passage.address, words=f"{first} {last}")
            beside[first, True].setdefault(last, []).append(place)
            beside[last, False].setdefault(first, []).append(place)
    for forms in beside.values():
        for one, other in combinations(sorted(forms)[:MOST], 2):
            if not misprinted(one, other):
                continue
            rare, usual = sorted((forms[one], forms[other]), key=len)
            if len(rare) == len(usual):
                continue
            yield finding(
                "name-misprint",
                rare[0].address,
                rare[0].words,
                also=(usual[0].address,),
                one=rare[0].words,
                other=usual[0].words,
            )


PAIR = re.compile(
    r"(?<!\w)(?=(?P<first>[A-ZÀ-Þ][^\W\d_]{3,})\ (?P<last>[A-ZÀ-Þ][^\W\d_]{3,})(?![\w’'-]))"
)
"""Two words with a capital, side by side."""
MOST = 60
"""No more neighbours of one word are compared."""


def misprinted(one: str, other: str) -> bool:
    """True where two words of some length differ by one letter, put in, left out, changed or
    swapped, and not at their ends, where endings differ."""
    if min(len(one), len(other)) < LONG or one.isupper() or other.isupper():
        return False
    if bare(one) == bare(other) or folded(one) == folded(other):
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    rests = (one[start + 1 :], other[start + 1 :])
    changed = rests[0] == rests[1]
    put_in = one[start:] == rests[1] or rests[0] == other[start:]
    swapped = (
        one[start : start + 2] == other[start : start + 2][::-1]
        and one[start + 2 :] == (other[start + 2 :])
    )
    inside = 0 < start < min(len(one), len(other)) - 1
    return inside and (changed or put_in or swapped)


LONG = 6
"""Letters of a word in which one letter is hardly another word."""


def two_ways(message: str, forms: dict[str, Place], **more: str) -> Finding:
    """The finding of a word that has two forms; it stands at the first place of the second."""
    (one, first), (other, last), *_ = forms.items()
    return finding(
        message, last.address, last.words, also=(first.address,), one=other, other=one, **more
    )


def bare(word: str) -> str:
    """A word in small letters, without accents."""
    letters = unicodedata.normalize("NFD", word.casefold().replace("’", "'"))
    return "".join(one for one in letters if not unicodedata.combining(one))


def foreign(passage: Passage, ground: Ground) -> bool:
    """True for words of another language than the document's."""
    return bool(passage.language and ground.language and passage.language != ground.language)
