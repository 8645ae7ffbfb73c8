"""Add a line to the ledger: chained to the one above, its head kept outside the database."""

import datetime
import json
import logging
import os
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, transaction

from whimbrel.queries.ledger import Head, kept_head
from whimbrel.register.chain import linked, sealed
from whimbrel.register.models import Line, Personal, Tip

LOG = logging.getLogger("whimbrel.acts")


def add(
    *, act: str, at: datetime.datetime, about: str, open_: Mapping[str, object],
    personal: Mapping[str, object], refused: bool = False,
    keep: Callable[[int, str], None] | None = None,
) -> Line:  # fmt: skip
    """One line more. In the transaction of its act, so that neither stands without the other.
    `keep`: what is done with its number and hash once it stands, if not `after`."""
    tip = turn()
    number, salt = tip.number + 1, secrets.token_hex(16)
    seal = sealed(salt, dict(personal))
    hashed = linked(
        number=number, act=act, at=at, about=about, refused=refused, open_=dict(open_),
        seal=seal, before=tip.hash,
    )  # fmt: skip
    line = Line.objects.create(
        number=number, act=act, at=at, about=about, refused=refused, open=dict(open_),
        sealed=seal, before=tip.hash, hash=hashed,
    )  # fmt: skip
    Personal.objects.create(line=line, salt=salt, data=dict(personal))
    tip.number, tip.hash = number, hashed
    tip.save()
    transaction.on_commit(lambda: (keep or after)(number, hashed))
    return line


def turn() -> Tip:
    """Wait until nobody else writes, within a transaction: acts are done one after the other, so
    that each sees all that was done before it, on every database."""
    Tip.objects.get_or_create(id=1)
    return Tip.objects.select_for_update().get(id=1)


def after(number: int, hashed: str) -> None:
    """Keep the head of a line that stands. Where the disk does not take it, the act stands all the
    same: that is logged, `whimbrel doctor` tells of it, and the next line writes it anew."""
    try:
        keep_head(Path(settings.LEDGER_HEAD), number, hashed)
    except (OSError, DatabaseError) as error:
        said = {"why": getattr(error, "strerror", None) or type(error).__name__}
        LOG.error("the head of the ledger could not be kept", extra=said)


def keep_head(file: Path, number: int, hashed: str) -> None:
    """Write the newest line's number and hash outside the database, whole or not at all. An older
    line never takes the place of a newer; and a head that is not of this ledger is the proof that
    lines were taken away: it stays, so that verifying goes on telling of it."""
    kept = kept_head(file)
    if kept is not None and not stands(kept):
        told = {"kept": kept.number, "newest": number, "file": str(file)}
        LOG.error("the head of the ledger is not of a line that stands: it is left", extra=told)
        return
    if kept is not None and kept.number >= number:
        return
    write_head(file, number, hashed)


def stands(kept: Head) -> bool:
    """Whether a head is that of a line which the ledger holds."""
    return Line.objects.filter(number=kept.number, hash=kept.hash).exists()


def write_head(file: Path, number: int, hashed: str) -> None:
    """Write a head whatever was kept before: for a house that was restored."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        fresh.write_text(json.dumps({"number": number, "hash": hashed}) + "\n", encoding="utf-8")
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
