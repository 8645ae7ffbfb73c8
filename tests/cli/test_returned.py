"""`whimbrel returned`: the changes of a copy that came back, or why it is none."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.reading.word import p, word
from tests.reporting.back import ANA, Bit
from whimbrel.cli import main

SENT = ("The list of rivers stands as it was adopted.", "The funds of the list are spent.")


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """The file that went out."""
    path = tmp_path / "sent.docx"
    path.write_bytes(word(*map(p, SENT)))
    return path


def asked(sent: Path, back: bytes, *options: str) -> Result:
    """What the command says of a copy."""
    path = sent.with_name("back.docx")
    path.write_bytes(back)
    return CliRunner().invoke(main, ["returned", str(sent), str(path), *options])


def changed() -> bytes:
    """A copy with one change."""
    gone, new = Bit("are", "del", ANA).xml(), Bit("were", "ins", ANA).xml()
    return word(p(SENT[0]), p("The funds of the list ", gone, new, " spent."))


def test_changes_are_listed_with_place_author_and_words(sent: Path) -> None:
    done = asked(sent, changed())
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines() == [
        f"p_2: replaced ({ANA}, 2026-10-01 09:30)",
        "  - are",
        "  + were",
    ]


def test_the_same_as_json(sent: Path) -> None:
    (row,) = json.loads(asked(sent, changed(), "--to", "json").stdout)
    assert (row["kind"], row["before"], row["after"]) == ("replaced", "are", "were")
    assert (row["address"], row["start"], row["end"]) == ("p_2", 22, 25)
    assert row["sure"]


def test_a_copy_without_changes_says_so(sent: Path) -> None:
    assert asked(sent, sent.read_bytes()).stdout == "nothing was changed or remarked\n"


@pytest.mark.parametrize(
    ("back", "why"),
    [
        (word(p("Whales were counted from ships."), p("Ten came.")), "it is another document"),
        (b"no Word file", "only a Word file holds tracked changes"),
    ],
)
def test_what_is_no_copy_is_refused(sent: Path, back: bytes, why: str) -> None:
    done = asked(sent, back)
    assert done.exit_code == 2
    assert why in done.stderr
    assert "back.docx" in done.stderr
