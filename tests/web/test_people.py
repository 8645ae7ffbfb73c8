"""Pages of people, of oneself, and of who may do what."""

import re

import pytest
from django.test import Client

from tests.record import ADMINISTRATOR, OFFICER, signed_in, with_role
from whimbrel.queries.access import matrix
from whimbrel.queries.people import people as listed
from whimbrel.queries.tokens import person_of_token
from whimbrel.register.models import Line, Person

pytestmark = pytest.mark.usefixtures("house")


def test_an_administrator_enters_a_person_who_then_signs_in() -> None:
    client = signed_in(ADMINISTRATOR)
    sent = {"name": "Dee", "email": "dee@example.org", "role": "focal point", "country": "KE"}
    page = client.post("/people/enter", sent)
    assert "no-store" in page["Cache-Control"]
    shown = re.search(r"<code>([^<]+)</code>", page.content.decode())
    assert shown is not None
    assert shown[1] not in client.get("/people").content.decode()
    assert "Kenya" in client.get("/people").content.decode()
    other = Client()
    answer = other.post("/sign-in", {"login": "dee@example.org", "password": shown[1]})
    assert answer.status_code == 302
    again = client.post("/people/enter", sent)
    assert (again.status_code, "is entered already" in again.content.decode()) == (403, True)


def test_a_person_is_given_another_role_leaves_and_comes_back() -> None:
    client = signed_in(ADMINISTRATOR)
    number = Person.objects.get(email=OFFICER).pk
    page = client.get(f"/people/{number}").content.decode()
    assert "Ann leaves" in page
    client.post(f"/people/{number}/role", {"role": "approver", "reason": "promoted"})
    assert Person.objects.get(pk=number).role == "approver"
    client.post(f"/people/{number}/leave", {"reason": "moved"})
    assert "Ann comes back" in client.get(f"/people/{number}").content.decode()
    assert "<code>" in client.post(f"/people/{number}/come-back").content.decode()
    assert Person.objects.get(pk=number).is_active
    assert "<code>" in client.post(f"/people/{number}/password").content.decode()
    assert client.post(f"/people/{number}/factors").status_code == 302
    acts = list(Line.objects.order_by("-number").values_list("act", flat=True)[:5])
    assert acts == [
        "people.clear_factors", "people.set_password", "people.come_back", "people.leave",
        "people.change_role",
    ]  # fmt: skip
    assert client.get("/people/999").status_code == 404


def test_who_may_not_enter_people_does_not_see_who_there_is() -> None:
    client = signed_in(OFFICER)
    assert listed(OFFICER) == []
    number = Person.objects.get(email=ADMINISTRATOR).pk
    page = client.get(f"/people/{number}")
    assert (page.status_code, ADMINISTRATOR in page.content.decode()) == (404, False)
    assert client.get("/people").status_code == 403


def test_a_person_changes_their_name_and_the_ledger_has_a_line() -> None:
    client = signed_in(OFFICER)
    assert client.post("/me/name", {"name": "Ann Tern"}).status_code == 302
    assert "Ann Tern" in client.get("/me").content.decode()
    line = Line.objects.latest("number")
    assert (line.act, "Tern" in str((line.about, line.open))) == ("me.call", False)
    assert client.post("/me/name", {"name": "  "}).status_code == 403


def test_the_pages_speak_the_language_of_the_person_everywhere() -> None:
    anybody = Client()
    assert '<html lang="es">' in anybody.get("/sign-in", HTTP_ACCEPT_LANGUAGE="es").content.decode()
    anybody.post("/language", {"language": "fr", "next": "/sign-in"})
    assert '<html lang="fr">' in anybody.get("/sign-in").content.decode()
    signed_in(OFFICER).post("/language", {"language": "es", "next": "/me"})
    assert Person.objects.get(email=OFFICER).language == "es"
    person = Person.objects.get(email=OFFICER)
    person.set_password("a long word of Ann's own")
    person.save()
    anybody.post("/sign-in", {"login": OFFICER, "password": "a long word of Ann's own"})
    assert '<html lang="es">' in anybody.get("/me").content.decode()
    assert anybody.post("/language", {"language": "xx", "next": "/me"})["Location"] == "/me"
    assert Person.objects.get(email=OFFICER).language == "es"


def test_a_token_is_shown_once_and_ended() -> None:
    client = signed_in(OFFICER)
    page = client.post("/me/tokens", {"name": "the website", "days": "30"}).content.decode()
    shown = re.search(r"<code>([^<]+)</code>", page)
    assert shown is not None
    secret = shown[1]
    assert person_of_token(secret) == OFFICER
    page = client.get("/me").content.decode()
    assert "the website" in page
    assert secret not in page
    number = Person.objects.get(email=OFFICER).tokens.get().pk
    assert signed_in(ADMINISTRATOR).post(f"/me/tokens/{number}/end").status_code == 403
    assert person_of_token(secret) == OFFICER
    assert client.post(f"/me/tokens/{number}/end").status_code == 302
    assert person_of_token(secret) is None
    assert client.post("/me/tokens", {"name": "x", "days": "soon"}).status_code == 403


def test_an_auditor_is_offered_no_token() -> None:
    page = signed_in(with_role("auditor")).get("/me").content.decode()
    assert "Make a token" not in page


def test_who_may_do_what_is_told_to_anybody_as_a_page_and_as_data() -> None:
    page, data = Client().get("/access").content.decode(), Client().get("/access.json").json()
    known = matrix()
    assert data["roles"] == {role: dict(verbs) for role, verbs in known.roles.items()}
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", page, re.DOTALL)
    assert len(rows) == len(known.verbs)
    for verb, row in zip(known.verbs, rows, strict=True):
        words = re.findall(r"</span>(?:<strong>|<span class=\"quiet\">)?(\w+)", row)
        assert words == [verbs.get(verb, "no") for verbs in known.roles.values()], verb


def test_people_are_taken_along_by_administrators_alone() -> None:
    client = signed_in(ADMINISTRATOR)
    rows = client.get("/people.json").json()
    assert {one["email"] for one in rows} >= {ADMINISTRATOR, OFFICER}
    assert client.get(f"/people/{rows[0]['number']}.json").json() == rows[0]
    for form in ("csv", "xlsx"):
        taken = client.get(f"/people.{form}")
        assert f'filename="people.{form}"' in taken["Content-Disposition"]
        assert signed_in(OFFICER).get(f"/people.{form}").status_code == 403
        assert Client().get(f"/people.{form}").status_code == 302
