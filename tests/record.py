"""A house for each test: its own database, and its own head of the ledger. `conftest.py` hands it
to every test that asks."""

from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from whimbrel.acts import people
from whimbrel.register.models import Body, Person

QUICK = ["django.contrib.auth.hashers.MD5PasswordHasher"]
"""A slow hash guards real passwords; made-up ones need none."""
OFFICER, ADMINISTRATOR, AUDITOR = "ann@example.org", "bo@example.org", "cy@example.org"


@pytest.fixture
def house(transactional_db: None, settings: Any, tmp_path: Path) -> Path:
    """An empty house with an administrator, an officer and an auditor; its ledger's head."""
    cache.clear()  # Wrong passwords of the test before.
    settings.PASSWORD_HASHERS = QUICK
    settings.LEDGER_HEAD = tmp_path / "test.head"
    people.found_house(ADMINISTRATOR, "Bo")
    people.enter(ADMINISTRATOR, "joined the secretariat", OFFICER, "Ann", "officer")
    people.enter(ADMINISTRATOR, "audits in May", AUDITOR, "Cy", "auditor")
    return tmp_path / "test.head"


def with_role(role: str, email: str = "x@example.org") -> str:
    """The address of somebody with a role; entered, with the country or body that it needs."""
    known = {"officer": OFFICER, "administrator": ADMINISTRATOR, "auditor": AUDITOR}
    if role in known:
        return known[role]
    if role == "partner":
        Body.objects.get_or_create(key="terns", defaults={"name": "Terns", "kind": "ngo"})
    country, body = {"focal point": ("KE", ""), "partner": ("", "terns")}.get(role, ("", ""))
    told = people.enter(ADMINISTRATOR, "", email, "X", role, country=country, body=body)
    return told.email


def signed_in(email: str = OFFICER) -> Client:
    """A browser in which somebody has signed in."""
    client = Client()
    client.force_login(Person.objects.get(email=email))
    return client
