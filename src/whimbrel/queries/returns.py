"""Copies of a report that came back: each change and comment at its place, and what was decided."""

from collections import Counter
from dataclasses import dataclass

from whimbrel.mandates.compare import compare
from whimbrel.queries.papers import inside
from whimbrel.queries.reports import Reported, found, row
from whimbrel.queries.scope import reader
from whimbrel.register.models import Remark, Returned


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One change or comment."""

    number: int
    kind: str
    place: str
    """The piece of the report; empty where it stands at none."""
    address: str
    author: str
    written: str
    """When, as the file says it."""
    before: str
    after: str
    redline: tuple[tuple[str, str], ...]
    """(same, removed or added; words). Empty for a comment."""
    sure: bool
    verdict: str
    by: str
    """Who decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One file that came back."""

    file_name: str
    of: str
    """The name under which it had gone out: `first`, `Rev.1`."""
    by: str
    at: str
    open: int
    remarks: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """Everything that came back of one report."""

    reported: Reported
    copies: tuple[Copy, ...]
    """The newest first."""
    open: int


def returned(by: str | None, key: str) -> Back | None:
    """What came back of a report; None where there is none to be seen, and outside the office."""
    who = reader(by)
    one = found(who, key)
    if one is None or not inside(who):
        return None
    listed = Returned.objects.filter(issued__report=one).order_by("-pk").defer("file")
    copies = tuple(map(copy, listed.select_related("issued", "by").prefetch_related("remarks__by")))
    return Back(reported=row(one), copies=copies, open=sum(each.open for each in copies))


def copy(one: Returned) -> Copy:
    """One file with what is in it."""
    remarks = tuple(map(said, one.remarks.all()))
    return Copy(
        file_name=one.file_name, of=str(one.issued), by=one.by.name, at=one.at.isoformat(),
        open=Counter(each.verdict for each in remarks)["open"], remarks=remarks,
    )  # fmt: skip


def said(one: Remark) -> Said:
    """One change or comment."""
    parts = () if one.kind == "comment" else compare(one.before, one.after).parts
    return Said(
        number=one.pk, kind=one.kind, place=one.place, address=one.eid, author=one.author,
        written=one.written, before=one.before, after=one.after,
        redline=tuple((str(each.kind), each.words) for each in parts), sure=one.sure,
        verdict=str(one.verdict), by=one.by.name if one.by else "",
    )  # fmt: skip
