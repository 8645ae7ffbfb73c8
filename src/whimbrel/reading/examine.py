"""Examine a file: find out what it is, read it within limits, and say what was left out."""

from dataclasses import dataclass
from pathlib import Path

from whimbrel.document import Document
from whimbrel.document.normal import normal
from whimbrel.reading.encoding import decoded
from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import MIB, Clock, Limits
from whimbrel.reading.line import Lines
from whimbrel.reading.sniff import Format, disagrees, format_of, text_format
from whimbrel.reading.structure import structured
from whimbrel.reading.written import read_written, written_by_us
from whimbrel.reading.written_checks import BROKEN

NOTHING = "no words were found in it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A Document, what its file was, and a sentence for each thing that was left out or not
    understood."""

    document: Document
    format: Format
    remarks: tuple[str, ...] = ()


def read(path: str | Path, *, limits: Limits | None = None, original: bool = False) -> Document:
    """The Document of a file. Unreadable where none can be made of it; see `examine` for what was
    left out."""
    return examine(path, limits=limits, original=original).document


def examine(path: str | Path, *, limits: Limits | None = None, original: bool = False) -> Reading:
    """Read a file. `original`: a Word file as it was before its tracked changes.

    Unreadable names the file, the place, the cause and what to do.
    """
    limits = limits or Limits()
    return examine_bytes(
        content(Path(path), limits), name=str(path), limits=limits, original=original
    )


def content(path: Path, limits: Limits) -> bytes:
    """The bytes of a file, if it is one and not too large."""
    try:
        if path.is_dir():
            raise Unreadable(
                path,
                "it is a folder",
                "Name a file in it, or give the folder to `whimbrel read` with -o",
            )
        if path.stat().st_size > limits.size:
            raise too_large(path, limits)
        with path.open("rb") as stream:
            data = stream.read(limits.size + 1)
    except FileNotFoundError as error:
        raise Unreadable(path, "there is no such file", "Check the name and the folder") from error
    except OSError as error:
        raise Unreadable(
            path, f"it cannot be opened ({error.strerror or error})", "Check that you may read it"
        ) from error
    if len(data) > limits.size:
        raise too_large(path, limits)
    return data


def too_large(path: Path, limits: Limits) -> Unreadable:
    """The refusal of a file over the bound."""
    return Unreadable(
        path, f"it is larger than {limits.size // MIB} MiB", "Split it, or take pictures out"
    )


def examine_bytes(
    data: bytes, *, name: str, limits: Limits | None = None, original: bool = False
) -> Reading:
    """Read the bytes of a file. Errors name it by `name`; nothing outside the bytes is fetched."""
    limits = limits or Limits()
    clock = Clock(name, limits.seconds)
    format_ = format_of(data, name=name)
    if format_ not in (Format.DOCX, Format.PDF):
        return from_text(data, format_, name, limits, clock)
    if format_ is Format.DOCX:
        return from_word(data, name, limits, clock, original)
    from whimbrel.reading.pdf import read_pdf

    return reading(read_pdf(data, name=name, limits=limits, clock=clock), format_, name, clock)


def from_word(data: bytes, name: str, limits: Limits, clock: Clock, original: bool) -> Reading:
    """A Word file. One that Whimbrel wrote is read strictly, as long as it still is one."""
    from whimbrel.reading.docx import read_docx
    from whimbrel.reading.docx_package import Package
    from whimbrel.reading.written_docx import document_of, version_of

    package = Package(data, name=name, limits=limits)
    remarks: tuple[str, ...] = ()
    if version_of(package) is not None:
        try:
            document = document_of(package, clock, original=original)
            odd = disagrees(name, Format.DOCX)
            return Reading(document=document, format=Format.DOCX, remarks=(odd,) if odd else ())
        except BROKEN as error:
            remarks = (f"Whimbrel wrote it, but {error}: it was read as any other Word file",)
    found = read_docx(data, name=name, limits=limits, clock=clock, original=original)
    return reading(found, Format.DOCX, name, clock, remarks)


def from_text(data: bytes, format_: Format, name: str, limits: Limits, clock: Clock) -> Reading:
    """A file that is all text: our own forms strictly, Akoma Ntoso, HTML, Markdown or plain
    text."""
    if len(data) > limits.text:
        raise Unreadable(
            name,
            f"it is {len(data) / MIB:,.0f} MiB of text, "
            f"more than the {limits.text // MIB} MiB that are read",
            "Split it into its documents",
        )
    if written_by_us(data[:HEAD]):
        return Reading(
            document=read_written(data, name=name, clock=clock), format=own_format(data, format_)
        )
    if format_ is Format.AKN:
        from whimbrel.reading.akoma import read_akoma

        return checked(
            Reading(document=normal(read_akoma(data, name=name, clock=clock)), format=format_), name
        )
    if format_ is Format.JSON:
        raise Unreadable(
            name,
            "it is JSON that Whimbrel did not write",
            "Give the document itself, or the file that `whimbrel read --to json` made",
        )
    text, encoding = decoded(data, name=name)
    if any(char < " " and char not in "\t\n\r\f\x0b" for char in text[:HEAD]):
        raise Unreadable(
            name,
            "it is no text and no format that is read (binary data)",
            "Give the document as Word (.docx), PDF with text, HTML, Markdown or text",
        )
    format_ = text_format(text)
    found = READERS[format_](text, name, clock)
    remarks = (f"decoded as {encoding}, not UTF-8",) if encoding else ()
    return reading(found, format_, name, clock, remarks)


HEAD = 4096


def own_format(data: bytes, format_: Format) -> Format:
    """The format of a file that we wrote."""
    form = written_by_us(data[:HEAD])
    return {
        "md": Format.MARKDOWN,
        "text": Format.TEXT,
        "html": Format.HTML,
        "json": Format.JSON,
        "akn": Format.AKN,
    }.get(str(form), format_)


def reading(
    found: Lines, format_: Format, name: str, clock: Clock, remarks: tuple[str, ...] = ()
) -> Reading:
    """Lines as a Reading, with every remark."""
    clock.check("structure")
    document = structured(found)
    odd = disagrees(name, format_)
    return checked(
        Reading(
            document=document,
            format=format_,
            remarks=(*((odd,) if odd else ()), *remarks, *found.remarks),
        ),
        name,
    )


def checked(found: Reading, name: str) -> Reading:
    """A Reading that holds words."""
    document = found.document
    if not (document.nodes or document.summary or document.masthead.lines):
        raise Unreadable(
            name,
            NOTHING,
            "Check that it is the right file; a scan needs text recognition (OCR) first",
        )
    return found


def plain(text: str, name: str, clock: Clock) -> Lines:
    """Plain text."""
    from whimbrel.reading.plain import read_plain

    return read_plain(text, name=name, clock=clock)


def markdown(text: str, name: str, clock: Clock) -> Lines:
    """Markdown."""
    from whimbrel.reading.markdown import read_markdown

    return read_markdown(text, name=name, clock=clock)


def html(text: str, name: str, clock: Clock) -> Lines:
    """A web page."""
    from whimbrel.reading.html import read_html

    return read_html(text, name=name, clock=clock)


READERS = {Format.TEXT: plain, Format.MARKDOWN: markdown, Format.HTML: html}
