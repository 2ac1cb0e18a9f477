"""Conditions of preferences: bound by law when they are offered, judged one by one when they are claimed."""

from __future__ import annotations

from collections.abc import Mapping

from daylight.core.acts.common import document_is_sound
from daylight.core.acts.evaluation import JudgePreferences, PreferenceRefused
from daylight.core.acts.evaluation_terms import Policy, Preference
from daylight.core.acts.intent import Intent
from daylight.core.acts.solicitation import IssueSolicitation
from daylight.core.dockets.case.case import Case, Lot
from daylight.core.dockets.case.evaluation import LotBid
from daylight.core.policy.claims import Claimant, counts_as_domestic, why_not_due
from daylight.core.policy.preferences import (
    DOMESTIC_SHARE,
    MIXED_SHARE,
    ROLES,
    bounds_of,
    kind_of,
    may_stack,
    parameter_of,
)
from daylight.core.policy.size import is_larger, size_of
from daylight.core.procedures.matter import Matter, numbered
from daylight.core.rulebook.law import Law
from daylight.core.values.fact import Code, Share, Spelled, this
from daylight.core.values.refusal import Refusal, refuse

FIGURES = "preference.sme_figures"
SIZED = {Policy.SMALL_MICRO, Policy.MIXED}
"""Policies whose claims rest on the size of who makes."""


def facets(intent: Intent) -> dict[str, str]:
    """The bidders behind the bid, as the register has them."""
    return {f"organisation:{id}": id for id in intent.deed_of(JudgePreferences).bidders}


def preferences_serve_a_policy(m: Matter) -> Refusal | None:
    """Where law knows policies, each preference names the one it serves, and none is there twice."""
    if not m.law.cites("preference.policy"):
        return None
    for terms in m.deed(IssueSolicitation).lots:
        named = [one.policy for one in terms.evaluation.preferences]
        if None in named or len(set(named)) < len(named):
            return refuse("solicitation.preference-without-policy", "preference.policy", lot=terms.lot)
    return None


def rates_are_those_of_the_law(m: Matter) -> Refusal | None:
    """Each rate lies where the law of this day puts it, for goods, works or services."""
    for terms in m.deed(IssueSolicitation).lots:
        for one in terms.evaluation.preferences:
            if refused := _rate_refused(m, terms.lot, one):
                return refused
    return None


def every_claim_is_judged_once(m: Matter) -> Refusal | None:
    """What a bidder claims is granted, or refused with a reason; nothing else is."""
    deed, offered = m.deed(JudgePreferences), _offered(m.lot)
    judged = [*deed.granted, *(one.preference for one in deed.refused)]
    reasoned = all(one.reason.zh.strip() and one.reason.en.strip() for one in deed.refused)
    claimed = sorted(set(m.bid.declaration.preferences) & set(offered))
    if sorted(judged) == claimed and reasoned and deed.bidders == m.bid.bidders:
        return None
    return refuse(
        "evaluation.claims-unjudged",
        "preference.policy",
        bid=this(m.bid.bid),
        claimed=tuple(_why(m.lot, one) for one in claimed),
    )


def what_is_granted_is_due(m: Matter) -> Refusal | None:
    """A preference is granted only to whom the declaration and the register give it."""
    deed, offered = m.deed(JudgePreferences), _offered(m.lot)
    who = claimant(m)
    for name in deed.granted:
        policy = offered[name].policy if name in offered else None
        reason = why_not_due(policy, who) if policy else None
        if policy and reason:
            return refuse(
                "evaluation.preference-not-due",
                ROLES[policy],
                preference=_why(m.lot, name),
                zh=reason.zh,
                en=reason.en,
            )
    return None


def what_is_due_is_granted(m: Matter) -> Refusal | None:
    """A claim that is due is refused only where another takes it up, or on evidence for a ground of law."""
    deed, offered, who = m.deed(JudgePreferences), _offered(m.lot), claimant(m)
    kinds = {kind_of(policy) for name in deed.granted if name in offered and (policy := offered[name].policy)}
    for one in deed.refused:
        policy = offered[one.preference].policy if one.preference in offered else None
        if policy is None or why_not_due(policy, who) or _is_taken_up(m, policy, kinds):
            continue
        if not _has_ground(m, policy, one):
            return refuse("evaluation.due-but-refused", ROLES[policy], preference=_why(m.lot, one.preference))
    return None


def _is_taken_up(m: Matter, policy: Policy, kinds: set[str]) -> bool:
    return kind_of(policy) in kinds or (bool(kinds) and not may_stack(_law_of_notice(m)))


def _has_ground(m: Matter, policy: Policy, one: PreferenceRefused) -> bool:
    named = bool(one.ground) and bool(m.law.cites(f"preference.ground.{kind_of(policy)}.{one.ground}"))
    return named and bool(one.evidence) and all(document_is_sound(shown) for shown in one.evidence)


def declared_sizes_follow_from_their_figures(m: Matter) -> Refusal | None:
    """Where the industry is named and figures are declared, the size is no smaller than they say."""
    deed, offered = m.deed(JudgePreferences), _offered(m.lot)
    claimed = {policy for name in deed.granted if name in offered and (policy := offered[name].policy)}
    if not claimed & SIZED or m.law.maybe(FIGURES) is None or not m.law.holds(FIGURES).value:
        return None
    industries = {item.id: m.book.industry_by_id.get(item.industry) for item in m.case.items}
    for line in m.bid.declaration.items:
        industry = industries.get(line.item)
        found = size_of(industry, line) if industry else None
        if found and is_larger(found, line.scale):
            return refuse(
                "evaluation.size-differs", FIGURES, item=m.item_named(line.item),
                said=Code("size", line.scale), found=Code("size", found),
            )  # fmt: skip
    return None


def kinds_do_not_add_up(m: Matter) -> Refusal | None:
    """Nobody gets two preferences of one kind, nor of two kinds where law does not add them."""
    deed, offered = m.deed(JudgePreferences), _offered(m.lot)
    policies = [policy for name in deed.granted if name in offered and (policy := offered[name].policy)]
    kinds = [kind_of(policy) for policy in policies]
    together = len(kinds) < 2 or may_stack(_law_of_notice(m))
    if len(set(kinds)) == len(kinds) and together:
        return None
    return refuse(
        "evaluation.preferences-add-up",
        ROLES[policies[0]],
        bid=this(m.bid.bid),
        granted=tuple(_why(m.lot, one) for one in deed.granted),
    )


def origin_is_found_as_declared(m: Matter) -> Refusal | None:
    """Whether an offer counts as domestic follows from its share of domestic cost, claimed or not."""
    found = counts_as_domestic(claimant(m))
    if m.deed(JudgePreferences).domestic == found:
        return None
    return refuse("evaluation.origin-differs", ROLES[Policy.DOMESTIC], bid=this(m.bid.bid), found=found)


def claims_are_settled(m: Matter) -> Refusal | None:
    """Prices are compared after every claim was judged."""
    if not any(one.policy for one in _offered(m.lot).values()):
        return None
    for bid in m.lot.evaluation.valid_bids:
        if bid.preferences is None:
            return refuse("evaluation.claims-open", "preference.policy", bid=numbered(m.lot, bid.bid))
    return None


def claimant(m: Matter) -> Claimant:
    """The bid at stake, as claims are judged."""
    until = m.case.tendering.deadline or m.at  # who corrects his scale later is the size he bid with
    scales = {id: org.entered(until).scale for id in m.bid.bidders if (org := m.organisation(id))}
    return claimant_of(m.case, m.lot, m.bid, scales=scales, law=_law_of_notice(m))


def claimant_of(case: Case, lot: Lot, bid: LotBid, *, scales: Mapping[str, str], law: Law) -> Claimant:
    """The same for who prepares an act."""
    mixed, domestic = law.maybe(MIXED_SHARE), law.maybe(DOMESTIC_SHARE)
    return Claimant(
        bid.declaration,
        tuple(item.id for item in case.items if item.lot == lot.id),
        {id: scales.get(id, "unknown") for id in bid.bidders},
        lot.terms is not None and lot.terms.consortium_allowed,
        law.ratio(MIXED_SHARE).value if mixed else None,
        law.ratio(DOMESTIC_SHARE).value if domestic else None,
    )


def _law_of_notice(m: Matter) -> Law:
    """Preferences keep the law of the day they were offered."""
    return m.law.on(m.case.tendering.issued_at.day) if m.case.tendering.issued_at else m.law


def _why(lot: Lot, preference: str) -> Spelled:
    offered = _offered(lot).get(preference)
    return Spelled((offered.policy or offered.why) if offered else preference, preference)


def _offered(lot: Lot) -> dict[str, Preference]:
    return {one.id: one for one in lot.terms.evaluation.preferences} if lot.terms else {}


def _rate_refused(m: Matter, lot: str, one: Preference) -> Refusal | None:
    if one.policy is None:
        return None
    object = m.case.requirement.object
    parameter, bounds = parameter_of(one.policy, object), bounds_of(one.policy, object, m.law)
    if parameter and bounds is None:
        return refuse(
            "solicitation.no-such-preference",
            "preference.policy",
            lot=lot,
            preference=Spelled(one.policy or one.why, one.id),
        )
    if bounds and not bounds.least <= one.rate <= bounds.most:
        return refuse(
            "solicitation.preference-rate",
            bounds.parameter,
            lot=lot,
            preference=Spelled(one.policy or one.why, one.id),
            rate=Share(one.rate),
            least=Share(bounds.least),
            most=Share(bounds.most),
        )
    return None
