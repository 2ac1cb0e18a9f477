"""Which preferences the law gives: how much may be taken off a price, on what role, for which policy.

The ids name questions of law; a country's instruments answer them with dated values. Where law sets no rate
the documents do. Shown by ``tests/core/policy/test_preferences.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from daylight.core.acts.evaluation_terms import Policy
from daylight.core.acts.planning import ObjectKind
from daylight.core.rulebook.law import Law
from daylight.core.rulebook.parameter import Range

STACKING = "preference.stacking"
MIXED_SHARE = "sme.mixed_share"
DOMESTIC_SHARE = "domestic.cost_share"

ROLES: dict[Policy, str] = {
    Policy.SMALL_MICRO: "preference.sme_deduction",
    Policy.MIXED: "preference.sme_deduction",
    Policy.DOMESTIC: "preference.domestic_deduction",
    Policy.ENERGY_SAVING: "preference.green",
    Policy.ENVIRONMENTAL: "preference.green",
}
KINDS: dict[Policy, str] = {
    Policy.SMALL_MICRO: "size",
    Policy.MIXED: "size",
    Policy.DOMESTIC: "origin",
    Policy.ENERGY_SAVING: "green",
    Policy.ENVIRONMENTAL: "green",
}
RATES: dict[Policy, str] = {
    Policy.SMALL_MICRO: "sme.deduction.small_micro",
    Policy.MIXED: "sme.deduction.mixed",
    Policy.DOMESTIC: "domestic.deduction",
}
RATES_OF_WORKS: dict[Policy, str] = {
    Policy.SMALL_MICRO: "sme.deduction.works",
    Policy.MIXED: "sme.deduction.mixed_works",
}


@dataclass(frozen=True)
class Bounds:
    """The least and the most a preference may take off, and the parameter that says so."""

    parameter: str
    least: Fraction
    most: Fraction


def parameter_of(policy: Policy, object: ObjectKind) -> str:
    """The question of law about a policy's rate; empty where the documents set it."""
    if object == "works" and policy in RATES_OF_WORKS:
        return RATES_OF_WORKS[policy]
    return RATES.get(policy, "")


def bounds_of(policy: Policy, object: ObjectKind, law: Law) -> Bounds | None:
    """What the law of a day allows; nothing where it gives no such deduction."""
    id = parameter_of(policy, object)
    found = law.maybe(id) if id else None
    if found is None:
        return None
    value = found.value
    if isinstance(value, Fraction):
        return Bounds(id, value, value)
    if isinstance(value, Range) and isinstance(value.low, Fraction) and isinstance(value.high, Fraction):
        return Bounds(id, value.low, value.high)
    raise TypeError(f"{id} is neither a rate nor a range")


def kind_of(policy: Policy) -> str:
    """Policies of one kind don't add up for one bid."""
    return KINDS[policy]


def may_stack(law: Law) -> bool:
    """Whether deductions of different kinds add up, each taken of the price as bid."""
    return law.maybe(STACKING) is not None and law.holds(STACKING).value
