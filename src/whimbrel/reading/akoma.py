"""Akoma Ntoso -> Document: what Whimbrel wrote strictly, what others wrote by a few rules.

Akoma Ntoso of the United Nations marks paragraphs, points and footnotes well, but leaves headings
flat between the paragraphs they head. So all is first laid flat with a rank for every heading, and
`akoma_outline` raises the tree.
"""

from lxml import etree

from whimbrel.document import Document
from whimbrel.document.akn_read import document_of, written
from whimbrel.document.akn_read import name as local
from whimbrel.document.normal import normal, note_keys, renamed, with_runs
from whimbrel.reading.akoma_masthead import masthead_of
from whimbrel.reading.akoma_outline import raised
from whimbrel.reading.akoma_parts import Parts
from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import Clock
from whimbrel.reading.written_checks import BROKEN, changed, known_version
from whimbrel.reading.xml import parse


def read_akoma(data: bytes, *, name: str, clock: Clock | None = None) -> Document:
    """The Document of an Akoma Ntoso file. Unreadable where it is broken or dangerous."""
    root = parse(data, name=name)
    if local(root) != "akomaNtoso":
        raise Unreadable(
            name, f"it is XML, but not Akoma Ntoso: its root is <{local(root)}>", "Convert it first"
        )
    mark = written(root)
    try:
        if mark is None:
            return from_others(root, clock)
        known_version(int(mark.get("version", "0")))
        return normal(document_of(root))
    except BROKEN as error:
        if mark is not None:
            raise changed(name, str(error)) from error
        raise Unreadable(
            name,
            f"its structure cannot be read: {error}",
            "Check it against the schema of Akoma Ntoso",
        ) from error


def from_others(root: etree._Element, clock: Clock | None) -> Document:
    """The Document of Akoma Ntoso that others wrote."""
    parts = Parts(clock)
    nodes = raised(parts.pieces(root))
    document = Document(masthead=masthead_of(root), nodes=nodes, notes=tuple(parts.words.notes))
    # Until all is read, a footnote is called by its number; its key follows from its address.
    names = {str(number): key for number, key in enumerate(note_keys(document))}
    return normal(with_runs(document, lambda runs: tuple(renamed(run, names) for run in runs)))
