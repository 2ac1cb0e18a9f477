"""Typed values to plain JSON and back, strictly, and the canonical bytes that are hashed and signed.

Plain is what JSON can say without floats: objects, lists, strings, integers, booleans and null.
Canonical bytes are UTF-8 JSON with sorted keys and no blanks (RFC 8785 restricted to integers).
Shown by ``tests/core/values/test_plain.py``.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar, Union

T = TypeVar("T")


class Misshapen(ValueError):
    """The plain value does not have the shape of the type; ``path`` says where."""

    def __init__(self, path: str, wrong: str) -> None:
        self.path, self.wrong = path or "$", wrong
        super().__init__(f"{self.path}: {wrong}")


def plain(value: Any) -> Any:
    """The plain form of a dataclass, enum, date, fraction, bytes, tuple or scalar."""
    if value is None or isinstance(value, bool | int) or type(value) is str:
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return str(value)
    if dataclasses.is_dataclass(value):
        return {name: plain(getattr(value, name)) for name in _names(typing.cast(Any, type(value)))}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, bytes):
        return value.hex()
    raise TypeError(f"{type(value).__name__} has no plain form")


def canonical_bytes(value: Any) -> bytes:
    """The one spelling of a value that is hashed and signed."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest_of(value: Any) -> str:
    """Hex SHA-256 of the canonical bytes."""
    return sha256(canonical_bytes(value)).hexdigest()


def read_plain(source: bytes) -> Any:
    """Parse JSON that must already be canonical; floats, repeated keys and other spellings are refused."""
    try:
        value = json.loads(source.decode(), parse_float=_no_float, parse_constant=_no_float)
    except (ValueError, RecursionError) as error:
        raise Misshapen("", f"not JSON: {error}") from None
    if json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
        errors="surrogatepass"
    ) != bytes(source):
        raise Misshapen("", "not in canonical form (sorted keys, no blanks, UTF-8)")
    return value


def build(kind: type[T], value: Any, path: str = "") -> T:
    """Build a typed value from plain; unknown, missing or misshapen fields raise ``Misshapen``."""
    return typing.cast(T, _builder(typing.cast(Any, kind))(value, path))


def _no_float(text: str) -> Any:
    raise ValueError(f"{text} is not a whole number")


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


@cache
def _builder(kind: Any) -> Callable[[Any, str], Any]:
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        return _builder(args[0])
    if origin in (Union, types.UnionType):
        return _optional(args)
    if origin is tuple:
        return _tuple(args)
    if origin is typing.Literal:
        return _one_of(args)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _one_of(tuple(kind), {member.value: member for member in kind})
    if dataclasses.is_dataclass(kind):
        return _record(kind)
    return _SCALARS[kind] if kind in _SCALARS else _unknown(kind)


def _unknown(kind: Any) -> Callable[[Any, str], Any]:
    raise TypeError(f"no plain form is known for {kind!r}")


def _record(kind: Any) -> Callable[[Any, str], Any]:
    hints = typing.get_type_hints(kind)
    fields = {field.name: field for field in dataclasses.fields(kind)}
    needed = {
        name
        for name, field in fields.items()
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }

    def read(value: Any, path: str) -> Any:
        if not isinstance(value, dict):
            raise Misshapen(path, f"an object is expected, not {_shape(value)}")
        if unknown := sorted(set(value) - set(fields)):
            raise Misshapen(path, f"unknown field {unknown[0]!r}")
        if missing := sorted(needed - set(value)):
            raise Misshapen(path, f"field {missing[0]!r} is missing")
        try:
            return kind(**{name: build(hints[name], item, f"{path}.{name}") for name, item in value.items()})
        except (TypeError, ValueError) as error:
            if isinstance(error, Misshapen):
                raise
            raise Misshapen(path, str(error)) from None

    return read


def _optional(args: tuple[Any, ...]) -> Callable[[Any, str], Any]:
    kinds = [kind for kind in args if kind is not type(None)]

    def read(value: Any, path: str) -> Any:
        if value is None and len(kinds) < len(args):
            return None
        wrong: Misshapen | None = None
        for kind in kinds:
            try:
                return build(kind, value, path)
            except Misshapen as error:
                wrong = wrong or error
        raise wrong or Misshapen(path, "nothing fits")

    return read


def _tuple(args: tuple[Any, ...]) -> Callable[[Any, str], Any]:
    def read(value: Any, path: str) -> Any:
        if not isinstance(value, list):
            raise Misshapen(path, f"a list is expected, not {_shape(value)}")
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(build(args[0], item, f"{path}[{place}]") for place, item in enumerate(value))
        if len(value) != len(args):
            raise Misshapen(path, f"{len(args)} items are expected, not {len(value)}")
        return tuple(
            build(kind, item, f"{path}[{n}]") for n, (kind, item) in enumerate(zip(args, value, strict=True))
        )

    return read


def _one_of(members: tuple[Any, ...], by_value: dict[Any, Any] | None = None) -> Callable[[Any, str], Any]:
    known = by_value or {member: member for member in members}

    def read(value: Any, path: str) -> Any:
        if isinstance(value, str | int) and not isinstance(value, bool) and value in known:
            return known[value]
        raise Misshapen(path, f"{value!r} is not one of {', '.join(map(str, known))}")

    return read


def _exactly(kind: type) -> Callable[[Any, str], Any]:
    def read(value: Any, path: str) -> Any:
        if type(value) is not kind:
            raise Misshapen(path, f"{kind.__name__} is expected, not {_shape(value)}")
        return value

    return read


def _from_text(parse: Callable[[str], Any], what: str) -> Callable[[Any, str], Any]:
    def read(value: Any, path: str) -> Any:
        if type(value) is not str:
            raise Misshapen(path, f"{what} is expected, not {_shape(value)}")
        try:
            parsed = parse(value)
        except ValueError:
            raise Misshapen(path, f"{value!r} is not {what}") from None
        if plain(parsed) != value:
            raise Misshapen(path, f"{value!r} is not written as {what} is")
        return parsed

    return read


def _fraction(text: str) -> Fraction:
    above, slash, below = text.partition("/")
    if not slash or int(below) < 1:
        raise ValueError(text)
    return Fraction(int(above), int(below))


def _shape(value: Any) -> str:
    return "nothing" if value is None else type(value).__name__


_SCALARS: dict[Any, Callable[[Any, str], Any]] = {
    str: _exactly(str),
    int: _exactly(int),
    bool: _exactly(bool),
    date: _from_text(date.fromisoformat, "a day (2026-03-02)"),
    Fraction: _from_text(_fraction, "a fraction (3/10)"),
    bytes: _from_text(bytes.fromhex, "lower-case hex"),
}
