"""Whether a status is kept: duties that come round."""

from datetime import date

import pytest

from whimbrel.admission.renewal import Holder, renew
from whimbrel.admission.schemes import scheme

SINCE = date(2020, 3, 30)
TABLE = [
    # Confirmed every five years: on the last day in time, the day after not.
    ("unccd", {}, date(2025, 3, 30), "KEPT"),
    ("unccd", {}, date(2025, 3, 31), "WITHDRAWN"),
    ("unccd", {"confirmation": date(2025, 3, 1)}, date(2030, 3, 1), "KEPT"),
    ("unccd", {"confirmation": date(2025, 3, 1)}, date(2030, 3, 2), "WITHDRAWN"),
    # A report every four years; who fails is suspended first.
    ("ecosoc", {}, date(2024, 3, 30), "KEPT"),
    ("ecosoc", {}, date(2024, 3, 31), "SUSPENDED"),
    ("ecosoc", {"report": date(2023, 1, 1)}, date(2024, 3, 31), "KEPT"),
    ("ecosoc-roster", {}, date(2030, 1, 1), "KEPT"),
    # Eight years, and no duty that renews them.
    ("unesco-associate", {}, date(2028, 3, 30), "KEPT"),
    ("unesco-associate", {}, date(2028, 3, 31), "WITHDRAWN"),
    # Proof from time to time, nobody knows how often: nothing is concluded.
    ("unep", {}, date(2099, 1, 1), "KEPT"),
    ("unfccc", {}, date(2099, 1, 1), "KEPT"),
]


@pytest.mark.parametrize(("name", "done", "on", "outcome"), TABLE)
def test_a_status_is_kept_while_its_duties_are_done(
    name: str, done: dict[str, date], on: date, outcome: str
) -> None:
    found = renew(Holder(id="one", since=SINCE, done=done), scheme(name), on=on)
    assert found.outcome == outcome
    assert bool(found.reasons) == (outcome != "KEPT")


def test_an_interval_that_nobody_knows_is_said() -> None:
    found = renew(Holder(id="one", since=SINCE), scheme("unep"), on=date(2099, 1, 1))
    assert any("how often is not known" in one for one in found.warnings)
