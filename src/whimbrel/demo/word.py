"""The little of WordprocessingML that the specimen is made of."""

from collections.abc import Iterable

from lxml import etree
from lxml.builder import ElementMaker

from whimbrel.demo.marks import Piece, pieces

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = "http://www.w3.org/XML/1998/namespace"
CHANGED = {"author": "Drafting officer", "date": "2027-06-10T09:00:00Z"}

w = ElementMaker(namespace=W, nsmap={"w": W, "r": R})


def q(name: str) -> str:
    """The name of a Word attribute or element, in its namespace."""
    return f"{{{W}}}{name}"


def value(name: str, text: str | int) -> etree._Element:
    """`<w:NAME w:val="TEXT"/>`: how Word keeps nearly every property."""
    return w(name, {q("val"): str(text)})


class Words:
    """Turns marked words into runs, and remembers the links met on the way."""

    def __init__(self) -> None:
        self.links: list[str] = []
        self.changes = 0

    def runs(self, words: str) -> list[etree._Element]:
        """The runs of one paragraph."""
        return [self.run(piece) for piece in pieces(words)]

    def run(self, piece: Piece) -> etree._Element:
        """One run, inside its link or tracked change."""
        if piece.note is not None:
            style = w.rPr(value("rStyle", "FootnoteReference"))
            return w.r(style, w.footnoteReference({q("id"): str(piece.note)}))
        run = w.r(*dress(piece), text(piece.text, deleted=piece.change == "del"))
        if piece.href is not None:
            self.links.append(piece.href)
            return w.hyperlink({f"{{{R}}}id": f"link{len(self.links)}"}, run)
        if piece.change is None:
            return run
        self.changes += 1
        about = {"id": str(self.changes), **CHANGED}
        return w(piece.change, {q(name): said for name, said in about.items()}, run)


def dress(piece: Piece) -> list[etree._Element]:
    """The properties of a run, if it has any."""
    marks = [value("rStyle", "Hyperlink")] if piece.href else []
    marks += [w.b()] if piece.bold else []
    marks += [w.i()] if piece.italic else []
    return [w.rPr(*marks)] if marks else []


def text(words: str, *, deleted: bool = False) -> etree._Element:
    """Words of a run; Word keeps deleted ones under another name."""
    element = w("delText" if deleted else "t", words)
    element.set(f"{{{XML}}}space", "preserve")
    return element


def paragraph(
    runs: Iterable[etree._Element], *, style: str, number: tuple[int, int] | None = None
) -> etree._Element:
    """A paragraph in a style; `number` is (list, level) where the style does not number it."""
    about = [value("pStyle", style)]
    if number is not None:
        list_number, level = number
        about.append(w.numPr(value("ilvl", level), value("numId", list_number)))
    return w.p(w.pPr(*about), *runs)


def table(rows: Iterable[Iterable[str]]) -> etree._Element:
    """A table with lines, its first row bold."""
    body = []
    for at, row in enumerate(rows):
        cells = [w.r(*dress(Piece(bold=at == 0)), text(cell)) for cell in row]
        paragraphs = [paragraph([cell], style="Normal") for cell in cells]
        body.append(w.tr(*(w.tc(w.tcPr(w.tcW({q("w"): "2200"})), each) for each in paragraphs)))
    properties = w.tblPr(value("tblStyle", "Grid"), w.tblW({q("w"): "8800", q("type"): "dxa"}))
    columns = [w.gridCol({q("w"): "2200"}) for _ in body[0]]
    return w.tbl(properties, w.tblGrid(*columns), *body)


def footnote(number: int, runs: Iterable[etree._Element]) -> etree._Element:
    """A footnote with its mark."""
    mark = w.r(w.rPr(value("rStyle", "FootnoteReference")), w.footnoteRef())
    note = paragraph([mark, w.r(text(" ")), *runs], style="FootnoteText")
    return w.footnote({q("id"): str(number)}, note)


def separators() -> list[etree._Element]:
    """The two footnotes that every Word file begins with: the lines between text and notes."""
    kinds = ("separator", "continuationSeparator")
    return [
        w.footnote({q("type"): kind, q("id"): str(number)}, w.p(w.r(w(kind))))
        for number, kind in enumerate(kinds, start=-1)
    ]
