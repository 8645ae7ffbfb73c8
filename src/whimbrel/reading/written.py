"""What Whimbrel wrote: known by its first lines, read strictly, given back without loss.

A file that says Whimbrel wrote it and does not keep to the written form was changed by other hands.
It is refused with the place, because guessing would make a wrong Document that looks right.
"""

import re
from collections.abc import Callable

from whimbrel.document import Document
from whimbrel.document.form import AKN_MARK, Form
from whimbrel.document.normal import normal
from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import Clock
from whimbrel.reading.written_checks import BROKEN, changed

Reader = Callable[..., Document]

FRONT = re.compile(
    rb"(?:\xef\xbb\xbf)?---\r?\nwhimbrel: \d+\r?\nform: (?P<form>markdown|text)\r?\n"
)
JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"whimbrel"\s*:\s*\{\s*"version"')
HTML = re.compile(rb'<meta name="generator" content="Whimbrel \d+"')
HEAD = 4096
"""Bytes that tell."""


def written_by_us(head: bytes) -> Form | None:
    """The form, where the first bytes of a file say that Whimbrel wrote it."""
    head = head[:HEAD]
    if front := FRONT.match(head):
        return Form.MARKDOWN if front["form"] == b"markdown" else Form.TEXT
    if JSON.match(head):
        return Form.JSON
    if f'"{AKN_MARK}"'.encode() in head and b"akomaNtoso" in head:
        return Form.AKN
    return Form.HTML if HTML.search(head) else None


def read_written(data: bytes, *, name: str, clock: Clock | None = None) -> Document:
    """The Document of a file that Whimbrel wrote. Unreadable where it is none, or was changed so
    that it is none."""
    form = written_by_us(data)
    if form is None:
        raise Unreadable(name, "Whimbrel did not write it", "Read it as a document from others")
    if form is Form.AKN:
        # Akoma Ntoso comes from others too; its reader tells the two apart.
        from whimbrel.reading.akoma import read_akoma

        return read_akoma(data, name=name, clock=clock)
    try:
        return normal(reader(form)(text_of(data), clock))
    except UnicodeDecodeError as error:
        raise changed(name, f"byte {error.start} is not UTF-8") from error
    except BROKEN as error:
        raise changed(name, str(error)) from error


def reader(form: Form) -> Reader:
    """The function that reads a form. Imported late: one file needs one of them."""
    if form is Form.JSON:
        from whimbrel.reading.written_json import document_of as of_json

        return of_json
    if form is Form.HTML:
        from whimbrel.reading.written_html import document_of as of_html

        return of_html
    if form is Form.MARKDOWN:
        from whimbrel.reading.written_markdown import document_of as of_markdown

        return of_markdown
    from whimbrel.reading.written_text import document_of as of_text

    return of_text


def text_of(data: bytes) -> str:
    """UTF-8 with any line ends."""
    return data.decode("utf-8-sig").replace("\r\n", "\n")
