"""At each bound of money, number or time an act is admitted; one fen or one unit beyond it is refused.

``test_boundaries.py`` holds the figures of the law; these are the bounds that documents, agreements and
budgets set.
"""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from daylight.core.acts.framework import Quota
from daylight.core.acts.security import Interest
from daylight.core.acts.solicitation import SetAside
from daylight.core.procedures.planning.need import MOST_MINOR
from daylight.core.values.money import Money
from scenarios.admitted import matters, told
from scenarios.changes import bids, deed, deed_lots, facet, intent, lot, own
from scenarios.judged import FINE

HAIR = Fraction(1, 10**6)


def yuan(minor):
    return Money(minor, "CNY")


def offered(m, minor):
    """The bid at stake is of this price, in figures alone."""
    price = replace(m.bid.price, total=yuan(minor), body_total_minor=minor, words_total_minor=None, lines=())
    return bids(price=price)(m)


def called_off(m, beyond):
    """An offer beyond what its supplier agreed to for all the units that are asked."""
    if m.case.framework.called is None:
        return m
    agreed = m.case.framework.called.of(m.bid.bidders).price.amount_minor
    units = sum(item.quantity for item in m.case.items if item.lot == m.lot.id)
    return lot(ceiling=yuan(10**12))(offered(m, units * (agreed + beyond)))


def below_the_list(m, price):
    """The price off the list, counted from the lowest on it."""
    least = min(m.facets[f"listing:{one}"].agreed.price.amount_minor for one in m.intent.deed.listings)
    return deed(price=yuan(least + price))(m)


def needs(m, budget=None, quantity=None):
    """Another budget, or another quantity, in the need."""
    named = m.intent.deed
    lots = tuple(replace(one, budget=yuan(budget)) if budget is not None else one for one in named.lots)
    items = tuple(replace(one, quantity=quantity) if quantity is not None else one for one in named.items)
    return deed(lots=lots, items=items)(m)


def needed(m, budget):
    """Another budget in the need that listed suppliers compete for."""
    need = m.intent.deed.requirement
    lots = tuple(replace(one, budget=yuan(budget)) for one in need.lots)
    return deed(requirement=replace(need, lots=lots))(m)


def competing(m, beyond):
    """A budget beyond what its units cost at the dearest price agreed."""
    dearest = max(one.price.amount_minor for one in m.intent.deed.invited)
    return needed(m, m.intent.deed.requirement.items[0].quantity * dearest + beyond)


def open_terms(m, price):
    """Another price of one unit, counted from the budget where it is given so."""
    terms = tuple(
        replace(one, price=yuan(price(m.case.lots[0].budget.amount_minor))) for one in m.intent.deed.lots
    )
    return deed(lots=terms)(m)


def returned(m, amount):
    """Another part of the performance security comes back, with a reason."""
    agreed = m.lot.contract.signatures[-1].performance_security.amount_minor
    return deed(amount=yuan(amount(agreed)), deducted_because=FINE)(m)


def marked(m, points):
    """Another number of points for each criterion, counted from the most there is."""
    most = {one.id: one.points for one in m.lot.terms.evaluation.criteria}
    given = tuple(replace(one, points=points(most[one.criterion])) for one in m.intent.deed.marks)
    return deed(marks=given)(m)


def too_dear(m, beyond):
    """Every bid is a fen above the budget, or so much less."""
    minor = m.case.lots[0].budget.amount_minor + 1 - beyond
    price = replace(m.case.lots[0].evaluation.bids[0].price, total=yuan(minor))
    return deed(cause="over_budget")(bids(price=price, corrected_minor=None)(m))


def with_quota(m, cost, price=None):
    """A listing with so much money left, and a call-off of one unit."""
    price = price or m.state.agreed.price
    agreed = replace(m.state.agreed, price=price, quota=Quota(None, yuan(cost)))
    return deed(quantity=1, price=price)(own(agreed=agreed, calls=())(m))


def off_the_list(m, quantity, price):
    """Another quantity at another price, the budget being what it costs."""
    need = m.intent.deed.requirement
    lots = tuple(replace(one, budget=yuan(quantity * price)) for one in need.lots)
    items = tuple(replace(one, quantity=quantity) for one in need.items)
    return deed(price=yuan(price), requirement=replace(need, lots=lots, items=items))(m)


def refunded(m, days, interest=None):
    """A security that comes back so many days late."""
    clock = m.state.refund_clock
    clock = clock and replace(clock, latest=m.at.day - timedelta(days=days))
    return deed(interest=interest)(own(refund_clock=clock)(m))


#: Each bound: the kind that meets it, the matter so far beyond it, and what is refused.
BOUNDS = {
    "an offer at the ceiling": (
        "ReviewConformity",
        lambda m, by: lot(ceiling=yuan(m.bid.price_minor - by))(m),
        "evaluation.above-ceiling",
    ),
    "an offer at the least that is taken": (
        "ReviewConformity",
        lambda m, by: lot(floor=yuan(m.bid.price_minor + by))(m),
        "evaluation.below-floor",
    ),
    "an offer of one fen": ("ReviewConformity", lambda m, by: offered(m, 1 - by), "evaluation.no-price"),
    "an offer at the price agreed": ("ReviewConformity", called_off, "framework.above-agreed"),
    "a call-off at the price agreed": (
        "CallOff",
        lambda m, by: deed(price=yuan(m.state.agreed.price.amount_minor + by))(m),
        "framework.above-agreed",
    ),
    "a call-off at one fen": ("CallOff", lambda m, by: deed(price=yuan(1 - by))(m), "framework.above-agreed"),
    "a call-off of all that is left": (
        "CallOff",
        lambda m, by: deed(quantity=m.state.left.quantity + by)(m),
        "framework.quota",
    ),
    "a call-off of one unit": ("CallOff", lambda m, by: deed(quantity=1 - by)(m), "framework.quota"),
    "a fen below the list": ("BuyOffList", lambda m, by: below_the_list(m, by - 1), "framework.not-cheaper"),
    "off the list for one fen": (
        "BuyOffList",
        lambda m, by: deed(price=yuan(1 - by))(m),
        "framework.not-cheaper",
    ),
    "a security as large as asked": (
        "RecordBidSecurity",
        lambda m, by: deed(amount=yuan(m.case.lots[0].terms.bid_security.amount_minor - by))(m),
        "bidding.security-insufficient",
    ),
    "a fen kept of a performance security": (
        "ReturnPerformanceSecurity",
        lambda m, by: returned(m, lambda agreed: agreed - 1 + 2 * by),
        "security.not-the-sum",
    ),
    "all kept of a performance security": (
        "ReturnPerformanceSecurity",
        lambda m, by: returned(m, lambda _: -by),
        "security.not-the-sum",
    ),
    "a performance security of one fen": (
        "SignContract",
        lambda m, by: lot(signatures=())(deed(performance_security=yuan(1 - by))(m)),
        "contracting.no-security",
    ),
    "a budget of one fen": (
        "DefineRequirement",
        lambda m, by: needs(m, budget=1 - by),
        "planning.no-budget",
    ),
    "the largest budget": (
        "DefineRequirement",
        lambda m, by: needs(m, budget=MOST_MINOR + by),
        "planning.budget-too-large",
    ),
    "one unit": ("DefineRequirement", lambda m, by: needs(m, quantity=1 - by), "planning.no-quantity"),
    "a ceiling at the budget": (
        "IssueSolicitation",
        lambda m, by: deed_lots(lambda one: {"ceiling": yuan(m.case.lots[0].budget.amount_minor + by)})(m),
        "solicitation.ceiling-above-budget",
    ),
    "a ceiling of one fen": (
        "IssueSolicitation",
        lambda m, by: deed_lots(lambda one: {"ceiling": yuan(1 - by)})(m),
        "solicitation.no-ceiling",
    ),
    "a least price at the ceiling": (
        "IssueSolicitation",
        lambda m, by: deed_lots(lambda one: {"floor": yuan(one.ceiling.amount_minor + by)})(m),
        "solicitation.floor-above-ceiling",
    ),
    "a bid security of one fen": (
        "IssueSolicitation",
        lambda m, by: deed_lots(lambda one: {"bid_security": yuan(1 - by)})(m),
        "solicitation.amount-not-above-zero",
    ),
    "the need of a competition for one fen": (
        "OpenCompetition",
        lambda m, by: needed(m, 1 - by),
        "framework.need-differs",
    ),
    "the need of a competition at the dearest price": (
        "OpenCompetition",
        competing,
        "framework.need-differs",
    ),
    "a unit for the whole budget": (
        "InviteApplications",
        lambda m, by: open_terms(m, lambda budget: budget + by),
        "framework.open-terms",
    ),
    "a unit for one fen": (
        "InviteApplications",
        lambda m, by: open_terms(m, lambda _: 1 - by),
        "framework.open-terms",
    ),
    "full marks": (
        "ScoreBid",
        lambda m, by: marked(m, lambda most: most + by),
        "evaluation.mark-out-of-range",
    ),
    "no marks": (
        "ScoreBid",
        lambda m, by: marked(m, lambda _: Fraction(-by)),
        "evaluation.mark-out-of-range",
    ),
    "every offer above the budget": ("FailLot", too_dear, "award.within-budget"),
    "a call-off of all the money that is left": (
        "CallOff",
        lambda m, by: with_quota(m, m.state.agreed.price.amount_minor - by),
        "framework.quota",
    ),
    "the largest call-off": (
        "CallOff",
        lambda m, by: with_quota(m, 10 * MOST_MINOR, yuan(MOST_MINOR + by)),
        "framework.quota",
    ),
    "a quota of one unit": (
        "SignFramework",
        lambda m, by: deed(quota=Quota(1 - by))(m),
        "framework.unsound-quota",
    ),
    "a quota of one fen": (
        "SignFramework",
        lambda m, by: deed(quota=Quota(None, yuan(1 - by)))(m),
        "framework.unsound-quota",
    ),
    "an open quota of one unit": (
        "InviteApplications",
        lambda m, by: deed_lots(lambda _: {"quota": Quota(1 - by)})(m),
        "framework.open-terms",
    ),
    "an open quota of one fen": (
        "InviteApplications",
        lambda m, by: deed_lots(lambda _: {"quota": Quota(None, yuan(1 - by))})(m),
        "framework.open-terms",
    ),
    "one unit off the list": (
        "BuyOffList",
        lambda m, by: off_the_list(m, 1 - by, 1),
        "framework.other-item",
    ),
    "the largest purchase off the list": (
        "BuyOffList",
        lambda m, by: off_the_list(m, 1, MOST_MINOR + by),
        "framework.other-item",
    ),
    "all but a hair reserved": (
        "IssueSolicitation",
        lambda m, by: deed_lots(lambda _: {"set_aside": SetAside("subcontract", share=1 - HAIR * (1 - by))})(
            m
        ),
        "solicitation.set-aside-unfit",
    ),
    "all but a hair dropped": (
        "IssueSolicitation",
        lambda m, by: (
            deed(framework=replace(m.intent.deed.framework, elimination=1 - HAIR * (1 - by)))(m)
            if m.intent.deed.framework
            else m
        ),
        "framework.drops-too-few",
    ),
    "a refund on its last day": ("ConfirmRefund", refunded, "security.interest"),
    "the interest of ten days": (
        "ConfirmRefund",
        lambda m, by: refunded(m, 10, Interest(Fraction("0.0365"), yuan(7680 - by))),
        "security.interest",
    ),
    "interest at no rate": (
        "ConfirmRefund",
        lambda m, by: refunded(m, 0, Interest(Fraction(-by), yuan(0))),
        "security.interest-below-zero",
    ),
    "no interest": (
        "ConfirmRefund",
        lambda m, by: refunded(m, 0, Interest(Fraction(), yuan(-by))),
        "security.interest-below-zero",
    ),
    "an instant for final offers": (
        "CallForFinalOffers",
        lambda m, by: deed(deadline=m.at.later_by(1 - by))(m),
        "negotiation.no-time",
    ),
    "a bid an instant before the deadline": (
        "SubmitBid",
        lambda m, by: facet("case", deadline=m.at.later_by(1 - by))(m),
        "bidding.after-deadline",
    ),
    "a mandate of an instant": (
        "GrantMandate",
        lambda m, by: deed(valid_until=m.intent.deed.valid_from.later_by(1 - by))(m),
        "registry.no-time",
    ),
    "one holder spared": (
        "AppointKeyHolders",
        lambda m, by: deed(threshold=len(m.intent.deed.holders) - 1 + by)(m),
        "planning.threshold-too-high",
    ),
    "two holders together": (
        "AppointKeyHolders",
        lambda m, by: deed(threshold=2 - by)(m),
        "planning.threshold-too-low",
    ),
    "the last instant of an intent": (
        "AwardLot",
        lambda m, by: intent(expires_at=m.at.later_by(-by))(m),
        "acts.expired",
    ),
    "the last instant of a mandate": (
        "AwardLot",
        lambda m, by: facet("mandate", valid_until=m.at.later_by(-by))(m),
        "acts.mandate-over",
    ),
    "the first instant of a mandate": (
        "AwardLot",
        lambda m, by: facet("mandate", valid_from=m.at.later_by(by))(m),
        "acts.mandate-not-yet",
    ),
}


@pytest.mark.parametrize("name", BOUNDS)
def test_at_the_bound_it_is_admitted_and_one_unit_beyond_refused(name):
    kind, beyond, code = BOUNDS[name]
    found = [(told(beyond(m, 0)), told(beyond(m, 1))) for m in matters()[kind]]
    assert any(code not in at and code in over for at, over in found), found[:3]
