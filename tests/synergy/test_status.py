"""One status for each Party, weighed from what sources say, as at any day."""

from datetime import date

import pytest

from whimbrel.synergy.answer import Source
from whimbrel.synergy.status import Assertion, Event, Status, standing

DEPOSITARY = Source(name="Depositary of the Fennish Treaty")
STUDY = Source(name="huggo")
ECOLEX = Source(name="ecolex")


def says(event: Event, on: str = "", source: Source = DEPOSITARY, **more) -> Assertion:
    return Assertion(
        treaty="FEN", party="MZ", event=event, on=date.fromisoformat(on) if on else None,
        source=source, **more,
    )  # fmt: skip


LIFE = (
    says(Event.SIGNATURE, "1980-01-01"),
    says(Event.CONSENT, "1983-05-01"),
    says(Event.ENTRY, "1983-08-01"),
    says(Event.WITHDRAWAL, "1999-01-01"),
    says(Event.RETURN, "2005-01-01"),
)


@pytest.mark.parametrize(
    ("at", "status"),
    [
        ("1979-12-31", Status.NONE),
        ("1980-01-01", Status.SIGNATORY),
        ("1983-07-31", Status.CONSENTED),
        ("1983-08-01", Status.PARTY),
        ("1998-12-31", Status.PARTY),
        ("1999-01-01", Status.WITHDRAWN),
        ("2004-12-31", Status.WITHDRAWN),
        ("2005-01-01", Status.PARTY),
    ],
)
def test_a_status_is_that_of_its_day(at: str, status: Status) -> None:
    assert standing("FEN", "MZ", LIFE, date.fromisoformat(at)).status is status


def test_the_depositary_goes_before_a_study_and_what_the_study_says_is_kept() -> None:
    found = standing("FEN", "MZ", [*LIFE, says(Event.SIGNATURE, "1980-01-01", STUDY)])
    assert found.status is Status.PARTY
    assert [one.source for one in found.against] == [STUDY]
    assert found.disputed


def test_sources_of_one_weight_that_disagree_make_a_conflict_with_both() -> None:
    other = Source(name="ieadb")
    found = standing(
        "FEN", "MZ",
        [says(Event.ENTRY, "1983-08-01", STUDY), says(Event.WITHDRAWAL, "1999-01-01", other)],
    )  # fmt: skip
    assert found.status is Status.CONFLICT
    assert {one.source.name for one in found.by} == {"huggo", "ieadb"}


def test_a_conflict_names_who_gives_no_entry_into_force() -> None:
    merged = Source(name="list.csv (merged)")
    found = standing(
        "FEN", "MZ",
        [
            says(Event.STATED, source=merged, how="conflict"),
            says(Event.ENTRY, "1983-08-01", ECOLEX),
            says(Event.ENTRY, source=STUDY, note="names the State and gives no entry into force"),
        ],
    )  # fmt: skip
    assert found.status is Status.CONFLICT
    assert {one.source.name for one in found.against} == {"ecolex", "huggo"}


def test_another_day_of_entry_is_against_and_no_conflict() -> None:
    found = standing(
        "FEN", "MZ", [*LIFE[:3], says(Event.ENTRY, "1983-09-01", ECOLEX)], date(1990, 1, 1)
    )
    assert (found.status, found.since) == (Status.PARTY, date(1983, 8, 1))
    assert [one.on for one in found.against] == [date(1983, 9, 1)]


def test_an_unsure_withdrawal_is_shown_and_not_counted() -> None:
    found = standing("FEN", "MZ", [*LIFE[:3], says(Event.WITHDRAWAL, "1990-01-01", unsure=True)])
    assert found.status is Status.PARTY
    assert [one.event for one in found.against] == [Event.WITHDRAWAL]


def test_succession_territory_and_the_union_are_kept() -> None:
    found = standing(
        "FEN", "EU",
        [
            Assertion(treaty="FEN", party="EU", event=Event.CONSENT, on=date(1992, 1, 1),
                      how="succession", source=DEPOSITARY),
            says(Event.TERRITORY, note="Extended to the Isle of Terns"),
        ],
    )  # fmt: skip
    assert (found.status, found.notes) == (Status.CONSENTED, ("Extended to the Isle of Terns",))


def test_nothing_said_is_not_known_and_no_refusal() -> None:
    assert standing("FEN", "MZ", []).status is Status.UNKNOWN
