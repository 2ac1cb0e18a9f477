"""The oracles of the standard: the patched schema, libcoveocds offline, ocdsmerge."""

from __future__ import annotations

import json
import zipfile
from functools import cache

import jsonschema_rs

from shared import SHARED

FOLDER = SHARED / "data" / "ocds"
ARCHIVE = FOLDER / "standard-1.1.5-with-extensions.zip"
LISTS = (
    "validation_errors",
    "additional_fields",
    "additional_checks",
    "additional_closed_codelist_values",
    "additional_open_codelist_values",
)
OWN = {
    ("/releases", "daylight"),
    ("/releases/bids/details", "daylight"),
    ("/releases/awards", "daylight"),
    ("/releases/tender/lots", "daylight"),
    ("/releases/tender/documents", "daylight"),
    ("/releases/contracts/documents", "daylight"),
}
"""Where our own extension stands: the only fields the standard does not know."""


@cache
def schema():
    return json.loads((FOLDER / "release-schema-1.1.5-with-extensions.json").read_bytes())


def schema_errors(releases):
    validator = jsonschema_rs.Draft4Validator(schema(), validate_formats=True)
    return [error.message for release in releases for error in validator.iter_errors(release)]


def cove(package):
    """The five lists of libcoveocds that say what is wrong, less our own declared extension."""
    from libcoveocds.api import ocds_json_output  # noqa: PLC0415 - slow to import, only the few who ask pay
    from libcoveocds.config import LibCoveOCDSConfig  # noqa: PLC0415 - the same
    from libcoveocds.schema import SchemaOCDS  # noqa: PLC0415 - the same

    archive = zipfile.ZipFile(ARCHIVE)

    def load(uri, **_):
        return json.loads(archive.read("standard-1__1__5/schema/" + uri.rsplit("/", 1)[-1]))

    def arguments(*, proxies=False):
        return {
            "loader": load,
            "proxies": proxies,
            **({"lazy_load": False} if proxies else {"merge_props": True}),
        }

    SchemaOCDS._jsonref_kwarg = staticmethod(arguments)
    config = LibCoveOCDSConfig()
    config.config.update(standard_zip=ARCHIVE.resolve().as_uri(), context="api")
    out = ocds_json_output(json_data=package, lib_cove_ocds_config=config)
    found = {name: out.get(name) for name in LISTS}
    found["additional_fields"] = [one for one in out["additional_fields"] if not declared(one)]
    return {name: faults for name, faults in found.items() if faults}


def declared(field) -> bool:
    """Whether an additional field is one our extension declares."""
    path = (
        field["path"]
        .replace("/records/compiledRelease", "/releases")
        .replace("/records/releases", "/releases")
    )
    return (path, field["field"]) in OWN
