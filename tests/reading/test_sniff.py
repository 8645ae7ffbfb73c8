"""Sniff: what a file is, by its content and not by its name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.word import p, word
from whimbrel.reading import Unreadable, examine_bytes
from whimbrel.reading.sniff import OLE, PROTECTED, Format, disagrees, format_of, text_format


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (word(p("Eels.")), Format.DOCX),
        (b"%PDF-1.7\n", Format.PDF),
        (b"\n\n%PDF-1.4\n", Format.PDF),
        (b'<?xml version="1.0"?><akomaNtoso/>', Format.AKN),
        (b"\xef\xbb\xbf<akomaNtoso/>", Format.AKN),
        (b'{"symbol": "A/99/1"}', Format.JSON),
        (b"<html><body><p>Eels</p>", Format.TEXT),
        (b'<?xml version="1.0"?><html><body><p>Eels</p>', Format.TEXT),
        (b"Eels swim.", Format.TEXT),
        (b"{eels}", Format.TEXT),
    ],
)
def test_the_first_bytes_tell_the_format(data: bytes, found: Format) -> None:
    assert format_of(data, name="any") is found


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "the file is empty"),
        (b" \n\t\x00", "the file is empty"),
        (OLE + b"\x00" * 100 + PROTECTED, "protected by a password"),
        (OLE + b"\x00" * 100, "old Word format"),
        (b"{\\rtf1 Eels}", "an RTF file"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"Rar!\x1a", "a RAR archive"),
        (b"7z\xbc\xaf\x27", "a 7-Zip archive"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"%!PS-Adobe", "a PostScript file"),
        (b'{"symbol": "A/99/1"}', "JSON that Whimbrel did not write"),
        (b"Eels\x00\x01\x02 swim", "binary data"),
    ],
)
def test_what_no_reader_knows_is_refused_with_cause_and_remedy(data: bytes, cause: str) -> None:
    with pytest.raises(Unreadable, match=cause) as refused:
        examine_bytes(data, name="given.bin")
    assert str(refused.value).startswith("given.bin: ")
    assert refused.value.remedy[0].isupper()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<html><body><p>Eels</p></body></html>", Format.HTML),
        ("<p>Eels</p><p>Pike</p><div>Perch</div>", Format.HTML),
        ("Eels <b>swim</b>.", Format.TEXT),
        ("# Rivers\n\nEels swim.", Format.MARKDOWN),
        ("- eels\n- pike", Format.MARKDOWN),
        ("Eels *swim* far.", Format.MARKDOWN),
        ("See [this](#).", Format.MARKDOWN),
        ("| a | b |\n|---|---|", Format.MARKDOWN),
        ("Eels<sup>1</sup>", Format.MARKDOWN),
        ("1. Eels swim.\n2. Pike rest.", Format.TEXT),
        ("3 * 4 = 12", Format.TEXT),
        ("\n".join(f"\t({letter})\tnets;" for letter in "abcdefgh"), Format.TEXT),
    ],
)
def test_text_is_told_by_its_marks(text: str, found: Format) -> None:
    assert text_format(text) is found


@pytest.mark.parametrize(
    ("name", "found", "remarked"),
    [
        ("a.pdf", Format.DOCX, True),
        ("a.docx", Format.PDF, True),
        ("a.html", Format.TEXT, True),
        ("a.DOCX", Format.DOCX, False),
        ("a.txt", Format.MARKDOWN, False),
        ("a.md", Format.TEXT, False),
        ("a.unknown", Format.PDF, False),
        ("a", Format.PDF, False),
    ],
)
def test_a_name_that_says_otherwise_is_remarked(name: str, found: Format, remarked: bool) -> None:
    assert (disagrees(name, found) is not None) is remarked


def test_a_word_file_named_pdf_is_read_with_a_remark() -> None:
    found = examine_bytes(word(p("Eels swim.")), name="paper.pdf")
    assert found.format is Format.DOCX
    assert found.remarks == ("the name says pdf, the content is docx: it was read as docx",)
    assert found.document.nodes[0].text == "Eels swim."


@given(
    st.binary(max_size=400),
    st.sampled_from((b"", b"PK\x03\x04", b"<akomaNtoso", b'{"', b"<html><p>", b"\xff\xfe", OLE)),
)
def test_random_bytes_give_a_document_or_a_refusal(data: bytes, head: bytes) -> None:
    try:
        found = examine_bytes(head + data, name="noise")
    except Unreadable as refused:
        assert refused.cause and refused.remedy
        return
    assert found.format in Format


@given(st.data())
def test_a_mutated_word_file_gives_a_document_or_a_refusal(data: st.DataObject) -> None:
    whole = bytearray(word(p("Eels swim.", number=(1, 0)), p("Pike rest.")))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = examine_bytes(bytes(whole), name="mutant.docx")
    except Unreadable as refused:
        assert refused.file == "mutant.docx"
        return
    assert found.document
