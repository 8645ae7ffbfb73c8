"""The labelled provisions of the shared folder: floors under the figures measured on them."""

import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from whimbrel.cli.mandates import predicted

SHARED = Path(os.environ.get("WHIMBREL_CORPUS", Path(__file__).parents[3] / "shared"))
FLOORS = {
    "macro": 0.93, "addressees": 0.94, "conditions": 0.95, "condition_kinds": 0.95, "due": 0.95,
    "report_to": 0.88, "second_verb": 0.95, "force": 0.97, "operative": 0.97,
}  # fmt: skip


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    path = SHARED / "tools/score_mandates.py"
    if not path.is_file():
        pytest.skip("the labelled provisions are not here: set WHIMBREL_CORPUS")
    spec = importlib.util.spec_from_file_location("score_mandates", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def result(scorer: ModuleType) -> dict[str, Any]:
    rows = scorer.load(str(SHARED / "mandates/labelled.jsonl"))
    inputs = [{name: row[name] for name in ("id", "language", "context", "text")} for row in rows]
    answers = [json.loads(json.dumps(predicted(row))) for row in inputs]
    scored: dict[str, Any] = scorer.score(rows, answers)
    return scored


@pytest.mark.parametrize("name", FLOORS)
def test_the_figure_is_above_its_floor(result: dict[str, Any], name: str) -> None:
    figure = result["macro"] if name == "macro" else result["macro_parts"][name]
    assert figure >= FLOORS[name]
