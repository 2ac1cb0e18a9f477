"""The log as files, and the bundle of a case as a stranger downloads it."""

import zipfile
from io import BytesIO

import pytest

from bundles import bundler
from daylight.core.ledger.tiles import encode_entries
from daylight.crypto.openssl import OPENSSL
from daylight.office.bundle import Bundler
from daylight.office.memory import MemoryLog
from daylight.verifier.opened import Pins
from daylight.verifier.verify import verify
from logs import LOG_KEY, sequencer
from played import world_of
from sites.reading import read, tell

PROOF = "daylight.sites.portal.proof.the_bundler"


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("checkpoint", "text/plain; charset=utf-8"),
        ("tile/0/000.p/7", "application/octet-stream"),
        ("tile/entries/x001/234", "application/octet-stream"),
    ],
)
def test_a_file_of_the_log_is_served_as_it_lies(portal, world_home, place, kind):
    file = world_home / "log" / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"as it lies")
    answer = portal.get(f"/log/{place}")
    file.unlink()
    assert (answer.status_code, answer.content, answer["Content-Type"]) == (200, b"as it lies", kind)
    assert ("immutable" in answer["Cache-Control"]) == place.startswith("tile")


def test_a_narrower_tile_that_was_dropped_is_the_beginning_of_the_full_one(portal, world_home):
    entries = [bytes([number]) * 3 for number in range(256)]
    files = {"tile/0/007": bytes(256 * 32 - 1) + b"e", "tile/entries/007": encode_entries(entries)}
    for place, content in files.items():
        (world_home / "log" / place).parent.mkdir(parents=True, exist_ok=True)
        (world_home / "log" / place).write_bytes(content)
    assert portal.get("/log/tile/0/007.p/5").content == bytes(5 * 32)
    assert portal.get("/log/tile/entries/007.p/5").content == encode_entries(entries[:5])
    for none in ("007.p/0", "007.p/256", "008.p/5"):
        assert portal.get(f"/log/tile/0/{none}").status_code == 404
    for place in files:
        (world_home / "log" / place).unlink()


@pytest.mark.parametrize(
    "place", ["../keys/log", "tile/0/../../../keys/log", "keys/log", "", ".turn", "tile/64/000", "tile/0/000"]
)
def test_nothing_else_is_served(portal, place):
    assert portal.get(f"/log/{place}").status_code == 404


def test_the_bundle_a_citizen_downloads_proves_itself(portal, monkeypatch):
    ocid, made = tell("full"), bundler(world_of("full"))
    monkeypatch.setattr(PROOF, lambda: made)
    answers = [portal.get(f"/zh/cases/{ocid}/bundle.zip") for _ in range(2)]
    sent = [b"".join(answer.streaming_content) for answer in answers]
    assert sent[0] == sent[1]
    assert answers[0]["Content-Type"] == "application/zip"
    assert answers[0]["Content-Disposition"] == f'attachment; filename="{ocid}.zip"'
    with zipfile.ZipFile(BytesIO(sent[0])) as packed:
        files = {name.removeprefix(f"{ocid}/"): packed.read(name) for name in packed.namelist()}
    assert verify(files, OPENSSL, pins=Pins((LOG_KEY.vkey,))).exit_code == 0


def test_a_bundle_is_made_once_and_again_when_anything_in_it_has_moved(portal, monkeypatch):
    ocid, counted = tell("full"), Counting(bundler(world_of("full")))
    monkeypatch.setattr(PROOF, lambda: counted)
    address = f"/zh/cases/{ocid}/bundle.zip"
    first = portal.get(address)
    sent = b"".join(first.streaming_content)
    again = portal.get(address)
    assert (b"".join(again.streaming_content), again["ETag"], counted.made) == (sent, first["ETag"], 1)
    known = portal.get(address, HTTP_IF_NONE_MATCH=first["ETag"])
    assert (known.status_code, known.getvalue(), counted.made) == (304, b"", 1)
    for moved in (counted.moves_the_case, counted.moves_the_register):
        before = counted.made
        moved()
        assert portal.get(address).status_code == 200
        assert counted.made == before + 1


class Counting:
    """A bundler; how often it made a bundle, and dockets of it that seem to have moved."""

    def __init__(self, bundler):
        self._bundler, self.made, self._cases_more, self._register_moved = bundler, 0, 0, False

    def __getattr__(self, name):
        return getattr(self._bundler, name)

    def files(self, wish, at):
        self.made += 1
        return self._bundler.files(wish, at)

    def rests_on(self, wish):
        return {name: length + self._cases_more for name, length in self._bundler.rests_on(wish).items()}

    def shown_as_they_are(self, dockets):
        assert all(not docket.startswith("case-") for docket in dockets)
        assert any(docket.startswith("org-") for docket in dockets)
        assert any(docket.startswith("bid-") for docket in dockets)
        assert self._bundler.shown_as_they_are(dockets)
        docket, length = next(iter(dockets.items()))
        moved = dockets | {docket: length - self._register_moved}
        return self._bundler.shown_as_they_are(moved)

    def moves_the_case(self):
        self._cases_more = 1

    def moves_the_register(self):
        self._register_moved = True


def test_the_panel_shows_the_world_and_the_law_to_compare(portal, monkeypatch):
    ocid, made = tell("full"), bundler(world_of("full"))
    monkeypatch.setattr(PROOF, lambda: made)
    text = "".join(read(portal.get(f"/en/cases/{ocid}/")).text)
    assert (text.count(made.office.rules.world.id), text.count(made.office.rules.book.digest)) == (2, 1)


def test_acts_that_wait_for_the_log_are_said_to_wait(portal, monkeypatch):
    ocid, world = tell("full"), world_of("full")
    waiting = Bundler(world.office, sequencer(MemoryLog(world.office.journal)))
    monkeypatch.setattr(PROOF, lambda: waiting)
    answer = portal.get(f"/en/cases/{ocid}/bundle.zip")
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert "still wait for the log" in "".join(read(answer).text)
