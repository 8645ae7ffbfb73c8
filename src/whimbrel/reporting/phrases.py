"""The phrases of papers, as data, filled with words of the record that stay literal."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from string import Formatter

from whimbrel.document import Run
from whimbrel.document.runs import tidy
from whimbrel.facts import load

LANGUAGES = ("en", "fr", "es")
Words = str | Run | tuple[Run, ...]
"""What fills a phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Some phrases of one language."""

    language: str
    source: str
    phrases: dict[str, str]


@cache
def known(language: str) -> dict[str, str]:
    """Every phrase of a language. KeyError where it is none of ours."""
    if language not in LANGUAGES:
        raise KeyError(f"no phrases in {language!r}: papers are written in {', '.join(LANGUAGES)}")
    return {
        name: words
        for one in load("phrases/*.yaml", Phrases)
        if one.language == language
        for name, words in one.phrases.items()
    }


@cache
def cut(words: str) -> tuple[tuple[str, str | None], ...]:
    """A phrase as (words, name of what follows them)."""
    return tuple((literal, field) for literal, field, *_ in Formatter().parse(words))


def say(language: str, name: str, /, **values: Words) -> tuple[Run, ...]:
    """A phrase filled. What fills it is never read as a phrase, so braces in it stay braces.

    `{The}` is `the` with a capital. KeyError where the phrase, or what fills it, is not there.
    """
    return filled(known(language)[name], values)


def filled(words: str, values: Mapping[str, Words]) -> tuple[Run, ...]:
    """Words with their gaps filled. KeyError where what fills one is not there."""
    runs: list[Run] = []
    for literal, field in cut(words):
        if literal:
            runs.append(Run(text=literal))
        if field == "The":
            runs += capital(as_runs(values["the"]))
        elif field is not None:
            runs += as_runs(values[field])
    return tidy(runs) if len(runs) > 1 else tuple(runs)


def plain(language: str, name: str, /, **values: Words) -> str:
    """The same without marks."""
    return "".join(run.text for run in say(language, name, **values))


def as_runs(words: Words) -> tuple[Run, ...]:
    """Words of any sort as runs."""
    if isinstance(words, str):
        return (Run(text=words),) if words else ()
    return (words,) if isinstance(words, Run) else words


def capital(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs that begin with a capital."""
    first, *rest = tuple(runs) or (Run(),)
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *rest)


def counted(language: str, name: str, number: int, /, **values: Words) -> tuple[Run, ...]:
    """The phrase for one, or that for many with the number in `{n}`."""
    if number == 1:
        return say(language, f"{name}.one", **values)
    return say(language, f"{name}.many", n=amount(language, number), **values)


def amount(language: str, number: int) -> str:
    """A number as a paper has it: in words below ten, thousands set apart."""
    word = known(language).get(f"number.{number}")
    if word:
        return word
    return f"{number:,}" if language == "en" else f"{number:,}".replace(",", " ")


def listed(language: str, several: Iterable[Words]) -> tuple[Run, ...]:
    """`a, b and c`; in Spanish "e" before a word that sounds with i."""
    parts = [as_runs(one) for one in several]
    if not parts:
        return ()
    joining = known(language)["and"]
    last = "".join(run.text for run in parts[-1]).casefold()
    if language == "es" and last.startswith(("i", "hi", "í")) and not last.startswith("hie"):
        joining = "e"
    runs: list[Run] = list(parts[0])
    for at, part in enumerate(parts[1:], start=2):
        runs.append(Run(text=f" {joining} " if at == len(parts) else ", "))
        runs += part
    return tidy(runs)


def quoted(language: str, words: str) -> str:
    """Words between the quotation marks of a language."""
    return plain(language, "quote", words=words)
