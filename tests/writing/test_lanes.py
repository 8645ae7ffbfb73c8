"""A process is drawn with its words, its numbers and lines that run between the boxes."""

import re
from itertools import pairwise

import pytest
from lxml import etree

from whimbrel.writing.lanes import (
    MOST_LINES,
    TALLEST,
    Stage,
    placed,
    process,
    ranges,
    ranked,
    wrapped,
)

STAGES = (
    Stage(key="ask", lane="Applicant", words="The body asks."),
    Stage(key="look", lane="Office", words="The office looks at it.", after=("ask", "answer")),
    Stage(key="answer", lane="Applicant", words="The body answers.", after=("look",)),
    Stage(key="no", lane="Office", words="No.", after=("look",), ends=True),
    Stage(key="yes", lane="Parties", words="Yes & <more>.", after=("look", "ask"), ends=True),
)
TABLE = (("No.", "Step"), ("1", "The body asks."))


def drawn() -> etree._Element:
    figure = process(STAGES, title="How", alt="Five steps.", table=TABLE)
    return etree.fromstring(figure.svg.encode())


def test_every_step_has_its_number_and_its_words() -> None:
    texts = " ".join(one.text or "" for one in drawn().iter("{*}text"))
    for word in ("Applicant", "Office", "Parties", "1. The", "5. Yes", "asks.", "<more>."):
        assert word in texts


def test_every_arrow_leads_to_a_step_and_one_back_is_drawn_too() -> None:
    arrows = list(drawn().iter("{*}polyline"))
    assert len(arrows) == sum(len(one.after) for one in STAGES)


def test_no_line_runs_through_a_box() -> None:
    boxes = placed(STAGES, ["Applicant", "Office", "Parties"]).values()
    for line in drawn().iter("{*}polyline"):
        points = [tuple(map(float, pair.split(","))) for pair in line.get("points").split()]
        for (x1, y1), (x2, y2) in pairwise(points):
            for box in boxes:
                across = min(x1, x2) < box.x + box.width - 0.1 and max(x1, x2) > box.x + 0.1
                down = min(y1, y2) < box.y + box.height - 0.1 and max(y1, y2) > box.y + 0.1
                assert not (across and down), (box, points)


def test_steps_that_do_not_wait_for_one_another_stand_side_by_side() -> None:
    rows = ranked(STAGES)
    assert rows["no"] == rows["yes"]
    assert rows["ask"] < rows["look"] < rows["answer"]


def test_a_long_text_ends_in_dots() -> None:
    lines = wrapped("word " * 100, 26)
    assert len(lines) == MOST_LINES
    assert lines[-1].endswith("…")


@pytest.mark.parametrize(
    ("stages", "says"),
    [
        ((), "no step"),
        ((Stage(key="a", lane="A", words="a", after=("b",)),), "'b', which is not among the steps"),
    ],
)
def test_what_cannot_be_drawn_is_refused(stages: tuple[Stage, ...], says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        process(stages, title="x", alt="x", table=TABLE)


def test_a_long_process_still_fits_on_a_page() -> None:
    long = tuple(
        Stage(key=f"{at}", lane="Office", words="The office looks at it again. " * 9)
        for at in range(15)
    )
    figure = process(long, title="Long", alt="Long.", table=TABLE)
    assert figure.height <= TALLEST
    assert "15. The" in figure.svg


def test_where_a_step_may_follow_many_their_numbers_stand_in_its_box() -> None:
    many = (
        *STAGES,
        Stage(key="end", lane="Office", words="End.", after=tuple(one.key for one in STAGES)),
    )
    figure = process(many, title="How", alt="Six steps.", table=TABLE)
    assert figure.svg.count("<polyline") == sum(len(one.after) for one in STAGES)
    assert "← 1–5" in figure.svg
    assert ranges([1, 2, 3, 7, 9]) == "1–3, 7, 9"
