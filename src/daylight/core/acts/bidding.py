"""Bidding: sealed bids. Everything here lies in the bidder's own docket until the opening."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.core.acts.common import Document
from daylight.core.sealing.manifest import Manifest
from daylight.core.values.money import Money


@dataclass(frozen=True)
class LotEnvelope:
    """The sealed envelope for one lot, by its manifest; body and shares lie in the vault."""

    lot: str
    manifest: Manifest


@dataclass(frozen=True)
class SubmitBid:
    """A bid is submitted; a later one of the same round replaces it whole.

    A method that negotiates has a second ``round``, of final offers.
    """

    case: str
    bidders: tuple[str, ...]
    envelopes: tuple[LotEnvelope, ...]
    round: int = 1


@dataclass(frozen=True)
class WithdrawBid:
    """The bid is withdrawn before the deadline."""

    case: str
    reason: str


@dataclass(frozen=True)
class RecordBidSecurity:
    """The bidder puts the evidence of its bid security on record; it is checked after the opening."""

    case: str
    lot: str
    amount: Money
    form: Literal["guarantee", "insurance", "cheque", "transfer", "cash"]
    evidence: Document


KINDS = (SubmitBid, WithdrawBid, RecordBidSecurity)
