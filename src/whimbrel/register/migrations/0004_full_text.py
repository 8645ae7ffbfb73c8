"""The index of the search, in the way of each database: FTS5 beside the table, kept in step by
triggers, or an index over the words themselves."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = (
    "CREATE VIRTUAL TABLE register_words USING fts5("
    "folded, content='register_findable', content_rowid='id')",
    "CREATE TRIGGER register_words_added AFTER INSERT ON register_findable BEGIN "
    "INSERT INTO register_words(rowid, folded) VALUES (new.id, new.folded); END",
    "CREATE TRIGGER register_words_gone AFTER DELETE ON register_findable BEGIN "
    "INSERT INTO register_words(register_words, rowid, folded) "
    "VALUES ('delete', old.id, old.folded); END",
    "CREATE TRIGGER register_words_changed AFTER UPDATE ON register_findable BEGIN "
    "INSERT INTO register_words(register_words, rowid, folded) "
    "VALUES ('delete', old.id, old.folded); "
    "INSERT INTO register_words(rowid, folded) VALUES (new.id, new.folded); END",
)
POSTGRES = (
    "CREATE INDEX register_words ON register_findable USING gin (to_tsvector('simple', folded))",
)


def make(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index."""
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRES:
        editor.execute(statement)


def unmake(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take it away."""
    if editor.connection.vendor != "sqlite":
        editor.execute("DROP INDEX register_words")
        return
    for name in ("added", "gone", "changed"):
        editor.execute(f"DROP TRIGGER register_words_{name}")
    editor.execute("DROP TABLE register_words")


class Migration(migrations.Migration):
    """After the tables."""

    dependencies: ClassVar = [("register", "0003_places_moved")]
    operations: ClassVar = [migrations.RunPython(make, unmake)]
