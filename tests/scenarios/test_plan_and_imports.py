"""The plan of implementation is filed before the notice; imported goods take part where admitted."""

from dataclasses import replace
from datetime import timedelta

import pytest

from daylight.client.session import Refused
from daylight.core.acts.evaluation import ReviewConformity
from daylight.core.acts.planning import Funds, PlanLine
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice import judging, methods, play
from scenarios.asking import case_of, codes
from scenarios.bought import IMPORTED, NEGOTIATED, OPINION, consent_to_imports, plan_of
from scenarios.judged import FINE, LOT, chair, lot_of, qualify
from scripts import SMALL
from world import found


def line(lot="1", *, amounts=(2_000_000_00, 800_000_00), currency="CNY", source="财政拨款"):
    funds = tuple(Funds(2026 + n, source, Money(one, currency)) for n, one in enumerate(amounts))
    return PlanLine(lot, "A02010108", "设备购置", funds)


def plan(made, **changes):
    return replace(plan_of(made), **changes)


@pytest.fixture
def planned():
    made = found()
    return made, play.prepare(made.stage, made.town, SMALL)


def file(made, played, **changes):
    return codes(made, made.town.buyer, plan(made, **changes), played.case, confirms=True)


def test_the_plan_is_filed_told_and_filed_again(planned):
    made, played = planned
    assert file(made, played) == []
    assert file(made, played, number="2026-0107-2") == []
    assert case_of(made, played).planning.plan.number == "2026-0107-2"
    told = [one for one in made.office.journal.published(played.case) if b"2026-0107-2" in one]
    assert len(told) == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"number": " "}, "plan.not-filed"),
        ({"lines": ()}, "plan.lots-differ"),
        ({"lines": (line(), line())}, "plan.lots-differ"),
        ({"lines": (line("2"),)}, "plan.lots-differ"),
        ({"lines": (replace(line(), category=""),)}, "plan.lots-differ"),
        ({"lines": (replace(line(), budget_item=" "),)}, "plan.lots-differ"),
        ({"lines": (line(amounts=()),)}, "plan.funds"),
        ({"lines": (line(amounts=(0, 5)),)}, "plan.funds"),
        ({"lines": (line(amounts=(10**14,)),)}, "plan.funds"),
        ({"lines": (line(currency="USD"),)}, "plan.funds"),
        ({"lines": (line(source=""),)}, "plan.funds"),
        ({"method": "request_for_quotations"}, "plan.method-differs"),
    ],
)
def test_a_plan_that_is_not_whole_is_refused_with_its_reason(planned, changes, code):
    assert file(*planned, **changes) == [code]


def test_a_plan_is_not_filed_on_a_day_to_come(planned):
    made, played = planned
    assert file(made, played, filed_on=made.stage.clock.now().day + timedelta(days=1)) == ["plan.not-filed"]


def test_who_changes_the_method_after_the_plan_files_it_again(planned):
    made, played = planned
    assert file(made, played) == []
    chosen = replace(played, script=replace(played.script, chosen=NEGOTIATED.chosen))
    methods.choose(made.stage, made.town, chosen)
    play.appoint_holders(made.stage, made.town, played)
    with pytest.raises(Refused) as told:
        play.solicit(made.stage, made.town, played)
    assert "plan.method-differs" in {one.code for one in told.value.note.refusals}
    assert file(made, played, method=NEGOTIATED.chosen.method) == []


def decide(made, played, actor=None, **changes):
    items = tuple(item.id for item in case_of(made, played).items)[:1]
    deed = consent_to_imports(items)
    return codes(made, actor or made.town.finance, replace(deed, **changes), played.case, confirms=True)


def test_the_finance_department_admits_imports_for_named_items(planned):
    made, played = planned
    assert decide(made, played) == []
    assert case_of(made, played).planning.imports.approved


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"items": ()}, "imports.items-differ"),
        ({"items": ("9-9",)}, "imports.items-differ"),
        ({"number": ""}, "imports.not-argued"),
        ({"opinions": ()}, "imports.not-argued"),
        ({"opinions": (replace(OPINION, name=""),)}, "imports.not-argued"),
        ({"reason": Text("", "")}, "acts.nothing-said"),
    ],
)
def test_a_consent_that_is_not_argued_is_none(planned, changes, code):
    assert decide(*planned, **changes) == [code]


def test_a_refusal_of_imports_needs_no_number(planned):
    assert decide(*planned, approved=False, number="", opinions=()) == []


def test_only_a_finance_department_admits_imports(planned):
    made, played = planned
    assert decide(made, played, made.town.buyer) == ["choice.not-finance"]


def reviewed(made, played):
    """What is told of the bid with imported goods, where it is found to conform."""
    play.appoint_holders(made.stage, made.town, played)
    play.solicit(made.stage, made.town, played)
    play.obtain_all(made.stage, played)
    play.bid_all(made.stage, made.town, played)
    play.open_all(made.stage, made.town, played)
    judging.form_committee(made.stage, made.town, played)
    bid = next(one for one in lot_of(made, played).evaluation.bids if one.declaration.items)
    assert qualify(made, played, bid.bid, True) == []
    deed = ReviewConformity(LOT, bid.bid, True, FINE)
    told = codes(made, chair(made, played), deed, played.case)
    if told:
        assert codes(made, chair(made, played), replace(deed, passed=False), played.case) == []
    return told


def test_imported_goods_conform_only_where_they_were_admitted_before():
    for decision, told in (
        (None, ["imports.not-approved"]),
        ({}, []),
        ({"approved": False, "number": "", "opinions": ()}, ["imports.not-approved"]),
    ):
        made = found()
        played = play.prepare(made.stage, made.town, IMPORTED)
        assert decision is None or decide(made, played, **decision) == []
        assert reviewed(made, played) == told
