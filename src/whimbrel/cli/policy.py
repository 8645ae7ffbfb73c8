"""`whimbrel policy`: partnership policies as data, and what they make of one portfolio."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from whimbrel.cli import single
from whimbrel.cli.files import fail
from whimbrel.cli.schemes_compare import figures
from whimbrel.cli.status import day
from whimbrel.cli.table import as_csv
from whimbrel.partnership import trial as trials
from whimbrel.partnership.applies import binding
from whimbrel.partnership.compared import Replayed, compare
from whimbrel.partnership.filling import filled
from whimbrel.partnership.packs import NoSuchPack
from whimbrel.partnership.packs import packs as known
from whimbrel.partnership.policy import Pack
from whimbrel.partnership.portfolio import LARGEST, USUAL
from whimbrel.partnership.replay import ours
from whimbrel.partnership.shown import (
    COARSE,
    ask,
    bound,
    differing,
    listed,
    period,
    replayed,
    unit,
    whole,
)
from whimbrel.procedures.known import Known
from whimbrel.procedures.printed import figure, printed
from whimbrel.reading.errors import Unreadable

language = click.option(
    "--language", type=click.Choice(("en", "fr", "es")), default="en", show_default=True,
    help="The language of what is said.",
)  # fmt: skip
beside = click.option(
    "--beside", "files", multiple=True, type=click.Path(path_type=Path), metavar="FILE.yaml",
    help="The text of a policy, entered rule by rule; several times for several files.",
)  # fmt: skip
size_of = click.option(
    "--size", type=click.IntRange(1, LARGEST), default=USUAL, show_default=True,
    help="How many cases are invented.",
)  # fmt: skip
seed_of = click.option(
    "--seed", type=int, default=1, show_default=True, help="The same seed, the same answer."
)
assume_of = click.option(
    "--assume", type=click.Path(path_type=Path), metavar="FILE.yaml",
    help="Figures of your own: a mapping of an id to [low, point, high].",
)  # fmt: skip
trial_of = click.option(
    "--trial", "record", type=click.Path(path_type=Path), metavar="FILE.yaml",
    help="What was found on trial: its hours take the place of assumed ones where they suffice.",
)  # fmt: skip
USUAL_PACKS = ("generic-un", "cms-tailored", "unep-2024")


@click.group()
def policy() -> None:
    """Partnership policies as data: what they ask, whom they bind, what they cost.

    What a policy says from memory is marked so, and what nobody entered is not known. A comparison
    recommends nothing; people decide.
    """


def among(files: tuple[Path, ...]) -> tuple[Pack, ...]:
    """The policies, with what files fill in; or the end."""
    found = known()
    try:
        for one in files:
            found = filled(found, one)
    except Unreadable as error:
        fail(str(error))
    return found


def named(packs: tuple[Pack, ...], name: str) -> Pack:
    """The policy of an id, or the end."""
    for one in packs:
        if one.id == name.strip().casefold():
            return one
    fail(
        str(NoSuchPack(f"no policy is called {name}. There are: {', '.join(p.id for p in packs)}"))
    )


@policy.command("list")
@click.option("--on", default="", metavar="DATE", help="Also say which policy binds on a day.")
@beside
@single.form("table", "json", "csv")
@language
@single.output()
def list_(on: str, files: tuple[Path, ...], form: str, language: str, output: Path | None) -> None:
    """List the policies: how much of each is known, how, and what has not been entered."""
    packs = among(files)
    rows = [listed(one, language) for one in packs]
    found = None
    if on:
        day(on)
        found = bound(binding(on=date.fromisoformat(on), known=packs), language)
    if form == "json":
        told: Any = {"policies": rows, "binding": found} if found is not None else rows
        single.give(json.dumps(told, ensure_ascii=False, indent=1) + "\n", output)
    elif form == "csv":
        flat = [{**one, "not_entered": len(one["not_entered"])} for one in rows]
        single.give(as_csv(tuple(flat[0]), flat), output)
    else:
        single.give("\n".join(overview(rows, found, language)) + "\n", output)


def overview(
    rows: list[dict[str, Any]], found: dict[str, Any] | None, language: str
) -> Iterator[str]:
    """The list to be read."""
    wide = max(len(one["id"]) for one in rows)
    for one in rows:
        yield f"{one['id']:<{wide}}  {one['title']}"
        counts = ", ".join(
            f"{ask(f'known.{name}', language)}: {number}" for name, number in one["lines"].items()
        )
        yield f"{'':<{wide}}    {counts}"
        if one["not_entered"]:
            yield f"{'':<{wide}}    {ask('part.slots', language)}: {', '.join(one['not_entered'])}"
    if found is not None:
        yield f"\n-> {', '.join((*found['policies'], *found['measures'])) or '-'}"
        for key in ("reasons", "warnings"):
            for one in found[key]:
                yield f"   {'!' if key == 'warnings' else '·'} {one['text']} ({one['source']})"


@policy.command()
@click.argument("name", metavar="ID")
@beside
@single.form("text", "json", "csv")
@language
@single.output()
def show(name: str, files: tuple[Path, ...], form: str, language: str, output: Path | None) -> None:
    """Show a policy: every line with its source and how it is known."""
    told = whole(named(among(files), name), language)
    if form == "json":
        single.give(json.dumps(told, ensure_ascii=False, indent=1) + "\n", output)
    elif form == "csv":
        columns = ("part", "id", "text", "source", "status", "note")
        rows = [
            {"part": part["part"], **{name: one[name] for name in columns[1:]}}
            for part in told["parts"]
            for one in part["lines"]
        ]
        single.give(as_csv(columns, rows), output)
    else:
        single.give("\n".join(page(told, language)) + "\n", output)


def page(told: dict[str, Any], language: str) -> Iterator[str]:
    """A policy in lines."""
    yield f"{told['id']}  {told['title']}\n    {told['summary']}\n    {told['source']}"
    for part in told["parts"]:
        yield f"\n{part['heading']}"
        for one in part["lines"]:
            known_as = "" if one["status"] == Known.SEEN else f" [{one['status']}]"
            name = f"{one['name']}: " if "name" in one else ""
            yield f"  {one['id']}: {name}{one['text']}{known_as}\n      {one['source']}"
            if one["note"]:
                yield f"      {one['note']}"


@policy.command("compare")
@click.argument("before", metavar="ID")
@click.argument("after", metavar="ID")
@size_of
@seed_of
@assume_of
@beside
@single.form("table", "json", "csv")
@language
@single.output()
def compare_(
    before: str, after: str, size: int, seed: int, assume: Path | None, files: tuple[Path, ...],
    form: str, language: str, output: Path | None,
) -> None:  # fmt: skip
    """Set two policies beside each other: lines that differ, and what that changes in each kind of
    case."""
    packs = among(files)
    one, two = named(packs, before), named(packs, after)
    found = compare((one, two), size=size, seed=seed, assumed=figures(assume, ours()))
    told = differing(one, two, found, language)
    if form == "json":
        single.give(json.dumps(told, ensure_ascii=False, indent=1) + "\n", output)
    elif form == "csv":
        columns = ("part", "id", "fields", "before", "after")
        rows = [
            {"part": each["part"], "id": each["id"], "fields": ", ".join(each["fields"]),
             **{side: (each[side] or {}).get("text") for side in ("before", "after")}}
            for each in told["lines"]
        ]  # fmt: skip
        single.give(as_csv(columns, rows), output)
    else:
        single.give("\n".join(apart(told, language)) + "\n", output)


def apart(told: dict[str, Any], language: str) -> Iterator[str]:
    """The difference of two policies to be read."""
    yield f"{told['before']} -> {told['after']}"
    for one in told["lines"]:
        sign = "+" if one["before"] is None else "-" if one["after"] is None else "~"
        text = (one["after"] or one["before"])["text"]
        fields = f" ({', '.join(one['fields'])})" if one["fields"] else ""
        yield f"  {sign} {ask('part.' + one['part'], language)} / {one['id']}: {text}{fields}"
    yield ""
    for one in told["cases"]:
        yield f"  {one['modality']}, {one['category']} ({one['cases']})"
        yield f"      {' -> '.join(level or '–' for level in one['levels'])}"
        for key in ("steps", "documents", "hours", "days"):
            ends = " -> ".join(
                "–" if each is None else figure(each, language, COARSE) for each in one[key]
            )
            yield f"      {ask(f'unit.{key}', language)}: {ends}"
    if told["paired"] is not None:
        for key in ("hours", "days"):
            one = told["paired"][key]
            ends = " ".join(figure(one[end], language, COARSE) for end in ("low", "point", "high"))
            yield f"  Δ {ask(f'unit.{key}', language)}: {ends}"


@policy.command("replay")
@click.argument("names", nargs=-1, metavar="[ID]...")
@size_of
@seed_of
@assume_of
@trial_of
@beside
@single.form("table", "json", "csv")
@language
@single.output()
def replay_(
    names: tuple[str, ...], size: int, seed: int, assume: Path | None, record: Path | None,
    files: tuple[Path, ...], form: str, language: str, output: Path | None,
) -> None:  # fmt: skip
    """Replay one invented portfolio under several policies: steps, documents, persons, hours, days,
    and which seeded faults each would not have looked for.

    The first policy is what the others are held against. What a policy does not say is not known.
    """
    packs = among(files)
    chosen = tuple(named(packs, one) for one in names or USUAL_PACKS)
    periods = trials.summed(on_trial(record))
    found = compare(
        chosen, size=size, seed=seed, assumed=figures(assume, ours()),
        measured=trials.in_place(periods),
    )  # fmt: skip
    if form == "json":
        told = replayed(found, language) | {"trial": [period(one, language) for one in periods]}
        single.give(json.dumps(told, ensure_ascii=False, indent=1) + "\n", output)
    elif form == "csv":
        single.give(spreadsheet(found, language), output)
    else:
        single.give("\n".join(lines(found, language)) + "\n", output)


def on_trial(path: Path | None) -> trials.Trial:
    """What was found on trial; nothing without a file."""
    if path is None:
        return trials.Trial()
    try:
        return trials.load_file(path)
    except Unreadable as error:
        fail(str(error))


def spreadsheet(found: Replayed, language: str) -> str:
    """Rows with low, point and high under each policy."""
    columns = ["question", "unit"]
    for one in found.packs:
        columns += [f"{one.id} {end}" for end in ("low", "point", "high")]
    rows = []
    for row in found.rows:
        told: dict[str, object] = {
            "question": ask(f"row.{row.id}", language), "unit": unit(row, language),
        }  # fmt: skip
        for one, cell in zip(found.packs, row.cells, strict=True):
            for end in ("low", "point", "high"):
                told[f"{one.id} {end}"] = getattr(cell.value, end) if cell.value else None
        rows.append(told)
    return as_csv(columns, rows)


def lines(found: Replayed, language: str) -> Iterator[str]:
    """A replay to be read."""
    told = replayed(found, language)
    wide = max(len(one.id) for one in found.packs)
    cases = told["portfolio"]
    yield f"{cases['size']} (seed {cases['seed']}; {cases['bad']} bad)"
    for row in found.rows:
        yield f"\n{ask(f'row.{row.id}', language)} ({unit(row, language)})"
        for one, cell, said in zip(found.packs, row.cells, row.beside(), strict=True):
            value = printed(cell.value, language, COARSE)
            note = ask(cell.note or f"known.{cell.known}", language)
            yield f"  {one.id:<{wide}}  {value:<22} {ask(f'beside.{said}', language)}; {note}"
    yield ""
    for fault in told["faults"]:
        missed = ", ".join(
            f"{name}: {'–' if number is None else number}"
            for name, number in fault["not_looked_for"].items()
        )
        yield f"  {fault['text']} ({fault['of']}): {missed}"


@policy.command("paper")
@click.argument("names", nargs=-1, metavar="[ID]...")
@size_of
@seed_of
@assume_of
@trial_of
@beside
@click.option("--on", default="", metavar="DATE", help="The day of the paper; today without it.")
@click.option("--meeting", default="", metavar="COP15", help="The meeting that the paper is for.")
@language
@click.option(
    "-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE", help="The file to write: .docx, .pdf, .html, .md, .json or .xml.",
)  # fmt: skip
def paper(
    names: tuple[str, ...], size: int, seed: int, assume: Path | None, record: Path | None,
    files: tuple[Path, ...], on: str, meeting: str, language: str, output: Path,
) -> None:  # fmt: skip
    """Write the paper for the Conference of the Parties: is a tailored policy required?

    It sets out the evidence and recommends nothing.
    """
    from whimbrel.cli.schemes_papers import alone_in, ending, give
    from whimbrel.reporting.papers.policy.required import required

    ending(output)
    if on:
        day(on)
    today = date.fromisoformat(on) if on else datetime.now(tz=UTC).date()
    packs = among(files)
    chosen = tuple(named(packs, one) for one in names or USUAL_PACKS)
    periods = trials.summed(on_trial(record))
    found = compare(
        chosen, size=size, seed=seed, assumed=figures(assume, ours()),
        measured=trials.in_place(periods),
    )  # fmt: skip
    bound_by = binding(on=today, known=packs)
    give(required(alone_in(language, meeting), found, bound_by, periods, today), output)
