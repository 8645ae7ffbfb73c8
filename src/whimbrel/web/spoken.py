"""What was written down in English, by the reader of files or by a worker, told in the language of
the page: rooms below speak one language, and a sentence that is kept must be the same for all."""

import re
from collections.abc import Iterable
from functools import cache

from django.utils.translation import gettext as _

from whimbrel.web.sentences import CAUSES, REMARKS, REMEDIES

HOLE = re.compile(r"%\((?P<name>\w+)\)s")


@cache
def pattern(sentence: str) -> re.Pattern[str]:
    """A sentence with its holes, as what it looks like when they are filled."""
    parts = HOLE.split(sentence)
    made = [re.escape(part) if place % 2 == 0 else f"(?P<{part}>.+?)"
            for place, part in enumerate(parts)]  # fmt: skip
    return re.compile("".join(made), re.DOTALL)


def translated(text: str, sentences: Iterable[str]) -> str | None:
    """A text in the language of the page; None where it is none of the sentences."""
    for sentence in sentences:
        if found := pattern(sentence).fullmatch(text):
            told = _(sentence)
            if not found.groupdict():
                return told
            return told % {name: spoken(value) for name, value in found.groupdict().items()}
    return None


def spoken(text: str) -> str:
    """A remark, or why a file cannot be read, in the language of the page. What is no sentence of
    ours stays as it is."""
    told = translated(text, REMARKS)
    return told if told is not None else unreadable(text) or text


def unreadable(text: str) -> str | None:
    """`FILE, PLACE: CAUSE. REMEDY` in the language of the page; None where it is something else."""
    for remedy in REMEDIES:
        before = text.removesuffix(f". {remedy}")
        if before == text:
            continue
        for place, mark in enumerate(before):
            if mark != ":":
                continue
            cause = translated(before[place + 2 :], CAUSES)
            if cause is not None:
                said = {"file": spoken(before[:place]), "cause": cause, "remedy": _(remedy)}
                return _("%(file)s: %(cause)s. %(remedy)s") % said
    return None
