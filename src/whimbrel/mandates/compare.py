"""Compare the wording of two provisions word by word: what stayed, what went, what came."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

LEAST = 3
"""Letters of a word that may hold two changes apart; "of" alone between them is read as changed."""
SHORT = 12
"""Letters of all words of a piece that stayed but lies lost between two changes."""


class Kind(StrEnum):
    """What became of some words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Words that stand together and had the same fate."""

    kind: Kind
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two wordings aligned."""

    parts: tuple[Part, ...]
    """The redline in reading order; what was removed stands before what came for it. A word or two
    that happen to be the same between two changes are shown as changed: that reads more easily."""
    removed: tuple[str, ...]
    """Runs of words of the old wording that are not in the new one, none joined to another."""
    added: tuple[str, ...]
    """Runs of words of the new wording that were not in the old one."""

    @property
    def changed(self) -> dict[str, list[str]]:
        """What was removed and added, as it is written in lines of JSON."""
        return {"removed": list(self.removed), "added": list(self.added)}


Run = tuple[Kind, list[str], list[str]]
"""(same, words, the same words) or (removed, old words, new words): either may be empty."""


def compare(old: str, new: str) -> Comparison:
    """Align two wordings by their words: what stands between blanks, punctuation and all."""
    runs = tuple(aligned(old.split(), new.split()))
    changes = [run for run in runs if run[0] is not Kind.SAME]
    return Comparison(
        parts=tuple(shown(readable(runs))),
        removed=tuple(" ".join(gone) for _, gone, _ in changes if gone),
        added=tuple(" ".join(come) for _, _, come in changes if come),
    )


def aligned(old: list[str], new: list[str]) -> Iterator[Run]:
    """The runs of two lists of words."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, since, until in matcher.get_opcodes():
        kind = Kind.SAME if tag == "equal" else Kind.REMOVED
        yield kind, old[start:end], new[since:until]


def readable(runs: tuple[Run, ...]) -> list[Run]:
    """The same runs, with words that only happen to be the same read as changed."""
    found: list[Run] = []
    for number, (kind, old, new) in enumerate(runs):
        within = 0 < number < len(runs) - 1
        lost = kind is Kind.SAME and within and chance(runs[number - 1], old, runs[number + 1])
        fate = Kind.REMOVED if lost else kind
        if found and found[-1][0] is fate:
            found[-1] = (fate, found[-1][1] + old, found[-1][2] + new)
            continue
        found.append((fate, list(old), list(new)))
    return found


def chance(before: Run, words: list[str], after: Run) -> bool:
    """True for a word or two that stayed between changes that are longer than they are."""
    around = min(max(len(run[1]), len(run[2])) for run in (before, after))
    letters = [len(word.strip(".,;:()“”«»\"'")) for word in words]
    if len(words) > 2 or sum(letters) > SHORT or around <= len(words):
        return False
    return all(count <= LEAST for count in letters) or around > 2 * len(words) + 1


def shown(runs: list[Run]) -> Iterator[Part]:
    """The parts of a redline."""
    for kind, old, new in runs:
        if kind is Kind.SAME:
            yield Part(kind=Kind.SAME, words=" ".join(new))
            continue
        if old:
            yield Part(kind=Kind.REMOVED, words=" ".join(old))
        if new:
            yield Part(kind=Kind.ADDED, words=" ".join(new))
