"""Conditions of replacing a member, and of dissolving the committee: only for causes of law, on evidence.

Where replacing those at fault suffices, nothing is dissolved.
Shown by ``tests/scenarios/test_dissolving.py``.
"""

from __future__ import annotations

from daylight.core.acts.evaluation import DissolveCommittee, ReplaceMember
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.case.evaluation import Committee
from daylight.core.dockets.stage import UNSIGNED
from daylight.core.procedures.common import unproven, unsaid
from daylight.core.procedures.matter import Matter
from daylight.core.values.refusal import Refusal, refuse

OF_PERSONS = ("recusal", "misconduct")


def committee_is_in_office(m: Matter) -> Refusal | None:
    """There is a committee to change."""
    return None if m.case.evaluation.committee else refuse("evaluation.no-committee", "committee.composition")


def only_members_are_named(m: Matter) -> Refusal | None:
    """Those at fault sit on the committee, each named once; what only a person can do names one."""
    deed, sitting = m.deed(DissolveCommittee), _members(m.case.evaluation.committee)
    named = set(deed.members) <= sitting and len(set(deed.members)) == len(deed.members)
    if named and (deed.members or deed.cause not in OF_PERSONS):
        return None
    outsider = next((one for one in deed.members if one not in sitting), "")
    return refuse(
        "evaluation.members-misnamed", "committee.new", person=m.named(outsider) if outsider else None
    )


def dissolving_is_proven(m: Matter) -> tuple[Refusal, ...]:
    """A reason in both languages, evidence, and the report to the finance department."""
    deed, role = m.deed(DissolveCommittee), "committee.new"
    shown = unproven(deed.evidence, role, deed.report)
    return (*unsaid("reason", deed.reason, role), *shown)


def method_knows_a_new_committee(m: Matter) -> Refusal | None:
    """Another committee evaluates only where the law of the method provides for it."""
    if m.law.cites("committee.new"):
        return None
    return refuse("evaluation.no-new-committee", "committee.new")


def something_is_left_to_evaluate(m: Matter) -> Refusal | None:
    """Where a contract stands for every lot, or nothing is open, there is no evaluation to begin again."""
    if any(lot.stage in UNSIGNED for lot in m.case.lots):
        return None
    return refuse("evaluation.contract-stands", "committee.new")


def replacing_does_not_suffice(m: Matter) -> Refusal | None:
    """While nothing is concluded, members at fault are replaced as long as alternates are left."""
    deed, committee = m.deed(DissolveCommittee), m.case.evaluation.committee
    left = len(committee.alternates) if committee else 0
    if deed.cause == "interference" or not 0 < len(deed.members) <= left or _has_concluded(m.case):
        return None
    return refuse("evaluation.replacing-suffices", "committee.new", members=len(deed.members), left=left)


def member_can_be_replaced(m: Matter) -> Refusal | None:
    """Who is replaced sits on the committee, and an alternate is left."""
    committee, gone = m.case.evaluation.committee, m.deed(ReplaceMember).member
    if committee is None or gone not in committee.members:
        return refuse("evaluation.not-a-member", "committee.recusal", person=m.named(gone))
    if committee.alternates:
        return None
    return refuse("evaluation.no-alternate", "committee.recusal", person=m.named(gone))


def nothing_is_concluded(m: Matter) -> Refusal | None:
    """What a member who may not sit has helped to conclude is not corrected by replacing the member."""
    gone = m.deed(ReplaceMember).member
    if not _has_concluded(m.case):
        return None
    return refuse("evaluation.concluded-with-member", "committee.new", person=m.named(gone))


def replacing_is_proven(m: Matter) -> tuple[Refusal, ...]:
    """Nobody loses a seat that chance gave without a reason in both languages, on evidence."""
    deed, role = m.deed(ReplaceMember), "committee.recusal"
    return (*unsaid("reason", deed.reason, role), *unproven(deed.evidence, role))


def _members(committee: Committee | None) -> set[str]:
    return set(committee.members) if committee else set()


def _has_concluded(case: Case) -> bool:
    """Whether the committee in office has concluded a lot that is still without a contract."""
    sitting = _members(case.evaluation.committee)
    return any(lot.stage in UNSIGNED and sitting & set(lot.evaluation.evaluated_by) for lot in case.lots)
