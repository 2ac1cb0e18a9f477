"""Two who qualify are too few to evaluate anything, and the lot fails; three are enough."""

from dataclasses import replace

import pytest

from daylight.core.acts.evaluation import ReviewConformity
from daylight.practice import judging
from scenarios.asking import case_of, codes
from scenarios.bought import verdicts
from scenarios.judged import FINE, LOT, chair, formed, lot_of, qualify
from scripts import SMALL, bidder

FOUR = replace(SMALL, bidders=(*SMALL.bidders, bidder("丁", 2_800_000)))


@pytest.mark.parametrize(("script", "told"), [(SMALL, ["evaluation.too-few-qualified"]), (FOUR, [])])
def test_with_one_out_three_do_and_two_do_not(at, script, told):
    made, played = at(formed, script)
    first, *others = (bid.bid for bid in lot_of(made, played).evaluation.bids)
    assert qualify(made, played, first, False) == []
    for other in others:
        assert qualify(made, played, other, True) == []
    deed = ReviewConformity(LOT, others[0], True, FINE)
    assert codes(made, chair(made, played), deed, played.case) == told


def test_the_lot_fails_then_and_everybody_verifies_it(at):
    made, played = at(formed, SMALL)
    first, *_ = (bid.bid for bid in lot_of(made, played).evaluation.bids)
    assert qualify(made, played, first, False) == []
    judging.fail(made.stage, made.town, played, LOT)
    assert case_of(made, played).lot(LOT).stage == "failed"
    assert verdicts(made, played) == {"public": 0, "auditor": 0}
