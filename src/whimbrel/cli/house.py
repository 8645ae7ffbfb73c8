"""`whimbrel house`, `whimbrel person` and `whimbrel shred`: make a house, enter the people who work
in it, and forget one of them."""

import click

from whimbrel.cli import record
from whimbrel.cli.files import private


@click.command()
@click.argument("email")
@click.argument("name")
def house(email: str, name: str) -> None:
    """Make an empty house, with NAME as its first administrator.

    Where it is kept, WHIMBREL_DATABASE says; without it, in whimbrel.sqlite3 here.
    """
    with private(), record.opened(empty=True):
        from whimbrel.acts import house as made
        from whimbrel.acts import people

        made.make()
        told = people.found_house(email, name)
        click.echo(f"The house stands; {name} may enter others: whimbrel person EMAIL NAME ROLE")
        click.echo(f"Their password for the pages, shown this once: {told.password}")


@click.command()
@click.argument("email")
@click.argument("name")
@click.argument("role")
@click.option("--country", default="", metavar="CODE", help="Of a focal point, the Party.")
@click.option("--body", default="", metavar="NAME", help="Of a partner, the body they speak for.")
@record.by()
@record.reason()
def person(email: str, name: str, role: str, country: str, body: str, by: str, reason: str) -> None:
    """Enter a person with a ROLE: officer, approver, focal point, partner, auditor,
    administrator."""
    with record.opened():
        from whimbrel.acts import people

        told = people.enter(by, reason, email, name, role, country=country, body=body)
        click.echo(f"{name} is entered as {role}.")
        click.echo(f"Their password for the pages, shown this once: {told.password}")


@click.command()
@click.argument("email")
@click.option("--yes", is_flag=True, help="Do not ask whether it is meant.")
@record.by()
@record.reason()
def shred(email: str, yes: bool, by: str, reason: str) -> None:
    """Shred what the record holds of the person EMAIL; it needs a reason.

    Their name and address go, and with them every line that says who acted and why where it names
    them. What they did stays, and the ledger stays whole. Nothing brings it back but a backup.
    """
    if not yes:
        asked = f"Everything that names {email} goes and does not come back. Shred it?"
        click.confirm(asked, abort=True)
    with record.opened():
        from whimbrel.acts import people

        lines = people.shred(by, reason, email)
    told = "1 line of the ledger names" if lines == 1 else f"{lines} lines of the ledger name"
    click.echo(f"It is shredded: {told} them no more.")


@click.command()
def update() -> None:
    """Bring the tables up to date after a newer Whimbrel was installed. Make a backup before.

    Running it again changes nothing.
    """
    with record.opened(empty=True):
        from whimbrel.acts import house as made

        made.make()
        click.echo("The tables are up to date.")
