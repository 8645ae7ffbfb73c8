"""The house itself: make its tables, and bring them up to date."""

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def is_there() -> bool:
    """Whether the tables of the record are there and up to date."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def make() -> None:
    """Make the tables, or bring them up to date. Running it again changes nothing."""
    call_command("migrate", verbosity=0, interactive=False)
