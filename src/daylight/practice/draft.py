"""A draft solicitation to begin with: lawful but for one condition, so that a first look finds something."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from hashlib import sha256

from daylight.core.acts.common import Document
from daylight.core.acts.planning import DefineRequirement, Item, LotPlan
from daylight.core.acts.solicitation import IssueSolicitation, LotTerms
from daylight.core.judgement.draft import Draft
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.practice.script import SCORING

DAYS = 25
VALIDITY_DAYS = 90
MINUTES = 30
BUDGET, PAST = 320_000_000, (290_000_000, 300_000_000, 305_000_000)
QUALIFICATION = (
    Text("具有独立承担民事责任的能力", "able to bear civil liability on its own"),
    Text("公司成立满三年", "established for at least three years"),
)


def sample_draft(territory: str, currency: str, at: Instant) -> Draft:
    """A scanner to be bought in a territory, issued at an instant."""
    scanner = Text("CT 机", "CT scanner")
    budget = Money(BUDGET, currency)
    requirement = DefineRequirement(
        title=Text("CT 机采购", "Purchase of a CT scanner"),
        object="goods",
        standard=False,
        territory=territory,
        lots=(LotPlan("1", scanner, budget),),
        items=(Item("1-1", "1", scanner, 1, Text("台", "set")),),
        suppliers_surveyed=3,
    )
    solicitation = IssueSolicitation(
        documents=(_document("采购文件"),),
        lots=(LotTerms("1", budget, SCORING, None, True, 3),),
        qualification=QUALIFICATION,
        documents_until=at.day + timedelta(days=DAYS),
        bid_deadline=at.on_day(at.day + timedelta(days=DAYS)),
        bid_validity_days=VALIDITY_DAYS,
        explanation_minutes=MINUTES,
        contract_terms=_document("合同条款"),
    )
    draft = Draft(requirement, solicitation)
    return replace(draft, past_prices=tuple(Money(amount, currency) for amount in PAST))


def _document(name: str) -> Document:
    content = name.encode()
    return Document(name, name, sha256(content).hexdigest(), len(content))
