"""`whimbrel doctor`: is the house well, and what to do where it is not."""

import sys

import click

from whimbrel.cli import record


@click.command()
def doctor() -> None:
    """Look the house over: settings, database, ledger, disk, worker, intake, mail.

    A line for each, with what to do; exit 1 where something is wrong.
    """
    with record.opened(empty=True):
        from whimbrel.queries import health

        found = health.doctor()
    for one in found:
        click.echo(f"{'well ' if one.right else 'WRONG'}  {one.name:<10}  {one.says}")
        if one.do:
            click.echo(f"{'':<19}{one.do}")
    if not all(one.right for one in found):
        sys.exit(1)
