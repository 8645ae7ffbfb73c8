"""What the engine says of steps, deadlines and decisions, in three languages, from facts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from whimbrel.facts import load
from whimbrel.procedures.known import Text

OURS = "moves/*.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; {names} in braces are filled in."""

    key: str
    source: str
    en: str
    fr: str
    es: str


@cache
def sentences(pattern: str) -> Mapping[str, Text]:
    """Key -> the sentence, of the fact files that match."""
    rows = load(pattern, Sentence)
    return {row.key: Text(en=row.en, fr=row.fr, es=row.es) for row in rows}


def say(key: str, /, **values: object) -> Text:
    """A sentence filled in. What is a Text itself goes in in each language. KeyError for one that
    is not in the facts."""
    sentence = sentences(OURS)[key]

    def filled(language: str) -> str:
        return sentence[language].format(
            **{name: within(value, language) for name, value in values.items()}
        )

    return in_each(filled)


def either(several: Iterable[Text]) -> Text:
    """ "a; or b", in each language."""
    word, listed = sentences(OURS)["or"], tuple(several)

    def joined(language: str) -> str:
        return f"; {word[language]} ".join(str(within(one, language)) for one in listed)

    return in_each(joined)


def within(value: object, language: str) -> object:
    """What stands inside a sentence: without the full stop of its own."""
    return value[language].removesuffix(".") if isinstance(value, Text) else value


def in_each(words: Callable[[str], str]) -> Text:
    """The same in every language."""
    return Text(en=words("en"), fr=words("fr"), es=words("es"))
