"""A paper on its way in, as the person who dropped it sees it."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client

from tests.record import AUDITOR, OFFICER, signed_in
from whimbrel.demo import compose
from whimbrel.register.models import Document, Intake

pytestmark = pytest.mark.usefixtures("house")


def dropped(client: Client, data: bytes, name: str = "specimen.docx") -> str:
    """A file, dropped; the address of the page that follows."""
    file = SimpleUploadedFile(name, data)
    answer = client.post("/documents/deposit", {"file": file, "reason": "by mail"})
    assert answer.status_code == 302, answer.content
    return answer["Location"]


def work() -> None:
    """A worker does what waits."""
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0)


def test_the_page_looks_again_by_itself_and_then_leads_to_the_document() -> None:
    client = signed_in(OFFICER)
    address = dropped(client, compose())
    answer = client.get(address)
    assert answer["Refresh"] == "2"
    assert 'aria-current="step"' in answer.content.decode()
    # WCAG 2.2.1: nobody is made to read against the clock.
    assert "Refresh" not in client.get(address, {"still": "1"})
    assert "step 1 of 4" in client.get("/documents").content.decode()
    assert json.loads(client.get(f"{address}.json").content)["state"] == "waiting"
    work()
    symbol = Document.objects.get().symbol
    answer = client.get(address)
    assert answer["Refresh"] == f"1; url=/documents/{symbol}"
    assert "readings wait to be judged" in answer.content.decode()
    told = json.loads(client.get(f"{address}.json").content)
    assert (told["state"], told["symbol"], told["step"]) == ("done", symbol, 4)
    assert "step" not in client.get("/documents").content.decode()
    assert dropped(client, compose()) == f"/documents/{symbol}"


def test_a_paper_that_failed_says_why_on_its_page_and_in_the_list() -> None:
    client = signed_in(OFFICER)
    address = dropped(client, b"%PDF-1.7 and no more", "broken <b>.pdf")
    work()
    answer = client.get(address)
    page = answer.content.decode()
    assert "Refresh" not in answer
    assert "broken &lt;b&gt;.pdf: " in page
    assert "Nothing of it was kept" in page
    assert "failed" in client.get("/documents").content.decode()


def test_a_paper_that_waits_is_dropped_once() -> None:
    client = signed_in(OFFICER)
    assert dropped(client, compose()) == dropped(client, compose(), "copy.docx")
    assert Intake.objects.count() == 1


@pytest.mark.parametrize("ending", ["", ".json"])
def test_others_do_not_see_it(ending: str) -> None:
    address = dropped(signed_in(OFFICER), compose()) + ending
    assert signed_in(AUDITOR).get(address).status_code == 404
    assert Client().get(address).status_code == 302
    assert "specimen.docx" not in signed_in(AUDITOR).get("/documents").content.decode()
    file = SimpleUploadedFile("x.docx", b"x")
    assert signed_in(AUDITOR).post("/documents/deposit", {"file": file}).status_code == 403


def test_the_page_of_a_paper_that_there_is_not_is_not_there() -> None:
    assert signed_in(OFFICER).get("/documents/intake/99").status_code == 404
