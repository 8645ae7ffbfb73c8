"""`whimbrel house` and `whimbrel person`: make a house, and enter the people who work in it."""

import click

from whimbrel.cli import record


@click.command()
@click.argument("email")
@click.argument("name")
def house(email: str, name: str) -> None:
    """Make an empty house, with NAME as its first administrator.

    Where it is kept, WHIMBREL_DATABASE says; without it, in whimbrel.sqlite3 here.
    """
    with record.opened(empty=True):
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
def update() -> None:
    """Bring the tables up to date after a newer Whimbrel was installed. Make a backup before.

    Running it again changes nothing.
    """
    with record.opened(empty=True):
        from whimbrel.acts import house as made

        made.make()
        click.echo("The tables are up to date.")
