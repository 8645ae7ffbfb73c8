"""A partnership from need to closure under its policy, and what is refused with which rule."""

import datetime

import pytest

from tests.partnered import (
    ASSESSOR,
    CHIEF,
    HEAD,
    answered,
    approved,
    cleared,
    needed,
    papers,
    seen,
    selected,
    signatories,
    signed,
    vetted_,
)
from tests.record import ADMINISTRATOR, OFFICER
from whimbrel.acts import clearing, engagements, needing, running, signing, vetting
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.queries import partnership, partnerships
from whimbrel.queries.partnered import Whole
from whimbrel.register.models import Agreement, Line, Partnership

pytestmark = pytest.mark.usefixtures("house")
TODAY = datetime.date.today()
YEAR = datetime.timedelta(days=365)


def one(key: str) -> Partnership:
    """The row."""
    return Partnership.objects.get(key=key)


def whole(key: str, by: str | None = OFFICER, today: datetime.date = TODAY) -> Whole:
    """The partnership as somebody sees it."""
    found = partnership.partnership(by, key, today=today)
    assert found is not None
    return found


def test_a_grant_from_need_to_closure() -> None:
    key = selected()
    signed(key)
    assert one(key).state == "signed"
    running.plan(OFFICER, "", key, "deliverable", "A count", seen=seen(key))
    running.plan(
        OFFICER, "", key, "tranche", "Second half", value="6000", hangs_on=1, seen=seen(key)
    )
    with pytest.raises(Refused, match="hangs on"):
        running.pay(HEAD, "", key, 2, seen=seen(key))
    with pytest.raises(Refused, match="still open: 1 A count; 2 Second half"):
        running.close(CHIEF, "", key, "all delivered", seen=seen(key))
    running.deliver(OFFICER, "", key, 1, "The count of May", seen=seen(key))
    running.pay(HEAD, "", key, 2, seen=seen(key))
    running.close(CHIEF, "", key, "all delivered", seen=seen(key))
    assert one(key).state == "closed"
    assert [each.step for each in whole(key).history if each.step in ("sign", "pay", "close")] == [
        "sign", "pay", "close",
    ]  # fmt: skip


def test_a_grant_before_vetting_is_refused_with_the_rule() -> None:
    key = selected()
    with pytest.raises(Refused, match=r"UNEP/CMS/COP15/Doc\.18\.1, paragraph 34"):
        signing.sign(CHIEF, "", key, until=TODAY + YEAR, seen=seen(key))
    refused = Line.objects.latest("number")
    assert (refused.act, refused.refused) == ("partnership.sign", True)
    with pytest.raises(Refused, match="paragraph 34"):
        clearing.approve(HEAD, "", key, "urgent", seen=seen(key))
    running.plan(OFFICER, "", key, "tranche", "All", value="100", seen=seen(key))
    with pytest.raises(Refused, match="paragraph 34"):
        running.pay(HEAD, "", key, 1, seen=seen(key))
    assert one(key).state == "selected"


def test_who_asks_never_approves_and_who_assesses_needs_an_exception() -> None:
    key = selected()
    vetted_(key)
    cleared(key)
    clearing.delegate(ADMINISTRATOR, "w", ASSESSOR, "head-of-unit", "Memo 2", since=TODAY)
    with pytest.raises(Refused, match="three persons"):
        clearing.approve(OFFICER, "", key, "mine", seen=seen(key))
    with pytest.raises(Refused, match="three persons"):
        clearing.approve(ASSESSOR, "", key, "mine", seen=seen(key))
    parts = ("requester", "approver")
    with pytest.raises(Refused, match="three persons"):  # The policy opens none for these two.
        clearing.make_exception(CHIEF, "", key, OFFICER, parts, "small", seen=seen(key))
    both = ("assessor", "approver")
    with pytest.raises(Refused, match="yourself"):
        clearing.make_exception(HEAD, "", key, HEAD, both, "small", seen=seen(key))
    with pytest.raises(Refused, match="missing"):
        clearing.make_exception(CHIEF, "", key, ASSESSOR, both, " ", seen=seen(key))
    clearing.make_exception(CHIEF, "", key, ASSESSOR, both, "two are on mission", seen=seen(key))
    clearing.approve(ASSESSOR, "", key, "as cleared", seen=seen(key))
    told = whole(key).exceptions[0]
    assert (told.person, told.approved_by, told.reason) == ("Dee", "Fay", "two are on mission")


def test_nobody_approves_beyond_their_authority() -> None:
    key = selected(value="120000", in_currency="USD", modality="implementation", instrument="pca")
    vetted_(key)
    cleared(key)
    with pytest.raises(Refused, match="Executive Secretary or higher"):
        clearing.approve(HEAD, "", key, "as cleared", seen=seen(key))
    with pytest.raises(Refused, match="do not hold"):
        clearing.approve(HEAD, "", key, "as told", role="executive-secretary", seen=seen(key))
    clearing.approve(
        HEAD, "", key, "letter of 3 May", role="executive-director", whose="The executive head",
        seen=seen(key),
    )  # fmt: skip
    assert whole(key).parts[2].person == "The executive head"


def test_while_a_red_flag_is_up_nobody_approves_until_a_person_has_lifted_it() -> None:
    key = selected()
    vetted_(key)
    cleared(key)
    vetting.flag(ASSESSOR, "", key, "red", "reputational", "A report", seen=seen(key))
    with pytest.raises(Refused, match="red flag"):
        clearing.approve(HEAD, "", key, "as cleared", seen=seen(key))
    with pytest.raises(Refused, match="may decide"):
        vetting.lift_flag(OFFICER, "", key, 1, "nothing", seen=seen(key))
    vetting.lift_flag(HEAD, "", key, 1, "it is another body", seen=seen(key))
    clearing.approve(HEAD, "", key, "as cleared", seen=seen(key))
    assert [each.lifted_by for each in whole(key).flags] == ["Eve"]


def test_what_excludes_bars_everybody() -> None:
    key = selected()
    papers(key)
    answered(key, leave=("forced-labour", "rights-violated"))
    vetting.answer(ASSESSOR, "", key, "rights-violated", "yes", source="court", seen=seen(key))
    vetting.assess(ASSESSOR, "", key, "low", "see the court", seen=seen(key))
    with pytest.raises(Refused, match="waive"):
        clearing.clear(HEAD, "", key, "fine", seen=seen(key))


def test_an_amendment_is_a_version_while_the_original_runs() -> None:
    key = selected()
    agreement = signed(key)
    signing.amend(OFFICER, "", key, "More winters", value="60000", usd="60000", seen=seen(key))
    now = whole(key)
    assert [(each.kind, each.state) for each in now.versions] == [
        ("original", "in force"), ("amendment", "waits"),
    ]  # fmt: skip
    assert (one(key).state, str(one(key).value)) == ("signed", "12000.00")
    with pytest.raises(Refused, match="not signed yet"):
        signing.amend(OFFICER, "", key, "And more", seen=seen(key))
    with pytest.raises(Refused, match="Executive Secretary"):  # It is worth more than before.
        clearing.approve(HEAD, "", key, "good", seen=seen(key))
    clearing.approve(CHIEF, "", key, "good", seen=seen(key))
    with pytest.raises(Refused, match="signs for the partner"):
        signing.sign(CHIEF, "", key, seen=seen(key))
    signatories(key)
    number = one(key).signatories.count()
    assert number == 4
    later = TODAY + 2 * YEAR
    assert signing.sign(CHIEF, "", key, until=later, seen=seen(key)) == agreement
    assert Agreement.objects.get(key__startswith=agreement).until == later.isoformat()
    assert [each.state for each in whole(key).versions] == ["replaced", "in force"]
    assert str(one(key).value) == "60000.00"


def test_a_due_diligence_that_has_run_out_bars_a_new_signature_and_is_shown() -> None:
    key = selected()
    approved(key)
    signatories(key)
    old = TODAY - 6 * YEAR
    Partnership.objects.filter(key=key).update(vetted_on=old, vetted_until=old + 4 * YEAR)
    now = whole(key)
    assert now.vetting is not None
    assert now.vetting.expired is True
    assert partnerships.partnerships(OFFICER, partnerships.Filter(pressing="vetting")).total == 1
    with pytest.raises(Refused, match="due diligence"):
        signing.sign(CHIEF, "", key, until=TODAY + YEAR, seen=seen(key))
    vetting.vet_again(ASSESSOR, "", key, "it has run out", seen=seen(key))
    with pytest.raises(Refused, match="answer first"):
        vetting.assess(ASSESSOR, "", key, "low", "as before", seen=seen(key))
    answered(key)
    vetting.assess(ASSESSOR, "", key, "low", "as before", seen=seen(key))
    signing.sign(CHIEF, "", key, until=TODAY + YEAR, seen=seen(key))
    assert one(key).state == "signed"


def test_what_changes_at_the_partner_ends_its_due_diligence_early() -> None:
    key = selected()
    signed(key)
    Partnership.objects.filter(key=key).update(vetted_on=TODAY - YEAR)
    vetting.note_change(ASSESSOR, "", key, "ownership", "the register", seen=seen(key))
    now = whole(key)
    assert now.vetting is not None
    assert now.vetting.expired is True


def test_it_warns_before_it_ends_and_when_it_has_ended() -> None:
    key = selected()
    signed(key, until=TODAY + datetime.timedelta(days=100))
    assert whole(key).ends == "ends soon"
    assert whole(key, today=TODAY + datetime.timedelta(days=101)).ends == "has ended"
    assert [each.key for each in partnerships.waiting(OFFICER, 5)] == [key]
    assert partnerships.partnerships(OFFICER, partnerships.Filter(pressing="ending")).total == 1


def test_taking_part_in_meetings_asks_no_due_diligence() -> None:
    key = selected(modality="attendance", instrument="", value="", in_currency="")
    now = whole(key)
    assert now.vetting is not None
    assert (now.vetting.asks, now.needs) == ((), ())
    assert not {"documents", "screen", "diligence", "clear"} & {each.id for each in now.steps}
    # Nobody has rated its risk, so the careful side decides who approves.
    with pytest.raises(Refused, match="Executive Secretary"):
        clearing.approve(HEAD, "", key, "it is open to all", seen=seen(key))
    clearing.approve(CHIEF, "", key, "it is open to all", seen=seen(key))
    assert one(key).state == "approved"


def test_what_another_un_body_has_verified_is_relied_on_with_its_record() -> None:
    key = selected(value="2000")
    asks = [each.id for each in whole(key).vetting.asks if each.kind != "criterion"]  # type: ignore[union-attr]
    vetting.rely_on(
        ASSESSOR, "", key, "UNICEF", "verified in the portal", "portal, number 7", tuple(asks),
        verified_on=TODAY - YEAR, until=TODAY + YEAR, seen=seen(key),
    )  # fmt: skip
    now = whole(key)
    assert now.vetting is not None
    assert {each.relied for each in now.vetting.asks if each.id in asks} == {"UNICEF"}
    assert all(each.good for each in now.vetting.asks if each.id in asks)
    later = whole(key, today=TODAY + 2 * YEAR)
    assert later.vetting is not None
    assert {each.value for each in later.vetting.asks if each.id in asks} == {""}


def test_a_policy_whose_text_is_not_known_claims_nothing() -> None:
    key = selected("unep-2024")
    now = whole(key)
    assert now.rules is not None
    assert (now.rules.known, now.rules.slots > 0) == ("unknown", True)
    assert now.vetting is not None
    assert (now.vetting.level, now.vetting.asks) == ("", ())
    with pytest.raises(Refused, match=r"unknown|not known"):
        clearing.approve(HEAD, "", key, "as ever", seen=seen(key))
    with pytest.raises(Refused, match="answer first"):
        vetting.assess(ASSESSOR, "", key, "low", "fine", seen=seen(key))


def test_a_suspended_one_goes_on_where_it_was_and_a_terminated_one_never() -> None:
    key = selected()
    signed(key)
    running.suspend(CHIEF, "", key, "no report", seen=seen(key))
    assert one(key).state == "suspended"
    with pytest.raises(Refused, match="only what is signed and runs"):
        signing.amend(OFFICER, "", key, "more", seen=seen(key))
    running.resume(CHIEF, "", key, "it came", seen=seen(key))
    assert one(key).state == "signed"
    running.terminate(CHIEF, "", key, "fraud", seen=seen(key))
    assert one(key).state == "terminated"
    with pytest.raises(Refused):
        running.suspend(CHIEF, "", key, "again", seen=seen(key))


def test_a_need_without_mandate_is_refused_and_leaves_nothing_behind() -> None:
    needed()
    count = Partnership.objects.count()
    with pytest.raises(Refused, match="paragraph 42"):
        needing.need(OFFICER, "", "Ideas", "Something nice", pack="generic-un")
    assert Partnership.objects.count() == count


def test_a_direct_selection_needs_its_reason() -> None:
    with pytest.raises(Refused, match="direct"):
        selected(selection="direct")


def test_who_comes_second_is_told() -> None:
    key = selected()
    before = seen(key)
    vetting.flag(ASSESSOR, "", key, "observation", "other", "A remark", seen=before)
    with pytest.raises(Overtaken, match="Dee"):
        vetting.flag(OFFICER, "", key, "observation", "other", "Another", seen=before)


def test_everybody_sees_a_summary_and_nothing_else() -> None:
    key = selected()
    signed(key)
    assert partnership.partnership(None, key) is None
    running.publish(HEAD, "good news", key, "Terns are counted.", seen=seen(key))
    now = whole(key, by=None)
    assert (now.row.summary, now.inside, now.row.partner) == (
        "Terns are counted.", False, "Tern Trust",
    )  # fmt: skip
    assert (now.need, now.vetting, now.flags, now.history, now.row.value) == ("", None, (), (), "")
    assert partnerships.partnerships(None).total == 1


def test_activities_of_a_joint_programme_become_engagements() -> None:
    key = selected(modality="cooperation", instrument="mou", value="", in_currency="")
    running.plan(OFFICER, "", key, "activity", "A workshop", due_on=TODAY - YEAR, seen=seen(key))
    assert whole(key).dues[0].late
    done = engagements.record(OFFICER, "", "Workshop", kind="event", partners=("FAO",))
    running.deliver(OFFICER, "", key, 1, "held in Rome", engagement=done[:12], seen=seen(key))
    now = whole(key)
    assert (now.dues[0].engagement, now.engagements) == (done[:12], ((done[:12], "Workshop"),))
