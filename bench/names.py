"""Names: how fast 20,000 known names are found in running text, and what the automaton holds.

The facts know fewer names, so made-up ones fill the rest: words of the trade in any order, which
begin like true ones and so keep the automaton busy. A plain search, name by name, must find the
same in a sample.
"""

import os
import random
import re
import subprocess
import sys
from pathlib import Path

from bench.citations import text_of
from bench.result import Result, implausible, interleaved, medians
from whimbrel.bodies import find
from whimbrel.bodies.index import Names
from whimbrel.bodies.names import fold, folded
from whimbrel.bodies.vocabulary import abbreviated, named

FLOOR = 50.0
"""Megabytes of text a second."""
KNOWN = 20_000
ROUNDS, MEGABYTES, SAMPLE = 7, 8, 40_000
WORDS = re.findall(
    r"\w+",
    "Global Regional African Asian European Pacific United Nations International World Marine "
    "Migratory Wildlife Species Birds Wetlands Forest Ocean Climate Biodiversity Conservation "
    "Convention Organization Programme Fund Council Committee Partnership Alliance Initiative "
    "Network Centre Institute Union Society Commission Secretariat for of on the and",
)
SOUNDS = re.findall(r"\w+", "ba ko ri ma ne tu lo si va pe ra do ki mu sha lin gor")
OWN = (
    "The Secretariat of the Convention on Biological Diversity (CBD) met the Food and Agriculture "
    "Organization of the United Nations (FAO), UNEP and the World Bank in Bonn. "
)
CHILD = """
import pathlib, re
from bench.names import automaton, names
def held():
    return int(re.search(r"VmRSS:\\s+(\\d+)", pathlib.Path("/proc/self/status").read_text())[1])
known = names()
before = held()
kept = automaton(known)
print(held() - before)
"""


def bench() -> Result:
    """Fold and search, by document and by paragraph; then everything that `find` does."""
    texts, what = documents()
    size = sum(len(text.encode()) for text in texts) / 1e6
    paragraphs = [line for text in texts for line in text.splitlines()]
    known = names()
    index = automaton(known)
    times = interleaved(
        {
            "names, documents": lambda: sum(len(index.find(fold(text))) for text in texts),
            "names, paragraphs": lambda: sum(len(index.find(fold(one))) for one in paragraphs),
        },
        rounds=ROUNDS,
    )
    some = paragraphs[: max(1, len(paragraphs) // MEGABYTES)]
    share = sum(len(one.encode()) for one in some) / 1e6
    whole = interleaved({"find": lambda: [find(one, language="en") for one in some]}, rounds=3)
    speed = {name: size / taken for name, taken in medians(times).items()}
    lines = [f"{what}, {size:.1f} MB, {len(known[0]) + len(known[1]):,} names"]
    lines += [f"{name:<20} {value:6.0f} MB/s" for name, value in speed.items()]
    lines.append(f"{'all of bodies.find':<20} {share / medians(whole)['find']:6.1f} MB/s")
    if Path("/proc/self/status").exists():
        lines.append(f"memory of the automaton: {memory():.0f} MB")
    lines.append(f"floor: {FLOOR:.0f} MB/s")
    return Result(
        name="Names of bodies",
        lines=tuple(lines),
        met=speed["names, documents"] >= FLOOR,
        wrong=(*implausible(times), *differs(index, known, "\n".join(texts)[:SAMPLE])),
    )


def names() -> tuple[list[str], list[str]]:
    """(names, acronyms): what the facts know, filled up with made-up ones."""
    dice = random.Random(20)  # noqa: S311 (nothing secret)
    true, short = list(named()), list(abbreviated())
    made: set[str] = set()
    while len(made) + len(true) + len(short) < KNOWN:
        words = dice.choices(WORDS, k=dice.randint(2, 6))
        words.insert(dice.randrange(len(words)), "".join(dice.choices(SOUNDS, k=3)).title())
        made.add(" ".join(words))
    return [*true, *sorted(made)], short


def automaton(known: tuple[list[str], list[str]]) -> Names:
    """The automaton of names and acronyms."""
    return Names(*known)


def documents() -> tuple[list[str], str]:
    """(texts, what they are): resolutions of the shared corpus, again and again."""
    folder = Path(os.environ.get("WHIMBREL_CORPUS") or "../shared") / "corpus" / "un"
    files = sorted(folder.glob("*.xml")) if folder.exists() else []
    texts = [text_of(file) for file in files] or [OWN * 100]
    times = max(1, round(MEGABYTES * 1e6 / sum(len(text.encode()) for text in texts)))
    what = f"{len(files)} resolutions of the shared corpus" if files else "composed sentences"
    return texts * times, f"{what}, {times} times"


def differs(index: Names, known: tuple[list[str], list[str]], text: str) -> tuple[str, ...]:
    """Why the answer is wrong: a plain search, name by name, finds something else."""
    text = OWN + text
    ours = [(hit.start, hit.end) for hit in index.find(fold(text))]
    plain = fold(text)
    lower, cased = plain.lower.decode(), plain.cased.decode()
    every = [*spans(map(folded, known[0]), lower), *spans(known[1], cased)]
    theirs: list[tuple[int, int]] = []
    for start, end in sorted(set(every), key=lambda one: (one[0], -one[1])):
        if not theirs or start >= theirs[-1][1]:
            theirs.append((start, end))
    if len(theirs) < 5:
        return ("the sample names too few bodies",)
    numbered = [(start, end) for start, end in ours if cased[start:end][-1:].isdigit()]
    if [one for one in ours if one not in numbered] != theirs:
        return (f"{len(ours)} names found, {len(theirs)} by a plain search",)
    return ()


def spans(names: object, text: str) -> list[tuple[int, int]]:
    """Where names stand as whole words, one name at a time."""
    out = []
    for name in names:  # type: ignore[attr-defined]
        if name in text:
            pattern = rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])"
            out += [match.span() for match in re.finditer(pattern, text)]
    return out


def memory() -> float:
    """Megabytes that the automaton adds to a process of its own."""
    done = subprocess.run([sys.executable, "-c", CHILD], check=True, capture_output=True, text=True)
    return int(done.stdout) / 1024
