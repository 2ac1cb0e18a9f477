"""Parts that several releases share: values, lots, items, documents, and what a lot publicly is."""

from __future__ import annotations

from daylight.core.acts.common import Document as Filed
from daylight.core.acts.evaluation_terms import CriterionKind, EvaluationMethod, EvaluationTerms
from daylight.core.acts.life_cycle_terms import LifeCycleTerms
from daylight.core.acts.planning import Item as PlannedItem
from daylight.core.acts.solicitation import LotTerms, SetAside
from daylight.core.disclosure import ocds, ours
from daylight.core.disclosure.occasion import Fact, Occasion, public_id, stage_known
from daylight.core.disclosure.writing import amount_of, decimal_of, exactly
from daylight.core.dockets.case.case import Case, Lot
from daylight.core.dockets.case.evaluation import LotBid
from daylight.core.dockets.stage import STAGES
from daylight.core.procedures.matter import method_id
from daylight.core.rulebook.method import Method
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money, money_words
from daylight.core.values.text import Text

OVER: tuple[ocds.Status, ...] = ("complete", "unsuccessful", "cancelled")
CRITERION_TYPES = {
    CriterionKind.PRICE: "price",
    CriterionKind.LIFE_CYCLE: "cost",
    CriterionKind.OBJECTIVE: "quality",
    CriterionKind.SUBJECTIVE: "quality",
}


CRITERIA_CODES = {
    EvaluationMethod.LOWEST_EVALUATED_PRICE: "priceOnly",
    EvaluationMethod.COMPREHENSIVE_SCORING: "ratedCriteria",
    EvaluationMethod.LOWEST_LIFE_CYCLE_COST: "costOnly",
}


def value(money: Money) -> ocds.Value:
    """An amount of money."""
    return ocds.Value(amount_of(money), money.currency)


def lot_status(lot: Lot) -> ocds.Status:
    """What a lot publicly is: until its award is published it is simply active."""
    return STAGES[stage_known(lot)].ocds


def tender_status(case: Case) -> ocds.Status:
    """What the whole procedure publicly is: over when every lot is."""
    found = {lot_status(lot) for lot in case.lots}
    if not found <= set(OVER):
        return "planning" if found == {"planning"} else "active"
    return next(status for status in OVER if status in found)


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


def items(case: Case, lot: str = "") -> tuple[ocds.Item, ...]:
    """What is bought, in all or in one lot."""
    return tuple(item(one) for one in case.items if lot in ("", one.lot))


def document(filed: Filed, kind: str, at: Instant, lots: tuple[str, ...] = ()) -> ocds.Document:
    """A document of the case."""
    fingerprint = ours.Fingerprint(filed.sha256, filed.size)
    return ocds.Document(filed.id or filed.sha256, kind, filed.title, at, lots, fingerprint)


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
        evaluation.method.value,
        tuple(way.value for way in evaluation.tie_breaks),
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


METHOD_CODES: dict[str, ocds.MethodCode] = {
    "anyone": "open",
    "invited": "selective",
    "either": "limited",
    "named": "direct",
    "listed": "selective",
}


def method_code(occasion: Occasion[object]) -> ocds.MethodCode:
    """The code of the standard for who may respond."""
    method = method_of(occasion)
    if method is None:
        return "open"
    if method.responders == "either":
        return "limited" if occasion.after.tendering.invitation else "open"
    return METHOD_CODES[method.responders]


def method_words(occasion: Occasion[object]) -> str:
    """The statutory method in both languages, as the rulebook names it."""
    method = method_of(occasion)
    return f"{method.name.zh} / {method.name.en.lower()}" if method else "公开招标 / open tendering"


def method_of(occasion: Occasion[object]) -> Method | None:
    """The method of the case in the rulebook."""
    return occasion.book.method_by_id.get(method_id(occasion.book, occasion.after))


def criteria_code(case: Case) -> str:
    """The code of the standard for how the case is evaluated; none where its lots differ."""
    methods = {lot.terms.evaluation.method for lot in case.lots if lot.terms}
    return CRITERIA_CODES[methods.pop()] if len(methods) == 1 else ""


def bid_id(bid: LotBid, lot: Lot) -> str:
    """The public id of an opened bid for a lot."""
    return f"{lot.id}-{public_id('bid', bid.bid)}"


def tenderers(occasion: Occasion[object]) -> tuple[ocds.Reference, ...]:
    """Everybody whose bid was opened."""
    opened = {org for lot in occasion.after.lots for bid in lot.evaluation.bids for org in bid.bidders}
    return occasion.references(sorted(opened))


def fact(zh: str, en: str, said: object) -> Fact:
    """A line of a notice; money, instants and texts in the words people use."""
    return Fact(Text(zh, en), _words(said))


def _words(said: object) -> Text:
    if isinstance(said, Text):
        return said
    if isinstance(said, Money):
        return Text(money_words(said), money_words(said))
    shown = said.iso() if isinstance(said, Instant) else str(said)
    return Text(shown, shown)


def tender_of(occasion: Occasion[object]) -> ocds.Tender:
    """What a whole tender says of its case: what is bought, for how much, by which method, run by whom."""
    case = occasion.after
    return ocds.Tender(
        occasion.ocid,
        title=case.requirement.title.zh,
        title_en=case.requirement.title.en,
        status=tender_status(case),
        procuring_entity=occasion.reference(case.host),
        items=items(case),
        value=value(case.budget),
        procurement_method=method_code(occasion),
        procurement_method_details=method_words(occasion),
        main_procurement_category=case.requirement.object,
    )
