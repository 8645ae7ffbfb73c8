"""References that print the whole name of a text: symbols, web addresses, notifications."""

import re

from whimbrel.citations.citation import How, Kind
from whimbrel.citations.kinds import kind_of
from whimbrel.citations.linked import symbol_of
from whimbrel.citations.scan import Scan
from whimbrel.symbols.document import AGAIN, CITES, SYMBOL, DocumentSymbol, added, normal, plausible

URL = re.compile(r"(?:https?://|www\.)[^\s<>\"“”»]+")
CITES_HEAD = re.compile(r"(?:(?:CITES|Ramsar)\s)?(?:CoP|COP|SC|AC|PC)\s?\d{1,2}\s$")
SHORT = re.compile(r"(?:Doc|Inf|CRP)\.\s?\d+(?:\.\d+)*(?:/(?:Rev|Add)\.\d)?")
NOTIFICATION = re.compile(
    r"""
    [Nn]oti (?: fications? | ficación | ficaciones )
    (?: \s (?: to\sthe | aux | a\slas ) \s (?: Parties | Partes ) )?
    \s (?: No\.? | n[°ºo]\.? | núm\. ) \s?
    (?P<number> (?:19|20)\d\d / \d{1,3} )
    """,
    re.VERBOSE,
)

UNKNOWN = re.compile(r"(?<![\w/])[A-Z][A-Za-z]{1,9}(?:/[A-Z][\w.-]{1,19})+/$")
"""The beginning of a symbol, up to its `Doc`."""


def symbol(scan: Scan, start: int, at: int) -> None:
    """The symbol of a document that starts at `start` and has a stroke at `at`."""
    match = SYMBOL.match(scan.text, start)
    if not match or match.end() <= at or not plausible(match[0]):
        return
    end = match.end()
    dashed = scan.text[end : end + 1] in ("-", "–")
    again = SYMBOL.match(scan.text, end + 1) if dashed else None
    # A/70/95-S/2015/446 is one document under two symbols; two of one series are a range.
    if again and again[0].partition("/")[0] != match[0].partition("/")[0]:
        end = again.end()
    document(scan, start, end, normal(match[0]))


def document(scan: Scan, start: int, end: int, name: str) -> None:
    """Cite a document; an instrument named right behind it is printed in it."""
    kind = Kind.SELF if name == scan.context.symbol else kind_of(name)
    place = place_behind(scan, end)
    scan.cite(start, end, kind, name, How.PRINTED, place[0].strip(" ,()") if place else None)
    again = AGAIN.match(scan.text, end)
    if again:
        for more in added(name, again):
            scan.cite(again.start("suffix"), again.end(), kind, more, How.PRINTED)
        end = again.end()
    scan.end = place.end() if place else end
    inside = scan.grammar.inside.match(scan.text, end)
    if inside:
        scan.inside = (inside.end(), len(scan.found) - 1)


def place_behind(scan: Scan, end: int) -> re.Match[str] | None:
    """`, para. 24` behind a symbol, or behind the bracket that it stands in."""
    bracket = scan.text.startswith(")", end)
    return scan.grammar.place.match(scan.text, end + 1 if bracket else end)


def meeting_document(scan: Scan, at: int) -> None:
    """`CoP19 Doc. 12`, and `Doc.18.1` alone, which is one of the meeting whose document this is."""
    head = CITES_HEAD.search(scan.text, max(scan.end, at - 16), at)
    match = CITES.match(scan.text, head.start()) if head else None
    if match:
        document(scan, match.start(), match.end(), without_stroke(scan, match[0]))
        return
    short = SHORT.match(scan.text, at)
    series = UNKNOWN.search(scan.text, max(scan.end, at - 60), at)
    if short and series:
        # The series of a body that the facts do not know: its symbol stands as it is printed.
        document(scan, series.start(), short.end(), normal(scan.text[series.start() : short.end()]))
        return
    meeting = DocumentSymbol(text=scan.context.symbol).meeting if scan.context.symbol else None
    if meeting and short and not scan.text[at - 1 : at].isalnum():
        document(scan, at, short.end(), normal(f"{meeting}/{short[0]}"))


def without_stroke(scan: Scan, printed: str) -> str:
    """`COP14 Doc. 9` is one of CMS in a document of CMS; elsewhere it is one of the wetlands."""
    own = DocumentSymbol(text=scan.context.symbol).series if scan.context.symbol else None
    if own and printed.startswith("COP"):
        return normal(f"{own}/{printed}")
    wetlands = scan.context.organ is not None and scan.context.organ.key == "ramsar"
    return normal(f"Ramsar {printed}" if wetlands and printed.startswith("SC") else printed)


def address(scan: Scan, at: int) -> None:
    """A web address; one that leads to a document of the United Nations cites its symbol."""
    match = URL.match(scan.text, at)
    if not match:
        return
    end = match.end()
    while scan.text[end - 1] in ".,;:)]'!?" and not balanced(scan.text[at:end]):
        end -= 1
    printed = scan.text[at:end]
    url = printed if printed.startswith("http") else f"https://{printed}"
    scan.cite(at, end, Kind.URL, symbol_of(url) or url, How.PRINTED)
    scan.end = end


def balanced(url: str) -> bool:
    """True where an address ends with a bracket that it opened itself."""
    return url.endswith(")") and url.count("(") >= url.count(")")


def notification(scan: Scan, at: int) -> None:
    """`Notification to the Parties No. 2023/045`: so CITES numbers what it tells its Parties."""
    match = NOTIFICATION.match(scan.text, at - 1) if at else None
    if match:
        target = f"CITES Notification No. {match['number']}"
        scan.cite(match.start(), match.end(), Kind.DOCUMENT, target, How.SHAPE)
        scan.end = match.end()
