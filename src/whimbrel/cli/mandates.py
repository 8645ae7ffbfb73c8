"""`whimbrel mandates`: what a document asks, of whom, on what condition, by when."""

import json
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import click

from whimbrel.cli import single
from whimbrel.cli.files import fail
from whimbrel.cli.table import as_csv, cell
from whimbrel.mandates import Mandate, Shown, extract, understand
from whimbrel.reading import examine

COLUMNS = (
    "address", "label_path", "force", "verb", "addressees", "conditions", "condition_kinds", "due",
    "report_to", "collaborators", "outputs", "recurring", "second_verb", "text",
)  # fmt: skip
ASKED = ("id", "language", "context", "text")


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@single.form("text", "json", "csv")
@click.option(
    "--lines",
    type=click.Path(path_type=Path),
    metavar="IN.jsonl",
    help="Read single provisions instead: one JSON object a line with id, language, context and"
    " text. One line is printed for each.",
)
@single.output()
def mandates(file: Path | None, form: str, lines: Path | None, output: Path | None) -> None:
    """List every mandate in a document: addressees, force, conditions, due, report-to, outputs.

    Every part of a mandate stands in the JSON with its words and the place where they are printed.
    """
    if file is not None and lines is None:
        single.answer(file, partial(listed, form=form), output)
        return
    if lines is None or file is not None:
        fail("name one document, or a file of provisions with --lines")
    single.give("".join(f"{row}\n" for row in answered(lines)), output)


def answered(path: Path) -> Iterator[str]:
    """One prediction, as JSON, for every provision of a file of lines."""
    try:
        rows = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        fail(f"{path} cannot be read ({error})")
    for number, row in enumerate(rows, 1):
        if row.strip():
            yield json.dumps(predicted(asked(row, f"{path}, line {number}")), ensure_ascii=False)


def asked(row: str, where: str) -> dict[str, str | None]:
    """The provision of one line, its words only: what else stands there is left aside."""
    try:
        data = json.loads(row)
    except ValueError as error:
        fail(f"{where} is no JSON ({error})")
    if not isinstance(data, dict) or "id" not in data or not isinstance(data.get("text"), str):
        fail(f"{where} is no provision: write one object a line with id, language, context, text")
    return {name: data.get(name) for name in ASKED}


def predicted(row: dict[str, str | None]) -> dict[str, object]:
    """What is understood of one provision."""
    text, language, context = row["text"] or "", row["language"] or "en", row["context"]
    mandate = understand(text, language=language, context=context)
    return {"id": row["id"], "operative": mandate.operative, **plain(mandate)}


def plain(mandate: Mandate) -> dict[str, object]:
    """The fields of a mandate in the words of the closed lists."""
    conditions = list({each_.words.lower(): each_ for each_ in mandate.conditions}.values())
    return {
        "addressees": unique(one.who.value for one in mandate.addressees),
        "force": mandate.force.value,
        "conditions": [one.words for one in conditions],
        "condition_kinds": [one.kind.value for one in conditions],
        "due": mandate.due_code,
        "report_to": mandate.report_to_name,
        "collaborators": unique(one.name for one in mandate.collaborators),
        "outputs": unique(one.output.value for one in mandate.outputs) or ["none"],
        "recurring": mandate.recurring,
        "second_verb": mandate.second_verb,
    }


def unique(values: Iterable[str]) -> list[str]:
    """Values in order, each once."""
    return list(dict.fromkeys(values))


def listed(path: str, *, form: str) -> single.Told:
    """(the list as text, remarks) of a file. Runs in a process of its own."""
    found = examine(path)
    rows = [row_of(mandate) for mandate in extract(found.document)]
    if form == "json":
        return single.as_json(rows), found.remarks
    if form == "csv":
        return as_csv(COLUMNS, rows), found.remarks
    return as_text(rows), found.remarks


def row_of(mandate: Mandate) -> dict[str, object]:
    """One mandate with the places of its words."""
    return {
        "address": mandate.address,
        "label_path": list(mandate.label_path),
        "verb": mandate.verb,
        **plain(mandate),
        "text": mandate.text,
        "words": list(words_of(mandate)),
    }


def words_of(mandate: Mandate) -> Iterator[dict[str, object]]:
    """Every part of a mandate: what it says, its words and their place."""
    parts: list[tuple[str, str, Shown]] = [
        *(("addressee", one.who.value, one) for one in mandate.addressees),
        *(("condition", one.kind.value, one) for one in mandate.conditions),
        *(("due", one.code, one) for one in mandate.due),
        *(("report_to", one.body, one) for one in mandate.report_to),
        *(("collaborator", one.name, one) for one in mandate.collaborators),
        *(("output", one.output.value, one) for one in mandate.outputs),
    ]
    for field, value, one in parts:
        yield {
            "field": field, "value": value, "words": one.words,
            "address": one.at.eid, "start": one.at.start, "end": one.at.end,
        }  # fmt: skip


def as_text(rows: list[dict[str, object]]) -> str:
    """A block a mandate: where, who, how strongly; then what limits it and what it asks for."""
    if not rows:
        return "no mandate was found\n"
    return "\n".join(line for row in rows for line in block(row)) + "\n"


def block(row: dict[str, object]) -> Iterator[str]:
    """The lines of one mandate."""
    who = cell(row["addressees"]) or "nobody named"
    yield f"{row['address']}  {row['force']}: {who}"
    for name in ("conditions", "due", "report_to", "collaborators", "outputs"):
        value = cell(row[name])
        if value and value != "none":
            yield f"    {name.replace('_', '-')}: {value}"
