"""The measures and benchmarks can tell a difference from none."""

import importlib
from typing import Any

import pytest

from bench.__main__ import BENCHES
from bench.inputs import recall
from bench.result import implausible, interleaved, medians
from measure import forms, versions


def node(kind: str, path: list[str], text: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "label_path": path, "text": text, "address": "x", "citations": [], **more}


def test_forms_that_differ_in_dashes_only_are_the_same(capsys) -> None:
    one = forms.numbered([node("paragraph", ["1"], "Decisions 14.8–14.10")])
    two = forms.numbered([node("paragraph", ["1"], "Decisions 14.8-14.10")])
    forms.compare("numbered paragraphs", {"md": one, "pdf": two})
    assert "(the same)" in capsys.readouterr().out


def test_a_paragraph_that_one_form_lost_is_named(capsys) -> None:
    whole = forms.numbered([node("paragraph", ["1"], "First"), node("paragraph", ["2"], "Second")])
    cut = forms.numbered([node("paragraph", ["1"], "First")])
    forms.compare("numbered paragraphs", {"md": whole, "pdf": cut})
    said = capsys.readouterr().out
    assert "(NOT the same)" in said
    assert "pdf lacks ('2', 'Second')" in said


def test_unnumbered_paragraphs_are_not_counted_as_numbered() -> None:
    assert not forms.numbered([node("paragraph", [], "Closing words")])


def test_language_versions_that_cite_alike_are_the_same(capsys) -> None:
    versions.compare("references", {"en": {"A/RES/70/1"}, "fr": {"A/RES/70/1"}})
    assert "1, the same in all" in capsys.readouterr().out


def test_a_reference_that_one_language_lacks_is_named(capsys) -> None:
    versions.compare("references", {"en": {"A/RES/70/1"}, "fr": set()})
    assert "fr lacks A/RES/70/1" in capsys.readouterr().out


def test_contenders_take_turns() -> None:
    turns: list[str] = []
    interleaved({"a": lambda: turns.append("a"), "b": lambda: turns.append("b")}, rounds=2)
    assert turns == ["a", "b"] * 3


def test_times_far_apart_are_implausible() -> None:
    times = {"steady": [1.0, 1.1, 0.9], "wild": [1.0, 1.0, 9.0], "nothing": [0.0, 0.0, 0.0]}
    assert medians(times)["wild"] == 1.0
    assert {why.split()[0] for why in implausible(times)} == {"wild", "nothing"}


@pytest.mark.parametrize(
    ("wanted", "found", "share"),
    [("a b a", "a b a c", 1.0), ("a b a a", "a b", 0.5), ("", "x", 0.0)],
)
def test_recall_counts_words_as_often_as_they_stand(wanted: str, found: str, share: float) -> None:
    assert recall(wanted, found) == share


@pytest.mark.parametrize("name", BENCHES)
def test_every_benchmark_can_be_run_by_name(name: str) -> None:
    assert callable(importlib.import_module(f"bench.{name}").bench)
