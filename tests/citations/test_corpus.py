"""References in real documents, where the shared corpora are at hand."""

import re

from tests.tools import corpus
from whimbrel.citations import find

SEED = "UNEP/CMS/COP15/Doc.18.1"


def test_every_symbol_of_the_seed_is_found() -> None:
    text = (corpus("seed") / "UNEP-CMS-COP15-Doc.18.1.md").read_text(encoding="utf-8")
    printed = re.findall(r"UNEP/CMS/COP15[/ ](?:Doc|Inf)\. ?[\d.]*\d", text)
    found = [one.surface for one in find(text, body=SEED) if one.surface.startswith("UNEP/")]
    assert found == printed
    assert len(printed) > 10


def test_every_decision_of_a_climate_conference_is_found() -> None:
    file = corpus("corpus", "mea") / "cp2019_25_2019_Decisions_1_to_6.txt"
    text = file.read_text(encoding="utf-8")
    printed = set(re.findall(r"[Dd]ecision (\d+/C[A-Z]+\.\d+)", text))
    found = {one.target for one in find(text, body="FCCC/CP/2019/13/Add.1")}
    assert {f"FCCC/Decision/{number}" for number in printed} <= found
    assert len(printed) > 10
