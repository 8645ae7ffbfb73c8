"""Markdown from converters: page cuts healed, footnotes and page furniture taken out, numbers freed
from list marks."""

import re
from collections.abc import Sequence
from dataclasses import replace

from whimbrel.document import Run
from whimbrel.document.runs import squeeze
from whimbrel.facts.layout import preamble_opening
from whimbrel.reading.block import heading_like, pattern
from whimbrel.reading.labels import readings, typed
from whimbrel.reading.limits import Clock
from whimbrel.reading.line import Line, Lines
from whimbrel.reading.markdown_inline import inline
from whimbrel.reading.markdown_rows import Row, RowKind, rows_of
from whimbrel.reading.masthead_fields import NUMBERED_TITLE
from whimbrel.reading.preambles import is_formula, names_governing_body

ENDED = re.compile(r"[.;:!?][\"”»’')*_\]\s]*(?:<sup>[^<]*</sup>|\[\^[^\]]*\])?\s*$")
COMMA = re.compile(r",[\"”»’')*_\]\s]*(?:<sup>[^<]*</sup>|\[\^[^\]]*\]|\d{1,3})?\s*$")
ABBREVIATION = re.compile(
    r"\b(?:No|Nos|vol|chap|sect|para|paras|art|Art|Corr|Add|Rev|Doc|Inf|p|pp|núm|párr|cap|resp|cf|St)\.\s*$"
)
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
ESCAPED = re.compile(r"\\([.()])")
NUMBER = re.compile(r"\d{1,3}\.\s")
SHORT, TITLE = 150, 250


def read_markdown(text: str, *, name: str, clock: Clock) -> Lines:
    """The lines of a Markdown text."""
    rows = rows_of(text)
    clock.check("rows")
    call_glued_notes(rows)
    joined = healed(rows)
    notes = notes_of(rows)
    return Lines(lines=tuple(lines_of(joined, notes)), notes=notes)


def call_glued_notes(rows: Sequence[Row]) -> None:
    """Footnote calls that a converter glued to the word before (`Diversity,1`) become calls again.

    The notes of a page stand at its foot, so a note is called on the rows between them and the
    notes before; only
    where a paragraph runs on over the page may its last calls stand on the row after the notes.
    """
    page: list[Row] = []
    missed: list[str] = []
    at = from_ = 0
    for row in rows:
        if row.kind is RowKind.FURNITURE:
            continue
        if row.kind is not RowKind.NOTE:
            if missed:
                late, start = [row], (0, 0)
                for marker in missed:
                    start = glued_call(late, marker, *start) or start
                missed = []
            page.append(row)
            continue
        if not any(call_of(row.marker) in other.text for other in page):
            found = glued_call(page, row.marker, at, from_)
            at, from_ = found or (at, from_)
            missed += [] if found else [row.marker]


def call_of(marker: str) -> str:
    """A call as we mark it."""
    return f"<sup>{marker}</sup>"


def glued_call(page: Sequence[Row], marker: str, at: int, from_: int) -> tuple[int, int] | None:
    """Mark the first glued call after a place; (row, character) behind it, None where there is
    none."""
    if not marker.isdigit():
        return None
    ends = r"(?=$|[\s,.;:)\]”’\"»*_–—])"
    for before in (
        r"(?<=[^\W\d_])|(?<!\d[.:])(?<![^\w/]\d,)(?<!No\.)(?<=[,.;:)\]”’\"»*%])",
        r"(?<=[^\d](?:19|20)\d\d)|(?<=[A-Z]-\d\d)",
    ):
        pattern_ = re.compile(rf"(?:{before}){marker}{ends}")
        for number in range(at, len(page)):
            found = pattern_.search(page[number].text, from_ if number == at else 0)
            if found:
                call = call_of(marker)
                text = page[number].text
                page[number].text = text[: found.start()] + call + text[found.end() :]
                return number, found.start() + len(call)
    return None


def healed(rows: Sequence[Row]) -> list[Row]:
    """Rows without notes and furniture; a paragraph that a page break cut is one again."""
    out: list[Row] = []
    cut = preamble = begun = False
    for row in rows:
        if row.kind in (RowKind.NOTE, RowKind.FURNITURE):
            cut = True
            continue
        plain = squeeze(row.text).replace("*", "")
        if is_labelled(plain):
            preamble = False
        # The lines of a masthead end without a full stop, and none goes on in the next.
        begun = begun or is_labelled(plain) or is_formula(plain, None) or bool(ENDED.search(plain))
        if out and begun and goes_on(out[-1], row, cut, preamble):
            out[-1] = replace(out[-1], text=f"{out[-1].text.rstrip()} {row.text.lstrip()}")
        else:
            out.append(row)
        preamble = preamble or is_formula(plain, None)
        cut = False
    return out


def goes_on(before: Row, row: Row, cut: bool, preamble: bool) -> bool:
    """True where a row is the rest of the paragraph before it.

    `cut`: furniture or footnotes stood between them; `preamble`: an enacting formula stands open,
    so that what
    ends without a comma has not ended.
    """
    if (
        before.kind is not RowKind.TEXT
        or row.kind is not RowKind.TEXT
        or row.mark
        or row.bold
        or before.bold
    ):
        return False
    plain, held = squeeze(ESCAPED.sub(r"\1", row.text.lstrip("*_"))), squeeze(before.text)
    bare = plain.replace("*", "")
    if (
        is_labelled(plain)
        or is_formula(bare, None)
        or names_governing_body(bare)
        or NUMBERED_TITLE.match(held)
    ):
        return False
    opened = typed(held.lstrip("*_"))
    if (
        pattern("directed").match(held.lstrip("*_")[opened[1] if opened else 0 :])
        and plain[:1].isupper()
    ):
        return False
    own = before.mark or is_labelled(held.lstrip("*_"))
    if (
        not own
        and len(held) < SHORT
        and (not preamble or is_formula(held.replace("*", ""), None) or not begins_preamble(held))
    ):
        return False
    if not cut and len(held) < SHORT and heading_like(held) and begins_preamble(squeeze(row.text)):
        return False
    if ABBREVIATION.search(held):
        return True
    small = plain[:1].islower()
    if COMMA.search(held):
        titled = not cut and len(plain) < TITLE and heading_like(plain)
        return small or (not titled and (own or not begins_preamble(squeeze(row.text))))
    if not ENDED.search(held):
        return True
    if not cut or pattern("closing").match(plain):
        return False
    return small or not (begins_preamble(squeeze(row.text)) or heading_like(plain))


def is_labelled(text: str) -> bool:
    """True for words that open with a number or letter of a list."""
    found = typed(text.removeprefix("["))
    return found is not None and bool(readings(found[0]))


def begins_preamble(text: str) -> bool:
    """True for the italics or the participle that open a preambular paragraph."""
    return text.startswith(("*", "_")) or bool(preamble_opening().match(text))


def notes_of(rows: Sequence[Row]) -> dict[str, tuple[Run, ...]]:
    """Footnotes by marker."""
    found: dict[str, tuple[Run, ...]] = {}
    for row in rows:
        if row.kind is not RowKind.NOTE:
            continue
        key, again = row.marker, 1
        while key in found:
            again += 1
            key = f"{row.marker}~{again}"
        found[key] = inline(row.text)
    return found


def lines_of(rows: Sequence[Row], notes: dict[str, tuple[Run, ...]]) -> list[Line]:
    """Rows as lines, table rows gathered; a call of a note that is not there is dropped."""
    out: list[Line] = []
    table: list[tuple[str, ...]] = []
    for row in rows:
        if row.kind is RowKind.TABLE:
            table.append(cells(row.text))
            continue
        if table:
            out.append(tabled(table))
            table = []
        runs = tuple(run for run in inline(row.text) if run.note is None or run.note in notes)
        if not runs:
            continue
        place = f"line {row.number}"
        # Converters indent as they please: bullets, which no label can place, and
        # plain numbers, which may be those of paragraphs or of a list in one, are placed by their
        # indent.
        labelled = is_labelled("".join(run.text for run in runs))
        placed = (row.mark and not labelled) or (not row.mark and NUMBER.match(row.text))
        depth = row.indent // 2 if placed else None
        bold = row.bold and row.kind is RowKind.TEXT
        out.append(
            Line(runs=runs, mark=row.mark, depth=depth, heading=row.level, bold=bold, place=place)
        )
    return [*out, tabled(table)] if table else out


def cells(text: str) -> tuple[str, ...]:
    """The cells of a table row."""
    parts = re.split(r"(?<!\\)\|", text.strip()[1:-1])
    return tuple(
        "\n".join(words for piece in BREAK.split(part) if (words := plain_words(piece)))
        for part in parts
    )


def plain_words(text: str) -> str:
    """The words of a row without marks."""
    return squeeze("".join(run.text for run in inline(text)))


def tabled(rows: Sequence[tuple[str, ...]]) -> Line:
    """Rows of cells, all of one width."""
    width = max(len(row) for row in rows)
    return Line(rows=tuple((*row, *[""] * (width - len(row))) for row in rows))
