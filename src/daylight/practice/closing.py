"""After the award, played: securities go back, the contract is filed, the last guarantee returns."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from daylight.core.acts.contracting import FileContract
from daylight.core.acts.security import (
    ConfirmRefund,
    Interest,
    RefundBidSecurity,
    RefundForm,
    RefundUnopened,
    ReturnPerformanceSecurity,
)
from daylight.core.dockets.case.case import the_lot
from daylight.core.values.money import Money
from daylight.practice.play import Played, document, host
from daylight.practice.stage import Stage
from daylight.practice.town import Town


@dataclass(frozen=True)
class Late:
    """A refund after its time: the base rate by the year, and what is paid for it in minor units."""

    yearly_rate: Fraction
    paid_minor: int


def refund(
    stage: Stage,
    town: Town,
    played: Played,
    bid: str,
    lot_id: str,
    *,
    form: RefundForm = "guarantee_returned",
    late: Late | None = None,
) -> None:
    """The host returns the security of one bid, as its script gave it."""
    given = next(lot.bid_security for lot in played.script.lots if lot.id == lot_id)
    assert given is not None
    evidence = document(stage, "保证金退还凭证", f"退还 {bid} {lot_id}")
    interest = Interest(late.yearly_rate, Money(late.paid_minor, given.currency)) if late else None
    deed = RefundBidSecurity(lot_id, bid, given, form, evidence, interest)
    stage.acts(host(town, played), deed, played.case)


def refund_losers(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """Everybody but the winner has it back."""
    lot = the_lot(stage.case(played.case, town.buyer), lot_id)
    for bid in lot.evaluation.bids:
        if bid.bid != lot.award.winner and bid.bid not in lot.refunds.refunded:
            refund(stage, town, played, bid.bid, lot_id)


def confirm_refund(stage: Stage, played: Played, docket: str, lot_id: str) -> None:
    """A bidder who withdrew confirms in its own docket that it has its security back."""
    _, party = played.bidders[docket]
    given = next(lot.bid_security for lot in played.script.lots if lot.id == lot_id)
    assert given is not None
    evidence = document(stage, "收款凭证", f"收到 {docket} {lot_id}")
    deed = ConfirmRefund(played.case, lot_id, given, "guarantee_returned", evidence)
    stage.acts(party, deed, docket)


def refund_unopened(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """A lot ended before its opening; anyone who gave a security has it back."""
    evidence = document(stage, "退还清单", f"退还清单 {played.case} {lot_id}")
    stage.acts(host(town, played), RefundUnopened(lot_id, evidence), played.case)


def file_contract(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """A copy of the very text that was signed goes to the finance department."""
    lot = the_lot(stage.case(played.case, town.buyer), lot_id)
    price = lot.contract.signatures[-1].price
    copy = document(stage, "合同", f"合同 {played.case} {lot_id} {price.amount_minor}")
    stage.acts(town.buyer, FileContract(lot_id, copy, town.finance.organisation), played.case)


def return_performance_security(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """The purchaser returns all of it."""
    agreed = the_lot(stage.case(played.case, town.buyer), lot_id).contract.signatures[-1].performance_security
    assert agreed is not None
    evidence = document(stage, "履约保函退还凭证", f"退还 {played.case} {lot_id}")
    deed = ReturnPerformanceSecurity(lot_id, agreed, "guarantee_returned", evidence)
    stage.acts(town.buyer, deed, played.case)
