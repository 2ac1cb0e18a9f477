"""Parts that several releases share, each made of a typed value: amounts, lots, items, documents, terms."""

from __future__ import annotations

from collections.abc import Iterable

from daylight.core.acts.common import Document as Filed
from daylight.core.acts.evaluation_terms import CriterionKind, EvaluationMethod, EvaluationTerms
from daylight.core.acts.life_cycle_terms import LifeCycleTerms
from daylight.core.acts.planning import Item as PlannedItem
from daylight.core.acts.solicitation import LotTerms, SetAside
from daylight.core.disclosure import ocds, ours
from daylight.core.disclosure.notices.known import CaseKnown, LotKnown, Named
from daylight.core.disclosure.writing import amount_of, decimal_of, exactly
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money
from daylight.core.values.text import Text

CRITERION_TYPES: dict[CriterionKind, ocds.CriterionType] = {
    CriterionKind.PRICE: "price",
    CriterionKind.LIFE_CYCLE: "cost",
    CriterionKind.OBJECTIVE: "quality",
    CriterionKind.SUBJECTIVE: "quality",
}


CRITERIA_CODES: dict[EvaluationMethod, ocds.CriteriaCode] = {
    EvaluationMethod.LOWEST_EVALUATED_PRICE: "priceOnly",
    EvaluationMethod.COMPREHENSIVE_SCORING: "ratedCriteria",
    EvaluationMethod.LOWEST_LIFE_CYCLE_COST: "costOnly",
}


def value(money: Money) -> ocds.Value:
    """An amount of money."""
    return ocds.Value(amount_of(money), money.currency)


def both(text: Text) -> str:
    """Both languages in one field, where the standard has no place for a translation."""
    return text.zh if text.zh == text.en else f"{text.zh} / {text.en}"


def item(planned: PlannedItem) -> ocds.Item:
    """A line of the need."""
    scheme, _, code = planned.classification.rpartition(":")
    return ocds.Item(
        planned.id,
        planned.description.zh,
        planned.description.en,
        planned.quantity,
        ocds.Unit(planned.unit.zh, planned.unit.en),
        planned.lot,
        ocds.Classification(scheme, code) if code else None,
    )


def document(filed: Filed, kind: ocds.DocumentType, at: Instant) -> ocds.Document:
    """A document of the case."""
    fingerprint = ours.Fingerprint(filed.sha256, filed.size)
    return ocds.Document(filed.id or filed.sha256, kind, filed.title, at, fingerprint)


def award_criteria(terms: EvaluationTerms) -> ocds.AwardCriteria | None:
    """The criteria with their points."""
    criteria = tuple(
        ocds.AwardCriterion(
            CRITERION_TYPES[one.kind],
            both(one.name),
            both(one.description) if one.description else "",
            (ocds.CriterionNumber(points),) if (points := decimal_of(one.points)) is not None else (),
        )
        for one in terms.criteria
    )
    return ocds.AwardCriteria(criteria) if criteria else None


def lot_terms(terms: LotTerms) -> ours.LotTerms:
    """How bids for a lot are compared: what the criteria of the standard leave unsaid."""
    evaluation = terms.evaluation
    rule = evaluation.low_price
    rates = (rule.mean_rate, rule.second_rate, rule.ceiling_rate) if rule else ()
    return ours.LotTerms(
        evaluation.method,
        evaluation.tie_breaks,
        terms.consortium_allowed,
        terms.candidates,
        tuple(
            ours.Preference(one.id, exactly(one.rate), one.why.zh, one.why.en, one.policy or "")
            for one in evaluation.preferences
        ),
        ours.LowPrice(*(exactly(rate) if rate is not None else "" for rate in rates)),
        amount_of(terms.floor) if terms.floor else None,
        _reserved(terms.set_aside) if terms.set_aside else None,
        *((why.zh, why.en) if (why := terms.unreserved_because) else ("", "")),
        _life_cycle(evaluation.life_cycle) if evaluation.life_cycle else None,
    )


def _life_cycle(life: LifeCycleTerms) -> ours.LifeCycle:
    """Which costs over the life are counted, what the documents fix, and what bidders declare."""
    return ours.LifeCycle(
        life.group,
        life.years,
        exactly(life.discount),
        life.rates,
        life.timing,
        tuple(
            ours.LifeCycleCost(line.id, line.kind, line.timing, line.factors, line.name.zh, line.name.en)
            for line in life.lines
        ),
        tuple(
            ours.FixedQuantity(one.quantity, exactly(one.value), exactly(one.growth)) for one in life.fixed
        ),
        tuple(ours.AskedQuantity(one.quantity, exactly(one.low), exactly(one.high)) for one in life.asked),
    )


def _reserved(by: SetAside) -> ours.Reserved:
    return ours.Reserved(by.scope, by.scale, exactly(by.share))


def tender_of(case: CaseKnown) -> ocds.Tender:
    """What a whole tender says of its case: what is bought, for how much, by which method, run by whom."""
    return ocds.Tender(
        case.ocid,
        title=case.need.title.zh,
        title_en=case.need.title.en,
        status=case.status,
        procuring_entity=case.host,
        items=tuple(item(one) for one in case.items()),
        value=value(case.budget),
        procurement_method=case.method_code,
        procurement_method_details=method_words(case),
        main_procurement_category=case.need.object,
    )


def status_of(case: CaseKnown, *lots: LotKnown, amendments: tuple[ocds.Amendment, ...] = ()) -> ocds.Tender:
    """How the procedure and these lots stand."""
    changed = tuple(ocds.Lot(lot.id, status=lot.status) for lot in lots)
    return ocds.Tender(case.ocid, status=case.status, lots=changed, amendments=amendments)


def lot_of(lot: LotKnown) -> ocds.Lot:
    """A lot with its budget."""
    return ocds.Lot(lot.id, both(lot.title), status=lot.status, value=value(lot.budget))


def method_words(case: CaseKnown) -> str:
    """The statutory method in both languages, as the rulebook names it."""
    return f"{case.method.zh} / {case.method.en.lower()}"


def criteria_code(case: CaseKnown) -> ocds.CriteriaCode:
    """The code of the standard for how the case is evaluated; none where its lots differ."""
    methods = {lot.terms.evaluation.method for lot in case.lots if lot.terms}
    return CRITERIA_CODES[methods.pop()] if len(methods) == 1 else ""


def references(named: Iterable[Named]) -> tuple[ocds.Reference, ...]:
    """Organisations as releases refer to them."""
    return tuple(one.reference for one in named)
