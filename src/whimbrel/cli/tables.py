"""`whimbrel tables`: bring a spreadsheet into the record."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from whimbrel.cli import record
from whimbrel.cli.files import fail, unwritable, warn
from whimbrel.engagements.tables import Order, Read, choose, kinds, propose, rows, template
from whimbrel.reading.errors import Unreadable
from whimbrel.reading.sheet import Book, Sheet, SheetLimits
from whimbrel.reading.tables import read_book

if TYPE_CHECKING:
    from whimbrel.acts.tables import Brought

KINDS = click.Choice(sorted(kinds()))


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--as", "kind", type=KINDS, help="What its rows are.")
@click.option(
    "--sheet",
    default="",
    metavar="NAME",
    help="The sheet; without it, the one with the most columns known.",
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="HEADING=FIELD",
    help="Which field a column is; an empty FIELD leaves it out. Can be given several times.",
)
@click.option(
    "--dates",
    type=click.Choice([one.value for one in Order]),
    help="What comes first in 11/12/2025; without it, such a date is a problem.",
)
@click.option(
    "--convention", default="", metavar="NAME", help="Of a tracker, whose decisions they are: CMS."
)
@click.option(
    "--dry-run/--yes",
    default=True,
    help="Only say what would be done, which is so unless --yes is given; or bring it in.",
)
@click.option("--partly", is_flag=True, help="Bring in the good rows though others have problems.")
@click.option(
    "--to",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the outcome is printed.",
)
@click.option("--template", "wanted", type=KINDS, help="Write an empty spreadsheet of this kind.")
@click.option("-o", "output", type=click.Path(path_type=Path), help="Where the template goes.")
@click.option(
    "--language",
    type=click.Choice(["en", "fr", "es"]),
    default="en",
    show_default=True,
    help="The language of the template.",
)
@click.option(
    "--by",
    envvar="WHIMBREL_PERSON",
    default="",
    metavar="EMAIL",
    help="Who acts, by the address they are entered under; WHIMBREL_PERSON says it once.",
)
@record.reason()
def tables(
    file: Path | None, kind: str | None, sheet: str, columns: tuple[str, ...], dates: str | None,
    convention: str, dry_run: bool, partly: bool, form: str, wanted: str | None,
    output: Path | None, language: str, by: str, reason: str,
) -> None:  # fmt: skip
    """Bring a spreadsheet (.xlsx or CSV) of bodies, engagements, agreements or decisions into the
    record.

    Columns are recognised by their headings; --column says otherwise, and is kept for the next file
    with the same headings. Without --yes nothing is changed: it is said what would be. Exit 1 where
    a row has a problem.
    """
    if wanted:
        write_template(wanted, output, language)
        return
    if file is None or kind is None or not by:
        fail("say the FILE, what its rows are (--as), and who brings them in (--by)")
    book = opened(file)
    chosen = sheet_of(book, sheet, kind)
    with record.opened():
        from whimbrel.acts import tables as acts
        from whimbrel.queries.tables import kept_mapping

        kept = kept_mapping(by, kind, chosen.headings)
        mapping = {**(kept or propose(chosen.headings, kind)), **said(columns)}
        listed = rows(chosen, kind, mapping, how=Read(order=Order(dates) if dates else None))
        told = acts.dry_run(by, kind, listed, convention=convention)
        done = not dry_run and (partly or not told.problems)
        if done:
            told = acts.bring_in(
                by, reason, kind, listed, file=file.name, partly=partly, convention=convention
            )
        if done and mapping != kept:
            acts.keep_mapping(by, reason, kind, mapping)
    for remark in book.remarks:
        warn(f"{file}: {remark}")
    if form == "json":
        click.echo(as_json(chosen, kind, mapping, told, done=done))
    else:
        say(chosen, mapping, told, done=done)
    if told.problems:
        raise SystemExit(1)


def write_template(kind: str, output: Path | None, language: str) -> None:
    """Write the empty spreadsheet of a kind."""
    if output is None:
        fail("say where the template goes with -o FILE.xlsx")
    try:
        output.write_bytes(template(kind, language))
    except OSError as error:
        fail(str(unwritable(output, error)))
    click.echo(f"{output} has the headings; its second sheet says what belongs in each column.")


def opened(file: Path) -> Book:
    """The spreadsheet. What cannot be read is told and ends the command."""
    try:
        if file.stat().st_size > SheetLimits().size:
            fail(f"{file}: it is larger than {SheetLimits().size // 2**20} MiB. Split it")
        return read_book(file.read_bytes(), name=str(file))
    except OSError as error:
        fail(f"{file}: it cannot be read ({error.strerror or error})")
    except Unreadable as error:
        fail(str(error))


def sheet_of(book: Book, name: str, kind: str) -> Sheet:
    """The sheet of a name; without one, the one that is most like a list of the kind."""
    if not name:
        return choose(book, kind)
    found = book.sheet(name)
    if found is None:
        names = ", ".join(one.name for one in book.sheets)
        fail(f"there is no sheet {name}. The sheets are: {names}")
    return found


def said(columns: tuple[str, ...]) -> dict[str, str]:
    """Heading -> field of what was given on the command line."""
    found = {}
    for one in columns:
        heading, mark, field = one.rpartition("=")
        if not mark:
            fail(f"{one}: write --column “HEADING=FIELD”, such as “Partner name=name”")
        found[heading.strip()] = field.strip()
    return found


def say(sheet: Sheet, mapping: dict[str, str], told: "Brought", *, done: bool) -> None:
    """The mapping, the counts, and what is to be looked at, row by row."""
    click.echo(f"{sheet.name}: {len(sheet.rows)} rows below the head")
    for heading, field in mapping.items():
        click.echo(f"  {heading}  ->  {field or 'left out'}")
    counts = ", ".join(f"{count} {name}" for name, count in told.counts.items())
    click.echo(f"{'Brought in' if done else 'Nothing is changed yet'}: {counts}")
    for one in told.outcomes:
        for each in one.conflicts:
            click.echo(
                f"row {one.row}  {one.name}: {each.field} is “{each.held}” in the record "
                f"and “{each.told}” here; the record keeps its own"
            )
    for problem in told.problems:
        where = f"  {problem.heading} “{problem.value}”" if problem.heading else ""
        click.echo(f"row {problem.row}{where}: {problem.says()}")
    if not done:
        more = "correct these rows, or add --partly --yes" if told.problems else "add --yes"
        click.echo(f"To bring it in, {more}.")


def as_json(
    sheet: Sheet, kind: str, mapping: dict[str, str], told: "Brought", *, done: bool
) -> str:
    """The same as data."""
    whole = {
        "kind": kind,
        "sheet": sheet.name,
        "columns": mapping,
        "done": done,
        "counts": told.counts,
        "rows": [asdict(one) for one in told.outcomes],
        "problems": [
            {"row": one.row, "heading": one.heading, "value": one.value, "why": one.says()}
            for one in told.problems
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)
