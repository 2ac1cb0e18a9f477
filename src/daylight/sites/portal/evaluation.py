"""The evaluation of a lot, computed again from what was published: ranking, points, and why.

Nothing here is taken from the stored result: ``core.evaluation`` runs on the published inputs, as it does at
anyone who recomputes; its explanation is kept, for these inputs and this code.
Shown by ``tests/sites/test_case.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from hashlib import sha256
from importlib import resources
from typing import Any

from daylight.core import evaluation
from daylight.core.acts.evaluation_terms import FULL_POINTS, EvaluationMethod
from daylight.core.disclosure.shown import LowPriceAsked, ShownEvaluation
from daylight.core.evaluation.evaluate import EvaluatedBid, EvaluationResult, evaluate
from daylight.core.evaluation.explain import Explanation, explain
from daylight.core.evaluation.inputs import EvaluationInputs, ValidBid
from daylight.core.evaluation.life_cycle import life_cycle_of
from daylight.core.evaluation.scoring import life_cycle_shown
from daylight.core.values.money import EXPONENTS
from daylight.core.values.plain import build, canonical_bytes, plain, read_plain
from daylight.sites.kit import show
from daylight.sites.kit.bars import Bar, stacked
from daylight.sites.kit.here import settings
from daylight.sites.portal.casefile import CaseFile
from daylight.sites.portal.explanation import Told, told_of
from daylight.sites.portal.life_cycle import CostsOverLife, costs_of
from daylight.sites.portal.reasons import Reason, reason_of
from daylight.sites.portal.terms import rounding_words
from daylight.sites.words import WORDS
from daylight.store.made import MadeOnce


@dataclass(frozen=True)
class RankedBid:
    """A bid's line: its place, its points by criterion, and the derivation of its figure."""

    rank: int
    bidder: str
    price: str
    evaluated: str
    points: tuple[tuple[str, str], ...]
    bar: tuple[Bar, ...]
    figure: str
    exact: str
    reason: Reason


@dataclass(frozen=True)
class Inquiry:
    """A low price the committee asked about."""

    bidder: str
    triggers: str
    asked: str
    answered: str
    finding: str


@dataclass(frozen=True)
class Headed:
    """What the ranking is called, and the figure it goes by."""

    caption: str
    chart: str
    figure: str


@dataclass(frozen=True)
class LotEvaluation:
    """Everything a page says of the evaluation of a lot."""

    lot: str
    title: str
    headed: Headed
    rounding: str
    criteria: tuple[tuple[str, str], ...]
    bids: tuple[RankedBid, ...]
    members: tuple[tuple[str, str, bool], ...]
    told: Told
    inquiries: tuple[Inquiry, ...]
    digest: str
    costs: CostsOverLife | None = None


HEADED = {
    EvaluationMethod.COMPREHENSIVE_SCORING: ("ranking.caption", "ranking.chart", "ranking.total"),
    EvaluationMethod.LOWEST_EVALUATED_PRICE: (
        "ranking.caption.price",
        "ranking.chart.price",
        "ranking.evaluated",
    ),
    EvaluationMethod.LOWEST_LIFE_CYCLE_COST: (
        "ranking.caption.cost",
        "ranking.chart.cost",
        "lifecycle.total",
    ),
}


def evaluations_of(file: CaseFile, lang: str) -> tuple[LotEvaluation, ...]:
    """The published evaluations."""
    return tuple(_lot(file, one, lang) for one in file.evaluations)


@lru_cache(maxsize=256)
def recomputed(inputs: EvaluationInputs) -> tuple[EvaluationResult, Explanation]:
    """Result and explanation of published inputs; publications never change, so they are kept."""
    result = evaluate(inputs)
    if not isinstance(result, EvaluationResult):
        raise ValueError(f"published inputs can't be evaluated: {result}")
    return result, _explained(inputs)


def _explained(inputs: EvaluationInputs) -> Explanation:
    """The explanation, which takes as long as fifty evaluations: made once and kept in the home."""
    made_from = canonical_bytes([_version(), plain(inputs)])
    name, shelf = f"explanation/{sha256(made_from).hexdigest()}", MadeOnce(settings().home / "made")
    if kept := shelf.get(name, made_from):
        return build(Explanation, read_plain(kept))
    explanation = explain(inputs)
    if not isinstance(explanation, Explanation):
        raise ValueError(f"published inputs can't be explained: {explanation}")
    shelf.keep(name, made_from, canonical_bytes(explanation))
    return explanation


@cache
def _version() -> str:
    """The digest of the code that evaluates: what another version made is made again."""
    sources = sorted(resources.files(evaluation).iterdir(), key=lambda one: one.name)
    return sha256(b"".join(one.read_bytes() for one in sources if one.name.endswith(".py"))).hexdigest()


def _lot(file: CaseFile, shown: ShownEvaluation, lang: str) -> LotEvaluation:
    result, explanation = recomputed(shown.inputs)
    terms = shown.inputs.terms
    names = {**{bid: text.of(lang) for bid, text in file.bidder_names.items()}, **_members(file, shown.lot)}
    criteria = {one.id: one.name.of(lang) for one in terms.criteria}
    title = next(lot.title.of(lang) for lot in file.lots if lot.id == shown.lot)
    return LotEvaluation(
        shown.lot,
        title,
        Headed(*(WORDS[key].of(lang) for key in HEADED[terms.method])),
        rounding_words(terms, lang),
        tuple((one.name.of(lang), show.number(one.points)) for one in terms.criteria),
        tuple(_ranked(shown.inputs, line, names, lang) for line in result.bids),
        tuple(_committee(file, shown.lot, lang)),
        told_of(shown.inputs, result, explanation, names={**names, **criteria}, lang=lang),
        tuple(_inquiry(one, names, lang) for one in shown.asked),
        result.inputs_digest,
        costs_of(shown.inputs, names, lang),
    )


def _ranked(inputs: EvaluationInputs, line: EvaluatedBid, names: Mapping[str, str], lang: str) -> RankedBid:
    scored = inputs.terms.method is EvaluationMethod.COMPREHENSIVE_SCORING
    highest = max(_longest(inputs, bid) for bid in inputs.bids)
    currency = line.price.currency
    criteria = {one.id: one.name.of(lang) for one in inputs.terms.criteria}
    points = tuple((criteria[one.criterion], show.places(one.exact)) for one in line.points)
    parts = [(one.exact, show.places(one.exact)) for one in line.points] or [(line.figure, "")]
    ordered = line.rank and line.bid in inputs.draw_order
    place = inputs.draw_order.index(line.bid) + 1 if ordered else line.rank
    return RankedBid(
        place,
        names[line.bid],
        show.money(line.price.amount_minor, currency),
        _minor(line.evaluated_minor, currency) if line.evaluated_minor != line.price.amount_minor else "",
        points,
        stacked(parts, FULL_POINTS if scored else highest),
        show.places(line.figure_rounded, inputs.terms.rounding.places) if scored else _figure(inputs, line),
        show.fraction(line.figure),
        reason_of(line.because, lang, {**names, **criteria, **_costs(inputs, lang)}),
    )


def _longest(inputs: EvaluationInputs, bid: ValidBid) -> Fraction:
    """How long the bar of a bid can be: its price, or its cost over the life where that ranks."""
    ranks = inputs.terms.method is EvaluationMethod.LOWEST_LIFE_CYCLE_COST
    cost = life_cycle_of(inputs.terms.life_cycle, bid) if ranks else None
    return Fraction(bid.price.amount_minor) if cost is None else cost


def _costs(inputs: EvaluationInputs, lang: str) -> dict[str, str]:
    life = inputs.terms.life_cycle
    return {f"cost:{line.id}": line.name.of(lang) for line in life.lines} if life else {}


def _figure(inputs: EvaluationInputs, line: EvaluatedBid) -> str:
    """The amount a bid is ranked by; a cost over the life is rounded as the terms round."""
    if inputs.terms.method is EvaluationMethod.LOWEST_LIFE_CYCLE_COST:
        return show.money(life_cycle_shown(inputs.terms, line.figure) or 0, line.price.currency)
    return _minor(line.figure, line.price.currency)


def _minor(amount: Fraction, currency: str) -> str:
    if amount.denominator == 1:
        return show.money(amount.numerator, currency)
    return f"{show.number(amount / 10 ** EXPONENTS[currency])}\u00a0{currency}"


def _members(file: CaseFile, lot: str) -> dict[str, str]:
    return {one["id"]: one["name"] for one in _seats(file, lot)}


def _committee(file: CaseFile, lot: str, lang: str) -> Iterator[tuple[str, str, bool]]:
    for one in _seats(file, lot):
        yield one["name"], WORDS[f"member.{one['role']}"].of(lang), one["chair"]


def _seats(file: CaseFile, lot: str) -> list[dict[str, Any]]:
    award = file.award(lot)
    found: list[dict[str, Any]] = award["daylight"].get("committee", []) if award else []
    return found


def _inquiry(one: LowPriceAsked, names: Mapping[str, str], lang: str) -> Inquiry:
    joint = "；" if lang == "zh" else "; "
    finding = {None: "inquiry.open", True: "inquiry.accepted", False: "inquiry.refused"}[one.accepted]
    return Inquiry(
        names[one.bid],
        joint.join(WORDS[f"trigger.{name}"].of(lang) for name in one.triggers)
        or WORDS["trigger.judgement"].of(lang),
        show.instant_words(one.asked_at, lang),
        show.instant_words(one.answered_at, lang) if one.answered_at else WORDS["inquiry.silent"].of(lang),
        WORDS[finding].of(lang),
    )
