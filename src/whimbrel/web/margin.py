"""A reading as a note in the margin, and as fields of a form."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as known

from whimbrel.queries.documents import Judged
from whimbrel.web.vocabulary import all_told, word

FIXED = frozenset({"address", "quote", "quotes", "id", "locus", "paragraph", "paragraphs", "how"})
"""Fields that say where a row comes from: nobody corrects those."""
SHAPES = {"proposed": "○", "accepted": "●", "corrected": "◐", "rejected": "✕"}
WORDS = {
    "organisations": known("Body"), "groups": known("Class of bodies"),
    "engagements": known("Engagement"), "agreements": known("Agreement"),
    "statuses": known("Status"), "positions": known("Position"),
    "provisions": known("Provision"), "draft_decisions": known("Draft decision"),
    "citations": known("Citation"), "countries": known("Country"), "species": known("Species"),
    "dates": known("Date"), "recommended_actions": known("Recommended action"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A line in the margin."""

    kind: str
    place: int
    name: str
    text: str
    state: str
    shape: str
    sure: bool
    by: str | None
    change: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a row as a form asks for it."""

    name: str
    label: str
    value: str
    several: bool
    """One value a line."""
    theirs: str | None = None
    """What somebody else wrote there meanwhile; None where it is the same."""


def noted(one: Judged) -> Note:
    """A reading as a note."""
    return Note(
        kind=one.kind,
        place=one.place,
        name=_(WORDS[one.kind]) if one.kind in WORDS else one.kind,
        text=told(one.kind, one.row),
        state=one.state,
        shape=SHAPES[one.state],
        sure=one.sure,
        by=one.by,
        change=one.change,
    )


def told(kind: str, row: Mapping[str, object]) -> str:
    """A row in a few words."""
    parts: tuple[object, ...]
    match kind:
        case "engagements":
            date = row.get("date")
            when = date.get("surface") if isinstance(date, dict) else None
            parts = (row["title"], joined(row.get("partners")), when)
        case "statuses":
            parts = (row["provision"], word(row["status"]), row.get("reason"))
        case "positions":
            parts = (row["holder"], row["stance"], None)
        case "agreements":
            parts = (row["name"], word(row["kind"]), word(row["state_at_document_date"]))
        case "provisions" | "draft_decisions":
            name = row.get("id") or row.get("ref")
            asked = joined(all_told(addressees(row)))
            parts = (name, asked, word(row["deontic"]), renewing(row))
        case "citations":
            parts = (row["surface"], joined(row.get("targets")), None)
        case _:
            name = row.get("name") or row.get("surface") or word(row.get("action"))
            parts = (name, word(row.get("kind")))
    return " · ".join(str(part) for part in parts if part)


def renewing(row: Mapping[str, object]) -> str:
    """From which provision a draft goes on, where its document says so."""
    name = row.get("renews")
    return _("goes on from %(name)s") % {"name": name} if name else ""


def addressees(row: Mapping[str, object]) -> list[str]:
    """Who is asked by a provision."""
    listed = row.get("addressee")
    return [str(one) for one in listed] if isinstance(listed, list) else []


def joined(value: object) -> str:
    """A list in one line."""
    return ", ".join(map(str, value)) if isinstance(value, list) else ""


def fields(row: Mapping[str, object]) -> tuple[Field, ...]:
    """The fields of a row that a person may correct."""
    return tuple(
        Field(
            name=name,
            label=word(name).capitalize(),
            value="\n".join(map(str, value)) if isinstance(value, list) else str(value or ""),
            several=isinstance(value, list),
        )
        for name, value in row.items()
        if name not in FIXED and plain(value)
    )


def plain(value: object) -> bool:
    """Whether a form can ask for a value: words, or a list of words."""
    if isinstance(value, bool):
        return False
    if isinstance(value, list):
        return all(isinstance(each, str) for each in value)
    return value is None or isinstance(value, str)


def corrected(row: Mapping[str, object], sent: Mapping[str, str]) -> dict[str, object]:
    """The row with what a person wrote; fields that were not sent stay."""
    better = dict(row)
    for one in fields(row):
        if one.name not in sent:
            continue
        words = sent[one.name].strip()
        if one.several:
            better[one.name] = [line.strip() for line in words.splitlines() if line.strip()]
        else:
            better[one.name] = words or None
    return better


def beside(now: Mapping[str, object], sent: Mapping[str, str]) -> tuple[Field, ...]:
    """The fields with what a person wrote, each with what it holds now where that is another."""
    theirs = {one.name: one.value for one in fields(now)}
    return tuple(
        replace(one, theirs=theirs[one.name]) if one.value != theirs.get(one.name, "") else one
        for one in fields(corrected(now, sent))
    )
