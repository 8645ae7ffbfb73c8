"""Figures that do not agree: a number and the list behind it, a total and what it sums, two
numbers for one thing."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from whimbrel.document import Kind, Node
from whimbrel.engagements.passage import Passage
from whimbrel.reporting.checks.finding import Finding, finding
from whimbrel.reporting.checks.ground import Ground, rule
from whimbrel.reporting.checks.words import number, numerals, pattern

NOUNS = r"(?:[^\W\d_][\w’'-]*\s+){0,4}[^\W\d_][\w’'-]*"
"""Up to five words: "selected CMS Parties"."""
MOST = 20
"""No list in brackets is longer."""
CELL = re.compile(
    r"""
    [^\d,.\s−-]* \s?                      # a currency
    (?P<figure> [−-]? \d [\d\s.,]* )
    \s? [^\d]{0,4}                        # a unit, a footnote mark
    """,
    re.VERBOSE,
)
"""A cell that holds one figure."""
DIGITS = re.compile(
    r"""
    (?<![\w/.,-])
    (?P<count> \d{1,3} (?: [\ ,]\d{3} )* )                          # 46, 1,200
    \s+ (?P<what> (?: [^\W\d_]{3,} \s+ ){2} [^\W\d_]{3,} )   # Range States signed
    """,
    re.VERBOSE,
)
"""`46 Range States signed`: a number and three words behind it."""


@rule("figures-list")
def figures_list(ground: Ground) -> Iterator[Finding]:
    """A number that the list behind it does not have: "four countries (Benin, Ghana, Senegal)"."""
    some = pattern(ground.language, "some")
    joins = pattern(ground.language, "joins")
    shape = re.compile(
        rf"(?<![\w.,/-])(?P<count>{numerals(ground.language)})\s+(?P<what>{NOUNS})\s+"
        r"\((?P<list>[^()]{3,400})\)",
        re.IGNORECASE,
    )
    for passage in ground.told.passages:
        for match in shape.finditer(passage.text):
            listed = names_in(masked(passage, *match.span("list")), joins)
            before = passage.text[max(0, match.start() - 30) : match.end()]
            count = number(match["count"], ground.language)
            if not listed or count < 2 or count > MOST or some.search(before):
                continue
            if len(listed) != count:
                yield finding(
                    "figures-list",
                    passage.address,
                    match[0],
                    said=match["count"],
                    what=match["what"],
                    count=len(listed),
                )
        yield from items_below(passage, ground)


def masked(passage: Passage, start: int, end: int) -> str:
    """Words of a passage in which a name of several words is one word: "Bosnia and Herzegovina" is
    one country."""
    text = passage.text[start:end]
    spans = [(one.start, one.end) for one in passage.places]
    spans += [(one.start, one.end) for one in passage.mentions]
    for first, last in spans:
        if start <= first and last <= end:
            text = text[: first - start] + "X" * (last - first) + text[last - start :]
    return text


def names_in(text: str, joins: re.Pattern[str]) -> list[str]:
    """The members of a list of names; none where it is no plain list of names."""
    if ";" in text or any(char.isdigit() for char in text):
        return []
    parts = [one.strip() for one in joins.sub(",", text).split(",")]
    parts = [re.sub(r"^(?:the|la|le|les|l['’]|el|los|las)\s?", "", one) for one in parts if one]
    named = all(one[0].isupper() and len(one.split()) <= 6 for one in parts if one)
    return parts if len(parts) >= 2 and named else []


def items_below(passage: Passage, ground: Ground) -> Iterator[Finding]:
    """A number right before a colon, and another number of items under it."""
    shape = re.compile(
        rf"(?<![\w.,/-])(?P<count>{numerals(ground.language)})\s+(?P<what>{NOUNS}):\s*$",
        re.IGNORECASE,
    )
    items = [one for one in passage.placed.node.children if one.kind is Kind.ITEM]
    match = shape.search(passage.text)
    if match is None or len(items) < 2:
        return
    near = passage.text[max(0, match.start() - 20) : match.end()]
    if pattern(ground.language, "some").search(near) or pattern(ground.language, "future").search(
        match["what"]
    ):
        return
    count = number(match["count"], ground.language)
    if 2 <= count <= MOST and count != len(items):
        yield finding(
            "figures-list",
            passage.address,
            match[0].strip(),
            said=match["count"],
            what=match["what"],
            count=len(items),
        )


@rule("figures-total")
def figures_total(ground: Ground) -> Iterator[Finding]:
    """A row of a table that is called a total and is not the sum of those above it."""
    for passage in ground.told.passages:
        if passage.kind is Kind.TABLE:
            yield from totals(passage.placed.node, passage, ground)


def totals(table: Node, passage: Passage, ground: Ground) -> Iterator[Finding]:
    """The cells of the total that do not agree with their column."""
    rows = table.rows
    last = rows[-1] if rows else ()
    if (
        len(rows) < 4
        or not last
        or not pattern(ground.language, "total").fullmatch(last[0].strip())
    ):
        return
    for column in range(1, len(last)):
        cells = [row[column].strip() if column < len(row) else "" for row in rows]
        figures = column_of(cells[1:])
        above, total = figures[:-1], figures[-1]
        if total is None or len(above) < 2 or any(one is None for one in above):
            continue
        # A percentage is no sum: its parts are rounded, and often not all of them are listed.
        if "%" in "".join(cells) or total == Decimal(100):
            continue
        summed = sum((one for one in above if one is not None), Decimal(0))
        if abs(summed - total) > rounding(above):
            yield finding(
                "figures-total",
                passage.address,
                cells[-1],
                column=cells[0] or str(column + 1),
                total=total,
                sum=summed,
            )


def column_of(cells: list[str]) -> list[Decimal | None]:
    """The figures of a column; what parts thousands in one cell parts them in all."""
    matches = [CELL.fullmatch(cell) for cell in cells]
    texts = [re.sub(r"\s", "", match["figure"]).rstrip(".,") if match else "" for match in matches]
    whole = all(THOUSANDS.fullmatch(text) for text in texts if re.search(r"[.,]", text))
    return [figure(text, thousands=whole) for text in texts]


def rounding(figures: list[Decimal | None]) -> Decimal:
    """How far a sum of rounded figures may lie from their total: half a last digit for each."""
    places = [-int(one.as_tuple().exponent) for one in figures if one is not None]
    most = max(places, default=0)
    return Decimal(len(figures)) / 2 / 10**most if most > 0 else Decimal(0)


THOUSANDS = re.compile(r"[−-]?[1-9]\d{0,2}(?:[.,]\d{3})+")


def figure(text: str, *, thousands: bool) -> Decimal | None:
    """`1,200` -> 1200, `0.5` -> 0.5. None where the text is no one figure."""
    text = text.replace("−", "-")
    text = re.sub(r"[.,]", "", text) if thousands else text.replace(",", ".")
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


@rule("figures-two")
def figures_two(ground: Ground) -> Iterator[Finding]:
    """Two numbers for the same words: "46 Range States signed", "48 Range States signed"."""
    first: dict[str, tuple[str, str]] = {}
    some = pattern(ground.language, "some")
    if not ground.reports:
        return
    for passage in ground.report:
        for match in DIGITS.finditer(passage.text):
            what = " ".join(match["what"].casefold().split())
            count = re.sub(r"[ ,]", "", match["count"])
            if some.search(passage.text[max(0, match.start() - 24) : match.start()]):
                continue
            known, address = first.setdefault(what, (count, passage.address))
            if known != count and address != passage.address:
                yield finding(
                    "figures-two",
                    passage.address,
                    match[0],
                    also=(address,),
                    what=match["what"],
                    one=count,
                    other=known,
                )
