"""What each bidder who did not win learns of its own bid: points and rank, where points were given.

Shown by ``tests/scenarios/test_debriefing.py``.
"""

from __future__ import annotations

from fractions import Fraction

from daylight.core.acts.award import LoserNotice, NotifyBidders
from daylight.core.acts.evaluation_terms import EvaluationMethod
from daylight.core.dockets.case.case import Case, Lot
from daylight.core.evaluation.evaluate import EvaluationResult, evaluate
from daylight.core.procedures.evaluation.reviewing import evaluation_inputs
from daylight.core.procedures.matter import Matter, numbered
from daylight.core.values.refusal import Refusal, refuse

Fared = tuple[int, Fraction | None]
NOTHING: Fared = (0, None)


def losers_learn_their_points_and_rank(m: Matter) -> Refusal | None:
    """Where law says so, whose bid was marked learns its own points and rank; nobody is told others."""
    fared, owed = how_they_fared(m.case, m.lot), bool(m.law.cites("award.debrief"))
    for loser in m.deed(NotifyBidders).losers:
        said, (rank, points) = (loser.rank, loser.points), fared.get(loser.bid, NOTHING)
        if said != (rank, points) and (owed or said != NOTHING):
            return refuse(
                "award.not-debriefed",
                "award.notify_losers",
                bid=numbered(m.lot, loser.bid),
                rank=rank or None,
                points=points,
            )
    return None


def how_they_fared(case: Case, lot: Lot) -> dict[str, Fared]:
    """Rank and points of each bid that was marked; who stands behind its brand's best has no rank."""
    terms = lot.terms
    if terms is None or terms.evaluation.method is not EvaluationMethod.COMPREHENSIVE_SCORING:
        return {}
    behind = tuple(bid.bid for bid in lot.evaluation.valid_bids if bid.bid not in lot.evaluation.ranking)
    result = evaluate(evaluation_inputs(case, lot, (*lot.evaluation.ranking, *behind)))
    if not isinstance(result, EvaluationResult):
        return {}
    place = {bid: number for number, bid in enumerate(lot.evaluation.ranking, 1)}
    return {line.bid: (place.get(line.bid, 0), line.figure_rounded) for line in result.bids}


def debriefed(case: Case, lot: Lot, notice: LoserNotice) -> LoserNotice:
    """The notice with what its bidder learns."""
    rank, points = how_they_fared(case, lot).get(notice.bid, NOTHING)
    return LoserNotice(notice.bid, notice.reason, rank, points)
