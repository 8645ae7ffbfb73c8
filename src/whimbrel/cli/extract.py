"""`whimbrel extract`: what a document tells, as facts with their places and words."""

import json
from functools import partial
from pathlib import Path

import click

from whimbrel.cli.files import fail, show, warn, write_whole
from whimbrel.reading import Limits, Unreadable, examine
from whimbrel.reading.bulk import each


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "form",
    type=click.Choice(["json"]),
    default="json",
    show_default=True,
    help="What to print or write.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="File to write to; stdout without it.",
)
def extract(file: Path, form: str, output: Path | None) -> None:
    """Print what a document tells: decisions and their status, engagements, positions, agreements,
    places, dates.

    Each fact has the paragraph and the words that show it. What is a reading of ours and not stated
    says
    `explicit: false` or stands in a field of its own (`inferred_country`).
    """
    outcome = next(iter(each([str(file)], partial(extracted, form=form), limits=Limits())))
    if outcome.answer is None:
        fail(str(outcome.error))
    text, remarks = outcome.answer
    for remark in remarks:
        warn(f"{file}: {remark}")
    if output is None:
        show(text)
        return
    try:
        write_whole(output, text)
    except Unreadable as error:
        fail(str(error))


def extracted(path: str, *, form: str) -> tuple[str, tuple[str, ...]]:
    """(the facts as text, remarks) of a file. Runs in a process of its own."""
    from whimbrel.cli.facts import facts_of
    from whimbrel.engagements import extract as understood

    found = examine(path)
    told = understood(found.document)
    text = json.dumps(facts_of(told, source=Path(path).name), ensure_ascii=False, indent=1)
    return text + "\n", (*found.remarks, *told.missing)
