"""What a person said of a likeness: it holds for the names as they were, and is asked again when
either changes."""

from collections.abc import Iterable
from enum import StrEnum

from whimbrel.screening.listed import Listed, digest


class Word(StrEnum):
    """What a person says of a body and somebody listed."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


def content_of(names: Iterable[str], known: Iterable[str] = ()) -> str:
    """The hash of who is asked about: all names, in any order, and what is known beside them."""
    return digest("names", *sorted(names), "known", *sorted(known))


def holds(ours: str, theirs: str, *, names: Iterable[str], known: Iterable[str],
          listed: Listed) -> bool:  # fmt: skip
    """Whether a judgement that was made on two contents is one on the names of today."""
    return ours == content_of(names, known) and theirs == listed.content
