"""Text: one statement in the languages it is known in. Nothing is translated here: where a language
is missing, the words are those of the record, and it is said that they are."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Words and their language."""

    words: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One statement; the language of the record first."""

    said: tuple[tuple[str, str], ...] = ()
    """(language, words)."""

    @classmethod
    def of(cls, **words: str) -> "Text":
        """`Text.of(en="Nairobi", es="Nairobi")`; what is empty is left out."""
        return cls(said=tuple((language, told) for language, told in words.items() if told))

    def __bool__(self) -> bool:
        return bool(self.said)

    def told(self, language: str) -> Told:
        """In that language, else in that of the record; empty words where nothing is known."""
        for code, words in self.said:
            if code == language:
                return Told(words=words, language=code)
        if self.said:
            return Told(words=self.said[0][1], language=self.said[0][0])
        return Told(words="", language=language)

    def within(self, language: str) -> str:
        """The words in that language; empty where they are not known in it."""
        return next((words for code, words in self.said if code == language), "")

    def anyhow(self, language: str) -> str:
        """The words in that language, else in that of the record: for names, which every language
        may borrow."""
        return self.told(language).words


UNSAID = Text()
"""What is known in no language."""
