"""Who has obtained the documents of a case whose deadline has not passed: brakes never lock him out.

Shown by ``tests/sites/test_front.py``.
"""

from __future__ import annotations

from daylight.core.disclosure.rights import Who
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.case.case import Case
from daylight.core.values.instant import Instant
from daylight.office.perform import Office


def may_still_bid(office: Office, docket: str, who: Who, now: Instant) -> bool:
    """Whether ``docket`` is the reader's own, with the documents obtained, in a case open for bids."""
    file = office.views.of(docket, fresh=True).state
    if not isinstance(file, BidFile) or who.organisation not in file.bidders or file.obtained_at is None:
        return False
    case = office.views.of(file.case, fresh=True).state
    deadline = case.tendering.deadline if isinstance(case, Case) else None
    return deadline is not None and now < deadline
