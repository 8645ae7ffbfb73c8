"""The trial summed up: by measure, by step, with how many figures it rests on."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from whimbrel.partnership.trial import (
    FEW,
    Delay,
    Effort,
    Feedback,
    How,
    Measure,
    Trial,
    in_place,
    load_file,
    summed,
)
from whimbrel.procedures.known import Text
from whimbrel.reading.errors import Unreadable

WORDS = Text(en="x", fr="x", es="x")


def measure(name: str, since: date, until: date | None = None, pack: str = "generic-un") -> Measure:
    return Measure(id=name, pack=pack, since=since, until=until, text=WORDS, source="a test")


OLD = measure("old", date(2025, 1, 1), date(2025, 6, 30))
NEW = measure("new", date(2025, 7, 1))


def effort(case: str, day: date, hours: float, step: str = "diligence", **told: Any) -> Effort:
    return Effort(case=case, step=step, day=day, hours=hours, **told)


def test_a_case_belongs_to_the_measure_under_which_it_began() -> None:
    trial = Trial(
        measures=(NEW, OLD),
        efforts=(
            effort("a", date(2025, 6, 30), 4), effort("a", date(2025, 7, 2), 2, "review"),
            effort("b", date(2025, 7, 1), 1),
        ),
    )  # fmt: skip
    old, new = summed(trial)
    assert (old.measure.id, old.cases, new.cases) == ("old", 1, 1)
    assert old.case_hours.value is not None
    assert old.case_hours.value.point == 6
    assert [step for step, _, _ in old.by_step] == ["diligence", "review"]


def test_hours_of_the_partner_are_told_apart() -> None:
    trial = Trial(
        measures=(NEW,),
        efforts=(effort("a", date(2025, 8, 1), 4), effort("a", date(2025, 8, 1), 9, partner=True)),
    )
    (one,) = summed(trial)
    assert one.case_hours.value is not None
    assert one.partner_hours.value is not None
    assert (one.case_hours.value.point, one.partner_hours.value.point) == (4, 9)


def test_days_run_from_the_first_to_the_last_and_say_how_they_came_to_be() -> None:
    trial = Trial(
        measures=(NEW,),
        delays=(
            Delay(case="a", step="screen", since=date(2025, 8, 1), until=date(2025, 8, 4)),
            Delay(case="a", step="review", since=date(2025, 8, 10), until=date(2025, 8, 21)),
            Delay(case="b", step="review", since=date(2025, 8, 1), until=date(2025, 8, 2),
                  how=How.ENTERED),
        ),
    )  # fmt: skip
    (one,) = summed(trial)
    assert one.case_days.value is not None
    assert (one.case_days.number, one.case_days.measured) == (2, 1)
    assert one.case_days.value.high == 20


def test_few_figures_are_told_as_few_and_take_no_place() -> None:
    def of(number: int) -> Trial:
        rows = tuple(effort(f"c{at}", date(2025, 8, 1), 3 + at) for at in range(number))
        return Trial(measures=(NEW,), efforts=rows)

    (few,) = summed(of(FEW - 1))
    assert few.case_hours.few
    assert not in_place((few,))
    (enough,) = summed(of(FEW))
    assert not enough.case_hours.few
    placed = in_place((enough,))
    assert placed["generic-un", "diligence"].point == 5


def test_the_later_measure_goes_before_the_earlier() -> None:
    rows = tuple(effort(f"o{at}", date(2025, 2, 1), 9) for at in range(FEW)) + tuple(
        effort(f"n{at}", date(2025, 8, 1), 2) for at in range(FEW)
    )
    told = in_place(summed(Trial(measures=(NEW, OLD), efforts=rows)))
    assert told["generic-un", "diligence"].point == 2


def test_feedback_is_summed_by_question_and_words_are_kept() -> None:
    trial = Trial(
        measures=(OLD, NEW),
        feedback=(
            Feedback(day=date(2025, 8, 1), by="staff", question="quick", score=2),
            Feedback(day=date(2025, 8, 2), by="staff", question="quick", score=4),
            Feedback(day=date(2025, 2, 1), by="partner", words="Twice the same papers."),
        ),
    )
    old, new = summed(trial)
    scores = dict(new.scores)["quick"]
    assert (scores.number, scores.few) == (2, True)
    assert dict(old.scores)["quick"].value is None
    assert [one.words for one in old.words] == ["Twice the same papers."]


def test_nothing_on_record_is_nothing() -> None:
    assert summed(Trial()) == ()
    (one,) = summed(Trial(measures=(NEW,)))
    assert (one.cases, one.case_hours.value, one.by_step) == (0, None, ())


GOOD = """
measures:
  - {id: a, pack: generic-un, since: 2025-01-01, source: a test, text: {en: x, fr: x, es: x}}
efforts:
  - {case: P-1, step: diligence, day: 2025-02-01, hours: 3}
delays:
  - {case: P-1, step: screen, since: 2025-02-01, until: 2025-02-03}
feedback:
  - {day: 2025-02-01, by: staff, question: quick, score: 4}
"""


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "trial.yaml"
    path.write_text(GOOD, encoding="utf-8")
    (one,) = summed(load_file(path))
    assert one.cases == 1


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (("hours: 3", "hours: -3"), "efforts.0.hours"),
        (("hours: 3", "hours: .nan"), "efforts.0.hours"),
        (("step: diligence", "step: dream"), "efforts.0.step"),
        (("until: 2025-02-03", "until: 2025-01-03"), "delays.0.until"),
        (("score: 4", "score: 6"), "feedback.0.score"),
        (("question: quick", "question: deep"), "feedback.0.question"),
        (("question: quick, ", ""), "feedback.0.question"),
        (("since: 2025-01-01,", "since: 2025-01-01, until: 2024-01-01,"), "measures.0.until"),
        (("source: a test, ", ""), "measures.0.source"),
        (("efforts:", "effort:"), "effort"),
    ],
)
def test_a_mistake_is_named_with_its_place(
    tmp_path: Path, change: tuple[str, str], place: str
) -> None:
    assert change[0] in GOOD
    path = tmp_path / "trial.yaml"
    path.write_text(GOOD.replace(*change, 1), encoding="utf-8")
    with pytest.raises(Unreadable) as caught:
        load_file(path)
    assert caught.value.place == place
