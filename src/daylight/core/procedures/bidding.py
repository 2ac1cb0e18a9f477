"""Conditions of bidding acts. None of them reads another bid; checks across bids run at the opening.

In a bid docket anyone who does not act for its bidder by right is told the same, whatever lies in it.
Shown by ``tests/scenarios/test_secrecy.py``.
"""

from __future__ import annotations

from daylight.core.acts.bidding import LotEnvelope, RecordBidSecurity, SubmitBid
from daylight.core.acts.opening import DISCLOSED_PARTS
from daylight.core.acts.shapes import OfCase
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.stage import Stage
from daylight.core.procedures.common import acts_by_right, mandated
from daylight.core.procedures.matter import Matter
from daylight.core.sealing.manifest import Manifest
from daylight.core.values.fact import Code, codes
from daylight.core.values.refusal import Refusal, refuse


def case_is_open_for_bids(m: Matter) -> Refusal | None:
    """At least one of the lots named is tendered."""
    named = m.deed(SubmitBid).envelopes
    open_lots = {lot.id for lot in m.case.lots if lot.stage is Stage.TENDERED}
    closed = sorted({envelope.lot for envelope in named} - open_lots)
    if named and not closed:
        return None
    return refuse("bidding.lot-not-open", "bidding.deadline", lots=tuple(closed))


def bidder_obtained_the_documents(m: Matter) -> Refusal | None:
    """Who bids has obtained the documents."""
    file = own_file(m)
    if file and file.obtained_at and file.bidders == m.deed(SubmitBid).bidders:
        return None
    return refuse("bidding.documents-not-obtained", "documents.obtain")


def one_envelope_for_a_lot(m: Matter) -> Refusal | None:
    """A bidder makes one bid for a lot."""
    lots = [envelope.lot for envelope in m.deed(SubmitBid).envelopes]
    if len(lots) == len(set(lots)):
        return None
    return refuse("bidding.two-bids-for-a-lot", "bidding.one_bid", lots=tuple(lots))


def consortium_may_bid_for_the_lot(m: Matter) -> Refusal | None:
    """Several organisations bid together only for lots that admit it."""
    deed = m.deed(SubmitBid)
    if len(deed.bidders) == 1:
        return None
    for envelope in deed.envelopes:
        lot = m.case.lot(envelope.lot)
        if lot and lot.terms and not lot.terms.consortium_allowed:
            return refuse(
                "bidding.no-consortium", "bidding.consortium", bidders=tuple(map(m.known, deed.bidders))
            )
    return None


def envelopes_are_sealed_to_the_key_set(m: Matter) -> Refusal | None:
    """Sealed by this bidder for this lot and round, to these holders with this threshold, or unsealed."""
    for envelope in m.deed(SubmitBid).envelopes:
        if wrong := _unsealed(m, envelope):
            return refuse("bidding.not-sealed", "bidding.sealed", lot=envelope.lot, wrong=Code("seal", wrong))
    return None


def envelopes_carry_the_parts_to_be_opened(m: Matter) -> Refusal | None:
    """Price and declaration can be shown apart from the rest."""
    for envelope in m.deed(SubmitBid).envelopes:
        names = {part.name for part in envelope.manifest.terms.parts}
        if missing := sorted(set(DISCLOSED_PARTS) - names):
            return refuse(
                "bidding.part-missing",
                "bidding.sealed",
                lot=envelope.lot,
                parts=codes("part", missing),
            )
    return None


def body_and_shares_are_stored(m: Matter) -> Refusal | None:
    """The whole bid has arrived: its body and every share lie in the vault.

    The office says what is stored; an audit later cannot ask it again and takes the admission for it.
    """
    stored = m.stored
    if stored is None:
        return None
    for envelope in m.deed(SubmitBid).envelopes:
        if missing := sorted(set(blobs_of(envelope)) - stored):
            return refuse("bidding.not-uploaded", "bidding.deadline", lot=envelope.lot, missing=len(missing))
    return None


def there_is_a_bid_to_withdraw(m: Matter) -> Refusal | None:
    """Only a standing bid can be withdrawn, by its bidder."""
    file = own_file(m)
    if file and file.standing:
        return None
    return refuse("bidding.nothing-to-withdraw", "bidding.withdrawal")


def bidder_acts_in_his_own_docket(m: Matter) -> Refusal | None:
    """A docket belongs to its bidder and to its case."""
    file = own_file(m)
    if file and m.deed(OfCase).case == file.case:
        return None
    return refuse("bidding.foreign-docket", "bidding.one_bid")


def security_is_enough_and_not_cash(m: Matter) -> tuple[Refusal, ...]:
    """A bid security reaches the amount asked, in a form other than cash."""
    deed, role = m.deed(RecordBidSecurity), "bidding.security"
    lot = m.case.lot(deed.lot)
    asked = lot.terms.bid_security if lot and lot.terms else None
    if asked is None:
        return (refuse("bidding.no-security-asked", role, lot=deed.lot),)
    other = deed.amount.currency != asked.currency
    found = (
        deed.form == "cash" and refuse("bidding.security-in-cash", role, lot=deed.lot),
        other and refuse("bidding.security-currency", role, lot=deed.lot, currency=asked.currency),
        not other
        and deed.amount < asked
        and refuse("bidding.security-insufficient", role, lot=deed.lot, asked=asked),
    )
    return tuple(one for one in found if one)


def own_file(m: Matter) -> BidFile | None:
    """What lies in this docket, for its bidder and who acts for it by right; to anybody else it is empty."""
    file = m.state
    if not isinstance(file, BidFile) or m.intent.organisation not in file.bidders:
        return None
    by_right = m.once("own_file", lambda: acts_by_right(m, mandated("bidding.bid")))
    return file if by_right else None


def _unsealed(m: Matter, envelope: LotEnvelope) -> str:
    keys, terms = m.case.planning.key_set, envelope.manifest.terms
    if keys is None or terms.key_set.id != keys.id:
        return "key_set"
    if terms.context != envelope_context(m.case.id, envelope.lot, m.intent.docket, m.deed(SubmitBid).round):
        return "context"
    if terms.key_set.k != keys.threshold:
        return "threshold"
    return "" if terms.key_set.holders == tuple(h.recipient for h in keys.holders) else "holders"


def blobs_of(envelope: LotEnvelope) -> tuple[str, ...]:
    """The digests of what lies in the vault for an envelope: its body, then a share for each holder."""
    return sealed_files(envelope.manifest)


def sealed_files(manifest: Manifest) -> tuple[str, ...]:
    """The same of whatever a manifest seals."""
    return manifest.files


def envelope_context(case: str, lot: str, bid: str, round: int) -> str:
    """What an envelope is bound to: nobody hands in a copy of another's, nor a first offer as the final."""
    return f"{case}/{lot}/{bid}/{round}"
