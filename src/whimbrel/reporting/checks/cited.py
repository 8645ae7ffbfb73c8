"""Citations that lead nowhere: a place that this document has not, a text that is not on
record."""

import re
from collections import defaultdict
from collections.abc import Iterator

from whimbrel.citations import Citation, Kind
from whimbrel.engagements.passage import Passage
from whimbrel.reporting.checks.finding import Finding, finding
from whimbrel.reporting.checks.ground import Ground, plain, rule
from whimbrel.reporting.checks.words import pattern
from whimbrel.symbols.document import DocumentSymbol, normal

DOCUMENTS = (Kind.DOCUMENT, Kind.INFORMATION)
ITEM = re.compile(r"^(?P<decision>[\d.]+)\s?\(?(?P<item>[a-z])\)$")


@rule("citation-unresolved")
def citation_unresolved(ground: Ground) -> Iterator[Finding]:
    """A pointer to a paragraph, annex or item that is not there; with a record, a document that
    does not exist."""
    quoted = {one.decision for one in ground.told.provisions}
    items = {plain(one.id) for one in ground.told.provisions} | {plain(one) for one in quoted}
    for passage in ground.told.passages:
        if passage.placed.quoted:
            continue
        for one in passage.citations:
            if one.kind is Kind.INTERNAL and one.target is None and here(one, ground):
                yield finding("citation-inside", passage.address, one.surface, words=one.surface)
            elif one.kind is Kind.DECISION_PROVISION:
                yield from not_quoted(one, passage, quoted, items)
    yield from not_on_record(ground)


def here(one: Citation, ground: Ground) -> bool:
    """True where the words say that the place is in this document: "paragraph 9 above", "the annex
    to this decision". A bare number may be of the text that was named before."""
    return bool(pattern(ground.language, "here").search(one.surface))


def not_quoted(
    one: Citation, passage: Passage, quoted: set[str], items: set[str]
) -> Iterator[Finding]:
    """An item that the decision, as it is quoted here, does not have."""
    match = ITEM.match((one.target or "").rpartition("/Decision/")[2])
    if match and match["decision"] in quoted and plain(match[0]) not in items:
        # A decision with items under items is quoted by its inner ones.
        if any(each.startswith(plain(match[0])) for each in items):
            return
        yield finding(
            "citation-item",
            passage.address,
            one.surface,
            provision=match[0],
            decision=match["decision"],
        )


def not_on_record(ground: Ground) -> Iterator[Finding]:
    """The documents of each meeting on record that are cited and not among those on record: once a
    meeting, where the first of them is cited."""
    missing: defaultdict[str, list[tuple[Passage, Citation]]] = defaultdict(list)
    for passage in ground.told.passages:
        if passage.placed.quoted:
            continue
        for one in passage.citations:
            meeting = unknown(one, ground)
            if meeting:
                missing[meeting].append((passage, one))
    for meeting, listed in missing.items():
        passage, first = listed[0]
        symbols = dict.fromkeys(one.target or "" for _, one in listed)
        yield finding(
            "citation-unknown", passage.address, first.surface,
            also=(each.address for each, _ in listed), meeting=meeting,
            symbols=", ".join(symbols),
        )  # fmt: skip


def unknown(one: Citation, ground: Ground) -> str | None:
    """The meeting of a document that is cited, where the record has others of that meeting and not
    this one."""
    known = ground.record.symbols
    if one.kind not in DOCUMENTS or not known or not one.target or normal(one.target) in known:
        return None
    meeting = DocumentSymbol(text=one.target).meeting
    held = meeting and any(each.startswith(meeting + "/") for each in known)
    return meeting if held else None
