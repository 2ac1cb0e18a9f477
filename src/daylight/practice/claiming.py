"""How a practice committee judges what bidders declare: who is within a set-aside, what is due."""

from __future__ import annotations

from daylight.core.acts.evaluation import JudgePreferences, PreferenceRefused, ReviewQualification
from daylight.core.acts.evaluation_terms import Policy
from daylight.core.dockets.case.case import Case, Lot
from daylight.core.dockets.case.evaluation import LotBid
from daylight.core.policy.claims import Claimant, counts_as_domestic, why_not_due
from daylight.core.policy.preferences import kind_of, may_stack
from daylight.core.policy.set_aside import why_outside
from daylight.core.procedures.matter import law_of_case
from daylight.core.procedures.policy.preferences import claimant_of
from daylight.core.rulebook.law import Law
from daylight.core.values.text import Text
from daylight.practice.play import Played
from daylight.practice.stage import Stage

MEETS = Text("满足要求", "meets the requirements")
ONE_OF_A_KIND = Text("同类扣除不重复享受", "preferences of one kind do not add up")


def qualification_of(stage: Stage, played: Played, lot: Lot, bid: LotBid) -> ReviewQualification:
    """Qualified, unless the lot is reserved for others; there the bidders are named."""
    reserved = lot.terms.set_aside if lot.terms else None
    if reserved is None:
        return ReviewQualification(lot.id, bid.bid, True, MEETS)
    outside = why_outside(reserved, _claimant(stage, played, lot, bid)[0])
    return ReviewQualification(lot.id, bid.bid, outside is None, outside or MEETS, bid.bidders)


def judged_preferences(stage: Stage, played: Played, lot: Lot, bid: LotBid) -> JudgePreferences:
    """Each claim granted where it is due, else refused with the reason."""
    who, law = _claimant(stage, played, lot, bid)
    granted, refused, kinds = [], [], set[str]()
    for one in lot.terms.evaluation.preferences if lot.terms else ():
        if one.policy is None or one.id not in bid.declaration.preferences:
            continue
        reason = why_not_due(one.policy, who) or _adds_up(one.policy, kinds, law)
        if reason:
            refused.append(PreferenceRefused(one.id, reason))
            continue
        granted.append(one.id)
        kinds.add(kind_of(one.policy))
    return JudgePreferences(
        lot.id, bid.bid, bid.bidders, tuple(granted), tuple(refused), counts_as_domestic(who)
    )


def claims_are_judged(lot: Lot) -> bool:
    """Whether the documents offer a preference that law binds."""
    return lot.terms is not None and any(one.policy for one in lot.terms.evaluation.preferences)


def _adds_up(policy: Policy, kinds: set[str], law: Law) -> Text | None:
    return ONE_OF_A_KIND if kind_of(policy) in kinds or (kinds and not may_stack(law)) else None


def _claimant(stage: Stage, played: Played, lot: Lot, bid: LotBid) -> tuple[Claimant, Law]:
    case: Case = stage.case(played.case, played.bidders[bid.bid][1])
    assert case.tendering.issued_at is not None
    law = law_of_case(stage.book, case, case.tendering.issued_at.day)
    script, party = played.bidders[bid.bid]
    return claimant_of(case, lot, bid, scales={party.organisation: script.scale}, law=law), law
