"""`whimbrel schemes`: the rules by which bodies admit observers, and what they make of
applicants."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from whimbrel.admission.applicants import read
from whimbrel.admission.ceiling import Ceiling
from whimbrel.admission.ceiling import ceiling as read_against
from whimbrel.admission.eligibility import assess as assessed
from whimbrel.admission.option import NoSuchOption, admits, option
from whimbrel.admission.overview import COLUMNS, Row, heading, mark, overview
from whimbrel.admission.scheme import Scheme
from whimbrel.admission.schemes import NoSuchScheme, bodies, label, scheme
from whimbrel.admission.schemes import schemes as known
from whimbrel.admission.shown import shown
from whimbrel.admission.words import say
from whimbrel.cli import assessments, single
from whimbrel.cli.files import fail, warn
from whimbrel.cli.schemes_compare import command as compare_command
from whimbrel.cli.schemes_family import command as family_command
from whimbrel.cli.schemes_papers import options_paper, overview_file, process, template
from whimbrel.cli.status import day
from whimbrel.cli.table import as_csv
from whimbrel.procedures.known import Known
from whimbrel.procedures.procedure import Kind
from whimbrel.reading.errors import Unreadable

language = click.option(
    "--language",
    type=click.Choice(("en", "fr", "es")),
    default="en",
    show_default=True,
    help="The language of what is said.",
)


@click.group()
def schemes() -> None:
    """Rules of admission and accreditation as data, and what they make of applicants.

    What a rule says from memory is marked so, and what nobody knows is not applied. An answer is a
    recommendation with its reasons; people decide.
    """


@schemes.command()
@click.option(
    "--scheme", "name", required=True, metavar="ID", help="The scheme, such as cms-art7 or"
    " unfccc-art7-6@2014.",
)  # fmt: skip
@click.option(
    "--host", default=None, metavar="BODY",
    help="Try it at another body, such as cms: what names its subject is read against that of the"
    " host.",
)  # fmt: skip
@click.option(
    "--applicants", "file", required=True, type=click.Path(path_type=Path), metavar="FILE.yaml",
    help="A file with `defaults` and `applicants`.",
)  # fmt: skip
@click.option("--opens", default="", metavar="DATE", help="The opening day of the meeting.")
@click.option(
    "--parties-present", "present", type=click.IntRange(min=1), metavar="N",
    help="How many Parties are present.",
)  # fmt: skip
@click.option(
    "--parties-all", "every", type=click.IntRange(min=1), metavar="N",
    help="How many Parties there are; those present without it, where a rule counts all of them.",
)  # fmt: skip
@click.option(
    "--held-in", default=None, metavar="CC",
    help="The country of the meeting, by its two letters: some rules have an exception for its"
    " bodies.",
)  # fmt: skip
@single.form("table", "json", "csv")
@language
@single.output()
def assess(
    name: str, host: str | None, file: Path, opens: str, present: int | None, every: int | None,
    held_in: str | None, form: str, language: str, output: Path | None,
) -> None:  # fmt: skip
    """Say what a scheme makes of every applicant of a file, with each reason and its source.

    The file has `defaults`, which hold for all, and `applicants`: a list with an `id` each and
    what differs; `documents`, or `documents_minus` against those of the defaults.
    """
    rule = named(name)
    hosted(host)
    if opens:
        day(opens)
    try:
        listed = read(file)
    except Unreadable as error:
        fail(str(error))
    single.remark(file, listed.remarks)
    if every is None and present is not None and counts_all(rule):
        warn(f"{rule.id} counts all Parties; without --parties-all the {present} present are taken")
    found = [
        assessed(
            one,
            rule,
            host=host,
            opens=date.fromisoformat(opens) if opens else None,
            parties_present=present,
            parties_all=every or present,
            held_in=held_in,
            language=language,
        )
        for one in listed.applicants
    ]
    assessments.give(found, form, output)


def named(name: str) -> Scheme:
    """The scheme of a name, or the end."""
    try:
        return scheme(name)
    except NoSuchScheme as error:
        fail(str(error))


def named_or_option(name: str) -> Scheme:
    """The scheme of a name, or that by which bodies would be admitted under an option; or the
    end."""
    try:
        return admits(option(name))
    except NoSuchOption:
        return named(name)


def hosted(host: str | None) -> None:
    """The end where a host is nobody whose schemes are known."""
    if host is not None and host not in bodies():
        fail(f"--host: no scheme is of {host}. There are: {', '.join(bodies())}")


def counts_all(rule: Scheme) -> bool:
    """Whether a share of all Parties can block, not of those present."""
    return rule.decision.kind is Kind.FRACTION_ALL


@schemes.command("list")
@single.form("table", "json", "csv")
@language
@single.output()
def listed(form: str, language: str, output: Path | None) -> None:
    """List the schemes: id, other names, title, body."""
    rows: list[dict[str, object]] = [
        {
            "id": label(one),
            "names": list(one.short),
            "title": one.title[language],
            "body": one.body,
            "source": one.source,
        }
        for one in known()
    ]
    if form == "json":
        single.give(single.as_json(rows), output)
    elif form == "csv":
        single.give(as_csv(tuple(rows[0]), rows), output)
    else:
        wide = max(len(str(row["id"])) for row in rows)
        single.give("".join(f"{row['id']:<{wide}}  {row['title']}\n" for row in rows), output)


@schemes.command()
@click.argument("name", metavar="ID")
@single.form("text", "json")
@language
@single.output()
def show(name: str, form: str, language: str, output: Path | None) -> None:
    """Show a scheme: every line with its source and how it is known."""
    one = named(name)
    if form == "json":
        whole = json.dumps(asdict(one), ensure_ascii=False, indent=1, default=str)
        single.give(f"{whole}\n", output)
        return
    single.give("\n".join(page(one, language)) + "\n", output)


def page(one: Scheme, language: str) -> Iterator[str]:
    """A scheme in lines."""
    yield f"{label(one)}  {one.title[language]}"
    yield f"    {one.meetings[language]}"
    for part in shown(one, language):
        yield f"\n{part.heading}"
        for line in part.lines:
            known_as = "" if line.status is Known.SEEN else f" {mark(line.status, language)}"
            yield f"  {line.id}: {line.text}{known_as}"
            yield f"      {line.source}"
            if line.note:
                yield f"      {line.note}"


@schemes.command()
@click.argument("name", metavar="ID")
@click.option(
    "--host", default=None, metavar="BODY",
    help="Read it against the treaty of this body, such as cms; of its own without.",
)  # fmt: skip
@single.form("text", "json")
@language
@single.output()
def ceiling(name: str, host: str | None, form: str, language: str, output: Path | None) -> None:
    """Say what of a scheme, or of an option, a treaty leaves to a decision, and what would take an
    amendment.

    A line is flagged where somebody can be found whom the treaty lets in and the line keeps out.
    It is no legal advice.
    """
    one = named_or_option(name)
    hosted(host)
    found = read_against(one, host=host, language=language)
    if form == "json":
        whole = json.dumps(asdict(found), ensure_ascii=False, indent=1, default=str)
        single.give(f"{whole}\n", output)
        return
    single.give("\n".join(finding(found, language)) + "\n", output)


def finding(found: Ceiling, language: str) -> Iterator[str]:
    """What a treaty leaves to a decision, in lines."""
    yield f"{found.scheme} / {found.treaty} ({found.source}; {found.status.value})"
    yield f"  {found.says}\n\n{found.verdict}"
    for one in found.findings:
        known_as = "" if one.status is Known.SEEN else f" {mark(one.status, language)}"
        yield f"  {one.line}: {one.says}{known_as}"
        yield f"      {one.source}\n      {one.because}"
    yield f"\n{say('possible', language)}"
    yield from (f"  {one}" for one in found.possible)
    for key, gaps in (("terms", found.terms), ("contradictions", found.contradictions)):
        if gaps:
            yield f"\n{say(key, language)}"
            yield from (f"  {gap.term}: {gap.text[language]} ({gap.source})" for gap in gaps)
    yield f"\n{found.notice}"


@schemes.command("overview")
@click.argument("names", nargs=-1, metavar="[ID]...")
@single.form("table", "json", "csv", "docx", "pdf")
@language
@single.output()
def side_by_side(names: tuple[str, ...], form: str, language: str, output: Path | None) -> None:
    """Show schemes side by side: each cell with its source and how it is known.

    All schemes without an ID. As docx or pdf it is an information document, written to the file of
    -o.
    """
    listed = [named(one) for one in names] or None
    if form in ("docx", "pdf"):
        overview_file(listed, form, language, output)
        return
    rows = overview(listed, language=language)
    if form == "json":
        single.give(single.as_json(cells(one) for one in rows), output)
        return
    heads = [heading(one, language) for one in COLUMNS]
    if form == "csv":
        single.give(spreadsheet(rows, heads, language), output)
        return
    blocks = ("\n".join(block(one, heads, language)) for one in rows)
    single.give("\n\n".join(blocks) + "\n", output)


def cells(one: Row) -> dict[str, object]:
    """A row of the table as data."""
    pairs = zip(COLUMNS, one.cells, strict=True)
    return {"id": one.scheme, "title": one.title} | {
        name: {"text": cell.text, "source": cell.source, "status": cell.status.value}
        for name, cell in pairs
    }


def spreadsheet(rows: tuple[Row, ...], heads: list[str], language: str) -> str:
    """The table with two more columns for each: the source, and how it is known."""
    scheme_, source, known_ = (heading(key, language) for key in ("scheme", "source", "known"))
    columns = [scheme_]
    for head in heads:
        columns += [head, f"{head}: {source}", f"{head}: {known_}"]
    listed = []
    for one in rows:
        values: list[object] = [one.scheme]
        for cell in one.cells:
            values += [cell.text, cell.source, mark(cell.status, language)]
        listed.append(dict(zip(columns, values, strict=True)))
    return as_csv(columns, listed)


def block(one: Row, heads: list[str], language: str) -> Iterator[str]:
    """A row of the table in lines."""
    wide = max(map(len, heads))
    yield f"{one.scheme}  {one.title}"
    for head, cell in zip(heads, one.cells, strict=True):
        yield f"    {head:<{wide}}  {cell.marked(language)}"
        yield f"    {'':<{wide}}    {cell.source}"


schemes.add_command(compare_command)
schemes.add_command(family_command)
schemes.add_command(options_paper)
schemes.add_command(process)
schemes.add_command(template)
