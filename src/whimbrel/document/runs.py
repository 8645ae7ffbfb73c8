"""Runs in their normal form: no empty run, no two neighbours in one dress, white space collapsed,
ends trimmed."""

import re
from collections.abc import Iterable
from dataclasses import replace

from whimbrel.document.tree import Run

SPACES = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
HYPHENS = {0x2010: "-", 0x2011: "-"}
CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
"""Control characters, halves of surrogate pairs and what XML does not allow, as ranges of a
pattern."""
NOT_TEXT = re.compile(f"[{CONTROLS}]")
LAYOUT = INVISIBLE | HYPHENS


def words(text: str) -> str:
    """Text without what only serves layout: invisible and control characters, no-break spaces and
    no-break hyphens."""
    # Most texts have none of it. What is not printable, save the space, is among what goes.
    if text.isprintable() and "  " not in text and "\u2010" not in text and "\u2011" not in text:
        return text
    return SPACES.sub(" ", NOT_TEXT.sub("", text).translate(LAYOUT))


def squeeze(text: str) -> str:
    """`words`, trimmed."""
    return words(text).strip()


def address(href: str | None) -> str | None:
    """Where a link leads, in normal form; None where it leads nowhere."""
    return " ".join(NOT_TEXT.sub("", href).split()) or None if href else None


def tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The same words in normal form. `tidy(tidy(runs)) == tidy(runs)`."""
    if isinstance(runs, tuple) and len(runs) == 1 and runs[0].note is None:
        return tidy_one(runs[0], runs)
    out: list[Run] = []
    at_space = True
    for run in runs:
        if run.note is not None:
            out.append(Run(note=run.note))
            continue
        text = words(run.text)
        if at_space:
            text = text.lstrip(" ")
        if not text:
            continue
        at_space = text.endswith(" ")
        if out and out[-1].note is None and dress(out[-1]) == dress(run):
            out[-1] = replace(out[-1], text=out[-1].text + text)
        else:
            out.append(run if run.text == text else replace(run, text=text))
    return tuple(trimmed_end(out))


def tidy_one(run: Run, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """A text of one run, which most are."""
    text = words(run.text).strip(" ")
    if text == run.text:
        return runs if text else ()
    return (replace(run, text=text),) if text else ()


def dress(run: Run) -> tuple[object, ...]:
    """What two neighbours must share to be one run."""
    return run.italic, run.bold, run.href


def trimmed_end(runs: list[Run]) -> list[Run]:
    """Runs without white space after the last word, footnote calls kept."""
    for at in range(len(runs) - 1, -1, -1):
        if runs[at].note is not None:
            continue
        text = runs[at].text.rstrip(" ")
        if text:
            if text != runs[at].text:
                runs[at] = replace(runs[at], text=text)
            break
        del runs[at]
    return runs


def plain(text: str) -> tuple[Run, ...]:
    """Text as runs without marks."""
    return tidy((Run(text=text),))


def cut(runs: Iterable[Run], count: int) -> tuple[Run, ...]:
    """Runs without their first `count` characters of text."""
    out: list[Run] = []
    for run in runs:
        if count and run.note is None:
            gone = min(count, len(run.text))
            count -= gone
            run = replace(run, text=run.text[gone:])
        out.append(run)
    return tidy(out)
