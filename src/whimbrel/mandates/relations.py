"""Relations: what a draft would do to each provision in effect that is near to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from whimbrel.mandates.compare import Comparison, Kind, compare
from whimbrel.mandates.duties import Duty, asked, share
from whimbrel.mandates.likeness import RUN, Likeness, likeness
from whimbrel.mandates.lineage import Label, Wording, of_one_matter, one_to_one
from whimbrel.mandates.mandate import Mandate
from whimbrel.mandates.masked import masked, mass
from whimbrel.mandates.nearness import MOST, NUMBER, Index
from whimbrel.mandates.reasons import Code, Reason
from whimbrel.mandates.renewal import habits
from whimbrel.mandates.understand import understand

AGAIN = 0.75
"""Likeness from which a draft asks again what is asked already, where nothing of weight differs."""
CLOSE = 0.3
"""Weight by rarity that the words must have which a draft shares with a provision."""
OPPOSED = 0.5
"""Share of a duty that must stand in another one for one to end what the other asks."""
WORDS = 8
"""How many words of the common subject a reason shows."""


class Sort(StrEnum):
    """What a draft would do to a provision in effect."""

    SUPERSEDES = "would-supersede"
    DUPLICATES = "duplicates"
    CONTRADICTS = "contradicts"
    COMPLEMENTS = "complements"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A draft and a provision in effect, both wordings side by side."""

    sort: Sort
    draft: Wording
    standing: Wording
    """The provision in effect."""
    number: int
    """Its place among the provisions of the index."""
    likeness: float
    """From 0, nothing in common, to 1, the same words but for numbers and dates."""
    why: Reason
    changed: Comparison
    """From the provision in effect to the draft."""


def relations(draft: Wording, index: Index, *, most: int = MOST) -> tuple[Relation, ...]:
    """What a draft would do to the provisions in effect, the likest first."""
    near = [candidate.number for candidate in index.near(draft.text, most=most)]
    found = [
        relation
        for number in dict.fromkeys((*index.named(draft.text), *near))
        if (relation := related(draft, index, number)) is not None
    ]
    return tuple(sorted(found, key=lambda one: (-one.likeness, one.number)))


def related(draft: Wording, index: Index, number: int) -> Relation | None:
    """What a draft would do to one provision; None for nothing."""
    standing = index.provisions[number]
    ends = repealed(draft, standing, index.language)
    if ends is None and index.closeness(draft.text, number) < CLOSE:
        return None
    both = likeness(standing.text, draft.text, index.language)
    judged = named(standing, ends) or sorted_out(draft, standing, both, index.language)
    if judged is None:
        return None
    return Relation(
        sort=judged[0], draft=draft, standing=standing, number=number,
        likeness=round(both.whole, 3), why=judged[1],
        changed=compare(standing.text, draft.text),
    )  # fmt: skip


def named(standing: Wording, ends: str | None) -> tuple[Sort, Reason] | None:
    """The answer for a provision that a draft names and ends."""
    if ends is None:
        return None
    return Sort.SUPERSEDES, Reason.of(Code.ENDS_IT, path=standing.path, verb=ends)


def sorted_out(
    draft: Wording, standing: Wording, both: Likeness, language: str
) -> tuple[Sort, Reason] | None:
    """(sort, reason) of a draft and a provision in effect; None where they are not of one
    matter."""
    if not of_one_matter(standing.text, draft.text, both):
        return None
    if (verb := opposed(draft, standing, language)) is not None:
        return Sort.CONTRADICTS, Reason.of(Code.OPPOSITE, verb=verb)
    verdict = one_to_one(standing.text, draft.text, language)
    if verdict.label is Label.VERBATIM:
        return Sort.DUPLICATES, verdict.why
    if verdict.label is Label.AMENDED:
        return amended(draft, standing, both, verdict.why)
    subject = common_words(standing.text, draft.text, language)
    if verdict.label is Label.UNRELATED or not subject:
        return None
    return Sort.COMPLEMENTS, Reason.of(Code.SAME_SUBJECT, subject=subject)


def amended(draft: Wording, standing: Wording, both: Likeness, why: Reason) -> tuple[Sort, Reason]:
    """A draft that carries on a duty in effect: for others, again, or in its place."""
    if both.old == both.new:
        return Sort.SUPERSEDES, why
    before, now = (understand(one.text, language=both.language) for one in (standing, draft))
    if before.addressees and now.addressees and not set(who(before)) & set(who(now)):
        return Sort.COMPLEMENTS, Reason.of(
            Code.OTHERS_ASKED, before=", ".join(who(before)), now=", ".join(who(now))
        )
    what = list(differing(before, now))
    if what:
        return Sort.SUPERSEDES, Reason.of(Code.SAME_TASK_OTHERWISE, what=", ".join(what))
    if both.whole >= AGAIN:
        return Sort.DUPLICATES, Reason(code=Code.ASKS_THE_SAME)
    return Sort.SUPERSEDES, why


def differing(before: Mandate, now: Mandate) -> Iterator[str]:
    """The parts of weight in which two mandates differ, by name."""
    if set(who(before)) != set(who(now)):
        yield "addressees"
    if before.due_code != now.due_code:
        yield "due"
    if kinds(before) != kinds(now):
        yield "conditions"
    if before.report_to_name != now.report_to_name:
        yield "report-to"


def who(mandate: Mandate) -> tuple[str, ...]:
    """Who is to act, each once."""
    return tuple(dict.fromkeys(one.who.value for one in mandate.addressees))


def kinds(mandate: Mandate) -> frozenset[str]:
    """What the duty depends on."""
    return frozenset(one.kind.value for one in mandate.conditions)


def repealed(draft: Wording, standing: Wording, language: str) -> str | None:
    """The words by which a draft ends a provision that it names by its number."""
    names = (each for found in NUMBER.finditer(draft.text) for each in (found.group(), found[1]))
    ends = habits(language).ends.search(draft.text) if standing.path in names else None
    return ends.group() if ends else None


def opposed(draft: Wording, standing: Wording, language: str) -> str | None:
    """The words by which one of two provisions ends or forbids what the other asks.

    Where the duties that are likest both ask or both forbid, nothing is opposed.
    """
    couples = [
        (overlap(mine, theirs), mine.ends, theirs.ends)
        for mine in asked(draft.text, language)
        for theirs in asked(standing.text, language)
    ]
    overlapping, mine_ends, theirs_end = max(couples, key=lambda one: one[0], default=(0, "", ""))
    verb = mine_ends or theirs_end
    if overlapping < OPPOSED or not verb or (mine_ends is None) == (theirs_end is None):
        return None
    other = standing.text if mine_ends else draft.text
    return None if verb.lower() in other.lower() else verb


def overlap(mine: Duty, theirs: Duty) -> float:
    """The share of the shorter of two duties that stands in the other."""
    return max(share(mine, theirs), share(theirs, mine))


def common_words(old: str, new: str, language: str) -> str:
    """The weightiest run of words that both have, cut to a few; single words where no run says
    anything."""
    same = [part.words.split() for part in compare(old, new).parts if part.kind is Kind.SAME]
    run = max(same, key=lambda one: weighs(one, language), default=[])
    if weighs(run, language) < RUN:
        there = set(masked(old, language))
        run = [word for word in new.split() if weighs([word], language) >= 1]
        run = [word for word in run if set(masked(word, language)) <= there]
    return " ".join(run[:WORDS]).strip(",;. ")


def weighs(words: list[str], language: str) -> float:
    """What some words say of a subject."""
    return mass(masked(" ".join(words), language), language)
