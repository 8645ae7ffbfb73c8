"""Bulk: many files in processes of their own; one that hangs or crashes loses only itself."""

import os
import time

import pytest

from whimbrel.reading import Limits, Unreadable
from whimbrel.reading.bulk import Outcome, each


def work(path: str) -> str:
    """What a made-up file does to its reader."""
    if path.startswith("refuse"):
        raise Unreadable(path, "it is refused", "Try another")
    if path.startswith("crash"):
        os._exit(3)
    if path.startswith("hang"):
        time.sleep(60)
    if path.startswith("eat"):
        return str(len(bytearray(1 << 34)))
    if path.startswith("deep"):
        return work(path)
    return path.upper()


def outcomes(*paths: str, jobs: int = 2, limits: Limits | None = None) -> dict[str, Outcome[str]]:
    """What became of each file."""
    return {outcome.path: outcome for outcome in each(paths, work, jobs=jobs, limits=limits)}


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_file_has_one_outcome(jobs: int) -> None:
    paths = [f"file{number}" for number in range(40)]
    found = list(each(paths, work, jobs=jobs))
    assert sorted(outcome.path for outcome in found) == sorted(paths)
    assert all(outcome.answer == outcome.path.upper() for outcome in found)


def test_no_files_have_no_outcomes() -> None:
    assert list(each((), work)) == []


def test_a_refused_file_has_its_reason_and_the_rest_goes_on() -> None:
    found = outcomes("a", "refuse", "b")
    assert str(found["refuse"].error) == "refuse: it is refused. Try another"
    assert (found["a"].answer, found["b"].answer) == ("A", "B")


def test_a_file_that_crashes_its_reader_loses_only_itself() -> None:
    found = outcomes("a", "crash", "b", "c", jobs=1)
    assert "crashed" in str(found["crash"].error)
    assert [found[path].answer for path in "abc"] == ["A", "B", "C"]


def test_a_file_that_hangs_is_stopped_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whimbrel.reading.bulk.GRACE", 0.1)
    found = outcomes("hang", "a", "b", jobs=1, limits=Limits(seconds=0.2))
    assert "longer than 0.2 seconds" in str(found["hang"].error)
    assert (found["a"].answer, found["b"].answer) == ("A", "B")


def test_a_file_that_eats_memory_is_refused() -> None:
    found = outcomes("eat", "a", jobs=1, limits=Limits(memory=4 << 30))
    assert "more memory" in str(found["eat"].error)
    assert found["a"].answer == "A"


def test_a_file_nested_too_deeply_is_refused() -> None:
    assert "nested too deeply" in str(outcomes("deep")["deep"].error)


def test_stopping_early_leaves_no_process() -> None:
    import multiprocessing

    outcome = next(each(["a", "hang"], work, jobs=2))
    assert outcome.answer == "A"
    deadline = time.monotonic() + 5
    while multiprocessing.active_children() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert multiprocessing.active_children() == []
