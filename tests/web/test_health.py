"""What those who watch over the house are told."""

import json
from typing import Any

import pytest
from django.test import Client

from whimbrel.queries import health


@pytest.mark.usefixtures("house")
def test_the_house_is_ready_when_a_worker_is_there() -> None:
    answer = Client().get("/ready")
    told = {"ready": False, "database": True, "tables": True, "worker": False}
    assert (answer.status_code, json.loads(answer.content)) == (503, told)
    health.beat()
    answer = Client().get("/ready")
    assert (answer.status_code, json.loads(answer.content)["ready"]) == (200, True)
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.usefixtures("house")
def test_a_database_that_does_not_answer_is_told_in_a_word(monkeypatch: Any) -> None:
    from django.db import OperationalError

    def silent() -> bool:
        raise OperationalError("connection to ann@192.0.2.7 refused")

    monkeypatch.setattr(health, "up_to_date", silent)
    answer = Client().get("/ready")
    told = {"ready": False, "database": False, "tables": False, "worker": False}
    assert (answer.status_code, json.loads(answer.content)) == (503, told)
