"""Rules and remarks of answers in three languages, from facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from whimbrel.bodies.states import country_name
from whimbrel.facts import load
from whimbrel.procedures.known import Text
from whimbrel.synergy.answer import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; {names} in braces are filled in."""

    key: str
    source: str
    en: str
    fr: str
    es: str


@cache
def sentences() -> Mapping[str, Text]:
    """Key -> the sentence."""
    rows = load("synergy/sentences.yaml", Sentence)
    return {row.key: Text(en=row.en, fr=row.fr, es=row.es) for row in rows}


def say(said: Said, language: str = "en") -> str:
    """A rule or remark as a sentence; a Party goes in by its name. KeyError for one that is not in
    the facts."""
    values = {
        name: called(value, language) if name == "party" else value for name, value in said.values
    }
    return sentences()[said.key][language].format(**values)


def called(party: str, language: str = "en") -> str:
    """The name of a Party; its code where it has none, as a State that is no more."""
    return country_name(party, language) or party
