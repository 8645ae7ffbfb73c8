"""The doctor: what it looks at, what is wrong, and what to do."""

import datetime
import json
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.utils import timezone

from tests.record import OFFICER
from whimbrel.acts import intake
from whimbrel.queries import health
from whimbrel.queries.health import Check
from whimbrel.register.models import Intake, Line


class Usage(NamedTuple):
    """As the system tells it."""

    free: int


def checks() -> dict[str, Check]:
    """What the doctor found, by name."""
    return {one.name: one for one in health.doctor()}


def test_a_house_that_is_well(house: Path, settings: Any) -> None:
    health.beat()
    settings.ALLOWED_HOSTS = ["localhost"]
    found = checks()
    known = {"mail", "disk", "database", "tables", "ledger", "head", "worker", "intake"}
    assert known <= set(found)
    wrong = [name for name, one in found.items() if not one.right]
    # The database of the tests is kept in memory, where there is no journal.
    assert set(wrong) <= {"journal"}
    assert all(one.do for one in found.values() if not one.right)
    assert "desk only" in found["mail"].says


def test_settings_that_let_others_in_are_looked_at(house: Path, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["house.example.org", "*"]
    settings.KEY_OF_DEVELOPMENT = settings.DEBUG = True
    settings.SESSION_COOKIE_SECURE = False
    found = checks()
    for name in ("secret key", "HTTPS", "debug", "hosts"):
        assert not found[name].right, name
        assert "WHIMBREL_" in found[name].do, name
    settings.ALLOWED_HOSTS = ["house.example.org"]
    settings.KEY_OF_DEVELOPMENT = settings.DEBUG = False
    settings.SESSION_COOKIE_SECURE = True
    found = checks()
    assert all(found[name].right for name in ("secret key", "HTTPS", "debug"))


def test_a_ledger_that_was_changed_and_a_head_that_is_behind_are_found(house: Path) -> None:
    house.write_text(json.dumps({"number": 1, "hash": Line.objects.get(number=1).hash}))
    assert (checks()["head"].right, checks()["ledger"].right) == (False, True)
    house.unlink()
    assert "not there" in checks()["head"].says
    Line.objects.filter(number=2).update(about="x")
    found = checks()["ledger"]
    assert (found.right, found.says) == (False, "line 2 was changed")


def test_a_worker_that_is_silent_is_missed(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert checks()["worker"].says == "never seen"
    health.beat()
    assert checks()["worker"].right
    monkeypatch.setattr(health, "SILENT", datetime.timedelta(0))
    assert not checks()["worker"].right


def test_a_paper_that_is_stuck_is_told(house: Path) -> None:
    intake.drop(OFFICER, "", "x.docx", b"x")
    assert checks()["intake"].right
    Intake.objects.update(at=timezone.now() - datetime.timedelta(hours=1))
    assert checks()["intake"].says == "on their way in for over 15 minutes: 1"


def test_a_disk_that_is_nearly_full_is_told(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(free=3 * 2**20))
    found = checks()["disk"]
    assert (found.right, found.says.startswith("3 MiB free")) == (False, True)


def test_tables_of_an_older_version_end_the_visit(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "up_to_date", lambda: False)
    found = checks()
    assert "whimbrel update" in found["tables"].do
    assert "ledger" not in found
