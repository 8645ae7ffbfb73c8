"""Intake: a file is dropped, a worker reads it, and what was read is deposited. What is here is
what the person and the worker do to it; the reading itself is in `whimbrel.tasks.reading`."""

import datetime
import hashlib
from dataclasses import dataclass
from pathlib import PurePath

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from whimbrel.acts import documents, ledger
from whimbrel.acts.act import Done, FollowUp, act, hand_on
from whimbrel.acts.refused import Refused
from whimbrel.engagements.understood import Understood
from whimbrel.queries.said import said as _
from whimbrel.reading.limits import Limits
from whimbrel.register.models import Intake, Person, Version

TRIES = 3
"""How often reading is begun before a file is given up."""
LOST = datetime.timedelta(seconds=30)
"""After so long without a sign, the worker that read a file is taken for dead."""
FORGOTTEN = datetime.timedelta(minutes=5)
"""After so long, a file that nobody has begun is handed to the workers again."""
UNDER_WAY = (Intake.State.READING, Intake.State.ENTERING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """What became of a file that was dropped."""

    id: int | None
    """Of the intake; None where the record holds these bytes already."""
    symbol: str
    """Of the document that has these bytes; empty while they wait."""
    known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A file that a worker has taken to read."""

    id: int
    tries: int
    """Which try this is; a worker that comes late with an older one is told nothing is to do."""
    name: str
    data: bytes


@act("intake.drop", verb="deposit")
def drop(by: Person, name: str, data: bytes, *, why: str = "") -> Done[Dropped]:
    """Keep a file until a worker has read it. The same bytes are recognised.

    `why`: kept for the deposit that follows.
    """
    short = PurePath(name.replace("\\", "/")).name[-255:] or "document"
    if not data:
        raise Refused(_("%(name)s is empty: choose the file again") % {"name": short})
    if len(data) > Limits().size:
        most = Limits().size // 2**20
        words = _("%(name)s is larger than %(most)d MiB: split it, or ask for a smaller copy")
        raise Refused(words % {"name": short, "most": most})
    digest = hashlib.sha256(data).hexdigest()
    same = Version.objects.select_related("document").filter(sha256=digest).first()
    if same is not None:
        told = Dropped(id=None, symbol=same.document.symbol, known=True)
        return Done(value=told, about=told.symbol, open={"known": True})
    waiting = Intake.objects.filter(
        sha256=digest, state__in=(Intake.State.WAITING, *UNDER_WAY)
    ).first()
    if waiting is not None:
        told = Dropped(id=waiting.pk, symbol="", known=True)
        return Done(value=told, about=called(waiting.pk), open={"known": True})
    made = Intake.objects.create(
        name=short, data=data, sha256=digest, by=by, reason=why, at=timezone.now()
    )
    return Done(
        value=Dropped(id=made.pk, symbol="", known=False),
        about=called(made.pk),
        open={"sha256": digest, "bytes": len(data)},
        change={"file": short},
        then=(to_read(made.pk),),
    )


def called(number: int) -> str:
    """What the ledger calls an intake."""
    return f"intake {number}"


def to_read(number: int) -> FollowUp:
    """What is handed to the workers."""
    return FollowUp(task="intake.read", given={"intake": number})


def take(number: int) -> Taken | None:
    """Take a file to read it; None where another worker has it, or it is done."""
    with transaction.atomic():
        one = Intake.objects.select_for_update().filter(pk=number).first()
        if one is None or one.state != Intake.State.WAITING:
            return None
        one.state, one.seen_at, one.error = Intake.State.READING, timezone.now(), ""
        one.tries += 1
        one.save(update_fields=["state", "seen_at", "tries", "error"])
        return Taken(id=one.pk, tries=one.tries, name=one.name, data=bytes(one.data))


def progress(taken: Taken, state: str = "") -> bool:
    """Give a sign, and say how far it is. False where the file is no longer this worker's."""
    values = {"seen_at": timezone.now()} | ({"state": state} if state else {})
    return bool(ours(taken).update(**values))


def ours(taken: Taken) -> QuerySet[Intake]:
    """The row of a file, as long as it is this worker's."""
    return Intake.objects.filter(pk=taken.id, tries=taken.tries, state__in=UNDER_WAY)


def finish(taken: Taken, found: Understood) -> documents.Deposited | None:
    """Deposit what was read and note that it is done, both or neither. None where the file is no
    longer this worker's."""
    with transaction.atomic():
        one = ours(taken).select_for_update().select_related("by").first()
        if one is None:
            return None
        try:
            told = documents.deposit(one.by.email, one.reason, found)
        except Refused as refusal:
            failed(one, str(refusal))
            return None
        one.state, one.data, one.seen_at = Intake.State.DONE, b"", timezone.now()
        one.symbol, one.proposed, one.known = told.symbol, told.proposed, told.known
        one.save()
    return told


def fail(taken: Taken, why: str) -> bool:
    """Give a file up, and say why: the message names the file, the place and what to do. False
    where the file is no longer this worker's."""
    with transaction.atomic():
        one = ours(taken).select_for_update().select_related("by").first()
        if one is None:
            return False
        failed(one, why)
    return True


def failed(one: Intake, why: str) -> None:
    """Note that nothing came of a file. Its bytes are not kept: nobody can read them here."""
    one.state, one.error, one.data, one.seen_at = Intake.State.FAILED, why, b"", timezone.now()
    one.save()
    personal = {"by": one.by.email, "reason": one.reason, "change": {"file": one.name, "why": why}}
    ledger.add(
        act="intake.fail", at=timezone.now(), about=called(one.pk), open_={"tries": one.tries},
        personal=personal,
    )  # fmt: skip


def put_back(taken: Taken, why: str) -> bool:
    """Let a file wait again that could not be read for want of room or time, and say why. False
    where it was given up, or is no longer this worker's."""
    with transaction.atomic():
        one = ours(taken).select_for_update().select_related("by").first()
        if one is None:
            return False
        return again(one, why)


def again(one: Intake, why: str) -> bool:
    """Let it wait again; after the last try, give it up. Whether it waits."""
    if one.tries >= TRIES:
        words = _("%(name)s: reading it was begun %(tries)s times and did not end. %(why)s")
        failed(one, words % {"name": one.name, "tries": one.tries, "why": why})
        return False
    one.state, one.error, one.seen_at = Intake.State.WAITING, why, timezone.now()
    one.save(update_fields=["state", "error", "seen_at"])
    return True


def resume(
    *, lost: datetime.timedelta = LOST, forgotten: datetime.timedelta = FORGOTTEN
) -> tuple[int, ...]:
    """Put back files whose worker gives no sign any more, and hand on again those that nobody has
    begun. The numbers of those that a worker is now to take."""
    now = timezone.now()
    resumed: list[int] = []
    with transaction.atomic():
        # Not the bytes: a list of a hundred files would hold them all in memory.
        listed = Intake.objects.select_for_update(of=("self",)).select_related("by").defer("data")
        for one in listed.filter(state__in=UNDER_WAY, seen_at__lte=now - lost):
            why = _(
                "The worker that read it was stopped. If this happens again, the file may need "
                "more memory than there is: split it, or ask for a clean copy"
            )
            if again(one, why):
                resumed.append(one.pk)
        before = now - forgotten
        unseen = Q(seen_at=None, at__lte=before) | Q(seen_at__lte=before)
        waiting = Intake.objects.filter(unseen, state=Intake.State.WAITING)
        resumed += waiting.values_list("pk", flat=True)
        Intake.objects.filter(pk__in=resumed).update(seen_at=now)
        hand_on(tuple(to_read(number) for number in resumed))
    return tuple(resumed)
