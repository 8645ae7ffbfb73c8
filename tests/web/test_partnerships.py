"""The pages of partnerships: what they show to whom, and that each form does its act."""

import datetime

import pytest
from django.test import Client

from tests.partnered import CHIEF, HEAD, needed, seen, selected, signed
from tests.record import ADMINISTRATOR, AUDITOR, OFFICER, signed_in
from whimbrel.acts import lists, screening
from whimbrel.register.models import Partnership

pytestmark = pytest.mark.usefixtures("house")


def test_a_page_shows_every_step_with_its_rule() -> None:
    key = selected()
    page = signed_in().get(f"/partnerships/{key}").content.decode()
    for words in ("Both sides sign", "paragraph 34", "Who may", "Not now", "head of unit"):
        assert words.lower() in page.lower(), words


def test_what_name_screening_found_of_the_partner_is_shown_where_it_is_on() -> None:
    key = selected()
    one = Partnership.objects.get(key=key)
    assert one.body is not None
    assert "Name screening" not in signed_in().get(f"/partnerships/{key}").content.decode()
    listed = f"id,name,kind,aliases\n1,{one.body.name},body,\n"
    lists.bring_in(OFFICER, "", listed.encode(), file="own.csv")
    screening.switch_on(ADMINISTRATOR, "the office agreed to it")
    before = one.change
    screening.screen(OFFICER, "", one.body.key)
    page = signed_in().get(f"/partnerships/{key}").content.decode()
    assert f"/screening/{one.body.key}" in page
    assert "clears nobody and bars nobody" in page
    one.refresh_from_db()
    assert one.change == before, "it decides nothing of the partnership"


def test_the_list_is_narrowed_and_taken_along() -> None:
    key = selected()
    client = signed_in()
    assert key in client.get("/partnerships?state=selected").content.decode()
    assert "No partnership like this" in client.get("/partnerships?state=signed").content.decode()
    assert "Terns counted" in client.get("/partnerships.csv").content.decode()
    assert client.get(f"/partnerships/{key}.json").json()["row"]["key"] == key


def test_the_partner_the_mandate_and_the_desk_lead_to_it() -> None:
    key = selected()
    client = signed_in()
    address = f"/partnerships/{key}"
    assert address in client.get("/partners/tern-trust").content.decode()
    assert address in client.get("/decisions/99.1/a").content.decode()
    signed(key, until=datetime.date.today() + datetime.timedelta(days=20))
    assert address in client.get("/").content.decode()


def test_a_refusal_tells_the_rule_and_keeps_the_words() -> None:
    key = selected()
    sent = {"seen": 99, "why": "It is urgent.", "until": "2030-01-01"}
    late = signed_in(CHIEF).post(f"/partnerships/{key}/sign", sent)
    assert late.status_code == 409
    sent["seen"] = Partnership.objects.get(key=key).change
    answer = signed_in(CHIEF).post(f"/partnerships/{key}/sign", sent)
    text = answer.content.decode()
    assert answer.status_code == 403
    assert "UNEP/CMS/COP15/Doc.18.1, paragraph 34" in text
    assert "It is urgent." in text


def test_an_administrator_gives_authority_and_others_see_it() -> None:
    needed()
    page = signed_in(AUDITOR).get("/partnerships/authority").content.decode()
    assert "Executive Secretary" in page
    assert "An administrator gives and ends roles" in page
    sent = {"of": OFFICER, "role": "officer", "since": "2026-01-01", "document": "Memo", "why": "w"}
    assert signed_in(OFFICER).post("/partnerships/delegate", sent).status_code == 403
    assert signed_in(ADMINISTRATOR).post("/partnerships/delegate", sent).status_code == 302


def test_strangers_see_what_is_public_and_nothing_more() -> None:
    key = selected()
    signed(key)
    assert Client().get(f"/partnerships/{key}").status_code == 302
    sent = {"seen": seen(key), "why": "news", "summary": "Terns are counted."}
    assert signed_in(HEAD).post(f"/partnerships/{key}/publish", sent).status_code == 302
    page = Client().get(f"/partnerships/{key}").content.decode()
    assert "Terns are counted." in page
    assert "12,000" not in page
    assert "Due diligence" not in page
    assert Client().get("/partnerships.json").json()[0]["value"] == ""


@pytest.mark.parametrize("language", ["fr", "es"])
def test_it_speaks_the_language_of_the_page(language: str) -> None:
    key = selected()
    page = signed_in().get(f"/partnerships/{key}", headers={"Accept-Language": language})
    words = {"fr": "Diligence requise", "es": "Diligencia debida"}[language]
    assert words in page.content.decode()
