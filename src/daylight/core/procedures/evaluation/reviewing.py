"""Conditions and clocks of evaluation acts."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from daylight.core.acts.act import Clock
from daylight.core.acts.award import AwardLot
from daylight.core.acts.evaluation import (
    AnswerLowPrice,
    AskAboutLowPrice,
    ConcludeEvaluation,
    CorrectArithmetic,
    DeclareRecusal,
    ReviewConformity,
    ReviewQualification,
    ScoreBid,
)
from daylight.core.acts.evaluation_terms import CriterionKind, EvaluationMethod
from daylight.core.acts.framework import ListSuppliers
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.case.case import Case, Lot
from daylight.core.dockets.stage import Stage
from daylight.core.evaluation.evaluate import EvaluationResult, evaluate
from daylight.core.evaluation.inputs import EvaluationInputs, Mark, ValidBid, marked_criteria
from daylight.core.procedures.evaluation.committee import is_prepared, ties_of
from daylight.core.procedures.evaluation.pricing import (
    brand_of,
    competitors,
    correction_of,
    low_price_triggers_of,
    what_counts,
)
from daylight.core.procedures.evaluation.ties import order_of_ties
from daylight.core.procedures.matter import Matter, fixed, law_of_case, numbered, owed
from daylight.core.procedures.planning.choice import lowered
from daylight.core.procedures.solicitation.life_cycle import quantities_of
from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.deadlines import due
from daylight.core.values.because import Because, Derived
from daylight.core.values.fact import Code, Spelled, codes, this
from daylight.core.values.money import Money
from daylight.core.values.plain import digest_of
from daylight.core.values.refusal import Refusal, refuse
from daylight.core.values.text import Text
from daylight.core.values.workdays import DueDay

MINUTE_MS = 60_000


def lot_is_opened(m: Matter) -> Refusal | None:
    """Bids of this lot are open and not yet evaluated."""
    stage = m.lot.stage
    return (
        None if stage is Stage.OPENED else refuse("evaluation.lot-not-opened", "opening.record", stage=stage)
    )


def bid_is_still_in(m: Matter) -> Refusal | None:
    """A bid that is out is not reviewed, asked or marked any more."""
    out = Code("out", m.bid.rejected)
    if not out.code:
        return None
    return refuse("evaluation.bid-is-out", "conformity.by_committee", bid=this(m.bid.bid), why=out)


def actor_is_a_member(m: Matter) -> Refusal | None:
    """Only a member of the committee in office does this."""
    committee = m.case.evaluation.committee
    if committee is None or m.intent.person not in committee.members:
        return refuse("evaluation.not-a-member", "committee.composition", person=m.named(m.intent.person))
    if ties_of(m.case, committee, m.intent.person):
        return refuse("evaluation.tied-to-bidder", "committee.recusal", person=m.named(m.intent.person))
    return None


def actor_is_the_chair(m: Matter) -> Refusal | None:
    """The chair speaks for the committee."""
    committee = m.case.evaluation.committee
    if committee and m.intent.person == committee.chair:
        return None
    return refuse("evaluation.not-the-chair", "committee.composition", person=m.named(m.intent.person))


def member_can_step_down(m: Matter) -> Refusal | None:
    """Who steps down is a member, says so himself, and can be replaced while seats allow."""
    committee, gone = m.case.evaluation.committee, m.deed(DeclareRecusal).member
    if committee is None or gone not in committee.members or m.intent.person != gone:
        return refuse("evaluation.not-a-member", "committee.recusal", person=m.named(gone))
    wanted = m.law.maybe("committee.minimum") or gone in {seat.person for seat in committee.experts}
    if committee.alternates or not (wanted or committee.members == (gone,)):
        return None
    return refuse("evaluation.no-alternate", "committee.recusal", person=m.named(gone))


def qualification_is_still_open(m: Matter) -> Refusal | None:
    """A bidder's qualification is found once."""
    return (
        refuse("evaluation.reviewed-before", "qualification.by_purchaser")
        if m.bid.qualified is not None
        else None
    )


def security_was_given_where_asked(m: Matter) -> Refusal | None:
    """Who gave no security where one is asked does not qualify."""
    asked = m.lot.terms.bid_security if m.lot.terms else None
    file = m.facets.get("file")
    given = isinstance(file, BidFile) and any(one.lot == m.lot.id for one in file.securities)
    if not m.deed(ReviewQualification).passed or asked is None or given:
        return None
    return refuse("evaluation.no-security", "bidding.security", bid=this(m.bid.bid))


def nobody_bids_twice_for_the_lot(m: Matter) -> Refusal | None:
    """An organisation stands behind one bid for a lot, alone or with others."""
    others = {one for bid in m.lot.evaluation.valid_bids if bid.bid != m.bid.bid for one in bid.bidders}
    twice = sorted(others & set(m.bid.bidders))
    if not m.deed(ReviewQualification).passed or not twice:
        return None
    return refuse("evaluation.bids-twice", "bidding.one_bid", organisation=m.known(twice[0]))


def price_is_within_its_bounds(m: Matter) -> Refusal | None:
    """A price is above zero and within the ceiling, and not below a minimum where law knows one.

    As opened and as arithmetic corrects it: a correction cannot carry a price over its bounds.
    """
    terms, price = m.lot.terms, m.bid.price.total
    if terms is None or not m.deed(ReviewConformity).passed:
        return None
    counted = (price, replace(price, amount_minor=correction_of(m.lot, m.bid)))
    if min(counted).amount_minor <= 0:
        return refuse("evaluation.no-price", "bidding.ceiling", bid=this(m.bid.bid))
    if price.currency != terms.ceiling.currency or max(counted) > terms.ceiling:
        return refuse("evaluation.above-ceiling", "bidding.ceiling", bid=this(m.bid.bid))
    if terms.floor and min(counted) < terms.floor:
        return refuse("evaluation.below-floor", "bidding.ceiling", bid=this(m.bid.bid))
    return None


def bidder_is_qualified(m: Matter) -> Refusal | None:
    """The committee looks at bids of qualified bidders only, and once."""
    if m.bid.qualified and m.bid.conforming is None:
        return None
    return refuse("evaluation.not-yet-qualified", "qualification.by_purchaser", bid=this(m.bid.bid))


def bid_conforms(m: Matter) -> Refusal | None:
    """Prices and marks concern bids that met the substantive requirements."""
    if m.bid.conforming:
        return None
    return refuse("evaluation.not-yet-conforming", "conformity.by_committee", bid=this(m.bid.bid))


def correction_follows_the_order_of_law(m: Matter) -> Refusal | None:
    """The corrected price is the one the order of correction gives, and there was something to correct."""
    deed, total = m.deed(CorrectArithmetic), m.bid.price.total
    found = correction_of(m.lot, m.bid)
    if found != total.amount_minor and deed.corrected_minor == found:
        return None
    return refuse(
        "evaluation.wrong-correction",
        "arithmetic.order",
        stated=replace(total, amount_minor=deed.corrected_minor),
        found=replace(total, amount_minor=found),
    )


def arithmetic_is_settled(m: Matter) -> Refusal | None:
    """Prices are compared after arithmetic has been corrected."""
    for bid in m.lot.evaluation.valid_bids:
        if bid.corrected_minor is None and correction_of(m.lot, bid) != bid.price.total.amount_minor:
            return refuse("evaluation.arithmetic-open", "arithmetic.order", bid=numbered(m.lot, bid.bid))
    return None


def every_bid_is_reviewed(m: Matter) -> Refusal | None:
    """Nobody is compared before everybody was looked at."""
    for bid in m.lot.evaluation.valid_bids:
        if not (bid.qualified and bid.conforming):
            return refuse("evaluation.review-open", "conformity.by_committee", bid=numbered(m.lot, bid.bid))
    return None


def question_has_a_ground(m: Matter) -> Refusal | None:
    """A price is questioned for the triggers that are met, or by the committee's judgement in words."""
    deed, met = m.deed(AskAboutLowPrice), low_price_triggers_of(m.lot).get(m.bid.bid, ())
    if deed.triggers == met and (met or deed.judgement.zh.strip()):
        return None
    return refuse("evaluation.no-ground-to-ask", "low_price.explanation", met=codes("low", met))


def price_was_not_asked_about(m: Matter) -> Refusal | None:
    """A bidder explains once."""
    if m.bid.low_price is None:
        return None
    return refuse("evaluation.asked-before", "low_price.explanation", bid=this(m.bid.bid))


def bidder_answers(m: Matter) -> Refusal | None:
    """The bidder who was asked answers, once, and in time."""
    asked = m.bid.low_price
    deed = m.deed(AnswerLowPrice)
    if asked is None or asked.answered_at or m.intent.organisation not in m.bid.bidders:
        return refuse("evaluation.not-asked", "low_price.explanation", bid=this(deed.bid))
    until = _explanation_ends(m)
    if m.at.utc_ms <= until:
        return None
    return refuse("evaluation.explanation-late", "low_price.explanation", bid=this(deed.bid))


def explanation_is_in_or_overdue(m: Matter) -> Refusal | None:
    """A price is judged when the bidder has answered or his time is over."""
    asked = m.bid.low_price
    if asked and asked.accepted is None and (asked.answered_at or m.at.utc_ms > _explanation_ends(m)):
        return None
    return refuse("evaluation.explanation-awaited", "low_price.explanation", bid=this(m.bid.bid))


def method_gives_marks(m: Matter) -> Refusal | None:
    """Only comprehensive scoring marks."""
    terms = m.lot.terms
    if terms and terms.evaluation.method is EvaluationMethod.COMPREHENSIVE_SCORING:
        return None
    return refuse("evaluation.no-marks-here", "scoring.by_document", lot=m.lot.id)


def marks_are_for_the_criteria_of_the_documents(m: Matter) -> Refusal | None:
    """Every criterion that is not computed gets one mark within its range, and nothing else does."""
    terms, marks = m.lot.terms, m.deed(ScoreBid).marks
    most = {c.id: c.points for c in marked_criteria(terms.evaluation)} if terms else {}
    if sorted(mark.criterion for mark in marks) != sorted(most):
        criteria = tuple(_criterion(m.lot, id) for id in sorted(most))
        return refuse("evaluation.criteria-differ", "scoring.by_document", criteria=criteria)
    for mark in marks:
        if not Fraction() <= mark.points <= most[mark.criterion]:
            return refuse(
                "evaluation.mark-out-of-range",
                "scoring.by_document",
                criterion=_criterion(m.lot, mark.criterion),
                most=most[mark.criterion],
            )
    return None


def enough_bids_are_left(m: Matter) -> Refusal | None:
    """With too few bids that meet the requirements the lot fails instead."""
    least, left = minimum_conforming(m), competitors(m.lot)
    if left >= least:
        return None
    return refuse("evaluation.too-few-left", "failure.causes", left=left, least=least)


def low_prices_are_settled(m: Matter) -> Refusal | None:
    """Every price that meets a trigger has been asked about and judged."""
    met = low_price_triggers_of(m.lot)
    for bid in m.lot.evaluation.valid_bids:
        settled = bid.low_price and bid.low_price.accepted is not None
        if (met.get(bid.bid) or bid.low_price) and not settled:
            return refuse("evaluation.low-price-open", "low_price.explanation", bid=numbered(m.lot, bid.bid))
    return None


def objective_marks_are_identical(m: Matter) -> Refusal | None:
    """What has one right mark is marked alike by every member; the committee checks and marks again."""
    terms = m.lot.terms
    objective = {
        c.id for c in (terms.evaluation.criteria if terms else ()) if c.kind is CriterionKind.OBJECTIVE
    }
    for bid in m.lot.evaluation.valid_bids:
        given = {mark for member in bid.marks for mark in member.marks if mark[0] in objective}
        for criterion in sorted(objective):
            if len({points for name, points in given if name == criterion}) > 1:
                return refuse(
                    "evaluation.objective-marks-differ",
                    "scoring.objective_identical",
                    bid=numbered(m.lot, bid.bid),
                    criterion=_criterion(m.lot, criterion),
                )
    return None


def brand_of_the_core_product_is_declared(m: Matter) -> Refusal | None:
    """Where bids of one brand count as one, each says which brand it offers."""
    core = m.lot.terms.core_item if m.lot.terms else ""
    if not core or not m.deed(ReviewConformity).passed or brand_of(m.lot, m.bid):
        return None
    return refuse("evaluation.no-brand", "evaluation.ranking", bid=this(m.bid.bid), item=m.item_named(core))


def result_is_the_one_computed(m: Matter) -> Refusal | None:
    """The committee concludes with exactly what anyone computes from the marks."""
    deed = m.deed(ConcludeEvaluation)
    if m.lot.terms is None:
        return None  # another condition says that nothing was opened
    result = evaluate(evaluation_inputs(m.case, m.lot, deed.tie_draw.order if deed.tie_draw else ()))
    if not isinstance(result, EvaluationResult):
        fault = Code("fault", result[0].code)
        return refuse("evaluation.cannot-be-computed", "scoring.all_members", fault=fault)
    if result.draw_needed:
        return refuse("evaluation.tie-needs-draw", "evaluation.tie", lot=m.lot.id)
    if deed.tie_draw and not is_prepared(m.case, deed.tie_draw.draw):
        prepared = Spelled(Code("draw", "this"), deed.tie_draw.draw.rules.draw_id)
        return refuse("evaluation.draw-not-prepared", "evaluation.tie", draw=prepared)
    if deed.tie_draw and deed.tie_draw.order != order_of_ties(deed.tie_draw.draw, m.lot):
        return refuse("evaluation.draw-differs", "evaluation.tie", fault=Code("draw", "order"))
    if (deed.result_digest, deed.ranking) == (digest_of(result), result.ranking):
        return None
    computed = Spelled(None, digest_of(result))
    return refuse("evaluation.result-differs", "evaluation.ranking", computed=computed)


def minimum_conforming(m: Matter) -> int:
    """How many bids must meet the requirements, by the law of the day of issue."""
    return minimum_conforming_of(m.book, m.case)


def minimum_conforming_of(book: Rulebook, case: Case) -> int:
    """The same for who prepares an act."""
    law = law_of_case(
        book, case, case.tendering.issued_at.day if case.tendering.issued_at else case.opened_on
    )
    return lowered(law, case, law.whole("conformity.minimum").value)


def evaluation_inputs(case: Case, lot: Lot, draw_order: tuple[str, ...] = ()) -> EvaluationInputs:
    """Everything the result of a lot is computed from."""
    if lot.terms is None:
        raise LookupError(f"lot {lot.id!r} has no terms")
    terms, bids = lot.terms.evaluation, lot.evaluation.valid_bids
    scored = terms.method is EvaluationMethod.COMPREHENSIVE_SCORING and case.evaluation.committee is not None
    return EvaluationInputs(
        terms=terms,
        bids=tuple(
            ValidBid(
                bid.bid,
                Money(bid.price_minor, bid.price.total.currency),
                *what_counts(lot, bid),
                brand_of(lot, bid),
                quantities_of(lot, bid),
            )
            for bid in bids
        ),
        members=(lot.evaluation.evaluated_by or case.evaluation.committee.members)
        if scored and case.evaluation.committee
        else (),
        marks=tuple(
            Mark(given.member, bid.bid, criterion, points)
            for bid in bids
            for given in bid.marks
            for criterion, points in given.marks
        ),
        draw_order=draw_order,
    )


def explanation_clock(m: Matter) -> tuple[Clock, ...]:
    """The bidder has the minutes the documents give."""
    minutes = m.case.tendering.solicitation.explanation_minutes if m.case.tendering.solicitation else 0
    until = m.at.later_by(minutes * MINUTE_MS)
    text = Text(
        f"说明时间 {minutes} 分钟，至 {until.iso()}", f"{minutes} minutes to explain, until {until.iso()}"
    )
    because = Because("low_price.explanation", text, m.law.cites("low_price.explanation"))
    return (fixed("low_price.explanation", until, because),)


def award_clock(m: Matter) -> tuple[Clock, ...]:
    """The report is delivered, then the purchaser confirms: two periods, one after the other."""
    if m.law.maybe("award.report") is None:
        return ()
    report = due(m.law, "award.report", m.at.day)
    confirm = due(m.law, "award.confirm", report.value.latest)
    first = due(m.law, "award.confirm", report.value.earliest).value.earliest
    because = Because(
        "award.confirm", confirm.because.text, confirm.because.cites, parts=(report.because, confirm.because)
    )
    until = Derived(DueDay(first, confirm.value.latest), because)
    if m.method is not None and m.method.lists:
        return (owed("award.confirm", "agency", ListSuppliers, until, lot=m.lot.id),)
    return (owed("award.confirm", "purchaser", AwardLot, until, lot=m.lot.id),)


def _explanation_ends(m: Matter) -> int:
    asked, document = m.bid.low_price, m.case.tendering.solicitation
    if asked is None or document is None:
        return 0
    return asked.asked_at.utc_ms + document.explanation_minutes * MINUTE_MS


def _criterion(lot: Lot, id: str) -> Spelled:
    criteria = lot.terms.evaluation.criteria if lot.terms else ()
    return Spelled(next((one.name for one in criteria if one.id == id), id), id)
