"""Effects of bidding acts, in the bidder's own docket."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act, act_bytes, act_digest
from daylight.core.acts.bidding import RecordBidSecurity, SubmitBid
from daylight.core.case.state import BidFile, Submission


def bid_submitted(file: BidFile | None, act: Act) -> BidFile:
    """The submission stands; an earlier one of the same bidder is replaced whole."""
    deed = act.deed(SubmitBid)
    file = file or BidFile(act.docket, deed.case, deed.bidders)
    submission = Submission(act_digest(act_bytes(act)), act.received_at, deed.envelopes, deed.round)
    submissions = (*file.submissions, submission)
    return replace(file, submissions=submissions, withdrawn_at=None, refund_clock=None)


def bid_withdrawn(file: BidFile, act: Act) -> BidFile:
    """Nothing of this bidder stands any more; its security is owed back."""
    return replace(file, withdrawn_at=act.received_at, refund_clock=next(iter(act.clocks), None))


def bid_security_recorded(file: BidFile, act: Act) -> BidFile:
    """The evidence is on record; the last for a lot counts."""
    deed = act.deed(RecordBidSecurity)
    kept = tuple(old for old in file.securities if old.lot != deed.lot)
    return replace(file, securities=(*kept, deed))
