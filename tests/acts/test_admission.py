"""An application from its sending to a status, as the office and those who decide have it."""

import datetime
import threading

import pytest
from django.db import connection

from tests.applied import APPLICANT, OPENS, applied, approver, entered, seen
from tests.record import OFFICER
from whimbrel.acts import circulating, deciding, examining, holding
from whimbrel.acts.refused import Overtaken, Refused
from whimbrel.queries import review
from whimbrel.register.models import BodyStatus, Case, Circulation, Line, Objection, Person

pytestmark = pytest.mark.usefixtures("house")
DAY = datetime.date(2026, 2, 1)


def stands(key: str) -> review.Whole:
    """An application as the office sees it on a day after the meeting."""
    one = review.application(OFFICER, key, today=datetime.date(2026, 3, 30))
    assert one is not None
    return one


def approved(key: str) -> None:
    """Its State was asked and approves."""
    examining.request_approval(OFFICER, "", key, until=DAY, seen=seen(key))
    examining.note_approval(OFFICER, "", key, "approved", on=DAY, seen=seen(key))


def decided(key: str, outcome: str = "admit", on: datetime.date = OPENS) -> deciding.Decided:
    """What was decided on it, by the body that decides."""
    return deciding.decide(
        approver(), "", key, outcome, "Conference of the Parties, COP15", "as recommended",
        on=on, seen=seen(key),
    )  # fmt: skip


def test_who_is_approved_by_its_state_and_whom_nobody_objects_to_is_admitted() -> None:
    key = applied()
    assert stands(key).recommended.outcome == "PENDING_STATE"
    approved(key)
    examining.match(OFFICER, "", key, seen=seen(key))
    sheet = circulating.circulate(OFFICER, "", "COP15", (key,), on=DAY, parties=133)
    circulating.record_presence(OFFICER, "", sheet, 100, seen=0)
    one = stands(key)
    assert (one.applied.state, one.recommended.outcome) == ("circulated", "ADMIT")
    assert (one.lists, one.present) == (("COP15-list-1",), 100)
    assert decided(key) == deciding.Decided(state="admitted", warnings=())
    status = BodyStatus.objects.get()
    assert (status.body.key, status.status, status.since, status.until) == (
        "tern-watch", "admitted", OPENS, datetime.date(2026, 3, 29),
    )  # fmt: skip
    assert stands(key).rights[0].text.startswith("Take part in the meeting")
    steps = [each.step for each in stands(key).history]
    assert steps == ["send", "request-approval", "approve", "match", "circulate", "admit"]


@pytest.mark.parametrize(("objections", "outcome"), [(33, "ADMIT"), (34, "OBJECTED")])
def test_a_third_of_those_present_keeps_a_body_out_and_one_fewer_does_not(
    objections: int, outcome: str
) -> None:
    key = applied(scope="international")
    sheet = circulating.circulate(OFFICER, "", "COP15", (key,), on=DAY)
    circulating.record_presence(OFFICER, "", sheet, 100, seen=0)
    one, by = Case.objects.get(key=key), Person.objects.get(email=OFFICER)
    for number in range(objections - 1):
        Objection.objects.create(case=one, party=f"{number:02}", by=by, on=DAY, at=one.begun_at)
    count = circulating.note_objection(
        OFFICER, "", key, "FR", on=DAY, why="Not now.", seen=seen(key)
    )
    assert (count, stands(key).recommended.outcome) == (objections, outcome)
    examining.match(OFFICER, "", key, seen=seen(key))
    told = decided(key)
    assert told.state == "admitted", "a decision is recorded as it was taken"
    assert bool(told.warnings) is (outcome == "OBJECTED")


def test_a_decision_departs_with_a_warning_that_the_history_keeps() -> None:
    key = applied(scope="international")
    told = decided(key, "refuse")
    assert told.warnings == ("the recommendation was not to refuse: ADMIT",)
    event = Case.objects.get(key=key).events.get(step="refuse")
    assert event.said["warnings"] == list(told.warnings)
    assert event.said["decided_by"] == "Conference of the Parties, COP15"
    assert not BodyStatus.objects.exists()


def test_what_the_procedure_bars_cannot_be_recorded_and_the_reason_is_told() -> None:
    key = applied()
    examining.match(OFFICER, "", key, seen=seen(key))
    with pytest.raises(Refused, match="evidence is needed: A national body"):
        decided(key)
    decided(key, "refuse")
    with pytest.raises(Refused, match="The case is closed"):
        examining.ask(OFFICER, "", key, "Who are you?", seen=seen(key))


def test_nobody_has_a_status_before_it_is_known_which_body_it_is() -> None:
    key = applied(scope="international")
    with pytest.raises(Refused, match="say first which body"):
        decided(key)


@pytest.mark.parametrize(("days", "outcome", "kept"), [(30, "ADMIT", True), (29, "LATE", False)])
def test_the_last_day_is_in_time_and_the_day_after_is_late(
    days: int, outcome: str, kept: bool
) -> None:
    key = applied(scope="international", sent=OPENS - datetime.timedelta(days=days))
    one = stands(key)
    assert one.recommended.outcome == outcome
    notice = next(each for each in one.clock if each.id == "notice")
    assert (notice.last, notice.met, notice.known) == ("2026-02-21", kept, "memory")


def test_what_an_officer_finds_takes_the_place_of_what_is_said_and_not_of_the_rule() -> None:
    key = applied(scope="international")
    examining.find(OFFICER, "", key, "expertise", "not met", "Counts coins.", seen=seen(key))
    one = stands(key)
    rule = next(each for each in one.criteria if each.id == "expertise")
    assert (rule.met, rule.found, rule.why, rule.by) == (True, "not met", "Counts coins.", "Ann")
    assert one.recommended.outcome == "REJECT"
    examining.find(OFFICER, "", key, "expertise", "not known", "Wrote to it.", seen=seen(key))
    assert stands(key).recommended.outcome == "UNDETERMINED", "not known is no refusal"
    before = review.application(OFFICER, key, on=datetime.date(2026, 1, 10))
    assert before is not None
    assert before.recommended.outcome == "ADMIT", "nothing was found yet on that day"
    with pytest.raises(Refused, match="another has to answer"):
        examining.find(OFFICER, "", key, "state-approval", "met", "x", seen=seen(key))
    with pytest.raises(Refused, match="no criterion"):
        examining.find(OFFICER, "", key, "size", "met", "x", seen=seen(key))


def test_a_question_has_its_day_and_is_late_on_the_day_after() -> None:
    key = applied()
    day = datetime.date.today() + datetime.timedelta(days=3)
    assert examining.ask(OFFICER, "", key, "Your names?", until=day, seen=seen(key)) == 1
    on_the_day = review.application(OFFICER, key, today=day)
    after = review.application(OFFICER, key, today=day + datetime.timedelta(days=1))
    assert on_the_day is not None and after is not None
    assert [on_the_day.questions[0].late, after.questions[0].late] == [False, True]
    with pytest.raises(Refused, match="name a day to come"):
        examining.ask(OFFICER, "", key, "x", until=DAY, seen=seen(key))


def test_a_list_goes_out_whole_or_not_at_all() -> None:
    ready, other = applied(), applied("Gull Guard", at="COP16")
    with pytest.raises(Refused, match="not for COP15"):
        circulating.circulate(OFFICER, "", "COP15", (ready, other))
    decided(ready, "refuse")
    with pytest.raises(Refused, match="not ready to be circulated"):
        circulating.circulate(OFFICER, "", "COP15", (ready,))
    assert not Circulation.objects.exists()


def test_of_two_officers_the_second_is_told_what_the_first_did() -> None:
    key = applied(scope="international")
    looked = seen(key)
    examining.match(OFFICER, "", key, seen=looked)
    deciding.decide(approver(), "", key, "admit", "COP15", "agreed", on=OPENS, seen=looked + 1)
    with pytest.raises(Overtaken, match="Dee changed this case meanwhile: its state is now “admit"):
        deciding.decide(approver(), "", key, "refuse", "COP15", "no", on=OPENS, seen=looked + 1)
    assert Case.objects.get(key=key).state == "admitted"
    assert Line.objects.latest("number").refused


@pytest.mark.usefixtures("filed")
def test_two_who_decide_at_the_same_moment_leave_one_decision() -> None:
    key = applied(scope="international")
    examining.match(OFFICER, "", key, seen=seen(key))
    who, looked, told = approver(), seen(key), []

    def press(outcome: str) -> None:
        try:
            deciding.decide(who, "", key, outcome, "COP15", "agreed", on=OPENS, seen=looked)
        except Refused as refusal:
            told.append(str(refusal))
        finally:
            connection.close()

    both = [threading.Thread(target=press, args=(each,)) for each in ("admit", "refuse")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert len(told) == 1, told
    decided_ = Case.objects.get(key=key).events.filter(step__in=("admit", "refuse"))
    assert decided_.count() == 1


def test_a_status_is_suspended_restored_and_withdrawn_each_with_who_decided() -> None:
    key = applied(scope="international")
    examining.match(OFFICER, "", key, seen=seen(key))
    with pytest.raises(Refused, match="gave no status"):
        holding.suspend(approver(), "", key, "COP15", "x", seen=seen(key))
    decided(key)
    for act, status in (
        (holding.suspend, "suspended"), (holding.restore, "admitted"),
        (holding.withdraw_status, "withdrawn"),
    ):  # fmt: skip
        assert act(approver(), "", key, "COP15", "as decided", on=OPENS, seen=seen(key)) == status
    listed = [(one.status, one.until) for one in BodyStatus.objects.order_by("id")]
    last = datetime.date(2026, 3, 29)
    assert listed == [
        ("admitted", last),
        ("suspended", last),
        ("admitted", last),
        ("withdrawn", None),
    ]
    with pytest.raises(Refused, match="no such step"):
        holding.renew(approver(), "", key, "COP15", "x", seen=seen(key))


def test_a_body_keeps_its_status_under_a_new_name_and_after_a_merger() -> None:
    first, second = (
        applied("Tern Watch", scope="international"),
        applied("Gull Guard", scope="international"),
    )
    for key in (first, second):
        examining.match(OFFICER, "", key, seen=seen(key))
        decided(key)
    holding.rename(OFFICER, "", first, "Tern Alliance", "its letter", on=OPENS, seen=seen(first))
    one = Case.objects.get(key=first)
    assert (one.body.name, one.events.last().said["before"]) == ("Tern Alliance", "Tern Watch")
    assert one.body.names.filter(name="Tern Watch").exists()
    holding.merge_bodies_status(OFFICER, "", second, first, "both say so", seen=seen(second))
    ended = BodyStatus.objects.filter(case__key=second).order_by("id").last()
    assert ended is not None
    assert (ended.status, ended.decided_by) == ("merged", "Tern Alliance")
    assert stands(first).statuses[0].status == "admitted"
    with pytest.raises(Refused, match="holds no status any more"):
        holding.merge_bodies_status(OFFICER, "", second, first, "again", seen=seen(second))


def test_only_a_status_is_published_and_never_without_the_consent_of_a_constituency() -> None:
    key = applied("Elders of the Delta", kind="ipo", scope="international")
    with pytest.raises(Refused, match="gave no status"):
        holding.publish(approver(), "as decided", key, seen=seen(key))
    Case.objects.filter(key=key).update(consent="")
    examining.match(OFFICER, "", key, seen=seen(key))
    decided(key)
    with pytest.raises(Refused, match="no consent of theirs is kept"):
        holding.publish(approver(), "as decided", key, seen=seen(key))
    body = Case.objects.get(key=key).body
    body.consent = "told at the meeting of 3 March"
    body.save()
    holding.publish(approver(), "as decided", key, seen=seen(key))
    assert Case.objects.get(key=key).public


def test_a_scheme_is_off_until_a_decision_adopts_it() -> None:
    from whimbrel.queries.in_use import in_use

    day = datetime.date(2029, 1, 1)
    assert in_use("cms", day) == ("cms-art7",)
    with pytest.raises(Refused, match="no scheme that is known"):
        deciding.adopt_scheme(approver(), "so", "tern-code", "Decision 16.1", since=day)
    with pytest.raises(Refused, match="decision that adopts it is missing"):
        deciding.adopt_scheme(approver(), "so", "unep-mgs", " ", since=day)
    deciding.adopt_scheme(approver(), "so", "unep-mgs", "COP16, Decision 16.1", since=day)
    before = day - datetime.timedelta(days=1)
    assert in_use("cms", before) == ("cms-art7",)
    assert in_use("cms", day) == ("cms-art7", "unep-mgs")
    until = datetime.date(2030, 1, 1)
    deciding.end_scheme(approver(), "so", "unep-mgs", "COP17, Decision 17.1", until=until)
    assert in_use("cms", until) == ("cms-art7", "unep-mgs"), "the last day counts"
    assert in_use("cms", until + datetime.timedelta(days=1)) == ("cms-art7",)


def test_nothing_is_recorded_of_a_day_to_come_and_nobody_examines_who_may_not() -> None:
    key = applied()
    later = datetime.date.today() + datetime.timedelta(days=1)
    with pytest.raises(Refused, match="yet to come"):
        examining.note_approval(OFFICER, "", key, "approved", on=later, seen=seen(key))
    with pytest.raises(Refused, match="a role of applicant may not examine"):
        examining.assign(OFFICER, "", key, APPLICANT, seen=seen(key))
    other = entered("fay@example.org", "Fay", "officer")
    assert examining.assign(OFFICER, "", key, other, seen=seen(key)) == "Fay"
    with pytest.raises(Refused, match="may not record what the body"):
        deciding.decide(OFFICER, "", key, "refuse", "COP15", "x", seen=seen(key))


def test_a_standing_under_a_scheme_that_was_adopted_is_renewed() -> None:
    told = {
        "founded_on": "2001-01-01", "registered_on": "2001-01-01", "profit": "non_profit",
        "env_focus": True, "activities_international": True, "legal_personality": True,
    }  # fmt: skip
    key = applied(
        scope="international", scheme="unccd-cso", at=None, values=told,
        documents=("letter", "form", "statutes", "governing_body", "status_evidence",
                   "affiliations"),
    )  # fmt: skip
    examining.match(OFFICER, "", key, seen=seen(key))
    decided(key)
    first = BodyStatus.objects.get()
    assert first.until == datetime.date(2031, 3, 23), "five years, as the scheme has it"
    on = datetime.date(2026, 4, 1)
    holding.renew(approver(), "", key, "the Conference", "confirmed", on=on, seen=seen(key))
    last = BodyStatus.objects.order_by("id").last()
    assert last is not None
    assert (last.status, last.until) == ("admitted", datetime.date(2031, 4, 1))
