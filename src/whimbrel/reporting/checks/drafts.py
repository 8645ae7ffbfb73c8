"""Drafts beside what they come from: the decisions that they take up again, and the proposal in
the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from whimbrel.engagements.decisions import Draft, Provision
from whimbrel.engagements.likeness import shared, stems
from whimbrel.engagements.passage import Passage
from whimbrel.engagements.sentences import Sentence
from whimbrel.mandates import Condition, ConditionKind, Mandate
from whimbrel.reporting.checks.finding import Finding, finding
from whimbrel.reporting.checks.ground import Ground, is_action, rule
from whimbrel.reporting.checks.wording import Change, changes, covered, has
from whimbrel.reporting.checks.words import pattern

AGAIN = 0.6
"""Likeness from which a draft says again what a decision said."""
PROPOSED = 0.5
"""Share of a draft's telling words that a proposal has which it takes up."""
LEFT = 0.5
"""Share of the words of a proposal's sentence below which a draft leaves it out."""
LAST_JOIN = re.compile(r"[\s;,]+(?:and|or|et|ou|y|e|o|u)\s*$")
"""The end of an item that another follows: "; and"."""
MONEY = frozenset(
    {
        ConditionKind.EXTERNAL_RESOURCES,
        ConditionKind.RESOURCES,
        ConditionKind.VOLUNTARY_CONTRIBUTIONS,
        ConditionKind.WITHIN_EXISTING_RESOURCES,
    }
)


@rule("deleted-reissued")
def deleted_reissued(ground: Ground) -> Iterator[Finding]:
    """A provision that is to be deleted, and that a draft says again."""
    for draft, one in renewing(ground):
        if not ground.deleting(one):
            continue
        changed = changes(one.whole, draft.text) if one.item is None else body(one, draft)
        yield finding(
            "deleted-reissued" if changed else "deleted-reissued-same",
            draft.address,
            ground.printed(draft.address),
            also=(one.address,),
            provision=one.id,
            draft=called(draft),
            changed="; ".join(map(str, changed)),
        )


def renewing(ground: Ground) -> Iterator[tuple[Draft, Provision]]:
    """Each draft with the provision that it says again, the likest of all."""
    asked = [(one, ground.asked[one.address]) for one in ground.told.provisions]
    for draft in ground.told.drafts:
        mandate = ground.drafted[draft.address]
        shares = [
            (1.0 if draft.renews == one.id else alike(one, old, draft, mandate), -at)
            for at, (one, old) in enumerate(asked)
        ]
        best, at = max(shares, default=(0.0, 0))
        if best >= AGAIN:
            yield draft, asked[-at][0]


def called(draft: Draft) -> str:
    """The number of a draft, with its turn where the number is given twice: `14.AA (2)`."""
    return f"{draft.ref} ({draft.occurrence})" if draft.duplicate else draft.ref


def alike(one: Provision, old: Mandate, draft: Draft, new: Mandate) -> float:
    """How much a draft and a provision say the same. Who is asked, in the chapeau, and on what
    condition is not what is asked."""
    frame = stems(" ".join((one.chapeau or "", *(each.words for each in old.conditions))))
    frame |= stems(" ".join(each.words for each in (*new.conditions, *new.addressees)))
    return shared(stems(one.text) - frame, stems(draft.text) - frame)


def body(one: Provision, draft: Draft) -> tuple[Change, ...]:
    """The changes between an item and a draft. What the chapeau says may stand before or after."""
    old = f"{one.chapeau or ''} {LAST_JOIN.sub('', one.text)}"
    found = []
    for change in changes(old, draft.text):
        added = not change.old and has(change.new, old)
        gone = not change.new and has(change.old, draft.text)
        if not added and not gone:
            found.append(change)
    return tuple(found)


@rule("condition-changed")
def condition_changed(ground: Ground) -> Iterator[Finding]:
    """A draft whose condition is not that of the decision which it takes up, or not that of its
    neighbours."""
    for draft, one in renewing(ground):
        old, new = money(ground.asked[one.address]), money(ground.drafted[draft.address])
        if {each.kind for each in old} != {each.kind for each in new}:
            yield finding(
                "condition-changed",
                draft.address,
                words_in(new, draft, ground),
                also=(one.address,),
                provision=one.id,
                draft=called(draft),
                old=said(old),
                new=said(new),
            )
    yield from unlike(ground)


def money(mandate: Mandate) -> tuple[Condition, ...]:
    """The conditions that speak of means."""
    return tuple(one for one in mandate.conditions if one.kind in MONEY)


def said(conditions: tuple[Condition, ...]) -> str:
    """The words of conditions."""
    return "; ".join(dict.fromkeys(one.words for one in conditions)) or "–"


def words_in(conditions: tuple[Condition, ...], draft: Draft, ground: Ground) -> str:
    """The words of the first condition, as they stand in the node of the draft; else the whole
    node."""
    text = ground.printed(draft.address)
    return next((one.words for one in conditions if one.words in text), text)


def unlike(ground: Ground) -> Iterator[Finding]:
    """New drafts whose condition of means is worded otherwise than that of the quoted decisions
    which ask the same addressee, where these all have one and the same."""
    taken = {draft.address for draft, _ in renewing(ground)}
    for draft in ground.told.drafts:
        mandate = ground.drafted[draft.address]
        own = money(mandate)
        who = {one.who for one in mandate.addressees}
        before = {
            address: money(each)
            for address, each in ground.asked.items()
            if who & {one.who for one in each.addressees}
        }
        kinds = {one.kind for each in before.values() for one in each}
        if draft.address in taken or not own or len(kinds) != 1:
            continue
        if kinds == {one.kind for one in own} or not all(before.values()):
            continue
        yield finding(
            "condition-unlike",
            draft.address,
            words_in(own, draft, ground),
            also=before,
            draft=called(draft),
            old=said(tuple(one for each in before.values() for one in each)),
            new=said(own),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Sentences of the report that propose a decision."""

    passage: Passage
    first: Sentence
    more: tuple[Sentence, ...]
    """The sentences behind it that say more of the same."""

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(one.text for one in (self.first, *self.more))


@rule("draft-departs")
def draft_departs(ground: Ground) -> Iterator[Finding]:
    """A draft that leaves out what the text proposes, or adds a condition that it does not
    propose."""
    for proposal in proposals(ground):
        draft = taken_up(proposal, ground)
        if draft is None:
            continue
        yield from left_out(proposal, draft, ground)
        for one in money(ground.drafted[draft.address]):
            if covered(one.words, proposal.text) < 1 or not has(one.words, proposal.text):
                yield finding(
                    "draft-adds",
                    draft.address,
                    words_in((one,), draft, ground),
                    also=(proposal.passage.address,),
                    draft=called(draft),
                    added=one.words,
                )


def proposals(ground: Ground) -> Iterator[Proposal]:
    """What the document proposes in its own words, recommended actions aside."""
    proposes, goes_on = pattern(ground.language, "proposes"), pattern(ground.language, "goes_on")
    if not ground.told.drafts:
        return
    for passage in ground.report:
        if is_action(passage, ground):
            continue
        for at, sentence in enumerate(passage.sentences):
            if not proposes.search(sentence.text):
                continue
            more = []
            for each in passage.sentences[at + 1 :]:
                if not goes_on.match(each.text):
                    break
                more.append(each)
            yield Proposal(passage=passage, first=sentence, more=tuple(more))


def taken_up(proposal: Proposal, ground: Ground) -> Draft | None:
    """The draft that takes up a proposal: the one that has most of its words."""
    shares = [
        (covered(bare(draft, ground), proposal.text), -number)
        for number, draft in enumerate(ground.told.drafts)
    ]
    best, number = max(shares, default=(0.0, 0))
    return ground.told.drafts[-number] if best >= PROPOSED else None


def bare(draft: Draft, ground: Ground) -> str:
    """The words of a draft without its conditions and addressees."""
    text, mandate = draft.text, ground.drafted[draft.address]
    for one in (*mandate.conditions, *mandate.addressees):
        text = text.replace(one.words, " ")
    return text


def left_out(proposal: Proposal, draft: Draft, ground: Ground) -> Iterator[Finding]:
    """The sentences and qualifiers of a proposal that its draft does not have."""
    for sentence in proposal.more:
        if covered(sentence.text, draft.text) < LEFT:
            yield departs(sentence.text, proposal, draft)
    for match in pattern(ground.language, "qualifiers").finditer(proposal.first.text):
        if not has(match[0], draft.text):
            yield departs(match[0], proposal, draft)


def departs(missing: str, proposal: Proposal, draft: Draft) -> Finding:
    """The finding of words that a draft leaves out; it stands where they are printed."""
    return finding(
        "draft-leaves-out",
        proposal.passage.address,
        missing,
        also=(draft.address,),
        draft=called(draft),
        missing=" ".join(missing.split()).rstrip("."),
    )
