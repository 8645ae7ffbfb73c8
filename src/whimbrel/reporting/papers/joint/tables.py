"""An answer on synergy as a table: its columns in words, each value with the records behind it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from whimbrel.reporting.dates import date, when
from whimbrel.reporting.phrases import plain
from whimbrel.synergy.joint import Answered, questions, worded
from whimbrel.synergy.matter import Ref
from whimbrel.synergy.programme import Reason

A = TypeVar("A", bound=Answered)
Links = Callable[[Ref], str]
"""Where a record stands; empty where it cannot be led to."""
Says = Callable[[str], str]
"""A value of the record in words: kinds of bodies, outputs, countries by their codes."""
MOST = 6
"""Records of one cell that are shown; the export has all."""

SHOWN: dict[str, tuple[str, ...]] = {
    "mandates": ("kind", "one", "other", "other_convention", "words", "species", "targets",
                 "countries", "verbs", "outputs", "addressees", "weight", "sources"),
    "absent": ("mandate", "words", "collaborators", "unmet", "beside", "sources"),
    "partners": ("partner", "kind", "conventions", "engagements", "agreements", "last", "beside"),
    "network": ("partner", "process", "times", "role", "beside"),
    "countries": ("country", "held", "concerned", "meetings", "conventions", "last", "beside"),
    "memberships": ("one", "other", "shared", "sources"),
    "country": ("what", "record", "conventions", "when", "words", "sources"),
    "creatures": ("species", "conventions", "provisions", "initiatives", "partners",
                  "engagements", "documents"),
    "unnumbered": ("plan", "words", "where", "convention"),
    "funding": ("what", "provision", "how", "words", "condition", "sources"),
    "assessments": ("what", "provision", "how", "words", "left", "sources"),
    "programme": ("one", "other", "standing", "reasons"),
    "calendar": ("what", "first", "first_days", "second", "second_days", "apart", "conventions",
                 "countries"),
}  # fmt: skip
SHOWN["reports"] = SHOWN["mandates"]
"""Question -> the columns that are shown; an export has every field."""
IN_WORDS = frozenset({"kind", "what", "how", "standing", "role", "outputs", "addressees",
                      "countries"})  # fmt: skip
"""Columns whose values are ours, and are said in the language of the page."""

DAYS = frozenset({"last", "when", "first_days", "second_days"})
"""Columns that hold a date, or two with a stroke between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Words in a cell, and where they lead."""

    words: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table."""

    name: str
    words: str
    number: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """An answer as a table."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Part, ...], ...], ...]

    def plain(self) -> tuple[tuple[str, ...], ...]:
        """The table as words, its heading first."""
        head = tuple(one.words for one in self.columns)
        body = (tuple("; ".join(part.words for part in cell) for cell in row) for row in self.rows)
        return (head, *body)


def nowhere(_ref: Ref) -> str:
    """Where records lead in a paper."""
    return ""


def rows_of(answer: Answered) -> tuple[Any, ...]:
    """The rows of an answer, of whatever kind."""
    found: tuple[Any, ...] = getattr(answer, "rows", ())
    return found


def table(
    answer: Answered, language: str, *, link: Links = nowhere, say: Says = str,
    most: int | None = None, leave: Sequence[str] = (), whole: bool = False,
) -> Table:  # fmt: skip
    """The table of an answer; `most` rows of it, without the columns that are to be left out.
    `whole`: every field and every record of it, as an export has them."""
    listed = rows_of(answer)[:most]
    every = tuple(one.name for one in fields(listed[0])) if listed and whole else ()
    names = every or tuple(one for one in SHOWN[answer.question] if one not in leave)
    numbers = {
        name for name in names if listed and isinstance(getattr(listed[0], name), int | float)
    }
    shown = tuple(
        tuple(cell(getattr(row, name), name, language, link, say, whole=whole) for name in names)
        for row in listed
    )
    columns = tuple(
        Column(name=name, words=capital(worded(name, language)), number=name in numbers)
        for name in names
    )
    return Table(columns=columns, rows=shown)


def cell(
    value: object, name: str, language: str, link: Links, say: Says, *, whole: bool
) -> tuple[Part, ...]:  # fmt: skip
    """A value as the parts of a cell."""
    if isinstance(value, tuple):
        shown = value if whole else value[:MOST]
        parts = tuple(
            part for one in shown for part in cell(one, name, language, link, say, whole=whole)
        )
        return (*parts, Part(words=f"+{len(value) - len(shown)}")) if len(value) > len(shown) else (
            parts
        )  # fmt: skip
    if isinstance(value, Ref):
        called = say(value.name) if value.kind == "country" else value.name
        words = called if called != value.name else value.words
        return (Part(words=words, href=link(value)),)
    if isinstance(value, Reason):
        led = {ref.words: link(ref) for ref in value.records}
        head = Part(words=f"{worded(value.kind, language)} ({value.count})")
        return (head, *(Part(words=one, href=led.get(one, "")) for one in value.words))
    if isinstance(value, float):
        shown_number = f"{value:.2f}"
        return (Part(words=shown_number if language == "en" else shown_number.replace(".", ",")),)
    text = str(value)
    if name in DAYS and not whole:
        text = when(language, *text.split("/"))
    if name == "words":
        # What a country is to a treaty is a value of ours; all else is quoted.
        text = worded(text, language)
    if text and name in IN_WORDS:
        known = worded(text, language)
        text = known if known != text else say(text)
    return (Part(words=text),) if text else ()


def capital(words: str) -> str:
    """Words with a capital, as the head of a column has them."""
    return f"{words[:1].upper()}{words[1:]}"


def title(answer: Answered, language: str, say: Says = str) -> str:
    """The question, with what it is asked about."""
    asked = questions()[answer.question].title[language]
    if not answer.about:
        return asked
    space = "\u00a0" if language == "fr" else ""
    return f"{asked}{space}: {say(answer.about)}"


def rule(answer: Answered, language: str) -> str:
    """The rule by which it is answered."""
    return questions()[answer.question].rule[language]


def asked_of(answer: Answered, language: str) -> str:
    """Of how much of the record it was asked, and when."""
    one = answer.counted
    return plain(
        language, "joint.asked", date=date(language, answer.at), provisions=str(one.provisions),
        conventions=str(one.conventions), engagements=str(one.engagements),
        agreements=str(one.agreements), sessions=str(one.sessions),
    )  # fmt: skip


def sliced(answer: A, first: int, last: int) -> A:
    """An answer with some of its rows."""
    return replace(answer, rows=rows_of(answer)[first:last])  # type: ignore[call-arg]
