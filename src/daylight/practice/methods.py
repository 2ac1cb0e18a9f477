"""Playing methods other than open tendering: choice, approval, publicity, invitation, negotiation.

Every step is a real act; ``practice.play`` and ``practice.judging`` play what all methods share.
"""

from __future__ import annotations

from dataclasses import dataclass

from daylight.client.session import Party
from daylight.core.acts.act import act_digest
from daylight.core.acts.evaluation import CallForFinalOffers, ChangeTerms, ConfirmTerms, RecordNegotiation
from daylight.core.acts.planning import (
    AnswerObjection,
    ApproveMethod,
    ChooseMethod,
    ExpertOpinion,
    ObjectToSoleSource,
    PublishSoleSource,
)
from daylight.core.acts.solicitation import Invitation, Invitee, InviteSuppliers, Recommender, invitee_bytes
from daylight.core.dockets.case.case import Case, the_lot
from daylight.core.draw.draw import Drawn, draw
from daylight.core.draw.pool import PoolEntry, handle_of, person_digest
from daylight.core.draw.walk import Quota
from daylight.core.procedures.matter import method_id
from daylight.core.rulebook.method import Method
from daylight.core.values.text import Text
from daylight.practice.judging import (
    Drawing,
    HoldersHere,
    award,
    chair_of,
    contract,
    drawn,
    form_committee,
    mark_and_conclude,
    review,
    settle_low_prices,
)
from daylight.practice.play import HOUR_MS, Played, host, open_all, pass_days, submit
from daylight.practice.script import MethodScript
from daylight.practice.stage import Stage
from daylight.practice.town import Town

KEY_BYTES = 32
SALT_BYTES = 32
SUPPLIERS = "supplier"
PUBLICITY_DAYS = 12
FINAL_HOURS = 3
OPINION = ExpertOpinion("陈工", "江南技术大学", "教授", Text("专利不可替代", "the patent cannot be replaced"))


@dataclass(frozen=True)
class Invited:
    """A supplier with what it shows to prove that it was invited."""

    party: Party
    invitation: Invitation


def choice_of(script: MethodScript, method: Method, supplier: str = "") -> ChooseMethod:
    """The choice a script makes."""
    return ChooseMethod(
        method=script.method,
        facts=script.facts,
        reason=script.reason,
        category=script.category,
        budget_item=script.budget_item,
        fiscal_year=script.fiscal_year,
        closed=method.opening == "closed",
        in_catalogue=script.in_catalogue,
        earlier=script.earlier,
        earlier_lot=script.earlier_lot,
        bought_before=script.bought_before,
        original_contract=script.original_contract,
        supplier=supplier,
    )


def choose(stage: Stage, town: Town, played: Played, supplier: str = "") -> None:
    """The purchaser chooses the method."""
    script = played.script.chosen
    assert script is not None
    deed = choice_of(script, stage.book.method_by_id[script.method], supplier)
    stage.confirms(town.buyer, deed, played.case)


def approve(stage: Stage, town: Town, played: Played, *, approved: bool = True) -> None:
    """The finance department decides on the choice."""
    reason = Text("符合法定情形", "the ground of law is met") if approved else Text("理由不足", "not enough")
    stage.confirms(town.finance, ApproveMethod(approved, reason), played.case)


def publicise(stage: Stage, town: Town, played: Played, *, days: int = PUBLICITY_DAYS) -> None:
    """The only supplier is made public until the period is over."""
    script = played.script.chosen
    assert script is not None
    stage.acts(town.buyer, PublishSoleSource(script.reason, (OPINION, OPINION, OPINION)), played.case)
    pass_days(stage, days)


def object_to(stage: Stage, played: Played, objector: Party) -> str:
    """A supplier objects; returns the id of the objection."""
    reason = Text("本公司同样能够供货", "we can provide it too")
    receipt = stage.acts(objector, ObjectToSoleSource(reason), played.case)
    return act_digest(receipt.act)


def answer_objection(stage: Stage, town: Town, played: Played, objection: str, *, founded: bool) -> None:
    """The purchaser has the objection argued."""
    argument = Text("经论证", "it was argued")
    stage.acts(town.buyer, AnswerObjection(objection, founded, argument, (OPINION,)), played.case)


def invite_by_draw(
    stage: Stage, town: Town, played: Played, pool: tuple[Party, ...], number: int
) -> tuple[Invited, ...]:
    """Chance invites so many suppliers of a pool; they alone learn of it."""
    draw_key, kept, entries = stage.randomness(KEY_BYTES), {}, []
    for party in pool:
        handle, salt = handle_of(draw_key, party.organisation), stage.randomness(SALT_BYTES)
        digest = person_digest(salt, invitee_bytes(party.organisation))
        kept[handle] = Invited(party, Invitation(handle, salt))
        entries.append(PoolEntry(handle, SUPPLIERS, town.territory, digest))
    drawing = Drawing(f"{played.case}/invitation", Quota(SUPPLIERS, number, 0), tuple(entries))
    record = drawn(stage, town, played, drawing, HoldersHere(stage, played))
    outcome = draw(record)
    assert isinstance(outcome, Drawn)
    seats = [handle for walk in outcome.walks for handle in walk.seats]
    identities = {entry.handle: entry.person for entry in entries}
    invited = tuple(Invitee(handle, identities[handle]) for handle in seats)
    reason = Text("随机抽取", "drawn at random")
    stage.acts(host(town, played), InviteSuppliers("library", invited, reason, record), played.case)
    return tuple(kept[handle] for handle in seats)


def recommend(
    stage: Stage, town: Town, played: Played, own: tuple[Party, ...], others: tuple[Party, ...]
) -> tuple[Invited, ...]:
    """The purchaser recommends some suppliers, experts recommend the others."""
    draw_key, invited, kept = stage.randomness(KEY_BYTES), [], []
    recommended: list[tuple[Party, Recommender]] = [(one, "purchaser") for one in own]
    for party, by in [*recommended, *((one, "experts") for one in others)]:
        handle, salt = handle_of(draw_key, party.organisation), stage.randomness(SALT_BYTES)
        invited.append(Invitee(handle, person_digest(salt, invitee_bytes(party.organisation)), by))
        kept.append(Invited(party, Invitation(handle, salt)))
    reason = Text("书面推荐", "recommended in writing")
    deed = InviteSuppliers("recommendation", tuple(invited), reason)
    stage.acts(host(town, played), deed, played.case)
    return tuple(kept)


def negotiate(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """The committee hears each supplier alone; where the script says so, it changes terms, confirmed."""
    chair = chair_of(stage, town, played)
    script = played.script.chosen
    if script and script.change:
        receipt = stage.acts(chair, ChangeTerms(lot_id, ("technical",), script.change), played.case)
        confirms = ConfirmTerms(lot_id, act_digest(receipt.act))
        stage.confirms(town.buyer.in_person(), confirms, played.case)
    for bid in the_lot(_case(stage, town, played), lot_id).evaluation.valid_bids:
        minutes, opened = stage.private("minutes", f"谈判纪要 {bid.bid}")
        deed = RecordNegotiation(lot_id, bid.bid, minutes)
        stage.acts(chair, deed, played.case, openings=(opened,))


def final_offers(stage: Stage, town: Town, played: Played) -> None:
    """All who are left make one sealed final offer, and k holders open them."""
    case, deadline = _case(stage, town, played), stage.clock.now().later_by(FINAL_HOURS * HOUR_MS)
    lots = tuple(sorted(lot.id for lot in case.lots if lot.stage == "opened"))
    stage.confirms(chair_of(stage, town, played), CallForFinalOffers(lots, deadline), played.case)
    case = _case(stage, town, played)
    assert case.planning.key_set is not None
    left = {bid.bid for lot in case.lots for bid in lot.evaluation.valid_bids}
    for docket, (bid, _) in played.bidders.items():
        if docket in left and bid.conduct != "leaves":
            submit(
                stage,
                played,
                docket,
                case.planning.key_set,
                round=case.tendering.round,
                prices=bid.final or bid.prices,
            )
    stage.clock.move_to(deadline)
    open_all(stage, town, played)


def judge_and_contract(stage: Stage, town: Town, played: Played) -> None:
    """From the opened offers to the contract, as the method has it; lots with too few left fail."""
    judge(stage, town, played)
    for lot in _case(stage, town, played).lots:
        if lot.stage == "evaluated":
            award(stage, town, played, lot.id)
            contract(stage, town, played, lot.id)


def judge(stage: Stage, town: Town, played: Played) -> None:
    """From the opened offers to the ranking of every lot that does not fail."""
    form_committee(stage, town, played)
    ids = [lot.id for lot in played.script.lots]
    standing = [id for id in ids if review(stage, town, played, id)]
    if standing and method_of(stage, town, played).negotiated:
        for id in standing:
            negotiate(stage, town, played, id)
        final_offers(stage, town, played)
    for id in standing:
        settle_low_prices(stage, town, played, id)
        mark_and_conclude(stage, town, played, id)


def method_of(stage: Stage, town: Town, played: Played) -> Method:
    """The method of a purchase in the rulebook."""
    return stage.book.method_by_id[method_id(stage.book, _case(stage, town, played))]


def _case(stage: Stage, town: Town, played: Played) -> Case:
    return stage.case(played.case, town.buyer)
