"""Limits: how much of a file from outside is read before it is refused."""

from pathlib import Path

import pytest

from tests.reading.word import p, word
from whimbrel.reading import Limits, Unreadable, examine, examine_bytes
from whimbrel.reading.limits import Clock


def test_a_clock_that_has_time_left_says_nothing() -> None:
    clock = Clock("x.docx", 60)
    clock.check("paragraph 3")
    assert clock.started > 0


def test_a_clock_that_has_run_out_refuses_and_names_the_place() -> None:
    with pytest.raises(
        Unreadable, match=r"^x\.docx, paragraph 3: reading took longer than 0 seconds .* --seconds$"
    ):
        Clock("x.docx", 0, started=-10).check("paragraph 3")


@pytest.mark.parametrize(
    "data",
    [word(*[p("Eels.")] * 300), b"Eels swim.\n" * 5000, b"# Eels\n\n" * 100],
    ids=["docx", "text", "md"],
)
def test_no_time_is_too_little_for_any_file(data: bytes) -> None:
    with pytest.raises(Unreadable, match="took longer"):
        examine_bytes(data, name="slow", limits=Limits(seconds=-1))


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"Eels swim. " * 10)
    with pytest.raises(Unreadable, match="larger than 0 MiB"):
        examine(path, limits=Limits(size=100))
    assert examine(path, limits=Limits(size=110)).document.nodes


def test_more_text_than_the_limit_is_refused() -> None:
    with pytest.raises(Unreadable, match="of text, more than"):
        examine_bytes(b"Eels swim. " * 10, name="large.txt", limits=Limits(text=100))


@pytest.mark.parametrize(
    ("name", "cause"), [("missing.docx", "no such file"), (".", "it is a folder")]
)
def test_what_is_no_file_is_refused(tmp_path: Path, name: str, cause: str) -> None:
    with pytest.raises(Unreadable, match=cause):
        examine(tmp_path / name)


def test_a_refusal_names_file_place_cause_and_remedy() -> None:
    assert (
        str(Unreadable("a.pdf", "it is torn", "Mend it", "page 3"))
        == "a.pdf, page 3: it is torn. Mend it"
    )
    assert str(Unreadable("a.pdf", "it is torn", "Mend it")) == "a.pdf: it is torn. Mend it"


def test_a_refusal_survives_the_way_between_processes() -> None:
    import pickle

    refused = Unreadable("a.pdf", "it is torn", "Mend it", "page 3")
    again = pickle.loads(pickle.dumps(refused))  # noqa: S301 (our own object)
    assert (again.file, again.cause, again.remedy, again.place) == (
        "a.pdf",
        "it is torn",
        "Mend it",
        "page 3",
    )
