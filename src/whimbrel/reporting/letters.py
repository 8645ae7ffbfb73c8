"""Letters of a secretariat: texts kept as data, filled with the facts of a case. An officer reads,
changes and sends them; nothing is sent from here."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import ClassVar

from whimbrel.document import Document, Kind, Masthead, Node, Run
from whimbrel.document.normal import normal
from whimbrel.facts import load
from whimbrel.procedures.known import STRICT
from whimbrel.reporting.dates import date
from whimbrel.reporting.phrases import LANGUAGES, cut, filled, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of a letter, with gaps: `{body}`."""

    __pydantic_config__: ClassVar = STRICT
    words: str
    when: str = ""
    """The fact without which it is left out."""
    list: str = ""
    """The fact that follows as a list; without it the paragraph is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The text of a letter in one language."""

    __pydantic_config__: ClassVar = STRICT
    id: str
    language: str
    source: str
    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What fills a letter."""

    language: str
    on: datetime.date
    """The day that it bears."""
    house: str = ""
    """The convention, as its papers name it."""
    said: Mapping[str, str] = field(default_factory=dict)
    """Fact -> words; one that is not there, or empty, is not known."""
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def letters() -> dict[tuple[str, str], Letter]:
    """(id, language) -> letter."""
    return {(one.id, one.language): one for one in load("letters/*.yaml", Letter)}


def kinds() -> tuple[str, ...]:
    """The letters that there are, in their order."""
    return tuple(dict.fromkeys(name for name, _language in letters()))


def written(name: str, told: Told) -> tuple[Document, tuple[str, ...]]:
    """A letter, and the facts that it lacks: each stands in it as a gap in brackets. KeyError where
    there is no such letter in that language."""
    one = letters()[name, told.language]
    shown = [each for each in one.paragraphs if printed(each, told)]
    lacking = tuple(dict.fromkeys(gaps((one.title, *(each.words for each in shown)), told)))
    said = {**told.said, **dict.fromkeys(lacking, f"[{plain(told.language, 'unknown')}]")}
    title = "".join(run.text for run in filled(one.title, said))
    on = date(told.language, told.on)
    nodes = tuple(node for each in shown for node in nodes_of(each, said, told))
    head = Masthead(
        title=title, date=told.on, language=told.language,
        lines=tuple(filter(None, (told.house.upper(), on, title))),
    )  # fmt: skip
    return normal(Document(masthead=head, nodes=nodes)), lacking


def printed(one: Paragraph, told: Told) -> bool:
    """Whether a paragraph stands in the letter."""
    if one.list and not told.lists.get(one.list):
        return False
    return not one.when or bool(told.said.get(one.when))


def gaps(texts: tuple[str, ...], told: Told) -> Iterator[str]:
    """The facts that texts name and nobody knows."""
    for words in texts:
        for _literal, name in cut(words):
            if name is not None and not told.said.get(name):
                yield name


def nodes_of(one: Paragraph, said: Mapping[str, str], told: Told) -> Iterator[Node]:
    """A paragraph with its list."""
    rows = told.lists.get(one.list, ()) if one.list else ()
    items = tuple(Node(kind=Kind.ITEM, label="•", runs=(Run(text=row),)) for row in rows)
    yield Node(kind=Kind.PARAGRAPH, runs=filled(one.words, said), children=items)


__all__ = ["LANGUAGES", "Letter", "Told", "kinds", "letters", "written"]
