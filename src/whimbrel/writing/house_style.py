"""House styles as data: how the papers of a convention look, and what stands on their first page in
each language."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import ClassVar, Literal

from whimbrel.document import Document, walk
from whimbrel.facts import load

STRICT = {"extra": "forbid"}
"""A key that no field is named by is a mistake in a fact file, not something to pass over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page and its margins, in millimetres."""

    __pydantic_config__: ClassVar = STRICT
    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    edge: float
    """From the edge of the paper to what runs along the top and bottom of every page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """The letters of running text; sizes and space in points."""

    __pydantic_config__: ClassVar = STRICT
    font: str
    also: tuple[str, ...] = ()
    """Fonts for a machine without the first one."""
    size: float
    small: float
    """Of footnotes, tables and what runs along the edge."""
    line: float = 1.0
    """Height of a line, in lines."""
    after: float
    """Space below a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a title looks; sizes and space in points."""

    __pydantic_config__: ClassVar = STRICT
    size: float
    bold: bool = False
    italic: bool = False
    align: Literal["left", "center"] = "left"
    before: float
    after: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Indents:
    """How far words stand in, in millimetres."""

    __pydantic_config__: ClassVar = STRICT
    number: float
    """From the number of a paragraph to its words."""
    item: float
    """From an item to one inside it."""
    quotation: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """How the papers of one convention look."""

    __pydantic_config__: ClassVar = STRICT
    name: str
    source: str
    conventions: Mapping[str, str]
    """The name above the first page, by language."""
    page: Page
    text: Letters
    title: Look
    headings: tuple[Look, ...]
    """Main headings first; deeper ones look as the last."""
    annex: Look
    directed: Look
    indents: Indents
    automatic: tuple[str, ...]
    """Numbers that Word counts itself: `%1.`."""
    bullets: tuple[str, ...]
    title_again: bool
    """The title stands once more above the first section, on a page of its own."""
    capital_titles: bool

    def heading(self, level: int) -> Look:
        """The look of a heading of a level, counted from 1."""
        return self.headings[min(level, len(self.headings)) - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverWords:
    """The words of a first page in one language; `{}` and names in braces are filled in."""

    __pydantic_config__: ClassVar = STRICT
    language: str
    tag: str
    """The language and country by which a word processor checks the spelling: `fr-FR`."""
    source: str
    original: str
    agenda: str
    prepared: str
    summary: str
    page: str
    notes: str
    untitled: str
    figure: str
    day: str
    days_of_month: str
    days_of_year: str
    days_apart: str
    first_day: str
    """How the first of a month is printed: `1er`."""
    languages: Mapping[str, str]
    authors: Mapping[str, str]
    """Authors as named -> with their article."""
    tied: tuple[str, ...] = field(default=())
    """Where a space may not break: ` :`."""


@cache
def house_styles() -> Mapping[str, HouseStyle]:
    """Every house style, by name. BadFact names the file and the key that is wrong."""
    return {style.name: style for style in load("house_style/*.yaml", HouseStyle)}


def house_style(name: str) -> HouseStyle:
    """The house style of a name. ValueError says which there are."""
    styles = house_styles()
    if name not in styles:
        raise ValueError(f"there is no house style {name!r}; there are {', '.join(styles)}")
    return styles[name]


MANY = 8
"""Columns of a table for which a page is turned on its side."""


def turned_for(document: Document, style: HouseStyle) -> HouseStyle:
    """The house style, with the page on its side where a table of the document is wide."""
    rows = (row for placed in walk(document) for row in placed.node.rows[:1])
    page = style.page
    if max(map(len, rows), default=0) < MANY or page.width > page.height:
        return style
    return replace(style, page=replace(page, width=page.height, height=page.width))


@cache
def cover_words(language: str | None) -> CoverWords:
    """The words of a language, English ones for a language that has none."""
    known = {words.language: words for words in load("cover/*.yaml", CoverWords)}
    return known.get(language or "en") or known["en"]
