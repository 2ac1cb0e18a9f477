"""A served world ends within seconds of being told to, whatever it is doing."""

import threading
import time

import httpx
import pytest

from daylight.cli.run import END_SECONDS
from served import founded, free_port, serving, start, stopped

SOON = END_SECONDS + 3


@pytest.mark.parametrize("moment", [0.5, 1.2, 1.7, 2.3])
def test_a_server_that_is_still_starting_ends(tmp_path, moment):
    server = start(founded(tmp_path / "world"), free_port())
    time.sleep(moment)
    assert stopped(server, SOON)


def test_a_server_under_load_ends_and_can_start_again(tmp_path):
    home = founded(tmp_path / "world")
    for _ in range(2):
        with serving(home) as (base, server):
            done = threading.Event()
            readers = [threading.Thread(target=read, args=(base, done)) for _ in range(6)]
            for one in readers:
                one.start()
            time.sleep(0.5)
            assert stopped(server, SOON)
            done.set()
            for one in readers:
                one.join()


def read(base, done):
    """Read pages until told to stop, over one connection that is kept open."""
    with httpx.Client(timeout=5) as client:
        while not done.is_set():
            try:
                client.get(f"{base}/zh/law/")
            except httpx.HTTPError:
                time.sleep(0.05)
