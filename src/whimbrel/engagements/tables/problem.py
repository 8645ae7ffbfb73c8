"""Problem: a cell that cannot be taken as it is, where it stands, why, and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from whimbrel.engagements.tables.kinds import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What keeps a row from being brought in."""

    row: int
    """The number beside the row; that of the head where it is about a column."""
    heading: str
    value: str
    why: str
    """A key of `facts/tables/words`."""
    given: Mapping[str, str] = field(default_factory=dict)

    def says(self, language: str = "en") -> str:
        """Why, and what to do, in a sentence."""
        told = words().problems[self.why]
        known = {"value": self.value, "heading": self.heading, **self.given}
        return told.get(language, told["en"]).format(**known)


class Unfit(Exception):
    """A value that its field cannot take; the reader of a row makes a Problem of it."""

    def __init__(self, why: str, /, *, field: str = "", value: str = "", **given: str) -> None:
        super().__init__(why)
        self.why, self.field, self.value, self.given = why, field, value, given
