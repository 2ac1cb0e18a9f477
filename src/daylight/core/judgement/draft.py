"""A draft solicitation before anybody signs it: every condition on what its documents say, asked at once.

The very conditions that judge the act are asked here, so a draft without findings is refused for none of
them later. Who acts, and what has to come first, is not asked. Shown by ``tests/cli/test_law_lint.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from daylight.core.acts.act import Seen
from daylight.core.acts.evaluation_terms import terms_faults
from daylight.core.acts.intent import Intent
from daylight.core.acts.kinds import kind_name
from daylight.core.acts.planning import ChooseMethod, DefineRequirement
from daylight.core.acts.solicitation import IssueSolicitation
from daylight.core.acts.world import World
from daylight.core.dockets.case.case import Case, planned_lots
from daylight.core.dockets.case.planning import Choice, Planning
from daylight.core.evaluation.price_weight import (
    LifeCycleWeight,
    PriceWeight,
    effective_life_cycle_weight,
    effective_price_weight,
)
from daylight.core.judgement.judge import asked, blocks, cited
from daylight.core.judgement.rows.solicitation import OF_DOCUMENTS
from daylight.core.procedures.matter import Matter
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.crypto import Crypto
from daylight.core.values.docket import DocketKind, docket_name
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money
from daylight.core.values.refusal import Refusal
from daylight.core.values.text import Text

DOCKET = docket_name(DocketKind.CASE, "draft")
NOBODY = "draft"


@dataclass(frozen=True)
class Draft:
    """What is to be bought and on which terms; past prices, and points for quality, where they are known."""

    requirement: DefineRequirement
    solicitation: IssueSolicitation
    method: str = ""
    past_prices: tuple[Money, ...] = ()
    past_quality: tuple[Fraction, ...] = ()


@dataclass(frozen=True)
class DraftFinding:
    """What the law would refuse; one that does not block stands on the act as a warning."""

    refusal: Refusal
    blocks: bool


@dataclass(frozen=True)
class DraftReview:
    """All findings, and what price and life-cycle cost really weigh in each lot where past prices tell."""

    findings: tuple[DraftFinding, ...]
    weights: tuple[tuple[str, PriceWeight], ...]
    costs: tuple[tuple[str, LifeCycleWeight], ...] = ()


def review_draft(draft: Draft, book: Rulebook, crypto: Crypto, at: Instant) -> DraftReview:
    """Everything the law has against the documents of a draft that would be issued at an instant."""
    m = _matter(draft, book, crypto, at)
    refused = dict.fromkeys(cited(m, one) for condition in OF_DOCUMENTS for one in asked(condition, m))
    weights = (
        (lot.lot, effective_price_weight(lot.evaluation, draft.past_prices, draft.past_quality))
        for lot in draft.solicitation.lots
    )
    costs = (
        (lot.lot, effective_life_cycle_weight(lot.evaluation, draft.past_prices))
        for lot in draft.solicitation.lots
        if not terms_faults(lot.evaluation)
    )
    return DraftReview(
        tuple(DraftFinding(one, blocks(m, one)) for one in refused),
        tuple((lot, weight) for lot, weight in weights if weight),
        tuple((lot, weight) for lot, weight in costs if weight),
    )


def _matter(draft: Draft, book: Rulebook, crypto: Crypto, at: Instant) -> Matter:
    requirement = draft.requirement
    case = Case(
        id=DOCKET,
        purchaser=NOBODY,
        author=NOBODY,
        requirement=requirement,
        opened_on=at.day,
        lots=planned_lots(requirement),
        planning=Planning(choice=_choice(draft, book, at)),
    )
    intent = Intent(
        NOBODY, kind_name(IssueSolicitation), DOCKET, draft.solicitation, NOBODY, NOBODY, "", "", at
    )
    world = World(NOBODY, True, NOBODY, requirement.territory)
    return Matter(intent, b"", at, world, book, crypto, case, Seen(DOCKET, 0, ""), {})


def _choice(draft: Draft, book: Rulebook, at: Instant) -> Choice | None:
    method = book.method_by_id.get(draft.method)
    if method is None:
        return None
    closed = method.opening == "closed"
    return Choice(ChooseMethod(method.id, (), Text("", ""), "", "", at.day.year, closed), at)
