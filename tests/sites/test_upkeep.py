"""What the serving process does beside answering, each thing in its time."""

import http.server
import logging
import threading

import pytest

from daylight.office.logbook import LogRefused
from daylight.office.watch import Watch
from daylight.sites.front import notices
from daylight.sites.front.upkeep import CLEAR_SECONDS, TILES_AT_ONCE, Upkeep, compare_clocks
from daylight.store.arrivals import Arrivals
from daylight.store.vault import FolderVault
from world import found


def sound(place, count):
    """Every tile of the log is as it was signed."""


@pytest.fixture
def watch():
    return Watch(found(experts=0).clock, 20.0)


@pytest.fixture
def arrivals(tmp_path):
    return Arrivals(tmp_path / ".arriving", FolderVault(tmp_path))


@pytest.fixture
def elsewhere():
    """A web server whose clock a test sets."""

    class Answer(http.server.BaseHTTPRequestHandler):
        said = None

        def do_HEAD(self):
            self.send_response_only(200)
            if self.said != "none":
                self.send_header("Date", self.said or self.date_time_string())
            self.end_headers()

    server = http.server.HTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", Answer
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("said", "alarms"),
    [(None, 0), ("Mon, 02 Mar 2020 01:00:00 GMT", 1), ("none", 0), ("nonsense", 0)],
)
def test_the_date_of_a_second_source_is_compared(watch, elsewhere, said, alarms):
    address, answer = elsewhere
    answer.said = said
    compare_clocks(watch, address)
    assert len(watch.standing().alarms) == alarms


def test_a_second_source_that_does_not_answer_is_said_and_is_no_alarm(watch, caplog):
    with caplog.at_level(logging.WARNING):
        compare_clocks(watch, "http://127.0.0.1:9/")
    assert "did not answer: ConnectError" in caplog.text
    assert watch.standing().alarms == ()


def test_a_lost_hold_on_the_database_stops_intake(watch, arrivals):
    Upkeep(watch, arrivals, lambda: True, sound).once(100.0)
    assert watch.closed() is None
    Upkeep(watch, arrivals, lambda: False, sound).once(100.0)
    assert "another server" in watch.closed().en and "另一服务进程" in watch.closed().zh


def test_each_thing_is_done_in_its_time(watch, arrivals, monkeypatch):
    done = []
    monkeypatch.setattr(arrivals, "clear", lambda: done.append("clear"))
    monkeypatch.setattr(notices, "tell", lambda: done.append("tell"))
    upkeep = Upkeep(watch, arrivals, lambda: done.append("hold") or True, sound)
    for now in (0.0, 1.0, 5.0, 60.0, CLEAR_SECONDS):
        upkeep.once(now)
    assert [done.count(one) for one in ("clear", "tell", "hold")] == [2, 3, 4]


def test_a_damaged_tile_is_found_in_its_turn_and_stops_intake(watch, arrivals):
    looked = []

    def recheck(place, count):
        looked.extend(range(place, place + count))
        if TILES_AT_ONCE + 2 in looked:
            raise LogRefused("日志损坏", "the log is damaged")

    upkeep = Upkeep(watch, arrivals, lambda: True, recheck)
    upkeep.once(0.0)
    assert watch.closed() is None
    upkeep.once(1.0)
    assert "the log is damaged" in watch.closed().en
    assert looked == list(range(2 * TILES_AT_ONCE))
