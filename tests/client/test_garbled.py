"""A platform that answers what is no answer is said to, in words; nothing ends in a traceback."""

import httpx
import pytest

from daylight.client.device import Device
from daylight.client.door import Garbled, HttpDoor, the_world
from daylight.core.values.instant import Instant
from daylight.crypto.openssl import OPENSSL

ANSWERS = (b"<html>", b"[]", b"{}", b"null", b"\xff", b'{"world":[]}')


@pytest.fixture(params=ANSWERS, ids=repr)
def answering(request, monkeypatch):
    def answer(line, method, url, **_):
        return httpx.Response(200, content=request.param, request=httpx.Request(method, url))

    monkeypatch.setattr(httpx.Client, "request", answer)


@pytest.mark.parametrize(
    "ask",
    [
        lambda door: the_world("http://a.example"),
        lambda door: door.show("case-1", None),
        lambda door: door.show("case-1", door.me),
        lambda door: door.show_world(),
        lambda door: door.law("0" * 64),
        lambda door: door.docket("case-1", ("org-1",), door.me),
        lambda door: door.enquiries("case-1", door.me),
        lambda door: door.opening("case-1", door.me),
        lambda door: door.perform(b'{"intent":{},"signature":""}'),
        lambda door: door.put(b"x"),
    ],
)
def test_whatever_it_answers_is_said_in_words(answering, ask):
    door = HttpDoor(
        "http://a.example", "w", OPENSSL, lambda: Instant(0, 0), Device("person-1", bytes(32)), {}
    )
    with pytest.raises(Garbled, match="cannot be read"):
        ask(door)


def test_an_outage_is_said_in_words(monkeypatch):
    monkeypatch.setattr(httpx, "get", lambda url, **_: httpx.Response(500, request=httpx.Request("GET", url)))
    with pytest.raises(Garbled, match="500"):
        the_world("http://a.example")
