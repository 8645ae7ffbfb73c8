"""The commands of whoever runs the house."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.record import ADMINISTRATOR, AUDITOR, OFFICER
from whimbrel.acts import documents, intake, readings
from whimbrel.cli import main, serve
from whimbrel.demo import compose
from whimbrel.engagements.understood import understand
from whimbrel.queries import health
from whimbrel.register.models import Document, Intake, Person, Reading

pytestmark = pytest.mark.usefixtures("house")


def run(*words: str) -> Result:
    """The command."""
    return CliRunner().invoke(main, words)


def test_a_house_goes_into_a_file_and_comes_back(tmp_path: Path) -> None:
    file = str(tmp_path / "house.whimbrel")
    told = run("backup", file, "--by", ADMINISTRATOR, "--reason", "each night")
    assert told.exit_code == 0, told.output
    assert "the ledger up to line 3, looked through" in told.stdout
    assert Path(file).stat().st_mode & 0o077 == 0
    intake.drop(OFFICER, "", "x.docx", b"x")
    refused = run("restore", file, "--by", ADMINISTRATOR)
    assert (refused.exit_code, "this house is not empty" in refused.stderr) == (2, True)
    assert Intake.objects.exists()
    told = run("restore", file, "--by", ADMINISTRATOR, "--force")
    assert told.exit_code == 0, told.output
    assert "2 lines of the ledger were newer" in told.stderr
    assert not Intake.objects.exists()
    assert "4 lines, none changed" in run("ledger", "verify").stdout
    refused = run("backup", file, "--by", OFFICER)
    assert (refused.exit_code, "these may: administrator" in refused.stderr) == (2, True)


def test_the_doctor_ends_with_1_where_something_is_wrong_and_says_what_to_do(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.ALLOWED_HOSTS = ["localhost"]
    monkeypatch.setattr(health, "sound", lambda: ())
    told = run("doctor")
    assert told.exit_code == 1
    assert "WRONG  worker      never seen" in told.stdout
    assert "start one: `whimbrel serve` has one" in told.stdout
    health.beat()
    told = run("doctor")
    assert (told.exit_code, "WRONG" in told.stdout) == (0, False), told.stdout


def test_a_worker_alone_reads_what_waits_and_ends_when_it_is_asked_to() -> None:
    intake.drop(OFFICER, "", "specimen.docx", compose())
    told = run("worker", "--once")
    assert told.exit_code == 0, told.output
    assert Document.objects.exists()


def test_the_tables_are_brought_up_to_date_as_often_as_one_likes() -> None:
    assert run("update").stdout == run("update").stdout == "The tables are up to date.\n"


def test_others_are_not_let_in_with_the_key_for_trying_out(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[object, ...]] = []

    def start(host: str, port: int, workers: int, *, worker: bool) -> int:
        started.append((host, port, workers, worker))
        return 0

    monkeypatch.setattr(serve, "start", start)
    settings.KEY_OF_DEVELOPMENT = True
    refused = run("serve", "--host", "0.0.0.0")  # noqa: S104
    assert (refused.exit_code, "WHIMBREL_SECRET_KEY" in refused.stderr) == (2, True)
    assert run("serve", "--port", "8123", "--no-worker").exit_code == 0
    assert started == [("127.0.0.1", 8123, 2, False)]


def test_what_is_kept_of_a_person_is_shredded_once_it_is_meant() -> None:
    words = ("shred", OFFICER, "--by", ADMINISTRATOR)
    told = CliRunner().invoke(main, [*words, "--reason", "asked for it"], input="n\n")
    assert (told.exit_code, Person.objects.filter(email=OFFICER).exists()) == (1, True)
    refused = run(*words, "--yes")
    assert (refused.exit_code, "without a reason" in refused.stderr) == (2, True)
    told = CliRunner().invoke(main, [*words, "--reason", "asked for it"], input="y\n")
    assert told.exit_code == 0, told.output
    assert "It is shredded: 1 line of the ledger names them no more." in told.stdout
    assert not Person.objects.filter(email=OFFICER).exists()
    assert "none changed, none missing" in run("ledger", "verify").stdout


def test_a_kept_document_is_read_again() -> None:
    symbol = documents.deposit(OFFICER, "", understand(compose(), name="specimen.docx")).symbol
    named = readings.Named(symbol=symbol, kind="engagements", place=1)
    readings.judge(OFFICER, "", named, "reject")
    Reading.objects.filter(kind="engagements", place=2).update(row={"stale": True})
    told = run("read-again", symbol, "--by", OFFICER, "--reason", "a newer reader")
    assert told.exit_code == 0, told.output
    assert f"{symbol} was read again" in told.stdout
    assert Reading.objects.get(kind="engagements", place=1).state == "rejected"
    assert "title" in Reading.objects.get(kind="engagements", place=2).row
    refused = run("read-again", symbol, "--by", AUDITOR)
    assert (refused.exit_code, "may not judge" in refused.stderr) == (2, True)
    assert run("read-again", "X/1", "--by", OFFICER).exit_code == 2
