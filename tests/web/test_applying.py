"""A body applies in the browser, without an account, in any language; and comes back."""

import base64
import datetime
import re

import pytest
from django.test import Client

from tests.applied import approver, meeting, seen
from tests.record import ADMINISTRATOR, OFFICER, signed_in
from whimbrel.acts import deciding, examining, people
from whimbrel.register.models import Case, Meeting, Person

pytestmark = pytest.mark.django_db
BEGIN = {"meeting": "COP16", "body": "Tern Watch", "person": "Mo Heron", "email": "mo@example.org"}
PDF = b"%PDF-1.4 made up"


@pytest.fixture(autouse=True)
def coming(house: object) -> None:
    """A meeting to come."""
    held = meeting("COP16")
    Meeting.objects.filter(pk=held.pk).update(
        starts=datetime.date.today() + datetime.timedelta(days=120), ends=None
    )


def begun(client: Client, **other: str) -> str:
    answer = client.post("/apply/begin", {**BEGIN, **other})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def did(client: Client, address: str, deed: str, **sent: object) -> str:
    key = address.rpartition("/")[2]
    answer = client.post(f"{address}/{deed}", {"seen": seen(key), **sent}, follow=True)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def test_how_to_take_part_is_for_everybody_and_says_where_it_comes_from() -> None:
    page = Client().get("/apply").content.decode()
    assert "Nobody has to be accredited" in page
    assert "Article VII, paragraph 9" in page
    assert "memory" in page, "what is from memory is marked"
    assert "COP16" in page
    assert "Under which rules" not in page, "there is nothing to choose"
    told = Client().get("/apply.json").json()
    assert [one["scheme"] for one in told["rules"]] == ["cms-art7"]
    assert told["rules"][0]["deadlines"][0]["known"] == "memory"


def test_once_other_rules_are_adopted_the_page_does_not_say_that_nobody_has_to_be_accredited() -> (
    None
):
    since = datetime.date.today() - datetime.timedelta(days=1)
    deciding.adopt_scheme(approver(), "as decided", "iwc-ngo", "Decision 16.99", since=since)
    page = Client().get("/apply").content.decode()
    assert "Nobody has to be accredited" not in page
    assert "Decision 16.99" in page
    client = Client()
    begun(client, scheme="iwc-ngo")
    assert Case.objects.get().scheme == "iwc-ngo"


def test_a_body_applies_in_french_is_asked_and_answers() -> None:
    client = Client(headers={"accept-language": "fr"})
    assert '<html lang="fr"' in client.get("/apply").content.decode()
    address = begun(client)
    key = address.rpartition("/")[2]
    page = did(
        client, address, "save", name="Tern Watch", country="KE", statement="Nous comptons.",
        **{"f-org_type": "ngo", "f-scope": "national", "f-subjects": "yes"},
    )  # fmt: skip
    assert "Nous comptons." in client.get(f"{address}?step=check").content.decode()
    page = did(client, address, "name-people", people="Mo Heron\n\n  Lu  Tern ", step="people")
    assert "representatives.txt" in page, "documents come after people"
    assert "Mo Heron\nLu Tern" in client.get(f"{address}?step=people").content.decode()
    assert "Mo Heron<br>Lu Tern" in client.get(f"{address}?step=check").content.decode()
    with_file = client.post(f"{address}/bring", {
        "seen": seen(key), "kind": "representatives", "tongue": "fr", "certified": "yes",
        "step": "documents",
        "file": named("noms.pdf", PDF),
    }, follow=True)  # fmt: skip
    assert "noms.pdf" in with_file.content.decode()
    page = did(client, address, "send", consent="yes")
    one = Case.objects.get(key=key)
    assert (one.state, one.language) == ("received", "fr")
    assert "Secrétariat" in one.consent, "in the words that were shown"
    examining.ask(OFFICER, "", key, "Quelles sternes ?", seen=seen(key))
    assert "Quelles sternes" in client.get(address).content.decode()
    page = did(client, address, "answer", number=1, words="Toutes.")
    assert "<blockquote>" in page
    assert Case.objects.get(key=key).state == "answered"


def named(name: str, data: bytes) -> object:
    """A file as a form sends it."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile(name, data)


def test_who_applies_comes_back_by_the_link_and_no_robot_does() -> None:
    client = Client()
    address = begun(client)
    page = client.get(address).content.decode()
    found = re.search(r"<code>http://testserver(/apply/return/[^<]+)</code>", page)
    assert found is not None
    other = Client()
    assert other.get(found.group(1)).status_code == 200
    assert other.get(address).status_code == 302, "to look at the link lets nobody in"
    assert other.post(found.group(1))["Location"] == address
    assert other.get(address).status_code == 200
    assert Client().get(f"{found.group(1)}x").status_code == 404


def test_a_link_serves_no_more_once_the_way_in_has_changed() -> None:
    client = Client()
    page = client.get(begun(client)).content.decode()
    found = re.search(r"<code>http://testserver(/apply/return/[^<]+)</code>", page)
    assert found is not None
    person = Person.objects.get(email="mo@example.org")
    person.set_unusable_password()
    person.save()
    assert Client().post(found.group(1)).status_code == 404


def test_an_applicant_makes_a_new_link_and_the_old_one_lets_nobody_in() -> None:
    client = Client()
    address = begun(client)
    pattern = r"<code>http://testserver(/apply/return/[^<]+)</code>"
    old = re.search(pattern, client.get(address).content.decode())
    assert client.post("/apply/new-link").status_code == 302
    new = re.search(pattern, client.get(address).content.decode())
    assert old is not None
    assert new is not None, "who asked for it is still signed in"
    assert Client().post(old.group(1)).status_code == 404
    assert Client().post(new.group(1))["Location"] == address


def test_an_address_of_the_house_lets_nobody_in() -> None:
    client = Client()
    answer = client.post("/apply/begin", {**BEGIN, "email": ADMINISTRATOR})
    assert answer.status_code == 200
    assert client.get("/")["Location"].startswith("/sign-in")
    assert not Case.objects.exists()


def test_where_mail_is_sent_everybody_is_told_the_same(settings: object, mailoutbox: list) -> None:
    settings.MAIL_SET = True  # type: ignore[attr-defined]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"  # type: ignore[attr-defined]
    known = Client().post("/apply/begin", {**BEGIN, "email": OFFICER}).content.decode()
    client = Client()
    fresh = client.post("/apply/begin", BEGIN).content.decode()
    assert re.sub(r"\S+@example.org|value=\S+", "", known) == re.sub(
        r"\S+@example.org|value=\S+", "", fresh
    )
    told, mail = mailoutbox
    assert told.to == [OFFICER]
    assert "apply/return" not in told.body, "who is of the house signs in as always"
    address = re.search(r"http://testserver(/apply/return/\S+)", mail.body)
    assert address is not None
    assert Client().post(address.group(1)).status_code == 302


@pytest.mark.parametrize(
    "wrong", [{"meeting": "COP99"}, {"body": " "}, {"country": "Q1"}, {"person": " "}]
)
def test_a_mistake_is_told_alike_whether_the_address_is_known_or_not(
    wrong: dict[str, str], settings: object
) -> None:
    settings.MAIL_SET = True  # type: ignore[attr-defined]
    told = {
        email: Client().post("/apply/begin", {**BEGIN, **wrong, "email": email})
        for email in (OFFICER, "new@example.org")
    }
    assert {answer.status_code for answer in told.values()} == {400}
    assert len({
        re.sub(rf"value=\S+|{email}", "", one.content.decode()) for email, one in told.items()
    }) == 1  # fmt: skip
    assert "Mo Heron" in told[OFFICER].content.decode() or "person" in wrong, "no word is lost"
    assert not Person.objects.filter(email="new@example.org").exists()


def test_who_made_a_mistake_begins_again() -> None:
    client = Client()
    assert client.post("/apply/begin", {**BEGIN, "body": " "}).status_code == 400
    assert client.get(begun(client)).status_code == 200


def test_of_somebody_who_has_left_nothing_is_told(settings: object, mailoutbox: list) -> None:
    settings.MAIL_SET = True  # type: ignore[attr-defined]
    people.enter(ADMINISTRATOR, "", "gone@example.org", "Gus", "officer")
    people.leave(ADMINISTRATOR, "", "gone@example.org")
    answer = Client().post("/apply/begin", {**BEGIN, "email": "gone@example.org"})
    assert answer.status_code == 200
    assert "A link was sent" in answer.content.decode()
    assert not mailoutbox


def test_a_mail_that_does_not_go_out_is_told(settings: object) -> None:
    settings.MAIL_SET = True  # type: ignore[attr-defined]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"  # type: ignore[attr-defined]
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9  # type: ignore[attr-defined]
    answer = Client().post("/apply/begin", BEGIN)
    assert answer.status_code == 400
    assert "try again later" in answer.content.decode()


def test_the_link_stands_in_no_log_and_names_nobody(caplog: pytest.LogCaptureFixture) -> None:
    client = Client()
    page = client.get(begun(client)).content.decode()
    found = re.search(r"/apply/return/([^<]+)</code>", page)
    assert found is not None
    body = found.group(1).partition(":")[0]
    assert b"example" not in base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
    caplog.clear()
    with caplog.at_level("INFO", logger="whimbrel.web"):
        Client().get(f"/apply/return/{found.group(1)}")
    paths = [one.path for one in caplog.records if one.message == "request"]
    assert paths == ["/apply/return/<str:signed>"]


def test_a_stranger_begins_only_so_often(settings: object) -> None:
    settings.API_RATE = 600  # type: ignore[attr-defined]
    answers = [
        Client().post("/apply/begin", {**BEGIN, "email": f"a{n}@example.org"}).status_code
        for n in range(11)
    ]
    assert answers == [302] * 10 + [400]
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1  # type: ignore[attr-defined]
    elsewhere = Client(headers={"x-forwarded-for": "192.0.2.7"})
    assert elsewhere.post("/apply/begin", {**BEGIN, "email": "b@example.org"}).status_code == 302


def test_a_step_of_the_form_leaves_the_others_as_they_are() -> None:
    client = Client()
    address = begun(client)
    did(client, address, "save", step="body", name="Tern Watch", country="KE",
        **{"f-scope": "national"})  # fmt: skip
    answer = client.post(f"{address}/save", {"seen": 1, "step": "work", "statement": "We count."})
    assert answer["Location"] == f"{address}?step=people"
    one = Case.objects.get()
    assert (one.country, one.values, one.statement) == ("KE", {"scope": "national"}, "We count.")
    for step in ("body", "work", "people", "documents", "check", "nonsense"):
        page = client.get(f"{address}?step={step}").content.decode()
        forms = re.findall(r'action="/apply/[^"]+/(save|send|bring|name-people)"', page)
        assert len(forms) == 1, f"{step}: the button of one form loses no word of another"


def test_what_has_ended_offers_nothing_to_do() -> None:
    client = Client()
    address = begun(client)
    did(client, address, "send", consent="yes")
    page = did(client, address, "withdraw", why="We cannot come.")
    assert "Taken back" in page
    assert f'action="{address}/' not in page


def test_nobody_sees_the_application_of_another() -> None:
    address = begun(Client())
    other = Client()
    begun(other, email="other@example.org")
    assert other.get(address).status_code == 404
    assert other.post(f"{address}/send", {"seen": 0, "consent": "yes"}).status_code == 403
    assert Client().get(address).status_code == 302


def test_a_file_that_is_none_of_those_taken_is_told_and_nothing_is_kept() -> None:
    client = Client()
    address = begun(client)
    answer = client.post(f"{address}/bring", {
        "seen": 0, "kind": "letter", "file": named("a.exe", b"MZ a program"),
    })  # fmt: skip
    assert answer.status_code == 403
    assert "a.exe is neither PDF" in answer.content.decode()
    assert not Case.objects.get().papers.exists()


def test_a_state_answers_and_objects_on_its_page() -> None:
    client = Client()
    address = begun(client, country="KE")
    did(client, address, "save", name="Tern Watch", country="KE", statement="",
        **{"f-org_type": "ngo", "f-scope": "national"})  # fmt: skip
    did(client, address, "send", consent="yes")
    key = address.rpartition("/")[2]
    people.enter(ADMINISTRATOR, "", "ke@example.org", "Ken", "focal point", country="KE")
    state = signed_in("ke@example.org")
    assert "Tern Watch" in state.get("/admission/voice").content.decode()
    told = state.post(f"/admission/voice/{key}/approve", {
        "seen": seen(key), "answer": "approved", "why": "Known to us.",
    }, follow=True)  # fmt: skip
    assert "Your answer is kept" in told.content.decode()
    assert Case.objects.get(key=key).state == "approved by its State"
    state.post(f"/admission/voice/{key}/object", {"seen": seen(key), "why": "Not now."})
    assert Case.objects.get(key=key).objections.count() == 1
    assert state.get("/admission/voice.json").json()["rows"][0]["objects"] is True
    assert "Nothing waits" in signed_in(OFFICER).get("/admission/voice").content.decode()
