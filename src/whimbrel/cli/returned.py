"""`whimbrel returned`: what was changed and remarked in a copy that came back from Word."""

from functools import partial
from pathlib import Path

import click

from whimbrel.cli import single
from whimbrel.reading import Unreadable, examine
from whimbrel.reading.passages import CALL
from whimbrel.reading.remarks import remarks
from whimbrel.reporting.returned import AnotherDocument, Change, Matching, matched


@click.command()
@click.argument("sent", type=click.Path(path_type=Path))
@click.argument("back", type=click.Path(path_type=Path))
@single.form("text", "json")
@single.output()
def returned(sent: Path, back: Path, form: str, output: Path | None) -> None:
    """List every change and comment in a copy that came back, at its paragraph, with who made it.

    SENT is the paper that went out, in any form that is read; BACK is the Word file (.docx) that
    came back. Nothing is changed in either.
    """
    single.answer(back, partial(listed, sent=str(sent), form=form), output)


def listed(path: str, *, sent: str, form: str) -> single.Told:
    """(the changes as text, remarks) of a file that came back. Runs in a process of its own."""
    paper = examine(sent).document
    printed = remarks(sent) if sent.lower().endswith(".docx") else None
    try:
        found = matched(paper, remarks(path), printed=printed)
    except AnotherDocument as error:
        # Its message begins with the file, as that of an Unreadable does.
        cause = str(error).removeprefix(f"{path}: ")
        raise Unreadable(path, cause, f"It was compared with {sent}") from error
    if form == "json":
        return single.as_json(row(change) for change in found.changes), told(found)
    return as_text(found), told(found)


def told(found: Matching) -> tuple[str, ...]:
    """What could not be offered."""
    form = f"{found.formatting} change(s) of form alone are not listed"
    return (*found.remarks, *((form,) if found.formatting else ()))


def row(change: Change) -> dict[str, object]:
    """A change as JSON."""
    to = change.to
    return {
        "key": change.key,
        "kind": change.kind.value,
        "address": change.address,
        "before": change.before,
        "after": change.after,
        "start": change.start,
        "end": change.end,
        "cell": change.cell,
        "to": {"address": to.address, "ahead": to.ahead, "offset": to.offset} if to else None,
        "author": change.author,
        "at": change.at.isoformat() if change.at else None,
        "tracked": change.tracked,
        "sure": change.sure,
        "resolved": change.resolved,
        "replies": [
            {"words": reply.words, "author": reply.hand.author} for reply in change.replies
        ],
    }


def as_text(found: Matching) -> str:
    """One change a block: where and what, by whom, the words."""
    if not found.changes:
        return "nothing was changed or remarked\n"
    return "\n".join(block(change) for change in found.changes)


def block(change: Change) -> str:
    """A change in a few lines."""
    place = change.address or "(not in a paragraph)"
    if change.cell is not None:
        place += f", row {change.cell[0] + 1}, column {change.cell[1] + 1}"
    if change.to is not None and change.kind == "moved":
        place += f" -> {'before' if change.to.ahead else 'after'} {change.to.address}"
    who = change.author or "nobody is named"
    if not change.tracked:
        who = "without a revision mark"
    when = f", {change.at:%Y-%m-%d %H:%M}" if change.at else ""
    notes = "" if change.sure else " (place found by likeness)"
    lines = [f"{place}: {change.kind} ({who}{when}){notes}"]
    lines += [f"  - {line}" for line in change.before.split("\n") if line.strip()]
    lines += [f"  + {line}" for line in change.after.split("\n") if line.strip()]
    lines += [f"    {reply.hand.author or '?'}: {reply.words}" for reply in change.replies]
    return "\n".join(lines).replace(CALL, "[note]") + "\n"
