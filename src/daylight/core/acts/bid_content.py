"""What a sealed bid says once it is open: the parts that become public, as canonical JSON."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.values.money import Money
from daylight.core.values.plain import build, read_plain


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
class BidDeclaration:
    """What the bidder declares of itself; ``preferences`` are ids of the solicitation's preferences."""

    bidder_name: str
    delivery_days: int
    preferences: tuple[str, ...] = ()


def read_price(content: str) -> BidPrice:
    """Parse the price part; ``Misshapen`` where it is not what was asked for."""
    return build(BidPrice, read_plain(content.encode()))


def read_declaration(content: str) -> BidDeclaration:
    """Parse the declaration part; ``Misshapen`` where it is not what was asked for."""
    return build(BidDeclaration, read_plain(content.encode()))
