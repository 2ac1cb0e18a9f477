"""A purchase played from the opened bids to the contract: committee, reviews, marks, award, signatures."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from daylight.client.contributor import contribute
from daylight.client.session import Party
from daylight.core.acts.award import (
    AwardLot,
    FailLot,
    LoserNotice,
    NotifyBidders,
    PassingCause,
    PassOverWinner,
    PublishAward,
)
from daylight.core.acts.contracting import PublishContract, SignContract
from daylight.core.acts.evaluation import (
    AnswerLowPrice,
    AskAboutLowPrice,
    ConcludeEvaluation,
    CorrectArithmetic,
    ExpertSeat,
    FormCommittee,
    JudgeLowPrice,
    Mark,
    PrepareDraw,
    ReviewConformity,
    ScoreBid,
    SignedCommitment,
    TieDraw,
)
from daylight.core.acts.evaluation_terms import CriterionKind, EvaluationMethod
from daylight.core.dockets.case.case import Lot, the_lot
from daylight.core.dockets.case.evaluation import LotBid
from daylight.core.draw.chance import Contribution
from daylight.core.draw.draw import Drawn, DrawRecord, DrawRules, draw
from daylight.core.draw.pool import PoolEntry, handle_of, person_digest, pool_of, pool_root
from daylight.core.draw.walk import Quota
from daylight.core.evaluation.evaluate import EvaluationResult, evaluate
from daylight.core.evaluation.inputs import marked_criteria
from daylight.core.procedures.award.debriefing import debriefed
from daylight.core.procedures.award.deciding import next_candidate
from daylight.core.procedures.evaluation.committee import identity_of
from daylight.core.procedures.evaluation.pricing import competitors, correction_of, low_price_triggers_of
from daylight.core.procedures.evaluation.qualification import are_enough_qualified
from daylight.core.procedures.evaluation.reviewing import (
    evaluation_inputs,
    minimum_conforming_of,
)
from daylight.core.procedures.evaluation.ties import order_of_ties, tie_handle
from daylight.core.procedures.matter import law_of_case, method_id
from daylight.core.values.money import Money
from daylight.core.values.plain import digest_of
from daylight.core.values.text import Text
from daylight.practice.claiming import MEETS, claims_are_judged, judged_preferences, qualification_of
from daylight.practice.play import Played, document, host
from daylight.practice.stage import Stage
from daylight.practice.town import Town

EXPERTS = "expert"
STANDSTILL = "award.standstill"
NONCE_BYTES = 32
KEY_BYTES = 32
PERFORMED_DAYS = 180


class Contributors(Protocol):
    """Those who contribute to a draw: first their commitments, then their nonces."""

    def commit(self, draw_id: str, pool_root: bytes) -> tuple[SignedCommitment, ...]:
        """Signed commitments to nonces nobody has seen."""
        ...

    def reveal(self, draw_id: str) -> tuple[Contribution, ...]:
        """The nonces, once the draw is prepared."""
        ...


@dataclass
class HoldersHere:
    """The key holders of a purchase as contributors in this process."""

    stage: Stage
    played: Played
    kept: dict[str, tuple[Contribution, ...]] = field(default_factory=dict)

    def commit(self, draw_id: str, pool_root: bytes) -> tuple[SignedCommitment, ...]:
        """Every holder who opens bids contributes."""
        stage, holders = self.stage, self.played.keys[: self.played.script.threshold]
        made = [
            contribute(
                draw_id, pool_root, device=holder.device, randomness=stage.randomness, crypto=stage.crypto
            )
            for holder, _ in holders
        ]
        self.kept[draw_id] = tuple(one.kept for one in made)
        return tuple(one.commitment for one in made)

    def reveal(self, draw_id: str) -> tuple[Contribution, ...]:
        """What was kept."""
        return self.kept[draw_id]


def form_committee(
    stage: Stage, town: Town, played: Played, contributors: Contributors | None = None
) -> None:
    """Experts are drawn from the pool of the town; representatives of the purchaser join them.

    Where law asks for no committee of a size, professionals of the purchaser negotiate.
    """
    case = stage.case(played.case, town.buyer)
    own = tuple(party.device.person for party in (town.buyer, town.author, town.reviewer))
    if law_of_case(stage.book, case, stage.clock.now().day).maybe("committee.minimum") is None:
        stage.acts(host(town, played), FormCommittee(None, (), (), own, False, own[0]), played.case)
        return
    seats = {}
    entries = []
    draw_key = stage.randomness(KEY_BYTES)
    former = {person for one in case.evaluation.dissolved for person in one.members}
    free = tuple(person for person in own if person not in former)
    for expert in (one for one in town.experts if one.device.person not in former):
        handle = handle_of(draw_key, expert.device.person)
        employer = expert.organisation or town.institute
        seat = ExpertSeat(handle, expert.device.person, employer, stage.randomness(NONCE_BYTES))
        seats[handle] = seat
        entries.append(
            PoolEntry(handle, EXPERTS, town.territory, person_digest(seat.salt, identity_of(seat)))
        )
    quota = Quota(EXPERTS, played.script.experts, 2)
    again = f"-{len(case.evaluation.dissolved) + 1}" if case.evaluation.dissolved else ""
    drawing = Drawing(f"{played.case}/committee{again}", quota, tuple(entries))
    record = drawn(stage, town, played, drawing, contributors or HoldersHere(stage, played))
    outcome = draw(record)
    assert isinstance(outcome, Drawn)
    walk = outcome.walks[0]
    chosen = tuple(seats[handle] for handle in walk.seats)
    deed = FormCommittee(
        draw=record,
        experts=chosen,
        alternates=tuple(seats[handle] for handle in walk.alternates),
        representatives=free[: played.script.representatives],
        complex=False,
        chair=chosen[0].person,
    )
    stage.acts(host(town, played), deed, played.case)


@dataclass(frozen=True)
class Drawing:
    """What is to be drawn: its name, how many, from whom."""

    id: str
    quota: Quota
    entries: tuple[PoolEntry, ...]


def drawn(
    stage: Stage, town: Town, played: Played, drawing: Drawing, contributors: Contributors
) -> DrawRecord:
    """Fix rules, pool and commitments by an act, then hold the draw with that act as its beacon."""
    pool = pool_of(drawing.entries)
    rules = DrawRules(drawing.id, (drawing.quota,), played.script.threshold)
    commitments = contributors.commit(drawing.id, pool_root(pool))
    stage.acts(host(town, played), PrepareDraw(rules, pool_root(pool), commitments), played.case)
    prepared = stage.case(played.case, town.buyer).evaluation.prepared[-1]
    return DrawRecord(
        rules=rules,
        pool=pool,
        commitments=prepared.commitments,
        contributions=contributors.reveal(drawing.id),
        beacon=prepared.beacon,
    )


def evaluate_lot(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """Reviews, arithmetic, low prices, marks, conclusion; the lot fails where too few are left."""
    if review(stage, town, played, lot_id):
        settle_low_prices(stage, town, played, lot_id)
        mark_and_conclude(stage, town, played, lot_id)


def mark_and_conclude(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """Every member marks every bid that is left, and the chair concludes."""
    case = stage.case(played.case, town.buyer)
    lot = the_lot(case, lot_id)
    if competitors(lot) < minimum_conforming_of(stage.book, case):
        fail(stage, town, played, lot_id)
        return
    chair = chair_of(stage, town, played)
    for bid in lot.evaluation.valid_bids if claims_are_judged(lot) else ():
        if bid.preferences is None:
            stage.acts(chair, judged_preferences(stage, played, lot, bid), played.case)
    assert lot.terms is not None
    if lot.terms.evaluation.method is EvaluationMethod.COMPREHENSIVE_SCORING:
        for bid in lot.evaluation.valid_bids:
            for member in members(stage, town, played):
                deed = ScoreBid(lot_id, bid.bid, _marks(played, lot, bid, member), MEETS)
                stage.acts(member, deed, played.case)
    conclude(stage, town, played, lot_id, chair)


def review(stage: Stage, town: Town, played: Played, lot_id: str) -> bool:
    """Qualification, conformity and arithmetic by whom the method says; whether enough bids are left."""
    chair = chair_of(stage, town, played)
    case = stage.case(played.case, town.buyer)
    lot, method = the_lot(case, lot_id), stage.book.method_by_id.get(method_id(stage.book, case))
    qualifier = chair if method and method.reviewer == "committee" else host(town, played)
    qualified = []
    for bid in lot.evaluation.bids:
        deed = qualification_of(stage, played, lot, bid)
        stage.acts(qualifier, deed, played.case)
        qualified += [bid] if deed.passed else []
    if not are_enough_qualified(law_of_case(stage.book, case, stage.clock.now().day), case, len(qualified)):
        fail(stage, town, played, lot_id)
        return False
    for bid in qualified:
        _review_conformity(stage, played, lot, bid, chair)
    case = stage.case(played.case, town.buyer)
    if competitors(the_lot(case, lot_id)) >= minimum_conforming_of(stage.book, case):
        return True
    fail(stage, town, played, lot_id)
    return False


def _review_conformity(stage: Stage, played: Played, lot: Lot, bid: LotBid, chair: Party) -> None:
    wrong = _nonconformity(played, lot, bid)
    stage.acts(chair, ReviewConformity(lot.id, bid.bid, wrong is None, wrong or MEETS), played.case)
    corrected = correction_of(lot, bid)
    if wrong is None and corrected != bid.price.total.amount_minor:
        confirmation = document(stage, "算术修正确认", f"{bid.bid} {corrected}")
        stage.acts(chair, CorrectArithmetic(lot.id, bid.bid, corrected, True, confirmation), played.case)


def settle_low_prices(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """Who bid abnormally low is asked, answers, and is judged."""
    chair = chair_of(stage, town, played)
    lot = the_lot(stage.case(played.case, town.buyer), lot_id)
    for bid_id, triggers in sorted(low_price_triggers_of(lot).items()):
        script, party = played.bidders[bid_id]
        why = Text("报价明显偏低，请说明", "the price is conspicuously low; please explain")
        stage.acts(chair, AskAboutLowPrice(lot_id, bid_id, triggers, why), played.case)
        explanation, opened = stage.private("explanation", f"{script.name.zh}：自有产线，成本清单见附件")
        evidence = (document(stage, "成本清单", f"{script.name.zh} cost sheet"),)
        stage.acts(
            party, AnswerLowPrice(lot_id, bid_id, explanation, evidence), played.case, openings=(opened,)
        )
        reason = (
            MEETS
            if script.explains
            else Text("不能证明报价合理性", "the price is not shown to be reasonable")
        )
        stage.acts(chair, JudgeLowPrice(lot_id, bid_id, script.explains, reason), played.case)


def conclude(stage: Stage, town: Town, played: Played, lot_id: str, chair: Party) -> None:
    """The chair signs what everybody computes, after a draw where there is a tie."""
    case = stage.case(played.case, town.buyer)
    lot = the_lot(case, lot_id)
    tie = None
    result = evaluate(evaluation_inputs(case, lot))
    assert isinstance(result, EvaluationResult), result
    if result.draw_needed:
        tied = [bid for group in result.draw_needed for bid in group]
        entries = [PoolEntry(tie_handle(bid), "tie", town.territory, bytes(KEY_BYTES)) for bid in tied]
        drawing = Drawing(f"{played.case}/{lot_id}/tie", Quota("tie", len(tied), 0), tuple(entries))
        record = drawn(stage, town, played, drawing, HoldersHere(stage, played))
        tie = TieDraw(record, order_of_ties(record, lot))
        result = evaluate(evaluation_inputs(case, lot, tie.order))
        assert isinstance(result, EvaluationResult), result
    report = Text("评标报告：按评审标准完成评审", "evaluated by the criteria of the documents")
    stage.confirms(
        chair, ConcludeEvaluation(lot_id, digest_of(result), result.ranking, report, tie), played.case
    )


def award(stage: Stage, town: Town, played: Played, lot_id: str, listing: str = "") -> None:
    """The purchaser confirms, everybody is told, the result is published."""
    lot = the_lot(stage.case(played.case, town.buyer), lot_id)
    winner = next_candidate(lot)
    stage.confirms(town.buyer, AwardLot(lot_id, winner, _why(lot, winner), listing), played.case)
    tell(stage, town, played, lot_id)


def tell(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """Winner and losers are told, then everybody."""
    case = stage.case(played.case, town.buyer)
    lot = the_lot(case, lot_id)
    winner = lot.award.winner
    others = (LoserNotice(bid.bid, _why_not(lot, bid)) for bid in lot.evaluation.bids if bid.bid != winner)
    losers = tuple(debriefed(case, lot, one) for one in others)
    stage.acts(host(town, played), NotifyBidders(lot_id, winner, losers), played.case)
    fee = Text("代理服务费为零", "no agency fee")
    stage.acts(host(town, played), PublishAward(lot_id, fee), played.case)


def pass_over(stage: Stage, town: Town, played: Played, lot_id: str, cause: PassingCause = "refused") -> None:
    """The winner does not sign, as the evidence shows; the next candidate can be awarded."""
    lot = the_lot(stage.case(played.case, town.buyer), lot_id)
    reason = Text("中标人书面放弃", "the winner gave it up in writing")
    evidence = (document(stage, "放弃中标函", f"放弃中标 {played.case} {lot_id}"),)
    stage.confirms(town.buyer, PassOverWinner(lot_id, lot.award.winner, cause, reason, evidence), played.case)


def contract(stage: Stage, town: Town, played: Played, lot_id: str, security: Money | None = None) -> None:
    """Both parties sign the same text, after a standstill where law knows one, and it is published."""
    case = stage.case(played.case, town.buyer)
    lot = the_lot(case, lot_id)
    for clock in case.clocks:
        if clock.id == STANDSTILL and clock.lot == lot_id:
            now = stage.clock.now()
            stage.clock.move_to(now.on_day(clock.latest + timedelta(days=1)))
    winner = next(bid for bid in lot.evaluation.bids if bid.bid == lot.award.winner)
    price = Money(winner.price_minor, winner.price.total.currency)
    text = document(stage, "合同", f"合同 {played.case} {lot_id} {price.amount_minor}")
    until = stage.clock.now().day + timedelta(days=PERFORMED_DAYS)
    deed = SignContract(lot_id, price, security, until, text)
    stage.confirms(town.buyer, deed, played.case)
    _, supplier = played.bidders[lot.award.winner]
    stage.confirms(supplier, deed, played.case)
    publish_contract(stage, town, played, lot_id)


def publish_contract(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """The contract is published, its secrets taken out."""
    public = document(stage, "合同公开文本", f"合同公开文本 {played.case} {lot_id}")
    stage.acts(town.buyer, PublishContract(lot_id, public), played.case)


def fail(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """The lot fails because too few bidders are left."""
    reason = Text("有效投标人不足法定数量", "fewer bidders than the law asks for")
    stage.confirms(host(town, played), FailLot(lot_id, "too_few_bidders", reason), played.case)


def members(stage: Stage, town: Town, played: Played) -> tuple[Party, ...]:
    """The committee in office as parties, in person."""
    committee = stage.case(played.case, town.buyer).evaluation.committee
    assert committee is not None
    own = (town.buyer, town.author, town.reviewer)
    known = {party.device.person: party for party in (*town.experts, *own)}
    return tuple(known[person].in_person() for person in committee.members)


def chair_of(stage: Stage, town: Town, played: Played) -> Party:
    """The chair of the committee, in person."""
    committee = stage.case(played.case, town.buyer).evaluation.committee
    assert committee is not None
    return next(p for p in members(stage, town, played) if p.device.person == committee.chair)


def _marks(played: Played, lot: Lot, bid: LotBid, member: Party) -> tuple[Mark, ...]:
    """The script's marks, a little different from member to member where the criterion is subjective."""
    assert lot.terms is not None
    given = dict(played.bidders[bid.bid][0].marks)
    lean = sum(member.device.person.encode()) % 3 - 1
    marks = []
    for criterion in marked_criteria(lot.terms.evaluation):
        points = given.get(criterion.id, criterion.points * 4 / 5)
        if criterion.kind is CriterionKind.SUBJECTIVE:
            points = min(criterion.points, max(points + lean, points * 0))
        marks.append(Mark(criterion.id, points))
    return tuple(marks)


def _nonconformity(played: Played, lot: Lot, bid: LotBid) -> Text | None:
    assert lot.terms is not None
    if bid.price.total > lot.terms.ceiling:
        return Text("报价超过最高限价", "the price is above the ceiling")
    if lot.terms.floor and bid.price.total < lot.terms.floor:
        return Text("报价低于最低限价", "the price is below the minimum price")
    return played.bidders[bid.bid][0].conforms


def _why(lot: Lot, winner: str) -> Text:
    place = lot.evaluation.ranking.index(winner) + 1
    return Text(f"排名第 {place}", f"ranked {place}") if lot.award.over else Text("排名第一", "ranked first")


def _why_not(lot: Lot, bid: LotBid) -> Text:
    if bid.reason and bid.rejected:
        return bid.reason
    if bid.bid in lot.award.over:
        return Text("未签订合同", "did not sign the contract")
    place = (
        lot.evaluation.ranking.index(bid.bid) + 1
        if bid.bid in lot.evaluation.ranking
        else len(lot.evaluation.ranking)
    )
    return Text(f"综合排名第 {place}", f"ranked {place}")
