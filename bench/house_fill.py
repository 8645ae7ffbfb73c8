"""Fill a house: `python -m bench.house_fill SHARE`; WHIMBREL_DATABASE names an empty database.

It writes through the models, many rows at once. Acts would keep an account of every row, which is
right for a house and would take hours here; what acts leave behind (editions, facets, rows of the
search, lines of the ledger) is written beside, so that pages find all that they find in a house.
"""

import datetime
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "whimbrel.site.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management.color import no_style  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.db.models import Model  # noqa: E402

from bench import house_rows as rows  # noqa: E402
from whimbrel.acts import house  # noqa: E402
from whimbrel.register import models  # noqa: E402
from whimbrel.register.chain import linked, sealed  # noqa: E402

OFFICER = "officer@bench.invalid"
"""Who reads; and the mark of a database that only this bench has filled."""
BATCH = 2000


def main() -> None:
    """Fill the database, or find it filled; then print what the readers need, as JSON."""
    share = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    started = time.perf_counter()
    house.make()
    kept = filled(share)
    if not kept:
        fill(share)
    told = {
        "cookie": session(), "kept": kept, "seconds": time.perf_counter() - started,
        "counts": {one.__name__: one._default_manager.count() for one in COUNTED},
        **examples(),
    }  # fmt: skip
    print(json.dumps(told))


COUNTED = (models.Provision, models.Engagement, models.Body, models.Instrument, models.Findable)


def filled(share: float) -> bool:
    """Whether this bench has filled the database before, as wanted. It stops where somebody's house
    is in it, and empties one of its own that is of another size."""
    if not models.Person.objects.exists():
        return False
    if not models.Person.objects.filter(email=OFFICER).exists():
        raise SystemExit("there is a house in this database: the bench only fills an empty one")
    last = models.Person.objects.filter(email=OFFICER).get()
    if last.name == mark(share):
        return True
    raise SystemExit("this database was filled for another bench: give it an empty one")


def mark(share: float) -> str:
    """The name of the officer tells which filling it was."""
    return f"Officer of filling {rows.EDITION}, {share:g}"


def fill(share: float) -> None:
    """All tables, those first that others point to."""
    made = rows.House(share)
    with transaction.atomic():
        for table in (
            made.people(OFFICER, mark(share)), made.meetings(), made.documents(), made.bodies(),
            made.agreements(), made.instruments(), made.provisions(), made.engagements(),
        ):  # fmt: skip
            write(table)
        write(ledger(made))
        reset()
    if connection.vendor == "postgresql":
        # A server does so by itself after a while; SQLite never does, and is measured without.
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def write(listed: Iterable[Model]) -> None:
    """Rows of several tables, each kept until there are many of it or another needs them."""
    waiting: dict[type[Model], list[Model]] = {}
    for one in listed:
        held = waiting.setdefault(type(one), [])
        held.append(one)
        if len(held) >= BATCH:
            # Those of the tables that came first are pointed to by the others.
            flush(waiting)
    flush(waiting)


def flush(waiting: dict[type[Model], list[Model]]) -> None:
    """Write what waits."""
    for table, held in waiting.items():
        table._default_manager.bulk_create(held, batch_size=BATCH)  # type: ignore[attr-defined]
        held.clear()


def ledger(made: "rows.House") -> Iterator[Model]:
    """A chained ledger, a line for each hundred editions, and its tip."""
    above = "0" * 64
    at = datetime.datetime(2026, 1, 5, 8, tzinfo=datetime.UTC)
    for number in range(1, made.line + 1):
        data = {"by": OFFICER, "reason": "filled for measuring"}
        seal = sealed(f"{number:064}", data)
        told: dict[str, Any] = {
            "number": number, "act": "accept reading", "at": at, "about": "house", "refused": False,
            "before": above,
        }  # fmt: skip
        hashed = linked(**told, open_={}, seal=seal)
        yield models.Line(**told, open={}, sealed=seal, hash=hashed)
        yield models.Personal(line_id=number, salt=f"{number:064}", data=data)
        above = hashed
    yield models.Tip(id=1, number=made.line, hash=above)


def reset() -> None:
    """Let the database go on counting where the rows written end."""
    tables = list(django.apps.apps.get_app_config("register").get_models())
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables):
            cursor.execute(statement)


def session() -> str:
    """The cookie of a session of the officer."""
    officer = models.Person.objects.get(email=OFFICER)
    store = SessionStore()
    store[SESSION_KEY] = str(officer.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = officer.get_session_auth_hash()
    store.save()
    return str(store.session_key)


def examples() -> dict[str, str]:
    """One record of each kind with much on it, and words to look for."""
    from django.db.models import Count, F

    texts = models.Findable.objects.filter(kind="provision").order_by("-id")[:200]
    linked_most = models.Provision.objects.filter(pk__lte=500).annotate(n=Count("engagements"))
    busy = models.Body.objects.filter(pk__lte=500).annotate(n=Count("parts"))
    shown = models.Engagement.objects.exclude(evidence=None).order_by("pk").first()
    provision = linked_most.order_by(F("n").desc(), "pk").first()
    partner = busy.order_by("-n", "pk").first()
    assert shown and provision and partner
    return {
        "provision": f"{provision.instrument.number}/{provision.name.split()[-1].rstrip(')')}",
        "engagement": shown.key[:12],
        "body": partner.key,
        "rare": rows.rare_of(" ".join(one.folded for one in texts)),
    }


if __name__ == "__main__":
    main()
