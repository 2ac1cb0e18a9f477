"""The course of a method: its stages, and which kinds of act lead from one to the next.

Read off what the method is, so a diagram and a test can hold it against what purchases really do.
Shown by ``tests/scenarios/test_matrix.py``; drawn in ``docs/methods.md``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daylight.core.case.state import Case, Lot
from daylight.core.rulebook.method import Method
from daylight.core.values.text import Text

STAGES: dict[str, Text] = {
    "none": Text("尚无项目", "no case yet"),
    "planned": Text("已定需求", "the need is defined"),
    "chosen": Text("已选方式", "the method is chosen"),
    "public": Text("单一来源公示", "the only supplier is public"),
    "approved": Text("已批准", "the choice is approved"),
    "qualifying": Text("资格预审中", "suppliers are prequalified"),
    "invited": Text("已邀请", "suppliers are invited"),
    "solicited": Text("已发采购文件", "solicited"),
    "opened": Text("已开启", "opened"),
    "called": Text("待最后报价", "final offers are called for"),
    "final": Text("最后报价已开启", "final offers are open"),
    "evaluated": Text("已评审", "evaluated"),
    "awarded": Text("已定标", "awarded"),
    "notified": Text("已通知", "notified"),
    "published": Text("已公告结果", "the award is public"),
    "listed": Text("已公告入围", "suppliers are listed"),
    "agreed": Text("已签框架协议", "all agreements stand"),
    "admitting": Text("随时接受申请", "applications are invited"),
    "admitted": Text("已有入围供应商", "suppliers are listed, and more may apply"),
    "summed": Text("已公告成交汇总", "what was bought is summed up"),
    "contracted": Text("已签合同", "contracted"),
    "failed": Text("废标", "failed"),
    "cancelled": Text("终止", "cancelled"),
}
UNDECIDED = ("qualifying", "solicited", "opened", "called", "final", "evaluated")


@dataclass(frozen=True)
class Step:
    """An act of this kind leads from one stage to another."""

    before: str
    kind: str
    after: str


def stage_of(case: Case | None) -> str:
    """The stage of a case of one lot; of several, that of the first that is not over."""
    if case is None:
        return "none"
    lot = next((lot for lot in case.lots if lot.stage not in ("failed", "cancelled")), case.lots[0])
    if lot.stage == "planned":
        return _before_the_solicitation(case)
    if lot.stage in ("tendered", "opened"):
        first = {"tendered": "solicited", "opened": "opened"}
        return {"tendered": "called", "opened": "final"}[lot.stage] if case.round > 1 else first[lot.stage]
    return _of_a_list(lot) if lot.stage in ("listed", "admitting") else lot.stage


def course_of(method: Method) -> tuple[Step, ...]:
    """Every step a purchase by this method may take from stage to stage."""
    if method.rolling:
        return (
            Step("none", "DefineRequirement", "planned"),
            *_to_the_solicitation(method),
            Step("admitting", "PublishListing", "admitted"),
            Step("admitted", "PublishCallOffSummary", "summed"),
        )
    return (
        Step("none", "OpenCompetition" if method.follows else "DefineRequirement", "planned"),
        *_to_the_solicitation(method),
        *_to_the_result(method),
        *_to_the_contract(method),
        *_back_to_the_evaluation(method),
        *(Step(stage, "FailLot", "failed") for stage in _stages(method) if stage in UNDECIDED),
        *(Step(stage, "CancelLot", "cancelled") for stage in _stages(method) if stage in UNDECIDED),
    )


def _of_a_list(lot: Lot) -> str:
    if lot.summary_at:
        return "summed"
    if lot.stage == "admitting":
        return "admitted" if lot.listed else "admitting"
    return "agreed" if {one.bid for one in lot.agreements if one.stands} == set(lot.listed) else "listed"


def _before_the_solicitation(case: Case) -> str:
    if case.invitation:
        return "invited"
    if case.prequalification:
        return "qualifying"
    if case.choice is None:
        return "planned"
    if case.choice.approved:
        return "approved"
    return "public" if case.choice.published_at else "chosen"


def _stages(method: Method) -> tuple[str, ...]:
    last = ("called", "final") if method.negotiated else ()
    first = ("qualifying",) if method.prequalifies else ()
    return (*first, "solicited", "opened", *last, "evaluated")


def _to_the_solicitation(method: Method) -> Iterator[Step]:
    if method.usual or method.follows:
        yield Step("planned", "IssueSolicitation", "solicited")
        yield from _by_prequalification(method, ["planned"])
        return
    yield Step("planned", "ChooseMethod", "chosen")
    ready = ["chosen"]
    if any(ground.publicity for ground in method.grounds):
        yield Step("chosen", "PublishSoleSource", "public")
        yield Step("public", "ApproveMethod", "approved")
        ready.append("public")
    yield Step("chosen", "ApproveMethod", "approved")
    ready.append("approved")
    yield from _by_prequalification(method, ready)
    if method.responders in ("invited", "either"):
        yield from (Step(stage, "InviteSuppliers", "invited") for stage in ready)
        ready = ["invited"] if method.responders == "invited" else [*ready, "invited"]
    rolling = ("InviteApplications", "admitting")
    yield from (
        Step(stage, *(rolling if method.rolling else ("IssueSolicitation", "solicited"))) for stage in ready
    )


def _by_prequalification(method: Method, ready: list[str]) -> Iterator[Step]:
    if method.prequalifies:
        yield from (Step(stage, "IssuePrequalification", "qualifying") for stage in ready)
        yield Step("qualifying", "IssueSolicitation", "solicited")


def _to_the_result(method: Method) -> Iterator[Step]:
    yield Step("solicited", "OpenBids", "opened")
    if method.negotiated:
        yield Step("opened", "CallForFinalOffers", "called")
        yield Step("called", "OpenBids", "final")
    yield Step("final" if method.negotiated else "opened", "ConcludeEvaluation", "evaluated")


def _back_to_the_evaluation(method: Method) -> Iterator[Step]:
    """A result is corrected by who found it; where the host qualifies, another committee may be drawn."""
    again = "final" if method.negotiated else "opened"
    told = () if method.lists else ("awarded", "notified", "published")
    for stage in ("evaluated", *told):
        yield Step(stage, "ReopenEvaluation", again)
        if method.reviewer == "host":
            yield Step(stage, "DissolveCommittee", again)


def _to_the_contract(method: Method) -> Iterator[Step]:
    if method.lists:
        yield Step("evaluated", "ListSuppliers", "listed")
        yield Step("listed", "SignFramework", "agreed")
        yield Step("agreed", "TakeUpSuppliers", "listed")
        yield Step("agreed", "PublishCallOffSummary", "summed")
        return
    yield Step("evaluated", "AwardLot", "awarded")
    yield Step("evaluated", "DeemFirstAwarded", "awarded")
    yield Step("awarded", "NotifyBidders", "notified")
    yield Step("notified", "PublishAward", "published")
    yield Step("notified", "PassOverWinner", "evaluated")
    yield Step("published", "PassOverWinner", "evaluated")
    yield Step("notified", "SignContract", "contracted")
    yield Step("published", "SignContract", "contracted")
