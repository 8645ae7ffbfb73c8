"""`whimbrel lineage`: what became of provisions at the next meeting."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from whimbrel.cli import single
from whimbrel.cli.files import fail
from whimbrel.mandates.lineage import Wording, judge

LONGEST = 20_000
"""Characters of a provision; what is longer is a document."""
MANY = 50
"""Provisions on one side of a set; what has more is two documents, for `whimbrel compare`."""


class BadLine(ValueError):
    """A line that cannot be judged. The message names it and says why."""


@click.command()
@click.option(
    "--lines", type=click.Path(path_type=Path), metavar="IN.jsonl",
    help="Judge single sets: one JSON object a line with id, language, and old and new, each a list"
    " of {path, text}. One line is printed for each.",
)  # fmt: skip
@single.output()
def lineage(lines: Path | None, output: Path | None) -> None:
    """Say what became of provisions: renewed verbatim or amended, merged, split, replaced,
    unrelated.

    `changed` holds the words that went and came; null where provisions were merged or split, or
    have nothing in common. A line that cannot be judged is named on stderr, the others are
    answered all the same, and the exit status is then 2.
    """
    if lines is None:
        fail("name a file of provisions with --lines")
    bad: list[str] = []
    answers = "".join(f"{row}\n" for row in judged(lines, bad))
    if answers or not bad:
        single.give(answers, output)
    for why in bad:
        click.echo(f"whimbrel: {why}", err=True)
    if bad:
        raise SystemExit(2)


def judged(path: Path, bad: list[str]) -> Iterator[str]:
    """One verdict, as JSON, for every line of a file; why a line has none goes to `bad`."""
    try:
        rows = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        fail(f"{path} cannot be read ({error})")
    for number, row in enumerate(rows, 1):
        if not row.strip():
            continue
        try:
            yield json.dumps(verdict(row), ensure_ascii=False)
        except BadLine as error:
            bad.append(f"{path}, line {number}: {error}")


def verdict(row: str) -> dict[str, object]:
    """The label of one line, and what changed. BadLine where the line is none of ours."""
    try:
        data = json.loads(row)
    except json.JSONDecodeError as error:
        raise BadLine(f"this is no JSON: {error.msg} (character {error.colno})") from error
    except RecursionError as error:
        raise BadLine("this is no JSON that can be read: it is nested too deeply") from error
    if not isinstance(data, dict) or "id" not in data:
        raise BadLine("write one object a line with id, language, old and new")
    language = data.get("language") or "en"
    if not isinstance(language, str):
        raise BadLine('language is a code such as "en"')
    found = judge(side(data, "old"), side(data, "new"), language=language)
    changed = found.changed.changed if found.changed else None
    return {"id": data["id"], "label": found.label.value, "changed": changed}


def side(data: dict[str, object], name: str) -> tuple[Wording, ...]:
    """The provisions of one side of a line."""
    listed = data.get(name)
    if not isinstance(listed, list) or not listed:
        raise BadLine(f"{name} is a list of at least one {{path, text}}")
    if len(listed) > MANY:
        raise BadLine(f"{name} has more than {MANY} provisions: compare the documents instead")
    made = []
    for one in listed:
        text = one.get("text") if isinstance(one, dict) else None
        if not isinstance(text, str) or not text.strip():
            raise BadLine(f"every provision of {name} needs its text")
        if len(text) > LONGEST:
            raise BadLine(f"a provision of {name} has more than {LONGEST} characters")
        made.append(Wording(path=str(one.get("path") or ""), text=text))
    return tuple(made)
