"""No module is so long that it holds two ideas. Tables of examples in tests may be long."""

import pytest

from tests.tools import ROOT

BAR = 400
MODULES = sorted(
    path
    for folder in ("src", "bench", "measure", "words", "docs")
    for path in (ROOT / folder).rglob("*.py")
    if path.parent.name != "migrations"  # written by Django
)


def test_there_are_modules_to_measure() -> None:
    assert any(path.match("src/whimbrel/document/tree.py") for path in MODULES)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_is_over_the_bar(path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= BAR, f"{lines} lines: split it by idea"
