"""The house itself: make its tables, and bring them up to date."""

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from whimbrel.acts.addresses import address_all


def is_there() -> bool:
    """Whether the tables of the record are there and up to date."""
    if settings.CACHES["default"]["LOCATION"] not in connection.introspection.table_names():
        return False
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def make() -> None:
    """Make the tables, or bring them up to date. Running it again changes nothing."""
    call_command("migrate", verbosity=0, interactive=False)
    # Where wrong passwords are counted; it is no table of the record, so no migration makes it.
    call_command("createcachetable", verbosity=0)
    address_all()
