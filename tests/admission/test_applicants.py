"""Applicants from a file that comes from outside."""

from datetime import date
from pathlib import Path

import pytest

from whimbrel.admission.applicants import read
from whimbrel.procedures import outside
from whimbrel.reading.errors import Unreadable

DEFAULTS = """
defaults:
  org_type: ngo
  documents: [letter, form, statutes]
  applied_on: 2025-11-01
  countries: KE
"""


def written(folder: Path, text: str) -> Path:
    """A file with a text."""
    path = folder / "pool.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_applicant_has_the_defaults_and_what_differs(tmp_path: Path) -> None:
    found = read(written(tmp_path, DEFAULTS + """
applicants:
  - {id: a}
  - {id: b, org_type: igo, documents_minus: [form]}
  - {id: 3, documents: [representatives], subjects: Bats, registered_on: "2020-02-29"}
  - {id: d, documents: [letter, form], documents_minus: letter, profit: null}
  - {id: e, subjects: [Migratory_Species, "wild  fauna"]}
""")).applicants  # fmt: skip
    assert [one.id for one in found] == ["a", "b", "3", "d", "e"]
    assert found[0].documents == ("letter", "form", "statutes")
    assert found[0].applied_on == date(2025, 11, 1)
    assert found[0].countries == ("KE",)
    assert (found[1].org_type, found[1].documents) == ("igo", ("letter", "statutes"))
    assert (found[2].documents, found[2].subjects) == (("representatives",), ("bats",))
    assert found[2].registered_on == date(2020, 2, 29)
    assert found[4].subjects == ("migratory species", "wild fauna")
    assert (found[3].documents, found[3].profit) == (("form",), None)


def test_objections_may_be_a_number_or_their_days(tmp_path: Path) -> None:
    found = read(written(tmp_path, """
applicants:
  - {id: a, objections: 3}
  - {id: b, objections: [2026-01-01, 2026-01-02]}
  - {id: c, objections: [{party: FR, on: 2026-01-01}, {party: KE}]}
  - {id: d, objections: 2, objections_on: [2026-01-01, 2026-01-02]}
""")).applicants  # fmt: skip
    assert [one.objections for one in found] == [3, 2, 2, 2]
    assert [len(one.objections_on or ()) for one in found] == [0, 2, 1, 2]


def test_defaults_can_be_left_out(tmp_path: Path) -> None:
    assert len(read(written(tmp_path, "applicants: [{id: a}]")).applicants) == 1
    assert len(read(written(tmp_path, "[{id: a}, {id: b}]")).applicants) == 2


def test_a_field_that_nobody_knows_is_left_aside_and_said_once(tmp_path: Path) -> None:
    found = read(written(tmp_path, "applicants: [{id: a, stratum: x}, {id: b, stratum: y}]"))
    assert found.remarks == ("the key stratum is not known and was left aside",)


def many(width: int, depth: int) -> str:
    """A file whose parts repeat parts that repeat parts."""
    rows = ["a0: &a0 [x, x]"]
    for one in range(1, depth):
        rows.append(f"a{one}: &a{one} [{', '.join([f'*a{one - 1}'] * width)}]")
    return "\n".join(rows)


@pytest.mark.parametrize(
    ("text", "place", "cause"),
    [
        ("applicants: [{id: a, org_type: club}]", "entry 1 (a)", "org_type"),
        ("applicants: [{id: a}, {id: b, applied_on: soon}]", "entry 2 (b)", "applied_on"),
        ("applicants: [{id: a, objections: -1}]", "entry 1 (a)", "objections"),
        ("applicants: [{id: a, state_aproval: granted}]", "entry 1 (a)", "state_aproval"),
        ("defaults: {org_typ: ngo}\napplicants: []", "defaults", "org_typ"),
        ("defaults: {documents_minus: [form]}\napplicants: []", "defaults", "documents_minus"),
        ("defaults: [ngo]\napplicants: []", "defaults", "no fields"),
        ("applicants: [{name: a}]", "entry 1", "no id"),
        ("applicants: [a]", "entry 1", "no applicant"),
        ("applicants: [{id: a}, {id: a}]", "entry 2", "second applicant"),
        ("applicants: {id: a}", "", "no list of applicants"),
        ("- a: [", "line", "no YAML"),
        ("applicants: []\nother: 1", "", "unknown key other"),
        ("!!python/object/apply:os.system [ls]", "line 1", "no YAML"),
        ("applicants: [{id: a, subjects: [[bats]]}]", "entry 1 (a)", "subjects"),
        ("[" * 40 + "]" * 40, "", "nested deeper"),
        (many(9, 12), "", "repeated parts"),
        ("a: &a {x: 1}\n" + "b: {<<: [" + "*a, " * 3 + "*b]}", "", "repeated parts"),
        ("", "", "no list of applicants"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(
    tmp_path: Path, text: str, place: str, cause: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(Unreadable) as error:
        read(path)
    assert str(path) in str(error.value)
    assert place in error.value.place
    assert cause in error.value.cause
    assert error.value.remedy


def test_a_file_that_is_too_large_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "BYTES", 10)
    with pytest.raises(Unreadable, match="larger than"):
        read(written(tmp_path, "applicants: [{id: a}]"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"absent\.yaml"):
        read(tmp_path / "absent.yaml")
