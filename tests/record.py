"""A house for each test: its own database, and its own head of the ledger. `conftest.py` hands it
to every test that asks."""

from pathlib import Path
from typing import Any

import pytest

from whimbrel.acts import people

OFFICER, ADMINISTRATOR, AUDITOR = "ann@example.org", "bo@example.org", "cy@example.org"


@pytest.fixture
def house(transactional_db: None, settings: Any, tmp_path: Path) -> Path:
    """An empty house with an administrator, an officer and an auditor; its ledger's head."""
    settings.LEDGER_HEAD = tmp_path / "test.head"
    people.found_house(ADMINISTRATOR, "Bo")
    people.enter(ADMINISTRATOR, "joined the secretariat", OFFICER, "Ann", "officer")
    people.enter(ADMINISTRATOR, "audits in May", AUDITOR, "Cy", "auditor")
    return tmp_path / "test.head"
