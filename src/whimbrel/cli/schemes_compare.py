"""`whimbrel schemes compare`: options for a governing body side by side."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from whimbrel.admission.applicants import read
from whimbrel.admission.compare import Compared, compare
from whimbrel.admission.compared import ask, ceilings, data, unit
from whimbrel.admission.option import NoSuchOption, option, options
from whimbrel.admission.pool import LARGEST, pool, pooled
from whimbrel.admission.schemes import subjects_of
from whimbrel.cli import single
from whimbrel.cli.files import fail
from whimbrel.cli.table import as_csv
from whimbrel.procedures.burden import Assumed, with_others
from whimbrel.procedures.outside import content, parsed
from whimbrel.procedures.printed import printed
from whimbrel.reading.errors import Unreadable

ENDS = 3
"""A figure of somebody else: low, point, high."""


@click.command("compare")
@click.option(
    "--options", "names", multiple=True, metavar="ID",
    help="An option; the first is what the others are compared with. All without.",
)  # fmt: skip
@click.option(
    "--pool", "file", type=click.Path(path_type=Path), metavar="FILE.yaml",
    help="Applicants of your own, as for assess; else invented ones.",
)  # fmt: skip
@click.option(
    "--pool-size", "size", type=click.IntRange(1, LARGEST), default=320, show_default=True,
    help="How many applicants are invented.",
)  # fmt: skip
@click.option(
    "--seed", type=int, default=1, show_default=True, help="The same seed, the same answer."
)
@click.option("--opens", default="2026-03-23", show_default=True, metavar="DATE",
              help="The opening day of the meeting.")  # fmt: skip
@click.option("--parties-present", "present", type=click.IntRange(min=1), default=100,
              show_default=True, metavar="N", help="How many Parties are present.")  # fmt: skip
@click.option(
    "--assume", type=click.Path(path_type=Path), metavar="FILE.yaml",
    help="Figures of your own: a mapping of an id to [low, point, high].",
)  # fmt: skip
@click.option("--weight", "weights", multiple=True, metavar="ROW=N",
              help="Weigh a question; without weights nothing is summed up.")  # fmt: skip
@click.option("--language", type=click.Choice(("en", "fr", "es")), default="en", show_default=True,
              help="The language of what is said.")  # fmt: skip
@single.form("table", "json", "csv")
@single.output()
def command(
    names: tuple[str, ...], file: Path | None, size: int, seed: int, opens: str, present: int,
    assume: Path | None, weights: tuple[str, ...], language: str, form: str, output: Path | None,
) -> None:  # fmt: skip
    """Compare options over one pool of applicants: who gets in, who is left out, how long, how many
    hours, who can block. Answers are intervals; what overlaps is not told apart."""
    try:
        day = date.fromisoformat(opens)
    except ValueError:
        fail(f"--opens {opens}: no day; write it as 2026-03-23")
    try:
        chosen = tuple(option(one) for one in names) or options()
        applicants = (
            tuple(pooled(one) for one in read(file).applicants)
            if file
            else pool(size, seed=seed, opens=day, subject=subjects_of("cms")[0])
        )
    except (NoSuchOption, Unreadable) as error:
        fail(str(error))
    found = compare(
        chosen, applicants, opens=day, present=present, assumed=figures(assume), seed=seed,
        invented=file is None,
    )  # fmt: skip
    try:
        told = data(found, language, weighing(weights))
    except KeyError as error:
        rows = ", ".join(row.id for row in found.rows)
        fail(f"--weight {error.args[0]}: no such question. There are: {rows}")
    except ValueError as error:
        fail(f"--weight {error}")
    if form == "json":
        single.give(json.dumps(told, ensure_ascii=False, indent=1) + "\n", output)
    elif form == "csv":
        single.give(spreadsheet(found, language), output)
    else:
        single.give("\n".join(lines(found, told, language)) + "\n", output)


def weighing(weights: tuple[str, ...]) -> dict[str, float]:
    """`ROW=N` as a mapping."""
    found = {}
    for one in weights:
        name, sign, number = one.partition("=")
        try:
            found[name] = float(number)
        except ValueError:
            fail(f"--weight {one}: write it as admitted=2")
        if not sign:
            fail(f"--weight {one}: write it as admitted=2")
    return found


def figures(path: Path | None, base: Assumed | None = None) -> Assumed | None:
    """The figures of a file in the place of those of `base`, or of ours."""
    if path is None:
        return None
    try:
        data: Any = parsed(path, content(path), "Write `check-hours: [0.5, 1, 2]`")
        if not isinstance(data, dict):
            raise ValueError("there are no figures in it")
        pairs = {str(name): tuple(map(float, ends)) for name, ends in data.items()}
        if any(len(ends) != ENDS for ends in pairs.values()):
            raise ValueError("give low, point and high")
        return with_others(pairs, base)  # type: ignore[arg-type]
    except KeyError as error:
        fail(f"{path}: nothing is called {error.args[0]}; see the ids in the answer as JSON")
    except Unreadable as error:
        fail(str(error))
    except (ValueError, TypeError, AttributeError) as error:
        fail(f"{path}: {error}; write `check-hours: [0.5, 1, 2]`")


def spreadsheet(found: Compared, language: str) -> str:
    """Rows with low, point and high of each option."""
    columns = ["question", "unit"]
    for one in found.options:
        columns += [f"{one.id} {end}" for end in ("low", "point", "high")]
    listed = []
    for row in found.rows:
        line: dict[str, object] = {"question": ask(row.id, language), "unit": unit(row, language)}
        for one, cell in zip(found.options, row.cells, strict=True):
            for end in ("low", "point", "high"):
                line[f"{one.id} {end}"] = getattr(cell.value, end) if cell.value else None
        listed.append(line)
    return as_csv(columns, listed)


def lines(found: Compared, told: dict[str, object], language: str) -> Iterator[str]:
    """The comparison to be read."""
    for one, law in zip(found.options, ceilings(found, language), strict=True):
        yield f"{one.id}: {one.title[language]}"
        yield f"    {one.summary[language]}"
        if law.findings:
            yield f"    ! {law.verdict} ({law.source})"
    for row in found.rows:
        yield f"\n{ask(row.id, language)} ({unit(row, language)})"
        wide = max(len(one.id) for one in found.options)
        for one, cell, said in zip(found.options, row.cells, row.beside(), strict=True):
            value = printed(cell.value, language)
            beside = f"{ask(said, language)}; {ask(cell.known, language)}"
            yield f"  {one.id:<{wide}}  {value:<26} {beside}"
    for key in ("weighed", "sensitivity"):
        listed = told.get(key)
        if isinstance(listed, list):
            yield f"\n{key}"
            yield from ("  " + ", ".join(f"{k} {v}" for k, v in one.items()) for one in listed)
    if found.ceilings:
        yield f"\n{found.ceilings[0].notice}"
