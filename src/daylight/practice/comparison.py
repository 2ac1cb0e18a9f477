"""What the platform made of real auctions, beside what the source records of them.

Every difference is explained by facts of the source; where it gives no reason, none is invented.
Shown by ``tests/practice/test_replay.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal, get_args

from daylight.core.values.text import Text
from daylight.practice.auctions import Auction, RecordedBid
from daylight.practice.rerun import Outcome

Verdict = Literal["agrees", "tie", "differs", "no_winner", "failed"]
FEWEST = 3


@dataclass(frozen=True)
class Compared:
    """One auction: record, outcome, verdict, and why where they don't simply agree."""

    auction: Auction
    outcome: Outcome
    verdict: Verdict
    why: Text


@dataclass(frozen=True)
class Summary:
    """The counts over all auctions; ``few_by`` how many had fewer than three, by each way of counting."""

    auctions: int
    bids: int
    unpriced: int
    verdicts: dict[str, int]
    few_by: dict[str, int]
    repeated: int
    acts: int

    @property
    def rate(self) -> Fraction:
        """The share of all auctions in which record and platform name the same single winner."""
        return Fraction(self.verdicts["agrees"], self.auctions or 1)


class History:
    """All auctions of the source, to look up what else is known of a day."""

    def __init__(self, auctions: Iterable[Auction]) -> None:
        self._by_day: dict[date, list[Auction]] = {}
        for auction in auctions:
            self._by_day.setdefault(auction.day, []).append(auction)

    def also_won(self, auction: Auction, named: str) -> tuple[Auction, ...]:
        """Other auctions of the same day that a bidder won."""
        others = (other for other in self._by_day[auction.day] if other.id != auction.id)
        return tuple(other for other in others if other.recorded and other.recorded.named == named)

    def split_from(self, auction: Auction) -> Auction | None:
        """The auction of which a winnerless one seems a part: same day, title and prices, with a winner."""
        traits = (auction.title, auction.reserve, auction.minimum)
        for other in self._by_day[auction.day]:
            if other.recorded and (other.title, other.reserve, other.minimum) == traits:
                return other
        return None


def compare(
    auctions: tuple[Auction, ...], outcomes: Iterable[Outcome], history: Iterable[Auction] = ()
) -> tuple[Compared, ...]:
    """Each auction with its outcome, in the order of the auctions."""
    known, found = History(history or auctions), {outcome.auction: outcome for outcome in outcomes}
    return tuple(_compared(auction, found[auction.id], known) for auction in auctions)


def summary_of(compared: tuple[Compared, ...]) -> Summary:
    """Count it all."""
    verdicts = Counter(one.verdict for one in compared)
    auctions = [one.auction for one in compared]
    few = {
        "bids": sum(len(auction.priced) < FEWEST for auction in auctions),
        "bidders": sum(len({bid.named for bid in auction.priced}) < FEWEST for auction in auctions),
        "rows": sum(len(auction.bids) < FEWEST for auction in auctions),
    }
    return Summary(
        auctions=len(auctions),
        bids=sum(len(auction.bids) for auction in auctions),
        unpriced=sum(len(auction.bids) - len(auction.priced) for auction in auctions),
        verdicts={verdict: verdicts[verdict] for verdict in get_args(Verdict)},
        few_by=few,
        repeated=sum(bool(auction.repeated) for auction in auctions),
        acts=sum(one.outcome.acts for one in compared),
    )


def _compared(auction: Auction, outcome: Outcome, history: History) -> Compared:
    recorded = auction.recorded
    if recorded is None:
        return Compared(auction, outcome, "no_winner", _without_winner(auction, outcome, history))
    if not outcome.winner:
        few = Text(
            f"只有 {outcome.bids} 份投标，采购失败", f"{outcome.bids} bids only, so the purchase fails"
        )
        return Compared(auction, outcome, "failed", few)
    if recorded.name not in outcome.lowest:
        return Compared(auction, outcome, "differs", _different(auction, outcome, recorded, history))
    if outcome.lowest == (recorded.name,):
        same = Text("同一中标人", "the same winner")
        return Compared(auction, outcome, "agrees", same)
    equal = ", ".join(outcome.lowest)
    drawn = Text(
        f"{equal} 报价相同（{yen(outcome.price)}）；平台抽签得 {outcome.winner}，记录为 {recorded.name}",
        f"{equal} bid the same ({yen(outcome.price)}); drawn here: {outcome.winner}, "
        f"recorded: {recorded.name}",
    )
    return Compared(auction, outcome, "tie", drawn)


def _different(auction: Auction, outcome: Outcome, recorded: RecordedBid, history: History) -> Text:
    price = recorded.price or 0
    out = {name for name, _, _ in outcome.out}
    prices = sorted(bid.price or 0 for bid in auction.priced if bid.name not in out)
    place, of = prices.index(price) + 1 if price in prices else 0, len(prices)
    low = next((bid for bid in auction.bids if bid.name == outcome.winner), recorded)
    others = ", ".join(other.id for other in history.also_won(auction, low.named))
    facts = Text(
        f"记录中标 {recorded.name} {yen(price)}（有效报价第 {place} 低，共 {of} 家）；"
        f"有效最低为 {outcome.winner} {yen(outcome.price)}，低 {yen(price - outcome.price)}",
        f"recorded winner {recorded.name} at {yen(price)} (place {place} of {of} valid bids); "
        f"lowest valid bid {outcome.winner} at {yen(outcome.price)}, lower by {yen(price - outcome.price)}",
    )
    if auction.minimum is not None and outcome.price < auction.minimum:
        least = yen(auction.minimum)
        return Text(
            f"{facts.zh}；它低于原最低限价 {least}，此处不予采用",
            f"{facts.en}; it is below the minimum price {least}, which is ignored here",
        )
    if others:
        return Text(
            f"{facts.zh}；该最低者同日另中标 {others}，来源未说明是否因此出局",
            f"{facts.en}; the lowest bidder won {others} the same day, "
            "and the source doesn't say whether that is why",
        )
    return Text(f"{facts.zh}；来源未说明原因", f"{facts.en}; the source gives no reason")


def _without_winner(auction: Auction, outcome: Outcome, history: History) -> Text:
    here = (
        Text(
            f"平台上最低有效报价为 {outcome.winner} {yen(outcome.price)}",
            f"the lowest valid bid here is {outcome.winner} at {yen(outcome.price)}",
        )
        if outcome.winner
        else Text(f"{outcome.bids} 份有报价的投标，采购失败", f"{outcome.bids} priced bids, so it fails")
    )
    whole = history.split_from(auction)
    if whole is None:
        return Text(f"来源没有中标人；{here.zh}", f"the source names no winner; {here.en}")
    return Text(
        f"来源没有中标人，与 {whole.id} 同日、同名、同价，似从中拆出；{here.zh}",
        f"the source names no winner; same day, title and prices as {whole.id}, so it seems split off; "
        f"{here.en}",
    )


def yen(amount: int) -> str:
    """An amount with its thousands."""
    return f"¥{amount:,}"
