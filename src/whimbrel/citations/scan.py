"""Scan: a text while it is read, with the list of numbers that is still open."""

from collections.abc import Callable
from dataclasses import dataclass, field

from whimbrel.citations.citation import Citation, How, Kind
from whimbrel.citations.fold import Folded
from whimbrel.citations.grammar import Grammar
from whimbrel.citations.names import Names
from whimbrel.citations.paragraphs import Paragraphs
from whimbrel.citations.resolve import Context, paragraph_of
from whimbrel.symbols.instrument import Number
from whimbrel.symbols.organ import Organ


@dataclass(slots=True, kw_only=True)
class Entry:
    """A number of a list that is still open."""

    start: int
    end: int
    number: Number
    place: str | None = None
    named: tuple[Organ, ...] | None = None


@dataclass(slots=True, kw_only=True)
class Open:
    """The list that a word has opened."""

    word: str
    plural: bool
    start: int
    last: int
    """Where the last thing of it ended."""
    named: tuple[Organ, ...] | None
    paragraphs: Paragraphs | None = None
    """`paragraphs 3 and 8 of`, before the word."""
    inside: int | None = None
    """The citation of the document in which the instrument is printed."""
    entries: list[Entry] = field(default_factory=list)

    @property
    def part(self) -> Kind:
        """What a paragraph of the instrument is."""
        parts = {"resolution": Kind.RESOLUTION_PARAGRAPH, "decision": Kind.DECISION_PROVISION}
        return parts.get(self.word, Kind(self.word))


@dataclass(slots=True, kw_only=True)
class Scan:
    """One text while it is read."""

    text: str
    printed: str
    folded: Folded
    context: Context
    grammar: Grammar
    names: Names
    language: str | None
    found: list[Citation] = field(default_factory=list)
    end: int = 0
    """What stands before has been read."""
    open: Open | None = None
    paragraphs: Paragraphs | None = None
    """`paragraphs 3 and 8`, until the word of their instrument comes."""
    inside: tuple[int, int] | None = None
    """Where an instrument must stand to be printed in a document, and the citation of that."""

    def cite(
        self,
        start: int,
        end: int,
        kind: Kind,
        target: str | None,
        how: How,
        place: str | None = None,
    ) -> None:
        """Keep a citation, in places of the printed text."""
        first, last = self.folded.start(start), self.folded.end(end)
        self.found.append(
            Citation(
                start=first,
                end=last,
                surface=self.printed[first:last],
                kind=kind,
                target=target,
                how=how,
                place=place,
            )
        )

    def cite_paragraphs(
        self, start: int, end: int, kind: Kind, target: str | None, how: How, named: Paragraphs
    ) -> None:
        """Keep a citation of paragraphs: one each where the body's paragraphs are targets."""
        wholes = {paragraph_of(target, number): number for number in named.numbers if target}
        if target is None or target in wholes:
            self.cite(start, end, kind, target, how, named.printed)
            return
        for whole, number in wholes.items():
            self.cite(start, end, kind, whole, how, f"paragraph {number}")


Handler = Callable[[Scan, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Letters or a sign that a kind of reference cannot do without, and what looks there."""

    text: str
    handle: Handler
    digit: bool = True
    """True where the reference needs a digit."""
    languages: tuple[str, ...] = ()
    """The languages of the letters; empty for signs."""

    def needed(self, language: str | None, digits: bool, plain: bool) -> bool:
        """True where a text of a language, with or without digits or accents, may hold it."""
        if (self.digit and not digits) or (plain and not self.text.isascii()):
            return False
        return (
            language is None
            or not self.languages
            or not {language, "en"}.isdisjoint(self.languages)
        )


def pieces_of(
    handle: Handler, *, en: str, fr: str, es: str, digit: bool = True
) -> tuple[Piece, ...]:
    """Pieces by language, parted by strokes."""
    table = {"en": en.split("|"), "fr": fr.split("|"), "es": es.split("|")}
    words = dict.fromkeys(word for listed in table.values() for word in listed)
    return tuple(
        Piece(
            text=word,
            handle=handle,
            digit=digit,
            languages=tuple(key for key, listed in table.items() if word in listed),
        )
        for word in words
    )


def word_start(text: str, at: int) -> int:
    """Where the word begins in which `at` stands."""
    while at and text[at - 1].isalpha():
        at -= 1
    return at
