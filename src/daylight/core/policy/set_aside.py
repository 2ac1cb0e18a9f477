"""What law reserves for small and medium enterprises, and who is within what is reserved.

Shown by ``tests/core/policy/test_set_aside.py``.
"""

from __future__ import annotations

from fractions import Fraction

from daylight.core.acts.planning import ObjectKind
from daylight.core.acts.solicitation import SetAside
from daylight.core.policy.claims import (
    SHARE_TOO_LOW,
    SMALL,
    SMALL_OR_MEDIUM,
    Claimant,
    share_of,
    why_not_of_scale,
)
from daylight.core.rulebook.law import Law
from daylight.core.values.money import Money
from daylight.core.values.text import Text

WHOLE = Fraction(1)
FROM_LIMIT = "sme.reserve_from_limit"


def threshold_of(object: ObjectKind) -> str:
    """The question of law: up to what budget a purchase is reserved whole."""
    return "sme.reserve_all_below.works" if object == "works" else "sme.reserve_all_below.goods_services"


def share_parameter_of(object: ObjectKind) -> str:
    """The question of law: which share of a lot is reserved at least where it is not the whole.

    Rulebooks to November 2026 asked of each lot what the law asks of a department's year (``reserved_year``).
    """
    return "sme.reserve_share.works" if object == "works" else "sme.reserve_share"


def must_be_reserved(object: ObjectKind, budget: Money, law: Law) -> bool:
    """Whether law reserves a purchase of this budget whole; both ends are included."""
    id = threshold_of(object)
    return law.maybe(id) is not None and _from(object, law) <= budget.amount_minor <= _most(id, law)


def _most(id: str, law: Law) -> int:
    return law.amount(id).value.amount_minor


def _from(object: ObjectKind, law: Law) -> int:
    """From which budget law reserves at all, in minor units: what no level of budgets doubts."""
    if law.maybe(FROM_LIMIT) is None or not law.holds(FROM_LIMIT).value:
        return 0
    limit = "procurement.threshold.dispersed." + ("works" if object == "works" else "goods_services")
    known = law.differing(limit) or ((law,) if law.maybe(limit) else ())
    return max((_most(limit, one) for one in known), default=0)


def least_share(object: ObjectKind, law: Law) -> Fraction:
    """The least share a partial set-aside gives; any where law is silent."""
    id = share_parameter_of(object)
    return law.ratio(id).value if law.maybe(id) else Fraction()


def why_outside(reserved: SetAside, who: Claimant) -> Text | None:
    """Why a bidder is not one of those the lot is reserved for; nothing where it is."""
    scales = SMALL if reserved.scale == "small_micro" else SMALL_OR_MEDIUM
    outside = why_not_of_scale(who, scales)
    if outside is None or reserved.scope == "whole":
        return outside
    found = share_of(who, scales, reserved.scope)
    if isinstance(found, Text):
        return found
    return None if reserved.share <= found <= WHOLE else SHARE_TOO_LOW
