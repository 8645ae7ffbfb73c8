"""`whimbrel lineage`: what became of provisions at the next meeting, on record and one by one."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from whimbrel.cli import record, single
from whimbrel.cli.files import fail
from whimbrel.mandates.lineage import Wording, judge

LONGEST = 20_000
"""Characters of a provision; what is longer is a document."""
MANY = 50
"""Provisions on one side of a set; what has more is two documents, for `whimbrel compare`."""

if TYPE_CHECKING:
    from whimbrel.queries.lineage import Step


class BadLine(ValueError):
    """A line that cannot be judged. The message names it and says why."""


@click.command()
@click.argument("number", required=False)
@click.option(
    "--lines", type=click.Path(path_type=Path), metavar="IN.jsonl",
    help="Judge single sets: one JSON object a line with id, language, and old and new, each a list"
    " of {path, text}. One line is printed for each.",
)  # fmt: skip
@single.output()
@record.by(required=False)
def lineage(number: str | None, lines: Path | None, output: Path | None, by: str | None) -> None:
    """Say what became of provisions: renewed verbatim or amended, merged, split, replaced,
    unrelated.

    NUMBER is a provision on record, such as "14.10 d)", or a decision: its chain over the meetings
    is printed, each step with the words that went and came.

    With --lines, sets of provisions are judged that need not be on record:
    `changed` holds the words that went and came; null where provisions were merged or split, or
    have nothing in common. A line that cannot be judged is named on stderr, the others are
    answered all the same, and the exit status is then 2.
    """
    if number is not None and lines is None:
        single.give(chained(number, by), output)
        return
    if lines is None or number is not None:
        fail("name one provision on record, or a file of provisions with --lines")
    bad: list[str] = []
    answers = "".join(f"{row}\n" for row in judged(lines, bad))
    if answers or not bad:
        single.give(answers, output)
    for why in bad:
        click.echo(f"whimbrel: {why}", err=True)
    if bad:
        raise SystemExit(2)


def chained(number: str, by: str | None) -> str:
    """The chain of a provision, or of each provision of a decision."""
    with record.opened():
        from whimbrel.queries.lineage import lineages

        chains = lineages(by, number)
    if not chains:
        fail(f"nothing is on record of {number} that you may see")
    return "\n".join("\n".join(told(name, steps)) + "\n" for name, steps in chains)


def told(name: str, steps: tuple["Step", ...]) -> Iterator[str]:
    """A chain, a step in a few lines: [-what went-] and {+what came+}."""
    if not steps:
        yield f"{name}  is not known to go on from another provision, or in one"
    for one in steps:
        new = f"draft {one.new.key}" if one.new.draft else one.new.name
        meetings = [f" ({each.meeting})" if each.meeting else "" for each in (one.old, one.new)]
        whose = f", {one.by}" if one.by else ""
        why = f": {one.why}" if one.why else ""
        yield f"{one.old.name}{meetings[0]} -> {new}{meetings[1]}"
        yield f"    {one.label} ({one.state}{whose}){why}"
        if one.state != "refused":
            marks = {"same": ("", ""), "removed": ("[-", "-]"), "added": ("{+", "+}")}
            parts = ((marks[part.kind], part.words) for part in one.comparison.parts)
            yield "    " + " ".join(f"{before}{words}{after}" for (before, after), words in parts)


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
