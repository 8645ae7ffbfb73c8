"""The ledger, read and verified."""

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from whimbrel.queries.listed import Listed, cut
from whimbrel.queries.people import can
from whimbrel.queries.said import Said
from whimbrel.queries.said import said as _
from whimbrel.register.chain import digest, linked, sealed
from whimbrel.register.models import Edition, Line, Personal, Tip


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line as somebody may see it."""

    number: int
    act: str
    at: str
    about: str
    refused: bool
    by: str | None
    """None: not theirs to see, or shredded."""
    reason: str | None
    because: str
    """Why it was refused; empty where it was not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What verifying found."""

    lines: int
    problems: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """No line was changed or taken away."""
        return not self.problems


def entry(one: Line) -> Entry:
    """A line as those see it who may audit."""
    told = personal(one)
    return Entry(
        number=one.number,
        act=one.act,
        at=one.at.isoformat(timespec="seconds"),
        about=one.about,
        refused=one.refused,
        by=told.data.get("by") if told else None,
        reason=told.data.get("reason") if told else None,
        because=told.data.get("refused", "") if told else "",
    )


def lines(by: str | None, *, last: int = 50) -> tuple[Entry, ...]:
    """The newest lines, newest first; names and reasons for those who may audit."""
    if not can(by, "audit"):
        return ()
    listed = Line.objects.select_related("personal").order_by("-number")[:last]
    return tuple(entry(one) for one in listed)


FIRST = datetime.time.min.replace(tzinfo=datetime.UTC)
LAST = datetime.time.max.replace(tzinfo=datetime.UTC)


def entries(
    by: str | None, *, act: str = "", refused: str = "", about: str = "", who: str = "",
    since: datetime.date | None = None, until: datetime.date | None = None,
    page: int | None = None,
) -> Listed[Entry]:  # fmt: skip
    """Lines of the ledger, newest first, for those who may audit. `who`: the address of the person
    who acted; `since` and `until`: days, by the clock of the house."""
    listed = Line.objects.select_related("personal").order_by("-number")
    if not can(by, "audit"):
        listed = listed.none()
    if act:
        listed = listed.filter(act=act)
    if refused:
        listed = listed.filter(refused=refused == "yes")
    if about:
        listed = listed.filter(about__icontains=about)
    if who:
        listed = listed.filter(personal__data__by=who)
    if since:
        listed = listed.filter(at__gte=datetime.datetime.combine(since, FIRST))
    if until:
        listed = listed.filter(at__lte=datetime.datetime.combine(until, LAST))
    return cut(listed, entry, page)


def acts() -> tuple[str, ...]:
    """The names of the acts that were ever done."""
    return tuple(sorted(set(Line.objects.order_by().values_list("act", flat=True).distinct())))


def personal(line: Line) -> Personal | None:
    """What is kept apart of a line; None where it was shredded."""
    return getattr(line, "personal", None)


def newest() -> int:
    """The number of the newest line; 0 in a house where nothing was done yet."""
    tip = Tip.objects.filter(id=1).first()
    return tip.number if tip else 0


def verify() -> Verdict:
    """Follow the chain from its first line to the head that is kept outside the database."""
    listed = Line.objects.select_related("personal").order_by("number").iterator()
    number, above, problems = follow((line, personal(line)) for line in listed)
    tip = Tip.objects.filter(id=1).first()
    if (tip.number, tip.hash) != (number, above) if tip else number:
        problems.append(_("the newest line is not the one that was written last"))
    found, notes = head(number)
    return Verdict(lines=number, problems=(*problems, *found, *editions()), notes=notes)


def editions() -> Iterable[Said]:
    """What is wrong with the editions whose digests stand in their lines; those of before have
    none."""
    listed = Line.objects.filter(open__has_key="editions").values_list("number", "open")
    digests = {number: dict(told["editions"]) for number, told in listed.iterator()}
    for one in Edition.objects.order_by("line").iterator():
        if one.line in digests and digests[one.line].pop(one.about, "") != digest(one.said):
            told = _("what %(about)s said after line %(number)s was changed")
            yield told % {"about": one.about, "number": one.line}
    for number, left in digests.items():
        for about in left:
            told = _("what %(about)s said after line %(number)s is missing")
            yield told % {"about": about, "number": number}


def follow(lines: Iterable[tuple[Line, Personal | None]]) -> tuple[int, str, list[str]]:
    """Follow a chain, in order of its numbers, from its first line: the number and hash of the
    last, and what is wrong."""
    problems: list[str] = []
    above, number = "0" * 64, 0
    parts = Parts()
    for line, told in lines:
        parts.see(line, told is not None)
        if line.number != number + 1:
            problems.append(_("line %(number)s is missing") % {"number": number + 1})
        number = line.number
        here = {"number": number}
        hashed = linked(
            number=line.number, act=line.act, at=line.at, about=line.about, refused=line.refused,
            open_=line.open, seal=line.sealed, before=line.before,
        )  # fmt: skip
        if line.before != above:
            problems.append(_("line %(number)s does not follow the line above it") % here)
        if hashed != line.hash:
            problems.append(_("line %(number)s was changed") % here)
        if told is not None and sealed(told.salt, told.data) != line.sealed:
            problems.append(_("what line %(number)s says of people was changed") % here)
        above = line.hash
    return number, above, [*problems, *parts.problems()]


class Parts:
    """What lines say of people, and which of it was shredded."""

    def __init__(self) -> None:
        self.missing: list[int] = []
        self.shredded: set[int] = set()
        self.unnamed: list[tuple[int, int]] = []
        """Lines of shredding that only counted, before they named: (number, how many)."""

    def see(self, line: Line, there: bool) -> None:
        """Take a line in."""
        if not there:
            self.missing.append(line.number)
        if line.act != "people.shred" or line.refused:
            return
        if "shredded" in line.open:
            self.shredded |= set(line.open["shredded"])
        else:
            self.unnamed.append((line.number, int(line.open.get("lines", 0))))

    def problems(self) -> list[str]:
        """The lines whose part is missing though no shredding tells of it."""
        left = [number for number in self.missing if number not in self.shredded]
        # Each shredding that only counted accounts for as many of the lines above it.
        for number, count in self.unnamed:
            over = [one for one in left if one < number][:count]
            left = [one for one in left if one not in set(over)]
        told = _("what line %(number)s says of people is missing, and no shredding tells of it")
        return [told % {"number": number} for number in left]


@dataclass(frozen=True, slots=True)
class Head:
    """The newest line as it is kept outside the database."""

    number: int
    hash: str


def kept_head(file: Path) -> Head | None:
    """The line that is kept outside the database; None where none is. What cannot be read is the
    head of no line."""
    if not file.exists():
        return None
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return Head(int(told["number"]), str(told["hash"]))
    except (ValueError, KeyError, TypeError):
        return Head(0, "")


def head(number: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(problems, notes) of the head outside the database."""
    file = Path(settings.LEDGER_HEAD)
    kept = kept_head(file)
    if kept is None:
        unseen = _("there is no head at %(file)s: lines taken off the end are not seen") % {
            "file": file
        }
        return (), (unseen,) if number else ()
    if kept.number > number:
        told = _("lines %(first)s to %(last)s were taken away")
        return (told % {"first": number + 1, "last": kept.number},), ()
    if not Line.objects.filter(number=kept.number, hash=kept.hash).exists():
        told = _("line %(number)s is not the one whose hash is kept in %(file)s")
        return (told % {"number": kept.number, "file": file},), ()
    return (), ()
