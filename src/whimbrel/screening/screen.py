"""Screen a name against a list: candidates from the index, compared word by word, and weighed by
what is known beside the name. It shows what a person should look at; it clears nobody."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from whimbrel.bodies.gazetteer import plain as plain_place
from whimbrel.bodies.gazetteer import table
from whimbrel.screening.fold import fold
from whimbrel.screening.form import Form, own_reading, plain, readings, weighed
from whimbrel.screening.index import Index, build
from whimbrel.screening.listed import Kind, Listed, Name, NameList, Quality
from whimbrel.screening.match import Score, Sort, compare, weakened

THRESHOLD = 0.76
"""From which score on a person should look: chosen on variants of listed names and on names of
admitted organizations (docs/guide/screen-names.md tells both shares)."""
CANDIDATES = 24
"""Names that are compared word by word."""
LOW = 0.94
"""What a name that the list itself calls weak keeps of its score."""
KIND = 0.85
COUNTRY_SAME, COUNTRY_OTHER = 1.04, 0.96
BIRTH_SAME, BIRTH_NEAR, BIRTH_OTHER = 1.06, 1.0, 0.85
BEST = COUNTRY_SAME * BIRTH_SAME
"""What is known beside a name can raise its score so much at most."""
NEAR = 2
"""Years: births so near are one, for lists often guess them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A name to be screened, and what is known beside it."""

    name: str
    kind: Kind = Kind.UNKNOWN
    countries: tuple[str, ...] = ()
    """Codes or names."""
    birth_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Somebody listed whom a name is like, by the name that is nearest."""

    listed: Listed
    name: Name
    score: Score


@dataclass(slots=True)
class Screener:
    """All names of one list, ready to be asked again and again."""

    listed: tuple[Listed, ...]
    index: Index
    texts: list[str]
    """Every reading of every name."""
    owners: list[tuple[int, int]]
    """Of each reading: (number of the entry, number of its name)."""
    forms: dict[tuple[int, bool], Form] = field(default_factory=dict)
    """Readings that were compared already, ready for the next time."""

    def screen(
        self, asked: Asked, *, threshold: float = THRESHOLD, most: int = 10
    ) -> tuple[Hit, ...]:
        """Those listed whom a name is like, the likest first; `most` of them at most."""
        found: dict[int, Hit] = {}
        own: dict[bool, Form] = {}
        name = own_reading(asked.name)
        for at in self.index.candidates(name, CANDIDATES):
            entry, number = self.owners[at]
            listed = self.listed[entry]
            person = self.as_person(asked, listed)
            if person not in own:
                own[person] = self.own(name, person)
            score = compare(own[person], self.form(at, person), least=threshold / BEST)
            if score.value < threshold / BEST:
                continue
            theirs = listed.names[number]
            score = beside(score, asked, listed, theirs)
            if score.value >= threshold and (
                entry not in found or score.value > found[entry].score.value
            ):
                found[entry] = Hit(listed=listed, name=theirs, score=score)
        ranked = sorted(found.values(), key=lambda one: (-one.score.value, one.listed.key))
        return tuple(ranked[:most])

    def as_person(self, asked: Asked, listed: Listed) -> bool:
        """Whether names are compared as those of persons: as the list says, unless it is known
        that a body was asked about."""
        return listed.kind is Kind.PERSON and asked.kind is not Kind.BODY

    def own(self, name: str, person: bool) -> Form:
        """The name that is asked about, weighed by this list."""
        return weighed(plain(name, person), self.index.rarity)

    def form(self, at: int, person: bool) -> Form:
        """A reading, weighed by this list."""
        key = (at, person)
        if key not in self.forms:
            if len(self.forms) > KEPT:
                self.forms.clear()
            self.forms[key] = weighed(plain(self.texts[at], person), self.index.rarity)
        return self.forms[key]


KEPT = 30_000
"""Readings that are kept ready."""


def screener(listed: tuple[Listed, ...]) -> Screener:
    """All names of those listed, indexed."""
    texts: list[str] = []
    owners: list[tuple[int, int]] = []
    for entry, one in enumerate(listed):
        for number, name in enumerate(one.names):
            for reading in (
                readings(name.text) if ";" in name.text or "(" in name.text else (name.text,)
            ):
                texts.append(reading)
                owners.append((entry, number))
    return Screener(listed=listed, index=build(texts), texts=texts, owners=owners)


def of_list(names: NameList) -> Screener:
    """The same of a list."""
    return screener(names.listed)


def of_names(names: Sequence[str], kind: Kind = Kind.PERSON) -> Screener:
    """The same of bare names, each known by its place."""
    return screener(
        tuple(
            Listed(
                key=str(at),
                reference=str(at),
                kind=kind,
                names=(Name(text=name, quality=Quality.PRIMARY),),
            )
            for at, name in enumerate(names)
        )
    )


def beside(score: Score, asked: Asked, listed: Listed, name: Name) -> Score:
    """A score after the kind, the country, the year of birth and the quality of the name."""
    kinds = {asked.kind, listed.kind}
    if Kind.UNKNOWN not in kinds and len(kinds) > 1:
        score = weakened(score, KIND, Sort.KIND_OTHER, asked.kind, listed.kind)
    if name.quality is Quality.LOW:
        score = weakened(score, LOW, Sort.WEAK, "", name.text)
    if asked.countries and listed.countries:
        ours, theirs = (set(map(country, each)) for each in (asked.countries, listed.countries))
        said = ", ".join(asked.countries), ", ".join(listed.countries)
        if ours & theirs:
            score = weakened(score, COUNTRY_SAME, Sort.COUNTRY_SAME, *said)
        else:
            score = weakened(score, COUNTRY_OTHER, Sort.COUNTRY_OTHER, *said)
    if asked.birth_year is not None and listed.births:
        years = ", ".join(map(str, listed.births))
        gap = min(abs(asked.birth_year - year) for year in listed.births)
        factor, sort = (
            (BIRTH_SAME, Sort.BIRTH_SAME) if gap == 0
            else (BIRTH_NEAR, Sort.BIRTH_NEAR) if gap <= NEAR
            else (BIRTH_OTHER, Sort.BIRTH_OTHER)
        )  # fmt: skip
        score = weakened(score, factor, sort, str(asked.birth_year), years)
    return score


@lru_cache(maxsize=5_000)
def country(name: str) -> str:
    """The code of a country, from its code or its name; else the name, folded."""
    text = name.strip()
    if len(text) == 2:
        return text.upper()
    known = table().get(plain_place(text)) or table().get(plain_place(text).upper())
    return known.iso2 if known is not None and known.iso2 else fold(text)
