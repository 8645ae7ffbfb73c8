"""`whimbrel readings` and `whimbrel judge`: see what was read in a document, and judge it."""

import json
from collections.abc import Mapping
from pathlib import Path

import click

from whimbrel.cli import record, single
from whimbrel.cli.files import fail


@click.command()
@click.argument("symbol")
@click.option("--kind", metavar="KIND", help="Only these: engagements, organisations, statuses ...")
@single.form("text", "json")
@record.by()
def readings(symbol: str, kind: str | None, form: str, by: str) -> None:
    """List what was read in the document SYMBOL, and what people said of it."""
    with record.opened():
        from whimbrel.queries import documents

        listed = documents.readings(by, symbol, kind=kind)
    if form == "json":
        rows = [
            {
                "kind": one.kind, "place": one.place, "state": one.state, "sure": one.sure,
                "by": one.by, "change": one.change, "address": one.address, "row": dict(one.row),
            }
            for one in listed
        ]  # fmt: skip
        single.give(single.as_json(rows), None)
        return
    for one in listed:
        mark = "sure" if one.sure else "look"
        said = f"{one.state} by {one.by}" if one.by else one.state
        words = shortened(one.row, one.words)
        click.echo(f"{one.kind:<20} {one.place:>3}  {mark}  {said:<24}  {words}")


def shortened(row: Mapping[str, object], words: str) -> str:
    """The words of a reading in a line; of what became of a provision its name and status first."""
    line = " ".join(words.split())[:70]
    if "status" not in row or "provision" not in row:
        return line
    return f"{row['provision']}  {row['status']}  {line}".rstrip()


@click.command()
@click.argument("symbol")
@click.argument("kind", required=False)
@click.argument("place", type=int, required=False)
@click.argument("verdict", type=click.Choice(["accept", "correct", "reject"]), required=False)
@click.option("--sure", is_flag=True, help="Accept all that are sure and not judged yet.")
@click.option(
    "--row", type=click.Path(path_type=Path), metavar="FILE",
    help="With `correct`: a JSON file with the row as it should be.",
)  # fmt: skip
@click.option(
    "--seen", type=int, default=0, show_default=True, metavar="N",
    help="The `change` of the reading when you looked; another's verdict is not run over.",
)  # fmt: skip
@record.by()
@record.reason()
def judge(
    symbol: str, kind: str | None, place: int | None, verdict: str | None, sure: bool,
    row: Path | None, seen: int, by: str, reason: str,
) -> None:  # fmt: skip
    """Accept, correct or reject what was read in SYMBOL: KIND and PLACE name one reading."""
    if sure == (kind is not None):
        fail("name one reading (KIND PLACE VERDICT), or take all the sure ones with --sure")
    with record.opened():
        from whimbrel.acts import readings as acts

        if sure:
            count = acts.accept_sure(by, reason, symbol)
            click.echo(f"{count} sure readings of {symbol} are accepted.")
            return
        if kind is None or place is None or verdict is None:
            fail("a reading is named by KIND PLACE, and judged by a VERDICT")
        named = acts.Named(symbol=symbol, kind=kind, place=place)
        better = corrected(row) if row is not None else None
        said = acts.judge(by, reason, named, verdict, row=better, seen=seen)
        click.echo(f"{named} is {said}.")


def corrected(file: Path) -> dict[str, object]:
    """The row of a file; a file that holds none ends the command."""
    try:
        row = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        fail(f"{file} cannot be read as JSON: {error}")
    if not isinstance(row, dict):
        fail(f"{file} holds no row: write one JSON object")
    return row
