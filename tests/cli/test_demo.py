"""`whimbrel demo`."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen  # noqa: TID251  Our own house, on this machine.

import pytest
from click.testing import CliRunner

from whimbrel.cli import main
from whimbrel.demo import compose


def test_it_shows_addresses_labels_and_citations() -> None:
    done = CliRunner().invoke(main, ["demo", "--terminal"])
    assert done.exit_code == 0, done.output
    assert "para_2__dec_5.15__a" in done.output
    assert "25 numbered paragraphs" in done.output
    assert "A/RES/70/1" in done.output


def test_it_writes_the_specimen_where_it_is_told(tmp_path: Path) -> None:
    file = tmp_path / "specimen.docx"
    done = CliRunner().invoke(main, ["demo", "--save", str(file)])
    assert done.exit_code == 0, done.output
    assert file.read_bytes() == compose()
    assert [one.name for one in tmp_path.iterdir()] == ["specimen.docx"]


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["demo", "--save", str(tmp_path / "no" / "specimen.docx")])
    assert done.exit_code == 2
    assert "specimen.docx" in done.output


def run(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """The command, in a process and folder of its own."""
    without = {k: v for k, v in os.environ.items() if not k.startswith("WHIMBREL_")}
    return subprocess.run(
        [sys.executable, "-m", "whimbrel", *words],
        cwd=folder, env=without, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.long
def test_a_house_is_filled_kept_and_made_anew(tmp_path: Path) -> None:
    first = run(tmp_path, "demo", "--no-serve")
    assert first.returncode == 0, first.stderr
    for role in ("administrator", "officer", "approver", "focal point", "partner", "auditor"):
        assert f"  {role} " in first.stdout
    assert "whimbrel house EMAIL NAME" in first.stdout
    assert sorted(one.suffix for one in tmp_path.iterdir()) == [".head", ".sign-in", ".sqlite3"]
    assert not [one for one in tmp_path.iterdir() if one.stat().st_mode & 0o077]
    (tmp_path / "whimbrel-demo.sqlite3").chmod(0o644)  # As an earlier Whimbrel left it.
    assert run(tmp_path, "demo", "--no-serve").stdout == first.stdout
    assert not [one for one in tmp_path.iterdir() if one.stat().st_mode & 0o077]
    fresh = run(tmp_path, "demo", "--no-serve", "--fresh")
    assert fresh.returncode == 0, fresh.stderr
    assert fresh.stdout != first.stdout
    served(tmp_path)


def served(folder: Path) -> None:
    """The house answers at the port that it was given, until it is stopped."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    command = [sys.executable, "-m", "whimbrel", "demo", "--port", str(port)]
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        with urlopen(f"http://127.0.0.1:{port}/sign-in", timeout=20) as page:
            assert page.status == 200
    finally:
        server.terminate()
        server.wait(20)


def test_another_house_is_never_thrown_away(tmp_path: Path) -> None:
    mine = tmp_path / "mine.sqlite3"
    mine.write_bytes(b"my own")
    for words in ((), ("--fresh",)):
        done = run(tmp_path, "demo", "--no-serve", "--house", "mine.sqlite3", *words)
        assert done.returncode != 0
        assert "is no demo house" in done.stderr
    assert mine.read_bytes() == b"my own"
