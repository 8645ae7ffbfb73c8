"""A Word file that Whimbrel wrote is read back exactly, and after somebody worked on it as it is
now."""

import io
import random
import re
import subprocess
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.builders import documents, paragraph, progress_report, run
from tests.tools import corpus, soffice
from whimbrel import read
from whimbrel.document import Document, Kind, Node, walk
from whimbrel.document.normal import normal
from whimbrel.reading import Unreadable, examine_bytes
from whimbrel.reading.akoma import read_akoma
from whimbrel.reading.docx import read_docx
from whimbrel.reading.docx_package import Package
from whimbrel.reading.limits import Clock, Limits
from whimbrel.reading.structure import structured
from whimbrel.reading.written_docx import document_of
from whimbrel.writing.docx import docx_of


def strictly(data: bytes, *, original: bool = False) -> Document:
    """What the strict reader makes of a file."""
    package = Package(data, name="a file", limits=Limits())
    return document_of(package, Clock("a file", seconds=60), original=original)


def test_a_report_is_read_back_as_it_was() -> None:
    assert strictly(docx_of(progress_report())) == progress_report()


@settings(max_examples=25, deadline=None)
@given(documents())
def test_any_document_is_read_back_as_it_was(document: Document) -> None:
    assert strictly(docx_of(document)) == document


MAIN = "word/document.xml"


def changed(data: bytes, old: str, new: str, *, name: str = MAIN, count: int = 1) -> bytes:
    """A file with some of its XML changed, as a person at a word processor changes it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as again:
        for each in package.namelist():
            content = package.read(each).decode("utf-8", "surrogateescape")
            if each == name:
                assert old in content, f"{old} is not in {name}"
                content = content.replace(old, new, count)
            again.writestr(each, content.encode("utf-8", "surrogateescape"))
    return out.getvalue()


def element(data: bytes, words: str) -> str:
    """The XML of the paragraph that holds these words."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content = package.read(MAIN).decode()
    found = [one for one in re.findall(r"<w:p>.*?</w:p>", content) if words in one]
    assert found, words
    return str(found[0])


def read_again(data: bytes) -> Document:
    """What everybody's reader makes of it."""
    return examine_bytes(data, name="paper.docx").document


def report() -> bytes:
    """The file of a small report."""
    return docx_of(progress_report())


def texts(document: Document) -> list[str]:
    """The words of every node."""
    return [placed.node.text for placed in walk(document)]


def test_words_that_somebody_changed_are_read_as_they_are_now() -> None:
    found = read_again(changed(report(), "visit the commissions;", "visit nobody;"))
    assert "visit nobody;" in texts(found)
    assert found.masthead == progress_report().masthead


@pytest.mark.parametrize(
    ("old", "new", "field", "now"),
    [
        ("Cooperation with river basin commissions", "Quarrels", "title", "Quarrels"),
        ("2 April 2025", "3 May 2025", "date", date(2025, 5, 3)),
        ("UNEP/XYZ/COP9/Doc.7.2", "UNEP/XYZ/COP9/Doc.7.3", "symbol", "UNEP/XYZ/COP9/Doc.7.3"),
        ("8 to 12 September", "8 to 13 September", "ends", date(2025, 9, 13)),
        ("Tartu, Estonia", "Bonn, Germany", "venue", "Bonn, Germany"),
        ("English", "French", "original", "French"),
    ],
)  # fmt: skip
def test_a_first_page_that_somebody_changed_is_read_as_it_is_now(
    old: str, new: str, field: str, now: object
) -> None:
    found = read_again(changed(report(), old, new))
    assert getattr(found.masthead, field) == now
    assert found.masthead.language == "en"
    assert any(new in line for line in found.masthead.lines)
    assert found.nodes == progress_report().nodes


def test_a_paragraph_that_was_taken_out_is_gone_and_the_numbers_follow() -> None:
    document = Document(nodes=tuple(paragraph(f"number {n}", label=f"{n}.") for n in range(1, 5)))
    data = docx_of(document)
    found = read_again(changed(data, element(data, "number 2"), ""))
    assert [(one.label, one.text) for one in found.nodes] == [
        ("1.", "number 1"), ("2.", "number 3"), ("3.", "number 4"),
    ]  # fmt: skip


def test_a_paragraph_that_moved_stands_where_it_stands_now() -> None:
    document = Document(nodes=tuple(paragraph(f"number {n}", label=f"{n}.") for n in range(1, 5)))
    data = docx_of(document)
    first, last = element(data, "number 1"), element(data, "number 4")
    moved = changed(changed(data, first, ""), last, last + first)
    assert [one.text for one in read_again(moved).nodes] == [
        "number 2", "number 3", "number 4", "number 1",
    ]  # fmt: skip


def test_a_link_follows_its_paragraph() -> None:
    nodes = (
        paragraph("first", label="1."),
        paragraph("second", label="2."),
        Node(kind=Kind.PARAGRAPH, label="3.", runs=(run("see", href="#para_2"),)),
    )
    data = docx_of(Document(nodes=nodes))
    found = read_again(changed(data, element(data, "first"), ""))
    assert found.nodes[1].runs[0].href == "#para_1"


def test_tracked_changes_are_read_as_accepted_or_as_they_were() -> None:
    old = "<w:r><w:t>visit the commissions;</w:t></w:r>"
    mark = 'w:id="900" w:author="A" w:date="2026-01-01T00:00:00Z"'
    tracked = (
        f"<w:del {mark}><w:r><w:delText>visit the commissions;</w:delText></w:r></w:del>"
        f"<w:ins {mark}><w:r><w:t>visit one commission;</w:t></w:r></w:ins>"
    )
    data = changed(report(), old, tracked)
    assert "visit one commission;" in texts(strictly(data))
    assert strictly(data, original=True) == progress_report()


def test_a_paragraph_that_somebody_added_is_one() -> None:
    data = report()
    last = element(data, "soon;")
    added = "<w:p><w:r><w:t>Typed in between.</w:t></w:r></w:p>"
    found = read_again(changed(data, last, added + last))
    assert "Typed in between." in texts(found)
    assert len(texts(found)) == len(texts(progress_report())) + 1


def test_a_footnote_that_somebody_added_counts() -> None:
    data = changed(
        report(),
        "<w:t>The visits cost:</w:t></w:r>",
        '<w:t>The visits cost</w:t></w:r><w:r><w:footnoteReference w:id="77"/></w:r>',
    )
    added = (
        '<w:footnote w:id="77"><w:p><w:r><w:footnoteRef/></w:r>'
        "<w:r><w:t>In euro.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    found = read_again(changed(data, "</w:footnotes>", added, name="word/footnotes.xml"))
    assert [(one.label, one.text) for one in found.notes] == [
        ("1", "See Decision 8.3."), ("2", "In euro."),
    ]  # fmt: skip


def test_a_file_whose_styles_are_gone_is_read_as_any_other() -> None:
    data = changed(report(), "w:pStyle", "w:nothing", count=500)
    found = examine_bytes(data, name="paper.docx")
    assert any("Whimbrel wrote it, but" in remark for remark in found.remarks)
    assert "Three commissions were visited:" in texts(found.document)


def test_a_file_of_a_later_version_is_read_as_any_other() -> None:
    data = changed(report(), "<vt:i4>1</vt:i4>", "<vt:i4>2</vt:i4>", name="docProps/custom.xml")
    found = examine_bytes(data, name="paper.docx")
    assert any("version" in remark for remark in found.remarks)


def test_damage_is_read_or_refused_but_never_a_crash() -> None:
    dice = random.Random(7)
    with zipfile.ZipFile(io.BytesIO(report())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    names = [name for name in parts if name.endswith(".xml")]
    for _ in range(100):
        name = dice.choice(names)
        content = bytearray(parts[name])
        at = dice.randrange(60, len(content))
        content[at : at + dice.choice((0, 1, 20))] = dice.choice((b"", b"<", b'"', b"7", b"x"))
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as again:
            for each, data in parts.items():
                again.writestr(each, bytes(content) if each == name else data)
        try:
            assert isinstance(read_again(out.getvalue()), Document)
        except Unreadable as error:
            assert "paper.docx" in str(error)


@pytest.mark.long
def test_a_file_that_libreoffice_saved_again_says_the_same(tmp_path: Path) -> None:
    file = tmp_path / "paper.docx"
    file.write_bytes(report())
    again = tmp_path / "again"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [soffice(), profile, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    subprocess.run(
        [*command, "--outdir", again, file], check=True, capture_output=True, timeout=180
    )
    assert read(again / "paper.docx") == progress_report()


def test_others_read_nearly_the_same_in_it() -> None:
    found = read_docx(report(), name="x", limits=Limits(), clock=Clock("x", seconds=60))
    document = structured(found)
    for kind in (Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.DECISION, Kind.DIRECTED, Kind.ANNEX):
        both = [
            [(one.node.label, one.node.text) for one in walk(each) if one.node.kind is kind]
            for each in (document, progress_report())
        ]
        assert both[0] == both[1], kind
    assert document.masthead.symbol == progress_report().masthead.symbol
    assert document.masthead.title == progress_report().masthead.title
    assert document.masthead.ends == progress_report().masthead.ends


def test_five_hundred_paragraphs_take_a_moment() -> None:
    text = "The Secretariat continued to cooperate on issues of common interest, " * 5
    nodes = tuple(paragraph(text, label=f"{n}.") for n in range(1, 501))
    started = time.perf_counter()
    assert strictly(docx_of(Document(nodes=nodes))) == normal(Document(nodes=nodes))
    assert time.perf_counter() - started < 3


def test_resolutions_of_the_united_nations_survive() -> None:
    paths = sorted(corpus("corpus", "un").glob("*.xml"))
    for path in paths[::4]:
        document = read_akoma(path.read_bytes(), name=path.name)
        assert strictly(docx_of(document)) == normal(document), path.name
    assert paths
