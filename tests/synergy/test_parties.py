"""Shared Parties, States to invite, one country, targets: over a composed table."""

from datetime import date

import pytest

from whimbrel.synergy.accession import accession
from whimbrel.synergy.answer import Source
from whimbrel.synergy.country import country
from whimbrel.synergy.parties import matrix, parties
from whimbrel.synergy.plain import as_data
from whimbrel.synergy.status import Assertion, Event, Status
from whimbrel.synergy.targets import Alignment, Target, targets
from whimbrel.synergy.words import say, sentences

DEPOSITARY = Source(name="depositary", on=date(2020, 1, 1))
OTHER = Source(name="depositary of others", on=date(2020, 1, 1))


def entered(treaty: str, *states: str, on: str = "2000-01-01", source: Source = DEPOSITARY):
    return [
        Assertion(treaty=treaty, party=state, event=Event.ENTRY, on=date.fromisoformat(on),
                  source=source)
        for state in states
    ]  # fmt: skip


SAID = [
    *entered("FEN", "AT", "BE", "CH", "EU"),
    *entered("MOOR", "AT", "BE", "DE", "EU"),
    *entered("MOOR", "CH", on="2010-01-01"),
    *entered("TERN", "DE", "FR"),
    Assertion(treaty="FEN", party="BE", event=Event.WITHDRAWAL, on=date(2010, 1, 1), source=OTHER),
]


def test_only_clear_parties_count_and_a_conflict_is_named() -> None:
    found = parties(SAID, ("FEN", "MOOR"))
    assert {row.party for row in found.rows if row.counted} == {"AT", "CH", "EU"}
    assert (found.count("shared"), found.count("states"), found.count("conflict")) == (3, 2, 1)
    told = [say(one) for one in found.remarks if one.key == "conflict"]
    assert len(told) == 1 and "Belgium" in told[0] and "depositary of others" in told[0]


def test_the_day_decides() -> None:
    found = parties(SAID, ("FEN", "MOOR"), at=date(2009, 12, 31))
    assert {row.party for row in found.rows if row.counted} >= {"AT", "EU"}
    assert "CH" not in {row.party for row in found.rows if row.counted}


def test_outside_counts_whose_status_is_in_conflict() -> None:
    found = parties(SAID, ("MOOR",), lacking=("FEN",))
    assert {row.party for row in found.rows if row.counted} == {"BE", "DE"}


def test_within_a_group_the_rest_can_be_shown() -> None:
    found = parties(SAID, ("FEN",), within=("AT", "FR", "ZZ"), every=True)
    stands = {row.party: row.standings[0].status for row in found.rows}
    assert stands == {"AT": Status.PARTY, "FR": Status.UNKNOWN}


def test_a_treaty_without_data_is_no_empty_answer() -> None:
    with pytest.raises(KeyError, match="HEATH"):
        parties(SAID, ("FEN", "HEATH"))


def test_the_matrix_is_symmetric_and_its_diagonal_the_size() -> None:
    found = {(row.one, row.other): row.shared for row in matrix(SAID, ("FEN", "MOOR")).rows}
    assert found == {("FEN", "FEN"): 3, ("FEN", "MOOR"): 3, ("MOOR", "FEN"): 3, ("MOOR", "MOOR"): 5}


def test_candidates_are_ordered_by_how_near_they_are() -> None:
    found = accession(SAID, "FEN", family=("TERN",), sisters=("MOOR",), goal=10)
    assert [row.party for row in found.rows] == ["DE", "FR", "BE"]
    assert found.rows[0].range_of is None
    assert "7 more" in next(say(one) for one in found.remarks if one.key == "accession.goal")


def test_a_country_is_told_under_every_treaty() -> None:
    found = country(SAID, "CH")
    assert [(row.treaty, row.standing.status) for row in found.rows] == [
        ("FEN", Status.PARTY), ("MOOR", Status.PARTY), ("TERN", Status.UNKNOWN)
    ]  # fmt: skip


def test_a_state_before_is_told_and_takes_nothing_over() -> None:
    found = country([*SAID, *entered("FEN", "CSHH", on="1985-01-01")], "SK", treaties=("FEN",))
    assert found.rows[0].standing.status is Status.UNKNOWN
    told = [say(one) for one in found.remarks if one.key == "predecessor"]
    assert len(told) == 1 and "Czechoslovakia" in told[0]


def test_only_published_alignments_are_shared() -> None:
    known = [Target(plan="P", code=code, level="target", title=code, source=DEPOSITARY)
             for code in ("1.1", "1.10", "1.2")]  # fmt: skip
    beside = [Alignment(one=("P", "1.10"), other=("Q", "4"), source=OTHER)]
    found = targets(known, beside, ("P", "Q"))
    assert [(row.target.code, row.counted) for row in found.rows] == [
        ("1.10", True), ("1.1", False), ("1.2", False)
    ]  # fmt: skip
    assert found.count("shared") == 1


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_sentence_has_its_gaps_filled(language: str) -> None:
    data = as_data(parties(SAID, ("FEN", "MOOR"), lacking=("TERN",)), language)
    assert data["rule"] and "{" not in str([data["rule"], data["remarks"]])


def test_french_has_its_spaces() -> None:
    for key, words in sentences().items():
        for mark in ":;!?":
            assert f" {mark}" not in words["fr"], key
