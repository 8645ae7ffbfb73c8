"""The first page and the summary: what the paper is about, what it proposes, what it serves."""

from whimbrel.document import Run
from whimbrel.engagements.disposition import Proposed
from whimbrel.mandates.kept import Nature
from whimbrel.reporting.matter import Promise, Targets
from whimbrel.reporting.numbers import cited, merged
from whimbrel.reporting.pen import Pen, provision_records
from whimbrel.reporting.piece import Piece

GOING = (Proposed.DELETE, Proposed.RENEW, Proposed.AMEND, Proposed.MERGE, Proposed.REPLACE)
"""What takes a provision out of the record: one that is renewed goes, and its draft comes."""


def cover(pen: Pen) -> list[Piece]:
    """What the first page lacks; its words are set when the paper is laid out."""
    matter = pen.matter
    missing = [
        name
        for name, known in (
            ("symbol", matter.symbol),
            ("date", matter.date),
            ("place", matter.meeting.place),
            ("title", matter.title),
        )
        if not known
    ]
    if not missing:
        return []
    return [
        pen.note(
            "cover", *(pen.plain("gap.field", what=pen.plain(f"what.{one}")) for one in missing)
        )
    ]


def summary(pen: Pen) -> list[Piece]:
    """What a reader wants to know who reads no more."""
    matter = pen.matter
    out = []
    if matter.promises:
        the, of = (
            cited(pen.language, matter.promises, form, titled=True) for form in ("the", "of")
        )
        out.append(
            pen.paragraph(
                "summary/reports",
                pen.say("summary.reports", the=the, of=of),
                records=provision_records(matter.promises),
            )
        )
    elif matter.deeds:
        out.append(pen.paragraph("summary/reports", pen.say("summary.engagements")))
    out += proposes(pen)
    if matter.drafts:
        out += [
            pen.paragraph(f"summary/targets/{at}", contributes(pen, one))
            for at, one in enumerate(matter.targets, start=1)
        ]
    return [*out, *pen.narrative("summary")]


def proposes(pen: Pen) -> list[Piece]:
    """New decisions and those that go."""
    matter, gone = pen.matter, going(pen)
    of = cited(pen.language, gone, "of", every=matter.promises)
    records = (*provision_records(gone), *(f"draft/{one.key}" for one in matter.drafts))
    if matter.drafts and gone:
        return [pen.paragraph("summary/proposes", pen.say("summary.both", of=of), records=records)]
    if matter.drafts:
        return [pen.paragraph("summary/proposes", pen.say("summary.adopt"), records=records)]
    if gone:
        return [
            pen.paragraph("summary/proposes", pen.say("summary.delete", of=of), records=records)
        ]
    return []


def going(pen: Pen) -> list[Promise]:
    """The decisions that are to be deleted: those done with, and those that a draft takes up."""
    taken = {name for one in pen.matter.drafts for name in one.renews}
    return [
        one
        for one in pen.matter.promises
        if one.instrument.nature is not Nature.RESOLUTION
        and not one.deleted
        and one.disposition is not None
        and one.disposition.proposed in GOING
        and (one.disposition.proposed is Proposed.DELETE or one.name in taken)
    ]


def contributes(pen: Pen, targets: Targets) -> tuple[Run, ...]:
    """The targets that the drafts serve."""
    plan = pen.words(targets.plan)
    numbers = merged(targets.especially)
    which = pen.say(
        "target.one" if len(targets.especially) == 1 else "target.many",
        numbers=pen.listed(numbers),
    )
    if not targets.every:
        return pen.say("summary.some", plan=plan, targets=which)
    if not numbers:
        return pen.say("summary.all", plan=plan)
    return pen.say("summary.especially", plan=plan, targets=which)
