"""Life-cycle cost as pages show it: each bid by kind of cost and by year, and on which terms it was computed.

Shown by ``tests/sites/test_life_cycle.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from daylight.core.acts.evaluation_terms import EvaluationTerms
from daylight.core.acts.life_cycle_terms import Asked, Fixed, LifeCycleTerms
from daylight.core.evaluation.inputs import EvaluationInputs, ValidBid
from daylight.core.evaluation.life_cycle import LifeCycleCost, life_cycle_cost, life_cycle_of
from daylight.core.evaluation.scoring import life_cycle_shown
from daylight.core.values.money import EXPONENTS
from daylight.sites.kit import show
from daylight.sites.words import WORDS


@dataclass(frozen=True)
class BidOverLife:
    """A bid's price, what each cost is worth today, and their sum; beneath, the same year by year."""

    bidder: str
    price: str
    costs: tuple[tuple[str, str], ...]
    total: str
    years: tuple[tuple[int, tuple[tuple[str, str], ...], str], ...]
    declared: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class CostsOverLife:
    """The costs of all bids beside one another, and whether they decided."""

    about: str
    lines: tuple[str, ...]
    bids: tuple[BidOverLife, ...]


def costs_of(inputs: EvaluationInputs, names: Mapping[str, str], lang: str) -> CostsOverLife | None:
    """The life-cycle cost of every bid that has one; nothing where none was asked."""
    life = inputs.terms.life_cycle
    if life is None:
        return None
    counted = [bid for bid in inputs.bids if life_cycle_of(life, bid) is not None]
    return CostsOverLife(
        about_words(inputs.terms, life, lang),
        tuple(line.name.of(lang) for line in life.lines),
        tuple(_bid(inputs.terms, life, bid, names, lang) for bid in counted),
    )


def about_words(terms: EvaluationTerms, life: LifeCycleTerms, lang: str) -> str:
    """Years, discount and timing, and what the cost is for."""
    use = "ranks" if terms.counts_life_cycle and not terms.criteria else "scored"
    said = (
        WORDS["lifecycle.about"]
        .of(lang)
        .format(
            years=life.years,
            discount=show.share(life.discount),
            rates=WORDS[f"lifecycle.{life.rates}"].of(lang),
        )
    )
    return said + WORDS[f"lifecycle.{use if terms.counts_life_cycle else 'informs'}"].of(lang)


def fixed_words(life: LifeCycleTerms, currency: str, lang: str) -> str:
    """Every value the documents fix."""
    return _joint(lang).join(_fixed(life, one, currency, lang) for one in life.fixed)


def asked_words(life: LifeCycleTerms, currency: str, lang: str) -> str:
    """Every quantity bidders declare, with its bounds and what shows it."""
    return _joint(lang).join(_asked(life, one, currency, lang) for one in life.asked)


def _joint(lang: str) -> str:
    return "；" if lang == "zh" else "; "


def _fixed(life: LifeCycleTerms, one: Fixed, currency: str, lang: str) -> str:
    name, unit = _named(life, one.quantity, lang)
    said = f"{name} {_value(life, one.quantity, one.value, currency)} {unit}"
    if not one.growth:
        return said
    return said + WORDS["lifecycle.growth"].of(lang).format(rate=show.share(one.growth))


def _asked(life: LifeCycleTerms, one: Asked, currency: str, lang: str) -> str:
    name, unit = _named(life, one.quantity, lang)
    low, high = (_value(life, one.quantity, end, currency) for end in (one.low, one.high))
    quantity = life.quantity(one.quantity)
    evidence = WORDS[f"evidence.{quantity.evidence if quantity else 'none'}"].of(lang)
    return f"{name} {low}–{high} {unit} ({evidence})"


def _bid(
    terms: EvaluationTerms, life: LifeCycleTerms, bid: ValidBid, names: Mapping[str, str], lang: str
) -> BidOverLife:
    currency = bid.price.currency
    cost = life_cycle_cost(life, bid.quantities, bid.price.amount_minor)
    return BidOverLife(
        names[bid.bid],
        show.money(bid.price.amount_minor, currency),
        tuple((line.name.of(lang), _money(terms, cost.present_of(line.id), currency)) for line in life.lines),
        _money(terms, cost.total, currency),
        tuple(_years(terms, life, cost, currency, lang)),
        tuple(
            (*_said(life, one.quantity, one.value, currency, lang), one.evidence) for one in bid.quantities
        ),
    )


def _years(
    terms: EvaluationTerms, life: LifeCycleTerms, cost: LifeCycleCost, currency: str, lang: str
) -> Iterator[tuple[int, tuple[tuple[str, str], ...], str]]:
    for year in range(1, life.years + 1):
        present = {one.line: one.present for one in cost.costs if one.year == year}
        cells = (
            (line.name.of(lang), _money(terms, present[line.id], currency) if line.id in present else "")
            for line in life.lines
        )
        yield year, tuple(cells), _money(terms, cost.present_in(year), currency)


def _said(life: LifeCycleTerms, id: str, value: Fraction, currency: str, lang: str) -> tuple[str, str]:
    name, unit = _named(life, id, lang)
    return name, f"{_value(life, id, value, currency)} {unit}"


def _named(life: LifeCycleTerms, id: str, lang: str) -> tuple[str, str]:
    found = life.quantity(id)
    return (found.name.of(lang), found.unit.of(lang)) if found else (id, "")


def _value(life: LifeCycleTerms, id: str, value: Fraction, currency: str) -> str:
    found = life.quantity(id)
    return show.number(value / 10 ** EXPONENTS[currency] if found and found.money else value)


def _money(terms: EvaluationTerms, minor: Fraction, currency: str) -> str:
    """Rounded as the terms round, away from its sign; the exact sum stands in the derivation."""
    shown = life_cycle_shown(terms, abs(minor)) or 0
    return f"{'−' if minor < 0 and shown else ''}{show.money(shown, currency)}"
