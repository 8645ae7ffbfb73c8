"""What every test shares: hypothesis without a stopwatch, and the same examples under CI."""

import os
from collections.abc import Iterator, Sequence

import pytest
from django.core.management.commands import flush
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations
from django.utils import translation
from hypothesis import HealthCheck, settings

from tests.houses import filed, own, template
from tests.record import house

settings.register_profile(
    "here", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """A page that was asked for in another language leaves it to the thread; the next test begins
    in ours."""
    yield
    translation.deactivate()


@pytest.fixture(scope="session", autouse=True)
def quickly() -> Iterator[None]:
    """A database is emptied between tests in a moment. Django would write its permissions anew each
    time, which nobody asks here; and it would cut off each table of a server, which takes half a
    second for a hundred tables that hold a handful of rows."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flush, "emit_post_migrate_signal", lambda *_, **__: None)
        if connection.vendor == "postgresql":
            options = connection.settings_dict["OPTIONS"]
            patch.setattr(type(connection.ops), "sql_flush", deleted)
            # Nobody needs these rows after a power cut.
            patch.setitem(options, "options", f"{options['options']} -c synchronous_commit=off")
        yield


def deleted(
    operations: BaseDatabaseOperations,
    _style: object,
    tables: Sequence[str],
    *,
    reset_sequences: bool = False,
    allow_cascade: bool = False,
) -> list[str]:
    """What empties tables. Foreign keys are looked at when all of it is done, so that no order is
    needed."""
    emptied = [f"DELETE FROM {operations.quote_name(table)}" for table in tables]  # noqa: S608
    return ["SET CONSTRAINTS ALL DEFERRED", *emptied]


__all__ = ["filed", "house", "own", "template"]
