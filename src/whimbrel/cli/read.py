"""`whimbrel read`: documents in, what is in them out."""

import os
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from whimbrel.cli import single
from whimbrel.cli.files import fail, gathered, show, targets, warn, write_whole
from whimbrel.document.form import BINARY, Form
from whimbrel.reading import Limits, examine
from whimbrel.reading.bulk import Outcome, each
from whimbrel.reading.limits import MIB

SUFFIX = {
    Form.JSON: "json",
    Form.AKN: "xml",
    Form.HTML: "html",
    Form.MARKDOWN: "md",
    Form.TEXT: "txt",
    Form.DOCX: "docx",
    Form.PDF: "pdf",
}


@click.command()
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.option(
    "--to",
    "form",
    type=click.Choice([form.value for form in Form]),
    default=Form.TEXT.value,
    show_default=True,
    help="What to print or write.",
)
@click.option(
    "--style",
    default="cms",
    show_default=True,
    metavar="NAME",
    help="House style of Word files and PDF: cites, cms, un.",
)
@single.output("File or folder to write to; stdout without it.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=None,
    metavar="N",
    help="Files read at the same time. [default: the number of processors]",
)
@click.option(
    "--original", is_flag=True, help="Read a Word file as it was before its tracked changes."
)
@click.option(
    "--seconds",
    type=click.FloatRange(1),
    default=Limits().seconds,
    show_default=True,
    metavar="N",
    help="Time allowed for one file.",
)
@click.option(
    "--memory",
    type=click.IntRange(256),
    default=Limits().memory // MIB,
    show_default=True,
    metavar="MIB",
    help="Memory allowed for one file.",
)
def read(
    files: tuple[Path, ...],
    form: str,
    style: str,
    output: Path | None,
    jobs: int | None,
    original: bool,
    seconds: float,
    memory: int,
) -> None:
    """Read documents (Word, PDF, HTML, Markdown, text, Akoma Ntoso) and print or write what is in
    them.

    A folder is read whole and needs -o FOLDER. A file that cannot be read is reported and the rest
    goes on; the
    exit status is then 2.
    """
    if Form(form) in BINARY:
        if output is None:
            fail(f"{form} is no text to print: add -o FILE")
        known_style(style)
    rows = gathered(files, output)
    limits = replace(Limits(), seconds=seconds, memory=memory * MIB)
    many = len(rows) != 1 or any(path.is_dir() for path in files)
    if not rows:
        fail(
            "there is nothing to read in it: no file with a known ending "
            "(.docx .pdf .html .md .txt .xml .json)"
        )
    if many and output is None:
        fail("several files need a folder to write to: add -o FOLDER")
    if many and output is not None and output.is_file():
        fail(f"{output}: it is a file, and several files need a folder: give another name with -o")
    into = output is not None and (many or output.is_dir() or str(output).endswith(os.sep))
    wanted: dict[str, Path | None] = (
        dict(targets(rows, output, SUFFIX[Form(form)]))
        if into and output is not None
        else {str(rows[0][0]): output}
    )
    same = [file for file, target in wanted.items() if target and is_same(Path(file), target)]
    if same:
        fail(f"{same[0]}: it would be written over itself; give another name with -o")
    work = partial(convert, form=form, style=style, wanted=wanted, limits=limits, original=original)
    outcomes = each(
        [str(file) for file, _ in rows], work, jobs=jobs or (os.cpu_count() or 1), limits=limits
    )
    if not many:
        answer(next(iter(outcomes)))
        return
    bad = 0
    with click.progressbar(outcomes, length=len(rows), label="Reading", file=sys.stderr) as bar:
        reports = list(bar)
    for outcome in sorted(reports, key=lambda each_: each_.path):
        bad += outcome.error is not None
        report(outcome)
    click.echo(f"{len(rows) - bad} of {len(rows)} file(s) read into {output}", err=True)
    if bad:
        raise SystemExit(2)


def known_style(name: str) -> None:
    """The end, where there is no house style of that name."""
    from whimbrel.writing.house_style import house_style

    try:
        house_style(name)
    except ValueError as error:
        fail(f"{error}: give one of them with --style")


def is_same(one: Path, two: Path) -> bool:
    """True for two names of one file."""
    return two.exists() and one.exists() and one.samefile(two)


def answer(outcome: Outcome[tuple[str | None, tuple[str, ...]]]) -> None:
    """Show one file, or say why not."""
    if outcome.error is not None or outcome.answer is None:
        fail(str(outcome.error))
    report(outcome)
    text = outcome.answer[0]
    if text is not None:
        show(text)


def report(outcome: Outcome[tuple[str | None, tuple[str, ...]]]) -> None:
    """Remarks and errors of one file."""
    if outcome.error is not None:
        click.echo(f"whimbrel: {outcome.error}", err=True)
        return
    for remark in outcome.answer[1] if outcome.answer else ():
        warn(f"{outcome.path}: {remark}")


def convert(
    path: str,
    *,
    form: str,
    style: str,
    wanted: dict[str, Path | None],
    limits: Limits,
    original: bool,
) -> tuple[str | None, tuple[str, ...]]:
    """One file read and written. (Text for stdout or None, remarks.) Runs in a process of its
    own."""
    from whimbrel.cli.render import rendered
    from whimbrel.writing import written

    found = examine(path, limits=limits, original=original)
    target = wanted[path]
    if target is None:
        return rendered(found.document, Form(form)), found.remarks
    if Form(form) in BINARY:
        write_whole(target, written(found.document, form, style=style))
    else:
        write_whole(target, rendered(found.document, Form(form)))
    return None, found.remarks
