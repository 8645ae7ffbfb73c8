"""The pages of screening: off, on, a list, a likeness and a word on it, without a script."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.record import ADMINISTRATOR, AUDITOR, OFFICER, signed_in
from whimbrel.acts import bodies

pytestmark = pytest.mark.usefixtures("house")
LIST = b"id,name,kind\n1,Sedge Marsh Trading,body\n"


def sent(data: bytes = LIST) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile("own.csv", data)}


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_from_a_list_to_the_word_of_a_person(language: str) -> None:
    key = bodies.enter(OFFICER, "", "Sedge Marsh Trading Ltd")
    officer, head = signed_in(), signed_in(ADMINISTRATOR)
    for one in (officer, head):
        one.post("/language", {"language": language})
    assert officer.post("/screening/lists", sent()).status_code == 302
    assert officer.post(f"/screening/{key}/screen").status_code == 403
    assert head.post("/screening/switch", {"to": "on", "reason": "agreed"}).status_code == 302
    assert officer.post(f"/screening/{key}/screen").status_code == 302
    page = officer.get(f"/screening/{key}").content.decode()
    assert "Sedge Marsh Trading" in page
    found = officer.get(f"/screening/{key}.json").json()[0]
    assert found["because"][0] in page.replace("&#x27;", "'").replace("&quot;", '"')
    told = {"word": "different", "because": "another country", "body": key}
    assert officer.post(f"/screening/likenesses/{found['key']}", told).status_code == 302
    assert "another country" in officer.get("/screening").content.decode()


def test_a_damaged_list_is_refused_on_a_page_that_says_where() -> None:
    answer = signed_in().post("/screening/lists", sent(b"id,name\n1\n"))
    assert answer.status_code == 403
    assert "own.csv, line 2" in answer.content.decode()


def test_who_may_not_screen_sees_nothing_of_it() -> None:
    bodies.enter(OFFICER, "", "Sedge Marsh Trading Ltd")
    auditor = signed_in(AUDITOR)
    assert auditor.get("/screening").status_code == 404
    assert b"/screening" not in auditor.get("/partners/sedge-marsh-trading-ltd").content


def test_a_body_that_looks_like_another_is_shown_with_reasons() -> None:
    bodies.enter(OFFICER, "", "Sedge Marsh Society")
    key = bodies.enter(OFFICER, "", "Society of the Sedge Marshes")
    page = signed_in().get(f"/partners/{key}").content.decode()
    assert "Sedge Marsh Society" in page
    assert "stands in both" in page
    assert signed_in().get("/partners/sedge-marsh-society").status_code == 200
