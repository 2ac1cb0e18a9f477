"""Brakes slow down what is too much, say when to come again, and never reach who has obtained documents."""

import pytest

from daylight.sites.front.asked import Refused
from daylight.sites.front.brakes import MIB, registrations, uploads

GIB = 1024 * MIB


class Time:
    """A clock that a test moves."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def passed(brake, who, amount, times, **more):
    """How many of so many pass."""
    count = 0
    for _ in range(times):
        try:
            brake.take(who, amount, **more)
            count += 1
        except Refused:
            pass
    return count


def test_one_person_uploads_so_much_an_hour_and_is_told_when_to_come_again():
    clock = Time()
    brake = uploads(clock)
    assert passed(brake, "a", GIB, 5) == 2
    with pytest.raises(Refused) as refused:
        brake.take("a", GIB)
    assert (refused.value.status, refused.value.again) == (429, 1800)
    assert passed(brake, "b", GIB, 5) == 2
    clock.now = 1800
    assert passed(brake, "a", GIB, 5) == 1


def test_all_together_upload_so_much_and_a_bidder_has_capacity_of_his_own():
    brake = uploads(Time())
    assert sum(passed(brake, f"p{number}", GIB, 2) for number in range(30)) == 40
    with pytest.raises(Refused) as refused:
        brake.take("late", GIB)
    assert (refused.value.status, refused.value.again > 0) == (503, True)
    for number in range(50):
        assert passed(brake, f"bidder{number}", GIB, 2, reserve=f"bid-{number}") == 2
    assert passed(brake, "bidder0", GIB, 1, reserve="bid-0") == 0


def test_a_flood_of_registrations_from_one_address_leaves_room_for_others():
    clock = Time()
    brake = registrations(clock)
    assert passed(brake, "192.0.2.1", 1, 1_000) == 60
    assert passed(brake, "192.0.2.2", 1, 10) == 10
    assert passed(brake, "", 1, 10_000) == 530
    clock.now = 6
    assert passed(brake, "", 1, 10_000) == 60


def test_what_is_remembered_of_addresses_is_bounded():
    brake = registrations(Time())
    for number in range(30_000):
        passed(brake, f"a{number}", 1, 1)
    assert len(brake._of) <= 20_000
