"""Pointers to places: `paragraph 3 above`, `the Annex of this document`, `footnote 4`, `ibid.`"""

import re

from whimbrel.citations.articles import article
from whimbrel.citations.citation import How, Kind
from whimbrel.citations.paragraphs import Paragraphs
from whimbrel.citations.scan import Piece, Scan, pieces_of, word_start
from whimbrel.citations.targets import target

IBID = re.compile(r"[Ii]bid(?:em)?\b\.?")


def paragraph(scan: Scan, at: int) -> None:
    """A paragraph of this text, or of an instrument whose word is still to come."""
    match = scan.grammar.paragraph.match(scan.text, word_start(scan.text, at))
    if not match:
        return
    named, end = Paragraphs.of(match), match.end()
    scan.paragraphs = named
    said = scan.grammar.above.match(scan.text, end) or scan.grammar.here.match(scan.text, end)
    if not said and scan.grammar.leads_on.match(scan.text, end):
        return
    scan.end = said.end() if said else end
    how = How.PRINTED if said else How.CONTEXT
    for number in named.numbers:
        scan.cite(match.start(), scan.end, Kind.INTERNAL, f"#para_{number}", how)


def annex(scan: Scan, at: int) -> None:
    """An annex of this document."""
    match = scan.grammar.annex.match(scan.text, word_start(scan.text, at))
    here = scan.grammar.here.match(scan.text, match.end()) if match else None
    if not match or not here:
        return
    number = f"_{match['number'].lower()}" if match["number"] else ""
    scan.cite(match.start(), here.end(), Kind.INTERNAL, f"#annex{number}", How.PRINTED)
    scan.end = here.end()


def footnote(scan: Scan, at: int) -> None:
    """A footnote of this document."""
    match = scan.grammar.footnote.match(scan.text, word_start(scan.text, at))
    if match:
        name = f"#note_{match['number']}"
        scan.cite(match.start(), match.end(), Kind.INTERNAL, name, How.PRINTED)
        scan.end = match.end()


def ibid(scan: Scan, at: int) -> None:
    """What was cited last; that of the footnote before is filled in by `whole`."""
    match = IBID.match(scan.text, at - 1) if at else None
    if not match:
        return
    place = scan.grammar.place.match(scan.text, match.end())
    last = scan.found[-1] if scan.found else None
    scan.cite(
        match.start(),
        match.end(),
        last.kind if last else Kind.UNSPECIFIED,
        last.target if last else None,
        How.EARLIER if last and last.target else How.UNRESOLVED,
        place[0].strip(" ,(") if place else None,
    )
    scan.end = place.end() if place else match.end()


POINTERS: tuple[Piece, ...] = (
    *pieces_of(
        article, en="rticle|rt. |rts. ", fr="rticle|rt. ", es="rtículo|rt. |rts. ", digit=False
    ),
    *pieces_of(paragraph, en="aragraph|ara. |aras. ", fr="aragraphe|par. ", es="árrafo|párr"),
    *pieces_of(
        annex, en="nnex|ppendi|NNEX", fr="nnexe|ppendi|NNEX", es="nexo|péndic|NEXO", digit=False
    ),
    *pieces_of(footnote, en="ootnote", fr="ote de bas", es="ota de pie|ota a pie|ota al pie"),
    *pieces_of(target, en="arget|Goal|SDG", fr="ible|ODD|bjecti", es="eta |etas |ODS|bjetiv"),
    *pieces_of(ibid, en="bid", fr="bid", es="bid", digit=False),
)
