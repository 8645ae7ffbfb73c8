"""A backup as a file: every row of the house as lines of JSON, in one archive that says what it
holds. The same form for every database, so that a house can also move from one to the other."""

import base64
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any, TypeVar

from django.apps import apps
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from whimbrel import __version__
from whimbrel.queries.ledger import follow
from whimbrel.register.models import Line, Personal, Tip

FORM = "whimbrel backup 1"
SEAL = 64
"""Characters at the end of the file: the digest of all before."""
LEFT_OUT = frozenset({"sessions", "contenttypes", "auth", "django_tasks_db"})
"""Applications whose rows are made anew: who is signed in, what Django knows of its own tables, and
the queue, which the worker fills again from what waits at intake."""
AT_ONCE = 500
M = TypeVar("M", bound=models.Model)


class Damaged(Exception):
    """A file that is no whole backup; the message says how that was seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a backup holds of one table."""

    rows: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself."""

    made_at: str
    whimbrel: str
    database: str
    migrations: tuple[str, ...]
    """The state of the tables that it fits."""
    number: int
    """Of the newest line of the ledger in it."""
    hash: str
    form: str = FORM
    tables: dict[str, Held] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        """All rows."""
        return sum(one.rows for one in self.tables.values())


def tables() -> tuple[type[models.Model], ...]:
    """Every table that is kept in a backup."""
    return tuple(
        one
        for one in apps.get_models(include_auto_created=True)
        if one._meta.managed and not one._meta.proxy and one._meta.app_label not in LEFT_OUT
    )


def migrations() -> tuple[str, ...]:
    """What was done to the tables of the record, as the database tells it."""
    applied = MigrationRecorder(connection).applied_migrations()
    return tuple(sorted(f"{app}.{name}" for app, name in applied))


@contextmanager
def snapshot() -> Iterator[None]:
    """One state of the whole house, however long it is looked at; nobody who writes has to wait."""
    if connection.vendor != "sqlite":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    connection.ensure_connection()
    mode = connection.transaction_mode  # type: ignore[attr-defined]
    # The house begins every transaction as a writer; this one only reads.
    connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
    try:
        with transaction.atomic():
            yield
    finally:
        connection.transaction_mode = mode  # type: ignore[attr-defined]


def write(into: IO[bytes]) -> Manifest:
    """Write the house as it stands at one moment."""
    listed: dict[str, Held] = {}
    with snapshot(), zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        tip = Tip.objects.filter(id=1).first()
        for table in tables():
            name = table._meta.db_table
            with archive.open(f"{name}.jsonl", "w", force_zip64=True) as member:
                listed[name] = pour(table, member)
        manifest = Manifest(
            made_at=timezone.now().isoformat(timespec="seconds"),
            whimbrel=__version__,
            database=connection.vendor,
            migrations=migrations(),
            number=tip.number if tip else 0,
            hash=tip.hash if tip else "0" * SEAL,
            tables=listed,
        )
        archive.writestr("manifest.json", json.dumps(asdict(manifest), indent=1))
        archive.comment = b"0" * SEAL
    seal(into)
    return manifest


def pour(table: type[models.Model], member: IO[bytes]) -> Held:
    """Write the rows of a table, one a line."""
    names = [one.attname for one in table._meta.concrete_fields]
    digest, count = hashlib.sha256(), 0
    rows = table._base_manager.order_by("pk").values_list(*names).iterator(chunk_size=AT_ONCE)
    for row in rows:
        line = json.dumps([plain(value) for value in row], ensure_ascii=False).encode() + b"\n"
        digest.update(line)
        member.write(line)
        count += 1
    return Held(rows=count, sha256=digest.hexdigest())


def plain(value: object) -> object:
    """A value as JSON has it. What JSON has itself, a JSON field's lists and words among it, stays
    as it is."""
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    if value is None or isinstance(value, str | int | float | bool | list | dict):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def seal(file: IO[bytes]) -> None:
    """Write over the end of the file the digest of all before it."""
    end = file.seek(0, io.SEEK_END) - SEAL
    digest = digest_to(file, end)
    file.seek(end)
    file.write(digest.encode())
    file.flush()


def digest_to(file: IO[bytes], end: int) -> str:
    """The digest of a file up to a place."""
    file.seek(0)
    digest, left = hashlib.sha256(), end
    while left > 0:
        part = file.read(min(left, 2**20))
        if not part:
            break
        digest.update(part)
        left -= len(part)
    return digest.hexdigest()


def verified(file: Path) -> Manifest:
    """What a backup says of itself, once all of it was looked at: no byte was changed, the rows are
    as many as it says, the ledger is whole. Damaged says what is not right."""
    with file.open("rb") as opened:
        end = opened.seek(0, io.SEEK_END) - SEAL
        if end <= 0 or not zipfile.is_zipfile(file):
            raise Damaged(f"{file} is no backup, or only the beginning of one")
        opened.seek(end)
        told = opened.read()
        if digest_to(opened, end).encode() != told:
            raise Damaged(f"{file} was changed after it was made: its bytes are not those sealed")
    with zipfile.ZipFile(file) as archive:
        manifest = manifest_of(archive, file)
        for name, held in manifest.tables.items():
            digest, count = hashlib.sha256(), 0
            with archive.open(f"{name}.jsonl") as member:
                for line in member:
                    digest.update(line)
                    count += 1
            if (count, digest.hexdigest()) != (held.rows, held.sha256):
                raise Damaged(f"{file} does not hold the rows of {name} that it says")
        number, hashed, problems = follow(ledger_of(archive))
    if problems or (manifest.number, manifest.hash) != (number, hashed):
        why = problems[0] if problems else "its newest line is not the one that it names"
        raise Damaged(f"the ledger in {file} is not whole: {why}")
    return manifest


def manifest_of(archive: zipfile.ZipFile, file: Path) -> Manifest:
    """What a backup says of itself."""
    try:
        said = json.loads(archive.read("manifest.json"))
        if said["form"] != FORM:
            raise Damaged(f"{file} is a backup of another form: {said['form']}")
        held = {name: Held(**one) for name, one in said.pop("tables").items()}
        return Manifest(**{**said, "migrations": tuple(said["migrations"])}, tables=held)
    except (KeyError, TypeError, ValueError) as error:
        raise Damaged(f"{file} is no backup of a house: it has no manifest") from error


def rows_of(archive: zipfile.ZipFile, table: type[models.Model]) -> Iterator[list[Any]]:
    """The rows of a table, each value as the table has it."""
    fields = table._meta.concrete_fields
    try:
        member = archive.open(f"{table._meta.db_table}.jsonl")
    except KeyError:
        return
    with member:
        for line in member:
            values = json.loads(line)
            yield [rich(one, value) for one, value in zip(fields, values, strict=True)]


def rich(one: "models.Field[Any, Any]", value: Any) -> Any:
    """A value of a field, from JSON."""
    if value is None or isinstance(one, models.JSONField):
        return value
    if isinstance(one, models.BinaryField):
        return base64.b64decode(value)
    return one.to_python(value)


def ledger_of(archive: zipfile.ZipFile) -> Iterator[tuple[Line, Personal | None]]:
    """The ledger in a backup."""
    told = {one.pk: one for one in made_of(archive, Personal)}
    for line in sorted(made_of(archive, Line), key=lambda one: one.number):
        yield line, told.get(line.pk)


def made_of(archive: zipfile.ZipFile, table: type[M]) -> Iterator[M]:
    """The records of a table, as if they came from the database."""
    names = [one.attname for one in table._meta.concrete_fields]
    for row in rows_of(archive, table):
        yield table.from_db(connection.alias, names, row)
