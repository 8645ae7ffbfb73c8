"""What elements of a web page are: blocks, footnote calls, cells, items, hidden parts."""

from collections.abc import Iterator

from lxml import etree

from whimbrel.document import Run
from whimbrel.document.runs import squeeze, tidy
from whimbrel.reading.docx_numbering import figure, number

BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "ul",
    )
)


LIST_TYPES = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}


NOTE_WORDS = ("footnote", "noteref", "endnote", "fnref", "fn-ref", "_ftn", "_edn")


def cell_words(cell: etree._Element) -> str:
    """The words of a cell, a line a block."""
    parts: list[str] = []
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        apart = "\n" if element.tag in BLOCKS or element.tag == "br" else ""
        words = element.text if event == "start" else element.tail if element is not cell else ""
        parts += (
            [apart, (words or "").replace("\n", " ")] if event == "start" or apart or words else []
        )
    lines = (squeeze(line) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table, not those of tables inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def item_label(holder: etree._Element, item: etree._Element, place: int) -> str:
    """The label that a browser prints before a list item."""
    if holder.tag != "ol":
        return "•"
    form = LIST_TYPES.get(item.get("type") or holder.get("type") or "1", "decimal")
    before = sum(child.tag == "li" for child in holder[:place])
    start, value = holder.get("start") or "1", item.get("value") or ""
    counted = number(value) if value.isdecimal() else number(start, 1) + before
    return f"{figure(counted, form)}."


def hidden(element: etree._Element) -> bool:
    """True for what a browser does not show."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or "display:none" in style
    )


def aknlike(element: etree._Element) -> bool:
    """Akoma Ntoso shown as HTML puts its paragraphs into spans."""
    names = (element.get("class") or "").split()
    return any(
        name in ("akn-p", "akn-paragraph", "akn-point", "akn-heading", "akn-section", "akn-item")
        for name in names
    )


def holder(target: etree._Element) -> etree._Element:
    """The block that a footnote stands in: word processors put the target on the marker inside
    it."""
    if target.tag in BLOCKS:
        return target
    around = [each for each in target.iterancestors() if each.tag in BLOCKS]
    if len(around) > 1 and around[0].tag == "p" and around[1].tag == "div" and around[1].get("id"):
        return around[1]
    return around[0] if around else target


def is_call(link: etree._Element) -> bool:
    """True for a footnote call: in a superscript, or said to be one."""
    told = ("class", "rel", "role", "id", "name", "href")
    names = " ".join(link.get(name) or "" for name in told).lower()
    parent = link.getparent()
    raised = (parent is not None and parent.tag == "sup") or link.find("sup") is not None
    return raised or any(word in names for word in NOTE_WORDS)


def without_marker(runs: tuple[Run, ...], key: str) -> tuple[Run, ...]:
    """A footnote without its own marker and its link back."""
    kept = [run for run in runs if run.text.strip() not in ("↩", "↩︎", "^", "↑")]
    marker = key.partition("~")[0]
    if kept and kept[0].text.strip().strip("[].") == marker:
        kept = kept[1:]
    return tidy(kept)
