"""`whimbrel extract`: what a document tells, as facts with their places and words."""

import json
from functools import partial
from pathlib import Path

import click

from whimbrel.cli import record, single
from whimbrel.cli.files import fail
from whimbrel.reading import examine


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@single.form("json")
@single.output()
@click.option(
    "--from-register", "symbol", metavar="SYMBOL",
    help="Not a file: a document on record, as people have judged what was read in it.",
)  # fmt: skip
@click.option(
    "--by", envvar="WHIMBREL_PERSON", metavar="EMAIL",
    help="With --from-register: who asks; without it, what was published.",
)  # fmt: skip
def extract(
    file: Path | None, form: str, output: Path | None, symbol: str | None, by: str | None
) -> None:
    """Print what a document tells: decisions and their status, engagements, positions, agreements,
    places, dates.

    Each fact has the paragraph and the words that show it. What is a reading of ours and not stated
    says
    `explicit: false` or stands in a field of its own (`inferred_country`).
    """
    if (file is None) == (symbol is None):
        fail("name a file, or a document on record with --from-register")
    if symbol is not None:
        single.give(on_record(symbol, by), output)
    elif file is not None:
        single.answer(file, partial(extracted, form=form), output)


def on_record(symbol: str, by: str | None) -> str:
    """The facts of a document on record."""
    with record.opened():
        from whimbrel.queries import documents

        return json.dumps(documents.rows(by, symbol), ensure_ascii=False, indent=1) + "\n"


def extracted(path: str, *, form: str) -> single.Told:
    """(the facts as text, remarks) of a file. Runs in a process of its own."""
    from whimbrel.engagements import extract as understood
    from whimbrel.engagements.rows.every import facts_of

    found = examine(path)
    told = understood(found.document)
    text = json.dumps(facts_of(told, source=Path(path).name), ensure_ascii=False, indent=1)
    return text + "\n", (*found.remarks, *told.missing)
