"""A workbook as a package: looked through before anything in it is opened. What unpacks to far more
than it is, or declares a document type, goes no further."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from whimbrel.reading.docx_package import DAMAGED
from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import MIB
from whimbrel.reading.sheet import SheetLimits
from whimbrel.reading.sheet_csv import too_many
from whimbrel.reading.xml import declares_type

AGAIN = "Open it in a spreadsheet program, save it again as .xlsx and try that file"
FORBIDDEN = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?\bref=[\"']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})")
ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*?\br=[\"'](\d{1,9})[\"']")
CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
VALUE = re.compile(rb"</(?:\w+:)?(?:v|is)>")
MERGES = 20_000
"""So many merged cells are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What was seen of the XML of one sheet before it was parsed."""

    merged: tuple[str, ...]
    """`A2:A4`: cells that are shown as one."""
    formulas: bool


def looked_through(data: bytes, *, name: str, limits: SheetLimits) -> Mapping[str, Part]:
    """The parts under `worksheets/`, by path. Unreadable for a package that is damaged, hostile or
    no workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            guard(package, name, limits)
            found = {}
            for info in package.infolist():
                if info.filename.lower().endswith((".xml", ".rels", ".vml")):
                    part = unpacked(package, info, name, limits)
                    if any(word in part for word in FORBIDDEN):
                        raise declares_type(name, info.filename)
                    if "worksheets/" in info.filename:
                        found[info.filename] = seen(part, name, info.filename, limits)
    except DAMAGED as error:
        raise Unreadable(name, "the ZIP package is truncated or damaged", AGAIN) from error
    return found


def guard(package: zipfile.ZipFile, name: str, limits: SheetLimits) -> None:
    """Refuse what is no workbook, is locked, or would unpack to far more than it is."""
    listed = package.infolist()
    names = {info.filename for info in listed}
    if "[Content_Types].xml" not in names or not any(one.startswith("xl/") for one in names):
        raise Unreadable(name, "this ZIP package is no workbook", "Save the sheet as .xlsx or .csv")
    if len(listed) > limits.members:
        raise bomb(name, f"it holds {len(listed):,} files")
    for info in listed:
        if info.flag_bits & 1:
            raise Unreadable(name, "it is encrypted", "Save it without a password", info.filename)
        large = info.file_size > 10 * MIB
        if large and info.file_size > limits.ratio * max(info.compress_size, 1):
            raise bomb(name, f"{info.filename} unpacks to {info.file_size // MIB:,} MiB")
    total = sum(info.file_size for info in listed)
    if total > limits.expanded:
        raise bomb(name, f"it unpacks to {total // MIB:,} MiB")


def unpacked(
    package: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, limits: SheetLimits
) -> bytes:
    """The bytes of a part, never more than it says."""
    with package.open(info) as stream:
        part = stream.read(limits.expanded + 1)
    if len(part) > min(limits.expanded, info.file_size):
        raise bomb(name, f"{info.filename} is larger than it says")
    return part


def seen(part: bytes, name: str, path: str, limits: SheetLimits) -> Part:
    """Count before parsing: cells, and the row of the last value."""
    cells = sum(1 for _ in CELL.finditer(part))
    last = next(reversed([match.end() for match in VALUE.finditer(part)]), 0)
    row = max((int(match[1]) for match in ROW.finditer(part, 0, last)), default=0)
    if row > limits.rows:
        raise too_many(name, f"it has a value in row {row:,}", path)
    if cells > limits.cells * 2:
        # Half of them may be empty cells that only have a colour.
        raise too_many(name, f"it has {cells:,} cells", path)
    merged = tuple(
        match[1].decode() for _, match in zip(range(MERGES), MERGED.finditer(part), strict=False)
    )
    return Part(merged=merged, formulas=FORMULA.search(part) is not None)


def bomb(name: str, fact: str) -> Unreadable:
    """The refusal of a ZIP bomb."""
    return Unreadable(
        name,
        f"{fact}, more than a list needs (a ZIP bomb?)",
        "Do not open it; ask the sender for a clean copy",
    )
