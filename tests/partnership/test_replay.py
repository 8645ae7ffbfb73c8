"""One portfolio under several policies: reproducible, counted from the rows of the packs, and not
known where a pack does not say."""

import dataclasses
from functools import cache

import pytest

from whimbrel.partnership.compared import KINDS, Replayed, compare, faults_missed
from whimbrel.partnership.differ import by_kind, differences, paired
from whimbrel.partnership.packs import pack
from whimbrel.partnership.policy import Check
from whimbrel.partnership.portfolio import (
    SPARED,
    UNLOOKED,
    Sample,
    bad,
    portfolio,
    strata,
    truth,
)
from whimbrel.partnership.replay import RUNS, ours, placed, replay
from whimbrel.procedures.burden import with_others
from whimbrel.procedures.compare import Beside
from whimbrel.procedures.interval import Interval
from whimbrel.procedures.known import Known

GENERIC, TAILORED, SILENT = pack("generic-un"), pack("cms-tailored"), pack("unep-2024")


@cache
def found() -> Replayed:
    return compare((GENERIC, TAILORED, SILENT))


def cells(name: str) -> list[Interval | None]:
    row = next(one for one in found().rows if one.id == name)
    return [cell.value for cell in row.cells]


def test_the_portfolio_has_at_least_two_hundred_cases_and_is_the_same_again() -> None:
    assert len(portfolio()) >= 200
    assert portfolio(seed=3) == portfolio(seed=3)
    assert portfolio(seed=3) != portfolio(seed=4)
    with pytest.raises(ValueError, match="5,000"):
        portfolio(6_000)


def test_nobody_in_it_exists() -> None:
    assert all("(invented)" in one.partner for one in portfolio())


def test_every_kind_is_one_that_the_packs_know() -> None:
    categories = {one.id for one in GENERIC.categories}
    modalities = {one.id for one in GENERIC.modalities}
    for one in strata().kinds:
        assert one.category in categories
        assert one.modality in modalities
    assert sum(one.share for one in strata().kinds) == pytest.approx(1.0)


def test_every_seeded_fault_is_there_and_none_where_nobody_looks() -> None:
    seeded = [one for one in portfolio() if one.fault]
    assert {one.fault for one in seeded} == {one.id for one in bad()}
    assert len(seeded) == round(strata().bad * len(portfolio()))
    for one in seeded:
        assert one.modality not in SPARED
        assert one.category not in UNLOOKED


def test_a_fault_shows_in_its_own_row_and_nowhere_else() -> None:
    sample = next(one for one in portfolio() if one.fault == "no-controls")
    answers, good = truth(GENERIC, sample), truth(GENERIC, dataclasses.replace(sample, fault=""))
    assert {name for name in answers if answers[name] != good[name]} == {"controls"}


def test_a_replay_is_the_same_again_with_the_same_seed() -> None:
    again = compare((GENERIC, TAILORED, SILENT))
    assert again.rows == found().rows
    assert again.played == found().played
    other = compare((GENERIC, TAILORED, SILENT), seed=2)
    assert other.rows != found().rows


def test_what_a_pack_does_not_say_is_not_known() -> None:
    for row in found().rows:
        silent = row.cells[2]
        if row.id == "known":
            assert silent.value is not None
            assert silent.value.point == 0
        else:
            assert (silent.value, silent.known) == (None, Known.UNKNOWN), row.id
            assert row.beside()[2] is Beside.UNKNOWN


def test_figures_that_are_assumed_are_marked_and_those_of_a_draft_too() -> None:
    for kind, row in zip(KINDS, found().rows, strict=True):
        assert row.cells[1].known is Known.PROPOSED
        assert row.cells[0].known is Known.ASSUMED, kind.id


def test_counts_are_those_of_the_cases() -> None:
    played = [one for one in found().played[0] if one.partnership]
    fast = sum(one.fast for one in played)
    told = cells("fast")[0]
    assert told is not None
    assert told.point == pytest.approx(100 * fast / len(played), abs=0.06)
    missed = cells("missed")[0]
    assert missed is not None
    assert missed.point == sum(one.missed is True for one in played)
    assert sum(one.missed[0] or 0 for one in faults_missed(found())) == missed.point


def test_no_partnership_is_counted_where_somebody_takes_part_in_meetings() -> None:
    for one in found().played[0]:
        assert one.partnership == (one.sample.modality != "attendance")
        if not one.partnership:
            assert (one.steps, one.hours.high) == (0, 0)


def test_a_higher_level_asks_and_costs_no_less() -> None:
    by_level: dict[str, list[float]] = {}
    for one in found().played[0]:
        if one.sample.modality == "partner-ngo" and one.level:
            by_level.setdefault(one.level, []).append(one.hours.point)
    assert min(by_level["enhanced"]) > max(by_level["basic"])


def test_a_fault_that_the_draft_looks_for_and_the_practice_does_not() -> None:
    rows = {one.id: one for one in faults_missed(found())}
    assert rows["live-trade"].missed[:2] == (rows["live-trade"].of, 0)
    assert rows["no-controls"].missed[1] == rows["no-controls"].of, "the light levels do not ask"
    assert rows["listed"].missed[:2] == (0, 0)


def test_names_in_other_spellings_are_missed_until_somebody_switches_that_on() -> None:
    on = dataclasses.replace(
        GENERIC,
        checks=tuple(
            dataclasses.replace(one, on=True) if isinstance(one, Check) else one
            for one in GENERIC.checks
        ),
    )
    rows = {one.id: one for one in faults_missed(compare((GENERIC, on)))}
    off, now = rows["listed-variant"].missed
    assert off == rows["listed-variant"].of
    assert now is not None
    assert now < rows["listed-variant"].of


def sample(**told: object) -> Sample:
    case: dict[str, object] = {
        "id": "one", "partner": "Nobody (invented)", "category": "ngo", "modality": "small-grant",
        "value": 9_000.0, "risk": "low", "selection": "direct", "opened": 0,
        "traits": {"relied_on": False},
    }  # fmt: skip
    return Sample(**{**case, **told})  # type: ignore[arg-type]


def test_the_way_to_signature_is_the_longest_and_not_all_of_them() -> None:
    days = {name: one.point for name, one in ours().items()}
    (one,) = replay(GENERIC, (sample(),))
    names = ("need", "select-direct", "documents", "screen", "diligence", "review", "clear",
             "approve", "sign")  # fmt: skip
    assert one.path.point == pytest.approx(sum(days[f"{name}-days"] for name in names))


def test_who_comes_second_waits_for_who_is_before() -> None:
    alone = replay(GENERIC, (sample(),))[0]
    first, second = replay(GENERIC, (sample(id="a"), sample(id="b")))
    assert first.days == alone.days
    assert second.days.point > first.days.point
    later = replay(GENERIC, (sample(id="a"), sample(id="b", opened=2_000)))[1]
    assert later.days == alone.days


def test_something_found_raises_the_level() -> None:
    calm, found_ = replay(GENERIC, (sample(), sample(fault="no-controls", opened=9_999)))
    assert (calm.level, calm.escalated, calm.missed) == ("standard", False, None)
    assert (found_.level, found_.escalated, found_.missed) == ("enhanced", True, False)


def test_something_that_excludes_stops_it() -> None:
    one = replay(GENERIC, (sample(category="pri", modality="listing", value=None,
                                  fault="tobacco-money"),))[0]  # fmt: skip
    assert one.stopped
    assert one.missed is False


def test_measured_hours_take_the_place_of_assumed_ones() -> None:
    exact = Interval(low=40, point=40, high=40)
    own = {("generic-un", "diligence"): exact}
    (one,) = replay(GENERIC, (sample(),), measured=own)
    assert dict(one.by_step)["diligence"] == exact
    (other,) = replay(TAILORED, (sample(),), measured=own)
    assert dict(other.by_step)["diligence"] != exact


def test_figures_of_ones_own_change_the_answer() -> None:
    more = with_others({"hour-cost": (200, 300, 400)}, ours())
    row = next(one for one in compare((GENERIC,), assumed=more).rows if one.id == "cost")
    usual = cells("cost")[0]
    assert row.cells[0].value is not None
    assert usual is not None
    assert row.cells[0].value.point == pytest.approx(4 * usual.point)
    with pytest.raises(KeyError):
        with_others({"nothing": (1, 2, 3)}, ours())


def test_a_triangle_keeps_its_ends_and_its_middle() -> None:
    one = Interval(low=2, point=4, high=10)
    assert placed(one, 0.0) == 2
    assert placed(one, 0.25) == 4
    assert placed(one, 1.0) == pytest.approx(10)
    assert placed(Interval(low=3, point=3, high=3), 0.7) == 3


def test_the_difference_of_a_pack_with_itself_is_nothing() -> None:
    assert not differences(GENERIC, GENERIC)
    same = paired(found().played[0], found().played[0])
    assert same is not None
    assert (same.hours.low, same.hours.high, same.days.high) == (0, 0, 0)


def test_differences_tell_new_lines_gone_ones_and_other_ones() -> None:
    rows = {(one.part, one.line): one for one in differences(GENERIC, TAILORED)}
    assert rows["levels", "light"].before is None
    assert rows["terms", "four-years"].after is None
    assert "level" in rows["demands", "money-out"].fields
    assert ("checks", "un-lists") not in rows
    back = {(one.part, one.line): one for one in differences(TAILORED, GENERIC)}
    assert back["levels", "light"].after is None


def test_lines_that_differ_only_in_how_they_are_known_are_the_same() -> None:
    rows = {(one.part, one.line) for one in differences(GENERIC, SILENT)}
    assert ("categories", "ngo") not in rows
    assert ("demands", "partners") in rows


def test_the_draft_against_the_practice_case_by_case() -> None:
    told = paired(*found().played[:2])
    assert told is not None
    assert told.hours.high < 0, "fewer at every end of what is assumed"
    assert len(found().played[0][0].runs) == RUNS or not found().played[0][0].partnership
    assert paired(found().played[0], found().played[2]) is None


def test_kinds_of_cases_sum_to_the_portfolio() -> None:
    kinds = by_kind(*found().played[:2])
    assert sum(one.cases for one in kinds) == sum(one.partnership for one in found().played[0])
    silent = by_kind(found().played[0], found().played[2])
    assert all(one.hours[1] is None for one in silent)
