"""The pen: writes pieces in the language of a paper, and says what it could not write."""

from collections.abc import Iterable
from dataclasses import dataclass

from whimbrel.document import Kind, Node, Run
from whimbrel.reporting.matter import Matter, Pointer, Promise
from whimbrel.reporting.numbers import documents
from whimbrel.reporting.phrases import Words, as_runs, capital, counted, listed, plain, say
from whimbrel.reporting.piece import Piece, Where
from whimbrel.reporting.text import Text

NUMBERED = "#"
"""The label of a paragraph whose number is given when the paper is laid out."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """Writes for one matter."""

    matter: Matter
    where: Where = Where.BODY

    @property
    def language(self) -> str:
        """The language of the paper."""
        return self.matter.language

    def say(self, name: str, /, **values: Words) -> tuple[Run, ...]:
        """A phrase in the language of the paper."""
        return say(self.language, name, **values)

    def plain(self, name: str, /, **values: Words) -> str:
        """The same without marks."""
        return plain(self.language, name, **values)

    def counted(self, name: str, number: int, /, **values: Words) -> tuple[Run, ...]:
        """A phrase that follows a count."""
        return counted(self.language, name, number, **values)

    def listed(self, several: Iterable[Words]) -> tuple[Run, ...]:
        """Several things in one sentence."""
        return listed(self.language, several)

    def heading(self, key: str, words: Words, level: int = 1, records: Iterable[str] = ()) -> Piece:
        """A heading."""
        node = Node(kind=Kind.HEADING, runs=capital(as_runs(words)))
        return Piece(key=key, node=node, where=self.where, level=level, records=unique(records))

    def paragraph(
        self,
        key: str,
        words: Words,
        *,
        children: tuple[Node, ...] = (),
        records: Iterable[str] = (),
        gaps: Iterable[str] = (),
        language: str = "",
        label: str | None = NUMBERED,
    ) -> Piece:
        """A paragraph, numbered unless it stands in the summary or the annex."""
        own = "" if language == self.language else language
        note = [self.plain("gap.translation", language=self.tongue(own))] if own else []
        return Piece(
            key=key,
            node=Node(
                kind=Kind.PARAGRAPH,
                label=label if self.where is Where.BODY else None,
                runs=as_runs(words),
                children=children,
            ),
            where=self.where,
            records=unique(records),
            gap="\n".join(filter(None, (*note, *gaps))),
            language=own,
        )

    def note(self, key: str, *gaps: str, records: Iterable[str] = ()) -> Piece:
        """A note to the drafter with no words to print."""
        return self.paragraph(key, "", gaps=gaps, records=records, label=None)

    def tongue(self, code: str) -> str:
        """The name of a language; its code where we have none."""
        try:
            return self.plain(f"language.{code}")
        except KeyError:
            return code

    def narrative(self, place: str) -> list[Piece]:
        """An officer's paragraphs for a place, in the language they were written in."""
        out = []
        for number, one in enumerate(n for n in self.matter.narratives if n.place == place):
            for at, words in enumerate(one.paragraphs, start=1):
                if not words.strip():
                    continue
                key = f"narrative/{place}/{number + 1}.{at}"
                out.append(self.paragraph(key, words, records=one.records, language=one.language))
        return out

    def foreign(self, text: Text) -> str:
        """The language of a text where it is not known in that of the paper."""
        told = text.told(self.language)
        return "" if told.language == self.language or not told.words else told.language

    def words(self, text: Text) -> str:
        """A text in the language of the paper, else in that of the record."""
        return text.anyhow(self.language)

    def phrase_or(self, name: str, other: str) -> str:
        """A phrase where there is one of that name, else other words."""
        try:
            return self.plain(name)
        except KeyError:
            return other

    def pointing(self, pointers: Iterable[Pointer]) -> tuple[Run, ...]:
        """Other documents by symbol and title."""
        return documents(
            self.language,
            ((one.symbol, self.words(one.title), one.href) for one in unique_pointers(pointers)),
        )

    def item(self, label: str, words: Words, end: str = "") -> Node:
        """One item of a list."""
        runs = (*as_runs(words), *as_runs(end))
        return Node(kind=Kind.ITEM, label=label, runs=runs)

    def items(self, several: Iterable[Words], *, lettered: bool = False) -> tuple[Node, ...]:
        """A list whose items end as those of one sentence."""
        rows = list(several)
        end = self.plain("action.end")
        return tuple(
            self.item(
                f"{letter(at)})" if lettered else "•", row, "." if at == len(rows) - 1 else end
            )
            for at, row in enumerate(rows)
        )


def letter(at: int) -> str:
    """0 -> `a`, 26 -> `aa`."""
    return LETTERS[at] if at < len(LETTERS) else letter(at // len(LETTERS) - 1) + LETTERS[at % 26]


def unique(several: Iterable[str]) -> tuple[str, ...]:
    """Each once, in the order given, without empty ones."""
    return tuple(dict.fromkeys(filter(None, several)))


def unique_pointers(pointers: Iterable[Pointer]) -> tuple[Pointer, ...]:
    """Each document once."""
    return tuple({one.symbol: one for one in pointers}.values())


def sentence(words: str) -> str:
    """Words that end as a sentence does."""
    words = words.strip()
    return words if not words or words[-1] in ".!?…:;" or words[-2:-1] == "." else f"{words}."


def provision_records(promises: Iterable[Promise]) -> tuple[str, ...]:
    """The names of provisions, as records of a piece."""
    return unique(one.name for one in promises)
