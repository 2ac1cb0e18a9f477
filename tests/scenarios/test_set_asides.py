"""Set-asides: what law reserves is reserved or it is said why not, and others do not qualify."""

from dataclasses import replace
from fractions import Fraction

import pytest

from daylight.core.acts.evaluation import ReviewQualification
from daylight.core.acts.solicitation import SetAside
from daylight.core.values.text import Text
from daylight.practice.script import SCORING
from scenarios.asking import codes
from scenarios.judged import FINE, LOT, awarded, evaluated, formed, lot_of
from scenarios.test_preferences import SMALL_MICRO, made_by, offering
from scenarios.test_solicitation import issue, to_eve, with_terms
from scripts import SCANNER, SMALL, bidder, yuan
from world import china, found

AT_THRESHOLD = replace(SMALL, lots=(replace(SCANNER, budget=yuan(2_000_000), bid_security=None),))
ABOVE = replace(SMALL, lots=(replace(SCANNER, budget=yuan(2_000_001), bid_security=None),))
PART = SetAside("subcontract", share=Fraction(2, 5))


@pytest.mark.parametrize(
    ("script", "changes", "told"),
    [
        (AT_THRESHOLD, {"unreserved_because": None}, ["solicitation.not-reserved"]),
        (AT_THRESHOLD, {"unreserved_because": FINE}, []),
        (AT_THRESHOLD, {"unreserved_because": Text(" ", " ")}, ["solicitation.not-reserved"]),
        (AT_THRESHOLD, {"unreserved_because": None, "set_aside": SetAside()}, []),
        (AT_THRESHOLD, {"unreserved_because": None, "set_aside": PART}, ["solicitation.not-reserved"]),
        (ABOVE, {"unreserved_because": None}, []),
        (ABOVE, {"set_aside": PART}, []),
        (ABOVE, {"set_aside": replace(PART, share=Fraction(29, 100))}, []),
        (ABOVE, {"set_aside": replace(PART, share=Fraction(1, 1000))}, []),
        (ABOVE, {"set_aside": replace(PART, share=Fraction(0))}, ["solicitation.set-aside-unfit"]),
        (ABOVE, {"set_aside": replace(PART, share=Fraction(1))}, ["solicitation.set-aside-unfit"]),
        (ABOVE, {"set_aside": SetAside(share=Fraction(1, 2))}, ["solicitation.set-aside-unfit"]),
        (
            ABOVE,
            {"set_aside": replace(PART, scope="consortium"), "consortium_allowed": False},
            ["solicitation.set-aside-unfit"],
        ),
        (
            ABOVE,
            {"set_aside": SetAside(), "evaluation": offering(SMALL_MICRO)},
            ["solicitation.reserved-and-deducted"],
        ),
    ],
)
def test_what_law_reserves_is_reserved_or_it_is_said_why_not(at, script, changes, told):
    made, played = at(to_eve, script)
    assert issue(made, played, lots=with_terms(played, **changes)) == told


@pytest.mark.parametrize(("share", "told"), [("0.29", ["solicitation.set-aside-unsound"]), ("0.30", [])])
def test_under_a_rulebook_of_before_a_lot_reserves_what_law_asks_of_a_year(share, told):
    book = china()
    of_before = replace(book.parameter_by_id["sme.department_share"], id="sme.reserve_share", answers="")
    made = found(book=replace(book, parameters=(*book.parameters, of_before)))
    played = to_eve(made, ABOVE)
    lots = with_terms(played, set_aside=replace(PART, share=Fraction(share)))
    assert issue(made, played, lots=lots) == told


RESERVED = replace(
    SMALL,
    lots=(replace(SCANNER, terms=SCORING, set_aside=SetAside()),),
    bidders=(
        *(
            bidder(name, price, items=made_by(f"{name}厂", "medium"))
            for name, price in (("甲", 3_000_000), ("乙", 2_900_000), ("丙", 2_950_000))
        ),
        bidder("大", 2_800_000, items=made_by("大厂", "large")),
    ),
)


def test_in_a_reserved_lot_a_large_maker_does_not_qualify(at):
    made, played = at(formed, RESERVED)
    large = next(
        one for one in lot_of(made, played).evaluation.bids if played.bidders[one.bid][0].name.zh == "大"
    )
    deed = ReviewQualification(LOT, large.bid, True, FINE, large.bidders)
    agent = made.town.agent
    assert codes(made, agent, deed, played.case) == ["evaluation.not-reserved-for"]
    assert codes(made, agent, replace(deed, bidders=()), played.case) == ["evaluation.bidders-not-named"]
    assert codes(made, agent, replace(deed, passed=False), played.case) == []


def test_a_reserved_lot_is_awarded_among_those_it_is_for(at):
    made, played = at(awarded, RESERVED)
    lot = lot_of(made, played)
    assert lot.stage == "published"
    assert [played.bidders[bid.bid][0].name.zh for bid in lot.evaluation.bids if bid.rejected] == ["大"]


def test_fewer_than_three_small_or_medium_end_a_reserved_lot(at):
    made, played = at(evaluated, replace(RESERVED, bidders=RESERVED.bidders[1:]))
    lot = lot_of(made, played)
    assert (lot.stage, lot.ended.cause) == ("failed", "too_few_bidders")
