"""Drawing: rectangles, lines and words as SVG, told apart without colour, and as a picture.

Sizes are in millimetres. What is drawn fetches nothing and runs nothing.
"""

from collections.abc import Iterator, Sequence
from html import escape

from whimbrel.document.runs import squeeze

FONTS = "Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans', sans-serif"
LETTER = 3.2
"""Height of the letters."""
WIDE = 0.56
"""Width of a letter, in heights: a generous mean."""
FILLS = ("#0072b2", "#e69f00", "#009e73", "#d55e00", "#56b4e9", "#cc79a7", "#f0e442", "#999999")
"""The colours of Okabe and Ito, which eyes of every kind tell apart."""
HATCHES = (
    "",
    "M0,3 L3,0",
    "M1.5,0 V3",
    "M0,0 L3,3",
    "M0,1.5 H3",
    "M0,3 L3,0 M0,0 L3,3",
    "M1.2,1.5 h.6",
    "M0,1.5 H3 M1.5,0 V3",
)
"""What is drawn over each colour, so that they are told apart in grey as well."""


class Drawing:
    """One drawing."""

    def __init__(self, width: float, height: float, *, title: str, alt: str) -> None:
        self.width, self.height, self.title, self.alt = width, height, squeeze(title), squeeze(alt)
        self.shapes: list[str] = []
        self.hatched: set[int] = set()

    def bar(self, x: float, y: float, width: float, height: float, *, fill: int) -> None:
        """A rectangle in one of the fills."""
        at = fill % len(FILLS)
        place = f'x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}"'
        self.shapes.append(f'<rect {place} fill="{FILLS[at]}" stroke="#222" stroke-width=".2"/>')
        if HATCHES[at]:
            self.hatched.add(at)
            self.shapes.append(f'<rect {place} fill="url(#hatch{at})"/>')

    def box(self, x: float, y: float, width: float, height: float, *, thick: bool = False) -> None:
        """A white rectangle with an edge."""
        place = f'x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}"'
        edge = 0.9 if thick else 0.3
        self.shapes.append(f'<rect {place} fill="#fff" stroke="#222" stroke-width="{edge}"/>')

    def arrow(self, points: Sequence[tuple[float, float]]) -> None:
        """A line through points, the last of which it points down to."""
        path = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
        x, y = points[-1]
        tip = f"{x - 1:.2f},{y - 1.8:.2f} {x + 1:.2f},{y - 1.8:.2f} {x:.2f},{y:.2f}"
        self.shapes.append(
            f'<polyline points="{path}" fill="none" stroke="#333" stroke-width=".35"/>'
        )
        self.shapes.append(f'<polygon points="{tip}" fill="#333"/>')

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str = "#bbb") -> None:
        """A thin line."""
        ends = f'x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}"'
        self.shapes.append(f'<line {ends} stroke="{colour}" stroke-width=".25"/>')

    def words(
        self, x: float, y: float, text: str, *, anchor: str = "start", on_fill: bool = False,
        size: float = LETTER, bold: bool = False,
    ) -> None:  # fmt: skip
        """Words whose middle is at `y`; on a fill they have a white edge."""
        edge = ' stroke="#fff" stroke-width="1.1" stroke-linejoin="round"' if on_fill else ""
        place = f'x="{x:.2f}" y="{y + size * 0.35:.2f}" text-anchor="{anchor}"'
        if size != LETTER:
            place += f' font-size="{size:.2f}"'
        if bold:
            place += ' font-weight="bold"'
        shown = escape(squeeze(text))
        if edge:
            self.shapes.append(f"<text {place}{edge}>{shown}</text>")
        self.shapes.append(f"<text {place}>{shown}</text>")

    def svg(self) -> str:
        """The drawing as SVG, its title and description for screen readers."""
        return "".join(self.parts())

    def parts(self) -> Iterator[str]:
        """The same, piece by piece."""
        w, h = f"{self.width:.2f}", f"{self.height:.2f}"
        yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}mm" '
        yield f'height="{h}mm" role="img" font-family="{FONTS}" font-size="{LETTER}" fill="#111">'
        yield f"<title>{escape(self.title)}</title><desc>{escape(self.alt)}</desc><defs>"
        for at in sorted(self.hatched):
            yield f'<pattern id="hatch{at}" width="3" height="3" patternUnits="userSpaceOnUse">'
            yield f'<path d="{HATCHES[at]}" fill="none" stroke="#111" stroke-width=".35"/>'
            yield "</pattern>"
        yield f'</defs><rect width="{w}" height="{h}" fill="#fff"/>'
        yield from self.shapes
        yield "</svg>"

    def png(self) -> bytes:
        """The drawing as a picture."""
        from whimbrel.writing.typesetting import typeset

        page = f"#set page(width: {self.width}mm, height: {self.height}mm, margin: 0pt)\n"
        page += f'#image("drawing.svg", width: {self.width}mm)'
        files = {"main.typ": page.encode(), "drawing.svg": self.svg().encode()}
        return typeset(files, "png")


def lines_of(text: str, width: float) -> list[str]:
    """Words in one or two lines of a width, in millimetres; what is cut ends in dots."""
    most = max(4, int(width / (LETTER * WIDE)))
    lines: list[str] = [""]
    for word in squeeze(text).split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    shown = [shortened(line, most) for line in lines[:2]]
    return shown if len(lines) < 3 else [shown[0], shortened(" ".join(lines[1:]), most)]


def shortened(text: str, most: int) -> str:
    """A text of at most so many letters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
