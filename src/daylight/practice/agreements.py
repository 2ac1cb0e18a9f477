"""Playing what follows a framework agreement: filing, telling users, the summary, and buying off the list."""

from __future__ import annotations

from dataclasses import replace

from daylight.client.session import Party
from daylight.core.acts.agreements import FileAgreements, NotifyUsers, PublishCallOffSummary
from daylight.core.acts.framework import BuyOffList, Declined
from daylight.core.acts.planning import LotPlan
from daylight.core.dockets.case.case import Case, the_lot
from daylight.core.dockets.listing import Listing
from daylight.core.procedures.framework.agreements import summed
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice.play import Played, document, host, requirement_of
from daylight.practice.stage import Stage
from daylight.practice.town import Town

TOLD = Text("可登录平台从名单中直接选定", "choose from the list on the platform")


def filing_of(stage: Stage, case: Case, lot_id: str) -> FileAgreements:
    """All agreements that stand and are not filed."""
    waiting = tuple(
        one.bid for one in the_lot(case, lot_id).listing.agreements if one.stands and not one.filed
    )
    return FileAgreements(lot_id, waiting, document(stage, "备案回执", f"备案 {case.id} {lot_id}"))


def telling_of(case: Case, lot_id: str) -> NotifyUsers:
    """All agreements that stand and of which users were not told."""
    waiting = tuple(
        one.bid for one in the_lot(case, lot_id).listing.agreements if one.stands and not one.told
    )
    return NotifyUsers(lot_id, waiting, TOLD)


def file_and_tell(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """The agreements are filed, and users are told of them."""
    case = stage.case(played.case, town.buyer)
    stage.acts(host(town, played), filing_of(stage, case, lot_id), played.case)
    stage.acts(host(town, played), telling_of(case, lot_id), played.case)


def summary_of(lot_id: str, stand: list[Listing]) -> PublishCallOffSummary:
    """What was bought from each."""
    return PublishCallOffSummary(lot_id, tuple(summed(one) for one in stand))


def off_list_of(
    stage: Stage, framework: Played, stand: list[Listing], outsider: Party, price: Money, quantity: int
) -> BuyOffList:
    """The item of the list from an outsider, after everybody on the list was asked."""
    agreed, day = stand[0].agreed, stage.clock.now().day
    first = requirement_of(framework.script)
    item = next(one for one in first.items if one.lot == agreed.lot)
    lot = LotPlan("1", item.description, Money(quantity * price.amount_minor, price.currency))
    need = replace(first, lots=(lot,), items=(replace(item, id="1-1", lot="1", quantity=quantity),))
    able = [one for one in stand if one.in_force(day)]
    asked = tuple(Declined(one.id, document(stage, "答复", f"不能同价 {one.id}")) for one in able)
    offer = document(stage, "报价单", f"报价 {outsider.organisation} {price.amount_minor}")
    assert framework.script.chosen is not None
    return BuyOffList(
        agreed.case, agreed.lot, framework.script.chosen.method, tuple(one.id for one in stand),
        (outsider.organisation,), price, offer, asked, need,
    )  # fmt: skip
