"""Whether an answer is a receipt, or a refusal, that its signer cannot take back; anything else is a lie.

Shown by ``tests/client/test_lying_door.py``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from daylight.client.lies import Lied
from daylight.client.pin import Pin
from daylight.core.acts.act import Act, read_act
from daylight.core.acts.answer import REFUSAL_HEADING, Receipt, RefusalNote, plain_facts, with_facts
from daylight.core.acts.intent import SignedIntent, intent_id, read_signed
from daylight.core.ledger.intake import read_intake
from daylight.core.ledger.leaf import commitment, leaf_entry
from daylight.core.ledger.note import Verifier, open_note
from daylight.core.ledger.proof import LogProof, check_log_proof, read_log_proof
from daylight.core.values.crypto import Crypto
from daylight.core.values.instant import Instant
from daylight.core.values.plain import Misshapen, canonical_bytes, read_plain
from daylight.core.values.text import Text, Told

AT = 3
"""The line of a refusal that has its instant."""

LATE = {"bidding.after-deadline", "prequalification.after-deadline"}
Keys = tuple[tuple[Verifier, ...], tuple[Verifier, ...]]


@dataclass(frozen=True)
class Sent:
    """What was sent, the latest instant of an act seen before, and the deadline it had to meet, if any.

    ``keys`` are those of the gateway in force; the pinned one where nothing is known of others.
    """

    signed: SignedIntent
    after_ms: int = 0
    before_ms: int | None = None
    keys: tuple[Verifier, ...] = ()


def check_receipt(receipt: Receipt, sent: Sent, pin: Pin, crypto: Crypto) -> Act:
    """The act of a receipt that holds: the gateway signed for my intent, at an instant that can be true."""
    try:
        opened = open_note(receipt.note, sent.keys or (pin.intake,), crypto)
        promised, act = read_intake(opened.text), read_act(receipt.act)
    except (ValueError, Misshapen) as error:
        raise Lied("receipt.none", why=str(error)) from None
    at = act.received_at.utc_ms
    if promised != pin.world.promise(commitment(receipt.salt, receipt.act), at):
        raise Lied("receipt.differs")
    if (act.intent.spelled, act.signature) != (sent.signed.intent.spelled, sent.signed.signature):
        raise Lied("receipt.other-intent")
    if at < sent.after_ms:
        raise Lied("receipt.before-sending")
    if sent.before_ms is not None and at >= sent.before_ms:
        raise Lied("receipt.after-deadline")
    return act


class NotDue(Told):
    """The log does not owe the leaf yet."""

    def __init__(self, due: Instant) -> None:
        super().__init__(
            Text(
                f"叶子须在 {due.iso()} 前入日志，请届时再取证明。",
                f"The leaf is due at {due.iso()}; fetch its proof then.",
            )
        )


def prove(
    receipt: Receipt, fetched: Callable[[str], bytes | None], keys: Keys, now: Instant, crypto: Crypto
) -> LogProof:
    """The proof that the act of a receipt is in the log; a missing leaf after its day is a lie.

    ``keys`` are all that log and gateway ever had; ``ValueError`` where the receipt is of none of them.
    """
    log, intake = keys
    act = read_act(receipt.act)
    promised = read_intake(open_note(receipt.note, intake, crypto).text)
    source = fetched(intent_id(act.intent))
    due = Instant(promised.due.ms if promised.due else promised.received_ms, now.offset_minutes)
    if source is None and now < due:
        raise NotDue(due)
    try:
        found = read_log_proof(source or b"")
        check_log_proof(found, leaf_entry(commitment(receipt.salt, receipt.act)), log, crypto)
    except ValueError:
        raise Lied("receipt.no-leaf", due=due.iso()) from None
    return found


@dataclass(frozen=True)
class KeptRefusal:
    """A refusal as its owner keeps it: the note, its facts as JSON, and the signed intent refused."""

    refused: RefusalNote
    facts: str
    sent: bytes


def kept_refusal(refused: RefusalNote, sent: bytes) -> KeptRefusal:
    """What is kept of a refusal."""
    return KeptRefusal(refused, canonical_bytes(plain_facts(refused)).decode(), sent)


def read_refusal(kept: KeptRefusal, pin: Pin, intake: tuple[Verifier, ...], crypto: Crypto) -> CheckedRefusal:
    """What a kept refusal says, where the gateway signed it for just this intent; ``Lied`` where not."""
    signed, note = read_signed(kept.sent), with_facts(kept.refused, read_plain(kept.facts.encode()))
    check_refusal(note, Sent(signed, keys=intake), pin, crypto)
    at = open_note(note.note, intake, crypto).text.split("\n")[AT]
    return CheckedRefusal(int(at), signed, note)


@dataclass(frozen=True)
class CheckedRefusal:
    """A refusal that holds: when it arrived in UTC milliseconds, what arrived, the reasons."""

    at_ms: int
    signed: SignedIntent
    note: RefusalNote


def check_refusal(note: RefusalNote, sent: Sent, pin: Pin, crypto: Crypto) -> None:
    """The gateway signed that my intent arrived and was refused for these reasons."""
    codes = ",".join(sorted({refusal.code for refusal in note.refusals}))
    try:
        lines = open_note(note.note, sent.keys or (pin.intake,), crypto).text.split("\n")
    except ValueError as error:
        raise Lied("refusal.none", why=str(error)) from None
    heading, world, intent, at, said, *rest = [*lines, "", "", "", "", ""]
    mine = intent_id(sent.signed.intent)
    if (heading, world, intent, said) != (REFUSAL_HEADING, pin.world.id, mine, codes) or any(rest):
        raise Lied("refusal.differs")
    early = sent.before_ms is not None and at.isdecimal() and int(at) < sent.before_ms
    if early and {refusal.code for refusal in note.refusals} & LATE:
        raise Lied("refusal.before-deadline")
