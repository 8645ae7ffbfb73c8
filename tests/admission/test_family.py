"""One body under the four rules of a family."""

from datetime import date

import pytest

from whimbrel.admission.applicant import Applicant, Approval, Kind, Scope
from whimbrel.admission.family import family

BATS = Applicant(
    id="bats",
    org_type=Kind.NGO,
    scope=Scope.NATIONAL,
    subjects=("bats", "migratory species"),
    state_approval=Approval.NONE,
    documents=("representatives",),
    applied_on=date(2026, 1, 1),
    objections=0,
)


def test_each_instrument_has_its_own_answer() -> None:
    found = family(BATS, opens=date(2026, 3, 23), parties_present=100, parties_all=130)
    assert [(one.id, said.outcome.value) for one, said in found] == [
        ("cms-art7", "PENDING_STATE"),
        ("aewa-art6", "REJECT"),
        ("ascobans", "REJECT"),
        ("eurobats", "ADMIT"),
    ]


def test_a_convention_without_a_family_is_an_error() -> None:
    with pytest.raises(KeyError):
        family(BATS, "nowhere")
