"""Files that went wrong: refused whole with place, cause and remedy, or reported row by row."""

import resource
from datetime import date
from pathlib import Path

import pytest

from whimbrel.importing.brought import Kind, difference, stale
from whimbrel.importing.cells import Unfit, day, party
from whimbrel.importing.depositary import read_depositary
from whimbrel.importing.kinds import READERS, Asked, read
from whimbrel.importing.listings import listed, read_listings, read_names
from whimbrel.importing.memberships import read_memberships
from whimbrel.reading.errors import Unreadable
from whimbrel.synergy.answer import Source
from whimbrel.synergy.status import Event

HEAD = "treaty,party,signature,consent_type,consent_date,entry_into_force,withdrawal_effective"
ROWS = (
    "FEN,Mozambique,,accession,1990-01-01,1990-04-01,",
    "FEN,FR,1980-01-01,ratification,1982-01-01,1983-11-01,",
    "FEN,DEU,1980-01-01,approval,1983-01-01,1983-11-01,2001-01-01",
)


def written(tmp_path: Path, *rows: str, head: str = HEAD, encoding: str = "utf-8") -> Path:
    path = tmp_path / "list.csv"
    path.write_bytes("\n".join((head, *rows, "")).encode(encoding))
    return path


def kept(brought) -> set[tuple[str, str, str]]:
    return {(one.party, one.event.value, str(one.on)) for one in brought.records}


@pytest.fixture
def plain(tmp_path):
    return kept(read_memberships(written(tmp_path, *ROWS)))


def test_a_list_brings_its_events(plain) -> None:
    assert ("MZ", "entry into force", "1990-04-01") in plain
    assert ("DE", "withdrawal", "2001-01-01") in plain
    assert len(plain) == 2 + 3 + 4


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_other_separators_bring_the_same(tmp_path, plain, mark) -> None:
    rows = [row.replace(",", mark) for row in ROWS]
    path = written(tmp_path, *rows, head=HEAD.replace(",", mark))
    assert kept(read_memberships(path)) == plain


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_bring_the_same(tmp_path, encoding) -> None:
    rows = ("FEN,Côte d’Ivoire,,,2000-01-01,2000-04-01,", *ROWS)
    found = read_memberships(written(tmp_path, *rows, encoding=encoding))
    assert "CI" in {one.party for one in found.records}
    assert found.rejected == ()
    assert bool(found.remarks[0].startswith("read as")) is (encoding != "utf-8-sig")


def test_columns_in_another_order_bring_the_same(tmp_path, plain) -> None:
    def turned(line: str) -> str:
        return ",".join(reversed(line.split(",")))

    path = written(tmp_path, *map(turned, ROWS), head=turned(HEAD))
    assert kept(read_memberships(path)) == plain


def test_swapped_contents_refuse_the_whole_file(tmp_path) -> None:
    head = HEAD.replace("treaty,party", "party,treaty")
    with pytest.raises(Unreadable, match=r"3 of its 3 rows.*swapped"):
        read_memberships(written(tmp_path, *ROWS, head=head))


def test_a_web_page_saved_as_csv_is_refused(tmp_path) -> None:
    path = tmp_path / "species.csv"
    path.write_text("<!DOCTYPE html>\n<html><body>503, Service Unavailable</body></html>")
    for kind in READERS:
        purpose = "to invite" if kind == "informea-contacts" else ""
        with pytest.raises(Unreadable, match="web page"):
            read(kind, Asked(path=path, of="FEN", purpose=purpose))


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "empty"),
        (b"PK\x03\x04rest", "workbook"),
        (b"treaty,treaty,party\nFEN,FEN,FR\n", "twice"),
        (b"name,colour\nFEN,green\n", "lacks treaty"),
        ((HEAD + "\n").encode(), "no rows"),
        (b"treaty,party,entry_into_force\nFEN,\xc3\x28\xff\x00\x01,2000-01-01\n", "no"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused_with_a_remedy(tmp_path, data, cause) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    with pytest.raises(Unreadable, match=cause) as raised:
        read_memberships(path)
    assert raised.value.remedy


REJECTED = [
    ("FEN,Atlantis,,,1990-01-01,1990-04-01,", "no country goes by “Atlantis”"),
    ("FEN,Mozambik,,,1990-01-01,1990-04-01,", "nearest is"),
    ("FEN,CH,,,33055,1990-04-01,", "as a spreadsheet keeps it inside (probably 1990-07-01)"),
    ("FEN,CH,,,03/04/1990,1990-04-01,", "may be two days"),
    ("FEN,CH,,,04/30/1990,1990-04-01,", "month before the day"),
    ("FEN,CH,,,1990-02-30,1990-04-01,", "no day of the calendar"),
    ("FEN,CH,,,,,", "neither a day nor a status"),
    ("FEN,CH,,by heart,1990-01-01,1990-04-01,", "no way to consent"),
    ("FEN,CH,,,1990-01-01,1990-04-01,1980-01-01", "before it enters into force"),
    ("FEN,Iran, Islamic Republic of,,,1990-01-01,1990-04-01,,", "is no day"),
    ("FEN,Iran, Islamic Republic of,,,1990-01-01,1990-04-01,,x", "more cells than the head"),
    ("FEN,FR,1980-01-01,ratification,1982-01-01,1983-11-01,", "the same as row 3"),
    ("FEN,FR,1980-01-01,ratification,1982-01-01,1984-11-01,", "says otherwise of the same Party"),
]


@pytest.mark.parametrize(("row", "cause"), REJECTED)
def test_a_row_that_cannot_be_taken_says_why_and_the_rest_is_taken(tmp_path, row, cause) -> None:
    found = read_memberships(written(tmp_path, *ROWS, row))
    assert [one.row for one in found.rejected] == [5]
    assert cause in found.rejected[0].cause
    assert len(found.records) == 9


def test_leaving_and_coming_back_takes_two_rows(tmp_path) -> None:
    found = read_memberships(written(tmp_path, *ROWS, "FEN,DEU,,,2005-01-01,2005-04-01,"))
    assert found.rejected == ()
    assert ("DE", "entry into force", "2005-04-01") in kept(found)


def test_a_row_whose_cells_mean_two_states_is_rejected() -> None:
    with pytest.raises(Unfit, match=r"two States.*FR.*DE"):
        party("FR", "DEU")
    assert party("FR", "France") == "FR"


def test_reading_twice_brings_the_same_and_the_difference_is_nothing(tmp_path) -> None:
    path = written(tmp_path, *ROWS)
    one, two = read_memberships(path), read_memberships(path)
    assert one == two
    assert difference(one.records, two.records).same == len(one.records)


def test_the_difference_tells_what_is_new_and_gone(tmp_path) -> None:
    before = read_memberships(written(tmp_path, *ROWS))
    after = read_memberships(written(tmp_path, *ROWS[:2], "FEN,CH,,,1990-01-01,,"))
    changed = difference(before.records, after.records)
    assert {one.party for one in changed.added} == {"CH"}
    assert {one.party for one in changed.gone} == {"DE"}


def test_old_data_warn_and_young_do_not() -> None:
    source = Source(name="list", on=date(2026, 1, 1))
    assert stale(Kind.MEMBERSHIPS, source, date(2026, 4, 1)) is None
    assert dict(stale(Kind.MEMBERSHIPS, source, date(2026, 4, 2)).values)["days"] == "91"


def test_two_hundred_thousand_rows_are_read_within_bounds(tmp_path) -> None:
    path = tmp_path / "long.csv"
    with path.open("w") as out:
        out.write("scientific_name,rank,family,instrument,listing,effective_from\n")
        for number in range(200_000):
            second = "abcdefghij"[number % 10] * (1 + number // 10 % 9) + "xyz"[number % 3]
            bad = number % 1000 == 7
            name = "not a name 7!" if bad else f"Avis {second}{'q' * (number // 90 % 50)}"
            out.write(f"{name},species,Avidae,T{number},II,2001-01-01\n")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = read_listings(path)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert (found.rows, len(found.records), found.rejected_count) == (200_000, 199_800, 200)
    assert grown < 400 * 1024  # KiB


def test_a_depositary_of_the_united_nations_is_read(tmp_path) -> None:
    path = tmp_path / "untc.csv"
    path.write_text(
        "Participant,Signature,"
        "\"Accession(a), Ratification, Acceptance(A), Approval(AA), Succession(d)\"\n"
        "Netherlands (Kingdom of the) 3,5 Jun 1992,12 Jul 1994 A\n"
        "Serbia,,1 Mar 2002 d\n"
        "Yugoslavia,5 Jun 1992,\n"
        "European Union,13 Jun 1992,21 Dec 1993 AA\n"
        "France,13 Jun 1992,1 Jul 1994 q\n"
    )  # fmt: skip
    found = read_depositary(path, treaty="FEN")
    ways = {one.party: one.how for one in found.records if one.event is Event.CONSENT}
    assert ways == {"NL": "acceptance", "RS": "succession", "EU": "approval"}
    assert "YUCS" in {one.party for one in found.records}
    assert [one.row for one in found.rejected] == [6]


def test_the_dutch_depositary_is_read(tmp_path) -> None:
    path = tmp_path / "verdrag.csv"
    path.write_text(
        "Party;Signature;Provisional application;Ratification;"
        "Entry into force;Renunciation;Termination\n"
        "Albania;;;R 01-02-2001;01-05-2001;;\n"
        "Austria;04-12-1991;;01-02-1993 (A);01-05-1993;01-05-2003;\n"
    )  # fmt: skip
    found = read_depositary(path, treaty="FEN")
    events = {(one.party, one.event.value, str(one.on), one.how) for one in found.records}
    assert ("AL", "consent", "2001-02-01", "ratification") in events
    assert ("AT", "consent", "1993-02-01", "accession") in events
    assert ("AT", "withdrawal", "2003-05-01", "") in events


SPECIES_PLUS = (
    "Id,Phylum,Class,Order,Family,Genus,ScientificName,Author,Rank,Agreement,Listing,Listed under,"
    "Date,Note,All_DistributionFullNames,All_DistributionISOCodes\n"
    '1,Chordata,Aves,X,Ternidae,Terna,Terna nova,"L., 1758",SPECIES,"CMS,AEWA",I/II,Terna nova,'
    '"**I** 08/02/2015\n**II** 01/11/1983",**II** only in part,"Iran, Islamic Republic of,Oman",'
    '"IR,OM"\n'
    "2,Chordata,Aves,X,Ternidae,Terna,Terna alba,L.,SPECIES,CMS,II,Ternidae spp.,"
    "**II** 01/01/1994,,,\n"
    "3,Chordata,Aves,X,Ternidae,Terna,Terna rubra,L.,SPECIES,CMS,IV,Terna rubra,,,,\n"
)


def test_species_plus_keeps_days_by_appendix_and_inherited_listings(tmp_path) -> None:
    path = tmp_path / "cms_listings.csv"
    path.write_text(SPECIES_PLUS)
    found = read_listings(path)
    told = {(one.taxon.name, one.instrument, one.appendix, str(one.since), one.under)
            for one in found.records}  # fmt: skip
    assert ("Terna nova", "CMS", "I", "2015-02-08", "") in told
    assert ("Terna nova", "CMS", "II", "1983-11-01", "") in told
    assert ("Terna nova", "AEWA", "AEWA", "None", "") in told
    assert ("Terna alba", "CMS", "II", "1994-01-01", "Ternidae") in told
    assert [one.row for one in found.rejected] == [4]
    assert found.records[0].range == ("IR", "OM")
    assert all(one.expanded for one in listed(found))


def test_a_taxon_under_two_names_is_told_by_synonyms_that_mean_two(tmp_path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("synonym,accepted_name\nTerna vetus,Terna nova\nalba,Terna alba\nX y,X y\n")
    found = read_names(path)
    assert len(found.records) == 2 and found.rejected_count == 1
    assert "bare epithets" in found.remarks[0]


@pytest.mark.parametrize(
    ("text", "first", "told"),
    [
        ("2015-02-08", False, "2015-02-08"),
        ("2015-02-08 00:00:00", False, "2015-02-08"),
        ("08/02/2015", True, "2015-02-08"),
        ("25.12.2015", False, "2015-12-25"),
        ("14 Jul 1993", False, "1993-07-14"),
        ("", False, "None"),
    ],
)
def test_days_are_read(text, first, told) -> None:
    assert str(day(text, day_first=first)) == told
