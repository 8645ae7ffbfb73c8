"""Write the reference pages from the code: from click's help, docstrings and the matrix of roles."""

import ast
import inspect
import os
import textwrap
from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

import click
import yaml

from whimbrel.cli import main
from whimbrel.document import Kind, Masthead, Run
from whimbrel.site.environment import Environment

HERE = Path(__file__).parent
GUIDE = HERE.parent / "guide"
ASKED = HERE.parent.parent / "tests/scenes/questions.yaml"
PEOPLE = {
    "officer": "An officer",
    "approver": "An approver",
    "focal point": "The focal point of a country",
    "partner": "An NGO that is a partner",
    "auditor": "An auditor",
    "public": "Anybody",
}
QUESTIONS_FIRST = """\
# Forty questions

What people ask of a house, and more than forty of it, with the address that answers each. The filters stand after the
question mark, as the form above a list writes them there; `.json`, `.csv` or `.xlsx` before it gives the same rows as
a file (`/engagements.csv?country=SN`). Whoever asks sees what their role lets them see, so the same address can answer
two people differently.

The addresses are tried on every change of Whimbrel, over the house that `whimbrel demo` opens. `TODAY` and `YESTERDAY`
stand for days, written as `2026-01-08`; countries are written by their two letters.
"""
GENERATED = (
    "<!-- Written by docs/reference/generate.py: change the code, then run it again. -->\n\n"
)
JSON_FIRST = """\
# The JSON form

`whimbrel read FILE --to json` writes one object, UTF-8, a node on each line:

| key | value |
|---|---|
| `symbol`, `title`, `meeting`, `date`, `language` | from the masthead; a string or null. `date` is ISO, `language` is `en`, `fr` or `es` |
| `nodes` | every paragraph in reading order, see below |
| `provisions` | the provisions that ask for something: who is asked (`addressees`), how strongly (`force`), by which verb, on what `conditions`, by when (`due`) and to whom a result goes (`report_to`); null or empty where the text does not say |
| `whimbrel` | the version of this form, and the rest of the masthead: what is needed to read the file back exactly |

A node:

| key | value |
|---|---|
| `address` | unique in the file: `para_2__dec_5.15__a` |
| `kind` | one of the kinds below |
| `label_path` | printed numbers and letters from the outermost inwards: `["8", "(a)"]` |
| `text` | the words, without label, footnote calls and marks |
| `verb` | the verb that opens an operative paragraph, the phrase that opens a preambular one, or null |
| `citations` | a list of `{"surface": ..., "target": ...}` |
| `label`, `depth`, `part`, `marks`, `rows`, `caption` | for reading back: the label as printed, how many nodes stand around it, `summary`, italics, bold, links and footnote calls, the cells and caption of a table |

"""


def cli_page() -> str:
    """The page on the command line: every command with every argument and option."""
    parts = [GENERATED + "# The command line\n"]
    for context in commands(click.Context(main, info_name="whimbrel", **main.context_settings)):
        parts.append("\n".join(section(context)))
    return "\n".join(parts)


def commands(context: click.Context) -> Iterator[click.Context]:
    """A command and all below it, in the order of the help."""
    yield context
    if not isinstance(context.command, click.Group):
        return
    for name in context.command.list_commands(context):
        below = context.command.get_command(context, name)
        if below is not None:
            settings = below.context_settings
            yield from commands(click.Context(below, context, info_name=name, **settings))


def section(context: click.Context) -> Iterator[str]:
    """What one command is for, how it is called, and its options."""
    command, path = context.command, context.command_path
    yield f"## {path}\n"
    yield inspect.cleandoc(command.help or "").replace("\b\n", "") + "\n"
    yield f"```\n{' '.join([path, *command.collect_usage_pieces(context)])}\n```\n"
    rows = list(options(command, context))
    if rows:
        yield "| option | what |\n|---|---|"
        yield from rows
        yield ""


def options(command: click.Command, context: click.Context) -> Iterator[str]:
    """A table row for each option, and for each argument that has a help of its own."""
    # The option for help is made once for a command, by whoever asked first; made anew, it has the
    # names that it has under `whimbrel`.
    asked = click.help_option(*command.get_help_option_names(context))
    carrier = click.Command(None, params=[*command.params])
    for parameter in asked(carrier).params:
        record = parameter.get_help_record(context)
        if record is not None and record[1]:
            name, said = (" ".join(part.split()).replace("|", "\\|") for part in record)
            yield f"| `{name}` | {said} |"


def json_page() -> str:
    """The page on the JSON form: the contract, then the types behind it."""
    parts = [GENERATED, JSON_FIRST]
    for kind, intro in (
        (Kind, "The kinds of a node:"),
        (Masthead, "The masthead:"),
        (Run, "Words in one dress (`marks` hold the same as spans):"),
    ):
        rows = [f"| `{name}` | {said} |" for name, said in described(kind)]
        parts.append("\n".join([f"{intro}\n", "| name | what |", "|---|---|", *rows, "", ""]))
    return "".join(parts).rstrip() + "\n"


def settings_page() -> str:
    """The page on settings: the docstrings of `Environment`."""
    first = "# Settings\n\nRead once from the environment; nothing needs to be set to try the house out.\n\n"
    rows = []
    for one in fields(Environment):
        said = dict(described(Environment))[one.name]
        _, _, what = said.partition(": ")
        rows.append(f"| `WHIMBREL_{one.name.upper()}` | `{one.default!r}` | {what} |")
    table = "\n".join(["| setting | default | what |", "|---|---|---|", *rows])
    return f"{GENERATED}{first}{table}\n"


def acts_page() -> str:
    """The page on acts and roles: what can be done to the record, and who may."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "whimbrel.site.settings")
    import django

    django.setup()
    from whimbrel.acts.every import every
    from whimbrel.queries.access import matrix

    acts = [f"| `{one.name}` | {one.verb} | {one.says} |" for one in every().values()]
    known = matrix()
    head = "| may | " + " | ".join(known.roles) + " |"
    rows = [
        f"| {verb}: {what} | "
        + " | ".join(str(verbs.get(verb, "no")) for verbs in known.roles.values())
        + " |"
        for verb, what in known.verbs.items()
    ]
    return "".join(
        (
            GENERATED,
            "# Acts and roles\n\nEvery writing of the record is one of these acts; each leaves a line in the ledger.\n\n",
            "\n".join(["| act | verb | what it does |", "|---|---|---|", *acts]),
            "\n\n## Who may do what\n\n`own`: records of one's own country or body; `published`: what was made public.\n\n",
            "\n".join([head, "|---" * (len(known.roles) + 1) + "|", *rows]),
            "\n",
        )
    )


def api_page() -> str:
    """The page on the service for programs: what it says of itself."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "whimbrel.site.settings")
    import django

    django.setup()
    from whimbrel.api.service import service

    rooms: dict[str, list[str]] = {}
    whole = service.get_openapi_schema()
    for path, methods in whole["paths"].items():
        for method, one in methods.items():
            asked = ", ".join(f"`{each['name']}`" for each in one["parameters"])
            body = one.get("requestBody", {}).get("content", {})
            for kind in body.values():
                asked = sent(kind["schema"], whole)
            words = " ".join(one["description"].split()).replace("|", "\\|")
            row = f"| `{method.upper()} {path}` | {words} | {asked} |"
            rooms.setdefault(one["tags"][0], []).append(row)
    head = "| address | what | takes |\n|---|---|---|"
    parts = [f"## {room}\n\n{head}\n" + "\n".join(rows) for room, rows in sorted(rooms.items())]
    first = "# The service for programs\n\nHow it is used is told in [Let programs read and write](../guide/programs.md).\n\n"
    return f"{GENERATED}{first}" + "\n\n".join(parts) + "\n"


def checks_page() -> str:
    """The page on the rules of the checks: what each looks at, and every reason it may give."""
    from whimbrel.reporting.checks.reasons import rules

    first = "# The rules of the checks\n\nHow they are used is told in [Check a document](../guide/check-a-document.md).\n\n"
    rows = [
        f"| `{rule.rule}` | {rule.asks} | `{reason.level}` | {reason.en} |"
        for rule in rules()
        for reason in rule.reasons
    ]
    table = "\n".join(["| rule | what it looks at | level | reason |", "|---|---|---|---|", *rows])
    return f"{GENERATED}{first}{table}\n"


def questions_page() -> str:
    """The page of questions: the table that the tests ask, by kind of person."""
    asked = yaml.safe_load(ASKED.read_text(encoding="utf-8"))
    parts = [GENERATED, QUESTIONS_FIRST]
    for who, words in PEOPLE.items():
        rows = [f"| {one['ask']} | {answer(one)} |" for one in asked if one["who"] == who]
        parts.append(
            "\n".join([f"\n## {words}\n", "| question | answer |", "|---|---|", *rows, ""])
        )
    return "".join(parts)


def answer(one: dict[str, str]) -> str:
    """Where a question is answered, in a cell."""
    at = (
        one["at"]
        .replace("{today}", "TODAY")
        .replace("{yesterday}", "YESTERDAY")
        .replace("{bonn}", "KEY")
    )
    said = f"`{at}`" if at != "/" else "the desk, `/`"
    if one.get("status"):
        return f"not shown: {said}"
    return f"{said}, once the document is read" if one.get("after") else said


def sent(shape: dict[str, object], whole: dict[str, object]) -> str:
    """The fields of a body; those that must be there first and with a star."""
    pointer = shape.get("$ref")
    if isinstance(pointer, str):
        shape = whole["components"]["schemas"][pointer.rpartition("/")[2]]  # type: ignore[index]
    needed = shape.get("required", [])
    listed = sorted(shape["properties"], key=lambda name: name not in needed)  # type: ignore[call-overload, operator]
    return ", ".join(f"`{name}`*" if name in needed else f"`{name}`" for name in listed)  # type: ignore[operator]


def described(kind: type) -> Iterator[tuple[str, str]]:
    """(name, docstring) of every field of a class, from its source: strings under fields do not live on."""
    body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    if not isinstance(body, ast.ClassDef):
        return
    for at, node in enumerate(body.body):
        name = field(node, values=issubclass(kind, StrEnum))
        if name:
            following = body.body[at + 1] if at + 1 < len(body.body) else None
            yield name, docstring(following)


def field(node: ast.stmt, *, values: bool) -> str | None:
    """The name of the field that a statement declares; of an enumeration, the value."""
    match node:
        case ast.AnnAssign(target=ast.Name(id=name)):
            return name
        case ast.Assign(value=ast.Constant(value=str(value))) if values:
            return value
    return None


def docstring(node: ast.stmt | None) -> str:
    """The string that follows a field, in one line."""
    match node:
        case ast.Expr(value=ast.Constant(value=str(said))):
            return " ".join(said.split()).replace("|", "\\|")
    return ""


if __name__ == "__main__":
    (HERE / "cli.md").write_text(cli_page(), encoding="utf-8")
    (HERE / "json.md").write_text(json_page(), encoding="utf-8")
    (HERE / "settings.md").write_text(settings_page(), encoding="utf-8")
    (HERE / "api.md").write_text(api_page(), encoding="utf-8")
    (HERE / "acts.md").write_text(acts_page(), encoding="utf-8")
    (HERE / "checks.md").write_text(checks_page(), encoding="utf-8")
    (GUIDE / "questions.md").write_text(questions_page(), encoding="utf-8")
