"""Lineage: a provision over the meetings, each step with both wordings compared."""

from collections.abc import Iterable
from dataclasses import dataclass

from whimbrel.mandates.compare import Comparison, compare
from whimbrel.queries.mandates import found
from whimbrel.queries.papers import inside
from whimbrel.queries.provisions import path_of
from whimbrel.queries.scope import Reader, few, reader
from whimbrel.register.models import Draft, Provision, Succession

FARTHEST = 40
"""Steps that are followed in each direction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A provision or draft in a chain."""

    name: str
    path: str
    """Its address: `decisions/14.10/d`, `drafts/COP15-15.AA`."""
    meeting: str
    title: str
    text: str
    since: str
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One provision that goes on in another."""

    old: Place
    new: Place
    label: str
    state: str
    """`proposed`, `confirmed` or `refused`."""
    by: str
    """Who said so; empty while it is only proposed, and for readers outside."""
    comparison: Comparison


def lineage(by: str | None, path: str) -> tuple[Step, ...] | None:
    """All that a provision comes from and goes on in, the oldest step first; None where it is not
    to be seen. What was refused is told last and to the house alone."""
    who = reader(by)
    one = found(who, path)
    return steps(which(one.pk, who), who) if one is not None else None


def which(key: int, who: Reader) -> list[int]:
    """The keys of the steps before and after a provision."""
    keys = set[int]()
    for field, other in (("old", "new"), ("new", "old")):
        reached, now = set[int](), {key}
        for _ in range(FARTHEST):
            rows = list(
                known(who).filter(**{f"{field}__in": now - reached}).values_list("pk", other)
            )
            reached |= now
            keys |= {row for row, _end in rows}
            now = {end for _row, end in rows if end} - reached
            if not now:
                break
    return sorted(keys)


def known(who: Reader):  # type: ignore[no-untyped-def]
    """The steps that a reader may know of: outside, what was confirmed between provisions that they
    may see."""
    listed = Succession.objects.all()
    if inside(who):
        return listed
    listed = listed.filter(state=Succession.State.CONFIRMED, new__isnull=False)
    ends = {end for pair in listed.values_list("old", "new") for end in pair if end}
    allowed = few(Provision, ends, who)
    return listed.filter(old__in=allowed, new__in=allowed)


def steps(keys: Iterable[int], who: Reader) -> tuple[Step, ...]:
    """Steps by their keys, the oldest first and the refused last."""
    listed = Succession.objects.filter(pk__in=list(keys)).select_related(
        "old__instrument__meeting", "new__instrument__meeting", "draft__meeting", "by"
    )
    made = [
        (
            one.state == Succession.State.REFUSED,
            Step(
                old=of_provision(one.old), new=new_of(one), label=one.label, state=one.state,
                by=one.by.name if one.by and inside(who) else "",
                comparison=compare(words(one.old), words_of(one)),
            ),
        )
        for one in listed
    ]  # fmt: skip
    return tuple(one for _, one in sorted(made, key=lambda pair: (pair[0], order(pair[1]))))


def order(one: Step) -> tuple[str, str, str, str]:
    """By the days of both ends, and their names."""
    return one.old.since, one.new.since or "9", one.old.name, one.new.name


def new_of(one: Succession) -> Place:
    """In what it goes on."""
    if one.new is not None:
        return of_provision(one.new)
    return of_draft(one.draft) if one.draft else of_provision(one.old)


def words_of(one: Succession) -> str:
    """The words of that."""
    if one.new is not None:
        return words(one.new)
    return draft_words(one.draft) if one.draft else ""


def words(one: Provision) -> str:
    """A provision with its chapeau before it."""
    item = one.name.removeprefix(one.instrument.number).strip()
    return " ".join(part for part in (one.chapeau, item if one.chapeau else "", one.text) if part)


def draft_words(one: Draft) -> str:
    """A draft with its items."""
    return " ".join((one.text, *(f"{label} {text}" for label, text in one.items)))


def of_provision(one: Provision) -> Place:
    """A provision in a chain."""
    holder = one.instrument
    since = one.since or holder.since
    return Place(
        name=one.name, path=f"decisions/{path_of(one)}", title=holder.title, text=words(one),
        meeting=holder.meeting.short if holder.meeting else "",
        since=since.isoformat() if since else "",
    )  # fmt: skip


def of_draft(one: Draft) -> Place:
    """A draft in a chain."""
    starts = one.meeting.starts
    return Place(
        name=one.placeholder, path=f"drafts/{one.key}", meeting=one.meeting.short,
        title=one.heading, text=draft_words(one), since=starts.isoformat() if starts else "",
        draft=True,
    )  # fmt: skip
