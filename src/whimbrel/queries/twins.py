"""Bodies and applications that may be the same as one that applies: a name that is the same, or
nearly. A person says whether they are."""

from dataclasses import dataclass

from whimbrel.engagements.likeness import likeness
from whimbrel.register.models import BodyName, Case

ALIKE = 0.6
"""Shared words by all words, from which two names are called alike. Ours: it errs towards
showing."""
MOST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """A body or another application with a like name."""

    kind: str
    """`body` or `case`."""
    key: str
    name: str
    same: bool
    """The same name but for accents, capitals and marks; else alike."""


def twins(row: Case) -> tuple[Twin, ...]:
    """Bodies on record and other applications for the same meeting whose names are like that of an
    application, those with the same name first."""
    found: dict[tuple[str, str], Twin] = {}
    names = BodyName.objects.filter(body__merged_into=None, body__unnamed=False)
    if row.body is not None:
        names = names.exclude(body=row.body)
    for key, name, folded in names.values_list("body__key", "name", "folded"):
        note(found, row, "body", key, name, folded)
    others = Case.objects.filter(host=row.host, meeting=row.meeting, scheme=row.scheme)
    for key, name, folded in others.exclude(pk=row.pk).values_list("key", "name", "folded"):
        note(found, row, "case", key, name, folded)
    listed = sorted(found.values(), key=lambda one: (not one.same, one.kind, one.name))
    return tuple(listed[:MOST])


def note(
    found: dict[tuple[str, str], Twin], row: Case, kind: str, key: str, name: str, folded: str
) -> None:
    """Keep a name that is the same or alike; of one body the nearest."""
    same = folded == row.folded
    if not same and likeness(row.folded, folded) < ALIKE:
        return
    if same or (kind, key) not in found:
        found[kind, key] = Twin(kind=kind, key=key, name=name, same=same)
