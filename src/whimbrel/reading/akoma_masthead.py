"""The first page of Akoma Ntoso from others -> Masthead."""

from collections.abc import Iterator
from datetime import date

from lxml import etree

from whimbrel.document import Masthead
from whimbrel.document.akn_meta import LANGUAGES, UNKNOWN_DATE
from whimbrel.document.akn_read import name as local
from whimbrel.document.runs import squeeze

CODES = {long: short for short, long in LANGUAGES.items()} | {"fre": "fr", "chi": "zh"}
"""ISO 639-2 knows some languages by two codes."""
TITLES = ("#resolutionTitle", "#decisionTitle")


def masthead_of(root: etree._Element) -> Masthead:
    """What cover page, preface and metadata say."""
    found = Found(root)
    language = found.first("FRBRlanguage")
    code = "" if language is None else language.get("language", "")
    return Masthead(
        symbol=found.text("docNumber", refers=("#symbol",)) or found.text("docNumber"),
        title=found.text("docTitle", refers=TITLES)
        or found.text("docTitle", inside="preface")
        or found.text("docTitle"),
        meeting=found.text(
            "location", "inline", refers=("#adoptionMeeting",), names=("adoptionMeeting",)
        )
        or found.text("session"),
        date=found.day("docDate", refers=("#dateOfIssuance",))
        or found.day("docDate")
        or found.day("FRBRdate"),
        language=CODES.get(code, code if len(code) == 2 else None),
        original=(found.text("inline", names=("originalLanguage",)) or "")
        .rpartition(":")[2]
        .strip()
        or None,
        starts=found.day("date", refers=("#startDate",)),
        ends=found.day("date", refers=("#endDate",)),
        agenda_item=found.text("inline", names=("agenda item",)),
        author=found.text("docProponent")
        or found.text("docAuthority", refers=("#subsidiaryBody", "#issuingBody")),
        lines=tuple(filter(None, map(text_of, found.lines))),
    )


class Found:
    """The elements of the first page by name."""

    def __init__(self, root: etree._Element) -> None:
        self.elements: dict[str, list[etree._Element]] = {}
        self.lines: list[etree._Element] = []
        for element in root.iter():
            name = local(element)
            self.elements.setdefault(name, []).append(element)
            if name == "coverPage":
                self.lines += [child for child in element if local(child) == "p"]

    def all(self, *names: str) -> Iterator[etree._Element]:
        """The elements of these names."""
        for name in names:
            yield from self.elements.get(name, ())

    def first(self, name: str) -> etree._Element | None:
        """The first element of a name."""
        return next(self.all(name), None)

    def text(
        self,
        *tags: str,
        refers: tuple[str, ...] = (),
        names: tuple[str, ...] = (),
        inside: str = "",
    ) -> str | None:
        """The words of the first element that says what it is."""
        for element in self.all(*tags):
            told = element.get("refersTo") in refers or element.get("name") in names
            if not (told or not (refers or names)) or (inside and not within(element, inside)):
                continue
            if text := text_of(element):
                return text
        return None

    def day(self, tag: str, refers: tuple[str, ...] = ()) -> date | None:
        """The day of the first element that holds one."""
        for element in self.all(tag):
            value = element.get("date", "")[:10]
            if value == UNKNOWN_DATE or (refers and element.get("refersTo") not in refers):
                continue
            try:
                return date.fromisoformat(value)
            except ValueError:
                continue
        return None


def within(element: etree._Element, around: str) -> bool:
    """True where an element of that name stands around."""
    return any(local(each) == around for each in element.iterancestors())


def text_of(element: etree._Element) -> str:
    """The words of an element without its footnotes."""
    return squeeze("".join(texts(element)))


def texts(element: etree._Element) -> Iterator[str]:
    """The pieces of text in an element."""
    yield element.text or ""
    for child in element:
        if local(child) in ("docDate", "date", "eol"):
            # A date follows a title, and a second date the first, without a space between.
            yield " "
        if local(child) not in ("authorialNote", "note"):
            yield from texts(child)
        yield child.tail or ""
