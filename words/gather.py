"""Gather every message: of the Python, of the templates, and of what the house keeps as data."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import django
from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src/whimbrel"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "known": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
"""What marks a message in the code, and which of its arguments are the words. `templatize` writes
templates in the same terms."""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Message:
    """What is translated: its words, those of several, and the context that tells it apart."""

    words: str
    several: str = ""
    context: str = ""


def gather() -> list[Message]:
    """Every message once, in the order of the alphabet."""
    return sorted({*of_code(), *of_templates(), *of_data()})


def of_code() -> Iterator[Message]:
    """The messages of all modules."""
    for file in sorted(SOURCE.rglob("*.py")):
        yield from messages(file.read_bytes(), str(file))


def of_templates() -> Iterator[Message]:
    """The messages of all templates, made into Python first."""
    for file in sorted(SOURCE.glob("web/templates/**/*.*")):
        made = templatize(file.read_text(encoding="utf-8"), origin=str(file))
        yield from messages(made.encode(), str(file))


def messages(code: bytes, name: str) -> Iterator[Message]:
    """The messages of Python code. ValueError for one that is put together while it runs."""
    for line, function, told, _comments in extract_python(
        BytesIO(code), list(KEYWORDS), [], {"encoding": "utf-8"}
    ):
        places = KEYWORDS[function] or (1,)
        given = told if isinstance(told, tuple) else (told,)
        if all(one is None or one == "" for one in given):
            continue  # The name of a variable: what it holds is marked where it is written.
        message = chosen(given, places)
        if message is None:
            raise ValueError(f"{name}:{line}: {function}{given} is no whole message")
        yield message


def chosen(given: tuple[str | None, ...], places: tuple[object, ...]) -> Message | None:
    """The arguments that a keyword names, as a message; None where one is not written out."""
    context, words = "", []
    for place in places:
        number = place[0] if isinstance(place, tuple) else place
        one = given[number - 1] if isinstance(number, int) and number <= len(given) else None
        if not one:
            return None
        if isinstance(place, tuple):
            context = one
        else:
            words.append(one)
    return Message(words=words[0], several=words[1] if len(words) > 1 else "", context=context)


def of_data() -> Iterator[Message]:
    """What acts do, why something is so, what roles may and are called, and who is asked: data,
    shown on pages."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "whimbrel.site.settings")
    django.setup()
    from whimbrel.acts.every import every
    from whimbrel.engagements.disposition import Why
    from whimbrel.mandates.mandate import Addressee
    from whimbrel.mandates.reasons import ENGLISH
    from whimbrel.queries.access import Reach, matrix

    for act in every().values():
        yield Message(words=act.says)
    for why in (*ENGLISH.values(), *Why):
        yield Message(words=str(why))
    known = matrix()
    for words in (known.source, *known.verbs.values(), *known.roles, *Reach, *Addressee):
        yield Message(words=str(words))
