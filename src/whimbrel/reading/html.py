"""Web pages: headings, paragraphs, lists and tables as lines; scripts, navigation and hidden parts
left out."""

import re
from dataclasses import dataclass, field, replace

from lxml import etree
from lxml import html as lxml_html

from whimbrel.document import Run
from whimbrel.document.runs import address, squeeze, tidy
from whimbrel.reading.errors import Unreadable
from whimbrel.reading.html_elements import (
    BLOCKS,
    aknlike,
    cell_words,
    hidden,
    holder,
    is_call,
    item_label,
    rows_of,
    without_marker,
)
from whimbrel.reading.limits import Clock
from whimbrel.reading.line import Line, Lines

SKIPPED = frozenset(
    (
        "del",
        "script",
        "style",
        "head",
        "nav",
        "noscript",
        "template",
        "iframe",
        "object",
        "svg",
        "form",
        "button",
        "select",
    )
)
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BOLD, ITALIC = frozenset(("b", "strong")), frozenset(("i", "em", "cite"))
DEEPEST = 200
FRONT = re.compile(r"\A\s*---\n(?:.*\n)*?---\n")
"""Front matter that a page generator left above the page."""


def read_html(text: str, *, name: str, clock: Clock) -> Lines:
    """The lines of a web page. Unreadable where there is nothing in it that a person could read."""
    parser = lxml_html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    text = FRONT.sub("", text, count=1)
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(
            name,
            f"no page could be made of its HTML: {error}",
            "Open it in a browser and save it again",
        ) from error
    clock.check("parsing")
    page = Page(root=root, clock=clock)
    page.find_notes()
    page.walk(root, None, Mark())
    page.flush()
    return Lines(lines=tuple(page.lines), notes=page.notes, remarks=tuple(page.remarks))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The dress that words inherit."""

    italic: bool = False
    bold: bool = False
    href: str | None = None
    depth: int = -1
    """How many lists stand around, less one."""


@dataclass(slots=True)
class Page:
    """One page while it is read."""

    root: etree._Element
    clock: Clock
    lines: list[Line] = field(default_factory=list)
    held: list[Run] = field(default_factory=list)
    style: Line = field(default_factory=Line)
    """What the block that is being gathered is: a line without words."""
    notes: dict[str, tuple[Run, ...]] = field(default_factory=dict)
    calls: dict[str, str] = field(default_factory=dict)
    """Anchor of a footnote -> its key."""
    bodies: dict[str, etree._Element] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def find_notes(self) -> None:
        """Footnotes: what a call (a link in a superscript, or one that says so) leads to inside the
        page."""
        targets = {
            name: element
            for element in self.root.iter()
            for name in (element.get("id"), element.get("name"))
            if name
        }
        for link in self.root.iter("a"):
            anchor = (link.get("href") or "").removeprefix("#")
            target = targets.get(anchor) if (link.get("href") or "").startswith("#") else None
            if target is None or anchor in self.calls or not is_call(link) or self.is_note(link):
                continue
            body = holder(target)
            marker = squeeze("".join(link.itertext())).strip("[]() ")
            if not marker or len(marker) > 5:
                continue
            key, again = marker, 1
            while key in self.bodies:
                again += 1
                key = f"{marker}~{again}"
            self.calls[anchor], self.bodies[key] = key, body
        for key, body in self.bodies.items():
            note = Page(root=body, clock=self.clock)
            note.walk(body, None, Mark())
            note.flush()
            runs = [run for line in note.lines for run in (*line.runs, Run(text=" "))]
            self.notes[key] = without_marker(tidy(runs), key)

    def is_note(self, element: etree._Element) -> bool:
        """True for what stands inside a footnote: its link leads back."""
        return any(
            around is body for around in element.iterancestors() for body in self.bodies.values()
        )

    def walk(self, element: etree._Element, label: str | None, mark: Mark, nested: int = 0) -> None:
        """An element and all in it."""
        tag = element.tag
        if not isinstance(tag, str) or tag in SKIPPED or hidden(element):
            return
        if nested > DEEPEST:
            raise Unreadable(
                self.clock.file,
                f"its elements stand more than {DEEPEST} deep in each other",
                "Open it in a browser and save it again",
                f"line {element.sourceline}",
            )
        if element is not self.root and any(element is body for body in self.bodies.values()):
            return
        if tag == "table":
            self.flush()
            self.table(element, mark, nested)
            return
        if tag == "br":
            self.held.append(Run(text=" "))
            return
        block = tag in BLOCKS or aknlike(element)
        if block:
            self.flush()
            self.begin(element, tag, label, mark)
        inner = self.dressed(element, tag, mark)
        key = self.calls.get((element.get("href") or "").removeprefix("#")) if tag == "a" else None
        if key is not None and (element.get("href") or "").startswith("#") and is_call(element):
            self.held.append(Run(note=key))
            return
        self.put(element.text, inner)
        for place, child in enumerate(element):
            child_label = item_label(element, child, place) if child.tag == "li" else None
            self.walk(child, child_label, inner, nested + 1)
            self.put(child.tail, inner)
        if block:
            self.flush()

    def begin(self, element: etree._Element, tag: str, label: str | None, mark: Mark) -> None:
        """A new block."""
        if len(self.lines) % 500 == 499:
            self.clock.check(f"block {len(self.lines)}")
        if tag in ("p", "div") and self.style.label is not None and not self.lines_since_label():
            return
        place = f"line {element.sourceline}" if element.sourceline else ""
        depth = mark.depth if tag == "li" else None
        self.style = Line(label=label, heading=HEADINGS.get(tag), depth=depth, place=place)

    def lines_since_label(self) -> bool:
        """True once the words of a labelled block were put down."""
        return (
            bool(self.lines)
            and self.lines[-1].label == self.style.label
            and self.lines[-1].place == self.style.place
        )

    @staticmethod
    def dressed(element: etree._Element, tag: str, mark: Mark) -> Mark:
        """The dress inside an element."""
        if tag in ("ol", "ul"):
            return replace(mark, depth=mark.depth + 1)
        style = (element.get("style") or "").replace(" ", "").lower()
        italic = mark.italic or tag in ITALIC or "font-style:italic" in style
        bold = mark.bold or tag in BOLD or "font-weight:bold" in style or "font-weight:700" in style
        href = (address(element.get("href")) or mark.href) if tag == "a" else mark.href
        return replace(mark, italic=italic, bold=bold, href=href)

    def put(self, text: str | None, mark: Mark) -> None:
        """Words."""
        if text:
            self.held.append(Run(text=text, italic=mark.italic, bold=mark.bold, href=mark.href))

    def flush(self) -> None:
        """End the block that is being gathered."""
        runs = tidy(self.held)
        self.held = []
        if not runs or not any(run.text.strip() for run in runs):
            return
        bold = all(run.bold for run in runs if run.text.strip())
        self.lines.append(replace(self.style, runs=runs, bold=bold and self.style.heading is None))
        self.style = replace(self.style, label=None, heading=None, depth=None)

    def table(self, element: etree._Element, mark: Mark, nested: int) -> None:
        """A table; one of a single cell is a box around blocks."""
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows_of(element)]
        rows = [row for row in rows if row]
        if len(rows) == 1 and len(rows[0]) == 1:
            for child in [rows[0][0]]:
                self.style = Line()
                self.put(child.text, mark)
                for inner in child:
                    self.walk(inner, None, mark, nested + 1)
                    self.put(inner.tail, mark)
            self.flush()
            return
        texts = [[cell_words(cell) for cell in row] for row in rows]
        width = max((len(row) for row in texts), default=0)
        grid = tuple(tuple(row + [""] * (width - len(row))) for row in texts if any(row))
        if grid:
            self.lines.append(Line(rows=grid, place=f"line {element.sourceline}"))
