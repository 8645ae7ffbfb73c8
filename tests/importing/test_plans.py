"""Targets, alignments, groups of countries, histories of listings: what is read and what is not."""

import pytest

from whimbrel.importing.listings import read_listings
from whimbrel.importing.plans import members, read_alignments, read_groups, read_targets, shipped
from whimbrel.procedures.known import Known
from whimbrel.reading.errors import Unreadable


def written(tmp_path, text: str):
    path = tmp_path / "plan.csv"
    path.write_text(text)
    return path


def test_targets_from_memory_are_marked(tmp_path) -> None:
    text = "code,level,title,evidence\n1,goal,Fens,seen\n1.1,target,Terns,memory\n,target,x,seen\n"
    found = read_targets(written(tmp_path, text), plan="FENS")
    assert [(one.code, one.source.known) for one in found.records] == [
        ("1", Known.SEEN), ("1.1", Known.MEMORY)
    ]  # fmt: skip
    assert [one.row for one in found.rejected] == [4]


def test_an_alignment_that_nobody_published_is_rejected(tmp_path) -> None:
    text = "fens,framework,code,source\n1.1,SDG,15.5,a page\n1.2,SDG,14.2,\n"
    found = read_alignments(written(tmp_path, text))
    assert [(one.one, one.other) for one in found.records] == [(("FENS", "1.1"), ("SDG", "15.5"))]
    assert "nobody is named" in found.rejected[0].cause


def test_a_scheme_of_ones_own_goes_before(tmp_path) -> None:
    text = "scheme,group,country\nours,Coast,France\nours,Coast,KEN\nours,Hills,Nepal\n"
    found = read_groups(written(tmp_path, text)).records
    assert members(found, "ours:coast") == ("FR", "KE")
    with pytest.raises(KeyError):
        members(found, "Sea")


def test_columns_of_a_table_of_countries_are_schemes(tmp_path) -> None:
    text = "iso2,name_en,region,sids\nFR,France,Europe,\nBB,Barbados,Americas,1\n"
    found = {
        (one.scheme, one.name): one.members for one in read_groups(written(tmp_path, text)).records
    }
    assert found == {
        ("region", "Europe"): ("FR",), ("region", "Americas"): ("BB",), ("sids", "sids"): ("BB",)
    }  # fmt: skip


def test_the_regions_that_come_with_whimbrel_part_the_world() -> None:
    parts = ("Africa", "Americas", "Asia", "Europe", "Oceania")
    listed = [code for part in parts for code in members(shipped(), part)]
    assert len(listed) == len(set(listed)) > 240
    assert "JM" in members(shipped(), "Caribbean")


HISTORY = """scientific_name,rank,family,listing,effective_from,party_iso2,is_current,note_en
Terna nova,SPECIES,Ternidae,III,1976-01-01,GH,0,
Terna nova,SPECIES,Ternidae,DELIII,1980-01-01,GH,0,
Terna nova,SPECIES,Ternidae,II,1980-01-01,,0,
Terna nova,SPECIES,Ternidae,II/r,1980-01-01,GB,0,
Terna nova,SPECIES,Ternidae,I,1990-01-01,,1,
Terna nova,SPECIES,Ternidae,DELII,1990-01-01,,0,
Terna nova,SPECIES,Ternidae,IX,1990-01-01,,0,
"""


def test_a_history_becomes_listings_from_a_day_to_a_day(tmp_path) -> None:
    found = read_listings(written(tmp_path, HISTORY))
    told = [(one.appendix, str(one.since), str(one.until)) for one in found.records]
    assert sorted(told) == [
        ("I", "1990-01-01", "None"), ("II", "1980-01-01", "1990-01-01"),
        ("III", "1976-01-01", "1980-01-01"),
    ]  # fmt: skip
    assert found.passed == 1 and [one.row for one in found.rejected] == [8]


def test_a_table_of_another_kind_is_refused(tmp_path) -> None:
    with pytest.raises(Unreadable, match="no layout"):
        read_listings(written(tmp_path, "name,colour\nx,y\n"))
    with pytest.raises(Unreadable, match="neither scheme"):
        read_groups(written(tmp_path, "name,colour\nx,y\n"))
