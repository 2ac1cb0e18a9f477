"""The opening record: every bid as it was read out, and what became of it later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from daylight.core.acts.kinds import kind_name
from daylight.core.acts.opening import OpenBids
from daylight.core.disclosure.shown import OpenedBid
from daylight.sites.kit import show
from daylight.sites.kit.bars import Bar, stacked
from daylight.sites.portal.casefile import CaseFile
from daylight.sites.words import WORDS


@dataclass(frozen=True)
class BidLine:
    """A bid with its price beside the ceiling."""

    bidder: str
    price: str
    bar: tuple[Bar, ...]
    delivery: str
    fate: str
    out: bool
    reason: str


@dataclass(frozen=True)
class LotOpening:
    """The bids of a lot, the lowest price first; ``top`` is what the bars end at."""

    lot: str
    title: str
    top: str
    lines: tuple[BidLine, ...]


@dataclass(frozen=True)
class Opening:
    """When bids were opened, the counts as published, and the bids by lot."""

    when: str
    facts: tuple[tuple[str, str], ...]
    lots: tuple[LotOpening, ...]


def opening_of(file: CaseFile, lang: str) -> Opening | None:
    """The record; nothing before the opening."""
    page = next((one for one in file.pages if one.kind == kind_name(OpenBids)), None)
    if page is None:
        return None
    facts = tuple((one.label.of(lang), one.value.of(lang)) for one in page.facts)
    return Opening(show.instant_words(page.at, lang, seconds=True), facts, tuple(_lots(file, lang)))


def _lots(file: CaseFile, lang: str) -> Iterator[LotOpening]:
    for lot in file.lots:
        bids = sorted((b for b in file.opened if b.lot == lot.id), key=lambda b: (b.price.amount_minor, b.id))
        ceiling = lot.terms.ceiling if lot.terms else lot.budget
        highest = max([ceiling.amount_minor, *(bid.price.amount_minor for bid in bids)])
        lines = tuple(_line(file, bid, highest, lang) for bid in bids)
        yield LotOpening(lot.id, lot.title.of(lang), show.money(highest, ceiling.currency), lines)


def _line(file: CaseFile, bid: OpenedBid, highest: int, lang: str) -> BidLine:
    told = next(one for one in file.compiled["bids"]["details"] if one["id"] == bid.id)
    fared = told.get("daylight", {})
    reason = fared.get("reason" if lang == "zh" else "reason_en", "")
    key = f"out.{fared['rejected']}" if fared.get("rejected") else f"bid.{told['status']}"
    return BidLine(
        file.bidder_names[bid.id].of(lang),
        show.money(bid.price.amount_minor, bid.price.currency),
        stacked(((Fraction(bid.price.amount_minor), ""),), Fraction(highest)),
        WORDS["opening.days"].of(lang).format(days=bid.delivery_days),
        WORDS[key].of(lang),
        told["status"] == "disqualified",
        reason,
    )
