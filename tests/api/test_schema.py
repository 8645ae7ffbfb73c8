"""What the service answers to made-up questions: never a fault of its own, and always what it says
of itself."""

from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.api.house import furnish, open_up
from tests.record import OFFICER
from whimbrel.acts import tokens
from whimbrel.api.service import service
from whimbrel.queries import ledger

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("furnished")]
SCHEMA = schemathesis.openapi.from_dict(dict(service.get_openapi_schema()))
SCHEMA.app = get_wsgi_application()
CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance,
    response_schema_conformance,
]  # fmt: skip
ROUNDS = settings(
    max_examples=8, derandomize=True, deadline=None, database=None, phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture
def furnished(house: object, settings: Any) -> None:
    """A house with a little of everything, some of it public."""
    settings.API_RATE = 0
    furnish()
    open_up()


def asked(headers: dict[str, str]) -> list[str]:
    """Ask every operation some made-up questions; what was wrong with the answers."""
    wrong = []
    for result in SCHEMA.get_all_operations():
        operation = result.ok()

        @ROUNDS
        @given(case=operation.as_strategy())
        def answered(case: Any) -> None:
            case.call_and_validate(headers=headers, checks=CHECKS)

        try:
            answered()
        except Exception as error:
            wrong.append(f"{operation.label}: {error!r} {error.__notes__}")
    return wrong


def test_an_officer_meets_no_fault() -> None:
    secret = tokens.make(OFFICER, "", "made-up questions").secret
    before = ledger.newest()
    assert not asked({"Authorization": f"Bearer {secret}"})
    assert ledger.newest() > before


def test_a_stranger_meets_no_fault_and_writes_nothing() -> None:
    before = ledger.newest()
    assert not asked({})
    assert ledger.newest() == before
