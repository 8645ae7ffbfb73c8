"""Symbol -> Akoma Ntoso address of the work, after the naming of AKN4UN.

`A/RES/78/155` of 19 December 2023 -> `/akn/un/statement/deliberation/unga/2023-12-19/78-155/`.
"""

import re
from datetime import date

from whimbrel.symbols.organ import organ_of

UNDATED = "0001"
"""Akoma Ntoso asks for a year; this one says that we know none."""
DELIBERATION = re.compile(
    r"(?P<series>[A-Za-z/.]+?)/?(?:EA\.)?(?P<session>\d+)?/?(?P<word>RES|DEC|Res\.|Dec\.|Resolution|Decision)/?(?P<number>.+)"
)
FIRST_SESSION = 1945
"""The General Assembly met in its first session in 1946; session 78 opened in 2023."""


def work_iri(symbol: str, on: date | None = None) -> str:
    """The address of the work with this symbol, always valid; `on` is the day of adoption."""
    one = organ_of(symbol)
    actor = one.actor if one and one.actor else "un"
    match = DELIBERATION.fullmatch(symbol)
    day = on.isoformat() if on else str(year(symbol))
    if match and match["word"]:
        number = "-".join(part for part in (match["session"], match["number"]) if part)
        subtype = "decision" if match["word"].lower().startswith("dec") else "deliberation"
        return f"/akn/un/statement/{subtype}/{actor}/{day}/{slug(number)}/"
    return f"/akn/un/doc/document/{actor}/{day}/{slug(symbol)}/"


def slug(text: str) -> str:
    """A number as one part of an address: `78/155` -> `78-155`, `2374 (2017)` -> `2374-2017`."""
    return re.sub(r"[^A-Za-z0-9.]+", "-", text).strip("-.") or "unnumbered"


def year(symbol: str) -> str:
    """The year that a symbol tells: printed, or that in which the session opened."""
    printed = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", symbol)
    if printed:
        return printed[0]
    session = re.match(r"A/(?:RES/|DEC/)?(\d{2,3})/", symbol)
    return str(FIRST_SESSION + int(session[1])) if session else UNDATED
