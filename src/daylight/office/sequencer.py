"""The sequencer: on a fixed schedule a fixed number of blinded leaves leaves for the log, whatever happened.

The order makes a signature the last thing that can be lost and never the first (reference: tessera's
lifecycle): write entries and tiles durably → read them back and hash them → record the size that will be
signed → sign → publish. A tick reads where it stands from disk and database, so it also finishes what a
crash left unfinished. Shown by ``tests/office/test_sequencer.py`` and ``tests/store/test_log.py``.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from daylight.core.ledger.checkpoint import Checkpoint, open_checkpoint
from daylight.core.ledger.leaf import leaf_entry
from daylight.core.ledger.note import Verifier, sign
from daylight.core.ledger.proof import LogProof
from daylight.core.ledger.tiles import (
    WIDTH,
    Tile,
    encode_entries,
    entries_match,
    entries_path,
    filled_tiles,
    grown_content,
    new_tiles,
    nodes_in,
    parse_entries,
    tile_at,
    tile_path,
)
from daylight.core.ledger.tree import (
    EMPTY_ROOT,
    HASH_SIZE,
    Nodes,
    compact,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    node_hash,
    verify_inclusion,
)
from daylight.office.keys import KeyRing
from daylight.office.logbook import Beat, LogBook, LogRefused, Signed
from daylight.office.ports import Chance, Clock
from daylight.office.watch import Watch

ORDER_BYTES = 16
CHECKPOINT = "checkpoint"
CHECKED = "checked"
TICKS_UNMARKED = 16
"""So many ticks share one mark; a start checks the leaves since then once more."""


class Sequencer:
    """Takes acts up into the log."""

    def __init__(self, book: LogBook, keys: KeyRing, pace: Beat, *, clock: Clock, chance: Chance) -> None:
        self.pace, self.origin = pace, keys.world.origin
        self._book, self._keys = book, keys
        self._clock, self._chance = clock, chance

    @property
    def key(self) -> Verifier:
        """The public side of the log's key."""
        return self._keys.verifier("log")

    def tick(self) -> Checkpoint:
        """Let the leaves of one tick leave; returns the checkpoint that was published."""
        with self._book.turn():
            last = self._finished(self._book.last())
            old = last.size if last else 0
            hashes, numbers = self._leaving(old)
            checkpoint = self._grown(last, hashes, old + self.pace.leaves)
            self._book.record(checkpoint, at_ms=self._clock.now().utc_ms, numbers=numbers)
            self._sign(checkpoint)
            for tile in filled_tiles(old, checkpoint.size):
                self._book.drop_narrower(tile.path)
                if tile.level == 0:
                    self._book.drop_narrower(entries_path(tile.index))
            return checkpoint

    def drain(self) -> Checkpoint:
        """Tick until nothing waits: for demonstrations and tests, which need not hide their pace."""
        checkpoint = self.tick()
        while self._book.waiting(1):
            checkpoint = self.tick()
        return checkpoint

    def run_forever(self, stop: threading.Event, watch: Watch | None = None) -> None:
        """Tick on schedule until told to stop; what fails is said and tried again, a refusal ends it."""
        ticks = 0
        while not stop.wait(self.pace.seconds):
            try:
                checkpoint = self.tick()
                if ticks % TICKS_UNMARKED == 0:
                    self._mark(checkpoint)
                ticks += 1
                if watch:
                    watch.moved(checkpoint)
            except LogRefused as refused:
                if watch:
                    watch.ended(refused.text)
                raise
            except Exception:
                logging.getLogger(__name__).exception("日志本次未能推进。 The log did not move this time.")

    def check(self) -> None:
        """Refuse where files, database and signatures do not agree; every leaf is looked at."""
        with self._book.turn():
            self._checked_from(0)

    def start(self) -> None:
        """The same before serving, of the leaves that no start before has checked; then this is noted."""
        with self._book.turn():
            last = self._checked_from(self.checked())
            if last:
                self._mark(Checkpoint(self.origin, last.size, last.root))

    def checked(self) -> int:
        """How many leaves a start before has checked; none where its mark is missing, forged or another's."""
        last = self._book.last()
        try:
            mark, _ = open_checkpoint(self._book.read(CHECKED), (self.key,), self._keys.crypto)
            ours = last and mark.origin == self._marks and mark.size <= last.size
            if last and ours and compact(mark.size, nodes_in(self._fetched(), last.size)).root() == mark.root:
                return mark.size
        except (KeyError, ValueError):
            pass
        return 0

    @property
    def _marks(self) -> str:
        return f"{self.origin}/{CHECKED}"

    def _mark(self, checkpoint: Checkpoint) -> None:
        """Note, signed, up to where everything agreed: a tick has read back and numbered what it added."""
        mark = Checkpoint(self._marks, checkpoint.size, checkpoint.root)
        self._book.write(CHECKED, sign(mark.text(), (self._keys.signer("log"),), self._keys.crypto).encoded())

    def _checked_from(self, since: int) -> Signed | None:
        last = self._book.last()
        self._check_published(last)
        if last is None:
            return None
        self._check_root(last)
        self._check_entries(tile_at(0, (last.size - 1) // WIDTH, last.size), self._fetched())
        self._check_leaves(last.size, since)
        return self._finished(last)

    def recheck(self, place: int, count: int = 1) -> None:
        """Compare some tiles and their entries with the signed root; places go round and round the log."""
        last = self._book.last()
        if last is None:
            return
        fetch, bundles = self._fetched(), -(-last.size // WIDTH)
        nodes = nodes_in(fetch, last.size)
        for at in range(place, place + min(count, bundles)):
            tile = tile_at(0, at % bundles, last.size)
            first = WIDTH * tile.index
            try:
                proof, leaf = inclusion_proof(first, last.size, nodes), nodes(0, first)
            except (KeyError, ValueError) as missing:
                raise _not_reproducible(last.size) from missing
            if not verify_inclusion(proof, last.root, leaf=leaf, index=first, size=last.size):
                raise _not_reproducible(last.size)
            self._check_entries(tile, fetch)

    def proof_of(self, intent_id: str) -> LogProof | None:
        """The proof that an act is in the log, with its salt; nothing while it waits for its tick."""
        return self.proofs_of((intent_id,))[0]

    def proofs_of(self, intent_ids: Iterable[str]) -> tuple[LogProof | None, ...]:
        """The proofs of several acts, all up to the same checkpoint."""
        return tuple(map(self.prover(), intent_ids))

    def prover(self) -> Callable[[str], LogProof | None]:
        """Proofs of acts as they are asked for, all up to the checkpoint that stands now."""
        with self._book.turn():
            last = self._finished(self._book.last())
        if last is None:
            return lambda _: None
        nodes = nodes_in(self._fetched(), last.size)
        return lambda intent_id: self._proof(intent_id, last, nodes)

    def shown(self, since: int) -> tuple[Callable[[str], LogProof | None], bytes, tuple[bytes, ...]]:
        """Proofs up to one checkpoint, its note, and how it continues the one of a size somebody saw before.

        Nothing shows that where there was none, or where the log has not grown.
        """
        with self._book.turn():
            last = self._finished(self._book.last())
        if last is None:
            return (lambda _: None), b"", ()
        nodes = nodes_in(self._fetched(), last.size)
        continued = consistency_proof(since, last.size, nodes) if 0 < since < last.size else ()
        return (lambda intent_id: self._proof(intent_id, last, nodes)), last.note, continued

    def _proof(self, intent_id: str, last: Signed, nodes: Nodes) -> LogProof | None:
        found = self._book.leaf_of(intent_id)
        if found is None or found[0] >= last.size:
            return None
        number, salt = found
        return LogProof(number, inclusion_proof(number, last.size, nodes), last.note, salt)

    def _leaving(self, first: int) -> tuple[list[bytes], dict[int, int]]:
        """Write the entries of this tick, shuffled with blind ones; returns leaf hashes and numbers."""
        waiting = self._book.waiting(self.pace.leaves)
        blind = [self._chance.take(HASH_SIZE) for _ in range(self.pace.leaves - len(waiting))]
        leaving: list[tuple[int | None, bytes]] = [(leaf.number, leaf.commitment) for leaf in waiting]
        leaving += [(None, commitment) for commitment in blind]
        leaving.sort(key=lambda _: self._chance.take(ORDER_BYTES))
        numbers = {at: first + place for place, (at, _) in enumerate(leaving) if at is not None}
        entries = [leaf_entry(commitment) for _, commitment in leaving]
        for path, bundle in _bundles(first, entries, self._book.read):
            self._book.write(path, bundle)
        return [leaf_hash(entry) for entry in entries], numbers

    def _grown(self, last: Signed | None, hashes: list[bytes], new: int) -> Checkpoint:
        """Write the tiles of the grown tree, read everything back, and only then believe its root."""
        old = last.size if last else 0
        before = self._fetched()
        nodes = _with_leaves(nodes_in(before, old), old, hashes)
        for tile in new_tiles(old, new):
            self._book.write(tile.path, grown_content(tile, old, before, nodes))
        back = self._fetched()
        kept = nodes_in(back, new)
        root = compact(new, kept).root()
        unchanged = compact(old, kept).root() == (last.root if last else EMPTY_ROOT)
        if not unchanged or root != compact(new, nodes).root():
            raise LogRefused(
                "写入的日志文件读回后与内存不符，未签署。请检查磁盘后重启。",
                "The files of the log read back differ from what was written; nothing was signed. "
                "Check the disk, then start again.",
            )
        for tile in new_tiles(old, new):
            if tile.level == 0:
                self._check_entries(tile, back)
        return Checkpoint(self.origin, new, root)

    def _finished(self, last: Signed | None) -> Signed | None:
        """Sign a recorded size that has no note yet, and publish the last note."""
        if last is None:
            return None
        if not last.note:
            self._check_root(last)
            return self._sign(Checkpoint(self.origin, last.size, last.root))
        if self._published() != last.note:
            self._book.write(CHECKPOINT, last.note)
        return last

    def _sign(self, checkpoint: Checkpoint) -> Signed:
        """Sign a recorded size whose root was just computed from what lies on the disk, and publish it."""
        self._keys.read()
        note = sign(checkpoint.text(), (self._keys.signer("log"),), self._keys.crypto).encoded()
        self._book.attach(checkpoint.size, note)
        self._book.write(CHECKPOINT, note)
        return Signed(checkpoint.size, checkpoint.root, note)

    def _check_published(self, last: Signed | None) -> None:
        published = self._published()
        if not published:
            return
        checkpoint, _ = open_checkpoint(published, self._keys.verifiers("log"), self._keys.crypto)
        ours = last is not None and checkpoint.origin == self.origin and checkpoint.size <= last.size
        if not ours:
            raise LogRefused(
                f"已公布的检查点（{checkpoint.size}）超前于数据库（{last.size if last else 0}）："
                "数据库可能恢复自旧备份。请恢复到更新的备份，切勿删除日志文件。",
                f"The published checkpoint ({checkpoint.size}) is ahead of the database "
                f"({last.size if last else 0}): the database seems restored from an old backup. "
                "Restore a newer one; never delete files of the log.",
            )

    def _check_root(self, last: Signed) -> None:
        try:
            root = compact(last.size, nodes_in(self._fetched(), last.size)).root()
        except (KeyError, ValueError) as missing:
            raise _not_reproducible(last.size) from missing
        if root != last.root:
            raise _not_reproducible(last.size)

    def _check_leaves(self, size: int, since: int) -> None:
        entries = lru_cache(1)(lambda bundle: self._entries(bundle, size))
        for leaf in self._book.numbered(since):
            place, at = divmod(leaf.number, WIDTH)
            if leaf.number >= size or entries(place)[at] != leaf_entry(leaf.commitment):
                raise LogRefused(
                    f"数据库中叶子 {leaf.number} 与日志文件不符。请运行 daylight fsck，"
                    "并从同一时刻的备份一并恢复数据库与日志文件。",
                    f"Leaf {leaf.number} in the database differs from the files of the log. Run daylight "
                    "fsck, and restore database and log together from backups of one moment.",
                )

    def _check_entries(self, tile: Tile, fetch: Callable[[Tile], bytes]) -> None:
        size = WIDTH * tile.index + tile.width
        if not entries_match(self._entries(tile.index, size), tile, fetch(tile)):
            raise _not_reproducible(size)

    def _entries(self, bundle: int, size: int) -> tuple[bytes, ...]:
        width = min(WIDTH, size - WIDTH * bundle)
        try:
            return parse_entries(self._book.read(entries_path(bundle, width)), width)
        except (KeyError, ValueError) as missing:
            raise _not_reproducible(size) from missing

    def _published(self) -> bytes:
        try:
            return self._book.read(CHECKPOINT)
        except KeyError:
            return b""

    def _fetched(self) -> Callable[[Tile], bytes]:
        """Tiles from disk, each read once; the beginning of a whole one where the narrower was dropped."""

        def read(tile: Tile) -> bytes:
            try:
                return self._book.read(tile.path)
            except KeyError:
                whole = self._book.read(tile_path(tile.level, tile.index))
                return whole[: HASH_SIZE * tile.width]

        return cache(read)


def _bundles(first: int, entries: list[bytes], read: Callable[[str], bytes]) -> Iterator[tuple[str, bytes]]:
    """The bundles that change when entries are appended after ``first``, each with what it held before."""
    index, before = divmod(first, WIDTH)
    held = parse_entries(read(entries_path(index, before)), before) if before else ()
    whole = [*held, *entries]
    for start in range(0, len(whole), WIDTH):
        part = whole[start : start + WIDTH]
        yield entries_path(index + start // WIDTH, len(part)), encode_entries(part)


def _with_leaves(nodes: Nodes, size: int, hashes: list[bytes]) -> Nodes:
    """The perfect subtrees of a tree after leaves were appended to its ``size``."""

    @cache
    def node(level: int, index: int) -> bytes:
        if index + 1 << level <= size:
            return nodes(level, index)
        if level == 0:
            return hashes[index - size]
        return node_hash(node(level - 1, 2 * index), node(level - 1, 2 * index + 1))

    return node


def _not_reproducible(size: int) -> LogRefused:
    return LogRefused(
        f"已签署的检查点（{size}）无法由日志文件重算：文件缺失或损坏。请从备份恢复日志文件后重启；"
        "daylight fsck 会列出受损文件。",
        f"The checkpoint signed at {size} cannot be recomputed from the files of the log: some are missing "
        "or damaged. Restore them from a backup, then start again; daylight fsck lists what is damaged.",
    )
