"""Forming the committee: the draw anyone runs again, the seats it gave, a lawful composition."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from daylight.core.acts.evaluation import ExpertSeat, FormCommittee, PrepareDraw, contribution_bytes
from daylight.core.acts.intent import Intent
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.case.evaluation import Committee
from daylight.core.draw.draw import Drawn, DrawRecord, draw
from daylight.core.draw.pool import person_digest, pool_root
from daylight.core.procedures.matter import Matter
from daylight.core.procedures.planning.choice import GROUPS, OPEN_TENDER
from daylight.core.rulebook.deadlines import not_before
from daylight.core.values.fact import Code, Share, Spelled
from daylight.core.values.refusal import Refusal, refuse

#: The category of a pool whose experts are lawyers.
LEGAL = "legal"


def facets(intent: Intent) -> dict[str, str]:
    """Every member must be registered."""
    return {f"person:{person}": person for person in members_named(intent.deed_of(FormCommittee))}


def members_named(deed: FormCommittee) -> tuple[str, ...]:
    """All persons the deed names, alternates last."""
    seats = (*deed.experts, *deed.alternates)
    experts = len(deed.experts)
    persons = tuple(seat.person for seat in seats)
    return (*persons[:experts], *deed.representatives, *persons[experts:])


def identity_of(seat: ExpertSeat) -> bytes:
    """The identity record behind a handle of the pool."""
    return f"{seat.person}\n{seat.employer}\n".encode()


def draw_facets(intent: Intent) -> dict[str, str]:
    """Every contributor must be registered."""
    return {f"person:{one.person}": one.person for one in intent.deed_of(PrepareDraw).commitments}


def draw_is_not_prepared(m: Matter) -> Refusal | None:
    """A draw is prepared once; there is no second chance."""
    id = m.deed(PrepareDraw).rules.draw_id
    if id.startswith(f"{m.case.id}/") and id not in {one.rules.draw_id for one in m.case.evaluation.prepared}:
        return None
    return refuse("evaluation.draw-prepared", "committee.draw", draw=Spelled(Code("draw", "this"), id))


def holders_contribute_to_the_draw(m: Matter) -> Refusal | None:
    """As many key holders as open bids together have committed, each with his own signature."""
    deed, keys = m.deed(PrepareDraw), m.case.planning.key_set
    holders = {holder.person for holder in keys.holders} if keys else set()
    persons = [one.person for one in deed.commitments]
    distinct = len(set(persons)) == len(persons) and set(persons) <= holders
    if keys is None or not distinct or len(persons) < max(keys.threshold, deed.rules.least_contributors):
        return refuse("evaluation.contributors", "committee.draw", found=len(persons))
    for one in deed.commitments:
        signed = contribution_bytes(deed.rules.draw_id, deed.pool_root, one.commit)
        person = m.person(one.person)
        if person is None or not m.crypto.ed25519_verify(person.public_key, one.signature, signed):
            return refuse("evaluation.contribution-unsigned", "committee.draw", person=m.named(one.person))
    return None


def draw_is_the_one_prepared(m: Matter) -> Refusal | None:
    """Experts are drawn by the rules, pool and commitments that were fixed before chance was known."""
    record = m.deed(FormCommittee).draw
    if record is None or is_prepared(m.case, record):
        return None
    return refuse(
        "evaluation.draw-not-prepared",
        "committee.draw",
        draw=Spelled(Code("draw", "this"), record.rules.draw_id),
    )


def is_prepared(case: Case, record: DrawRecord) -> bool:
    """Whether a record follows from a draw of the case that was prepared, and from nothing chosen since."""
    found = next((one for one in case.evaluation.prepared if one.rules == record.rules), None)
    fixed = found and (found.pool_root, set(found.commitments), found.beacon)
    return fixed == (pool_root(record.pool), set(record.commitments), record.beacon)


def committee_is_not_formed(m: Matter) -> Refusal | None:
    """A committee is formed once; members who step down are replaced by alternates."""
    return (
        refuse("evaluation.committee-formed", "committee.composition")
        if m.case.evaluation.committee
        else None
    )


def draw_can_be_recomputed(m: Matter) -> Refusal | None:
    """The record of the draw is sound, and where law wants experts there is one."""
    deed = m.deed(FormCommittee)
    if deed.draw is None:
        wanted = m.law.maybe("committee.minimum")
        return (
            refuse("evaluation.draw-differs", "committee.draw", fault=Code("draw", "missing"))
            if wanted
            else None
        )
    outcome = draw(deed.draw)
    if isinstance(outcome, Drawn):
        return None
    return refuse("evaluation.draw-differs", "committee.draw", fault=Code("draw", outcome[0].code))


def seats_are_those_drawn(m: Matter) -> Refusal | None:
    """The experts are exactly those chance called, in its order, each opened by his salt."""
    deed = m.deed(FormCommittee)
    if deed.draw is None:
        named = bool(deed.experts or deed.alternates)
        return refuse("evaluation.seats-differ", "committee.draw") if named else None
    outcome = draw(deed.draw)
    if not isinstance(outcome, Drawn):
        return None
    seats = tuple(handle for walk in outcome.walks for handle in walk.seats)
    alternates = tuple(handle for walk in outcome.walks for handle in walk.alternates)
    drawn = (seats, alternates)
    named_seats = (tuple(s.handle for s in deed.experts), tuple(s.handle for s in deed.alternates))
    if drawn == named_seats and all(_opened(deed.draw, s) for s in (*deed.experts, *deed.alternates)):
        return None
    return refuse("evaluation.seats-differ", "committee.draw")


def members_are_registered_and_distinct(m: Matter) -> Refusal | None:
    """Everybody on the committee is somebody, once, and the chair is a member."""
    deed = m.deed(FormCommittee)
    named = members_named(deed)
    for person in named:
        if m.person(person) is None or named.count(person) > 1:
            return refuse("evaluation.members-not-distinct", "committee.composition", person=m.named(person))
    if deed.chair in named[: len(deed.experts) + len(deed.representatives)]:
        return None
    return refuse("evaluation.members-not-distinct", "committee.composition", person=m.named(deed.chair))


def composition_is_lawful(m: Matter) -> Refusal | None:
    """Large enough for the purchase, odd where law says so, with its share of experts."""
    stated = m.law.maybe("committee.odd") is not None
    return _composed(m, odd=stated and m.law.holds("committee.odd").value)


def composition_is_odd_and_lawful(m: Matter) -> Refusal | None:
    """The same, an odd number always."""
    return _composed(m, odd=True)


def _composed(m: Matter, *, odd: bool) -> Refusal | None:
    deed, minimum = m.deed(FormCommittee), m.law.maybe("committee.minimum")
    experts, members = len(deed.experts), len(deed.experts) + len(deed.representatives)
    if minimum is None:
        return None
    large = deed.complex or _is_large(m)
    large = large and m.law.maybe("committee.minimum_large") is not None
    least = m.law.whole("committee.minimum_large" if large else "committee.minimum").value
    share = m.law.ratio("committee.expert_share").value
    fits = members % 2 == 1 or not odd
    if members >= least and fits and Fraction(experts, members) >= share:
        return None
    return refuse(
        "evaluation.composition",
        "committee.composition",
        members=members,
        experts=experts,
        least=least,
        share=Share(share),
    )


def employers_lend_no_more_than_law_lets_them(m: Matter) -> Refusal | None:
    """Where law bounds how many experts one employer has on a committee, no more are seated."""
    ceiling = "committee.same_employer_ceiling"
    if m.law.maybe(ceiling) is None:
        return None
    most = m.law.whole(ceiling).value
    seated = Counter(seat.employer for seat in m.deed(FormCommittee).experts)
    for employer, found in sorted(seated.items()):
        if found > most:
            return refuse(
                "evaluation.same-employer", ceiling, employer=m.known(employer), found=found, most=most
            )
    return None


def law_has_its_experts(m: Matter) -> Refusal | None:
    """A complex matter has experts of law among those drawn, where the law of the method asks for them."""
    deed, asked = m.deed(FormCommittee), "committee.legal_experts"
    if not deed.complex or m.law.maybe(asked) is None:
        return None
    pool = deed.draw.pool.entries if deed.draw else ()
    of_law = {entry.handle for entry in pool if entry.category == LEGAL}
    found, least = sum(seat.handle in of_law for seat in deed.experts), m.law.whole(asked).value
    return None if found >= least else refuse("evaluation.no-legal-expert", asked, found=found, least=least)


def experts_are_not_drawn_too_early(m: Matter) -> Refusal | None:
    """Experts are drawn shortly before the evaluation, which can't begin before the opening."""
    lead, deadline = "committee.draw_lead", m.case.tendering.deadline
    if m.law.maybe(lead) is None or deadline is None or m.deed(FormCommittee).draw is None:
        return None
    first = not_before(m.law, lead, deadline.day).value
    if not first.to_come_on(m.at.day):
        return None
    return refuse("evaluation.drawn-too-early", lead, first=first.earliest)


def _is_large(m: Matter) -> bool:
    """At the budget the law names, or else at the threshold of open tendering."""
    threshold = f"{OPEN_TENDER}.{GROUPS[m.case.requirement.object]}"
    asked = next((id for id in ("committee.large_budget", threshold) if m.law.maybe(id)), "")
    return bool(asked) and m.case.budget.amount_minor >= m.law.amount(asked).value.amount_minor


def nobody_is_tied_to_a_bidder(m: Matter) -> Refusal | None:
    """Nobody evaluates his own employer, nor is an expert where his employer purchases or presides."""
    deed = m.deed(FormCommittee)
    for seat in deed.experts:
        if seat.employer in barred_employers(m.case):
            return refuse("evaluation.tied-to-bidder", "committee.recusal", person=m.named(seat.person))
    return None


def bidders_of(case: Case) -> frozenset[str]:
    """Every organisation behind an opened bid."""
    return frozenset(org for lot in case.lots for bid in lot.evaluation.bids for org in bid.bidders)


def nobody_of_a_dissolved_committee_returns(m: Matter) -> Refusal | None:
    """Who sat on a committee that was dissolved sits on none after it."""
    former = {person for one in m.case.evaluation.dissolved for person in one.members}
    again = [person for person in members_named(m.deed(FormCommittee)) if person in former]
    if not again:
        return None
    return refuse("evaluation.sat-before", "committee.new", person=m.named(again[0]))


def barred_employers(case: Case) -> frozenset[str]:
    """Whose people are no experts in a case: bidders, the purchaser, and who runs the procedure."""
    return bidders_of(case) | {case.purchaser, case.host}


def ties_of(case: Case, committee: Committee, person: str) -> str:
    """The body in this case that employs an expert, empty where there is none."""
    employers = {seat.person: seat.employer for seat in committee.experts}
    employer = employers.get(person, "")
    return employer if employer in barred_employers(case) else ""


def _opened(record: DrawRecord, seat: ExpertSeat) -> bool:
    entry = next((entry for entry in record.pool.entries if entry.handle == seat.handle), None)
    return entry is not None and entry.person == person_digest(seat.salt, identity_of(seat))
