"""Notices of the planning phase. Before the intention is published nothing of a case is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from daylight.core.acts.planning import (
    AnswerObjection,
    AppointKeyHolders,
    ApproveImports,
    EntrustAgency,
    ExpertOpinion,
    FilePlan,
    PublishIntention,
    PublishSoleSource,
)
from daylight.core.disclosure import ocds, ours
from daylight.core.disclosure.notices.known import CaseKnown, Named
from daylight.core.disclosure.notices.notice import OWN, Fact, Line, Notice, Says
from daylight.core.disclosure.occasion import NOBODY, Occasion, public_id
from daylight.core.disclosure.parts import both, lot_of, method_words, tender_of, value
from daylight.core.rulebook.parameter import value_words
from daylight.core.values.instant import start_of
from daylight.core.values.text import Text

PUBLICITY = "single_source.publicity"
ADMITTED = {
    True: Text("同意采购进口产品", "imported goods are admitted"),
    False: Text("不同意", "not admitted"),
}
FOUND = {True: Text("异议成立", "well founded"), False: Text("异议不成立", "not well founded")}


@dataclass(frozen=True)
class Intention(Notice):
    """The plan as it stands: the need, the budget, the month, and who runs the procedure."""

    case: Annotated[CaseKnown, Says("预算", "Budget", of="budget")]
    month: Annotated[str, Says("预计采购时间", "Expected")]
    summary: Annotated[Text, Says("采购需求概况", "What is needed")]
    reserved_for_smes: bool
    keys: ours.KeyHolders | None

    shows_lots = True

    def release(self) -> ocds.Release:
        plan = ocds.Planning(ocds.Budget(value(self.case.budget)), self.summary.zh, self.summary.en)
        month = start_of(date.fromisoformat(f"{self.month}-01"), self.act.at.offset_minutes)
        tender = replace(
            tender_of(self.case),
            procurement_method="",
            procurement_method_details="",
            description=self.summary.zh,
            description_en=self.summary.en,
            communication=ocds.Communication(month),
            lots=tuple(lot_of(lot) for lot in self.case.lots),
            other_requirements=ocds.OtherRequirements(("sme",)) if self.reserved_for_smes else None,
        )
        return replace(self.released("planning", self.keys), planning=plan, tender=tender)


@dataclass(frozen=True)
class Opinion(Line):
    """What a professional says."""

    by: ExpertOpinion

    def fact(self) -> Fact:
        one = self.by
        who = Text(f"{one.name}（{one.body}，{one.title}）", f"{one.name} ({one.body}, {one.title})")
        return Fact(who, one.opinion)


@dataclass(frozen=True)
class SoleSource(Notice):
    """The only supplier, why there is no other, and what professionals say of it."""

    supplier: Annotated[Text, Says("拟定供应商", "The only supplier")]
    case: Annotated[CaseKnown, Says("预算", "Budget", of="budget")]
    reason: Annotated[Text, Says("理由", "Why")]
    until: Annotated[date | None, Says("公示期至", "Objections until")]
    opinions: Annotated[tuple[Opinion, ...], OWN]

    def release(self) -> ocds.Release:
        case = self.case
        tender = ocds.Tender(
            case.ocid,
            status=case.status,
            value=value(case.budget),
            procuring_entity=case.host,
            procurement_method=case.method_code,
            procurement_method_details=method_words(case),
            procurement_method_rationale=both(self.reason),
        )
        return replace(self.released("planningUpdate"), tender=tender)


@dataclass(frozen=True)
class ObjectionAnswered(Notice):
    """Whether an objection was well founded, and the argument; who objected stays unnamed."""

    found: Annotated[Text, Says("论证结论", "Finding")]
    argument: Annotated[Text, Says("论证意见", "Argument")]

    def release(self) -> ocds.Release:
        return replace(self.released("planningUpdate"), tender=ocds.Tender(self.case.ocid))


@dataclass(frozen=True)
class PlanFiled(Notice):
    """The number of the plan and the day it was filed."""

    case: Annotated[CaseKnown, Says("预算", "Budget", of="budget")]
    number: Annotated[str, Says("实施计划编号", "Number of the plan")]
    filed_on: Annotated[date, Says("备案日期", "Filed on")]
    budget_items: Annotated[str, Says("预算项目", "Budget items")]
    reserved_share: Annotated[Text, Says("面向中小企业预留份额", "Reserved for small and medium enterprises")]

    def release(self) -> ocds.Release:
        plan = ocds.Planning(ocds.Budget(value(self.case.budget), self.budget_items, self.number))
        return replace(self.released("planningUpdate"), planning=plan, tender=ocds.Tender(self.case.ocid))


@dataclass(frozen=True)
class ImportsDecided(Notice):
    """For which items imported goods are admitted, by which number, and what professionals say."""

    decided: Annotated[Text, Says("核准结果", "Decision")]
    number: Annotated[str, Says("核准文号", "Number")]
    items: Annotated[str, Says("品目", "Items")]
    reason: Annotated[Text, Says("理由", "Why")]
    opinions: Annotated[tuple[Opinion, ...], OWN]

    def release(self) -> ocds.Release:
        return replace(self.released("planningUpdate"), tender=ocds.Tender(self.case.ocid))


@dataclass(frozen=True)
class AgencyEntrusted(Notice):
    """Who runs the procedure."""

    agency: Annotated[Named, Says("代理机构", "Agency", of="name")]

    def release(self) -> ocds.Release:
        tender = ocds.Tender(self.case.ocid, procuring_entity=self.agency.reference)
        return replace(self.released("planningUpdate"), tender=tender)


KeysShown = Annotated[
    ours.KeyHolders | None,
    Says("解密所需人数", "Keys needed to open", of="needed"),
    Says("解密钥持有单位", "Key holders", of="names"),
]


@dataclass(frozen=True)
class KeyHoldersAppointed(Notice):
    """Who holds the keys."""

    keys: KeysShown

    def release(self) -> ocds.Release:
        return self.released("planningUpdate", self.keys)


def intention_published(occasion: Occasion[PublishIntention]) -> Intention:
    """The plan is published."""
    deed = occasion.deed
    keys = key_holders(occasion)
    return Intention(*occasion.about, deed.expected_month, deed.summary, deed.reserved_for_smes, keys)


def sole_source_published(occasion: Occasion[PublishSoleSource]) -> SoleSource:
    """The choice of the only supplier is published."""
    case, deed = occasion.after, occasion.deed
    supplier = (
        occasion.named((case.planning.choice.deed.supplier,))[0].name if case.planning.choice else NOBODY
    )
    until = next((clock.latest for clock in case.clocks if clock.id == PUBLICITY), None)
    return SoleSource(*occasion.about, supplier, deed.reason, until, tuple(map(Opinion, deed.opinions)))


def objection_answered(occasion: Occasion[AnswerObjection]) -> ObjectionAnswered:
    """An objection is argued."""
    return ObjectionAnswered(*occasion.about, FOUND[occasion.deed.founded], occasion.deed.argument)


def plan_filed(occasion: Occasion[FilePlan]) -> PlanFiled:
    """The plan is filed."""
    deed = occasion.deed
    items = ", ".join(sorted({line.budget_item for line in deed.lines}))
    share = value_words("ratio", deed.reserved_share)
    return PlanFiled(*occasion.about, deed.number, deed.filed_on, items, share)


def imports_decided(occasion: Occasion[ApproveImports]) -> ImportsDecided:
    """Imported goods are admitted or not."""
    deed = occasion.deed
    decided, items = ADMITTED[deed.approved], ", ".join(deed.items)
    opinions = tuple(map(Opinion, deed.opinions))
    return ImportsDecided(*occasion.about, decided, deed.number, items, deed.reason, opinions)


def agency_entrusted(occasion: Occasion[EntrustAgency]) -> AgencyEntrusted | None:
    """An agency is entrusted; told once the plan is public."""
    if occasion.after.planning.intention is None:
        return None
    return AgencyEntrusted(*occasion.about, *occasion.named((occasion.deed.agency,)))


def key_holders_appointed(occasion: Occasion[AppointKeyHolders]) -> KeyHoldersAppointed | None:
    """Key holders are appointed; told once the plan is public."""
    if occasion.after.planning.intention is None:
        return None
    return KeyHoldersAppointed(*occasion.about, key_holders(occasion))


def key_holders(occasion: Occasion[object]) -> ours.KeyHolders | None:
    """The bodies that hold the keys, and to what bids are sealed."""
    keys = occasion.after.planning.key_set
    if keys is None:
        return None
    named = occasion.named(holder.organisation for holder in keys.holders)
    holders = (
        ours.Holder(one.id, one.name.zh, one.name.en, holder.recipient)
        for one, holder in zip(named, keys.holders, strict=True)
    )
    return ours.KeyHolders(public_id("keys", keys.id), keys.threshold, tuple(holders))
