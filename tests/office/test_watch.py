"""Intake stops when the log does; a clock that jumps, falls behind or differs is told of."""

import logging
import threading

import pytest

from daylight.core.ledger.checkpoint import Checkpoint
from daylight.core.ledger.tiles import tile_at
from daylight.core.values.instant import Instant
from daylight.core.values.text import Text
from daylight.office.logbook import Beat, LogRefused
from daylight.office.memory import MemoryLog
from daylight.office.watch import GRACE_SECONDS, MOST_ALARMS, TICKS_MISSED, Watch
from logs import sequencer
from world import found

TICK = 20.0
PATIENCE = TICKS_MISSED * TICK + GRACE_SECONDS


class Hands:
    """Three clocks that a test moves: the world's, the one that only runs on, the machine's."""

    def __init__(self):
        self.world_ms, self.mono, self.wall_ms = 1_000_000, 0.0, 5_000_000

    def now(self):
        return Instant(self.world_ms, 480)

    def pass_by(self, seconds, *, jump_ms=0):
        self.mono += seconds
        self.world_ms += round(seconds * 1000) + jump_ms
        self.wall_ms += round(seconds * 1000) + jump_ms


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def watch(hands):
    return Watch(hands, TICK, monotonic=lambda: hands.mono, wall_ms=lambda: hands.wall_ms)


def moved(watch, size=256):
    watch.moved(Checkpoint("x", size, b"\0" * 32))


def test_intake_stops_when_no_checkpoint_came_for_some_ticks_and_goes_on_with_the_next(watch, hands):
    hands.pass_by(PATIENCE)
    assert watch.closed() is None
    hands.pass_by(1)
    assert "86" in watch.closed().zh and "86 seconds" in watch.closed().en
    moved(watch)
    assert watch.closed() is None
    hands.pass_by(7.9)
    assert (watch.standing().size, watch.standing().age_seconds) == (256, 7)


def test_what_has_ended_stays_ended_and_the_first_reason_is_told(watch, caplog):
    with caplog.at_level(logging.CRITICAL):
        watch.ended(Text("日志损坏", "the log is damaged"))
    watch.ended(Text("其他", "other"))
    moved(watch)
    assert watch.closed() == Text("日志损坏", "the log is damaged")
    assert "the log is damaged" in caplog.text


@pytest.mark.parametrize(("jump", "alarms"), [(0, 0), (499, 0), (-499, 0), (501, 1), (-501, 1), (10**8, 1)])
def test_a_jump_of_the_machines_clock_is_told(watch, hands, jump, alarms):
    watch.look()
    hands.pass_by(1, jump_ms=jump)
    watch.look()
    assert len(watch.standing().alarms) == alarms
    if alarms:
        assert str(jump) in watch.standing().alarms[0].text.zh


def test_a_clock_behind_the_last_checkpoint_is_told_once(watch, hands):
    moved(watch)
    hands.world_ms -= 1
    for _ in range(3):
        watch.look()
    assert ["behind the last checkpoint" in one.text.en for one in watch.standing().alarms] == [True]


@pytest.mark.parametrize(("by", "alarms"), [(0, 0), (3_000, 0), (-3_000, 0), (3_001, 1), (-3_001, 1)])
def test_a_difference_from_a_second_source_is_told(watch, by, alarms):
    watch.compare(1_000_000, 1_000_000 + by)
    assert len(watch.standing().alarms) == alarms


def test_what_is_remembered_is_bounded(watch):
    for _ in range(100):
        watch.compare(0, 1_000_000)
    assert len(watch.standing().alarms) == MOST_ALARMS


def test_a_log_that_was_damaged_while_it_moves_is_heard_of(watch):
    book = MemoryLog(found(experts=0).office.journal)
    log = sequencer(book)
    log.pace = Beat(0.001, 64)
    tile = tile_at(0, 0, log.tick().size)
    book.write(tile.path, bytes(len(book.read(tile.path))))
    with pytest.raises(LogRefused):
        log.run_forever(threading.Event(), watch)
    assert "磁盘" in watch.closed().zh and "disk" in watch.closed().en


def test_a_log_that_moves_is_heard_of_tick_by_tick(watch):
    log, stop = sequencer(MemoryLog(found(experts=0).office.journal)), threading.Event()
    log.pace = Beat(0.001, 64)
    thread = threading.Thread(target=log.run_forever, args=(stop, watch))
    thread.start()
    while watch.standing().size < 3 * 64:
        stop.wait(0.01)
    stop.set()
    thread.join()
    assert watch.closed() is None
