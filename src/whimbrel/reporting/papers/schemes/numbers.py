"""The numbers of an options paper: the questions, who is in and who is left out and why, and what
the public can see."""

from collections import Counter

from whimbrel.admission.compared import ask, unit
from whimbrel.admission.option import Option, admits
from whimbrel.admission.outcomes import Becomes
from whimbrel.admission.overview import day
from whimbrel.procedures.compare import Row
from whimbrel.procedures.known import Known, Line
from whimbrel.procedures.printed import printed
from whimbrel.procedures.procedure import Deadline
from whimbrel.reporting.papers.paper import Rows
from whimbrel.reporting.papers.schemes.weighed import Weighed
from whimbrel.reporting.piece import Piece


def questions(of: Weighed) -> list[Piece]:
    """Every question with the answer of each option."""
    pen, found = of.pen, of.found
    head = (pen.plain("options.question"), pen.plain("options.unit"),
            *(of.title(one) for one in found.options))  # fmt: skip
    rows = tuple(asked(of, row) for row in found.rows)
    return of.headed("questions", of.table("questions", (head, *rows), "options.questions"))


def asked(of: Weighed, row: Row) -> tuple[str, ...]:
    """One question."""
    cells = zip(of.found.options, row.cells, row.beside(), strict=True)
    return (
        ask(row.id, of.language),
        unit(row, of.language),
        *(of.figure(one, cell.value, cell.known, said) for one, cell, said in cells),
    )


def who(of: Weighed) -> list[Piece]:
    """Who is in under each option, by stratum, and why others are not."""
    pen, found = of.pen, of.found
    pieces = [
        pen.paragraph(f"who/{one.id}", moved(of, one, each), records=[f"option/{one.id}"])
        for one, each in zip(found.options, found.becomes, strict=True)
    ]
    pieces.append(of.table("strata", by_stratum(of), "options.strata"))
    reasons = why(of)
    if len(reasons) > 1:
        pieces.append(of.table("reasons", reasons, "options.reasons"))
    return of.headed("who", *pieces)


def moved(of: Weighed, one: Option, each: Becomes) -> str:
    """How many an option lets in, loses and gains against today."""
    pen = of.pen
    told = [
        pen.plain(
            "options.admitted", option=of.title(one), size=str(of.found.size),
            admitted=printed(each.admitted, of.language),
        )
    ]  # fmt: skip
    if each.standing is not None:
        told.append(pen.plain("options.standing", number=printed(each.standing, of.language)))
    if each.lost:
        told.append(
            pen.plain("options.lost", lost=str(len(each.lost)), refused=str(each.refused))
        )  # fmt: skip
    elif one is not of.found.options[0]:
        told.append(pen.plain("options.lost.none"))
    if each.gained:
        told.append(pen.plain("options.gained", gained=str(len(each.gained))))
    return " ".join(told)


def by_stratum(of: Weighed) -> Rows:
    """Admitted by stratum, for each option."""
    pen, found = of.pen, of.found
    head = (pen.plain("options.stratum"), pen.plain("options.group"), pen.plain("options.of"),
            *of.titles())  # fmt: skip
    columns = [each.strata for each in found.becomes]
    rows = tuple(
        (
            pen.plain(f"strata.{cells[0].dimension}"),
            pen.phrase_or(f"stratum.{cells[0].name}", cells[0].name),
            str(cells[0].of),
            *(printed(one.admitted, of.language) for one in cells),
        )
        for cells in zip(*columns, strict=True)
    )
    return (head, *rows)


def why(of: Weighed) -> Rows:
    """The lines that keep out those who are in today, with how many each keeps out."""
    pen = of.pen
    head = tuple(pen.plain(f"options.{name}") for name in ("option", "line", "keeps"))
    rows = []
    for one, each in zip(of.found.options, of.found.becomes, strict=True):
        counts = Counter(reason for gone in each.lost for reason in gone.reasons)
        for name, number in counts.most_common():
            line = line_of(one, name)
            text = name if line is None else words(line, of.language)
            source, status = (
                (one.source, one.status) if line is None else (line.source, line.status)
            )
            rows.append((of.title(one), of.marks.marked(text, source, status), str(number)))
    return (head, *rows)


def line_of(one: Option, name: str) -> Line | None:
    """The line of the rules of an option by its id; None: it is none of a kind that keeps out."""
    rules = admits(one)
    listed = (*rules.criteria, *rules.documents, *rules.deadlines, *rules.fees)
    return next((line for line in listed if line.id == name), None)


def words(line: Line, language: str) -> str:
    """A line in words."""
    if isinstance(line, Deadline):
        return day(line, language)
    return str(line.text[language])  # type: ignore[attr-defined]


def openness(of: Weighed) -> list[Piece]:
    """What the public can see under each option."""
    pen, found = of.pen, of.found
    facts = {fact.id: fact for listed in found.openness for fact in listed}
    if not facts:
        return []
    head = (pen.plain("options.fact"), *(of.title(one) for one in found.options))
    rows = tuple(
        (fact.text[of.language], *(public(of, at, name) for at in range(len(found.options))))
        for name, fact in facts.items()
    )
    return of.headed("openness", of.table("openness", (head, *rows)))


def public(of: Weighed, at: int, name: str) -> str:
    """Whether a fact is public under one option."""
    one = next((fact for fact in of.found.openness[at] if fact.id == name), None)
    if one is None:
        return of.marks.marked(of.pen.plain("unknown"), of.found.options[at].source, Known.UNKNOWN)
    if one.status is Known.UNKNOWN:
        said = "unknown"
    else:
        said = "schemes.served" if one.public else "schemes.unserved"
    return of.marks.marked(of.pen.plain(said), one.source, one.status)
