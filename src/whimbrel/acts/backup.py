"""Back the house up, and restore it: whole or not at all."""

import glob
import hashlib
import json
import os
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.color import no_style
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from whimbrel.acts import ledger
from whimbrel.acts.act import Done, act, allowed, note_refusal
from whimbrel.acts.refused import Refused
from whimbrel.queries import archive
from whimbrel.queries.archive import Damaged, Manifest
from whimbrel.register.models import Line, Person

LEFT = 24 * 3600
"""Seconds after which a half-written file beside a backup is nobody's any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A backup that was made and looked through."""

    file: Path
    rows: int
    number: int
    """The newest line of the ledger in it."""
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A house that was restored."""

    rows: int
    number: int
    made_at: str
    lost: int
    """Lines of the ledger that were written after the backup, and are no more."""


def back_up(by: str, reason: str, file: Path) -> Kept:
    """Write a backup, look it through, and note it in the ledger. A file of that name is there
    whole, or as it was."""
    asked("house.back_up", by, reason)
    with beside(file) as fresh:
        with fresh.open("w+b") as opened:
            manifest = archive.write(opened)
            os.fsync(opened.fileno())
        try:
            archive.verified(fresh)
        except Damaged as error:
            raise Refused(f"the backup was not kept: {error}") from error
        with fresh.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
        kept = noted(by, reason, manifest, digest)
        fresh.replace(file)
    return Kept(file=file, rows=manifest.rows, number=kept, sha256=digest)


def asked(name: str, by: str, reason: str) -> None:
    """Ask the gate before long work; a refusal has its line."""
    try:
        allowed(by, "keep")
    except Refused as refusal:
        note_refusal(name, by, reason, refusal)
        raise


@act("house.back_up", verb="keep")
def noted(by: Person, manifest: Manifest, digest: str) -> Done[int]:
    """Note that a backup was made, with its digest and up to which line of the ledger it goes."""
    said = {"rows": manifest.rows, "line": manifest.number, "sha256": digest}
    return Done(value=manifest.number, about="the house", open=said)


@contextmanager
def beside(file: Path) -> Iterator[Path]:
    """A file beside another, to be put in its place; taken away where that does not happen."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=".new", dir=file.parent)
    except OSError as error:
        raise Refused(f"{file} cannot be written: {error.strerror}") from error
    os.close(handle)
    fresh = Path(name)
    # What a run that was killed left; a younger one may still be at it.
    for old in file.parent.glob(f".{glob.escape(file.name)}.*.new"):
        if time.time() - old.stat().st_mtime > LEFT:
            old.unlink(missing_ok=True)
    try:
        yield fresh
    except OSError as error:
        raise Refused(f"{file} was not written: {error.strerror}") from error
    finally:
        fresh.unlink(missing_ok=True)


def restore(by: str, reason: str, file: Path, *, force: bool = False) -> Restored:
    """Put a backup in the place of this house, all of it in one transaction. Refused where people
    work here already, unless forced, and where the backup is not whole or fits other tables.

    Who restores must be let by the gate of the backup, and by that of this house if it has people.
    """
    try:
        manifest = archive.verified(file)
    except (Damaged, OSError, zipfile.BadZipFile) as error:
        raise Refused(f"nothing was restored: {error}") from error
    fits(manifest)
    if Person.objects.exists():
        asked("house.restore", by, reason)
    with transaction.atomic():
        before = Line.objects.order_by("-number").values_list("number", flat=True).first() or 0
        if not force and (before or Person.objects.exists()):
            raise Refused(
                f"this house is not empty, its ledger has {before} lines: back it up first, then "
                "restore with --force, which takes the place of all that is here"
            )
        empty()
        with zipfile.ZipFile(file) as opened:
            for table in archive.tables():
                fill(table, archive.rows_of(opened, table))
        counted(manifest)
        try:
            connection.check_constraints()
        except IntegrityError as error:
            raise Refused(f"nothing was restored: rows point at nothing ({error})") from error
        person = allowed(by, "keep")
        ledger.add(
            act="house.restore",
            at=timezone.now(),
            about="the house",
            open_={"rows": manifest.rows, "line": manifest.number, "before": before},
            personal={"by": person.email, "reason": reason, "change": {}},
            # The head of the house that was here is of no more use: ours takes its place.
            keep=new_head,
        )
    lost = max(0, before - manifest.number)
    return Restored(
        rows=manifest.rows, number=manifest.number, made_at=manifest.made_at, lost=lost
    )  # fmt: skip


def fits(manifest: Manifest) -> None:
    """Refused where the backup is of tables that are not these."""
    here = set(archive.migrations())
    if here != set(manifest.migrations):
        raise Refused(
            f"nothing was restored: the backup was made by Whimbrel {manifest.whimbrel}, whose "
            "tables are not those of this one: restore it with that version, then update"
        )


def empty() -> None:
    """Take every row away. What points at what is looked at when all is done."""
    with connection.cursor() as cursor:
        for table in archive.tables():
            # The name is a table of ours, quoted by the database.
            name = connection.ops.quote_name(table._meta.db_table)
            cursor.execute(f"DELETE FROM {name}")  # noqa: S608


def fill(table: type[models.Model], rows: Iterator[list[Any]]) -> None:
    """Write the rows of a table with the keys that they had."""
    fields = table._meta.concrete_fields
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(one.column)) for one in fields)
    places = ", ".join(["%s"] * len(fields))
    # Names of our own tables and columns, quoted by the database; the values go apart.
    words = f"INSERT INTO {quote(table._meta.db_table)} ({columns}) VALUES ({places})"  # noqa: S608
    with connection.cursor() as cursor:
        while some := list(islice(rows, archive.AT_ONCE)):
            made = [
                [
                    one.get_db_prep_save(value, connection)
                    for one, value in zip(fields, row, strict=True)
                ]
                for row in some
            ]
            cursor.executemany(words, made)
        for statement in connection.ops.sequence_reset_sql(no_style(), [table]):
            cursor.execute(statement)


def counted(manifest: Manifest) -> None:
    """Refused where the house does not hold as many rows as the backup."""
    for table in archive.tables():
        held = manifest.tables.get(table._meta.db_table)
        count = table._base_manager.count()
        if count != (held.rows if held else 0):
            raise Refused(f"nothing was restored: {table._meta.db_table} has {count} rows")


def new_head(number: int, hashed: str) -> None:
    """Keep a head whatever was kept before."""
    file = Path(settings.LEDGER_HEAD)
    with beside(file) as fresh:
        fresh.write_text(json.dumps({"number": number, "hash": hashed}) + "\n", encoding="utf-8")
        fresh.replace(file)
