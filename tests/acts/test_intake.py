"""A file that was dropped: taken by one worker, deposited once, and given up with a reason."""

import datetime

import pytest

from tests.record import AUDITOR, OFFICER
from whimbrel.acts import act, documents, intake
from whimbrel.acts.refused import Refused
from whimbrel.demo import compose
from whimbrel.engagements.understood import Understood, understand
from whimbrel.queries import intake as kept
from whimbrel.queries import ledger
from whimbrel.queries.documents import Hidden
from whimbrel.register.models import Intake, Version

pytestmark = pytest.mark.usefixtures("house")
AT_ONCE = datetime.timedelta(0)


@pytest.fixture(scope="module")
def paper() -> Understood:
    """The specimen, read."""
    return understand(compose(), name="specimen.docx")


def dropped(paper: Understood) -> int:
    """The specimen, dropped by an officer."""
    told = intake.drop(OFFICER, "by mail", "C:\\papers\\specimen.docx", paper.data, why="by mail")
    assert told.id is not None
    return told.id


def taken(number: int) -> intake.Taken:
    """The file, taken by a worker."""
    one = intake.take(number)
    assert one is not None
    return one


def test_a_file_is_dropped_taken_entered_and_leaves_no_bytes_behind(paper: Understood) -> None:
    number = dropped(paper)
    assert [one.state for one in kept.intakes(OFFICER)] == ["waiting"]
    assert (kept.intake(OFFICER, number).step, kept.intake(OFFICER, number).name) == (
        1,
        "specimen.docx",
    )
    one = taken(number)
    assert intake.take(number) is None
    assert intake.progress(one, "entering")
    assert kept.intake(OFFICER, number).step == 3
    told = intake.finish(one, paper)
    assert told is not None
    after = kept.intake(OFFICER, number)
    assert (after.state, after.symbol, after.proposed) == ("done", told.symbol, told.proposed)
    assert bytes(Intake.objects.get().data) == b""
    assert Version.objects.get().deposited_by.email == OFFICER
    assert [one.act for one in ledger.lines(AUDITOR)[:2]] == ["documents.deposit", "intake.drop"]
    assert ledger.lines(AUDITOR)[0].reason == "by mail"
    assert kept.intakes(OFFICER) == ()


def test_the_same_bytes_are_recognised_while_they_wait_and_afterwards(paper: Understood) -> None:
    number = dropped(paper)
    again = intake.drop(OFFICER, "", "copy.docx", paper.data)
    assert (again.id, again.known, Intake.objects.count()) == (number, True, 1)
    told = intake.finish(taken(number), paper)
    assert told is not None
    after = intake.drop(OFFICER, "", "copy.docx", paper.data)
    assert (after.id, after.symbol, after.known) == (None, told.symbol, True)


def test_the_worker_is_called_once_the_drop_stands(
    paper: Understood, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[act.FollowUp] = []
    monkeypatch.setattr(act, "HANDS", [called.append])
    number = dropped(paper)
    assert called == [act.FollowUp(task="intake.read", given={"intake": number})]
    with pytest.raises(Refused, match="is empty"):
        intake.drop(OFFICER, "", "empty.docx", b"")
    assert len(called) == 1


def test_only_those_who_may_deposit_drop_and_see_what_comes(paper: Understood) -> None:
    with pytest.raises(Refused, match="a role of auditor may not deposit"):
        intake.drop(AUDITOR, "", "x.docx", paper.data)
    number = dropped(paper)
    assert kept.intakes(AUDITOR) == kept.intakes(None) == ()
    for who in (AUDITOR, None):
        with pytest.raises(Hidden):
            kept.intake(who, number)
    with pytest.raises(Hidden):
        kept.intake(OFFICER, number + 1)


def test_a_file_that_fails_says_why_and_leaves_a_line(paper: Understood) -> None:
    number = dropped(paper)
    assert intake.fail(taken(number), "specimen.docx, page 3: it is damaged. Ask for a clean copy")
    after = kept.intake(OFFICER, number)
    assert (after.state, after.step) == ("failed", None)
    assert "Ask for a clean copy" in after.error
    assert bytes(Intake.objects.get().data) == b""
    assert (ledger.lines(AUDITOR)[0].act, ledger.lines(AUDITOR)[0].by) == ("intake.fail", OFFICER)
    assert ledger.verify().whole
    # The same bytes may be dropped again: nothing of them is here.
    assert intake.drop(OFFICER, "", "specimen.docx", paper.data).known is False


def test_a_file_whose_worker_died_is_taken_up_three_times_and_then_given_up(
    paper: Understood,
) -> None:
    number = dropped(paper)
    for tries in (1, 2):
        assert taken(number).tries == tries
        assert intake.resume() == ()
        assert intake.resume(lost=AT_ONCE) == (number,)
    last = taken(number)
    assert intake.resume(lost=AT_ONCE) == ()
    after = kept.intake(OFFICER, number)
    assert after.state == "failed"
    assert "begun 3 times and did not end" in after.error
    assert intake.finish(last, paper) is None
    assert not Version.objects.exists()


def test_a_worker_that_was_taken_for_dead_does_not_deposit_a_second_time(
    paper: Understood,
) -> None:
    number = dropped(paper)
    slow = taken(number)
    intake.resume(lost=AT_ONCE)
    quick = taken(number)
    assert not intake.progress(slow)
    assert not intake.fail(slow, "too late")
    assert not intake.put_back(slow, "too late")
    assert intake.finish(slow, paper) is None
    assert intake.finish(quick, paper) is not None
    assert Version.objects.count() == 1


def test_a_file_that_nobody_began_is_handed_on_again_but_not_all_the_time(
    paper: Understood,
) -> None:
    number = dropped(paper)
    assert intake.resume() == ()
    assert intake.resume(forgotten=AT_ONCE) == (number,)
    assert intake.resume(forgotten=datetime.timedelta(minutes=1)) == ()


def test_a_deposit_that_is_refused_fails_the_intake_and_both_have_their_line(
    paper: Understood,
) -> None:
    from whimbrel.register.models import Person

    number = dropped(paper)
    one = taken(number)
    Person.objects.filter(email=OFFICER).update(role="auditor")
    assert intake.finish(one, paper) is None
    assert Intake.objects.get().state == "failed"
    assert [(one.act, one.refused) for one in ledger.lines(AUDITOR)[:2]] == [
        ("intake.fail", False),
        ("documents.deposit", True),
    ]


def test_done_and_deposited_stand_together_or_not_at_all(
    paper: Understood, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = dropped(paper)
    one = taken(number)

    def broken(*_: object, **__: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(documents, "find_paragraphs", broken)
    with pytest.raises(OSError, match="no space left"):
        intake.finish(one, paper)
    assert not Version.objects.exists()
    assert Intake.objects.get().state == "reading"
    assert bytes(Intake.objects.get().data) == paper.data
