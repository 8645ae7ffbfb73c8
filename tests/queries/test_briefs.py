"""Other papers of the record, in three languages."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.record import ADMINISTRATOR, OFFICER, with_role
from tests.reported import HOSTILE, begun, read_again
from whimbrel.acts import (
    barriers,
    engagements,
    mandates,
    mechanisms,
    participation,
    suggestions,
)
from whimbrel.document.normal import normal
from whimbrel.queries.briefs import Brief, brief, brief_file, paper
from whimbrel.queries.scope import reader
from whimbrel.register.models import Body, Meeting

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("house")]
ABOUT = {
    "table": "", "deletion": "", "partner": "birdlife-international",
    "meeting": "birdlife-international", "country": "KE", "answer": "14.10/a",
}  # fmt: skip


def shown(kind: str, language: str = "en") -> Brief:
    """A paper."""
    one = brief(OFFICER, kind, about(kind), language=language)
    assert one is not None
    return one


def about(kind: str) -> str:
    """The record that a paper of a kind is about."""
    if kind in ("partner", "meeting"):
        return Body.objects.get(name="BirdLife International").key
    return ABOUT[kind]


def words(one: Brief) -> str:
    """Everything that a paper says."""
    cells = [cell for row in one.rows for cell in row]
    return " ".join([*("".join(run.text for run in line.runs) for line in one.lines), *cells])


@pytest.mark.parametrize(
    ("kind", "title", "says"),
    [
        ("table", "Implementation of decisions in effect", "Work with partners, b)"),
        ("deletion", "Decisions recommended for deletion", "Decision 14.10 a)"),
        ("partner", "Profile: BirdLife International", "Workshop on flyways"),
        ("meeting", "Brief for a meeting with BirdLife International", "Joint work programme"),
        ("country", "Country brief: Kenya", "Workshop on flyways"),
        ("answer", "Answer on Decision 14.10 a)", "has been implemented"),
    ],
)
def test_each_paper_tells_what_is_on_record(kind: str, title: str, says: str) -> None:
    begun()
    one = shown(kind)
    assert one.title == title
    assert says in words(one)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("kind", ABOUT)
def test_its_word_file_gives_the_paper_that_was_written(
    kind: str, language: str, tmp_path: Path
) -> None:
    begun()
    made = brief_file(OFFICER, kind, about(kind), "docx", language=language)
    known = paper(reader(OFFICER), kind, about(kind), language)
    assert made is not None
    assert known is not None
    assert read_again(made, tmp_path) == normal(known.laid().document)


def test_a_paper_speaks_the_language_that_was_chosen() -> None:
    begun()
    assert shown("country", "fr").title == "Note de synthèse par pays : Kenya"
    assert shown("table", "es").rows[0] != shown("table", "en").rows[0]
    assert any("anglais" in gap for gap in shown("answer", "fr").gaps)


def test_the_implementation_table_is_a_spreadsheet_of_words() -> None:
    begun()
    mandates.enter(OFFICER, "", "14.10", "14.10 c)", text=HOSTILE)
    made = brief_file(OFFICER, "table", "", "xlsx")
    assert made is not None
    rows = list(load_workbook(io.BytesIO(made.data)).worksheets[0].iter_rows(values_only=True))
    assert rows[0][:3] == ("Provision", "Addressees", "Text")
    assert {row[0] for row in rows[1:]} == {"14.10 a)", "14.10 b)", "14.10 c)"}
    assert HOSTILE in [row[2] for row in rows]


def test_of_one_meeting_only() -> None:
    begun()
    at = brief(OFFICER, "table", "COP14")
    assert at is not None
    assert len(at.rows) == 3
    none = brief(OFFICER, "table", "COP15")
    assert none is not None
    assert len(none.rows) == 1
    assert none.gaps


def test_a_partner_with_whom_nothing_was_done_has_its_name_and_a_note() -> None:
    begun()
    key = Body.objects.get(name="Terns of the North").key
    one = brief(OFFICER, "meeting", key)
    assert one is not None
    assert one.title == "Brief for a meeting with Terns of the North"
    assert (one.lines, len(one.gaps)) == ((), 1)


@pytest.mark.parametrize(
    ("kind", "which"),
    [("nothing", ""), ("partner", "nobody"), ("country", "XX"), ("answer", "99.9"), ("table!", "")],
)
def test_a_paper_that_there_is_none_of(kind: str, which: str) -> None:
    begun()
    assert brief(OFFICER, kind, which) is None
    assert brief_file(OFFICER, kind, which, "docx") is None


def test_forms_that_a_paper_does_not_have() -> None:
    begun()
    assert brief_file(OFFICER, "country", "KE", "xlsx") is None
    assert brief_file(OFFICER, "country", "KE", "odt") is None
    assert brief(OFFICER, "country", "KE", language="de") is None


@pytest.mark.parametrize("role", ["public", "partner", "focal point"])
def test_papers_are_for_the_office(role: str) -> None:
    begun()
    who = None if role == "public" else with_role(role)
    assert brief(who, "table") is None
    assert brief_file(who, "country", "KE", "docx") is None
    assert brief(ADMINISTRATOR, "table") is not None


def test_the_brief_before_a_meeting_begins_with_what_is_recent() -> None:
    begun()
    for year in range(2018, 2026):
        engagements.record(
            OFFICER, "", f"Meeting of {year}", kind="liaison-meeting",
            partners=("BirdLife International",), since=f"{year}-02",
        )  # fmt: skip
    told = words(shown("meeting"))
    assert "Meeting of 2025" in told
    assert "Meeting of 2018" not in told


def test_the_paper_on_participation_says_what_is_known_and_what_is_not() -> None:
    begun()
    meeting = Meeting.objects.latest("pk").short
    one = brief(OFFICER, "participation", meeting)
    assert one is not None
    assert one.rows == ()
    said = words(one)
    assert f"nobody as having taken part in {meeting}" in said
    assert "Whether barriers were met is not known" in said
    participation.record(OFFICER, "", "Tern Trust", meeting, "spoke", title="On nets")
    participation.record(OFFICER, "", "Tern Trust", meeting, "spoke", title="On lights")
    barriers.record(OFFICER, "", "No visa.", met=True, kind="visa", body="Tern Trust",
                    meeting=meeting)  # fmt: skip
    for key in ("cbd-voluntary-fund", "unep-major-groups"):
        mechanisms.take_up(OFFICER, "", key)
    mechanisms.rely(
        OFFICER, "agreed", "unep-major-groups", relied=True, relied_for="speakers", seen=0
    )
    suggestions.record(
        OFFICER, "", "A travel fund of our own.", constituency=("local communities",),
        amount="60000", currency="EUR", basis="twelve tickets",
    )  # fmt: skip
    suggestions.record(OFFICER, "", "Be kind.", constituency=("local communities",))
    one = brief(OFFICER, "participation", meeting)
    assert one is not None
    assert one.rows[1] == ("Tern Trust", "–", "2", "–", "–", "–")
    assert one.gaps == (
        "Nobody has said yet whether the convention relies on 1 of the mechanisms on record.",
    )
    said = words(one)
    assert "visa (1)" in said
    assert "Major groups and their facilitating committee (UNEP), for speakers" in said
    tables = [line.rows for line in one.lines if line.rows]
    assert tables[1][1][2].startswith("a process of its own, beside: Voluntary fund")
    assert tables[2][1] == ("local communities", "EUR 60000", "1")
    for language, title in (
        ("fr", "Participation d’organismes non Parties : "),
        ("es", "Participación de organismos que no son Partes: "),
    ):
        told = brief(OFFICER, "participation", meeting, language=language)
        assert told is not None
        assert told.title == f"{title}{meeting}"
    assert brief(None, "participation", meeting) is None
    assert brief(OFFICER, "participation", "COP999") is None
