"""`whimbrel deposit`: put a document into the record."""

from pathlib import Path

import click

from whimbrel.cli import record, single
from whimbrel.cli.files import fail
from whimbrel.reading import Limits
from whimbrel.reading.bulk import each


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@record.by()
@record.reason()
def deposit(file: Path, by: str, reason: str) -> None:
    """Read a document and keep it, with a proposal for everything that was understood.

    The same file is recognised; another file of the same document is a version of it.
    """
    from whimbrel.engagements.understood import understand_file

    outcome = next(iter(each([str(file)], understand_file, limits=Limits())))
    if outcome.answer is None:
        fail(str(outcome.error))
    with record.opened():
        from whimbrel.acts import documents

        told = documents.deposit(by, reason, outcome.answer)
    single.remark(file, told.remarks)
    if told.known:
        click.echo(f"{told.symbol} is here already, as version {told.number}.")
    else:
        click.echo(f"{told.symbol} is kept, as version {told.number}.")
    click.echo(f"{told.proposed} readings wait to be judged: whimbrel readings {told.symbol}")
