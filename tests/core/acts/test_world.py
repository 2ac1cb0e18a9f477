"""A world's id covers all of it; the gateway promises a leaf by the pace the world was founded with."""

from dataclasses import replace

import pytest

from daylight.core.acts.world import Pace, World
from daylight.crypto.openssl import OPENSSL
from daylight.office.keys import server_keys

KEYS = server_keys("a.example/daylight", lambda name: name.encode().ljust(32))
FOUNDING = KEYS.founding(OPENSSL, Pace(20_000, 256, 5_000))
WORLD = World("a.example/daylight", False, "person-1", "CN", FOUNDING)


@pytest.mark.parametrize(
    "changed",
    [
        {"origin": "b.example/daylight"},
        {"practice": True},
        {"registrar": "person-2"},
        {"territory": "CN-37"},
        {"founding": replace(FOUNDING, log=FOUNDING.intake)},
        {"founding": replace(FOUNDING, intake=FOUNDING.log)},
        {"founding": replace(FOUNDING, bundles=FOUNDING.log)},
        {"founding": replace(FOUNDING, tolerance_ms=1)},
        {"founding": replace(FOUNDING, pace=Pace(20_000, 256, 6_000))},
    ],
    ids=str,
)
def test_whatever_changes_in_a_world_changes_its_id(changed):
    assert replace(WORLD, **changed).id != WORLD.id


def test_a_world_that_is_older_than_ids_is_named_by_its_origin_and_promises_no_day():
    old = replace(WORLD, founding=None)
    assert old.id == old.origin
    assert old.promise(bytes(32), 1).due is None


@pytest.mark.parametrize(("rush", "ticks"), [(1, 3), (256, 3), (257, 4), (5_000, 22)])
def test_a_leaf_is_due_after_the_ticks_of_the_rush_and_two_more(rush, ticks):
    assert Pace(20_000, 256, rush).due_after_ms == ticks * 20_000


def test_a_receipt_promises_its_leaf_by_the_pace_of_the_world():
    due = WORLD.promise(bytes(32), 1_000).due
    assert (due.ms, due.rush) == (1_000 + 22 * 20_000, 5_000)
