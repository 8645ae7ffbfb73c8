"""`whimbrel demo`."""

from pathlib import Path

from click.testing import CliRunner

from whimbrel.cli import main
from whimbrel.demo import compose


def test_it_shows_addresses_labels_and_citations() -> None:
    done = CliRunner().invoke(main, ["demo"])
    assert done.exit_code == 0, done.output
    assert "para_2__dec_5.15__a" in done.output
    assert "25 numbered paragraphs" in done.output
    assert "A/RES/70/1" in done.output


def test_it_writes_the_specimen_where_it_is_told(tmp_path: Path) -> None:
    file = tmp_path / "specimen.docx"
    done = CliRunner().invoke(main, ["demo", "--save", str(file)])
    assert done.exit_code == 0, done.output
    assert file.read_bytes() == compose()


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["demo", "--save", str(tmp_path / "no" / "specimen.docx")])
    assert done.exit_code == 2
    assert "specimen.docx" in done.output
