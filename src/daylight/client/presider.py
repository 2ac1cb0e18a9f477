"""The presider's side: call the opening once the deadline has passed, by his own clock.

Shown by ``tests/scenarios/test_bidding_and_opening.py``.
"""

from __future__ import annotations

from daylight.client.holder import TooEarly
from daylight.client.session import Party, Session
from daylight.core.acts.answer import Receipt
from daylight.core.acts.opening import CallOpening
from daylight.core.procedures.opening import Sealed, deadline_of


def call_opening(session: Session, docket: str, presider: Party, of: Sealed = "bids") -> Receipt:
    """Sign that the deadline has passed for the case as it is shown; ``TooEarly`` while it has not."""
    now, deadline = session.clock.now(), deadline_of(session.case(docket, presider), of)
    if deadline is None or now.utc_ms < deadline.utc_ms:
        raise TooEarly(now, deadline.iso() if deadline else "-")
    return session.confirms(presider, CallOpening(of, now), docket)
