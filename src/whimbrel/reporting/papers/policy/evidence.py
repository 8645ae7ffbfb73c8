"""The evidence of the paper on partnership policies: what binds, what is known of each policy, what
the trial and the replay show."""

from whimbrel.partnership.compared import faults_missed
from whimbrel.partnership.differ import by_kind, differences, paired
from whimbrel.partnership.shown import ask, fault_words, listed, named, unit, words
from whimbrel.partnership.trial import Figure, Period, survey
from whimbrel.procedures.known import Known
from whimbrel.procedures.versions import Difference
from whimbrel.reporting.dates import date
from whimbrel.reporting.papers.policy.told import Told
from whimbrel.reporting.piece import Piece


def bound(of: Told) -> list[Piece]:
    """Which policy binds on the day of the paper, and why."""
    pen, language = of.pen, of.language
    names = [of.quoted(one) for one in (*of.binding.packs, *of.binding.measures)]
    lead = pen.say(
        "policy.bound" if names else "policy.unbound", policies=pen.listed(names)
    )  # fmt: skip
    told = [
        of.marks.marked(one.text[language].rstrip("."), one.source, one.status)
        for one in (*of.binding.reasons, *of.binding.warnings)
    ]
    return of.headed("bound", pen.paragraph("bound/lead", lead, children=pen.items(told)))


def known(of: Told) -> list[Piece]:
    """How much of each policy is known, and what was not entered."""
    pen, language = of.pen, of.language
    ways = (Known.SEEN, Known.MEMORY, Known.ASSUMED, Known.PROPOSED, Known.UNKNOWN)
    told = [listed(one, language)["lines"] for one in of.found.packs]
    head = (pen.plain("policy.lines.known"), *of.heads())
    rows = [
        (pen.plain(f"policy.way.{way.value}"), *(str(one.get(way.value, 0)) for one in told))
        for way in ways
    ]
    missing = [
        ", ".join(
            dict.fromkeys(ask(f"part.{slot.part}", language).casefold() for slot in one.slots)
        )
        for one in of.found.packs
    ]
    rows.append(
        (pen.plain("policy.missing"), *(one or pen.plain("policy.nothing") for one in missing))
    )
    lead = pen.paragraph("known/lead", pen.say("policy.known"))
    return of.headed("known", lead, of.table("known", (head, *rows), "policy.table.known"))


def trial(of: Told) -> list[Piece]:
    """What was found on trial; that nothing is on record, where that is so."""
    pen = of.pen
    if not of.periods:
        return of.headed("trial", pen.paragraph("trial/none", pen.say("policy.trial.none")))
    pieces = [pen.paragraph("trial/lead", pen.say("policy.trial"))]
    head = tuple(
        pen.plain(f"policy.trial.{one}")
        for one in ("measure", "since", "cases", "hours", "partner", "days")
    )
    rows = tuple(
        (
            one.measure.text[of.language],
            date(pen.language, one.measure.since),
            str(one.cases),
            summed(of, one.case_hours),
            summed(of, one.partner_hours),
            summed(of, one.case_days),
        )
        for one in of.periods
    )
    pieces.append(of.table("trial", (head, *rows), "policy.table.trial"))
    pieces.append(of.table("survey", surveyed(of), "policy.table.survey"))
    for at, one in enumerate(of.periods, start=1):
        if one.by_step:
            pieces.append(of.table(f"steps/{at}", by_step(of, one), "policy.table.steps"))
    quotes = [
        pen.plain(
            "policy.trial.quote", by=pen.phrase_or(f"policy.by.{each.by}", each.by),
            words=pen.plain("quote", words=each.words.strip().rstrip(".")),
        )
        for one in of.periods for each in one.words
    ]  # fmt: skip
    if quotes:
        lead = pen.say("policy.trial.words")
        pieces.append(pen.paragraph("trial/words", lead, children=pen.items(quotes)))
    return of.headed("trial", *pieces)


def summed(of: Told, one: Figure) -> str:
    """A figure of a trial, with how many it rests on; few are told as few."""
    pen = of.pen
    if one.value is None:
        return pen.plain("policy.trial.nothing")
    return pen.plain(
        "policy.trial.few" if one.few else "policy.trial.figure",
        value=of.number(one.value), number=str(one.number), measured=str(one.measured),
    )  # fmt: skip


def surveyed(of: Told) -> tuple[tuple[str, ...], ...]:
    """The survey: questions as rows, measures as columns."""
    head = (
        of.pen.plain("policy.question"),
        *(one.measure.text[of.language] for one in of.periods),
    )
    columns = [dict(one.scores) for one in of.periods]
    rows = (
        (one.text[of.language], *(summed(of, column[one.id]) for column in columns))
        for one in survey()
    )
    return (head, *rows)


def by_step(of: Told, one: Period) -> tuple[tuple[str, ...], ...]:
    """Hours and days of each step under a measure."""
    pen = of.pen
    steps = {step.id: step.text for step in of.found.packs[0].procedure.steps}
    head = tuple(pen.plain(f"policy.trial.{name}") for name in ("step", "hours", "days"))
    rows = (
        (
            pen.plain("policy.trial.under", step=steps[step][of.language].rstrip("."),
                      measure=one.measure.text[of.language])
            if step in steps
            else step,
            summed(of, hours),
            summed(of, days),
        )
        for step, hours, days in one.by_step
    )  # fmt: skip
    return (head, *rows)


def replayed(of: Told) -> list[Piece]:
    """The questions with the answer under each policy, and the seeded faults."""
    pen, found, language = of.pen, of.found, of.language
    head = (pen.plain("policy.question"), pen.plain("policy.unit"), *of.heads())
    rows = tuple(
        (
            ask(f"row.{row.id}", language),
            unit(row, language),
            *(
                of.cell(pack, cell, said)
                for pack, cell, said in zip(found.packs, row.cells, row.beside(), strict=True)
            ),
        )
        for row in found.rows
    )
    cases = sum(one.partnership for one in found.played[0])
    lead = pen.say(
        "policy.replay", size=str(len(found.samples)), seed=str(found.seed), cases=str(cases),
        bad=str(sum(bool(one.fault) for one in found.samples)),
    )  # fmt: skip
    pieces = [
        pen.paragraph("replay/lead", lead),
        pen.paragraph("replay/again", pen.say("policy.again", command=command(of))),
        of.table("replay", (head, *rows), "policy.table.replay"),
        pen.paragraph("faults/lead", pen.say("policy.faults")),
        of.table("faults", faults(of), "policy.table.faults"),
    ]
    if number := sum(name in told_of(of) for name, _ in found.measured):
        text = pen.say("policy.measured", number=str(number))
        pieces.insert(2, pen.paragraph("replay/measured", text))
    return of.headed("replay", *pieces)


def told_of(of: Told) -> set[str]:
    """The policies of which figures are told: they leave no case open."""
    return {
        pack.id
        for pack, played in zip(of.found.packs, of.found.played, strict=True)
        if all(one.level is not None for one in played if one.partnership)
    }


def command(of: Told) -> str:
    """The command that gives the same numbers again."""
    names = " ".join(one.id for one in of.found.packs)
    return f"whimbrel policy replay {names} --size {len(of.found.samples)} --seed {of.found.seed}"


def faults(of: Told) -> tuple[tuple[str, ...], ...]:
    """Every kind of seeded fault, with how many each policy does not look for."""
    pen = of.pen
    head = (pen.plain("policy.fault"), pen.plain("policy.of"),
            *(of.title(one) for one in of.found.packs))  # fmt: skip
    rows = (
        (
            fault_words(one.id, of.language),
            str(one.of),
            *(pen.plain("unknown") if each is None else str(each) for each in one.missed),
        )
        for one in faults_missed(of.found)
    )
    return (head, *rows)


def apart(of: Told) -> list[Piece]:
    """The difference between the first two policies: case by case, by kind of case, by line."""
    pen, found = of.pen, of.found
    if len(found.packs) < 2:
        return []
    one, two = found.packs[:2]
    pieces = []
    both = paired(*found.played[:2])
    if both is None:
        pieces.append(pen.paragraph("apart/unknown", pen.say("policy.apart.unknown")))
    else:
        text = pen.say(
            "policy.paired", before=of.quoted(one), after=of.quoted(two),
            hours=of.change(both.hours), days=of.change(both.days),
        )  # fmt: skip
        pieces.append(pen.paragraph("apart/paired", text))
    pieces.append(of.table("kinds", kinds(of), "policy.table.kinds"))
    found_ = differences(one, two)
    text = pen.say("policy.lines", before=of.quoted(one), after=of.quoted(two), n=str(len(found_)))
    pieces.append(pen.paragraph("apart/lines", text))
    pieces.append(of.table("lines", lines(of, found_), "policy.table.lines"))
    return of.headed("apart", *pieces)


def kinds(of: Told) -> tuple[tuple[str, ...], ...]:
    """Kinds of cases, each with its figures under the first two policies."""
    pen, language = of.pen, of.language
    one = of.found.packs[0]
    columns = ("kind", "cases", "steps", "documents", "hours", "days")
    head = tuple(pen.plain(f"policy.kind.{name}") for name in columns)
    rows = []
    for each in by_kind(*of.found.played[:2]):
        kind = pen.plain(
            "policy.kind.of", modality=named(one.modalities, each.modality, language),
            category=named(one.categories, each.category, language),
        )  # fmt: skip
        pairs = (each.steps, each.documents, each.hours, each.days)
        told = (pen.plain("policy.to", a=of.mean(a), b=of.mean(b)) for a, b in pairs)
        rows.append((kind, str(each.cases), *told))
    return (head, *rows)


def lines(of: Told, found: tuple[Difference, ...]) -> tuple[tuple[str, ...], ...]:
    """Lines that are new, gone or other."""
    pen, language = of.pen, of.language
    head = tuple(pen.plain(f"policy.line.{name}") for name in ("part", "before", "after"))
    rows = []
    for one in found:
        cells = [
            pen.plain("policy.line.none")
            if each is None
            else of.marks.marked(words(each, language).rstrip("."), each.source, each.status)
            for each in (one.before, one.after)
        ]
        rows.append((ask(f"part.{one.part}", language), *cells))
    return (head, *rows)
