"""`whimbrel check`: what a careful editor would flag in a document before it goes out."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from whimbrel.cli import record, single
from whimbrel.reading import examine

if TYPE_CHECKING:
    from whimbrel.reporting.checks import Dismissed, Finding, Record

    Aside = dict[str, frozenset[Dismissed]]

LEVELS = ("error", "warning", "note")
Row = dict[str, object]


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@single.form("text", "json")
@click.option(
    "--level", type=click.Choice(LEVELS), default="note", show_default=True,
    help="The lowest level to tell: `warning` leaves out the notes.",
)  # fmt: skip
@click.option(
    "--language", type=click.Choice(("en", "fr", "es")), default="en", show_default=True,
    help="The language in which the reasons are told.",
)  # fmt: skip
@click.option(
    "--against-register", "against", is_flag=True,
    help="Compare it with the record too: what is in effect, on record, run out, set aside.",
)  # fmt: skip
@record.by(required=False)
@single.output()
def check(
    file: Path, form: str, level: str, language: str, against: bool, by: str | None,
    output: Path | None,
) -> None:  # fmt: skip
    """Say what a careful editor would flag in a document before it goes out.

    Each finding has its address, the words there, the rule, its level and the reason: two drafts
    with one number, a provision that nobody reports on, a programme that has run out. The status is
    0 where nothing is found, 1 where something is, 2 for a file that cannot be read.
    """
    known, aside = registered(by) if against else (None, {})
    work = partial(checked, language=language, known=known, aside=aside)
    text, remarks = single.told(file, work)
    single.remark(file, remarks)
    told = LEVELS[: LEVELS.index(level) + 1]
    rows = [row for row in json.loads(text) if row["level"] in told]
    single.give(single.as_json(rows) if form == "json" else as_text(file.name, rows), output)
    if rows:
        raise SystemExit(1)


def registered(by: str | None) -> "tuple[Record, Aside]":
    """(what the record knows, what was set aside in each document), as far as a person may see."""
    with record.opened():
        from whimbrel.queries import checks
        from whimbrel.queries.scope import reader

        return checks.known_to(reader(by)), checks.set_aside(by)


def checked(
    path: str, *, language: str, known: "Record | None" = None, aside: "Aside | None" = None
) -> single.Told:
    """(the findings as JSON, remarks) of a file. Runs in a process of its own."""
    from whimbrel.reporting import check as reporting

    found = examine(path)
    symbol = found.document.masthead.symbol or ""
    if known is not None:
        known = replace(known, dismissed=(aside or {}).get(symbol, frozenset()))
    rows = [row_of(one, language) for one in reporting.check(found.document, known=known)]
    return json.dumps(rows, ensure_ascii=False), found.remarks


def row_of(one: "Finding", language: str) -> Row:
    """A finding as a row; `why` has the message, its values and the sentence."""
    return {
        "address": one.address,
        "level": one.level.value,
        "rule": one.rule,
        "words": one.words,
        "why": {
            "message": one.why.message,
            "values": dict(one.why.values),
            "told": one.why.told(language),
        },
        "also": list(one.also),
        "key": one.key,
    }


def as_text(name: str, rows: list[Row]) -> str:
    """The findings by level, each with its place, its rule, the words and the reason."""
    if not rows:
        return f"{name}: nothing to flag\n"
    return "\n".join(lines(name, rows)) + "\n"


def lines(name: str, rows: list[Row]) -> Iterator[str]:
    """The lines of the answer."""
    counts = Counter(str(row["level"]) for row in rows)
    yield f"{name}: " + ", ".join(
        f"{counts[level]} {level}{'s' * (counts[level] > 1)}" for level in LEVELS if counts[level]
    )
    for level in LEVELS:
        own = [row for row in rows if row["level"] == level]
        if own:
            yield f"\n{level.upper()}S"
        for row in own:
            why = row["why"]
            also = row["also"]
            assert isinstance(why, dict)
            assert isinstance(also, list)
            yield f"  {row['address']}  {row['rule']}"
            yield f"    “{shortened(str(row['words']))}”"
            yield f"    {why['told']}"
            if also:
                more = f" and {len(also) - MOST} more" if len(also) > MOST else ""
                yield f"    see {', '.join(also[:MOST])}{more}"


MOST = 6
"""Other addresses that are named."""
LONGEST = 160
"""Characters of the words that are shown in the text form."""


def shortened(words: str) -> str:
    """Words on one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 2].rstrip() + " …"
