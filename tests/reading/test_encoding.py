"""Bytes -> text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whimbrel.reading import Unreadable, examine_bytes
from whimbrel.reading.encoding import decoded

FRENCH = (
    "La Conférence prie le Secrétariat d’établir la liste « des anguilles » où il le faut. " * 3
)
RUSSIAN = "Конференция Сторон просит Секретариат составить список рек, в которых есть угри. " * 6


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
    ],
)
def test_french_is_read_in_whichever_encoding(encoding: str, told: str | None) -> None:
    assert decoded(FRENCH.encode(encoding), name="x.txt") == (FRENCH, told)


def test_latin_1_is_read_too() -> None:
    text = FRENCH.replace("’", "'")
    assert decoded(text.encode("latin-1"), name="x.txt")[0] == text


def test_another_script_is_detected() -> None:
    assert decoded(RUSSIAN.encode("cp1251"), name="x.txt")[0] == RUSSIAN


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        (b"Eels \xff\x00\x01\x02\x9d\x81" * 40, 5),
        (b"\xff\xfe" + "Eels".encode("utf-16-le") + b"\x00\xd8", 10),
    ],
)
def test_what_no_encoding_fits_is_refused_with_the_offset(data: bytes, offset: int) -> None:
    with pytest.raises(Unreadable, match=f"offset {offset}") as refused:
        decoded(data, name="noise.txt")
    assert refused.value.place == f"byte {offset}"


def test_the_encoding_is_remarked_where_it_is_not_utf_8() -> None:
    assert examine_bytes(FRENCH.encode("cp1252"), name="x.txt").remarks == (
        "decoded as cp1252, not UTF-8",
    )
    assert examine_bytes(FRENCH.encode(), name="x.txt").remarks == ()


@given(st.text())
def test_utf_8_is_given_back(text: str) -> None:
    data = text.encode("utf-8", "replace")
    assert decoded(data, name="x.txt") == (data.decode().removeprefix("\ufeff"), None)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_refusal(data: bytes) -> None:
    try:
        text, _ = decoded(data, name="x.bin")
    except Unreadable as refused:
        assert "offset" in refused.cause
        return
    assert isinstance(text, str)
