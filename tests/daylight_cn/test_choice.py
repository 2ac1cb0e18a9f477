"""The choice of method against a decision table written from the articles, and needs decided by hand."""

import random
from datetime import date

import pytest

from daylight.core.procedures.planning.choice import Need, methods_open_to
from daylight.core.rulebook.law import law_in_force
from daylight.core.values.money import Money
from decision_table import ARTICLES, binds, decide
from world import china

LAW = law_in_force(china(), "CN-central", date(2026, 11, 23))
FACTS = sorted({row[2] for row in ARTICLES} | {"innovation"})
EDGES = tuple(edge - less for edge in (1 * 10**8, 12 * 10**7, 2 * 10**8, 4 * 10**8) for less in (1, 0))
APPROVAL = {"method.approval": "threshold", "method.splitting": "splitting"}


def answered(object, budget, facts, bought=0, original=None, in_catalogue=False):
    """What the house answers: lawful methods with the approval they need, and whether the law binds."""
    need = Need(
        object,
        Money(budget, "CNY"),
        tuple(facts),
        in_catalogue,
        bought,
        None if original is None else Money(original, "CNY"),
    )
    choice = methods_open_to(need, LAW)
    lawful = {
        one.method: "".join(APPROVAL[approval.role] for approval in one.approvals)
        for one in choice.options
        if one.lawful
    }
    return lawful, choice.outside is None


def test_the_house_agrees_with_the_table_on_ten_thousand_needs():
    chance = random.Random(22)
    for _ in range(10_000):
        object = chance.choice(("goods", "services", "works"))
        budget = chance.choice((*EDGES, chance.randrange(1, 600_000_000)))
        facts = chance.sample(FACTS, chance.choice((0, 1, 1, 2, 3)))
        bought = chance.choice((0, 0, 100_000_000, 200_000_000 - budget, 200_000_001 - budget))
        bought, original = max(bought, 0), chance.choice((None, budget * 10, budget * 10 - 1, budget * 30))
        catalogue = chance.random() < 0.2
        asked = (object, budget, facts, bought, original)
        lawful, bound = answered(*asked, in_catalogue=catalogue)
        assert lawful == decide(*asked), asked
        assert bound == binds(object, budget, catalogue), asked


def test_every_barred_method_cites_a_provision_in_force():
    choice = methods_open_to(Need("goods", Money(150_000_000, "CNY")), LAW)
    for option in choice.options:
        for refusal in option.barred:
            assert LAW.under(option.method).cites(refusal.role), option.method


OT, IT, CN, CC, RFQ, SS, FA = (
    "open_tendering",
    "invited_tendering",
    "competitive_negotiation",
    "competitive_consultation",
    "request_for_quotations",
    "single_source",
    "framework_agreement",
)
W = 1_000_000  # ten thousand yuan, in fen

# need in words, what it is, methods lawful besides open tendering of goods and services, approval, article
BY_HAND = (
    ("office chairs, 1.5 m", "goods", 150 * W, (), {}, "GPL 26"),
    ("chairs in stock, uniform", "goods", 150 * W, ("uniform_with_stock",), {RFQ: ""}, "GPL 32"),
    ("the same at the threshold", "goods", 200 * W, ("uniform_with_stock",), {RFQ: "threshold"}, "GPL 27"),
    ("the same a fen below it", "goods", 200 * W - 1, ("uniform_with_stock",), {RFQ: ""}, "GPL 27"),
    ("cleaning is no goods", "services", 150 * W, ("uniform_with_stock",), {}, "GPL 32"),
    ("paving stones are works", "works", 150 * W, ("uniform_with_stock",), {}, "GPL 32"),
    ("a patent nobody replaces", "goods", 150 * W, ("only_supplier",), {SS: ""}, "GPL 31(1)"),
    ("the same, five million", "goods", 500 * W, ("only_supplier",), {SS: "threshold"}, "Reg 38"),
    ("a service of one operator", "services", 90 * W, ("only_supplier",), {SS: ""}, "Reg 27"),
    ("a burst pipe nobody foresaw", "services", 60 * W, ("unforeseeable_emergency",), {SS: ""}, "GPL 31(2)"),
    ("the same in works", "works", 60 * W, ("unforeseeable_emergency",), {}, "GPL 31(2)"),
    ("flood relief pumps", "goods", 700 * W, ("declared_emergency",), {CN: "", SS: ""}, "2026-12"),
    ("flood relief dyke", "works", 300 * W, ("declared_emergency",), {CN: "", SS: ""}, "2026-12"),
    ("a dyke of five million", "works", 500 * W, ("declared_emergency",), {}, "order 16"),
    ("reagents for one analyser", "goods", 150 * W, ("limited_range",), {IT: ""}, "GPL 29(1)"),
    ("the same, three million", "goods", 300 * W, ("limited_range",), {IT: "threshold"}, "GPL 27"),
    ("a tender costs too much", "services", 110 * W, ("disproportionate_cost",), {IT: ""}, "GPL 29(2)"),
    ("no bid came", "goods", 180 * W, ("tender_failed",), {CN: ""}, "GPL 30(1)"),
    ("no bid came for three million", "goods", 300 * W, ("tender_failed",), {CN: "threshold"}, "GPL 30(1)"),
    ("two responsive bids", "services", 260 * W, ("tender_left_two",), {CN: "threshold"}, "order 74, 27"),
    ("a failed tender of works", "works", 260 * W, ("tender_failed",), {}, "GPL 30"),
    ("a novel system", "services", 180 * W, ("no_detailed_specification",), {CN: "", CC: ""}, "30(2)"),
    ("the same at five million", "services", 500 * W, ("no_detailed_specification",),
     {CN: "threshold", CC: "threshold"}, "GPL 27"),
    ("complex goods", "goods", 150 * W, ("no_detailed_specification",), {CN: "", CC: ""}, "214 3(2)"),
    ("complex works", "works", 150 * W, ("no_detailed_specification",), {}, "214 3(5)"),
    ("a generator after a failure", "goods", 190 * W, ("urgent_need",), {CN: ""}, "GPL 30(3)"),
    ("an urgent need of works", "works", 190 * W, ("urgent_need",), {}, "Reg 25"),
    ("a sculpture", "goods", 120 * W, ("price_not_computable",), {CN: "", CC: ""}, "GPL 30(4)"),
    ("repairs of unknown extent", "services", 220 * W, ("price_not_computable",),
     {CN: "threshold", CC: "threshold"}, "Reg 26"),
    ("care for the elderly", "services", 190 * W, ("public_service",), {CC: ""}, "214 3(1)"),
    ("the same called goods", "goods", 190 * W, ("public_service",), {}, "214 3(1)"),
    ("a research project", "services", 150 * W, ("thin_research_market",), {CC: ""}, "214 3(4)"),
    ("a prototype", "goods", 210 * W, ("thin_research_market",), {CC: "threshold"}, "214 3(4)"),
    ("untendered works", "works", 399 * W, ("works_untendered",), {CN: "", CC: "", SS: ""}, "Reg 25"),
    ("works at four million", "works", 400 * W, ("works_untendered",), {}, "order 16"),
    ("untendered works are no goods", "goods", 150 * W, ("works_untendered",), {}, "Reg 25"),
    ("a patent and a uniform item", "goods", 150 * W, ("only_supplier", "uniform_with_stock"),
     {SS: "", RFQ: ""}, "31, 32"),
    ("an addition without its contract", "goods", 10 * W, ("consistent_addition",), {}, "GPL 31(3)"),
    ("small and repeated purchases", "goods", 150 * W, ("catalogue_small_repeated",), {FA: ""}, "order 110"),
    ("innovation is not built yet", "goods", 150 * W, ("innovation",), {}, "2024-13"),
)  # fmt: skip


@pytest.mark.parametrize(("need", "object", "budget", "facts", "others", "article"), BY_HAND)
def test_forty_needs_are_decided_as_by_hand(need, object, budget, facts, others, article):
    lawful, _ = answered(object, budget, facts)
    usual = {} if object == "works" else {OT: ""}
    assert lawful == usual | others, article


def test_there_are_forty_of_them():
    assert len(BY_HAND) == len({one[0] for one in BY_HAND}) == 40
