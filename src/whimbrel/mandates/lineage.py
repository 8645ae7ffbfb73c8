"""Lineage: what became of a provision at the next meeting, judged from both wordings."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from whimbrel.mandates.compare import Comparison, compare
from whimbrel.mandates.duties import (
    Duty,
    asked,
    awaited,
    carried,
    common_lead,
    duties,
    goes_on,
    nearly_all,
    share,
)  # fmt: skip
from whimbrel.mandates.likeness import Likeness, likeness
from whimbrel.mandates.masked import as_printed, mass, weight, words
from whimbrel.mandates.outcome import kept, of_another, overtaken, reported
from whimbrel.mandates.reasons import Code, Reason
from whimbrel.mandates.understand import understand

T = TypeVar("T")

ALIKE, HELD = 0.30, 0.50
"""Likeness, or share of one wording that stands in the other, from which two are of one matter."""
NEAR, LEADS = 0.18, 0.5
"""The same for a task that is done or an event that came about, which are told in few words: then
this share of the words that follow the verbs must be common to both."""
SAYS_AS_MUCH, SAYS_OF_IT = 0.50, 0.36
"""Likeness from which two statements that ask nothing are one, amended; and where they say it of
one subject."""
SUBJECT = 0.3
"""Share of the words behind both verbs from which two statements have one subject."""
ENOUGH = 4
"""Words behind the verb that must be there for one provision to stand in another."""
OPENS = 2
"""How many words of a statement name what it is about; none of them left, it is another one."""
WEIGHTY, MOSTLY = 5.0, 0.6
"""Weight of a duty that most words of which show to come from the old provision, and that share."""
WHOLE = 0.75
"""Share of the object of a duty that stands in a provision which asks for nothing of it."""
STAYS = 0.65
"""Likeness from which a provision is the same although none of its duties was recognized again."""
NEARLY = 0.75
"""Likeness from which a provision that opens with the same verb and act is the same whatever
else."""
LOOSE = 3
"""So much less than words in runs do words count that only stand in both."""
PART, SOME = 0.18, 0.10
"""Share of a provision that came to another among several; and where another part surely came."""

BEGINS = 5
"""Words that stand for a provision which has no verb to name it by."""


class Label(StrEnum):
    """What became of a provision."""

    VERBATIM = "renewed-verbatim"
    AMENDED = "renewed-amended"
    MERGED = "merged"
    SPLIT = "split"
    REPLACED = "replaced"
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A provision as printed, and its number: `14.10 c)`."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of one or several provisions, with the reason."""

    label: Label
    changed: Comparison | None
    """The redline; None where provisions were merged or split, or have nothing in common."""
    why: Reason
    likeness: float
    """From 0, nothing in common, to 1, the same words but for numbers and dates."""


def judge(old: Sequence[Wording], new: Sequence[Wording], *, language: str) -> Verdict:
    """What became of `old` in `new`: one provision each, several to one, or one to several.

    ValueError where a side is empty.
    """
    if not old or not new:
        raise ValueError("a lineage has provisions on both sides")
    if len(old) == len(new) == 1:
        return one_to_one(old[0].text, new[0].text, language)
    return several(old, new, language)


def one_to_one(old: str, new: str, language: str) -> Verdict:
    """One provision and the one that may stand in its place."""
    both = likeness(old, new, language)
    label, why = judged(old, new, both, language)
    changed = None if label is Label.UNRELATED else compare(old, new)
    return Verdict(label=label, changed=changed, why=why, likeness=round(both.whole, 3))


def judged(old: str, new: str, both: Likeness, language: str) -> tuple[Label, Reason]:
    """(label, reason) of one provision and another."""
    if words(old, language) == words(new, language):
        same = as_printed(old, language) == as_printed(new, language)
        return Label.VERBATIM, Reason(code=Code.SAME_WORDS if same else Code.SPELLING)
    if both.old == both.new:
        return Label.AMENDED, Reason(code=Code.ROLLED_FORWARD)
    before, after = duties(old, language)[0], duties(new, language)[0]
    begins = before.verb == after.verb and (before.act == after.act or not before.asks)
    if both.whole >= NEARLY and begins:
        return Label.AMENDED, Reason(code=Code.MOST_WORDS)
    over = overtaken(old, new, language)
    if over is not None:
        verbs = {"verb": spoken(over[0], old), "now": spoken(over[1], new)}
        return Label.REPLACED, Reason.of(Code.BROUGHT_ABOUT, **verbs)
    if not of_one_matter(old, new, both) and not done(old, new, both, language):
        return Label.UNRELATED, Reason(code=Code.NOTHING_COMMON)
    if asked(old, language):
        return of_duties(old, new, both, language)
    return of_statements(old, new, both, language)


def of_one_matter(old: str, new: str, both: Likeness) -> bool:
    """True where two wordings have so much in common that one may come from the other."""
    return both.whole >= ALIKE or holds(old, new, both)


def holds(old: str, new: str, both: Likeness) -> bool:
    """True where most of one wording stands in the other, its subject with it: more than the name
    of the theme that runs through a whole resolution."""
    if both.most < HELD:
        return False
    inner, outer = (old, both.new) if both.kept[0] >= both.kept[1] else (new, both.old)
    lead = duties(inner, both.language)[0].lead
    there = sum(stem in set(outer) for stem in lead)
    if not set(lead[:OPENS]) & set(outer):
        return False
    return len(lead) >= ENOUGH and there >= MOSTLY * len(lead)


def done(old: str, new: str, both: Likeness, language: str) -> bool:
    """True where few words tell that what was asked for or looked forward to came about, or where
    the new provision asks for a part of what the old one did."""
    before, after = duties(old, language), duties(new, language)
    if both.whole < NEAR or not (before[0].asks or awaited(old, language)):
        return False
    if not after[0].asks and common_lead(before[0], after[0]) >= LEADS:
        return True
    if not asked(new, language) and any(reported(one, both.new) for one in before if one.asks):
        return True
    asks = [one for one in after if one.asks and mass(one.action, language) >= WEIGHTY]
    return any(share(one, each) >= MOSTLY for one in asks for each in before if each.asks)


def of_duties(old: str, new: str, both: Likeness, language: str) -> tuple[Label, Reason]:
    """What became of a provision that asks for something."""
    before, after = asked(old, language), asked(new, language)
    going_on = tuple(carried(before, after))
    if both.whole < SAYS_AS_MUCH:
        going_on = tuple(one for one in going_on if mass(one.action, language) >= WEIGHTY)
    if going_on and not handed_on(old, new, going_on, after):
        verb = going_on[0].printed
        named = Reason.of(Code.DUTY_GOES_ON, verb=verb)
        return Label.AMENDED, named if verb else Reason(code=Code.TASK_GOES_ON)
    if stated(old, new, both, language):
        return Label.AMENDED, Reason(code=Code.STATEMENT_GOES_ON)
    if not after and any(reported(one, both.new) or kept(one, both.new) >= WHOLE for one in before):
        verbs = {"verb": spoken(before[0], old), "now": spoken(duties(new, language)[0], new)}
        return Label.REPLACED, Reason.of(Code.ONLY_REPORTED, **verbs)
    if both.whole >= STAYS and not going_on:
        return Label.AMENDED, Reason(code=Code.MOST_WORDS)
    alike = [one for one in before if not any(of_another(one, each) for each in after)]
    if not after or max((kept(one, both.new) for one in alike), default=0.0) < MOSTLY:
        return Label.UNRELATED, Reason(code=Code.NOTHING_COMMON)
    verbs = {"verb": spoken(before[0], old), "now": spoken(after[0], new)}
    return Label.REPLACED, Reason.of(Code.OTHER_DUTY, **verbs)


def spoken(one: Duty, text: str) -> str:
    """The verb of a duty as printed; of one without a verb of its own the words with which the
    provision begins."""
    if one.printed:
        return one.printed
    first = text.split()
    return " ".join(first[:BEGINS]) + (" …" if len(first) > BEGINS else "")


def handed_on(old: str, new: str, going_on: tuple[Duty, ...], after: tuple[Duty, ...]) -> bool:
    """True where the words go on but the task does not: none of the acts is the same, and others
    are to act or something else is to be made of them: "review the threats", "apply the
    guidelines on the threats"."""
    others = [each for each in after if any(goes_on(one, each) for one in going_on)]
    if all(of_another(one, each) for one in going_on for each in others):
        return True
    acts = {one.act for one in after}
    same = any(one.act in acts for one in going_on)
    if same and any(nearly_all(one, other) for one in going_on for other in after):
        return False
    language = going_on[0].language
    was, is_now = understand(old, language=language), understand(new, language=language)
    asked_then, asked_now = ({one.who for one in each.addressees} for each in (was, is_now))
    if same:
        return apart(asked_then, asked_now)
    made_then, made_now = ({one.output for one in each.outputs} for each in (was, is_now))
    return apart(asked_then, asked_now) or apart(made_then, made_now)


def apart(before: set[T], after: set[T]) -> bool:
    """True for two sets that hold something and have nothing in common."""
    return bool(before and after) and not before & after


def stated(old: str, new: str, both: Likeness, language: str) -> bool:
    """True where the weight of the old provision lies in what it states, and that is kept."""
    every = duties(old, language)
    if every[0].asks:
        return False
    asks = sum(mass(one.action, language) for one in every if one.asks)
    return asks <= both.weighs[0] / 2 and max(both.whole, both.kept[0]) >= SAYS_OF_IT


def of_statements(old: str, new: str, both: Likeness, language: str) -> tuple[Label, Reason]:
    """What became of a provision that asks for nothing."""
    before, after = duties(old, language)[0], duties(new, language)[0]
    lead = common_lead(before, after)
    if awaited(old, language) and not awaited(new, language):
        if lead < SUBJECT or after.asks:
            return Label.UNRELATED, Reason(code=Code.NOTHING_COMMON)
        verbs = {"verb": spoken(before, old), "now": spoken(after, new)}
        return Label.REPLACED, Reason.of(Code.CAME_ABOUT, **verbs)
    alike = lead >= SUBJECT and both.whole >= SAYS_OF_IT and before.verb == after.verb
    begun = set(before.lead[:OPENS]) & set(both.new)
    as_much = both.whole >= (SAYS_AS_MUCH if begun and not after.asks else STAYS)
    alike = alike and bool(begun)
    if as_much or alike or holds(old, new, both):
        return Label.AMENDED, Reason(code=Code.STATEMENT_GOES_ON)
    if lead >= LEADS and kept(before, both.new) >= MOSTLY:
        return Label.REPLACED, Reason(code=Code.OTHER_STATEMENT)
    return Label.UNRELATED, Reason(code=Code.NOTHING_COMMON)


def several(old: Sequence[Wording], new: Sequence[Wording], language: str) -> Verdict:
    """Several provisions on one side or on both."""
    merged = len(old) >= len(new)
    many, few = (old, new) if merged else (new, old)
    text = " ".join(one.text for one in few)
    pairs = [
        likeness(one.text, text, language) if merged else likeness(text, one.text, language)
        for one in many
    ]
    shares = [came(pair, 0 if merged else 1, pairs) for pair in pairs]
    sure = [share >= PART for share in shares]
    parts = [share >= (SOME if any(sure) else PART) for share in shares]
    if sum(parts) > 1:
        paths = ", ".join(one.path for one, part in zip(many, parts, strict=True) if part)
        return Verdict(
            label=Label.MERGED if merged else Label.SPLIT,
            changed=None,
            why=Reason.of(Code.PARTS_TOGETHER if merged else Code.PARTS_APART, paths=paths),
            likeness=round(max(pair.whole for pair in pairs), 3),
        )
    ranked = sorted(range(len(many)), key=lambda number: -shares[number])
    sides = [(many[at].text, text) if merged else (text, many[at].text) for at in ranked]
    over = [each for each in sides if overtaken(*each, language)]
    return one_to_one(*(over or sides)[0], language)


def came(pair: Likeness, side: int, pairs: list[Likeness]) -> float:
    """The share of one provision among several that stands in the other side, by the words that
    are its own: those that all of several provisions have name only their common theme."""
    stems = sides(pair)[side]
    others = [set(sides(one)[side]) for one in pairs if one is not pair]
    theme = set.intersection(*others) if others else set()
    own = [0.0 if stem in theme else weight(stem, pair.language) for stem in stems]
    kept = sum(sum(own[run[side] : run[side] + run[2]]) for run in pair.runs)
    there = set(sides(pair)[1 - side])
    loose = sum(heavy for heavy, stem in zip(own, stems, strict=True) if stem in there)
    return max(kept, loose / LOOSE) / (sum(own) or 1.0)


def sides(pair: Likeness) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The stems of the old and of the new."""
    return pair.old, pair.new
