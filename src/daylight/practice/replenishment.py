"""Playing a replenishment: more suppliers answer a second call, are listed, join the framework and sign."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.replenishment import Joined, OpenReplenishment, TakeUpSuppliers
from daylight.core.dockets.case.case import Case, bid_of, the_lot
from daylight.core.dockets.listing import Listing
from daylight.core.procedures.framework.replenishment import on_the_list
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice import framework, judging, play
from daylight.practice.play import Played
from daylight.practice.script import BidScript
from daylight.practice.stage import Stage
from daylight.practice.town import Town

SHORT = Text("剩余供应商供货能力不足", "those left cannot deliver enough")


def replenishment_of(case: Case, played: Played, lot_id: str, stand: list[Listing]) -> OpenReplenishment:
    """What the convenor signs to call more suppliers."""
    lot, document = the_lot(case, lot_id), case.tendering.solicitation
    assert document is not None and document.framework is not None and lot.terms is not None
    script = replace(played.script, lots=tuple(one for one in played.script.lots if one.id == lot_id))
    return OpenReplenishment(
        case.id, lot_id, case.method, tuple(one.id for one in stand), on_the_list(lot),
        play.requirement_of(script), lot.terms, document.framework, document.qualification, SHORT,
    )  # fmt: skip


def open_replenishment(
    stage: Stage, town: Town, above: Played, deed: OpenReplenishment, bidders: tuple[BidScript, ...]
) -> Played:
    """The replenishment is open, and anybody may answer."""
    lots = tuple(one for one in above.script.lots if one.id == deed.lot)
    played = Played(replace(above.script, lots=lots, bidders=bidders), stage.new_docket("case"))
    stage.acts(town.buyer, deed, played.case)
    if played.script.agency:
        entrusted = play.agreement(stage, town, played.script, ("补充征集",))
        stage.acts(town.buyer, entrusted, played.case)
    play.appoint_holders(stage, town, played)
    stage.confirms(play.host(town, played), play.solicitation_of(stage, played), played.case)
    return played


def answer_and_list(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """Suppliers answer, and are ranked and listed as in the first call."""
    play.obtain_all(stage, played)
    play.bid_all(stage, town, played)
    play.open_all(stage, town, played)
    judging.form_committee(stage, town, played)
    judging.evaluate_lot(stage, town, played, lot_id)
    framework.list_suppliers(stage, town, played, lot_id)


def joining_of(stage: Stage, town: Town, played: Played, lot_id: str) -> TakeUpSuppliers:
    """What takes those listed up into the framework."""
    lot = the_lot(stage.case(played.case, town.buyer), lot_id)
    assert lot.award.notified_at is not None
    bids = (bid for id in lot.listing.listed if (bid := bid_of(lot, id)))
    joined = (Joined(bid.bid, bid.bidders, Money(bid.price_minor, bid.price.total.currency)) for bid in bids)
    return TakeUpSuppliers(lot_id, played.case, tuple(joined), lot.award.notified_at.day)


def take_up(stage: Stage, town: Town, above: Played, played: Played, lot_id: str) -> tuple[str, ...]:
    """Those listed join the framework; returns their bids."""
    deed = joining_of(stage, town, played, lot_id)
    stage.confirms(play.host(town, above), deed, above.case)
    above.bidders.update(played.bidders)
    return tuple(one.bid for one in deed.joined)
