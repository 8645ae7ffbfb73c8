"""Documents for tests: plain functions with good defaults, and hypothesis strategies for Documents
in normal form."""

from datetime import date

from hypothesis import strategies as st

from whimbrel.document import Document, Kind, Masthead, Node, Run
from whimbrel.document.normal import normal

NASTY = (
    "*", "**", "_", "__", "`", "#", "+", ">", "|", "<", "&", "[", "]", "](", ")", "\\", "\\\\",
    "[^1]", "<i>", "</i>", "-->", "~~", "===", "---", "|---|", "{", "}", "!", "%", ";", ".",
    "{annex}", "8.", "(a)", "&amp;", "&#32;", "'", '"', "«", "»", "’", "•", "–", "é", "ñ", "汉",
    "%zz", "Requests", "14.10", "## ", "- ", "1. ", "> ", "[^1]: ", ": ", " ", "  ", "Requests ",
    "<!-- annex -->", "e\u0301", "\U0001f426", "\u00ad", "\u200b", "\u2011", "\ufeff", "\0",
    "\u2003", "\u2005", "\u00a0", "\t", "\n", "\u0085",
)  # fmt: skip
LINKS = (
    "https://example.org/a_(b)?x=1&copy;=2#p", "https://example.org/é", "http://[::1", "//host/x",
    "mailto:a@example.org", "#", "#para_8", "javascript:alert(1)", "JaVaScript:x",
    "data:text/html,x", "<x>", "%zz", "\\\\", "a)b", "]", "*", "a b",
)  # fmt: skip


def run(text: str = "", **dress: object) -> Run:
    """`run("Requests", italic=True)`."""
    return Run(text=text, **dress)  # type: ignore[arg-type]


def node(
    kind: Kind,
    text: str = "",
    *children: Node,
    label: str | None = None,
    runs: tuple[Run, ...] = (),
) -> Node:
    """A node with plain words."""
    return Node(
        kind=kind, label=label, runs=runs or ((Run(text=text),) if text else ()), children=children
    )


def heading(text: str, *children: Node, label: str | None = None) -> Node:
    """A heading and what stands under it."""
    return node(Kind.HEADING, text, *children, label=label)


def paragraph(text: str, *children: Node, label: str | None = None) -> Node:
    """A paragraph with its items and quoted decisions."""
    return node(Kind.PARAGRAPH, text, *children, label=label)


def item(label: str | None, text: str, *children: Node) -> Node:
    """A lettered or bulleted item."""
    return node(Kind.ITEM, text, *children, label=label)


def decision(label: str, text: str, *children: Node) -> Node:
    """A numbered decision."""
    return node(Kind.DECISION, text, *children, label=label)


def directed(text: str, *children: Node, label: str | None = None) -> Node:
    """The line of the addressees, with its decisions."""
    return node(Kind.DIRECTED, text, *children, label=label)


def annex(label: str, text: str, *children: Node) -> Node:
    """An annex with its title."""
    return node(Kind.ANNEX, text, *children, label=label)


def note(label: str, text: str) -> Node:
    """A footnote."""
    return node(Kind.NOTE, text, label=label)


def table(*rows: tuple[str, ...]) -> Node:
    """A table."""
    return Node(kind=Kind.TABLE, rows=rows)


def progress_report() -> Document:
    """A small report in COP house style, on invented business, with one of everything."""
    return Document(
        masthead=Masthead(
            symbol="UNEP/XYZ/COP9/Doc.7.2",
            title="Cooperation with river basin commissions",
            meeting="9th MEETING OF THE CONFERENCE OF THE PARTIES",
            date=date(2025, 4, 2),
            language="en",
            original="English",
            venue="Tartu, Estonia",
            starts=date(2025, 9, 8),
            ends=date(2025, 9, 12),
            agenda_item="Agenda Item 7.2",
            author="Prepared by the Secretariat",
            lines=(
                "CONVENTION ON RIVERS",
                "9th MEETING OF THE CONFERENCE OF THE PARTIES",
                "Agenda Item 7.2",
            ),
        ),
        summary=(paragraph("This document reports on Decisions 8.3 and 8.4."),),
        nodes=(
            heading(
                "Background",
                Node(
                    kind=Kind.PARAGRAPH,
                    label="1.",
                    runs=(
                        run("At its eighth meeting, "),
                        run("the Conference ", italic=True),
                        run("adopted"),
                        run(note="1"),
                        run(":"),
                    ),
                    children=(
                        directed(
                            "Directed to the Secretariat",
                            decision(
                                "8.3",
                                "The Secretariat shall:",
                                item("a)", "visit the commissions;"),
                                item("b)", "report back."),
                            ),
                        ),
                    ),
                ),
                label="I.",
            ),
            heading(
                "Progress",
                heading(
                    "Visits",
                    paragraph(
                        "Three commissions were visited:",
                        item("•", "Upper Basin;"),
                        item("•", "Lower Basin."),
                    ),
                    label="A.",
                ),
                paragraph("The visits cost:", label="2."),
                table(("Commission", "Euro"), ("Upper Basin | North", "1 200"), ("", "*")),
                label="II.",
            ),
            annex(
                "ANNEX 1",
                "DRAFT DECISIONS",
                directed(
                    "Directed to Parties", decision("9.AA", "Parties are requested to reply.")
                ),
                directed(
                    "Directed to the Secretariat",
                    decision(
                        "9.AA",
                        "The Secretariat shall reply.",
                        item("(a)", "soon;", item("(i)", "in English;")),
                    ),
                ),
            ),
        ),
        notes=(
            Node(
                kind=Kind.NOTE,
                label="1",
                runs=(run("See "), run("Decision 8.3", href="https://example.org/8.3"), run(".")),
            ),
        ),
    )


def texts(max_size: int = 6) -> st.SearchStrategy[str]:
    """Words full of what the written forms use as marks."""
    pieces = st.one_of(
        st.sampled_from(NASTY), st.text(max_size=3), st.sampled_from(("word", "8", "a"))
    )
    return st.lists(pieces, max_size=max_size).map("".join)


def runs() -> st.SearchStrategy[tuple[Run, ...]]:
    """Runs in any dress, with calls of footnotes that may not exist."""
    words = st.builds(
        Run,
        text=texts(4),
        italic=st.booleans(),
        bold=st.booleans(),
        href=st.one_of(st.none(), st.none(), st.sampled_from(LINKS), texts(2)),
    )
    calls = st.builds(Run, note=st.sampled_from(("1", "2", "2~2", "x", "*", "nowhere")))
    return st.lists(st.one_of(words, words, calls), max_size=5).map(tuple)


LABELS = st.one_of(
    st.none(),
    st.sampled_from(
        (
            "1.",
            "8.",
            "8",
            "(a)",
            "a)",
            "(i)",
            "•",
            "-",
            "–",
            "*",
            "#",
            "14.9",
            "9.AA",
            "Annex I",
            "ANNEX",
            "+",
            "1)",
            "content",
            "note_1",
            "whimbrel",
            "12/CP.24",
        )
    ),
    texts(2),
)
ROWS = st.lists(st.lists(texts(2), max_size=3).map(tuple), max_size=3).map(tuple)


def nodes(depth: int = 3) -> st.SearchStrategy[tuple[Node, ...]]:
    """Trees of any kind under any kind."""
    children = nodes(depth - 1) if depth else st.just(())
    return st.lists(
        st.builds(
            Node,
            kind=st.sampled_from(tuple(Kind)),
            label=LABELS,
            runs=runs(),
            children=children,
            rows=ROWS,
        ),
        max_size=3,
    ).map(tuple)


MASTHEADS = st.builds(
    Masthead,
    symbol=st.one_of(
        st.none(),
        st.sampled_from(("A/RES/78/155", "UNEP/CMS/COP15/Doc.18.1", "S/RES/2374 (2017)")),
        texts(),
    ),
    title=st.one_of(st.none(), texts()),
    meeting=st.one_of(st.none(), texts(), st.sampled_from(("yes", "null", "12", "a: b", "x #y"))),
    date=st.one_of(st.none(), st.dates()),
    language=st.sampled_from((None, "en", "fr", "es", "de", "nonsense")),
    original=st.one_of(st.none(), texts(2)),
    venue=st.one_of(st.none(), texts(2)),
    starts=st.one_of(st.none(), st.dates()),
    ends=st.one_of(st.none(), st.dates()),
    agenda_item=st.one_of(st.none(), texts(2)),
    author=st.one_of(st.none(), texts(2)),
    lines=st.lists(texts(3), max_size=3).map(tuple),
)
NOTES = st.lists(
    st.builds(
        Node,
        kind=st.just(Kind.NOTE),
        label=st.one_of(st.sampled_from((None, "1", "2", "2", "1.", "*", "x", "(1)")), texts(1)),
        runs=runs(),
    ),
    max_size=3,
).map(tuple)


def documents() -> st.SearchStrategy[Document]:
    """Documents in normal form."""
    return st.builds(
        Document, masthead=MASTHEADS, summary=nodes(1), nodes=nodes(), notes=NOTES
    ).map(normal)
