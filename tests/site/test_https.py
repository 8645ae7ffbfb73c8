"""The settings behind HTTPS: read in a process of their own, for they are read once."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

pytestmark = pytest.mark.long
NAMES = (
    "SECURE_HSTS_SECONDS", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS", "CSRF_TRUSTED_ORIGINS", "SECURE_PROXY_SSL_HEADER",
)  # fmt: skip
SCRIPT = f"""
import json, os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "whimbrel.site.settings"
django.setup()
from django.conf import settings
from django.core.checks import run_checks
told = {{name: getattr(settings, name) for name in {NAMES!r}}}
told["warnings"] = sorted(one.id for one in run_checks(include_deployment_checks=True))
print(json.dumps(told))
"""
SERVER = {
    "WHIMBREL_HTTPS": "1",
    "WHIMBREL_HOSTS": "house.example.org,.example.net",
    "WHIMBREL_SECRET_KEY": "a long word of our own, made for this test: 0123456789 abcdefgh",
    "WHIMBREL_DATABASE": "sqlite:///:memory:",
}


def told(**settings: str) -> dict[str, Any]:
    """The settings of a house, and what Django's check for a server warns of."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WHIMBREL")}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env={**kept, **settings}, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_behind_https_browsers_are_held_to_it() -> None:
    found = told(**SERVER)
    assert found["SECURE_HSTS_SECONDS"] == 31536000
    assert found["SECURE_SSL_REDIRECT"]
    assert found["SESSION_COOKIE_SECURE"]
    assert found["CSRF_COOKIE_SECURE"]
    assert found["CSRF_TRUSTED_ORIGINS"] == ["https://house.example.org", "https://*.example.net"]
    # Not on the list that browsers carry with them: the secretariat decides that for its domain.
    assert found["warnings"] == ["security.W021"]


def test_on_this_machine_nothing_is_asked_of_browsers() -> None:
    found = told(WHIMBREL_DATABASE="sqlite:///:memory:")
    assert found["SECURE_HSTS_SECONDS"] == 0
    assert not found["SECURE_SSL_REDIRECT"]
    assert found["CSRF_TRUSTED_ORIGINS"] == []
