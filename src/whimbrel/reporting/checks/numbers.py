"""Numbers: of draft decisions, of the meeting and its papers, of paragraphs and items."""

import re
from collections.abc import Iterator

from whimbrel.document import Document, Kind, Node, walk
from whimbrel.document.walk import clean, numbered
from whimbrel.reporting.checks.finding import MASTHEAD, Finding, finding
from whimbrel.reporting.checks.ground import Ground, rule
from whimbrel.symbols import MeetingRef
from whimbrel.symbols.meeting import ordinal

PLACEHOLDER = re.compile(r"(?P<meeting>\d{1,3})\.[A-Z]{2,3}")
"""A number that a draft has until it is adopted: `14.AA`."""
IN_SYMBOL = re.compile(r"/(?P<meeting>[A-Z][A-Za-z-]*?\d{1,3})(?=/)")
ORDINAL_AND_SHORT = re.compile(
    r"""
    (?P<long> [^()]{8,90} )                            # "its 15th meeting "
    \( (?P<short> [A-Z][A-Za-z-]*\d{1,3} ) (?=[,)])   # "(COP15," or "(COP15)"
    """,
    re.VERBOSE,
)
LONGEST_FORM = 9
"""Words of the long form of a meeting before its short form."""


@rule("number-twice")
def number_twice(ground: Ground) -> Iterator[Finding]:
    """Two drafts with one number; two items or paragraphs in a row with one number."""
    first: dict[str, str] = {}
    for draft in ground.told.drafts:
        if not draft.duplicate or not draft.ref:
            continue
        if draft.ref in first:
            count = sum(one.ref == draft.ref for one in ground.told.drafts)
            yield finding(
                "number-twice-draft",
                draft.address,
                draft.ref,
                also=(first[draft.ref],),
                number=draft.ref,
                count=count,
            )
        first.setdefault(draft.ref, draft.address)
    yield from in_a_row(ground.told.document)


def in_a_row(document: Document) -> Iterator[Finding]:
    """Neighbours that have the same number."""
    before: dict[int, tuple[Node, str]] = {}
    for placed in walk(document):
        node = placed.node
        # An "o" before every item is Word's second bullet.
        if node.kind not in (Kind.PARAGRAPH, Kind.ITEM) or clean(node.label) in ("", "o"):
            continue
        if not numbered(node.label):
            continue
        around = id(placed.within[-1]) if placed.within else 0
        last, address = before.get(around, (None, ""))
        if last and last.kind is node.kind and clean(last.label) == clean(node.label):
            label = clean(node.label)
            yield finding("number-twice-row", placed.address, label, also=(address,), number=label)
        before[around] = (node, placed.address)


@rule("number-prefix")
def number_prefix(ground: Ground) -> Iterator[Finding]:
    """A draft that has the number of another meeting than that of its document."""
    meeting = meeting_of(ground)
    if meeting is None:
        return
    for draft in ground.told.drafts:
        match = PLACEHOLDER.fullmatch(draft.ref)
        if match and int(match["meeting"]) != meeting.number:
            yield finding(
                "number-prefix",
                draft.address,
                draft.ref,
                number=draft.ref,
                meeting=meeting,
                wanted=f"{meeting.number}{draft.ref[match.end('meeting') :]}",
            )


def meeting_of(ground: Ground) -> MeetingRef | None:
    """The meeting of the first page; where its words are not understood, that of the symbol."""
    return reference(ground.told.document.masthead.meeting or "") or in_symbol(ground)


def in_symbol(ground: Ground) -> MeetingRef | None:
    """The meeting that the symbol of the document names: the COP15 of `UNEP/CMS/COP15/Doc.18.1`."""
    match = IN_SYMBOL.search(ground.told.document.masthead.symbol or "")
    return reference(match["meeting"]) if match else None


def reference(text: str) -> MeetingRef | None:
    """A meeting as printed; None where the words name none that is known."""
    try:
        return MeetingRef.parse(text)
    except ValueError:
        return None


@rule("first-page")
def first_page(ground: Ground) -> Iterator[Finding]:
    """A first page whose symbol, meeting, agenda item and dates do not agree."""
    head = ground.told.document.masthead
    meeting, other = meeting_of(ground), in_symbol(ground)
    if meeting and other and meeting.series == other.series and meeting != other:
        yield finding(
            "first-page-meeting",
            MASTHEAD,
            head.symbol or "",
            symbol=head.symbol or "",
            meeting=meeting,
        )
    if head.starts and head.ends and head.ends < head.starts:
        yield finding(
            "first-page-days", MASTHEAD, head.meeting or "", starts=head.starts, ends=head.ends
        )


@rule("meeting-number")
def meeting_number(ground: Ground) -> Iterator[Finding]:
    """A meeting whose number in words is not that of its short form: the 14th meeting (COP15)."""
    for passage in ground.told.passages:
        for match in ORDINAL_AND_SHORT.finditer(passage.text):
            short = reference(match["short"])
            if short is None:
                continue
            long, said = spelled_out(match["long"], short)
            if long is None or long.series != short.series or long.number == short.number:
                continue
            start = match.start("long") + match["long"].rfind(said)
            end = match.end("short")
            end += passage.text[end : end + 1] == ")"
            words = passage.text[start:end]
            yield finding("meeting-number", passage.address, words, long=said, short=match["short"])


ALONE = re.compile(
    r"""
    (?P<ordinal> [\w.ªº-]+ ) \s+
    (?: meeting | session | réunion | reunión | período\sde\ssesiones ) \s* $
    """,
    re.VERBOSE,
)
"""`its 15th meeting` right before `(COP15)`: of the series that the short form names."""


def spelled_out(text: str, short: MeetingRef) -> tuple[MeetingRef | None, str]:
    """The meeting that the last words of a text name, and these words."""
    alone = ALONE.search(text)
    if alone:
        try:
            number = ordinal(alone["ordinal"].casefold())
        except ValueError:
            return None, ""
        return MeetingRef(series=short.series, number=number), alone[0].strip()
    words = text.split()
    for count in range(3, min(LONGEST_FORM, len(words)) + 1):
        said = tail(text, count)
        found = reference(said)
        if found is not None:
            return found, said
    return None, ""


def tail(text: str, count: int) -> str:
    """The last words of a text, as printed."""
    starts = [match.start() for match in re.finditer(r"\S+", text)]
    return text[starts[-count] :].strip()
