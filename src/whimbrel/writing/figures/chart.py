"""Chart: panels of marks with their words and their table; on a page as SVG that links every mark
to its records, in a paper as one picture."""

from dataclasses import dataclass

from whimbrel.document.runs import squeeze
from whimbrel.writing.figure import Figure
from whimbrel.writing.figures.shapes import FONTS, LETTER, WIDE, Panel, hatches, nested, svg

MILLIMETRES = 160.0
"""The width of a chart in a paper."""
GAP = 14.0
MOST = 40
"""So many rows of a chart are drawn; all stand in its table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a chart says of itself."""

    title: str
    """The question that it answers."""
    alt: str
    """What it shows, in a sentence or two."""
    caption: str = ""
    """Rule, source and date."""
    left_out: str = "{count} more are in the table only."
    """Said where not all is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of the table of a chart."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart that is drawn, and its table."""

    told: Told
    panels: tuple[Panel, ...]
    table: tuple[tuple[Cell, ...], ...]
    """The first row names the columns."""
    left: int = 0
    """Rows of the table that are not drawn."""

    @property
    def says(self) -> str:
        """What it shows, and how much of it is not drawn."""
        more = self.told.left_out.format(count=self.left) if self.left else ""
        return f"{self.told.alt} {more}".strip()

    def drawings(self, key: str) -> tuple[str, ...]:
        """Its panels as SVG for a page; `key` names the chart in that page."""
        return tuple(
            svg(one, key=f"{key}-{at}", alt=self.says) for at, one in enumerate(self.panels)
        )

    def plain(self) -> tuple[tuple[str, ...], ...]:
        """Its table as words."""
        return tuple(tuple(cell.text for cell in row) for row in self.table)

    def printed(self) -> tuple[str, float, float]:
        """(SVG, width, height) of all panels side by side, as a paper has them."""
        across = min(3, len(self.panels))
        columns = [0.0] * across
        places = {}
        for at, one in enumerate(self.panels):
            column = columns.index(min(columns))
            places[at] = (column * (one.width + GAP), columns[column])
            columns[column] += one.height + GAP
        wide = across * self.panels[0].width + (across - 1) * GAP if across else 1.0
        tall = max(columns, default=GAP + 1) - GAP
        inside = "".join(nested(self.panels, places)).replace("url(#hatch", "url(#print-hatch")
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {tall:g}" '
            f'width="{wide:g}" height="{tall:g}" role="img" font-family="{FONTS}" '
            f'font-size="{LETTER:g}"><title>{entities(self.told.title)}</title>'
            f"<desc>{entities(self.says)}</desc>"
            f'<rect width="{wide:g}" height="{tall:g}" fill="#fff"/>'
            f"{hatches('print', inside, printed=True)}{inside}</svg>",
            wide,
            tall,
        )

    def figure(self) -> Figure:
        """The chart as the figure of a paper: nothing in it is a link."""
        from whimbrel.writing.typesetting import typeset

        drawing, wide, tall = self.printed()
        width = min(MILLIMETRES, wide / 2.6) if len(self.panels) == 1 else MILLIMETRES
        height = tall * width / wide
        if height > TALLEST:
            width, height = width * TALLEST / height, TALLEST
        page = f"#set page(width: {width}mm, height: {height}mm, margin: 0pt)\n"
        page += f'#image("drawing.svg", width: {width}mm)'
        png = typeset({"main.typ": page.encode(), "drawing.svg": drawing.encode()}, "png")
        return Figure(
            svg=drawing, png=png, title=self.told.title, alt=self.says, table=self.plain(),
            width=width, height=height,
        )  # fmt: skip


TALLEST = 225.0
"""Millimetres of a figure that fits on a page with its title."""


def entities(text: str) -> str:
    """Words as SVG has them."""
    return squeeze(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def fitted(text: str, width: float, size: float = LETTER) -> str:
    """Words that fit a width; what is cut ends in dots, and is whole in the table."""
    most = max(3, int(width / (size * WIDE)))
    whole = squeeze(text)
    return whole if len(whole) <= most else f"{whole[: most - 1].rstrip()}…"
