"""Awards, and notices of those that fall: nobody signed, the evaluation is made again, a committee dissolved.

An award everybody read of falls for everybody; one nobody was told of is told with the next or the failure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Literal

from daylight.core.acts.award import PassOverWinner
from daylight.core.acts.evaluation import DissolveCommittee, ReopenEvaluation
from daylight.core.disclosure import ocds, ours
from daylight.core.disclosure.notices.known import LotKnown, Named, names
from daylight.core.disclosure.notices.notice import OWN, Fact, Line, LotNotice, Notice, Says
from daylight.core.disclosure.occasion import Occasion, bid_id, lot_known
from daylight.core.disclosure.parts import item, references, status_of, value
from daylight.core.dockets.case.case import Lot, bid_of
from daylight.core.dockets.case.evaluation import LotBid
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money, money_words
from daylight.core.values.text import Text

CAUSES = {
    "refused": Text("拒绝签订合同", "refused to sign the contract"),
    "cannot_perform": Text("不能履行合同", "cannot perform the contract"),
    "sum_wrong": Text("分值汇总计算错误", "points were summed wrongly"),
    "mark_out_of_range": Text("分项评分超出评分标准范围", "a mark lies outside its range"),
    "objective_marks_differ": Text("客观评审因素评分不一致", "marks on an objective criterion differ"),
    "abnormal_mark": Text("评分畸高、畸低", "a mark is abnormally high or low"),
    "qualification_wrong": Text("资格性审查认定错误", "a qualification was found wrongly"),
    "price_wrong": Text("价格计算错误", "a price was computed wrongly"),
    "dissolved": Text("评标委员会被解散", "the committee was dissolved"),
    "composition": Text("评标委员会组成不符合规定", "its composition was unlawful"),
    "recusal": Text("成员应当回避", "a member had to step down"),
    "interference": Text("独立评审受到非法干预", "its evaluation was interfered with"),
    "misconduct": Text("成员有违法行为", "a member misbehaved"),
}


@dataclass(frozen=True)
class Offered:
    """Suppliers, and their price."""

    suppliers: tuple[Named, ...]
    price: Money

    def __str__(self) -> str:
        return f"{'、'.join(map(str, self.suppliers))} {money_words(self.price)}"


@dataclass(frozen=True)
class Awarded(Offered):
    """An award by its public id, and the bid that won; none where nothing was bid."""

    id: str
    bid: str = ""

    def award(
        self,
        notice: Notice,
        lot: LotKnown,
        decided: ours.Decided | None = None,
        *,
        status: Literal["active", "cancelled"] = "active",
        at: Instant | None = None,
    ) -> ocds.Award:
        """The award of a lot as OCDS has it, made with the notice or before."""
        return ocds.Award(
            id=self.id,
            title=lot.title.zh,
            title_en=lot.title.en,
            status=status,
            date=at or notice.act.at,
            value=value(self.price),
            suppliers=references(self.suppliers),
            items=tuple(item(one) for one in notice.case.items(lot.id)),
            related_lots=(lot.id,),
            related_bid=self.bid,
            daylight=decided,
        )


@dataclass(frozen=True, kw_only=True)
class Fallen(Awarded, Line):
    """An award that fell, as it stood: ``out`` where who won did not sign, ``told`` if everybody knew it."""

    at: Instant
    decided: ours.Decided | None
    cause: Text
    out: bool
    told: bool

    def fell(self, notice: Notice, lot: LotKnown, decided: ours.Decided | None = None) -> ocds.Award:
        """The award; with who evaluated, where that result still stands."""
        again = decided and self.decided and self.decided.result == decided.result
        return self.award(notice, lot, decided if again else self.decided, status="cancelled", at=self.at)

    def fact(self) -> Fact:
        who = names(self.suppliers)
        label = WON_AND_DID_NOT_SIGN if self.out else RESULT_THAT_FELL
        return Fact(label, Text(f"{who.zh}：{self.cause.zh}", f"{who.en}: {self.cause.en}"))


WON_AND_DID_NOT_SIGN = Text("未签约的中标人", "Won and did not sign")
RESULT_THAT_FELL = Text("已撤销的结果", "Result that fell")


@dataclass(frozen=True)
class WinnerPassedOver(LotNotice):
    """The award of a winner who did not sign falls."""

    fallen: Annotated[tuple[Fallen, ...], OWN]
    reason: Annotated[Text, Says("说明", "Reason")]

    def release(self) -> ocds.Release:
        return awards_cancelled(self, (self.lot,), self.fallen[-1:])


@dataclass(frozen=True)
class AwardsFell(Notice):
    """Awards fall because the evaluation they followed from does."""

    lots: Annotated[tuple[LotKnown, ...], Says("采购包", "Lot", each=True)]
    fell: tuple[Fallen, ...]
    cause: Annotated[Text, Says("事由", "Cause")]
    reason: Annotated[Text, Says("说明", "Reason")]

    def release(self) -> ocds.Release:
        return awards_cancelled(self, self.lots, self.fell)


def awards_cancelled(notice: Notice, lots: tuple[LotKnown, ...], fell: tuple[Fallen, ...]) -> ocds.Release:
    """A release that cancels an award of each lot."""
    awards = tuple(one.fell(notice, lot) for lot, one in zip(lots, fell, strict=True))
    return replace(notice.released("awardCancellation"), tender=status_of(notice.case, *lots), awards=awards)


def winner_passed_over(occasion: Occasion[PassOverWinner]) -> WinnerPassedOver | None:
    """A winner is passed over; told where everybody had read of the award."""
    if not occasion.lot.award.passed[-1].published:
        return None
    fallen = all_fallen(occasion, occasion.lot)
    return WinnerPassedOver(*occasion.about_lot, fallen, occasion.deed.reason)


def awards_fell(occasion: Occasion[ReopenEvaluation | DissolveCommittee]) -> AwardsFell | None:
    """The evaluation is made again, or by another committee; told where everybody had read of an award."""
    deed, was = occasion.deed, {lot.id for lot in occasion.before.lots if lot.award.published_at}
    lots = [lot for lot in occasion.after.lots if lot.id in was and lot.award.published_at is None]
    if not lots:
        return None
    known, fell = (lot_known(lot) for lot in lots), (all_fallen(occasion, lot)[-1] for lot in lots)
    return AwardsFell(*occasion.about, tuple(known), tuple(fell), CAUSES[deed.cause], deed.reason)


def all_fallen(occasion: Occasion[object], lot: Lot) -> tuple[Fallen, ...]:
    """The awards of a lot that fell before."""
    return tuple(_fallen(occasion, lot, number) for number in range(len(lot.award.passed)))


def awarded(occasion: Occasion[object], lot: Lot, bid: LotBid, id: str = "") -> Awarded:
    """The award to a bid; by the id of the one that stands, if by no other."""
    id = id or award_id(occasion, lot)
    return Awarded(occasion.named(bid.bidders), price_of(bid), id, bid_id(bid, lot))


def price_of(bid: LotBid) -> Money:
    """The price that is paid: as opened, or as corrected; never the evaluated price."""
    return Money(bid.price_minor, bid.price.total.currency)


def bid_that_won(lot: Lot, bid: str) -> LotBid:
    """A bid of the lot, as it stands."""
    found = bid_of(lot, bid)
    if found is None:
        raise LookupError(f"lot {lot.id!r} has no bid {bid!r} that won")
    return found


def winner_of(lot: Lot) -> LotBid:
    """The winning bid."""
    return bid_that_won(lot, lot.award.winner)


def award_id(occasion: Occasion[object], lot: Lot) -> str:
    """The id of a lot's award that stands; those after one that fell are numbered."""
    return _award_id(occasion, lot, len(lot.award.passed))


def _award_id(occasion: Occasion[object], lot: Lot, before: int) -> str:
    first = f"{occasion.ocid}-award-{lot.id}"
    return f"{first}-{before + 1}" if before else first


def _fallen(occasion: Occasion[object], lot: Lot, number: int) -> Fallen:
    over = lot.award.passed[number]
    winner, price, bid, decided = bid_that_won(lot, over.bid), None, "", None
    if lot.terms:  # else it was called off from a list: nothing was bid or evaluated
        price = Money(over.price_minor, lot.budget.currency) if over.price_minor else None
        bid, method = bid_id(winner, lot), lot.terms.evaluation.method
        decided = ours.Decided(method, over.result or lot.evaluation.result_digest, ())
    return Fallen(
        occasion.named(winner.bidders),
        price or price_of(winner),
        _award_id(occasion, lot, number),
        bid,
        at=over.awarded_at,
        decided=decided,
        cause=CAUSES[over.cause],
        out=over.out,
        told=over.published,
    )
