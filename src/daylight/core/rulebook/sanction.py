"""What follows a breach: who answers for which act or omission, and with what.

A breach names the duties it breaks, roles and parameters alike, so that anyone who finds one overdue can say
what follows. Shown by ``tests/core/rulebook/test_sanctions.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from daylight.core.rulebook.provision import Ref
from daylight.core.values.money import Money
from daylight.core.values.text import Text

Who = Literal["purchaser", "agency", "supplier", "expert", "staff", "authority", "anyone"]

WHO: dict[Who, Text] = {
    "purchaser": Text("采购人", "purchaser"),
    "agency": Text("代理机构", "agency"),
    "supplier": Text("供应商", "supplier"),
    "expert": Text("评审专家", "expert"),
    "staff": Text("工作人员", "staff"),
    "authority": Text("监管部门", "authority"),
    "anyone": Text("任何单位和个人", "anyone"),
}


@dataclass(frozen=True)
class Breach:
    """One act or omission, an item of the article; ``breaks`` are the roles and parameters it breaks."""

    what: Text
    breaks: tuple[str, ...] = ()
    item: str = ""


@dataclass(frozen=True)
class Bearer:
    """Whose the duties are, roles and parameters alike: a sanction for one of them meets only these."""

    who: tuple[Who, ...]
    duties: tuple[str, ...]


@dataclass(frozen=True)
class Sanction:
    """The consequence in words, and its figures where it has any, each from the least to the most.

    ``fine_share`` is of the amount the words name.
    """

    id: str
    at: Ref
    who: tuple[Who, ...]
    consequence: Text
    breaches: tuple[Breach, ...]
    confidence: str
    fine: tuple[Money, Money] | None = None
    fine_share: tuple[Fraction, Fraction] | None = None
    ban_years: tuple[int, int] | None = None
    voids_award: bool = False

    def __post_init__(self) -> None:
        if not self.breaches:
            raise ValueError(f"{self.id}: a sanction follows some breach")
        fines = self.fine and tuple(end.amount_minor for end in self.fine)
        for ends in (fines, self.fine_share, self.ban_years):
            if ends and ends[0] > ends[1]:
                raise ValueError(f"{self.id}: from {ends[0]} to {ends[1]} is no span")
