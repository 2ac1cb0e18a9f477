"""Conditions and clocks of solicitation acts."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from daylight.core.acts.act import Clock
from daylight.core.acts.dockets import bid_docket
from daylight.core.acts.edition import reaches
from daylight.core.acts.evaluation_terms import CriterionKind, EvaluationMethod, terms_faults
from daylight.core.acts.opening import OpenBids
from daylight.core.acts.shapes import OfBidders
from daylight.core.acts.solicitation import (
    AnswerEnquiry,
    IssueClarification,
    IssueSolicitation,
    LotTerms,
    ObtainDocuments,
    RaiseEnquiry,
)
from daylight.core.dockets.enquiry import Enquiry
from daylight.core.dockets.stage import OVER
from daylight.core.procedures.common import undocumented
from daylight.core.procedures.matter import Matter, fixed, owed
from daylight.core.rulebook.deadlines import due, latest_start, not_before
from daylight.core.values.because import Because, Derived
from daylight.core.values.fact import Code, Share, Spelled, this
from daylight.core.values.instant import Instant
from daylight.core.values.refusal import Refusal, refuse
from daylight.core.values.text import Text
from daylight.core.values.workdays import DueDay

DEADLINE = "bidding.deadline"
ONE_DAY = timedelta(days=1)


def requirement_is_approved(m: Matter) -> Refusal | None:
    """The requirement has passed its review."""
    if m.case.planning.approved or not m.law.cites("requirement.review"):
        return None
    return refuse("solicitation.not-reviewed", "requirement.review")


def intention_was_published_in_time(m: Matter) -> Refusal | None:
    """The market knew early enough."""
    if m.law.maybe("intention.lead") is None:
        return None
    published = m.case.planning.intention_on
    if published is None:
        return refuse("solicitation.no-intention", "intention.published")
    last = latest_start(m.law, "intention.lead", m.at.day)
    if published <= last.value.latest:
        return None
    return refuse(
        "solicitation.intention-too-late", "intention.lead", published=published, last=last.value.latest
    )


def key_holders_are_appointed(m: Matter) -> Refusal | None:
    """Without keys nothing can be sealed."""
    return None if m.case.planning.key_set else refuse("solicitation.no-key-holders", "keyholders.sealing")


def case_is_not_yet_solicited(m: Matter) -> Refusal | None:
    """A solicitation is issued once; then it is clarified or amended."""
    if m.case.tendering.solicitation is None and m.case.framework.open_call is None:
        return None
    return refuse("solicitation.already-issued", "clarification.scope")


def terms_cover_every_lot_once(m: Matter) -> Refusal | None:
    """Each lot still planned has its terms, and no other: a lot that is over stays over."""
    named = sorted(terms.lot for terms in m.deed(IssueSolicitation).lots)
    planned = sorted(lot.id for lot in m.case.lots if lot.stage not in OVER)
    if planned and named == planned:
        return None
    lots = tuple(planned)
    return refuse("solicitation.lots-differ", "solicitation.documents_complete", lots=lots)


def documents_are_attached(m: Matter) -> tuple[Refusal, ...]:
    """There is something to obtain, each thing by a name of its own, and qualifications are stated."""
    deed, role = m.deed(IssueSolicitation), "solicitation.documents_complete"
    unstated = () if deed.qualification else (refuse("solicitation.no-qualification", role),)
    return (*undocumented(deed.documents, role, deed.contract_terms), *unstated)


def criteria_are_sound(m: Matter) -> Refusal | None:
    """The evaluation terms can be computed as they stand."""
    for terms in m.deed(IssueSolicitation).lots:
        for fault in terms_faults(terms.evaluation):
            return refuse(
                "solicitation.unsound-terms",
                "solicitation.criteria_stated",
                lot=terms.lot,
                fault=Spelled(fault.text, fault.code),
            )
        if terms.candidates < 1:
            return refuse(
                "solicitation.unsound-terms",
                "solicitation.criteria_stated",
                lot=terms.lot,
                fault=Code("terms", "candidates"),
            )
    return None


def ceilings_stay_within_the_budget(m: Matter) -> Refusal | None:
    """Nobody may offer more than there is."""
    for terms in m.deed(IssueSolicitation).lots:
        lot = m.case.lot(terms.lot)
        if terms.ceiling.amount_minor <= 0:
            return refuse("solicitation.no-ceiling", "bidding.ceiling", lot=terms.lot)
        if lot and lot.budget.currency != terms.ceiling.currency:
            return refuse("solicitation.ceiling-currency", "bidding.ceiling", lot=terms.lot)
        if not lot or terms.ceiling > lot.budget:
            return refuse("solicitation.ceiling-above-budget", "bidding.ceiling", lot=terms.lot)
    return None


def no_minimum_price_is_set(m: Matter) -> Refusal | None:
    """A minimum price is lawful only in a market whose law knows one."""
    allowed = m.law.maybe("bidding.floor_price")
    floors = [terms.lot for terms in m.deed(IssueSolicitation).lots if terms.floor]
    if not floors or (allowed and allowed.value):
        return None
    return refuse("solicitation.minimum-price", "solicitation.ceiling_not_floor", lots=tuple(floors))


def price_weighs_enough(m: Matter) -> Refusal | None:
    """Price counts for at least the share the law asks for this kind of object."""
    parameter = f"evaluation.price_weight_floor.{m.case.requirement.object}"
    if m.law.maybe(parameter) is None:
        return None
    least = m.law.whole(parameter).value
    for terms in m.deed(IssueSolicitation).lots:
        scored = terms.evaluation.method is EvaluationMethod.COMPREHENSIVE_SCORING
        points = sum(c.points for c in terms.evaluation.criteria if c.kind is CriterionKind.PRICE)
        if scored and not terms.evaluation.price_fixed and points < least:
            return refuse("solicitation.price-weight", parameter, lot=terms.lot, points=points, least=least)
    return None


def standard_objects_are_bought_by_price(m: Matter) -> Refusal | None:
    """What is uniform in specification is compared by price alone."""
    if not m.case.requirement.standard or not m.law.cites("solicitation.price_only_standard_goods"):
        return None
    for terms in m.deed(IssueSolicitation).lots:
        if terms.evaluation.method is not EvaluationMethod.LOWEST_EVALUATED_PRICE:
            return refuse(
                "solicitation.standard-needs-lowest-price",
                "solicitation.price_only_standard_goods",
                lot=terms.lot,
            )
    return None


def low_price_rule_is_lawful(m: Matter) -> Refusal | None:
    """The shares of the low-price rule are those of the law, or raised within its ceiling."""
    if m.law.maybe("low_price.mean_rate") is None:
        return None
    for terms in m.deed(IssueSolicitation).lots:
        most = m.law.ratio("low_price.rate_ceiling").value
        if not all(stated and low <= stated <= most for stated, low in _low_price_rates(m, terms)):
            return refuse(
                "solicitation.low-price-rates", "low_price.rate_ceiling", lot=terms.lot, most=Share(most)
            )
    return None


def raised_rates_are_announced(m: Matter) -> Refusal | None:
    """The documents say that shares are raised above those of the law where they are, and only there."""
    if m.law.maybe("low_price.mean_rate") is None:
        return None
    deed = m.deed(IssueSolicitation)
    rates = [pair for terms in deed.lots for pair in _low_price_rates(m, terms)]
    if deed.abnormal_rates_raised == any(stated and stated > low for stated, low in rates):
        return None
    return refuse("solicitation.raised-unannounced", "low_price.rate_ceiling")


def _low_price_rates(m: Matter, terms: LotTerms) -> list[tuple[Fraction | None, Fraction]]:
    """Each share the documents state, and the one the law gives."""
    rule = terms.evaluation.low_price
    stated = (rule.mean_rate, rule.second_rate, rule.ceiling_rate) if rule else (None, None, None)
    least = (m.law.ratio(f"low_price.{name}_rate").value for name in ("mean", "second", "ceiling"))
    return list(zip(stated, least, strict=True))


def explanation_time_is_enough(m: Matter) -> Refusal | None:
    """Who is asked about a low price gets the time the law asks."""
    if m.law.maybe("low_price.explanation_minutes") is None:
        return None
    least = m.law.whole("low_price.explanation_minutes").value
    given = m.deed(IssueSolicitation).explanation_minutes
    if given >= least:
        return None
    return refuse(
        "solicitation.explanation-too-short", "low_price.explanation_minutes", given=given, least=least
    )


def securities_stay_below_the_ceiling(m: Matter) -> Refusal | None:
    """A bid security is at most a share of the budget."""
    if m.law.maybe("bidding.security_ceiling") is None:
        return None
    share = m.law.ratio("bidding.security_ceiling").value
    for terms in m.deed(IssueSolicitation).lots:
        lot = m.case.lot(terms.lot)
        asked = terms.bid_security
        if lot and asked and asked.currency == lot.budget.currency and asked > lot.budget.at_most(share):
            most = lot.budget.at_most(share)
            return refuse(
                "solicitation.security-too-high",
                "bidding.security_ceiling",
                lot=terms.lot,
                most=most,
            )
    return None


def bidders_get_the_time_the_law_gives(m: Matter) -> Refusal | None:
    """From issue to deadline at least the minimum period passes."""
    deadline = m.deed(IssueSolicitation).bid_deadline
    first = _first_deadline(m)
    if deadline.utc_ms > m.at.utc_ms and (first is None or _day(m, deadline) >= first.value.earliest):
        return None
    earliest = first.value.earliest if first else m.at.day
    return refuse(
        "solicitation.period-too-short", "bidding.period", asked=_day(m, deadline), earliest=earliest
    )


def documents_are_offered_long_enough(m: Matter) -> Refusal | None:
    """Documents can be had for at least the minimum period."""
    deed = m.deed(IssueSolicitation)
    if m.law.maybe("solicitation.documents_supply") is None:
        return None
    first = not_before(m.law, "solicitation.documents_supply", m.at.day)
    if deed.documents_until >= first.value.earliest:
        return None
    return refuse(
        "solicitation.supply-too-short",
        "solicitation.documents_supply",
        asked=deed.documents_until,
        earliest=first.value.earliest,
    )


def case_is_solicited(m: Matter) -> Refusal | None:
    """There is a solicitation to speak of."""
    return None if m.case.tendering.solicitation else refuse("solicitation.not-issued", "documents.obtain")


def deadline_has_not_passed(m: Matter) -> Refusal | None:
    """Documents, questions, clarifications and bids come before the deadline."""
    deadline = m.case.tendering.deadline
    if deadline is None or m.at.utc_ms < deadline.utc_ms:
        return None
    return refuse("bidding.after-deadline", "bidding.deadline", deadline=deadline, received=m.at)


def documents_are_still_offered(m: Matter) -> Refusal | None:
    """Documents are obtained while they are offered."""
    until = m.case.tendering.solicitation.documents_until if m.case.tendering.solicitation else None
    if until is None or m.at.day <= until:
        return None
    return refuse("solicitation.supply-over", "documents.obtain", until=until)


def bidders_are_suppliers_with_their_own_docket(m: Matter) -> tuple[Refusal, ...]:
    """A bidder is a set of registered suppliers, the one who acts among them, with one docket a case."""
    deed, role = m.deed(OfBidders), "bidding.eligible"
    bidders, here = deed.bidders, m.intent.organisation
    strange = [id for id in bidders if not ((org := m.organisation(id)) and "supplier" in org.roles)]
    found = (
        strange and refuse("bidding.not-suppliers", role, bidders=tuple(map(m.known, strange))),
        list(bidders) != sorted(set(bidders)) and refuse("bidding.out-of-order", role),
        here not in bidders and refuse("bidding.not-among-them", role, organisation=m.known(here)),
    )
    if wrong := tuple(one for one in found if one):
        return wrong
    secret = m.secret if reaches(m.edition, "2026.12.4") else b""
    if secret is None:
        return ()  # the opening discloses it, and the names are computed again then
    right = bid_docket(deed.case, bidders, secret)
    if m.intent.docket == right:
        return ()
    return (refuse("bidding.wrong-docket", "bidding.one_bid", docket=this(m.intent.docket)),)


def bidders_do_not_run_the_case(m: Matter) -> Refusal | None:
    """Who purchases, or runs the procedure, does not bid in it."""
    for id in sorted({m.case.purchaser, m.case.host} & set(m.deed(OfBidders).bidders)):
        if (org := m.organisation(id)) and "supplier" in org.roles:
            return refuse("bidding.runs-the-case", "bidding.eligible", organisation=m.named(id))
    return None


def consortium_is_admitted(m: Matter) -> Refusal | None:
    """Several organisations bid together only where the documents let them."""
    bidders = m.deed(ObtainDocuments).bidders
    if len(bidders) == 1 or any(lot.terms and lot.terms.consortium_allowed for lot in m.case.lots):
        return None
    return refuse("bidding.no-consortium", "bidding.consortium", bidders=tuple(map(m.known, bidders)))


def question_is_asked(m: Matter) -> Refusal | None:
    """A question has words."""
    if m.deed(RaiseEnquiry).question.strip():
        return None
    return refuse("solicitation.empty-question", "enquiry.ask")


def enquiry_belongs_here_and_is_open(m: Matter) -> tuple[Refusal, ...]:
    """The question was asked in this case, in these words, and not yet answered."""
    deed, enquiry, role = m.deed(AnswerEnquiry), m.facets.get("enquiry"), "enquiry.answer"
    if not isinstance(enquiry, Enquiry) or enquiry.case != m.case.id:
        return (refuse("solicitation.no-such-enquiry", role, enquiry=this(deed.enquiry)),)
    answered = deed.enquiry in m.case.tendering.answered
    found = (
        answered and refuse("solicitation.answered-before", role, enquiry=this(deed.enquiry)),
        enquiry.question != deed.question and refuse("solicitation.other-question", role),
        not deed.answer.strip() and refuse("solicitation.empty-answer", role),
    )
    return tuple(one for one in found if one)


def deadline_only_moves_later(m: Matter) -> Refusal | None:
    """A deadline never comes closer."""
    asked, standing = m.deed(IssueClarification).new_deadline, m.case.tendering.deadline
    if asked is None or standing is None or asked.utc_ms > standing.utc_ms:
        return None
    return refuse("solicitation.deadline-earlier", "clarification.scope", standing=standing)


def issuing_clocks(m: Matter) -> tuple[Clock, ...]:
    """The deadline with its reason, the opening, and the periods that have to pass."""
    deadline = m.deed(IssueSolicitation).bid_deadline
    first = _first_deadline(m)
    because = first.because if first else _chosen(deadline)
    clocks = [fixed(DEADLINE, deadline, because), _opening(m, deadline)]
    for id in ("solicitation.documents_supply", "solicitation.notice_period"):
        if m.law.maybe(id):
            until = not_before(m.law, id, m.at.day)
            clocks.append(Clock(id, "", "", "", until.value.earliest, until.value.latest, until.because))
    return tuple(clocks)


def clarifying_clocks(m: Matter) -> tuple[Clock, ...]:
    """The deadline after the clarification: as asked, or the first lawful one where time is short."""
    deed, standing = m.deed(IssueClarification), m.case.tendering.deadline
    if standing is None:
        return ()
    wanted = deed.new_deadline or standing
    if not deed.may_affect_preparation or m.law.maybe("solicitation.clarification_lead") is None:
        return (fixed(DEADLINE, wanted, _chosen(wanted)), _opening(m, wanted)) if deed.new_deadline else ()
    moved = wanted
    while (
        last := latest_start(m.law, "solicitation.clarification_lead", _day(m, moved))
    ).value.latest < m.at.day:
        moved = moved.on_day(moved.day + ONE_DAY)
    if moved.utc_ms == standing.utc_ms:
        return ()
    return (fixed(DEADLINE, moved, last.because), _opening(m, moved))


def answering_clock(m: Matter) -> tuple[Clock, ...]:
    """A question is answered within the days the law gives."""
    if m.law.maybe("enquiry.answer") is None:
        return ()
    return (owed("enquiry.answer", "purchaser", AnswerEnquiry, due(m.law, "enquiry.answer", m.at.day)),)


def _first_deadline(m: Matter) -> Derived[DueDay] | None:
    if m.law.maybe("bidding.period") is None:
        return None
    return not_before(m.law, "bidding.period", m.at.day)


def _opening(m: Matter, deadline: Instant) -> Clock:
    day = _day(m, deadline)
    cites = m.law.cites("opening.at_deadline")
    text = Text(
        f"开标应在投标截止时间 {deadline.iso()} 进行", f"bids are opened at the deadline, {deadline.iso()}"
    )
    because = Because("opening.at_deadline", text, cites)
    return owed("opening.at_deadline", "agency", OpenBids, Derived(DueDay(day, day), because))


def _chosen(deadline: Instant) -> Because:
    text = Text(f"采购文件规定 {deadline.iso()}", f"the documents say {deadline.iso()}")
    return Because("bidding.deadline.stated", text)


def _day(m: Matter, instant: Instant) -> date:
    return Instant(instant.utc_ms, m.offset_minutes).day
