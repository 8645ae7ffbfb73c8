"""Bring a list of names into the house: checked whole, or not at all."""

import zlib

from django.utils import timezone

from whimbrel.acts.act import Done, FollowUp, act
from whimbrel.acts.refused import Refused
from whimbrel.acts.screening import begun
from whimbrel.queries.listing import is_on
from whimbrel.queries.said import said as _
from whimbrel.reading.errors import Unreadable
from whimbrel.register.models import Listing, Person
from whimbrel.screening import NameList, lists
from whimbrel.screening.changes import changes

SHORT = 12
"""Characters of a hash that name a version."""


@act("lists.bring_in", verb="screen")
def bring_in(by: Person, data: bytes, *, file: str) -> Done[str]:
    """Bring in a list of names. A damaged one is refused, and the last good one stays in force."""
    try:
        taken = lists.take(data, name=file)
    except Unreadable as error:
        raise Refused(str(error)) from error
    held = Listing.objects.select_for_update().filter(source=taken.source, in_force=True).first()
    if held is not None and held.digest == taken.digest:
        raise Refused(_("%(key)s is in force already: the file is the same") % {"key": held.key})
    older(held, taken)
    counts = counted(held, taken)
    Listing.objects.filter(source=taken.source).update(in_force=False)
    key = f"{taken.source}-{taken.digest[:SHORT]}"
    Listing.objects.update_or_create(
        key=key,
        defaults={
            "source": taken.source, "file_name": file[:200], "digest": taken.digest,
            "dated": taken.dated, "at": timezone.now(), "by": by, "entries": len(taken.listed),
            "names": taken.names, "in_force": True, "file": zlib.compress(data), **counts,
        },
    )  # fmt: skip
    then: tuple[FollowUp, ...] = ()
    if is_on():
        run = begun(by, f"list {key}")
        then = (FollowUp(task="screening.go_on", given={"by": by.email, "key": run.key}),)
    figures = {"sha256": taken.digest, "entries": len(taken.listed), **counts}
    return Done(value=key, about=f"list {key}", open=figures, then=then)


def older(held: Listing | None, taken: NameList) -> None:
    """Go on where a list is no older than the one in force."""
    if held is None or held.dated is None or taken.dated is None or taken.dated >= held.dated:
        return
    told = _("the list in force is of %(ours)s, and this file is of %(theirs)s: it is older")
    raise Refused(told % {"ours": held.dated.isoformat(), "theirs": taken.dated.isoformat()})


def counted(held: Listing | None, taken: NameList) -> dict[str, int]:
    """How many entries are new, gone or changed against the version in force."""
    counts = {"added": 0, "removed": 0, "changed": 0}
    if held is None:
        return {**counts, "added": len(taken.listed)}
    before = lists.take(zlib.decompress(bytes(held.file)), name=held.file_name)
    for one in changes(before, taken):
        counts[one.change.value] += 1
    return counts
