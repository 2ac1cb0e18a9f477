"""Typed values to plain JSON and back, strictly, and the canonical bytes that are hashed and signed.

Plain is what JSON can say without floats: objects, lists, strings, integers, booleans and null.
Canonical bytes are UTF-8 JSON with sorted keys and no blanks (RFC 8785 restricted to integers).
A field that holds its default is left out, so a shape that gains a field keeps the bytes of all before it;
a field marked ``UNSPELLED`` lives in memory only.
Shown by ``tests/core/values/test_spelling.py``.
"""

from __future__ import annotations

import dataclasses
import json
import re
import types
import typing
from collections.abc import Callable, Collection, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar, Union

T = TypeVar("T")
Reader = Callable[[Any], Any]

UNSPELLED = {"spelled": False}
"""The metadata of a field that is no part of the plain form."""

DEEPEST = 64
"""How many levels of lists and objects JSON may have; the deepest act has fewer than twenty."""
_ESCAPED = re.compile(rb"\\.", re.DOTALL)
_ONE_KIND = bytes.maketrans(b"{}", b"[]")
_NO_BRACKET = bytes(set(range(256)) - set(b"[]{}"))

_spelled = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


class Misshapen(ValueError):
    """The plain value does not have the shape of the type; ``path`` says where."""

    def __init__(self, path: str, wrong: str) -> None:
        self.path, self.wrong = path or "$", wrong
        super().__init__(f"{self.path}: {wrong}")

    def beneath(self, path: str) -> Misshapen:
        """The same, seen from further outside."""
        return type(self)(path if self.path == "$" else path + self.path, self.wrong)


class SaysDefault(Misshapen):
    """A field that holds its default stands in the plain value, where it would be left out."""


def plain(value: Any) -> Any:
    """The plain form of a dataclass, enum, date, fraction, bytes, tuple or scalar."""
    return _speller(type(value))(value)


def canonical_bytes(value: Any) -> bytes:
    """The one spelling of a value that is hashed and signed."""
    return _spelled(plain(value)).encode()


def digest_of(value: Any) -> str:
    """Hex SHA-256 of the canonical bytes."""
    return sha256(canonical_bytes(value)).hexdigest()


def bytes_around(value: Any, **known: bytes) -> bytes:
    """The canonical bytes of a record, where those of some of its fields are known already."""
    kind: Any = type(value)
    usual, texts = _defaults(kind), {name: text.decode() for name, text in known.items()}
    for field in _spelled_fields(kind):
        item = getattr(value, field.name)
        if field.name not in known and not _same(item, usual.get(field.name, _NO_DEFAULT)):
            texts[field.name] = _spelled(plain(item))
    fields = ",".join([f"{_spelled(name)}:{texts[name]}" for name in sorted(texts)])
    return f"{{{fields}}}".encode()


def read_plain(source: bytes) -> Any:
    """Parse JSON that must already be canonical; floats, repeated keys and other spellings are refused."""
    value = _parsed(source)
    _must_be(source, _spelled(value))
    return value


def read_around(field: str, source: bytes) -> tuple[dict[str, Any], bytes]:
    """Parse a canonical object, and give with it the bytes of one of its fields."""
    value = _parsed(source)
    if not isinstance(value, dict) or field not in value:
        _must_be(source, _spelled(value))
        raise Misshapen("", f"an object with the field {field!r} is expected")
    before = _spelled({name: item for name, item in value.items() if name < field})[1:-1]
    after = _spelled({name: item for name, item in value.items() if name > field})[1:-1]
    spelled = _spelled(value[field])
    fields = ",".join(filter(None, (before, f"{_spelled(field)}:{spelled}", after)))
    _must_be(source, f"{{{fields}}}")
    return value, spelled.encode()


def build(kind: type[T], value: Any, path: str = "") -> T:
    """Build a typed value from plain; unknown, missing or misshapen fields raise ``Misshapen``."""
    return _built(kind, value, path, exact=False)


def build_exactly(kind: type[T], value: Any, path: str = "") -> T:
    """The same from plain that says no default, so the value is spelled as it is; else ``SaysDefault``."""
    return _built(kind, value, path, exact=True)


def _built(kind: type[T], value: Any, path: str, *, exact: bool) -> T:
    try:
        return typing.cast(T, _builder(typing.cast(Any, kind), exact)(value))
    except Misshapen as error:
        raise error.beneath(path) from None


def refuse_deep(source: bytes) -> None:
    """Raise ``Misshapen`` for JSON nested more than ``DEEPEST`` levels, whatever stack a reader has left."""
    if source.count(b"[") + source.count(b"{") <= DEEPEST:
        return
    bare = _ESCAPED.sub(b"", source) if b"\\" in source else source
    nested = b"".join(bare.split(b'"')[::2]).translate(_ONE_KIND, _NO_BRACKET)
    for _ in range(DEEPEST):  # each pass takes the innermost level away
        if not nested:
            return
        nested = nested.replace(b"[]", b"")
    if nested:
        raise Misshapen("", f"JSON is nested {DEEPEST} levels at most, and brackets match")


def _parsed(source: bytes) -> Any:
    refuse_deep(source)
    try:
        return json.loads(source.decode(), parse_float=_no_float, parse_constant=_no_float)
    except (ValueError, RecursionError) as error:
        raise Misshapen("", f"not JSON: {error}") from None


def _must_be(source: bytes, spelled: str) -> None:
    if spelled.encode(errors="surrogatepass") != bytes(source):
        raise Misshapen("", "not in canonical form (sorted keys, no blanks, UTF-8)")


def _no_float(text: str) -> Any:
    raise ValueError(f"{text} is not a whole number")


def _find_speller(kind: type) -> Callable[[Any], Any]:
    """How values of exactly this type are spelled."""
    if issubclass(kind, Enum):
        return lambda value: value.value
    if kind in (str, type(None)) or issubclass(kind, int):
        return lambda value: value
    if issubclass(kind, str):
        return str
    if dataclasses.is_dataclass(kind):
        return _fields_of(kind)
    if issubclass(kind, tuple | list):
        return lambda value: [_speller(type(item))(item) for item in value]
    if issubclass(kind, Mapping):
        return lambda value: {str(key): plain(item) for key, item in value.items()}
    if issubclass(kind, date):
        return lambda value: value.isoformat()
    if issubclass(kind, Fraction):
        return _fraction_text
    if issubclass(kind, bytes):
        return lambda value: value.hex()
    raise TypeError(f"{kind.__name__} has no plain form")


_speller: Callable[[Any], Callable[[Any], Any]] = cache(_find_speller)


def _fields_of(kind: Any) -> Callable[[Any], Any]:
    usual = _defaults(kind)
    names = tuple((field.name, usual.get(field.name, _NO_DEFAULT)) for field in _spelled_fields(kind))

    def spell(value: Any) -> Any:
        spelled = {}
        for name, default in names:
            item = getattr(value, name)
            if default is _NO_DEFAULT or not _same(item, default):
                spelled[name] = _speller(type(item))(item)
        return spelled

    return spell


@cache
def _spelled_fields(kind: Any) -> tuple[dataclasses.Field[Any], ...]:
    return tuple(one for one in dataclasses.fields(kind) if one.metadata.get("spelled", True))


_NO_DEFAULT = object()


@cache
def _defaults(kind: Any) -> dict[str, Any]:
    """The fields that may be left out, with what they then hold."""
    made = {
        field.name: field.default_factory()
        for field in _spelled_fields(kind)
        if field.default_factory is not dataclasses.MISSING
    }
    given = {f.name: f.default for f in _spelled_fields(kind) if f.default is not dataclasses.MISSING}
    return given | made


def _same(item: Any, default: Any) -> bool:
    """Equal and of one type: ``True`` is not the number one."""
    return item is default or (type(item) is type(default) and bool(item == default))


@cache
def _builder(kind: Any, exact: bool) -> Reader:
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        return _builder(args[0], exact)
    if origin in (Union, types.UnionType):
        return _optional(args, exact)
    if origin is tuple:
        return _tuple(args, exact)
    if origin is typing.Literal:
        return _one_of(args)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _one_of(tuple(kind), {member.value: member for member in kind})
    if dataclasses.is_dataclass(kind):
        return _record(kind, exact)
    return _SCALARS[kind] if kind in _SCALARS else _unknown(kind)


def _unknown(kind: Any) -> Reader:
    raise TypeError(f"no plain form is known for {kind!r}")


def _record(kind: Any, exact: bool) -> Reader:
    fields = {field.name: field for field in _spelled_fields(kind)}
    usual = _defaults(kind)
    needed = fields.keys() - usual.keys()

    @cache
    def readers() -> dict[str, Reader]:
        """Found at the first reading, because a type may hold others of its own kind."""
        hints = typing.get_type_hints(kind).items()
        return {name: _builder(hint, exact) for name, hint in hints if name in fields}

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise Misshapen("", f"an object is expected, not {_shape(value)}")
        if value.keys() != fields.keys() and not needed <= value.keys() <= fields.keys():
            _refuse_fields(value, fields, needed)
        reader_of, name, given = readers(), "", {}
        try:
            for name, item in value.items():
                reader = reader_of[name]
                given[name] = item if type(item) is str and reader is _any_text else reader(item)
        except Misshapen as error:
            raise error.beneath(f".{name}") from None
        if exact and usual and any(name in given and _same(given[name], usual[name]) for name in usual):
            raise SaysDefault("", "a field that holds its default is left out")
        try:
            return kind(**given)
        except (TypeError, ValueError) as error:
            raise error if isinstance(error, Misshapen) else Misshapen("", str(error)) from None

    return read


def _refuse_fields(value: dict[str, Any], fields: Collection[str], needed: set[str]) -> None:
    if unknown := sorted(set(value) - set(fields)):
        raise Misshapen("", f"unknown field {unknown[0]!r}")
    if missing := sorted(needed - set(value)):
        raise Misshapen("", f"field {missing[0]!r} is missing")


def _optional(args: tuple[Any, ...], exact: bool) -> Reader:
    readers = [_builder(kind, exact) for kind in args if kind is not type(None)]
    may_be_none = len(readers) < len(args)

    def read(value: Any) -> Any:
        if value is None and may_be_none:
            return None
        wrong: Misshapen | None = None
        for reader in readers:
            try:
                return reader(value)
            except SaysDefault:
                raise
            except Misshapen as error:
                wrong = wrong or error
        raise wrong or Misshapen("", "nothing fits")

    return read


def _tuple(args: tuple[Any, ...], exact: bool) -> Reader:
    repeats = len(args) == 2 and args[1] is Ellipsis
    readers = [_builder(kind, exact) for kind in args if kind is not Ellipsis]

    def read(value: Any) -> Any:
        if not isinstance(value, list):
            raise Misshapen("", f"a list is expected, not {_shape(value)}")
        if not repeats and len(value) != len(args):
            raise Misshapen("", f"{len(args)} items are expected, not {len(value)}")
        found: list[Any] = []
        try:
            for reader, item in zip(readers * len(value) if repeats else readers, value, strict=True):
                found.append(reader(item))
        except Misshapen as error:
            raise error.beneath(f"[{len(found)}]") from None
        return tuple(found)

    return read


def _one_of(members: tuple[Any, ...], by_value: dict[Any, Any] | None = None) -> Reader:
    known = by_value or {member: member for member in members}

    def read(value: Any) -> Any:
        if isinstance(value, (str, int)) and not isinstance(value, bool) and value in known:
            return known[value]
        raise Misshapen("", f"{value!r} is not one of {', '.join(map(str, known))}")

    return read


def _exactly(kind: type) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise Misshapen("", f"{kind.__name__} is expected, not {_shape(value)}")
        return value

    return read


_any_text = _exactly(str)


def _from_text(parse: Callable[[str], Any], what: str, spell: Callable[[Any], str]) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not str:
            raise Misshapen("", f"{what} is expected, not {_shape(value)}")
        try:
            parsed = parse(value)
        except ValueError:
            raise Misshapen("", f"{value!r} is not {what}") from None
        if spell(parsed) != value:
            raise Misshapen("", f"{value!r} is not written as {what} is")
        return parsed

    return read


def _fraction(text: str) -> Fraction:
    above, slash, below = text.partition("/")
    if not slash or int(below) < 1:
        raise ValueError(text)
    return Fraction(int(above), int(below))


def _fraction_text(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}"


def _shape(value: Any) -> str:
    return "nothing" if value is None else type(value).__name__


_SCALARS: dict[Any, Reader] = {
    str: _any_text,
    int: _exactly(int),
    bool: _exactly(bool),
    date: _from_text(date.fromisoformat, "a day (2026-03-02)", date.isoformat),
    Fraction: _from_text(_fraction, "a fraction (3/10)", _fraction_text),
    bytes: _from_text(bytes.fromhex, "lower-case hex", bytes.hex),
}
