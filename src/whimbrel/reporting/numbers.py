"""How provisions are cited: `Decisions 14.8–14.10`, `Decision 14.10 a) and b)`, with titles."""

import re
from collections.abc import Iterable, Sequence

from whimbrel.document import Run
from whimbrel.mandates.kept import Nature
from whimbrel.reporting.matter import Instrument, Promise
from whimbrel.reporting.phrases import Words, listed, say

DOTTED = re.compile(r"(\d+)\.(\d+)")
DASH = "–"


def order(number: str) -> tuple[tuple[int, int | str], ...]:
    """Numbers in the order of a reader: 14.9 before 14.10."""
    return tuple(
        (0, int(part)) if part.isdecimal() else (1, part) for part in re.findall(r"\d+|\D+", number)
    )


def merged(numbers: Iterable[str]) -> tuple[str, ...]:
    """`14.8, 14.9, 14.10, 14.12` -> `14.8–14.10, 14.12`. What has no such number stays."""
    runs: list[list[str]] = []
    for number in sorted(dict.fromkeys(numbers), key=order):
        if runs and follows(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    out: list[str] = []
    for run in runs:
        out += [f"{run[0]}{DASH}{run[-1]}"] if len(run) > 2 else run
    return tuple(out)


def follows(one: str, other: str) -> bool:
    """True for 14.9 and 14.10."""
    low, high = DOTTED.fullmatch(one), DOTTED.fullmatch(other)
    if low is None or high is None:
        return False
    return low[1] == high[1] and int(high[2]) == int(low[2]) + 1


def cited(
    language: str,
    promises: Sequence[Promise],
    form: str = "the",
    *,
    every: Sequence[Promise] = (),
    titled: bool = False,
) -> tuple[Run, ...]:
    """Provisions as a sentence names them, in form `the` or `of`.

    `every`: all provisions known, which tell where a decision is named whole. `titled`: with the
    titles of the instruments, those with one title together.
    """
    groups: dict[tuple[Nature, str], list[Promise]] = {}
    for one in promises:
        title = one.instrument.title.anyhow(language) if titled else ""
        groups.setdefault((one.instrument.nature, title), []).append(one)
    # Resolutions first, as they stand above decisions.
    ordered = sorted(groups.items(), key=lambda pair: pair[0][0] is not Nature.RESOLUTION)
    parts = []
    for (nature, title), group in ordered:
        numbers = names(language, group, every or promises)
        many = "many" if len(numbers) > 1 or DASH in numbers[0] or joined(group) else "one"
        runs = say(language, f"{nature}.{form}.{many}", numbers=listed(language, numbers))
        if title:
            runs = (*runs, Run(text=" "), Run(text=title, italic=True))
        parts.append(runs)
    return listed(language, parts)


def joined(group: Sequence[Promise]) -> bool:
    """True where more than one instrument is named."""
    return len({one.instrument.number for one in group}) > 1


def names(language: str, group: Sequence[Promise], every: Sequence[Promise]) -> list[str]:
    """The numbers of some provisions: whole instruments in ranges, items one by one."""
    whole: list[str] = []
    parts: list[str] = []
    kept = {one.name for one in group}
    for number in dict.fromkeys(one.instrument.number for one in group):
        own = [one for one in group if one.instrument.number == number]
        all_of_it = {one.name for one in every if one.instrument.number == number}
        if own[0].instrument.nature is Nature.RESOLUTION or all_of_it <= kept:
            whole.append(number)
            continue
        items = [one.item or one.name.removeprefix(number).strip() for one in own]
        text = "".join(run.text for run in listed(language, filter(None, items)))
        parts.append(f"{number} {text}".strip())
    return [*merged(whole), *parts]


def one_cited(language: str, promise: Promise, form: str = "the") -> tuple[Run, ...]:
    """One provision by its full name, in form `the` or `of`."""
    number = promise.instrument.number
    paragraph = promise.name.removeprefix(number).strip()
    if promise.instrument.nature is Nature.RESOLUTION and paragraph:
        return say(language, f"paragraph.{form}", n=paragraph, number=number)
    return say(language, f"{promise.instrument.nature}.{form}.one", numbers=promise.name)


def titled(language: str, instrument: Instrument, form: str = "the") -> tuple[Run, ...]:
    """An instrument with its title."""
    runs = say(language, f"{instrument.nature}.{form}.one", numbers=instrument.number)
    title = instrument.title.anyhow(language)
    return (*runs, Run(text=" "), Run(text=title, italic=True)) if title else runs


def documents(language: str, pointers: Iterable[tuple[str, str, str]]) -> tuple[Run, ...]:
    """(symbol, title, link) of other documents -> their names with titles in italics."""
    parts: list[Words] = []
    for symbol, title, href in pointers:
        runs = [Run(text=symbol, href=href or None)]
        runs += [Run(text=" "), Run(text=title, italic=True)] if title else []
        parts.append(tuple(runs))
    return listed(language, parts)
