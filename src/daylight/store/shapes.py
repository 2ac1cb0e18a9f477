"""What lies in a column, whatever its type: SQLite keeps text in a column of numbers if told to.

Shown by ``tests/store/test_hand_edits.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.db import connection, models

KINDS: tuple[tuple[type[models.Field[Any, Any]], tuple[type, ...]], ...] = (
    (models.BinaryField, (bytes, memoryview)),
    (models.CharField, (str,)),
    (models.TextField, (str,)),
    (models.IntegerField, (int,)),
)


@contextmanager
def as_it_lies() -> Iterator[None]:
    """Text that is no UTF-8 is read as bytes, where it would end the reading of its whole table."""
    connection.ensure_connection()
    if connection.vendor != "sqlite":
        yield
        return
    connection.connection.text_factory = _text
    try:
        yield
    finally:
        connection.connection.text_factory = str


def odd(row: models.Model) -> tuple[str, ...]:
    """The columns of a row that hold something of another kind than theirs."""
    return tuple(name for name, kinds in _kinds(type(row)) if not isinstance(getattr(row, name), kinds))


def strays(model: type[models.Model], keys: tuple[str, ...]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Rows that no key finds, because theirs is of another kind: SQLite's own number, and what lies there."""
    if connection.vendor != "sqlite":
        return
    kinds = dict(_kinds(model))
    columns = ", ".join(f'"{name}"' for name in keys)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT rowid, {columns} FROM {model._meta.db_table} ORDER BY rowid")
        for number, *found in cursor:
            if any(not isinstance(one, kinds[name]) for name, one in zip(keys, found, strict=True)):
                yield number, tuple(found)


def remove_stray(model: type[models.Model], number: int) -> None:
    """Delete a row by SQLite's own number."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {model._meta.db_table} WHERE rowid = %s", [number])


def with_keys(model: type[models.Model], *keys: str) -> models.QuerySet[Any]:
    """The rows whose keys, numbers all, are numbers."""
    rows = model._default_manager.all()
    if connection.vendor != "sqlite":
        return rows
    return rows.extra(where=[f"typeof({model._meta.db_table}.{key}) = 'integer'" for key in keys])


@cache
def _kinds(model: type[models.Model]) -> tuple[tuple[str, tuple[type, ...]], ...]:
    return tuple(
        (field.attname, (*next(kinds for kind, kinds in KINDS if isinstance(field, kind)), *_nothing(field)))
        for field in model._meta.concrete_fields
    )


def _nothing(field: models.Field[Any, Any]) -> tuple[type, ...]:
    return (type(None),) if field.null else ()


def _text(raw: bytes) -> str | bytes:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw
