"""The command line: parse, call one thing, show the answer. Commands are imported when they are
asked for."""

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

import click

COMMANDS = {
    "read": ("whimbrel.cli.read:read", "Read documents and print or write what is in them."),
    "cite": ("whimbrel.cli.cite:cite", "List every reference in a document and what it names."),
    "mandates": (
        "whimbrel.cli.mandates:mandates",
        "List what a document asks, of whom, on what condition, by when.",
    ),
    "lineage": (
        "whimbrel.cli.lineage:lineage",
        "Say what became of provisions at the next meeting.",
    ),
    "compare": (
        "whimbrel.cli.compare:compare",
        "Pair the provisions of two documents and show what changed.",
    ),
    "extract": ("whimbrel.cli.extract:extract", "Take out all that is understood, as data."),
    "schemes": (
        "whimbrel.cli.schemes:schemes",
        "Rules of admission of other bodies and our own, and what they make of applicants.",
    ),
    "screen": ("whimbrel.cli.screen:screen", "Show who on a list has a name like this one."),
    "lists": ("whimbrel.cli.lists:lists", "Lists of names that bodies are screened against."),
    "policy": (
        "whimbrel.cli.policy:policy",
        "Partnership policies: what they ask, whom they bind, what they cost.",
    ),
    "check": (
        "whimbrel.cli.check:check",
        "Say what a careful editor would flag before a document goes out.",
    ),
    "report": (
        "whimbrel.cli.report:report",
        "Write the progress report of a meeting from the record.",
    ),
    "returned": (
        "whimbrel.cli.returned:returned",
        "List what was changed in a copy that came back from Word.",
    ),
    "synergy": (
        "whimbrel.cli.synergy:synergy",
        "Parties, species and targets that conventions share, and States to invite in.",
    ),
    "import": (
        "whimbrel.cli.importing:command",
        "Try a file of memberships, listings, targets, bodies or meetings.",
    ),
    "datasets": (
        "whimbrel.cli.importing:datasets",
        "List data sets of the record with their age, or take one back.",
    ),
    "show": ("whimbrel.cli.show:show", "Show a document with what was understood in the margin."),
    "house": ("whimbrel.cli.house:house", "Make an empty house, in which the record is kept."),
    "person": ("whimbrel.cli.house:person", "Enter a person with a role."),
    "shred": ("whimbrel.cli.house:shred", "Shred what the record holds of a person."),
    "deposit": ("whimbrel.cli.deposit:deposit", "Put a document into the record."),
    "read-again": (
        "whimbrel.cli.deposit:read_again",
        "Read a kept document again, with a newer reader.",
    ),
    "tables": ("whimbrel.cli.tables:tables", "Bring a spreadsheet into the record."),
    "readings": ("whimbrel.cli.readings:readings", "List what was read in a document on record."),
    "judge": ("whimbrel.cli.readings:judge", "Accept, correct or reject what was read."),
    "status": (
        "whimbrel.cli.status:status",
        "Say how decisions stand on a day, and what is proposed to be done with each.",
    ),
    "ledger": ("whimbrel.cli.ledger:ledger", "See who did what and why; verify the ledger."),
    "serve": ("whimbrel.cli.serve:serve", "Serve the pages of the house, and read what comes."),
    "worker": ("whimbrel.cli.serve:worker", "Read what was dropped, beside or without pages."),
    "backup": ("whimbrel.cli.backup:backup", "Write the whole house to a file."),
    "restore": ("whimbrel.cli.backup:restore", "Put a backup in the place of the house."),
    "update": ("whimbrel.cli.house:update", "Bring the tables up to date with this version."),
    "doctor": ("whimbrel.cli.doctor:doctor", "Say whether the house is well, and what to do."),
    "demo": ("whimbrel.cli.demo:demo", "Open a demo house: a record that is filled."),
}


class Lazy(click.Group):
    """A group that imports a command only to run it, so that help is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run a command. A fact file that is wrong is told by its name and place, as every file
        is."""
        try:
            return super().invoke(ctx)
        except ValueError as error:
            from whimbrel.facts import BadFact

            if isinstance(error, BadFact):
                raise click.ClickException(str(error)) from None
            raise

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


def installed() -> str:
    """The version that is installed."""
    try:
        return version("whimbrel")
    except PackageNotFoundError:
        from whimbrel import __version__

        return __version__


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(installed(), "--version", prog_name="whimbrel")
def main() -> None:
    """Whimbrel reads the documents of treaty bodies: what was asked of whom, what was done, what to
    report.

    Every paragraph keeps its number, its address and its words.
    """
