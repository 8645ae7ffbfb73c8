"""Spreadsheets on pages: sent, mapped, looked at, brought in; each person sees their own only."""

import io
import os
import time
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.record import ADMINISTRATOR, AUDITOR, OFFICER, signed_in, with_role
from whimbrel.acts import people
from whimbrel.engagements.tables import kinds, template
from whimbrel.queries.access import matrix
from whimbrel.register.models import Agreement, Body, Engagement, Line, Mapping, Provision
from whimbrel.web import spool

BODIES = "Partner;Type;Where\nExample Trust;NGO;Kenya\nOther Trust;Zork;Peru\n"


@pytest.fixture(autouse=True)
def spooled(house: Path, settings: Any, tmp_path: Path) -> Path:
    """A house whose spool is in a folder of the test."""
    settings.SPOOL = tmp_path / "spool"
    return tmp_path / "spool"


def sent(client: Client, data: bytes, kind: str, name: str = "list.csv") -> Any:
    """The answer to a file."""
    file = io.BytesIO(data)
    file.name = name
    return client.post("/documents/tables", {"file": file, "kind": kind})


def hidden(kind: str, *fields: str, **more: str) -> dict[str, str]:
    """What the form sends: the kind, the sheet, a field for each column."""
    columns = {f"c{place}": field for place, field in enumerate(fields)}
    return {"kind": kind, "sheet": "list.csv", "of": "list.csv", **columns, **more}


def test_from_the_file_to_the_record(spooled: Path) -> None:
    client = signed_in(OFFICER)
    lines = Line.objects.count()
    place = sent(client, BODIES.encode(), "bodies")["Location"]
    page = client.get(place).content.decode()
    assert "Nothing is changed yet." in page
    assert "1 new" in page
    assert "1 with a problem" in page
    assert "“Zork”" in page
    assert '<option value="" selected' not in page
    again = client.get(place, hidden("bodies", "name", "", "country")).content.decode()
    assert "2 new" in again
    assert (Body.objects.count(), Line.objects.count()) == (0, lines)
    word = place.partition("?")[0]
    form = hidden("bodies", "name", "", "country", reason="our list of partners")
    done = client.post(word, form)
    assert done.status_code == 200
    assert "The spreadsheet is in the record" in done.content.decode()
    assert {one.country for one in Body.objects.all()} == {"KE", "PE"}
    assert [one.act for one in Line.objects.order_by("number")[lines:]] == [
        "tables.bring_in",
        "tables.keep_mapping",
    ]
    assert list(spooled.iterdir()) == []
    assert client.post(word, form).status_code == 404
    assert Body.objects.count() == 2


def test_the_columns_are_kept_for_the_next_file() -> None:
    client = signed_in(OFFICER)
    place = sent(client, BODIES.encode(), "bodies")["Location"].partition("?")[0]
    client.post(place, hidden("bodies", "name", "", "country"))
    assert Mapping.objects.get().columns == {"Partner": "name", "Type": "", "Where": "country"}
    page = client.get(sent(client, BODIES.encode(), "bodies")["Location"]).content.decode()
    assert "as they were kept the last time" in page
    assert "2 known already" in page
    lines = Line.objects.count()
    word = sent(client, BODIES.encode(), "bodies")["Location"].partition("?")[0]
    client.post(word, hidden("bodies", "name", "", "country"))
    assert Line.objects.count() == lines + 1


def test_rows_with_a_problem_keep_all_out_unless_they_are_left_out() -> None:
    client = signed_in(OFFICER)
    place = sent(client, BODIES.encode(), "bodies")["Location"].partition("?")[0]
    refused = client.post(place, hidden("bodies", "name", "kind", "country"))
    assert refused.status_code == 403
    assert "Row 3" in refused.content.decode()
    assert not Body.objects.exists()
    form = hidden("bodies", "name", "kind", "country", partly="yes")
    assert "1 with a problem" in client.post(place, form).content.decode()
    assert Body.objects.get().name == "Example Trust"


def test_a_date_that_may_be_two_is_settled_for_the_whole_file() -> None:
    client = signed_in(OFFICER)
    place = sent(client, b"Title,With,Date\nT,FAO,11/12/2025\n", "engagements")["Location"]
    assert "2025-12-11 or 2025-11-12" in client.get(place).content.decode()
    word = place.partition("?")[0]
    form = hidden("engagements", "title", "partners", "since", dates="day-first")
    assert client.post(word, form).status_code == 200
    assert Engagement.objects.get().since == "2025-12-11"


def test_a_tracker_is_told_whose_decisions_they_are() -> None:
    client = signed_in(OFFICER)
    place = sent(client, b"Decision,Text\n99.1 a),Prepare\n", "tracker")["Location"]
    assert "whose decision this is" in client.get(place).content.decode()
    form = hidden("tracker", "provision", "text", convention="CMS")
    assert client.post(place.partition("?")[0], form).status_code == 200
    assert Provision.objects.get().instrument.key == "CMS/Decision/99.1"
    bad = sent(client, b"Decision,Text\n99.1 b),Prepare\n", "tracker")["Location"].partition("?")[0]
    assert client.get(bad, {"kind": "tracker", "convention": "<b>"}).status_code == 403


@pytest.mark.long
@pytest.mark.parametrize("kind", sorted(kinds()))
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_template_is_fetched_filled_and_brought_in(kind: str, language: str) -> None:
    client = signed_in(OFFICER)
    answer = client.get(f"/documents/tables/template/{kind}.xlsx?language={language}")
    assert answer.content[:2] == b"PK"
    assert f"{kind}-{language}.xlsx" in answer["Content-Disposition"]
    book = load_workbook(io.BytesIO(answer.content))
    first = book.worksheets[0]
    for place, field in enumerate(kinds()[kind].fields, start=1):
        first.cell(row=2, column=place, value=field.example[language] or None)
    out = io.BytesIO()
    book.save(out)
    place = sent(client, out.getvalue(), kind, "filled.xlsx")["Location"]
    form = {"kind": kind, "convention": "CMS", "partly": ""}
    done = client.post(place.partition("?")[0], form)
    assert "1 new" in done.content.decode()
    table = {
        "bodies": Body, "engagements": Engagement, "agreements": Agreement, "tracker": Provision
    }[kind]  # fmt: skip
    assert table._default_manager.exists()


@pytest.mark.parametrize(
    ("data", "kind", "why"),
    [
        (b"", "bodies", "The submitted file is empty"),
        (b"%PDF-1.7", "bodies", "is a PDF"),
        (b"Name\nA\n", "poems", "say what its rows are"),
        (b"PK\x03\x04rest", "bodies", "truncated or damaged"),
        (b"a,b\n" * 2001, "bodies", "2,000 rows"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_on_the_page(
    data: bytes, kind: str, why: str, spooled: Path
) -> None:
    answer = sent(signed_in(OFFICER), data, kind)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert 'role="alert"' in page
    assert why in page or not data
    assert not spooled.exists() or not list(spooled.iterdir())


def test_a_file_waits_for_the_person_who_sent_it_only() -> None:
    people.enter(ADMINISTRATOR, "", "dee@example.org", "Dee", "approver")
    place = sent(signed_in(OFFICER), BODIES.encode(), "bodies")["Location"]
    other = signed_in("dee@example.org")
    assert other.get(place).status_code == 404
    assert other.post(place.partition("?")[0], hidden("bodies", "name")).status_code == 404
    assert Client().get(place).status_code == 302
    assert signed_in(OFFICER).get(place).status_code == 200
    for word in ("..", "x" * 32, "0" * 32, "0" * 31 + "/"):
        assert signed_in(OFFICER).get(f"/documents/tables/{word}?kind=bodies").status_code == 404


def test_a_file_waits_for_a_day(spooled: Path) -> None:
    word = spool.keep(OFFICER, "list.csv", b"Name\n")
    assert spool.waiting(OFFICER, word) == spool.Waiting(name="list.csv", data=b"Name\n")
    long_ago = time.time() - 2 * spool.DAY
    os.utime(spooled / f"{word}.data", (long_ago, long_ago))
    assert spool.waiting(OFFICER, word) is None
    old = spool.keep(OFFICER, "old.csv", b"Name\n")
    os.utime(spooled / f"{old}.data", (long_ago, long_ago))
    spool.keep(AUDITOR, "new.csv", b"Name\n")
    assert not (spooled / f"{old}.data").exists()


def test_one_person_cannot_fill_the_spool(spooled: Path) -> None:
    words = [spool.keep(OFFICER, "list.csv", b"Name\n") for _ in range(spool.MOST + 3)]
    other = spool.keep(AUDITOR, "list.csv", b"Name\n")
    assert len(list(spooled.glob("*.data"))) == spool.MOST + 1
    assert spool.waiting(OFFICER, words[-1]) is not None
    assert spool.waiting(AUDITOR, other) is not None


def test_the_spool_is_for_nobody_elses_eyes(spooled: Path) -> None:
    spool.keep(OFFICER, "list.csv", b"Name\n")
    assert spooled.stat().st_mode & 0o077 == 0
    assert all(file.stat().st_mode & 0o077 == 0 for file in spooled.iterdir())


@pytest.mark.parametrize("role", sorted(set(matrix().roles) - {"public"}))
def test_only_those_who_record_may_bring_spreadsheets_in(role: str) -> None:
    email = with_role(role)
    client, before = signed_in(email), Body.objects.count()
    allowed = "record" in matrix().roles[role]
    assert (client.get("/documents/tables").status_code == 200) == allowed
    assert (sent(client, BODIES.encode(), "bodies").status_code == 302) == allowed
    link = reverse("tables")
    assert (link in client.get("/documents").content.decode()) == allowed
    word = spool.keep(email, "list.csv", BODIES.encode())
    assert (client.get(f"{link}/{word}?kind=bodies").status_code == 200) == allowed
    form = hidden("bodies", "name", "", "country")
    assert (client.post(f"{link}/{word}", form).status_code == 200) == allowed
    assert (Body.objects.count() > before) == allowed


def test_who_has_not_signed_in_is_asked_to() -> None:
    for answer in (
        Client().get("/documents/tables"),
        sent(Client(), BODIES.encode(), "bodies"),
        Client().get("/documents/tables/" + "0" * 32),
    ):
        assert answer.status_code == 302
        assert "/sign-in" in answer["Location"]
    assert Client().get("/documents/tables/template/poems.xlsx").status_code == 404


def test_what_a_file_says_is_shown_as_words_and_never_run() -> None:
    client = signed_in(OFFICER)
    text = "Partner;Type\n<script>alert(1)</script>;<img src=x>\n=cmd|x;NGO\n"
    page = client.get(sent(client, text.encode(), "bodies")["Location"]).content.decode()
    assert "<script" not in page
    assert "<img src=x" not in page
    assert "style=" not in page


def test_the_problems_are_told_in_the_language_of_the_person() -> None:
    client = signed_in(OFFICER)
    place = sent(client, BODIES.encode(), "bodies")["Location"]
    page = client.get(place, headers={"accept-language": "es"}).content.decode()
    assert "palabra no se conoce" in page


def test_a_workbook_of_several_sheets_lets_one_be_chosen() -> None:
    client = signed_in(OFFICER)
    place = sent(client, template("bodies"), "bodies", "list.xlsx")["Location"]
    page = client.get(place).content.decode()
    assert "What the columns mean</option>" in page
    other = client.get(place, {"kind": "bodies", "sheet": "What the columns mean", "of": "Bodies"})
    assert "What belongs in it" in other.content.decode()
