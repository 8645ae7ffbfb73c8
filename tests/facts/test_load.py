"""The one loader of facts: what it gives, and what it says of a file that is wrong."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from whimbrel import facts
from whimbrel.facts import BadFact, load
from whimbrel.facts.calendar import Calendar, months
from whimbrel.facts.layout import Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class River:
    """A made-up fact."""

    name: str
    eels: int
    source: str


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands in for the fact files."""
    monkeypatch.setattr(facts, "files", lambda _: tmp_path)
    monkeypatch.setattr(facts, "KNOWN", {})
    (tmp_path / "rivers").mkdir()
    return tmp_path / "rivers"


def test_one_fact_or_a_list_of_them_is_read_in_the_order_of_names(folder: Path) -> None:
    (folder / "b.yaml").write_text(
        "- {name: Loe, eels: 2, source: x}\n- {name: Mu, eels: 3, source: x}\n"
    )
    (folder / "a.yaml").write_text("name: Ka\neels: 1\nsource: x\n")
    (folder / "notes.txt").write_text("no fact")
    assert [river.name for river in load("rivers/*.yaml", River)] == ["Ka", "Loe", "Mu"]


def test_one_file_may_be_named(folder: Path) -> None:
    (folder / "a.yaml").write_text("name: Ka\neels: 1\nsource: x\n")
    (folder / "ba.yaml").write_text("name: Loe\neels: 1\nsource: x\n")
    assert [river.name for river in load("rivers/a.yaml", River)] == ["Ka"]


@pytest.mark.parametrize(
    ("yaml", "said"),
    [
        ("name: Ka\nsource: x\n", r"facts/rivers/a\.yaml, entry 1, eels: Field required"),
        (
            "- {name: Ka, eels: 1, source: x}\n- {name: Loe, eels: many, source: x}\n",
            r"facts/rivers/a\.yaml, entry 2, eels: .*integer",
        ),
        ("name: [Ka]\neels: 1\nsource: x\n", r"entry 1, name: .*string"),
        ("just words", r"entry 1, the whole entry: "),
        ("name: 'Ka\n", r"facts/rivers/a\.yaml: not YAML: "),
    ],
)
def test_a_wrong_fact_is_refused_with_file_entry_and_field(
    folder: Path, yaml: str, said: str
) -> None:
    (folder / "a.yaml").write_text(yaml)
    with pytest.raises(BadFact, match=said):
        load("rivers/*.yaml", River)


@pytest.mark.parametrize("pattern", ["rivers/*.yaml", "rivers/none.yaml", "nowhere/*.yaml"])
def test_no_file_at_all_is_refused(folder: Path, pattern: str) -> None:
    with pytest.raises(BadFact, match="no such fact file"):
        load(pattern, River)


def test_facts_are_read_once(folder: Path) -> None:
    (folder / "a.yaml").write_text("name: Ka\neels: 1\nsource: x\n")
    first = load("rivers/*.yaml", River)
    (folder / "a.yaml").unlink()
    assert load("rivers/*.yaml", River) is first


def test_code_in_a_fact_file_is_not_run(folder: Path) -> None:
    (folder / "a.yaml").write_text("name: !!python/object/apply:os.getcwd []\neels: 1\nsource: x\n")
    with pytest.raises(BadFact, match="not YAML"):
        load("rivers/*.yaml", River)


def test_every_calendar_has_twelve_months_and_a_source() -> None:
    for calendar in load("months/*.yaml", Calendar):
        assert len(calendar.months) == 12
        assert calendar.source


@pytest.mark.parametrize(
    ("name", "number"),
    [("january", 1), ("févr", 2), ("août", 8), ("setiembre", 9), ("diciembre", 12)],
)
def test_months_are_known_by_their_names(name: str, number: int) -> None:
    assert months()[name] == number


def test_the_layouts_are_those_of_the_three_languages_read() -> None:
    assert {layout.language for layout in load("reading/*.yaml", Layout)} == {"en", "es", "fr"}
