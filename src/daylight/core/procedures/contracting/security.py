"""Conditions and clocks of securities: who gets what back, by when, in which form, with which interest.

Shown by ``tests/scenarios/test_refunds.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from daylight.core.acts.act import Clock
from daylight.core.acts.intent import Intent
from daylight.core.acts.security import (
    ConfirmRefund,
    Interest,
    RefundBidSecurity,
    RefundUnopened,
    ReturnPerformanceSecurity,
)
from daylight.core.acts.shapes import OfRefund
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.case.case import Lot
from daylight.core.dockets.effects.security import LOSERS, TERMINATED, WINNER, still_held, to_refund
from daylight.core.dockets.stage import OVER
from daylight.core.procedures.bidding import own_file
from daylight.core.procedures.common import in_both_languages, partial
from daylight.core.procedures.matter import Matter, owed
from daylight.core.rulebook.deadlines import due
from daylight.core.values.fact import Code, this
from daylight.core.values.money import Money
from daylight.core.values.refusal import Refusal, refuse

YEAR_DAYS = 365  # a rate by the year; the law names no other count
PREMIUM = "security.late_interest_premium"
WITHDRAWN = "security.refund_withdrawal"
BACK = ("transfer", "cheque", "guarantee_returned")


def facets(intent: Intent) -> dict[str, str]:
    """The file of the bid tells what was given."""
    return {"file": intent.deed_of(RefundBidSecurity).bid}


def security_is_still_held(m: Matter) -> Refusal | None:
    """A security goes back once, and not where its bidder won and refused to sign."""
    if m.bid.bid in still_held(m.lot):
        return None
    return refuse("security.not-held", "bidding.security", bid=this(m.bid.bid))


def winner_has_a_contract(m: Matter) -> Refusal | None:
    """The winner's security is held until the contract stands."""
    if m.bid.bid != m.lot.award.winner or m.lot.contract.signed_at or m.lot.stage in OVER:
        return None
    return refuse("security.winner-unsigned", "bidding.security", bid=this(m.bid.bid))


def amount_is_what_was_given(m: Matter) -> Refusal | None:
    """What goes back is what the bidder put on record; nothing where it gave nothing."""
    deed = m.deed(RefundBidSecurity)
    given = _given(m.facets.get("file"), m.lot)
    if deed.amount == given:
        return None
    return refuse("security.wrong-amount", "bidding.security", given=given)


def bidder_gets_back_what_it_gave(m: Matter) -> Refusal | None:
    """A bidder confirms, once, what it put on record for a lot."""
    deed, file, lot = m.deed(ConfirmRefund), own_file(m), m.lot
    given = _given(file, lot)
    if not given.amount_minor:
        return refuse("security.nothing-to-confirm", "bidding.security", lot=lot.id)
    if file is not None and lot.id in file.refunded:
        return refuse("security.confirmed-before", "bidding.security", lot=lot.id)
    return None if deed.amount == given else refuse("security.wrong-amount", "bidding.security", given=given)


def bid_will_not_be_opened(m: Matter) -> Refusal | None:
    """Who withdrew, or bid for a lot that ended unopened, confirms himself; else the host keeps record."""
    file = own_file(m)
    withdrawn = file is not None and file.standing is None and file.withdrawn_at is not None
    if withdrawn or (m.lot.stage in OVER and not m.lot.evaluation.bids):
        return None
    return refuse("security.bid-stands", "bidding.security", lot=m.lot.id)


def refund_is_no_cash(m: Matter) -> tuple[Refusal, ...]:
    """Money that came without cash goes back without cash, as the evidence shows."""
    deed, role = m.deed(OfRefund), "bidding.security"
    other = () if deed.form in BACK else (refuse("security.form", role, form=Code("refund", deed.form)),)
    return (*other, *partial(role, deed.evidence))


def refund_is_no_cash_or_becomes_performance_security(m: Matter) -> tuple[Refusal, ...]:
    """The winner's may become the performance security his contract asks for."""
    deed, role = m.deed(RefundBidSecurity), "bidding.security"
    if deed.form != "performance_security":
        return refund_is_no_cash(m)
    if deed.bid != m.lot.award.winner:
        return (refuse("security.not-the-winner", role, bid=this(deed.bid)),)
    unasked = () if agreed_security(m.lot) else (refuse("security.none-agreed", role, lot=m.lot.id),)
    return (*unasked, *partial(role, deed.evidence))


def late_refund_bears_interest(m: Matter) -> tuple[Refusal, ...]:
    """Who refunds late pays base rate and premium for each day, unless the bidder caused the delay."""
    deed, why = m.deed(RefundBidSecurity), m.deed(RefundBidSecurity).delayed_by_bidder
    excused = why is not None and in_both_languages(why)
    clock = next((one for one in m.case.clocks if _is_of(one, m.lot, deed.bid)), None)
    return _interest_refused(m, deed.amount, None if excused else clock, deed.interest)


def withdrawn_refund_bears_interest(m: Matter) -> tuple[Refusal, ...]:
    """The same where a bid was withdrawn; its clock lies in the bidder's own docket."""
    deed, file = m.deed(ConfirmRefund), own_file(m)
    clock = file.refund_clock if file else None
    return _interest_refused(m, deed.amount, clock, deed.interest)


def lot_ended_unopened(m: Matter) -> tuple[Refusal, ...]:
    """Only of a lot that ended before the opening are securities returned without naming anybody, once."""
    lot, owes = m.lot, any(one.id == TERMINATED and one.lot == m.lot.id for one in m.case.clocks)
    shown = partial("bidding.security", m.deed(RefundUnopened).evidence)
    if lot.stage in OVER and not lot.evaluation.bids and owes:
        return shown
    return (refuse("security.not-unopened", "bidding.security", lot=lot.id), *shown)


def performance_security_was_agreed(m: Matter) -> Refusal | None:
    """There is one under the contract, and it was not returned before."""
    contract, role = m.lot.contract, "contract.performance_security"
    if not contract.signed_at or not agreed_security(m.lot):
        return refuse("security.none-agreed", role, lot=m.lot.id)
    if contract.performance_security_returned:
        return refuse("security.returned-before", role, lot=m.lot.id)
    return None


def deduction_is_explained(m: Matter) -> Refusal | None:
    """Who keeps a part of it says why, in both languages; more than was agreed is not returned."""
    deed, agreed = m.deed(ReturnPerformanceSecurity), agreed_security(m.lot)
    role = "contract.performance_security"
    if agreed is None or deed.amount == agreed:
        return None  # another condition says where there is none
    if deed.amount.currency != agreed.currency or not 0 <= deed.amount.amount_minor < agreed.amount_minor:
        return refuse("security.not-the-sum", role, agreed=agreed)
    why = deed.deducted_because
    if why is not None and in_both_languages(why):
        return None
    return refuse("security.deduction", role, agreed=agreed)


def agreed_security(lot: Lot) -> Money | None:
    """The performance security both signed for."""
    return lot.contract.signatures[-1].performance_security if lot.contract.signatures else None


def losers_clock(m: Matter) -> Iterator[Clock]:
    """From the notice on the losers' securities go back; a time that runs already is not begun again."""
    runs = any((one.id, one.lot) == (LOSERS, m.lot.id) for one in m.case.clocks)
    if not runs and _asked(m.lot) and to_refund(m.lot, LOSERS):
        yield from _refund(m, LOSERS)


def winner_clock(m: Matter) -> Iterator[Clock]:
    """From the contract on the winner's goes back."""
    if _asked(m.lot) and to_refund(m.lot, WINNER):
        yield from _refund(m, WINNER)


def termination_clock(m: Matter) -> tuple[Clock, ...]:
    """Where a procurement is ended, every security that is still held goes back."""
    lot = m.lot
    if not _asked(lot) or (lot.evaluation.bids and not still_held(lot)):
        return ()
    return tuple(_refund(m, TERMINATED, RefundBidSecurity if lot.evaluation.bids else RefundUnopened))


def withdrawal_clock(m: Matter) -> tuple[Clock, ...]:
    """Who withdraws in writing before the deadline has it back soon."""
    file = m.state
    if not isinstance(file, BidFile) or not file.securities or m.law.maybe(WITHDRAWN) is None:
        return ()
    return (owed(WITHDRAWN, "agency", ConfirmRefund, due(m.law, WITHDRAWN, m.at.day)),)


def _refund(m: Matter, id: str, kind: type = RefundBidSecurity) -> Iterator[Clock]:
    if m.law.maybe(id):
        yield owed(id, "agency", kind, due(m.law, id, m.at.day), lot=m.lot.id)


def _asked(lot: Lot) -> bool:
    return lot.terms is not None and lot.terms.bid_security is not None


def _given(file: object, lot: Lot) -> Money:
    recorded = file.securities if isinstance(file, BidFile) else ()
    return next((one.amount for one in recorded if one.lot == lot.id), Money(0, lot.budget.currency))


def _is_of(clock: Clock, lot: Lot, bid: str) -> bool:
    return clock.awaits(RefundBidSecurity) and clock.lot == lot.id and bid in to_refund(lot, clock.id)


def _interest_refused(
    m: Matter, held: Money, clock: Clock | None, paid: Interest | None
) -> tuple[Refusal, ...]:
    late = (m.at.day - clock.latest).days if clock else 0
    if taken := _taken(paid, held):
        return taken
    if late <= 0 or held.amount_minor == 0 or m.law.maybe(PREMIUM) is None:
        return ()
    least = interest_of(held, late, paid.yearly_rate if paid else Fraction(), m.law.ratio(PREMIUM).value)
    if paid is not None and paid.yearly_rate > 0 and paid.amount.amount_minor >= least:
        return ()
    owed = Money(-(-least.numerator // least.denominator), held.currency)
    return (refuse("security.interest", PREMIUM, days=late, least=owed),)


def _taken(paid: Interest | None, held: Money) -> tuple[Refusal, ...]:
    """What is refused where interest is not paid to the bidder, in the money of its security."""
    if paid is None:
        return ()
    other = paid.amount.currency != held.currency
    found = (
        (paid.yearly_rate < 0 or paid.amount.amount_minor < 0)
        and refuse("security.interest-below-zero", "bidding.security"),
        other and refuse("security.interest-currency", "bidding.security", currency=held.currency),
    )
    return tuple(one for one in found if one)


def interest_of(held: Money, days: int, yearly_rate: Fraction, premium: Fraction) -> Fraction:
    """The exact interest of a late refund, in minor units."""
    return held.amount_minor * yearly_rate * (1 + premium) * days / YEAR_DAYS
