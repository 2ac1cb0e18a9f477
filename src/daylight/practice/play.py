"""A purchase played from the need to the opened bids; ``practice.judging`` plays the rest.

Every step is a real act by a party with a key. The clock of the practice world is moved between them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

from daylight.client.bidder import Offer, submit_bid
from daylight.client.holder import CaseKey, new_case_key, release_bids, take_key
from daylight.client.presider import call_opening, open_bids
from daylight.client.session import Party, Refused
from daylight.core.acts.bid_content import BidDeclaration, BidPrice, PriceLine
from daylight.core.acts.bidding import RecordBidSecurity, WithdrawBid
from daylight.core.acts.common import Document
from daylight.core.acts.planning import (
    AppointKeyHolders,
    DefineRequirement,
    EntrustAgency,
    Item,
    LotPlan,
    PublishIntention,
    ReviewRequirement,
)
from daylight.core.acts.solicitation import (
    AnswerEnquiry,
    Invitation,
    IssueClarification,
    IssueSolicitation,
    LotTerms,
    ObtainDocuments,
    RaiseEnquiry,
)
from daylight.core.dockets.case.planning import KeySet
from daylight.core.policy.set_aside import must_be_reserved
from daylight.core.procedures.planning.need import HOSTED
from daylight.core.rulebook.law import law_in_force
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice.script import BidScript, CaseScript, LotScript
from daylight.practice.stage import Stage
from daylight.practice.town import Town, register_supplier

INTENTION_DAYS = 31
DOCUMENT_DAYS = 12
VALIDITY_DAYS = 90
MINUTES_TO_EXPLAIN = 30
HOUR_MS = 3_600_000
AGREED_DAYS = 3 * 365
NO_FEE = 0
OPEN_TO_ALL = Text(
    "本包需要大型设备原厂参与，预留无法保证充分竞争",
    "makers of large devices are needed; a reserve would leave too few",
)


@dataclass
class Played:
    """What became of a script so far."""

    script: CaseScript
    case: str
    keys: list[tuple[Party, CaseKey]] = field(default_factory=list)
    bidders: dict[str, tuple[BidScript, Party]] = field(default_factory=dict)
    refused: list[tuple[str, Refused]] = field(default_factory=list)


def plan(stage: Stage, town: Town, script: CaseScript) -> Played:
    """Need, review, intention, agency, key holders."""
    played = prepare(stage, town, script)
    appoint_holders(stage, town, played)
    return played


def prepare(stage: Stage, town: Town, script: CaseScript) -> Played:
    """Need, review, intention, agency."""
    played = Played(script, stage.new_docket("case"))
    stage.acts(town.author, requirement_of(script), played.case)
    approved = Text("需求完整、合规", "complete and lawful")
    fair = Text("无差别歧视、竞争充分", "no discrimination, enough competition")
    stage.acts(town.reviewer, ReviewRequirement(True, approved, fair), played.case)
    stage.acts(town.buyer, PublishIntention(script.expected_month, False, script.title), played.case)
    if script.agency:
        scope = ("编制采购文件", "组织开标评标")
        stage.acts(town.buyer, agreement(stage, town, script, scope), played.case)
    return played


def agreement(stage: Stage, town: Town, script: CaseScript, scope: tuple[str, ...]) -> EntrustAgency:
    """The agency runs everything it may, for three years."""
    fee, now = Money(NO_FEE, script.lots[0].budget.currency), stage.clock.now()
    until = now.on_day(now.day + timedelta(days=AGREED_DAYS))
    return EntrustAgency(town.agent.organisation, scope, fee, HOSTED, now, until)


def requirement_of(script: CaseScript) -> DefineRequirement:
    """The requirement a script begins with."""
    return DefineRequirement(
        title=script.title,
        object=script.object,
        standard=script.standard,
        territory=script.territory,
        lots=tuple(LotPlan(lot.id, lot.title, lot.budget) for lot in script.lots),
        items=tuple(
            Item(item_id(lot.id), lot.id, lot.item, lot.quantity, Text("套", "set"), industry=lot.industry)
            for lot in script.lots
        ),
        suppliers_surveyed=3,
        source=script.source,
    )


def appoint_holders(stage: Stage, town: Town, played: Played) -> None:
    """Each holder makes a key for this case; the host appoints them."""
    entries = []
    for holder in town.holders[: played.script.holders]:
        key = new_case_key(stage.randomness, stage.crypto)
        played.keys.append((holder, key))
        entries.append(
            take_key(
                key,
                case=played.case,
                device=holder.device,
                organisation=holder.organisation,
                crypto=stage.crypto,
            )
        )
    deed = AppointKeyHolders(played.script.threshold, tuple(entries))
    stage.acts(host(town, played), deed, played.case)


def host(town: Town, played: Played) -> Party:
    """Who runs the procedure."""
    return town.agent if played.script.agency else town.buyer


def solicit(stage: Stage, town: Town, played: Played) -> None:
    """The solicitation is issued when the intention has been out long enough."""
    pass_days(stage, INTENTION_DAYS)
    stage.confirms(host(town, played), solicitation_of(stage, played), played.case)


def solicitation_of(stage: Stage, played: Played) -> IssueSolicitation:
    """The solicitation of a script, issued now."""
    script, now = played.script, stage.clock.now()
    return IssueSolicitation(
        documents=(document(stage, "采购文件", f"# {script.title.zh}\n\n{script.title.en}\n"),),
        lots=tuple(_open_to_all(stage, played, terms_of(lot)) for lot in script.lots),
        qualification=script.qualification,
        documents_until=now.day + timedelta(days=min(DOCUMENT_DAYS, script.bid_days)),
        bid_deadline=now.on_day(now.day + timedelta(days=script.bid_days)),
        bid_validity_days=VALIDITY_DAYS,
        explanation_minutes=MINUTES_TO_EXPLAIN,
        contract_terms=document(stage, "合同条款", "合同条款 / contract terms\n"),
        framework=script.chosen.framework if script.chosen else None,
    )


def _open_to_all(stage: Stage, played: Played, terms: LotTerms) -> LotTerms:
    """Where law would reserve the purchase and the script does not, the documents say why."""
    script = played.script
    first, *rest = (lot.budget for lot in script.lots)
    law = law_in_force(stage.book, script.territory, stage.clock.now().day)
    if terms.set_aside or not must_be_reserved(script.object, sum(rest, start=first), law):
        return terms
    return replace(terms, unreserved_because=OPEN_TO_ALL)


def terms_of(lot: LotScript) -> LotTerms:
    """The terms of a lot."""
    return LotTerms(
        lot=lot.id,
        ceiling=lot.ceiling or lot.budget,
        evaluation=lot.terms,
        bid_security=lot.bid_security,
        consortium_allowed=True,
        candidates=3,
        floor=lot.floor,
        set_aside=lot.set_aside,
        core_item=lot.core_item,
    )


def obtain(
    stage: Stage, played: Played, bid: BidScript, party: Party, invitation: Invitation | None = None
) -> None:
    """A bidder obtains the documents, with its invitation where it needs one."""
    docket = stage.bid_docket(played.case, party)
    stage.acts(party, ObtainDocuments(played.case, (party.organisation,), invitation), docket)
    played.bidders[docket] = (bid, party)


def obtain_all(stage: Stage, played: Played) -> None:
    """Every bidder of the script registers and obtains the documents."""
    for bid in played.script.bidders:
        party = register_supplier(stage, bid.name, territory=played.script.territory, scale=bid.scale)
        obtain(stage, played, bid, party)


def ask_and_clarify(stage: Stage, town: Town, played: Played) -> None:
    """A supplier asks, the host answers to all, and amends the documents."""
    script = played.script
    if script.enquiry:
        _, asker = next(iter(played.bidders.values()))
        docket = stage.new_docket("enquiry")
        stage.acts(asker, RaiseEnquiry(played.case, script.enquiry), docket)
        answer = "是，按采购文件第三章执行。 Yes, as chapter three of the documents says."
        stage.acts(host(town, played), AnswerEnquiry(docket, script.enquiry, answer), played.case)
    if script.clarification:
        pass_days(stage, script.bid_days - script.clarified_days_before)
        deed = IssueClarification(script.clarification, may_affect_preparation=True)
        stage.acts(host(town, played), deed, played.case)


def bid_all(stage: Stage, town: Town, played: Played) -> None:
    """Everybody bids: some replace, some withdraw, some come late."""
    case = stage.case(played.case, town.buyer)
    assert case.planning.key_set is not None and case.tendering.deadline is not None
    stage.clock.move_to(case.tendering.deadline.later_by(-HOUR_MS))
    late = []
    for docket, (bid, party) in played.bidders.items():
        secure(stage, played, docket)
        if bid.conduct == "late":
            late.append((docket, bid, party))
            continue
        if bid.conduct == "replaces":
            submit(stage, played, docket, case.planning.key_set, price_minor=bid.first_minor)
        submit(stage, played, docket, case.planning.key_set)
        if bid.conduct == "withdraws":
            stage.acts(party, WithdrawBid(played.case, "产能不足"), docket)
    stage.clock.move_to(case.tendering.deadline)
    for docket, bid, _ in late:
        try:
            submit(stage, played, docket, case.planning.key_set)
        except Refused as refused:
            played.refused.append((bid.name.zh, refused))


def secure(stage: Stage, played: Played, docket: str) -> None:
    """The bidder puts its guarantees on record where lots ask for them."""
    bid, party = played.bidders[docket]
    for lot in played.script.lots:
        if lot.bid_security and lot.id in dict(bid.prices):
            evidence = document(stage, "投标保函", f"保函 {party.organisation} {lot.id}")
            deed = RecordBidSecurity(played.case, lot.id, lot.bid_security, "guarantee", evidence)
            stage.acts(party, deed, docket)


def submit(
    stage: Stage,
    played: Played,
    docket: str,
    keys: KeySet,
    *,
    price_minor: int | None = None,
    prices: tuple[tuple[str, int], ...] = (),
    round: int = 1,
) -> None:
    """Seal, upload, submit."""
    bid, party = played.bidders[docket]
    offers = (
        offer_of(played.script, bid, lot, price_minor or total, party.organisation)
        for lot, total in prices or bid.prices
    )
    submit_bid(stage, party, played.case, offers, key_set=keys, round=round)


def declaration_of(bid: BidScript, lot_id: str, by: str = "") -> BidDeclaration:
    """What the bidder declares for a lot; where it makes an item itself, its docket names the maker."""
    own = (one for one in bid.items if one.item == item_id(lot_id))
    items = tuple(replace(one, maker=by) if by and one.maker == bid.name.zh else one for one in own)
    return BidDeclaration(
        bid.name.zh,
        bid.delivery_days,
        bid.preferences,
        items,
        bid.partners,
        bid.certificates,
        bid.quantities,
    )


def item_id(lot_id: str) -> str:
    """The one item of a lot in practice."""
    return f"{lot_id}-1"


def offer_of(script: CaseScript, bid: BidScript, lot_id: str, total: int, by: str = "") -> Offer:
    """What the bidder writes before it is sealed."""
    lot = next(lot for lot in script.lots if lot.id == lot_id)
    unit, rest = divmod(total, lot.quantity)
    lines = (PriceLine(item_id(lot_id), lot.quantity, unit, total),) if not rest else ()
    return Offer(
        lot_id,
        BidPrice(Money(total, lot.budget.currency), bid.body_minor or total, None, lines),
        declaration_of(bid, lot_id, by),
        f"技术文件 {bid.name.zh}\n".encode(),
    )


def call(stage: Stage, town: Town, played: Played) -> None:
    """The host says that the deadline has passed."""
    call_opening(stage, played.case, host(town, played))


def open_all(stage: Stage, town: Town, played: Played) -> None:
    """k holders release their shares, the host opens."""
    call(stage, town, played)
    for holder, key in played.keys[: played.script.threshold]:
        release_bids(stage, played.case, holder, key)
    presider = host(town, played)
    open_bids(stage, played.case, presider)


def document(stage: Stage, title: str, content: str) -> Document:
    """A document in the vault."""
    source = content.encode()
    return Document(title, title, stage.door.put(source), len(source))


def pass_days(stage: Stage, days: int) -> Instant:
    """Let days pass."""
    now = stage.clock.now()
    stage.clock.move_to(now.on_day(now.day + timedelta(days=days)))
    return stage.clock.now()
