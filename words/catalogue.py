"""A catalogue: the words of one language, as a file that people edit (.po) and one that pages read
(.mo). They change only where words do: no dates, no places in the code."""

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.pofile import normalize, read_po

from words.gather import SOURCE, Message

FOLDER = SOURCE / "web/locale"
PLURALS = {
    "fr": "nplurals=2; plural=(n > 1);",
    "es": "nplurals=2; plural=(n != 1);",
}
"""Language -> how its words of several are chosen. A new language begins with a line here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A message in the language of a catalogue."""

    words: tuple[str, ...] = ("",)
    """For one and for several; empty where nobody has translated it yet."""
    doubtful: bool = False
    """Marked `fuzzy` by a translator."""
    notes: tuple[str, ...] = ()
    """What translators noted."""

    @property
    def whole(self) -> bool:
        """Every form is there, and nobody doubts it."""
        return all(self.words) and not self.doubtful


Catalogue = Mapping[Message, Told]


def file_of(language: str, kind: str = "po") -> Path:
    """Where a catalogue is kept."""
    return FOLDER / language / "LC_MESSAGES" / f"django.{kind}"


def kept(language: str) -> dict[Message, Told]:
    """The catalogue of a language as it is kept; empty where there is none yet."""
    file = file_of(language)
    if not file.exists():
        return {}
    with file.open("rb") as opened:
        return {
            message_of(one.id, one.context): Told(
                words=one.string if isinstance(one.string, tuple) else (one.string,),
                doubtful=one.fuzzy,
                notes=tuple(one.user_comments),
            )
            for one in read_po(opened, locale=language)
            if one.id
        }


def message_of(words: str | tuple[str, ...] | list[str], context: str | None) -> Message:
    """A message by the words that name it in a file."""
    one, several = (words, "") if isinstance(words, str) else words[:2]
    return Message(words=one, several=several, context=context or "")


def renewed(language: str, messages: Iterable[Message]) -> dict[Message, Told]:
    """The catalogue with what is new, without what is gone; what was translated stays."""
    known = kept(language)
    return {one: known.get(one, Told(words=("", "") if one.several else ("",))) for one in messages}


def head(language: str) -> str:
    """What stands before the first message."""
    return (
        f"Language: {language}\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
        f"Plural-Forms: {PLURALS[language]}\n"
    )


def as_po(language: str, catalogue: Catalogue) -> str:
    """The catalogue as people edit it."""
    first = f'msgid ""\nmsgstr {normalize(head(language))}\n'
    return "\n".join((first, *("\n".join(lines(*one)) + "\n" for one in catalogue.items())))


def lines(message: Message, told: Told) -> Iterator[str]:
    """The lines of one message."""
    yield from (f"# {note}" for note in told.notes)
    flags = [*(["fuzzy"] if told.doubtful else []),
             *(["python-format"] if "%(" in message.words else [])]  # fmt: skip
    if flags:
        yield f"#, {', '.join(flags)}"
    if message.context:
        yield f"msgctxt {normalize(message.context)}"
    yield f"msgid {normalize(message.words)}"
    if not message.several:
        yield f"msgstr {normalize(told.words[0])}"
        return
    yield f"msgid_plural {normalize(message.several)}"
    for number, words in enumerate(told.words):
        yield f"msgstr[{number}] {normalize(words)}"


def as_mo(language: str, catalogue: Catalogue) -> bytes:
    """The catalogue as pages read it, in the form of GNU gettext; what is not whole is left out,
    so that the English stands there."""
    pairs = {"": head(language)}
    for message, told in catalogue.items():
        if told.whole:
            several = f"\0{message.several}" if message.several else ""
            before = f"{message.context}\x04" if message.context else ""
            pairs[f"{before}{message.words}{several}"] = "\0".join(told.words)
    sorted_ = sorted((key.encode(), words.encode()) for key, words in pairs.items())
    texts = [key for key, _ in sorted_], [words for _, words in sorted_]
    count, at = len(sorted_), 28 + 16 * len(sorted_)
    tables = bytearray()
    for listed in texts:
        for text in listed:
            tables += struct.pack("<2I", len(text), at)
            at += len(text) + 1
    first = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 28 + 16 * count)
    return first + bytes(tables) + b"".join(text + b"\0" for listed in texts for text in listed)
