"""What a product costs over its life, by group of products: data of a country, carried by its rulebook.

A group says which quantities are needed and how they multiply into costs of a year. The solicitation fixes
what the purchaser knows, the bidder declares the rest with evidence. Values named here are ``usual`` only:
they propose, they never bind. Shown by ``tests/core/rulebook/test_life_cycle.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from daylight.core.rulebook.provision import Ref
from daylight.core.values.fault import Fault, fault, repeats
from daylight.core.values.text import Text

CostKind = Literal[
    "energy", "consumables", "maintenance", "upgrade", "replacement", "externality", "disposal", "residual"
]
Timing = Literal["yearly", "every", "end"]
Evidence = Literal["none", "certificate", "test_report", "binding_offer"]
YEARS, DISCOUNT = "years", "discount"


@dataclass(frozen=True)
class Quantity:
    """A number a cost is made of, and who gives it; ``money`` is in minor units of the lot's currency.

    What a bidder gives is shown by ``evidence``: energy by a certificate, never by free text.
    """

    id: str
    name: Text
    unit: Text
    by: Literal["documents", "bidder"]
    money: bool = False
    evidence: Evidence = "none"


@dataclass(frozen=True)
class CostLine:
    """A cost: its ``factors`` multiplied, divided by ``per``; each year, ``every`` so many, or at the end.

    A ``residual`` is a share of the price, and is taken off. Documents may leave out what is ``optional``.
    """

    id: str
    name: Text
    kind: CostKind
    timing: Timing
    factors: tuple[str, ...]
    per: Fraction = Fraction(1)
    every: str = ""
    optional: bool = False


@dataclass(frozen=True)
class Usual:
    """What a source proposes ``of`` a quantity, of the ``years`` of service or of the ``discount`` rate."""

    of: str
    from_day: date
    value: Fraction
    source: Text
    confidence: str


@dataclass(frozen=True)
class ProductGroup:
    """A group of products and how their life-cycle cost is made up, from a day on."""

    id: str
    name: Text
    about: Text
    from_day: date
    cites: tuple[Ref, ...]
    confidence: str
    quantities: tuple[Quantity, ...]
    lines: tuple[CostLine, ...]
    usual: tuple[Usual, ...] = ()
    until_day: date | None = None

    def stands_on(self, day: date) -> bool:
        """Whether the group is in use on a day."""
        return self.from_day <= day and (self.until_day is None or day < self.until_day)

    def proposed(self, of: str, day: date) -> Usual | None:
        """The latest proposal that had begun by a day."""
        begun = [one for one in self.usual if one.of == of and one.from_day <= day]
        return max(begun, key=lambda one: one.from_day, default=None)


def needed_by(lines: tuple[CostLine, ...]) -> tuple[str, ...]:
    """The quantities that some cost is made of, in order."""
    return tuple(dict.fromkeys(id for line in lines for id in (*line.factors, line.every) if id))


def intervals(lines: tuple[CostLine, ...]) -> frozenset[str]:
    """The quantities that say after how many years a cost recurs."""
    return frozenset(line.every for line in lines if line.every)


def unsound(lines: tuple[CostLine, ...], quantities: tuple[Quantity, ...]) -> Iterator[Fault]:
    """Everything that keeps costs from being computed; each multiplies one amount of money."""
    known = {one.id: one for one in quantities}
    for name in (*repeats(line.id for line in lines), *repeats(one.id for one in quantities)):
        yield fault(
            "life-cycle.repeated",
            "“{id}”出现不止一次。",
            "“{id}” occurs more than once; name it once.",
            id=name,
        )
    for name in sorted(set(needed_by(lines)) ^ set(known)):
        yield fault(
            "life-cycle.quantity-unmatched",
            "“{id}”没有定义，或没有用于任何成本项。",
            "“{id}” is not defined, or no cost is made of it.",
            id=name,
        )
    for one in quantities:
        if (one.by == "bidder") == (one.evidence == "none"):
            yield fault(
                "life-cycle.evidence",
                "“{id}”由供应商申报的须有证明，由采购文件规定的不需要。",
                "“{id}”: what a bidder declares has evidence, and nothing else has.",
                id=one.id,
            )
    if not lines:
        yield fault("life-cycle.empty", "没有任何成本项。", "There is no cost at all.")
    for line in lines:
        yield from _misbuilt(line, known)
    if sum(line.kind == "residual" for line in lines) > 1:
        yield fault("life-cycle.residuals", "残值不止一项。", "There is more than one residual value.")


def _misbuilt(line: CostLine, known: dict[str, Quantity]) -> Iterator[Fault]:
    amounts = sum(known[id].money for id in line.factors if id in known)
    residual = line.kind == "residual"
    if amounts != int(not residual):
        yield fault(
            "life-cycle.money",
            "“{id}”含 {count} 个金额；残值应为 0 个，其他应为 1 个。",
            "“{id}” has {count} amounts of money; a residual has none, any other has one.",
            id=line.id,
            count=amounts,
        )
    timed = bool(line.every) == (line.timing == "every") and (not residual or line.timing == "end")
    if line.per <= 0 or not timed:
        yield fault(
            "life-cycle.timing",
            "“{id}”的除数或发生时间有误；残值在期末，间隔只用于周期发生的成本。",
            "“{id}”: its divisor or its time is wrong; a residual stands at the end, "
            "an interval where a cost recurs.",
            id=line.id,
        )
