"""Find the bodies that a text names."""

import re
from collections.abc import Iterable
from functools import cache

from whimbrel.bodies.body import Body, BodyKind, GroupKind, How, Mention
from whimbrel.bodies.index import Names
from whimbrel.bodies.known import known
from whimbrel.bodies.names import fold, folded


@cache
def table() -> dict[str, Body]:
    """Folded name, or acronym as printed -> the body."""
    found: dict[str, Body] = {}
    for one in known().values():
        if one.secretariat_of or one.cop_of:
            continue
        for forms in one.names.values():
            for form in forms:
                found.setdefault(folded(form), one)
        for short in one.acronyms:
            found.setdefault(fold(short).cased.decode(), one)
    return found


@cache
def index() -> Names:
    """All known names."""
    bodies = [one for one in known().values() if not one.secretariat_of and not one.cop_of]
    return Names(
        (form for one in bodies for forms in one.names.values() for form in forms),
        (short for one in bodies for short in one.acronyms),
    )


def find(text: str, *, language: str | None = None) -> tuple[Mention, ...]:
    """The bodies that a text names, in order; the longest name wins."""
    folded_text = fold(text)
    out = []
    for hit in index().find(folded_text):
        start, end = folded_text.place(hit.start), folded_text.place(hit.end - 1) + 1
        one = table()[hit.name]
        surface = text[start:end]
        if surface.islower():
            continue
        out.append(
            Mention(
                start=start,
                end=end,
                surface=surface,
                key=one.key,
                name=one.name,
                acronym=one.acronym,
                kind=one.kind,
                group=False,
                how=How.KNOWN,
                sure=True,
                parent=one.parent,
            )
        )
    return tuple(out)


def in_texts(
    texts: Iterable[str], language: str | None = None
) -> list[tuple[Mention, ...]]:
    """The bodies that each text of one document names; acronyms are remembered."""
    return [find(text, language=language) for text in texts]
