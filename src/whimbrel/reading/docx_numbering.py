"""Word's automatic numbers: counted from numbering.xml as Word counts them, so that `8.` and `(a)`
are known.

Source: ECMA-376 part 1, 17.9 (numbering) and what Word and LibreOffice print.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
LVL, ILVL = f"{W}lvl", f"{W}ilvl"
ABSTRACT, OVERRIDE, START = f"{W}abstractNumId", f"{W}lvlOverride", f"{W}startOverride"
PLACEHOLDERS = tuple(f"%{number}" for number in range(1, 10))
BULLETS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf02d": "–",
    "\uf0be": "–",
    "o": "◦",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list: how its number looks and where it starts."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    """Restart after this level (1-based) or one above it; 0: never; None: after any level above."""
    legal: bool = False
    """All numbers in it are printed as decimals."""
    style: str | None = None
    counted: tuple[tuple[int, str], ...] = field(init=False, compare=False)
    """The levels whose numbers its text holds, with their placeholders."""

    def __post_init__(self) -> None:
        """Look for the placeholders once."""
        held = tuple((at, mark) for at, mark in enumerate(PLACEHOLDERS) if mark in self.text)
        object.__setattr__(self, "counted", held)


@dataclass(frozen=True, slots=True, kw_only=True)
class Num:
    """A list instance: an abstract list with overrides."""

    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


@dataclass(slots=True)
class Place:
    """Where a list counts: one of its levels, and the numbers that all lists of its kind share."""

    level: Level
    counts: list[int | None]
    start: int | None
    """Its first number, where the list sets its own; counted from once."""


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: etree._Element | None, linked: dict[str, str] | None = None) -> None:
        """`linked`: list style -> numId, for abstract lists that only point to a list style."""
        self.abstracts: dict[str, dict[int, etree._Element]] = {}
        self.levels: dict[tuple[str, int], Level] = {}
        self.nums: dict[str, Num] = {}
        self.places: dict[tuple[str, int], Place | None] = {}
        self.counts: dict[str, list[int | None]] = {}
        if root is not None:
            self.read(root, linked or {})

    def read(self, root: etree._Element, linked: dict[str, str]) -> None:
        """Take in numbering.xml."""
        pointers = {}
        for element in root.iterchildren(f"{W}abstractNum"):
            key = element.get(f"{W}abstractNumId") or ""
            self.abstracts[key] = {number(lvl.get(ILVL)): lvl for lvl in element.iterchildren(LVL)}
            link = element.find(f"{W}numStyleLink")
            if link is not None:
                pointers[key] = link.get(VAL) or ""
        for element in root.iterchildren(f"{W}num"):
            self.nums[element.get(f"{W}numId") or ""] = num_of(element)
        for key, style in pointers.items():
            target = self.nums.get(linked.get(style, ""))
            if target is not None and target.abstract in self.abstracts:
                self.abstracts[key] = self.abstracts[target.abstract]

    def place(self, num_id: str, at: int) -> Place | None:
        """Where a list counts at a level, None where the list is not defined."""
        key = (num_id, at)
        if key not in self.places:
            num = self.nums.get(num_id) or Num(abstract="")
            level = num.levels.get(at) or self.abstract_level(num.abstract, at)
            counts = self.counts.setdefault(num.abstract, [None] * 9)
            self.places[key] = Place(level, counts, num.starts.get(at)) if level else None
        return self.places[key]

    def abstract_level(self, abstract: str, at: int) -> Level | None:
        """A level of an abstract list; read when it is first asked for."""
        if (abstract, at) in self.levels:
            return self.levels[abstract, at]
        element = self.abstracts.get(abstract, {}).get(at)
        if element is None:
            return None
        return self.levels.setdefault((abstract, at), level_of(element))

    def level_for_style(self, num_id: str, style: str) -> int:
        """The level of a list that a paragraph style is tied to; 0 where none is."""
        num = self.nums.get(num_id)
        for at in self.abstracts.get(num.abstract, {}) if num else ():
            place = self.place(num_id, at)
            if place is not None and place.level.style == style:
                return at
        return 0

    def next(self, num_id: str, at: int) -> str | None:
        """Count one paragraph of a list at a level and return what Word prints before it; None:
        nothing."""
        place = self.place(num_id, at)
        if place is None:
            return None
        counts, before = place.counts, place.counts[at]
        if place.start is not None:
            counts[at], place.start = place.start, None
        else:
            counts[at] = place.level.start if before is None else before + 1
        for below in range(at + 1, 9):
            if counts[below] is not None and self.restarts(num_id, below, at):
                counts[below] = None
        return self.printed(num_id, at, place.level, counts)

    def restarts(self, num_id: str, below: int, at: int) -> bool:
        """True where a deeper level starts again after this one, which it does unless it says
        otherwise."""
        place = self.place(num_id, below)
        restart = place.level.restart if place else None
        return restart is None or at < restart

    def printed(self, num_id: str, at: int, level: Level, counts: list[int | None]) -> str | None:
        """The label, its placeholders filled: `%1.` -> `8.`."""
        if level.format == "bullet":
            return (
                BULLETS.get(level.text, "•" if level.text[:1] >= "\ue000" else level.text) or None
            )
        if level.format == "none":
            return level.text.strip() or None
        text = level.text
        for index, placeholder in level.counted:
            other = self.place(num_id, index) if index != at else None
            shown, value = other.level if other else level, counts[index]
            form = "decimal" if level.legal else shown.format
            text = text.replace(placeholder, figure(shown.start if value is None else value, form))
        return text.strip() or None


def number(text: str | None, default: int = 0) -> int:
    """An attribute as a number; the default where it is none."""
    try:
        return max(0, min(int(text or default), 1_000_000))
    except ValueError:
        return default


def level_of(element: etree._Element) -> Level:
    """A w:lvl element."""
    said = {child.tag: child.get(VAL) for child in element}
    restart = said.get(f"{W}lvlRestart")
    return Level(
        format=said.get(f"{W}numFmt") or "decimal",
        text=said.get(f"{W}lvlText") or "",
        start=number(said.get(f"{W}start"), 1),
        restart=None if restart is None else number(restart),
        legal=f"{W}isLgl" in said and said[f"{W}isLgl"] not in ("0", "false", "off"),
        style=said.get(f"{W}pStyle"),
    )


def num_of(element: etree._Element) -> Num:
    """A w:num element."""
    abstract = ""
    starts: dict[int, int] = {}
    levels: dict[int, Level] = {}
    for child in element:
        if child.tag == ABSTRACT:
            abstract = child.get(VAL) or ""
        elif child.tag == OVERRIDE:
            at = number(child.get(ILVL))
            for said in child:
                if said.tag == START:
                    starts[at] = number(said.get(VAL), 1)
                elif said.tag == LVL:
                    levels[at] = level_of(said)
    return Num(abstract=abstract, starts=starts, levels=levels)


@lru_cache(maxsize=4096)
def figure(value: int, form: str) -> str:
    """A number in one of Word's forms; forms that no COP document uses are printed as decimals."""
    if form in ("lowerLetter", "upperLetter"):
        text = letters(value)
        return text if form == "lowerLetter" else text.upper()
    if form in ("lowerRoman", "upperRoman"):
        text = roman(value)
        return text if form == "lowerRoman" else text.upper()
    if form == "decimalZero":
        return f"{value:02d}"
    if form == "ordinal":
        ending = (
            "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
        )
        return f"{value}{ending}"
    return str(value)


def letters(value: int) -> str:
    """1 -> a, 26 -> z, 27 -> aa, 28 -> bb, as Word goes on."""
    if value < 1:
        return ""
    return chr(97 + (value - 1) % 26) * min(1 + (value - 1) // 26, 20)


def roman(value: int) -> str:
    """1 -> i, 4 -> iv. Empty below 1."""
    if value > 4999:
        return str(value)
    out = ""
    for amount, sign in ROMANS:
        while value >= amount:
            out, value = out + sign, value - amount
    return out


ROMANS = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
