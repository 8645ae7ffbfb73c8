"""Compare two names: a score in 0..1 that says part by part what it is made of."""

from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from rapidfuzz.distance import OSA, Indel

from whimbrel.screening.align import How, Link, align
from whimbrel.screening.form import Form, is_acronym, prepare
from whimbrel.screening.listed import Kind
from whimbrel.screening.words import particles


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """How much each thing counts. All ours, chosen on names of the fixtures and on invented
    ones."""

    against_person: float = 1.3
    against_body: float = 0.8
    """A word on each side that the other lacks, beside a word that both have."""
    extra_person: float = 0.25
    """A word on one side only: names of persons are often cut short."""
    extra_body: float = 0.7
    rest: float = 0.7
    """What two words that are alike lack to be the same counts against them so much."""
    order: float = 0.9
    """Words that both have, in an order that is no turning round."""
    lineage: float = 0.82
    """The same where particles say who is whose child."""
    legal: float = 0.97
    lone: float = 0.95
    lone_short: float = 0.75
    """One word, or one word and small ones, alike and not the same."""
    whole: float = 0.92
    """Names that differ in where words end."""
    acronym: float = 0.8


MEASURES = Measures()
SHORT = 5
"""Letters of a word that is one letter from many others."""
NEARLY = (How.SPELLED, How.SOUNDS)
TELLING = 0.5
"""The weight from which a word tells somebody apart."""


class Sort(StrEnum):
    """What a part of a score is about."""

    SAME = "same"
    STANDS = "stands for"
    SOUNDS = "sounds alike"
    SPELLED = "spelled alike"
    INITIAL = "initial"
    JOINED = "joined"
    ONLY_OURS = "only ours"
    ONLY_THEIRS = "only theirs"
    ORDER = "order"
    LEGAL = "legal form"
    LONE = "one word"
    WHOLE = "whole"
    ACRONYM = "acronym"
    COUNTRY_SAME = "country the same"
    COUNTRY_OTHER = "country another"
    BIRTH_SAME = "birth year the same"
    BIRTH_NEAR = "birth year near"
    BIRTH_OTHER = "birth year another"
    KIND_OTHER = "kind another"
    WEAK = "weak name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a score."""

    sort: Sort
    ours: str = ""
    theirs: str = ""
    points: float
    """What it adds (of 1) or takes away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How alike two names are, and why."""

    value: float
    """In 0..1."""
    parts: tuple[Part, ...]


NOTHING = Score(value=0.0, parts=())


def score(one: str, other: str, kind: Kind = Kind.UNKNOWN) -> Score:
    """How alike two names are, without a list to weigh their words by."""
    return compare(prepare(one, kind), prepare(other, kind))


def compare(
    ours: Form, theirs: Form, measures: Measures = MEASURES, *, least: float = 0.0
) -> Score:
    """How alike two prepared names are. One below `least` is not told part by part, for most names
    that are compared are not alike."""
    if not ours.words or not theirs.words:
        return NOTHING
    links = align(ours, theirs)
    best = linked(ours, theirs, links, measures, least) if links else NOTHING
    if best.value < measures.acronym and (short := acronym(ours, theirs, measures)):
        best = short
    # A short word that alone tells who is meant is not saved by the common words around it.
    same = len(ours.words) == len(theirs.words)
    if best.value < measures.whole and not (same and lone(ours, theirs, links)):
        best = solid(ours, theirs, best, measures)
    return best


def linked(ours: Form, theirs: Form, links: list[Link], measures: Measures, least: float) -> Score:
    """The score that the links between words make."""
    left_a, left_b = list(ours.weights), list(theirs.weights)
    matched = 0.0
    shares: list[float] = []
    for link in links:
        i, j, wide, alike = link.ours, link.theirs, link.wide, link.alike
        a, b = left_a[i], left_b[j]
        if wide > 1:
            a += left_a[i + 1]
            left_a[i + 1] = 0.0
        elif wide < 0:
            b += left_b[j + 1]
            left_b[j + 1] = 0.0
        if link.how is How.INITIAL:
            # A letter says little; what it leaves open of the whole word is mostly forgiven.
            got = alike * min(a, b)
            left_a[i], left_b[j] = max(0.0, a - b) / 4, max(0.0, b - a) / 4
        else:
            got = alike * (a + b) / 2
            left_a[i] = left_b[j] = (1 - alike) * (a + b) / 2 * measures.rest
        matched += got
        shares.append(got)
    mine_left, his_left = sum(left_a), sum(left_b)
    person = ours.person
    share = measures.extra_person if person else measures.extra_body
    dear = measures.against_person if person else measures.against_body
    lacking = dear * min(mine_left, his_left) + share * abs(mine_left - his_left)
    total = matched + lacking
    value = matched / total if total else 0.0
    if value < least:
        return Score(value=value, parts=())
    parts = [said(ours, theirs, link, got / total) for link, got in zip(links, shares, strict=True)]
    parts += only(ours, theirs, links, (left_a, left_b), lacking / total)
    return adjusted(ours, theirs, links, value, parts, measures)


def spans(link: Link) -> tuple[range, range]:
    """The words on each side of a link."""
    mine = range(link.ours, link.ours + (link.wide if link.wide > 1 else 1))
    his = range(link.theirs, link.theirs + (-link.wide if link.wide < 0 else 1))
    return mine, his


def said(ours: Form, theirs: Form, link: Link, points: float) -> Part:
    """The part of a score that a link is."""
    mine, his = spans(link)
    return Part(
        sort=Sort(link.how.value),
        ours=" ".join(ours.words[i] for i in mine),
        theirs=" ".join(theirs.words[j] for j in his),
        points=points,
    )


def only(
    ours: Form, theirs: Form, links: list[Link], left: tuple[list[float], list[float]], cost: float
) -> list[Part]:
    """The words that one name has and the other lacks, and what they cost."""
    met_a = {i for link in links for i in spans(link)[0]}
    met_b = {j for link in links for j in spans(link)[1]}
    sides = ((ours, left[0], met_a, Sort.ONLY_OURS), (theirs, left[1], met_b, Sort.ONLY_THEIRS))
    every = sum(left[0]) + sum(left[1])
    found = []
    for form, weights, met, sort in sides:
        words = [at for at in range(len(form.words)) if at not in met]
        if not words:
            continue
        text = " ".join(form.words[at] for at in words)
        mine, his = (text, "") if sort is Sort.ONLY_OURS else ("", text)
        points = -cost * sum(weights[at] for at in words) / every if every else 0.0
        found.append(Part(sort=sort, ours=mine, theirs=his, points=points))
    return found


def adjusted(
    ours: Form, theirs: Form, links: list[Link], value: float, parts: list[Part],
    measures: Measures,
) -> Score:  # fmt: skip
    """The score after order, legal form and lone words have been looked at."""
    factor = turned(ours, theirs, links, measures)
    value = lowered(value, factor, Sort.ORDER, parts)
    if ours.legal and theirs.legal and not ours.legal & theirs.legal:
        value = lowered(value, measures.legal, Sort.LEGAL, parts)
    if lone(ours, theirs, links):
        short = min(len(ours.solid), len(theirs.solid)) <= SHORT
        factor = measures.lone_short if short else measures.lone
        value = lowered(value, factor, Sort.LONE, parts)
    return Score(value=min(1.0, max(0.0, value)), parts=tuple(parts))


def lone(ours: Form, theirs: Form, links: list[Link]) -> bool:
    """Whether all that one of the names tells is one word, and the other only spells it alike."""
    telling = [link for link in links if ours.weights[link.ours] > TELLING]
    if len(telling) != 1 or telling[0].how not in NEARLY:
        return False
    return min(sum(w > TELLING for w in one.weights) for one in (ours, theirs)) == 1


def lowered(value: float, factor: float, sort: Sort, parts: list[Part]) -> float:
    """A score made smaller, and the part that says so."""
    if factor < 1:
        parts.append(Part(sort=sort, points=-value * (1 - factor)))
    return value * factor


def turned(ours: Form, theirs: Form, links: list[Link], measures: Measures) -> float:
    """1 where the words that both have stand in the same order, or in one that is turned round
    (family name first); else less."""
    small = particles() if ours.person else frozenset()
    order = [
        link.theirs
        for link in sorted(links, key=lambda one: one.ours)
        if link.how is not How.INITIAL and ours.words[link.ours] not in small
    ]
    falls = sum(1 for a, b in pairwise(order) if b < a)
    if falls == 0 or (len(order) < 3 and not ours.person):
        return 1.0
    chained = {"bin", "ibn", "ben", "bint", "ould"}
    if ours.person and len(order) > 2 and chained & set(ours.words) and chained & set(theirs.words):
        return measures.lineage
    return 1.0 if falls == 1 and order[-1] < order[0] else measures.order


def acronym(ours: Form, theirs: Form, measures: Measures) -> Score | None:
    """The score of a name that is the first letters of the other."""
    if ours.person:
        return None
    for short, long in ((ours, theirs), (theirs, ours)):
        telling = [word for word, w in zip(short.words, short.weights, strict=True) if w > 0.1]
        if len(telling) != 1 or not 3 <= len(telling[0]) <= 8 or len(long.letters) < 3:
            continue
        if telling[0] == long.letters:
            part = Part(
                sort=Sort.ACRONYM,
                ours=" ".join(ours.words),
                theirs=" ".join(theirs.words),
                points=measures.acronym,
            )
            return Score(value=measures.acronym, parts=(part,))
    return None


def solid(ours: Form, theirs: Form, best: Score, measures: Measures) -> Score:
    """The better of a score and that of the names written as one word."""
    one, other = ours.solid, theirs.solid
    if min(len(one), len(other)) < 6 or digits(one) != digits(other):
        return best
    if len(ours.words) != len(theirs.words):
        alike = Indel.normalized_similarity(one, other, score_cutoff=0.9)
    else:
        allowed = min(2, len(one) // 8)
        distance = OSA.distance(one, other, score_cutoff=allowed)
        alike = 1 - distance / len(one) if distance <= allowed else 0.0
    value = alike * measures.whole
    if value <= best.value:
        return best
    part = Part(
        sort=Sort.WHOLE, ours=" ".join(ours.words), theirs=" ".join(theirs.words), points=value
    )
    return Score(value=value, parts=(part,))


def digits(text: str) -> str:
    """The digits of a text: names that differ in them are two, however alike."""
    return "" if text.isalpha() else "".join(filter(str.isdigit, text))


def weakened(found: Score, factor: float, sort: Sort, ours: str = "", theirs: str = "") -> Score:
    """A score made smaller or larger for a reason that lies outside the name."""
    value = min(1.0, found.value * factor)
    part = Part(sort=sort, ours=ours, theirs=theirs, points=value - found.value)
    return replace(found, value=value, parts=(*found.parts, part))


__all__ = ["MEASURES", "Measures", "Part", "Score", "Sort", "compare", "is_acronym", "score",
           "weakened"]  # fmt: skip
