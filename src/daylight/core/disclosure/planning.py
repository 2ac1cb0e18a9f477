"""Releases of the planning phase. Before the intention is published nothing of a case is."""

from __future__ import annotations

from datetime import date

from daylight.core.acts.planning import AnswerObjection, EntrustAgency, PublishIntention, PublishSoleSource
from daylight.core.disclosure import ocds, ours
from daylight.core.disclosure.occasion import Fact, Occasion, Told, public_id
from daylight.core.disclosure.parts import (
    both,
    fact,
    items,
    lot_status,
    method_code,
    method_words,
    tender_status,
    value,
)
from daylight.core.dockets.case.case import Case
from daylight.core.values.instant import start_of
from daylight.core.values.text import Text

PUBLICITY = "single_source.publicity"


def intention_published(occasion: Occasion[PublishIntention]) -> Told:
    """The plan as it stands: the need, the budget, the month, and who runs the procedure."""
    case, deed = occasion.after, occasion.deed
    plan = ocds.Planning(ocds.Budget(value(case.budget)), deed.summary.zh, deed.summary.en)
    release = occasion.release(
        "planning", key_holders=key_holders(occasion), planning=plan, tender=_planned(occasion)
    )
    return Told(
        release,
        (
            fact("预算", "Budget", case.budget),
            fact("预计采购时间", "Expected", deed.expected_month),
            fact("采购需求概况", "What is needed", deed.summary),
        ),
    )


def sole_source_published(occasion: Occasion[PublishSoleSource]) -> Told:
    """The only supplier, why there is no other, and what professionals say of it."""
    case, deed = occasion.after, occasion.deed
    choice = case.planning.choice
    supplier = _name(occasion, choice.deed.supplier) if choice else Text("", "")
    until = next((clock.latest for clock in case.clocks if clock.id == PUBLICITY), None)
    opinions = tuple(
        fact(f"{one.name}（{one.body}，{one.title}）", f"{one.name} ({one.body}, {one.title})", one.opinion)
        for one in deed.opinions
    )
    facts = (
        fact("拟定供应商", "The only supplier", supplier),
        fact("预算", "Budget", case.budget),
        fact("理由", "Why", deed.reason),
        *((fact("公示期至", "Objections until", until),) if until else ()),
        *opinions,
    )
    tender = ocds.Tender(
        occasion.ocid,
        status=tender_status(case),
        value=value(case.budget),
        procuring_entity=occasion.reference(case.host),
        procurement_method=method_code(occasion),
        procurement_method_details=method_words(occasion),
        procurement_method_rationale=both(deed.reason),
    )
    return Told(occasion.release("planningUpdate", tender=tender), facts)


def objection_answered(occasion: Occasion[AnswerObjection]) -> Told:
    """Whether an objection was well founded, and the argument; who objected stays unnamed."""
    deed = occasion.deed
    found = Text("异议成立", "well founded") if deed.founded else Text("异议不成立", "not well founded")
    facts = (fact("论证结论", "Finding", found), fact("论证意见", "Argument", deed.argument))
    return Told(occasion.release("planningUpdate", tender=ocds.Tender(occasion.ocid)), facts)


def agency_entrusted(occasion: Occasion[EntrustAgency]) -> Told | None:
    """Who runs the procedure, once the plan is public."""
    if occasion.after.planning.intention is None:
        return None
    agency = occasion.reference(occasion.deed.agency)
    tender = ocds.Tender(occasion.ocid, procuring_entity=agency)
    return Told(
        occasion.release("planningUpdate", tender=tender),
        (fact("代理机构", "Agency", _name(occasion, occasion.deed.agency)),),
    )


def key_holders_appointed(occasion: Occasion[object]) -> Told | None:
    """Who holds the keys, once the plan is public."""
    if occasion.after.planning.intention is None:
        return None
    return Told(occasion.release("planningUpdate", key_holders=key_holders(occasion)), holder_facts(occasion))


def key_holders(occasion: Occasion[object]) -> ours.KeyHolders | None:
    """The bodies that hold the keys, and to what bids are sealed."""
    keys = occasion.after.planning.key_set
    if keys is None:
        return None
    holders = (
        ours.Holder(reference.id, name.zh, name.en, holder.recipient)
        for holder in keys.holders
        for reference in (occasion.reference(holder.organisation),)
        for name in (_name(occasion, holder.organisation),)
    )
    return ours.KeyHolders(public_id("keys", keys.id), keys.threshold, tuple(holders))


def holder_facts(occasion: Occasion[object]) -> tuple[Fact, ...]:
    """How many of whom can open the bids."""
    keys = key_holders(occasion)
    if keys is None:
        return ()
    names = Text("、".join(one.name for one in keys.holders), ", ".join(one.name_en for one in keys.holders))
    return (
        fact("解密所需人数", "Keys needed to open", f"{keys.threshold}/{len(keys.holders)}"),
        fact("解密钥持有单位", "Key holders", names),
    )


def _name(occasion: Occasion[object], docket: str) -> Text:
    return occasion.names.organisations[docket].registration.name


def _planned(occasion: Occasion[PublishIntention]) -> ocds.Tender:
    case, deed = occasion.after, occasion.deed
    month = start_of(date.fromisoformat(f"{deed.expected_month}-01"), occasion.act.received_at.offset_minutes)
    reserved = ocds.OtherRequirements(("sme",)) if deed.reserved_for_smes else None
    return ocds.Tender(
        id=occasion.ocid,
        title=case.requirement.title.zh,
        title_en=case.requirement.title.en,
        description=deed.summary.zh,
        description_en=deed.summary.en,
        status=tender_status(case),
        procuring_entity=occasion.reference(case.host),
        items=items(case),
        value=value(case.budget),
        main_procurement_category=case.requirement.object,
        communication=ocds.Communication(month),
        lots=_lots(case),
        other_requirements=reserved,
    )


def _lots(case: Case) -> tuple[ocds.Lot, ...]:
    return tuple(ocds.Lot(lot.id, both(lot.title), lot_status(lot), value(lot.budget)) for lot in case.lots)
