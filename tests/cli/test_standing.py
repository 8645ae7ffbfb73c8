"""`whimbrel status` and `whimbrel lineage`, from the outside."""

import json

import pytest
from click.testing import CliRunner

from tests.chain import Chain, entered, published
from tests.record import OFFICER, with_role
from whimbrel.cli import main

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def chain() -> Chain:
    """A mandate over three meetings, and the draft in which it goes on."""
    return entered()


def said(*words: str) -> str:
    """What a command prints."""
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.stderr
    return done.stdout


def test_status_says_how_each_stands_with_reasons(chain: Chain) -> None:
    told = said("status", "14.1", "--on", "2025-06-01", "--by", OFFICER)
    for part in (
        "14.1  not-implemented (inferred): no money came",
        "    to produce: review: not made\n",
        "    in force: yes: in force from 2024-02-17; it lapses at COP15 unless renewed\n",
        "    without money: yes: ",
        "    proposed: renew: the money it depends on has not come\n",
    ):
        assert part in told, part


def test_status_of_a_meeting_comes_as_json(chain: Chain) -> None:
    rows = json.loads(said("status", "--meeting", "COP14", "--to", "json", "--by", OFFICER))
    assert [one["name"] for one in rows] == ["14.1", "14.2"]
    assert set(rows[0]["reasons"]) == {"in_force", "due", "unfunded", "silent"}


def test_lineage_prints_the_chain_with_the_changed_words(chain: Chain) -> None:
    told = said("lineage", "14.1", "--by", OFFICER)
    assert told.splitlines()[0] == "13.1 (COP13) -> 14.1 (COP14)"
    assert "renewed-verbatim (confirmed, Ann)" in told
    assert f"14.1 (COP14) -> draft {chain.draft} (COP15)" in told
    assert "{+cultural+}" in told
    assert "[-terns.-] {+terns and report to COP16.+}" in told
    assert "not known to go on" in said("lineage", "14.2", "--by", OFFICER)


def test_the_public_is_told_what_is_public(chain: Chain) -> None:
    done = CliRunner().invoke(main, ["status", "14.1"])
    assert (done.exit_code, "that you may see" in done.stderr) == (2, True)
    published(with_role("approver"), "provision 14.1")
    assert "14.1" in said("status", "14.1")
    assert "13.1" not in said("lineage", "14.1")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("status", "99.9"), "nothing is on record of 99.9"),
        (("status", "--meeting", "COP99"), "nothing is on record of what COP99 adopted"),
        (("status", "--on", "soon"), "soon is no date"),
        (("lineage", "99.9"), "nothing is on record of 99.9"),
        (("lineage",), "name one provision on record, or a file"),
        (("lineage", "14.1", "--lines", "x.jsonl"), "name one provision on record, or a file"),
    ],
)
def test_what_cannot_be_told_is_said_in_a_line(words: tuple[str, ...], why: str) -> None:
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 2
    assert why in done.stderr
