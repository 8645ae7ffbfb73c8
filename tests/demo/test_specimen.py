"""The specimen is a sound Word file, and the reader finds in it what was written into it."""

import re
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
import yaml
from lxml import etree

from tests.tools import ROOT, soffice
from whimbrel import read
from whimbrel.demo import compose
from whimbrel.document import Document, Kind, walk
from whimbrel.document.walk import numbered

WORDS = yaml.safe_load((ROOT / "src/whimbrel/demo/specimen.yaml").read_text(encoding="utf-8"))
BLOCKS = [(kind, words) for block in WORDS["body"] for kind, words in block.items()]


def written(*kinds: str) -> list[str]:
    return [words for kind, words in BLOCKS if kind in kinds]


def accepted(words: str) -> str:
    """The words as a reader should give them: changes accepted, marks gone."""
    words = re.sub(r"\{-.+?-\}|\[\^\d+\]", "", words)
    words = re.sub(r"\{\+(.+?)\+\}", r"\1", words)
    words = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", words)
    return words.replace("*", "")


@pytest.fixture(scope="module")
def document(tmp_path_factory) -> Document:
    file = tmp_path_factory.mktemp("specimen") / "specimen.docx"
    file.write_bytes(compose())
    return read(file)


def test_the_same_words_give_the_same_bytes() -> None:
    assert compose() == compose()


def test_every_part_is_xml_and_none_is_missing() -> None:
    with ZipFile(BytesIO(compose())) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            etree.fromstring(archive.read(name))
        types = etree.fromstring(archive.read("[Content_Types].xml"))
        declared = {each.get("PartName").lstrip("/") for each in types if each.get("PartName")}
        assert declared <= set(archive.namelist())


def test_python_docx_opens_it_and_sees_no_numbers() -> None:
    text = [paragraph.text for paragraph in docx.Document(BytesIO(compose())).paragraphs]
    assert any(line.startswith("At its fifth meeting") for line in text)
    assert not any(line.startswith("2.") for line in text)


def test_libreoffice_prints_it(tmp_path: Path) -> None:
    file = tmp_path / "specimen.docx"
    file.write_bytes(compose())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        soffice(),
        profile,
        "--headless",
        "--convert-to",
        "txt:Text",
        "--outdir",
        tmp_path,
        file,
    ]
    subprocess.run(command, check=True, capture_output=True)
    assert "ANNEX 1" in (tmp_path / "specimen.txt").read_text(encoding="utf-8-sig")


def test_a_longer_one_is_numbered_on() -> None:
    once, twice = (
        len(docx.Document(BytesIO(compose(bodies=bodies))).paragraphs) for bodies in (1, 2)
    )
    assert twice > 1.6 * once


def test_every_numbered_paragraph_is_read_with_its_number_and_words(document: Document) -> None:
    read_back = [
        (place.node.label, place.node.text)
        for place in walk(document)
        if place.node.kind is Kind.PARAGRAPH and numbered(place.node.label)
    ]
    expected = [(f"{n}.", accepted(words)) for n, words in enumerate(written("p"), start=1)]
    assert read_back == expected


def test_headings_stand_at_their_levels(document: Document) -> None:
    read_back = [
        (place.level, place.node.text)
        for place in walk(document)
        if place.node.kind is Kind.HEADING and not inside_annex(place)
    ]
    expected = [(int(kind[1]), words) for kind, words in BLOCKS if kind in ("h1", "h2", "h3")]
    assert read_back == expected


def inside_annex(place) -> bool:
    return any(node.kind is Kind.ANNEX for node in place.within)


def test_quoted_decisions_stand_under_the_paragraph_that_quotes_them(document: Document) -> None:
    quoted = {
        place.label_path[-1]: place.within[0].label is None or place.within
        for place in walk(document)
        if place.node.kind is Kind.DECISION and place.quoted and place.label_path
    }
    assert list(quoted) == ["5.14", "5.15", "5.16"]


def test_the_annex_holds_two_draft_decisions_that_are_not_quoted(document: Document) -> None:
    drafts = [
        place
        for place in walk(document)
        if place.node.kind is Kind.DECISION and inside_annex(place)
    ]
    assert [place.label_path[-1] for place in drafts] == ["6.AA", "6.BB"]
    assert not any(place.quoted for place in drafts)


def test_the_first_page_is_understood(document: Document) -> None:
    masthead = document.masthead
    assert masthead.symbol == WORDS["symbol"]
    assert masthead.title == WORDS["title"]
    assert str(masthead.date) == "2027-06-14"
    assert masthead.language == "en"


def test_notes_and_table_are_read(document: Document) -> None:
    assert [note.text for note in document.notes] == WORDS["notes"]
    tables = [place.node.rows for place in walk(document) if place.node.kind is Kind.TABLE]
    assert len(tables) == 1
    assert list(map(list, tables[0])) == written("table")[0]
