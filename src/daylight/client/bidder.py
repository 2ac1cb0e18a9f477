"""The bidder's side: write the parts, seal them for the key set, keep what was sealed.

Nothing readable leaves this side before the opening; what was sealed is on the disk, and sent from there.
Shown by ``tests/scenarios/test_bidding_and_opening.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from daylight.client.device import Randomness
from daylight.client.files import (
    SMALL_BYTES,
    Content,
    part_of,
    seal_on_disk,
    sealed_files_kept,
    sealed_folder,
)
from daylight.client.session import Party, Session
from daylight.core.acts.answer import Receipt
from daylight.core.acts.bid_content import BidDeclaration, BidPrice
from daylight.core.acts.bidding import LotEnvelope, SubmitBid
from daylight.core.acts.opening import DISCLOSED_PARTS
from daylight.core.acts.prequalification import SubmitApplication
from daylight.core.dockets.case.planning import KeySet
from daylight.core.procedures.bidding import envelope_context
from daylight.core.procedures.prequalification.calling import READ_OUT, application_context
from daylight.core.procedures.record import LARGEST_READ_OUT
from daylight.core.sealing.envelope import seal, seal_into
from daylight.core.sealing.manifest import KeySet as SealingKeySet
from daylight.core.sealing.manifest import Manifest
from daylight.core.sealing.parts import LargePart, Part
from daylight.core.values.crypto import Crypto
from daylight.core.values.plain import canonical_bytes
from daylight.core.values.text import Text, Told


@dataclass(frozen=True)
class Offer:
    """What a bidder offers for a lot; the technical part may be larger than the memory."""

    lot: str
    price: BidPrice
    declaration: BidDeclaration
    technical: Content

    def parts(self) -> tuple[Part | LargePart, ...]:
        """The parts of its envelope."""
        return (
            Part("declaration", canonical_bytes(self.declaration)),
            Part("price", canonical_bytes(self.price)),
            part_of("technical", self.technical),
        )


class TooLong(Told):
    """What is to be read out is longer than an opening record takes."""

    def __init__(self, lot: str) -> None:
        super().__init__(
            Text(
                f"{lot} 包的报价或声明超过 {LARGEST_READ_OUT} 字节，开标时无法宣读，未提交。"
                "请把明细移入技术文件。",
                f"Price or declaration for lot {lot} has over {LARGEST_READ_OUT} bytes, too many to be read"
                " out. Nothing was submitted: move details into the technical part.",
            )
        )


@dataclass(frozen=True)
class SealedOffer:
    """The envelope that stands in the act, and the files that go into the vault first."""

    envelope: LotEnvelope
    files: tuple[bytes, ...]


def seal_offer(
    offer: Offer,
    *,
    bid: str,
    case: str,
    key_set: KeySet,
    randomness: Randomness,
    crypto: Crypto,
    round: int = 1,
) -> SealedOffer:
    """Seal an offer for the holders of a case; ``bid`` is the bidder's docket, to which it is bound."""
    body: list[bytes] = []
    manifest, shares = seal_into(
        body.append,
        offer.parts(),
        context=envelope_context(case, offer.lot, bid, round),
        key_set=sealing_keys(key_set),
        randomness=randomness,
        crypto=crypto,
    )
    return SealedOffer(LotEnvelope(offer.lot, manifest), (b"".join(body), *shares))


def submit_bid(
    session: Session,
    party: Party,
    case: str,
    offers: Iterable[Offer],
    *,
    key_set: KeySet,
    round: int,
    home: Path | None = None,
) -> Receipt:
    """One bidder on its own seals, uploads and submits; in a home what was sealed is kept."""
    bid, envelopes = session.bid_docket(case, party), []
    with sealed_folder(home, bid) as folder:
        for offer in offers:
            parts = offer.parts()
            if any(isinstance(one, Part) and one.name in DISCLOSED_PARTS and _is_long(one) for one in parts):
                raise TooLong(offer.lot)
            context = envelope_context(case, offer.lot, bid, round)
            manifest = _upload(session, bid, folder, parts, context, key_set)
            envelopes.append(LotEnvelope(offer.lot, manifest))
        return session.acts(party, SubmitBid(case, (party.organisation,), tuple(envelopes), round), bid)


def upload_again(session: Session, party: Party, case: str, home: Path) -> int:
    """Upload the sealed files a home keeps, where the platform has lost them; returns how many there are."""
    bid = session.bid_docket(case, party)
    kept = sealed_files_kept(home, bid)
    for file in kept:
        session.door.put_file(file, bid)
    return len(kept)


def _is_long(part: Part) -> bool:
    return len(part.content) > LARGEST_READ_OUT


def _upload(
    session: Session,
    bid: str,
    folder: Path,
    parts: Sequence[Part | LargePart],
    context: str,
    key_set: KeySet,
) -> Manifest:
    """Seal parts on the disk, and upload what was sealed."""
    sealed = seal_on_disk(
        folder,
        parts,
        context=context,
        key_set=sealing_keys(key_set),
        randomness=session.randomness,
        crypto=session.crypto,
    )
    if sealed.body.size <= SMALL_BYTES:
        session.door.put_all((b"".join(sealed.body), *sealed.shares), bid)
    else:
        session.door.put_file(sealed.body, bid)
        session.door.put_all(sealed.shares, bid)
    return sealed.manifest


@dataclass(frozen=True)
class SealedApplication:
    """The manifest that stands in the act, and the files that go into the vault first."""

    manifest: Manifest
    files: tuple[bytes, ...]


def seal_application(
    name: str,
    evidence: bytes,
    *,
    bid: str,
    case: str,
    key_set: KeySet,
    randomness: Randomness,
    crypto: Crypto,
) -> SealedApplication:
    """Seal an application for the holders of a case: what it declares, and the evidence only they unlock."""
    sealed = seal(
        (Part(READ_OUT, canonical_bytes(name)), Part("evidence", evidence)),
        context=application_context(case, bid),
        key_set=sealing_keys(key_set),
        randomness=randomness,
        crypto=crypto,
    )
    return SealedApplication(sealed.manifest, (sealed.body, *sealed.shares))


def submit_application(
    session: Session, party: Party, case: str, name: str, evidence: Content, *, home: Path | None = None
) -> Receipt:
    """One applicant on its own seals, uploads and submits; in a home what was sealed is kept."""
    keys, bid = session.case(case, party).planning.key_set, session.bid_docket(case, party)
    assert keys is not None  # nothing is called for without
    parts = (Part(READ_OUT, canonical_bytes(name)), part_of("evidence", evidence))
    with sealed_folder(home, bid) as folder:
        manifest = _upload(session, bid, folder, parts, application_context(case, bid), keys)
        return session.acts(party, SubmitApplication(case, (party.organisation,), manifest), bid)


def sealing_keys(key_set: KeySet) -> SealingKeySet:
    """The key set as the sealing knows it."""
    return SealingKeySet(key_set.id, key_set.threshold, tuple(holder.recipient for holder in key_set.holders))
