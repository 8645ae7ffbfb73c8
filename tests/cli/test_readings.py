"""What a paper says became of a decision, through the terminal: the readings, and the status with
the words that show it."""

import json

import pytest
from click.testing import CliRunner

from tests.chain import published
from tests.record import OFFICER, with_role
from whimbrel.acts import documents, readings
from whimbrel.cli import main
from whimbrel.engagements.understood import understand
from whimbrel.queries.mandates import provision

pytestmark = pytest.mark.usefixtures("house")
SAID = "Due to lack of funds, the Secretariat was unable to implement Decision 14.70."
PAPER = f"""UNEP/CMS/COP15/Doc.99

TERNS

1. COP14 adopted Decision 14.70 *Counting of Terns*:

*14.70 Directed to the Secretariat*

*The Secretariat shall count the terns.*

2. {SAID}

Recommended actions

3. The Conference of the Parties is recommended to:

a) delete Decision 14.70.
"""


@pytest.fixture
def symbol() -> str:
    """The paper, deposited and with all its readings accepted."""
    symbol = documents.deposit(OFFICER, "", understand(PAPER.encode(), name="terns.md")).symbol
    readings.accept_sure(OFFICER, "", symbol)
    for one in readings.newest(symbol).readings.filter(kind="statuses", state="proposed"):
        named = readings.Named(symbol=symbol, kind="statuses", place=one.place)
        readings.judge(OFFICER, "", named, "accept")
    return symbol


def said(*words: str) -> str:
    """What a command prints."""
    done = CliRunner().invoke(main, [*words, "--by", OFFICER])
    assert done.exit_code == 0, done.stderr
    return done.stdout


def test_a_status_is_listed_with_its_provision(symbol: str) -> None:
    (line,) = said("readings", symbol, "--kind", "statuses").splitlines()
    assert "  14.70  not-implemented  Due to lack of funds" in line


def test_the_status_shows_the_words_and_their_paragraph(symbol: str) -> None:
    assert f"    in words: “{SAID}” {symbol}#para_2\n" in said("status", "14.70")
    (row,) = json.loads(said("status", "14.70", "--to", "json"))
    assert row["quotes"] == [[f"{symbol}#para_2", SAID]]
    one = provision(OFFICER, "14.70")
    assert one is not None
    assert one.statuses[0].shown == ((f"{symbol}#para_2", SAID),)


def test_nobody_outside_reads_the_words_of_a_paper_that_is_not_public(symbol: str) -> None:
    published(with_role("approver"), "provision 14.70")
    done = CliRunner(env={"WHIMBREL_PERSON": None}).invoke(main, ["status", "14.70"])
    assert done.exit_code == 0, done.stderr
    assert "14.70" in done.stdout
    assert SAID not in done.stdout
