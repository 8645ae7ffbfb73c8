"""Houses that are more than the database of a test: one in a file of its own that this process
uses, and one used by real processes which may be killed. `conftest.py` hands them to all tests."""

import json
import os
import secrets
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from whimbrel.demo import compose

BO, ANN = "bo@example.org", "ann@example.org"
OPEN = """
import os, sys, time, json
os.environ["DJANGO_SETTINGS_MODULE"] = "whimbrel.site.settings"
import django
django.setup()
def here(*_, **__):
    print("here", flush=True)
    time.sleep(600)
"""
"""How every script begins; `here` says that it was reached, and stays there."""


@pytest.fixture
def filed(house: Path, tmp_path: Path) -> Iterator[None]:
    """The house of the test in a database in which others may write at the same time: for SQLite, a
    file instead of memory."""
    if connection.vendor != "sqlite":
        yield
        return
    file = tmp_path / "house.sqlite3"
    connection.ensure_connection()
    before, name = connection.connection, connection.settings_dict["NAME"]
    with sqlite3.connect(file) as copy:
        before.backup(copy)
    copy.close()
    connection.connection, connection.settings_dict["NAME"] = None, str(file)
    try:
        yield
    finally:
        connection.close()
        connection.connection, connection.settings_dict["NAME"] = before, name


class Own:
    """A house that only real processes use."""

    def __init__(self, folder: Path, database: str) -> None:
        self.folder = folder
        kept = {one: said for one, said in os.environ.items() if not one.startswith("WHIMBREL")}
        self.settings = {**kept, "WHIMBREL_DATABASE": database, "PYTHONUNBUFFERED": "1"}

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """The command line."""
        return subprocess.run(
            [sys.executable, "-m", "whimbrel", *words],
            cwd=self.folder, env=self.settings, capture_output=True, text=True, timeout=120,
        )  # fmt: skip

    def tell(self, script: str) -> Any:
        """What a script prints, as JSON."""
        done = subprocess.run(
            [sys.executable, "-c", OPEN + script],
            cwd=self.folder, env=self.settings, capture_output=True, text=True, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout or "null")

    def killed_at(self, script: str) -> None:
        """Run a script until it is `here`, then kill it."""
        child = subprocess.Popen(
            [sys.executable, "-c", OPEN + script],
            cwd=self.folder, env=self.settings, stdout=subprocess.PIPE, text=True,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert child.stdout is not None
        with child:
            said = child.stdout.readline()
            child.kill()
        assert said == "here\n"

    def counts(self) -> dict[str, int]:
        """How many rows each table has; and the ledger is whole."""
        told, problems = self.tell(
            "from whimbrel.queries import archive, ledger\n"
            "print(json.dumps([{one._meta.db_table: one._base_manager.count()"
            " for one in archive.tables()}, ledger.verify().problems]))"
        )
        assert problems == []
        counted: dict[str, int] = told
        return counted


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Own]:
    """A house with an administrator, an officer, and the specimen as a file beside it; made once,
    for making one takes seconds."""
    folder = tmp_path_factory.mktemp("template")
    with database(folder) as address:
        one = Own(folder, address)
        (folder / "specimen.docx").write_bytes(compose())
        for words in (("house", BO, "Bo"), ("person", ANN, "Ann", "officer", "--by", BO)):
            done = one.run(*words)
            assert done.returncode == 0, done.stderr
        yield one


@contextmanager
def copied(template: Own, folder: Path) -> Iterator[Own]:
    """A copy of it in another folder."""
    shutil.copytree(template.folder, folder, dirs_exist_ok=True)
    with database(folder, template.settings["WHIMBREL_DATABASE"]) as address:
        yield Own(folder, address)


@pytest.fixture
def own(template: Own, tmp_path: Path) -> Iterator[Own]:
    """A copy of it for one test."""
    with copied(template, tmp_path) as one:
        yield one


@contextmanager
def database(folder: Path, template: str = "") -> Iterator[str]:
    """The address of a database of one's own, beside the one of the tests; a copy of another."""
    if connection.vendor == "sqlite":
        yield "sqlite:///house.sqlite3"
        return
    import psycopg

    said, name = connection.settings_dict, f"whimbrel_house_{secrets.token_hex(4)}"
    server = f"postgres://{said['USER']}@{said['HOST']}:{said['PORT'] or 5432}"
    source = f" TEMPLATE {template.rpartition('/')[2]}" if template else ""
    with psycopg.connect(f"{server}/postgres", autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}{source}")
        try:
            yield f"{server}/{name}"
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
