"""Screening: a thousand names against a hundred thousand, beside rapidfuzz that compares each with
each, and what the index costs.

The names are made up, half of them as of persons and half as of bodies: syllables make words, few
of which very many names share, and bodies share the common words of bodies. Those that are asked
for are listed names written otherwise (measure/variants.py); the right one must be the best
answer.
"""

import random
import subprocess
import sys
from functools import partial

import numpy as np
from rapidfuzz.fuzz import token_sort_ratio
from rapidfuzz.process import cdist

from bench.result import Result, implausible, interleaved, medians
from measure.variants import MAKERS
from whimbrel.screening import Asked, Kind, Screener
from whimbrel.screening.index import build
from whimbrel.screening.many import screen_many
from whimbrel.screening.screen import of_names

LISTED, ASKED, ROUNDS, SEED = 100_000, 1_000, 3, 11
FASTER, BETTER, SECONDS, MEGABYTES = 5.0, 0.10, 2.0, 250.0
"""The floors: times as fast, recall above, seconds of the index, memory of a process with it."""
BEGIN = [
    "ka",
    "mo",
    "sha",
    "ri",
    "te",
    "lu",
    "ba",
    "ni",
    "ze",
    "fo",
    "da",
    "gi",
    "ha",
    "pe",
    "su",
    "vo",
    "ya",
    "ko",
    "mi",
    "ra",
]
MIDDLE = [
    "ra",
    "li",
    "mu",
    "na",
    "so",
    "ti",
    "be",
    "do",
    "sha",
    "ve",
    "ga",
    "ki",
    "lo",
    "me",
    "zu",
    "pa",
    "ru",
    "ne",
]
END = ["n", "d", "k", "r", "m", "s", "t", "l", "z", "h", "v", "b", "di", "ri", "no", "va", "ta"]
OF_BODIES = [
    "Foundation",
    "Association",
    "Society",
    "Committee",
    "Council",
    "Centre",
    "Institute",
    "Trust",
    "Union",
    "Network",
    "Company",
    "International",
    "Development",
    "Relief",
    "Humanitarian",
    "Trading",
    "Welfare",
    "Environmental",
    "Conservation",
    "Research",
    "Education",
    "Community",
    "Women",
    "Youth",
    "Rural",
    "Global",
    "Regional",
    "National",
    "Cooperation",
    "Rights",
    "Health",
    "Wildlife",
    "Marine",
    "Forest",
    "Resources",
    "Peace",
    "Solidarity",
    "Support",
    "General",
    "Industries",
    "for",
    "of",
    "and",
]
CHILD = """
import pathlib, re
from bench.screening import listed
from whimbrel.screening.screen import of_names
from whimbrel.screening import Asked
names = of_names(listed())
for name in names.texts[:1000]:
    names.screen(Asked(name=name))
status = pathlib.Path("/proc/self/status").read_text()
print(re.search(r"VmHWM:\\s+(\\d+)", status)[1])
"""


def bench() -> Result:
    """Time, recall, the index, memory."""
    names = listed()
    asked, right = variants(names)
    times_of_index = interleaved({"index": partial(build, names)}, rounds=3)
    found = of_names(names)
    times = interleaved(
        {"ours": partial(ours, found, asked), "peer": partial(peer, names, asked)}, rounds=ROUNDS
    )
    middle, index = medians(times), medians(times_of_index)["index"]
    mine = share(ours(found, asked), right, names)
    theirs = share(peer(names, asked), right, names)
    ratio, held = middle["peer"] / middle["ours"], memory()
    lines = (
        f"{ASKED:,} names against {LISTED:,}: whimbrel in two processes {middle['ours']:.2f} s, "
        f"rapidfuzz cdist token_sort_ratio on two threads {middle['peer']:.2f} s, "
        f"{ratio:.1f} times as fast",
        f"the right name first: whimbrel {mine:.3f}, rapidfuzz {theirs:.3f}",
        f"index of {LISTED:,} names: {index:.2f} s; a process with it holds {held:.0f} MB at most",
        f"floors: {FASTER:.0f} times as fast, recall {BETTER:.2f} higher, index under "
        f"{SECONDS:.0f} s, under {MEGABYTES:.0f} MB",
    )
    wrong = [*implausible(times), *implausible(times_of_index)]
    if theirs < 0.2:
        wrong.append(f"rapidfuzz finds {theirs:.3f}: the names are no fair task")
    if mine > 0.9999:
        wrong.append("every name is found: the task is too easy to tell")
    met = ratio >= FASTER and mine - theirs >= BETTER and index < SECONDS and 0 < held < MEGABYTES
    return Result(name="Screening, whimbrel / rapidfuzz", lines=lines, met=met, wrong=tuple(wrong))


def listed() -> list[str]:
    """Made-up names, the same every time; words are shared as in true names, few by very many."""
    dice = random.Random(SEED)  # noqa: S311 (nothing secret)
    words = sorted({
        (dice.choice(BEGIN) + "".join(dice.choices(MIDDLE, k=dice.randint(0, 2)))
         + dice.choice(END)).title()
        for _ in range(40_000)
    })  # fmt: skip
    dice.shuffle(words)
    weights = np.cumsum(1 / np.arange(10, len(words) + 10) ** 0.8).tolist()
    made: dict[str, None] = {}
    while len(made) < LISTED:
        words_of = dice.choices(words, cum_weights=weights, k=dice.randint(2, 4))
        if len(made) % 2:
            # Every other name is that of a body: a word or two of its own among common ones.
            words_of = words_of[:2] + dice.choices(OF_BODIES, k=dice.randint(2, 4))
            dice.shuffle(words_of)
        made[" ".join(words_of)] = None
    return list(made)


def variants(names: list[str]) -> tuple[list[str], list[int]]:
    """(names as they are asked for, the place of each one's original)."""
    dice = random.Random(SEED + 1)  # noqa: S311 (nothing secret)
    right = dice.sample(range(len(names)), ASKED)
    makers = list(MAKERS.values())
    return [makers[i % len(makers)](names[at], dice) for i, at in enumerate(right)], right


def ours(found: Screener, asked: list[str]) -> list[int]:
    """The best answer to each, by two processes; -1 where there is none."""
    names = [Asked(name=name, kind=Kind.PERSON) for name in asked]
    every = screen_many(found, names, threshold=0.6, most=1, jobs=2)
    return [int(hits[0].listed.key) if hits else -1 for hits in every]


def peer(names: list[str], asked: list[str]) -> list[int]:
    """The same, by comparing each with each."""
    lower, some = ([name.lower() for name in each] for each in (names, asked))
    scores = cdist(some, lower, scorer=token_sort_ratio, dtype=np.uint8, workers=2)
    best: list[int] = scores.argmax(axis=1).tolist()
    return best


def share(best: list[int], right: list[int], names: list[str]) -> float:
    """How often the best answer is the original, or one with the same words."""
    same = [
        one == other or (one >= 0 and sorted(names[one].split()) == sorted(names[other].split()))
        for one, other in zip(best, right, strict=True)
    ]
    return sum(same) / len(same)


def memory() -> float:
    """Megabytes that a process with the index holds at most; 0 where that cannot be told."""
    done = subprocess.run([sys.executable, "-c", CHILD], capture_output=True, text=True)
    return int(done.stdout) / 1024 if done.returncode == 0 else 0.0
