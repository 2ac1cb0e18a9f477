"""The demonstration: one purchase from the need to the contract in a served practice world.

Officers act in this process, suppliers and key holders are processes with homes of their own, everything
goes through the network interface. Some of it goes wrong on purpose, to show how that is refused.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from time import perf_counter, sleep

from daylight.client.bidder import Offer
from daylight.client.presider import call_opening
from daylight.client.presider import open_bids as sign_the_opening
from daylight.client.session import Party, Refused
from daylight.core.acts.bid_content import read_declaration, read_price
from daylight.core.acts.contracting import PublishContract, SignContract
from daylight.core.acts.evaluation import AskAboutLowPrice, JudgeLowPrice, SignedCommitment
from daylight.core.acts.planning import AppointKeyHolders, KeyHolder, ReviewRequirement
from daylight.core.acts.solicitation import AnswerEnquiry, IssueClarification
from daylight.core.dockets.case.case import the_lot
from daylight.core.draw.chance import Contribution
from daylight.core.judgement.words import remedy, wrong
from daylight.core.procedures.evaluation.pricing import low_price_triggers_of
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money
from daylight.core.values.plain import build, canonical_bytes, plain
from daylight.core.values.text import Text
from daylight.practice import judging, play
from daylight.practice.play import HOUR_MS, Played
from daylight.practice.script import BidScript, CaseScript
from daylight.practice.server import ParticipantFailed, PracticeWorld
from daylight.practice.town import HOSPITAL, Town, settle

QUESTION = "接受等同规格的其他品牌吗？"
ANSWER = "接受，品牌不作限制。 Yes; no brand is required."
TOO_SOON_DAYS = 10
AT_ONCE = 2
WAITS = 20
Say = Callable[[str], None]


@dataclass
class Demonstration:
    """What happened so far: the case, how long each step took, what was refused and why."""

    world: PracticeWorld
    script: CaseScript
    say: Say
    steps: list[tuple[Text, float]] = field(default_factory=list)
    refused: list[tuple[Text, str]] = field(default_factory=list)
    dockets: dict[str, str] = field(default_factory=dict)
    town: Town | None = None
    played: Played | None = None
    bundle: Path | None = None

    @property
    def people(self) -> Town:
        """The town, once it is settled."""
        assert self.town is not None
        return self.town

    @property
    def case(self) -> Played:
        """The purchase, once it has begun."""
        assert self.played is not None
        return self.played


def perform_all(show: Demonstration) -> None:
    """Every step, timed and announced."""
    for step, words in STEPS:
        began = perf_counter()
        step(show)
        took = perf_counter() - began
        show.steps.append((words, took))
        show.say(f"  {took:6.2f} s  {words.zh}  {words.en}")


def settle_town(show: Demonstration) -> None:
    """Purchaser, agency, holders' bodies, experts: everybody registers with a key of his own."""
    world = show.world
    territory = show.script.territory
    buyer = show.script.purchaser or HOSPITAL
    town = settle(world.stage, world.registrar.device(), territory=territory, buyer_name=buyer)
    show.town = town
    for party in (town.author, town.reviewer, town.buyer, town.agent):
        world.capacities[party.device.person] = party.capacity


def plan_purchase(show: Demonstration) -> None:
    """Need, review by somebody else, intention, agency; holders make their keys in their own homes."""
    town, stage = show.people, show.world.stage
    show.played = play.prepare(stage, town, replace(show.script, bidders=()))
    show.played.script = show.script
    same = Text("自己审查自己", "reviewing one's own work")
    refused(show, same, town.author, ReviewRequirement(True, same, same))
    with ThreadPoolExecutor(AT_ONCE) as side_by_side:
        places = range(len(town.holders))
        entries = list(side_by_side.map(lambda place: holder_entry(show, place, town.holders[place]), places))
    stage.acts(town.agent, AppointKeyHolders(show.script.threshold, tuple(entries)), show.case.case)


def holder_entry(show: Demonstration, place: int, holder: Party) -> KeyHolder:
    """A holder's process registers him, makes a key for the case and proves it."""
    out = show.world.folder / f"holder{place}.json"
    body = ("--organisation", holder.organisation, "--out", str(out))
    show.world.participant(f"holder{place}", "holder", "take", "--case", show.case.case, *body)
    return build(KeyHolder, json.loads(out.read_text()))


def issue(show: Demonstration) -> None:
    """A month after the intention; an unlawful deadline and a price weight too low are refused first."""
    stage, town = show.world.stage, show.people
    play.pass_days(stage, play.INTENTION_DAYS)
    deed = play.solicitation_of(stage, show.case)
    soon = deed.bid_deadline.on_day(stage.clock.now().day + timedelta(days=TOO_SOON_DAYS))
    hasty = Text("截止时间过早、设最低限价", "a deadline too early, and a minimum price")
    floor = replace(deed.lots[0], floor=Money(1, deed.lots[0].ceiling.currency))
    refused(
        show, hasty, town.agent, replace(deed, bid_deadline=soon, lots=(floor, *deed.lots[1:])), confirms=True
    )
    stage.confirms(town.agent, deed, show.case.case)


def obtain_documents(show: Demonstration) -> None:
    """Each supplier registers and obtains the documents from a home of its own."""
    with ThreadPoolExecutor(AT_ONCE) as side_by_side:
        homes = list(side_by_side.map(lambda bid: (join(show, bid), home_of(bid)), show.script.bidders))
    show.dockets.update(homes)


def join(show: Demonstration, bid: BidScript) -> str:
    """A supplier's process registers it and obtains the documents; returns the docket of its bid."""
    names = ("--name", bid.name.zh, "--name-en", bid.name.en, "--scale", bid.scale)
    words = ("bidder", "register", *names, "--territory", show.script.territory, "--case", show.case.case)
    return show.world.participant(home_of(bid), *words).splitlines()[-1]


def clarify(show: Demonstration) -> None:
    """A question is answered to all; a late clarification moves the deadline by law."""
    stage, town, case = show.world.stage, show.people, show.case.case
    asker = home_of(show.script.bidders[0])
    show.world.participant(asker, "bidder", "ask", "--case", case, QUESTION)
    for docket, question in stage.door.enquiries(case, town.agent.device):
        stage.acts(town.agent, AnswerEnquiry(docket, question, ANSWER), case)
    before = stage.case(case, town.agent).tendering.deadline
    play.pass_days(stage, show.script.bid_days - show.script.clarified_days_before)
    text = show.script.clarification or Text("澄清", "clarification")
    stage.acts(town.agent, IssueClarification(text, may_affect_preparation=True), case)
    after = stage.case(case, town.agent).tendering.deadline
    assert before is not None and after is not None
    show.say(f"           截止时间依法顺延 deadline moved by law: {before.iso()} → {after.iso()}")


def submit_bids(show: Demonstration) -> None:
    """Bids are sealed on the suppliers' side; one is replaced, one withdrawn, one comes late."""
    stage, case = show.world.stage, show.case.case
    deadline = standing_deadline(show)
    stage.clock.move_to(deadline.later_by(-HOUR_MS))
    with ThreadPoolExecutor(AT_ONCE) as side_by_side:
        list(side_by_side.map(lambda bid: take_part(show, bid), show.script.bidders))
    early = Text("密钥持有人提前释放", "a holder releases early")
    told(show, early, lambda: show.world.participant("holder2", "holder", "release", "--case", case))
    stage.clock.move_to(deadline)
    for bid in show.script.bidders:
        if bid.conduct == "late":
            told(show, Text("迟到的投标", "a late bid"), partial(submit, show, bid))


def take_part(show: Demonstration, bid: BidScript) -> None:
    """What a supplier does before the deadline."""
    if bid.conduct == "late":
        return
    if bid.conduct == "replaces":
        submit(show, bid, bid.first_minor)
    submit(show, bid)
    if bid.conduct == "withdraws":
        words = ("bidder", "withdraw", "--case", show.case.case, "--reason", "产能不足")
        show.world.participant(home_of(bid), *words)


def open_bids(show: Demonstration) -> None:
    """Three of five holders release from their homes; then the agency opens."""
    stage, agent = show.world.stage, show.people.agent
    call_opening(stage, show.case.case, agent)
    with ThreadPoolExecutor(AT_ONCE) as side_by_side:
        places = range(2, 2 + show.script.threshold)
        release = ("holder", "release", "--case", show.case.case)
        list(side_by_side.map(lambda place: show.world.participant(f"holder{place}", *release), places))
    sign_the_opening(stage, show.case.case, agent)
    for docket, home in show.dockets.items():
        script = next(bid for bid in show.script.bidders if home_of(bid) == home)
        show.case.bidders[docket] = (script, Party(home, agent.device))


@dataclass(frozen=True)
class HoldersAtHome:
    """The key holders' processes as contributors to a draw."""

    show: Demonstration

    def commit(self, draw_id: str, pool_root: bytes) -> tuple[SignedCommitment, ...]:
        """Each commits from his own home."""
        words = ("contribute", "--draw", draw_id, "--root", pool_root.hex())
        return tuple(build(SignedCommitment, said) for said in self._said(*words))

    def reveal(self, draw_id: str) -> tuple[Contribution, ...]:
        """Each reveals what he kept."""
        return tuple(build(Contribution, said) for said in self._said("reveal", "--draw", draw_id))

    def _said(self, *words: str) -> list[object]:
        world, places = self.show.world, range(self.show.script.threshold)

        def ask(place: int) -> object:
            out = world.folder / f"contribution{place}.json"
            world.participant(f"holder{place}", "holder", *words, "--out", str(out))
            return json.loads(out.read_text())

        with ThreadPoolExecutor(AT_ONCE) as side_by_side:
            return list(side_by_side.map(ask, places))


def evaluate(show: Demonstration) -> None:
    """Draw, reviews, the abnormally low price, marks, conclusion."""
    stage, town, case = show.world.stage, show.people, show.case
    judging.form_committee(stage, town, case, HoldersAtHome(show))
    lot_id = show.script.lots[0].id
    if judging.review(stage, town, case, lot_id):
        question_low_prices(show, lot_id)
        judging.mark_and_conclude(stage, town, case, lot_id)


def question_low_prices(show: Demonstration, lot_id: str) -> None:
    """The committee asks, the supplier answers from its own home, the committee judges."""
    stage, town, case = show.world.stage, show.people, show.case
    chair = judging.chair_of(stage, town, case)
    for bid, triggers in sorted(
        low_price_triggers_of(the_lot(stage.case(case.case, town.agent), lot_id)).items()
    ):
        why = Text("报价明显偏低，请说明", "the price is conspicuously low; please explain")
        stage.acts(chair, AskAboutLowPrice(lot_id, bid, triggers, why), case.case)
        words = ("bidder", "explain", "--case", case.case, "--lot", lot_id, "库存产品清仓")
        show.world.participant(show.dockets[bid], *words)
        reason = Text("不能证明报价合理性", "the price is not shown to be reasonable")
        stage.acts(chair, JudgeLowPrice(lot_id, bid, False, reason), case.case)


def award_and_sign(show: Demonstration) -> None:
    """The purchaser confirms the first, everybody is told; both parties sign, and it is published."""
    stage, town, case = show.world.stage, show.people, show.case
    lot_id = show.script.lots[0].id
    judging.award(stage, town, case, lot_id)
    lot = the_lot(stage.case(case.case, town.buyer), lot_id)
    winner = next(bid for bid in lot.evaluation.bids if bid.bid == lot.award.winner)
    price = Money(winner.price_minor, winner.price.total.currency)
    text = play.document(stage, "合同", f"合同 {case.case} {lot_id} {price.amount_minor}")
    until = stage.clock.now().day + timedelta(days=judging.PERFORMED_DAYS)
    deed = SignContract(lot_id, price, None, until, text)
    dearer = Text("合同价与中标价不一致", "a contract price that is not the price bid")
    raised = replace(deed, price=Money(price.amount_minor + 1, price.currency))
    refused(show, dearer, town.buyer, raised, confirms=True)
    stage.confirms(town.buyer, deed, case.case)
    contract = show.world.folder / "contract.json"
    contract.write_text(json.dumps(plain(deed)))
    show.world.participant(
        show.dockets[lot.award.winner], "bidder", "sign", "--case", case.case, str(contract)
    )
    public = play.document(stage, "合同公开文本", f"合同公开文本 {case.case} {lot_id}")
    stage.acts(town.buyer, PublishContract(lot_id, public), case.case)


def verify_offline(show: Demonstration) -> None:
    """The public bundle is written when the log has taken everything up, and verified without the server."""
    folder = show.world.folder / "bundle"
    for _ in range(WAITS):
        try:
            show.world.operate("bundle", show.case.case, str(folder), "--lang", "en")
            break
        except ParticipantFailed:
            sleep(1)
    show.bundle = folder
    receipt = next((show.world.folder / "homes" / home_of(show.script.bidders[0])).glob("*.receipt.json"))
    said = show.world.participant(home_of(show.script.bidders[0]), "bidder", "proof", str(receipt))
    show.say(f"           供应商核对回执 a supplier checks its receipt: {said}")
    trusted = ("--world", show.world.pin.world.id)
    for line in show.world.operate("verify", str(folder), *trusted, "--lang", "zh").splitlines():
        show.say(f"           {line}")


def submit(show: Demonstration, bid: BidScript, price_minor: int | None = None) -> None:
    """Write the offers into the supplier's home and let its process seal and submit them."""
    offers = [play.offer_of(show.script, bid, lot, price_minor or total) for lot, total in bid.prices]
    place = show.world.folder / "homes" / home_of(bid) / "offers.json"
    place.write_bytes(canonical_bytes([offer_plain(offer) for offer in offers]))
    show.world.participant(home_of(bid), "bidder", "submit", "--case", show.case.case, str(place))


def offer_plain(offer: Offer) -> dict[str, object]:
    """An offer as the supplier's file says it."""
    price, declaration = canonical_bytes(offer.price).decode(), canonical_bytes(offer.declaration).decode()
    assert isinstance(offer.technical, bytes)  # those of a script are
    return {
        "lot": offer.lot,
        "price": plain(read_price(price)),
        "declaration": plain(read_declaration(declaration)),
        "technical": offer.technical.decode(),
    }


def refused(show: Demonstration, what: Text, party: Party, deed: object, *, confirms: bool = False) -> None:
    """Try what the law forbids and show the refusal with its articles."""
    act = show.world.stage.confirms if confirms else show.world.stage.acts
    try:
        act(party, deed, show.case.case)
    except Refused as answer:
        for refusal in answer.note.refusals:
            said, better = wrong(refusal), remedy(refusal)
            show.refused.append((what, refusal.code))
            show.say(f"           不予受理 {said.zh} → {better.zh}")
            show.say(f"           refused  {said.en} → {better.en}")
    else:
        raise AssertionError(f"{what.en} was not refused")


def told(show: Demonstration, what: Text, attempt: Callable[[], object]) -> None:
    """Let a participant's process try what cannot be, and show what it is told."""
    try:
        attempt()
    except ParticipantFailed as answer:
        show.refused.append((what, f"exit {answer.code}"))
        for line in answer.said.splitlines():
            show.say(f"           {line}")
    else:
        raise AssertionError(f"{what.en} was not refused")


def standing_deadline(show: Demonstration) -> Instant:
    """The deadline in force."""
    deadline = show.world.stage.case(show.case.case, show.people.agent).tendering.deadline
    assert deadline is not None
    return deadline


def home_of(bid: BidScript) -> str:
    """The name of a bidder's home."""
    return f"supplier-{bid.name.en.split()[0].lower()}"


STEPS: tuple[tuple[Callable[[Demonstration], None], Text], ...] = (
    (settle_town, Text("登记采购人、代理机构、专家", "register purchaser, agency, experts")),
    (plan_purchase, Text("需求、审查、意向、委托、密钥", "need, review, intention, agency, keys")),
    (issue, Text("发出招标文件", "issue the solicitation")),
    (obtain_documents, Text("供应商获取文件", "suppliers obtain the documents")),
    (clarify, Text("询问、澄清", "enquiry and clarification")),
    (submit_bids, Text("密封投标", "sealed bids")),
    (open_bids, Text("开标", "opening")),
    (evaluate, Text("抽取专家、评标", "expert draw and evaluation")),
    (award_and_sign, Text("定标、通知、签约、公告", "award, notification, contract, publication")),
    (verify_offline, Text("导出验证包并离线核验", "export the bundle and verify it offline")),
)
