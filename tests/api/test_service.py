"""The door for programs: what it gives, what it takes, and what it refuses."""

import io
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.api.house import APPROVER, browser, do, furnish, open_up, program
from tests.record import ADMINISTRATOR, OFFICER
from whimbrel.acts import documents, engagements, intake, publish
from whimbrel.api.service import limit
from whimbrel.demo import compose
from whimbrel.engagements.understood import understand
from whimbrel.queries import engagements as kept
from whimbrel.queries import ledger
from whimbrel.register.models import Engagement, Intake, Line, Person, Provision

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture(autouse=True)
def counted_anew() -> None:
    """No test pays for the calls of another."""
    limit.forget()


@pytest.fixture
def key() -> str:
    """The engagement of a furnished house."""
    return furnish()


def test_a_list_is_given_in_pages_with_the_fields_of_its_query(key: str) -> None:
    told = program(OFFICER).get("/api/engagements").json()
    assert (told["total"], told["page"], told["pages"]) == (1, 1, 1)
    row = told["rows"][0]
    assert row["key"] == key
    assert row["partners"] == ["BirdLife International"]
    assert set(row) == set(kept.Deed.__dataclass_fields__)


def test_a_list_is_narrowed_as_its_page_is(key: str) -> None:
    client = program(OFFICER)
    assert client.get("/api/engagements?country=KE&kind=workshop").json()["total"] == 1
    assert client.get("/api/engagements?country=FR").json()["total"] == 0
    assert client.get("/api/provisions?on=2024-02-16").json()["total"] == 0
    assert client.get("/api/provisions?on=2024-02-18&to=Secretariat").json()["total"] == 2


def test_a_page_past_the_end_is_empty_and_one_past_all_bounds_is_refused(key: str) -> None:
    client = program(OFFICER)
    told = client.get("/api/engagements?page=7").json()
    assert (told["rows"], told["total"], told["page"]) == ([], 1, 7)
    for page in ("0", "-1", "100001", "x"):
        assert client.get(f"/api/engagements?page={page}").status_code == 422, page


def test_a_record_is_found_by_its_name_even_where_that_holds_slashes(key: str) -> None:
    client = program(OFFICER)
    documents.deposit(OFFICER, "", understand(compose(), name="specimen.docx"))
    symbol = client.get("/api/documents").json()["rows"][0]["symbol"]
    assert "/" in symbol
    assert client.get(f"/api/documents/{symbol}").json()["symbol"] == symbol
    assert client.get(f"/api/documents/{symbol}/readings").json()[0]["state"] == "proposed"
    assert "citations" in client.get(f"/api/documents/{symbol}/rows").json()
    assert client.get("/api/provisions/14.10/a").json()["asked"]["name"] == "14.10 a)"
    assert client.get("/api/decisions/14.10").json()["number"] == "14.10"
    assert client.get("/api/meetings/COP14").json()["held"]["venue"] == "Hall"


def test_every_change_of_a_record_and_what_it_said_on_a_day(key: str) -> None:
    client = program(OFFICER)
    steps = client.get(f"/api/history?about=engagement {key}").json()
    assert steps["rows"][0]["act"] == "engagements.record"
    assert steps["rows"][0]["by"] == OFFICER
    said = client.get("/api/said-on?kind=engagement&day=2999-01-01").json()
    assert said["rows"][0]["said"]["title"] == "Workshop on flyways"
    assert client.get("/api/said-on?kind=engagement&day=1999-01-01").json()["total"] == 0
    assert client.get("/api/said-on?kind=person&day=2999-01-01").status_code == 422


def test_strangers_read_what_is_public_and_nothing_else(key: str) -> None:
    client = Client()
    assert client.get("/api/provisions").json()["total"] == 0
    assert client.get("/api/provisions/14.10/a").status_code == 404
    open_up()
    told = client.get("/api/provisions").json()
    assert [row["name"] for row in told["rows"]] == ["14.10 a)"]
    assert client.get("/api/provisions/14.10/b").status_code == 404
    assert client.get(f"/api/engagements/{key}").status_code == 404
    assert client.get("/api/ledger").json()["total"] == 0
    assert client.get("/api/ledger/verify").status_code == 403
    assert client.get("/api/me").status_code == 404


def test_a_stranger_writes_nothing_and_leaves_no_line(key: str) -> None:
    before = ledger.newest()
    answer = do(Client(), "engagements.link", key=key, provision="14.10 b)")
    assert answer.status_code == 401
    assert "token" in answer.json()["why"]
    assert ledger.newest() == before


def test_a_token_that_is_none_lets_nobody_in_even_beside_a_session(key: str) -> None:
    client = browser(OFFICER)
    assert client.get("/api/me").json()["email"] == OFFICER
    for header in ("Bearer whimbrel_guess", "Basic YTpi", "Bearer", ""):
        answer = client.get("/api/me", headers={"Authorization": header})
        assert answer.status_code == 401, header


def test_a_page_of_somebody_else_writes_nothing_through_a_browser(key: str) -> None:
    client = browser(OFFICER)
    answer = do(client, "engagements.link", key=key, provision="14.10 b)")
    assert answer.status_code == 403
    assert "X-CSRFToken" in answer.json()["why"]
    client.get("/")
    sent = {"key": key, "provision": "14.10 b)"}
    answer = client.post(
        "/api/acts/engagements.link", sent, content_type="application/json",
        headers={"X-CSRFToken": client.cookies["csrftoken"].value},
    )  # fmt: skip
    assert answer.json() == {"act": "engagements.link", "value": "14.10 b)"}


def test_an_act_is_done_with_its_reason_and_stands_in_the_ledger(key: str) -> None:
    answer = do(program(OFFICER), "engagements.correct", key=key, seen=0, reason="by mail",
                values={"place": "Mombasa", "species": ["tern"]})  # fmt: skip
    assert answer.json() == {"act": "engagements.correct", "value": 1}
    one = Engagement.objects.get()
    assert (one.place, one.species, one.title) == ("Mombasa", ["tern"], "Workshop on flyways")
    line = Line.objects.latest("number")
    assert (line.act, line.personal.data["reason"]) == ("engagements.correct", "by mail")


def test_who_may_not_is_told_why(key: str) -> None:
    client = program(OFFICER)
    answer = do(client, "records.publish", kind="provision", name="14.10 a)", reason="now")
    assert answer.status_code == 403
    assert "may not" in answer.json()["why"]
    assert not Provision.objects.filter(public=True).exists()
    assert do(program(ADMINISTRATOR), "mandates.assign", name="14.10 a)", to="", seen=0
              ).status_code == 403  # fmt: skip


def test_the_second_of_two_is_told_what_the_first_did(key: str) -> None:
    client = program(OFFICER)
    given: dict[str, Any] = {"name": "14.10 a)", "condition": "external-resources", "seen": 0}
    assert do(client, "mandates.fund", funding="sought", **given).status_code == 200
    answer = do(client, "mandates.fund", funding="received", **given)
    assert answer.status_code == 409
    assert "Ann" in answer.json()["why"]


@pytest.mark.long
@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"training": "perhaps"}, "values.training"),
        ({"species": "tern"}, "values.species"),
        ({"title": None}, "values.title"),
        ({"sentence": "no field to correct"}, "values.sentence"),
        ({"title": "a\x00b"}, "values.title"),
    ],
)
def test_a_wrong_shape_is_told_field_by_field(key: str, values: Any, field: str) -> None:
    answer = do(program(OFFICER), "engagements.correct", key=key, seen=0, values=values)
    assert answer.status_code == 422
    assert field in [one["field"].removeprefix("given.") for one in answer.json()["where"]]


def test_what_is_no_json_is_of_bad_shape(key: str) -> None:
    answer = program(OFFICER).post("/api/acts/records.follow", "{", content_type="application/json")
    assert answer.status_code == 422
    assert answer.json()["why"]


def test_a_text_that_is_too_long_for_its_field_is_no_fault_of_the_house(key: str) -> None:
    answer = do(program(OFFICER), "engagements.correct", key=key, seen=0,
                values={"kind": "x" * 19_000})  # fmt: skip
    assert answer.status_code == 403
    assert answer.json()["why"]


def test_a_reading_is_corrected_field_by_field() -> None:
    client = program(OFFICER)
    symbol = documents.deposit(OFFICER, "", understand(compose(), name="specimen.docx")).symbol
    listed = client.get(f"/api/documents/{symbol}/readings?kind=agreements").json()
    one = {"symbol": symbol, "kind": "agreements", "place": listed[0]["place"]}
    wrong = do(client, "readings.judge", **one, verdict="correct", fields={"name": None})
    assert wrong.status_code == 403
    answer = do(client, "readings.judge", **one, verdict="correct", fields={"name": "The plan"})
    assert answer.json()["value"] == "corrected"
    assert client.get("/api/agreements").json()["rows"][0]["name"] == "The plan"
    assert do(client, "readings.judge", **one, verdict="reject").status_code == 409


def test_a_file_waits_to_be_read_and_the_same_one_is_known() -> None:
    client = program(OFFICER)
    for known in (False, True):
        file = io.BytesIO(compose())
        file.name = "specimen.docx"
        answer = client.post("/api/acts/intake.drop", {"file": file, "reason": "by mail"})
        told = answer.json()["value"]
        assert told["known"] is known
    assert client.get(f"/api/intake/{told['id']}").json()["name"] == "specimen.docx"
    assert Client().get(f"/api/intake/{told['id']}").status_code == 404
    empty = client.post("/api/acts/intake.drop", {"file": io.BytesIO(b"")})
    assert empty.status_code == 403


def test_an_answer_that_did_not_change_is_not_sent_again(key: str) -> None:
    client = program(OFFICER)
    first = client.get("/api/engagements")
    tag = first["ETag"]
    again = client.get("/api/engagements", headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
    assert client.get("/api/engagements?page=2", headers={"If-None-Match": tag}).status_code == 200
    other = program(APPROVER)
    assert other.get("/api/engagements", headers={"If-None-Match": tag}).status_code == 200
    engagements.correct(OFFICER, "", key, {"place": "Mombasa"}, seen=0)
    changed = client.get("/api/engagements", headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed["ETag"] != tag
    assert changed.json()["rows"][0]["place"] == "Mombasa"


def test_what_changes_without_a_line_is_seen_by_who_has_the_old_answer(key: str) -> None:
    client, admin = program(OFFICER), program(ADMINISTRATOR)
    number = intake.drop(OFFICER, "", "a.docx", b"a").id
    one = Person.objects.get(email=OFFICER)
    asked = ((client, "/api/intake"), (client, f"/api/intake/{number}"), (client, "/api/me"),
             (client, "/api/me/tokens"), (admin, "/api/people"),
             (admin, f"/api/people/{one.pk}"))  # fmt: skip
    tags = [who.get(address)["ETag"] for who, address in asked]
    for (who, address), tag in zip(asked, tags, strict=True):
        assert who.get(address, headers={"If-None-Match": tag}).status_code == 304, address
    Intake.objects.update(state=Intake.State.READING)
    one.tokens.update(name="renamed")
    Person.objects.filter(pk=one.pk).update(last_login=timezone.now(), language="fr")
    for (who, address), tag in zip(asked, tags, strict=True):
        answer = who.get(address, headers={"If-None-Match": tag})
        assert (answer.status_code, answer["ETag"] != tag) == (200, True), address


def test_what_was_published_is_seen_by_who_has_the_old_answer(key: str) -> None:
    tag = Client().get("/api/provisions")["ETag"]
    open_up()
    answer = Client().get("/api/provisions", headers={"If-None-Match": tag})
    assert answer.json()["total"] == 1
    publish.withdraw(APPROVER, "not yet", "provision", "14.10 a)")
    assert Client().get("/api/provisions").json()["total"] == 0


def test_an_answer_that_is_there_already_costs_few_questions(
    key: str, django_assert_max_num_queries: Any
) -> None:
    client = program(OFFICER)
    tag = client.get("/api/engagements")["ETag"]
    with django_assert_max_num_queries(4):  # The token, its person, the newest line; a spare one.
        assert client.get("/api/engagements", headers={"If-None-Match": tag}).status_code == 304


def test_who_calls_too_often_has_to_wait(key: str, settings: Any) -> None:
    settings.API_RATE = 10
    client = program(OFFICER)
    statuses = [client.get("/api/me").status_code for _ in range(12)]
    assert statuses[:9] == [200] * 9
    assert statuses[-1] == 429
    answer = client.get("/api/me")
    assert 1 <= int(answer["Retry-After"]) <= 60
    assert answer.json()["why"]
    assert program(APPROVER).get("/api/me").status_code == 200
    assert [Client().get("/api/meetings").status_code for _ in range(4)][-1] == 429


def test_the_count_is_that_of_all_processes(key: str, settings: Any) -> None:
    settings.API_RATE = 10
    client = program(OFFICER)
    for _ in range(6):
        client.get("/api/me")
        limit.forget()  # As another process, which has counted nothing yet.
    statuses = [client.get("/api/me").status_code for _ in range(6)]
    assert statuses[-1] == 429


@pytest.mark.long
def test_no_limit_is_no_limit(key: str, settings: Any) -> None:
    settings.API_RATE = 0
    assert {Client().get("/api/meetings").status_code for _ in range(150)} == {200}
