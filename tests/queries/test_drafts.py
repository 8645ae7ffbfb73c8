"""Draft decisions as each reader may see them."""

import pytest

from tests.chain import NEW, Chain, entered, published
from tests.record import OFFICER, with_role
from whimbrel.acts import drafts, lineage
from whimbrel.queries import drafts as kept
from whimbrel.register import models

pytestmark = pytest.mark.usefixtures("house")


@pytest.fixture
def chain() -> Chain:
    """A mandate over three meetings, and the draft in which it goes on."""
    return entered()


def found(**asks: str) -> list[str]:
    """The placeholders of the drafts that a list has."""
    return [one.placeholder for one in kept.drafts(OFFICER, kept.Filter(**asks)).rows]


def test_drafts_are_narrowed_by_meeting_state_cost_and_words(chain: Chain) -> None:
    drafts.propose(OFFICER, "", "COP16", text="Decides to thank the host.", heading="Thanks")
    drafts.cost(OFFICER, "", chain.draft, "a study", source="core budget", days=3, seen=0)
    assert found() == ["16.AA", "15.AA"]
    assert found(meeting="COP15") == found(costed="yes") == found(q="cultural") == ["15.AA"]
    assert found(costed="no") == found(q="thanks") == ["16.AA"]
    assert found(state="proposed") == ["16.AA", "15.AA"]
    assert found(state="adopted") == found(meeting="COP99") == []
    assert kept.meetings(OFFICER) == ("COP16", "COP15")


def test_one_has_its_versions_with_what_changed_its_costs_and_what_it_goes_on_from(
    chain: Chain,
) -> None:
    drafts.revise(OFFICER, "", chain.draft, "CRP.2", text=f"{NEW} Thanks.", seen=0)
    drafts.cost(
        OFFICER, "", chain.draft, "a study", source="core budget", year=2027, amount="900",
        currency="EUR", seen=1,
    )  # fmt: skip
    one = kept.draft(OFFICER, chain.draft)
    assert one is not None
    assert [each.name for each in one.versions] == ["first", "CRP.2"]
    assert one.versions[0].comparison is None
    assert one.versions[1].comparison is not None
    assert one.versions[1].comparison.added == ("Thanks.",)
    assert [(each.amount, each.year, each.days) for each in one.costs] == [("900.00", 2027, None)]
    assert [step.old.name for step in one.comes_from] == ["14.1"]
    assert one.drafted.renews == ("14.1",)
    assert kept.draft(OFFICER, "COP15-15.ZZ") is None


def test_the_public_sees_published_drafts_and_no_proposal_of_ours(chain: Chain) -> None:
    assert kept.drafts(None, kept.Filter()).total == 0
    assert kept.draft(None, chain.draft) is None
    assert kept.meetings(None) == ()
    models.Draft.objects.update(address="Doc.shut#annex")
    models.Document.objects.create(symbol="Doc.shut")
    approver = with_role("approver")
    published(approver, f"draft {chain.draft}")
    one = kept.draft(None, chain.draft)
    assert one is not None
    assert (one.address, one.comes_from, one.drafted.renews) == ("", (), ())
    assert [each.by for each in one.versions] == [""]
    published(approver, "provision 14.1")
    assert kept.drafts(None, kept.Filter()).rows[0].renews == ()
    lineage.confirm(OFFICER, "", "14.1", chain.draft, label="renewed-amended")
    assert kept.drafts(None, kept.Filter()).rows[0].renews == ("14.1",)
    again = kept.draft(None, chain.draft)
    assert again is not None
    assert [(step.old.name, step.by) for step in again.comes_from] == [("14.1", "")]


def test_a_paper_knows_its_drafts(chain: Chain) -> None:
    models.Draft.objects.update(address="Doc.1#annex__dec_15.AA")
    assert [one.key for one in kept.entered(OFFICER, "Doc.1")] == [chain.draft]
    assert kept.entered(OFFICER, "Doc.11") == kept.entered(None, "Doc.1") == ()
