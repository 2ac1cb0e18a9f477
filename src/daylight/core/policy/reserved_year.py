"""What a department reserved in a year: each share the law asks of it, against what its purchases come to.

The law measures the department's year, not a single lot: of what suits small and medium enterprises above the
amounts that are reserved whole, and of all it buys. Shown by ``tests/core/policy/test_reserved_year.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from daylight.core.acts.planning import ObjectKind
from daylight.core.acts.solicitation import SetAside
from daylight.core.policy.set_aside import WHOLE, threshold_of
from daylight.core.rulebook.law import Law
from daylight.core.values.because import Because
from daylight.core.values.text import Text

DEPARTMENT = {"goods": "sme.department_share", "works": "sme.department_share.works"}


@dataclass(frozen=True)
class Bought:
    """A purchase of the year; ``suits`` says whether it suits small and medium enterprises."""

    name: str
    object: ObjectKind
    budget_minor: int
    reserved: SetAside | None = None
    suits: bool = True

    @property
    def kept(self) -> Fraction:
        """What of the budget is reserved, in minor units."""
        if self.reserved is None:
            return Fraction()
        return self.budget_minor * (WHOLE if self.reserved.scope == "whole" else self.reserved.share)


@dataclass(frozen=True)
class Meter:
    """One share of the year; ``share`` is nothing where nothing counts into it."""

    parameter: str
    of_minor: Fraction
    kept_minor: Fraction
    share: Fraction | None
    least: Fraction
    because: Because

    @property
    def met(self) -> bool:
        """Whether at least the share the law asks is reached."""
        return self.share is None or self.share >= self.least


def reserved_year(bought: Sequence[Bought], law: Law) -> tuple[Meter, ...]:
    """Every share the law of the day asks of a department's year, in the order of the law's own steps."""
    goods = [one for one in bought if one.object != "works" and _above(one, law)]
    works = [one for one in bought if one.object == "works" and _above(one, law)]
    kept = [one for one in bought if one.kept]
    asked = (
        (DEPARTMENT["goods"], _sum(goods), _kept(goods)),
        (DEPARTMENT["works"], _sum(works), _kept(works)),
        ("sme.small_micro_share", _kept([*goods, *works]), _kept(_small([*goods, *works]))),
        ("sme.yearly_share", _sum(bought), _kept(bought)),
        ("sme.yearly_small_micro_share", _kept(kept), _kept(_small(kept))),
    )
    return tuple(_meter(law, *one) for one in asked if law.maybe(one[0]) is not None)


def _above(one: Bought, law: Law) -> bool:
    """Whether a purchase counts into the share: it suits, and is more than what is reserved whole."""
    whole = threshold_of(one.object)
    return one.suits and (law.maybe(whole) is None or one.budget_minor > law.amount(whole).value.amount_minor)


def _small(bought: Iterable[Bought]) -> list[Bought]:
    return [one for one in bought if one.reserved and one.reserved.scale == "small_micro"]


def _sum(bought: Iterable[Bought]) -> Fraction:
    return Fraction(sum(one.budget_minor for one in bought))


def _kept(bought: Iterable[Bought]) -> Fraction:
    return sum((one.kept for one in bought), start=Fraction())


def _meter(law: Law, parameter: str, of_minor: Fraction, kept_minor: Fraction) -> Meter:
    asked = law.ratio(parameter)
    share = kept_minor / of_minor if of_minor else None
    reached = "—" if share is None else f"{share.numerator}/{share.denominator}"
    name = law.value(parameter).parameter.name
    because = Because(
        "policy.reserved_year",
        Text(f"{name.zh}：实际 {reached}", f"{name.en}: reached {reached}"),
        asked.because.cites,
        (("of", str(of_minor)), ("kept", str(kept_minor)), ("least", str(asked.value))),
        (asked.because,),
    )
    return Meter(parameter, of_minor, kept_minor, share, asked.value, because)
