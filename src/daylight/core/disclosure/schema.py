"""The schemas of what we publish, made from its dataclasses: our profile of OCDS, our extension to it.

``make docs`` writes both into ``extension/``. The profile is strict: a field no dataclass has fits nowhere. A
field without a default is required, and one that is never left out; text that others write may be empty and
is not (``Free``). The extension is what a reader needs: everything under ``daylight``, with descriptions.
Shown by ``tests/core/disclosure/test_schema.py``.
"""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import Enum
from typing import Annotated, Literal, Union, get_args, get_origin, get_type_hints

from daylight.core.disclosure.writing import Exact, camel, tree
from daylight.core.values.instant import Instant

Json = dict[str, object]

DRAFT = "http://json-schema.org/draft-04/schema#"
OURS = "daylight"
PLACE = "#/definitions/"
ID: Json = {"title": "ID", "description": "What releases are merged by.", "type": "string", "minLength": 1}


@dataclass(frozen=True)
class Rule:
    """What more must hold of a value: its form, its least, which codes it may be; or that it may be empty."""

    pattern: str = ""
    minimum: int | None = None
    enum: tuple[str, ...] = ()
    empty: bool = False


MAYBE = Rule(empty=True)
Free = Annotated[str, MAYBE]
Digest = Annotated[str, Rule("^[0-9a-f]{64}$")]
Share = Annotated[str, Rule("^-?[0-9]+/[1-9][0-9]*$")]
Ocid = Annotated[str, Rule("^ocds-[a-z0-9]{6}-[0-9a-f]{20}$")]


def profile(root: type) -> Json:
    """The strict schema of a dataclass: exactly what it can be written as."""
    definitions = {one.__name__: _strict(one) for one in _beneath(root) if one is not root}
    title = "The OCDS 1.1.5 releases Daylight publishes, exactly"
    return {"$schema": DRAFT, "title": title, "definitions": definitions, **_strict(root)}


def extension(root: type) -> Json:
    """What our extension adds to the release schema of the standard, as a patch."""
    definitions: dict[str, Json] = {}
    at_root: Json = {}
    for place in _beneath(root):
        for name, hint in get_type_hints(place).items():
            if name != OURS:
                continue
            kind = next(shape for one in _alternatives(hint) if (shape := _shape(one)))
            patch = {"properties": {OURS: _open(kind)}}
            (at_root if place is root else definitions.setdefault(place.__name__, {})).update(patch)
            definitions |= {one.__name__: _open(one) for one in _beneath(kind) if one is not kind}
    return {"$schema": DRAFT, "definitions": definitions, **at_root}


def _strict(kind: type) -> Json:
    hints = get_type_hints(kind, include_extras=True)
    required = [camel(one.name) for one in fields(kind) if _always(one, hints[one.name])]
    return {
        "type": "object",
        "additionalProperties": False,
        "minProperties": 1,
        **({"required": required} if required else {}),
        "properties": {camel(one.name): _value(hints[one.name]) for one in fields(kind)},
    }


def _always(field: Field[object], hint: object) -> bool:
    """Whether the field is written whatever it holds."""
    if any(isinstance(one, Rule) and one.empty for one in _extras(hint)):
        return False
    return field.default is MISSING or tree(field.default) not in (None, "", [], {})


def _value(hint: object) -> Json:
    kinds, rules = _alternatives(hint), [one for one in _extras(hint) if isinstance(one, Rule)]
    rule = next((one for one in rules if one != MAYBE), Rule())
    kind = kinds[0]
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _value(get_args(kind)[0]), "minItems": 1}
    if shape_of := _shape(kind):
        return {"$ref": f"{PLACE}{shape_of.__name__}"}
    codes = rule.enum or tuple(one for one in _codes(kind) if one)
    shape: Json = {"type": _json_type(kinds)}
    if codes:
        return shape | {"enum": list(codes)}
    if kind is Instant:
        return shape | {"format": "date-time", "pattern": "[+-][0-9]{2}:[0-9]{2}$"}
    if kind is str:
        return shape | ({"pattern": rule.pattern} if rule.pattern else {"minLength": 1})
    least = 0 if rule.minimum is None and shape["type"] == "integer" else rule.minimum
    return shape if least is None else shape | {"minimum": least}


def _open(kind: type) -> Json:
    hints = get_type_hints(kind, include_extras=True)
    told = {camel(one.name): _described(one.name, hints[one.name]) for one in fields(kind)}
    head = {"title": _title(kind.__name__), "description": " ".join((kind.__doc__ or "").split())}
    return head | {"type": "object"} | ({"required": ["id"]} if "id" in told else {}) | {"properties": told}


def _described(name: str, hint: object) -> Json:
    """A field for readers: what it is, and that it may be missing or null."""
    if name == "id":
        return ID
    strict = _value(hint)
    if "$ref" in strict:
        return strict
    said = next((one for one in _extras(hint) if isinstance(one, str)), "")
    head: Json = {"title": _title(camel(name)), **({"description": said} if said else {})}
    of = strict.get("items")
    items: Json = of if isinstance(of, dict) else {}
    if "$ref" in items:
        return head | {"type": "array", "items": items, "uniqueItems": True}
    shape: Json = {"type": [strict["type"], "null"]} | ({"items": {"type": items["type"]}} if items else {})
    return head | shape | ({"format": strict["format"]} if "format" in strict else {})


def _beneath(root: type) -> Iterator[type]:
    """The dataclass and all it is made of, each once, the parts first."""
    found: dict[type, None] = {}

    def visit(hint: object) -> None:
        for one in _alternatives(hint):
            if get_origin(one) is tuple:
                visit(get_args(one)[0])
            elif (shape := _shape(one)) and shape not in found:
                for part in get_type_hints(shape).values():
                    visit(part)
                found[shape] = None

    visit(root)
    return iter(found)


def _shape(kind: object) -> type | None:
    """The dataclass, where it is one that is written as an object."""
    return kind if isinstance(kind, type) and is_dataclass(kind) and kind is not Instant else None


def _alternatives(hint: object) -> tuple[object, ...]:
    """What a value may be, besides nothing."""
    if get_origin(hint) is Annotated:
        return _alternatives(get_args(hint)[0])
    if get_origin(hint) in (Union, types.UnionType):
        return tuple(kind for one in get_args(hint) for kind in _alternatives(one) if one is not type(None))
    return (hint,)


def _extras(hint: object) -> tuple[object, ...]:
    """What is noted of a value, or of what it may be."""
    if get_origin(hint) is Annotated:
        return (*_extras(get_args(hint)[0]), *get_args(hint)[1:])
    if get_origin(hint) in (Union, types.UnionType):
        return tuple(extra for one in get_args(hint) for extra in _extras(one))
    return ()


def _codes(kind: object) -> tuple[str, ...]:
    if get_origin(kind) is Literal:
        return get_args(kind)
    return tuple(one.value for one in kind) if isinstance(kind, type) and issubclass(kind, Enum) else ()


def _json_type(kinds: tuple[object, ...]) -> str:
    if Exact in kinds:
        return "number"
    return "boolean" if kinds[0] is bool else "integer" if kinds[0] is int else "string"


def _title(name: str) -> str:
    """``evaluatedPrice`` → ``Evaluated price``, ``reason_en`` → ``Reason (English)``."""
    stem = name.removesuffix("_en")
    words = "".join(f" {one.lower()}" if one.isupper() else one for one in stem).strip()
    return f"{words[0].upper()}{words[1:]}{' (English)' if stem != name else ''}"
