"""Spreadsheets as people see them, row by row; and files that mean harm, which are refused."""

import datetime
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from whimbrel.reading import Unreadable
from whimbrel.reading.sheet import Sheet, SheetLimits, Sort, letter
from whimbrel.reading.sheet_numbers import shown
from whimbrel.reading.tables import read_book

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(fill: Callable[[Any], None], *others: str) -> bytes:
    """A workbook whose first sheet is filled."""
    book = Workbook()
    fill(book.active)
    for title in others:
        book.create_sheet(title)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def listed(*lines: tuple[object, ...]) -> bytes:
    """A workbook with these rows."""

    def fill(sheet: Any) -> None:
        for line in lines:
            sheet.append(line)

    return workbook(fill)


def altered(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The package with one part changed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            held = old.read(info)
            new.writestr(info.filename, change(held) if info.filename == part else held)
    return out.getvalue()


def sheet(data: bytes, **limits: Any) -> Sheet:
    """The first sheet of a file."""
    return read_book(data, name="list", limits=SheetLimits(**limits)).sheets[0]


def texts(one: Sheet) -> list[tuple[int, list[str]]]:
    """Row numbers with the words of their cells."""
    return [(row.number, [cell.text for cell in row.cells]) for row in one.rows]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_is_read_whatever_its_mark_and_encoding(mark: str, encoding: str) -> None:
    lines = [["Nom", "Pays", "Année"], ["Société Exemple", "Sénégal", "2025"]]
    one = sheet("\r\n".join(mark.join(line) for line in lines).encode(encoding))
    assert one.headings == ("Nom", "Pays", "Année")
    assert texts(one) == [(2, ["Société Exemple", "Sénégal", "2025"])]


def test_a_row_of_csv_is_counted_once_however_many_lines_a_cell_has() -> None:
    one = sheet(b'Name;Note\nA;"one\ntwo"\n\nB;three\n')
    assert texts(one) == [(2, ["A", "one\ntwo"]), (4, ["B", "three"])]


def test_commas_in_the_words_do_not_part_a_list_of_semicolons() -> None:
    one = sheet(b"Name;Note\nA;one, two, three\nB;four, five, six\n")
    assert one.headings == ("Name", "Note")


def test_a_comma_now_and_then_does_not_part_a_single_column() -> None:
    assert texts(sheet(b"Name\nMinistry of Water, Land\n")) == [(2, ["Ministry of Water, Land"])]


def test_the_first_line_may_say_the_mark() -> None:
    assert sheet(b"sep=;\nName;A,B\nx;y\n").headings == ("Name", "A,B")


def test_the_head_is_found_below_a_title_and_beside_empty_columns() -> None:
    one = sheet(
        listed(
            ("Partners of the Secretariat", None, None, None),
            (),
            (None, "Name", None, "Country"),
            (None, "A", None, "Kenya"),
            (),
            (None, "B", "x", "Peru"),
        )
    )
    assert one.head is not None
    assert one.head.number == 3
    assert one.headings == ("column A", "Name", "column C", "Country")
    assert [row.number for row in one.rows] == [4, 6]


def test_headings_that_are_alike_are_told_apart() -> None:
    assert sheet(b"Date,Name,Date\n1,2,3\n").headings == ("Date", "Name", "Date (column C)")


def test_a_list_without_a_head_has_none() -> None:
    assert sheet(b"1,2025-01-01\n2,2025-01-02\n").head is None


def test_values_are_as_they_are_shown() -> None:
    def fill(one: Any) -> None:
        one.append(("Number", "Shown", "Share", "Day", "Yes", "Year"))
        one.append((14.1, 14.1, 0.5, datetime.date(2025, 11, 3), True, 2025.0))
        one["B2"].number_format, one["C2"].number_format = "0.00", "0%"

    row = sheet(workbook(fill)).rows[0]
    assert [cell.text for cell in row.cells] == [
        "14.1",
        "14.10",
        "50%",
        "2025-11-03",
        "yes",
        "2025",
    ]
    assert [cell.bare for cell in row.cells[:2]] == [True, False]
    assert row.cells[3].date == datetime.date(2025, 11, 3)


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (14.1, "General", ("14.1", True)),
        (14.1, "0.00", ("14.10", False)),
        (1234.5, "#,##0.0", ("1234.5", False)),
        (0.125, "0.0%", ("12.5%", False)),
        (2025, "0", ("2025", False)),
        (3.0, "General", ("3", True)),
        (7, '"No. "0', ("7", False)),
        (5, "@", ("5", True)),
    ],
)
def test_numbers_are_shown_in_their_format(
    value: float, form: str, expected: tuple[str, bool]
) -> None:
    assert shown(value, form) == expected


def test_a_formula_is_its_value_and_one_without_a_value_is_lost() -> None:
    data = listed(("Name", "Sum"), ("A", "=1+1"), ("B", "=1+2"))
    data = altered(
        data, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"<v></v>", b"<v>2</v>", 1)
        .replace(b"<v />", b"<v>2</v>", 1).replace(b"<v/>", b"<v>2</v>", 1),
    )  # fmt: skip
    first, second = sheet(data).rows
    assert (first.cells[1].text, first.cells[1].sort) == ("2", Sort.NUMBER)
    assert (second.cells[1].text, second.cells[1].sort) == ("=1+2", Sort.LOST)


def test_an_error_in_a_cell_is_lost() -> None:
    data = listed(("Name", "Sum"), ("A", "#REF!"))
    assert sheet(data).rows[0].cells[1].sort is Sort.LOST


def test_cells_merged_down_a_column_are_filled_and_a_title_is_not() -> None:
    def fill(one: Any) -> None:
        for line in (("T", None), ("Decision", "Task"), ("14.10", "a"), (None, "b"), (None, "c")):
            one.append(line)
        one.merge_cells("A3:A5")
        one.merge_cells("A1:B1")

    one = sheet(workbook(fill))
    assert texts(one) == [(3, ["14.10", "a"]), (4, ["14.10", "b"]), (5, ["14.10", "c"])]


def test_hidden_sheets_are_left_out_and_told_of() -> None:
    def fill(one: Any) -> None:
        one.append(("Name", "Country"))
        one.parent.create_sheet("Old").sheet_state = "hidden"

    book = read_book(workbook(fill), name="list.xlsx")
    assert [one.name for one in book.sheets] == ["Sheet"]
    assert book.remarks == ("the hidden sheet “Old” was left out",)


def test_a_sheet_that_lies_about_its_size_is_read_whole() -> None:
    data = altered(
        listed(("Name", "Note"), ("A", "b"), ("C", "d")),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'ref="A1:B3"', b'ref="A1:A1"'),
    )
    assert texts(sheet(data)) == [(2, ["A", "b"]), (3, ["C", "d"])]


def test_a_million_rows_of_colour_are_nothing() -> None:
    data = altered(
        listed(("Name", "Note"), ("A", "b")),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"</sheetData>", b'<row r="1048576" ht="9"/></sheetData>'),
    )
    assert texts(sheet(data)) == [(2, ["A", "b"])]


def with_part(xml: bytes) -> bytes:
    """A workbook whose sheet is this XML."""
    return altered(listed(("Name",)), "xl/worksheets/sheet1.xml", lambda _: xml)


def rows_of(inner: str) -> bytes:
    """A sheet with these rows."""
    return f'<worksheet xmlns="{NAMESPACE}"><sheetData>{inner}</sheetData></worksheet>'.encode()


ENTITY = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
WIDE = "".join(f'<c r="{letter(at)}1"><v>1</v></c>' for at in range(300))
MANY = '<row r="1">' + "<c><v>1</v></c>" * 60_000 + "</row>"
HOSTILE = {
    "an entity from outside": (with_part(ENTITY + rows_of("")), "declares a document type"),
    "an entity in UTF-16": (
        with_part("<?xml version='1.0'?><!DOCTYPE w [<!ENTITY x 'y'>]><w/>".encode("utf-16")),
        "declares a document type",
    ),
    "a value in row nine hundred million": (
        with_part(rows_of('<row r="900000000"><c r="A900000000"><v>1</v></c></row>')),
        "has a value in row 900,000,000",
    ),
    "three hundred columns": (with_part(rows_of(f'<row r="1">{WIDE}</row>')), "300 columns"),
    "sixty thousand cells in a row": (with_part(rows_of(MANY)), "60,000 columns"),
    "a column that is none": (
        with_part(rows_of('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>')), "is damaged",
    ),
    "broken XML": (with_part(b"<worksheet><sheetData>"), "is damaged"),
    "a ZIP bomb": (with_part(b" " * 60 * 2**20), "ZIP bomb"),
    "a string that is not there": (
        with_part(rows_of('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')), "is damaged",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_means_harm_is_refused(name: str) -> None:
    data, why = HOSTILE[name]
    with pytest.raises(Unreadable, match=why) as told:
        read_book(data, name="list.xlsx")
    assert str(told.value).startswith("list.xlsx")
    assert "passwd" not in str(told.value)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"%PDF-1.7", "is a PDF"),
        (b"\xd0\xcf\x11\xe0rest", "old kind"),
        (b"<html><table>", "is HTML"),
        (b"PK\x03\x04rest", "truncated or damaged"),
        (listed(("Name",))[:-200], "truncated or damaged"),
        (b"\x00\x01\x02\xff\xfe\xfd" * 50, "is no text"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_with_what_to_do(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why) as told:
        read_book(data, name="list")
    assert told.value.remedy


def test_a_zip_that_is_no_workbook_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("readme.txt", "x")
    with pytest.raises(Unreadable, match="no workbook"):
        read_book(out.getvalue(), name="list.zip")


@pytest.mark.parametrize("data", [b"a,b\n" * 9, listed(*[("a", "b")] * 9)])
def test_more_than_the_limits_is_refused(data: bytes) -> None:
    for limits, why in (
        ({"rows": 8}, "row"),
        ({"cells": 4}, "cells"),
        ({"columns": 1}, "2 columns"),
        ({"size": 10}, "larger than"),
    ):
        with pytest.raises(Unreadable, match=why):
            sheet(data, **limits)


def test_a_cell_with_a_book_in_it_is_refused() -> None:
    for data in (b"Name,Note\nA," + b"x" * 300, listed(("Name", "Note"), ("A", "x" * 300))):
        with pytest.raises(Unreadable, match="characters"):
            sheet(data, letters=200)


@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda text: text.encode())))
def test_any_bytes_are_a_spreadsheet_or_are_refused(data: bytes) -> None:
    try:
        book = read_book(data, name="any")
    except Unreadable:
        return
    for one in book.sheets:
        assert len(set(one.headings)) == len(one.headings)
        assert all(any(row.cells) for row in one.rows)


@given(st.data())
def test_a_workbook_with_any_byte_changed_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(SMALL)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))
    try:
        read_book(bytes(whole), name="any.xlsx")
    except Unreadable as error:
        assert error.cause


SMALL = listed(("Name", "Date"), ("A", datetime.date(2025, 1, 1)), ("B", 2.5))


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_columns_have_their_letters(column: int, name: str) -> None:
    assert letter(column) == name
