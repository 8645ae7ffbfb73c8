"""Lineage: a provision over the meetings, each step with both wordings compared."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whimbrel.mandates.compare import Comparison, compare
from whimbrel.mandates.lineage import Wording, judge
from whimbrel.mandates.reasons import Reason
from whimbrel.queries.mandates import found, unslugged
from whimbrel.queries.papers import inside
from whimbrel.queries.provisions import path_of, published
from whimbrel.queries.scope import Reader, few, reader, seen
from whimbrel.register.models import Draft, DraftText, Provision, Succession, Version

FARTHEST = 40
"""Steps that are followed in each direction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A provision or draft in a chain."""

    name: str
    key: str
    """As acts call it: `14.10 d)`, and a draft by its key."""
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
    why: Reason | None
    """Of a proposal: what speaks for it, judged by the words. None once a person has decided."""


def lineage(by: str | None, path: str) -> tuple[Step, ...] | None:
    """All that a provision comes from and goes on in, the oldest step first; None where it is not
    to be seen. What was refused is told last and to the house alone."""
    who = reader(by)
    one = found(who, path)
    return steps(which(one.pk, who), who) if one is not None else None


def lineages(by: str | None, number: str) -> tuple[tuple[str, tuple[Step, ...]], ...]:
    """(name, its chain) of a provision, or of each provision of a decision; none where there is
    nothing that this person may see."""
    who = reader(by)
    numbers = {number, unslugged(number)}
    held = list(seen(Provision.objects.filter(instrument__number__in=numbers), who).order_by("pk"))
    one = None if held else found(who, number)
    listed = held or ([one] if one else [])
    return tuple((each.name, steps(which(each.pk, who), who)) for each in listed)


def which(key: int, who: Reader) -> list[int]:
    """The keys of the steps before and after a provision."""
    keys = set[int]()
    for field, other in (("old", "new"), ("new", "old")):
        reached, now = set[int](), {key}
        for _ in range(FARTHEST):
            rows = onward(field, other, now - reached, who)
            reached |= now
            keys |= {row for row, _end in rows}
            now = {end for _row, end in rows if end} - reached
            if not now:
                break
    return sorted(keys)


def onward(
    field: str, other: str, ends: Iterable[int], who: Reader
) -> list[tuple[int, int | None]]:
    """(key of a step, its other end) of the steps at provisions that a reader sees; outside, of
    what was confirmed, and of those whose other end they may see too."""
    listed = Succession.objects.filter(**{f"{field}__in": ends}).order_by()
    if inside(who):
        return list(listed.values_list("pk", other))
    confirmed = listed.filter(state=Succession.State.CONFIRMED, new__isnull=False)
    rows = list(confirmed.values_list("pk", other))
    allowed = set(few(Provision, (end for _, end in rows), who))
    return [row for row in rows if row[1] in allowed]


def steps(keys: Iterable[int], who: Reader) -> tuple[Step, ...]:
    """Steps by their keys, the oldest first and the refused last."""
    keys = list(keys)
    if not keys:
        return ()
    listed = Succession.objects.filter(pk__in=keys).select_related(
        "old__instrument__meeting", "new__instrument__meeting", "draft__meeting", "by"
    )
    ends = {end for one in listed for end in (one.old_id, one.new_id) if end}
    earlier = {} if inside(who) else {key: text for key, (text, _) in published(list(ends)).items()}
    spoken = languages(one.old for one in listed)
    made = []
    for one in listed:
        old, new = of_provision(one.old, earlier), new_of(one, earlier)
        step = Step(
            old=old, new=new, label=one.label, state=one.state,
            by=one.by.name if one.by and inside(who) else "",
            comparison=compare(
                running(one.old, old.text, new.text), running(one.new, new.text, old.text)
            ),
            why=judged(one, old, new, spoken),
        )  # fmt: skip
        made.append((one.state == Succession.State.REFUSED, step))
    late = depths([step for _, step in made])
    made.sort(key=lambda pair: (pair[0], late[pair[1].old.key], order(pair[1])))
    return tuple(step for _, step in made)


def languages(listed: Iterable[Provision]) -> dict[int, str]:
    """The languages of the documents in which provisions stand, by the keys of their versions."""
    keys = {one.version_id for one in listed if one.version_id}
    return dict(Version.objects.filter(pk__in=keys).order_by().values_list("pk", "language"))


def judged(one: Succession, old: Place, new: Place, spoken: Mapping[int, str]) -> Reason | None:
    """Why a pair is proposed."""
    if one.state != Succession.State.PROPOSED or not old.text or not new.text:
        return None
    language = spoken.get(one.old.version_id or 0) or "en"
    before, after = Wording(path=old.name, text=old.text), Wording(path=new.name, text=new.text)
    return judge((before,), (after,), language=language).why


def depths(made: Sequence[Step]) -> dict[str, int]:
    """Key -> how many steps lead to it: dates are not always known, what comes before is."""
    depth = {end.key: 0 for one in made for end in (one.old, one.new)}
    kept = [one for one in made if one.state != Succession.State.REFUSED]
    for _ in kept:
        for one in kept:
            depth[one.new.key] = max(depth[one.new.key], depth[one.old.key] + 1)
    return {key: min(steps_, len(made)) for key, steps_ in depth.items()}


def order(one: Step) -> tuple[str, str, str, str]:
    """By the days of both ends, and their names."""
    return one.old.since, one.new.since or "9", one.old.name, one.new.name


def new_of(one: Succession, earlier: Mapping[int, str]) -> Place:
    """In what it goes on."""
    if one.new is not None:
        return of_provision(one.new, earlier)
    return of_draft(one.draft) if one.draft else of_provision(one.old, earlier)


def words(one: Provision) -> str:
    """A provision with its chapeau before it."""
    item = one.name.removeprefix(one.instrument.number).strip()
    return " ".join(part for part in (one.chapeau, item if one.chapeau else "", one.text) if part)


def running(one: Provision | None, text: str, other: str) -> str:
    """The words of an item with its chapeau as one sentence, as they are compared: the label of the
    item is no word of it, and the colon before it is what the other wording has in that place."""
    if one is None or not (one.chapeau and one.text.strip()) or text != words(one):
        return text
    chapeau = one.chapeau.rstrip(" :")
    if chapeau == one.chapeau:
        return f"{chapeau} {one.text}"
    last, first = " ".join(chapeau.split()[-2:]), one.text.split(maxsplit=1)[0]
    joint = re.search(rf"(?<!\w){re.escape(last)}([,;]?)\s+{re.escape(first)}(?!\w)", other)
    return f"{chapeau}{joint[1] if joint else ''} {one.text}"


def draft_words(one: Draft | DraftText) -> str:
    """A draft, or a version of it, with its items."""
    return " ".join((one.text, *(f"{label} {text}" for label, text in one.items)))


def of_provision(one: Provision, earlier: Mapping[int, str]) -> Place:
    """A provision in a chain; `earlier`: the words of those whose newest stand in a paper that the
    reader may not see."""
    holder = one.instrument
    since = one.since or holder.since
    return Place(
        name=one.name, key=one.name, path=f"decisions/{path_of(one)}", title=holder.title,
        text=earlier.get(one.pk) or words(one),
        meeting=holder.meeting.short if holder.meeting else "",
        since=since.isoformat() if since else "",
    )  # fmt: skip


def of_draft(one: Draft) -> Place:
    """A draft in a chain."""
    starts = one.meeting.starts
    return Place(
        name=one.placeholder, key=one.key, path=f"drafts/{one.key}", meeting=one.meeting.short,
        title=one.heading, text=draft_words(one), since=starts.isoformat() if starts else "",
        draft=True,
    )  # fmt: skip
