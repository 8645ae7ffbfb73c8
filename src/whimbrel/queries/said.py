"""Words in the language of the person, that can also be had in plain English: what the ledger keeps
of a refusal is the same whoever was told it, in whatever language."""

from collections.abc import Iterable, Mapping

from django.utils import translation


class Said(str):
    """Words as they are told; `plain` is the English that they were written in."""

    plain: str

    def __new__(cls, words: str, plain: str) -> "Said":
        """The words, and the English."""
        made = super().__new__(cls, words)
        made.plain = plain
        return made

    def __mod__(self, values: object) -> "Said":
        """Fill in the values, each in its own language."""
        english = values
        if isinstance(values, Mapping):
            english = {name: plain(value) for name, value in values.items()}
        return Said(str.__mod__(self, values), str.__mod__(self.plain, english))


def plain(value: object) -> object:
    """A value as the ledger keeps it."""
    return value.plain if isinstance(value, Said) else value


def said(words: str) -> Said:
    """Words in the language of the page."""
    return Said(translation.gettext(words), words)


def ngettext(one: str, several: str, count: int) -> Said:
    """The same of a number of things. Named so that the words are gathered for translation."""
    return Said(translation.ngettext(one, several, count), one if count == 1 else several)


def listed(names: Iterable[str]) -> Said:
    """Values in one line, each in words."""
    known = tuple(names)
    return Said(", ".join(map(translation.gettext, known)), ", ".join(known))


def record(about: str) -> Said:
    """A record by its kind and name, the kind in words: `provision 14.10 c)`."""
    whole = translation.gettext(about) if about else ""
    if whole != about:
        return Said(whole, about)  # `a person`: it has no name that may be told.
    kind, space, name = about.partition(" ")
    return Said(f"{translation.gettext(kind)}{space}{name}" if kind else "", about)


def in_words(value: str) -> Said:
    """A value of the record in words."""
    return said(value.replace("-", " ").replace("_", " "))
