"""`whimbrel schemes`: the rules by which bodies admit observers, and what they make of
applicants."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from whimbrel.admission.applicants import read
from whimbrel.admission.eligibility import assess as assessed
from whimbrel.admission.outcome import Assessment, Reason
from whimbrel.admission.scheme import Scheme
from whimbrel.admission.schemes import NoSuchScheme, bodies, scheme
from whimbrel.cli import single
from whimbrel.cli.files import fail, warn
from whimbrel.cli.status import day
from whimbrel.cli.table import as_csv
from whimbrel.procedures.procedure import Kind
from whimbrel.reading.errors import Unreadable

COLUMNS = ("id", "outcome", "reasons", "documents_missing", "days", "warnings")
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
    if host is not None and host not in bodies():
        fail(f"--host: no scheme is of {host}. There are: {', '.join(bodies())}")
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
    give(found, form, output)


def named(name: str) -> Scheme:
    """The scheme of a name, or the end."""
    try:
        return scheme(name)
    except NoSuchScheme as error:
        fail(str(error))


def counts_all(rule: Scheme) -> bool:
    """Whether a share of all Parties can block, not of those present."""
    return rule.decision.kind is Kind.FRACTION_ALL


def give(found: list[Assessment], form: str, output: Path | None) -> None:
    """Assessments in the form that was asked for."""
    if form == "json":
        single.give(single.as_json(plain(one) for one in found), output)
    elif form == "csv":
        single.give(as_csv(COLUMNS, (row(one) for one in found)), output)
    else:
        single.give("\n".join(line for one in found for line in lines(one)) + "\n", output)


def plain(one: Assessment) -> dict[str, object]:
    """An assessment as data."""
    return {
        "id": one.id,
        "outcome": one.outcome.value,
        "reasons": [line(each) for each in one.reasons],
        "documents_missing": list(one.documents_missing),
        "days": one.days,
        "warnings": list(one.warnings),
        "met": [line(each) for each in one.met],
    }


def line(one: Reason) -> dict[str, object]:
    """A reason as data."""
    return {"criterion": one.criterion, "source": one.source, "status": one.status.value}


def row(one: Assessment) -> dict[str, object]:
    """An assessment as a row of a spreadsheet."""
    return plain(one) | {"reasons": [reason(each) for each in one.reasons]}


def reason(one: Reason) -> str:
    """A reason in one line: `state-approval (Article VII, paragraph 9 b); seen)`."""
    return f"{one.criterion} ({one.source}; {one.status.value})"


def lines(one: Assessment) -> Iterator[str]:
    """An assessment in a few lines."""
    days = "" if one.days is None else f"  {one.days} days before the opening"
    yield f"{one.id}  {one.outcome.value}{days}"
    yield from (f"    because: {reason(each)}" for each in one.reasons)
    if one.documents_missing:
        yield f"    missing: {'; '.join(one.documents_missing)}"
    yield from (f"    note: {each}" for each in one.warnings)
