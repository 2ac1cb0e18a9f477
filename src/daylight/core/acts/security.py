"""Securities: what bidders gave goes back in time and not in cash, with interest where it comes late."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from daylight.core.acts.common import Document
from daylight.core.values.money import Money
from daylight.core.values.text import Text

RefundForm = Literal["transfer", "cheque", "guarantee_returned", "performance_security", "cash"]


@dataclass(frozen=True)
class Interest:
    """What is paid for a late refund: the base lending rate of that time, by the year, and the sum."""

    yearly_rate: Fraction
    amount: Money


@dataclass(frozen=True)
class RefundBidSecurity:
    """The security of an opened bid goes back; ``delayed_by_bidder`` says why its lateness is the bidder's.

    Where nothing was given, nothing is returned, and the record says so.
    """

    lot: str
    bid: str
    amount: Money
    form: RefundForm
    evidence: Document
    interest: Interest | None = None
    delayed_by_bidder: Text | None = None


@dataclass(frozen=True)
class ConfirmRefund:
    """A bidder whose bid nobody opened, withdrawn or not, has its security back."""

    case: str
    lot: str
    amount: Money
    form: RefundForm
    evidence: Document
    interest: Interest | None = None


@dataclass(frozen=True)
class RefundUnopened:
    """A lot ended before the opening: all its securities went back, and nobody is named."""

    lot: str
    evidence: Document


@dataclass(frozen=True)
class ReturnPerformanceSecurity:
    """The purchaser returns the performance security, or what is left of it after a deduction he explains."""

    lot: str
    amount: Money
    form: RefundForm
    evidence: Document
    deducted_because: Text | None = None


KINDS = (RefundBidSecurity, ConfirmRefund, RefundUnopened, ReturnPerformanceSecurity)
