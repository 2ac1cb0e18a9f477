"""The draw that breaks a tie: bids take part under handles, and the order in which chance called them ranks.

Shown by ``tests/scenarios/test_evaluation.py``.
"""

from __future__ import annotations

from hashlib import sha256

from daylight.core.dockets.case.case import Lot
from daylight.core.draw.draw import Drawn, DrawRecord, draw

HANDLE_LENGTH = 32


def tie_handle(bid: str) -> str:
    """The handle under which a bid takes part in the draw that breaks a tie."""
    return sha256(f"daylight-tie/v1\n{bid}\n".encode()).hexdigest()[:HANDLE_LENGTH]


def order_of_ties(record: DrawRecord, lot: Lot) -> tuple[str, ...]:
    """The order in which the draw called the valid bids of a lot; empty where the record is no such draw."""
    outcome = draw(record)
    bids = {tie_handle(bid.bid): bid.bid for bid in lot.evaluation.valid_bids}
    if not isinstance(outcome, Drawn) or any(
        handle not in bids for order in outcome.orders for handle in order
    ):
        return ()
    return tuple(bids[handle] for order in outcome.orders for handle in order)
