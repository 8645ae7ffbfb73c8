"""What the sections of the paper on partnership policies share: one replay, its marks, and how its
cells are written."""

from dataclasses import dataclass

from whimbrel.partnership.applies import Binding
from whimbrel.partnership.compared import Replayed
from whimbrel.partnership.policy import Pack
from whimbrel.partnership.shown import COARSE, ask
from whimbrel.partnership.trial import Period
from whimbrel.procedures.compare import Beside, Cell
from whimbrel.procedures.interval import Interval
from whimbrel.procedures.known import Known
from whimbrel.procedures.printed import figure, printed
from whimbrel.reporting.papers.paper import Rows
from whimbrel.reporting.papers.schemes.marks import Marks, of_schemes, table
from whimbrel.reporting.pen import Pen
from whimbrel.reporting.phrases import plain
from whimbrel.reporting.piece import Piece


@dataclass(slots=True)
class Told:
    """A replay that is being written down; its tables are numbered as they are met."""

    pen: Pen
    found: Replayed
    binding: Binding
    periods: tuple[Period, ...]
    marks: Marks
    tables: int = 0

    @property
    def language(self) -> str:
        """Of the paper."""
        return self.pen.language

    def title(self, pack: Pack) -> str:
        """A policy as it is called."""
        return pack.title[self.language]

    def heads(self) -> tuple[str, ...]:
        """The policies as the heads of columns."""
        return tuple(
            f"{self.title(one)} [{self.marks.number(one.source)}]" for one in self.found.packs
        )

    def cell(self, pack: Pack, cell: Cell, said: Beside) -> str:
        """An answer with how it stands beside that of the first policy, its mark and its source."""
        if cell.value is None:
            told = ask("beside.not known" if not cell.note else cell.note, self.language)
        else:
            told = self.number(cell.value)
            if said is not Beside.BASE:
                told = self.pen.plain(
                    "policy.beside", figure=told, said=ask(f"beside.{said}", self.language)
                )
        source = pack.source
        if cell.known is Known.ASSUMED:
            source = self.pen.plain("policy.source.assumed")
        return self.marks.marked(told, source, cell.known)

    def quoted(self, pack: Pack) -> str:
        """A policy as it is called inside a sentence."""
        return self.pen.plain("quote", words=self.title(pack))

    def change(self, value: Interval) -> str:
        """An interval that may be below nought, in words: a dash between minus signs cannot be
        read."""
        ends = (value.point, value.low, value.high)
        point, low, high = (figure(one, self.language, COARSE).replace("-", "−") for one in ends)
        return self.pen.plain("policy.change", point=point, low=low, high=high)

    def number(self, value: Interval | None) -> str:
        """An interval in words."""
        return self.pen.plain("unknown") if value is None else printed(
            value, self.language, COARSE
        )  # fmt: skip

    def mean(self, value: float | None) -> str:
        """One figure in words."""
        if value is None:
            return self.pen.plain("unknown")
        return figure(value, self.language, COARSE)

    def table(self, key: str, rows: Rows, said: str = "") -> Piece:
        """The next table. `said`: the phrase of what it shows."""
        self.tables += 1
        words = self.pen.say(said) if said else ()
        return table(self.pen, f"{key}/table", self.tables, rows, words)

    def headed(self, key: str, *pieces: Piece) -> list[Piece]:
        """Pieces under a heading."""
        return [self.pen.heading(key, self.pen.say(f"heading.policy.{key}")), *pieces]


def begun(pen: Pen, found: Replayed, binding: Binding, periods: tuple[Period, ...]) -> Told:
    """A replay with nothing written yet."""
    marks = Marks(pen=pen, words=known_as)
    return Told(pen=pen, found=found, binding=binding, periods=periods, marks=marks)


def known_as(known: str, language: str) -> str:
    """How a figure or a line is known, in words."""
    if known == Known.SEEN:
        return plain(language, "policy.known.seen")
    return of_schemes(known, language)
