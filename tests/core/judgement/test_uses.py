"""Which kinds of act rest on a value of law, as the scenarios asked for it."""

import pytest

from daylight.core.judgement.asked import ASKED
from daylight.core.judgement.register import REGISTER
from daylight.core.judgement.uses import CLOCKS, uses_of


def told(name):
    return [(use.kind, use.conditions, use.clocks) for use in uses_of(name)]


def test_a_period_is_used_by_the_condition_that_measures_it_and_by_the_clock_it_sets():
    assert told("bidding.period") == [("IssueSolicitation", ("bidders_get_the_time_the_law_gives",), True)]


def test_a_value_named_through_a_helper_is_found():
    assert ("AwardLot", (), True) in told("award.publish")


def test_a_value_whose_name_is_put_together_is_found():
    assert told("evaluation.price_weight_floor.goods") == [
        ("IssueSolicitation", ("price_weighs_enough",), False)
    ]
    asking = ("low_price_rule_is_lawful", "raised_rates_are_announced")
    assert told("low_price.second_rate") == [("IssueSolicitation", asking, False)]


def test_only_conditions_of_the_row_ask():
    strange = {
        (kind, condition)
        for kind, conditions in ASKED.items()
        for condition in conditions
        if condition not in {CLOCKS, *(one.__name__ for one in REGISTER[kind].conditions)}
    }
    assert strange == set()


def test_the_name_of_a_mandate_is_no_value_of_law():
    kinds = ("NotifyBidders", "OpenCallOff", "BuyOffList")
    assert told("contract.sign") == [(kind, (), True) for kind in kinds]


@pytest.mark.parametrize("name", ["records.retention", "nothing.at_all"])
def test_what_no_condition_reads_has_no_use(name):
    assert told(name) == []


def test_a_role_is_used_by_the_kinds_it_asks_for():
    assert [use.kind for use in uses_of("intention.published") if use.role] == ["PublishIntention"]
