"""Search that never loses a supplier: what is typed is found wherever it stands, in any script.

Words are folded (NFKC, case) and cut into single characters and pairs, indexed by FTS5 on SQLite and by GIN
on PostgreSQL (migration 0003). The index narrows, and the words themselves decide, so both databases give
exactly what a scan for substrings gives: ``tests/store/test_board.py``.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import pairwise

from django.db import DatabaseError, connection
from django.db.models import QuerySet

from daylight.store import models

ROWS_AT_ONCE = 500
MOST_TERMS = 10
LONGEST_TERM = 60

PLACES: dict[str, tuple[str, Callable[[list[str]], str | list[str]]]] = {
    "sqlite": (
        "SELECT rowid FROM store_casewords WHERE store_casewords MATCH %s LIMIT %s",
        lambda grams: " ".join(f'"{gram}"' for gram in grams),
    ),
    "postgresql": (
        "SELECT place FROM store_caserow WHERE string_to_array(grams, ' ') @> %s LIMIT %s",
        lambda grams: grams,
    ),
}
"""How each database narrows to the rows that hold all pairs of a query, so many at most."""


def folded(text: str) -> str:
    """The spelling in which words are compared."""
    return unicodedata.normalize("NFKC", text).casefold()


def grams_of(words: str) -> str:
    """What the database indexes of a row's folded words: every character and every pair, once."""
    chunks = words.split()
    single = {_gram(character) for chunk in chunks for character in chunk}
    return " ".join(sorted(single | {pair for chunk in chunks for pair in _pairs(chunk)}))


def matching(rows: QuerySet[models.CaseRow], query: str, rare: int) -> QuerySet[models.CaseRow]:
    """The rows in which every term of the query stands somewhere.

    Where more than ``rare`` rows hold the pairs of the query, the index is not asked for all of them: whoever
    reads the rows in order soon meets some in which the words stand.
    """
    terms = [term[:LONGEST_TERM] for term in folded(query).split()[:MOST_TERMS]]
    if not terms:
        return rows
    grams = sorted({gram for term in terms for gram in (_pairs(term) or [_gram(term)])})
    sql, asked = PLACES[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(sql, [asked(grams), rare + 1])
        places = [place for (place,) in cursor.fetchall()]
    if len(places) <= rare:
        rows = rows.filter(place__in=places)
    for term in terms:
        rows = rows.filter(words__contains=term)
    return rows


def search_is_sound() -> bool:
    """Whether the index on SQLite is that of the rows; PostgreSQL keeps its own. Nothing is written."""
    if connection.vendor != "sqlite":
        return True
    with closing(sqlite3.connect("")) as spool:
        spool.execute("CREATE TABLE indexed (place, gram, PRIMARY KEY (place, gram)) WITHOUT ROWID")
        try:
            spool.executemany("INSERT INTO indexed VALUES (?, ?)", _indexed())
        except (DatabaseError, sqlite3.IntegrityError):
            return False
        rows = models.CaseRow.objects.values_list("place", "grams")
        for place, grams in rows.order_by("place").iterator(ROWS_AT_ONCE):
            found = spool.execute("DELETE FROM indexed WHERE place = ? RETURNING gram", (place,)).fetchall()
            if not isinstance(grams, str) or sorted(gram for (gram,) in found) != sorted(set(grams.split())):
                return False
        return spool.execute("SELECT 1 FROM indexed LIMIT 1").fetchone() is None


def _indexed() -> Iterator[tuple[int, str]]:
    """Every gram of the index with the place of its row."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS temp.indexed_grams")
        cursor.execute(
            "CREATE VIRTUAL TABLE temp.indexed_grams USING fts5vocab(main, store_casewords, instance)"
        )
        cursor.execute("SELECT doc, term FROM temp.indexed_grams")
        yield from cursor
        cursor.execute("DROP TABLE temp.indexed_grams")


def mend_search() -> None:
    """Make the index again from the rows."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO store_casewords(store_casewords) VALUES ('rebuild')")


def _pairs(chunk: str) -> list[str]:
    return [_gram(one + other) for one, other in pairwise(chunk)]


def _gram(characters: str) -> str:
    """Characters as letters and digits, which no tokenizer cuts or folds."""
    return "g".join(f"{ord(character):x}" for character in characters)
