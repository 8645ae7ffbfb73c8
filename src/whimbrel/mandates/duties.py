"""Duties: what a provision asks or says, clause by clause, and whether another carries it on."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from whimbrel.mandates.clauses import Clause, Provision
from whimbrel.mandates.masked import LABEL, MASK, masked, mass, stem, weight
from whimbrel.mandates.renewal import habits
from whimbrel.mandates.vocabulary import lexis
from whimbrel.mandates.words import Text

FIRST = re.compile(r"[\s,]*(?:to\s+)?(?P<word>\w+)")
SAME_ACT, OTHER_OBJECT, OTHER_ACT = 0.3, 0.5, 0.6
"""Share of the words of a duty that must stand in another: of the shorter one where the act is the
same, and where neither names the object of the other first; of both where the act is not."""
THAT = frozenset({"that", "que", "qu"})
"""Words behind which others than those asked are spoken of."""
LEAD, FEW = 8, 3
"""How many words behind the verb are looked at, and how many there must be."""
NEGATED = 120
"""Characters behind the verb within which a duty says that something ends."""
ACT = 1.0
"""Weight of the first word of an action that is an act and no adverb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One verb of the organ and what it asks for or says."""

    verb: str
    """The dictionary entry of the verb; empty for bare words: "(a) Prepare a list"."""
    printed: str
    """The words of the verb as printed."""
    asks: bool
    """False for a verb that only informs."""
    action: tuple[str, ...]
    """The masked stems of what is to be done or is said."""
    language: str
    said: str = ""
    """The words behind the verb as printed: those asked, and the action."""

    @property
    def ends(self) -> str | None:
        """The words by which it ends or forbids something; None where it does not."""
        found = habits(self.language).ends.search(self.said[:NEGATED])
        return found.group() if found else None

    @property
    def act(self) -> str:
        """The stem of what is to be done first: `submit`; empty for "ensure that rangers are"."""
        light, makes = (listed(self.language, name) for name in ("goes_on", "makes"))
        went_on = False
        for each in self.action:
            if went_on and each in THAT:
                return ""
            went_on = each in light
            heavy = weight(each, self.language) >= ACT or each in makes
            if heavy and not went_on:
                return each
        return ""

    @property
    def object(self) -> str:
        """The first stem with a subject behind the act."""
        since = self.action.index(self.act) + 1 if self.act else 0
        heavy = (s for s in self.action[since:] if weight(s, self.language) >= ACT)
        return next(heavy, "")

    @property
    def lead(self) -> tuple[str, ...]:
        """The first stems that have a subject."""
        stems = (s for s in self.action if s != MASK and weight(s, self.language) >= ACT)
        return tuple(islice(stems, LEAD))


@lru_cache(maxsize=64)
def listed(language: str, name: str) -> frozenset[str]:
    """The words of one list of a language, as stems."""
    known = habits(language)
    return frozenset(stem(word, known) for word in getattr(known, name))


@lru_cache(maxsize=8192)
def duties(text: str, language: str) -> tuple[Duty, ...]:
    """What a provision asks and says, in order. Bare words count as one duty."""
    label = LABEL.match(text)
    provision = Provision(Text(text[label.end() :] if label else text, language), 0)
    if provision.opening is None or provision.preambular:
        asks = provision.opening is None
        return (
            Duty(verb="", printed="", asks=asks, action=masked(text, language), language=language),
        )
    return tuple(duty(clause, provision) for clause in provision.clauses)


def duty(clause: Clause, provision: Provision) -> Duty:
    """The duty of one clause."""
    text = provision.text.printed
    begin = clause.action if clause.personal and clause.action < clause.until else clause.end
    begin = behind_condition(provision.text.plain, begin, provision.language)
    return Duty(
        verb=clause.verb,
        printed=text[clause.start : clause.end],
        asks=clause.force.directive,
        action=masked(text[begin : clause.until], provision.language),
        language=provision.language,
        said=text[clause.who[0] if clause.says else clause.end : clause.until],
    )


def behind_condition(text: str, at: int, language: str) -> int:
    """Where the act begins behind "subject to the availability of resources,"."""
    first = FIRST.match(text, at)
    if first is None:
        return at
    for _, pattern in lexis(language).limits.get(first["word"].lower(), ()):
        found = pattern.match(text, first.start("word"))
        if found:
            return found.end()
    return at


def asked(text: str, language: str) -> tuple[Duty, ...]:
    """What a provision asks for."""
    return tuple(one for one in duties(text, language) if one.asks)


def awaited(text: str, language: str) -> bool:
    """True for a provision that opens by looking forward to something."""
    return duties(text, language)[0].verb in habits(language).awaits


def carried(old: tuple[Duty, ...], new: tuple[Duty, ...]) -> Iterator[Duty]:
    """The old duties that one of the new ones goes on with."""
    for one in old:
        if any(goes_on(one, other) for other in new):
            yield one


def goes_on(old: Duty, new: Duty) -> bool:
    """True where a new duty asks for what the old one asked for: the same act with much of its
    object, or, where the act has another name or none, nearly all of it on both sides."""
    if old.act != new.act or not old.act:
        return nearly_all(old, new)
    least = min(mass(one.action, one.language) for one in (old, new))
    act = weight(old.act, old.language)
    needed = SAME_ACT if old.object in new.action or new.object in old.action else OTHER_OBJECT
    return common(old, new) - act >= needed * (least - act)


def nearly_all(old: Duty, new: Duty) -> bool:
    """True where most of the words of both duties are the same."""
    both = mass(old.action, old.language) + mass(new.action, old.language)
    return common(old, new) >= OTHER_ACT * both / 2


def share(old: Duty, new: Duty) -> float:
    """The share of a duty that stands in another."""
    return common(old, new) / (mass(old.action, old.language) or 1.0)


def common(old: Duty, new: Duty) -> float:
    """The weight of the words that two duties have in common."""
    both = Counter(old.action) & Counter(new.action)
    return sum(weight(word, old.language) * count for word, count in both.items())


def common_lead(old: Duty, new: Duty) -> float:
    """The share of the words right behind the verb that stand right behind the other verb."""
    before, after = set(old.lead), set(new.lead)
    least = min(len(before), len(after))
    return len(before & after) / least if least >= FEW else 0.0
