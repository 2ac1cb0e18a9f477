"""Our fold against ``ocdsmerge``, the merge of the keepers of the standard: equal on all we publish."""

import copy
import json
import random
from functools import cache

import ocdsmerge
import pytest

from conformance.ocds import cove, schema
from conformance.test_ocds import package_of
from daylight.core.disclosure.merge import compiled, record
from daylight.core.disclosure.writing import Exact, json_bytes, read_json
from played import SCRIPTS, releases
from shared import needs_shared

pytestmark = needs_shared


@cache
def merger():
    return ocdsmerge.Merger(schema())


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_the_fold_equals_ocdsmerge_after_every_release(name):
    of_case = releases(name)
    for length in range(1, len(of_case) + 1):
        shown = of_case[:length]
        assert compiled(shown) == merger().create_compiled_release(copy.deepcopy(shown)), length


def test_the_fold_equals_ocdsmerge_on_releases_torn_nulled_and_repeated():
    nulls = 0
    for seed in range(200):
        chance = random.Random(seed)
        torn = [_torn(chance, release) for release in releases(chance.choice(sorted(SCRIPTS)))]
        torn = sorted(chance.choices(torn, k=6), key=lambda release: release["date"])
        nulls += json.dumps(torn).count("null")
        assert compiled(torn) == merger().create_compiled_release(copy.deepcopy(torn)), seed
    assert nulls > 200


def _torn(chance, value):
    """A release with fields left out, and values replaced by null; nothing empty, as the profile asks."""
    if isinstance(value, list):
        return [one for one in (_torn(chance, item) for item in value) if one != {}]
    if not isinstance(value, dict):
        return value
    kept = {}
    for name, item in value.items():
        fixed = name in ("ocid", "id", "date", "tag", "criteria", "numbers")
        if not fixed and chance.random() < 0.05:
            continue
        scalar = not isinstance(item, list | dict)
        kept[name] = None if scalar and not fixed and chance.random() < 0.05 else _torn(chance, item)
    return {name: item for name, item in kept.items() if item not in ({}, [])}


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_the_fold_leaves_the_releases_as_they_are(name):
    shown = [*releases(name), *releases(name)]
    kept = copy.deepcopy(shown)
    compiled(shown)
    assert shown == kept


def test_a_list_of_other_things_is_replaced_and_never_written_into():
    first = {**releases("small")[0], "tender": {"numbers": ["a", {"id": "1"}]}}
    second = {**first, "tender": {"numbers": [{"id": "1", "x": "y"}, {"id": "2"}]}}
    kept = copy.deepcopy([first, second, first])
    compiled([first, second, first])
    assert [first, second, first] == kept


def test_amounts_stay_exact_through_the_fold():
    first = {
        **releases("small")[0],
        "planning": {"budget": {"amount": {"amount": Exact("90071992547409.93")}}},
    }
    assert json_bytes(compiled([read_json(json_bytes(first))])).count(b":90071992547409.93") == 1


def test_libcoveocds_finds_nothing_in_our_record_package():
    package = package_of([])
    del package["releases"]
    package["records"] = [record(releases(name)) for name in sorted(SCRIPTS)]
    assert cove(package) == {}


def test_the_record_keeps_every_act_and_only_the_last_state():
    whole = compiled(releases("full"))
    assert [act["kind"] for act in whole["daylight"]["acts"]][::8] == ["PublishIntention", "PublishContract"]
    assert (whole["tag"], whole["tender"]["status"]) == (["compiled"], "complete")
    assert [lot["status"] for lot in whole["tender"]["lots"]] == ["complete"]
