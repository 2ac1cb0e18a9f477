"""``daylight bidder``: a supplier's own client. Bids are sealed here, before anything leaves this machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import click

from daylight.cli.cost_words import TOTAL, form_lines
from daylight.cli.entering import enter_once, entry_of, entry_options
from daylight.cli.language import failed, say
from daylight.cli.parties import (
    Participant,
    at_the_door,
    case_shown,
    read_file,
    refused_lines,
    supplier,
    unreadable,
)
from daylight.client.bidder import Offer, submit_application, submit_bid, upload_again
from daylight.client.files import Content, FileOnDisk
from daylight.client.lies import Lied
from daylight.client.own_cost import OwnCost, own_cost
from daylight.client.receipt import KeptRefusal, prove, read_refusal
from daylight.client.registering import enter_own
from daylight.client.session import Party, Session
from daylight.core.acts.answer import Receipt
from daylight.core.acts.bid_content import BidDeclaration, BidPrice
from daylight.core.acts.bidding import WithdrawBid
from daylight.core.acts.contracting import SignContract
from daylight.core.acts.evaluation import AnswerLowPrice
from daylight.core.acts.prequalification import WithdrawApplication
from daylight.core.acts.solicitation import ObtainDocuments, RaiseEnquiry
from daylight.core.dockets.case.case import Case
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money, money_words
from daylight.core.values.text import Text

REGISTERED = Text(
    "本目录已登记为 {organisation}，无须再登记。请直接办理，如 daylight bidder obtain；"
    "登记另一单位请用另一目录（--home）。",
    "This folder is registered as {organisation} already, which is enough. Go on, for instance with daylight"
    " bidder obtain; for another organisation use another folder (--home).",
)
APPLIED = Text("已提交申请，回执 {receipt}。", "Applied; the receipt is {receipt}.")
SUBMITTED = Text("已提交，回执 {receipt}。", "Submitted; the receipt is {receipt}.")
UPLOADED = Text("已重新上传密封文件，个数 {count}。", "Sealed files uploaded again: {count}.")
NO_KEYS = Text(
    "本项目还没有密钥组，不能密封投标。请等采购文件发出后再试。",
    "The case has no key set yet, so nothing can be sealed for it. Try again once the documents are issued.",
)
NO_QUANTITIES = Text(
    "全生命周期成本数据不全：{named}。请在报价文件的 price.quantities 中补齐。",
    "Quantities of the life-cycle cost are missing: {named}. Add them under price.quantities of the offers.",
)
NOTHING_SEALED = Text(
    "本目录没有该项目的密封文件。请使用提交时所用的目录（--home）。",
    "This folder keeps no sealed file for the case. Use the folder (--home) from which it was submitted.",
)
NOTHING_HANDED_IN = Text(
    "本目录没有向该项目提交过，没有可撤回的。请使用提交时所用的目录（--home）；未提交的无须撤回。",
    "Nothing was handed in for this case from this folder, so there is nothing to withdraw. Use the folder"
    " (--home) from which it was submitted; what was not submitted need not be withdrawn.",
)


@click.group()
def bidder() -> None:
    """Register, obtain documents, submit, replace and withdraw a sealed bid. 供应商客户端。"""


@bidder.command()
@entry_options
@click.option("--case", default="", help="Obtain the documents of this case at once. 同时获取采购文件。")
@at_the_door
def register(who: Participant, case: str, **said: Any) -> None:
    """Register yourself and your organisation as a supplier."""
    if who.party.organisation:
        raise failed(REGISTERED.fill(organisation=who.party.organisation))
    entry = entry_of(who, said, ("supplier",))
    party = enter_own(who.session, enter_once(who, said["private"]), entry)
    who.home.keep_capacity(party.capacity)
    who.wire.capacities[party.device.person] = party.capacity
    click.echo(party.organisation)
    if case:
        case_shown(who, case)
        click.echo(obtain_for(who.session, party, case))


@bidder.command()
@click.option("--case", required=True)
@at_the_door
def obtain(who: Participant, case: str) -> None:
    """Obtain the documents of a case, and print the docket of your bid."""
    party, _ = supplier(who), case_shown(who, case)
    click.echo(obtain_for(who.session, party, case))


@bidder.command()
@click.option("--case", required=True)
@click.argument("question")
@at_the_door
def ask(who: Participant, case: str, question: str) -> None:
    """Ask a question about the documents."""
    supplier(who), case_shown(who, case)
    docket = who.session.new_docket("enquiry")
    who.session.acts(who.party, RaiseEnquiry(case, question), docket)
    click.echo(docket)


@bidder.command()
@click.option("--case", required=True)
@click.option("--name", required=True, help="Name of the applicant. 申请人名称。")
@click.argument("evidence", type=click.Path(exists=True, path_type=Path))
@at_the_door
def apply(who: Participant, case: str, name: str, evidence: Path) -> None:
    """Seal the evidence of your qualification and apply; a later application replaces an earlier one."""
    supplier(who), case_shown(who, case)
    receipt = submit_application(
        who.session, who.party, case, name, FileOnDisk(evidence), home=who.home.folder
    )
    kept = who.home.keep_receipt(sha256(receipt.note).hexdigest()[:12], receipt)
    say(APPLIED.fill(receipt=str(kept)))


@bidder.command()
@click.option("--case", required=True)
@click.option("--reason", required=True)
@at_the_door
def withdraw_application(who: Participant, case: str, reason: str) -> None:
    """Withdraw your application before its deadline."""
    docket = own_docket(who, case)
    who.session.acts(who.party, WithdrawApplication(case, reason), docket)


@bidder.command()
@click.option("--case", required=True)
@click.argument("offers", type=click.Path(exists=True, path_type=Path))
@at_the_door
def cost(who: Participant, case: str, offers: Path) -> None:
    """Show the form of the life-cycle cost and your own cost, before anything is sealed or sent."""
    supplier(who)
    for own in costs_of(case_shown(who, case), read_offers(offers)):
        show_cost(own)


@bidder.command()
@click.option("--case", required=True)
@click.argument("offers", type=click.Path(exists=True, path_type=Path))
@at_the_door
def submit(who: Participant, case: str, offers: Path) -> None:
    """Seal the offers of a JSON file and submit them; a later submission replaces an earlier one."""
    party, solicited = supplier(who), case_shown(who, case)
    if solicited.planning.key_set is None:
        raise failed(NO_KEYS)
    written = read_offers(offers)
    for own in costs_of(solicited, written):
        show_cost(own)
        if own.counts and own.missing:
            raise failed(NO_QUANTITIES.fill(named=", ".join(own.missing)))
    receipt = submit_bid(
        who.session,
        party,
        case,
        written,
        key_set=solicited.planning.key_set,
        round=solicited.tendering.round,
        home=who.home.folder,
    )
    kept = who.home.keep_receipt(sha256(receipt.note).hexdigest()[:12], receipt)
    say(SUBMITTED.fill(receipt=str(kept)))


@bidder.command()
@click.option("--case", required=True)
@at_the_door
def upload(who: Participant, case: str) -> None:
    """Upload the sealed files of your bid or application again, where the platform has lost them."""
    party, _ = supplier(who), case_shown(who, case)
    count = upload_again(who.session, party, case, who.home.folder)
    if not count:
        raise failed(NOTHING_SEALED)
    say(UPLOADED.fill(count=str(count)))


@bidder.command()
@click.option("--case", required=True)
@click.option("--reason", required=True)
@at_the_door
def withdraw(who: Participant, case: str, reason: str) -> None:
    """Withdraw your bid before the deadline."""
    who.session.acts(who.party, WithdrawBid(case, reason), own_docket(who, case))


@bidder.command()
@click.option("--case", required=True)
@click.option("--lot", required=True)
@click.argument("explanation")
@at_the_door
def explain(who: Participant, case: str, lot: str, explanation: str) -> None:
    """Explain a price the committee asked about; the text stays a trade secret."""
    supplier(who), case_shown(who, case)
    secret, opened = who.session.private("explanation", explanation)
    bid = who.session.bid_docket(case, who.party)
    who.session.acts(who.party, AnswerLowPrice(lot, bid, secret, ()), case, openings=(opened,))


@bidder.command()
@click.option("--case", required=True)
@click.argument("contract", type=click.Path(exists=True, path_type=Path))
@at_the_door
def sign(who: Participant, case: str, contract: Path) -> None:
    """Sign the contract the purchaser has signed."""
    supplier(who), case_shown(who, case)
    who.session.confirms(who.party, read_file(SignContract, contract), case)


@bidder.command()
@click.argument("receipt", type=click.Path(exists=True, path_type=Path))
@at_the_door
def proof(who: Participant, receipt: Path) -> None:
    """Fetch and check the proof that the act of a receipt is in the log; keep it beside the receipt."""
    kept = read_file(Receipt, receipt)
    trust = who.door.trust
    try:
        found = prove(kept, who.wire.proof, who.door.keys(), trust.now(), trust.crypto)
    except ValueError as error:
        raise unreadable(receipt, str(error)) from None
    place = receipt.with_suffix(".tlog-proof")
    place.write_bytes(found.encoded())
    click.echo(f"{place}: {found.index}")


@bidder.command()
@click.argument("refusal", type=click.Path(exists=True, path_type=Path))
@at_the_door
def refusal(who: Participant, refusal: Path) -> None:
    """Check a refusal you kept: that the platform signed it, for what, when it arrived, and why not."""
    trust, kept = who.door.trust, read_file(KeptRefusal, refusal)
    try:
        found = read_refusal(kept, trust.pin, who.door.keys()[1], trust.crypto)
    except Lied as wrong:
        raise failed(wrong.text) from None
    except ValueError as wrong:
        raise unreadable(refusal, str(wrong)) from None
    at = Instant(found.at_ms, trust.now().offset_minutes).iso()
    click.echo(f"{found.signed.intent.kind} {found.signed.intent.docket}: {at}")
    for line in refused_lines(found.note):
        click.echo(line)


def own_docket(who: Participant, case: str) -> str:
    """The docket of what was handed in from this home; in words where nothing was."""
    party, _ = supplier(who), case_shown(who, case)
    docket = who.session.bid_docket(case, party)
    if not who.home.seen().dockets.get(docket):
        raise failed(NOTHING_HANDED_IN)
    return docket


def obtain_for(session: Session, party: Party, case: str) -> str:
    """A bidder on its own obtains the documents; returns the docket of its bid."""
    docket = session.bid_docket(case, party)
    session.acts(party, ObtainDocuments(case, (party.organisation,)), docket)
    return docket


@dataclass(frozen=True)
class _Written:
    """An offer as its file has it."""

    lot: str
    price: BidPrice
    declaration: BidDeclaration
    technical: str | None = None
    technical_file: str = ""


def read_offers(place: Path) -> tuple[Offer, ...]:
    """The offers of a file: for each lot price, declaration and the technical part, as text or as a file."""
    return tuple(
        Offer(one.lot, one.price, one.declaration, _technical(one, place, number))
        for number, one in enumerate(read_file(tuple[_Written, ...], place))
    )


def _technical(one: _Written, place: Path, number: int) -> Content:
    if (one.technical is None) == (not one.technical_file):
        raise unreadable(place, f"[{number}]: technical / technical_file: exactly one of them is expected")
    if one.technical is not None:
        return one.technical.encode()
    named = place.parent / one.technical_file
    try:
        return FileOnDisk(named)
    except OSError as error:
        raise unreadable(place, f"[{number}].technical_file: {named}: {error.strerror}") from None


def costs_of(case: Case, offers: tuple[Offer, ...]) -> Iterator[OwnCost]:
    """The own life-cycle cost of each offer whose lot asks for it."""
    for offer in offers:
        lot = case.lot(offer.lot)
        if lot and lot.terms and (own := own_cost(lot.terms, offer)):
            yield own


def show_cost(own: OwnCost) -> None:
    """The form, and the cost where it is complete."""
    for line in form_lines(own):
        click.echo(line)
    if own.shown_minor is not None:
        click.echo(f"  {TOTAL.zh} {TOTAL.en}: {money_words(Money(own.shown_minor, own.currency))}")
