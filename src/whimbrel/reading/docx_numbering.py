"""Word's automatic numbers: counted from numbering.xml as Word counts them, so that `8.` and `(a)`
are known.

Source: ECMA-376 part 1, 17.9 (numbering) and what Word and LibreOffice print.
"""

from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
LVL, ILVL = f"{W}lvl", f"{W}ilvl"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Num:
    """A list instance: an abstract list with overrides."""

    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


class Numbering:
    """The lists of a document and how far each has counted."""

    def __init__(self, root: etree._Element | None, linked: dict[str, str] | None = None) -> None:
        """`linked`: list style -> numId, for abstract lists that only point to a list style."""
        self.abstracts: dict[str, dict[int, etree._Element]] = {}
        self.levels: dict[tuple[str, int], Level] = {}
        self.nums: dict[str, Num] = {}
        self.counts: dict[str, list[int | None]] = {}
        self.opened: set[tuple[str, int]] = set()
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

    def level(self, num_id: str, at: int) -> Level | None:
        """The level that a list prints at, None where the list is not defined."""
        num = self.nums.get(num_id)
        if num is None:
            return None
        return num.levels.get(at) or self.abstract_level(num.abstract, at)

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
            level = self.level(num_id, at)
            if level is not None and level.style == style:
                return at
        return 0

    def next(self, num_id: str, at: int) -> str | None:
        """Count one paragraph of a list at a level and return what Word prints before it; None:
        nothing."""
        level = self.level(num_id, at)
        if level is None:
            return None
        num = self.nums[num_id]
        counts = self.counts.setdefault(num.abstract, [None] * 9)
        override = num.starts.get(at)
        if override is not None and (num_id, at) not in self.opened:
            counts[at] = override
        else:
            before = counts[at]
            counts[at] = level.start if before is None else before + 1
        self.opened.add((num_id, at))
        self.reset_below(num_id, at, counts)
        return self.printed(num_id, level, counts)

    def reset_below(self, num_id: str, at: int, counts: list[int | None]) -> None:
        """Deeper levels start again, save where a level says that it does not."""
        for below in range(at + 1, 9):
            if counts[below] is None:
                continue
            level = self.level(num_id, below)
            restart = level.restart if level else None
            if restart is None or (restart and at < restart):
                counts[below] = None

    def printed(self, num_id: str, level: Level, counts: list[int | None]) -> str | None:
        """The label, its placeholders filled: `%1.` -> `8.`."""
        if level.format == "bullet":
            return (
                BULLETS.get(level.text, "•" if level.text[:1] >= "\ue000" else level.text) or None
            )
        if level.format == "none":
            return level.text.strip() or None
        text = level.text
        for index, placeholder in enumerate(PLACEHOLDERS):
            if placeholder not in text:
                continue
            shown = self.level(num_id, index) or level
            value = counts[index]
            text = text.replace(
                placeholder,
                figure(
                    shown.start if value is None else value,
                    "decimal" if level.legal else shown.format,
                ),
            )
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
    abstract = element.find(f"{W}abstractNumId")
    num = Num(abstract=(abstract.get(VAL) if abstract is not None else "") or "")
    for override in element.iterchildren(f"{W}lvlOverride"):
        at = number(override.get(f"{W}ilvl"))
        start, level = override.find(f"{W}startOverride"), override.find(f"{W}lvl")
        if start is not None:
            num.starts[at] = number(start.get(VAL), 1)
        if level is not None:
            num.levels[at] = level_of(level)
    return num


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
