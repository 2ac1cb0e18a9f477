"""The one act that lets time go back: it is alone, by the true clock, and only where time has fallen."""

import threading

import pytest

import server
from daylight.core.acts.answer import Receipt, RefusalNote
from daylight.core.values.instant import Instant
from daylight.office import gateway as arrivals
from daylight.office.gateway import ClockSteppedBack, Gateway, TooBusy, UnderWayTooLong
from daylight.practice.pocket import SetClock
from daylight.practice.town import register_supplier
from world import found

NOON = Instant(1_000_000_000, 480)


@pytest.fixture
def fallen():
    """A gateway whose clock was ten years ahead."""
    clock = SetClock(NOON.later_by(server.TEN_YEARS))
    gateway = Gateway(clock, 0)
    gateway.stamp()
    clock.move_to(NOON)
    return gateway


def test_it_is_stamped_by_the_clock_and_time_goes_on_from_there(fallen):
    with fallen.recovering() as at:
        assert at == NOON
        fallen.in_time(at, 0)
        fallen.set_right(at)
    assert fallen.stamp() == NOON


def test_time_stays_where_it_is_if_the_act_is_refused(fallen):
    with fallen.recovering():
        pass
    with pytest.raises(ClockSteppedBack):
        fallen.stamp()


def test_nothing_else_is_stamped_meanwhile(fallen):
    with fallen.recovering():
        with pytest.raises(TooBusy):
            fallen.stamp()
        with pytest.raises(TooBusy), fallen.recovering():
            pass


def test_it_waits_for_what_is_under_way_with_a_false_instant(monkeypatch):
    clock = SetClock(NOON.later_by(server.TEN_YEARS))
    gateway, stamped = Gateway(clock, 0), []

    def recover():
        with gateway.recovering() as at:
            stamped.append(at)

    with gateway.arriving() as false:
        clock.move_to(NOON)
        waiting = threading.Thread(target=recover)
        waiting.start()
        waiting.join(0.1)
        assert (waiting.is_alive(), stamped) == (True, [])
        gateway.in_time(false, 0)
    waiting.join(5)
    assert stamped == [NOON]
    monkeypatch.setattr(arrivals, "PATIENCE_SECONDS", 0.01)
    gateway._under_way[false.utc_ms] += 1
    with pytest.raises(TooBusy), gateway.recovering():
        pass
    gateway._under_way.clear()
    with gateway.recovering() as at:
        assert at == NOON


def test_where_time_has_not_fallen_it_is_an_arrival_like_any_other():
    gateway = Gateway(SetClock(NOON), 0)
    with gateway.recovering() as at:
        assert at == NOON
        assert gateway.stamp() == NOON
        assert not gateway.settle(at.later_by(1), patience=0.01)
    assert gateway.settle(at.later_by(1), patience=0.01)


def test_an_act_is_not_entered_that_got_a_false_instant_and_comes_after_the_recovery(fallen):
    false = NOON.later_by(server.TEN_YEARS)
    with fallen.recovering() as at:
        fallen.set_right(at)
    fallen.in_time(false, 0)  # nothing is under way then: the recovery waited for it
    with pytest.raises(UnderWayTooLong):
        fallen.in_time(NOON.later_by(-2), 1)


@pytest.fixture
def world():
    return found(experts=2)


def test_only_the_act_itself_goes_by_the_fallen_clock(world):
    since = server.at_a_false_time(world)
    with pytest.raises(ClockSteppedBack):
        register_supplier(world.stage, server.NEWCOMER, territory="CN-37")
    named_like_it = world.stage.intent(
        world.town.registrar.in_person(),
        server.ReplaceServerKey("log", "RecoverClock", server.WHY),
        world.stage.world.id,
    )
    with pytest.raises(ClockSteppedBack):
        world.office.perform(named_like_it)
    assert isinstance(server.recover(world, since), Receipt)


def test_an_intent_that_was_refused_at_the_false_time_may_be_sent_again(world):
    now = world.clock.now()
    source = world.stage.intent(
        world.town.registrar.in_person(),
        server.ReplaceServerKey("log", server.later_key("log"), server.WHY),
        world.stage.world.id,
    )
    world.clock.move_to(now.later_by(server.TEN_YEARS))
    refused = world.office.perform(source)
    assert isinstance(refused, RefusalNote)
    assert [one.code for one in refused.refusals] == ["acts.expired"]
    since = server.at_a_false_time(world, 1)
    world.clock.move_to(now)
    server.recover(world, since)
    assert isinstance(world.office.perform(source), Receipt)
