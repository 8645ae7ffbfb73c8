"""`whimbrel schemes family`: applicants under the rules of every instrument of a family."""

from datetime import date
from pathlib import Path

import click

from whimbrel.admission.applicants import read
from whimbrel.admission.family import family as asked
from whimbrel.cli import assessments, single
from whimbrel.cli.files import fail
from whimbrel.cli.status import day
from whimbrel.cli.table import as_csv
from whimbrel.reading.errors import Unreadable

COLUMNS = ("id", "scheme", *assessments.COLUMNS[1:])


@click.command("family")
@click.option(
    "--convention", default="cms", show_default=True, metavar="BODY",
    help="The convention whose instruments are asked.",
)  # fmt: skip
@click.option(
    "--applicants", "file", required=True, type=click.Path(path_type=Path), metavar="FILE.yaml",
    help="A file with `defaults` and `applicants`.",
)  # fmt: skip
@click.option("--opens", default="", metavar="DATE", help="The opening day of each meeting.")
@click.option(
    "--parties-present", "present", type=click.IntRange(min=1), metavar="N",
    help="How many Parties are present.",
)  # fmt: skip
@click.option(
    "--parties-all", "every", type=click.IntRange(min=1), metavar="N",
    help="How many Parties there are, where an instrument counts all of them.",
)  # fmt: skip
@single.form("table", "json", "csv")
@click.option(
    "--language", type=click.Choice(("en", "fr", "es")), default="en", show_default=True,
    help="The language of what is said.",
)  # fmt: skip
@single.output()
def command(
    convention: str, file: Path, opens: str, present: int | None, every: int | None, form: str,
    language: str, output: Path | None,
) -> None:  # fmt: skip
    """Say what each instrument of a family makes of the applicants of a file.

    The instruments have texts of their own, and these differ: each is read against its own subject.
    """
    if opens:
        day(opens)
    try:
        listed = read(file)
        found = [
            (scheme.id, said)
            for one in listed.applicants
            for scheme, said in asked(
                one,
                convention,
                opens=date.fromisoformat(opens) if opens else None,
                parties_present=present,
                parties_all=every,
                language=language,
            )
        ]
    except Unreadable as error:
        fail(str(error))
    except KeyError:
        fail(f"no family of {convention} is known")
    single.remark(file, listed.remarks)
    if form == "json":
        rows = ({**assessments.plain(said), "scheme": name} for name, said in found)
        single.give(single.as_json(rows), output)
    elif form == "csv":
        rows = ({**assessments.row(said), "scheme": name} for name, said in found)
        single.give(as_csv(COLUMNS, rows), output)
    else:
        blocks = (f"{name}: {line}" if at == 0 else line for name, said in found
                  for at, line in enumerate(assessments.lines(said)))  # fmt: skip
        single.give("\n".join(blocks) + "\n", output)
