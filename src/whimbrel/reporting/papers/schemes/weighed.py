"""What the papers on options share: one comparison, and how its cells are written."""

from dataclasses import dataclass

from whimbrel.admission.ceiling import Ceiling, ceiling
from whimbrel.admission.compare import Compared
from whimbrel.admission.compared import ask
from whimbrel.admission.option import Option, admits
from whimbrel.procedures.compare import Beside
from whimbrel.procedures.interval import Interval
from whimbrel.procedures.known import Known
from whimbrel.procedures.printed import printed
from whimbrel.reporting.papers.paper import Rows
from whimbrel.reporting.papers.schemes.marks import Marks, of_schemes, table
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.phrases import plain
from whimbrel.reporting.piece import Piece


@dataclass(slots=True)
class Weighed:
    """A comparison that is being written down; its tables are numbered as they are met."""

    pen: Pen
    found: Compared
    marks: Marks
    laws: tuple[Ceiling, ...]
    """Each option against the treaty, in the language of the paper."""
    tables: int = 0

    @property
    def language(self) -> str:
        """Of the paper."""
        return self.pen.language

    def title(self, one: Option) -> str:
        """An option as it is called."""
        return one.title[self.language]

    def titles(self) -> tuple[str, ...]:
        """The options with the numbers of their sources: the heads of columns."""
        return tuple(
            f"{self.title(one)} [{self.marks.number(one.source)}]" for one in self.found.options
        )

    def source(self, one: Option, known: Known) -> str:
        """Where a figure of an option comes from."""
        if known is Known.ASSUMED:
            return self.pen.plain("options.source.assumed")
        return one.source

    def figure(
        self, one: Option, value: Interval | None, known: Known, said: Beside = Beside.BASE
    ) -> str:  # fmt: skip
        """An interval with how it stands beside that of today, its mark and its source."""
        words = printed(value, self.language)
        told = words
        if said is not Beside.BASE:
            beside = ask(said.value, self.language)
            told = self.pen.plain("options.beside", figure=words, said=beside)
        return self.marks.marked(told, self.source(one, known), known)

    def table(self, key: str, rows: Rows, said: str = "") -> Piece:
        """The next table. `said`: the phrase of what it shows."""
        self.tables += 1
        words = self.pen.say(said) if said else ()
        return table(self.pen, f"{key}/table", self.tables, rows, words)

    def headed(self, key: str, *pieces: Piece) -> list[Piece]:
        """Pieces under a heading."""
        return [self.pen.heading(key, self.pen.say(f"heading.options.{key}")), *pieces]


def begun(pen: Pen, found: Compared) -> Weighed:
    """A comparison with nothing written yet."""
    laws = tuple(ceiling(admits(one), language=pen.language) for one in found.options)
    return Weighed(pen=pen, found=found, marks=Marks(pen=pen, words=known_as), laws=laws)


def exact(value: float, language: str) -> str:
    """A figure with all its digits."""
    whole, point, part = f"{value:,.10g}".partition(".")
    if language == "en":
        return whole + point + part
    return whole.replace(",", "\u202f" if language == "fr" else ".") + ("," + part if part else "")


def known_as(known: str, language: str) -> str:
    """How a figure or a line is known, in words."""
    if known == Known.SEEN:
        return plain(language, "options.known.seen")
    return of_schemes(known, language)
