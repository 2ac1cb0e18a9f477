"""Whom a preference is due: complete lines, makers small enough, shares to the last fraction."""

from dataclasses import replace
from fractions import Fraction

import pytest

from core.policy.claiming import line, partner, who
from daylight.core.acts.bid_content import CertificateDeclared
from daylight.core.acts.evaluation_terms import Policy
from daylight.core.policy import claims
from daylight.core.policy.claims import counts_as_domestic, why_not_due

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("claimant", "reason"),
    [
        (who(line()), None),
        (who(line(scale="prison")), None),
        (who(line(scale="disabled")), None),
        (who(line("1", share=HALF), line("2", "micro", HALF)), None),
        (who(line("1", share=HALF), line("2", "medium", HALF)), claims.NOT_SMALL),
        (who(line(scale="large")), claims.NOT_SMALL),
        (who(line(scale="unknown")), claims.NOT_SMALL),
        (who(line(controlled_by_large=True)), claims.LARGE_BEHIND),
        (who(line(), items=("1", "2")), claims.NOT_EVERY_ITEM),
        (who(line(), line(), items=("1",)), claims.NOT_EVERY_ITEM),
        (who(line(share=Fraction(99, 100))), claims.NOT_EVERY_ITEM),
        (who(items=("1",)), claims.NOT_EVERY_ITEM),
        (who(line(), scales={"厂": "small"}), None),
        (who(line(), scales={"厂": "unknown"}), None),
        (who(line(), scales={"厂": "medium"}), claims.REGISTER_DIFFERS),
        (who(line(), scales={"贸易商": "large"}), None),
        (who(replace(line(), maker="甲")), claims.REGISTER_DIFFERS),
        (who(replace(line(), maker="甲"), scales={"org-a": "micro"}), None),
    ],
)
def test_small_and_micro_is_told_by_who_makes_every_line(claimant, reason):
    assert why_not_due(Policy.SMALL_MICRO, claimant) == reason


LARGE = line(scale="large")


@pytest.mark.parametrize(
    ("partners", "more", "reason"),
    [
        ([partner(Fraction(30, 100))], {}, None),
        ([partner(Fraction(29999, 100000))], {}, claims.SHARE_TOO_LOW),
        ([partner(Fraction(1, 5)), partner(Fraction(1, 10), name="戊")], {}, None),
        ([partner(Fraction(30, 100), scale="medium")], {}, claims.SHARE_TOO_LOW),
        ([partner(Fraction(30, 100), controlled_by_large=True)], {}, claims.LARGE_BEHIND),
        ([partner(HALF, "consortium", name="org-b")], {}, claims.NOT_A_BIDDER),
        (
            [partner(HALF, "consortium", name="org-b")],
            {"scales": {"org-a": "large", "org-b": "small"}},
            None,
        ),
        (
            [partner(HALF, "consortium", name="org-b")],
            {"scales": {"org-a": "large", "org-b": "medium"}},
            claims.REGISTER_DIFFERS,
        ),
        (
            [partner(HALF, "consortium", name="org-b")],
            {"scales": {"org-a": "large", "org-b": "small"}, "consortium_allowed": False},
            claims.NO_PARTNER_ALLOWED,
        ),
        ([partner(HALF)], {"mixed_share": None}, claims.SHARE_TOO_LOW),
    ],
)
def test_a_consortium_or_subcontract_needs_its_share(partners, more, reason):
    assert why_not_due(Policy.MIXED, who(LARGE, partners=partners, **more)) == reason


def test_what_small_firms_do_alone_is_the_other_preference():
    assert why_not_due(Policy.MIXED, who(line(), partners=[partner(HALF)])) == claims.ALL_SMALL


@pytest.mark.parametrize(
    ("domestic", "foreign", "counts"),
    [("4/5", "1/5", True), ("79/100", "21/100", False), ("1", None, True), ("4/5", "1/10", False)],
)
def test_four_fifths_of_the_cost_make_a_lot_domestic_all_or_none(domestic, foreign, counts):
    lines = [line("1", domestic=True, cost_share=Fraction(domestic))]
    if foreign:
        lines.append(line("2", cost_share=Fraction(foreign)))
    claimant = who(*lines)
    assert counts_as_domestic(claimant) == counts
    assert why_not_due(Policy.DOMESTIC, claimant) == (None if counts else claims.NOT_DOMESTIC)


def test_before_the_law_nothing_counts_as_domestic():
    own = line(domestic=True, cost_share=Fraction(1))
    assert not counts_as_domestic(who(own, domestic_share=None))


def test_green_products_have_a_certificate_for_every_item():
    held = CertificateDeclared("1", "energy_saving", "CQC-1")
    assert why_not_due(Policy.ENERGY_SAVING, who(line(), certificates=[held])) is None
    assert why_not_due(Policy.ENVIRONMENTAL, who(line(), certificates=[held])) == claims.NO_CERTIFICATE
    two = who(line("1", share=HALF), line("2", share=HALF), certificates=[held])
    assert why_not_due(Policy.ENERGY_SAVING, two) == claims.NO_CERTIFICATE
