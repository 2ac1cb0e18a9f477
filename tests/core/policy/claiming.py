"""Declarations in few words."""

from dataclasses import replace
from fractions import Fraction

from daylight.core.acts.bid_content import BidDeclaration, ItemDeclared, PartnerDeclared
from daylight.core.policy.claims import Claimant


def line(item="1", scale="small", share=1, **more):
    return ItemDeclared(item, "厂", scale, Fraction(share), **more)


def partner(share, role="subcontract", scale="small", name="丁", **more):
    return PartnerDeclared(name, scale, role, Fraction(share), **more)


def who(*lines, items=None, partners=(), certificates=(), **more):
    declared = BidDeclaration("甲", 30, (), lines, tuple(partners), tuple(certificates))
    found = Claimant(
        declared,
        items or tuple(one.item for one in lines),
        {"org-a": "large"},
        consortium_allowed=True,
        mixed_share=Fraction(30, 100),
        domestic_share=Fraction(4, 5),
    )
    return replace(found, **more)
