"""Whatever somebody writes into a column by hand, ``fsck`` names it; nothing ends in a traceback."""

from contextlib import contextmanager

import pytest
from django.db import connection

from daylight.store import models
from kept_world import checked, content, kept_in, restored, sql

sqlite_only = pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL refuses another kind")


@pytest.fixture
def kept(database, tmp_path, monkeypatch):
    yield from kept_in(tmp_path, monkeypatch)


def the_case():
    return models.CaseRow.objects.get().case


ANY_ACT = (
    ("seq", "'zz'"), ("seq", "1.5"), ("seq", "X'00'"), ("received_ms", "'zz'"), ("leaf", "'zz'"),
    ("leaf", "X'FF'"), ("source", "replace(source, 'a', 'b')"), ("source", "'zz'"), ("source", "7"),
    ("salt", "'zz'"), ("note", "'zz'"), ("digest", "X'FFFE'"), ("kind", "X'00'"), ("intent_id", "X'FFFE'"),
    ("kind", "CAST(X'FFFE' AS TEXT)"), ("docket", "CAST(X'FFFE' AS TEXT)"), ("docket", "X'FFFE'"),
)  # fmt: skip


@contextmanager
def edited(table, column, value, where):
    """One row with another value in a column, put back afterwards."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT rowid, * FROM store_{table} WHERE {where}")
        (number, *row), *more = cursor.fetchall()
        names = ", ".join(f'"{one[0]}" = %s' for one in cursor.description[1:])
    assert not more
    sql(f"UPDATE store_{table} SET {column} = {value} WHERE rowid = {number}")
    yield
    sql(f"UPDATE store_{table} SET {names} WHERE rowid = {number}", *row)


@sqlite_only
def test_a_column_of_an_act_that_holds_another_kind_is_named_and_moves_nothing(kept):
    before = content()
    last = models.Entry.objects.filter(docket=the_case()).order_by("-seq").first().position
    for column, value in ANY_ACT:
        with edited("entry", column, value, f"position = {last}"):
            code, said = checked()
            told = f"columns that hold something of another kind: {column}"
            assert (code, told in said) == (1, True), (column, value, said)
            assert restored()[0] == 1
        assert {**content(), "CaseRow": []} == {**before, "CaseRow": []}
    restored()
    assert content() == before
    assert checked()[0] == 0


DERIVED = (
    ("publication", "seq", "'zz'", "seq = 2", "publication/'zz': no act gives this row"),
    ("publication", "seq", "X'FFFE'", "seq = 2", "publication/b'\\xff\\xfe': no act gives this row"),
    ("publication", "release", "replace(release, 'a', 'b')", "seq = 2", "release"),
    ("publication", "release", "CAST(X'FFFE' AS TEXT)", "seq = 2", "release"),
    ("publication", "page", "'zz'", "seq = 2", "page"),
    ("publication", "kind", "CAST(X'FFFE' AS TEXT)", "seq = 2", "kind"),
    ("publication", "ocid", "X'FFFE'", "seq = 2", "ocid"),
    ("publication", '"case"', "X'FFFE'", "seq = 2", "case"),
    ("publication", "published_ms", "'zz'", "seq = 2", "published_ms"),
    ("caserow", "budget_minor", "'zz'", "1", "budget_minor"),
    ("caserow", "title_zh", "CAST(X'FFFE' AS TEXT)", "1", "title_zh"),
    ("caserow", '"case"', "X'FFFE'", "1", "case"),
    ("indexlink", "place", "'zz'", "id = (SELECT MAX(id) FROM store_indexlink)", "the row is missing"),
    ("indexlink", '"index"', "X'FFFE'", "id = (SELECT MAX(id) FROM store_indexlink)", "the row is missing"),
    ("indexlink", "seq", "'zz'", "id = (SELECT MAX(id) FROM store_indexlink)", "seq"),
    ("indexlink", "docket", "CAST(X'FFFE' AS TEXT)", "id = (SELECT MAX(id) FROM store_indexlink)", "docket"),
    ("indexlink", "head", "X'00'", "id = (SELECT MAX(id) FROM store_indexlink)", "head"),
)


@sqlite_only
def test_a_row_that_follows_and_holds_another_kind_is_named_and_restored(kept):
    before = content()
    for table, column, value, where, told in DERIVED:
        sql(f"UPDATE store_{table} SET {column} = {value} WHERE {where}")
        code, said = checked()
        assert (code, told in said) == (1, True), (table, column, value, said)
        restored(*removing())
        assert content() == before, (table, column, value)
        assert checked()[0] == 0


def removing():
    """The options that remove every row no act gives, by the names ``fsck`` has for them."""
    for line in checked()[1].splitlines():
        name, _, said = line.rpartition(": ")
        if said == "no act gives this row":
            yield from ("--remove", name)


KEPT_ONLY = (
    ("signedcheckpoint", "root", "'zz'"),
    ("signedcheckpoint", "root", "CAST(X'FFFE' AS TEXT)"),
    ("signedcheckpoint", "root", "X'00'"),
    ("signedcheckpoint", "note", "'zz'"),
    ("signedcheckpoint", "size", "'zz'"),
    ("signedcheckpoint", "acts", "'zz'"),
    ("privatefield", "path", "X'FFFE'"),
    ("privatefield", "value", "CAST(X'FFFE' AS TEXT)"),
    ("privatefield", "salt", "X'FFFE'"),
)
IMPOSSIBLE = (
    ("root", "'zz'"), ("root", "'00'"), ("size", "-5"), ("size", "0"), ("size", "9000000000000"),
    ("acts", "1"),
)  # fmt: skip


@sqlite_only
def test_another_kind_in_what_nothing_gives_again_is_named(kept):
    first = {"signedcheckpoint": "1", "privatefield": "id = (SELECT MIN(id) FROM store_privatefield)"}
    for table, column, value in KEPT_ONLY:
        with edited(table, column, value, first[table]):
            code, said = checked()
            where = "checkpoint/" if table == "signedcheckpoint" else "private/"
            assert (code, where in said) == (1, True), (table, column, value, said)
            assert restored()[0] == 0
    assert checked()[0] == 0


def test_a_checkpoint_that_cannot_be_is_named(kept):
    true = models.SignedCheckpoint.objects.get()
    for column, value in IMPOSSIBLE:
        sql(f"UPDATE store_signedcheckpoint SET {column} = {value}")
        code, said = checked()
        assert (code, "checkpoint/" in said) == (1, True), (column, value, said)
        models.SignedCheckpoint.objects.all().delete()
        true.save(force_insert=True)
    assert checked()[0] == 0
