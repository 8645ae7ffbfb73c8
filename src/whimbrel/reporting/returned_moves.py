"""Moves: what goes at one place and comes at another is one change, and every change has a key."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from whimbrel.document.runs import squeeze
from whimbrel.reading.passages import CALL
from whimbrel.reporting.returned_change import Change, Landing, Proposal
from whimbrel.reporting.returned_drafts import Draft
from whimbrel.reporting.returned_pairs import likeness

GOES, COMES = (
    (Proposal.DELETED, Proposal.REMOVED_PARAGRAPH),
    (Proposal.INSERTED, Proposal.NEW_PARAGRAPH),
)
FEWEST = 4
"""Words that go and come again are a move where there are so many of them; fewer may be chance."""
ALIKE = 0.8
"""Paragraphs that go and come are a move where they share so many words."""


def in_one(drafts: Sequence[Draft]) -> list[Change]:
    """The changes in the order of reading, those that belong to one move put together."""
    numbered = [replace(draft, change=placed(draft.change, at)) for at, draft in enumerate(drafts)]
    goes = [at for at, draft in enumerate(numbered) if draft.change.kind in GOES]
    comes = [at for at, draft in enumerate(numbered) if draft.change.kind in COMES]
    partner = moves(numbered, goes, comes)
    landed = {target for target, _ in partner.values()}
    out = []
    for at, draft in enumerate(numbered):
        if at in partner:
            target, sure = partner[at]
            out.append(moved(draft.change, numbered[target].change, sure))
        elif at not in landed:
            out.append(draft.change)
    return out


def placed(change: Change, at: int) -> Change:
    """A change with its place among all."""
    to = replace(change.to, position=at) if change.to is not None else None
    return replace(change, position=at, to=to)


def moves(
    drafts: Sequence[Draft], goes: list[int], comes: list[int]
) -> dict[int, tuple[int, bool]]:
    """What goes -> what comes and whether that is sure."""
    partner: dict[int, tuple[int, bool]] = {}
    taken: set[int] = set()

    def pair(source: int, target: int, sure: bool) -> None:
        if source not in partner and target not in taken:
            partner[source] = target, sure
            taken.add(target)

    by_name: dict[str, list[int]] = {}
    by_words: dict[str, list[int]] = {}
    for at in comes:
        if name := drafts[at].move:
            by_name.setdefault(name, []).append(at)
        by_words.setdefault(bare(drafts[at].change.after), []).append(at)
    for exact in (True, False):
        for at in goes:
            words = bare(drafts[at].change.before)
            for target in by_name.get(drafts[at].move or "", ()):
                if not exact or bare(drafts[target].change.after) == words:
                    pair(at, target, True)
    for at in goes:
        words = bare(drafts[at].change.before)
        if len(words.split()) >= FEWEST:
            for target in by_words.get(words, ()):
                if one_hand(drafts[at].change, drafts[target].change):
                    pair(at, target, True)
    alike(drafts, goes, comes, pair)
    return partner


def alike(
    drafts: Sequence[Draft],
    goes: list[int],
    comes: list[int],
    pair: Callable[[int, int, bool], None],
) -> None:
    """Whole paragraphs that come with other words than they went with."""
    sources = [at for at in goes if drafts[at].change.kind is Proposal.REMOVED_PARAGRAPH][:200]
    targets = [at for at in comes if drafts[at].change.kind is Proposal.NEW_PARAGRAPH][:200]
    found = []
    for at in sources:
        for target in targets:
            one, other = drafts[at].change, drafts[target].change
            if len(one.before.split()) < FEWEST or not one_hand(one, other):
                continue
            like = likeness(one.before, other.after)
            if like >= ALIKE:
                found.append((-like, at, target))
    for _, at, target in sorted(found):
        pair(at, target, False)


def bare(words: str) -> str:
    """Words without the calls of footnotes."""
    return squeeze(words.replace(CALL, ""))


def one_hand(one: Change, other: Change) -> bool:
    """True where two changes may be the ends of one move."""
    return one.author == other.author and one.tracked == other.tracked and not one.cell


def moved(source: Change, target: Change, sure: bool) -> Change:
    """A move, at the place that it starts from."""
    to = target.to or Landing(address=target.address, offset=target.start, position=target.position)
    return replace(
        source,
        kind=Proposal.MOVED,
        after=target.after,
        to=to,
        sure=source.sure and target.sure and sure,
    )


def keyed(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes with keys that follow from what they are; those that are alike are counted."""
    seen: Counter[str] = Counter()
    out = []
    for change in changes:
        to = change.to
        what = (
            change.kind,
            change.address,
            change.cell,
            change.start,
            change.end,
            change.before,
            change.after,
            change.author,
            change.at.isoformat() if change.at else None,
            (to.address, to.ahead, to.offset) if to else None,
        )
        key = hashlib.sha256(repr(what).encode("utf-8", "replace")).hexdigest()[:16]
        seen[key] += 1
        out.append(replace(change, key=key if seen[key] == 1 else f"{key}-{seen[key]}"))
    return tuple(out)
