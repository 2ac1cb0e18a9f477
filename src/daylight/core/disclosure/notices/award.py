"""Notices of the award phase: who won and why, or why a lot ended without a winner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from daylight.core.acts.award import CancelLot, FailLot, PublishAward
from daylight.core.disclosure import ocds
from daylight.core.disclosure.notices.fallen import (
    Awarded,
    Fallen,
    all_fallen,
    awarded,
    winner_of,
)
from daylight.core.disclosure.notices.notice import OWN, LotNotice, Says
from daylight.core.disclosure.notices.outcome import Outcome, outcome_of
from daylight.core.disclosure.occasion import ENDED, Occasion, public_id
from daylight.core.disclosure.parts import status_of
from daylight.core.disclosure.shown import Shown
from daylight.core.values.text import Text

CAUSES = {
    "too_few_bidders": Text("投标人不足法定数", "too few bidders"),
    "too_few_qualified": Text("通过资格预审的供应商不足法定数", "too few suppliers qualify"),
    "illegality": Text("存在影响公正的违法、违规行为", "an illegality that affects fairness"),
    "over_budget": Text("报价均超过预算", "every price is above the budget"),
    "winner_did_not_sign": Text(
        "中标人未签约，重新采购", "the winner did not sign; the procurement starts anew"
    ),
}


@dataclass(frozen=True)
class Result(LotNotice):
    """The result of a lot, with all it is computed from."""

    outcome: Outcome

    def awarding(self, *awards: ocds.Award) -> ocds.Release:
        """An award release."""
        bids = self.outcome.bids
        valid = sum(one.status == "valid" for one in bids)
        statistic = ocds.BidsStatistic(f"{self.lot.id}-validBids", "validBids", valid, self.lot.id)
        tender, told = status_of(self.case, self.lot), ocds.Bids((statistic,), bids)
        return replace(self.released("award"), tender=tender, bids=told, awards=awards)

    def shown(self) -> Shown:
        opened = tuple(one.shown() for one in self.outcome.read)
        return replace(super().shown(), opened=opened, evaluation=self.outcome.evaluation)


OutcomeShown = Annotated[Outcome, Says("评审专家", "Committee", of="decided.committee")]


@dataclass(frozen=True)
class Award(Result):
    """The result of a lot: winner, price, rank and points of every bid, the committee, the reasons."""

    fallen: Annotated[tuple[Fallen, ...], OWN]
    won: Annotated[Awarded, Says("中标人", "Winner", of="suppliers"), Says("中标金额", "Price", of="price")]
    fee_basis: Annotated[Text, Says("代理服务收费标准", "Basis of the agency's fee")]
    outcome: OutcomeShown

    def release(self) -> ocds.Release:
        lot, decided = self.lot, self.outcome.decided
        untold = (one.fell(self, lot, decided) for one in self.fallen if not one.told)
        return self.awarding(*untold, self.won.award(self, lot, decided))


@dataclass(frozen=True)
class LotEnded(LotNotice):
    """A lot ends without a winner."""

    reason: Text

    def ending(self, why: Text) -> ocds.Release:
        """The tender is cancelled with its last lot, else updated."""
        amendment = ocds.Amendment(
            public_id("ending", self.act.release_id),
            self.act.at,
            f"{self.reason.zh} / {self.reason.en}",
            why.zh,
            why.en,
            releaseID=self.act.release_id,
        )
        nothing_left = self.case.status in ENDED and all(lot.status != "complete" for lot in self.case.lots)
        tag: ocds.Tag = "tenderCancellation" if nothing_left else "tenderUpdate"
        return replace(self.released(tag), tender=status_of(self.case, self.lot, amendments=(amendment,)))


@dataclass(frozen=True)
class LotFailed(LotEnded):
    """A lot fails, for a cause the law names."""

    cause: Annotated[Text, Says("废标原因", "Cause")]
    reason: Annotated[Text, Says("说明", "Reason")]
    fallen: Annotated[tuple[Fallen, ...], OWN]

    def release(self) -> ocds.Release:
        return self.ending(self.cause)


@dataclass(frozen=True)
class LotCancelled(LotEnded):
    """A lot is cancelled before award."""

    reason: Annotated[Text, Says("终止原因", "Reason")]

    def release(self) -> ocds.Release:
        return self.ending(self.reason)


def award_published(occasion: Occasion[PublishAward]) -> Award:
    """The result is published."""
    lot = occasion.lot
    return Award(
        *occasion.about_lot,
        outcome_of(occasion),
        all_fallen(occasion, lot),
        awarded(occasion, lot, winner_of(lot)),
        occasion.deed.fee_basis,
    )


def lot_failed(occasion: Occasion[FailLot]) -> LotFailed:
    """A lot fails."""
    deed, fallen = occasion.deed, all_fallen(occasion, occasion.lot)
    return LotFailed(*occasion.about_lot, deed.reason, CAUSES[deed.cause], fallen)


def lot_cancelled(occasion: Occasion[CancelLot]) -> LotCancelled:
    """A lot is cancelled."""
    return LotCancelled(*occasion.about_lot, occasion.deed.reason)
