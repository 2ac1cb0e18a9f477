"""The presider opens again what the record says, and signs nothing else; what is lost he says is lost."""

import pytest

import opened_lies
from broken_bids import BROKEN, to_broken_bids
from daylight.client import presider as presiding
from daylight.client.holder import release_bids
from daylight.client.lies import Lied
from daylight.client.presider import Lost, open_applications, open_bids
from daylight.client.session import Refused
from daylight.core.procedures.record import LARGEST_READ_OUT
from daylight.core.sealing.envelope import LARGEST_SHARE, open_share
from daylight.core.sealing.faults import fault
from daylight.crypto.openssl import OPENSSL
from daylight.practice import play
from lied_to import TOLD, applied, due, released
from scripts import SMALL
from wires import checked, honest
from world import found

CODES = {
    opened_lies.record_without: {"opening.other-bids"},
    opened_lies.record_with_other_bidders: {"opening.other-bids"},
    opened_lies.record_with_another_secret: {"opening.other-secret"},
    opened_lies.record_calls_a_good_bid_unopenable: {"opening.opens"},
    opened_lies.record_reads_out_another_price: {"opening.other-content"},
    opened_lies.record_reads_out_of_another_bid: {"opening.other-content"},
    opened_lies.record_rests_on_a_body_that_is_not_given: {"opening.withheld"},
    opened_lies.record_gives_another_fault: {"opening.other-fault"},
    opened_lies.record_says_that_a_broken_bid_opened: {"opening.other-content"},
    opened_lies.application_called_unopenable: {"opening.opens"},
    opened_lies.application_that_declares_another: {"opening.other-content"},
    opened_lies.other_body: {"file.differs"},
}


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", [name for name, (_, lie) in TOLD.items() if lie in CODES])
def test_each_lie_about_what_was_opened_is_called_by_its_name(name, seed):
    who, lie = TOLD[name]
    found = who(lie, seed)
    assert ({found.code}, found.sent) == (CODES[lie], ())


def test_every_lie_about_what_was_opened_has_its_name_here():
    told = {lie for _, lie in TOLD.values() if lie.__module__ == "opened_lies"}
    assert told == set(CODES)


def last(world):
    return world.office.journal.drafts[-1].act.intent.deed


@pytest.mark.parametrize("how", BROKEN)
def test_what_a_bidder_broke_is_found_alike_by_the_server_and_by_the_presider(how):
    world = found()
    played = to_broken_bids(world, how)
    play.call(world.stage, world.town, played)
    holders = played.keys if how.startswith("three") else played.keys[:3]
    holders = played.keys[:4] if how.startswith("one") else holders
    for holder, key in holders:
        release_bids(world.stage, played.case, holder, key)
    open_bids(checked(world, honest(world, world.town.agent)), played.case, world.town.agent)
    why = {one.bid: one.evidence for one in last(world).dispositions if one.kind in ("opened", "unopenable")}
    assert why == dict.fromkeys(played.bidders, "") | {next(iter(played.bidders)): BROKEN[how]}


def test_applications_are_opened_again_each_by_itself():
    world, played = applied.__wrapped__()
    assert (
        open_applications(checked(world, honest(world, world.town.agent)), played.case, world.town.agent) == 5
    )
    assert last(world).parts[0].name == "declaration"
    wire = honest(world, world.town.agent)
    assert open_applications(checked(world, wire), played.case, world.town.agent) == 0
    assert wire.sent == []


def lost(world, played):
    """A body is gone from the vault; gives the bid it was of."""
    file = world.office.views.index(played.case).state.files[0]
    del world.office.vault._kept[file.standing.envelopes[0].manifest.files[0]]
    return file.id


def test_a_bid_whose_files_are_lost_is_called_so_only_when_the_presider_says_it():
    world, played = released.__wrapped__()
    bid, wire = lost(world, played), honest(world, world.town.agent)
    with pytest.raises(Lost, match=bid):
        open_bids(checked(world, wire), played.case, world.town.agent)
    assert wire.sent == []
    open_bids(checked(world, wire), played.case, world.town.agent, although_lost=True)
    assert {one.bid: one.evidence for one in last(world).dispositions}[bid] == "vault.missing"


def test_what_is_lost_can_be_uploaded_again_and_opens():
    world, played = released.__wrapped__()
    file = world.office.views.index(played.case).state.files[0]
    body = world.office.vault.get(file.standing.envelopes[0].manifest.files[0])
    lost(world, played)
    world.stage.door.put(body)
    open_bids(checked(world, honest(world, world.town.agent)), played.case, world.town.agent)
    assert {one.kind for one in last(world).dispositions} == {"opened"}


def test_a_share_that_its_holder_never_uploaded_is_made_up_for_by_another():
    world, played = released.__wrapped__()
    share = world.stage.case(played.case, world.town.buyer).opening.released[0][1][0][1]
    del world.office.vault._kept[share]
    wire = honest(world, world.town.agent)
    with pytest.raises(Lost):
        open_bids(checked(world, wire), played.case, world.town.agent)
    holder, key = played.keys[3]
    release_bids(world.stage, played.case, holder, key)
    assert not world.office.vault.holds([share])
    open_bids(checked(world, wire), played.case, world.town.agent)
    assert {one.kind for one in last(world).dispositions} == {"opened"}


def test_before_enough_holders_have_released_nothing_is_fetched_and_the_law_says_no():
    world, played = due.__wrapped__()
    wire = honest(world, world.town.agent)
    wire.stream = None
    with pytest.raises(Refused, match=r"holders"):
        open_bids(checked(world, wire), played.case, world.town.agent)


def test_a_holder_who_releases_between_record_and_view_makes_no_lie():
    """With two shares nothing opens; the third comes after the record was made, before he looks."""
    world, played = due.__wrapped__()
    for holder, key in played.keys[:2]:
        release_bids(world.stage, played.case, holder, key)
    wire = honest(world, world.town.agent)
    true, waiting = wire.opening, [played.keys[2]]

    def opening(case, device):
        record = true(case, device)
        if waiting:
            release_bids(world.stage, played.case, *waiting.pop())
        return record

    wire.opening = opening
    open_bids(checked(world, wire), played.case, world.town.agent)
    assert {one.kind for one in last(world).dispositions} == {"opened"}


def test_a_file_without_end_is_a_lie_and_fills_neither_memory_nor_disk(monkeypatch):
    world, played = released()
    wire, given = honest(world, world.town.agent), 0
    monkeypatch.setattr("daylight.client.verified.LARGEST_FILE", 5_000_000)
    kept = []
    monkeypatch.setattr(
        presiding, "SpooledTemporaryFile", lambda most: kept.append(Counting(most)) or kept[-1]
    )

    def stream(case, digest, device):
        nonlocal given
        while True:
            given += 100_000
            yield bytes(100_000)

    wire.stream = stream
    with pytest.raises(Lied) as lie:
        open_bids(checked(world, wire), played.case, world.town.agent)
    assert (lie.value.code, wire.sent) == ("file.differs", [])
    assert given <= 5_200_000
    assert max(one.written for one in kept) <= LARGEST_SHARE + 100_000


class Counting(presiding.SpooledTemporaryFile):
    """A file that counts what is written into it."""

    written = 0

    def write(self, piece):
        self.written += len(piece)
        return super().write(piece)


def test_a_share_file_that_is_too_large_to_be_one_is_a_fault_of_its_bidder():
    world, played = due()
    manifest = world.office.views.index(played.case).state.files[0].standing.envelopes[0].manifest
    _, key = played.keys[0]
    large = bytes(LARGEST_SHARE + 1)
    assert open_share(large, manifest, key.identity, OPENSSL) == fault(
        "share.does-not-decrypt", key.recipient
    )


def test_what_would_crowd_the_record_is_not_read_out():
    world = found()
    played = to_broken_bids(world, "a price without end")
    play.call(world.stage, world.town, played)
    for holder, key in played.keys[:3]:
        release_bids(world.stage, played.case, holder, key)
    record = world.office.opening(played.case)
    assert sum(len(part.content) for one in record.dispositions for part in one.parts) < LARGEST_READ_OUT
    assert len(record.dispositions) == len(SMALL.bidders) + 1
