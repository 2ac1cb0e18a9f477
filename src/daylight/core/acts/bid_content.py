"""What a sealed bid says once it is open: the parts that become public, as canonical JSON."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from daylight.core.values.money import Money
from daylight.core.values.plain import build, read_plain

MakerScale = Literal["micro", "small", "medium", "large", "prison", "disabled", "unknown"]
"""The scale of an enterprise; two kinds of unit count as small: prison enterprises, units of the disabled."""


@dataclass(frozen=True)
class PriceLine:
    """One line of the price list, as the bidder wrote it."""

    item: str
    quantity: int
    unit_price_minor: int
    total_minor: int


@dataclass(frozen=True)
class BidPrice:
    """The price as bid: the opening table decides unless arithmetic is corrected by law."""

    total: Money
    body_total_minor: int
    words_total_minor: int | None
    lines: tuple[PriceLine, ...] = ()


@dataclass(frozen=True)
class ItemDeclared:
    """What the bidder declares of one item: its brand, who makes it, and where it comes from.

    For goods the maker counts, for works who builds, for services whose staff it is; where that is a bidder,
    ``maker`` is its docket. ``imported`` goods came through customs. ``share`` is the item's share of the
    price, ``cost_share`` of the cost of all products of the lot. ``staff``, ``turnover`` and ``assets`` are
    the maker's of the year before, from which its ``scale`` follows.
    """

    item: str
    maker: str
    scale: MakerScale
    share: Fraction
    brand: str = ""
    domestic: bool = False
    cost_share: Fraction = Fraction()
    controlled_by_large: bool = False
    imported: bool = False
    staff: int | None = None
    turnover: Money | None = None
    assets: Money | None = None


@dataclass(frozen=True)
class PartnerDeclared:
    """A partner of a consortium, or a subcontractor, and the share of the contract it will perform."""

    name: str
    scale: MakerScale
    role: Literal["consortium", "subcontract"]
    share: Fraction
    controlled_by_large: bool = False


@dataclass(frozen=True)
class CertificateDeclared:
    """A valid certificate of an item: of saving energy, or of sparing the environment."""

    item: str
    policy: Literal["energy_saving", "environmental"]
    number: str


@dataclass(frozen=True)
class QuantityDeclared:
    """A quantity of the life-cycle cost, and the certificate, report or clause that shows it."""

    quantity: str
    value: Fraction
    evidence: str = ""


@dataclass(frozen=True)
class BidDeclaration:
    """What the bidder declares of itself; ``preferences`` are ids of the solicitation's preferences."""

    bidder_name: str
    delivery_days: int
    preferences: tuple[str, ...] = ()
    items: tuple[ItemDeclared, ...] = ()
    partners: tuple[PartnerDeclared, ...] = ()
    certificates: tuple[CertificateDeclared, ...] = ()
    quantities: tuple[QuantityDeclared, ...] = ()


def read_price(content: str) -> BidPrice:
    """Parse the price part; ``Misshapen`` where it is not what was asked for."""
    return build(BidPrice, read_plain(content.encode()))


def read_declaration(content: str) -> BidDeclaration:
    """Parse the declaration part; ``Misshapen`` where it is not what was asked for."""
    return build(BidDeclaration, read_plain(content.encode()))
