"""`whimbrel synergy mandates`, `partners`, `calendar` and others: what the record says of where
conventions meet, each answer with its rule, its sources and its date."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from whimbrel.cli import record, single
from whimbrel.cli.files import fail
from whimbrel.cli.table import as_csv
from whimbrel.synergy.joint import questions

if TYPE_CHECKING:
    from whimbrel.synergy.joint import Answered

language = click.option(
    "--language", type=click.Choice(("en", "fr", "es")), default="en", show_default=True,
    help="The language of the rule and of what is said.",
)  # fmt: skip


def add(group: click.Group) -> None:
    """Put the questions that are asked of the record into the group of all questions on synergy."""
    for key, one in questions().items():
        group.add_command(of_country if key == "country" else asking(key, one.title["en"]))


def asking(key: str, title: str) -> click.Command:
    """The command of a question."""

    @click.command(key, help=f"{title}.\n\nThe answer is that of the record, and has its rule.")
    @single.form("text", "json", "csv")
    @single.output()
    @language
    @record.by(required=False)
    def command(form: str, output: Path | None, language: str, by: str | None) -> None:
        with record.opened():
            from whimbrel.queries import joint

            told = printed(joint.QUESTIONS[key](by), form, language)
        single.give(told, output)

    return command


@click.command("country-record")
@click.argument("code", metavar="CC")
@single.form("text", "json", "csv")
@single.output()
@language
@record.by(required=False)
def of_country(
    code: str, form: str, output: Path | None, language: str, by: str | None
) -> None:  # fmt: skip
    """All that is on record of a country, by its two letters: provisions that name it, meetings,
    engagements."""
    with record.opened():
        from whimbrel.queries import joint

        found = joint.country(by, code.upper())
        if found is None:
            fail(f"{code} is no code of a country: write two letters, such as BR")
        told = printed(found, form, language)
    single.give(told, output)


def printed(answer: "Answered", form: str, language: str) -> str:
    """An answer as text, JSON or CSV."""
    from whimbrel.queries import joint_papers
    from whimbrel.reporting.papers.joint import tables

    say = partial(joint_papers.say, language=language)

    rule, asked = tables.rule(answer, language), tables.asked_of(answer, language)
    if form == "json":
        told: dict[str, object] = {
            "title": tables.title(answer, language, say), "rule": rule, "asked_of": asked,
            **asdict(answer), "at": answer.at.isoformat(),
        }  # fmt: skip
        return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n"
    whole = tables.table(answer, language, say=say, whole=form == "csv")
    head, *rows = whole.plain()
    if form == "csv":
        # The rule and the date go along in every row: a table is passed on without what is above.
        rows = [(*row, rule, asked) for row in rows]
        columns = [*(one.name for one in whole.columns), "rule", "asked_of"]
        return as_csv(columns, [dict(zip(columns, row, strict=True)) for row in rows])
    empty = questions()[answer.question].empty[language]
    lines = [tables.title(answer, language, say), f"  {rule}", f"  {asked}", ""]
    return "\n".join([*lines, *(blocks(head, rows) if rows else (empty,))]) + "\n"


def blocks(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> Iterator[str]:
    """A block a row: its first cell, then what else is known of it."""
    for row in rows:
        yield row[0]
        for name, value in zip(head[1:], row[1:], strict=True):
            if value:
                yield f"    {name}: {value}"
