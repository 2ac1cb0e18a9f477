"""Our extension says exactly what we publish beyond the standard; patched in, nothing is unknown."""

import json
from importlib import resources

import jsonschema_rs

from conformance.ocds import OWN, schema
from played import SCRIPTS, releases
from shared import needs_shared

pytestmark = needs_shared
FOLDER = resources.files("daylight.core.disclosure") / "extension"


def all_releases():
    return [release for name in sorted(SCRIPTS) for release in releases(name)]


def patched():
    """The release schema of the standard with our extension merged in, as RFC 7396 says."""

    def patch(target, change):
        merged = dict(target) if isinstance(target, dict) else {}
        for key, value in change.items():
            merged[key] = patch(merged.get(key), value) if isinstance(value, dict) else value
        return merged

    return patch(schema(), json.loads((FOLDER / "release-schema.json").read_bytes()))


def undeclared(value, shape, whole, path=""):
    """Every field inside ``daylight`` that the schema doesn't know."""
    while "$ref" in shape:
        shape = whole["definitions"][shape["$ref"].rsplit("/", 1)[-1]]
    if isinstance(value, list):
        return [found for one in value for found in undeclared(one, shape.get("items", {}), whole, path)]
    if not isinstance(value, dict):
        return []
    unknown = []
    for name, item in value.items():
        here = f"{path}/{name}"
        known = shape.get("properties", {}).get(name)
        if known is None and "daylight" in here:
            unknown.append(here)
        elif known is not None:
            unknown += undeclared(item, known, whole, here)
    return unknown


def test_every_field_we_add_is_declared():
    whole = patched()
    assert [found for release in all_releases() for found in undeclared(release, whole, whole)] == []
    assert undeclared({"daylight": {"surprise": 1}}, whole, whole) == ["/daylight/surprise"]


def test_releases_hold_against_the_standard_with_our_extension():
    validator = jsonschema_rs.Draft4Validator(patched(), validate_formats=True)
    assert [error.message for release in all_releases() for error in validator.iter_errors(release)] == []
    nameless = {"acts": [{"kind": "PublishIntention"}]}
    assert not validator.is_valid({**releases("small")[0], "daylight": nameless})


def test_the_declared_places_are_those_the_oracle_finds():
    definitions = json.loads((FOLDER / "release-schema.json").read_bytes())["definitions"]
    places = {name for name, shape in definitions.items() if "daylight" in shape.get("properties", {})}
    assert places == {"Lot", "Document", "Bid", "Award"} == set(definitions) & set(schema()["definitions"])
    assert len(OWN) == 1 + len(places) + 1  # the release itself, and documents stand in two places
