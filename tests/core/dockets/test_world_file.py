"""Which key could sign when: from act to act, with what a world tolerates around each change."""

from dataclasses import replace

import pytest

import server
from daylight.core.acts.server import RecoverClock, ReplaceServerKey
from daylight.core.acts.world import World
from daylight.core.dockets.world import NOTHING_ENTERED, clock_recovered, key_replaced, keys_ever, keys_then
from daylight.core.values.instant import Instant
from daylight.crypto.openssl import OPENSSL
from daylight.office.keys import TOLERANCE_MS
from world import KEYS, ORIGIN, found

FIRST = KEYS.intake.verifier(OPENSSL).vkey
SECOND, THIRD = server.later_key("intake"), server.later_key("intake", 1)
WORLD = World(ORIGIN, True, "person-0", "CN-37", KEYS.founding(OPENSSL))
NOON = Instant(1_000_000_000_000, 480)


@pytest.fixture(scope="module")
def template():
    """Any act, to be dated and filled otherwise."""
    return found(experts=2).acts[0]


@pytest.fixture
def entered(template):
    """What the registrar enters at an instant."""

    def at(file, deed, instant):
        intent = replace(template.intent, kind=type(deed).__name__, deed=deed)
        act = replace(template, intent=intent, received_at=instant)
        return (key_replaced if isinstance(deed, ReplaceServerKey) else clock_recovered)(file, act)

    return at


def then(file, ms, digest="", role="intake"):
    return keys_then(WORLD, file, role, at=NOON.later_by(ms), digest=digest)


def test_before_anything_is_entered_the_first_key_signs():
    assert keys_ever(WORLD, NOTHING_ENTERED, "intake") == (FIRST,)
    assert then(NOTHING_ENTERED, 0) == (FIRST,)


def test_around_a_change_both_keys_sign_and_otherwise_one(entered):
    file = entered(None, ReplaceServerKey("intake", SECOND, server.WHY), NOON)
    assert keys_ever(WORLD, file, "intake") == (FIRST, SECOND)
    assert [then(file, ms) for ms in (-TOLERANCE_MS - 1, -TOLERANCE_MS, 0)] == [
        (FIRST,),
        (FIRST, SECOND),
        (FIRST, SECOND),
    ]
    assert [then(file, ms) for ms in (TOLERANCE_MS - 1, TOLERANCE_MS)] == [(FIRST, SECOND), (SECOND,)]
    assert then(file, 0, role="log") == (KEYS.log.verifier(OPENSSL).vkey,)


def test_two_changes_in_a_moment_leave_no_key_without_its_time(entered):
    file = entered(None, ReplaceServerKey("intake", SECOND, server.WHY), NOON)
    file = entered(file, ReplaceServerKey("intake", THIRD, server.WHY), NOON)
    assert then(file, 0) == (FIRST, SECOND, THIRD)
    assert then(file, TOLERANCE_MS) == (THIRD,)


def test_a_key_entered_at_a_false_time_is_in_force_from_when_the_time_was_right_again(entered):
    false = NOON.later_by(server.TEN_YEARS)
    file = entered(None, ReplaceServerKey("intake", SECOND, server.WHY), false)
    file = entered(file, RecoverClock(false, ("aa", "bb"), server.WHY), NOON)
    assert [file.is_false(one) for one in ("aa", "bb", "cc")] == [True, True, False]
    assert then(file, TOLERANCE_MS) == (SECOND,)
    assert then(file, server.TEN_YEARS, digest="aa") == (FIRST, SECOND)
    file = entered(file, ReplaceServerKey("intake", THIRD, server.WHY), NOON.later_by(1))
    assert then(file, server.TEN_YEARS, digest="aa") == (FIRST, SECOND)
    assert then(file, server.TEN_YEARS) == (THIRD,)


def test_a_world_older_than_its_id_says_nothing_of_keys():
    old = replace(WORLD, founding=None)
    assert keys_ever(old, NOTHING_ENTERED, "log") == ()
    assert keys_then(old, NOTHING_ENTERED, "log", at=NOON) == ()
