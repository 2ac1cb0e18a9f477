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


def threshold_of(object: ObjectKind) -> str:
    """The question of law: up to what budget a purchase is reserved whole."""
    return "sme.reserve_all_below.works" if object == "works" else "sme.reserve_all_below.goods_services"


def share_parameter_of(object: ObjectKind) -> str:
    """The question of law: which share is reserved at least where it is not the whole."""
    return "sme.reserve_share.works" if object == "works" else "sme.reserve_share"


def must_be_reserved(object: ObjectKind, budget: Money, law: Law) -> bool:
    """Whether law reserves a purchase of this budget whole; the threshold is included."""
    id = threshold_of(object)
    return law.maybe(id) is not None and budget <= law.amount(id).value


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
