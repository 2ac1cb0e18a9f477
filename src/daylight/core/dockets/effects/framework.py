"""Effects of framework acts on cases: on that of a framework, and on those that begin beneath one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from daylight.core.acts.act import Act
from daylight.core.acts.agreements import FileAgreements, NotifyUsers
from daylight.core.acts.bid_content import BidDeclaration, BidPrice, PriceLine
from daylight.core.acts.framework import (
    BuyOffList,
    ListSuppliers,
    OpenCallOff,
    OpenCompetition,
    SignFramework,
)
from daylight.core.acts.open_framework import InviteApplications, PublishListing
from daylight.core.acts.replenishment import OpenReplenishment, TakeUpSuppliers
from daylight.core.acts.shapes import OfPurchase
from daylight.core.dockets.case.award import LotAward
from daylight.core.dockets.case.case import Case, Lot, bid_of
from daylight.core.dockets.case.evaluation import LotBid, LotEvaluation
from daylight.core.dockets.case.framework import (
    Admitted,
    Agreement,
    CalledOff,
    Framework,
    LotListing,
    Replenishes,
)
from daylight.core.dockets.case.tendering import Tendering
from daylight.core.dockets.effects.planning import case_begun
from daylight.core.dockets.impossible import Impossible, some
from daylight.core.values.money import Money


def suppliers_listed(_: Case, lot: Lot, act: Act) -> tuple[LotListing, LotEvaluation]:
    """The list stands and everybody knows it."""
    award = replace(lot.award, notified_at=act.received_at, published_at=act.received_at)
    listing = replace(lot.listing, listed=act.deed(ListSuppliers).listed)
    return listing, replace(lot.evaluation, award=award)


def framework_signed(lot: Lot, act: Act) -> LotListing:
    """A party has signed with one of those listed."""
    deed, here = act.deed(SignFramework), act.intent.organisation
    old = lot.listing.agreement(deed.bid)
    signed = (*old.signed, here) if old else (here,)
    agreement = Agreement(deed.bid, deed.valid_until, deed.quota, deed.text.sha256, signed)
    return _with_agreement(lot.listing, agreement)


def agreements_filed(lot: Lot, act: Act) -> LotListing:
    """The authority has copies."""
    named = act.deed(FileAgreements).bids
    marked = (replace(one, filed=True) if one.bid in named else one for one in lot.listing.agreements)
    return replace(lot.listing, agreements=tuple(marked))


def users_notified(lot: Lot, act: Act) -> LotListing:
    """Users know whom they may call off."""
    named = act.deed(NotifyUsers).bids
    marked = (replace(one, told=True) if one.bid in named else one for one in lot.listing.agreements)
    return replace(lot.listing, agreements=tuple(marked))


def summary_published(lot: Lot, act: Act) -> LotListing:
    """Everybody can read what was bought."""
    return replace(lot.listing, summary_at=act.received_at)


def applications_invited(case: Case, act: Act) -> tuple[Framework, Tendering, Mapping[str, LotListing]]:
    """Every lot admits suppliers from now on."""
    deed = act.deed(InviteApplications)
    named = {terms.lot for terms in deed.lots}
    return (
        replace(case.framework, open_call=deed),
        replace(case.tendering, issued_at=act.received_at),
        {lot.id: replace(lot.listing, admitting=True) for lot in case.lots if lot.id in named},
    )


def listing_published(case: Case, lot: Lot, act: Act) -> tuple[LotListing, LotEvaluation]:
    """The supplier is on the list, and everybody knows."""
    deed, call = act.deed(PublishListing), case.framework.open_call
    if call is None:
        raise Impossible("a call for applications")
    terms = next(terms for terms in call.lots if terms.lot == lot.id)
    sides = (case.host, deed.suppliers[0])
    agreement = Agreement(deed.listing, call.valid_until, terms.quota, call.agreement.sha256, sides)
    admitted = (*lot.listing.admitted, Admitted(deed.listing, deed.application))
    listing = _with_agreement(replace(lot.listing, admitted=admitted), agreement)
    award = replace(lot.award, notified_at=act.received_at, published_at=act.received_at)
    evaluation = replace(lot.evaluation, award=award)
    if bid_of(lot, deed.listing) is None:
        bid = _listed_bid(deed.listing, deed.suppliers, terms.price)
        evaluation = replace(evaluation, bids=(*evaluation.bids, bid))
        listing = replace(listing, listed=(*listing.listed, bid.bid))
    return listing, evaluation


def suppliers_taken_up(_: Case, lot: Lot, act: Act) -> tuple[LotListing, LotEvaluation]:
    """The list is longer; anyone who joins it still has to sign."""
    deed, listing = act.deed(TakeUpSuppliers), lot.listing
    ids = tuple(one.bid for one in deed.joined)
    bids = (_listed_bid(one.bid, one.suppliers, one.price) for one in deed.joined)
    listing = replace(listing, listed=(*listing.listed, *ids), joined=(*listing.joined, *ids))
    return listing, replace(lot.evaluation, bids=(*lot.evaluation.bids, *bids))


def replenishment_opened(act: Act) -> Case:
    """A case of its own, in which more suppliers will answer."""
    deed = act.deed(OpenReplenishment)
    above = Replenishes(
        deed.framework, deed.lot, deed.method, deed.suppliers, deed.terms, deed.agreed, deed.qualification
    )
    return case_begun(act, deed.requirement, Framework(replenishes=above))


def competition_opened(act: Act) -> Case:
    """A case of its own, in which those invited will offer."""
    deed = act.deed(OpenCompetition)
    above = CalledOff(deed.framework, "", deed.method, deed.lot, deed.invited)
    return case_begun(act, deed.requirement, Framework(called=above))


def bought_off_list(act: Act) -> Case:
    """A case of its own, whose supplier stands on no list."""
    deed = act.deed(BuyOffList)
    called = CalledOff(deed.framework, "", deed.method, deed.lot)
    return _with_a_supplier(act, called, f"offer-{act.docket}")


def call_off_opened(act: Act) -> Case:
    """A case of its own, whose supplier is known: what remains is the contract."""
    deed = act.deed(OpenCallOff)
    return _with_a_supplier(act, CalledOff(deed.framework, deed.listing, deed.method), deed.listing)


def _with_a_supplier(act: Act, called: CalledOff, bid: str) -> Case:
    deed, at = act.deed(OfPurchase), act.received_at
    case = case_begun(act, deed.requirement, Framework(called=called))
    lot, item = case.lots[0], some(deed.requirement.items)[0]
    line = PriceLine(item.id, item.quantity, deed.price.amount_minor, lot.budget.amount_minor)
    price = BidPrice(lot.budget, lot.budget.amount_minor, None, (line,))
    won = LotBid(bid, deed.suppliers, price, BidDeclaration("", 0), qualified=True, conforming=True)
    award = LotAward(winner=bid, notified_at=at, published_at=at)
    return replace(
        case, lots=(replace(lot, evaluation=LotEvaluation(bids=(won,), concluded=True, award=award)),)
    )


def _with_agreement(listing: LotListing, agreement: Agreement) -> LotListing:
    others = (one for one in listing.agreements if one.bid != agreement.bid)
    return replace(listing, agreements=(*others, agreement))


def _listed_bid(bid: str, suppliers: tuple[str, ...], unit: Money) -> LotBid:
    price = BidPrice(unit, unit.amount_minor, None, ())
    return LotBid(bid, suppliers, price, BidDeclaration("", 0), qualified=True, conforming=True)
