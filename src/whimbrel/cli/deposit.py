"""`whimbrel deposit` and `whimbrel read-again`: put a document into the record, read it anew."""

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


@click.command("read-again")
@click.argument("symbol")
@record.by()
@record.reason()
def read_again(symbol: str, by: str, reason: str) -> None:
    """Read the kept file of the document SYMBOL again, after a newer Whimbrel was installed.

    What a person has judged stays as it was judged; what is read now takes the place of the rest.
    """
    with record.opened():
        from whimbrel.tasks import again

        told = again.read_again(by, reason, symbol)
    click.echo(f"{told.symbol} was read again: {told.proposed} readings wait to be judged.")
