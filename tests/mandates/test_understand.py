"""What is understood of single provisions, in three languages."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from whimbrel.mandates import Mandate, understand

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8")
)


def seen(mandate: Mandate) -> dict[str, Any]:
    """The parts of a mandate under the names of the tables."""
    return {
        "to": {one.who.value for one in mandate.addressees},
        "force": mandate.force.value,
        "operative": mandate.operative,
        "if": {one.words.lower() for one in mandate.conditions},
        "kinds": {one.kind.value for one in mandate.conditions},
        "due": mandate.due_code,
        "for": mandate.report_to_name,
        "with": {one.name for one in mandate.collaborators},
        "makes": {one.output.value for one in mandate.outputs},
        "again": mandate.recurring,
        "second": mandate.second_verb,
    }


def told(name: str, value: object) -> object:
    """What a table says of one part; the order of several values is no matter."""
    if not isinstance(value, list):
        return value
    return {each.lower() for each in value} if name == "if" else set(value)


def rows(group: str) -> list[dict[str, Any]]:
    """The cases of one group."""
    return CASES[group]


def agrees(mandate: Mandate, case: dict[str, Any]) -> None:
    """Every part that a case names is what it says."""
    found = seen(mandate)
    true = {name: told(name, value) for name, value in case["is"].items()}
    assert {name: found[name] for name in true} == true


@pytest.mark.parametrize("case", rows("en"), ids=lambda case: case["text"][:60])
def test_an_english_provision_is_understood(case: dict[str, Any]) -> None:
    agrees(understand(case["text"], language="en"), case)


@pytest.mark.parametrize("case", rows("fr"), ids=lambda case: case["text"][:60])
def test_a_french_provision_is_understood(case: dict[str, Any]) -> None:
    agrees(understand(case["text"], language="fr"), case)


@pytest.mark.parametrize("case", rows("es"), ids=lambda case: case["text"][:60])
def test_a_spanish_provision_is_understood(case: dict[str, Any]) -> None:
    agrees(understand(case["text"], language="es"), case)


@pytest.mark.parametrize("case", rows("items"), ids=lambda case: case["text"][:60])
def test_chapeau_and_heading_govern_an_item(case: dict[str, Any]) -> None:
    agrees(understand(case["text"], language="en", context=case.get("context")), case)
