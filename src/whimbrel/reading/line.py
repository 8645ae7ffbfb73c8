"""Line: one printed block of a file (a paragraph, not a line of type), with what its format tells
about it.

Every format reader turns a file into lines; `structure` turns lines into a Document, whatever
format they came from.
"""

from dataclasses import dataclass, field

from whimbrel.document import Run


@dataclass(slots=True, kw_only=True)
class Line:
    """One block in reading order. What a format does not tell is None."""

    runs: tuple[Run, ...] = ()
    label: str | None = None
    """A number or letter that the format holds apart from the words: Word's automatic `8.`, `(a)`,
    `•`."""
    depth: int | None = None
    """List level of an automatic number (0 outermost), or the number of leading tabs of a text."""
    heading: int | None = None
    """1 to 9 where the format marks a heading; 0 for the document's title."""
    bold: bool = False
    """All of it is bold: a heading where nothing else says so."""
    mark: bool = False
    """The block stood behind a list mark (`-`, `*`): an item, or a number that a converter glued
    into a list."""
    rows: tuple[tuple[str, ...], ...] = ()
    """The cells of a table; then there are no runs."""
    place: str = ""
    """Where in the file, where a reader has a use for it: `line 40`."""

    text: str = field(init=False, compare=False, repr=False)
    """The words without marks."""

    def __post_init__(self) -> None:
        """Put the words together once: they are asked for many times."""
        runs = self.runs
        words = runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)
        self.text = words


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """What a format reader found: blocks in reading order, footnotes by marker, and what it could
    not read."""

    lines: tuple[Line, ...] = ()
    notes: dict[str, tuple[Run, ...]] = field(default_factory=dict)
    """Footnotes by the key that `Run.note` calls, in order; the key is the printed marker, with
    `~2` on repeats."""
    headers: tuple[str, ...] = ()
    """What stands above the pages: some papers print their symbol there and nowhere else."""
    remarks: tuple[str, ...] = ()
    """What was left out or not understood, a sentence each."""
