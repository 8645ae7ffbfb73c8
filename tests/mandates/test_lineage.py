"""What became of provisions of our own, in three languages, and of the shared sets."""

import json
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml

from tests.tools import corpus
from whimbrel.mandates.lineage import Label, Wording, judge
from whimbrel.mandates.reasons import ENGLISH, Code, Reason

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "lineage.yaml").read_text(encoding="utf-8")
)


def side(told: object) -> list[Wording]:
    texts = told if isinstance(told, list) else [told]
    return [Wording(path=str(number), text=text) for number, text in enumerate(texts, 1)]


def named(case: dict[str, Any]) -> str:
    return f"{case['language']} {case['label']} {str(case['new'])[:40]}"


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_provision_has_the_lineage_that_a_reader_sees(case: dict[str, Any]) -> None:
    found = judge(side(case["old"]), side(case["new"]), language=case["language"])
    assert found.label == case["label"], f"{found.why} ({found.likeness})"


def test_every_label_is_tried_in_every_language() -> None:
    tried = {(case["language"], case["label"]) for case in CASES}
    assert tried == {(one, label.value) for one in ("en", "fr", "es") for label in Label}


@pytest.mark.parametrize("case", CASES, ids=named)
def test_words_that_changed_are_shown_where_one_wording_became_another(
    case: dict[str, Any],
) -> None:
    found = judge(side(case["old"]), side(case["new"]), language=case["language"])
    apart = found.label in (Label.MERGED, Label.SPLIT, Label.UNRELATED)
    assert (found.changed is None) is apart
    assert 0 <= found.likeness <= 1


def test_a_spelling_that_differs_is_told_apart_from_words_that_do() -> None:
    old, new = side("Invites organisations to act;"), side("Invites organizations to act;")
    found = judge(old, new, language="en")
    assert (found.label, found.why.code) == (Label.VERBATIM, Code.SPELLING)


def test_a_side_without_provisions_is_refused() -> None:
    with pytest.raises(ValueError, match="both sides"):
        judge([], side("Notes the report;"), language="en")


@pytest.mark.parametrize("code", Code)
def test_every_reason_can_be_said(code: Code) -> None:
    names = [name for _, name, _, _ in Formatter().parse(ENGLISH[code]) if name]
    told = str(Reason(code=code, values=tuple((name, f"<{name}>") for name in names)))
    assert told
    assert all(f"<{name}>" in told for name in names)


def test_the_shared_sets_are_judged_as_their_readers_did() -> None:
    path = corpus("mandates", "lineage.jsonl")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert rows
    for row in rows:
        old, new = ([Wording(**one) for one in row[name]] for name in ("old", "new"))
        found = judge(old, new, language=row["language"])
        changed = found.changed.changed if found.changed else None
        assert (row["id"], found.label, changed) == (row["id"], row["label"], row["changed"])


@pytest.mark.parametrize(
    ("new", "now"),
    [
        ("A list of the stopover sites of terns was prepared.", "“A list of the stopover …”"),
        ("Welcomes the list of the stopover sites of terns;", "“Welcomes”"),
    ],
)
def test_a_provision_without_a_verb_is_named_by_its_first_words(new: str, now: str) -> None:
    old = "Prepare a list of the stopover sites of terns;"
    found = judge(side(old), side(new), language="en")
    assert found.label is Label.REPLACED
    assert "“Prepare a list of the …”" in str(found.why)
    assert now in str(found.why)
