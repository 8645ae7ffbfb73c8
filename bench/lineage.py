"""Lineage: a draft of several provisions compared with 50,000 provisions in effect, and what the
index misses of what a comparison with every one of them finds.

The provisions are composed of made-up words: subjects of their own, phrases that many share, and
one in five a changed copy of another, as renewed provisions are.
"""

import random
import statistics
import time

from bench.house_words import ADDRESSEES, COMMON, Words
from bench.result import Result, implausible, interleaved
from whimbrel.mandates.lineage import Wording
from whimbrel.mandates.nearness import Index
from whimbrel.mandates.relations import related, relations

FLOOR = 1.0
"""Seconds for a draft."""
LEAST = 0.95
"""Share of the relations that the index must find."""
EFFECT, SUBJECTS, DRAFT, CHECKED, ROUNDS = 50_000, 4_000, 12, 36, 5
VERBS = ("Requests", "Urges", "Invites", "Encourages", "Calls upon")
ACTS = (
    "develop", "review", "publish", "convene", "monitor", "support", "establish", "restore",
    "promote", "prepare",
)  # fmt: skip


def bench() -> Result:
    """Build the index, compare a draft with it, and check some drafts against all provisions."""
    maker = Maker()
    standing = maker.standing()
    started = time.perf_counter()
    index = Index(standing, language="en")
    built = time.perf_counter() - started
    drafts = [maker.draft(standing) for _ in range(ROUNDS + 1)]
    turns = iter(drafts)
    times = interleaved({"draft": lambda: answered(next(turns), index)}, rounds=ROUNDS)
    took = statistics.median(times["draft"])
    slowest = max(times["draft"])
    found, every = recalled([one for draft in drafts for one in draft][:CHECKED], index)
    recall = found / max(1, every)
    lines = (
        f"{EFFECT:,} provisions in effect; a draft of {DRAFT} provisions",
        f"index built in      {built:6.1f} s",
        f"a draft compared in {took:6.2f} s (slowest {slowest:.2f} s)",
        f"recall              {recall:6.1%} of {every} relations that a comparison with each finds"
        f" ({CHECKED} provisions)",
        f"floors: {FLOOR:.0f} s, recall {LEAST:.0%}",
    )
    return Result(
        name="Drafts and the provisions in effect",
        lines=lines,
        met=slowest < FLOOR and recall >= LEAST,
        wrong=(*implausible(times), *doubtful(every, drafts, index)),
    )


def answered(draft: list[Wording], index: Index) -> int:
    """How many relations a draft has."""
    return sum(len(relations(one, index)) for one in draft)


def recalled(drafts: list[Wording], index: Index) -> tuple[int, int]:
    """(relations that the index finds, relations there are)."""
    found = every = 0
    for one in drafts:
        known = {relation.number for relation in relations(one, index)}
        there = set(exhaustive(one, index))
        found += len(known & there)
        every += len(there)
    return found, every


def exhaustive(draft: Wording, index: Index) -> list[int]:
    """The relations of a draft with every provision, one after the other."""
    every = range(len(index.provisions))
    return [number for number in every if related(draft, index, number) is not None]


def doubtful(every: int, drafts: list[list[Wording]], index: Index) -> tuple[str, ...]:
    """Why the figures mean nothing: nothing to find, or a copy that is not found."""
    if every < CHECKED:
        return (f"only {every} relations are there to be found",)
    copy = index.provisions[EFFECT // 2]
    if not any(one.number == EFFECT // 2 for one in relations(copy, index)):
        return ("a provision does not find itself",)
    if not all(answered(draft, index) for draft in drafts):
        return ("a draft has no relation at all",)
    return ()


class Maker:
    """Composes provisions; the same from run to run."""

    def __init__(self) -> None:
        self.dice = random.Random(5)  # noqa: S311 (nothing secret)
        rare = Words().rare
        self.subjects = [self.dice.sample(rare, 14) for _ in range(SUBJECTS)]

    def standing(self) -> list[Wording]:
        """The provisions in effect."""
        made: list[Wording] = []
        for number in range(EFFECT):
            path = f"{number // 100 + 1}.{number % 100 + 1}"
            if made and self.dice.random() < 0.2:
                made.append(Wording(path=path, text=self.changed(self.dice.choice(made).text)))
                continue
            made.append(Wording(path=path, text=self.text(self.dice.choice(self.subjects))))
        return made

    def draft(self, standing: list[Wording]) -> list[Wording]:
        """A draft: changed copies of what is in effect, and new provisions on its subjects."""
        out = []
        for number in range(DRAFT):
            old = self.dice.choice(standing).text
            new = self.text(self.dice.choice(self.subjects))
            out.append(Wording(path=f"AA.{number}", text=new if number % 3 else self.changed(old)))
        return out

    def text(self, subject: list[str]) -> str:
        """A provision on a subject: 25 to 70 words, half of them words that many share."""
        words: list[str] = []
        for _ in range(self.dice.randint(5, 14)):
            words += self.dice.sample(subject, 2) + self.dice.sample(COMMON, 2) + ["of", "the"]
        asked = self.dice.choice(ADDRESSEES)
        return (
            f"{self.dice.choice(VERBS)} the {asked} to {self.dice.choice(ACTS)} {' '.join(words)};"
        )

    def changed(self, text: str) -> str:
        """The same provision with some words left out and some others in their place."""
        words = text.split()
        kept = [word for place, word in enumerate(words) if place < 5 or self.dice.random() > 0.12]
        kept[-1:-1] = self.dice.sample(COMMON, 3)
        return " ".join(kept)
