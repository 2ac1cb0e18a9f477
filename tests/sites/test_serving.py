"""A served world ends within seconds of being told to, whatever it is doing."""

import socket
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


def test_idle_sockets_stop_nothing(tmp_path):
    """Sockets that send half a head, or a head and half a body, take no thread from others."""
    with serving(founded(tmp_path / "world")) as (base, _):
        place = ("127.0.0.1", int(base.rpartition(":")[2]))
        heads = (
            b"POST /api/intents HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n{",
            b"PUT /api/vault HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n",
            b"GET /zh/ HTTP/1.1\r\nHost: 127.0",
            b"",
        )
        idle = [socket.create_connection(place) for _ in range(80)]
        for number, one in enumerate(idle):
            one.sendall(heads[number % len(heads)])
        time.sleep(0.5)
        for _ in range(3):
            assert httpx.get(f"{base}/zh/", timeout=5).status_code == 200
            assert httpx.post(f"{base}/api/intents", content=b"{}", timeout=5).status_code == 400
        for one in idle:
            one.close()
