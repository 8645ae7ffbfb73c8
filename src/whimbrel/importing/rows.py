"""Rows of a file of others, one at a time: read strictly, refused with place, cause and remedy.

A file is bytes of a size that is bounded; its rows are read one after the other and not kept.
"""

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from whimbrel.reading.encoding import decoded
from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import MIB, Clock
from whimbrel.reading.sheet_csv import parted

SIZE = 100 * MIB
ROWS = 1_000_000
LETTERS = 200_000
"""Characters of one cell; lists of synonyms are long."""
SECONDS = 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: its number as a spreadsheet counts it, the head being 1, and its cells."""

    number: int
    cells: Mapping[str, str]
    """Name of the column, folded -> value without blanks around it."""

    def get(self, *names: str) -> str:
        """The value of the first of these columns that there is; empty where none is."""
        for name in names:
            if self.cells.get(name):
                return self.cells[name]
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file whose head was read and found to be a table."""

    name: str
    text: str
    mark: str
    """What parts its cells."""
    head: tuple[str, ...]
    """The columns, folded."""
    sha256: str
    remarks: tuple[str, ...] = ()

    def rows(self) -> Iterator[Row]:
        """Every row that is not empty. Unreadable where cells cannot be told apart."""
        clock = Clock(self.name, SECONDS)
        reader = csv.reader(io.StringIO(self.text, newline=""), delimiter=self.mark, strict=True)
        csv.field_size_limit(LETTERS)
        try:
            next(reader)
            for number, record in enumerate(reader, start=2):
                if number % 2000 == 0:
                    clock.check(f"row {number}")
                if number > ROWS:
                    raise refused(self.name, f"it has more than {ROWS:,} rows", "Split it")
                if any(record):
                    yield self.row(number, record)
        except csv.Error as error:
            raise refused(
                self.name, f"its cells cannot be told apart: {error}", "Export it again as CSV",
                f"line {reader.line_num}",
            ) from error  # fmt: skip

    def row(self, number: int, record: list[str]) -> Row:
        """One record under the head. A record that is too wide says so in the column `#wide`."""
        cells = {
            name: " ".join(value.split()) if "\n" not in value else value.strip()
            for name, value in zip(self.head, record, strict=False)
        }
        if any(value.strip() for value in record[len(self.head) :]):
            cells["#wide"] = str(len(record))
        elif len(record) < len(self.head):
            cells["#short"] = str(len(record))
        return Row(number=number, cells=cells)


def opened(path: Path) -> File:
    """A file as a table. Unreadable where it is none: a web page saved as CSV, a workbook, a file
    that is cut off inside a letter, a head that names a column twice."""
    data = raw(path)
    text, other = decoded(data, name=path.name)
    start = text.lstrip()[:200].lower()
    if start.startswith(("<!doctype", "<html", "<?xml", "<head")):
        raise refused(
            path.name, "it is a web page and no table: the download went wrong",
            "Fetch the file again and open it once before you bring it in",
        )  # fmt: skip
    if "\x00" in text[:4000]:
        raise refused(path.name, "it is no text", "Save it as CSV UTF-8")
    if not start:
        raise refused(path.name, "it is empty", "Fetch it again")
    text, mark = parted(text)
    csv.field_size_limit(LETTERS)
    try:
        head = next(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except (csv.Error, StopIteration) as error:
        raise refused(path.name, "it has no head", "Export it again as CSV") from error
    names = tuple(folded_head(name) for name in head)
    while names and not names[-1]:
        names = names[:-1]
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise refused(
            path.name, f"its head names a column twice: {', '.join(twice)}",
            "Name each column once", "row 1",
        )  # fmt: skip
    remarks = (f"read as {other}, for it is not UTF-8",) if other else ()
    return File(
        name=path.name, text=text, mark=mark, head=names, remarks=remarks,
        sha256=hashlib.sha256(data).hexdigest(),
    )  # fmt: skip


def raw(path: Path, most: int = SIZE) -> bytes:
    """The bytes of a file. Unreadable where there are too many, or none can be had."""
    try:
        if path.stat().st_size > most:
            raise refused(path.name, f"it is larger than {most // MIB} MiB", "Split it")
        data = path.read_bytes()
    except OSError as error:
        raise refused(
            path.name, f"it cannot be read ({error.strerror or error})", "Check its place and name"
        ) from error
    if data.startswith(b"PK\x03\x04"):
        raise refused(
            path.name, "it is a workbook or an archive and no CSV file",
            "Save the sheet as CSV UTF-8",
        )  # fmt: skip
    return data


def wants(file: File, *columns: str) -> None:
    """Unreadable where the head lacks one of the columns ("a/b" is either)."""
    lacking = [name for name in columns if not any(one in file.head for one in name.split("/"))]
    if lacking:
        raise refused(
            file.name, f"its head lacks {', '.join(lacking)}; it has {', '.join(file.head[:12])}",
            "Export it again with these columns, or name the kind of file", "row 1",
        )  # fmt: skip


def folded_head(name: str) -> str:
    """The name of a column: lower case, blanks as underscores."""
    return "_".join(name.replace("\ufeff", "").strip().strip('"').lower().split())


def refused(name: str, cause: str, remedy: str, place: str = "") -> Unreadable:
    """The refusal of a whole file: nothing of it is taken."""
    return Unreadable(name, cause, remedy, place)
