"""A tick sends as many leaves whatever happened, and no crash leaves a signature ahead of its data."""

from itertools import pairwise
from threading import Event, Thread

import pytest

from daylight.core.acts.intent import intent_id
from daylight.core.ledger.checkpoint import Checkpoint, open_checkpoint
from daylight.core.ledger.leaf import commitment, leaf_entry
from daylight.core.ledger.note import sign
from daylight.core.ledger.proof import check_log_proof
from daylight.core.ledger.tiles import entries_path, nodes_in, parse_entries, tile_at
from daylight.core.ledger.tree import consistency_proof, verify_consistency
from daylight.crypto.openssl import OPENSSL
from daylight.crypto.pure import PURE
from daylight.office.logbook import Beat, LogRefused
from daylight.office.memory import MemoryLog
from logs import BUNDLES, LOG, LOG_KEY, DyingBook, Killed, sequencer
from world import found


@pytest.fixture(scope="module")
def journal():
    return found(experts=4).office.journal


def entries_of(book, size):
    return [
        entry
        for at in range(0, size, 256)
        for entry in parse_entries(
            book.read(entries_path(at // 256, min(256, size - at))), min(256, size - at)
        )
    ]


def assert_every_act_is_proved(book, log, journal):
    for draft in journal.drafts:
        proof = log.proof_of(draft.intent_id)
        entry = leaf_entry(commitment(proof.extra, draft.source))
        assert check_log_proof(proof, entry, (LOG_KEY,), PURE).size == book.last().size


def test_a_tick_sends_as_many_leaves_when_nothing_happened():
    book = MemoryLog(found(experts=0).office.journal)
    log = sequencer(book, leaves=200)
    busy = log.tick()
    assert book.waiting(1) == ()
    idle = log.tick()
    assert (busy.size, idle.size) == (200, 400)
    assert {len(entry) for entry in entries_of(book, 400)} == {62}


def test_acts_beyond_a_tick_wait_for_the_next(journal):
    book = MemoryLog(journal)
    log = sequencer(book, leaves=7)
    log.tick()
    assert len(book.waiting(1000)) == len(journal.drafts) - 7
    log.drain()
    assert_every_act_is_proved(book, log, journal)


def test_leaves_of_a_tick_are_shuffled_and_equal_seeds_give_equal_logs(journal):
    books = [MemoryLog(journal) for _ in range(3)]
    for book, seed in zip(books, ("one", "one", "two"), strict=True):
        sequencer(book, leaves=100, seed=seed).drain()
    assert books[0].files == books[1].files
    orders = [[leaf.commitment for leaf in book.numbered()] for book in books]
    journal_order = [commitment(draft.salt, draft.source) for draft in journal.drafts]
    assert sorted(orders[0]) == sorted(orders[2]) == sorted(journal_order)
    assert orders[0] != orders[2]
    assert orders[0] != journal_order


def test_the_log_grows_over_full_tiles_and_stays_consistent(journal):
    book = MemoryLog(journal)
    log = sequencer(book, leaves=100)
    grown = [log.tick() for _ in range(8)]
    nodes = nodes_in(lambda tile: book.read(tile.path), 800)
    for old, new in pairwise(grown):
        proof = consistency_proof(old.size, new.size, nodes)
        assert verify_consistency(proof, old.root, new.root, old=old.size, new=new.size)
    assert_every_act_is_proved(book, log, journal)


def test_an_act_that_waits_has_no_proof_yet(journal):
    assert sequencer(MemoryLog(journal)).proof_of(journal.drafts[0].intent_id) is None
    assert intent_id(journal.drafts[0].act.intent) == journal.drafts[0].intent_id


def steps_of_a_tick(journal):
    for steps in range(1, 100):
        book = MemoryLog(journal)
        sequencer(book, leaves=20).tick()
        dying = DyingBook(book, steps, after=False)
        try:
            sequencer(dying, leaves=300, seed="dying").tick()
        except Killed:
            continue
        return steps - 1
    raise AssertionError("a tick does not end")


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_crash_at_any_step_of_a_tick_is_mended_by_the_next(journal, after):
    count = steps_of_a_tick(journal)
    assert count >= 8
    for steps in range(1, count + 1):
        book = MemoryLog(journal)
        sequencer(book, leaves=20).tick()
        before = book.files["checkpoint"]
        with pytest.raises(Killed):
            sequencer(DyingBook(book, steps, after=after), leaves=300, seed="dying").tick()
        published, _ = open_checkpoint(book.files["checkpoint"], (LOG_KEY,), OPENSSL)
        assert published.size <= book.last().size
        log = sequencer(book, leaves=300, seed="risen")
        log.check()
        log.drain()
        old, _ = open_checkpoint(before, (LOG_KEY,), OPENSSL)
        new = log.tick()
        proof = consistency_proof(
            old.size, new.size, nodes_in(lambda tile, book=book: book.read(tile.path), new.size)
        )
        assert verify_consistency(proof, old.root, new.root, old=old.size, new=new.size)
        assert_every_act_is_proved(book, log, journal)


@pytest.mark.parametrize("path", ["tile/0/000.p/100", "tile/entries/000.p/100"])
@pytest.mark.parametrize("harm", ["missing", "changed"])
def test_a_log_whose_files_are_damaged_does_not_start(journal, path, harm):
    book = MemoryLog(journal)
    log = sequencer(book, leaves=100)
    log.drain()
    if harm == "missing":
        del book.files[path]
    else:
        book.files[path] = book.files[path][:-2] + bytes([book.files[path][-2] ^ 1]) + book.files[path][-1:]
    with pytest.raises(LogRefused):
        log.check()


def test_a_database_older_than_the_published_checkpoint_does_not_start(journal):
    book, older = MemoryLog(journal), MemoryLog(journal)
    sequencer(older, leaves=100).tick()
    log = sequencer(book, leaves=100)
    log.tick()
    log.tick()
    older.files = book.files
    with pytest.raises(LogRefused, match="old backup"):
        sequencer(older, leaves=100).check()


def test_an_act_changed_after_it_left_does_not_start(journal):
    world = found(experts=0)
    book = MemoryLog(world.office.journal)
    log = sequencer(book, leaves=100)
    log.drain()
    log.check()
    drafts = world.office.journal.drafts
    object.__setattr__(drafts[3], "source", drafts[4].source)
    with pytest.raises(LogRefused, match="Leaf"):
        log.check()


def test_a_disk_that_keeps_something_else_is_never_signed(journal):
    class Lying(MemoryLog):
        def write(self, path, content):
            super().write(path, content[:-1] + b"?" if path.startswith("tile/0/") else content)

    book = Lying(journal)
    with pytest.raises(LogRefused, match="nothing was signed"):
        sequencer(book, leaves=100).tick()
    assert book.last() is None


@pytest.mark.parametrize("leaves", [7, 256, 300])
def test_any_tile_or_bundle_that_was_changed_is_found_when_its_turn_comes(leaves):
    book = MemoryLog(found(experts=0).office.journal)
    log = sequencer(book, leaves=leaves)
    for _ in range(3):
        size = log.tick().size
    bundles = -(-size // 256)
    for place in range(2 * bundles):
        log.recheck(place)
    places = [(0, 0), (0, bundles - 1), *([(1, 0)] if size >= 256 else [])]
    kept = {tile_at(level, index, size).path for level, index in places}
    last = entries_path(bundles - 1, size - 256 * (bundles - 1))
    for path in {*kept, last, entries_path(0, min(256, size))}:
        before = book.read(path)
        for damage in (bytes([before[0] ^ 1]) + before[1:], before[:-1]):
            book.write(path, damage)
            with pytest.raises(LogRefused):
                for place in range(bundles):
                    log.recheck(place)
        book.write(path, before)
    log.recheck(0)


def test_several_places_are_compared_at_once_and_none_twice():
    book = MemoryLog(found(experts=0).office.journal)
    log, read = sequencer(book, leaves=256), []
    for _ in range(3):
        log.tick()
    book.read, honest = lambda path: read.append(path) or honest(path), book.read
    log.recheck(1, 2)
    assert [path for path in read if "entries" in path] == [entries_path(1), entries_path(2)]
    read.clear()
    log.recheck(2, 8)
    assert sorted(path for path in read if "entries" in path) == [entries_path(n) for n in range(3)]
    book.write(entries_path(0), b"")
    log.recheck(1, 2)
    with pytest.raises(LogRefused):
        log.recheck(2, 2)


def test_a_narrower_tile_of_another_size_is_not_grown():
    book = MemoryLog(found(experts=0).office.journal)
    log = sequencer(book, leaves=7)
    size = log.tick().size
    book.write(tile_at(0, 0, size).path, b"x" * 31)
    with pytest.raises(ValueError, match="bytes"):
        log.tick()
    assert book.last().size == size


def test_narrower_tiles_go_when_the_full_one_has_come_and_every_older_proof_can_still_be_made(journal):
    book = MemoryLog(journal)
    log = sequencer(book, leaves=100)
    early = log.tick()
    kept = log.prover()
    proofs = [kept(draft.intent_id) for draft in journal.drafts]
    log.tick()
    assert {"tile/0/000.p/100", "tile/0/000.p/200", "tile/entries/000.p/200"} <= book.files.keys()
    log.tick()
    assert sorted(book.files) == [
        "checkpoint", "tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/000",
        "tile/entries/001.p/44",
    ]  # fmt: skip
    assert [kept(draft.intent_id) for draft in journal.drafts] == proofs
    older = nodes_in(log._fetched(), early.size)
    assert consistency_proof(50, early.size, older)
    log.check()
    assert_every_act_is_proved(book, log, journal)


class Counting(MemoryLog):
    """A log, and what was read of it."""

    def read(self, path):
        self.opened = [*getattr(self, "opened", ()), path]
        return super().read(path)


def test_a_start_looks_only_at_what_no_start_before_has_checked(journal):
    book = Counting(journal)
    log = sequencer(book, leaves=2_560)
    log.tick()
    book.opened = []
    log.start()
    bundles = [path for path in book.opened if path.startswith("tile/entries/")]
    assert len(bundles) >= 10
    assert log.checked() == 2_560
    book.opened = []
    log.start()
    assert [path for path in book.opened if path.startswith("tile/entries/")] == ["tile/entries/009"]
    log.tick()
    assert log.checked() == 2_560


@pytest.mark.parametrize(
    "harm",
    [
        lambda mark, _: b"",
        lambda mark, _: mark[:-3],
        lambda mark, _: mark.replace(b"300", b"301"),
        lambda mark, book: book.files["checkpoint"],
        lambda mark, book: marked(book, BUNDLES, 300, book.last().root),
        lambda mark, book: marked(book, LOG, 300, b"x" * 32),
        lambda mark, book: marked(book, LOG, 301, book.last().root),
    ],
    ids=["missing", "cut", "changed", "checkpoint", "other-key", "other-tree", "ahead"],
)
def test_after_a_mark_that_does_not_hold_everything_is_checked(harm):
    world = found(experts=0)
    book = MemoryLog(world.office.journal)
    log = sequencer(book, leaves=300)
    log.tick()
    log.start()
    draft, other = world.office.journal.drafts[3:5]
    object.__setattr__(draft, "source", other.source)
    log.start()
    book.files["checked"] = harm(book.files["checked"], book)
    assert log.checked() == 0
    with pytest.raises(LogRefused, match="Leaf"):
        log.start()


def marked(book, signer, size, root):
    text = Checkpoint(f"{LOG.name}/checked", size, root).text()
    return sign(text, (signer,), OPENSSL).encoded()


def test_what_came_after_the_mark_is_checked(journal):
    world = found(experts=0)
    book = MemoryLog(world.office.journal)
    log = sequencer(book, leaves=5)
    log.tick()
    log.start()
    log.drain()
    late = next(draft for draft in reversed(world.office.journal.drafts))
    object.__setattr__(late, "source", late.source + b" ")
    with pytest.raises(LogRefused, match="Leaf"):
        log.start()


def test_a_server_moves_the_mark_with_every_tick(journal):
    book = MemoryLog(journal)
    log = sequencer(book, leaves=100)
    log.tick()
    log.start()
    stop = Event()
    log.pace = Beat(0.001, 100)
    running = Thread(target=log.run_forever, args=(stop,))
    running.start()
    while log.checked() < 300:
        pass
    stop.set()
    running.join()
    assert log.checked() == book.last().size
