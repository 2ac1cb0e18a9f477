"""Large files in parts: in any order, again after a cut, each person's her own, and only as declared."""

from hashlib import sha256
from random import Random

import httpx
import pytest

from daylight.client import door as client_door
from daylight.client.door import HttpDoor, ServerSaysNo
from daylight.client.files import FileOnDisk
from daylight.store import arrivals as store
from fronted import fronted

SMALL_PART = 1000
CONTENT = Random(1).randbytes(4_321)
DIGEST = sha256(CONTENT).hexdigest()
PLACE = f"/api/vault/{DIGEST}/{len(CONTENT)}"


@pytest.fixture
def made(tmp_path, monkeypatch):
    """A world whose parts are small."""
    for module in (store, client_door):
        monkeypatch.setattr(module, "PART_BYTES", SMALL_PART)
    return fronted(tmp_path)


def part(number, content=CONTENT):
    return content[number * SMALL_PART : (number + 1) * SMALL_PART]


def sent(made, number, party=None, content=CONTENT, place=PLACE):
    return made.put(f"{place}/{number}", part(number, content), party or made.world.town.buyer)


def missing(made, party=None):
    headers = made.signed("GET", PLACE, b"", party or made.world.town.buyer)
    return made.ask("GET", PLACE, headers=headers).said()["missing"]


def test_parts_arrive_in_any_order_and_the_whole_is_in_the_vault_with_the_last(made):
    assert missing(made) == [0, 1, 2, 3, 4]
    for number, left in ((3, [0, 1, 2, 4]), (0, [1, 2, 4]), (4, [1, 2]), (1, [2])):
        answer = sent(made, number)
        assert (answer.status, answer.said()["missing"]) == (201, left)
        assert made.world.office.vault.holds([DIGEST]) == frozenset()
    assert sent(made, 2).said() == {"missing": [], "sha256": DIGEST}
    assert made.world.office.vault.get(DIGEST) == CONTENT
    assert missing(made) == []
    assert made.arrivals.held() == 0


def test_a_part_that_comes_twice_is_one_part(made):
    for _ in range(2):
        assert sent(made, 0).said()["missing"] == [1, 2, 3, 4]
    assert made.arrivals.held() == SMALL_PART


def test_nobody_sees_or_finishes_the_upload_of_another(made):
    other = made.world.town.reviewer
    for number in range(4):
        sent(made, number)
    assert missing(made, other) == [0, 1, 2, 3, 4]
    assert sent(made, 4, other).said()["missing"] == [0, 1, 2, 3]
    assert made.world.office.vault.holds([DIGEST]) == frozenset()


def test_parts_that_add_up_to_another_file_are_refused_and_dropped(made):
    forged = CONTENT[:-1] + b"?"
    answers = [sent(made, number, content=forged) for number in range(5)]
    assert [one.status for one in answers] == [201, 201, 201, 201, 400]
    assert made.world.office.vault.holds([DIGEST, sha256(forged).hexdigest()]) == frozenset()
    assert missing(made) == [0, 1, 2, 3, 4]
    assert made.arrivals.held() == 0


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [
        (f"{PLACE}/0", 999, 400),
        (f"{PLACE}/4", 1000, 400),
        (f"{PLACE}/5", 1000, 400),
        (f"/api/vault/{DIGEST}/{store.LARGEST_FILE + 1}/0", 1000, 413),
        (f"/api/vault/{DIGEST}/0/0", 0, 404),
        ("/api/vault/../../x/5/0", 5, 404),
        (f"/api/vault/{DIGEST.upper()}/5/0", 5, 404),
    ],
)
def test_a_part_that_can_not_belong_to_the_whole_is_refused_before_it_is_read(made, path, size, status):
    answer = made.put(path, b"x" * size, made.world.town.buyer)
    assert (answer.status, answer.read) == (status, 0)
    assert answer.said()["zh"]


def test_parts_that_lie_on_the_disk_survive_the_process(made, tmp_path):
    sent(made, 1)
    (tmp_path / "vault" / ".arriving" / ".half").write_bytes(b"of a process that was killed")
    again = store.Arrivals(tmp_path / "vault" / ".arriving", made.arrivals._vault)
    assert again.held(made.world.town.buyer.device.person) == SMALL_PART
    assert not (tmp_path / "vault" / ".arriving" / ".half").exists()
    made.front.uploads.arrivals = again
    assert missing(made) == [0, 2, 3, 4]


class Line:
    """A line to the front that is cut when a test says so."""

    def __init__(self, made, cuts):
        self.made, self.cuts, self.sent = made, cuts, []

    def __call__(self, method, url, *, content, headers):
        self.sent.append((method, url.rpartition("/")[2]))
        cut = self.cuts.pop(len(self.sent), None)
        if cut == "before":
            raise httpx.ConnectError("cut")
        answer = self.made.ask(method, url, pieces=list(content) if content else [], headers=headers)
        if cut == "after":
            raise httpx.ReadError("cut")
        if isinstance(cut, int):
            said = {"zh": "稍候", "en": "later", "detail": ""}
            return httpx.Response(cut, json=said, headers={"Retry-After": "7"})
        return httpx.Response(answer.status, content=answer.body, headers=answer.headers)


def door(made, monkeypatch, cuts):
    line, pauses = Line(made, cuts), []
    monkeypatch.setattr(httpx.Client, "request", lambda _, *given, **named: line(*given, **named))
    world, buyer = made.world.stage.world.id, made.world.town.buyer
    crypto = made.world.stage.crypto
    return HttpDoor("", world, crypto, made.world.clock.now, buyer.device, {}, pauses.append), line, pauses


def test_a_client_goes_on_after_cuts_with_what_is_missing(made, monkeypatch):
    one, line, pauses = door(made, monkeypatch, {2: "after", 4: "before", 6: 503})
    assert one.put(CONTENT) == DIGEST
    assert made.world.office.vault.get(DIGEST) == CONTENT
    assert [name for method, name in line.sent if method == "PUT"] == ["0", "1", "2", "2", "3", "4"]
    assert pauses == [2, 4, 7]


def test_a_client_gives_up_when_it_is_told_no(made, monkeypatch):
    one, line, _ = door(made, monkeypatch, {2: 403})
    with pytest.raises(ServerSaysNo):
        one.put(CONTENT)
    assert len(line.sent) == 2


def test_a_file_on_the_disk_is_sent_part_by_part_and_goes_on_after_a_cut(made, monkeypatch, tmp_path):
    one, line, _ = door(made, monkeypatch, {3: "before"})
    (tmp_path / "file").write_bytes(CONTENT)
    file = FileOnDisk(tmp_path / "file")
    assert (one.put_file(file, file.digest()), file.size) == (DIGEST, len(CONTENT))
    assert made.world.office.vault.get(DIGEST) == CONTENT
    (tmp_path / "small").write_bytes(b"small")
    small = FileOnDisk(tmp_path / "small")
    assert one.put_file(small, small.digest()) == sha256(b"small").hexdigest()
    assert line.sent[-1] == ("PUT", "vault")


def test_a_file_the_vault_has_lost_is_taken_again(made, monkeypatch, tmp_path):
    one, _, _ = door(made, monkeypatch, {})
    one.put(CONTENT)
    vault = made.world.office.vault
    vault.pieces(DIGEST).place.unlink()
    assert not vault.holds([DIGEST])
    assert one.put(CONTENT) == DIGEST
    assert vault.get(DIGEST) == CONTENT


def test_a_small_file_is_sent_whole(made, monkeypatch):
    one, line, _ = door(made, monkeypatch, {})
    assert one.put(b"small") == sha256(b"small").hexdigest()
    assert line.sent == [("PUT", "vault")]
