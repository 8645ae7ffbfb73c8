"""Reports, the check and papers for programs: as data, and as files."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.api.house import do, program
from tests.record import OFFICER, with_role
from tests.reported import begun, write
from whimbrel.acts import publish, sending
from whimbrel.queries.prints import KINDS
from whimbrel.queries.reports import issued
from whimbrel.register.models import Returned
from whimbrel.writing.docx import docx_of

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("house")]
APPROVER = "ada@example.org"


def test_a_report_is_data_with_what_it_rests_on() -> None:
    key, client = begun(), program(OFFICER)
    listed = client.get("/api/reports").json()
    assert [one["key"] for one in listed["rows"]] == [key]
    one = client.get(f"/api/reports/{key}").json()
    parts = {part["key"]: part for part in one["parts"]}
    assert parts["status/14.10 a)"]["grounds"][0]["about"] == "provision 14.10 a)"
    assert parts["status/14.10 b)"]["gaps"]


def test_a_program_writes_and_is_told_when_it_was_overtaken() -> None:
    key, client = begun(), program(OFFICER)
    write(key, "narrative/discussion", "First.", base="")
    sent = {"key": key, "place": "narrative/discussion", "words": "Second.", "seen": ""}
    answer = do(client, "reports.write", **sent)
    assert answer.status_code == 409
    assert "First." in answer.json()["why"]


@pytest.mark.parametrize("form", ["docx", "pdf", "md", "html", "json", "xml"])
def test_a_report_is_a_file(form: str) -> None:
    key, client = begun(), program(OFFICER)
    answer = client.get(f"/api/reports/{key}/file.{form}")
    assert answer.status_code == 200
    assert answer["Content-Type"] == KINDS[form]
    assert f"Doc.18.1-draft.{form}" in answer["Content-Disposition"]


def test_papers_are_data_and_files() -> None:
    begun()
    client = program(OFFICER)
    one = client.get("/api/papers/country?about=KE&language=fr").json()
    assert one["title"] == "Note de synthèse par pays : Kenya"
    answer = client.get("/api/papers/table/file.xlsx?about=")
    assert answer["Content-Type"] == KINDS["xlsx"]
    assert client.get("/api/papers/nothing?about=").status_code == 404
    assert client.get("/api/papers/country/file.xlsx?about=KE").status_code == 404


def test_what_is_not_public_is_no_file_for_others() -> None:
    key = begun()
    sending.freeze(OFFICER, "", key, seen=0)
    for client in (Client(), program(with_role("partner"))):
        assert client.get(f"/api/reports/{key}").status_code == 404
        assert client.get(f"/api/reports/{key}/file.md").status_code == 404
        assert client.get(f"/api/reports/{key}/check").status_code == 404
        assert client.get("/api/papers/table").status_code == 404
    publish.publish(APPROVER, "cleared", "report", key)
    assert Client().get(f"/api/reports/{key}/file.md?name=").status_code == 200
    assert Client().get(f"/api/reports/{key}/issued").status_code == 200
    assert Client().get(f"/api/reports/{key}/file.md").status_code == 404


def test_a_copy_that_came_back_is_sent_as_a_file() -> None:
    key, client = begun(), program(OFFICER)
    sending.freeze(OFFICER, "", key, seen=0)
    tree = issued(OFFICER, key)
    assert tree is not None
    file = SimpleUploadedFile("copy.docx", docx_of(tree))
    answer = client.post("/api/acts/reports.receive", {"file": file, "key": key})
    assert (answer.status_code, answer.json()["value"]) == (200, 0)
    assert Returned.objects.get().file_name == "copy.docx"
    back = client.get(f"/api/reports/{key}/returned").json()
    assert [one["file_name"] for one in back["copies"]] == ["copy.docx"]
