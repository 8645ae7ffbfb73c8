"""Sheets: small PDF files made in a test, each piece of text where the test says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

FONTS = {
    "roman": "Times-Roman",
    "italic": "Times-Italic",
    "bold": "Times-Bold",
}
LEFT, TOP, LEADING = 72.0, 720.0, 13.0


@dataclass
class Sheet:
    """One page. Places are points from the lower left corner."""

    width: int = 612
    height: int = 792
    rotate: int = 0
    content: list[str] = field(default_factory=list)
    links: list[tuple[float, float, float, float, str]] = field(default_factory=list)

    def say(
        self,
        x: float,
        y: float,
        text: str,
        font: str = "roman",
        size: float = 10,
        matrix: str = "1 0 0 1",
    ) -> "Sheet":
        """Words at a place."""
        data = text.encode("cp1252").hex()
        self.content.append(f"BT /{font} {size} Tf {matrix} {x} {y} Tm <{data}> Tj ET")
        return self

    def rows(
        self,
        rows: Sequence[str],
        x: float = LEFT,
        y: float = TOP,
        first: float = 0.0,
        **dress: object,
    ) -> float:
        """Rows of a paragraph, the first one further in; gives the height of the next row."""
        for at, row in enumerate(rows):
            self.say(x if at else x + first, y, row, **dress)  # type: ignore[arg-type]
            y -= LEADING
        return y

    def rule(self, x0: float, x1: float, y: float) -> "Sheet":
        """A thin horizontal stroke."""
        self.content.append(f"{x0} {y} {x1 - x0} 0.5 re f")
        return self

    def bar(self, x: float, y0: float, y1: float) -> "Sheet":
        """A thin vertical stroke."""
        self.content.append(f"{x} {y0} 0.5 {y1 - y0} re f")
        return self

    def link(self, x0: float, y0: float, x1: float, y1: float, href: str) -> "Sheet":
        """A link area."""
        self.links.append((x0, y0, x1, y1, href))
        return self


def pdf(sheets: Iterable[Sheet], trailer: str = "") -> bytes:
    """The sheets as a PDF file. `trailer` adds entries to the trailer, such as /Encrypt."""
    objects: list[bytes] = [b"", b""]
    names = []
    for name, base in FONTS.items():
        font = f"<</Type/Font/Subtype/Type1/BaseFont/{base}/Encoding/WinAnsiEncoding>>"
        objects.append(font.encode())
        names.append(f"/{name} {len(objects)} 0 R")
    kids = []
    for sheet in sheets:
        data = "\n".join(sheet.content).encode()
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(data), data))
        content = len(objects)
        notes = []
        for x0, y0, x1, y1, href in sheet.links:
            action = f"<</S/URI/URI({href})>>"
            objects.append(
                f"<</Type/Annot/Subtype/Link/Rect[{x0} {y0} {x1} {y1}]/A{action}>>".encode()
            )
            notes.append(f"{len(objects)} 0 R")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {sheet.width} {sheet.height}]"
            f"/Rotate {sheet.rotate}/Contents {content} 0 R/Annots[{' '.join(notes)}]"
            f"/Resources<</Font<<{' '.join(names)}>>>>>>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    return assembled(objects, trailer)


def assembled(objects: Sequence[bytes], trailer: str) -> bytes:
    """Objects with their table of places."""
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\n".encode()
    return out + b"startxref\n%d\n%%%%EOF" % table
