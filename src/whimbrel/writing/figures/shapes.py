"""Shapes of a chart and the marks they make, as data; and the SVG of both.

One unit is one pixel of a narrow telephone. Colours are names of paints: on a page each is a
property of the page's sheet, so that light, dark and print are one drawing; in a paper it is fixed.
What is drawn fetches nothing and runs nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape

WIDTH = 340.0
"""Of a panel: what a telephone of 360 pixels shows without being pushed aside."""
LETTER = 11.0
WIDE = 0.62
"""Width of a letter, in heights: a generous mean."""
FONTS = "Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans', sans-serif"
HATCHES = ("", "M0,4 L4,0", "M2,0 V4", "M0,2 H4")
"""What lies over each fill, so that they are told apart in grey."""


class Paint(StrEnum):
    """What a shape is painted with; the value is the property of the page's sheet."""

    NONE = "none"
    INK = "ink"
    QUIET = "quiet"
    LINE = "line"
    PAPER = "paper"
    ONE = "chart-1"
    TWO = "chart-2"
    THREE = "chart-3"
    FOUR = "chart-4"


FILLS = (Paint.ONE, Paint.TWO, Paint.THREE, Paint.FOUR)
PRINTED = {
    Paint.INK: "#1b2730", Paint.QUIET: "#56616b", Paint.LINE: "#8a949c", Paint.PAPER: "#ffffff",
    Paint.ONE: "#7fb2d6", Paint.TWO: "#f0c26e", Paint.THREE: "#7cc4a4", Paint.FOUR: "#e39c86",
}  # fmt: skip
"""The paints of a paper, and of a page whose sheet has none: ink reads on each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A rectangle (x, y, width, height), circle (x, y, radius), line (x1, y1, x2, y2) or words
    (x, y of their middle)."""

    form: str
    at: tuple[float, ...]
    paint: Paint = Paint.NONE
    edge: Paint = Paint.NONE
    thick: float = 1.0
    strength: float = 1.0
    """How much of the paint is laid on, from 0 to 1."""
    hatch: int = 0
    words: str = ""
    size: float = LETTER
    anchor: str = "start"
    bold: bool = False
    turned: float = 0.0
    """Degrees by which words are turned about their start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Shapes that stand for one thing, what they say, and the records behind it."""

    shapes: tuple[Shape, ...]
    label: str = ""
    """Name and number, as its row of the table has them; empty for what only helps to read."""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One drawing of a chart; most charts have one, a map has one for each region."""

    title: str
    marks: tuple[Mark, ...]
    height: float
    width: float = WIDTH


def words(x: float, y: float, said: str, **more: object) -> Shape:
    """Words whose middle is at `y`."""
    return Shape(form="text", at=(x, y), paint=Paint.INK, words=said, **more)  # type: ignore[arg-type]


def color(paint: Paint, *, printed: bool) -> str:
    """A paint as SVG names it."""
    if paint is Paint.NONE:
        return "none"
    return PRINTED[paint] if printed else f"var(--{paint.value}, {PRINTED[paint]})"


def drawn(one: Shape, *, printed: bool) -> Iterator[str]:
    """A shape as SVG."""
    fill, edge = color(one.paint, printed=printed), color(one.edge, printed=printed)
    looks = f'fill="{fill}" stroke="{edge}" stroke-width="{one.thick:g}"'
    if one.strength < 1:
        looks += f' fill-opacity="{one.strength:.2f}"'
    place = [f"{each:.1f}" for each in one.at]
    match one.form:
        case "rect":
            box = 'x="{}" y="{}" width="{}" height="{}" rx="2"'.format(*place)
            yield f"<rect {box} {looks}/>"
            if one.hatch:
                yield f'<rect {box} fill="url(#hatch{one.hatch})"/>'
        case "circle":
            yield '<circle cx="{}" cy="{}" r="{}" {}/>'.format(*place, looks)
        case "line":
            yield '<line x1="{}" y1="{}" x2="{}" y2="{}" {}/>'.format(*place, looks)
        case _:
            yield from lettered(one, printed=printed)


def lettered(one: Shape, *, printed: bool) -> Iterator[str]:
    """Words as SVG; on a fill, their edge is of the paper."""
    x, y = one.at
    looks = f'fill="{color(one.paint, printed=printed)}" text-anchor="{one.anchor}"'
    looks += f' font-size="{one.size:g}"' + (' font-weight="bold"' if one.bold else "")
    place = f'x="{x:.1f}" y="{y + one.size * 0.35:.1f}"'
    if one.turned:
        place += f' transform="rotate({one.turned:g} {x:.1f} {y:.1f})"'
    said = escape(one.words)
    if one.edge is not Paint.NONE:
        edge = color(one.edge, printed=printed)
        yield (
            f'<text {place} {looks} stroke="{edge}" stroke-width="3" stroke-linejoin="round"'
            f' aria-hidden="true">{said}</text>'
        )
    yield f"<text {place} {looks}>{said}</text>"


def marked(one: Mark, *, printed: bool) -> Iterator[str]:
    """A mark: a link to its records with what it says, where it has any and may be followed."""
    inside = "".join(part for shape in one.shapes for part in drawn(shape, printed=printed))
    if not one.label:
        yield inside
        return
    title = f"<title>{escape(one.label)}</title>"
    if one.href and not printed:
        said = escape(one.label, quote=True)
        yield f'<a href="{escape(one.href, quote=True)}" aria-label="{said}">{title}{inside}</a>'
        return
    yield f"<g>{title}{inside}</g>"


def svg(panel: Panel, *, key: str, alt: str, printed: bool = False) -> str:
    """A panel as SVG with its title and description. `key`: what its names in a page begin with, so
    that two charts of one page do not share any."""
    w, h = f"{panel.width:g}", f"{panel.height:g}"
    role = "img" if printed or not any(one.href for one in panel.marks) else "group"
    body = "".join(part for one in panel.marks for part in marked(one, printed=printed))
    body = body.replace("url(#hatch", f"url(#{key}-hatch")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}"'
        f' role="{role}" aria-labelledby="{key}-title {key}-desc" font-family="{FONTS}"'
        f' font-size="{LETTER:g}"><title id="{key}-title">{escape(panel.title)}</title>'
        f'<desc id="{key}-desc">{escape(alt)}</desc>'
        f"{hatches(key, body, printed=printed)}{body}</svg>"
    )


def hatches(key: str, body: str, *, printed: bool) -> str:
    """The hatches that a body uses."""
    used = [at for at in range(1, len(HATCHES)) if f"url(#{key}-hatch{at})" in body]
    ink = color(Paint.QUIET, printed=printed)
    made = "".join(
        f'<pattern id="{key}-hatch{at}" width="4" height="4" patternUnits="userSpaceOnUse">'
        f'<path d="{HATCHES[at]}" fill="none" stroke="{ink}" stroke-width=".6"/></pattern>'
        for at in used
    )
    return f"<defs>{made}</defs>" if made else ""


def nested(panels: Sequence[Panel], places: Mapping[int, tuple[float, float]]) -> Iterator[str]:
    """Panels as groups of one printed drawing, each at its place."""
    for at, one in enumerate(panels):
        x, y = places[at]
        inside = "".join(part for mark in one.marks for part in marked(mark, printed=True))
        yield f'<g transform="translate({x:g} {y:g})">{inside}</g>'
