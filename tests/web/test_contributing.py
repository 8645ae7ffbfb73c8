"""A body reports what it contributed in the browser, page by page and by its form in Word; an
officer takes the report into the record; everybody reads what may be shown."""

from io import BytesIO

import pytest
from django.test import Client

from tests.applied import approver
from tests.contributing import LU, WHOLE, admitted, begun, changed, sent
from tests.record import OFFICER, signed_in
from whimbrel.acts import contribution_taken, reports
from whimbrel.queries.drafting import drafted
from whimbrel.reading import examine_bytes
from whimbrel.register.models import Contribution, Engagement

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]


def text(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def did(client: Client, key: str, deed: str, at: str = "contribute", **given: object) -> str:
    answer = client.post(f"/{at}/{key}/{deed}", {"seen": changed(key), **given}, follow=True)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def test_a_body_reports_line_by_line_and_the_office_takes_it_up() -> None:
    body = admitted()
    client = signed_in(LU)
    assert 'href="/contribute"' in text(client, "/apply")
    assert "COP16" in text(client, "/contribute")
    answer = client.post("/contribute/begin", {"body": body, "meeting": "COP16", "form": "long"})
    key = answer["Location"].rpartition("/")[2]
    assert key == "COP16-tern-watch"
    page = text(client, f"/contribute/{key}?step=check")
    assert "It names no contribution" in page
    assert "Send the report" not in page
    page = did(client, key, "write-line", number=0, **WHOLE)
    assert "Counted terns at six lagoons." in page
    page = text(client, f"/contribute/{key}?step=line&n=1")
    assert 'value="Kenya; Benin"' in page
    assert '<option value="cooperation" selected>' in page
    page = did(client, key, "write-line", number=1, result="Counts of 5,000 birds.")
    page = did(client, key, "write", summary="We count.", consent="All may be shown.", form="long")
    page = text(client, f"/contribute/{key}?step=check")
    assert "Counts of 5,000 birds." in page
    page = did(client, key, "send")
    assert "Received" in page
    office = signed_in()
    rows = office.get("/contributions.json").json()
    assert [(one["name"], one["meeting"], one["state"], one["lines"]) for one in rows] == [
        ("Tern Watch", "COP16", "received", 1)
    ]  # fmt: skip
    page = text(office, f"/contributions/{key}")
    assert "no provision of this name is on record" in page
    page = did(office, key, "take-up", at="contributions", reason="seen")
    assert "1 contribution is in the record now." in page
    one = Engagement.objects.get()
    assert f"/engagements/{one.key[:12]}" in text(office, f"/contributions/{key}")
    paper = text(office, "/papers/contributions/COP16")
    assert "Counted terns at six lagoons" in paper
    assert "reported to COP16" in paper
    assert f'href="/contributions/{key}#line-1"' in paper, "a figure leads back to its report"
    assert "lagoons. Result: Counts of 5,000 birds. Work on the ground; Sterna" in paper
    assert "Shown by: https://terns.example.org/counts#2025 (COP16-tern-watch, line 1)" in paper
    made = office.get("/papers/contributions/COP16.docx").content
    words = str(examine_bytes(made, name="a.docx").document)
    assert "Bodies asked: 1; of these reported: 1. Contributions reported: 1." in words
    reports.begin(OFFICER, "", "COP16", "18.1", title="Progress", language="en", original="en")
    draft = drafted(OFFICER, "COP16-18.1-en")
    assert draft is not None
    grounds = [one.about for part in draft.parts for one in part.grounds]
    assert f"contribution {key}" in grounds
    assert f'href="/contributions/{key}"' in text(office, "/reports/COP16-18.1-en")


def test_a_report_is_given_back_and_its_body_is_told_why() -> None:
    key = sent()
    did(signed_in(), key, "give-back", at="contributions", words="Which lagoons?")
    page = text(signed_in(LU), f"/contribute/{key}")
    assert "Which lagoons?" in page


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_form_is_taken_along_and_brought_back(language: str) -> None:
    key, client = begun(), signed_in(LU)
    did(client, key, "write-line", number=0, **WHOLE)
    made = client.get(f"/contribute/{key}/form.docx?language={language}")
    assert made["Content-Disposition"].startswith("attachment")
    assert "Counted terns" in str(examine_bytes(made.content, name="a.docx").document)
    assert examine_bytes(made.content, name="a.docx").document.masthead.language in (language, None)
    file = BytesIO(made.content)
    file.name = "form.docx"
    page = did(client, key, "bring", file=file)
    assert "1 contribution was read in the form. Everything in it could be read." in page


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [("a.docx", b"hello", "neither PDF"), ("a.pdf", b"%PDF-1.4", "no Word file"),
     ("a.docx", b"PK\x03\x04", "neither PDF"), (None, b"", "No file came with it")],
)  # fmt: skip
def test_another_file_is_refused_on_a_page(name: str | None, data: bytes, why: str) -> None:
    key = begun()
    given = {}
    if name:
        file = BytesIO(data)
        file.name = name
        given = {"file": file}
    answer = signed_in(LU).post(f"/contribute/{key}/bring", {"seen": 0, **given})
    assert answer.status_code == 403
    assert why in answer.content.decode()


def test_only_its_own_people_see_a_report_that_is_written() -> None:
    key = begun()
    for who in (OFFICER, approver()):
        text(signed_in(who), f"/contribute/{key}", 404)
        text(signed_in(who), f"/contributions/{key}", 404)
        rows = signed_in(who).get("/contributions.json").json()
        assert [(one["key"], one["state"]) for one in rows if one["meeting"] == "COP16"] == [
            ("", "begun")
        ]
    assert Client().get(f"/contributions/{key}").status_code == 302, "they are asked to sign in"


def test_everybody_reads_what_its_body_agreed_to_show() -> None:
    key = sent(consent="The report, without our names: lu@example.org")
    contribution_taken.take_up(OFFICER, "", key, seen=3)
    anybody = Client()
    assert anybody.get("/contributions").status_code == 302
    did(signed_in(approver()), key, "publish", at="contributions", reason="as agreed")
    page = text(anybody, f"/contributions/{key}")
    assert "Counted terns at six lagoons." in page
    assert "lu@example.org" not in page, "what was agreed is kept, and not shown"
    assert "Tern Watch" in text(anybody, "/contributions")
    told = anybody.get(f"/contributions/{key}.json").json()
    assert (told["consent"], told["begun"], told["unread"]) == ("", "", [])


@pytest.mark.parametrize("short", [False, True])
def test_the_short_form_asks_less(short: bool) -> None:
    key = begun(short=short)
    page = text(signed_in(LU), f"/contribute/{key}?step=line")
    assert ('name="provision"' in page) is not short
    assert 'name="what"' in page


@pytest.mark.parametrize(("code", "words"), [("fr", "Ce qui a été fait"), ("es", "Qué se hizo")])
def test_the_pages_speak_french_and_spanish(code: str, words: str) -> None:
    key, client = begun(), signed_in(LU)
    client.cookies["django_language"] = code
    page = client.get(f"/contribute/{key}?step=line", headers={"accept-language": code})
    assert words in page.content.decode()
    assert Contribution.objects.get().language == "en", "its own language is another matter"
