"""A house in which a report to COP15 is written: what COP14 asked for, what was done, and words of
an officer that mean harm."""

import datetime
from pathlib import Path

from tests.api.house import furnish
from tests.record import OFFICER
from whimbrel import read
from whimbrel.acts import answers, meetings, reports
from whimbrel.document import Document
from whimbrel.queries import reports as kept
from whimbrel.queries.prints import File

HOSTILE = "=cmd|' /C calc'!A0 <script>alert(1)</script> {{ 7*7 }} **not bold** [a](javascript:x)"
"""Words that a spreadsheet, a browser, a template or a reader of Markdown might take for more."""


def begun(language: str = "en", *, fill: bool = True) -> str:
    """The key of a report that was begun."""
    if fill:
        furnish()
        meetings.enter(
            OFFICER, "", "COP15", venue="Hall", country="BR",
            starts=datetime.date(2026, 3, 23), ends=datetime.date(2026, 3, 29),
        )  # fmt: skip
        answers.report_against(
            OFFICER, "", "14.10 a)", "implemented", why="it was done", seen=0,
        )  # fmt: skip
    return reports.begin(
        OFFICER, "", "COP15", "18.1", title="Partnership", language=language,
        symbol="UNEP/CMS/COP15/Doc.18.1",
    )  # fmt: skip


def read_again(file: File, folder: Path) -> Document:
    """What the reader finds in a file that was handed out."""
    path = folder / file.name
    path.write_bytes(file.data)
    return read(path)


def text_of(key: str, place: str) -> str:
    """What stands at a place now."""
    now = kept.report(OFFICER, key)
    assert now is not None
    return next(one.node.text for one in now.pieces if one.key == place)


def write(key: str, place: str, words: str, *, base: str | None = None, seen: str = "") -> str:
    """Write at a place as an officer."""
    given = text_of(key, place) if base is None else base
    return reports.write(OFFICER, "", key, place, words, base=given, seen=seen)
