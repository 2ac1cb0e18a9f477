"""Every release we publish against the standard: the patched schema, and libcoveocds with empty lists."""

import copy

import pytest

from conformance.ocds import cove, schema_errors
from played import SCRIPTS, releases
from shared import needs_shared

pytestmark = needs_shared


def package_of(all_releases):
    return {
        "uri": "https://example.org/package",
        "version": "1.1",
        "publishedDate": "2026-11-23T00:00:00+08:00",
        "publisher": {"name": "Daylight"},
        "license": "https://example.org/licence",
        "publicationPolicy": "https://example.org/policy",
        "releases": all_releases,
    }


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_releases_hold_against_the_patched_schema(name):
    assert schema_errors(releases(name)) == []


def test_the_oracle_refuses_what_the_standard_refuses():
    wrong = copy.deepcopy(releases("small"))
    wrong[0]["tender"]["status"] = "open"
    assert schema_errors(wrong) != []
    found = cove(package_of(wrong))
    assert sorted(found) == ["additional_closed_codelist_values"]
    wrong[0]["tender"] = {"id": "1", "extra": {}}
    assert sorted(cove(package_of(wrong))) == ["additional_checks", "additional_fields"]


def test_libcoveocds_finds_nothing_in_our_release_packages():
    assert cove(package_of([release for name in sorted(SCRIPTS) for release in releases(name)])) == {}
