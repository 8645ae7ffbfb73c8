"""Somebody who has not signed in reads what is public; nothing that they send reaches an act."""

import pytest
from django.test import Client

from tests.record import OFFICER
from whimbrel.acts import engagements
from whimbrel.queries import ledger
from whimbrel.register.models import Line, Person
from whimbrel.web import house as pages
from whimbrel.web.vocabulary import where

pytestmark = pytest.mark.usefixtures("house")


def key() -> str:
    """An engagement on record."""
    return engagements.record(
        OFFICER, "", "A workshop", kind="workshop", partners=("FAO",), since="2025-05"
    )


@pytest.mark.parametrize(
    "address",
    [
        "/publish", "/comment", "/follow", "/ask", "/answer/1", "/documents/deposit",
        "/documents/X/1/publish", "/documents/X/1/accept-sure", "/documents/X/1/read-again",
        "/documents/X/1/readings/dates/1",
        "/engagements/{key}/link", "/engagements/{key}/correct", "/engagements/{key}/attach",
        "/decisions/14.10/record", "/decisions/14.10/assign", "/decisions/14.10/fund",
        "/decisions/14.10/tick", "/documents/tables", "/me/name", "/me/tokens", "/people/enter",
    ],
)  # fmt: skip
def test_a_form_of_a_stranger_leads_to_the_door_and_leaves_no_line(address: str) -> None:
    one = key()
    before = Line.objects.count()
    sent = {"about": f"engagement {one}", "words": "W", "by": "2099-01-01", "of": OFFICER}
    answer = Client().post(address.format(key=one), {**sent, "reason": "R"})
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in")
    assert Line.objects.count() == before


def test_a_part_of_a_page_leaves_the_page_for_the_door() -> None:
    answer = Client().post("/documents/X/1/readings/dates/1", headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == "/sign-in"
    assert not answer.content


def test_the_ledger_is_not_followed_for_a_stranger(monkeypatch: pytest.MonkeyPatch) -> None:
    followed = []
    monkeypatch.setattr(pages.kept, "verify", lambda: followed.append(1) or ledger.verify())
    assert Client().get("/ledger?verify")["Location"] == "/sign-in?next=/ledger%3Fverify"
    assert not followed


@pytest.mark.parametrize(
    "about", ["engagement a/b", "engagement ", "paragraph #x", "paragraph ", "meeting ", "x y", ""]
)
def test_what_is_no_name_of_a_record_is_no_fault_of_the_house(about: str) -> None:
    assert where(about) == ""
    client = Client(raise_request_exception=False)
    assert client.post("/comment", {"about": about, "words": "W"}).status_code == 302
    client.force_login(Person.objects.get(email=OFFICER))
    answer = client.post("/comment", {"about": about, "words": "W"})
    assert answer.status_code == 403
    assert "is no record" in answer.content.decode()
