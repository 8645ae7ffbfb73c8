"""A disk that is full, a database that is locked, two officers at once: the person is told, nothing
is half kept, nothing is lost."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client

from tests.record import OFFICER
from whimbrel.acts import documents, engagements, readings
from whimbrel.acts import ledger as acts
from whimbrel.acts.refused import Overtaken
from whimbrel.demo import compose
from whimbrel.engagements.understood import understand
from whimbrel.queries import ledger
from whimbrel.register.models import Engagement, Intake, Line, Person, Reading

pytestmark = pytest.mark.usefixtures("filed")


@pytest.fixture
def client() -> Client:
    """A browser in which an officer has signed in; faults are pages in it."""
    made = Client(raise_request_exception=False)
    made.force_login(Person.objects.get(email=OFFICER))
    return made


def dropped(client: Client, **more: str):  # type: ignore[no-untyped-def]
    """The answer to a file that is dropped."""
    file = SimpleUploadedFile("specimen.docx", compose())
    return client.post("/documents/deposit", {"file": file}, headers=more)


@contextmanager
def full() -> Iterator[None]:
    """A database whose disk is full."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:

            def asked(name: str) -> int:
                return int(cursor.execute(f"PRAGMA {name}").fetchone()[0])

            # What earlier tests left free in the file is room too: it is taken first.
            cursor.execute("CREATE TABLE taken (room BLOB)")
            room = asked("freelist_count") * asked("page_size")
            cursor.execute("INSERT INTO taken VALUES (zeroblob(%s))", [room])
            cursor.execute(f"PRAGMA max_page_count = {asked('page_count') + 1}")
            yield
            cursor.execute("PRAGMA max_page_count = 1000000")
            cursor.execute("DROP TABLE taken")
        return
    words = """
        CREATE FUNCTION full_disk() RETURNS trigger AS $$ BEGIN
        RAISE EXCEPTION USING ERRCODE = '53100',
            MESSAGE = 'could not extend file: No space left on device';
        END $$ LANGUAGE plpgsql;
        CREATE TRIGGER full_disk BEFORE INSERT ON register_line EXECUTE FUNCTION full_disk()
    """
    with connection.cursor() as cursor:
        cursor.execute(words)
        yield
        cursor.execute("DROP TRIGGER full_disk ON register_line; DROP FUNCTION full_disk()")


@contextmanager
def locked() -> Iterator[None]:
    """Somebody else writes, for longer than we wait."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 100")
        other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            other.rollback()
            other.close()
        return
    import psycopg

    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '100ms'")
    said = connection.settings_dict
    with psycopg.connect(
        host=said["HOST"], port=said["PORT"] or 5432, user=said["USER"], dbname=said["NAME"]
    ) as writer:
        writer.execute("SELECT * FROM register_tip FOR UPDATE")
        yield
        writer.rollback()


def test_when_the_disk_is_full_the_person_is_told_and_nothing_is_kept(client: Client) -> None:
    before = ledger.newest()
    with full():
        answer = dropped(client)
        page = answer.content.decode()
        assert answer.status_code == 507
        assert "The house has no room left" in page
        assert answer["X-Request-ID"] in page
        assert "<script" not in page
    assert not Intake.objects.exists()
    assert ledger.newest() == before
    assert ledger.verify().whole
    assert dropped(client).status_code == 302
    assert ledger.verify().whole


def test_when_somebody_else_writes_too_long_the_person_is_told_to_try_again(
    client: Client,
) -> None:
    before = ledger.newest()
    with locked():
        answer = dropped(client)
        assert (answer.status_code, answer["Retry-After"]) == (503, "5")
        assert "Somebody else is writing" in answer.content.decode()
        told = dropped(client, accept="application/json").json()
        assert told["error"] == "Somebody else is writing"
        # Who only reads does not wait.
        assert client.get("/documents").status_code == 200
    assert not Intake.objects.exists()
    assert ledger.newest() == before
    assert dropped(client).status_code == 302
    assert Intake.objects.count() == 1


def test_a_database_that_does_not_answer_is_told_and_so_is_a_mistake_of_ours(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(error: Exception) -> Callable[..., None]:
        def failing(*_: object, **__: object) -> None:
            raise error

        return failing

    monkeypatch.setattr("whimbrel.web.documents.kept.documents", fails(OperationalError("gone")))
    answer = client.get("/documents")
    assert (answer.status_code, "cannot be reached" in answer.content.decode()) == (503, True)
    monkeypatch.setattr("whimbrel.web.documents.kept.documents", fails(ValueError("ann@x.org")))
    answer = client.get("/documents")
    page = answer.content.decode()
    assert (answer.status_code, "Whimbrel made a mistake" in page) == (500, True)
    assert "ann@x.org" not in page
    assert client.get("/documents.json").json()["request"]


def test_an_act_stands_though_its_head_cannot_be_kept(
    house: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    kept = house.read_text()
    with monkeypatch.context() as patched:
        patched.setattr(acts, "keep_head", full_disk)
        record()
    assert "the head of the ledger could not be kept" in caplog.text
    assert Engagement.objects.exists()
    assert house.read_text() == kept
    assert ledger.verify().whole
    correct("place", "Rome", 0)
    assert str(ledger.newest()) in house.read_text()


def record() -> None:
    """An engagement."""
    engagements.record(
        OFFICER, "", "A workshop", kind="workshop", partners=("FAO",), since="2025-05"
    )


def correct(field: str, value: str, seen: int) -> None:
    """Correct it."""
    engagements.correct(OFFICER, "", Engagement.objects.get().key, {field: value}, seen=seen)


def at_once(*work: Callable[[], object]) -> list[BaseException | None]:
    """Do things at the same moment; what each ended with."""
    start, ended = threading.Barrier(len(work)), [None] * len(work)

    def one(number: int, do: Callable[[], object]) -> None:
        try:
            start.wait()
            do()
        except BaseException as error:
            ended[number] = error  # type: ignore[call-overload]
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=pair) for pair in enumerate(work)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return list(ended)


def test_of_two_officers_at_one_engagement_the_second_is_told_and_keeps_the_words() -> None:
    record()
    for turn in range(5):
        ended = at_once(
            lambda seen=turn: correct("place", f"Rome {seen}", seen),  # type: ignore[misc]
            lambda seen=turn: correct("place", f"Bonn {seen}", seen),  # type: ignore[misc]
        )
        (told,) = [one for one in ended if one is not None]
        assert isinstance(told, Overtaken), told
        lost = "Bonn" if ended[1] is told else "Rome"
        assert f"Your words are kept here: “{lost} {turn}”" in str(told)
        assert lost not in Engagement.objects.get().place
    assert ledger.verify().whole


def test_of_two_verdicts_on_one_reading_one_stands() -> None:
    found = understand(compose(), name="specimen.docx")
    symbol = documents.deposit(OFFICER, "", found).symbol
    named = readings.Named(symbol=symbol, kind="engagements", place=1)
    ended = at_once(
        lambda: readings.judge(OFFICER, "", named, "accept"),
        lambda: readings.judge(OFFICER, "", named, "reject"),
    )
    (told,) = [one for one in ended if one is not None]
    assert isinstance(told, Overtaken), told
    assert Reading.objects.get(kind="engagements", place=1).change == 1
    assert ledger.verify().whole


def test_many_at_once_have_a_line_each_in_one_chain() -> None:
    before = ledger.newest()

    def one(number: int) -> Callable[[], object]:
        return lambda: engagements.record(
            OFFICER, "", f"Workshop {number}", kind="workshop", partners=("FAO",), since="2025-05"
        )

    assert at_once(*(one(number) for number in range(8))) == [None] * 8
    assert Line.objects.count() == ledger.newest() == before + 8
    assert ledger.verify().whole


def test_a_file_is_taken_by_one_of_many_workers() -> None:
    from whimbrel.acts import intake

    number = intake.drop(OFFICER, "", "specimen.docx", compose()).id
    assert number is not None
    taken: list[object] = []
    ended = at_once(*[lambda: taken.append(intake.take(number))] * 4)
    assert ended == [None] * 4
    assert sum(one is not None for one in taken) == 1
