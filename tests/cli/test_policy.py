"""`whimbrel policy`."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from whimbrel.cli import main

FILL = """
pack: unep-2024
filled: [terms]
terms:
  - {id: two-years, years: 2, source: a test, status: seen, text: {en: Two., fr: Deux., es: Dos.}}
"""


def run(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, ["policy", *words])
    assert result.exit_code == code, result.output
    return result.output


def test_the_list_says_how_much_of_each_is_known() -> None:
    rows = {one["id"]: one for one in json.loads(run("list", "--to", "json"))}
    assert rows["unep-2024"]["lines"]["unknown"] > rows["unep-2024"]["lines"]["seen"]
    assert "demands" in rows["unep-2024"]["not_entered"]
    assert not rows["generic-un"]["not_entered"]
    assert "What has not been entered: categories" in run("list")
    assert len(list(csv.DictReader(io.StringIO(run("list", "--to", "csv"))))) == 5


def test_the_list_says_which_binds_on_a_day() -> None:
    told = json.loads(run("list", "--on", "2026-01-08", "--to", "json"))["binding"]
    assert (told["policies"], told["measures"]) == (["unep-2024"], ["unep-2024-simplified"])
    assert any("29 September 2025" in one["text"] for one in told["warnings"])
    assert "29 de septiembre de 2025" in run("list", "--on", "2026-01-08", "--language", "es")
    assert "no date" in run("list", "--on", "soon", code=2)


def test_a_policy_is_shown_with_source_and_status_of_every_line() -> None:
    told = json.loads(run("show", "cms-tailored", "--to", "json"))
    for part in told["parts"]:
        for one in part["lines"]:
            assert one["source"]
            assert one["status"]
            assert one["text"]
    text = run("show", "cms-tailored")
    assert "[proposed]" in text
    assert "Levels of due diligence" in text
    assert "Niveaux de diligence" in run("show", "cms-tailored", "--language", "fr")
    rows = list(csv.DictReader(io.StringIO(run("show", "generic-un", "--to", "csv"))))
    assert len(rows) > 150


def test_an_id_that_is_none_names_those_that_are() -> None:
    assert "cms-tailored, generic-un" in run("show", "nothing", code=2)


def test_two_policies_are_set_beside_each_other() -> None:
    told = json.loads(run("compare", "generic-un", "cms-tailored", "--to", "json"))
    lines = {(one["part"], one["id"]): one for one in told["lines"]}
    assert lines["levels", "light"]["before"] is None
    assert told["paired"]["hours"]["high"] < 0
    assert sum(one["cases"] for one in told["cases"]) > 150
    text = run("compare", "generic-un", "cms-tailored")
    assert "+ Levels of due diligence / light" in text
    silent = json.loads(run("compare", "generic-un", "unep-2024", "--to", "json"))
    assert silent["paired"] is None
    assert "–" in run("compare", "generic-un", "unep-2024")
    assert "light" in run("compare", "generic-un", "cms-tailored", "--to", "csv")


def test_a_replay_is_the_same_again() -> None:
    one = run("replay", "--to", "json")
    assert one == run("replay", "--to", "json")
    told = json.loads(one)
    assert told["portfolio"]["size"] >= 200
    assert told["portfolio"]["bad"] == 48
    rows = {row["id"]: row for row in told["rows"]}
    assert [cell["policy"] for cell in rows["hours"]["cells"]] == [
        "generic-un", "cms-tailored", "unep-2024",
    ]  # fmt: skip
    assert rows["hours"]["cells"][2]["point"] is None
    assert "the policy has not been entered" in run("replay")
    assert list(csv.DictReader(io.StringIO(run("replay", "--to", "csv"))))


def test_figures_of_ones_own_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("hour-cost: [500, 600, 700]\n", encoding="utf-8")
    told = json.loads(run("replay", "--assume", str(path), "--to", "json"))
    assert {one["id"]: one["point"] for one in told["assumptions"]}["hour-cost"] == 600
    path.write_text("nothing: [1, 2, 3]\n", encoding="utf-8")
    assert "nothing is called nothing" in run("replay", "--assume", str(path), code=2)


def test_a_text_laid_beside_is_taken_and_a_mistake_in_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "text.yaml"
    path.write_text(FILL, encoding="utf-8")
    told = json.loads(run("show", "unep-2024", "--beside", str(path), "--to", "json"))
    assert "terms" not in told["not_entered"]
    path.write_text(FILL.replace("years: 2", "years: -2"), encoding="utf-8")
    text = run("show", "unep-2024", "--beside", str(path), code=2)
    assert "text.yaml, entry 1, terms.two-years.years: -2.0 is below nought" in text


@pytest.mark.parametrize("ending", ["docx", "md"])
def test_the_paper_is_written(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"paper.{ending}"
    assert "is written" in run("paper", "-o", str(path), "--on", "2026-01-08")
    assert path.stat().st_size > 5_000
    assert "end its name in" in run("paper", "-o", str(tmp_path / "paper.txt"), code=2)


def test_a_trial_with_a_mistake_is_refused_and_nothing_written(tmp_path: Path) -> None:
    record, path = tmp_path / "trial.yaml", tmp_path / "paper.docx"
    record.write_text("efforts: [{case: a}]\n", encoding="utf-8")
    assert "trial.yaml, efforts.0.step" in run(
        "paper", "--trial", str(record), "-o", str(path), code=2
    )
    assert not path.exists()
