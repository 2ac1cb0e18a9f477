"""First step: each act is in the log (salt and bytes to leaf, leaf to signed root), and its receipt holds.

Shown by ``tests/verifier/test_forgeries.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from daylight.core.acts.act import Act, act_digest, read_act
from daylight.core.dockets.world import keys_ever, keys_then
from daylight.core.ledger.checkpoint import Checkpoint, open_checkpoint
from daylight.core.ledger.intake import read_intake
from daylight.core.ledger.leaf import SALT_SIZE, commitment, leaf_entry
from daylight.core.ledger.note import Verifier, open_note, read_vkey
from daylight.core.ledger.proof import LogProof, read_log_proof
from daylight.core.ledger.tree import leaf_hash, verify_inclusion
from daylight.core.values.crypto import Crypto
from daylight.core.values.instant import Instant
from daylight.core.values.plain import Misshapen
from daylight.verifier.findings import Notebook
from daylight.verifier.opened import Bundle
from daylight.verifier.shape import CHECKPOINT, SUFFIXES, place_of
from daylight.verifier.shelves import Shelf, acts_on


@dataclass(frozen=True)
class Entered:
    """An act with its bytes and its proof, if it can be read; ``young`` is the salt while there is none."""

    act: Act
    source: bytes
    proof: LogProof | None

    young: bytes = b""

    @property
    def salt(self) -> bytes:
        """What blinds the leaf."""
        return (self.proof and self.proof.extra) or self.young

    @cached_property
    def commitment(self) -> bytes:
        """What stands in the log, and what the gateway signed."""
        return commitment(self.salt, self.source)


@dataclass(frozen=True)
class Authentic:
    """The acts of a shelf with their bytes, by docket in the order of their places; the log has every one.

    ``leaves`` are the numbers of their leaves, by docket and place; a view may lack some.
    """

    bundle: Bundle
    shelf: Shelf
    acts: Mapping[str, list[tuple[Act, bytes]]]
    leaves: Mapping[tuple[str, int], int]


def authentic(
    bundle: Bundle, checkpoint: Checkpoint | None, shelf: Shelf, crypto: Crypto, book: Notebook
) -> Authentic | None:
    """The acts of a shelf; nothing if one of them is missing, unreadable or not in the log."""
    before = book.troubles
    dockets: dict[str, list[tuple[Act, bytes]]] = {}
    leaves: dict[tuple[str, int], int] = {}
    for docket, seq, folders in acts_on(shelf):
        young = bundle.young.salts.get((docket, seq), b"") if bundle.young else b""
        wanted = set(SUFFIXES) - ({"proofs"} if young else set())
        missing = [place_of(folder, docket, seq) for folder in sorted(wanted - folders)]
        if missing:
            book.miss(
                "bundle.missing", missing[0], "缺少文件，无法得出结论", "is missing; nothing can be concluded"
            )
            continue
        source = bundle.contents[place_of("acts", docket, seq)]
        if act := _act(source, docket, seq, book):
            entered = Entered(act, source, _proof(bundle, docket, seq), young)
            if young and "proofs" not in folders:
                _check_not_due(bundle, act, book)
            else:
                _check_proof(bundle, checkpoint, entered, book)
            _check_receipt(bundle, entered, crypto, book)
            if entered.proof:
                leaves[docket, seq] = entered.proof.index
            dockets.setdefault(docket, []).append((act, source))
            book.counts["acts"] += 1
    return Authentic(bundle, shelf, dockets, leaves) if book.troubles == before else None


def checkpoint_of(bundle: Bundle, crypto: Crypto, book: Notebook) -> Checkpoint | None:
    """The checkpoint all proofs lead to; nothing where it does not hold."""
    try:
        checkpoint, _ = open_checkpoint(bundle.contents[CHECKPOINT], _log_keys(bundle), crypto)
    except ValueError as error:
        book.contradict(
            "log.checkpoint", CHECKPOINT, f"检查点不成立：{error}", f"does not hold: {error}", CHECKPOINT
        )
        return None
    if checkpoint.origin != bundle.world.origin:
        book.contradict(
            "log.other-origin", CHECKPOINT, "属于另一个日志", "belongs to another log", CHECKPOINT
        )
        return None
    book.counts["signatures"] += len((CHECKPOINT, "note"))
    return checkpoint


def _act(source: bytes, docket: str, seq: int, book: Notebook) -> Act | None:
    path = place_of("acts", docket, seq)
    try:
        act = read_act(source)
    except Misshapen as error:
        book.contradict("act.unreadable", path, f"行为不可读：{error}", f"cannot be read: {error}", path)
        return None
    if (act.docket, act.seq) != (docket, seq) or act.intent.docket != docket:
        book.contradict("act.misplaced", path, "行为不属于此处", "the act does not belong here", path)
        return None
    return act


def _proof(bundle: Bundle, docket: str, seq: int) -> LogProof | None:
    try:
        return read_log_proof(bundle.contents[place_of("proofs", docket, seq)])
    except (KeyError, ValueError):
        return None


def _check_not_due(bundle: Bundle, act: Act, book: Notebook) -> None:
    """An act stands by its receipt alone only until the log owes its leaf."""
    founding = bundle.world.founding
    assert bundle.young is not None  # only a view has acts without proofs
    due = act.received_at.utc_ms + (founding.pace.due_after_ms if founding else 0)
    if bundle.young.now_ms > due:
        book.against(
            act, "log.overdue", "叶子已到期而未出示其证明", "its leaf was due, and no proof is shown"
        )


def _check_proof(bundle: Bundle, checkpoint: Checkpoint | None, entered: Entered, book: Notebook) -> None:
    """Salt and bytes lead to the leaf, the leaf to the root of the one checkpoint of the bundle."""
    act, proof, holds = entered.act, entered.proof, False
    if (
        checkpoint
        and proof
        and proof.checkpoint == bundle.contents[CHECKPOINT]
        and len(entered.salt) == SALT_SIZE
    ):
        leaf = leaf_hash(leaf_entry(entered.commitment))
        try:
            holds = verify_inclusion(
                proof.hashes, checkpoint.root, leaf=leaf, index=proof.index, size=checkpoint.size
            )
        except ValueError:
            holds = False
    if holds:
        book.counts["proofs"] += 1
    else:
        book.against(act, "log.not-included", "日志中没有此行为的叶子", "the log holds no leaf of this act")


def _log_keys(bundle: Bundle) -> tuple[Verifier, ...]:
    """The key a bundle names; of a view the one in force, and the one it replaced just now."""
    if bundle.young is None:
        return (bundle.log_key,)
    world, entered, now = bundle.world, bundle.entered, Instant(bundle.young.now_ms)
    in_force = keys_ever(world, entered, "log")[-1:]
    lately = keys_then(world, entered, "log", at=now)
    return tuple(map(read_vkey, dict.fromkeys((*lately, *in_force)))) or (bundle.log_key,)


def _intake_keys(bundle: Bundle, entered: Entered) -> tuple[Verifier, ...]:
    """The keys the gateway had when it received the act; worlds older than their ids have one."""
    at, digest = entered.act.received_at, act_digest(entered.source)
    then = keys_then(bundle.world, bundle.entered, "intake", at=at, digest=digest)
    return tuple(map(read_vkey, then)) or (bundle.intake_key,)


def _check_receipt(bundle: Bundle, entered: Entered, crypto: Crypto, book: Notebook) -> None:
    """The gateway signed that it received exactly this, at the instant the act says."""
    act = entered.act
    try:
        promised = bundle.world.promise(entered.commitment, act.received_at.utc_ms)
        note = bundle.contents[place_of("receipts", act.docket, act.seq)]
        opened = open_note(note, _intake_keys(bundle, entered), crypto)
        holds = read_intake(opened.text) == promised and not opened.others
    except ValueError:
        holds = False
    if holds:
        book.counts["signatures"] += 1
    else:
        book.against(
            act,
            "receipt.differs",
            "回执与行为或收到时间不符",
            "the receipt differs from the act or from the instant it was received",
        )
