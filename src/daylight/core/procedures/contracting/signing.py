"""Conditions and clocks of contracting acts."""

from __future__ import annotations

from daylight.core.acts.act import Clock
from daylight.core.acts.contracting import FileContract, PublishContract, SignContract
from daylight.core.dockets.case.case import bid_of
from daylight.core.dockets.case.evaluation import LotBid
from daylight.core.procedures.contracting.security import winner_clock
from daylight.core.procedures.matter import Matter, owed
from daylight.core.rulebook.deadlines import due, not_before
from daylight.core.values.fact import Spelled
from daylight.core.values.refusal import Refusal, refuse

AFTER_NOTICE = ("notified", "published")


def bidders_were_notified(m: Matter) -> Refusal | None:
    """A contract follows the notification of award."""
    stage = m.lot.stage
    return (
        None if stage in AFTER_NOTICE else refuse("contracting.not-notified", "contract.parties", stage=stage)
    )


def actor_is_a_party_that_has_not_signed(m: Matter) -> Refusal | None:
    """Purchaser and winner sign, each once."""
    winner, here = _winner(m), m.intent.organisation
    signed = {signature.organisation for signature in m.lot.contract.signatures}
    sides = ({m.case.purchaser}, set(winner.bidders) if winner else set())
    mine = next((side for side in sides if here in side and not side & signed), None)
    if mine is not None:
        return None
    if any(here in side for side in sides):
        return refuse("contracting.signed-before", "contract.parties", organisation=m.named(here))
    return refuse("contracting.not-a-party", "contract.parties", organisation=m.named(here))


def standstill_is_over(m: Matter) -> Refusal | None:
    """Where law knows a standstill, nobody signs before those who lost had their time to challenge."""
    told = m.lot.award.notified_at
    if told is None or m.law.maybe("award.standstill") is None:
        return None
    first = not_before(m.law, "award.standstill", told.day)
    if m.at.day > first.value.latest:
        return None
    return refuse("contracting.standstill", "award.standstill", until=first.value.latest)


def price_is_the_price_bid(m: Matter) -> Refusal | None:
    """The contract price is the price of the winning bid, not the evaluated price."""
    winner, price = _winner(m), m.deed(SignContract).price
    if winner and (price.amount_minor, price.currency) == (winner.price_minor, winner.price.total.currency):
        return None
    return refuse("contracting.price-changed", "contract.terms_unchanged", price=price)


def both_sign_the_same_text(m: Matter) -> Refusal | None:
    """The second party signs the very text the first one signed."""
    text = m.deed(SignContract).text.sha256
    if all(signature.text_sha256 == text for signature in m.lot.contract.signatures):
        return None
    return refuse(
        "contracting.text-changed",
        "contract.terms_unchanged",
        text=Spelled(m.deed(SignContract).text.title, text),
    )


def both_perform_until_the_same_day(m: Matter) -> tuple[Refusal, ...]:
    """The day performance ends is the same for both parties, and not behind them."""
    until, role = m.deed(SignContract).performed_until, "contract.terms_unchanged"
    others = [one.performed_until for one in m.lot.contract.signatures if one.performed_until != until]
    found = (
        until < m.at.day and refuse("contracting.day-past", role, lot=m.lot.id, until=until),
        others and refuse("contracting.days-differ", role, lot=m.lot.id, until=until, other=others[0]),
    )
    return tuple(one for one in found if one)


def performance_security_is_agreed(m: Matter) -> tuple[Refusal, ...]:
    """A performance security is a sum above zero, the same for both parties, or there is none."""
    security, role = m.deed(SignContract).performance_security, "contract.performance_security"
    alike = all(signature.performance_security == security for signature in m.lot.contract.signatures)
    found = (
        security is not None
        and security.amount_minor <= 0
        and refuse("contracting.no-security", role, lot=m.lot.id),
        not alike and refuse("contracting.security-differs", role, lot=m.lot.id),
    )
    return tuple(one for one in found if one)


def performance_security_stays_below_the_ceiling(m: Matter) -> Refusal | None:
    """A performance security is at most a share of the contract."""
    deed = m.deed(SignContract)
    if deed.performance_security is None or m.law.maybe("contract.performance_security_ceiling") is None:
        return None
    most = deed.price.at_most(m.law.ratio("contract.performance_security_ceiling").value)
    if deed.performance_security.currency == most.currency and deed.performance_security <= most:
        return None
    return refuse("contracting.security-too-high", "contract.performance_security_ceiling", most=most)


def contract_is_signed(m: Matter) -> Refusal | None:
    """Only a contract that stands is published, and after the award."""
    if not m.lot.contract.signed_at:
        return refuse("contracting.not-signed", "contract.publish", lot=m.lot.id)
    if not m.lot.award.published_at:
        return refuse("contracting.award-unpublished", "contract.publish", lot=m.lot.id)
    return None


def copy_is_the_text_signed(m: Matter) -> Refusal | None:
    """What is filed, once, is the very text both signed."""
    contract, role = m.lot.contract, "contract.file_copy"
    if not contract.signed_at:
        return refuse("contracting.not-signed", role, lot=m.lot.id)
    if contract.filed_at is not None:
        return refuse("contracting.filed-before", role, lot=m.lot.id)
    if m.deed(FileContract).copy.sha256 == contract.signatures[-1].text_sha256:
        return None
    return refuse("contracting.not-the-copy", role, lot=m.lot.id)


def copy_goes_to_the_finance_department(m: Matter) -> Refusal | None:
    """Who supervises keeps the copies."""
    deed = m.deed(FileContract)
    body = m.organisation(deed.filed_with)
    if body and "finance_department" in body.roles:
        return None
    filed_with = m.named(deed.filed_with)
    return refuse("contracting.not-the-supervisor", "contract.file_copy", organisation=filed_with)


def signing_clocks(m: Matter) -> tuple[Clock, ...]:
    """With the second signature a publication, a copy and the winner's bid security fall due."""
    if not m.lot.contract.signatures:
        return ()
    filed: tuple[Clock, ...] = ()
    if m.law.maybe("contract.file_copy"):
        until = due(m.law, "contract.file_copy", m.at.day)
        filed = (owed("contract.file_copy", "purchaser", FileContract, until, lot=m.lot.id),)
    return (*publishing_clock(m), *filed, *winner_clock(m))


def publishing_clock(m: Matter) -> tuple[Clock, ...]:
    """With the second signature the publication falls due."""
    if not m.lot.contract.signatures or m.law.maybe("contract.publish") is None:
        return ()
    until = due(m.law, "contract.publish", m.at.day)
    return (owed("contract.publish", "purchaser", PublishContract, until, lot=m.lot.id),)


def _winner(m: Matter) -> LotBid | None:
    return bid_of(m.lot, m.lot.award.winner)
