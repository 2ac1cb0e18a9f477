"""Doors for tests: the wire of an office in the same process, and the lies a server could tell over it."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from bundles import bundler
from daylight.client.pin import InMemory, Pin
from daylight.client.verified import Trust, VerifiedDoor
from daylight.core.acts.act import act_bytes, read_act
from daylight.core.acts.answer import Receipt, RefusalNote
from daylight.core.acts.intent import intent_id, read_signed
from daylight.core.disclosure.rights import Who
from daylight.core.ledger.leaf import commitment
from daylight.core.ledger.note import sign
from daylight.crypto.openssl import OPENSSL
from daylight.office.bundle import Bundler
from daylight.office.showing import Wanted, view_of, view_of_world
from daylight.practice.stage import OfficeDoor
from daylight.verifier.view import Shown, View
from lies import signing
from world import TestWorld

LATER_MS = 3_600_000


class OfficeWire(OfficeDoor):
    """An honest wire to an office; it notes what was sent, and who asks in which capacity."""

    def __init__(self, office, bundler: Bundler, capacities: dict[str, str]) -> None:
        self.__dict__.update(office=office, bundler=bundler, capacities=capacities, sent=[])

    def __setattr__(self, name, value):
        self.__dict__[name] = value  # a test puts a lie in the place of a method

    def perform(self, source, openings=()):
        self.sent.append(read_signed(source).intent.kind)
        return self.office.perform(source, openings)

    def put(self, content, bid=""):
        self.sent.append("put")
        return self.office.vault.put(content)

    def show(self, case, device, *, beside="", since=0):
        person = device.person if device else ""
        who = Who(person, self.capacities.get(person, ""))
        return view_of(self.bundler, Wanted(case, who, self.office.gateway.stamp(), beside, since))

    def show_world(self):
        return view_of_world(self.bundler, self.office.gateway.now())

    def law(self, digest):
        assert digest == self.office.rules.book.digest
        return self.office.rules.book


def honest(world: TestWorld, *parties) -> OfficeWire:
    """A wire over which these parties ask."""
    return OfficeWire(world.office, bundler(world), {one.device.person: one.organisation for one in parties})


def checked(world: TestWorld, wire: OfficeWire, memory: InMemory | None = None):
    """A session behind a door that checks everything, with the memory of its home."""
    pin = Pin(world.office.rules.world, (world.office.rules.book.digest,))
    kept = memory or InMemory()
    door = VerifiedDoor(
        wire,
        Trust(pin, {}, world.clock.now, OPENSSL),
        lambda _: kept,
        lambda device: Who(device.person, wire.capacities.get(device.person, "")),
    )
    return replace(world.stage, door=door)


# Lies. Each takes the wire and chance, and changes what the wire says.


def shown(wire: OfficeWire, change: Callable[[View], View]) -> None:
    """Every view that is shown is changed first."""
    true = wire.show
    wire.show = lambda case, device, **asked: change(true(case, device, **asked))


def act_changed(kind: str, change: Callable[[str], str]) -> Callable[[View], View]:
    """A view in which the acts of a kind read otherwise."""

    def changed(view: View) -> View:
        return replace(
            view,
            files=tuple(
                replace(one, text=change(one.text))
                if one.path.startswith("acts/") and f'"kind":"{kind}"' in one.text
                else one
                for one in view.files
            ),
        )

    return changed


def other_recipients(wire, chance):
    """The holders' recipients are the operator's own."""
    swap = "".join(chance.sample("qpzry9x8gf2tvdw0s3jn54khce6mua7l", 8))
    shown(wire, act_changed("AppointKeyHolders", lambda text: text.replace("age1", f"age1{swap}", 1)))


def other_deadline(wire, chance):
    """The deadline is another one."""
    minutes = chance.randrange(10, 59)
    shown(
        wire,
        act_changed("IssueSolicitation", lambda text: text.replace(":00:00+08:00", f":{minutes}:00+08:00")),
    )


def other_signature(wire, chance):
    """An act is signed by somebody else."""
    shown(
        wire,
        act_changed(
            "IssueSolicitation",
            lambda text: text.replace('"signature":"', f'"signature":"{chance.randbytes(1).hex()}'),
        ),
    )


def leaf_not_shown(wire, chance):
    """Acts older than their due day are shown without a proof."""

    def without(view):
        path = chance.choice([one.path for one in view.files if one.path.startswith("proofs/")])
        return replace(view, files=tuple(one for one in view.files if one.path != path))

    shown(wire, without)


def proof_of_another(wire, chance):
    """The proof of one act is shown for another."""

    def swapped(view):
        proofs = [one for one in view.files if one.path.startswith("proofs/")]
        first, second = chance.sample(proofs, 2)
        texts = {first.path: second.text, second.path: first.text}
        return replace(
            view, files=tuple(replace(one, text=texts.get(one.path, one.text)) for one in view.files)
        )

    shown(wire, swapped)


def receipt_left_out(wire, chance):
    """An act is shown without its receipt."""

    def without(view):
        path = chance.choice([one.path for one in view.files if one.path.startswith("receipts/")])
        return replace(view, files=tuple(one for one in view.files if one.path != path))

    shown(wire, without)


def act_left_out(wire, chance):
    """An act in the middle of the case is left out."""

    def without(view):
        seqs = [one.path for one in view.files if one.path.startswith("acts/case-")]
        path = chance.choice(seqs[1:-1])
        tail = path.removeprefix("acts/").removesuffix(".json")
        return replace(view, files=tuple(one for one in view.files if tail not in one.path))

    shown(wire, without)


def register_left_out(wire, chance):
    """A docket of the register that acts rest on is not shown."""

    def without(view):
        docket = chance.choice(
            [one.path.split("/")[1] for one in view.files if one.path.startswith("acts/mandate-")]
        )
        return replace(view, files=tuple(one for one in view.files if f"/{docket}/" not in one.path))

    shown(wire, without)


def forked_log(wire, chance):
    """The checkpoint is of another log of the same size under the same key."""
    other = bundler_of_another_log(wire, chance)
    wire.bundler = other


def bundler_of_another_log(wire, chance):
    from daylight.office.memory import MemoryLog  # noqa: PLC0415
    from logs import sequencer  # noqa: PLC0415

    log = sequencer(MemoryLog(wire.office.journal), leaves=50, seed=str(chance.random()))
    log.drain()
    return Bundler(wire.office, log)


def no_log(wire, chance):
    """No checkpoint is shown any more."""
    shown(
        wire,
        lambda view: replace(view, files=tuple(one for one in view.files if one.path != "log/checkpoint")),
    )


def shorter_case(wire, chance):
    """The case is shown as it was, every byte of it genuine."""
    gone = chance.randrange(1, 3)

    def earlier(view):
        seqs = sorted(
            int(one.path.split("/")[2].removesuffix(".json"))
            for one in view.files
            if one.path.startswith("acts/case-")
        )
        late = {f"/{seq}." for seq in seqs[-gone:]}
        kept = (
            one for one in view.files if not ("/case-" in one.path and any(tail in one.path for tail in late))
        )
        return replace(view, files=tuple(kept))

    shown(wire, earlier)


def other_law(wire, chance):
    """The law that is given has another figure."""
    true = wire.law

    def relaxed(digest):
        book = true(digest)
        place = chance.randrange(len(book.parameters))
        return replace(book, parameters=(*book.parameters[:place], *book.parameters[place + 1 :]))

    wire.law = relaxed


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
    true = wire.get

    def get(case, digest, device):
        content = bytearray(true(case, digest, device))
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        return bytes(content)

    wire.get = get


def other_bid(wire, chance):
    """An act of a bid reads otherwise."""
    digits = chance.randbytes(16).hex()
    other = lambda text: re.sub('"nonce":"[0-9a-f]+"', f'"nonce":"{digits}"', text)  # noqa: E731
    shown(wire, act_changed("SubmitBid", other))


def bid_left_out(wire, chance):
    """A bid that the index enters is not shown."""

    def without(view):
        bids = sorted({one.path.split("/")[1] for one in view.files if one.path.startswith("acts/bid-")})
        gone = f"/{chance.choice(bids)}/" if bids else "/none/"
        return replace(view, files=tuple(one for one in view.files if gone not in one.path))

    shown(wire, without)


def other_index(wire, chance):
    """The index enters a bid twice."""

    def twice(view):
        def change(one: Shown) -> Shown:
            if not one.path.endswith("index/bids.json"):
                return one
            links = json.loads(one.text)
            return replace(
                one, text=json.dumps([*links, chance.choice(links)], separators=(",", ":"), sort_keys=True)
            )

        return replace(view, files=tuple(change(one) for one in view.files))

    shown(wire, twice)


TO_A_BIDDER = (
    other_recipients, other_deadline, other_signature, leaf_not_shown, proof_of_another, receipt_left_out,
    act_left_out, register_left_out, other_law, receipt_of_nothing, receipt_by_another,
    receipt_with_another_salt, receipt_of_another_intent, receipt_before_sending, receipt_after_the_deadline,
    receipt_without_a_day, receipt_judged_by_less, refused_by_nobody, refused_another, other_file_received,
)  # fmt: skip
TO_ONE_WHO_WAS_THERE_BEFORE = (forked_log, no_log, shorter_case)
TO_A_HOLDER = (other_share_file, other_bid, bid_left_out, other_index, other_deadline, other_signature)


def without(view: View, part: str) -> View:
    """The view without the files whose path has this part."""
    return replace(view, files=tuple(one for one in view.files if part not in one.path))


def before_kind(kind: str) -> Callable[[View], View]:
    """A view of the case as it was before its first act of a kind; every byte of it is genuine."""

    def earlier(view: View) -> View:
        first = min(
            int(one.path.split("/")[2].removesuffix(".json"))
            for one in view.files
            if one.path.startswith("acts/case-") and f'"kind":"{kind}"' in one.text
        )

        def stays(one: Shown) -> bool:
            parts = one.path.split("/")
            return not ("/case-" in one.path and int(parts[2].split(".")[0]) >= first)

        return replace(view, files=tuple(filter(stays, view.files)))

    return earlier


def record_with_another_secret(wire, chance):
    """The record to be signed discloses a secret that names no bid."""
    true = wire.opening
    wire.opening = lambda case, device: replace(true(case, device), secret=chance.randbytes(32))


def record_with_other_bidders(wire, chance):
    """The record to be signed names one bidder for another."""
    true = wire.opening

    def opening(case, device):
        record = true(case, device)
        turned = chance.randrange(1, len(record.bidders))
        names = [one.bidders for one in record.bidders]
        names = names[turned:] + names[:turned]
        return replace(
            record,
            bidders=tuple(replace(one, bidders=to) for one, to in zip(record.bidders, names, strict=True)),
        )

    wire.opening = opening


def record_without(wire, chance):
    """The record to be signed leaves a bid out."""
    true = wire.opening

    def opening(case, device):
        record = true(case, device)
        place = chance.randrange(len(record.dispositions))
        return replace(record, dispositions=(*record.dispositions[:place], *record.dispositions[place + 1 :]))

    wire.opening = opening


TO_A_PRESIDER = (record_without, record_with_another_secret, record_with_other_bidders)
