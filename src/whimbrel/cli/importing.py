"""`whimbrel import`: files of others, tried first: what they bring, what was rejected, what is new
against an earlier file."""

import json
from datetime import date
from pathlib import Path

import click

from whimbrel.cli import record, single
from whimbrel.cli.files import fail, warn
from whimbrel.cli.status import day
from whimbrel.cli.table import as_csv
from whimbrel.importing.brought import Brought, Difference, difference, stale
from whimbrel.importing.kinds import READERS, Asked, read
from whimbrel.reading.errors import Unreadable
from whimbrel.synergy.plain import cited, plain
from whimbrel.synergy.words import say

SHOWN = 20
COLUMNS = ("key", "kind", "name", "on", "days", "stale", "rows", "records", "rejected", "gone")


@click.command("import")
@click.argument("kind", type=click.Choice(tuple(READERS)))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what the file would bring.")
@click.option(
    "--against", type=click.Path(path_type=Path), metavar="FILE",
    help="An earlier file of the same kind: say what is new and what is gone.",
)  # fmt: skip
@click.option("--of", "of_", default="", metavar="CODE", help="The treaty or plan of the file.")
@click.option("--source", "name", default="", metavar="NAME", help="What its source is called.")
@click.option("--source-date", "on", default="", metavar="DATE", help="The day of the data.")
@click.option("--licence", default="", help="Under which terms the data may be used.")
@click.option("--purpose", default="", help="For what personal data are wanted.")
@record.by(required=False)
@record.reason()
@single.form("table", "json", "csv")
@single.output()
def command(
    kind: str, file: Path, dry_run: bool, against: Path | None, of_: str, name: str, on: str,
    licence: str, purpose: str, by: str | None, reason: str, form: str, output: Path | None,
) -> None:  # fmt: skip
    """Read a file of others strictly: memberships, listings, targets, bodies, meetings.

    Every row that cannot be taken is listed with its number and the cause; where most cannot, the
    file is refused. With --dry-run, or --against an earlier file, what it would bring is shown and
    nothing is kept; else memberships and listings go into the record of the house.
    """
    day(on)
    if not dry_run and against is None and not by:
        fail("say who brings it in (--by), or add --dry-run to try it")
    when = date.fromisoformat(on) if on else None

    def tried(path: Path) -> Brought[object]:
        try:
            return read(
                kind, Asked(path=path, name=name, on=when, licence=licence, of=of_, purpose=purpose)
            )
        except Unreadable as error:
            fail(str(error))

    brought = tried(file)
    changed = difference(tried(against).records, brought.records) if against else None
    for remark in brought.remarks:
        warn(f"{file}: {remark}")
    warned = stale(brought.kind, brought.source, date.today())
    if warned:
        warn(say(warned))
    if form == "json":
        single.give(as_json(brought, changed), output)
    elif form == "csv":
        single.give(as_csv(("row", "cause", "value"), map(rejection, brought.rejected)), output)
    else:
        single.give(table(brought, changed), output)
    if dry_run or against is not None:
        if form == "table" and output is None:
            click.echo("Nothing was kept.")
        return
    with record.opened():
        from whimbrel.acts import imports

        key = imports.bring(
            by or "", reason, kind, file.name, file.read_bytes(), of=of_.upper(), source=name,
            on=when, licence=licence,
        )  # fmt: skip
    click.echo(f"kept as {key}", err=form != "table")


@click.command()
@record.by()
@record.reason()
@click.option("--take-back", "key", default="", metavar="KEY", help="Take back what it brought.")
@single.form("table", "json", "csv")
@single.output()
def datasets(by: str, reason: str, key: str, form: str, output: Path | None) -> None:
    """List the data sets that the house keeps, with the day of the data and their age.

    With --take-back, and a --reason, what a data set brought goes; the line of where it came from
    stays.
    """
    with record.opened():
        if key:
            from whimbrel.acts import imports

            went = imports.take_back(by, reason, key)
            click.echo(f"{key}: {went:,} records were taken back")
            return
        from whimbrel.queries.datasets import datasets as listed

        rows = [plain(one) for one in listed(by).rows]
    if form == "json":
        single.give(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", output)
        return
    cells = [{name: row[name] for name in COLUMNS} for row in rows if isinstance(row, dict)]
    if form == "csv":
        single.give(as_csv(COLUMNS, cells), output)
        return
    lines = [" | ".join(COLUMNS)]
    lines += [" | ".join(told(value) for value in row.values()) for row in cells]
    single.give("\n".join(lines) + "\n", output)


def told(value: object) -> str:
    """A cell in words: what nobody said is not known."""
    if value is None:
        return "not known"
    return "yes" if value is True else "no" if value is False else str(value)


def rejection(one: object) -> dict[str, object]:
    """A rejected row as cells."""
    cells = plain(one)
    assert isinstance(cells, dict)
    return cells


def as_json(brought: Brought[object], changed: Difference[object] | None) -> str:
    """All about an import but the records themselves, which are counted."""
    told = {
        "kind": brought.kind.value, "shape": brought.shape, "source": plain(brought.source),
        "sha256": brought.sha256, "rows": brought.rows, "records": len(brought.records),
        "passed": brought.passed, "rejected": brought.rejected_count,
        "rejected_rows": [rejection(one) for one in brought.rejected],
        "remarks": list(brought.remarks),
    }  # fmt: skip
    if changed is not None:
        told["difference"] = {
            "same": changed.same,
            "added": plain(changed.added),
            "gone": plain(changed.gone),
        }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def table(brought: Brought[object], changed: Difference[object] | None) -> str:
    """The same in words."""
    lines = [
        f"{brought.kind.value}, as {brought.shape}: {brought.rows:,} rows read, "
        f"{len(brought.records):,} records, {brought.rejected_count:,} rows rejected"
        + (f", {brought.passed:,} say nothing of this kind" if brought.passed else ""),
        f"source: {cited((brought.source,))}; SHA-256 {brought.sha256[:16]}…",
    ]
    for one in brought.rejected[:SHOWN]:
        lines.append(f"  row {one.row}: {one.cause}" + (f" [{one.value}]" if one.value else ""))
    if brought.rejected_count > SHOWN:
        lines.append(f"  … {brought.rejected_count - SHOWN:,} more; --to csv lists them")
    if changed is not None:
        lines.append(
            f"against the earlier file: {len(changed.added):,} new, {len(changed.gone):,} gone, "
            f"{changed.same:,} the same"
        )
    return "\n".join(lines) + "\n"
