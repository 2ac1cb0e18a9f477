"""Lies a server could tell in what it answers: receipts, refusals, files, the record to be signed."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from daylight.core.acts.act import act_bytes, read_act
from daylight.core.acts.answer import Receipt, RefusalNote
from daylight.core.acts.bidding import SubmitBid
from daylight.core.acts.intent import intent_id, read_signed
from daylight.core.ledger.leaf import commitment
from daylight.core.ledger.note import sign
from daylight.crypto.openssl import OPENSSL
from lies import signing
from lies_of_server import admitting_everything
from shown_lies import hiding_bids, shown
from wires import OfficeWire

LATER_MS = 3_600_000


def answered(wire: OfficeWire, change: Callable[[Receipt, bytes], object]) -> None:
    """Every receipt is changed before it is given."""
    true = wire.perform

    def perform(source, openings=()):
        answer = true(source, openings)
        return change(answer, source) if isinstance(answer, Receipt) else answer

    wire.perform = perform


def receipt_of_nothing(wire, chance):
    """The receipt is some bytes."""
    answered(wire, lambda receipt, _: replace(receipt, note=chance.randbytes(chance.randrange(200))))


def receipt_by_another(wire, chance):
    """The receipt is signed by another key."""
    other = replace(wire.office.keys.signer("intake"), seed=chance.randbytes(32))
    answered(
        wire,
        lambda receipt, _: replace(
            receipt, note=sign(receipt.note.decode().split("\n\n")[0] + "\n", (other,), OPENSSL).encoded()
        ),
    )


def resigned(wire, receipt, change):
    """A receipt for a changed act, under the gateway's true key."""
    act = change(read_act(receipt.act))
    source = act_bytes(act)
    return Receipt(wire.office.receipts.note(act, commitment(receipt.salt, source)), receipt.salt, source)


def receipt_with_another_salt(wire, chance):
    """The receipt's salt does not lead to its commitment."""
    answered(wire, lambda receipt, _: replace(receipt, salt=chance.randbytes(32)))


def receipt_of_another_intent(wire, chance):
    """The receipt is a true one, for what somebody else sent."""
    other = chance.choice(
        [draft for draft in wire.office.journal.drafts if draft.act.intent.kind != "SubmitBid"]
    )
    answered(wire, lambda *_: Receipt(other.note, other.salt, other.source))


def receipt_before_sending(wire, chance):
    """The receipt is dated before what the sender had seen."""
    earlier = chance.randrange(3 * 86_400_000, 40 * 86_400_000)
    answered(
        wire,
        lambda receipt, _: resigned(
            wire, receipt, lambda act: replace(act, received_at=act.received_at.later_by(-earlier))
        ),
    )


def receipt_after_the_deadline(wire, chance):
    """A bid in time is given a receipt that says it came late."""
    later = chance.randrange(50, 90) * 24 * LATER_MS
    answered(
        wire,
        lambda receipt, _: resigned(
            wire, receipt, lambda act: replace(act, received_at=act.received_at.later_by(later))
        ),
    )


def receipt_without_a_day(wire, chance):
    """The receipt promises its leaf later than the world was founded with."""
    world = wire.office.rules.world
    pace = replace(world.founding.pace, rush=world.founding.pace.rush + 256 * chance.randrange(1, 9))
    slower = copy.copy(wire.office.receipts)
    object.__setattr__(slower, "world", replace(world, founding=replace(world.founding, pace=pace)))

    def later(receipt, _):
        act = read_act(receipt.act)
        text = slower.world.promise(commitment(receipt.salt, receipt.act), act.received_at.utc_ms)
        text = replace(text, context=world.id).text()
        return replace(receipt, note=sign(text, (slower.keys.signer("intake"),), OPENSSL).encoded())

    answered(wire, later)


def receipt_judged_by_less(wire, chance):
    """The act in the receipt saw a case shorter than the bidder was shown."""

    def shorter(act):
        seen = tuple(
            replace(one, length=one.length - 1, digest=sha256(chance.randbytes(8)).hexdigest())
            if one.docket.startswith("case-")
            else one
            for one in act.seen
        )
        return replace(act, seen=seen)

    answered(wire, lambda receipt, _: resigned(wire, receipt, shorter))


def receipt_of_more_bids(wire, chance):
    """Some bids, or all, are shown to nobody; what is signed for the others is said to be for every bid."""
    bids = sorted(file.id for file in wire.office.views.index(case_of_bids(wire)).state.files)
    hidden = frozenset(chance.sample(bids, chance.randrange(1, len(bids) + 1)))
    shown(wire, lambda view: hiding_bids(view, hidden.__contains__))

    def perform(source, openings=()):
        wire.sent.append("kept")
        signed, office = read_signed(source), wire.office
        with admitting_everything():
            judged = office._judged(signed, office.gateway.stamp(), openings, fresh=True)
        draft = office._drafted(signed, judged, openings)
        return Receipt(draft.note, draft.salt, draft.source)

    wire.perform = perform


def case_of_bids(wire) -> str:
    """The one case of the office for which there are bids."""
    return next(
        act.deed(SubmitBid).case
        for act in (draft.act for draft in wire.office.journal.drafts)
        if isinstance(act.intent.deed, SubmitBid)
    )


def refused_by_nobody(wire, chance):
    """A refusal whose note is signed by another key: the bidder is to send again elsewhere."""
    other = replace(wire.office.keys.signer("intake"), seed=chance.randbytes(32))

    def perform(source, openings=()):
        wire.sent.append("kept")
        signed = read_signed(source)
        book = replace(wire.office.receipts, keys=signing(wire.office.keys, "intake", other.seed))
        return book.refusal(signed, wire.office.gateway.stamp(), ())

    wire.perform = perform


def refused_another(wire, chance):
    """A true refusal of somebody else's intent."""

    def perform(source, openings=()):
        wire.sent.append("kept")
        signed = read_signed(source)
        other = replace(signed, intent=replace(signed.intent, nonce=chance.randbytes(16).hex()))
        note = wire.office.receipts.refusal(other, wire.office.gateway.stamp(), ())
        return RefusalNote(note.note, intent_id(signed.intent), ())

    wire.perform = perform


def other_file_received(wire, chance):
    """The vault says it received another file."""
    wire.put = lambda content, bid="": sha256(chance.randbytes(8)).hexdigest()


def other_share_file(wire, chance):
    """A holder is given another file than his share, so that he calls a good bid unopenable."""
    true = wire.stream

    def stream(case, digest, device):
        content = bytearray(b"".join(true(case, digest, device)))
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        yield bytes(content)

    wire.stream = stream


def docket_of_no_bid(wire, chance):
    """The bidder is told a name under which no bid can lie."""
    names = ("", "case-" + "0" * 32, "bid-" + "0" * 31, "bid-" + "0" * 32 + "\n", "bid-../" + "0" * 29)
    wire.docket = lambda case, bidders, device: chance.choice(names)


def docket_of_another(wire, chance):
    """The bidder is told another name than that of the docket he obtained the documents in."""
    wire.docket = lambda case, bidders, device: f"bid-{chance.randbytes(16).hex()}"
