"""Citations as writers need them: each with the address that it leads to."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from whimbrel.citations.citation import Citation, Kind
from whimbrel.citations.whole import in_document
from whimbrel.document import Document
from whimbrel.document.cited import Cited
from whimbrel.symbols.iri import work_iri

UN = re.compile(r"(?:A|S|E|ST|T|UNEP|FCCC|ICCD|CAC|CTOC|JIU|HSP|CRC|CCPR|CEDAW|DP|TD)/")
OURS = re.compile(r"(?:CMS|CITES|Ramsar|AEWA|FCCC|ICCD|CBD|IPBES)/(?:Decision|Resolution|Article)/")
"""Targets that name a text, and are no symbol of a document that could be fetched."""
WORKS = (
    Kind.DOCUMENT,
    Kind.INFORMATION,
    Kind.SELF,
    Kind.RESOLUTION,
    Kind.RESOLUTION_PARAGRAPH,
    Kind.RECOMMENDATION,
    Kind.DECISION,
    Kind.DECISION_PROVISION,
    Kind.DECISION_RANGE,
)
"""What is a work of its own, or a part of one."""


def annotate(
    document: Document, found: Mapping[str, Sequence[Citation]] | None = None
) -> dict[str, tuple[Cited, ...]]:
    """Address -> the citations of that node, for `akn_of`, `html_of` and `json_of`."""
    known = in_document(document) if found is None else found
    return {address: tuple(cited(one) for one in listed) for address, listed in known.items()}


def cited(one: Citation) -> Cited:
    """One citation for a writer."""
    return Cited(
        surface=one.surface, target=one.target, start=one.start, iri=iri_of(one), url=url_of(one)
    )


def iri_of(one: Citation) -> str | None:
    """The Akoma Ntoso address of what is cited; that of a place of this document is a fragment."""
    if not one.target:
        return None
    if one.target.startswith(("#", "https://", "http://")):
        return one.target
    return work_iri(one.target) if one.kind in WORKS else None


def url_of(one: Citation) -> str | None:
    """Where a reader is led: a place of this document, the web, a United Nations document."""
    if not one.target:
        return None
    if one.target.startswith(("#", "https://", "http://")):
        return one.target
    if (
        UN.match(one.target)
        and not OURS.match(one.target)
        and not one.target.startswith("UNEP/CMS")
    ):
        return f"https://undocs.org/{quote(one.target.replace(' ', ''), safe='/().')}"
    return None
