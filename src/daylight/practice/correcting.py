"""What goes wrong in an evaluation, played: a mark corrected, a member replaced, a committee dissolved."""

from __future__ import annotations

from fractions import Fraction

from daylight.core.acts.evaluation import (
    DissolveCommittee,
    Mark,
    ReopenEvaluation,
    ReplaceMember,
    ReportChangedResult,
    ReviewConformity,
    ScoreBid,
)
from daylight.core.acts.evaluation_terms import CriterionKind
from daylight.core.dockets.case.case import Lot, the_lot
from daylight.core.values.text import Text
from daylight.practice.claiming import MEETS
from daylight.practice.judging import (
    chair_of,
    conclude,
    form_committee,
    mark_and_conclude,
    members,
    settle_low_prices,
)
from daylight.practice.play import Played, document, host
from daylight.practice.stage import Stage
from daylight.practice.town import Town

ABNORMAL = Text("复核发现个别评分畸高", "on review one mark is found abnormally high")
INTERFERED = Text("独立评审受到干预", "the evaluation was interfered with")
NOTHING = Fraction()


def replace_member(stage: Stage, town: Town, played: Played) -> None:
    """The second expert had to step down and did not; the next of the permutation follows."""
    gone = members(stage, town, played)[1].device.person
    shown = (document(stage, "关系证明", f"{gone} 与投标人有利害关系"),)
    reason = Text("与投标人有利害关系", "has an interest in a bidder")
    stage.acts(host(town, played), ReplaceMember(gone, "recusal", reason, shown), played.case)


def correct_so_that_the_first_falls(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """The committee opens its evaluation again, takes all marks from the first bid, and concludes."""
    chair = chair_of(stage, town, played)
    stage.confirms(chair, ReopenEvaluation(lot_id, "abnormal_mark", ABNORMAL), played.case)
    lot = the_lot(stage.case(played.case, town.buyer), lot_id)
    for member in members(stage, town, played):
        deed = ScoreBid(lot_id, lot.evaluation.ranked_before[0], _no_points(lot), ABNORMAL)
        stage.acts(member, deed, played.case)
    conclude(stage, town, played, lot_id, chair)


def report_change(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """The finance department is told that the result changed."""
    report = document(stage, "重新评审报告", f"重新评审报告 {played.case} {lot_id}")
    stage.acts(host(town, played), ReportChangedResult(lot_id, report), played.case)


def dissolve(stage: Stage, town: Town, played: Played) -> None:
    """The committee is dissolved because it was interfered with."""
    evidence = (document(stage, "干预线索", f"干预线索 {played.case}"),)
    report = document(stage, "致财政部门的报告", f"重新组建评标委员会的报告 {played.case}")
    deed = DissolveCommittee("interference", (), INTERFERED, evidence, report)
    stage.confirms(host(town, played), deed, played.case)


def evaluate_anew(stage: Stage, town: Town, played: Played, lot_id: str) -> None:
    """Another committee is drawn and evaluates from the start; what the host found of the bids stands."""
    form_committee(stage, town, played)
    chair = chair_of(stage, town, played)
    for bid in the_lot(stage.case(played.case, town.buyer), lot_id).evaluation.valid_bids:
        stage.acts(chair, ReviewConformity(lot_id, bid.bid, True, MEETS), played.case)
    settle_low_prices(stage, town, played, lot_id)
    mark_and_conclude(stage, town, played, lot_id)


def _no_points(lot: Lot) -> tuple[Mark, ...]:
    assert lot.terms is not None
    marked = (one for one in lot.terms.evaluation.criteria if one.kind is not CriterionKind.PRICE)
    return tuple(Mark(one.id, NOTHING) for one in marked)
