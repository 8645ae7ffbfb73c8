"""A Word file as a package of parts: opened with limits, nothing outside the file is ever
fetched."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable

from lxml import etree

from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import MIB, Limits
from whimbrel.reading.xml import parse

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
AGAIN = "Open it in Word, save it again as .docx and try that file"
DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, IndexError
)  # fmt: skip
"""What `zipfile` raises on damage; RuntimeError also for versions and methods it does not know."""
FETCHED = {
    "attachedTemplate": "an attached template",
    "subDocument": "a sub-document",
    "aFChunk": "a chunk of another format (altChunk)",
    "oleObject": "an embedded or linked object",
    "frame": "a frame",
}


class Package:
    """The parts of a Word file."""

    def __init__(self, data: bytes, *, name: str, limits: Limits) -> None:
        self.name, self.limits = name, limits
        self.known: dict[str, dict[str, tuple[str, str, bool]]] = {}
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
            self.members = {info.filename: info for info in self.zip.infolist()}
        except DAMAGED as error:
            raise Unreadable(
                name,
                "the ZIP package is truncated or damaged",
                "Ask for the file again, or repair it in Word",
            ) from error
        self.guard()

    def guard(self) -> None:
        """Refuse a package that would unpack to far more than it is."""
        if len(self.zip.infolist()) > self.limits.members:
            raise self.bomb(f"it holds {len(self.zip.infolist()):,} files")
        total = 0
        for info in self.zip.infolist():
            total += info.file_size
            if info.flag_bits & 1:
                raise Unreadable(
                    self.name,
                    "the package is encrypted",
                    "Save it without a password",
                    info.filename,
                )
            large = info.file_size > 10 * MIB
            if large and info.file_size > self.limits.ratio * max(info.compress_size, 1):
                raise self.bomb(
                    f"{info.filename} unpacks to {info.file_size / MIB:,.0f} MiB "
                    f"from {info.compress_size:,} bytes"
                )
        if total > self.limits.expanded:
            raise self.bomb(f"it unpacks to {total / MIB:,.0f} MiB")

    def bomb(self, fact: str) -> Unreadable:
        """The refusal of a ZIP bomb."""
        return Unreadable(
            self.name,
            f"{fact}, more than a document needs (a ZIP bomb?)",
            "Do not open it; ask the sender for a clean copy",
        )

    def read(self, part: str) -> bytes | None:
        """The bytes of a part, None where there is none."""
        info = self.members.get(part)
        if info is None:
            return None
        try:
            with self.zip.open(info) as stream:
                data = stream.read(self.limits.expanded + 1)
        except DAMAGED as error:
            raise Unreadable(
                self.name, "this part of the package is damaged", AGAIN, part
            ) from error
        if len(data) > self.limits.expanded:
            raise self.bomb(f"{part} is larger than it says")
        return data

    def xml(
        self, part: str, *, without: Callable[[bytes], bytes] | None = None
    ) -> etree._Element | None:
        """The root of an XML part, None where there is no such part. `without` takes out what needs
        no parsing."""
        data = self.read(part)
        if data is None:
            return None
        if without is not None:
            try:
                return parse(without(data), name=self.name, place=part)
            except Unreadable:
                pass  # What was left out was not what it looked like: read it whole.
        return parse(data, name=self.name, place=part)

    def relations(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """Relations of a part: id -> (last word of the type, target, external)."""
        if part not in self.known:
            self.known[part] = self.read_relations(part)
        return self.known[part]

    def read_relations(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """The same, from the file."""
        folder, file = posixpath.split(part)
        root = self.xml(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
        if root is None:
            return {}
        found = {}
        for relation in root.iter(RELATIONS):
            kind = (relation.get("Type") or "").rsplit("/", 1)[-1]
            found[relation.get("Id") or ""] = (
                kind,
                relation.get("Target") or "",
                relation.get("TargetMode") == "External",
            )
        return found

    def main(self) -> str:
        """Path of the main document part."""
        for kind, target, external in self.relations("").values():
            if kind == "officeDocument" and not external:
                return target.lstrip("/")
        if "word/document.xml" in self.members:
            return "word/document.xml"
        raise Unreadable(
            self.name,
            "this ZIP package is no Word document",
            "Give a .docx file; unpack an archive first",
        )

    def beside(self, part: str, kind: str) -> str | None:
        """Path of the part that `part` relates to by `kind`: "numbering", "styles", "footnotes"."""
        return next(iter(self.all_beside(part, kind)), None)

    def all_beside(self, part: str, kind: str) -> list[str]:
        """Paths of all the parts that `part` relates to by `kind` ("header")."""
        folder = posixpath.join("/", posixpath.dirname(part))
        return [
            posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
            for found, target, external in self.relations(part).values()
            if found == kind and not external
        ]

    def unfetched(self, part: str) -> tuple[str, ...]:
        """A sentence for each thing that the document refers to and that is not fetched."""
        seen = dict.fromkeys(
            f"{FETCHED[kind]} was noted and not opened: {target}"
            for kind, target, _ in self.relations(part).values()
            if kind in FETCHED
        )
        linked = sum(
            kind == "image" and external for kind, _, external in self.relations(part).values()
        )
        if linked:
            seen[f"{linked} linked image(s) were noted and not fetched"] = None
        return tuple(seen)
