"""A bid larger than the memory: it is read, sealed and sent in pieces, and what was sealed is kept."""

import os
import tracemalloc
from pathlib import Path

import pytest

from daylight.client.bidder import TooLong, submit_application, submit_bid, upload_again
from daylight.client.door import PART_BYTES
from daylight.client.files import PIECE_BYTES, Changed, FileOnDisk, sealed_files_kept
from daylight.core.acts.bid_content import PriceLine
from daylight.practice import play, prequalifying
from lied_to import solicited
from prequalified import FIVE, to_eve
from scripts import SMALL
from wires import checked, honest
from world import china, found

MIB = 1024 * 1024
MOST_HELD = 16 * MIB


class Bounded:
    """An open file that is only read in bounded pieces."""

    def __init__(self, file, largest):
        self._file, self._largest = file, largest

    def read(self, size=-1):
        assert 0 <= size <= self._largest, size
        return self._file.read(size)

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()


@pytest.fixture
def bounded(monkeypatch):
    """From now on no file is read but in pieces; the law was read before."""
    china()
    true, read = Path.open, []

    def opened(place, mode="r", *more, **named):
        file = true(place, mode, *more, **named)
        if mode != "rb":
            return file
        read.append(place)
        return Bounded(file, PART_BYTES)

    monkeypatch.setattr(Path, "open", opened)
    monkeypatch.setattr(Path, "read_bytes", None)
    return read


def large(folder, size=40 * MIB):
    """A file of zeros that takes no room."""
    place = folder / "plan.pdf"
    with place.open("wb") as file:
        file.truncate(size)
    return FileOnDisk(place)


def bid(world, played, script, party, technical, home=None, **changes):
    wire = honest(world, party)
    wire.put_file = hashed(wire)
    session = checked(world, wire)
    case = session.case(played.case, party)
    offer = play.offer_of(played.script, script, "1", 290_000_000, party.organisation)
    offer = play.replace(offer, technical=technical, **changes)
    keys = case.planning.key_set
    submit_bid(session, party, played.case, (offer,), key_set=keys, round=1, home=home)
    return wire


def hashed(wire):
    """The way of a file to the vault in parts, as over the network."""

    def put_file(file, sha256, bid=""):
        parts = [file.part(at, PART_BYTES) for at in range(0, file.size, PART_BYTES)]
        return wire.office.vault.put(b"".join(parts))

    return put_file


def test_a_large_bid_is_read_and_sealed_in_pieces_of_which_few_are_held(tmp_path, bounded):
    world, played, docket, script, party = solicited.__wrapped__()
    technical = large(tmp_path)
    wire = honest(world, party)
    sent = []

    def put_file(file, sha256, bid=""):
        sent.extend(len(file.part(at, PART_BYTES)) for at in range(0, file.size, PART_BYTES))
        world.office.vault._kept[sha256] = b""
        return sha256

    wire.put_file = put_file
    session = checked(world, wire)
    case = session.case(played.case, party)
    offer = play.offer_of(played.script, script, "1", 290_000_000, party.organisation)
    tracemalloc.start()
    submit_bid(
        session, party, played.case, (play.replace(offer, technical=technical),),
        key_set=case.planning.key_set, round=1, home=tmp_path / "home",
    )  # fmt: skip
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sum(sent) > technical.size and len(sent) > 9
    assert peak < MOST_HELD
    assert bounded.count(technical.place) >= 2
    assert world.office.journal.entries(docket)


def test_what_was_sealed_is_kept_in_place_of_what_was_sealed_before_and_can_be_sent_again(tmp_path):
    world, played, docket, script, party = solicited.__wrapped__()
    for words in (b"first", b"second"):
        bid(world, played, script, party, words, tmp_path)
    standing = world.office.views.of(docket, fresh=True).state.standing
    kept = sealed_files_kept(tmp_path, docket)
    assert {file.place.name for file in kept} == set(standing.envelopes[0].manifest.files)
    assert all(file.digest() == file.place.name for file in kept)
    assert [place.name for place in (tmp_path / "sealed").iterdir()] == [docket]
    for file in kept:
        del world.office.vault._kept[file.place.name]
    session = checked(world, honest(world, party))
    assert upload_again(session, party, played.case, tmp_path) == 6
    assert world.office.vault.holds(standing.envelopes[0].manifest.files) == {one.place.name for one in kept}


def test_an_application_is_sealed_from_the_disk_too(tmp_path, bounded):
    world = found()
    played = to_eve(world, FIVE)
    prequalifying.call(world.stage, world.town, played)
    party = play.register_supplier(world.stage, SMALL.title, territory="CN-37")
    evidence = large(tmp_path, 3 * MIB)
    submit_application(world.stage, party, played.case, "甲", evidence, home=tmp_path / "home")
    docket = world.stage.bid_docket(played.case, party)
    assert world.office.views.of(docket, fresh=True).state.application
    assert len(sealed_files_kept(tmp_path / "home", docket)) == 6


def test_a_file_that_changes_while_it_is_read_is_not_sealed(tmp_path):
    world, played, docket, script, party = solicited()
    technical = large(tmp_path, 3 * PIECE_BYTES)
    before = len(world.office.journal.entries(docket))
    os.utime(technical.place, (1, 1))
    with pytest.raises(Changed, match=r"plan.pdf"):
        bid(world, played, script, party, technical)
    assert len(world.office.journal.entries(docket)) == before


def test_a_price_too_long_to_be_read_out_is_not_sealed():
    world, played, _, script, party = solicited()
    lines = tuple(PriceLine("x" * 1_000, 1, 1, 1) for _ in range(1_100))
    price = play.offer_of(played.script, script, "1", 290_000_000, party.organisation).price
    with pytest.raises(TooLong):
        bid(world, played, script, party, b"", price=play.replace(price, lines=lines))
