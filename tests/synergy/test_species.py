"""Taxa that instruments share, with the ground of each."""

from datetime import date

import pytest

from whimbrel.procedures.known import Known
from whimbrel.synergy.answer import Source
from whimbrel.synergy.listings import Basis, Interest, Listed, Listing
from whimbrel.synergy.species import about, species
from whimbrel.synergy.taxa import Alias, Rank, Taxon, Through, clean, names, rank_of

ONE = Source(name="one.csv", on=date(2013, 1, 1))
TWO = Source(name="two.csv", on=date(2017, 1, 1))
MEMORY = Source(name="amendments.csv", on=date(2018, 1, 1), known=Known.MEMORY)


def lists(instrument: str, source: Source, *taxa, expanded: bool = False, **more) -> Listed:
    made = tuple(
        Listing(
            instrument=instrument, appendix="II", source=source, **more,
            taxon=Taxon(name=name, rank=rank, family=family),
        )
        for name, rank, family in taxa
    )  # fmt: skip
    return Listed(instrument=instrument, listings=made, source=source, expanded=expanded)


SP, FAM, SUB = Rank.SPECIES, Rank.FAMILY, Rank.SUBSPECIES
A = lists("A", ONE, ("Avis alba", SP, "Avidae"), ("Ternidae", FAM, "Ternidae"),
          ("Avis alba minor", SUB, "Avidae"))  # fmt: skip
B = lists("B", TWO, ("Avis alba", SP, "Avidae"), ("Terna nova", SP, "Ternidae"),
          ("Avis alba minor", SUB, "Avidae"), ("Terna nova parva", SUB, "Ternidae"),
          ("Avidae", FAM, "Avidae"), expanded=True)  # fmt: skip
JOINT = Interest(
    name="Joint initiative", basis=Basis.INITIATIVE, instruments=("A", "B"),
    taxa=("Lupus pictus", "Avis alba"), source="a paper", known=Known.SEEN,
)  # fmt: skip


def shared(*given, **asked):
    found = species(given or (A, B), ("A", "B"), **asked)
    return {row.taxon.name: row for row in found.rows}, found


def test_by_name_alone_higher_listings_count_for_nothing() -> None:
    rows, found = shared()
    assert list(rows) == ["Avis alba"]
    assert (found.count("exact"), found.count("higher")) == (1, 0)


def test_a_family_covers_the_species_that_the_other_names_and_no_subspecies() -> None:
    rows, _ = shared(expand=True, ranks=(SP, SUB))
    assert {name: row.basis for name, row in rows.items()} == {
        "Avis alba": Basis.LISTED,
        "Avis alba minor": Basis.LISTED,
        "Terna nova": Basis.HIGHER,
    }


def test_a_list_that_names_its_species_is_not_expanded_and_what_it_misses_is_told() -> None:
    more = lists("A", ONE, ("Avis rara", SP, "Avidae"))
    rows, found = shared(A, more, B, expand=True)
    assert "Avis rara" not in rows
    assert any("Avis rara" in dict(one.values).get("names", "") for one in found.remarks)


def test_a_joint_initiative_is_a_ground_and_no_listing() -> None:
    rows, found = shared(interests=(JOINT,))
    assert rows["Lupus pictus"].basis is Basis.INITIATIVE
    assert rows["Avis alba"].basis is Basis.LISTED
    assert [one.basis for one in rows["Avis alba"].grounds][-1] is Basis.INITIATIVE
    assert (found.count("shared"), found.count("interest")) == (1, 1)


def test_an_initiative_of_one_of_them_only_shares_nothing() -> None:
    alone = Interest(name="x", basis=Basis.CONCERTED, instruments=("A",), taxa=("Lupus pictus",),
                     source="a paper", known=Known.SEEN)  # fmt: skip
    assert "Lupus pictus" not in shared(interests=(alone,))[0]


def test_an_amendment_holds_from_its_day_and_is_marked() -> None:
    later = lists("A", MEMORY, ("Terna nova", SP, "Ternidae"), since=date(2018, 1, 1))
    assert "Terna nova" not in shared(A, later, B, at=date(2017, 12, 31))[0]
    rows, found = shared(A, later, B, at=date(2018, 1, 1))
    assert not rows["Terna nova"].verified and rows["Avis alba"].verified
    assert found.count("unverified") == 1


def test_a_listing_that_ended_is_not_there_on_its_last_day() -> None:
    gone = lists("A", ONE, ("Terna nova", SP, "Ternidae"), until=date(2000, 1, 1))
    assert "Terna nova" in shared(A, gone, B, at=date(1999, 12, 31))[0]
    assert "Terna nova" not in shared(A, gone, B, at=date(2000, 1, 1))[0]
    assert "Terna nova" not in shared(A, gone, B)[0]


def test_names_are_joined_by_synonym_and_mapping_and_it_is_said() -> None:
    old = lists("A", ONE, ("Terna vetus", SP, "Ternidae"))
    known = names([Alias(name="Terna vetus", accepted="Terna nova", through=Through.SYNONYM,
                         source=ONE)])  # fmt: skip
    rows, _ = shared(old, B, names=known)
    throughs = [one.through and one.through.through for one in rows["Terna nova"].grounds]
    assert throughs == [Through.SYNONYM, None]


def test_a_synonym_of_two_taxa_joins_none_and_a_mapping_goes_before() -> None:
    two = [
        Alias(name="Terna vetus", accepted=accepted, through=Through.SYNONYM, source=ONE)
        for accepted in ("Terna nova", "Terna alia")
    ]
    assert names(two).accepted("Terna vetus")[0] == "Terna vetus"
    assert names(two).ambiguous == {"terna vetus": ("Terna alia", "Terna nova")}
    mapped = Alias(name="Terna vetus", accepted="Terna alia", through=Through.MAPPING, source=ONE)
    assert names([*two, mapped]).accepted("Terna vetus")[0] == "Terna alia"


def test_an_older_list_warns_of_what_it_cannot_know() -> None:
    _, found = shared(at=date(2025, 1, 1))
    assert [one.key for one in found.remarks] == ["older", "older"]


def test_an_instrument_that_no_file_has_is_named() -> None:
    with pytest.raises(KeyError, match="C"):
        species((A, B), ("A", "C"))


def test_one_taxon_is_told_with_all_grounds() -> None:
    found = about((A, B), "Terna nova", interests=(JOINT,))
    assert [(one.instruments, one.basis) for one in found.rows] == [
        (("A",), Basis.HIGHER),
        (("B",), Basis.LISTED),
    ]
    assert about((A, B), "Lupus pictus", interests=(JOINT,)).count("interest") == 1


@pytest.mark.parametrize(
    ("name", "tidy", "rank"),
    [
        ("<i>Avis alba</i>", "Avis alba", SP),
        ("Ternidae spp.", "Ternidae", FAM),
        ("Terna\xa0nova  parva", "Terna nova parva", SUB),
        ("Terna", "Terna", Rank.GENUS),
    ],
)
def test_names_are_tidied(name: str, tidy: str, rank: Rank) -> None:
    assert (clean(name), rank_of(name)) == (tidy, rank)
