"""Conditions and clocks of the first stage of a framework agreement: terms, list, signatures, listings."""

from __future__ import annotations

from fractions import Fraction

from daylight.core.acts.act import Clock
from daylight.core.acts.dockets import listing_docket
from daylight.core.acts.evaluation_terms import EvaluationMethod
from daylight.core.acts.framework import ListSuppliers, OpenListing, Quota, SignFramework
from daylight.core.acts.solicitation import IssueSolicitation, LotTerms
from daylight.core.dockets.case.case import bid_of
from daylight.core.dockets.stage import Stage
from daylight.core.procedures.matter import Matter, owed
from daylight.core.rulebook.deadlines import due
from daylight.core.values.fact import Code, Share, this
from daylight.core.values.money import Money
from daylight.core.values.refusal import Refusal, refuse

SIGN = "framework.sign"
TURNS = ("services",)


def terms_of_the_list_are_stated(m: Matter) -> Refusal | None:
    """A call for a list says how suppliers are called off later, and no other solicitation does."""
    stated, lists = m.deed(IssueSolicitation).framework, m.method is not None and m.method.lists
    if lists == (stated is not None) and (stated is None or stated.ways):
        return None
    return refuse("framework.terms", "framework.closed", method=m.method_named(m.case.method))


def suppliers_take_turns_in_services_only(m: Matter) -> Refusal | None:
    """Suppliers of services may be called off in turn; goods are chosen."""
    stated = m.deed(IssueSolicitation).framework
    if stated is None or "rotation" not in stated.ways or m.case.requirement.object in TURNS:
        return None
    return refuse(
        "framework.no-turns", "framework.second_stage", object=Code("object", m.case.requirement.object)
    )


def each_lot_asks_for_one_unit_of_one_product(m: Matter) -> Refusal | None:
    """The price agreed is that of one unit, so that is what is bid."""
    for terms in _lots_of_a_list(m):
        if [item.quantity for item in m.case.items if item.lot == terms.lot] != [1]:
            return refuse("framework.not-a-unit", "framework.closed", lot=terms.lot)
    return None


def quality_comes_first_only_where_law_lets_it(m: Matter) -> Refusal | None:
    """Price ranks; quality only on a fact the choice of method rests on, and then without price."""
    method, facts = m.method, set(m.case.planning.choice.deed.facts) if m.case.planning.choice else set()
    for terms in _lots_of_a_list(m):
        quality = ranks_by(terms) == "quality_first"
        allowed = method is not None and facts & set(method.quality_first) and terms.evaluation.price_fixed
        if quality and not allowed:
            return refuse("framework.quality-first", "framework.quality_first", lot=terms.lot)
    return None


def enough_are_dropped(m: Matter) -> Refusal | None:
    """The share to be dropped is at least that of the law."""
    stated = m.deed(IssueSolicitation).framework
    share = stated.elimination if stated else Fraction()
    for terms in _lots_of_a_list(m):
        least = m.law.ratio(f"framework.elimination.{ranks_by(terms)}").value
        if not least <= share < 1:
            return refuse(
                "framework.drops-too-few", "framework.elimination", share=Share(share), least=Share(least)
            )
    return None


def method_awards_to_one(m: Matter) -> Refusal | None:
    """Where suppliers are listed, nobody is awarded alone."""
    if m.method is None or not m.method.lists:
        return None
    return refuse("framework.lists", "framework.closed", lot=m.lot.id)


def method_lists_suppliers(m: Matter) -> Refusal | None:
    """Only a framework agreement has a list, and what is called off from it has none."""
    if m.method and m.method.lists and m.case.framework.called is None:
        return None
    return refuse("framework.no-list", "method.framework_agreement", method=m.method_named(m.case.method))


def those_listed_are_those_the_ranking_gives(m: Matter) -> Refusal | None:
    """The first of the ranking are listed, as many as are left when the share is dropped."""
    listed, right = m.deed(ListSuppliers).listed, to_be_listed(m)
    if listed == right:
        return None
    return refuse("framework.list-differs", "framework.elimination", named=len(listed), right=len(right))


def everybody_else_is_told_why(m: Matter) -> Refusal | None:
    """Each supplier that is not on the list gets reasons."""
    deed = m.deed(ListSuppliers)
    told = sorted(one.bid for one in deed.others if one.reason.zh.strip() and one.reason.en.strip())
    others = sorted(bid.bid for bid in m.lot.evaluation.bids if bid.bid not in deed.listed)
    if told == others:
        return None
    return refuse("framework.not-told", "award.notify_losers", told=len(told), others=len(others))


def lot_is_listed(m: Matter) -> Refusal | None:
    """Agreements are signed with those listed."""
    stage = m.lot.stage
    return (
        None if stage is Stage.LISTED else refuse("framework.not-listed", "framework.agreement", stage=stage)
    )


def actor_signs_with_one_of_the_list(m: Matter) -> Refusal | None:
    """Convenor and listed supplier sign, each once."""
    bid, here = m.bid, m.intent.organisation
    signed = old.signed if (old := m.lot.listing.agreement(bid.bid)) else ()
    sides = ({m.case.host}, set(bid.bidders))
    mine = next((side for side in sides if here in side), None)
    if bid.bid in m.lot.listing.listed and mine and not mine & set(signed):
        return None
    return refuse("framework.not-a-party", "framework.agreement", organisation=m.named(here))


def both_sign_the_same(m: Matter) -> Refusal | None:
    """Text, term and quota are those the other has signed."""
    deed, old = m.deed(SignFramework), m.lot.listing.agreement(m.deed(SignFramework).bid)
    mine = (deed.text.sha256, deed.valid_until, deed.quota)
    if old is None or mine == (old.text_sha256, old.valid_until, old.quota):
        return None
    return refuse("framework.other-terms", "framework.agreement", bid=this(deed.bid))


def term_is_within_the_law(m: Matter) -> Refusal | None:
    """An agreement ends after today, and not later than the law lets it."""
    until, parameter = m.deed(SignFramework).valid_until, f"framework.term.{m.case.requirement.object}"
    last = due(m.law, parameter, m.at.day).value.latest
    if m.at.day <= until <= last:
        return None
    return refuse("framework.term-too-long", parameter, until=until, last=last)


def quota_is_sound(m: Matter) -> Refusal | None:
    """A quota is above zero, in the money of the lot."""
    quota: Quota = m.deed(SignFramework).quota
    amount = quota.amount or Money(1, m.lot.budget.currency)
    if (quota.quantity is None or quota.quantity > 0) and amount > Money(0, m.lot.budget.currency):
        return None
    return refuse("framework.unsound-quota", "framework.agreement", lot=m.lot.id)


def listing_opens_as_agreed(m: Matter) -> Refusal | None:
    """A listing says what both have signed, at the price as bid, in the docket of that supplier."""
    deed, bid = m.deed(OpenListing), bid_of(m.lot, m.deed(OpenListing).bid)
    agreement = m.lot.listing.agreement(deed.bid)
    if bid is None or agreement is None or not agreement.stands:
        return refuse("framework.not-signed", "framework.agreement", bid=this(deed.bid))
    agreed = (
        bid.bidders, bid.price_minor, bid.price.total.currency, agreement.quota, agreement.valid_until,
    )  # fmt: skip
    said = (deed.suppliers, deed.price.amount_minor, deed.price.currency, deed.quota, deed.valid_until)
    if agreed == said and m.intent.docket == listing_docket(deed.case, deed.lot, deed.suppliers):
        return None
    return refuse("framework.listing-differs", "framework.agreement", bid=this(deed.bid))


def signing_clock(m: Matter) -> tuple[Clock, ...]:
    """Agreements are signed within the days the law gives; those of a replenishment in the framework."""
    if m.law.maybe(SIGN) is None or m.case.framework.replenishes:
        return ()
    return (owed(SIGN, "agency", SignFramework, due(m.law, SIGN, m.at.day), lot=m.lot.id),)


def to_be_listed(m: Matter) -> tuple[str, ...]:
    """The bids of a lot that are listed: the ranking without the share that is dropped, and one at least."""
    ranking, framework = (
        m.lot.evaluation.ranking,
        m.case.tendering.solicitation.framework if m.case.tendering.solicitation else None,
    )
    if framework is None:
        return ()
    least = m.law.whole("framework.elimination_minimum").value
    return ranking[: how_many_are_listed(len(ranking), framework.elimination, least)]


def how_many_are_listed(responsive: int, share: Fraction, least: int) -> int:
    """So many stay when a share is dropped, rounded up, and at least so many."""
    dropped = -(-responsive * share.numerator // share.denominator)
    return max(0, responsive - max(dropped, least))


def ranks_by(terms: LotTerms) -> str:
    """Whether price or quality comes first: by price alone, or by marks."""
    scored = terms.evaluation.method is EvaluationMethod.COMPREHENSIVE_SCORING
    return "quality_first" if scored else "price_first"


def _lots_of_a_list(m: Matter) -> tuple[LotTerms, ...]:
    """The lots of a call for a list; none where the method has no list, or the call is silent."""
    deed = m.deed(IssueSolicitation)
    return deed.lots if deed.framework and m.method and m.method.lists else ()
