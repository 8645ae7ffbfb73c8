"""The log tells what happened and of nobody."""

import json
import logging
import sys

import pytest
from django.test import Client

from tests.record import OFFICER
from whimbrel.site.logs import Lines, clean


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("mail to ann@example.org failed", "mail to [left out] failed"),
        ("/people/ann%40example.org", "/people/[left out]"),
        ("from 192.0.2.7 at noon", "from [left out] at noon"),
        ("from 2001:db8::7", "from [left out]"),
        ("from ::1", "from [left out]"),
        ("/documents?to=Ann&by=x", "/documents"),
        ("/decisions/14.10", "/decisions/14.10"),
        ("UNEP/CMS/COP15/Doc.18.1", "UNEP/CMS/COP15/Doc.18.1"),
        ("at 12:30 and 12:30:15", "at 12:30 and [left out]"),
    ],
)
def test_addresses_of_mail_and_of_the_net_are_left_out(said: str, kept: str) -> None:
    assert clean(said) == kept


def test_of_an_error_its_kind_and_place_are_told_and_not_its_words() -> None:
    try:
        raise ValueError("Key (email)=(ann@example.org) of Ann exists")
    except ValueError:
        caught = sys.exc_info()
    record = logging.LogRecord("x", logging.ERROR, "p", 1, "it failed", None, caught)
    line = Lines().format(record)
    told = json.loads(line)
    assert (told["error"], told["level"], told["event"]) == ("ValueError", "error", "it failed")
    assert told["at"][-1].startswith("test_logs.py:")
    assert "Ann" not in line
    assert "Key" not in line


@pytest.mark.usefixtures("house")
def test_no_line_of_a_request_names_a_person_or_a_machine(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    client = Client(REMOTE_ADDR="192.0.2.7", raise_request_exception=False)
    client.post("/sign-in", {"email": OFFICER, "password": "guess"})
    client.get("/documents", {"q": OFFICER})
    client.get(f"/decisions/{OFFICER}")
    client.get("/sign-in", headers={"host": "192.0.2.7"})
    lines = [Lines().format(one) for one in caplog.records]
    requests = [json.loads(one) for one in lines if '"event": "request"' in one]
    assert [one["path"] for one in requests] == [
        "/sign-in",
        "/documents",
        "/decisions/[left out]",
        "/sign-in",
    ]
    assert all({"time", "level", "status", "ms", "request"} <= set(one) for one in requests)
    assert not any(OFFICER in one or "192.0.2.7" in one or "guess" in one for one in lines)


@pytest.mark.usefixtures("house")
def test_the_number_of_a_request_is_in_the_answer_and_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "whimbrel.web")
    answer = Client().get("/sign-in")
    assert caplog.records[-1].request == answer["X-Request-ID"]  # type: ignore[attr-defined]
    caplog.clear()
    Client().get("/alive")
    assert not caplog.records
