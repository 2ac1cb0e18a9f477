"""Playing a second competition: listed suppliers offer, the first is drawn on, awarded and contracted.

Offers, opening, reviews, award and contract are those of any purchase (``practice.play``, ``.judging``).
"""

from __future__ import annotations

from dataclasses import dataclass

from daylight.client.session import Party
from daylight.core.acts.framework import CallOff, LeftOut, ListedSupplier, OpenCompetition
from daylight.core.acts.solicitation import IssueSolicitation
from daylight.core.dockets.case.case import bid_of
from daylight.core.dockets.listing import Listing
from daylight.core.procedures.award.deciding import next_candidate
from daylight.core.procedures.framework.competition import unit_price
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice import judging, play
from daylight.practice.play import Played
from daylight.practice.script import LOWEST_PRICE, BidScript, CaseScript, LotScript
from daylight.practice.stage import Stage
from daylight.practice.town import Town

METHOD = "second_competition"
DAYS_TO_OFFER = 3
LOWEST = Text("报价最低", "the lowest price")


@dataclass(frozen=True)
class Contest:
    """A need for which the listed suppliers of a lot compete, and what each offers for one unit."""

    title: Text
    quantity: int
    offers: tuple[tuple[str, int], ...]
    left_out: tuple[LeftOut, ...] = ()


def competition_of(
    framework: Played, stand: list[Listing], contest: Contest, day_of: Stage
) -> OpenCompetition:
    """What a purchaser signs to have the listed compete."""
    day, out = day_of.clock.now().day, [one.listing for one in contest.left_out]
    able = [one for one in stand if one.in_force(day) and one.admits(contest.quantity)]
    invited = tuple(
        ListedSupplier(one.id, one.agreed.suppliers, one.agreed.price) for one in able if one.id not in out
    )
    script = script_of(framework, stand[0].agreed.lot, contest, invited)
    return OpenCompetition(
        stand[0].agreed.case, stand[0].agreed.lot, METHOD, invited, play.requirement_of(script),
        contest.left_out, tuple(one.id for one in stand if one not in able),
    )  # fmt: skip


def script_of(
    framework: Played, lot_id: str, contest: Contest, invited: tuple[ListedSupplier, ...]
) -> CaseScript:
    """The competition as a purchase of its own, at most at the dearest price agreed."""
    above, planned = framework.script, next(lot for lot in framework.script.lots if lot.id == lot_id)
    dearest = max((one.price for one in invited), default=planned.budget)
    budget = Money(contest.quantity * dearest.amount_minor, dearest.currency)
    lot = LotScript("1", planned.title, budget, LOWEST_PRICE, planned.item, contest.quantity)
    return CaseScript(
        contest.title, above.object, (lot,), (), above.territory,
        standard=above.standard, agency=False, bid_days=DAYS_TO_OFFER,
    )  # fmt: skip


def open_competition(
    stage: Stage, town: Town, framework: Played, stand: list[Listing], contest: Contest
) -> Played:
    """The competition is open, its keys are held, and everybody invited is called to offer."""
    deed = competition_of(framework, stand, contest, stage)
    played = Played(script_of(framework, deed.lot, contest, deed.invited), stage.new_docket("case"))
    stage.acts(town.buyer, deed, played.case)
    play.appoint_holders(stage, town, played)
    stage.confirms(town.buyer, call_of(stage, played), played.case)
    return played


def call_of(stage: Stage, played: Played) -> IssueSolicitation:
    """The call to offer."""
    return play.solicitation_of(stage, played)


def offer_all(stage: Stage, town: Town, played: Played, parties: dict[str, Party], contest: Contest) -> None:
    """Anyone who the contest names offers a price of one unit, sealed; then the offers are opened."""
    for name, unit in contest.offers:
        script = BidScript(Text(name, name), (("1", unit * contest.quantity),))
        play.obtain(stage, played, script, parties[name])
    play.bid_all(stage, town, played)
    play.open_all(stage, town, played)


def judge(stage: Stage, town: Town, played: Played) -> None:
    """From the opened offers to the ranking."""
    judging.form_committee(stage, town, played)
    judging.evaluate_lot(stage, town, played, "1")


def drawn_of(stage: Stage, town: Town, played: Played) -> tuple[CallOff, str]:
    """What draws the quota of the first, and the listing it is drawn from."""
    case = stage.case(played.case, town.buyer)
    lot, called = case.lots[0], case.framework.called
    bid = bid_of(lot, next_candidate(lot))
    assert bid is not None and called is not None
    listed = called.of(bid.bidders)
    price = unit_price(case, lot.id, Money(bid.price_minor, bid.price.total.currency))
    assert listed is not None and price is not None
    quantity = case.items[0].quantity
    deed = CallOff(called.framework, called.lot, case.id, "competition", quantity, price, LOWEST)
    return deed, listed.listing


def draw_and_award(stage: Stage, town: Town, played: Played) -> str:
    """The quota of the first is drawn, and it is awarded; returns its listing."""
    deed, listing = drawn_of(stage, town, played)
    stage.acts(town.buyer, deed, listing)
    judging.award(stage, town, played, "1", listing)
    return listing
