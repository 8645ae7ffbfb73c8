"""How a cell of a paper is known, and its source: a letter and a number behind its words."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from whimbrel.admission.overview import ORDER
from whimbrel.admission.words import say
from whimbrel.document import Kind, Node, Run
from whimbrel.procedures.known import Known
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.piece import Piece


def of_schemes(known: str, language: str) -> str:
    """How a line of a scheme is known, in words."""
    return say(f"known-{known}", language)


@dataclass(slots=True)
class Marks:
    """Numbers the sources of one paper in the order in which it meets them, and counts how what it
    says is known."""

    pen: Pen
    words: Callable[[str, str], str] = of_schemes
    """What a way of knowing is called, in a language."""
    numbers: dict[str, int] = field(default_factory=dict)
    counts: Counter[Known] = field(default_factory=Counter)

    def number(self, source: str) -> int:
        """The number of a source. ValueError for one that is empty: nothing is said without."""
        if not source.strip():
            raise ValueError("what a paper says has a source: this has none")
        return self.numbers.setdefault(source, len(self.numbers) + 1)

    def marked(self, text: str, source: str, status: Known) -> str:
        """Words with the letter of how they are known and the number of their source."""
        self.counts[status] += 1
        known = "" if status is Known.SEEN else f" ({self.letter(status)})"
        return f"{text}{known} [{self.number(source)}]"

    def letter(self, status: Known) -> str:
        """The letter of what was not read in its source."""
        return self.pen.plain(f"mark.{status.value}")

    def legend(self) -> tuple[Node, ...]:
        """Each way of knowing that is met, with its letter and how often it is met."""
        rows = []
        for status in ORDER:
            if not self.counts[status]:
                continue
            told = self.words(status.value, self.pen.language)
            n = str(self.counts[status])
            if status is Known.SEEN:
                rows.append(self.pen.say("schemes.mark.seen", told=told, n=n))
            else:
                letter = self.letter(status)
                rows.append(self.pen.say("schemes.mark.row", letter=letter, told=told, n=n))
        return self.pen.items(rows)

    def sources(self, number: int) -> list[Piece]:
        """The sources under their numbers, as the last table of a paper."""
        head = (self.pen.plain("schemes.number"), say("column-source", self.pen.language))
        rows = tuple((str(at), source) for source, at in self.numbers.items())
        return [
            self.pen.heading("sources", self.pen.say("heading.schemes.sources")),
            table(self.pen, "sources/table", number, (head, *rows)),
        ]


def table(
    pen: Pen, key: str, number: int, rows: tuple[tuple[str, ...], ...], said: tuple[Run, ...] = ()
) -> Piece:  # fmt: skip
    """A table under its number. `said`: what it shows, where the heading above it does not say."""
    label = pen.plain("schemes.table", n=str(number))
    return Piece(key=key, node=Node(kind=Kind.TABLE, label=label, runs=said, rows=rows))
