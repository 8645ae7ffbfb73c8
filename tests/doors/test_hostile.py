"""Files that are no documents, or are made to do harm: a clear refusal, status 2, and nothing
written."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.reading.word import W as NAMESPACE
from tests.reading.word import word
from whimbrel.cli import main

MIB = 1024 * 1024


def zipped(parts: dict[str, bytes]) -> bytes:
    """A ZIP of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def bomb() -> bytes:
    """A Word file whose body unpacks to 600 MiB."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w") as part,
    ):
        part.write(f'<w:document xmlns:w="{NAMESPACE}"><w:body>'.encode())
        for _ in range(600):
            part.write(b" " * MIB)
    return out.getvalue()


def noise(size: int, start: bytes = b"") -> bytes:
    """Bytes without meaning, the same at each run."""
    return start + random.Random(7).randbytes(size)


def entities() -> str:
    """XML that would grow to gigabytes if its entities were followed."""
    rows = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 10))
    declared = f'<!DOCTYPE x [<!ENTITY e0 "aaaaaaaaaa">{rows}]>'
    return f'<?xml version="1.0"?>{declared}<akomaNtoso><doc>&e9;</doc></akomaNtoso>'


def outside() -> bytes:
    """A Word file that asks for a file of the machine."""
    declared = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
    body = "<w:body><w:p><w:r><w:t>&secret;</w:t></w:r></w:p></w:body>"
    xml = f'{declared}<w:document xmlns:w="{NAMESPACE}">{body}</w:document>'
    return zipped({"word/document.xml": xml.encode()})


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
GOOD = word(
    "<w:p><w:r><w:t>Recalling the first meeting of the tidal flats convention,</w:t></w:r></w:p>"
)
BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.docx": (lambda: b"", "empty"),
    "blank.txt": (lambda: b"  \n\t\n ", "empty"),
    "truncated.docx": (lambda: GOOD[: len(GOOD) // 2], "truncated or damaged"),
    "bomb.docx": (bomb, "ZIP bomb"),
    "outside.docx": (outside, "declares a document type"),
    "entities.xml": (lambda: entities().encode(), "declares a document type"),
    "entities16.xml": (lambda: entities().encode("utf-16"), "declares a document type"),
    "archive.zip": (lambda: zipped({"a.txt": b"words"}), "no Word document"),
    "protected.docx": (
        lambda: OLE + "EncryptedPackage".encode("utf-16-le") + bytes(512),
        "protected by a password",
    ),
    "old.doc": (lambda: OLE, "old Word format"),
    "picture.pdf": (lambda: b"\x89PNG\r\n\x1a\n" + noise(100), "a picture"),
    "letter.rtf": (lambda: b"{\\rtf1 words}", "RTF"),
    "noise.bin": (lambda: noise(50_000), "no text"),
    "noise.pdf": (lambda: noise(20_000, b"%PDF-1.7\n"), "PDF"),
    "noise.docx": (lambda: noise(20_000, b"PK\x03\x04"), "truncated or damaged"),
    "other.json": (
        lambda: b'{"name": "a table of somebody else"}',
        "JSON that Whimbrel did not write",
    ),
    "deep.json": (lambda: b'{"whimbrel": {"version": 1, "x": ' + b"[" * 100_000, "deep.json"),
    "deep.html": (lambda: b"<div>" * 5_000 + b"words" + b"</div>" * 5_000, "deep"),
    "deep.docx": (
        lambda: word("<w:sdt><w:sdtContent>" * 400 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 400),
        "XML is broken",
    ),
}


def refused(*arguments: str) -> Result:
    """What the command says to a file that it must not read."""
    result = CliRunner().invoke(main, ["read", *arguments])
    assert result.exit_code == 2
    assert "Traceback" not in result.output
    return result


@pytest.mark.long
@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_its_name_the_cause_and_what_to_do(
    name: str, tmp_path: Path
) -> None:
    make, cause = BAD[name]
    file, target = tmp_path / name, tmp_path / "out" / "read.json"
    file.write_bytes(make())
    result = refused(str(file), "--to", "json", "-o", str(target))
    assert str(file) in result.stderr
    assert cause in result.stderr
    assert result.stderr.rstrip().count(". ") >= 1, "no word on what to do"
    assert result.stdout == ""
    assert not target.exists()
    assert not target.parent.exists()


def test_a_file_that_is_not_there_is_named() -> None:
    assert "there is no such file" in refused("nowhere/Doc.99.docx").stderr


def test_text_beyond_the_bound_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    file = tmp_path / "archive.txt"
    with file.open("wb") as stream:
        stream.truncate(500 * MIB)
    assert "larger than" in refused(str(file)).stderr


def test_an_output_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    file, barrier = tmp_path / "a.docx", tmp_path / "barrier"
    file.write_bytes(GOOD)
    barrier.write_text("a file, not a folder", encoding="utf-8")
    result = refused(str(file), "-o", str(barrier / "out.json"))
    assert "cannot be written" in result.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"a.docx", "barrier"}


def test_a_word_file_with_another_ending_is_read_and_remarked(tmp_path: Path) -> None:
    file = tmp_path / "Doc.7.pdf"
    file.write_bytes(GOOD)
    result = CliRunner().invoke(main, ["read", str(file)])
    assert result.exit_code == 0
    assert "the content is docx" in result.stderr
    assert "tidal flats convention" in result.stdout


def test_text_that_is_not_utf8_is_decoded_and_remarked(tmp_path: Path) -> None:
    file = tmp_path / "decision.txt"
    file.write_bytes(
        "1.\tPrie le Secrétariat de présenter un rapport à sa prochaine réunion;\r\n".encode(
            "cp1252"
        )
    )
    result = CliRunner().invoke(main, ["read", str(file)])
    assert result.exit_code == 0
    assert "cp1252" in result.stderr
    assert "Prie le Secrétariat de présenter" in result.stdout


def test_a_bad_file_in_a_folder_is_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder, target = tmp_path / "papers", tmp_path / "read"
    folder.mkdir()
    for number in range(5):
        (folder / f"good{number}.docx").write_bytes(GOOD)
    (folder / "bad.docx").write_bytes(GOOD[:100])
    result = CliRunner().invoke(
        main, ["read", str(folder), "--to", "json", "-o", str(target), "--jobs", "2"]
    )
    assert result.exit_code == 2
    assert "bad.docx" in result.stderr
    assert "5 of 6 file(s) read" in result.stderr
    assert sorted(path.name for path in target.iterdir()) == [
        f"good{number}.json" for number in range(5)
    ]
