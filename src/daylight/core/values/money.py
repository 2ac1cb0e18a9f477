"""Money as whole minor units; a currency carries its exponent (ISO 4217)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

EXPONENTS = {"CNY": 2, "EUR": 2, "GBP": 2, "USD": 2, "JPY": 0, "KRW": 0, "XXX": 2}


@dataclass(frozen=True, order=True)
class Money:
    """An amount in minor units (fen, cents, yen) of one currency."""

    amount_minor: int
    currency: str

    def __post_init__(self) -> None:
        if type(self.amount_minor) is not int:
            raise TypeError(f"an amount is a whole number of minor units, not {self.amount_minor!r}")
        if self.currency not in EXPONENTS:
            raise ValueError(f"unknown currency {self.currency!r}; known are {', '.join(sorted(EXPONENTS))}")

    def __add__(self, other: Money) -> Money:
        return Money(self.amount_minor + _same(self, other).amount_minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount_minor - _same(self, other).amount_minor, self.currency)

    def at_most(self, share: Fraction) -> Money:
        """The largest whole amount that is not above ``share`` of this one."""
        return Money(self.amount_minor * share.numerator // share.denominator, self.currency)


def _same(one: Money, other: Money) -> Money:
    if one.currency != other.currency:
        raise ValueError(f"{one.currency} and {other.currency} do not add up")
    return other


def money_words(money: Money) -> str:
    """The amount as people write it: ``1,234,567.89 CNY``."""
    exponent = EXPONENTS[money.currency]
    sign = "-" if money.amount_minor < 0 else ""
    digits = str(abs(money.amount_minor)).rjust(exponent + 1, "0")
    whole, part = (digits[:-exponent], digits[-exponent:]) if exponent else (digits, "")
    return f"{sign}{int(whole):,}{'.' if part else ''}{part} {money.currency}"


def major_units(money: Money) -> int | str:
    """The amount in major units, exact: a whole number, or a decimal string such as ``"12.50"``."""
    exponent = EXPONENTS[money.currency]
    scale: int = 10**exponent
    whole, part = divmod(abs(money.amount_minor), scale)
    sign = -1 if money.amount_minor < 0 else 1
    if not part:
        return sign * whole
    return f"{'-' if sign < 0 else ''}{whole}.{part:0{exponent}d}"
