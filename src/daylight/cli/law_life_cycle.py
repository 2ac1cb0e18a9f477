"""``daylight law life-cycle``: groups of products, what each asks, and what the offers of a file cost.

Shown by ``tests/cli/test_life_cycle.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

import click

from daylight.cli.cost_words import PRICE, cost_lines
from daylight.cli.language import failed
from daylight.cli.law_asked import Asked, asking
from daylight.cli.law_day import DAY
from daylight.core.acts.bid_content import QuantityDeclared
from daylight.core.acts.evaluation_terms import RoundingMode
from daylight.core.acts.life_cycle_terms import LifeCycleTerms, life_cycle_faults, not_declared
from daylight.core.evaluation.life_cycle import LifeCycleCost, life_cycle_cost
from daylight.core.evaluation.scoring import rounded
from daylight.core.procedures.solicitation.life_cycle import proposed_terms
from daylight.core.rulebook.law import cite_of
from daylight.core.rulebook.life_cycle import ProductGroup
from daylight.core.values.money import EXPONENTS
from daylight.core.values.plain import Misshapen, build, plain
from daylight.core.values.text import Text

SAMPLE_PRICE = 500_000
GIVES = {"documents": Text("采购文件", "documents"), "bidder": Text("供应商", "bidder")}


@dataclass(frozen=True)
class Offered:
    """An offer to compute: its price, and what it declares."""

    name: str
    price_minor: int
    quantities: tuple[QuantityDeclared, ...]


@dataclass(frozen=True)
class Sheet:
    """Terms and offers whose life-cycle cost is asked for."""

    currency: str
    rounding: RoundingMode
    terms: LifeCycleTerms
    offers: tuple[Offered, ...]


NO_GROUP = Text("没有品目组“{said}”，可用：{known}。", "There is no group {said}; known: {known}.")
BAD_SHEET = Text(
    "成本表有误（{why}）。用 daylight law life-cycle sample 品目组 可得到样表。",
    "The sheet has a fault ({why}). daylight law life-cycle sample GROUP prints a sound one.",
)
NO_SHEET = Text(
    "成本表不是 JSON（{why}）。用 daylight law life-cycle sample 品目组 可得到样表。",
    "The sheet is not JSON ({why}). daylight law life-cycle sample GROUP prints a sound one.",
)


@click.group(name="life-cycle")
def life_cycle() -> None:
    """Life-cycle cost by group of products: the quantities asked for, and what offers cost."""


@life_cycle.command(name="list")
@click.option("--on", "day", type=DAY, default="today", help="As of this day; today by default.")
@asking
def list_groups(asked: Asked, day: date) -> None:
    """List the groups of products in use on a day."""
    groups = [one for one in asked.book.product_groups if one.stands_on(day)]
    lines = [f"{one.id}  {one.name.of(asked.lang)}  [{one.confidence}]" for one in groups]
    asked.say(lines, {"groups": [{"id": one.id, "name": one.name} for one in groups]})


@life_cycle.command(name="show")
@click.argument("group")
@click.option("--on", "day", type=DAY, default="today", help="As of this day; today by default.")
@asking
def show_group(asked: Asked, group: str, day: date) -> None:
    """Show what a group asks, how it multiplies into costs, and the usual values with their sources."""
    found = _group(asked, group, day)
    asked.say(_told(asked, found, day), {"group": found})


@life_cycle.command(name="sample")
@click.argument("group")
@click.option("--on", "day", type=DAY, default="today", help="As of this day; today by default.")
@asking
def sample_sheet(asked: Asked, group: str, day: date) -> None:
    """Print a sheet to fill in: terms with the usual values, and one offer."""
    terms = proposed_terms(_group(asked, group, day), day)
    declared = tuple(QuantityDeclared(one.quantity, one.low, "…") for one in terms.asked)
    currency = asked.book.territory_by_id[asked.territory].currency
    sheet = Sheet(currency, RoundingMode.HALF_UP, terms, (Offered("A", SAMPLE_PRICE, declared),))
    click.echo(json.dumps(plain(sheet), ensure_ascii=False, indent=2))


@life_cycle.command(name="cost")
@click.argument("source", metavar="FILE", type=click.File("rb"))
@asking
def cost_of_offers(asked: Asked, source: BinaryIO) -> None:
    """Compute the life-cycle cost of every offer of a sheet, by kind and by year, exactly."""
    sheet = _read(source)
    faults = [one.text.of(asked.lang) for one in life_cycle_faults(sheet.terms)]
    if sheet.currency not in EXPONENTS:
        faults.append(f"currency: {sheet.currency}")
    faults += [
        f"{offer.name}: {name}"
        for offer in sheet.offers
        for name in not_declared(sheet.terms, offer.quantities)
    ]
    if faults:
        raise click.ClickException("; ".join(faults))
    costs = [
        (offer, life_cycle_cost(sheet.terms, offer.quantities, offer.price_minor)) for offer in sheet.offers
    ]
    lines = [line for offer, cost in costs for line in (offer.name, *_cost_lines(asked, sheet, cost))]
    asked.say(lines, {"offers": [_shape(sheet, offer, cost) for offer, cost in costs]})


def _group(asked: Asked, id: str, day: date) -> ProductGroup:
    found = asked.book.product_group(id, day)
    if found is None:
        known = ", ".join(one.id for one in asked.book.product_groups if one.stands_on(day)) or "-"
        raise failed(NO_GROUP.fill(said=id, known=known))
    return found


def _told(asked: Asked, group: ProductGroup, day: date) -> Iterator[str]:
    lang = asked.lang
    yield f"{group.name.of(lang)} ({group.id})  {group.from_day}  [{group.confidence}]"
    yield group.about.of(lang)
    yield from (f"  {asked.cite_words(cite_of(asked.book, ref, group.confidence))}" for ref in group.cites)
    yield from (f"  {line}" for line in (*_quantities(group, lang), *_costs(group, lang)))
    money = {one.id for one in group.quantities if one.money}
    scale = 10 ** EXPONENTS[asked.book.territory_by_id[asked.territory].currency]
    for of in dict.fromkeys(one.of for one in group.usual):
        if usual := group.proposed(of, day):
            value = usual.value / scale if of in money else usual.value
            yield f"  {of} = {value}  {usual.source.of(lang)}  [{usual.confidence}]"


def _quantities(group: ProductGroup, lang: str) -> Iterator[str]:
    for one in group.quantities:
        by = GIVES[one.by].of(lang) + ("" if one.evidence == "none" else f" ({one.evidence})")
        yield f"{one.id}  {one.name.of(lang)}  {one.unit.of(lang)}  {by}"


def _costs(group: ProductGroup, lang: str) -> Iterator[str]:
    for line in group.lines:
        when = f"{line.timing} {line.every}".rstrip()
        factors = (PRICE.of(lang), *line.factors) if line.kind == "residual" else line.factors
        divided = "" if line.per == 1 else f" ÷ {line.per}"
        yield f"{line.id}  {line.name.of(lang)}  {when}  {' × '.join(factors)}{divided}"


def _read(source: BinaryIO) -> Sheet:
    try:
        return build(Sheet, json.loads(source.read()))
    except Misshapen as shape:
        raise failed(BAD_SHEET.fill(why=f"{shape.path.lstrip('.')}: {shape.wrong}")) from None
    except (ValueError, RecursionError) as error:
        raise failed(NO_SHEET.fill(why=str(error))) from None


def _cost_lines(asked: Asked, sheet: Sheet, cost: LifeCycleCost) -> Iterator[str]:
    return cost_lines(sheet.terms, cost, sheet.currency, sheet.rounding, asked.lang)


def _shape(sheet: Sheet, offer: Offered, cost: LifeCycleCost) -> dict[str, object]:
    return {
        "name": offer.name,
        "price_minor": offer.price_minor,
        "total_minor": int(rounded(cost.total, 0, sheet.rounding)),
        "total": cost.total,
        "costs": cost.costs,
        "present": {line.id: cost.present_of(line.id) for line in sheet.terms.lines},
        "years": {str(year): cost.present_in(year) for year in range(1, sheet.terms.years + 1)},
    }
