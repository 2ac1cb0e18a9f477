"""Terms of life-cycle cost: everything wrong is said at once; a bid declares all of it or is named."""

from dataclasses import replace
from fractions import Fraction

import pytest

import costed
from daylight.core.acts.bid_content import QuantityDeclared
from daylight.core.acts.evaluation_terms import EvaluationMethod, terms_faults
from daylight.core.acts.life_cycle_terms import Asked, Fixed, LifeCycleTerms, life_cycle_faults, not_declared
from daylight.core.values.plain import build, canonical_bytes, read_plain

LIFE = costed.computers()
SOUND = costed.declared(90, 20)


def fixed(**values):
    return tuple(replace(one, value=Fraction(values.get(one.quantity, one.value))) for one in LIFE.fixed)


def asked(**bounds):
    return tuple(
        Asked(one.quantity, *map(Fraction, bounds.get(one.quantity, (one.low, one.high))))
        for one in LIFE.asked
    )


def test_sound_terms_survive_the_way_to_plain_and_back_and_old_terms_keep_their_bytes():
    assert terms_faults(costed.SCORED) == ()
    assert build(LifeCycleTerms, read_plain(canonical_bytes(LIFE))) == LIFE
    assert b"life_cycle" not in canonical_bytes(costed.LOWEST_PRICE)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"years": 0}, ["life-cycle.rates"]),
        ({"years": 101}, ["life-cycle.rates"]),
        ({"discount": Fraction(1)}, ["life-cycle.rates"]),
        ({"discount": Fraction(-1, 100)}, ["life-cycle.rates"]),
        ({"fixed": LIFE.fixed[1:]}, ["life-cycle.data"]),
        ({"fixed": (*LIFE.fixed, LIFE.fixed[0])}, ["life-cycle.data"]),
        ({"asked": LIFE.asked[:-1]}, ["life-cycle.data"]),
        ({"fixed": (*LIFE.fixed, Fixed("energy", Fraction(1)))}, ["life-cycle.data"]),
        ({"fixed": fixed(tariff=-1)}, ["life-cycle.bounds"]),
        ({"fixed": fixed(upgrade_years=0)}, ["life-cycle.bounds"]),
        ({"fixed": fixed(upgrade_years=Fraction(3, 2))}, ["life-cycle.bounds"]),
        ({"fixed": fixed(residual_share=1)}, ["life-cycle.bounds"]),
        ({"fixed": tuple(replace(one, growth=Fraction(-1)) for one in LIFE.fixed if one.quantity != "x")},
         ["life-cycle.bounds"] * 5),
        ({"asked": asked(energy=(2, 1))}, ["life-cycle.bounds"]),
        ({"asked": asked(energy=(-1, 1))}, ["life-cycle.bounds"]),
        ({"lines": LIFE.lines[1:]}, ["life-cycle.quantity-unmatched"] * 2),
    ],
)  # fmt: skip
def test_each_fault_is_named(change, expected):
    assert [one.code for one in life_cycle_faults(replace(LIFE, **change))] == expected


@pytest.mark.parametrize(
    "change",
    [
        {"years": 100},
        {"years": 1},
        {"discount": Fraction()},
        {"fixed": fixed(residual_share=Fraction(99, 100))},
        {"asked": asked(energy=(5, 5))},
    ],
)
def test_the_last_value_that_is_still_sound(change):
    assert list(life_cycle_faults(replace(LIFE, **change))) == []


def test_a_residual_that_would_grow_beyond_the_price_is_none():
    share = next(one for one in LIFE.fixed if one.quantity == "residual_share")
    rising = tuple(replace(one, growth=Fraction(7, 10)) if one is share else one for one in LIFE.fixed)
    assert Fraction(1, 20) * Fraction(17, 10) ** 5 < 1 < Fraction(1, 20) * Fraction(17, 10) ** 6
    assert list(life_cycle_faults(replace(LIFE, years=5, fixed=rising))) == []
    assert [one.code for one in life_cycle_faults(replace(LIFE, years=6, fixed=rising))] == [
        "life-cycle.bounds"
    ]


def test_a_criterion_needs_its_method_and_stands_alone():
    silent = replace(costed.SCORED, life_cycle=None)
    ranked = replace(costed.LOWEST_PRICE, method=EvaluationMethod.LOWEST_LIFE_CYCLE_COST)
    price, life, technical, *rest = costed.SCORED.criteria
    halves = (replace(life, points=life.points / 2), replace(life, id="again", points=life.points / 2))
    twice = replace(costed.SCORED, criteria=(price, *halves, technical, *rest))
    for terms in (silent, ranked, twice):
        assert [one.code for one in terms_faults(terms)] == ["terms.life-cycle-criteria"]
    assert terms_faults(costed.INFORMED) == ()


def test_life_cycle_points_are_no_points_for_price():
    """The criterion of price stays, and stays one."""
    _, life, *rest = costed.SCORED.criteria
    without = replace(costed.SCORED, criteria=(replace(life, points=life.points + 40), *rest))
    assert [one.code for one in terms_faults(without)] == ["terms.price-criteria"]


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        (SOUND, []),
        (costed.declared(1, 0), []),
        (costed.declared(2000, 1000), []),
        (costed.declared(0, 0), ["energy"]),
        (costed.declared(2001, 0), ["energy"]),
        (SOUND[1:], ["energy"]),
        ((*SOUND, SOUND[0]), ["energy", "energy"]),
        ((replace(SOUND[0], evidence=" "), *SOUND[1:]), ["energy"]),
        ((replace(SOUND[0], value=Fraction(181, 2)), *SOUND[1:]), []),
        ((SOUND[0], replace(SOUND[1], value=Fraction(1, 2)), *SOUND[2:]), ["maintenance"]),
        ((*SOUND, QuantityDeclared("tariff", Fraction(1), "mine")), ["tariff"]),
        ((*SOUND, QuantityDeclared("", Fraction(1), "mine")), [""]),
    ],
)
def test_what_is_not_declared_as_asked_is_named(declared, expected):
    assert list(not_declared(LIFE, declared)) == expected
