"""The pages: what an officer does on them, and what others may not."""

import csv
import io
import json
import re

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from lxml import html
from openpyxl import load_workbook

from tests.record import ADMINISTRATOR, AUDITOR, OFFICER, signed_in, with_role
from whimbrel.acts import documents, people
from whimbrel.demo import compose
from whimbrel.engagements.understood import Understood, understand
from whimbrel.queries import documents as kept
from whimbrel.queries.access import matrix
from whimbrel.register.models import Document, Engagement, Line, Person, Reading
from whimbrel.web import lists
from whimbrel.web.urls import LISTS

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture(scope="module")
def paper() -> Understood:
    """The specimen, read."""
    return understand(compose(), name="specimen.docx")


@pytest.fixture
def symbol(paper: Understood) -> str:
    """The specimen, deposited."""
    return documents.deposit(OFFICER, "by mail", paper).symbol


def test_a_paper_is_deposited_judged_and_enters_the_record(tmp_path) -> None:
    client = signed_in(OFFICER)
    (tmp_path / "specimen.docx").write_bytes(compose())
    with (tmp_path / "specimen.docx").open("rb") as file:
        answer = client.post("/documents/deposit", {"file": file, "reason": "by mail"})
    assert "Waits for a worker" in client.get(answer["Location"]).content.decode()
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0)
    symbol = Document.objects.get().symbol
    assert symbol in client.get(answer["Location"]).content.decode()
    page = client.get(f"/documents/{symbol}").content.decode()
    assert symbol in page
    assert "left to judge" in page
    client.post(f"/documents/{symbol}/accept-sure")
    assert Engagement.objects.exists()
    one = next(iter(kept.readings(OFFICER, symbol, kind="positions")), None)
    first = one or kept.readings(OFFICER, symbol)[0]
    address = f"/documents/{symbol}/readings/{first.kind}/{first.place}"
    sent = {"verdict": "reject", "seen": first.change, "reason": "no view"}
    assert client.post(address, sent).status_code == 302
    again = client.post(address, sent)
    assert again.status_code == 409
    assert "meanwhile" in again.content.decode()
    assert "rejected" in client.get(f"/documents/{symbol}").content.decode()


def test_a_browser_with_scripts_gets_the_note_alone_and_a_refusal_beside_it(symbol: str) -> None:
    client = signed_in(OFFICER)
    first = kept.readings(OFFICER, symbol)[0]
    address = f"/documents/{symbol}/readings/{first.kind}/{first.place}"
    sent = {"verdict": "reject", "seen": first.change}
    note = client.post(address, sent, headers={"HX-Request": "true"}).content.decode()
    assert note.startswith('<li class="note rejected"')
    assert 'hx-swap-oob="innerHTML">' in note
    assert 'role="alert"' not in note
    again = client.post(address, {**sent, "verdict": "accept"}, headers={"HX-Request": "true"})
    assert "meanwhile" in again.content.decode().partition("</p>")[0]
    assert kept.readings(OFFICER, symbol)[0].state == "rejected"


def test_a_worker_reads_a_paper_again_for_who_may_judge(symbol: str) -> None:
    client, address = signed_in(OFFICER), f"/documents/{symbol}/read-again"
    assert address in client.get(f"/documents/{symbol}").content.decode()
    assert address not in signed_in(AUDITOR).get(f"/documents/{symbol}").content.decode()
    before = Line.objects.count()
    assert signed_in(AUDITOR).post(address).status_code == 403
    Reading.objects.filter(kind="engagements", place=1).update(row={"stale": True})
    assert client.post(address, {"reason": "a newer reader"})["Location"].endswith(symbol)
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0)
    assert "title" in Reading.objects.get(kind="engagements", place=1).row
    assert Line.objects.count() == before + 1


def test_an_address_of_nothing_is_told_in_the_frame_of_the_house() -> None:
    answer = signed_in(OFFICER).get("/nothing-here")
    assert answer.status_code == 404
    assert '<main id="main"' in answer.content.decode()


def test_a_correction_changes_what_was_sent_and_nothing_else(symbol: str) -> None:
    client = signed_in(OFFICER)
    first = kept.readings(OFFICER, symbol, kind="engagements")[0]
    address = f"/documents/{symbol}/readings/engagements/{first.place}"
    assert "Keep as corrected" in client.get(address).content.decode()
    sent = {"verdict": "correct", "seen": 0, "title": "A better title", "themes": "terns\n\nmoors "}
    assert client.post(address, sent).status_code == 302
    better = kept.readings(OFFICER, symbol, kind="engagements")[0].row
    expected = {**first.row, "title": "A better title", "themes": ["terns", "moors"]}
    assert better == expected


def test_the_correction_of_the_second_is_not_lost(symbol: str) -> None:
    client, second = signed_in(OFFICER), signed_in(with_role("approver"))
    first = kept.readings(OFFICER, symbol, kind="engagements")[0]
    address = f"/documents/{symbol}/readings/engagements/{first.place}"
    sent = {"verdict": "correct", "seen": first.change}
    client.post(address, {**sent, "title": "What the first wrote"})
    mine = {**sent, "title": "What the second wrote", "themes": "terns\nmoors", "reason": "clear"}
    answer = second.post(address, mine)
    page = html.fromstring(answer.content.decode())
    assert answer.status_code == 409
    assert "meanwhile" in page.xpath("//*[@role='alert']")[0].text_content()
    form = page.xpath("//form[.//button[@value='correct']]")[0]
    held = dict(form.form_values())
    assert held["title"] == "What the second wrote"
    assert held["themes"].split() == ["terns", "moors"]
    assert held["reason"] == "clear"
    assert "What the first wrote" in page.xpath("//*[@id='n-title']")[0].text_content()
    assert not page.xpath("//*[@id='n-place']"), "only what is not the same"
    assert kept.readings(OFFICER, symbol, kind="engagements")[0].row["title"] == (
        "What the first wrote"
    )
    assert second.post(address, {**held, "verdict": "correct"}).status_code == 302
    assert kept.readings(OFFICER, symbol, kind="engagements")[0].row["themes"] == [
        "terns", "moors",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "why"), [({}, "o file came with it"), ({"file": b""}, "is empty")]
)
def test_a_deposit_that_is_none_is_refused_with_a_reason(
    tmp_path, sent: dict[str, bytes], why: str
) -> None:
    client = signed_in(OFFICER)
    (tmp_path / "empty.docx").write_bytes(sent.get("file", b""))
    with (tmp_path / "empty.docx").open("rb") as file:
        answer = client.post("/documents/deposit", {"file": file} if sent else {})
    page = answer.content.decode()
    assert answer.status_code == 403
    assert why in page
    assert str(tmp_path.root) + "tmp" not in page
    assert not Document.objects.exists()


EMPTY = (
    "admission", "observers", "agreements", "barriers", "campaigns", "contributions", "countries",
    "datasets", "drafts", "groups", "initiatives", "mechanisms", "participation", "partnerships",
    "questions", "reports", "statements", "suggestions",
)  # fmt: skip
"""Lists that the specimen puts nothing into when its sure readings are accepted."""


@pytest.mark.long
def test_every_list_has_its_json_twin(symbol: str) -> None:
    client = signed_in(OFFICER)
    client.post(f"/documents/{symbol}/accept-sure")
    for name, _ in LISTS:
        page, twin = client.get(f"/{name}"), client.get(f"/{name}.json")
        assert page.status_code == twin.status_code == 200, name
        assert isinstance(json.loads(twin.content), list), name
        assert json.loads(twin.content) or name in EMPTY, name
        for form in ("csv", "xlsx"):
            taken = client.get(f"/{name}.{form}")
            assert taken.status_code == 200, name
            assert f'filename="{name}.{form}"' in taken["Content-Disposition"]
    rows = json.loads(client.get(f"/documents/{symbol}.json").content)
    assert rows == kept.rows(OFFICER, symbol)
    asked = json.loads(client.get("/decisions.json").content)
    some = asked[0]["addressees"][0]
    narrowed = json.loads(client.get("/decisions.json", {"to": some}).content)
    assert narrowed == [one for one in asked if some in one["addressees"]]
    page = client.get(reverse("provision", args=[asked[0]["path"]])).content.decode()
    assert asked[0]["name"] in page
    assert client.get("/decisions/99.9").status_code == 404


def test_a_search_is_taken_along_whole(symbol: str) -> None:
    client, asked = signed_in(OFFICER), {"q": "the"}
    rows = client.get("/search.json", asked).json()
    assert len(rows) > 50, "more than a page"
    assert len({(one["kind"], one["name"]) for one in rows}) == len(rows)
    page = client.get("/search", asked).content.decode()
    assert f"{len(rows)} found, the newest first" in page
    assert "/search.xlsx?q=the" in page
    table = client.get("/search.csv", asked)
    assert table["Content-Type"].startswith("text/csv")
    assert len(list(csv.reader(io.StringIO(table.content.decode())))) == len(rows) + 1
    book = load_workbook(io.BytesIO(client.get("/search.xlsx", asked).content))
    assert book["search"].max_row == len(rows) + 1
    kind = rows[0]["kind"]
    narrowed = client.get("/search.json", {**asked, "kind": kind}).json()
    assert narrowed == [one for one in rows if one["kind"] == kind]
    assert client.get("/search.pdf", asked).status_code == 404
    assert Client().get("/search.json", asked).json() == []


@pytest.mark.parametrize("odd", ["\ufffe", "\uffff", "\x0b", "\x00", "\ud800", "\x1f"])
def test_a_spreadsheet_leaves_out_what_xml_does_not_know(odd: str) -> None:
    made = lists.sheet("x", [("q", "meeting"), (f"a{odd}b\U0001f426\tc\nd", odd)])
    rows = list(load_workbook(io.BytesIO(made)).active.values)
    assert "ab\U0001f426\tc\nd" in rows[1]


def test_engagements_are_narrowed_in_the_address(symbol: str) -> None:
    client = signed_in(OFFICER)
    client.post(f"/documents/{symbol}/accept-sure")
    partner = json.loads(client.get("/partners.json").content)[0]
    listed = json.loads(client.get("/engagements.json", {"partner": partner["key"]}).content)
    assert len(listed) == partner["engagements"] > 0
    assert json.loads(client.get("/engagements.json", {"evidence": "none"}).content) == []
    assert json.loads(client.get("/engagements.json", {"country": "XX"}).content) == []


def test_an_engagement_is_recorded_where_it_answers_a_provision(symbol: str) -> None:
    client = signed_in(OFFICER)
    client.post(f"/documents/{symbol}/accept-sure")
    first = json.loads(client.get("/decisions.json").content)[0]
    name, path = first["name"], first["path"]
    sent = {"title": "A round table", "partners": "FAO\n\nIUCN", "since": "2025-11"}
    answer = client.post(reverse("record", args=[path]), {**sent, "evidence": "Doc.9#para_1"})
    assert answer.status_code == 302
    one = Engagement.objects.get(title="A round table")
    assert [str(part.body) for part in one.parts.all()] == ["FAO", "IUCN"]
    assert (one.precision, one.evidence.get().address) == ("month", "Doc.9#para_1")
    assert [each.name for each in one.provisions.all()] == [name]
    bad = client.post(reverse("record", args=[path]), {**sent, "title": "T", "since": "soon"})
    assert "oon is no date" in bad.content.decode()
    assert "A round table" in client.get(reverse("provision", args=[path])).content.decode()


def test_what_is_published_everybody_reads_without_proposals_and_names(symbol: str) -> None:
    people.enter(ADMINISTRATOR, "", "dee@example.org", "Dee", "approver")
    officer, approver, anybody = signed_in(OFFICER), signed_in("dee@example.org"), Client()
    address = f"/documents/{symbol}/publish"
    assert officer.post(address, {"reason": "adopted"}).status_code == 403
    assert approver.post(address, {"reason": " "}).status_code == 403
    assert anybody.get(f"/documents/{symbol}").status_code == 302
    officer.post(f"/documents/{symbol}/accept-sure")
    assert approver.post(address, {"reason": "adopted"}).status_code == 302
    page = anybody.get(f"/documents/{symbol}").content.decode()
    assert "accepted" in page
    assert "note proposed" not in page
    assert "by Ann" not in page
    assert symbol in anybody.get("/documents").content.decode()
    assert "is public already" in approver.post(address, {"reason": "again"}).content.decode()
    rows = json.loads(anybody.get(f"/documents/{symbol}.json").content)
    assert rows["engagements"]
    assert rows["positions"] == []


READING = ("/", "/documents", "/decisions", "/engagements", "/partners", "/documents/{symbol}")
WRITING = (
    ("/documents/deposit", "deposit"),
    ("/documents/{symbol}/accept-sure", "judge"),
    ("/documents/{symbol}/readings/engagements/1", "judge"),
    ("/documents/{symbol}/publish", "publish"),
)


@pytest.mark.long
@pytest.mark.parametrize("role", sorted(set(matrix().roles) - {"public"}))
def test_the_whole_matrix_over_every_page(symbol: str, role: str) -> None:
    client = signed_in(with_role(role))
    verbs = matrix().roles[role]
    reads = verbs.get("read") == "all"
    told = {page: client.get(page.format(symbol=symbol)) for page in READING}
    hidden = {"/documents/{symbol}": 404}
    for page, answer in told.items():
        assert answer.status_code == (200 if reads else hidden.get(page, 200)), page
        # A page that is hidden names what was asked for, and says nothing else of it.
        named = page == "/documents/{symbol}" or symbol.encode() not in answer.content
        assert reads or named, page
    assert (client.get("/ledger").status_code == 200) == ("audit" in verbs)
    for page, verb in WRITING:
        answer = client.post(
            page.format(symbol=symbol), {"verdict": "accept", "file": "", "reason": "x"}
        )
        allowed = verb in verbs
        if page != "/documents/deposit":
            assert (answer.status_code == 302) == allowed, page
        else:
            assert answer.status_code == 403, page
    made = Document.objects.count()
    assert made == 1


@pytest.mark.parametrize("page", ["/documents", "/decisions", "/ledger", "/documents/X/1"])
def test_who_has_not_signed_in_is_asked_to(symbol: str, page: str) -> None:
    answer = Client().get(page)
    assert answer.status_code in (302, 403)
    assert symbol.encode() not in answer.content


def test_every_answer_keeps_to_itself() -> None:
    answer = Client().get("/sign-in")
    assert answer["Content-Security-Policy"].startswith("default-src 'self'")
    assert answer["X-Frame-Options"] == "DENY"
    page = answer.content.decode()
    assert not re.search(r"<script(?! src=| [^>]*type=.application/json)", page)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", page)


def test_a_form_without_its_token_is_refused(symbol: str) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(Person.objects.get(email=OFFICER))
    assert client.post(f"/documents/{symbol}/accept-sure").status_code == 403
    assert client.get(f"/documents/{symbol}/accept-sure").status_code == 405


def test_the_server_says_that_it_is_alive() -> None:
    assert json.loads(Client().get("/alive").content) == {"alive": True, "newest_line": 3}


def test_the_static_files_are_served_by_the_house() -> None:
    answer = Client().get("/static/whimbrel/whimbrel.css")
    assert answer.status_code == 200
    answer.close()
