"""The worker: it reads what was dropped, in a process of its own, and says how it went."""

import errno

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from tests.record import OFFICER
from whimbrel.acts import intake
from whimbrel.acts.act import FollowUp
from whimbrel.demo import compose
from whimbrel.queries import health
from whimbrel.queries import intake as kept
from whimbrel.register.models import Document, Intake
from whimbrel.tasks import reading, working
from whimbrel.tasks.hand import TASKS, hand

pytestmark = pytest.mark.usefixtures("house")


def dropped(data: bytes, name: str = "specimen.docx") -> int:
    """A file, dropped."""
    told = intake.drop(OFFICER, "by mail", name, data)
    assert told.id is not None
    return told.id


def test_the_queue_holds_the_number_of_the_file_and_nothing_else() -> None:
    number = dropped(compose())
    (row,) = DBTaskResult.objects.all()
    assert row.args_kwargs == {"args": [], "kwargs": {"intake": number}}
    assert row.task_path == "whimbrel.tasks.reading.read"


def test_a_worker_reads_what_was_dropped() -> None:
    number = dropped(compose())
    call_command("db_worker", batch=True, startup_delay=False, verbosity=0)
    after = kept.intake(OFFICER, number)
    assert after.state == "done"
    assert after.proposed is not None
    assert after.proposed > 50
    assert Document.objects.get().symbol == after.symbol


def test_a_file_that_is_no_document_fails_by_the_name_that_it_was_dropped_under() -> None:
    number = dropped(b"%PDF-1.7 and no more", "broken.pdf")
    assert reading.read.func(intake=number) == 0
    after = kept.intake(OFFICER, number)
    assert after.state == "failed"
    assert after.error.startswith("broken.pdf: ")
    assert "/tmp" not in after.error  # noqa: S108
    assert not Document.objects.exists()


def test_a_full_disk_puts_the_file_back_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    number = dropped(compose())

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(reading, "understood", full)
    for _ in range(2):
        assert reading.read.func(intake=number) == 0
        after = kept.intake(OFFICER, number)
        assert (after.state, "No space left on device" in after.error) == ("waiting", True)
    reading.read.func(intake=number)
    assert kept.intake(OFFICER, number).state == "failed"
    assert not Document.objects.exists()


def test_a_worker_that_reads_gives_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    number = dropped(compose())
    taken = intake.take(number)
    assert taken is not None
    signs: list[int] = []
    monkeypatch.setattr(reading, "SIGN", 0.01)
    monkeypatch.setattr(reading.acts, "progress", lambda one: signs.append(one.id))
    with reading.signs_of_life(taken):
        while not signs:
            pass
    count = len(signs)
    assert set(signs) == {number}
    assert len(signs) == count


def test_a_task_that_there_is_not_is_no_silent_matter() -> None:
    with pytest.raises(KeyError, match=r"make\.tea"):
        hand(FollowUp(task="make.tea"))
    assert set(TASKS) == {
        "intake.read", "documents.read_again", "questions.tell", "reminders.send", "digests.send",
        "screening.go_on",
    }  # fmt: skip


def test_looking_round_says_that_a_worker_is_there_and_queues_the_hourly_work_once() -> None:
    assert health.worker_seen() is None
    working.look()
    working.look()
    assert health.worker_is_there()
    paths = list(DBTaskResult.objects.exclude(id=health.BEAT).values_list("task_path", flat=True))
    assert sorted(paths) == ["whimbrel.tasks.reminders.digest", "whimbrel.tasks.reminders.remind"]


def test_looking_round_takes_up_what_a_dead_worker_left(monkeypatch: pytest.MonkeyPatch) -> None:
    import datetime

    number = dropped(compose())
    intake.take(number)
    DBTaskResult.objects.all().delete()
    monkeypatch.setattr(intake.resume, "__kwdefaults__", {
        "lost": datetime.timedelta(0), "forgotten": datetime.timedelta(0),
    })  # fmt: skip
    working.look()
    assert Intake.objects.get().state == "waiting"
    assert DBTaskResult.objects.filter(task_path="whimbrel.tasks.reading.read").count() == 1
