"""A Document -> PDF in COP house style, through typst.

The paper goes to typst as data, never as markup: what looks like markup in it is printed as words.
The pages are tagged for screen readers, with title, language and an outline.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from whimbrel.document import Document, Kind, Node, Run, walk
from whimbrel.document.bookmark import bookmark
from whimbrel.document.flat import size
from whimbrel.document.normal import normal, note_keys
from whimbrel.document.word import followed, look_in_word
from whimbrel.writing.columns import columns
from whimbrel.writing.cover import cover, tied
from whimbrel.writing.docx_numbers import item_indent
from whimbrel.writing.figure import Figure
from whimbrel.writing.house_style import HouseStyle, cover_words, house_style, turned_for
from whimbrel.writing.typesetting import Refused, typeset

Data = dict[str, Any]


def pdf_of(
    document: Document, *, style: str = "cms", figures: Mapping[str, Figure] | None = None
) -> bytes:
    """The PDF of a document; `figures`: by the address of the node that they stand below.

    ValueError for a house style that does not exist, and for a figure at no address of the
    document.
    """
    document = normal(document)
    pages = Pages(document, turned_for(document, house_style(style)), figures or {})
    parts = pages.parts()
    try:
        return typeset(parts, "pdf", standard="ua-1")
    except Refused:
        # PDF/UA has no place for some papers, such as one with a heading without words; their pages
        # are tagged all the same.
        return typeset(parts, "pdf")


class Pages:
    """What typst is given of one paper."""

    def __init__(
        self, document: Document, style: HouseStyle, figures: Mapping[str, Figure]
    ) -> None:
        self.document, self.style, self.figures = document, style, figures
        self.said = cover_words(document.masthead.language)
        self.keys = note_keys(document)
        self.placed = list(walk(document))
        self.places = frozenset(placed.address for placed in self.placed)
        self.called: set[str] = set()
        if strangers := sorted(set(figures) - self.places):
            raise ValueError(f"there is a figure for {strangers[0]!r}, which is no address here")
        page = style.page
        self.width = page.width - page.left - page.right
        self.drawings: dict[str, bytes] = {}

    def parts(self) -> dict[str, bytes]:
        """The files that typst compiles, by name."""
        data = json.dumps(self.data(), ensure_ascii=False)
        template = (files("whimbrel.writing") / "cop.typ").read_bytes()
        return {"main.typ": template, "data.json": data.encode(), **self.drawings}

    def tie(self, text: str) -> str:
        """Words with spaces that hold."""
        return tied(text, self.said)

    def data(self) -> Data:
        """The paper as data."""
        document, head, style = self.document, self.document.masthead, self.style
        lines = cover(head, style)
        small = size(document.summary)
        body = small + size(document.nodes)
        notes = [
            {"mark": note.label or "*", "runs": list(self.runs(note.runs))}
            for note in document.notes
        ]
        summary = list(self.blocks(0, small))
        nodes = list(self.blocks(small, body))
        again = bool(lines) and style.title_again
        date = head.date
        return {
            "style": asdict(style) | {"source": "", "caption": self.caption()},
            "language": head.language or "en",
            "title": head.title or head.symbol or self.said.untitled,
            "author": head.author or "Whimbrel",
            "keywords": [head.symbol] if head.symbol else [],
            "date": {"year": date.year, "month": date.month, "day": date.day} if date else None,
            "symbol": head.symbol or "",
            "words": {
                "summary": self.tie(self.said.summary),
                "page": self.said.page,
                "notes": self.said.notes,
            },
            "cover": [
                {
                    "place": line.place,
                    "text": self.tie("".join(piece.text for piece in line.pieces)),
                }
                for line in lines
            ],
            "again": self.tie(head.title) if head.title and again else None,
            "summary": summary,
            "body": nodes,
            "notes": notes,
            "uncalled": [at for at, key in enumerate(self.keys) if key not in self.called],
        }

    def caption(self) -> Data:
        """The look of the words above tables and figures."""
        small = self.style.text.small + 1
        return {
            "size": small, "bold": True, "italic": False, "align": "left", "before": 6, "after": 4,
        }  # fmt: skip

    def blocks(self, first: int, last: int) -> Iterator[Data]:
        """The nodes between two places, in reading order."""
        for placed in self.placed[first:last]:
            node, look = placed.node, look_in_word(placed)
            above = placed.within[-1] if placed.within else None
            label = None if numbered_above(node, above) else node.label
            left, hanging = self.indents(node, look.level, look.quoted, label)
            yield {
                "kind": str(node.kind),
                "id": bookmark(placed.address),
                "label": label,
                "level": max(1, look.level),
                "left": left,
                "hanging": hanging,
                "runs": list(self.runs(node.runs)),
                "rows": node.rows,
                "widths": columns(node.rows, self.width, self.style.text.small),
                "new_page": first > 0 or not self.document.summary,
                "figures": list(self.drawn(placed.address)),
            }

    def indents(
        self, node: Node, level: int, quoted: bool, label: str | None
    ) -> tuple[float, float]:
        """How far words stand in, and how far back their number; millimetres."""
        indents = self.style.indents
        inner = indents.number + indents.quotation if quoted else 0.0
        if node.kind is Kind.ITEM:
            return item_indent(self.style, level, quoted), indents.item
        if node.kind is Kind.DECISION and label is not None:
            hanging = indents.number + (2 if quoted else 5)
            return inner + hanging, hanging
        if node.kind is Kind.PARAGRAPH and label is not None:
            return inner + indents.number, indents.number
        return inner, 0.0

    def runs(self, runs: Sequence[Run]) -> Iterator[Data]:
        """Words in their dress, and calls of footnotes."""
        for run in runs:
            if run.note is not None:
                yield {"note": self.keys.index(run.note), "again": run.note in self.called}
                self.called.add(run.note)
                continue
            place = (run.href or "").removeprefix("#")
            inside = (run.href or "").startswith("#") and place in self.places
            yield {
                "t": self.tie(run.text),
                "i": run.italic,
                "b": run.bold,
                "href": followed(run.href) if run.href else None,
                "to": bookmark(place) if inside and not place.startswith("note_") else None,
            }

    def drawn(self, address: str) -> Iterator[Data]:
        """The figure that stands below a node."""
        figure = self.figures.get(address)
        if figure is None:
            return
        number = len(self.drawings) + 1
        name = f"figure-{number}.svg"
        self.drawings[name] = figure.svg.encode()
        yield {
            "title": self.tie(self.said.figure.format(number=number, title=figure.title)),
            "file": name,
            "alt": figure.alt,
            "width": min(figure.width, self.width),
            "rows": figure.table,
            "widths": columns(figure.table, self.width, self.style.text.small),
        }


def numbered_above(node: Node, above: Node | None) -> bool:
    """True for a decision whose number its addressee line prints already."""
    return (
        node.kind is Kind.DECISION
        and above is not None
        and above.kind is Kind.DIRECTED
        and node.label is not None
        and node.label == above.label
        and above.children[0] is node
    )
