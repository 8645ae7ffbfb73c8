"""The masthead of a Word file that Whimbrel wrote: as it was written, while the first page still
says the same; else what that page says now."""

from collections.abc import Mapping, Sequence

from whimbrel.document import Masthead, Run
from whimbrel.document.flat import masthead_of
from whimbrel.document.normal import LANGUAGE
from whimbrel.document.runs import squeeze
from whimbrel.document.word import MASTHEAD, digest
from whimbrel.reading.dates import first_date, span_of_days
from whimbrel.reading.docx_package import Package
from whimbrel.reading.line import Line
from whimbrel.reading.masthead_fields import said

LANGUAGE_TAG = "{http://purl.org/dc/elements/1.1/}language"


def masthead(
    package: Package, main: str, cover: Sequence[str], fields: Mapping[str, str]
) -> Masthead:
    """The masthead as it was written, as long as the first page still says the same; else what
    it says now."""
    held = held_masthead(package, main, cover)
    if held is not None:
        return held
    shown = {name: squeeze(text) for name, text in fields.items() if squeeze(text)}
    told = said(cover, [Line(runs=(Run(text=text),)) for text in cover])
    days = span_of_days(shown.get("days", ""))
    only = first_date(shown.get("days", ""))
    names = ("symbol", "title", "meeting", "original", "venue", "agenda_item", "author")
    texts = {name: shown.get(name) or getattr(told, name) for name in names}
    return Masthead(
        **texts,
        date=first_date(shown.get("date", "")) or told.date,
        starts=days[0] if days else only,
        ends=days[1] if days else only,
        language=language(package),
        lines=tuple(cover),
    )


def held_masthead(package: Package, main: str, cover: Sequence[str]) -> Masthead | None:
    """The masthead that the file holds, if it belongs to the first page that is printed."""
    for part in package.all_beside(main, "customXml"):
        root = package.xml(part)
        if root is None or root.tag != f"{{{MASTHEAD}}}masthead":
            continue
        if root.get("printed") != digest(cover):
            return None
        fields = {one.get("name") or "": one.text for one in root.iter(f"{{{MASTHEAD}}}field")}
        return masthead_of(fields, [one.text or "" for one in root.iter(f"{{{MASTHEAD}}}line")])
    return None


def language(package: Package) -> str | None:
    """The language that the file says it is in."""
    part = package.beside("", "core-properties")
    root = package.xml(part) if part else None
    said = root.findtext(LANGUAGE_TAG) if root is not None else None
    code = (said or "").partition("-")[0].casefold()
    return code if LANGUAGE.fullmatch(code) else None
