"""What this room says, in three languages, from facts."""

from collections.abc import Mapping
from datetime import date

from babel.dates import format_date

from whimbrel.procedures import words
from whimbrel.procedures.known import Text

OURS = "policy/words.yaml"


def sentences() -> Mapping[str, Text]:
    """Key -> the sentence."""
    return words.sentences(OURS)


def say(key: str, /, **values: object) -> Text:
    """A sentence filled in; what is a Text itself goes in in each language. KeyError for one that
    is not in the facts."""
    sentence = sentences()[key]

    def filled(language: str) -> str:
        within = {
            name: written(value, language) if isinstance(value, date)
            else words.within(value, language)
            for name, value in values.items()
        }  # fmt: skip
        return sentence[language].format(**within)

    return words.in_each(filled)


WRITTEN = {"en": "d MMMM y", "fr": "d MMMM y", "es": "d 'de' MMMM 'de' y"}


def written(day: date, language: str) -> str:
    """A day: "8 January 2026", "1er janvier 2026", "8 de enero de 2026"."""
    locale = "en_GB" if language == "en" else language
    text: str = format_date(day, WRITTEN[language], locale=locale)
    return text.replace("1 ", "1er ", 1) if language == "fr" and day.day == 1 else text
