"""The statements of the commit lane, of reading a docket and of a tick, the same for SQLite and PostgreSQL.

Every act waits for them, and composing them again each time took longer than doing them; so they are
written out, and Django is left with the connection. Shown by ``tests/store/test_journal.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

LENGTHS = (
    "WITH asked (name) AS (VALUES {places})"
    " SELECT name, (SELECT MAX({number}) FROM {table} WHERE {column} = name) FROM asked"
)
LAST_LINK = 'SELECT place, head FROM store_indexlink WHERE "index" = %s ORDER BY place DESC LIMIT 1'
KNOWN = "SELECT intent_id FROM store_entry WHERE intent_id IN ({places})"
ENTER = (
    "INSERT INTO store_entry (docket, seq, kind, source, digest, salt, intent_id, received_ms, note)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
LINK = 'INSERT INTO store_indexlink ("index", place, docket, seq, head) VALUES (%s, %s, %s, %s, %s)'
OWES = 'INSERT INTO store_owing ("case") VALUES (%s) ON CONFLICT DO NOTHING'
OWES_NOT = 'DELETE FROM store_owing WHERE "case" = %s'
ACTS = "SELECT docket, seq, source, salt FROM store_entry WHERE docket = %s AND seq >= %s ORDER BY seq"
LAST_CHECKPOINT = "SELECT size, root, note FROM store_signedcheckpoint ORDER BY size DESC LIMIT 1"
UNNUMBERED = "SELECT position, salt, source FROM store_entry WHERE leaf IS NULL ORDER BY position LIMIT %s"
NUMBER = "UPDATE store_entry SET leaf = %s WHERE position = %s AND leaf IS NULL"
RECORD = "INSERT INTO store_signedcheckpoint (size, root, note, signed_ms, acts) VALUES (%s, %s, %s, %s, %s)"
ATTACH = "UPDATE store_signedcheckpoint SET note = %s WHERE size = %s AND note = %s"
KEEP = "INSERT INTO store_privatefield (intent_id, path, salt, value) VALUES (%s, %s, %s, %s)"


def acts_in(dockets: Sequence[str]) -> dict[str, int]:
    """How many acts each of these dockets has; those without any are left out."""
    return _lengths(dockets, table="store_entry", column="docket", number="seq")


def links_in(indexes: Sequence[str]) -> dict[str, int]:
    """How many links each of these index dockets has; those without any are left out."""
    return _lengths(indexes, table="store_indexlink", column='"index"', number="place")


def last_link(index: str) -> tuple[int, str]:
    """The length of an index docket, and its head."""
    found = asked(LAST_LINK, (index,))
    return (found[0][0] + 1, found[0][1]) if found else (0, "")


def known_among(intent_ids: Sequence[str]) -> set[str]:
    """Which of these intents were done before."""
    if not intent_ids:
        return set()
    places = ", ".join(["%s"] * len(intent_ids))
    return {id for (id,) in asked(KNOWN.format(places=places), intent_ids)}


def write(statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert rows, if there are any."""
    if given := list(rows):
        with connection.cursor() as cursor:
            cursor.executemany(statement, given)


def _lengths(names: Sequence[str], *, table: str, column: str, number: str) -> dict[str, int]:
    if not names:
        return {}
    places = ", ".join(["(%s)"] * len(names))
    statement = LENGTHS.format(places=places, table=table, column=column, number=number)
    return {name: last + 1 for name, last in asked(statement, names) if last is not None}


def asked(statement: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The rows a statement finds."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
