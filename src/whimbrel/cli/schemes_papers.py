"""`whimbrel schemes paper` and `process`, and the overview as a file: papers on schemes and on
options."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from whimbrel.cli.files import fail, write_whole
from whimbrel.reading.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from whimbrel.admission.scheme import Scheme
    from whimbrel.document import Document
    from whimbrel.reporting.matter import Matter
    from whimbrel.reporting.papers import Paper
    from whimbrel.writing.figure import Figure

ENDINGS = ("docx", "pdf", "html", "md", "json", "xml")
"""Of files that are written; `xml` is Akoma Ntoso."""
HOUSE = "cms"
"""The house style, whose convention is named on the first page."""
language = click.option(
    "--language", type=click.Choice(("en", "fr", "es")), default="en", show_default=True,
    help="The language of the paper.",
)  # fmt: skip
output = click.option(
    "-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE", help="The file to write: .docx, .pdf, .html, .md, .json or .xml.",
)  # fmt: skip


@click.command("paper")
@click.option(
    "--option", "chosen", multiple=True, metavar="ID",
    help="An option that somebody chose: the paper has a draft decision that follows from it in its"
    " annex; several times for several, which then stand in brackets.",
)  # fmt: skip
@click.option(
    "--draft", "alone", is_flag=True, help="The draft decision alone, with the figures behind it."
)
@click.option("--costs", "money", is_flag=True, help="The cost table alone.")
@click.option("--by", "who", default="", metavar="NAME", help="Who chose, for --draft.")
@click.option(
    "--pool-size", "size", type=click.IntRange(1, 20_000), default=320, show_default=True,
    help="How many applicants are invented.",
)  # fmt: skip
@click.option(
    "--seed", type=int, default=1, show_default=True, help="The same seed, the same paper."
)
@click.option("--opens", default="2026-03-23", show_default=True, metavar="DATE",
              help="The opening day of the meeting.")  # fmt: skip
@click.option("--parties-present", "present", type=click.IntRange(min=1), default=100,
              show_default=True, metavar="N", help="How many Parties are present.")  # fmt: skip
@click.option("--meeting", default="", metavar="COP15", help="The meeting that the paper is for.")
@language
@output
def options_paper(
    chosen: tuple[str, ...], alone: bool, money: bool, who: str, size: int, seed: int, opens: str,
    present: int, meeting: str, language: str, output: Path,
) -> None:  # fmt: skip
    """Write the options paper: what each option would do, in numbers over invented applicants.

    It recommends nothing. A draft decision follows from what somebody chose.
    """
    from whimbrel.admission.compare import compare
    from whimbrel.admission.option import NoSuchOption, options
    from whimbrel.admission.pool import pool
    from whimbrel.admission.schemes import subjects_of
    from whimbrel.reporting.papers.schemes.clauses import drafts
    from whimbrel.reporting.papers.schemes.decision import decision
    from whimbrel.reporting.papers.schemes.options import cost_table
    from whimbrel.reporting.papers.schemes.options import options as written

    try:
        day = date.fromisoformat(opens)
    except ValueError:
        fail(f"--opens {opens}: no day; write it as 2026-03-23")
    ending(output)
    invented = pool(size, seed=seed, opens=day, subject=subjects_of("cms")[0])
    found = compare(options(), invented, opens=day, present=present, seed=seed)
    matter = alone_in(language, meeting)
    try:
        if money:
            made = cost_table(matter, found)
        elif alone:
            made = decision(matter, found, chosen, who)
        else:
            made = written(matter, found, drafts(found, chosen, language))
    except NoSuchOption as error:
        fail(f"--option: {error}")
    except ValueError:
        fail("--draft: name the options that somebody chose with --option")
    give(made, output)


@click.command("process")
@click.argument("name", metavar="ID")
@language
@output
def process(name: str, language: str, output: Path) -> None:
    """Write the steps of a scheme: a figure with a lane for each who acts, and the same as a
    table."""
    from whimbrel.admission.schemes import NoSuchScheme, scheme
    from whimbrel.reporting.papers.schemes.process import steps

    ending(output)
    try:
        one = scheme(name)
    except NoSuchScheme as error:
        fail(str(error))
    give(steps(alone_in(language), one), output)


@click.command("template")
@click.option("--short", is_flag=True, help="The short form, for small bodies.")
@language
@output
def template(short: bool, language: str, output: Path) -> None:
    """Write the blank template in which bodies report what they contributed."""
    from whimbrel.reporting.papers import blank

    ending(output)
    put(blank(alone_in(language), short=short), output)


def overview_file(
    listed: "list[Scheme] | None", form: str, language: str, into: Path | None
) -> None:
    """The overview as a Word file or PDF."""
    from whimbrel.reporting.papers.schemes.overview import overview

    if into is None:
        fail(f"--to {form}: name the file to write with -o")
    if ending(into) != form:
        fail(f"{into}: end its name in .{form}, or ask for another form with --to")
    give(overview(alone_in(language), listed), into)


def ending(file: Path) -> str:
    """The ending of a file that is to be written."""
    found = file.suffix.lower().removeprefix(".")
    if found not in ENDINGS:
        fail(f"{file}: end its name in one of .{', .'.join(ENDINGS)}")
    return found


def alone_in(language: str, meeting: str = "") -> "Matter":
    """A paper that needs no record: the house is that of the style."""
    from whimbrel.reporting.matter import Gathering, Matter
    from whimbrel.reporting.text import Text
    from whimbrel.writing.house_style import house_style

    return Matter(
        language=language, original=language, meeting=Gathering(short=meeting), title=Text(),
        date=datetime.now(tz=UTC).date(), house=Text.of(**house_style(HOUSE).conventions),
    )  # fmt: skip


def give(made: "Paper", into: Path) -> None:
    """Write a paper to a file of the form that its name ends in."""
    laid = made.laid()
    put(laid.document, into, made.drawn(laid))


def put(document: "Document", into: Path, figures: "Mapping[str, Figure] | None" = None) -> None:
    """Write a document to a file of the form that its name ends in."""
    from whimbrel.document.form import Form
    from whimbrel.writing.write import written

    form = Form.AKN if ending(into) == "xml" else Form(ending(into))
    data = written(document, form, style=HOUSE, figures=figures)
    try:
        write_whole(into, data)
    except Unreadable as error:
        fail(str(error))
    click.echo(f"{into} is written.")
