"""One real auction played again by real acts, from the need to the contract, under a law of choice.

A case of one lot: the reserve price is budget and ceiling, the lowest evaluated price wins, bids are sealed
to two of three holders. A lead time, experts, an inquiry into low prices or a minimum price are there because
the law in force asks for them or admits them, not because of its name.
Shown by ``tests/practice/test_replay.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from daylight.client.holder import release_shares
from daylight.client.session import Party, Refused
from daylight.core.acts.act import read_act
from daylight.core.acts.evaluation import FormCommittee, ReviewQualification
from daylight.core.acts.opening import ReleaseShares
from daylight.core.acts.planning import ObjectKind
from daylight.core.dockets.case.case import Lot, the_lot
from daylight.core.dockets.stage import Stage
from daylight.core.rulebook.law import Law
from daylight.core.values.instant import Instant, start_of
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice import judging, play
from daylight.practice.auctions import Auction
from daylight.practice.play import HOUR_MS, Played
from daylight.practice.pocket import PocketWorld
from daylight.practice.script import LOWEST_PRICE, BidScript, CaseScript, LotScript
from daylight.practice.town import register_supplier

LOT = "1"
ISSUED_AT, BIDS_AT, OPENED_AT = 8, 9, 10
HOLDERS, THRESHOLD = 3, 2
BID_DAYS = 25
LAST_OF_FEBRUARY = (2, 28)
MET = Text("满足资格条件", "meets the conditions")
Suppliers = dict[str, Party]
Step = Callable[[PocketWorld, Suppliers], None]


@dataclass(frozen=True)
class Setting:
    """Under which law auctions are replayed; with a ``year`` their days are moved into it."""

    country: str
    territory: str
    object: ObjectKind
    currency: str
    year: int | None = None

    def day_of(self, auction: Auction) -> date:
        """The day of an auction in this setting."""
        month, day = auction.day.month, auction.day.day
        return auction.day if self.year is None else date(self.year, *min((month, day), _last(month, day)))


def _last(month: int, day: int) -> tuple[int, int]:
    """A leap day has no fellow in most years."""
    return (
        LAST_OF_FEBRUARY if (month, day) > LAST_OF_FEBRUARY and month == LAST_OF_FEBRUARY[0] else (month, day)
    )


@dataclass(frozen=True)
class Outcome:
    """What the platform made of an auction.

    ``lowest`` are all bidders at the price that won; ``out`` who was put out, at which price and why;
    ``provisions`` the articles a failure rests on; ``refused`` what was tried in vain before it.
    """

    auction: str
    stage: str
    bids: int
    acts: int
    winner: str = ""
    price: int = 0
    lowest: tuple[str, ...] = ()
    out: tuple[tuple[str, int, str], ...] = ()
    provisions: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass
class Rerun:
    """An auction on its way through the platform again."""

    auction: Auction
    setting: Setting
    law: Law
    played: Played | None = None
    refused: list[str] = field(default_factory=list)

    def steps(self) -> Iterator[tuple[Instant, Step]]:
        """What is done when: the lead times are there where the law asks for them."""
        day = self.setting.day_of(self.auction)
        issued = day - timedelta(days=BID_DAYS) if self.law.maybe("intention.lead") else day
        planned = issued - timedelta(days=play.INTENTION_DAYS) if issued < day else day
        yield self._at(planned, ISSUED_AT), self.plan
        yield self._at(issued, ISSUED_AT), self.issue
        yield self._at(day, BIDS_AT), self.bid
        yield self._at(day, OPENED_AT), self.decide

    def plan(self, world: PocketWorld, suppliers: Suppliers) -> None:
        """Need, review, intention, key holders."""
        self.played = play.plan(world.stage, world.town, self._script())

    def issue(self, world: PocketWorld, suppliers: Suppliers) -> None:
        """The documents are issued, and every bidder with a price obtains them."""
        stage, day = world.stage, self.setting.day_of(self.auction)
        deed = play.solicitation_of(stage, self._played)
        deed = replace(deed, bid_deadline=self._at(day, OPENED_AT), documents_until=day)
        stage.confirms(world.town.buyer, deed, self._played.case)
        for bid in self._played.script.bidders:
            name = bid.name.zh
            if name not in suppliers:
                territory = self.setting.territory
                suppliers[name] = register_supplier(stage, bid.name, territory=territory)
            play.obtain(stage, self._played, bid, suppliers[name])

    def bid(self, world: PocketWorld, suppliers: Suppliers) -> None:
        """Everybody seals, uploads and submits."""
        keys = world.stage.case(self._played.case, world.town.buyer).planning.key_set
        assert keys is not None
        for docket in self._played.bidders:
            play.submit(world.stage, self._played, docket, keys)

    def decide(self, world: PocketWorld, suppliers: Suppliers) -> None:
        """Open, review, evaluate, award, sign; or fail, where the law wants more bidders."""
        stage, town, played = world.stage, world.town, self._played
        if len(played.bidders) < self.law.whole("bidding.minimum_bidders").value:
            self._try_anyway(world)
            judging.fail(stage, town, played, LOT)
            return
        play.open_all(stage, town, played)
        if self.law.maybe("committee.minimum"):
            judging.form_committee(stage, town, played)
        else:
            person = town.buyer.device.person
            deed = FormCommittee(None, (), (), (person,), complex=False, chair=person)
            stage.acts(town.buyer, deed, played.case)
        judging.evaluate_lot(stage, town, played, LOT)
        if self._lot(world).stage is Stage.EVALUATED:
            judging.award(stage, town, played, LOT)
            judging.contract(stage, town, played, LOT)

    def outcome(self, world: PocketWorld) -> Outcome:
        """What became of it, as the acts tell."""
        lot, entries = self._lot(world), world.office.journal.entries(self._played.case)
        names = {docket: bid.name.zh for docket, (bid, _) in self._played.bidders.items()}
        told = Outcome(self.auction.id, lot.stage, len(names), len(entries), refused=tuple(self.refused))
        if lot.stage is Stage.FAILED:
            return replace(told, provisions=read_act(entries[-1].source).provisions)
        price = next(bid.price_minor for bid in lot.evaluation.bids if bid.bid == lot.award.winner)
        return replace(
            told,
            winner=names[lot.award.winner],
            price=price,
            lowest=tuple(
                sorted(names[bid.bid] for bid in lot.evaluation.valid_bids if bid.price_minor == price)
            ),
            out=tuple(
                sorted(
                    (names[b.bid], b.price_minor, b.reason.en if b.reason else "")
                    for b in lot.evaluation.bids
                    if b.rejected
                )
            ),
        )

    def _try_anyway(self, world: PocketWorld) -> None:
        """Before it fails, opening and reviewing are tried all the same; the law's answer is kept."""
        stage, (holder, key) = world.stage, self._played.keys[0]
        if not self._played.bidders:
            return
        shares, _ = release_shares(
            stage.case(self._played.case, holder),
            stage.door.bids(self._played.case, holder.device),
            key=key,
            least=1,
            now=stage.clock.now(),
            fetch=lambda digest: stage.door.get(self._played.case, digest, holder.device),
            crypto=stage.crypto,
        )
        self._try(world, holder.in_person(), ReleaseShares(shares))
        bid = next(iter(self._played.bidders))
        self._try(world, world.town.buyer, ReviewQualification(LOT, bid, True, MET))

    def _try(self, world: PocketWorld, party: Party, deed: ReleaseShares | ReviewQualification) -> None:
        try:
            world.stage.acts(party, deed, self._played.case)
        except Refused as refused:
            self.refused += sorted({refusal.code for refusal in refused.note.refusals})

    def _script(self) -> CaseScript:
        title = Text(self.auction.title, self.auction.title)
        reserve = Money(self.auction.reserve, self.setting.currency)
        floored = self.law.maybe("bidding.floor_price") and self.auction.minimum is not None
        low_price = LOWEST_PRICE.low_price if self.law.maybe("low_price.mean_rate") else None
        lot = LotScript(
            LOT,
            title,
            reserve,
            replace(LOWEST_PRICE, low_price=low_price),
            title,
            floor=Money(self.auction.minimum or 0, self.setting.currency) if floored else None,
        )
        return CaseScript(
            title=title,
            object=self.setting.object,
            lots=(lot,),
            bidders=tuple(
                BidScript(Text(bid.name, bid.name), ((LOT, bid.price),))
                for bid in self.auction.bids
                if bid.price is not None
            ),
            territory=self.setting.territory,
            source=f"auction:{self.auction.id}",
            experts=self._experts(reserve),
            holders=HOLDERS,
            threshold=THRESHOLD,
            agency=False,
            expected_month=self.setting.day_of(self.auction).isoformat()[:7],
        )

    def _experts(self, budget: Money) -> int:
        """As many as the law asks beside one representative of the purchaser."""
        if not self.law.maybe("committee.minimum"):
            return 0
        large = budget.amount_minor >= self.law.amount("committee.large_budget").value.amount_minor
        return self.law.whole("committee.minimum_large" if large else "committee.minimum").value - 1

    @property
    def _played(self) -> Played:
        assert self.played is not None
        return self.played

    def _lot(self, world: PocketWorld) -> Lot:
        return the_lot(world.stage.case(self._played.case, world.town.buyer), LOT)

    def _at(self, day: date, hour: int) -> Instant:
        return start_of(day, self.law.territory.offset_minutes).later_by(hour * HOUR_MS)
