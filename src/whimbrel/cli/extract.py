"""`whimbrel extract`: what a document tells, as facts with their places and words."""

import json
from functools import partial
from pathlib import Path

import click

from whimbrel.cli import single
from whimbrel.reading import examine


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@single.form("json")
@single.output()
def extract(file: Path, form: str, output: Path | None) -> None:
    """Print what a document tells: decisions and their status, engagements, positions, agreements,
    places, dates.

    Each fact has the paragraph and the words that show it. What is a reading of ours and not stated
    says
    `explicit: false` or stands in a field of its own (`inferred_country`).
    """
    single.answer(file, partial(extracted, form=form), output)


def extracted(path: str, *, form: str) -> single.Told:
    """(the facts as text, remarks) of a file. Runs in a process of its own."""
    from whimbrel.engagements import extract as understood
    from whimbrel.engagements.rows.every import facts_of

    found = examine(path)
    told = understood(found.document)
    text = json.dumps(facts_of(told, source=Path(path).name), ensure_ascii=False, indent=1)
    return text + "\n", (*found.remarks, *told.missing)
