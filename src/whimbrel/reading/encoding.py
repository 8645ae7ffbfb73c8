"""Bytes -> text: UTF-8 where it is, another encoding where detection is sure, else a refusal with
the offset."""

import codecs

from whimbrel.reading.errors import Unreadable

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LATIN = frozenset("àâäáãçéèêëíîïñóôöúùûüÿœæÀÂÁÇÉÈÊËÍÎÏÑÓÔÚÙÛŒÆ«»–—‘’“”…°ºª¿¡·€§")
SAMPLE = 200_000


def decoded(data: bytes, *, name: str) -> tuple[str, str | None]:
    """(text, encoding where it is not UTF-8). Unreadable where no encoding fits."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), None if encoding == "utf-8-sig" else encoding
            except UnicodeDecodeError as error:
                raise undecodable(name, error.start, encoding) from error
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return detected(data, error.start, name)


def detected(data: bytes, offset: int, name: str) -> tuple[str, str]:
    """Text by detection: Windows-1252 where what is not ASCII are letters of our languages, else by
    statistics."""
    # What is UTF-8 but for a few bytes is damaged, and no other encoding makes sense of it.
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(char > "\x7f" for char in text) - broken > 2 * broken:
        raise undecodable(name, offset, "utf-8")
    if b"\x00" not in data[:SAMPLE]:
        text = data.decode("cp1252", "replace")
        odd = [char for char in text[:SAMPLE] if char > "\x7f"]
        if (
            odd
            and sum(char in LATIN for char in odd) >= 0.9 * len(odd)
            and "\ufffd" not in text
            and controls(text[:SAMPLE]) == 0
        ):
            return text, "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is None or best.chaos > 0.1 or controls(str(best)):
        raise undecodable(name, offset, "utf-8")
    try:
        return data.decode(best.encoding), best.encoding
    except (UnicodeDecodeError, LookupError) as error:
        raise undecodable(name, getattr(error, "start", offset), best.encoding) from error


def controls(text: str) -> int:
    """Control characters that no text has."""
    return sum(char < " " and char not in "\t\n\r\f\x0b\x1e\x1c" for char in text)


def undecodable(name: str, offset: int, encoding: str) -> Unreadable:
    """The refusal of bytes that are no text."""
    return Unreadable(
        name,
        f"it is no text: the byte at offset {offset} is not {encoding} and no other encoding fits",
        "Save it as UTF-8 text, or give the Word or PDF file",
        f"byte {offset}",
    )
