"""The line of a client: requests that follow one another share a connection, and a closed one is replaced."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from daylight.client.device import Device
from daylight.client.door import HttpDoor
from daylight.core.values.instant import Instant
from daylight.crypto.openssl import OPENSSL


class Answers(BaseHTTPRequestHandler):
    """Answers every request alike, and notes over which connection it came."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.came_from.append(self.client_address)
        body = b"file"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = self.server.closes

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def server():
    made = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    made.daemon_threads, made.came_from, made.closes = True, [], False
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


def door(server):
    me, base = Device("person-1", bytes(32)), f"http://127.0.0.1:{server.server_port}"
    return HttpDoor(base, "w", OPENSSL, lambda: Instant(0, 0), me, {})


def test_requests_that_follow_one_another_share_a_connection(server):
    one = door(server)
    assert [b"".join(one.stream("case-1", "0" * 64, one.me)) for _ in range(3)] == [b"file"] * 3
    assert len(set(server.came_from)) == 1


def test_a_connection_that_the_server_closed_is_made_anew(server):
    one, server.closes = door(server), True
    assert [b"".join(one.stream("case-1", "0" * 64, one.me)) for _ in range(3)] == [b"file"] * 3
    assert len(set(server.came_from)) == 3
