"""`whimbrel status`: how decisions stand on a day, each answer with its reason."""

import datetime
import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from whimbrel.cli import record, single
from whimbrel.cli.files import fail

if TYPE_CHECKING:
    from whimbrel.queries.standing import Line

QUESTIONS = {
    "in_force": "in force", "due": "due", "unfunded": "without money", "silent": "silent",
}  # fmt: skip


@click.command()
@click.argument("number", required=False)
@click.option("--meeting", default="", metavar="COP15", help="Only what this meeting adopted.")
@click.option("--on", default="", metavar="DAY", help="How they stand on this day; today without.")
@single.form("text", "json")
@single.output()
@record.by(required=False)
def status(
    number: str | None, meeting: str, on: str, form: str, output: Path | None, by: str | None
) -> None:
    """Say how decisions stand: what became of each and who says so, what shows it, what it asks to
    be produced, whether it is in force, due, without money or silent, and what is proposed.

    NUMBER is a decision or one of its provisions, such as 14.10 or "14.10 d)"; all of them without.
    What nobody states is inferred from the record, and says so. What is proposed is a
    recommendation.
    """
    day(on)
    with record.opened():
        from whimbrel.queries.mandates import quoted
        from whimbrel.queries.standing import line, numbered

        rows = [line(one) for one in numbered(by, number or "", meeting=meeting, on=on)]
        words = quoted(by, [one.name for one in rows])
    if not rows:
        what = number or (f"what {meeting} adopted" if meeting else "decisions")
        fail(f"nothing is on record of {what} that you may see")
    shown = [(one, words.get(one.path, ())) for one in rows]
    if form == "json":
        single.give(single.as_json([plain(*each) for each in shown]), output)
        return
    single.give("\n".join(block(*each) for each in shown), output)


def day(text: str) -> None:
    """End the command where a day is none."""
    try:
        datetime.date.fromisoformat(text or "2000-01-01")
    except ValueError:
        fail(f"{text} is no date: write 2025-11-03")


Quotes = tuple[tuple[str, str], ...]
"""(address, words) of what documents say of a provision."""


def plain(one: "Line", quotes: Quotes) -> dict[str, object]:
    """A line with its reasons by their questions."""
    told: dict[str, object] = json.loads(json.dumps(asdict(one)))
    return {**told, "reasons": dict(one.reasons), "quotes": [list(each) for each in quotes]}


def block(one: "Line", quotes: Quotes) -> str:
    """How a provision stands, in a few lines."""
    return "\n".join(lines(one, quotes)) + "\n"


def lines(one: "Line", quotes: Quotes) -> Iterator[str]:
    """Its status with the reason, then how it stands, then what is proposed."""
    how = "stated" if one.stated else "inferred"
    yield f"{one.name}  {one.status} ({how}): {one.status_because}"
    if one.reason:
        yield f"    reason: {one.reason}"
    for address, words in quotes:
        yield f"    in words: “{' '.join(words.split())}” {address}"
    for address in one.evidence:
        yield f"    shown by: {address}"
    for what, state, address in one.outputs:
        yield f"    to produce: {what}: {state}{f', {address}' if address else ''}"
    answers = {"in_force": one.in_force, "due": one.due, "unfunded": one.unfunded,
               "silent": one.silent}  # fmt: skip
    for question, why in one.reasons:
        late = " (overdue)" if question == "due" and one.overdue == "yes" else ""
        yield f"    {QUESTIONS[question]}: {answers[question]}{late}: {why}"
    if one.covered or one.left:
        yield f"    covered by others: {'; '.join(one.covered) or 'not known'}"
        yield f"    left: {'; '.join(one.left) or 'nothing'}"
    whose = "decided" if one.decided else "proposed"
    yield f"    {whose}: {one.proposed}: {one.proposed_because}"
