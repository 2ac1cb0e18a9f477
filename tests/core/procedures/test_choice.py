"""Which methods the law opens to a need, on what ground, and what bars the rest."""

from datetime import date

import pytest

from daylight.core.procedures.planning.choice import Need, methods_open_to
from daylight.core.rulebook.law import law_in_force
from daylight.core.values.money import Money
from world import china

LAW = law_in_force(china(), "CN-central", date(2026, 11, 23))
YUAN = 100


def chosen(object="goods", yuan=1_500_000, *facts, **more):
    choice = methods_open_to(Need(object, Money(yuan * YUAN, "CNY"), facts, **more), LAW)
    return choice, {option.method: option for option in choice.options}


def test_open_tendering_is_open_to_every_need_for_goods_and_services():
    for object in ("goods", "services"):
        _, options = chosen(object)
        assert options["open_tendering"].lawful
        assert not options["open_tendering"].approvals


def test_any_other_method_needs_a_ground_and_is_refused_with_its_article():
    _, options = chosen()
    others = [option for id, option in options.items() if id != "open_tendering"]
    assert others
    for option in others:
        assert [refusal.code for refusal in option.barred] == ["choice.no-ground"]
        assert LAW.under(option.method).cites(option.barred[0].role)


@pytest.mark.parametrize(
    ("object", "fact", "method"),
    [
        ("goods", "uniform_with_stock", "request_for_quotations"),
        ("services", "urgent_need", "competitive_negotiation"),
        ("services", "public_service", "competitive_consultation"),
        ("goods", "only_supplier", "single_source"),
        ("goods", "limited_range", "invited_tendering"),
    ],
)
def test_a_fact_opens_the_method_the_law_ties_to_it(object, fact, method):
    _, options = chosen(object, 1_500_000, fact)
    assert options[method].lawful
    assert options[method].grounds == (fact,)
    assert options[method].because[0].cites


def test_at_the_threshold_of_open_tendering_another_method_needs_approval_and_a_fen_below_it_none():
    at, below = (Money(minor, "CNY") for minor in (200_000_000, 199_999_999))
    needs = [Need("goods", budget, ("uniform_with_stock",)) for budget in (at, below)]
    found = [
        {o.method: [a.role for a in o.approvals] for o in methods_open_to(need, LAW).options}[
            "request_for_quotations"
        ]
        for need in needs
    ]
    assert found == [["method.approval"], []]


def test_purchases_of_one_category_in_one_year_are_added_up_and_a_fen_above_the_threshold_is_splitting():
    def approvals(before):
        need = Need("goods", Money(100_000_000, "CNY"), ("uniform_with_stock",), bought_before=before)
        return [a.role for o in methods_open_to(need, LAW).options for a in o.approvals]

    assert approvals(100_000_000) == []
    assert approvals(100_000_001) == ["method.splitting"]


def test_an_addition_stays_within_its_share_of_the_original_contract():
    original = Money(1_000_000_000, "CNY")
    for minor, lawful in ((100_000_000, True), (100_000_001, False)):
        need = Need("goods", Money(minor, "CNY"), ("consistent_addition",), original_contract=original)
        option = {o.method: o for o in methods_open_to(need, LAW).options}["single_source"]
        assert option.lawful is lawful


def test_below_the_limit_and_outside_the_catalogue_the_law_does_not_bind():
    assert chosen(yuan=999_999)[0].outside.cites
    assert chosen(yuan=1_000_000)[0].outside is None
    assert chosen(yuan=999_999, in_catalogue=True)[0].outside is None
