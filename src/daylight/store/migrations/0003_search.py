"""What search needs of a case's row, and the index over it: FTS5 on SQLite, GIN on PostgreSQL.

The triggers on SQLite belong to the table: a later migration that makes the table again has to make them again.
"""

from typing import Any

from django.db import migrations, models

SQLITE = (
    """CREATE VIRTUAL TABLE store_casewords USING fts5(
        grams, content='store_caserow', content_rowid='place', detail=none, columnsize=0
    )""",
    """CREATE TRIGGER store_casewords_insert AFTER INSERT ON store_caserow BEGIN
        INSERT INTO store_casewords(rowid, grams) VALUES (new.place, new.grams);
    END""",
    """CREATE TRIGGER store_casewords_delete AFTER DELETE ON store_caserow BEGIN
        INSERT INTO store_casewords(store_casewords, rowid, grams) VALUES ('delete', old.place, old.grams);
    END""",
    """CREATE TRIGGER store_casewords_update AFTER UPDATE OF grams, place ON store_caserow BEGIN
        INSERT INTO store_casewords(store_casewords, rowid, grams) VALUES ('delete', old.place, old.grams);
        INSERT INTO store_casewords(rowid, grams) VALUES (new.place, new.grams);
    END""",
)
POSTGRESQL = ("CREATE INDEX store_casewords ON store_caserow USING gin (string_to_array(grams, ' '))",)
UNDO = {
    "sqlite": (
        "DROP TRIGGER store_casewords_insert",
        "DROP TRIGGER store_casewords_delete",
        "DROP TRIGGER store_casewords_update",
        "DROP TABLE store_casewords",
    ),
    "postgresql": ("DROP INDEX store_casewords",),
}


def empty_rows(apps: Any, schema_editor: Any) -> None:
    """Rows are a read model: ``daylight rebuild`` makes them again."""
    apps.get_model("store", "CaseRow").objects.all().delete()


def make_index(apps: Any, schema_editor: Any) -> None:
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop_index(apps: Any, schema_editor: Any) -> None:
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("store", "0002_imported_intention")]

    operations = [
        migrations.RunPython(empty_rows, migrations.RunPython.noop),
        migrations.AddField(
            "caserow", "place", models.BigIntegerField(default=0, unique=True), preserve_default=False
        ),
        migrations.AddField("caserow", "grams", models.TextField(default=""), preserve_default=False),
        migrations.RunPython(make_index, drop_index),
    ]
