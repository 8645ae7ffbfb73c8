"""`whimbrel screen` and `whimbrel lists diff`: without a house."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from whimbrel.cli import main


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text("id,name,kind\n1,Orvo Tambelin,person\n2,Sedge Marsh Trading,body\n")
    return path


def test_a_name_is_held_against_a_list_with_reasons(listed: Path) -> None:
    done = CliRunner().invoke(
        main, ["screen", "Tambelin, Orvo", "--list", str(listed), "--to", "json"]
    )
    hit = json.loads(done.output)["hits"][0]
    assert (hit["listed"], hit["score"]) == ("Orvo Tambelin", 1.0)
    assert hit["because"]


def test_a_file_of_names_is_screened(listed: Path, tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text("name,kind\nSedge-Marsh Trading Ltd,body\nWillow Bittern,person\n")
    done = CliRunner().invoke(main, ["screen", str(names), "--list", str(listed), "--to", "csv"])
    rows = list(csv.DictReader(io.StringIO(done.output)))
    assert [row["listed"] for row in rows] == ["Sedge Marsh Trading"]


def test_pairs_come_out_with_a_score_and_all_their_columns(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("note,name1,name2,schema\nx,Orvo Tambelin,Orvo Tambelin,Person\n")
    done = CliRunner().invoke(main, ["screen", "--pairs", str(pairs)])
    assert done.output.splitlines() == [
        "note,name1,name2,schema,score",
        "x,Orvo Tambelin,Orvo Tambelin,Person,1.0000",
    ]


@pytest.mark.parametrize(
    ("text", "said"), [("id,name\n1\n", "line 2"), ("", "empty"), ("name,x\na,b\n", "'x'")]
)
def test_a_damaged_list_ends_the_command_with_its_line(
    tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(text)
    done = CliRunner().invoke(main, ["screen", "Orvo", "--list", str(path)])
    assert done.exit_code == 2
    assert said in done.output


def test_the_difference_of_two_files(listed: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.csv"
    new.write_text("id,name,kind\n2,Sedge Marsh Trading,body\n3,Fen Bank,body\n")
    done = CliRunner().invoke(main, ["lists", "diff", str(listed), str(new)])
    assert done.output.splitlines()[0] == "1 added, 1 removed, 0 changed"
