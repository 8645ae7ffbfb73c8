"""Spot answers on the public reference data: countries, species, conventions, each with where it
can be checked. What the data do not know stays unknown here too."""

from datetime import date
from pathlib import Path

import pytest

from tests.tools import corpus
from whimbrel.facts import load
from whimbrel.importing.listings import listed, read_listings
from whimbrel.importing.memberships import read_memberships
from whimbrel.importing.plans import members, read_alignments, read_targets, shipped
from whimbrel.synergy.country import country
from whimbrel.synergy.listings import Basis, Interest
from whimbrel.synergy.parties import parties
from whimbrel.synergy.plain import told
from whimbrel.synergy.species import about, species
from whimbrel.synergy.status import Event, Status
from whimbrel.synergy.targets import targets
from whimbrel.synergy.taxa import Rank
from whimbrel.synergy.words import say

SPECIES, BOTH = (Rank.SPECIES,), (Rank.SPECIES, Rank.SUBSPECIES)


@pytest.fixture(scope="module")
def said():
    return read_memberships(corpus("reference", "parties", "memberships.csv")).records


def taxa(name: str, on: str = ""):
    path = Path(corpus("reference", "species", name))
    return listed(read_listings(path, on=date.fromisoformat(on) if on else None))


@pytest.fixture(scope="module")
def lists():
    return (
        *taxa("cms_family_listings_2013.csv", "2013-09-27"),
        *taxa("cites_index_2017_animalia.csv", "2017-04-21"),
    )


@pytest.fixture(scope="module")
def amended(lists):
    return (*lists, *taxa("cms_amendments_2014_2024_unverified.csv"))


COUNTRIES = [
    # treaty, code, day, status, since, disputed, where to check
    ("CMS", "DO", "", "party", "2017-11-01", False, "ieadb; CMS news of the 125th Party"),
    ("CMS", "DO", "2017-10-31", "consent, not in force", "2017-08-23", False, "ieadb"),
    ("CMS", "TT", "", "party", "2019-02-28", True, "ecolex; ieadb has 2018-12-01"),
    ("CMS", "JM", "", "conflict", "1983-11-01", True, "huggo against ieadb"),
    ("CMS", "CF", "", "signatory", "1979-06-23", False, "the three sources"),
    ("CMS", "BR", "", "party", "2015-10-01", False, "cms.int: the 122nd Party"),
    ("CMS", "AF", "", "party", "2015-08-01", False, "cms.int: the 121st Party"),
    ("CMS", "AF", "2015-04-30", "no action", "", False, "cms.int: the 121st Party"),
    ("CMS", "KG", "", "party", "2014-08-01", True, "ieadb has 2014-05-01"),
    ("CMS", "EU", "", "party", "1983-11-01", False, "huggo and ecolex"),
    ("CMS", "TM", "", "not in the data", "", False, "a known gap: cms.int has it as the 132nd"),
    ("AEWA", "TM", "", "party", "2021-01-01", False, "cms.int: AEWA's 82nd"),
    ("CMS", "CA", "", "not in the data", "", False, "no source has it"),
    ("CITES", "EU", "", "party", "2015-07-08", True, "ecolex has 2013-12-31"),
    ("CBD", "US", "", "signatory", "1993-06-04", False, "the three sources"),
    ("UNCCD", "CA", "2000-01-01", "party", "1996-12-26", False, "ecolex and ieadb"),
    ("UNCCD", "CA", "2015-01-01", "withdrawn", "2013-03-28", True, "the withdrawal of 2013"),
    ("UNCCD", "CA", "", "party", "2016-12-21", True, "it consented again in 2016"),
    ("PARIS", "LS", "", "conflict", "2017-02-19", True, "ecolex against ieadb"),
    ("MINAMATA", "AO", "", "consent, not in force", "2015-09-24", False, "ends in 2020"),
]


@pytest.mark.parametrize(
    ("treaty", "code", "at", "status", "since", "disputed", "check"), COUNTRIES
)
def test_a_country_stands_so(said, treaty, code, at, status, since, disputed, check) -> None:
    day = date.fromisoformat(at) if at else None
    row = country(said, code, treaties=(treaty,), at=day).rows[0]
    assert row.standing.status == status, check
    if since:
        assert str(row.standing.since) == since or status in ("signatory", "consent, not in force")
    assert row.standing.disputed is disputed, check


def test_a_withdrawal_that_only_marks_a_newer_text_is_shown_and_not_counted(said) -> None:
    row = country(said, "JM", treaties=("IPPC",)).rows[0]
    assert row.standing.status is Status.PARTY
    assert any(one.event is Event.WITHDRAWAL and one.unsure for one in row.standing.against)


SHARED = [
    (False, SPECIES, 146), (False, BOTH, 147), (True, SPECIES, 473), (True, BOTH, 474),
]  # fmt: skip


@pytest.mark.parametrize(("expand", "ranks", "number"), SHARED)
def test_cms_and_cites_share_so_many_taxa_and_the_rule_is_told(
    lists, expand, ranks, number
) -> None:
    found = species(lists, ("CMS", "CITES"), expand=expand, ranks=ranks)
    assert found.count("shared") == number
    assert len({row.taxon.name for row in found.rows}) == number
    assert ("family or genus covers" in say(found.rule)) is expand
    assert {one.on for one in found.sources} == {date(2013, 9, 27), date(2017, 4, 21)}


@pytest.mark.parametrize("name", ["Panthera leo", "Panthera pardus", "Panthera onca"])
def test_the_big_cats_come_in_with_amendments_and_are_marked(amended, name) -> None:
    then = species(amended, ("CMS", "CITES"), at=date(2013, 9, 27))
    assert name not in {row.taxon.name for row in then.rows}
    now = species(amended, ("CMS", "CITES"), at=date(2025, 1, 1))
    row = next(row for row in now.rows if row.taxon.name == name)
    assert row.basis is Basis.LISTED and not row.verified
    assert "(unverified)" in told(row.grounds[0])
    assert any(one.key == "older" for one in now.remarks)


def test_the_african_wild_dog_is_shared_by_an_initiative_and_not_by_listing(lists) -> None:
    interests = load("synergy/initiatives.yaml", Interest)
    found = species(lists, ("CMS", "CITES"), expand=True, interests=interests)
    row = next(row for row in found.rows if row.taxon.name == "Lycaon pictus")
    assert row.basis is Basis.INITIATIVE
    assert all("Doc.18.1" in one.source for one in row.grounds)
    by = {one.instruments: one.basis for one in about(lists, "Lycaon pictus").rows}
    assert by == {("CMS",): Basis.LISTED}


TAXA = [
    ("Acinonyx jubatus", "", "CMS: I since 2009-03-05, except BW, NA, ZW"),
    ("Falco peregrinus", "", "CITES: I"),
    ("Ursus maritimus", "2013-09-27", "CITES: II"),
    ("Ursus maritimus", "2025-01-01", "CMS: II since 2015-02-08 (unverified)"),
    ("Lycaon pictus", "", "CMS: II since 2009-03-05"),
    ("Accipiter badius", "", "CMS: II through Accipitridae since 1994-01-01"),
]


@pytest.mark.parametrize(("name", "at", "expected"), TAXA)
def test_a_taxon_is_told_so(amended, name, at, expected) -> None:
    day = date.fromisoformat(at) if at else date(2013, 9, 27)
    said = [told(row) for row in about(amended, name, at=day).rows]
    assert any(one.startswith(expected) for one in said), said


def test_the_giraffe_and_the_polar_bear_were_not_in_cms_in_2013(lists) -> None:
    for name in ("Giraffa camelopardalis", "Ursus maritimus"):
        rows = about(lists, name).rows
        assert not [row for row in rows if row.instruments == ("CMS",)]


@pytest.mark.parametrize(
    ("at", "appendices"),
    [
        ("1989-01-01", {("II", ())}),
        ("1995-01-01", {("I", ())}),
        ("1998-01-01", {("I", ("BW", "NA", "ZW")), ("II", ())}),
        ("2010-01-01", {("I", ("BW", "NA", "ZA", "ZW")), ("II", ())}),
    ],
)
def test_the_african_elephant_changed_appendices(at, appendices) -> None:
    history = taxa("cites_fauna_listing_history_2013.csv")
    found = about(history, "Loxodonta africana", at=date.fromisoformat(at)).rows
    assert {(row.listing.appendix, row.listing.excluded) for row in found} == appendices


def test_fifty_three_states_are_in_cbd_and_cites_and_not_in_cms_of_the_file(said) -> None:
    found = parties(said, ("CBD", "CITES"), lacking=("CMS",))
    assert found.count("states") == 53
    assert "as of 2019-11-01" in " ".join(say(one) for one in found.remarks)
    conflicts = [say(one) for one in found.remarks if one.key == "conflict"]
    assert len(conflicts) == 1 and "Jamaica" in conflicts[0]
    assert "huggo" in conflicts[0] and "ieadb" in conflicts[0]


def test_cms_and_cites_share_so_many_parties(said) -> None:
    assert parties(said, ("CMS", "CITES")).count("shared") == 129


def test_the_caribbean_is_told_as_of_the_date_of_the_file(said) -> None:
    caribbean = members(shipped(), "Caribbean")
    found = parties(said, ("CMS",), within=caribbean, every=True)
    stands = {row.party: row.standings[0].status for row in found.rows}
    assert {code for code, one in stands.items() if one is Status.PARTY} == {"AG", "CU", "DO", "TT"}
    assert stands["JM"] is Status.CONFLICT
    outside = {code for code, one in stands.items() if one is Status.UNKNOWN}
    assert outside == {"BB", "BS", "DM", "GD", "HT", "KN", "LC", "VC"}


@pytest.mark.parametrize(
    ("plan", "code", "aligned"),
    [("KMGBF", "2.3", ("10",)), ("KMGBF", "6.4", ("14",)), ("SDG", "6.4", ("15.9", "17.14"))],
)
def test_targets_meet_where_it_was_published(plan, code, aligned) -> None:
    folder = corpus("reference", "targets")
    known = read_targets(folder / "spms_2024_2032.csv", plan="SPMS").records
    beside = read_alignments(folder / "spms_alignments_informea.csv").records
    rows = {row.target.code: row for row in targets(known, beside, ("SPMS", plan)).rows}
    assert rows[code].aligned == ((plan, aligned),)
    assert all("informea.org" in one.name for one in rows[code].sources)
    assert rows["1.3"].aligned == ((plan, ()),) and not rows["1.3"].counted
