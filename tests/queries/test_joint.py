"""Synergy asked of a record: through the gate, on pages, in files, in papers, in the terminal."""

import csv
import datetime
import io
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from django.test import Client

from tests.record import OFFICER, signed_in, with_role
from whimbrel.acts import agreements, bodies, engagements, imports, mandates, meetings, publish
from whimbrel.cli.synergy import synergy
from whimbrel.queries import briefs, joint, joint_papers
from whimbrel.reporting.papers.joint import charts, tables
from whimbrel.synergy.joint import questions

DAY = datetime.date
SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)
ASKED = (*joint.QUESTIONS,)


@pytest.fixture
def record(house: Path) -> str:
    """A record in which two conventions meet; the key of the engagement in Kenya."""
    by, why = OFFICER, "for a test"
    bodies.enter(by, why, "Convention on Terns", kind="mea", acronym="CTT", ours=True)
    bodies.enter(by, why, "Convention on Herons", kind="mea", acronym="CWH")
    bodies.enter(by, why, "Reeds for All", kind="ngo")
    bodies.enter(by, why, "Liaison Circle", kind="liaison-group", acronym="LC")
    for short, first, last, country in (
        ("COP3", DAY(2023, 5, 1), DAY(2023, 5, 5), "KE"),
        ("COP4", DAY(2026, 5, 1), DAY(2026, 5, 5), "BR"),
        ("HCOP2", DAY(2026, 5, 4), DAY(2026, 5, 9), "FR"),
    ):
        holder = "Convention on Herons" if short == "HCOP2" else "Convention on Terns"
        meetings.enter(by, why, short, body=holder, country=country, starts=first, ends=last)
    for number, convention in (("3.1", "CTT"), ("2.9", "CWH")):
        mandates.adopt(by, why, number, kind="decision", house=convention, since=DAY(2023, 5, 5))
    mandates.enter(
        by,
        why,
        "3.1",
        "3.1 a)",
        text="The Secretariat shall review the needs of lions in Kenya",
        addressees=("Secretariat",),
        outputs=(("review", ""),),
        collaborators=("CWH", "Nobody Met"),
    )
    mandates.enter(
        by,
        why,
        "2.9",
        "2.9",
        text="The Secretariat shall review the trade in lions in Kenya",
        addressees=("Secretariat",),
        outputs=(("review", ""),),
    )
    mandates.enter(by, why, "3.1", "3.1 b)", text="Parties meet the goals of the KMGBF")
    agreements.record(
        by,
        why,
        "Programme of two conventions",
        kind="joint-work-programme",
        parties=("ctt", "cwh"),
        since="2021",
        until="2025",
    )
    return engagements.record(
        by, why, "Talk on <lions> & reeds", kind="workshop", venue_country="KE",
        partners=("cwh", "reeds-for-all", "lc"), since="2025-03-04", species=("lion",),
    )  # fmt: skip


def names(question: str, by: str | None = OFFICER) -> list[str]:
    """The first cell of every row."""
    found = joint.QUESTIONS[question](by)
    return [row[0] for row in tables.table(found, "en").plain()[1:]]


def test_the_record_answers(record: str) -> None:
    (pair,) = joint.mandates(OFFICER).rows
    assert (pair.one.words, pair.other.words, pair.kind) == ("3.1 a)", "2.9", "may-duplicate")
    assert pair.species == ("lion",) and pair.countries == ("KE",)
    (gap,) = joint.absent(OFFICER).rows
    assert gap.unmet == ("Nobody Met",) and [one.name for one in gap.beside] == [record[:12]]
    assert names("partners") == ["LC", "Reeds for All"]
    assert names("network") == ["CWH", "Reeds for All"]
    assert names("countries") == ["Kenya", "Brazil", "France"]
    assert names("creatures") == ["lion"]
    assert [one.plan for one in joint.unnumbered(OFFICER).rows] == ["kmgbf"]
    (meet,) = joint.calendar(OFFICER).rows
    assert (meet.what, meet.apart) == ("clash", -2)
    (candidate,) = joint.programme(OFFICER, today=DAY(2026, 1, 1)).rows
    assert (candidate.one, candidate.other, candidate.standing) == ("CTT", "CWH", "run-out")
    kenya = joint.country(OFFICER, "KE")
    assert kenya is not None
    assert [one.what for one in kenya.rows] == ["obligation", "obligation", "meeting", "event"]
    assert joint.country(OFFICER, "ZZ") is None


def test_what_lapsed_or_is_not_yet_in_force_is_not_asked(record: str) -> None:
    assert joint.mandates(OFFICER, today=DAY(2023, 1, 1)).rows == ()
    assert joint.mandates(OFFICER, today=DAY(2023, 1, 1)).counted.provisions == 0
    assert len(joint.mandates(OFFICER, today=DAY(2024, 1, 1)).rows) == 1


def test_strangers_see_what_was_published_and_no_more(record: str) -> None:
    approver = with_role("approver")
    assert joint.mandates(None).rows == () and joint.partners(None).rows == ()
    publish.publish(approver, "for all to read", "provision", "3.1 a)")
    assert joint.mandates(None).rows == (), "the other provision is not public"
    publish.publish(approver, "for all to read", "provision", "2.9")
    assert len(joint.mandates(None).rows) == 1
    publish.publish(approver, "for all to read", "engagement", record[:12])
    assert joint.countries(None).rows[0].country.name == "KE"
    assert names("partners", None) == [], "who took part is not public"


def test_a_focal_point_sees_what_concerns_their_country(record: str) -> None:
    kenya = with_role("focal point")
    assert joint.countries(kenya).rows[0].held == 1
    assert joint.mandates(kenya).rows == ()


@pytest.mark.parametrize("question", ASKED)
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_question_is_a_page_in_three_languages(
    record: str, question: str, language: str
) -> None:
    page = signed_in().get(f"/synergy/{question}", headers={"accept-language": language})
    words = unescape(page.content.decode()).replace("\u202f", "\xa0")
    assert page.status_code == 200
    asked = questions()[question]
    assert asked.title[language] in words and asked.rule[language] in words
    assert "<lions>" not in page.content.decode()
    if not joint.QUESTIONS[question](OFFICER).rows:
        assert asked.empty[language] in words


@pytest.mark.parametrize("question", [*ASKED, "country"])
def test_marks_lead_to_records_and_no_drawing_calls_a_foreign_host(
    record: str, question: str
) -> None:
    address = "/synergy/countries/KE" if question == "country" else f"/synergy/{question}"
    browser = signed_in()
    page = browser.get(address).content.decode()
    for drawing in SVG.findall(page):
        bare = drawing.replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert "//" not in bare and "<script" not in bare
        for one in ElementTree.fromstring(drawing).iter("{http://www.w3.org/2000/svg}a"):
            href = one.attrib["href"]
            if href.startswith("#"):
                assert f'id="{href[1:]}"' in page
            else:
                assert browser.get(href).status_code == 200, href


@pytest.mark.parametrize("question", [*ASKED, "country"])
def test_the_numbers_of_a_chart_are_those_of_its_answer(record: str, question: str) -> None:
    found = (
        joint.country(OFFICER, "KE")
        if question == "country"
        else joint.QUESTIONS[question](OFFICER)
    )
    assert found is not None
    made = charts.chart(found, "en")
    if not found.rows:
        assert made is None
        return
    assert made is not None
    told = {cell for row in made.plain() for cell in row}
    for drawing in made.drawings("c"):
        for one in ElementTree.fromstring(drawing).iter("{http://www.w3.org/2000/svg}title"):
            number = re.search(r"[:,] (\d+)$", one.text or "")
            assert number is None or number[1] in told, one.text


def test_the_index_leads_to_every_question(record: str) -> None:
    page = signed_in().get("/synergy").content.decode()
    for question in ASKED:
        assert f'href="/synergy/{question}"' in page
    assert 'href="/papers/synergy/CTT,CWH"' in page


def test_strangers_are_asked_to_sign_in_where_nothing_is_public(record: str) -> None:
    for address in ("/synergy/partners", "/synergy/mandates", "/synergy/countries/TZ"):
        assert Client().get(address).status_code == 302
    # Where meetings are held is open to all, as their list is.
    page = Client().get("/synergy/countries")
    assert page.status_code == 200 and "Talk on" not in page.content.decode()
    assert signed_in().get("/synergy/nothing").status_code == 404
    assert signed_in().get("/synergy/countries/ZZ").status_code == 404


def test_files_have_every_row_with_the_rule_and_the_day(record: str) -> None:
    told = signed_in().get("/synergy/mandates.json").json()
    assert told["rule"] == questions()["mandates"].rule["en"] and len(told["rows"]) == 1
    assert told["asked_of"].startswith("Asked of the record on ")
    lines = signed_in().get("/synergy/partners.csv").content.decode("utf-8-sig")
    assert [row[0] for row in csv.reader(io.StringIO(lines))] == ["Partner", "LC", "Reeds for All"]
    assert signed_in().get("/synergy/countries/KE.xlsx").status_code == 200


def test_the_service_answers_the_same(record: str) -> None:
    told = signed_in().get("/api/synergy/absent")
    assert told.status_code in {200, 401}
    assert Client().get("/api/synergy/mandates").json()["rows"] == []


@pytest.fixture
def rows() -> Iterator[CliRunner]:
    """A terminal."""
    yield CliRunner()


@pytest.mark.parametrize("question", ASKED)
def test_the_terminal_prints_rule_source_and_date(
    record: str, rows: CliRunner, question: str
) -> None:
    text = rows.invoke(synergy, [question, "--by", OFFICER])
    assert text.exit_code == 0, text.output
    assert questions()[question].rule["en"] in text.output and "Asked of the record" in text.output
    data = json.loads(rows.invoke(synergy, [question, "--by", OFFICER, "--to", "json"]).output)
    found = joint.QUESTIONS[question](OFFICER)
    assert len(data["rows"]) == len(found.rows) and data["at"] == found.at.isoformat()
    sheet = rows.invoke(synergy, [question, "--by", OFFICER, "--to", "csv"]).output
    listed = list(csv.DictReader(io.StringIO(sheet)))
    assert len(listed) == len(found.rows)
    assert all(one["rule"] and one["asked_of"] for one in listed)


def test_the_terminal_says_what_is_no_country(record: str, rows: CliRunner) -> None:
    assert rows.invoke(synergy, ["country-record", "ke", "--by", OFFICER]).output.count("2.9") == 1
    wrong = rows.invoke(synergy, ["country-record", "Kenya"])
    assert wrong.exit_code == 2 and "two letters" in wrong.output


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_brief_has_the_tables_the_charts_and_the_rules(record: str, language: str) -> None:
    shown = briefs.opened(OFFICER, "synergy", "CTT,CWH", language=language)
    assert shown is not None
    words = " ".join(run.text for line in shown.brief.lines for run in line.runs)
    assert questions()["programme"].rule[language].replace("\xa0", " ") in words.replace(
        "\xa0", " "
    ).replace("\u202f", " ")
    assert not shown.brief.gaps
    file = briefs.brief_file(OFFICER, "synergy", "CTT,CWH", "docx", language=language)
    assert file is not None and file.data[:2] == b"PK"
    assert briefs.brief_file(OFFICER, "synergy", "CTT,CWH", "pdf", language=language) is not None


def test_the_brief_is_for_the_office_and_about_conventions_on_record(record: str) -> None:
    assert briefs.brief(None, "synergy", "CTT,CWH") is None
    for about in ("CTT", "CTT,CTT", "CTT,XYZ", ""):
        assert briefs.brief(OFFICER, "synergy", about) is None


def test_the_brief_on_a_country_tells_what_the_record_says_of_it(record: str) -> None:
    found = briefs.brief(OFFICER, "country", "KE")
    assert found is not None
    assert any("2.9" in str(line) for line in found.lines)
    assert joint_papers.say("KE", "fr") == "Kenya"


MEMBERS = b"""treaty,party,entry_into_force,withdrawal_effective,source
FEN,France,1983-11-01,,Depositary of fens
FEN,Kenya,1990-01-01,2001-01-01,Depositary of fens
MOOR,France,1990-01-01,,Depositary of moors
MOOR,Kenya,1990-01-01,,Depositary of moors
"""


def test_treaties_are_counted_by_the_parties_that_they_share(house: Path) -> None:
    imports.bring(OFFICER, "", "memberships", "list.csv", MEMBERS, on=DAY(2026, 1, 1))
    found = joint.memberships(OFFICER, today=DAY(2026, 2, 1))
    counts = {(one.one, one.other): one.shared for one in found.rows}
    assert counts == {
        ("FEN", "FEN"): 1, ("FEN", "MOOR"): 1, ("MOOR", "FEN"): 1, ("MOOR", "MOOR"): 2,
    }  # fmt: skip
    assert {ref.words for one in found.rows for ref in one.sources} == {
        "Depositary of fens (2026-01-01)", "Depositary of moors (2026-01-01)",
    }  # fmt: skip
    made = charts.chart(found, "en")
    assert made is not None and made.plain()[1:] == (("FEN", "1", "1"), ("MOOR", "1", "2"))
    assert signed_in().get("/synergy/memberships").status_code == 200
    assert joint.memberships(None).rows == ()


def test_a_country_is_told_with_how_it_stands_to_each_treaty(house: Path) -> None:
    imports.bring(OFFICER, "", "memberships", "list.csv", MEMBERS, on=DAY(2026, 1, 1))
    found = joint.country(OFFICER, "KE", today=DAY(2026, 2, 1))
    assert found is not None
    stands = {one.record.words: one.words for one in found.rows if one.what == "membership"}
    assert stands == {"FEN": "withdrawn", "MOOR": "party"}
    assert signed_in().get("/synergy/countries/KE").status_code == 200
