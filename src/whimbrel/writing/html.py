"""HTML: one quiet page to read, print and link to, without scripts and without anything fetched.

Every node has its address as id and a permalink; `data-kind` says what it is, so the page is read
back without loss.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from whimbrel.document import Document, Kind, Masthead, Node, Placed, Run, walk
from whimbrel.document.cited import Cited, marked
from whimbrel.document.flat import DATES, masthead_fields
from whimbrel.document.form import VERSION
from whimbrel.document.normal import note_keys
from whimbrel.writing.html_page import STYLE, WORDS, live

TITLED = (Kind.HEADING, Kind.ANNEX)


def html_of(document: Document, *, citations: Mapping[str, Sequence[Cited]] | None = None) -> str:
    """The page of a document in normal form. The keys of `citations` are addresses."""
    return "\n".join(Page(document, citations or {}).whole()) + "\n"


class Page:
    """Writes one document, in the order in which `walk` places its nodes."""

    def __init__(self, document: Document, citations: Mapping[str, Sequence[Cited]]) -> None:
        self.document = document
        self.places = walk(document)
        self.addresses = frozenset(placed.address for placed in walk(document))
        self.citations = citations
        self.notes = dict(zip(note_keys(document), document.notes, strict=True))
        self.names = WORDS.get(document.masthead.language or "", WORDS["en"])

    def whole(self) -> Iterator[str]:
        """The lines of the page."""
        document, head = self.document, self.document.masthead
        language = f' lang="{head.language}"' if head.language else ""
        title = " ".join(filter(None, (head.symbol, head.title))) or self.names["untitled"]
        yield "<!DOCTYPE html>"
        yield f"<html{language}>"
        yield '<head>\n<meta charset="utf-8">'
        yield f'<meta name="generator" content="Whimbrel {VERSION}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>"
        yield "<body>\n<article>"
        yield from self.masthead(head)
        for part, nodes in (("summary", document.summary), ("body", document.nodes)):
            if nodes:
                yield f'<section data-part="{part}" class="{part}">'
                for node in nodes:
                    yield from self.node(node)
                yield "</section>"
        if document.notes:
            yield f'<section data-part="notes" class="notes" aria-label="{self.names["notes"]}">'
            for node in document.notes:
                yield from self.node(node)
            yield "</section>"
        yield "</article>\n</body>\n</html>"

    def masthead(self, head: Masthead) -> Iterator[str]:
        """The title, the fields under it, and the lines of the first page folded away."""
        fields = masthead_fields(head)
        fields.pop("language", None)
        title = fields.pop("title", None)
        if not (title or fields or head.lines):
            return
        yield "<header>"
        if title:
            yield f'<h1 data-field="title">{escape(title)}</h1>'
        if fields:
            yield "<dl>"
            for name, value in fields.items():
                shown = (
                    f'<time datetime="{value}">{value}</time>' if name in DATES else escape(value)
                )
                yield f'<dt>{self.names[name]}</dt><dd data-field="{name}">{shown}</dd>'
            yield "</dl>"
        if head.lines:
            yield f"<details><summary>{self.names['lines']}</summary>"
            yield from [f'<p data-field="line">{escape(line)}</p>' for line in head.lines]
            yield "</details>"
        yield "</header>"

    def node(self, node: Node, *, quoting: bool = False) -> Iterator[str]:
        """A node and all below it: sections for titles, a quotation for words of another
        instrument."""
        placed = next(self.places)
        tag = (
            "section"
            if node.kind in TITLED
            else "blockquote"
            if placed.quoted and not quoting
            else "div"
        )
        # The number of a decision that its addressee line prints is not shown once more below it.
        said = " data-numbered" if node.kind is Kind.DIRECTED and node.label else ""
        kind = f'class="{node.kind}" data-kind="{node.kind}"{said}'
        yield f'<{tag} id="{escape(placed.address)}" {kind}>'
        yield from self.table(node) if node.kind is Kind.TABLE else self.words(placed)
        for child in node.children:
            yield from self.node(child, quoting=placed.quoted)
        yield f"</{tag}>"

    def words(self, placed: Placed) -> Iterator[str]:
        """Label, words and permalink in one line."""
        node, address = placed.node, escape(placed.address)
        tag = f"h{min(6, 2 + titles_around(placed))}" if node.kind in TITLED else "p"
        inline = self.inline(node.runs, self.citations.get(placed.address, ()))
        link = f'<a class="permalink" href="#{address}" title="{address}">¶</a>'
        yield f"<{tag} data-words>{label(node)}<span data-runs>{inline}</span> {link}</{tag}>"

    def table(self, node: Node) -> Iterator[str]:
        """A table with its caption."""
        yield "<table>"
        if node.label is not None or node.runs:
            inline = self.inline(node.runs, ())
            yield f"<caption data-words>{label(node)}<span data-runs>{inline}</span></caption>"
        for row in node.rows:
            yield "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
        yield "</table>"

    def inline(self, runs: Sequence[Run], cited: Sequence[Cited]) -> str:
        """Runs as mixed content."""
        return "".join(
            self.written(run, each) if run.note is None else self.call(run.note)
            for run, each in marked(runs, cited)
        )

    def written(self, run: Run, cited: Cited | None) -> str:
        """One run: link outside, italics inside. A link that could do harm, or leads to a place
        that is not here, is kept as data and leads nowhere."""
        out = escape(run.text, quote=False)
        if run.italic:
            out = f"<i>{out}</i>"
        if run.bold:
            out = f"<b>{out}</b>"
        if run.href is not None:
            leads = self.leads(run.href)
            return f'<a {"href" if leads else "data-href"}="{escape(run.href)}">{out}</a>'
        if cited is not None and cited.url and self.leads(cited.url):
            return f'<a data-cited href="{escape(cited.url)}">{out}</a>'
        return out

    def leads(self, href: str) -> bool:
        """True for a link that a reader of the page may follow and that arrives."""
        if href.startswith("#"):
            return href.removeprefix("#") in self.addresses
        return live(href)

    def call(self, key: str) -> str:
        """The call of a footnote, by its printed mark."""
        shown = self.notes[key].label or "*"
        key = escape(key)
        return f'<sup><a data-note="{key}" href="#note_{key}">{escape(shown)}</a></sup>'


def titles_around(placed: Placed) -> int:
    """How many headings and annexes stand around a node."""
    return sum(node.kind in TITLED for node in placed.within)


def label(node: Node) -> str:
    """The printed label, with a space after it."""
    return "" if node.label is None else f'<span class="label">{escape(node.label)}</span> '
