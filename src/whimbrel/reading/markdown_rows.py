"""Rows of Markdown as converters leave it: what each row is before paragraphs cut by page breaks
are healed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from whimbrel.document.runs import squeeze

HASHES = re.compile(r"^#{1,6}\s+(?P<words>.*?)\s*#*$")
MARK = re.compile(r"^(?P<indent>[ \t]*)(?:[-*+]|(?P<bullet>[•●▪◦‣]))\s+(?P<words>\S.*)$")
NOTE = re.compile(
    r"^(?:\[\^(?P<caret>[^\]\s]{1,20})\]:|<sup>\s*\[?(?P<sup>[\w*†‡§]{1,5})\]?\s*</sup>)\s*(?P<words>\S.*)$"
)
GLUED_NOTE = re.compile(r"^(?P<marker>\d{1,3})\s+(?P<words>[A-ZÀ-ÖØ-Þ“\"«*\[].*)$")
PAGE = re.compile(
    r"^(?:page\s+|página\s+)?(?:\d{2}-\d{5}(?:\s?\([A-Z]\))?\s+)?(?:[-–—]\s*)?\d{1,4}(?:\s*(?:/|of|de|sur)\s*\d{1,4})?(?:\s*[-–—])?(?:\s+\d{2}-\d{5}(?:\s?\([A-Z]\))?)?$|^(?:GE\.)?\d{2}-\d{5}(?:\s?\([A-Z]\))?$",
    re.IGNORECASE,
)
SYMBOL = re.compile(r"^[A-Z][A-Za-z]{0,9}(?:/[\w.()-]+)+(?:\s?\(\d{4}\))?$")
DIVIDER = re.compile(r"^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$")
RULE = re.compile(r"^\s*(?:[-_*]\s*){3,}$")
BOLD = re.compile(r"^\*\*(?P<words>(?:(?!\*\*).)+)\*\*:?$", re.DOTALL)
FULL = 45
"""Characters of a row that was wrapped, at the least: a shorter one ended on purpose."""
SKIPPED = 2
"""How many footnotes in a row a converter may have lost before the next that it kept."""
WHOLE_FRONT = re.compile(r"\A---\n(?:.*\n)*?(?:---|\.\.\.)\n")


class RowKind(StrEnum):
    """What a row is."""

    TEXT = "text"
    HEADING = "heading"
    NOTE = "note"
    FURNITURE = "furniture"
    TABLE = "table"


@dataclass(slots=True)
class Row:
    """A row, or several that are one paragraph."""

    kind: RowKind
    text: str
    number: int
    mark: bool = False
    indent: int = 0
    level: int | None = None
    bold: bool = False
    marker: str = ""


def rows_of(text: str) -> list[Row]:
    """Every row of a Markdown text, furniture and footnotes told apart."""
    lines = WHOLE_FRONT.sub(lambda front: "\n" * front.group().count("\n"), text, count=1).split(
        "\n"
    )
    symbol = first_symbol(lines)
    found: list[Row] = []
    expected = 1
    for number, line in logical(lines):
        row = row_of(line, number, symbol if len(found) > 4 else None)
        if row is None:
            continue
        glued = GLUED_NOTE.match(row.text) if row.kind is RowKind.TEXT and not row.mark else None
        if glued and expected <= int(glued["marker"]) <= expected + SKIPPED and len(found) > 4:
            row = Row(kind=RowKind.NOTE, text=glued["words"], number=number, marker=glued["marker"])
        if row.kind is RowKind.NOTE and row.marker.isdecimal():
            expected = int(row.marker) + 1
        found.append(row)
    return found


def first_symbol(lines: Sequence[str]) -> str | None:
    """The document's symbol: later it is a running header."""
    return next(
        (squeeze(line) for line in lines[:40] if SYMBOL.match(squeeze(line).strip("*"))), None
    )


def logical(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Rows with their number: soft-wrapped rows joined, a bold masthead broken over rows too."""
    wrapped = is_wrapped(lines)
    held, first, last = "", 0, 0
    for number, line in enumerate([*lines, ""], start=1):
        open_bold = held.startswith("**") and held.count("**") % 2 == 1
        goes_on = (
            held
            and line.strip()
            and (open_bold or (wrapped and last >= FULL and not opens(line) and not closed(held)))
        )
        if goes_on:
            held, last = f"{held} {line.strip()}", len(line.strip())
            continue
        if held:
            yield first, held
        held, first = (line, number) if line.strip() else ("", number)
        last = len(line.strip())


def is_wrapped(lines: Sequence[str]) -> bool:
    """True where paragraphs are broken into rows of one width."""
    filled = [len(line) for line in lines if line.strip()]
    if not filled or max(filled) > 160:
        return False
    return sum(length > 55 for length in filled) > len(filled) / 3


def opens(line: str) -> bool:
    """A row that begins something of its own."""
    text = line.strip()
    own = (
        HASHES.match(text)
        or MARK.match(line)
        or NOTE.match(text)
        or text.startswith("|")
        or RULE.match(text)
    )
    return bool(own or re.match(r"(?:\(?[a-z\d]{1,4}\)|\d{1,3}\.)\s", text))


def closed(held: str) -> bool:
    """A row that nothing can go on from."""
    return bool(HASHES.match(held.strip()) or held.strip().startswith("|") or RULE.match(held))


def row_of(line: str, number: int, symbol: str | None) -> Row | None:
    """One row; None for what only rules a line."""
    text = line.strip()
    plain = squeeze(text)
    if RULE.match(text) or not plain:
        return None
    if text.startswith("|") and text.endswith("|") and len(text) > 1:
        return None if DIVIDER.match(text) else Row(kind=RowKind.TABLE, text=text, number=number)
    if PAGE.match(plain) or (symbol and plain.strip("*#_ ") == symbol.strip("*")):
        return Row(kind=RowKind.FURNITURE, text=plain, number=number)
    note = NOTE.match(text)
    if note:
        return Row(
            kind=RowKind.NOTE,
            text=note["words"],
            number=number,
            marker=note["caret"] or note["sup"],
        )
    hashes = HASHES.match(text)
    if hashes:
        level = len(text) - len(text.lstrip("#"))
        return Row(kind=RowKind.HEADING, text=hashes["words"], number=number, level=level)
    mark = MARK.match(line)
    if mark and not BOLD.match(text):
        indent = len(mark["indent"].expandtabs(4))
        return Row(kind=RowKind.TEXT, text=mark["words"], number=number, mark=True, indent=indent)
    indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
    return Row(
        kind=RowKind.TEXT, text=text, number=number, indent=indent, bold=bool(BOLD.match(text))
    )
