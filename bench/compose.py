"""Compose: a report of five hundred paragraphs over twenty thousand engagements, from the matter to
the laid out Document. Words are made up from a few lists, the same each time."""

import datetime
import subprocess
import sys
import time

from bench.result import Result
from whimbrel.document import Document, Kind, walk
from whimbrel.engagements.coverage import Answer, Became, Source
from whimbrel.mandates.kept import Nature
from whimbrel.reporting.compose import compose
from whimbrel.reporting.layout import Laid, laid_out
from whimbrel.reporting.matter import (
    Deed,
    Draft,
    Gathering,
    Instrument,
    Matter,
    Named,
    Promise,
    Theme,
)
from whimbrel.reporting.text import Text

FLOOR = 1.5
"""Seconds for composing and laying out: half of what composing and writing as DOCX may take."""
MEGABYTES = 300.0
DEEDS, THEMES, TOLD, PROMISES = 20_000, 36, 12, 40
KINDS = ("workshop", "liaison-meeting", "consultation", "launch", "training", "presentation")
CHILD = """
import re, pathlib
from bench.compose import report
report()
print(re.search(r"VmHWM:\\s+(\\d+)", pathlib.Path("/proc/self/status").read_text())[1])
"""


def matter(deeds: int = DEEDS) -> Matter:
    """A report on one resolution and forty decisions."""
    cop = Gathering(short="COP14", ends=datetime.date(2024, 2, 17))
    resolution = Instrument(
        number="11.10 (Rev.COP14)",
        nature=Nature.RESOLUTION,
        title=Text.of(en="Work with Others"),
        adopted=cop,
    )
    bodies = [
        Named(key=f"b{at}", name=Text.of(en=f"Body {at}"), acronym=Text.of(en=f"B{at}"))
        for at in range(400)
    ]
    return Matter(
        language="en",
        meeting=Gathering(short="COP15"),
        last=cop,
        title=Text.of(en="Work with Others"),
        symbol="UNEP/CMS/COP15/Doc.99",
        date=datetime.date(2026, 1, 8),
        promises=(
            Promise(
                name="11.10 (Rev.COP14) 3",
                instrument=resolution,
                words=Text.of(en="Requests the Secretariat to work with others;"),
                ours=True,
            ),
            *(promise(at, cop) for at in range(PROMISES)),
        ),
        themes=tuple(
            Theme(key=f"t{at}", heading=Text.of(en=f"Theme {at}")) for at in range(THEMES)
        ),
        deeds=tuple(deed(at, bodies) for at in range(deeds)),
        drafts=tuple(
            Draft(key=f"d{at}", words=Text.of(en=f"The Secretariat shall keep list {at}."))
            for at in range(20)
        ),
        told=TOLD,
    )


def promise(at: int, cop: Gathering) -> Promise:
    """One decision."""
    name = f"14.{at + 1}"
    status = list(Became)[at % 4]
    return Promise(
        name=name,
        instrument=Instrument(
            number=name, nature=Nature.DECISION, title=Text.of(en="Lists"), adopted=cop
        ),
        words=Text.of(en=f"The Secretariat shall draw up list number {at}."),
        directed=Text.of(en="Directed to the Secretariat"),
        answer=Answer(provision=name, status=status, stated=True, source=Source.PERSON),
        ours=True,
    )


def deed(at: int, bodies: list[Named]) -> Deed:
    """One engagement with its sentence."""
    body = bodies[at % len(bodies)]
    month, year = at % 12 + 1, 2024 + at % 2
    day = datetime.date(year, month, at % 28 + 1)
    return Deed(
        key=f"{at:05}",
        kind=KINDS[at % len(KINDS)],
        title=Text.of(en=f"Meeting {at}"),
        sentence=Text.of(
            en=f"The Secretariat took part in meeting {at} of {body.acronym.anyhow('en')} on {day}."
        ),
        partners=(body,),
        since=day.isoformat(),
        provisions=("11.10 (Rev.COP14) 3" if at % 50 else f"14.{at // 50 % PROMISES + 1}",),
        theme=f"t{at % THEMES}",
        evidence=(f"UNEP/CMS/COP15/Inf.{at % 40}#para_{at}",),
    )


def report(deeds: int = DEEDS) -> Laid:
    """The report laid out, which a bench of writing may write."""
    whole = matter(deeds)
    return laid_out(compose(whole), whole)


def paragraphs(document: Document) -> int:
    """How many numbered paragraphs it has."""
    return sum(
        placed.node.kind is Kind.PARAGRAPH and placed.node.label is not None
        for placed in walk(document)
    )


def bench() -> Result:
    """The time of three runs, the memory of a process of its own."""
    whole = matter()
    taken = []
    for _ in range(3):
        started = time.perf_counter()
        laid = laid_out(compose(whole), whole)
        taken.append(time.perf_counter() - started)
    found = paragraphs(laid.document)
    told = {record for one in compose(whole) for record in one.records}
    lost = [one.key for one in whole.deeds if one.record not in told]
    child = subprocess.run(
        [sys.executable, "-c", CHILD], capture_output=True, text=True, check=True
    )
    most = int(child.stdout) / 1024
    wrong = [] if not lost else [f"{len(lost)} engagements are in no paragraph"]
    wrong += [] if found >= 500 else [f"only {found} paragraphs"]
    return Result(
        name=f"Compose: {found} paragraphs over {DEEDS:,} engagements",
        lines=(
            f"compose and lay out: {min(taken):.2f} s (floor {FLOOR} s)",
            f"memory, interpreter and matter included: {most:.0f} MB (floor {MEGABYTES:.0f} MB)",
        ),
        met=min(taken) <= FLOOR and most <= MEGABYTES,
        wrong=tuple(wrong),
    )
