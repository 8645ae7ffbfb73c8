"""The synergy brief on two conventions or more, and the brief on a country, from the answers on
synergy."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from django.utils import translation

from whimbrel.queries import joint
from whimbrel.queries.countries import countries, country_name
from whimbrel.queries.scope import Reader
from whimbrel.reporting.matter import Matter
from whimbrel.reporting.papers import Paper
from whimbrel.reporting.papers.joint import brief

LEAST = 2


def synergy(who: Reader, about: str, matter: Matter) -> Paper | None:
    """The brief on conventions by their acronyms, with commas between them. None where there are
    fewer than two, or the record knows one of them from nothing."""
    names = tuple(dict.fromkeys(filter(None, (one.strip() for one in about.split(",")))))
    by = who.email or None
    answers = {key: joint.QUESTIONS[key](by) for key in WITH}
    if len(names) < LEAST or not set(names) <= known(answers):
        return None
    about_them = {
        key: replace(one, rows=tuple(row for row in one.rows if WITH[key](row, frozenset(names))))
        for key, one in answers.items()
    }
    return brief.synergy(matter, names, about_them, partial(say, language=matter.language))


def known(answers: dict[str, Any]) -> set[str]:
    """The conventions that answers name."""
    found = {answers["partners"].own}
    for row in answers["partners"].rows:
        found |= set(row.conventions)
    for row in answers["mandates"].rows:
        found |= {row.convention, row.other_convention}
    for row in answers["programme"].rows:
        found |= {row.one, row.other}
    return found - {""}


def both(row: Any, names: frozenset[str]) -> bool:
    """Whether two of the conventions are in a row."""
    return len(names & set(row.conventions)) >= LEAST


WITH: dict[str, Callable[[Any, frozenset[str]], bool]] = {
    "programme": lambda row, names: {row.one, row.other} <= names,
    "mandates": lambda row, names: {row.convention, row.other_convention} <= names,
    "partners": both,
    "creatures": both,
    "countries": both,
    "calendar": both,
}
"""Question -> whether a row of it is about conventions."""


def of_country(who: Reader, code: str, one: Paper) -> Paper:
    """The brief on a country with what the record says of it."""
    answer = joint.country(who.email or None, code)
    if answer is None:
        return one
    return brief.with_record(one, answer, partial(say, language=one.matter.language))


def say(value: str, language: str) -> str:
    """A value of the record in a language: a country by its code, else as pages have it."""
    if len(value) == LEAST and value in countries():
        return country_name(value, language) or value
    with translation.override(language):
        return translation.gettext(value.replace("-", " ")) if value else ""
