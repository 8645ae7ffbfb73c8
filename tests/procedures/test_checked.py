"""A file of procedures that is wrong is refused with its name, the path of the field and the
cause."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from whimbrel.facts import BadFact
from whimbrel.procedures.checked import MOST, from_file
from whimbrel.procedures.procedure import Procedure

TEXT = {"en": "x", "fr": "x", "es": "x"}
GROUND = {"source": "a rule", "status": "seen"}


def step(id_: str, *after: str, **more: Any) -> dict[str, Any]:
    return {
        "id": id_, "text": TEXT, "by": "secretariat", "after": list(after), "state": id_,
        **GROUND, **more,
    }  # fmt: skip


WHOLE: dict[str, Any] = {
    "id": "one", "title": TEXT, "body": "cms", "source": "a rule",
    "criteria": [{"id": "fit", "text": TEXT, "test": {"attribute": "a", "equals": True}, **GROUND}],
    "deadlines": [{"id": "last", "days": 30, **GROUND}],
    "decision": {"id": "d", "kind": "consensus", "decider": TEXT, **GROUND},
    "validity": {"id": "v", "text": TEXT, **GROUND},
    "steps": [step("send", deadline="last"), step("admit", "send", needs=["fit"], ends=True)],
}  # fmt: skip


def written(folder: Path, data: object) -> Path:
    path = folder / "mine.yaml"
    path.write_text(yaml.safe_dump(data), encoding="utf-8")
    return path


def spoilt(*path: str | int, to: object) -> dict[str, Any]:
    data: Any = deepcopy(WHOLE)
    inner = data
    for part in path[:-1]:
        inner = inner[part]
    if to is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = to
    return dict(data)


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    assert [one.id for one in from_file(written(tmp_path, WHOLE), Procedure)] == ["one"]


TABLE: list[tuple[dict[str, Any], str, str]] = [
    (spoilt("criteria", 0, "colour", to="red"), "criteria.0.colour", "Unexpected keyword"),
    (spoilt("criteria", 0, "source", to=None), "criteria.0.source", "Field required|required"),
    (spoilt("criteria", 0, "source", to=" "), "criteria.0.source", "empty"),
    (spoilt("criteria", 0, "test", to={}), "criteria.0.test", "say one of"),
    (
        spoilt("criteria", 0, "test", to={"not": {"attribute": "a"}}),
        "criteria.0.test.not",
        "one thing",
    ),
    (spoilt("steps", 1, "after", to=["nowhere"]), "steps.1.after.0", "no step"),
    (spoilt("steps", 1, "after", to=["admit"]), "steps.1.after", "after itself"),
    (spoilt("steps", 1, "needs", to=["luck"]), "steps.1.needs.0", "nothing is called"),
    (spoilt("steps", 0, "deadline", to="never"), "steps.0.deadline", "no deadline"),
    (spoilt("steps", 1, "ends", to=False), "steps", "no step ends"),
    (spoilt("steps", 0, "after", to=["admit"]), "steps", "in a circle"),
    (spoilt("deadlines", 0, "days", to=-1), "deadlines.0.days", "cannot be kept"),
    (
        spoilt(
            "deadlines", 0, to={"id": "last", "moment": "a day of the year",
            "dates": ["31 February"], **GROUND},
        ),
        "deadlines.0.dates.0",
        "31 February",
    ),
    (spoilt("decision", "object_days", to=60), "decision.object_days", "before applications"),
    (
        spoilt("deadlines", 0, to={"id": "last", "moment": "an earlier step", "days": 3,
            "after": "nowhere", **GROUND}),
        "deadlines.0.after",
        "no step",
    ),
    (spoilt("decision", "numerator", to=2), "decision.numerator", "no fraction"),
    (
        spoilt("steps", to=[*WHOLE["steps"], step("wait", "more"), step("more", "wait")]),
        "steps.2",
        "never reached",
    ),
    (spoilt("valid_from", to="soon"), "valid_from", "date"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "path", "cause"), TABLE, ids=lambda one: str(one)[:40])
def test_a_mistake_is_named_by_file_path_and_cause(
    tmp_path: Path, data: dict[str, Any], path: str, cause: str
) -> None:
    import re

    with pytest.raises(BadFact) as told:
        from_file(written(tmp_path, data), Procedure)
    said = str(told.value)
    assert "mine.yaml, entry 1" in said
    assert f"{path}:" in said
    assert re.search(cause, said), said


def test_a_hostile_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"a" * (MOST + 1))
    with pytest.raises(BadFact, match="larger than 2 MiB"):
        from_file(path, Procedure)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadFact, match="not UTF-8"):
        from_file(path, Procedure)
    path.write_text("a: [", encoding="utf-8")
    with pytest.raises(BadFact, match="not YAML"):
        from_file(path, Procedure)
    path.write_text("!!python/object/apply:os.getcwd []", encoding="utf-8")
    with pytest.raises(BadFact, match="not YAML"):
        from_file(path, Procedure)
