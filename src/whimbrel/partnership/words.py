"""What this room says, in three languages, from facts."""

from collections.abc import Mapping

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
        within = {name: words.within(value, language) for name, value in values.items()}
        return sentence[language].format(**within)

    return words.in_each(filled)
