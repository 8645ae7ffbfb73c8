"""What InforMEA collects: what is public, in its own shapes."""

from dataclasses import fields
from typing import Any

import pytest
from django.test import Client

from tests.api.house import APPROVER, furnish, open_up, program
from tests.record import OFFICER
from whimbrel.acts import documents, publish
from whimbrel.api import informea_shape as shape
from whimbrel.api.service import limit
from whimbrel.demo import compose
from whimbrel.engagements.understood import understand

pytestmark = pytest.mark.usefixtures("furnished")
KINDS = {"Decisions": shape.Decision, "Meetings": shape.Meeting, "Documents": shape.Document}


@pytest.fixture
def furnished(house: object) -> None:
    """A furnished house, one provision and one document of which are public."""
    limit.forget()
    furnish()
    symbol = documents.deposit(OFFICER, "", understand(compose(), name="specimen.docx")).symbol
    open_up()
    publish.publish(APPROVER, "cleared", "document", symbol)


def collected(name: str, **asked: str) -> Any:
    """What a collector gets."""
    return Client().get(f"/api/informea/{name}", {f"${key}": one for key, one in asked.items()})


@pytest.mark.parametrize("name", KINDS)
def test_every_field_of_the_shape_is_there_in_the_envelope(name: str) -> None:
    told = collected(name, format="json", expand="title").json()
    assert set(told) == {"d"}
    assert told["d"]["__count"] == str(len(told["d"]["results"])) != "0"
    for row in told["d"]["results"]:
        assert list(row) == [one.name for one in fields(KINDS[name])]


def test_a_decision_is_named_by_what_is_printed_and_says_when_it_was_adopted() -> None:
    row = collected("Decisions").json()["d"]["results"][0]
    assert (row["id"], row["number"], row["treaty"]) == ("cms-decision-14-10", "14.10", "cms")
    assert (row["type"], row["status"], row["displayOrder"]) == ("decision", "active", 1)
    assert row["published"] == "/Date(1708128000000)/"
    assert row["meetingId"] == "cms-meeting-cop14"
    assert row["meetingTitle"] == "Fourteenth meeting"
    assert row["link"] == "http://testserver/decisions/14.10"
    title = row["title"]["results"][0]
    assert (title["value"], title["language"]) == ("Partnership", None)
    assert row["updated"].startswith("/Date(")


def test_what_is_not_public_is_not_collected_whoever_asks() -> None:
    for client in (Client(), program(OFFICER)):
        row = client.get("/api/informea/Decisions").json()["d"]["results"][0]
        words = row["content"]["results"][0]["value"]
        assert "14.10 a)" in words
        assert "14.10 b)" not in words


def test_a_collector_goes_on_where_it_stopped() -> None:
    assert collected("Meetings", top="1", skip="0").json()["d"]["results"]
    told = collected("Meetings", top="1", skip="99").json()["d"]
    assert told["results"] == []
    assert told["__count"] != "0"


@pytest.mark.parametrize("asked", [{"filter": "treaty eq 'cms'"}, {"format": "atom"}, {"top": "x"}])
def test_what_is_not_understood_is_refused_in_words(asked: dict[str, str]) -> None:
    answer = collected("Decisions", **asked)
    assert answer.status_code == 422
    assert answer.json()["why"]


def test_a_document_has_its_symbol_and_the_language_of_its_words() -> None:
    row = collected("Documents").json()["d"]["results"][0]
    assert row["identifiers"]["results"][0]["value"] in row["files"]["results"][0]["filename"]
    assert row["titles"]["results"][0]["language"] == "en"


def test_a_meeting_says_when_and_where() -> None:
    listed = collected("Meetings").json()["d"]["results"]
    row = next(one for one in listed if one["title"]["results"][0]["value"] == "Fourteenth meeting")
    assert (row["start"], row["end"]) == ("/Date(1707696000000)/", "/Date(1708128000000)/")
    assert (row["location"], row["country"], row["type"]) == ("Hall", "UZ", "cop")
    assert row["latitude"] is None
