"""The form of a report on contributions, as the body that reports gets it: with what it
says so far."""

import datetime
from dataclasses import replace

from whimbrel.admission import contribution as form
from whimbrel.queries.contributions import owned, reported
from whimbrel.queries.prints import File, file_of, safe
from whimbrel.register.models import Contribution
from whimbrel.reporting import matter as paper
from whimbrel.reporting.papers import filled
from whimbrel.reporting.text import Text


def form_file(by: str | None, key: str, *, language: str = "") -> File | None:
    """The form of one's own report, with what it says so far and room for more, as a Word file in a
    language; None where there is no such report of one's own."""
    row = owned(by).filter(key=key).select_related("body", "meeting").first()
    if row is None:
        return None
    tongue = language if language in ("en", "fr", "es") else row.language
    document = filled(*sheet(row, tongue), hints=True)
    made = file_of(document, "docx", form.form(short=row.short).title(tongue))
    return replace(made, name=safe(f"{row.key}.docx"))


def sheet(
    row: Contribution, language: str
) -> tuple[paper.Matter, form.Reported, dict[str, str]]:  # fmt: skip
    """What the form of a report is made of: a matter of no paper, the report with empty lines to
    fill the form, and the answers of its head."""
    told = reported(row)
    more = range(len(told.lines) + 1, form.form(short=row.short).blocks + 1)
    empty = tuple(form.Line(number=number) for number in more)
    head = {
        "body": row.body.name, "meeting": row.meeting.short, "summary": row.summary,
        "consent": row.consent,
    }  # fmt: skip
    matter = paper.Matter(
        language=language, original=language, meeting=paper.Gathering(short=row.meeting.short),
        title=Text(), date=datetime.datetime.now(tz=datetime.UTC).date(), house=Text(),
    )  # fmt: skip
    return matter, replace(told, lines=(*told.lines, *empty)), head
