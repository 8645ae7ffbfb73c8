"""A mandate over three meetings, the draft in which it goes on, and what was said of it: for tests
of lineage, drafts and how decisions stand."""

import datetime
from typing import NamedTuple

from tests.record import OFFICER
from whimbrel.acts import answers, drafts, lineage, mandates, meetings
from whimbrel.acts import publish as publishing
from whimbrel.register import models

MONEY = "subject to the availability of external resources"
OLD = f"The Secretariat shall, {MONEY}, review the values of terns."
NEW = f"The Secretariat shall, {MONEY}, review the cultural values of terns and report to COP16."
DAYS = {"COP13": (2020, 2, 22), "COP14": (2024, 2, 17), "COP15": (2026, 3, 29),
        "COP16": (2099, 3, 1)}  # fmt: skip


class Chain(NamedTuple):
    """What is on record."""

    names: tuple[str, str, str]
    """13.1, 14.1 and 14.2: the first goes on in the second, the third in nothing."""
    draft: str
    """The key of the draft in which 14.1 goes on, as is proposed."""


def change(name: str) -> int:
    """How often a provision was changed."""
    return models.Provision.objects.get(name=name).change


def entered() -> Chain:
    """Enter all of it."""
    for short, (year, month, day) in DAYS.items():
        ends = datetime.date(year, month, day)
        meetings.enter(OFFICER, "", short, starts=ends.replace(day=1), ends=ends)
    for number, text in (("13.1", OLD), ("14.1", OLD), ("14.2", "Parties count the terns.")):
        meeting = f"COP{number[:2]}"
        mandates.adopt(OFFICER, "", number, kind="decision", meeting=meeting)
        mandates.enter(OFFICER, "", number, number, text=text)
    for number in ("13.1", "14.1"):
        one = models.Provision.objects.get(name=number)
        models.Condition.objects.create(
            provision=one, words=MONEY, kind="subject-to-external-resources", funding="none"
        )
        models.Output.objects.create(provision=one, kind="review", done=False)
    lineage.confirm(OFFICER, "", "13.1", "14.1", label="renewed-verbatim")
    key = drafts.propose(OFFICER, "", "COP15", text=NEW, heading="Terns", author="The Secretariat")
    models.Succession.objects.create(
        old=models.Provision.objects.get(name="14.1"),
        draft=models.Draft.objects.get(key=key), label="renewed-amended",
        at=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC),
    )  # fmt: skip
    return Chain(names=("13.1", "14.1", "14.2"), draft=key)


def told(name: str, status: str, **more: object) -> None:
    """An officer says what became of a provision."""
    answers.report_against(OFFICER, "", name, status, seen=change(name), **more)  # type: ignore[arg-type]


def published(by: str, *about: str) -> None:
    """Publish records by kind and name."""
    for one in about:
        kind, _, name = one.partition(" ")
        publishing.publish(by, "adopted", kind, name)
