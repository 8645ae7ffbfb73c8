"""Intervals, queues and rows of a comparison."""

import pytest

from whimbrel.procedures.compare import (
    Beside,
    Better,
    Cell,
    Row,
    beaten,
    sensitivity,
    stands,
    weighed,
)
from whimbrel.procedures.interval import Interval, middle, sure, total
from whimbrel.procedures.known import Known
from whimbrel.procedures.queue import Flow, queue


def ends(low: float, point: float, high: float) -> Interval:
    return Interval(low=low, point=point, high=high)


@pytest.mark.parametrize(
    ("base", "other", "said"),
    [
        (sure(3), sure(3), Beside.SAME),
        (sure(3), sure(4), Beside.MORE),
        (sure(3), sure(2), Beside.FEWER),
        (ends(1, 2, 3), ends(3, 4, 5), Beside.UNCLEAR),
        (ends(1, 2, 3), ends(3.1, 4, 5), Beside.MORE),
        (ends(1, 2, 3), None, Beside.UNKNOWN),
    ],
)
def test_two_answers_are_told_apart_only_where_they_do_not_overlap(
    base: Interval, other: Interval | None, said: Beside
) -> None:
    assert stands(base, other) is said


def test_intervals_are_added_and_kept_in_order() -> None:
    assert total([ends(1, 2, 3), ends(0, 1, 5)]) == ends(1, 3, 8)
    assert ends(1, 2, 4).over(ends(1, 2, 4)) == ends(0.25, 1, 4)
    assert ends(1, 2, 4).over(ends(0, 2, 4)) is None
    assert middle(range(101)) == ends(5, 50, 95)
    with pytest.raises(ValueError, match="not in order"):
        ends(2, 1, 3)


QUIET = Flow(arrivals=ends(40, 50, 60), hours=ends(0.5, 1, 1.5), capacity=ends(200, 250, 300))
FULL = Flow(arrivals=ends(80, 100, 120), hours=ends(4, 5, 6), capacity=ends(100, 150, 200))


def test_more_arrivals_than_can_be_done_make_a_queue_of_years() -> None:
    quiet, full = queue(QUIET), queue(FULL)
    assert quiet.wait.high < 1
    assert full.wait.low > 2
    assert full.backlog.apart(quiet.backlog)
    assert queue(FULL, years=20).wait.point > full.wait.point, "it grows"


def test_a_periodic_report_makes_the_pool_smaller() -> None:
    kept = queue(Flow(arrivals=sure(0), hours=sure(1), capacity=sure(100), holders=400))
    asked = queue(
        Flow(
            arrivals=sure(0), hours=sure(1), capacity=sure(100), holders=400, report_years=5,
            missed=ends(0.2, 0.4, 0.6),
        )
    )  # fmt: skip
    assert (kept.holders, kept.lost) == (sure(400), sure(0))
    assert asked.holders.high < 400
    assert asked.lost.low > 50, "two times in ten years"


def test_the_same_seed_gives_the_same_answer() -> None:
    assert queue(FULL, seed=3) == queue(FULL, seed=3)
    assert queue(FULL, seed=3) != queue(FULL, seed=4)


def row(id_: str, better: Better, *values: Interval | None) -> Row:
    cells = tuple(Cell(value=one, known=Known.SEEN) for one in values)
    return Row(id=id_, unit="x", better=better, cells=cells)


ROWS = (
    row("in", Better.MORE, sure(10), sure(5)),
    row("hours", Better.FEWER, sure(8), sure(2)),
    row("block", Better.NEITHER, sure(34), sure(1)),
)


def test_weights_say_who_is_first_and_how_sure_that_is() -> None:
    found = weighed(ROWS, ("a", "b"), {"in": 2, "hours": 1})
    assert [(one.option, round(one.score.point, 3), one.first) for one in found] == [
        ("a", 0.667, True), ("b", 0.333, False),
    ]  # fmt: skip
    assert [(one.row, one.halved, one.doubled) for one in sensitivity(
        ROWS, ("a", "b"), {"in": 2, "hours": 1.5}
    )] == [("in", "b", "a"), ("hours", "a", "b")]  # fmt: skip


def test_nothing_is_weighed_of_which_nothing_is_better() -> None:
    with pytest.raises(ValueError, match="neither"):
        weighed(ROWS, ("a", "b"), {"block": 1})
    with pytest.raises(KeyError):
        weighed(ROWS, ("a", "b"), {"beauty": 1})


def test_what_is_not_known_may_be_anything() -> None:
    rows = (row("in", Better.MORE, sure(10), None, sure(0)),)
    found = weighed(rows, ("a", "b", "c"), {"in": 1})[1].score
    assert (found.low, found.high) == (0, 1)


def test_an_option_is_beaten_where_a_better_one_can_be_told_apart() -> None:
    assert beaten(ROWS, 0) == (("hours", 1),)
    assert beaten(ROWS, 1) == (("in", 0),)
