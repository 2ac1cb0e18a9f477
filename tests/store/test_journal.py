"""The journal's own suite: every implementation passes it, in memory and on the database of the process."""

import threading
from dataclasses import replace

import pytest
from django.db import connection, transaction

import server
from daylight.core.acts.act import act_digest, read_act
from daylight.core.acts.answer import Receipt
from daylight.core.acts.bidding import WithdrawBid
from daylight.core.acts.intent import read_signed
from daylight.core.acts.planning import ReviewRequirement
from daylight.core.judgement.fold import fold, index_link
from daylight.core.values.text import Text
from daylight.office.memory import MemoryJournal
from daylight.office.ports import LaneStopped, Stale
from daylight.practice import play
from daylight.store import journal as lane
from daylight.store import models
from daylight.store.journal import DatabaseJournal
from scripts import SMALL, to_bids, to_contract, to_issue
from world import found

FINE = Text("可以", "fine")


@pytest.fixture(params=["memory", "database"])
def journal(request):
    if request.param == "memory":
        yield MemoryJournal()
        return
    request.getfixturevalue("database")
    made = DatabaseJournal()
    yield made
    made.close()


def test_acts_come_back_in_order_and_byte_for_byte(journal):
    world = found(journal=journal)
    played = to_contract(world)
    entries = journal.entries(played.case)
    assert [entry.seq for entry in entries] == list(range(len(entries)))
    assert journal.entries(played.case, since=3) == entries[3:]
    assert (
        fold(read_act(entry.source) for entry in entries)
        == world.office.views.of(played.case, fresh=True).state
    )


def test_the_index_of_bids_chains_every_act_of_every_bid(journal):
    world = found(journal=journal)
    played = to_bids(world)
    head = ""
    links = journal.links(f"bids:{played.case}")
    for link in links:
        source = journal.entries(link.docket)[link.seq].source
        head = index_link(head, act_digest(source))
        assert link.head == head
    assert {link.docket for link in links} == set(played.bidders)
    assert len(links) == sum(len(journal.entries(docket)) for docket in played.bidders)


def drafted(world, played):
    """A draft that is admitted but not yet committed."""
    party = world.town.reviewer
    source = world.stage.intent(party, ReviewRequirement(True, FINE, FINE), played.case)
    signed = read_signed(source)
    judged = world.office._judged(signed, world.clock.now(), (), fresh=True)
    return world.office._drafted(signed, judged, ())


def test_a_draft_whose_docket_moved_is_stale_and_changes_nothing(journal):
    world = found(journal=journal)
    played = play.prepare(world.stage, world.town, SMALL)
    late = drafted(world, played)
    world.stage.acts(world.town.reviewer, ReviewRequirement(True, FINE, FINE), played.case)
    before = journal.entries(played.case)
    with pytest.raises(Stale):
        journal.commit(late)
    assert journal.entries(played.case) == before


def test_the_same_intent_is_never_appended_twice(journal):
    world = found(journal=journal)
    played = play.prepare(world.stage, world.town, SMALL)
    draft = drafted(world, played)
    journal.commit(draft)
    again = replace(draft, act=replace(draft.act, seq=draft.act.seq + 1, seen=()))
    with pytest.raises(Stale):
        journal.commit(again)
    assert journal.receipt(draft.intent_id) == (draft.note, draft.salt, draft.source)


def test_a_turn_of_its_own_judges_on_what_stands_then(journal):
    world = found(journal=journal)
    played = play.prepare(world.stage, world.town, SMALL)
    before = len(journal.entries(played.case))
    journal.exclusively(lambda: drafted(world, played))
    assert len(journal.entries(played.case)) == before + 1


def test_many_bidders_at_once_lose_nothing(journal):
    world = found(journal=journal)
    played = to_bids(world)
    made = to_issue(world, SMALL)
    parties = [party for _, party in played.bidders.values()]
    answers = []

    def bid(party):
        mine = replace(made, bidders={})
        play.obtain(world.stage, mine, SMALL.bidders[0], party)
        answers.append(next(iter(mine.bidders)))

    threads = [threading.Thread(target=bid, args=(party,)) for party in parties]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    links = journal.links(f"bids:{made.case}")
    assert sorted(link.docket for link in links) == sorted(answers)
    assert len(set(answers)) == len(parties)


def test_latest_instant_is_that_of_the_last_act(journal):
    world = found(journal=journal)
    assert journal.latest_instant() == world.clock.now().utc_ms


def test_a_withdrawal_after_a_restart_finds_the_bid(database):
    first = DatabaseJournal()
    world = found(journal=first)
    played = to_issue(world)
    play.obtain_all(world.stage, played)
    case = world.stage.case(played.case, world.town.buyer)
    docket, (_, party) = next(iter(played.bidders.items()))
    play.submit(world.stage, played, docket, case.planning.key_set)
    first.close()
    second = DatabaseJournal()
    world.office.journal = second
    world.office.views = type(world.office.views)(second)
    answer = world.stage.acts(party, WithdrawBid(played.case, "产能不足"), docket)
    assert isinstance(answer, Receipt)
    second.close()


def test_a_failed_commit_stops_the_lane_and_acknowledges_nothing(database, monkeypatch):
    journal = DatabaseJournal()
    world = found(journal=journal)
    kept = models.Entry.objects.count()

    def full(*_):
        raise OSError("No space left on device")

    monkeypatch.setattr(lane, "_commit", full)
    for _ in range(2):
        with pytest.raises(LaneStopped, match="No space left"):
            to_issue(world)
    monkeypatch.undo()
    assert models.Entry.objects.count() == kept
    journal.close()


def test_durability_is_asked_of_the_database(database):
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA synchronous")
            assert cursor.fetchone() == (2,)
            cursor.execute("PRAGMA journal_mode")
            assert cursor.fetchone() == ("wal",)
        else:
            cursor.execute("SHOW synchronous_commit")
            assert cursor.fetchone() == ("on",)
            cursor.execute("SHOW fsync")
            assert cursor.fetchone() == ("on",)


def test_readers_and_writers_do_not_lock_each_other_out(database):
    """IMMEDIATE, WAL and the busy timeout together; any one missing gives “database is locked”."""
    wrong = []

    def write(number):
        try:
            for place in range(10):
                with transaction.atomic():
                    models.PrivateField.objects.count()
                    models.PrivateField.objects.create(
                        intent_id=f"{number}-{place}", path="p", salt="", value="v"
                    )
        except Exception as error:
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert models.PrivateField.objects.count() == 80


def test_a_full_disk_stops_the_lane_and_keeps_what_was_acknowledged(database):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL's own tests fill its disk; here the embedded database is made to be full")
    journal = DatabaseJournal()
    world = found(journal=journal)
    kept = models.Entry.objects.count()

    def no_more_pages():
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA page_count")
            cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
        raise Stale

    with pytest.raises(Stale):
        journal.exclusively(no_more_pages)
    with pytest.raises(LaneStopped, match="full"):
        for _ in range(50):
            to_issue(world)
    assert models.Entry.objects.count() >= kept
    acknowledged = models.Entry.objects.count()
    with pytest.raises(LaneStopped):
        to_issue(world)
    assert models.Entry.objects.count() == acknowledged
    journal.close()


def test_acts_received_since_an_instant_are_told_in_their_order(journal):
    world = found(journal=journal, experts=2)
    now = world.clock.now()
    assert journal.received_since(now.utc_ms + 1) == ()
    since = server.at_a_false_time(world)
    told = journal.received_since(since.utc_ms)
    assert [(one.at_ms, one.kind, one.seq) for one in told] == [
        (since.utc_ms, "RegisterPerson", 0),
        (since.utc_ms, "RegisterOrganisation", 0),
    ]
    for one in told:
        assert one.digest == act_digest(journal.entries(one.docket)[0].source)
    assert journal.received_since(since.utc_ms + 1) == ()


def test_the_latest_instant_is_that_since_the_time_was_set_right(journal):
    world = found(journal=journal, experts=2)
    since = server.at_a_false_time(world)
    assert journal.latest_instant() == since.utc_ms
    server.recover(world, since)
    assert journal.latest_instant() == world.clock.now().utc_ms
    world.clock.move_to(world.clock.now().later_by(7))
    server.replace_key(world, "log")
    assert journal.latest_instant() == world.clock.now().utc_ms
