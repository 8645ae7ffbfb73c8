"""Numbers of resolutions and decisions, alone and in lists: `resolutions 77/167 and 76/207`.

A word opens a list and numbers join it. It is resolved when it ends, because the body whose numbers
they are may be named before the first and after the last.
"""

import re
from dataclasses import replace

from whimbrel.citations.citation import How, Kind
from whimbrel.citations.grammar import INSTRUMENTS
from whimbrel.citations.paragraphs import Paragraphs
from whimbrel.citations.provisions import provisions
from whimbrel.citations.resolve import numbers, resolve, target_of
from whimbrel.citations.scan import Entry, Open, Scan, word_start
from whimbrel.symbols.instrument import NUMBER, Number, Shape

SENTENCE = re.compile(r"[.;]\s(?=[^\Wa-z_]|[“\"])")
BEFORE_YEAR = re.compile(r"(?<![\w/.])\d{1,4}(?:\s?[A-Z](?:-[A-Z])?)?\s?$")
YEARLY = tuple("12IVXLCSE")
"""What the year or session in brackets begins with."""
POINTED = (Shape.DOTTED, Shape.CONF, Shape.RAMSAR)
"""Numbers without a stroke: their lists are read at once."""
DATED = (Shape.YEAR, Shape.ROMAN)
"""Numbers with their year or session: no plural before them is needed to know them."""
ALONE = (Shape.TREATY, Shape.PREFIXED)
"""Numbers that no word before them is needed to know."""
GAP = 240
"""Two numbers of one list stand no further apart; titles may stand between them."""


def instrument(scan: Scan, at: int) -> None:
    """`resolutions`: a word that opens a list."""
    match = scan.grammar.instrument.match(scan.text, word_start(scan.text, at))
    if not match:
        return
    close(scan)
    start = match.start()
    scan.open = Open(
        word=next(name for name in INSTRUMENTS if match[name]),
        plural=match[0][-1:] in "sS",
        start=start,
        last=match.end(),
        named=scan.names.before(scan.text, start, scan.context),
        paragraphs=paragraphs_of(scan, start),
        inside=scan.inside[1] if scan.inside and scan.inside[0] == start else None,
    )
    scan.paragraphs = scan.inside = None
    numbered(scan, scan.open, match.end())


def paragraphs_of(scan: Scan, start: int) -> Paragraphs | None:
    """`paragraphs 3 and 8 of its`, where it leads to the word that starts here."""
    named = scan.paragraphs
    return named if named and scan.grammar.leads.fullmatch(scan.text, named.end, start) else None


def numbered(scan: Scan, opened: Open, at: int) -> None:
    """What follows the word: perhaps its body, perhaps a number."""
    after = scan.names.after.match(scan.text, at)
    if after and opened.named is None:
        opened.named = scan.names.meant(after["name"], scan.context)
        at = opened.last = after.end()
    between = scan.grammar.between.match(scan.text, at)
    match = NUMBER.match(scan.text, between.end() if between else at)
    if match and match.lastgroup in POINTED:
        scan.open = None
        scan.end = provisions(scan, opened, match)
    elif match:
        add(scan, opened, match)
    elif not opened.plural and not after:
        scan.open = None
    else:
        opened.plural = True


def add(scan: Scan, opened: Open, match: re.Match[str]) -> None:
    """Put a number on the open list, with the body and the place that are named behind it."""
    entry = Entry(start=match.start(), end=match.end(), number=Number.of(match))
    end = entry.end
    date = scan.grammar.date.match(scan.text, end)
    after = scan.names.after.match(scan.text, date.end() if date else end)
    if after:
        meant = scan.names.meant(after["name"], scan.context)
        for one in (*opened.entries, entry):
            if one.named is None and opened.named is None:
                one.named = meant
        end = after.end()
    place = scan.grammar.place.match(scan.text, end)
    if place:
        entry.place, end = place[0].strip(" ,("), place.end()
    opened.entries += (*between(scan, opened, entry), entry)
    opened.last = scan.end = end


def between(scan: Scan, opened: Open, entry: Entry) -> tuple[Entry, ...]:
    """What lies between the number before and this one, where the two are the ends of a range."""
    if not opened.plural or not opened.entries:
        return ()
    first = opened.entries[-1]
    if not scan.grammar.to.fullmatch(scan.text, first.end, entry.start):
        return ()
    return tuple(
        Entry(start=first.start, end=entry.end, number=number, named=entry.named)
        for number in first.number.until(entry.number)
    )


def joins(scan: Scan, opened: Open, match: re.Match[str]) -> bool:
    """True where a number belongs to the open list."""
    start = match.start()
    if start - opened.last > GAP:
        return False
    if opened.entries and scan.grammar.strict.fullmatch(scan.text, opened.last, start):
        return True
    if SENTENCE.search(scan.text, opened.last, start + 1):
        return False
    if match.lastgroup in DATED:
        return True
    # 2022/23 is a period, not a number, unless the list has such numbers.
    shapes = {one.number.shape for one in opened.entries} or {Shape.SESSION, Shape.LATIN, *ALONE}
    return opened.plural and match.lastgroup in shapes


def number(scan: Scan, match: re.Match[str]) -> None:
    """A number without a word before it: one of the open list, or a decision by its shape."""
    if scan.open and joins(scan, scan.open, match):
        add(scan, scan.open, match)
        return
    if match.lastgroup not in ALONE:
        return
    target, how = resolve("decision", Number.of(match), None, scan.context)
    if target is None:
        return
    place = scan.grammar.place.match(scan.text, match.end())
    words = place[0].strip(" ,(") if place else None
    scan.cite(match.start(), match.end(), Kind.DECISION, target, how, words)
    scan.end = place.end() if place else match.end()


def bracket(scan: Scan, at: int) -> None:
    """A `(`: perhaps the year or session of a number of the open list, 2374 (2017)."""
    if not scan.open or scan.text[at + 1 : at + 2] not in YEARLY:
        return
    head = BEFORE_YEAR.search(scan.text, max(scan.end, at - 10), at)
    match = NUMBER.match(scan.text, head.start()) if head else None
    if match and match.end() > at and joins(scan, scan.open, match):
        add(scan, scan.open, match)


def close(scan: Scan) -> None:
    """Resolve the open list."""
    opened, scan.open = scan.open, None
    if opened is None:
        return
    for first, entry in enumerate(opened.entries):
        if opened.inside is not None:
            within(scan, opened.inside, f"{'' if first else opened.word + ' '}{entry.number.text}")
            continue
        target, how = target_in(scan, opened, entry)
        # Only the number behind the word is surely one; of the others those that we can resolve.
        # "General recommendation No. 35 (2017)" is none of a body that we know.
        if target or (not first and opened.word != "recommendation"):
            cite(scan, opened, entry, target, how)


def target_in(scan: Scan, opened: Open, entry: Entry) -> tuple[str | None, How]:
    """The target of a number of a list."""
    named = entry.named if entry.named is not None else opened.named
    target, how = resolve(opened.word, entry.number, named, scan.context)
    if target or named:
        return target, how
    # "The Environment Assembly decided, in its resolution 5/14": the body stands earlier. So does
    # the convention of "the Conference of the Parties", which is a name of none.
    for one in scan.names.earlier(scan.text, opened.start):
        if numbers(one, opened.word, entry.number) and (named is None or one.family == "mea"):
            return target_of(one, opened.word, entry.number), How.EARLIER
    return None, How.UNRESOLVED


def cite(scan: Scan, opened: Open, entry: Entry, target: str | None, how: How) -> None:
    """Cite a number of a list, with the paragraphs that are named before the first."""
    named = opened.paragraphs if entry is opened.entries[0] else None
    if named is None:
        scan.cite(entry.start, entry.end, Kind(opened.word), target, how, entry.place)
    else:
        scan.cite_paragraphs(named.start, entry.end, opened.part, target, how, named)


def within(scan: Scan, at: int, words: str) -> None:
    """A decision printed in the document just named is the place in it, and no second citation."""
    document = scan.found[at]
    place = f"{document.place}, {words}" if document.place else words
    scan.found[at] = replace(document, place=place)
