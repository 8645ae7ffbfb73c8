"""Footnotes whose markers are superscript digits (`²`): the lines that begin with one are notes,
the others call them."""

import re
from dataclasses import replace

from whimbrel.document import Run
from whimbrel.document.runs import cut, tidy
from whimbrel.reading.line import Line, Lines

DIGITS = {ord(sign): str(value) for value, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
BACK = dict.fromkeys(map(ord, "↑↩"))
"""Arrows that lead back to the call."""
NOTE = re.compile(rf"^(?P<sign>[{SIGNS}]{{1,3}})\s*(?=\S)")
CALL = re.compile(rf"(?<!\bm)(?<!\bkm)(?<!\bcm)(?<!\bha)[{SIGNS}]{{1,3}}")
"""A call, and not the square of a metre."""


def with_notes(found: Lines) -> Lines:
    """The same lines, notes marked by superscript digits taken out and their calls made calls. No
    change without notes."""
    notes: dict[str, tuple[Run, ...]] = {}
    lines: list[Line] = []
    places: dict[str, list[tuple[int, str]]] = {}
    for line in found.lines:
        opened = NOTE.match(line.text) if line.label is None else None
        if opened is None:
            lines.append(line)
            continue
        marker = opened["sign"].translate(DIGITS)
        key, again = marker, 1
        while key in notes or key in found.notes:
            again += 1
            key = f"{marker}~{again}"
        notes[key] = tidy(
            replace(run, text=run.text.translate(BACK)) for run in cut(line.runs, opened.end())
        )
        places.setdefault(marker, []).append((len(lines), key))
    if not notes:
        return found
    called = [
        replace(
            line,
            runs=tidy(part for run in line.runs for part in parts(run, callable_from(at, places))),
        )
        for at, line in enumerate(lines)
    ]
    return replace(found, lines=tuple(called), notes={**found.notes, **notes})


def callable_from(at: int, places: dict[str, list[tuple[int, str]]]) -> dict[str, str]:
    """The key of the note that each marker calls on a line: the next one below, where pages number
    anew."""
    return {
        marker: next((key for place, key in found if place > at), found[-1][1])
        for marker, found in places.items()
    }


def parts(run: Run, notes: dict[str, str]) -> list[Run]:
    """A run cut at its calls."""
    out: list[Run] = []
    at = 0
    for call in CALL.finditer(run.text):
        key = call.group().translate(DIGITS)
        if key not in notes:
            continue
        out += [replace(run, text=run.text[at : call.start()]), Run(note=notes[key])]
        at = call.end()
    return [*out, replace(run, text=run.text[at:])] if run.note is None else [run]
