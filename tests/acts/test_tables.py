"""Spreadsheets come into the record: what is new, known, changed, in conflict; and no more."""

from typing import Any

import pytest
from django.apps import apps

from tests.record import ADMINISTRATOR, AUDITOR, OFFICER
from whimbrel.acts import engagements, people, tables
from whimbrel.acts.refused import Refused
from whimbrel.acts.tables import Brought
from whimbrel.engagements.tables import Problem, propose, rows
from whimbrel.queries import ledger
from whimbrel.queries.tables import kept_mapping
from whimbrel.reading.tables import read_book
from whimbrel.register.models import (
    Agreement,
    Body,
    Comment,
    Edition,
    Engagement,
    Findable,
    Line,
    Provision,
)

pytestmark = pytest.mark.usefixtures("house")

BODIES = """Partner;Acronym;Type;Country;Other names
Example Wetland Trust;EWT;NGO;Kenya;"Wetland Trust; Marsh Trust"
Food and Agriculture Organization of the United Nations;FAO;UN;Italy;
Université Exemple;;Université;Sénégal;
"""
ENGAGEMENTS = """Activity,With,Date,Country,Status,Type
Workshop on terns,"FAO; Example Wetland Trust",11-13 Nov 2025,Kenya,done,Workshop
Call on flyways,Example Wetland Trust,2025-12,,planned,Call
"""
AGREEMENTS = """Agreement,Parties,Start,End,Type,Status
Memorandum with the Example Wetland Trust,Example Wetland Trust,2024-01-15,2028,MoU,Active
"""
TRACKER = """Decision,Text,Addressee,Due,Responsible,Status,Funding,Notes
Decision 99.1 (a),Prepare a list of sites,Secretariat,COP15,ann@example.org,ongoing,sought,No donor
99.1 b),Report on the list,Secretariat,,Ann,not started,,
"""


def read(text: str, kind: str) -> tuple[Any, ...]:
    """The rows of a CSV file."""
    sheet = read_book(text.encode(), name="list.csv").sheets[0]
    return rows(sheet, kind, propose(sheet.headings, kind))


def bring(text: str, kind: str, **more: Any) -> Brought:
    """Bring in a CSV file."""
    return tables.bring_in(OFFICER, "our list", kind, read(text, kind), file="list.csv", **more)


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, but for what keys and sequences say."""
    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in apps.get_app_config("register").get_models()
    }


def test_bodies_come_in_and_are_found_by_any_name() -> None:
    told = bring(BODIES, "bodies")
    assert told.counts == {"new": 3, "changed": 0, "known": 0, "in conflict": 0, "left out": 0}
    one = Body.objects.get(acronym="EWT")
    assert (one.kind, one.country) == ("ngo", "KE")
    assert {name.name for name in one.names.all()} >= {"Wetland Trust", "Marsh Trust", "EWT"}
    assert Body.objects.get(acronym="FAO").key == "fao"
    assert Findable.objects.filter(kind="body", folded__contains="wetland trust").exists()
    newest = ledger.lines(OFFICER)[0]
    assert (newest.act, newest.reason) == ("tables.bring_in", "our list")
    assert Line.objects.latest("number").open["new"] == 3
    assert ledger.verify().whole


def test_engagements_come_in_with_partners_places_and_dates() -> None:
    bring(BODIES, "bodies")
    assert bring(ENGAGEMENTS, "engagements").counts["new"] == 2
    one = Engagement.objects.get(title="Workshop on terns")
    assert (one.since, one.until, one.precision) == ("2025-11-11", "2025-11-13", "day")
    assert (one.kind, one.state) == ("workshop", "done")
    assert [(place.country, place.role) for place in one.places.all()] == [("KE", "venue")]
    assert {str(part.body) for part in one.parts.all()} == {"FAO", "EWT"}
    other = Engagement.objects.get(title="Call on flyways")
    assert (other.since, other.precision, other.state) == ("2025-12", "month", "planned")
    assert Body.objects.count() == 3
    assert Edition.objects.filter(about__startswith="engagement ").count() == 2


def test_agreements_come_in_with_their_term() -> None:
    bring(AGREEMENTS, "agreements")
    one = Agreement.objects.get()
    assert (one.kind, one.since, one.until, one.said) == ("mou", "2024-01-15", "2028", "current")
    assert [each.name for each in one.parties.all()] == ["Example Wetland Trust"]


def test_a_tracker_enters_provisions_as_paraphrases_with_who_sees_to_them() -> None:
    assert bring(TRACKER, "tracker", convention="CMS").counts["new"] == 2
    one = Provision.objects.get(name="99.1 a)")
    assert one.instrument.key == "CMS/Decision/99.1"
    assert (one.paraphrase, one.due, one.addressees) == (True, "COP15", ["Secretariat"])
    assert one.assigned is not None
    assert one.assigned.email == OFFICER
    assert [each.funding for each in one.conditions.all()] == ["sought"]
    said = [each.words for each in Comment.objects.filter(about="provision 99.1 a)")]
    assert said == ["Status in a decision tracker: implemented-ongoing", "No donor"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (BODIES, "bodies"),
        (ENGAGEMENTS, "engagements"),
        (AGREEMENTS, "agreements"),
        (TRACKER, "tracker"),
    ],
)
def test_the_same_file_twice_changes_nothing(text: str, kind: str) -> None:
    more = {"convention": "CMS"} if kind == "tracker" else {}
    first = bring(text, kind, **more)
    before = everything()
    again = bring(text, kind, **more)
    assert again.counts["known"] == first.counts["new"] > 0
    after = everything()
    for name in ("Line", "Personal", "Tip"):
        del before[name], after[name]
    assert after == before


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (BODIES, "bodies"),
        (ENGAGEMENTS, "engagements"),
        (AGREEMENTS, "agreements"),
        (TRACKER, "tracker"),
    ],
)
def test_a_dry_run_says_what_would_be_and_changes_nothing(text: str, kind: str) -> None:
    before = everything()
    told = tables.dry_run(OFFICER, kind, read(text, kind), convention="CMS")
    assert everything() == before
    assert told == bring(text, kind, convention="CMS")
    assert everything() != before


def test_what_the_record_says_is_filled_and_never_overwritten() -> None:
    bring("Partner;Country\nExample Wetland Trust;Kenya\n", "bodies")
    told = bring("Partner;Acronym;Country\nexample wetland trust;EWT;Uganda\n", "bodies")
    (one,) = told.outcomes
    assert one.state == "in conflict"
    assert one.changed == ("acronym", "names")
    assert [(each.field, each.held, each.told) for each in one.conflicts] == [
        ("country", "KE", "UG")
    ]
    kept = Body.objects.get()
    assert (kept.country, kept.acronym, kept.change) == ("KE", "EWT", 1)


def test_a_tracker_fills_who_and_when_and_shows_another_text() -> None:
    bring("Decision,Text\n99.1 a),Prepare a list\n", "tracker", convention="CMS")
    told = bring("No.,Text,Owner,Due\n99.1(a),Prepare another list,Ann,2026-03\n", "tracker")
    assert told.outcomes[0].state == "in conflict"
    one = Provision.objects.get()
    assert (one.text, one.due) == ("Prepare a list", "2026-03")
    assert one.assigned is not None
    moved = bring("Decision,Due,Owner\n99.1 a),COP16,Bo\n", "tracker").outcomes[0]
    assert {each.field for each in moved.conflicts} == {"due", "assigned"}


def test_an_engagement_recorded_by_hand_is_recognised() -> None:
    engagements.record(
        OFFICER, "", "Workshop on terns", kind="workshop", partners=("FAO",), since="2025-11"
    )
    told = bring(
        "Title,Partner,Date,Place,Evidence\nWorkshop on Terns,"
        "Food and Agriculture Organization of the United Nations,Nov 2025,Rome,Doc.9#para_1\n",
        "engagements",
    )
    assert told.outcomes[0].state == "changed"
    one = Engagement.objects.get()
    assert (one.place, one.evidence.get().address) == ("Rome", "Doc.9#para_1")
    other = bring("Title,Partner,Date\nWorkshop on terns,FAO; IUCN,2025-11\n", "engagements")
    assert other.outcomes[0].conflicts[0].field == "partners"
    assert Engagement.objects.count() == 1


def test_one_bad_row_keeps_all_out_unless_partly_is_said() -> None:
    text = "Partner;Country\nExample Wetland Trust;Kenya\nOther Trust;Atlantis\n"
    with pytest.raises(Refused, match=r"1 row has a problem. Row 3: no country goes by this name"):
        bring(text, "bodies")
    assert not Body.objects.exists()
    told = bring(text, "bodies", partly=True)
    assert told.counts["new"] == told.counts["left out"] == 1
    assert [(one.row, one.heading, one.value) for one in told.problems] == [
        (3, "Country", "Atlantis")
    ]


def test_a_file_of_nothing_but_problems_is_refused_even_partly() -> None:
    with pytest.raises(Refused, match="no row in it"):
        bring("Partner;Country\nOther Trust;Atlantis\n", "bodies", partly=True)


@pytest.mark.parametrize(
    ("text", "kind", "field", "why"),
    [
        ("Title,With,Decision\nT,FAO,98.7 z)\n", "engagements", "Decision", "no_such_provision"),
        ("Decision,Due\n98.7 z),COP15\n", "tracker", "Decision", "no_provision"),
        ("Decision,Text,Owner\n99.1 a),T,Zoe\n", "tracker", "Owner", "no_person"),
        ("Decision,Text\n99.1 a),T\n", "tracker", "Decision", "no_convention"),
        ("Name,Acronym\nAnother Trust,EWT\n", "bodies", "Acronym", "acronym"),
        ("Name,ROR\nAnother Trust,05dxps055\nThird Trust,05dxps055\n", "bodies", "", ""),
        ("Name,Part of\nOther Trust,Other Trust\n", "bodies", "Part of", "loop"),
        ("Name\nWetlands Trust Society (EWT)\n", "bodies", "Name", "acronym"),
        ("Name,Part of\nUnit,Wetlands Trust (EWT)\n", "bodies", "Part of", "acronym"),
        ("Name,Parties\nMoU,Wetlands Trust (EWT)\n", "agreements", "Parties", "acronym"),
        ("Title,With\nT,Wetlands Trust Society (EWT)\n", "engagements", "With", "acronym"),
    ],
)
def test_what_only_the_record_can_tell_is_a_problem_of_its_row(
    text: str, kind: str, field: str, why: str
) -> None:
    bring("Partner;Acronym\nExample Wetland Trust;EWT\n", "bodies")
    told = tables.dry_run(OFFICER, kind, read(text, kind))
    found = [(one.row, one.heading, one.why) for one in told.problems]
    assert found == ([(2, field, why)] if why else [])
    for one in told.problems:
        assert "{" not in one.says() + one.says("fr") + one.says("es")


def test_two_names_for_one_number_are_the_same_body() -> None:
    told = bring("Name,ROR\nAnother Trust,05dxps055\nThird Trust,05dxps055\n", "bodies")
    assert [one.state for one in told.outcomes] == ["new", "changed"]
    assert Body.objects.count() == 1
    mixed = read("Name,ROR\nFourth Trust,\nFourth Trust,05dxps055\n", "bodies")
    problems = tables.dry_run(OFFICER, "bodies", mixed).problems
    assert [(one.row, one.why) for one in problems] == [(3, "identifier")]


def test_names_that_make_the_same_key_stay_two_bodies() -> None:
    bring("Name\n湿地基金会\n水鸟基金会\nA.B. Trust\nAB Trust!\n", "bodies")
    assert Body.objects.count() == 4
    assert bring("Name\n湿地基金会\n", "bodies").counts["known"] == 1


def test_a_name_that_contains_a_known_one_is_not_it() -> None:
    bring("Name\nFriends of FAO Society\nFAO\n", "bodies")
    assert {one.key for one in Body.objects.all()} == {"friends-of-fao-society", "fao"}


@pytest.mark.parametrize("who", [AUDITOR, ADMINISTRATOR, "nobody@example.org"])
def test_who_may_not_record_brings_nothing_in(who: str) -> None:
    listed = read(BODIES, "bodies")
    with pytest.raises(Refused):
        tables.dry_run(who, "bodies", listed)
    with pytest.raises(Refused):
        tables.bring_in(who, "", "bodies", listed, file="x.csv")
    with pytest.raises(Refused):
        tables.keep_mapping(who, "", "bodies", {"Partner": "name"})
    assert not Body.objects.exists()
    lines = Line.objects.filter(act="tables.bring_in", refused=True).count()
    assert lines == (who != "nobody@example.org"), "strangers write no line"


def test_a_kind_or_convention_that_is_none_is_refused() -> None:
    with pytest.raises(Refused, match="no kind of spreadsheet"):
        tables.dry_run(OFFICER, "poems", ())
    with pytest.raises(Refused, match="no short name of a convention"):
        tables.dry_run(OFFICER, "tracker", (), convention="<script>")


def test_the_file_is_named_only_to_those_who_may_audit() -> None:
    bring(BODIES, "bodies")
    line = Line.objects.latest("number")
    assert "list.csv" not in str(line.open) + line.about
    assert line.personal.data["change"]["file"] == "list.csv"


def test_a_mapping_is_kept_for_the_next_file_with_the_same_head() -> None:
    people.enter(ADMINISTRATOR, "", "dee@example.org", "Dee", "approver")
    headings = ("Wer", "Wo")
    assert kept_mapping(OFFICER, "bodies", headings) is None
    tables.keep_mapping(OFFICER, "", "bodies", {"Wer": "name", "Wo": "country"})
    assert kept_mapping("dee@example.org", "bodies", ("WO ", "wer")) == {
        "WO ": "country",
        "wer": "name",
    }
    assert kept_mapping(AUDITOR, "bodies", headings) is None
    assert kept_mapping(OFFICER, "agreements", headings) is None
    tables.keep_mapping(OFFICER, "", "bodies", {"Wer": "name", "Wo": ""})
    assert kept_mapping(OFFICER, "bodies", headings) == {"Wer": "name", "Wo": ""}


def test_every_problem_has_its_row_also_where_a_row_has_two() -> None:
    listed = read("Partner;Type;Country\nA;Zork;Atlantis\n\nB;NGO;Kenya\n;NGO;\n", "bodies")
    problems = [one for one in listed if isinstance(one, Problem)]
    assert [(one.row, one.heading) for one in problems] == [
        (2, "Type"),
        (2, "Country"),
        (5, "Partner"),
    ]
