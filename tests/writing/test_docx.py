"""A paper as a Word file: Word's own numbers, headings, tables and footnotes, and nothing that does
harm."""

import io
import re
import subprocess
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from tests.builders import (
    annex,
    decision,
    directed,
    heading,
    item,
    note,
    paragraph,
    progress_report,
    run,
    table,
)
from tests.tools import soffice
from whimbrel import read
from whimbrel.document import Document, Kind, Masthead, Node, walk
from whimbrel.document.bookmark import bookmark
from whimbrel.document.normal import normal
from whimbrel.writing import Figure, Form, written
from whimbrel.writing.docx import docx_of
from whimbrel.writing.house_style import house_styles


def part(data: bytes, name: str = "word/document.xml") -> str:
    """A part of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def word(*nodes: Node, **masthead: object) -> str:
    """The main part of a paper with these nodes."""
    return part(docx_of(Document(masthead=Masthead(**masthead), nodes=nodes)))  # type: ignore[arg-type]


def test_paragraphs_and_items_have_numbers_that_word_counts() -> None:
    data = docx_of(
        Document(
            nodes=(
                paragraph("One:", item("a)", "x"), item("b)", "y", item("(i)", "z")), label="1."),
                paragraph("Two:", item("a)", "x"), item("•", "y"), label="2."),
            )
        )
    )
    words = re.sub("<[^>]+>", "", part(data))
    assert "1." not in words and "a)" not in words and "(i)" not in words and "•" not in words
    lists = re.findall(r'w:numId w:val="(\d+)"', part(data))
    # One list for the paragraphs; the items under the second begin a list of their own.
    assert lists == ["1", "2", "2", "3", "1", "4", "5"]
    assert part(data, "word/numbering.xml").count('<w:startOverride w:val="1"/>') == 4


@pytest.mark.parametrize("label", ["14.9", "8", "Annex", "(a", "0.", "iiv)", "aba)", "10000.", "*"])
def test_a_number_that_word_would_not_print_is_typed(label: str) -> None:
    found = word(paragraph("words", label=label))
    assert "w:numId" not in found
    assert f">{label}<" in found


def test_numbers_that_leap_are_printed_as_they_are() -> None:
    nodes = (paragraph("x", label="3."), paragraph("y", label="4."), paragraph("z", label="9."))
    data = docx_of(Document(nodes=nodes))
    assert re.findall(r'startOverride w:val="(\d+)"', part(data, "word/numbering.xml")) == [
        "3",
        "9",
    ]


def test_decisions_have_typed_numbers_that_are_not_printed_twice() -> None:
    found = word(
        directed("Directed to the Secretariat", decision("14.9", "shall"), label="14.9"),
        directed("Directed to Parties", decision("9.AA", "are requested")),
    )
    assert found.count(">14.9<") == 1
    assert found.count(">9.AA<") == 1


def test_every_node_has_the_bookmark_of_its_address() -> None:
    found = part(docx_of(progress_report()))
    names = set(re.findall(r'bookmarkStart [^>]*w:name="([^"]+)"', found))
    assert {
        bookmark(one.address) for one in walk(progress_report()) if one.node.kind is not Kind.NOTE
    } <= names


def test_headings_and_tables_can_be_heard() -> None:
    file = docx.Document(io.BytesIO(docx_of(progress_report())))
    headings = [one.style.name for one in file.paragraphs if "eading" in one.style.name]
    assert headings == ["Heading 1", "Heading 1", "Heading 2"]
    assert "<w:tblHeader/>" in part(docx_of(progress_report()))
    assert file.core_properties.title == "Cooperation with river basin commissions"
    assert file.core_properties.language == "en"
    assert 'w:lang w:val="en-GB"' in part(docx_of(progress_report()), "word/styles.xml")


def test_the_first_page_speaks_the_language_of_the_paper() -> None:
    head = replace(
        progress_report().masthead,
        language="fr", original="English", agenda_item="7.2", author="Secretariat",
    )  # fmt: skip
    file = docx.Document(io.BytesIO(docx_of(Document(masthead=head))))
    cells = [
        one.text for row in file.tables[0].rows for cell in row.cells for one in cell.paragraphs
    ]
    texts = [one.text.replace("\u00a0", " ") for one in file.paragraphs]
    assert [one.replace("\u00a0", " ") for one in cells][1:] == [
        "UNEP/XYZ/COP9/Doc.7.2",
        "2 avril 2025",
        "Original : anglais",
    ]
    assert "Tartu, Estonia, 8 au 12 septembre 2025" in texts
    assert "Point 7.2 de l’ordre du jour" in texts
    assert "(Préparé par le Secrétariat)" in texts


def test_only_web_pages_and_mail_are_followed() -> None:
    links = (
        "https://example.org/a",
        "mailto:a@example.org",
        "javascript:alert(1)",
        "file:///etc",
        "//h/x",
        "http://[::1",
    )
    data = docx_of(
        Document(
            nodes=(Node(kind=Kind.PARAGRAPH, runs=tuple(run("w", href=one) for one in links)),)
        )
    )
    relations = part(data, "word/_rels/document.xml.rels")
    external = re.findall(
        r'Target="([^"]+)"[^>]*TargetMode="External"|TargetMode="External"[^>]*Target="([^"]+)"',
        relations,
    )
    assert {one or other for one, other in external} == {
        "https://example.org/a",
        "mailto:a@example.org",
    }


def test_nothing_in_a_file_runs_or_is_fetched() -> None:
    with zipfile.ZipFile(io.BytesIO(docx_of(progress_report()))) as package:
        names = package.namelist()
        relations = "".join(package.read(name).decode() for name in names if name.endswith(".rels"))
    assert not [name for name in names if re.search(r"vba|\.bin|activeX|embeddings", name)]
    assert all(
        "hyperlink" in one for one in re.findall("<Relationship [^>]+External[^>]*>", relations)
    )


@pytest.mark.parametrize(
    "text", ["=1+1", "@SUM(A1)", "<w:p/>", "]]>", "&amp;", "{ MACROBUTTON x }", "\x0b\x00a\ufffe"]
)
def test_hostile_words_are_words(text: str) -> None:
    document = normal(Document(nodes=(paragraph(text, label="1."), table((text, "x")))))
    file = docx.Document(io.BytesIO(docx_of(document)))
    assert document.nodes[0].text in [one.text for one in file.paragraphs]


def test_one_document_gives_one_file() -> None:
    first = docx_of(progress_report())
    time.sleep(0.01)
    assert docx_of(progress_report()) == first


def figure() -> Figure:
    """A picture of one point."""
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
        "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
    )
    return Figure(
        svg="<svg/>",
        png=png,
        title="Visits",
        alt="One & one",
        table=(("A", "B"), ("1", "2")),
        width=20,
        height=20,
    )


def test_a_figure_has_its_words_and_its_numbers_and_is_no_part_of_the_document() -> None:
    data = written(progress_report(), Form.DOCX, figures={"para_2": figure()})
    assert 'descr="One &amp; one"' in part(data)
    file = docx.Document(io.BytesIO(data))
    assert any(one.rows[0].cells[0].text == "A" for one in file.tables)
    from tests.reading.test_written_docx import strictly

    assert strictly(data) == progress_report()


def test_a_figure_for_no_address_is_refused() -> None:
    with pytest.raises(ValueError, match="para_99"):
        docx_of(progress_report(), figures={"para_99": figure()})


@pytest.mark.parametrize("style", sorted(house_styles()))
def test_every_house_style_is_written_and_read(style: str, tmp_path: Path) -> None:
    file = tmp_path / "paper.docx"
    file.write_bytes(docx_of(progress_report(), style=style))
    assert read(file) == progress_report()


@pytest.mark.long
def test_a_paper_printed_by_libreoffice_says_the_same(tmp_path: Path) -> None:
    program = soffice()
    body = tuple(
        paragraph(
            f"The Secretariat visited commission number {n} in spring and reported on it.",
            item("a)", f"first step {n};"),
            item("b)", "second step."),
            label=f"{n}.",
        )
        for n in range(1, 16)
    )
    document = replace(
        progress_report(),
        nodes=(
            heading("Background", *body),
            annex(
                "ANNEX",
                "DRAFT DECISIONS",
                directed(
                    "Directed to the Secretariat",
                    decision("9.AA", "The Secretariat shall reply soon."),
                ),
            ),
        ),
        notes=(note("1", "A footnote."),),
    )
    document = normal(document)
    file = tmp_path / "paper.docx"
    file.write_bytes(docx_of(document))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, file],
        check=True,
        capture_output=True,
        timeout=180,
    )
    printed = read(tmp_path / "paper.pdf")
    said = [(one.node.kind, one.node.label, one.node.text) for one in walk(printed)]
    for kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.DECISION):
        expected = [
            (one.node.kind, one.node.label, one.node.text)
            for one in walk(document)
            if one.node.kind is kind and one.node.label
        ]
        assert [one for one in said if one[0] is kind and one[1]] == expected
