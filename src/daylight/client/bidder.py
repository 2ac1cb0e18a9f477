"""The bidder's side: write the parts, seal them for the key set, keep what was sealed.

Nothing readable leaves this side before the opening.
Shown by ``tests/scenarios/test_bidding_and_opening.py``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from daylight.client.device import Randomness
from daylight.client.session import Party, Session
from daylight.core.acts.answer import Receipt
from daylight.core.acts.bid_content import BidDeclaration, BidPrice
from daylight.core.acts.bidding import LotEnvelope, SubmitBid
from daylight.core.acts.prequalification import SubmitApplication
from daylight.core.dockets.case.planning import KeySet
from daylight.core.procedures.bidding import envelope_context
from daylight.core.procedures.prequalification.calling import READ_OUT, application_context
from daylight.core.sealing.envelope import seal
from daylight.core.sealing.manifest import KeySet as SealingKeySet
from daylight.core.sealing.manifest import Manifest
from daylight.core.sealing.parts import Part
from daylight.core.values.crypto import Crypto
from daylight.core.values.plain import canonical_bytes


@dataclass(frozen=True)
class Offer:
    """What a bidder offers for a lot."""

    lot: str
    price: BidPrice
    declaration: BidDeclaration
    technical: bytes


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
    parts = (
        Part("declaration", canonical_bytes(offer.declaration)),
        Part("price", canonical_bytes(offer.price)),
        Part("technical", offer.technical),
    )
    sealed = seal(
        parts,
        context=envelope_context(case, offer.lot, bid, round),
        key_set=sealing_keys(key_set),
        randomness=randomness,
        crypto=crypto,
    )
    return SealedOffer(LotEnvelope(offer.lot, sealed.manifest), (sealed.body, *sealed.shares))


def submit_bid(
    session: Session, party: Party, case: str, offers: Iterable[Offer], *, key_set: KeySet, round: int
) -> Receipt:
    """One bidder on its own seals, uploads and submits."""
    bid, envelopes = session.bid_docket(case, party), []
    for offer in offers:
        sealed = seal_offer(
            offer,
            bid=bid,
            case=case,
            key_set=key_set,
            randomness=session.randomness,
            crypto=session.crypto,
            round=round,
        )
        session.door.put_all(sealed.files, bid)
        envelopes.append(sealed.envelope)
    return session.acts(party, SubmitBid(case, (party.organisation,), tuple(envelopes), round), bid)


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


def submit_application(session: Session, party: Party, case: str, name: str, evidence: bytes) -> Receipt:
    """One applicant on its own seals, uploads and submits."""
    keys, bid = session.case(case, party).planning.key_set, session.bid_docket(case, party)
    assert keys is not None  # nothing is called for without
    sealed = seal_application(
        name,
        evidence,
        bid=bid,
        case=case,
        key_set=keys,
        randomness=session.randomness,
        crypto=session.crypto,
    )
    session.door.put_all(sealed.files, bid)
    return session.acts(party, SubmitApplication(case, (party.organisation,), sealed.manifest), bid)


def sealing_keys(key_set: KeySet) -> SealingKeySet:
    """The key set as the sealing knows it."""
    return SealingKeySet(key_set.id, key_set.threshold, tuple(holder.recipient for holder in key_set.holders))
