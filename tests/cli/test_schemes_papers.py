"""`whimbrel schemes paper`, `process` and the overview as a file."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from whimbrel.cli import main
from whimbrel.document import walk
from whimbrel.reading import read

PAPER = ("paper", "--pool-size", "60")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["schemes", *words])


WRITTEN = [
    (("overview", "cms", "aewa", "--to", "docx"), "a.docx", "How to read this paper"),
    (("overview", "cms", "--to", "pdf", "--language", "fr"), "a.pdf", "Comment lire ce document"),
    (("process", "unfccc"), "b.docx", "The steps"),
    (("process", "unfccc"), "b.xml", "The steps"),
    (("template", "--short", "--language", "fr"), "t.docx", "contributions"),
    ((*PAPER, "--costs"), "k.pdf", "Hours and money in a year"),
    (PAPER, "c.docx", "Today beside the other options"),
    ((*PAPER, "--language", "es"), "c.md", "Qué se supone"),
    (
        (*PAPER, "--option", "two-tiers", "--draft", "--by", "A. Person"),
        "d.docx",
        "A. Person chose",
    ),
]


@pytest.mark.parametrize(("words", "name", "says"), WRITTEN, ids=[one[1] for one in WRITTEN])
def test_a_paper_is_written_and_read(
    words: tuple[str, ...], name: str, says: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    answer = run(*words, "-o", str(file))
    assert answer.exit_code == 0, answer.output
    told = "\n".join(one.node.text for one in walk(read(file)))
    assert says in told


def test_the_same_seed_gives_the_same_paper(tmp_path: Path) -> None:
    files = [tmp_path / "one.json", tmp_path / "two.json", tmp_path / "other.json"]
    for file, seed in zip(files, ("3", "3", "4"), strict=True):
        assert run(*PAPER, "--seed", seed, "-o", str(file)).exit_code == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    assert files[0].read_bytes() != files[2].read_bytes()


REFUSED = [
    (("overview", "--to", "docx"), "name the file to write with -o"),
    (("overview", "--to", "pdf", "-o", "x.docx"), "end its name in .pdf"),
    (("process", "cmms", "-o", "x.pdf"), "no scheme is called cmms"),
    (("process", "cms", "-o", "x.doc"), "end its name in one of"),
    ((*PAPER, "--option", "none", "-o", "x.pdf"), "no option is called none"),
    ((*PAPER, "--draft", "-o", "x.pdf"), "name the options that somebody chose"),
    ((*PAPER, "--opens", "soon", "-o", "x.pdf"), "no day"),
]


@pytest.mark.parametrize(("words", "says"), REFUSED, ids=[one[1] for one in REFUSED])
def test_what_cannot_be_written_is_refused_with_what_to_do(
    words: tuple[str, ...], says: str
) -> None:
    answer = run(*words)
    assert answer.exit_code == 2
    assert says in answer.output
