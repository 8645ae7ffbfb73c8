"""`whimbrel backup` and `whimbrel restore`."""

from pathlib import Path

import click

from whimbrel.cli import record
from whimbrel.cli.files import private, warn


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@record.by()
@record.reason()
def backup(file: Path, by: str, reason: str) -> None:
    """Write the whole house to FILE, while it is in use, and look the file through.

    The file holds every row and the head of the ledger. It is whole or not there.
    """
    with private(), record.opened():
        from whimbrel.acts import backup as acts

        told = acts.back_up(by, reason, file)
    click.echo(f"{file}: {told.rows} rows, the ledger up to line {told.number}, looked through.")
    click.echo(f"sha256 {told.sha256}")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Also where people work here: all that is here goes.")
@record.by()
@record.reason()
def restore(file: Path, force: bool, by: str, reason: str) -> None:
    """Put the backup FILE in the place of this house. Stop the house before.

    A house in which somebody works is left as it is, unless forced. Who restores must be an
    administrator in the backup.
    """
    with private(), record.opened(empty=True):
        from whimbrel.acts import backup as acts
        from whimbrel.acts import house

        house.make()
        told = acts.restore(by, reason, file, force=force)
    click.echo(f"{told.rows} rows are back, as they were at {told.made_at}.")
    if told.lost:
        warn(f"{told.lost} lines of the ledger were newer than the backup and are gone with it")
