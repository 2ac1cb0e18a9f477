"""Conditions of the plan of implementation, and of letting imported goods take part."""

from __future__ import annotations

from daylight.core.acts.evaluation import ReviewConformity
from daylight.core.acts.planning import ApproveImports, FilePlan
from daylight.core.procedures.matter import Matter, method_id
from daylight.core.values.fact import this
from daylight.core.values.refusal import Refusal, refuse

PLAN, IMPORTS = "procurement.plan", "method.imports"


def plan_is_numbered_and_dated(m: Matter) -> Refusal | None:
    """The department's number is there, and the day it was filed is none to come."""
    deed = m.deed(FilePlan)
    if deed.number.strip() and deed.filed_on <= m.at.day:
        return None
    return refuse("plan.not-filed", PLAN, number=this(deed.number), day=deed.filed_on)


def plan_covers_every_lot_once(m: Matter) -> Refusal | None:
    """Each lot of the case has one line, with its catalogue item and the budget item that pays it."""
    deed = m.deed(FilePlan)
    complete = all(line.category.strip() and line.budget_item.strip() for line in deed.lines)
    lots = sorted(lot.id for lot in m.case.lots)
    if complete and sorted(line.lot for line in deed.lines) == lots:
        return None
    return refuse("plan.lots-differ", PLAN, lots=tuple(lots))


def plan_pays_no_more_than_the_budget(m: Matter) -> Refusal | None:
    """The funds of all years together are above zero and within the budget of the lot, in its currency."""
    for line in m.deed(FilePlan).lines:
        lot = m.case.lot(line.lot)
        if lot is None:
            continue  # another condition says so
        sound = all(one.amount.currency == lot.budget.currency and one.source.strip() for one in line.funds)
        total = sum(one.amount.amount_minor for one in line.funds)
        positive = all(one.amount.amount_minor > 0 for one in line.funds)
        if not (line.funds and sound and positive and total <= lot.budget.amount_minor):
            return refuse("plan.funds", PLAN, lot=line.lot, budget=lot.budget)
    return None


def plan_has_the_method_chosen(m: Matter) -> Refusal | None:
    """Plan and purchase have one method."""
    return _is_by_the_method(m, m.deed(FilePlan).method)


def solicitation_follows_the_plan(m: Matter) -> Refusal | None:
    """Whoever changed the method after the plan was filed files it again."""
    filed = m.case.planning.plan
    return _is_by_the_method(m, filed.method) if filed else None


def _is_by_the_method(m: Matter, planned: str) -> Refusal | None:
    if planned == method_id(m.book, m.case):
        return None
    chosen = m.method_named(m.case.method)
    return refuse("plan.method-differs", PLAN, planned=m.method_named(planned), chosen=chosen)


def approval_names_items_of_the_case(m: Matter) -> Refusal | None:
    """What is approved are items of this purchase, each once."""
    deed = m.deed(ApproveImports)
    known = {item.id for item in m.case.items}
    if deed.items and len(set(deed.items)) == len(deed.items) and set(deed.items) <= known:
        return None
    return refuse("imports.items-differ", IMPORTS, items=tuple(sorted(known)))


def approval_has_a_number_and_opinions(m: Matter) -> Refusal | None:
    """A consent has the department's number and what professionals said; a refusal needs neither."""
    deed = m.deed(ApproveImports)
    said = all(one.name.strip() and one.opinion.zh.strip() for one in deed.opinions)
    if not deed.approved or (deed.number.strip() and deed.opinions and said):
        return None
    return refuse("imports.not-argued", IMPORTS)


def imported_goods_are_admitted(m: Matter) -> Refusal | None:
    """A bid with imported goods meets the documents only where imports of the item were approved before."""
    deed, consent = m.deed(ReviewConformity), m.case.planning.imports
    admitted = set(consent.items) if consent and consent.approved else set()
    declared = m.bid.declaration.items
    wrong = tuple(sorted(one.item for one in declared if one.imported and one.item not in admitted))
    if not deed.passed or not wrong:
        return None
    return refuse("imports.not-approved", IMPORTS, items=wrong)
