"""Form: the files that Whimbrel writes a Document to and reads back without loss."""

from enum import StrEnum

VERSION = 1
"""The version of all written forms. A reader refuses a later one."""

AKN_MARK = "urn:whimbrel:akn"
"""The XML namespace of what Akoma Ntoso has no place for; its presence says that Whimbrel wrote the
file."""

DEEPEST = 60
"""Nodes inside nodes that are read back; deeper is no document but an attack."""


class Form(StrEnum):
    """What a Document can be written to, by the names the command line uses."""

    JSON = "json"
    AKN = "akn"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "text"
    """Words and structure only: marks and links are left out."""
    DOCX = "docx"
    PDF = "pdf"
    """Printed pages: they are read back as any other PDF."""


BINARY = frozenset((Form.DOCX, Form.PDF))
"""Forms that are no text."""
