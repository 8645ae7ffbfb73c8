"""Whether the house can do its work: what is looked at, what was found, and what to do. Nothing
here tells of people."""

import datetime
import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from whimbrel.queries import ledger
from whimbrel.register.models import Intake, Tip

BEAT = uuid.uuid5(uuid.NAMESPACE_URL, "whimbrel:worker")
"""The row of the queue in which workers say that they are there."""
SILENT = datetime.timedelta(minutes=2)
"""After so long without a sign no worker is there."""
STUCK = datetime.timedelta(minutes=15)
"""A paper that is on its way in for longer is looked at."""
ROOM = 500 * 2**20
"""Bytes that should be free where the record is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at."""

    name: str
    right: bool
    says: str
    do: str = ""
    """What to do where it is not right; empty where it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """Whether the house can take requests."""

    database: bool
    tables: bool
    worker: bool

    @property
    def ready(self) -> bool:
        """All of it."""
        return self.database and self.tables and self.worker


def ready() -> Ready:
    """Whether the database answers, its tables are up to date, and a worker is there."""
    try:
        tables = up_to_date()
    except DatabaseError:
        return Ready(database=False, tables=False, worker=False)
    return Ready(database=True, tables=tables, worker=tables and worker_is_there())


def up_to_date() -> bool:
    """Whether the tables are those of this version."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def worker_seen() -> datetime.datetime | None:
    """When a worker last gave a sign; None where none ever did."""
    return DBTaskResult.objects.filter(id=BEAT).values_list("finished_at", flat=True).first()


def worker_is_there() -> bool:
    """Whether a worker gave a sign of late."""
    seen = worker_seen()
    return seen is not None and timezone.now() - seen < SILENT


def beat() -> None:
    """A worker says that it is there."""
    now = timezone.now()
    said = {
        "status": TaskResultStatus.SUCCESSFUL, "started_at": now, "finished_at": now,
        "args_kwargs": {"args": [], "kwargs": {}}, "task_path": "whimbrel.worker",
        "backend_name": "default",
    }  # fmt: skip
    DBTaskResult.objects.update_or_create(id=BEAT, defaults=said)


def doctor() -> tuple[Check, ...]:
    """Everything that is looked at. Where the database does not answer, what it would tell is left
    out."""
    first = (*settings_sane(), room(), mail())
    try:
        tables = up_to_date()
    except DatabaseError as error:
        said = str(error).strip().splitlines()[0]
        do = "start the database, or set WHIMBREL_DATABASE to where it is"
        return (*first, Check(name="database", right=False, says=said, do=do))
    reached = Check(name="database", right=True, says=f"{connection.vendor}, it answers")
    if not tables:
        do = "make a house with `whimbrel house EMAIL NAME`, or after an update `whimbrel update`"
        old = Check(name="tables", right=False, says="not those of this version", do=do)
        return (*first, reached, old)
    fresh = Check(name="tables", right=True, says="up to date")
    return (*first, reached, fresh, *sound(), *whole(), worker(), *intakes())


def settings_sane() -> tuple[Check, ...]:
    """Whether others may safely be let in with these settings."""
    outside = not set(settings.ALLOWED_HOSTS) <= {"localhost", "127.0.0.1", "[::1]"}
    key = not settings.KEY_OF_DEVELOPMENT
    asked = "others are let in (WHIMBREL_HOSTS)" if outside else "only this machine is let in"
    checks = [
        Check(
            name="secret key",
            right=key or not outside,
            says="your own" if key else f"the one for trying out; {asked}",
            do="" if key or not outside else "set WHIMBREL_SECRET_KEY to a long word of your own",
        ),
        Check(
            name="HTTPS",
            right=settings.SESSION_COOKIE_SECURE or not outside,
            says="on" if settings.SESSION_COOKIE_SECURE else f"off; {asked}",
            do=""
            if settings.SESSION_COOKIE_SECURE or not outside
            else "put a web server with HTTPS before the house, then set WHIMBREL_HTTPS=1",
        ),
        Check(
            name="debug",
            right=not settings.DEBUG,
            says="on: errors are shown in full" if settings.DEBUG else "off",
            do="take WHIMBREL_DEBUG away" if settings.DEBUG else "",
        ),
    ]
    if "*" in settings.ALLOWED_HOSTS:
        do = "name the hosts in WHIMBREL_HOSTS one by one"
        checks.append(Check(name="hosts", right=False, says="any name is answered to", do=do))
    return tuple(checks)


def room() -> Check:
    """Whether there is room on the disk."""
    folder = Path(settings.LEDGER_HEAD).absolute().parent
    if connection.vendor == "sqlite":
        kept = Path(str(connection.settings_dict["NAME"])).absolute().parent
        folder = kept if kept.is_dir() else folder
    if not folder.is_dir():
        do = f"make the folder {folder}, or name another in WHIMBREL_LEDGER_HEAD"
        return Check(name="disk", right=False, says=f"there is no folder {folder}", do=do)
    free = shutil.disk_usage(folder).free
    says = f"{free // 2**20} MiB free in {folder}"
    enough = free >= ROOM
    do = "" if enough else f"make room: at least {ROOM // 2**20} MiB should be free"
    return Check(name="disk", right=enough, says=says, do=do)


def mail() -> Check:
    """Whether mail can be sent. A house may do without."""
    if settings.MAIL_SET:
        return Check(name="mail", right=True, says="reminders and digests are sent")
    says = "not set (WHIMBREL_MAIL): reminders stand on the desk only"
    return Check(name="mail", right=True, says=says)


def sound() -> tuple[Check, ...]:
    """Whether an SQLite file is whole and used as it should be."""
    if connection.vendor != "sqlite":
        return ()
    with connection.cursor() as cursor:

        def one(question: str) -> str:
            cursor.execute(question)
            return str(cursor.fetchone()[0])

        integrity = one("PRAGMA integrity_check")
        mode, keys = one("PRAGMA journal_mode"), one("PRAGMA foreign_keys")
        cursor.execute("PRAGMA foreign_key_check")
        dangling = len(cursor.fetchall())
    restore = "stop the house, keep the file, and restore the newest backup"
    good = integrity == "ok" and not dangling
    wrong = f"{integrity}; {dangling} rows point at nothing"
    return (
        Check(
            name="file",
            right=good,
            says="whole" if good else wrong,
            do="" if good else restore,
        ),
        Check(
            name="journal",
            right=(mode, keys) == ("wal", "1"),
            says=f"{mode}, foreign keys {'on' if keys == '1' else 'off'}",
            do=""
            if (mode, keys) == ("wal", "1")
            else "keep the file on a disk of this machine, not on one of the net",
        ),
    )


def whole() -> tuple[Check, ...]:
    """Whether the ledger is whole, and its head kept outside the database and up to date."""
    verdict = ledger.verify()
    told = f"{verdict.lines} lines, none changed, none missing"
    do = "keep everything as it is, and compare with the backups: `whimbrel ledger verify`"
    line = Check(
        name="ledger",
        right=verdict.whole,
        says=told if verdict.whole else "; ".join(verdict.problems[:3]),
        do="" if verdict.whole else do,
    )
    file, newest = Path(settings.LEDGER_HEAD), Tip.objects.filter(id=1).first()
    found = ledger.kept_head(file)
    kept = found.number if found else None
    number = newest.number if newest else 0
    right = kept == number or (kept is None and not number)
    says = "not there" if kept is None else f"line {kept}, the newest is {number}"
    fix = f"look whether {file} can be written to; the next act writes it anew"
    if not verdict.whole:
        fix = "leave it as it is: it shows what the ledger was"
    head = Check(name="head", right=right, says=f"{file}: {says}", do="" if right else fix)
    return (line, head)


def worker() -> Check:
    """Whether a worker is there."""
    seen, there = worker_seen(), worker_is_there()
    said = f"last seen {seen.isoformat(timespec='seconds')}" if seen else "never seen"
    do = "" if there else "start one: `whimbrel serve` has one, `whimbrel worker` is one alone"
    return Check(name="worker", right=there, says=said, do=do)


def intakes() -> tuple[Check, ...]:
    """Whether papers are stuck on their way in."""
    old = timezone.now() - STUCK
    under_way = (Intake.State.WAITING, Intake.State.READING, Intake.State.ENTERING)
    stuck = Intake.objects.filter(state__in=under_way, at__lte=old).count()
    do = "" if not stuck else "look whether a worker is there; it takes them up by itself"
    says = f"on their way in for over {STUCK.seconds // 60} minutes: {stuck}"
    none = "none is stuck"
    return (Check(name="intake", right=not stuck, says=says if stuck else none, do=do),)
