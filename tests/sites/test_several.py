"""Small files in one request: all of them or none, each under its own digest, and only as declared."""

from hashlib import sha256
from random import Random

import httpx
import pytest

from daylight.client import door as client_door
from daylight.client.door import Garbled, HttpDoor, ServerSaysNo, groups_of
from daylight.client.lies import Lied
from daylight.client.verified import VerifiedDoor
from daylight.core.acts.request import digest_header
from daylight.sites.front import uploads
from fronted import fronted

FILES = tuple(Random(size).randbytes(size) for size in (300, 0, 65_736, 407, 407))
DIGESTS = [sha256(one).hexdigest() for one in FILES]


def path_of(files):
    return f"/api/vault/several/{'+'.join(str(len(one)) for one in files)}"


@pytest.fixture
def made(tmp_path):
    return fronted(tmp_path)


def sent(made, files=FILES, *, path="", pieces=(), party=None, **more):
    """Several files in one request, as they are signed for by somebody."""
    path, body = path or path_of(files), b"".join(files)
    headers = made.signed("PUT", path, body, party or made.world.town.buyer, **more)
    return made.ask("PUT", path, pieces=pieces or [body], headers=headers)


def kept(made):
    return made.world.office.vault.holds(DIGESTS)


def left_on_the_way(made, tmp_path):
    return [one.name for one in (tmp_path / "vault" / ".arriving").iterdir()]


def test_several_files_in_one_body_are_kept_each_under_its_own_digest(made, tmp_path):
    answer = sent(made)
    assert (answer.status, answer.said()) == (201, {"sha256": DIGESTS})
    assert [made.world.office.vault.get(digest) for digest in DIGESTS] == list(FILES)
    assert left_on_the_way(made, tmp_path) == []


def test_pieces_of_the_body_may_end_anywhere(made):
    body = b"".join(FILES)
    answer = sent(made, pieces=[body[:5], body[5:299], body[299 : 70_000 - 40_000], body[30_000:]])
    assert answer.said() == {"sha256": DIGESTS}
    assert kept(made) == frozenset(DIGESTS)


def test_a_file_that_comes_twice_is_one_file(made):
    assert sent(made, (b"x", b"y", b"x")).said()["sha256"] == [
        sha256(one).hexdigest() for one in (b"x", b"y", b"x")
    ]


def test_files_that_are_kept_already_are_answered_alike(made, tmp_path):
    first, again = sent(made), sent(made)
    assert (first.status, first.body, first.headers) == (again.status, again.body, again.headers)
    assert left_on_the_way(made, tmp_path) == []


def test_a_body_of_another_digest_keeps_no_file_of_it(made, tmp_path):
    answer = sent(made, digest=sha256(b"another").hexdigest())
    assert answer.status == 400
    assert "摘要" in answer.said()["zh"]
    assert kept(made) == frozenset()
    assert left_on_the_way(made, tmp_path) == []


def test_a_body_that_is_cut_short_keeps_no_file_and_may_be_sent_again(made, tmp_path):
    body = b"".join(FILES)
    headers = made.signed("PUT", path_of(FILES), body, made.world.town.buyer)
    headers["Content-Length"] = str(len(body))
    assert made.ask("PUT", path_of(FILES), pieces=[body[:60_000]], headers=headers).status == 400
    assert kept(made) == frozenset()
    assert left_on_the_way(made, tmp_path) == []
    assert sent(made).said() == {"sha256": DIGESTS}


def test_a_body_that_is_longer_than_its_head_says_is_cut(made):
    body = b"".join(FILES)
    headers = made.signed("PUT", path_of(FILES), body, made.world.town.buyer)
    headers["Content-Length"] = str(len(body))
    assert made.ask("PUT", path_of(FILES), pieces=[body, b"more"], headers=headers).status == 413
    assert kept(made) == frozenset()


def forged(made):
    headers = made.signed("PUT", path_of(FILES), b"".join(FILES), made.world.town.buyer)
    return headers | {"Authorization": f"{headers['Authorization'][:-2]}00"}


def undeclared(made):
    headers = made.signed("PUT", path_of(FILES), b"".join(FILES), made.world.town.buyer)
    return {"Authorization": headers["Authorization"]}


def otherwise_declared(made):
    headers = made.signed("PUT", path_of(FILES), b"".join(FILES), made.world.town.buyer)
    return headers | {"Content-Digest": digest_header(sha256(b"another").hexdigest())}


def of_other_sizes(made):
    """Signed for other sizes that add up to the same."""
    return made.signed("PUT", path_of(FILES[::-1]), b"".join(FILES), made.world.town.buyer)


def old(made):
    before = made.world.clock.now().later_by(-61_000)
    return made.signed("PUT", path_of(FILES), b"".join(FILES), made.world.town.buyer, at=before)


@pytest.mark.parametrize(
    ("headers", "status"),
    [(forged, 403), (undeclared, 400), (otherwise_declared, 403), (of_other_sizes, 403), (old, 403)],
)
def test_who_has_not_signed_for_body_and_sizes_is_refused_before_a_byte_is_read(made, headers, status):
    answer = made.ask("PUT", path_of(FILES), pieces=[b"".join(FILES)], headers=headers(made))
    assert (answer.status, answer.read) == (status, 0)
    assert kept(made) == frozenset()


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/api/vault/several/5+5", b"x" * 11, 400),
        ("/api/vault/several/5+5", b"x" * 9, 400),
        (f"/api/vault/several/{'+'.join(['1'] * 33)}", b"x" * 33, 413),
        ("/api/vault/several/1048577", b"x" * 1_048_577, 413),
        ("/api/vault/several/5++5", b"x" * 10, 404),
        ("/api/vault/several/-5+15", b"x" * 10, 404),
        ("/api/vault/several/\u0665", b"x" * 5, 404),
        ("/api/vault/several/", b"x", 404),
    ],
)
def test_sizes_that_do_not_fit_are_refused_before_a_byte_is_read(made, path, body, status):
    answer = made.put(path, body, made.world.town.buyer)
    assert (answer.status, answer.read) == (status, 0)
    assert answer.said()["zh"]


def test_as_many_and_as_much_as_may_come_is_kept(made):
    files = (b"y" * (1024 * 1024 - 31), *(bytes([number]) for number in range(31)))
    assert sent(made, files).status == 201


def test_every_file_counts_for_the_brake_however_small_it_is(made):
    made.front.uploads.brake.each = (5 * uploads.LEAST_COUNTED, 0.001)
    assert sent(made, (b"a", b"b" * 2 * uploads.LEAST_COUNTED)).status == 201
    assert sent(made, (b"c", b"d")).status == 201
    assert sent(made, (b"e",)).status == 429


def test_nothing_is_acknowledged_where_the_disk_fails(made, monkeypatch):
    def broken(files):
        raise OSError("no space left")

    monkeypatch.setattr(made.arrivals._vault, "adopt_all", broken)
    with pytest.raises(OSError, match="no space"):
        sent(made)
    assert kept(made) == frozenset()


class Line:
    """A line to the front on which a test cuts, or answers for the server."""

    def __init__(self, made, *said):
        self.made, self.said, self.paths = made, list(said), []

    def __call__(self, method, url, *, content, headers):
        self.paths.append(url)
        said = self.said.pop(0) if self.said else None
        if said == "cut":
            raise httpx.ReadError("cut")
        if said:
            return said
        answer = self.made.ask(
            method,
            url,
            pieces=[content] if isinstance(content, bytes) and content else list(content),
            headers=headers,
        )
        return httpx.Response(answer.status, content=answer.body, headers=answer.headers)


def door(made, monkeypatch, *said):
    line, pauses = Line(made, *said), []
    monkeypatch.setattr(httpx.Client, "request", lambda _, *given, **named: line(*given, **named))
    stage, buyer = made.world.stage, made.world.town.buyer
    one = HttpDoor("", stage.world.id, stage.crypto, stage.clock.now, buyer.device, {}, pauses.append)
    return one, line, pauses


def test_a_client_sends_small_files_together_and_large_ones_alone(made, monkeypatch):
    monkeypatch.setattr(client_door, "TOGETHER_BYTES", 1_000)
    one, line, _ = door(made, monkeypatch)
    assert list(one.put_all(FILES)) == DIGESTS
    assert line.paths == ["/api/vault/several/300+0+407", "/api/vault/several/407", "/api/vault"]
    assert kept(made) == frozenset(DIGESTS)


def test_a_client_sends_what_was_cut_again_and_waits_as_it_is_told(made, monkeypatch):
    later = httpx.Response(503, json={"zh": "", "en": "", "detail": ""}, headers={"Retry-After": "7"})
    one, line, pauses = door(made, monkeypatch, "cut", later)
    assert list(one.put_all(FILES)) == DIGESTS
    assert (len(line.paths), pauses) == (3, [2, 7])


def test_a_client_gives_up_when_it_is_told_no_or_cut_again_and_again(made, monkeypatch):
    no = httpx.Response(403, json={"zh": "", "en": "", "detail": ""})
    one, line, _ = door(made, monkeypatch, no)
    with pytest.raises(ServerSaysNo):
        one.put_all(FILES)
    assert len(line.paths) == 1
    one, line, _ = door(made, monkeypatch, *["cut"] * 6)
    with pytest.raises(httpx.ReadError):
        one.put_all(FILES)
    assert len(line.paths) == 6


@pytest.mark.parametrize("said", [b"[]", b'{"sha256":["x"]}', b'{"sha256":5}', b"<html>"])
def test_an_answer_that_is_no_list_of_as_many_digests_is_garbled(made, monkeypatch, said):
    one, _, _ = door(made, monkeypatch, httpx.Response(201, content=said))
    with pytest.raises(Garbled):
        one.put_all(FILES)


def test_a_client_sends_no_more_together_than_the_server_takes():
    assert client_door.MOST_TOGETHER <= uploads.MOST_TOGETHER
    assert client_door.TOGETHER_BYTES <= uploads.LARGEST_TOGETHER
    files = [bytes(300_000)] * 7 + [b"x"] * 100
    groups = list(groups_of(files))
    assert [one for group in groups for one in group] == files
    assert all(len(group) <= 32 and sum(map(len, group)) <= 1024 * 1024 for group in groups)


def test_a_client_notices_other_digests_than_it_sent(made, monkeypatch):
    wire, _, _ = door(made, monkeypatch, httpx.Response(201, json={"sha256": DIGESTS[::-1]}))
    with pytest.raises(Lied):
        VerifiedDoor(wire, None, None, None).put_all(FILES)
