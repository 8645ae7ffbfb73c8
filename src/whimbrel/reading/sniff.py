"""Sniff: what a file is, by its content; its name is only compared, and a difference is
remarked."""

import re
from enum import StrEnum
from pathlib import PurePath

from whimbrel.reading.errors import Unreadable

HEAD = 4096


class Format(StrEnum):
    """The formats that are read."""

    DOCX = "docx"
    PDF = "pdf"
    AKN = "akn"
    JSON = "json"
    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


NAMES = {
    ".docx": Format.DOCX,
    ".docm": Format.DOCX,
    ".dotx": Format.DOCX,
    ".pdf": Format.PDF,
    ".xml": Format.AKN,
    ".akn": Format.AKN,
    ".json": Format.JSON,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
}
READABLE = frozenset(NAMES)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PROTECTED = "EncryptedPackage".encode("utf-16-le")
OTHERS = (
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"%!PS", "a PostScript file"),
)
TAGS = re.compile(
    r"<(?:!doctype html|html|head|body|h[1-6]|p|div|table|article|section|span)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
MARKS = re.compile(
    r"""
    ^ (?: [#]{1,6} [ \t]+ \S                    # heading
        | [ \t]* [-*+] [ \t]+ \S                # item
        | [ \t]* \| .* \| [ \t]* $              # row of a table
        | \[\^ [^\]\n]{1,50} \]:                # footnote
        | > [ \t] )                             # quotation
    | \*\* [^*\n]+ \*\*                         # bold
    | \]\( [^)\s]{0,500} \)                     # link
    | (?<![\w*]) \* [^*\s] [^*\n]* \*           # italics
    | <sup>
    """,
    re.MULTILINE | re.VERBOSE,
)


def format_of(data: bytes, *, name: str) -> Format:
    """What the bytes are. Unreadable for what no reader knows, with what to do instead."""
    if not data.strip(b"\x00 \t\r\n"):
        raise Unreadable(name, "the file is empty", "Check that it was saved and copied whole")
    head = data[:HEAD]
    if head.startswith(b"PK"):
        return Format.DOCX
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(OLE):
        raise compound(data, name)
    for magic, words in OTHERS:
        if head.startswith(magic):
            raise Unreadable(
                name,
                f"it is {words}, which is not read",
                "Give the document as Word (.docx), PDF with text, HTML, Markdown or text",
            )
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] == b"<" and (
        b"akomaNtoso" in head or (start.startswith(b"<?xml") and b"<html" not in head.lower())
    ):
        return Format.AKN
    return Format.JSON if start[:1] == b"{" and b'"' in start[:64] else Format.TEXT


def compound(data: bytes, name: str) -> Unreadable:
    """The refusal of an OLE file: a Word file under a password, or one of the old format."""
    if PROTECTED in data[: 4 * 1024 * 1024]:
        return Unreadable(
            name,
            "the Word file is protected by a password",
            "Open it in Word, remove the password (File, Info, Protect) and save it again",
        )
    return Unreadable(
        name,
        "it is a file of the old Word format (.doc) or another old Office format",
        "Open it in Word and save it as .docx",
    )


def text_format(text: str) -> Format:
    """HTML, Markdown or plain text, by what marks it has."""
    if len(TAGS.findall(text[:200_000])) >= 3 and re.search(
        r"</(?:p|div|body|span|li|td|h[1-6])>", text, re.IGNORECASE
    ):
        return Format.HTML
    tabbed = len(re.findall(r"^\t+(?:\(?\w{1,4}[.)]\t)?\S", text[:200_000], re.MULTILINE))
    if tabbed > 5 and tabbed > len(MARKS.findall(text[:200_000])):
        return Format.TEXT
    return Format.MARKDOWN if MARKS.search(text[:200_000]) else Format.TEXT


def disagrees(name: str, found: Format) -> str | None:
    """A remark where the name of a file says another format than its content."""
    said = NAMES.get(PurePath(name).suffix.lower())
    plain = {Format.MARKDOWN, Format.TEXT}
    if said is None or said is found or {said, found} <= plain:
        return None
    return f"the name says {said}, the content is {found}: it was read as {found}"
