"""On which terms is bought: lots with their fate, criteria, what decides, security, and the documents."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from daylight.core.acts.evaluation_terms import CriterionKind, EvaluationMethod, EvaluationTerms
from daylight.core.acts.framework import ListSuppliers
from daylight.core.acts.kinds import kind_name
from daylight.core.acts.open_framework import PublishListing
from daylight.core.acts.solicitation import LotTerms
from daylight.core.disclosure.shown import ShownLot
from daylight.core.evaluation.formulas import FORMULAS
from daylight.core.values.instant import instant_of
from daylight.core.values.money import EXPONENTS, Money
from daylight.sites.kit import show
from daylight.sites.kit.bars import Bar, stacked
from daylight.sites.portal.casefile import CaseFile
from daylight.sites.portal.life_cycle import about_words, asked_words, fixed_words
from daylight.sites.words import WORDS

#: The kinds of act that list suppliers, who are not yet awarded anything.
LISTS = tuple(kind_name(kind) for kind in (ListSuppliers, PublishListing))


@dataclass(frozen=True)
class CriterionLine:
    """A criterion with the most points it gives."""

    name: str
    kind: str
    points: str
    about: str
    bar: tuple[Bar, ...]


@dataclass(frozen=True)
class LotView:
    """A lot with its terms and what became of it."""

    id: str
    title: str
    status: str
    status_words: str
    budget: str
    facts: tuple[tuple[str, str], ...]
    criteria: tuple[CriterionLine, ...]
    winner: str
    price: str
    contract: str
    listed: bool


@dataclass(frozen=True)
class DocumentLine:
    """A document by its digest."""

    title: str
    kind: str
    published: str
    digest: str
    size: str


def lots_of(file: CaseFile, lang: str) -> tuple[LotView, ...]:
    """The lots in order."""
    return tuple(_lot(file, lot, lang) for lot in file.lots)


def documents_of(file: CaseFile, lang: str) -> tuple[DocumentLine, ...]:
    """The documents of tender and contracts."""
    contracts = (one for contract in file.compiled.get("contracts", ()) for one in contract["documents"])
    return tuple(
        DocumentLine(
            one["title"],
            WORDS[f"document.{one['documentType']}"].of(lang),
            show.day_words(instant_of(one["datePublished"]).day, lang),
            one["daylight"]["sha256"],
            f"{one['daylight']['size']:,}",
        )
        for one in (*file.tender.get("documents", ()), *contracts)
    )


def _lot(file: CaseFile, lot: ShownLot, lang: str) -> LotView:
    told, joint = (
        next(one for one in file.tender["lots"] if one["id"] == lot.id),
        WORDS["list.joint"].of(lang),
    )
    told_awards = file.compiled.get("awards", ())
    awards = [one for one in told_awards if lot.id in one["relatedLots"] and one["status"] == "active"]
    award = awards[0] if awards else None  # a winner who was passed over stands in the notices alone
    contract = award and next(
        (one for one in file.compiled.get("contracts", ()) if one["awardID"] == award["id"]), None
    )
    return LotView(
        lot.id,
        lot.title.of(lang),
        told["status"],
        WORDS[f"lot.{told['status']}"].of(lang),
        _money(lot.budget),
        tuple(_facts(lot.terms, lang)) if lot.terms else (),
        _criteria(lot.terms.evaluation, lang) if lot.terms else (),
        joint.join(file.party(one, lang) for won in awards for one in won["suppliers"]),
        joint.join(dict.fromkeys(amount(won["value"]) for won in awards)),
        amount(contract["value"]) if contract else "",
        any(page.kind in LISTS for page in file.pages),
    )


def amount(value: dict[str, Any]) -> str:
    """An OCDS amount, exact to its last digit."""
    minor = Fraction(str(value["amount"])) * 10 ** EXPONENTS[value["currency"]]
    return show.money(int(minor), value["currency"])


def _facts(terms: LotTerms, lang: str) -> list[tuple[str, str]]:
    evaluation = terms.evaluation
    said = [
        ("terms.ceiling", _money(terms.ceiling)),
        (
            "terms.security",
            _money(terms.bid_security) if terms.bid_security else WORDS["terms.none"].of(lang),
        ),
        ("terms.method", WORDS[f"method.{evaluation.method.value}"].of(lang)),
        ("terms.formula", formula_words(evaluation, lang)),
        *_life_cycle(terms, lang),
        ("terms.rounding", rounding_words(evaluation, lang)),
        ("terms.ties", _ties(evaluation, lang)),
        ("terms.low", _low(evaluation, lang)),
        ("terms.preferences", _preferences(evaluation, lang)),
        ("terms.reserved", _reserved(terms, lang)),
        ("terms.consortium", WORDS["terms.yes" if terms.consortium_allowed else "terms.no"].of(lang)),
        ("terms.floor", _money(terms.floor) if terms.floor else ""),
    ]
    return [(WORDS[key].of(lang), value) for key, value in said if value]


def formula_words(evaluation: EvaluationTerms, lang: str) -> str:
    """How price gives points; nothing where no price is scored."""
    scale = evaluation.price_scale
    if not any(one.kind is CriterionKind.PRICE for one in evaluation.criteria):
        return ""
    said = FORMULAS[scale.formula].of(lang)
    if scale.full is None or scale.none is None:
        return said
    bounds = WORDS["terms.formula.scale"].of(lang).format(full=_money(scale.full), none=_money(scale.none))
    return said + bounds


def rounding_words(evaluation: EvaluationTerms, lang: str) -> str:
    """How figures are rounded, and which figures decide."""
    rounding = evaluation.rounding
    words = WORDS[f"rounding.{rounding.mode.value}"].of(lang).format(places=rounding.places)
    joint = "；" if lang == "zh" else "; "
    stage, on = WORDS[f"rounding.{rounding.stage.value}"], WORDS[f"rank.{evaluation.rank_on.value}"]
    return joint.join((words, stage.of(lang), on.of(lang)))


def _life_cycle(terms: LotTerms, lang: str) -> list[tuple[str, str]]:
    life, currency = terms.evaluation.life_cycle, terms.ceiling.currency
    if life is None:
        return []
    return [
        ("lifecycle.title", about_words(terms.evaluation, life, lang)),
        ("lifecycle.fixed", fixed_words(life, currency, lang)),
        ("lifecycle.asked", asked_words(life, currency, lang)),
    ]


def _ties(evaluation: EvaluationTerms, lang: str) -> str:
    joint = "，" if lang == "zh" else ", "
    return joint.join(WORDS[f"tie.{way.value}"].of(lang) for way in evaluation.tie_breaks)


def _low(evaluation: EvaluationTerms, lang: str) -> str:
    rule = evaluation.low_price
    if rule is None:
        return ""
    rates = (("mean", rule.mean_rate), ("second_lowest", rule.second_rate), ("ceiling", rule.ceiling_rate))
    joint = "；" if lang == "zh" else "; "
    return joint.join(
        WORDS[f"low.{name}"].of(lang).format(rate=show.share(rate))
        for name, rate in rates
        if rate is not None
    )


def _preferences(evaluation: EvaluationTerms, lang: str) -> str:
    joint = "；" if lang == "zh" else "; "
    return joint.join(f"{one.why.of(lang)} −{show.share(one.rate)}" for one in evaluation.preferences)


def _reserved(terms: LotTerms, lang: str) -> str:
    """For whom the lot is reserved, or why it is not."""
    if by := terms.set_aside:
        words = WORDS[f"reserved.{by.scope}"].of(lang).format(share=show.share(by.share))
        return words + WORDS[f"reserved.{by.scale}"].of(lang)
    why = terms.unreserved_because
    return f"{WORDS['reserved.no'].of(lang)}{why.of(lang)}" if why else ""


def _criteria(evaluation: EvaluationTerms, lang: str) -> tuple[CriterionLine, ...]:
    if evaluation.method is not EvaluationMethod.COMPREHENSIVE_SCORING:
        return ()
    whole = sum((one.points for one in evaluation.criteria), Fraction())
    return tuple(
        CriterionLine(
            one.name.of(lang),
            WORDS[f"criterion.{one.kind.value}"].of(lang),
            show.number(one.points),
            one.description.of(lang) if one.description else "",
            stacked(((one.points, ""),), whole),
        )
        for one in evaluation.criteria
    )


def _money(money: Money) -> str:
    return show.money(money.amount_minor, money.currency)
