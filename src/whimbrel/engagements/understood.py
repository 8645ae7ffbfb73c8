"""A file, read and understood: what the record keeps of it. Made before the record is locked, for
reading takes time, and without Django, so that a process of its own can do it within limits."""

from dataclasses import dataclass
from pathlib import Path, PurePath

from whimbrel.document import Document
from whimbrel.engagements.extract import extract
from whimbrel.engagements.rows import Row, facts_of
from whimbrel.reading.examine import Reading, content, examine_bytes
from whimbrel.reading.limits import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """The bytes of a file, its document and its rows."""

    name: str
    data: bytes
    examined: Reading
    rows: Row

    @property
    def tree(self) -> Document:
        """The document."""
        return self.examined.document

    @property
    def symbol(self) -> str:
        """What it goes by: its symbol, or the name of its file."""
        return symbol_of(self.tree, self.name)


def symbol_of(document: Document, name: str) -> str:
    """The symbol of a document; the name of its file where it has none."""
    return document.masthead.symbol or PurePath(name).name


def understand(data: bytes, *, name: str) -> Understood:
    """Read the bytes of a file and what they tell. Unreadable where no document can be made of
    them."""
    examined = examine_bytes(data, name=name)
    rows = facts_of(extract(examined.document), source=symbol_of(examined.document, name))
    return Understood(name=PurePath(name).name, data=data, examined=examined, rows=rows)


def understand_file(path: str) -> Understood:
    """The same of a file."""
    return understand(content(Path(path), Limits()), name=path)
