"""Compose the specimen: the words of specimen.yaml as a Word file.

It has what real ones have: automatic numbers, footnotes, a header, a table and tracked changes.
"""

from importlib.resources import files
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import yaml
from lxml import etree

from whimbrel.demo.word import R, Words, footnote, paragraph, q, separators, table, text, value, w

STYLES = {
    "h1": "Heading1",
    "h2": "Heading2",
    "h3": "Heading3",
    "p": "Numbered",
    "directed": "Directed",
    "q": "Quoted",
    "d": "Quoted",
}
LEVELS = {"a": 0, "i": 1}
"""Items and the items under them."""
LETTERS, BULLETS = 2, 3
"""Lists of numbering.xml."""
FIRST_LIST = 10
"""Every list of letters is a `w:num` of its own; they are numbered from here."""
LINK = f"{R}/hyperlink"
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The hour of every part, so that the same words give the same bytes."""

Block = dict[str, Any]


def compose(*, bodies: int = 1) -> bytes:
    """The specimen as the bytes of a DOCX file, the same at every call.

    With more than one body it is printed again and again, numbered on: a long document.
    """
    words = yaml.safe_load(part("specimen.yaml", folder=""))
    writer = Writer()
    writer.front(words)
    writer.blocks(words["body"] * bodies)
    writer.annex(words["annex"])
    notes = [footnote(n, writer.words.runs(note)) for n, note in enumerate(words["notes"], start=1)]
    header = w.hdr(paragraph([w.r(text(words["symbol"]))], style="Masthead"))
    return packed(
        {
            "[Content_Types].xml": part("content_types.xml"),
            "_rels/.rels": part("package.rels"),
            "word/document.xml": serialised(w.document(w.body(*writer.out, page()))),
            "word/_rels/document.xml.rels": relations(writer.words.links),
            "word/styles.xml": part("styles.xml"),
            "word/numbering.xml": numbering(writer.lists),
            "word/footnotes.xml": serialised(w.footnotes(*separators(), *notes)),
            "word/header1.xml": serialised(header),
            "word/footer1.xml": part("footer.xml"),
        }
    )


class Writer:
    """Writes blocks one after another, counting the lists it opens."""

    def __init__(self) -> None:
        self.words = Words()
        self.out: list[etree._Element] = []
        self.lists = 0
        self.in_list = False

    def put(self, words: str, style: str, number: tuple[int, int] | None = None) -> None:
        """One paragraph."""
        self.out.append(paragraph(self.words.runs(words), style=style, number=number))

    def front(self, words: Block) -> None:
        """Masthead, title and summary."""
        name, *lines = words["masthead"]
        self.put(name, "Convention")
        for line in lines:
            self.put(line, "Masthead")
        self.put(words["title"], "Title")
        self.put(words["by"], "Centred")
        self.put("**Summary:**", "Summary")
        for sentence in words["summary"]:
            self.put(sentence, "Summary")
        self.put(words["title"], "Title")

    def blocks(self, blocks: list[Block]) -> None:
        """Headings, paragraphs, items, bullets and tables in their order."""
        for block in blocks:
            ((kind, content),) = block.items()
            self.block(kind, content)

    def block(self, kind: str, content: Any) -> None:
        """One block. A letter opens a list where none is open; all else closes it."""
        if kind in LEVELS:
            self.lists += not self.in_list
            self.in_list = True
            self.put(content, "Item", (FIRST_LIST + self.lists - 1, LEVELS[kind]))
            return
        self.in_list = False
        if kind == "table":
            self.out.append(table(content))
        elif kind == "b":
            self.put(content, "Item", (BULLETS, 0))
        else:
            self.put(content, STYLES[kind])

    def annex(self, annex: Block) -> None:
        """The annex, on a page of its own."""
        self.out.append(w.p(w.r(w.br({q("type"): "page"}))))
        for line in (annex["label"], annex["title"], annex["heading"]):
            self.put(line, "Title")
        self.blocks(annex["body"])


def numbering(lists: int) -> bytes:
    """numbering.xml with a list of letters for each that was opened, all starting again at a)."""
    root = etree.fromstring(part("numbering.xml"))
    for at in range(FIRST_LIST, FIRST_LIST + lists):
        again = [
            w.lvlOverride({q("ilvl"): str(level)}, value("startOverride", 1)) for level in (0, 1)
        ]
        root.append(w.num({q("numId"): str(at)}, value("abstractNumId", LETTERS), *again))
    return serialised(root)


def relations(links: list[str]) -> bytes:
    """document.xml.rels with the links of the text."""
    root = etree.fromstring(part("document.rels"))
    for number, address in enumerate(links, start=1):
        about = {"Id": f"link{number}", "Type": LINK, "Target": address, "TargetMode": "External"}
        etree.SubElement(root, f"{{{root.nsmap[None]}}}Relationship", about)
    return serialised(root)


def page() -> etree._Element:
    """An A4 page with the header and the footer."""
    return w.sectPr(
        w.headerReference({q("type"): "default", f"{{{R}}}id": "header"}),
        w.footerReference({q("type"): "default", f"{{{R}}}id": "footer"}),
        w.pgSz({q("w"): "11906", q("h"): "16838"}),
        w.pgMar({q(side): "1300" for side in ("top", "right", "bottom", "left")}),
    )


def part(name: str, folder: str = "parts") -> bytes:
    """A file that is shipped beside this module."""
    return files(__package__).joinpath(folder, name).read_bytes()


def serialised(element: etree._Element) -> bytes:
    """The bytes of one part."""
    etree.cleanup_namespaces(element, keep_ns_prefixes=["w", "r"])
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def packed(parts: dict[str, bytes]) -> bytes:
    """The parts as one file."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = ZipInfo(name, LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()
