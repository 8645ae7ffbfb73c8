"""Data sets of others are kept with their source and taken back whole."""

import datetime

import pytest

from tests.record import OFFICER
from whimbrel.acts import imports
from whimbrel.acts.refused import Refused
from whimbrel.queries import datasets as kept
from whimbrel.register.models import Asserted, Dataset, KeptListing, Line, RejectedRow
from whimbrel.synergy.parties import parties
from whimbrel.synergy.species import about
from whimbrel.synergy.status import Status

pytestmark = pytest.mark.usefixtures("house")
DAY = datetime.date(2026, 1, 1)
MEMBERS = b"""treaty,party,entry_into_force,withdrawal_effective,source
FEN,France,1983-11-01,,Depositary of fens
FEN,Kenya,1990-01-01,2001-01-01,Depositary of fens
FEN,Atlantis,1990-01-01,,Depositary of fens
MOOR,France,1990-01-01,,Depositary of moors
"""
HEAD = b"scientific_name,rank,family,instrument,listing,effective_from,excluded_populations_iso2,"
TAXA = (
    HEAD
    + b"""status
Terna nova,species,Ternidae,FEN,II,1990-01-01,"KE, FR",
Avis alba,species,Avidae,FEN,I,2018-01-01,,memory
"""
)


def brought(data: bytes = MEMBERS, kind: str = "memberships", **more) -> str:
    return imports.bring(OFFICER, "", kind, "list.csv", data, on=DAY, **more)


def test_a_file_is_kept_with_its_source_and_the_rows_that_were_not_taken() -> None:
    key = brought(licence="CC BY")
    one = kept.dataset(OFFICER, key, today=datetime.date(2026, 4, 2))
    assert (one.rows, one.records, one.rejected) == (4, 4, 1)
    assert (one.on, one.days, one.stale, one.licence) == (DAY, 91, True, "CC BY")
    assert [(each.row, each.value) for each in one.refused] == [(4, "Atlantis")]
    line = Line.objects.get(act="imports.bring")
    assert line.about == f"dataset {key}" and line.open["rejected"] == 1


def test_what_is_kept_answers_as_the_file_does() -> None:
    brought()
    found = parties(kept.assertions(OFFICER), ("FEN", "MOOR"))
    assert [row.party for row in found.rows if row.counted] == ["FR"]
    stands = parties(kept.assertions(OFFICER), ("FEN",), every=True).rows
    assert {row.party: row.standings[0].status for row in stands}["KE"] is Status.WITHDRAWN
    assert found.sources[0].name == "Depositary of fens"


def test_lists_of_taxa_come_back_with_their_marks() -> None:
    brought(TAXA, "listings")
    rows = about(kept.lists(OFFICER), "Terna nova").rows
    assert rows[0].listing.excluded == ("KE", "FR") and rows[0].verified
    assert not about(kept.lists(OFFICER), "Avis alba").rows[0].verified


def test_the_same_file_is_kept_once() -> None:
    key = brought()
    with pytest.raises(Refused, match=key):
        brought()
    assert Dataset.objects.count() == 1


def test_taken_back_its_rows_go_and_its_line_stays() -> None:
    key = brought()
    with pytest.raises(Refused):
        imports.take_back(OFFICER, "", key)
    assert imports.take_back(OFFICER, "the wrong file", key) == 4
    assert not Asserted.objects.exists() and not RejectedRow.objects.exists()
    assert kept.dataset(OFFICER, key).gone
    with pytest.raises(Refused, match="already"):
        imports.take_back(OFFICER, "again", key)
    assert brought() == f"{key}-2"


@pytest.mark.parametrize(
    ("kind", "data", "cause"),
    [
        ("memberships", b"<!doctype html><p>503</p>", "web page"),
        ("listings", MEMBERS, "no layout"),
        ("secrets", MEMBERS, "no kind of file"),
        ("groups", b"scheme,group,country\nours,Coast,France\n", "tried and not kept"),
        ("memberships", b"treaty,party,entry_into_force\nFrance,FEN,1990-01-01\n", "swapped"),
    ],
)
def test_what_cannot_be_read_leaves_nothing(kind, data, cause) -> None:
    with pytest.raises(Refused, match=cause):
        brought(data, kind)
    assert not Dataset.objects.exists() and not KeptListing.objects.exists()


def test_who_may_not_record_sees_no_data_sets() -> None:
    key = brought()
    assert kept.datasets(None).rows == () and kept.dataset(None, key) is None
    assert kept.assertions(None) == () and kept.lists(None) == ()
    assert [one.key for one in kept.datasets(OFFICER).rows] == [key]
