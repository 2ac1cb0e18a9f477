"""The presider's side: call the opening by his own clock, and sign the record of the bids he was shown.

Shown by ``tests/scenarios/test_bidding_and_opening.py``, ``tests/client/test_lying_door.py``.
"""

from __future__ import annotations

from daylight.client.holder import TooEarly
from daylight.client.lies import Lied
from daylight.client.session import Party, Session
from daylight.core.acts.answer import Receipt
from daylight.core.acts.dockets import bid_docket
from daylight.core.acts.opening import CallOpening, OpenBids
from daylight.core.procedures.opening import Sealed, deadline_of, expected_dispositions, minimum_bidders_of


def call_opening(session: Session, docket: str, presider: Party, of: Sealed = "bids") -> Receipt:
    """Sign that the deadline has passed for the case as it is shown; ``TooEarly`` while it has not."""
    now, deadline = session.clock.now(), deadline_of(session.case(docket, presider), of)
    if deadline is None or now.utc_ms < deadline.utc_ms:
        raise TooEarly(now, deadline.iso() if deadline else "-")
    return session.confirms(presider, CallOpening(of, now), docket)


def open_bids(session: Session, docket: str, presider: Party) -> Receipt:
    """Sign the opening record, once it is that of all the bids he was shown; ``Lied`` where it is not."""
    record = session.door.opening(docket, presider.device)
    case, index = session.case(docket, presider), session.door.bids(docket, presider.device)
    wanted = dict(expected_dispositions(case, index, minimum_bidders_of(session.book, case)))
    if not isinstance(record, OpenBids):
        raise Lied("opening.other-bids")
    named = {(one.submission, one.lot): one.kind for one in record.dispositions}
    if named.keys() != wanted.keys() or any(named[key] not in kinds for key, kinds in wanted.items()):
        raise Lied("opening.other-bids")
    files = [one for file in index.files if (one := file.in_round(case.tendering.round)).submissions]
    if {one.bid: one.bidders for one in record.bidders} != {file.id: file.bidders for file in files}:
        raise Lied("opening.other-bids")
    if any(file.id != bid_docket(docket, file.bidders, record.secret) for file in index.files):
        raise Lied("opening.other-secret")
    return session.acts(presider, record, docket)
