"""Every fact file says where its facts come from."""

import pytest
import yaml

from tests.tools import ROOT

FACTS = ROOT / "src/whimbrel/facts"
FILES = sorted(FACTS.rglob("*.y*ml"))


def entries(path):
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data if isinstance(data, list) else [data]


def test_there_are_facts() -> None:
    assert FILES


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FACTS)))
def test_every_fact_has_a_source(path) -> None:
    for number, entry in enumerate(entries(path), start=1):
        assert isinstance(entry, dict), f"entry {number} is no mapping"
        assert str(entry.get("source") or "").strip(), f"entry {number} has no source"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FACTS)))
def test_fact_files_end_in_yaml(path) -> None:
    assert path.suffix == ".yaml"
