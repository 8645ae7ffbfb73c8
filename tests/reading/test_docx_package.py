"""The package: what a Word file is made of, and what it may not do to us."""

import zipfile
from io import BytesIO

import pytest

from tests.reading.word import (
    document_of,
    p,
    part,
    read_lines,
    relation,
    relationships,
    word,
    zipped,
)
from whimbrel.reading import Limits, Unreadable, examine_bytes
from whimbrel.reading.docx_package import Package


def package(data: bytes, limits: Limits | None = None) -> Package:
    """An opened package."""
    return Package(data, name="made.docx", limits=limits or Limits())


def test_the_body_is_found_by_its_relation_wherever_it_lies() -> None:
    data = zipped(
        {
            "_rels/.rels": relationships(relation("m", "officeDocument", "/odd/place.xml")),
            "odd/place.xml": part("document", f"<w:body>{p('Eels swim.')}</w:body>"),
        }
    )
    assert [line.text for line in read_lines(data).lines] == ["Eels swim."]


def test_a_part_beside_the_body_is_found_above_it_too() -> None:
    own = relationships(relation("s", "styles", "../common/styles.xml"))
    data = word(
        p("x"), parts={"word/_rels/document.xml.rels": own, "common/styles.xml": part("styles", "")}
    )
    assert package(data).beside("word/document.xml", "styles") == "common/styles.xml"
    assert package(data).beside("word/document.xml", "numbering") is None


def test_a_zip_that_is_no_word_file_is_refused() -> None:
    with pytest.raises(Unreadable, match="no Word document"):
        read_lines(zipped({"readme.txt": "Eels swim."}))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_zip_is_refused(share: float) -> None:
    data = word(p("Eels swim."))
    with pytest.raises(Unreadable, match="truncated or damaged"):
        examine_bytes(data[: int(len(data) * share)], name="cut.docx")


def test_a_damaged_part_is_refused_and_named() -> None:
    data = bytearray(word(p("Eels swim. " * 50)))
    at = data.find(b"word/document.xml") + len("word/document.xml") + 10
    data[at : at + 20] = b"\xff" * 20
    with pytest.raises(Unreadable, match=r"word/document\.xml"):
        examine_bytes(bytes(data), name="broken.docx")


def test_a_part_that_grows_too_much_is_a_bomb() -> None:
    data = zipped({"word/document.xml": b" " * (12 * 1024 * 1024)})
    with pytest.raises(Unreadable, match="ZIP bomb"):
        package(data)


def test_parts_that_are_too_large_together_are_a_bomb() -> None:
    data = zipped({"one": "x" * 600, "two": "y" * 600})
    with pytest.raises(Unreadable, match="ZIP bomb"):
        package(data, Limits(expanded=1000))


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(Unreadable, match="12 files"):
        package(zipped({str(number): "" for number in range(12)}), Limits(members=10))


def test_an_encrypted_part_is_refused() -> None:
    data = bytearray(word(p("x")))
    with zipfile.ZipFile(BytesIO(data)) as opened:
        first = opened.infolist()[0]
    data[first.header_offset + 6] |= 1
    central = data.find(b"PK\x01\x02")
    data[central + 8] |= 1
    with pytest.raises(Unreadable, match="encrypted"):
        package(bytes(data))


def test_entities_are_refused() -> None:
    attack = '<!DOCTYPE w [<!ENTITY eel "eel">]><w:document xmlns:w="urn:x">&eel;</w:document>'
    with pytest.raises(Unreadable, match="entities"):
        read_lines(word(parts={"word/document.xml": attack}))


def test_broken_xml_is_refused_and_named() -> None:
    with pytest.raises(Unreadable, match=r"word/document\.xml: its XML is broken"):
        read_lines(word(parts={"word/document.xml": "<w:document"}))


@pytest.mark.parametrize(
    ("kind", "remark"),
    [
        (
            "attachedTemplate",
            "an attached template was noted and not opened: https://example.org/x",
        ),
        ("subDocument", "a sub-document was noted and not opened: https://example.org/x"),
        (
            "aFChunk",
            "a chunk of another format (altChunk) was noted and not opened: https://example.org/x",
        ),
        ("image", "1 linked image(s) were noted and not fetched"),
    ],
)
def test_what_lies_outside_is_noted_and_not_fetched(kind: str, remark: str) -> None:
    data = word(
        p("Eels swim."), relations=relation("r9", kind, "https://example.org/x", external=True)
    )
    assert read_lines(data).remarks == (remark,)


def test_an_embedded_picture_is_not_remarked_as_linked() -> None:
    data = word(p("Eels swim."), relations=relation("r9", "image", "media/eel.png"))
    assert read_lines(data).remarks == ()


def test_a_hyperlink_is_a_link_and_no_remark() -> None:
    found = read_lines(
        word(p("x"), relations=relation("r9", "hyperlink", "https://example.org", external=True))
    )
    assert found.remarks == ()


def test_an_alt_chunk_in_the_body_is_noted_and_ignored() -> None:
    found = read_lines(word(p("Before."), '<w:altChunk r:id="r9"/>', p("After.")))
    assert [line.text for line in found.lines] == ["Before.", "After."]
    assert found.remarks == ("a chunk of another format (altChunk) was noted and ignored",)


def test_a_symbol_printed_only_in_the_page_header_is_the_documents() -> None:
    header = {"word/header1.xml": part("hdr", p("UNEP/XYZ/COP9/Doc.7.2"))}
    data = word(
        p("Introduction"),
        p("Eels swim."),
        parts=header,
        relations=relation("h", "header", "header1.xml"),
    )
    document = document_of(data)
    assert document.masthead.symbol == "UNEP/XYZ/COP9/Doc.7.2"
    assert "UNEP" not in "".join(node.text for node in document.nodes)


def test_the_symbol_of_the_first_page_wins_over_that_of_the_header() -> None:
    header = {"word/header1.xml": part("hdr", p("UNEP/XYZ/COP8/Doc.1"))}
    data = word(
        p("UNEP/XYZ/COP9/Doc.7.2"),
        p("Introduction"),
        p("Eels swim."),
        parts=header,
        relations=relation("h", "header", "header1.xml"),
    )
    assert document_of(data).masthead.symbol == "UNEP/XYZ/COP9/Doc.7.2"
