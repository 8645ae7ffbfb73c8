"""`whimbrel report`: the progress report of a meeting, written from the record."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from whimbrel.cli import record
from whimbrel.cli.files import fail, write_whole
from whimbrel.reading.errors import Unreadable

if TYPE_CHECKING:
    from whimbrel.queries.prints import File

ENDINGS = ("docx", "pdf", "html", "md", "json", "xml")
"""Of files that are written; `xml` is Akoma Ntoso."""


@click.command()
@click.option("--meeting", required=True, metavar="COP15", help="To which meeting.")
@click.option("--item", required=True, metavar="18.1", help="Under which agenda item.")
@click.option(
    "--language", type=click.Choice(("en", "fr", "es")), default="en", show_default=True,
    help="The language of the report.",
)  # fmt: skip
@click.option("--title", default="", metavar="WORDS", help="The title, where nobody began it yet.")
@click.option(
    "--about", multiple=True, metavar="14.10",
    help="A decision or resolution on which it reports, where nobody began it yet; several times "
    "for several. Without: all that is due at the meeting.",
)  # fmt: skip
@click.option(
    "--style", default="", metavar="NAME", help="The house style. [default: the report's]"
)
@click.option("--figures", is_flag=True, help="With figures, in Word files and PDF.")
@click.option(
    "-o", "--output", required=True, type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE", help="The file to write: .docx, .pdf, .html, .md, .json or .xml.",
)  # fmt: skip
@record.by(required=False)
def report(
    meeting: str, item: str, language: str, title: str, about: tuple[str, ...], style: str,
    figures: bool, output: Path, by: str | None,
) -> None:  # fmt: skip
    """Write the report to a meeting under an agenda item, as it stands now.

    What officers wrote stands in it. Where nobody began it, it is what the record gives. Without
    --by it is what went out last, where that is public. The status is 2, and nothing is written,
    where the record has nothing to report.
    """
    ending = output.suffix.lower().removeprefix(".")
    if ending not in ENDINGS:
        fail(f"{output}: end its name in one of .{', .'.join(ENDINGS)}")
    with record.opened():
        from whimbrel.queries.prints import Asked, composed_file

        asks = Asked(
            meeting=meeting, item=item, language=language, title=title, about=about, style=style,
            figures=figures,
        )  # fmt: skip
        try:
            made = composed_file(by, asks, ending)
        except ValueError as error:
            fail(str(error))
    if made is None:
        fail(refusal(meeting, item, by))
    try:
        write_whole(output, made.data)
    except Unreadable as error:
        fail(str(error))
    click.echo(f"{output} is written.")
    for line in hints(made, meeting, item, by):
        click.echo(line, err=True)


def hints(made: "File", meeting: str, item: str, by: str | None) -> Iterator[str]:
    """What whoever drafts the report should know besides; nothing for readers outside."""
    if by is None:
        return
    notes = f"{made.gaps} note{'s' * (made.gaps != 1)} to the drafter" if made.gaps else ""
    if made.report:
        if notes:
            yield f"{notes}: see /reports/{made.report}"
        return
    yield (
        f"nobody began a report to {meeting}, item {item}: this one was composed from the record"
        + (f", with {notes}. Begin it to see and answer them" if notes else "")
    )


def refusal(meeting: str, item: str, by: str | None) -> str:
    """Why there is no report."""
    what = f"{meeting}, item {item}"
    if by is None:
        return f"no report to {what} is public: say who asks with --by EMAIL. Nothing was written"
    return (
        f"the record has nothing to report to {what}: enter the meeting and accept what papers "
        "told of its decisions first. Nothing was written"
    )
