"""Whether a preference is due to a bid, from what it declares and what the register says of its bidders.

A declaration suffices and is the bidder's to answer for; it must be complete, and the register must not
contradict it. Each test gives the reason why a claim is not due, or nothing.
Shown by ``tests/core/policy/test_claims.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from daylight.core.acts.bid_content import BidDeclaration, ItemDeclared, MakerScale, PartnerDeclared
from daylight.core.acts.evaluation_terms import Policy
from daylight.core.values.text import Text

SMALL: tuple[MakerScale, ...] = ("micro", "small", "prison", "disabled")
SMALL_OR_MEDIUM: tuple[MakerScale, ...] = (*SMALL, "medium")
WHOLE = Fraction(1)

NOT_EVERY_ITEM = Text(
    "声明未覆盖采购包的每一项标的，或各项份额之和不为一",
    "not every item of the lot is declared once, or their shares don't add up to one",
)
NOT_SMALL = Text(
    "并非全部标的由规模相符的企业制造、承建或承接",
    "not everything is made, built or staffed by enterprises of that scale",
)
LARGE_BEHIND = Text("与大企业存在控股、管理关系", "a large enterprise controls it")
REGISTER_DIFFERS = Text("声明的规模与登记的规模不一致", "the scale declared is not the one registered")
NO_PARTNER_ALLOWED = Text("采购文件不允许该合作方式", "the documents allow no such partner")
SHARE_TOO_LOW = Text("小微企业承担份额不足", "the share of small and micro enterprises is too low")
ALL_SMALL = Text(
    "全部由小微企业承担，应按小微企业扣除", "all is done by small or micro, which is the other preference"
)
NOT_A_BIDDER = Text("联合体成员不在投标人之列", "a partner of the consortium is not among the bidders")
NOT_DOMESTIC = Text("本国产品成本占比不足", "the share of domestic products in the cost is too low")
NO_CERTIFICATE = Text("并非每项标的都有有效认证证书", "not every item has a valid certificate")


@dataclass(frozen=True)
class Claimant:
    """What a claim is judged by: the declaration, the items of the lot, the register, the shares of law.

    ``scales`` are those of the bidders at the time of bidding, by docket; ``unknown`` contradicts nothing.
    """

    declaration: BidDeclaration
    items: tuple[str, ...]
    scales: Mapping[str, str]
    consortium_allowed: bool
    mixed_share: Fraction | None
    domestic_share: Fraction | None


def why_not_due(policy: Policy, who: Claimant) -> Text | None:
    """Why a preference is not due; nothing where it is."""
    return _TESTS[policy](who)


def counts_as_domestic(who: Claimant) -> bool:
    """Whether what is offered counts as domestic as a whole, claimed or not; all or none of the lot."""
    lines = who.declaration.items
    cost = sum((line.cost_share for line in lines), Fraction())
    if who.domestic_share is None or not _each_item_once(who) or cost != WHOLE:
        return False
    own = sum((line.cost_share for line in lines if line.domestic), Fraction())
    return own >= who.domestic_share


def why_not_of_scale(who: Claimant, scales: tuple[MakerScale, ...]) -> Text | None:
    """Why not everything is made by enterprises of these scales; nothing where it is."""
    if not _complete(who):
        return NOT_EVERY_ITEM
    for line in who.declaration.items:
        if reason := _why_not_line(who, line, scales):
            return reason
    return None


def share_of(who: Claimant, scales: tuple[MakerScale, ...], *roles: str) -> Fraction | Text:
    """The share partners of these scales perform in these roles, or why it does not count."""
    partners = [one for one in who.declaration.partners if one.role in roles and one.scale in scales]
    for one in partners:
        if reason := _why_not_partner(who, one, scales):
            return reason
    return sum((one.share for one in partners if 0 < one.share <= WHOLE), Fraction())


def _small_micro(who: Claimant) -> Text | None:
    return why_not_of_scale(who, SMALL)


def _mixed(who: Claimant) -> Text | None:
    if why_not_of_scale(who, SMALL) is None:
        return ALL_SMALL
    found = share_of(who, SMALL, "consortium", "subcontract")
    if isinstance(found, Text):
        return found
    enough = who.mixed_share is not None and who.mixed_share <= found <= WHOLE
    return None if enough else SHARE_TOO_LOW


def _domestic(who: Claimant) -> Text | None:
    return None if counts_as_domestic(who) else NOT_DOMESTIC


def _certified(policy: Policy) -> Callable[[Claimant], Text | None]:
    def certified(who: Claimant) -> Text | None:
        held = {
            one.item for one in who.declaration.certificates if one.policy == policy and one.number.strip()
        }
        return None if who.items and set(who.items) <= held else NO_CERTIFICATE

    return certified


def _each_item_once(who: Claimant) -> bool:
    return sorted(line.item for line in who.declaration.items) == sorted(who.items)


def _complete(who: Claimant) -> bool:
    lines = who.declaration.items
    sound = all(line.share > 0 and line.maker.strip() for line in lines)
    return bool(lines) and sound and _each_item_once(who) and sum(line.share for line in lines) == WHOLE


def _why_not_line(who: Claimant, line: ItemDeclared, scales: tuple[MakerScale, ...]) -> Text | None:
    if line.scale not in scales:
        return NOT_SMALL
    if line.controlled_by_large:
        return LARGE_BEHIND
    return REGISTER_DIFFERS if _contradicted(who, line.maker, line.scale, scales) else None


def _why_not_partner(who: Claimant, partner: PartnerDeclared, scales: tuple[MakerScale, ...]) -> Text | None:
    if partner.role == "consortium" and not who.consortium_allowed:
        return NO_PARTNER_ALLOWED
    if partner.role == "consortium" and (partner.name not in who.scales or len(who.scales) == 1):
        return NOT_A_BIDDER
    if partner.controlled_by_large:
        return LARGE_BEHIND
    return REGISTER_DIFFERS if _contradicted(who, partner.name, partner.scale, scales) else None


def _contradicted(who: Claimant, name: str, declared: MakerScale, scales: tuple[MakerScale, ...]) -> bool:
    """The register knows the maker, of another scale; units that count as small may be of any."""
    alone = name == who.declaration.bidder_name and len(who.scales) == 1
    registered = next(iter(who.scales.values())) if alone else who.scales.get(name, "unknown")
    return declared not in ("prison", "disabled") and registered not in ("unknown", *scales)


_TESTS: dict[Policy, Callable[[Claimant], Text | None]] = {
    Policy.SMALL_MICRO: _small_micro,
    Policy.MIXED: _mixed,
    Policy.DOMESTIC: _domestic,
    Policy.ENERGY_SAVING: _certified(Policy.ENERGY_SAVING),
    Policy.ENVIRONMENTAL: _certified(Policy.ENVIRONMENTAL),
}
