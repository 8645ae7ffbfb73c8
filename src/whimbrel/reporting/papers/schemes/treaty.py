"""What the treaty leaves to a decision, option by option; what would take an amendment; and the
terms on which rights turn and which nothing defines."""

from whimbrel.admission.ceiling import Ceiling
from whimbrel.admission.option import Option
from whimbrel.admission.scheme import Gap
from whimbrel.document import Node
from whimbrel.reporting.papers.schemes.weighed import Weighed
from whimbrel.reporting.piece import Piece


def treaty(of: Weighed) -> list[Piece]:
    """The options against the treaty."""
    pen = of.pen
    first = of.laws[0]
    pieces = [
        pen.paragraph(
            "treaty/says",
            of.marks.marked(first.says, first.source, first.status),
            records=[first.source],
        ),
        *(verdict(of, one, law) for one, law in pairs(of)),
    ]
    rows = findings(of)
    if len(rows) > 1:
        pieces.append(of.table("findings", rows, "options.findings"))
    possible = pen.items(first.possible)
    if possible:
        pieces.append(pen.paragraph("possible", pen.say("options.possible"), children=possible))
    pieces.append(pen.paragraph("notice", first.notice))
    return of.headed("treaty", *pieces)


def pairs(of: Weighed) -> list[tuple[Option, Ceiling]]:
    """Each option with what was found of it."""
    return list(zip(of.found.options, of.laws, strict=True))


def verdict(of: Weighed, one: Option, law: Ceiling) -> Piece:
    """What was found of one option, in a sentence."""
    name = "options.not_allowed" if law.findings else "options.allowed"
    words = of.pen.say(name, option=of.title(one), verdict=law.verdict)
    return of.pen.paragraph(f"treaty/{one.id}", words, records=[f"option/{one.id}"])


def findings(of: Weighed) -> tuple[tuple[str, ...], ...]:
    """Every line that would keep out somebody whom the treaty lets in."""
    pen = of.pen
    head = tuple(pen.plain(f"options.{name}") for name in ("option", "line", "because"))
    rows = tuple(
        (of.title(one), of.marks.marked(each.says, each.source, each.status), each.because)
        for one, law in pairs(of)
        for each in law.findings
    )
    return (head, *rows)


def terms(of: Weighed) -> list[Piece]:
    """Terms without a definition, and what contradicts what is written elsewhere."""
    pen = of.pen
    effect = {gap.id: gap for law in of.laws for gap in law.terms}
    others = {gap.id: gap for law in of.laws for gap in law.contradictions}
    pieces = []
    if effect:
        lead = pen.say("options.terms")
        pieces.append(pen.paragraph("terms/effect", lead, children=listed(of, effect)))
    if others:
        lead = pen.say("options.contradictions")
        pieces.append(pen.paragraph("terms/others", lead, children=listed(of, others)))
    return of.headed("terms", *pieces) if pieces else []


def listed(of: Weighed, gaps: dict[str, Gap]) -> tuple[Node, ...]:
    """Gaps as a list."""
    return tuple(
        of.pen.item(
            "•", of.marks.marked(f"{gap.term}: {gap.text[of.language]}", gap.source, gap.status)
        )
        for gap in gaps.values()
    )
