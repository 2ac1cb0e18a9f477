"""The front of the server: heads are judged first, bodies move on or are cut, a crowd keeps nobody out."""

import asyncio
import io
import logging
import threading
from hashlib import sha256
from ipaddress import ip_network

import pytest
from django.test import override_settings

from daylight.core.acts.answer import Receipt
from daylight.core.acts.planning import ReviewRequirement
from daylight.core.values.plain import build, canonical_bytes, read_plain
from daylight.core.values.text import Text
from daylight.practice import play
from daylight.sites.api import views
from daylight.sites.front import bodies, notices
from daylight.sites.front import pages as pages_module
from daylight.sites.front.app import LARGEST_INTENT_BODY
from daylight.sites.front.asked import Asked, Refused, inside, peer_of, read_head
from daylight.sites.front.bodies import Crowd, Gone
from daylight.sites.front.brakes import Brake, Bucket
from daylight.sites.front.pages import Pages
from daylight.sites.front.pool import Pool
from daylight.store.arrivals import LARGEST_FILE, Arrival
from fronted import NEVER, fronted
from scripts import SMALL, to_issue
from world import BEGIN

FINE = Text("可以", "fine")
VAULT, INTENTS = "/api/vault", "/api/intents"


@pytest.fixture
def made(tmp_path, monkeypatch):
    one = fronted(tmp_path)
    monkeypatch.setattr(views, "the_office", lambda: one.world.office)
    notices.tell(logging.getLogger("tests"))
    with override_settings(ROOT_URLCONF="daylight.sites.urls", ALLOWED_HOSTS=["127.0.0.1"]):
        yield one


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(bodies, "STALL_SECONDS", 0.05)
    monkeypatch.setattr(bodies, "GRACE_SECONDS", 0.02)


def refused(answer, status):
    """The words of a refusal, in both languages."""
    assert answer.status == status, answer.body
    assert {"zh", "en", "detail"} == set(answer.said())
    assert answer.said()["zh"] and answer.said()["en"]
    assert answer.headers["cache-control"] == "no-store"
    return answer.said()


def test_an_upload_is_kept_and_answered_with_its_digest(made):
    answer = made.put(VAULT, b"sealed", made.world.town.buyer)
    assert answer.status == 201
    assert made.world.office.vault.get(answer.said()["sha256"]) == b"sealed"


@pytest.mark.parametrize(
    ("path", "method", "size"),
    [
        (VAULT, "PUT", LARGEST_FILE + 1),
        (INTENTS, "POST", LARGEST_INTENT_BODY + 1),
        ("/api/world", "POST", 70_000),
    ],
)
def test_a_declared_size_is_refused_before_a_byte_is_read(made, path, method, size):
    headers = {"Content-Length": str(size)}
    if path == VAULT:
        headers |= made.signed(method, path, b"", made.world.town.buyer)
    answer = made.ask(method, path, pieces=[b"x"], headers=headers)
    refused(answer, 413)
    assert answer.read == 0


@pytest.mark.parametrize(("path", "method"), [(VAULT, "PUT"), (INTENTS, "POST"), ("/api/world", "POST")])
def test_a_body_without_a_size_is_refused_before_a_byte_is_read(made, path, method):
    answer = made.ask(method, path, headers={"Transfer-Encoding": "chunked"})
    refused(answer, 411)
    assert answer.read == 0


def test_uploads_nobody_registered_signed_are_refused_before_a_byte_is_read(made):
    party, body = made.world.town.buyer, b"one"
    headers = made.signed("PUT", VAULT, body, party)
    late = made.signed("PUT", VAULT, body, party, at=made.world.clock.now().later_by(-61_000))
    other = made.signed("PUT", VAULT, b"two", party)
    wrong = {**headers, "Content-Digest": other["Content-Digest"]}
    nobody = {name: value for name, value in headers.items() if name != "Authorization"}
    elsewhere = made.signed("PUT", "/api/other", body, party)
    for given in (late, wrong, nobody, elsewhere, {**headers, "Authorization": "Daylight x"}):
        answer = made.ask("PUT", VAULT, pieces=[body], headers=given)
        refused(answer, 403)
        assert answer.read == 0
    assert notices.tell(logging.getLogger("tests")) == {"signature.bad": 5}


@pytest.mark.parametrize("digest", ["", "sha-256=abc", "sha-256=:AAAA:", "md5=:AAAA:", "sha-256=:***:"])
def test_an_upload_declares_its_digest(made, digest):
    headers = {**made.signed("PUT", VAULT, b"x", made.world.town.buyer), "Content-Digest": digest}
    assert "Content-Digest" in refused(made.ask("PUT", VAULT, pieces=[b"x"], headers=headers), 400)["detail"]


def test_what_is_not_as_declared_is_not_kept(made):
    headers = made.signed("PUT", VAULT, b"one", made.world.town.buyer)
    for pieces, status in (([b"two"], 400), ([b"on", b"ee"], 413), ([b"on"], 400)):
        answer = made.ask("PUT", VAULT, pieces=pieces, headers={**headers, "Content-Length": "3"})
        refused(answer, status)
    assert list(made.arrivals._folder.glob(".*")) == []
    kept = [file.read_bytes() for file in made.arrivals._folder.parent.glob("??/*")]
    assert not {b"one", b"two", b"on"} & set(kept)


def test_a_body_that_stands_still_is_cut(made, quick):
    headers = made.signed("PUT", VAULT, b"onetwo", made.world.town.buyer)
    for path, method, given in ((VAULT, "PUT", headers), (INTENTS, "POST", {})):
        answer = made.ask(method, path, pieces=[b"one", NEVER], headers={**given, "Content-Length": "6"})
        refused(answer, 408)
    assert notices.tell(logging.getLogger("tests")) == {"body.slow": 2}


def test_a_body_that_crawls_is_cut(made, quick):
    async def pause():
        await asyncio.sleep(0.03)

    pieces = [one for _ in range(8) for one in (pause, b"x")]
    answer = made.ask("POST", INTENTS, pieces=pieces, headers={"Content-Length": "9000"})
    refused(answer, 408)
    assert answer.read < 8


def test_a_crowd_of_idle_senders_keeps_nobody_out(made, quick, monkeypatch):
    """Four places, forty sockets that never send; a person's intent has its answer all the same."""
    made.front.senders = Crowd(4, 4)
    monkeypatch.setattr(bodies, "STALL_SECONDS", 60)
    case, body = review_of(made.world)

    async def crowded():
        idle = []
        for _ in range(40):
            asking = made.asking("POST", INTENTS, pieces=[b"x", NEVER], headers={"Content-Length": "9"})
            idle.append(asyncio.create_task(asking))
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)
        answer = await asyncio.wait_for(made.asking("POST", INTENTS, pieces=[body]), 30)
        cut = [one.result() for one in idle if one.done()]
        for one in idle:
            one.cancel()
        return answer, cut

    answer, cut = asyncio.run(crowded())
    assert answer.status == 200
    receipt = build(Receipt, answer.said()["receipt"])
    assert made.world.office.journal.entries(case)[-1].source == receipt.act
    for one in cut:
        refused(one, 503)
        assert one.headers["retry-after"]


def review_of(world):
    """A case, and the body of an intent that reviews its requirement."""
    case = play.prepare(world.stage, world.town, SMALL).case
    source = world.stage.intent(world.town.reviewer, ReviewRequirement(True, FINE, FINE), case)
    return case, canonical_bytes({"openings": (), "signed": read_plain(source)})


def test_bytes_that_are_no_text_in_an_address_are_refused(made):
    for head in ({"query_string": b"\xff"}, {"path": "/zh/\udcff"}):
        scope = {"method": "GET", "path": "/zh/", "query_string": b"", "headers": [], **head}
        with pytest.raises(Refused) as refused:
            read_head(scope, "", ())
        assert refused.value.status == 400


def test_an_intent_has_arrived_when_its_last_byte_has_and_openings_wait_for_it(made):
    """It waits for a thread, but its instant is fixed and it is known to be under way."""
    gateway, hold, seen = made.world.office.gateway, threading.Event(), []
    made.front.judging = Pool("one", 1, 9)
    _, body = review_of(made.world)

    async def asked():
        busy = asyncio.create_task(made.front.judging.run(hold.wait))
        await asyncio.sleep(0)
        asking = asyncio.create_task(made.asking("POST", INTENTS, pieces=[body]))
        while not gateway._under_way:
            await asyncio.sleep(0.001)
        made.world.clock.move_to(made.world.clock.now().later_by(30_000))
        seen.append(gateway.settle(gateway.stamp(), patience=0.01))
        hold.set()
        await busy
        return await asking

    receipt = build(Receipt, asyncio.run(asked()).said()["receipt"])
    assert seen == [False]
    assert read_plain(receipt.act)["received_at"]["utc_ms"] < made.world.clock.now().utc_ms - 29_000
    assert gateway.settle(gateway.stamp(), patience=0.01)


@pytest.mark.parametrize(
    ("headers", "path", "status"),
    [
        ({"X": "a" * 5_000}, "/zh/", 431),
        ({f"X-{number}": "a" * 3_000 for number in range(7)}, "/zh/", 431),
        ({}, "/zh/?" + "a" * 5_000, 414),
        ({"Content-Length": "1" * 30}, "/zh/", 400),
        ({"Content-Length": "-1"}, VAULT, 400),
    ],
)
def test_a_head_larger_than_any_of_ours_is_refused(made, headers, path, status):
    refused(made.ask("GET", path, headers=headers), status)


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"a":' * 100_000 + b"1" + b"}" * 100_000, b"\xff", b"{}"])
def test_what_is_no_intent_is_400_in_words_however_deep_it_is(made, body):
    refused_words = made.ask("POST", INTENTS, pieces=[body]).said()
    assert {"zh", "en", "detail"} == set(refused_words)
    assert made.ask("POST", INTENTS, pieces=[body]).status == 400


def test_where_a_request_comes_from_is_believed_of_trusted_proxies_only():
    trusted = (ip_network("10.0.0.0/8"), ip_network("::1"))

    def peer(client, named=""):
        return peer_of({"client": (client, 1)}, {"x-forwarded-for": named} if named else {}, trusted)

    assert peer("192.0.2.1", "198.51.100.9") == "192.0.2.1"
    assert peer("10.0.0.1", "198.51.100.9") == "198.51.100.9"
    assert peer("::1", "203.0.113.5, 198.51.100.9, 10.2.2.2") == "198.51.100.9"
    assert peer("10.0.0.1", "nonsense") == ""
    assert peer("") == ""


def test_the_prefix_of_the_public_address_may_or_may_not_be_taken_away_by_a_proxy():
    assert inside("/sub/zh/", "/sub") == inside("/zh/", "/sub") == "/zh/"
    assert (inside("/sub", "/sub"), inside("/subway/", "/sub")) == ("/", "/subway/")
    assert inside("/zh/", "") == "/zh/"


def test_what_is_told_of_attacks_names_nobody_and_no_moment(made, caplog):
    with caplog.at_level(logging.WARNING, notices.LOGGER):
        for _ in range(3):
            headers = made.signed("PUT", "/x", b"x", made.world.town.buyer)
            made.ask("PUT", VAULT, pieces=[b"x"], headers=headers)
        assert caplog.text == ""
        notices.tell()
    (line,) = caplog.messages
    assert line.startswith("signature.bad ×3: 签名")
    assert made.world.town.buyer.device.person not in line and "127.0.0.1" not in line and VAULT not in line


def test_a_reader_who_reads_slowly_holds_no_thread():
    """A long answer is computed piece by piece, and between the pieces the thread is free."""

    def wsgi(environ, start):
        start("200 OK", [("Content-Type", "text/plain")])
        return (b"x" * 70_000 for _ in range(5))

    async def read():
        pages, pool, sent = Pages(wsgi), Pool("one", 1, 9), []

        async def send(message):
            sent.append(len(message.get("body", b"")))
            assert await asyncio.wait_for(pool.run(lambda: "free"), 5) == "free"

        scope = {"path": "/", "method": "GET", "query_string": b"", "http_version": "1.1", "headers": []}
        await pages.send(await pages.begin(scope, io.BytesIO(), pool), send, pool)
        return sent

    assert asyncio.run(read()) == [0, 70_000, 70_000, 70_000, 70_000, 70_000, 0]


def test_a_reader_who_takes_nothing_is_cut_and_its_answer_is_closed(monkeypatch):
    monkeypatch.setattr(pages_module, "STALL_SECONDS", 0.05)

    async def read():
        pages, pool = Pages(lambda environ, start: start("200 OK", []) or [b"x"]), Pool("one", 1, 9)

        async def send(message):
            await asyncio.Event().wait()

        scope = {"path": "/", "method": "GET", "query_string": b"", "http_version": "1.1", "headers": []}
        answering = await pages.begin(scope, io.BytesIO(), pool)
        with pytest.raises(Gone):
            await pages.send(answering, send, pool)
        return answering.closed

    assert asyncio.run(read())


def test_what_waits_for_a_thread_is_bounded_and_told_when_to_come_again():
    async def crowd():
        pool, hold = Pool("one", 1, 2), threading.Event()
        tasks = [asyncio.create_task(pool.run(hold.wait)) for _ in range(3)]
        await asyncio.sleep(0.01)
        hold.set()
        return await asyncio.gather(*tasks, return_exceptions=True)

    *_, last = asyncio.run(crowd())
    assert isinstance(last, Refused)
    assert (last.status, last.again > 0) == (503, True)


def test_who_obtained_documents_may_use_what_is_kept_for_bidders_until_the_deadline(made):
    world = made.world
    played = to_issue(world, SMALL)
    play.obtain_all(world.stage, played)
    docket, (_, party) = next(iter(played.bidders.items()))
    caught = []
    made.front.uploads.brake.take = lambda who, amount, *, reserve="": caught.append(reserve)
    stranger = world.town.buyer
    for who, named in ((party, docket), (party, ""), (stranger, docket), (party, "bid-" + "0" * 32)):
        assert made.put(VAULT, b"x", who, bid=named).status == 201
    world.clock.move_to(world.stage.case(played.case, world.town.buyer).tendering.deadline)
    assert made.put(VAULT, b"x", party, bid=docket).status == 201
    assert caught == [docket, "", "", "", ""]
    assert world.clock.now().iso() > BEGIN


def test_nothing_is_taken_in_while_the_log_stands_still_and_no_byte_of_it_is_read(made):
    case, body = review_of(made.world)
    made.watch.ended(Text("日志损坏", "the log is damaged"))
    before = made.world.office.journal.entries(case)
    answer = made.ask("POST", INTENTS, pieces=[body])
    assert "the log is damaged" in refused(answer, 503)["detail"]
    assert (answer.read, answer.headers["retry-after"]) == (0, "60")
    assert made.world.office.journal.entries(case) == before


def test_registering_is_braked_and_says_when_to_come_again_but_other_acts_are_not(made):
    made.front.registrations = Brake("registrations", Bucket(2, 0.1), (9, 1))
    registering = b'{"openings":[],"signed":{"intent":{"kind":"RegisterPerson"},"signature":""}}'
    other = registering.replace(b"RegisterPerson", b"SubmitBid")
    assert [made.ask("POST", INTENTS, pieces=[registering]).status for _ in range(2)] == [400, 400]
    answer = made.ask("POST", INTENTS, pieces=[registering])
    assert (answer.status, answer.headers["retry-after"]) == (503, "10")
    assert {"zh", "en", "detail"} == set(answer.said())
    assert made.ask("POST", INTENTS, pieces=[other]).status == 400


@pytest.mark.parametrize("size", [20_000_000])
def test_a_large_upload_is_never_in_memory_as_a_whole(made, monkeypatch, size):
    """Pieces of the socket are joined up to a bound and written; nothing larger is ever handed on."""
    body, written, write = bytes(64 * 1024), [], Arrival.write
    monkeypatch.setattr(Arrival, "write", lambda one, piece: written.append(len(piece)) or write(one, piece))
    times = size // len(body)
    digest = sha256(body * times).hexdigest()
    headers = made.signed("PUT", VAULT, b"", made.world.town.buyer, digest=digest)
    assert made.ask("PUT", VAULT, pieces=[body] * times, headers=headers).status == 201
    assert sum(written) == len(body) * times
    assert max(written) <= bodies.PIECE_BYTES + len(body)


def test_an_intent_of_some_size_lies_on_the_disk_while_it_arrives(made):
    async def arriving():
        asked = Asked("POST", INTENTS, {}, 300_000, "")

        async def receive():
            return {"type": "http.request", "body": b"x" * 100_000, "more_body": next(left)}

        left = iter((True, True, False))
        with await made.front._body(asked, receive, made.front.senders, LARGEST_INTENT_BODY) as body:
            return body._rolled, len(body.read())

    assert asyncio.run(arriving()) == (True, 300_000)
