"""One document in, one text out: what the commands that take a single file have in common."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import click

from whimbrel.cli.files import fail, show, warn, write_whole
from whimbrel.reading import Limits, Unreadable
from whimbrel.reading.bulk import each

Told = tuple[str, tuple[str, ...]]
"""A text and the remarks on the file that it came from."""
F = TypeVar("F", bound=Callable[..., object])


def form(*forms: str) -> Callable[[F], F]:
    """The option `--to`; the first form is the one that is meant without it."""
    return click.option(
        "--to",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="What to print or write.",
    )


def output(told: str = "File to write to; stdout without it.") -> Callable[[F], F]:
    """The option `-o`."""
    return click.option(
        "-o", "--output", type=click.Path(path_type=Path), metavar="PATH", help=told
    )


def told(file: Path, work: Callable[[str], Told]) -> Told:
    """What `work` makes of a file in a process of its own; where it cannot, the reason and the
    end."""
    outcome = next(iter(each([str(file)], work, limits=Limits())))
    if outcome.answer is None:
        fail(str(outcome.error))
    return outcome.answer


def remark(file: Path, remarks: Iterable[str]) -> None:
    """Remarks on a file, on stderr."""
    for each_ in remarks:
        warn(f"{file}: {each_}")


def answer(file: Path, work: Callable[[str], Told], into: Path | None) -> None:
    """Show what `work` makes of a file, or write it; remarks come first."""
    text, remarks = told(file, work)
    remark(file, remarks)
    give(text, into)


def give(text: str, into: Path | None) -> None:
    """Show a text or write it to a file."""
    if into is None:
        show(text)
        return
    try:
        write_whole(into, text)
    except Unreadable as error:
        fail(str(error))


def as_json(rows: Iterable[Mapping[str, object]]) -> str:
    """A JSON array, one row a line."""
    return "[" + ",\n ".join(json.dumps(row, ensure_ascii=False) for row in rows) + "]\n"
