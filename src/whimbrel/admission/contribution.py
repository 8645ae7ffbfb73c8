"""The report of a body on what it contributed: the template as data, what is amiss in a report, and
the sum of many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import ClassVar

from whimbrel.admission.participation import Word
from whimbrel.facts import load
from whimbrel.procedures.known import STRICT


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of the template."""

    __pydantic_config__: ClassVar = STRICT
    key: str
    part: str
    """`report`, or `contribution`: it is asked of each."""
    en: str
    fr: str
    es: str
    hint_en: str
    hint_fr: str
    hint_es: str
    source: str
    short: bool = False
    """It is asked in the short form too."""
    long: bool = False
    """It takes more than a line."""
    needed: bool = False

    def label(self, language: str) -> str:
        """The question in a few words."""
        return {"fr": self.fr, "es": self.es}.get(language, self.en)

    def hint(self, language: str) -> str:
        """What stands in the place of the answer."""
        words = {"fr": self.hint_fr, "es": self.hint_es}.get(language, self.hint_en)
        if "{kinds}" not in words:
            return words
        return words.format(kinds=" · ".join(one.named(language) for one in kinds().values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One of the two forms."""

    __pydantic_config__: ClassVar = STRICT
    key: str
    blocks: int
    """Contributions for which the blank form has room."""
    pages: int
    """A4 pages that the blank form fills at most."""
    title_en: str
    title_fr: str
    title_es: str
    lead_en: str
    lead_fr: str
    lead_es: str
    source: str

    def title(self, language: str) -> str:
        """Its title."""
        return {"fr": self.title_fr, "es": self.title_es}.get(language, self.title_en)

    def lead(self, language: str) -> str:
        """What stands above the questions."""
        return {"fr": self.lead_fr, "es": self.lead_es}.get(language, self.lead_en)


@cache
def questions() -> tuple[Question, ...]:
    """All questions, in the order of the form."""
    return load("contribution/template.yaml", Question)


@cache
def kinds() -> dict[str, Word]:
    """Key -> kind of contribution."""
    return {one.key: one for one in load("contribution/kinds.yaml", Word)}


@cache
def heads() -> dict[str, Word]:
    """Key -> head of a table of the form."""
    return {one.key: one for one in load("contribution/words.yaml", Word)}


def form(*, short: bool) -> Form:
    """The long form, or the short one."""
    known = {one.key: one for one in load("contribution/forms.yaml", Form)}
    return known["short" if short else "long"]


def asked(part: str, *, short: bool) -> tuple[Question, ...]:
    """The questions of a part of a form."""
    return tuple(one for one in questions() if one.part == part and (one.short or not short))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One contribution."""

    number: int
    what: str = ""
    kind: str = ""
    provision: str = ""
    target: str = ""
    species: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    """ISO codes."""
    since: str = ""
    until: str = ""
    result: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A report as it is checked and summed."""

    key: str
    body: str
    short: bool = False
    summary: str = ""
    consent: str = ""
    constituency: str = ""
    """Of the body: Indigenous Peoples, local communities or youth; else empty."""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is amiss in a report."""

    line: int
    """0: the report as a whole."""
    field: str
    bars: bool
    """It cannot be sent so; false: it can, and the sum says that it is not known."""
    what: str = "missing"
    """`missing`, or `no kind of contribution`."""


def problems(one: Reported) -> tuple[Problem, ...]:
    """What is missing: first what keeps a report from being sent, then what it only lacks."""
    found = []
    if not one.lines:
        found.append(Problem(line=0, field="what", bars=True))
    if one.constituency and not one.consent.strip():
        found.append(Problem(line=0, field="consent", bars=True))
    for line in one.lines:
        for question in asked("contribution", short=one.short):
            value = getattr(line, question.key)
            if question.key == "until" or value:
                continue
            found.append(Problem(line=line.number, field=question.key, bars=question.needed))
        if line.kind and line.kind not in kinds():
            found.append(
                Problem(line=line.number, field="kind", bars=True, what="no kind of contribution")
            )
    return tuple(sorted(found, key=lambda each: (not each.bars, each.line)))


AXES = ("target", "provision", "species", "country", "kind")
"""By what contributions are summed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Contributions that have something in common."""

    value: str
    """Empty: the report does not say."""
    bodies: int
    lines: tuple[str, ...]
    """Each by its report and number: `COP15-riverbank-trust#2`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Contributions to one target under one provision."""

    target: str
    provision: str
    bodies: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """What many bodies contributed."""

    asked: int
    """Bodies that were asked."""
    reported: int
    """Those whose report is in the sum."""
    lines: int
    axes: tuple[tuple[str, tuple[Cell, ...]], ...]
    """(axis, its cells), the largest first; what no report says comes last."""
    pairs: tuple[Pair, ...] = field(default=())


def summed(reports: Sequence[Reported], *, asked: int) -> Sum:
    """Add up reports. A contribution to two countries counts for each of them, and once in all."""
    whole = [(one, line) for one in reports for line in one.lines]
    axes = tuple((axis, cells(axis, whole)) for axis in AXES)
    return Sum(
        asked=asked,
        reported=len({one.body for one in reports}),
        lines=len(whole),
        axes=axes,
        pairs=pairs(whole),
    )


Whole = Sequence[tuple[Reported, Line]]


def cells(axis: str, whole: Whole) -> tuple[Cell, ...]:
    """The cells of one axis."""
    held: dict[str, list[tuple[Reported, Line]]] = {}
    for one, line in whole:
        for value in values(axis, line) or ("",):
            held.setdefault(value, []).append((one, line))
    made = [
        Cell(value=value, bodies=bodies(several), lines=refs(several))
        for value, several in held.items()
    ]
    return tuple(sorted(made, key=lambda each: (not each.value, -len(each.lines), each.value)))


def values(axis: str, line: Line) -> tuple[str, ...]:
    """What a contribution says on an axis, each once."""
    told = {
        "target": (line.target,), "provision": (line.provision,), "kind": (line.kind,),
        "species": line.species, "country": line.countries,
    }[axis]  # fmt: skip
    return tuple(dict.fromkeys(filter(None, told)))


def pairs(whole: Whole) -> tuple[Pair, ...]:
    """By target and provision together, in their order; what is not said comes last."""
    held: dict[tuple[str, str], list[tuple[Reported, Line]]] = {}
    for one, line in whole:
        held.setdefault((line.target, line.provision), []).append((one, line))
    ordered = sorted(held.items(), key=lambda each: [(not part, part) for part in each[0]])
    return tuple(
        Pair(target=target, provision=provision, bodies=bodies(several), lines=refs(several))
        for (target, provision), several in ordered
    )


def bodies(several: Whole) -> int:
    """How many bodies contributed."""
    return len({one.body for one, _ in several})


def refs(several: Iterable[tuple[Reported, Line]]) -> tuple[str, ...]:
    """Contributions by report and number."""
    return tuple(f"{one.key}#{line.number}" for one, line in several)
