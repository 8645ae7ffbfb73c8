"""Read the form of a contribution report that came back: its tables by their labels, in whichever
of the three languages. What cannot be read is told, and nothing is guessed."""

import re
from dataclasses import dataclass
from functools import cache

from whimbrel.admission.contribution import Question, heads, kinds, questions
from whimbrel.document import Document, Kind, walk

LANGUAGES = ("en", "fr", "es")
DAY = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One contribution as it was written: values in the words of who wrote them."""

    number: int
    values: dict[str, str]
    """Key of a question -> answer; only what was answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Something in the form that could not be read."""

    where: str
    """The table it stands in, as its head says."""
    words: str
    why: str
    """`no question of the form`, `no kind of contribution`, `no date`, `outside the tables`,
    `answered twice`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """What stood in a form."""

    report: dict[str, str]
    lines: tuple[Answered, ...]
    unread: tuple[Unread, ...]
    known: bool
    """Any table of the form was found in it."""


def returned(document: Document) -> Returned:
    """Read a form."""
    report: dict[str, str] = {}
    lines: list[Answered] = []
    unread: list[Unread] = []
    known = False
    for placed in walk(document):
        node = placed.node
        if node.kind is not Kind.TABLE:
            continue
        head = node.rows[0][0] if node.rows and node.rows[0] else ""
        part = part_of(head)
        if part is None:
            told = " · ".join(cell for row in node.rows for cell in row if cell)
            unread.append(Unread(where=head, words=told, why="no table of the form"))
            continue
        known = True
        values, left = answers(node.rows[1:], head, part)
        unread += left
        if part == "report":
            report |= values
        elif values:
            lines.append(Answered(number=len(lines) + 1, values=values))
    return Returned(report=report, lines=tuple(lines), unread=tuple(unread), known=known)


def part_of(head: str) -> str | None:
    """Which part of the form a table is, by the head of its first column; None for another."""
    plain = same(head)
    words = heads()
    if plain in {same(words["report"].named(one)) for one in LANGUAGES}:
        return "report"
    for one in LANGUAGES:
        stem = same(words["contribution"].named(one).replace("{number}", ""))
        if plain.startswith(stem):
            return "contribution"
    return None


def answers(
    rows: tuple[tuple[str, ...], ...], head: str, part: str
) -> tuple[dict[str, str], list[Unread]]:
    """The answers of a table, and what could not be read. What is still the hint is no answer."""
    values: dict[str, str] = {}
    unread: list[Unread] = []
    for row in rows:
        label, written = row[0], " ".join(filter(None, (cell.strip() for cell in row[1:])))
        question = labelled().get((part, same(label)))
        if question is None:
            if written or label.strip():
                told = f"{label}: {written}"
                unread.append(Unread(where=head, words=told, why="no question of the form"))
            continue
        if not written or same(written) in hints(question):
            continue
        if question.key in values:
            unread.append(Unread(where=head, words=f"{label}: {written}", why="answered twice"))
            continue
        value, why = understood(question, written)
        if why:
            unread.append(Unread(where=head, words=f"{label}: {written}", why=why))
            continue
        values[question.key] = value
    return values, unread


@cache
def labelled() -> dict[tuple[str, str], Question]:
    """(part, label as it is compared) -> question."""
    return {(one.part, same(one.label(each))): one for one in questions() for each in LANGUAGES}


def hints(question: Question) -> frozenset[str]:
    """What stood in the place of the answer, as it is compared."""
    return frozenset(same(question.hint(one)) for one in LANGUAGES)


def understood(question: Question, written: str) -> tuple[str, str]:
    """(value, why it could not be read)."""
    if question.key == "kind":
        known = {same(one.named(each)): key for key, one in kinds().items() for each in LANGUAGES}
        known |= {key: key for key in kinds()}
        found = known.get(same(written), "")
        return found, "" if found else "no kind of contribution"
    if question.key in ("since", "until") and not DAY.fullmatch(written.strip()):
        return "", "no date"
    return written, ""


def same(words: str) -> str:
    """Words as they are compared: in small letters, without spaces of other sorts and marks around
    them."""
    return " ".join(words.casefold().replace("\u00a0", " ").split()).strip(" :.*")
