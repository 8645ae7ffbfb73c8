"""Agreements by hand."""

import pytest

from tests.record import OFFICER
from whimbrel.acts import agreements
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.register.models import Agreement

pytestmark = pytest.mark.usefixtures("house")


def recorded(name: str = "CMS-CITES Joint Work Programme 2021-2025", **told: object) -> str:
    """An agreement, recorded."""
    given = {"kind": "work-programme", "parties": ("CMS", "CITES"), "since": "2021",
             "until": "2025", **told}  # fmt: skip
    return agreements.record(OFFICER, "", name, **given)  # type: ignore[arg-type]


def test_an_agreement_has_its_parties_and_period() -> None:
    one = Agreement.objects.get(key=recorded(signatories="both Executive Secretaries"))
    assert {party.key for party in one.parties.all()} == {"cms", "cites"}
    assert (one.since, one.until, one.recorded_by.email) == ("2021", "2025", OFFICER)


@pytest.mark.parametrize(
    "name",
    [
        "The CMS–CITES Joint Work Programme 2021–2025",
        "cms-cites joint work programme 2021-2025 (JWP)",
    ],
)
def test_a_name_that_differs_by_dash_article_or_acronym_is_the_same(name: str) -> None:
    recorded()
    with pytest.raises(Refused, match="already: it is "):
        recorded(name)


def test_a_renewal_says_what_it_renews_and_leaves_the_old_as_it_was() -> None:
    old = recorded()
    new = agreements.renew(
        OFFICER, "signed in March", old[:12], name="CMS-CITES Joint Work Programme 2026-2032",
        since="2026", until="2032", seen=0,
    )  # fmt: skip
    one = Agreement.objects.get(key=new)
    assert one.renews == Agreement.objects.get(key=old)
    assert one.parties.count() == 2
    assert Agreement.objects.get(key=old).until == "2025"


def test_the_second_of_two_is_told_what_the_first_changed() -> None:
    key = recorded()
    assert agreements.correct(OFFICER, "", key, {"until": "2026"}, seen=0) == 1
    with pytest.raises(Overtaken, match=r"Ann changed this agreement.*until is now “2026”.*“2027”"):
        agreements.correct(OFFICER, "", key, {"until": "2027"}, seen=0)
    assert agreements.correct(OFFICER, "", key, {"parties": ("FAO",)}, seen=1) == 2
    assert [each.key for each in Agreement.objects.get().parties.all()] == ["fao"]


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"since": "soon"}, "soon is no date"),
        ({"since": "2026", "until": "2025"}, "end before it begins"),
        ({"since": "2025-02-30"}, "the calendar has no"),
        ({"kind": ""}, "what kind"),
        ({"renews": "abc"}, "there is no agreement abc"),
    ],
)
def test_what_cannot_be_is_refused(told: dict[str, object], why: str) -> None:
    with pytest.raises(Refused, match=why):
        recorded(**told)
