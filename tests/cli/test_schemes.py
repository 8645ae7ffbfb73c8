"""`whimbrel schemes`, from the outside."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from whimbrel.cli import main

POOL = """
defaults:
  org_type: ngo
  scope: international
  subjects: [migratory species]
  documents: [representatives]
  applied_on: 2025-12-01
  objections: 0
applicants:
  - {id: plain}
  - {id: trade, subjects: [trade], scope: national, state_approval: refused}
  - {id: papers, documents_minus: [representatives]}
  - {id: late, applied_on: 2026-02-22}
  - {id: third, objections: 34}
"""


def run(*words: str) -> Result:
    """The command, as it is typed."""
    return CliRunner().invoke(main, ["schemes", *words])


def pool(folder: Path, text: str = POOL) -> str:
    """A file of applicants."""
    path = folder / "pool.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def assessed(folder: Path, *more: str) -> Result:
    """The applicants under the rules of today."""
    return run(
        "assess", "--scheme", "cms-art7", "--host", "cms", "--applicants", pool(folder),
        "--opens", "2026-03-23", "--parties-present", "100", *more,
    )  # fmt: skip


def test_assessments_are_a_list_with_every_promised_field(tmp_path: Path) -> None:
    rows = json.loads(assessed(tmp_path, "--to", "json").stdout)
    assert [(row["id"], row["outcome"]) for row in rows] == [
        ("plain", "ADMIT"),
        ("trade", "REJECT"),
        ("papers", "INCOMPLETE"),
        ("late", "LATE"),
        ("third", "OBJECTED"),
    ]
    assert all(
        {"id", "outcome", "reasons", "documents_missing", "days", "warnings"} <= set(row)
        for row in rows
    )
    assert [one["criterion"] for one in rows[1]["reasons"]] == ["expertise", "state-approval"]
    assert set(rows[1]["reasons"][0]) == {"criterion", "source", "status"}
    assert rows[2]["documents_missing"] == ["representatives"]
    assert rows[3]["days"] == 29


def test_assessments_are_a_table_without_more_words(tmp_path: Path) -> None:
    told = assessed(tmp_path).stdout
    assert "trade  REJECT  112 days before the opening" in told
    assert "because: state-approval (Convention on Migratory Species, Article VII" in told


def test_assessments_go_into_a_spreadsheet(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert assessed(tmp_path, "--to", "csv", "-o", str(out)).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))
    assert [row["outcome"] for row in rows] == ["ADMIT", "REJECT", "INCOMPLETE", "LATE", "OBJECTED"]


def test_where_all_parties_count_it_is_said_which_number_was_taken(tmp_path: Path) -> None:
    words = ("assess", "--scheme", "ascobans", "--host", "cms", "--applicants", pool(tmp_path),
             "--opens", "2026-03-23", "--parties-present", "100", "--to", "json")  # fmt: skip
    alone = run(*words)
    assert "the 100 present are taken" in alone.stderr
    assert json.loads(alone.stdout)[4]["outcome"] == "OBJECTED"
    every = run(*words, "--parties-all", "130")
    assert every.stderr == ""
    assert json.loads(every.stdout)[4]["outcome"] == "ADMIT"


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        (("--scheme", "nothing"), "no scheme is called nothing"),
        (("--scheme", "cms", "--host", "nobody"), "no scheme is of nobody"),
        (("--scheme", "cms", "--opens", "soon"), "soon is no date"),
        (("--scheme", "cms", "--parties-present", "0"), "--parties-present"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    tmp_path: Path, words: tuple[str, ...], cause: str
) -> None:
    refused = run("assess", "--applicants", pool(tmp_path), *words)
    assert refused.exit_code == 2
    assert cause in refused.stderr


def test_a_mistake_in_the_file_is_named_with_its_place(tmp_path: Path) -> None:
    path = pool(tmp_path, "applicants: [{id: a}, {id: b, scope: wide}]")
    refused = run("assess", "--scheme", "cms", "--applicants", path)
    assert refused.exit_code == 2
    assert f"{path}, entry 2 (b): scope" in refused.stderr


def test_schemes_are_listed() -> None:
    rows = json.loads(run("list", "--to", "json").stdout)
    assert {"cms-art7", "unfccc-art7-6@2014", "minamata-observer"} <= {row["id"] for row in rows}
    assert "CMS: observers at the Conference" in run("list").stdout
    assert "CMS\u00a0: observateurs" in run("list", "--to", "csv", "--language", "fr").stdout


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "unverified, from memory"), ("fr", "non vérifié, de mémoire"),
     ("es", "sin verificar, de memoria")],
)  # fmt: skip
def test_a_scheme_is_shown_with_its_marks(language: str, words: str) -> None:
    told = run("show", "cites", "--language", language).stdout
    assert f"[{words}]" in told
    assert "CITES, Article XI, paragraph 7 b)" in told


def test_a_scheme_is_shown_as_data() -> None:
    whole = json.loads(run("show", "unfccc@2014", "--to", "json").stdout)
    assert whole["deadlines"][0]["dates"] == ["31 August"]


def test_a_scheme_is_read_against_a_treaty() -> None:
    told = run("ceiling", "unep", "--host", "cms").stdout
    assert "at least 150 days" in told
    assert "no legal advice" in told
    assert "accredited national" in told
    rows = json.loads(run("ceiling", "unep", "--host", "cms", "--to", "json").stdout)
    assert "minimum-age" in [one["line"] for one in rows["findings"]]


def test_an_option_is_read_against_the_treaty_that_it_would_change() -> None:
    assert "A decision alone cannot bring them in" in run("ceiling", "full-accreditation").stdout
    assert "no line of this scheme was found" in run("ceiling", "open-register").stdout


def test_schemes_stand_side_by_side() -> None:
    rows = json.loads(run("overview", "--to", "json").stdout)
    assert len(rows) == len(json.loads(run("list", "--to", "json").stdout))
    assert rows[0]["state-approval"].keys() == {"text", "source", "status"}
    two = run("overview", "cms", "minamata", "--to", "csv").stdout
    read = list(csv.DictReader(io.StringIO(two)))
    assert [row["Scheme"] for row in read] == ["cms-art7", "minamata-observer"]
    assert read[0]["Deadline: How it is known"] == "[unverified, from memory]"
    assert "Aucun" not in run("overview", "unep").stdout


def test_a_scheme_that_is_not_there_is_refused_everywhere() -> None:
    for words in (("show", "x"), ("ceiling", "x"), ("overview", "cms", "x")):
        assert run(*words).exit_code == 2


def test_a_family_is_asked_instrument_by_instrument(tmp_path: Path) -> None:
    words = ("family", "--applicants", pool(tmp_path), "--opens", "2026-03-23",
             "--parties-present", "100")  # fmt: skip
    rows = json.loads(run(*words, "--to", "json").stdout)
    plain = [(row["scheme"], row["outcome"]) for row in rows if row["id"] == "plain"]
    assert plain == [
        ("cms-art7", "ADMIT"),
        ("aewa-art6", "REJECT"),
        ("ascobans", "REJECT"),
        ("eurobats", "REJECT"),
    ]
    assert "cms-art7: plain  ADMIT" in run(*words).stdout
    assert run(*words, "--to", "csv").stdout.startswith("id,scheme,outcome")
    assert run(*words, "--convention", "nobody").exit_code == 2
