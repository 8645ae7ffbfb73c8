"""What every answer says to the browser, and how much may be sent here."""

import io

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory

from tests.record import OFFICER
from whimbrel.acts import tokens
from whimbrel.reading import Limits
from whimbrel.register.models import Person
from whimbrel.web.headers import ROOM, small_enough

pytestmark = pytest.mark.usefixtures("house")


@pytest.mark.parametrize("page", ["/sign-in", "/documents", "/nowhere", "/access.json", "/people"])
def test_every_answer_has_the_headers(page: str) -> None:
    answer = Client().get(page)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'; script-src 'self'; img-src 'self' data:;" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]


@pytest.mark.parametrize(
    ("length", "status"),
    [("", 200), ("0", 200), (str(Limits().size), 200), (str(Limits().size + ROOM), 200),
     (str(Limits().size + ROOM + 1), 413), ("-1", 400), ("many", 400)],
)  # fmt: skip
def test_what_is_too_large_is_refused_before_it_is_taken_in(length: str, status: int) -> None:
    from django.http import HttpResponse

    request = RequestFactory().post("/documents/deposit")
    request.META["CONTENT_LENGTH"] = length
    assert small_enough(lambda _: HttpResponse("taken in"))(request).status_code == status


def officer() -> Client:
    """A browser of an officer."""
    client = Client()
    client.force_login(Person.objects.get(email=OFFICER))
    return client


@pytest.mark.parametrize(
    "page",
    ["/", "/documents", "/documents.csv", "/search.json?q=a", "/nowhere", "/people", "/me",
     "/ledger", "/api/me", "/alive"],
)  # fmt: skip
def test_what_somebody_is_told_nobody_keeps(page: str) -> None:
    assert officer().get(page)["Cache-Control"] == "private, no-store"
    assert "no-store" not in Client().get(page).headers.get("Cache-Control", "")


def test_static_files_are_kept() -> None:
    answer = officer().get("/static/whimbrel/margin.js")
    assert answer.status_code == 200
    assert "no-store" not in answer.headers.get("Cache-Control", "")
    answer.close()


def test_a_program_with_a_token_asks_again_with_its_tag() -> None:
    made = tokens.make(OFFICER, "", "mine")
    answer = Client().get("/api/me", headers={"Authorization": f"Bearer {made.secret}"})
    assert answer["Cache-Control"] == "private, no-cache"


def test_a_form_has_so_many_fields_so_many_files_and_so_much_text() -> None:
    client = officer()
    fields = {f"f{one}": "x" for one in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    assert client.post("/me/name", fields).status_code == 400
    files = {
        f"f{one}": io.BytesIO(b"x") for one in range(settings.DATA_UPLOAD_MAX_NUMBER_FILES + 1)
    }
    assert client.post("/documents/deposit", files).status_code == 400
    text = "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
    assert client.post("/me/name", {"name": text}).status_code == 400
    assert client.post("/me/name", {"name": "Ann T"}).status_code == 302
    large = SimpleUploadedFile("large.txt", text.encode() + b"\n")
    # A file has its own bounds: it may be larger than the text of a form.
    answer = client.post("/documents/deposit", {"file": large})
    assert answer.status_code in (302, 403)
