"""`whimbrel synergy`: where conventions meet, from files, without a house."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from whimbrel.cli import single, synergy_record
from whimbrel.cli.files import fail, warn
from whimbrel.cli.status import day
from whimbrel.cli.synergy_files import (
    alignments_of,
    assertions_of,
    groups_of,
    interests,
    lists_of,
    names_of,
    targets_of,
)
from whimbrel.cli.table import as_csv
from whimbrel.importing.plans import members
from whimbrel.synergy.accession import accession as invited
from whimbrel.synergy.answer import Answer
from whimbrel.synergy.country import country as of_country
from whimbrel.synergy.parties import matrix as paired
from whimbrel.synergy.parties import parties as shared_parties
from whimbrel.synergy.plain import as_data, cited, flat
from whimbrel.synergy.species import about
from whimbrel.synergy.species import species as shared_species
from whimbrel.synergy.targets import targets as shared_targets
from whimbrel.synergy.taxa import Rank
from whimbrel.synergy.words import say

F = TypeVar("F", bound=Callable[..., object])
PATH = click.Path(path_type=Path)
TAXA = "A list of taxa in any layout that import knows; FILE@DATE where its date is known."


def several(name: str, *more: str, told: str, required: bool = False) -> Callable[[F], F]:
    """An option that names a file and may be given more than once."""
    return click.option(
        name, *more, type=PATH, multiple=True, required=required, metavar="FILE", help=told
    )


def parties_option(required: bool = True) -> Callable[[F], F]:
    """The option `--parties`."""
    return several(
        "--parties", "files", required=required,
        told="A list of memberships; CODE=FILE for the table of a depositary on one treaty.",
    )  # fmt: skip


def common(function: F) -> F:
    """The options that every question has."""
    for option in (
        single.output(),
        click.option(
            "--language", type=click.Choice(("en", "fr", "es")), default="en", show_default=True,
            help="The language of the rule and the remarks.",
        ),
        single.form("table", "json", "csv"),
        click.option("--at", "at", default="", metavar="DATE", help="As at this day; without it,"
                     " as of the date of each file."),
    ):  # fmt: skip
        function = option(function)
    return function


@click.group()
def synergy() -> None:
    """Parties, species and targets that conventions share, and States to invite in; and what the
    record says of where mandates, partners and meetings meet.

    Every answer comes with the rule by which it was counted, the sources and their dates. Lists are
    files of yours; nothing is fetched.
    """


@synergy.command()
@click.argument("treaties", nargs=-1, required=True)
@click.option("--not", "lacking", multiple=True, metavar="TREATY", help="And no Party to this one.")
@click.option("--within", default="", metavar="GROUP", help="Only States of a group or region.")
@click.option("--all", "every", is_flag=True, help="Show the rest of the States too.")
@click.option("--matrix", is_flag=True, help="Count every pair of the treaties instead.")
@parties_option()
@several("--groups", told="Groups of countries of your own.")
@common
def parties(
    treaties: tuple[str, ...], lacking: tuple[str, ...], within: str, every: bool, matrix: bool,
    files: tuple[Path, ...], groups: tuple[Path, ...], **asked: Any,
) -> None:  # fmt: skip
    """List the Parties to all of the TREATIES, such as CMS CITES."""
    known, at = assertions_of(files), when(asked["at"])
    if matrix:
        give(asking(lambda: paired(known, upper(treaties), at)), **asked)
        return
    inside = group(groups, within) if within else None
    give(
        asking(lambda: shared_parties(
            known, upper(treaties), lacking=upper(lacking), within=inside, at=at, every=every
        )),
        **asked,
    )  # fmt: skip


@synergy.command()
@click.argument("instruments", nargs=-1, required=True)
@several("--listings", "lists", required=True, told=TAXA)
@several("--names", "aliases", told="Synonyms, or a mapping of names made by a person.")
@click.option("--expand", is_flag=True, help="Let listings of families and genera cover species.")
@click.option("--subspecies", is_flag=True, help="Count subspecies too, by name only.")
@click.option("--no-initiatives", is_flag=True, help="Leave joint undertakings out.")
@common
def species(
    instruments: tuple[str, ...], lists: tuple[Path, ...], aliases: tuple[Path, ...], expand: bool,
    subspecies: bool, no_initiatives: bool, **asked: Any,
) -> None:  # fmt: skip
    """List the species that all of the INSTRUMENTS share, such as CMS CITES, each with why.

    Files of amendments of a meeting are applied from their day on; what they say from memory is
    marked as unverified.
    """
    listed, at = lists_of(lists), when(asked["at"])
    ranks = (Rank.SPECIES, Rank.SUBSPECIES) if subspecies else (Rank.SPECIES,)
    give(
        asking(lambda: shared_species(
            listed, instruments, expand=expand, ranks=ranks, names=names_of(aliases, listed),
            interests=() if no_initiatives else interests(), at=at,
        )),
        **asked,
    )  # fmt: skip


@synergy.command()
@click.argument("name")
@several("--listings", "lists", required=True, told=TAXA)
@several("--names", "aliases", told="Synonyms, or a mapping of names made by a person.")
@common
def taxon(name: str, lists: tuple[Path, ...], aliases: tuple[Path, ...], **asked: Any) -> None:
    """Say all that instruments have to do with one taxon, such as "Lycaon pictus"."""
    listed, at = lists_of(lists), when(asked["at"])
    give(
        about(listed, name, names=names_of(aliases, listed), interests=interests(), at=at), **asked
    )


@synergy.command()
@click.argument("plans", nargs=-1, required=True)
@click.option("--targets", "lists", multiple=True, metavar="PLAN=FILE", help="Targets of a plan.")
@several("--alignments", "aligned", required=True, told="Alignments that somebody published.")
@common
def targets(
    plans: tuple[str, ...], lists: tuple[str, ...], aligned: tuple[Path, ...], **asked: Any
) -> None:
    """List the targets of the first of the PLANS that are aligned with the others."""
    when(asked["at"])
    known, beside = targets_of(lists), alignments_of(aligned)
    give(asking(lambda: shared_targets(known, beside, upper(plans))), **asked)


@synergy.command()
@click.argument("treaty")
@click.option("--family", multiple=True, metavar="TREATY", help="An agreement under the treaty.")
@click.option("--sister", "sisters", multiple=True, metavar="TREATY", help="Another convention.")
@click.option("--goal", type=click.IntRange(min=1), metavar="N", help="Parties to come up to.")
@click.option("--within", default="", metavar="GROUP", help="Only States of a group or region.")
@parties_option()
@several("--listings", "lists", told="Lists of taxa, for the range States of what is listed.")
@several("--groups", told="Groups of countries of your own.")
@common
def accession(
    treaty: str, family: tuple[str, ...], sisters: tuple[str, ...], goal: int | None, within: str,
    files: tuple[Path, ...], lists: tuple[Path, ...], groups: tuple[Path, ...], **asked: Any,
) -> None:  # fmt: skip
    """List the States that are not Parties to a TREATY, nearest to it first."""
    known, at = assertions_of(files), when(asked["at"])
    inside = group(groups, within) if within else None
    give(
        asking(lambda: invited(
            known, treaty.upper(), family=upper(family), sisters=upper(sisters),
            lists=lists_of(lists), within=inside, goal=goal, at=at,
        )),
        **asked,
    )  # fmt: skip


@synergy.command()
@click.argument("name")
@parties_option()
@common
def country(name: str, files: tuple[Path, ...], **asked: Any) -> None:
    """Say how one country stands to every treaty of the files; NAME may be a code."""
    from whimbrel.importing.cells import Unfit, party

    try:
        code = party(name)
    except Unfit as error:
        fail(f"{error}")
    give(of_country(assertions_of(files), code, at=when(asked["at"])), **asked)


def group(files: Sequence[Path], name: str) -> tuple[str, ...]:
    """The members of a group, or the end."""
    try:
        return members(groups_of(files), name)
    except KeyError:
        fail(f"no group is called {name}, or two schemes mean others by it: write scheme:name")


def upper(codes: Sequence[str]) -> tuple[str, ...]:
    """Codes as the data have them."""
    return tuple(code.upper() for code in codes)


def when(at: str) -> date | None:
    """The day that is asked about."""
    day(at)
    return date.fromisoformat(at) if at else None


def asking(question: Callable[[], Answer[Any]]) -> Answer[Any]:
    """The answer, or the end where the data hold nothing of what is asked."""
    try:
        return question()
    except KeyError as error:
        fail(f"the files hold nothing of {error.args[0]}. Check how they call it")


def give(answer: Answer[Any], form: str, language: str, output: Path | None, at: str = "") -> None:
    """Show an answer, always with rule, sources and day."""
    if form == "json":
        text = json.dumps(as_data(answer, language), ensure_ascii=False, indent=1) + "\n"
        single.give(text, output)
        return
    rows = [flat(row, language) for row in answer.rows]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    if form == "csv":
        told = {
            "rule": say(answer.rule, language), "sources": cited(answer.sources),
            "as_at": answer.as_at.isoformat() if answer.as_at else "as of each source",
        }  # fmt: skip
        single.give(as_csv((*columns, *told), ({**dict.fromkeys(columns), **row, **told}
                                               for row in rows)), output)  # fmt: skip
        for remark in answer.remarks:
            warn(say(remark, language))
        return
    single.give(page(answer, rows, columns, language), output)


def page(
    answer: Answer[Any], rows: list[dict[str, object]], columns: list[str], language: str
) -> str:
    """An answer in words: numbers, rule, sources and remarks, then the rows."""
    lines = [
        "; ".join(f"{one.key}: {one.number:,}" for one in answer.counts) or f"{len(rows)} rows",
        f"Rule: {say(answer.rule, language)}",
        f"Sources: {cited(answer.sources)}",
        f"As at: {answer.as_at.isoformat() if answer.as_at else 'the date of each source'}",
        *(f"Note: {say(one, language)}" for one in answer.remarks),
        "",
        " | ".join(columns),
    ]
    for row in rows:
        cells = [row.get(name, "") for name in columns]
        lines.append(" | ".join("yes" if c is True else "no" if c is False else str(c)
                                for c in cells))  # fmt: skip
    return "\n".join(lines) + "\n"


synergy_record.add(synergy)
