"""Conditions of set-asides: what must be reserved is, and only those it is reserved for qualify."""

from __future__ import annotations

from daylight.core.acts.evaluation import ReviewQualification
from daylight.core.acts.intent import Intent
from daylight.core.acts.solicitation import IssueSolicitation, LotTerms, SetAside
from daylight.core.policy.preferences import kind_of
from daylight.core.policy.set_aside import (
    WHOLE,
    least_share,
    must_be_reserved,
    share_parameter_of,
    threshold_of,
    why_outside,
)
from daylight.core.procedures.matter import Matter
from daylight.core.procedures.policy.preferences import claimant
from daylight.core.rulebook.law import Law
from daylight.core.values.fact import Share, this
from daylight.core.values.refusal import Refusal, refuse


def qualification_facets(intent: Intent) -> dict[str, str]:
    """The bid's file, and its bidders where they are named."""
    deed = intent.deed_of(ReviewQualification)
    return {"file": deed.bid, **{f"organisation:{id}": id for id in deed.bidders}}


def small_purchases_are_reserved(m: Matter) -> Refusal | None:
    """A purchase up to the threshold is reserved whole, unless it is said why not."""
    object = m.case.requirement.object
    if not must_be_reserved(object, m.case.budget, _law_of_plan(m)):
        return None
    for terms in m.deed(IssueSolicitation).lots:
        whole = terms.set_aside is not None and terms.set_aside.scope == "whole"
        if not whole and not _says_why(terms):
            return refuse("solicitation.not-reserved", threshold_of(object), lot=terms.lot)
    return None


def set_asides_are_sound(m: Matter) -> Refusal | None:
    """Who reserves says how much, as the documents fix it, and in a way bidders can follow."""
    object = m.case.requirement.object
    least = least_share(object, _law_of_plan(m))
    for terms in m.deed(IssueSolicitation).lots:
        reserved = terms.set_aside
        if reserved is None:
            continue
        closed = reserved.scope == "consortium" and not terms.consortium_allowed
        if not closed and _share_fits(reserved) and reserved.share >= least:
            continue
        if not least:
            return refuse("solicitation.set-aside-unfit", "preference.sme", lot=terms.lot)
        role = "preference.sme" if closed else share_parameter_of(object)
        return refuse("solicitation.set-aside-unsound", role, lot=terms.lot, least=Share(least))
    return None


def nothing_is_both_reserved_and_deducted(m: Matter) -> Refusal | None:
    """Where a lot is reserved, no price is reduced for size."""
    for terms in m.deed(IssueSolicitation).lots:
        offered = {kind_of(one.policy) for one in terms.evaluation.preferences if one.policy}
        if terms.set_aside and "size" in offered:
            return refuse("solicitation.reserved-and-deducted", "preference.sme_deduction", lot=terms.lot)
    return None


def bidder_is_one_the_lot_is_reserved_for(m: Matter) -> Refusal | None:
    """In a reserved lot only those it is reserved for qualify."""
    deed, reserved = m.deed(ReviewQualification), m.lot.terms.set_aside if m.lot.terms else None
    if reserved is None or not deed.passed:
        return None
    if deed.bidders != m.bid.bidders:
        return refuse("evaluation.bidders-not-named", "preference.sme", bid=this(m.bid.bid))
    reason = why_outside(reserved, claimant(m))
    if reason is None:
        return None
    return refuse(
        "evaluation.not-reserved-for", "preference.sme", bid=this(m.bid.bid), zh=reason.zh, en=reason.en
    )


def _law_of_plan(m: Matter) -> Law:
    """What is reserved is decided when the purchase is planned."""
    return m.law.on(m.case.opened_on)


def _says_why(terms: LotTerms) -> bool:
    why = terms.unreserved_because
    return why is not None and bool(why.zh.strip())


def _share_fits(reserved: SetAside) -> bool:
    if reserved.scope == "whole":
        return reserved.share == WHOLE
    return 0 < reserved.share < WHOLE
