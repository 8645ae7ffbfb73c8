"""`whimbrel demo`: a house that is filled, to look around in."""

import datetime
import os
import sys
from pathlib import Path

import click

from whimbrel.cli import record, serve
from whimbrel.cli.files import fail, private
from whimbrel.demo import compose

HOUSE = Path("whimbrel-demo.sqlite3")
OPENED = """\
The demo house is filled with the business on synergies and partnerships of one convention between
two meetings of its Conference of the Parties, told in words of ours, each with its source. A
made-up progress report waits at intake. The people are made up too. Sign in as one of them:
"""
EMPTY = """\
An empty house of your own:  whimbrel house EMAIL NAME  and then  whimbrel serve"""

REPORT = """\
The progress report of this one:  WHIMBREL_DATABASE=sqlite:///{house} whimbrel report \\
  --meeting COP15 --item 18.1 --by officer@example.org -o report.docx"""


@click.command()
@click.option("--port", default=8000, show_default=True, help="The port to listen at.")
@click.option("--no-serve", is_flag=True, help="Fill the house, print the sign-ins, and end.")
@click.option(
    "--house", "file", default=HOUSE, show_default=True, metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path), help="Where the demo house is kept.",
)  # fmt: skip
@click.option("--fresh", is_flag=True, help="Throw an earlier demo house away, and fill a new one.")
@click.option(
    "--terminal", is_flag=True, help="No house: print what the reader finds in the specimen."
)
@click.option(
    "--save", type=click.Path(dir_okay=False, writable=True, path_type=Path), metavar="FILE",
    help="No house: write the specimen to this file, to look at it in a word processor.",
)  # fmt: skip
def demo(
    port: int, no_serve: bool, file: Path, fresh: bool, terminal: bool, save: Path | None
) -> None:
    """Open a demo house: a record that is filled, and somebody of every role to sign in as.

    It is kept, and opened again as it was left.
    """
    if save is not None:
        write(save, compose())
    if terminal:
        from whimbrel.cli import specimen

        for line in specimen.told():
            click.echo(line)
    if terminal or save is not None:
        return
    with private():
        ways = opened(file.resolve(), fresh=fresh)
    click.echo(OPENED)
    click.echo(ways)
    click.echo(EMPTY)
    click.echo(REPORT.format(house=file))
    if no_serve:
        click.echo(f"The pages of this one:  whimbrel demo --house {file}")
        return
    click.echo(f"The house is open at http://localhost:{port}; Ctrl-C closes it.")
    sys.stdout.flush()
    sys.exit(serve.start("127.0.0.1", port, 2))


def opened(file: Path, *, fresh: bool) -> str:
    """The demo house, made where there is none, as the house of this process and of those that it
    starts. How to sign in."""
    notes = file.with_suffix(".sign-in")
    if file.exists() and not notes.exists():
        fail(f"{file} is no demo house: name another file with --house")
    if fresh or not file.exists():
        # A house that was filled to its end takes the place of an earlier one, and no other does.
        filling = file.with_name(f"{file.stem}.filling{file.suffix}")
        remove(filling)
        point_at(filling)
        words = filled()
        remove(file)
        filling.with_suffix(".head").rename(file.with_suffix(".head"))
        notes.write_text(words, encoding="utf-8")
        notes.chmod(0o600)
        filling.rename(file)
    else:
        file.chmod(0o600)
        point_at(file)
        with record.opened(empty=True):
            from whimbrel.acts import house

            # A house that an earlier Whimbrel made is brought up to date.
            house.make()
    point_at(file)
    return notes.read_text(encoding="utf-8")


def filled() -> str:
    """Fill the house of this process. How to sign in, in lines."""
    with record.opened(empty=True):
        from django.db import connection

        from whimbrel.demo.house import fill

        ways = fill(datetime.date.today())
        connection.close()
    lines = (f"  {one.role:<14} {one.email:<28} {one.password}" for one in ways)
    return "\n".join(lines) + "\n"


def point_at(file: Path) -> None:
    """Let a file be the house."""
    os.environ["WHIMBREL_DATABASE"] = f"sqlite:///{file}"
    os.environ["WHIMBREL_LEDGER_HEAD"] = str(file.with_suffix(".head"))


def remove(file: Path) -> None:
    """Take a house away, with all that is kept beside it."""
    beside = (file.with_suffix(end) for end in (".head", ".sign-in"))
    logs = (file.with_name(f"{file.name}{end}") for end in ("-wal", "-shm"))
    for one in (file, *beside, *logs):
        one.unlink(missing_ok=True)


def write(file: Path, content: bytes) -> None:
    """Write a file, or say which one could not be written and why."""
    try:
        file.write_bytes(content)
    except OSError as error:
        why = f"{file} cannot be written: {error.strerror}. Name a file in a folder that is yours."
        raise click.BadParameter(why, param_hint="--save") from error
