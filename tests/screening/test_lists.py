"""Lists of names: what is taken from a file, and what is refused."""

import csv
from pathlib import Path

import pytest

from tests.tools import corpus
from whimbrel.reading.errors import Unreadable
from whimbrel.reading.limits import Limits
from whimbrel.screening import Kind, Quality, Source, lists
from whimbrel.screening.changes import changes

UN = """<?xml version='1.0' encoding='UTF-8'?>
<CONSOLIDATED_LIST dateGenerated='2031-02-03T00:00:00Z'>
  <INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>ORVO</FIRST_NAME>
    <SECOND_NAME>TAMBELIN</SECOND_NAME><UN_LIST_TYPE>Marsh</UN_LIST_TYPE>
    <REFERENCE_NUMBER>MAi.001 </REFERENCE_NUMBER><NAME_ORIGINAL_SCRIPT>Орво</NAME_ORIGINAL_SCRIPT>
    <NATIONALITY><VALUE>France</VALUE></NATIONALITY>
    <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Orvo T; Tambo</ALIAS_NAME></INDIVIDUAL_ALIAS>
    <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Heron</ALIAS_NAME></INDIVIDUAL_ALIAS>
    <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
    <INDIVIDUAL_DATE_OF_BIRTH><FROM_YEAR>1970</FROM_YEAR><TO_YEAR>1972</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
  </INDIVIDUAL></INDIVIDUALS>
  <ENTITIES><ENTITY><DATAID>2</DATAID><FIRST_NAME>REED TRADING</FIRST_NAME>
    <REFERENCE_NUMBER>MAe.001</REFERENCE_NUMBER>
    <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Sedge Ltd</ALIAS_NAME></ENTITY_ALIAS>
  </ENTITY></ENTITIES>
</CONSOLIDATED_LIST>
"""  # noqa: E501


def take(given: str | bytes, **limits: float) -> object:
    data = given.encode() if isinstance(given, str) else given
    return lists.take(data, name="list", limits=Limits(**limits))  # type: ignore[arg-type]


def test_the_security_councils_list_is_taken_whole() -> None:
    found = lists.take(UN.encode(), name="list")
    one, other = found.listed
    assert (found.source, str(found.dated)) == (Source.UN, "2031-02-03")
    assert [(name.text, name.quality) for name in one.names] == [
        ("ORVO TAMBELIN", Quality.PRIMARY),
        ("Орво", Quality.ORIGINAL),
        ("Orvo T", Quality.GOOD),
        ("Tambo", Quality.GOOD),
        ("The Heron", Quality.LOW),
    ]
    assert (one.kind, one.reference, one.countries) == (Kind.PERSON, "MAi.001", ("France",))
    assert one.births == (1970, 1971, 1972)
    assert other.names[1].quality is Quality.FORMER


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "empty"),
        (UN[:900], "line 1.: its XML is broken"),
        (UN.replace("<DATAID>2</DATAID>", ""), "line 1.: an entry lacks its DATAID"),
        (UN.replace("<DATAID>2", "<DATAID>1"), "'1' stands there twice"),
        (UN.replace("CONSOLIDATED_LIST", "FARM"), "its first element is 'FARM'"),
        (UN.encode().replace(b"TAMBELIN", b"TAMB\xffLIN"), "line 4: it says UTF-8 and is not"),
        (UN.replace("?>", "?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"), "attack"),
        ("<CONSOLIDATED_LIST/>", "it lists nobody"),
        ("name,kind\nReed,body\nSedge\n", "line 3: the row has 1 cells"),
        ("name,colour\nReed,red\n", "line 1: the column 'colour' is not known"),
        ("name,kind\nReed,bird\n", "line 2: the kind 'bird'"),
        ('name\n"Reed\n', "cannot be told apart"),
        ("name,id\n,\n", "it lists nobody"),
        (b"name\nR\xe9ed\n", "line 2: it is not UTF-8"),
        ("name\nRe\0ed\n", "characters that no text has"),
    ],
)
def test_a_damaged_list_is_refused_with_place_and_cause(text: str | bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said) as refused:
        take(text)
    assert str(refused.value).startswith("list")


def test_a_list_larger_than_allowed_is_refused_before_it_is_read() -> None:
    with pytest.raises(Unreadable, match="MB"):
        take(UN, text=100)


def test_a_list_that_takes_too_long_is_refused() -> None:
    rows = "name\n" + "".join(f"Reed {number}\n" for number in range(1200))
    with pytest.raises(Unreadable, match="longer than"):
        take(rows, seconds=-1)


def test_open_sanctions_rows_have_their_aliases_apart() -> None:
    text = (
        "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,"
        "program_ids,dataset,first_seen,last_seen,last_change\n"
        'x-1,Person,Orvo Tambelin,"Tambo;""Heron; the""",1970-02-03,fr;es,,,,,,,Marsh,'
        "2030-01-01T00:00:00,2031-01-01T00:00:00,2030-05-05T00:00:00\n"
    )
    found = lists.take(text.encode(), name="list")
    one = found.listed[0]
    assert [name.text for name in one.names] == ["Orvo Tambelin", "Tambo", "Heron; the"]
    assert (one.births, one.countries, one.kind) == ((1970,), ("fr", "es"), Kind.PERSON)
    assert (found.source, str(found.dated)) == (Source.OPENSANCTIONS, "2031-01-01")


def test_an_own_list_keeps_former_names_and_reasons() -> None:
    text = "name,kind,former_names,reason\nReed Trading,body,Sedge Ltd;Rush Ltd,ended in 2029\n"
    one = lists.take(text.encode(), name="list").listed[0]
    assert [name.quality for name in one.names][1:] == [Quality.FORMER, Quality.FORMER]
    assert one.note == "ended in 2029"


def test_changes_are_told_by_content() -> None:
    old = lists.take(b"id,name,aliases\n1,Reed,\n2,Sedge,\n3,Rush,\n", name="old")
    new = lists.take(b"id,name,aliases\n1,Reed,\n3,Rush,Rushes\n4,Fen,\n", name="new")
    assert [(one.change.value, one.listed.key) for one in changes(old, new)] == [
        ("removed", "2"),
        ("changed", "3"),
        ("added", "4"),
    ]


def test_the_difference_of_four_years_is_the_one_that_was_published() -> None:
    folder = corpus("reference", "screening")
    old, new = (
        lists.read(folder / f"un_consolidated_{day}.xml") for day in ("2020-11-30", "2024-09-26")
    )
    with (folder / "un_list_changes_2020_2024.csv").open(encoding="utf-8", newline="") as file:
        told = {(row["change"], row["dataid"], row["reference"]) for row in csv.DictReader(file)}
    ours = {
        (one.change.value, one.listed.key, one.listed.reference)
        for one in changes(old, new)
        if one.change.value != "changed"
    }
    assert ours == told


def test_the_corrupt_list_is_refused_with_its_line() -> None:
    path = corpus("reference", "screening") / "un_consolidated_2025-08-16_CORRUPT.xml"
    with pytest.raises(Unreadable, match=r"CORRUPT.xml, line \d+: "):
        lists.read(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="cannot be opened"):
        lists.read(tmp_path / "none.xml")
