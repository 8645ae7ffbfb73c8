"""A tiny builder of Word files: zipfile and strings, so that a test shows the very XML it is about.

>>> printed(word(p("Requests Parties to reply;", number=(1, 0)), numbering=lists(level(0, "%1."))))
["1. Requests Parties to reply;"]
"""

import io
import zipfile
from collections.abc import Mapping
from html import escape

from whimbrel.document import Document
from whimbrel.reading import examine_bytes
from whimbrel.reading.docx import read_docx
from whimbrel.reading.limits import Clock, Limits
from whimbrel.reading.line import Line, Lines

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
PARTS = {
    "numbering": "numbering",
    "styles": "styles",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
}


def word(
    *blocks: str,
    numbering: str = "",
    styles: str = "",
    footnotes: str = "",
    endnotes: str = "",
    relations: str = "",
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A Word file of paragraphs and tables; `parts` adds or replaces whole files of the package."""
    inner = {
        "numbering": numbering,
        "styles": styles,
        "footnotes": footnotes,
        "endnotes": endnotes,
    }
    files: dict[str, str | bytes] = {
        "_rels/.rels": relationships(relation("main", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{''.join(blocks)}</w:body>"),
    }
    own = ""
    for name, xml in inner.items():
        if xml:
            files[f"word/{name}.xml"] = part(PARTS[name], xml)
            own += relation(f"own-{name}", name, f"{name}.xml")
    files["word/_rels/document.xml.rels"] = relationships(own + relations)
    return zipped({**files, **(parts or {})})


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of named files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return out.getvalue()


def part(name: str, xml: str) -> str:
    """A part of the package: its root element with the name spaces."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {SPACES}>{xml}</w:{name}>'


def relation(key: str, kind: str, target: str, *, external: bool = False) -> str:
    """A relation of the document: `relation("r1", "hyperlink", "https://...", external=True)`."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{escape(target)}"{mode}/>'


def relationships(inner: str) -> str:
    """A .rels file."""
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def p(
    *words: str,
    style: str | None = None,
    number: tuple[int, int] | None = None,
    properties: str = "",
    mark: str = "",
) -> str:
    """A paragraph. Words that are no XML become a run; `number` is (numId, level); `mark` is what
    the w:rPr of its mark holds."""
    about = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        num, at = number
        about += f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{num}"/></w:numPr>'
    about += f"<w:rPr>{mark}</w:rPr>" if mark else ""
    inner = "".join(each if each.startswith("<") else r(each) for each in words)
    return f"<w:p><w:pPr>{about}{properties}</w:pPr>{inner}</w:p>"


def r(text: str = "", dress: str = "", *, inner: str = "") -> str:
    """A run: words and what its w:rPr holds (`"<w:i/>"`), or other things inside."""
    marks = f"<w:rPr>{dress}</w:rPr>" if dress else ""
    words = f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""
    return f"<w:r>{marks}{words}{inner}</w:r>"


def ins(*runs: str) -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="1" w:author="Someone">{"".join(runs)}</w:ins>'


def gone(text: str, *, tag: str = "del") -> str:
    """Words under a tracked deletion."""
    words = f'<w:delText xml:space="preserve">{escape(text)}</w:delText>'
    return f'<w:{tag} w:id="2"><w:r>{words}</w:r></w:{tag}>'


def table(*rows: tuple[str, ...]) -> str:
    """A table; a cell is one paragraph of plain words, or XML as given."""
    cells = [[cell if cell.startswith("<") else p(cell) for cell in row] for row in rows]
    lines = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in cells)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def box(*blocks: str) -> str:
    """A text box as Word writes it: once as a drawing, once more for old programs."""
    inner = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    return (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"<wps:txbx>{inner}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )


def field(instruction: str, *result: str) -> str:
    """A complex field: instruction and result."""
    marks = [
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    ]
    asked = f'<w:r><w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
    return f"{marks[0]}{asked}{marks[1]}{''.join(result)}{marks[2]}"


def level(
    at: int, text: str = "%1.", form: str = "decimal", *, start: int | None = 1, extra: str = ""
) -> str:
    """One level of a list."""
    first = f'<w:start w:val="{start}"/>' if start is not None else ""
    return (
        f'<w:lvl w:ilvl="{at}">{first}<w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{escape(text)}"/></w:lvl>'
    )


def abstract(key: int, *levels: str, extra: str = "") -> str:
    """An abstract list."""
    return f'<w:abstractNum w:abstractNumId="{key}">{extra}{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, overrides: str = "") -> str:
    """A list: an abstract one with overrides."""
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def starts(at: int, value: int) -> str:
    """An override: a level starts elsewhere."""
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


def lists(*levels: str, extra: str = "") -> str:
    """One list, numId 1."""
    return abstract(0, *levels, extra=extra) + num(1, 0)


COP_LIST = lists(
    level(0, "%1."),
    level(1, "(%2)", "lowerLetter"),
    level(2, "(%3)", "lowerRoman"),
    level(3, "\uf0b7", "bullet"),
)
"""The list of most COP papers: `1.`, `(a)`, `(i)`, bullet."""


def style(
    key: str,
    name: str | None = None,
    *,
    based: str | None = None,
    paragraph: str = "",
    run: str = "",
    kind: str = "paragraph",
    default: bool = False,
) -> str:
    """A style; `paragraph` and `run` hold its properties."""
    first = ' w:default="1"' if default else ""
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{key}"{first}><w:name w:val="{name or key}"/>{on}'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def numbered(num_id: int, at: int | None = None) -> str:
    """The list that paragraph properties state."""
    where = f'<w:ilvl w:val="{at}"/>' if at is not None else ""
    return f'<w:numPr>{where}<w:numId w:val="{num_id}"/></w:numPr>'


def footnote(key: int, *words: str, tag: str = "footnote") -> str:
    """A footnote with its automatic mark."""
    mark = f"<w:r><w:{tag}Ref/></w:r>"
    return f'<w:{tag} w:id="{key}">{p(mark, *words)}</w:{tag}>'


def call(key: int, *, tag: str = "footnote", mark: str | None = None) -> str:
    """The call of a footnote, with a mark of its own where one is given."""
    if mark is None:
        return f'<w:r><w:{tag}Reference w:id="{key}"/></w:r>'
    custom = f'<w:{tag}Reference w:customMarkFollows="1" w:id="{key}"/>'
    return f"<w:r>{custom}<w:t>{mark}</w:t></w:r>"


def read_lines(data: bytes, *, original: bool = False) -> Lines:
    """What the Word reader finds, before there is a tree."""
    return read_docx(
        data, name="made.docx", limits=Limits(), clock=Clock("made.docx", 60), original=original
    )


def printed(data: bytes, *, original: bool = False) -> list[str]:
    """Every line as printed: label and words, the cells of a table with bars between."""
    return [said(line) for line in read_lines(data, original=original).lines]


def said(line: Line) -> str:
    """One line as printed."""
    if line.rows:
        return " / ".join(" | ".join(row) for row in line.rows)
    return f"{line.label} {line.text}" if line.label else line.text


def document_of(data: bytes) -> Document:
    """The Document of a Word file."""
    return examine_bytes(data, name="made.docx").document
