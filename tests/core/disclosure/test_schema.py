"""The profile is exactly what the dataclasses can be written as: what they do not have fits nowhere."""

import json
from dataclasses import dataclass, make_dataclass
from typing import Annotated, Literal

import jsonschema_rs
import pytest

from daylight.core.disclosure.merge import WHOLE
from daylight.core.disclosure.ocds import Release
from daylight.core.disclosure.schema import MAYBE, Free, Rule, extension, profile
from daylight.core.disclosure.writing import Decimal, json_bytes, tree
from daylight.core.values.instant import Instant, instant_of


@dataclass(frozen=True)
class Part:
    """A part."""

    id: str
    note: Free
    share: Annotated[str, Rule("^[0-9]+/[0-9]+$"), "How much."]


@dataclass(frozen=True)
class Whole:
    """A whole."""

    kind: Literal["", "plain"]
    at: Instant
    amount: Decimal
    parts: Annotated[tuple[Part, ...], MAYBE]
    one: Part | None = None
    count: Annotated[int, Rule(minimum=2)] = 2


EXAMPLE = Whole("plain", instant_of("2026-03-02T09:00:00+08:00"), 5, (Part("1", "", "1/2"),))
VALIDATOR = jsonschema_rs.Draft4Validator(profile(Whole), validate_formats=True)


def written():
    return json.loads(json_bytes(tree(EXAMPLE)))


def test_what_the_dataclass_is_written_as_fits():
    assert VALIDATOR.is_valid(written())


@pytest.mark.parametrize(
    "change",
    [
        {"surprise": 1},
        {"kind": "fancy"},
        {"at": "2026-03-02T09:00:00"},
        {"amount": "5"},
        {"parts": []},
        {"parts": [{"id": "1", "share": "half"}]},
        {"parts": [{"id": "1", "share": "1/2", "surprise": 1}]},
        {"parts": [{"share": "1/2"}]},
        {"one": {}},
        {"count": 1},
    ],
)
def test_what_it_cannot_be_written_as_does_not(change):
    assert not VALIDATOR.is_valid(written() | change)


def test_a_field_is_required_unless_it_may_be_empty():
    required = {"kind", "at", "amount", "count"}
    assert set(profile(Whole)["required"]) == required
    for name in written():
        left = {key: value for key, value in written().items() if key != name}
        assert VALIDATOR.is_valid(left) == (name not in required)


def test_a_field_the_release_does_not_have_is_refused_until_it_has_it():
    more = make_dataclass("Release", [("surprise", int, 1)], bases=(Release,), frozen=True)
    assert "surprise" not in profile(Release)["properties"]
    assert profile(more)["properties"]["surprise"] == {"type": "integer", "minimum": 0}


def test_every_field_of_our_extension_is_described():
    shapes = [*extension(Release)["definitions"].values(), *extension(Release)["properties"].values()]
    shapes += [shape["properties"]["daylight"] for shape in shapes if "daylight" in shape["properties"]]
    told = {
        f"{shape.get('title')}.{name}": field
        for shape in shapes
        for name, field in shape["properties"].items()
        if name != "daylight"
    }
    assert len(told) > 60
    assert [name for name, field in told.items() if not field.get("description", field.get("$ref"))] == []


def test_lists_that_merge_as_wholes_are_those_whose_entries_have_no_id():
    whole = profile(Release)

    def lists(shape, path):
        shape = whole["definitions"][shape["$ref"].rsplit("/", 1)[-1]] if "$ref" in shape else shape
        for name, field in shape.get("properties", {}).items():
            here = (*path, name)
            entry = field.get("items", {}).get("$ref", "").rsplit("/", 1)[-1]
            if entry and "id" not in whole["definitions"][entry]["properties"]:
                yield here
            else:
                yield from lists(field.get("items", field), here)

    assert set(lists(whole, ())) == WHOLE
