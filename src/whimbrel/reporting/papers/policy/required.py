"""The paper for the Conference of the Parties: is a policy tailored to the Convention required? It
sets the evidence out question by question, says what is not known, and recommends nothing."""

from datetime import date as Date
from itertools import pairwise

from whimbrel.document import Run
from whimbrel.partnership.applies import Binding
from whimbrel.partnership.compared import Replayed
from whimbrel.partnership.differ import paired
from whimbrel.partnership.shown import ask, unit
from whimbrel.partnership.trial import Period
from whimbrel.reporting.dates import date
from whimbrel.reporting.matter import Matter
from whimbrel.reporting.papers.paper import Paper, Rows, paper
from whimbrel.reporting.papers.policy.evidence import apart, bound, known, replayed, trial
from whimbrel.reporting.papers.policy.told import Told, begun
from whimbrel.reporting.papers.schemes.weighed import exact
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.piece import Piece, Where

ENDS = ("low", "point", "high")


def required(
    matter: Matter, found: Replayed, binding: Binding, periods: tuple[Period, ...], on: Date
) -> Paper:
    """The paper on a replay, with what was found on trial. `on`: the day for which it says which
    policy binds."""
    of = begun(Pen(matter=matter), found, binding, periods)
    sections = [
        *bound(of), *known(of), *trial(of), *replayed(of), *apart(of), *asked(of),
        *assumptions(of),
    ]  # fmt: skip
    pieces = [*summary(of), *reading(of, on), *sections, *of.marks.sources(of.tables + 1)]
    return paper(of.pen, of.pen.plain("paper.policy"), pieces, sheet(of))


def summary(of: Told) -> list[Piece]:
    """The findings in a few lines, each counted."""
    front = Pen(matter=of.pen.matter, where=Where.SUMMARY)
    silent = [
        of.quoted(one)
        for one, played in zip(of.found.packs, of.found.played, strict=True)
        if any(each.level is None for each in played if each.partnership)
    ]
    cases = sum(one.cases for one in of.periods)
    rows = [
        front.say("policy.sum.silent", policies=front.listed(silent))
        if silent
        else front.say("policy.sum.told"),
        front.say("policy.sum.trial", cases=str(cases), measures=str(len(of.periods)))
        if of.periods
        else front.say("policy.sum.no_trial"),
        front.say("policy.sum.people"),
    ]
    if (told := difference(of)) is not None:
        rows.insert(2, told)
    return [
        front.paragraph(f"summary/{at}", words) for at, words in enumerate(rows, start=1)
    ]  # fmt: skip


def difference(of: Told) -> tuple[Run, ...] | None:
    """What the second policy changes against the first, in one sentence; None: not known."""
    if len(of.found.packs) < 2:
        return None
    both = paired(*of.found.played[:2])
    if both is None:
        return None
    missed = next(row for row in of.found.rows if row.id == "missed")
    return of.pen.say(
        "policy.sum.paired",
        before=of.quoted(of.found.packs[0]),
        after=of.quoted(of.found.packs[1]),
        hours=of.change(both.hours),
        days=of.change(both.days),
        missed=of.number(missed.cells[0].value),
        other=of.number(missed.cells[1].value),
    )


def reading(of: Told, on: Date) -> list[Piece]:
    """What was asked, what the paper is, and how to read it."""
    pen = of.pen
    return of.headed(
        "reading",
        pen.paragraph("mandate", pen.say("policy.mandate")),
        pen.paragraph("lead", pen.say("policy.lead", day=date(pen.language, on))),
        pen.paragraph("intervals", pen.say("policy.intervals")),
        pen.paragraph("marks", pen.say("policy.marks"), children=of.marks.legend()),
        pen.paragraph("language", pen.say("schemes.language")),
    )


def asked(of: Told) -> list[Piece]:
    """The question taken apart: what the draft decision hangs on, what is known of it here, and
    what is still to be found."""
    pen = of.pen
    head = tuple(pen.plain(f"policy.asked.{name}") for name in ("question", "evidence", "open"))
    rows = tuple(
        (pen.plain(f"policy.asked.{name}.q"), told, pen.plain(f"policy.asked.{name}.open"))
        for name, told in (
            ("burden", burden(of)),
            ("simplified", simplified(of)),
            ("safe", safe(of)),
            ("tailored", tailored(of)),
            ("consistent", pen.plain("policy.asked.consistent.told")),
            ("accreditation", accreditation(of)),
        )
    )
    lead = pen.paragraph("asked/lead", pen.say("policy.asked"))
    return of.headed("asked", lead, of.table("asked", (head, *rows)))


def burden(of: Told) -> str:
    """What is known of the burden of the policy in force."""
    bound_by = {one.id for one in (*of.binding.packs, *of.binding.measures)}
    own = [one for one in of.periods if one.measure.pack in bound_by]
    if not own:
        return of.pen.plain("policy.asked.burden.none")
    told = [
        of.pen.plain(
            "policy.asked.burden.told", measure=one.measure.text[of.language],
            hours=of.number(one.case_hours.value), days=of.number(one.case_days.value),
            cases=str(one.cases),
        )
        for one in own
    ]  # fmt: skip
    return " ".join(told)


def simplified(of: Told) -> str:
    """Whether measures on trial made it lighter, where both sides have enough cases and do not
    overlap."""
    pairs = list(pairwise(of.periods))
    if not pairs:
        return of.pen.plain("policy.asked.simplified.none")
    before, after = pairs[-1]
    one, two = before.case_hours, after.case_hours
    if one.value is None or two.value is None or one.few or two.few:
        return of.pen.plain("policy.asked.simplified.few")
    key = "apart" if one.value.apart(two.value) else "same"
    return of.pen.plain(
        f"policy.asked.simplified.{key}", before=of.number(one.value), after=of.number(two.value)
    )


def safe(of: Told) -> str:
    """How many seeded faults each policy does not look for."""
    row = next(one for one in of.found.rows if one.id == "missed")
    return of.pen.plain("options.and").join(
        of.pen.plain(
            "policy.asked.safe.unknown" if cell.value is None else "policy.asked.safe.told",
            policy=of.title(pack), missed=of.number(cell.value),
        )
        for pack, cell in zip(of.found.packs, row.cells, strict=True)
    )  # fmt: skip


def tailored(of: Told) -> str:
    """What a draft would change against the first policy."""
    drafts = [at for at, one in enumerate(of.found.packs) if one.draft and at]
    if not drafts:
        return of.pen.plain("policy.asked.tailored.none")
    both = paired(of.found.played[0], of.found.played[drafts[0]])
    if both is None:
        return of.pen.plain("policy.asked.tailored.unknown")
    return of.pen.plain(
        "policy.asked.tailored.told", hours=of.change(both.hours), days=of.change(both.days),
        before=of.quoted(of.found.packs[0]),
    )  # fmt: skip


def accreditation(of: Told) -> str:
    """Which aspects of accreditation the drafts take up."""
    rows = {
        each.id: each.text[of.language] for one in of.found.packs if one.draft
        for each in one.aspects
    }  # fmt: skip
    if not rows:
        return of.pen.plain("policy.asked.accreditation.none")
    return of.pen.plain("options.and").join(rows.values())


def assumptions(of: Told) -> list[Piece]:
    """Every assumed figure, with its mark."""
    pen = of.pen
    head = (pen.plain("policy.assumption"), pen.plain("policy.unit"),
            *(pen.plain(f"options.{end}") for end in ENDS))  # fmt: skip
    rows = tuple(
        (
            of.marks.marked(one.text[of.language], one.source, one.status),
            pen.phrase_or(f"unit.{one.unit}", one.unit),
            *(exact(getattr(one, end), of.language) for end in ENDS),
        )
        for one in of.found.assumed.values()
    )
    lead = pen.paragraph("assumptions/lead", pen.say("policy.assumptions"))
    return of.headed("assumptions", lead, of.table("assumptions", (head, *rows)))


def sheet(of: Told) -> Rows:
    """The questions for a spreadsheet: the ends of each answer in columns of their own."""
    head = [of.pen.plain("policy.question"), of.pen.plain("policy.unit")]
    for one in of.found.packs:
        head += [f"{of.title(one)}: {of.pen.plain(f'options.{end}')}" for end in ENDS]
    rows = []
    for row in of.found.rows:
        line = [ask(f"row.{row.id}", of.language), unit(row, of.language)]
        for cell in row.cells:
            line += [
                f"{getattr(cell.value, end):g}" if cell.value is not None else "" for end in ENDS
            ]
        rows.append(tuple(line))
    return (tuple(head), *rows)
