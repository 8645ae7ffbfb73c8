"""`whimbrel ledger`: what was done, by whom and why; and whether the ledger is whole."""

import sys

import click

from whimbrel.cli import record


@click.group()
def ledger() -> None:
    """See the ledger, in which every act has a line, and verify it."""


@ledger.command()
@click.option(
    "--last", type=int, default=20, show_default=True, metavar="N", help="How many lines."
)
@record.by()
def show(last: int, by: str) -> None:
    """Print the newest lines, newest first."""
    with record.opened():
        from whimbrel.queries import ledger as kept

        listed = kept.lines(by, last=last)
    for one in listed:
        done = "refused" if one.refused else "done"
        who = one.by or "not known"
        why = f": {one.reason}" if one.reason else ""
        click.echo(f"{one.number:>6}  {one.at}  {done:<7}  {one.act:<24}  {who}  {one.about}{why}")


@ledger.command()
def verify() -> None:
    """Follow the chain from the first line to the head outside the database; exit 1 where a line
    was changed or taken away."""
    with record.opened():
        from whimbrel.queries import ledger as kept

        verdict = kept.verify()
    for note in verdict.notes:
        click.echo(f"note: {note}", err=True)
    for problem in verdict.problems:
        click.echo(problem)
    if not verdict.whole:
        sys.exit(1)
    click.echo(f"{verdict.lines} lines, none changed, none missing.")
