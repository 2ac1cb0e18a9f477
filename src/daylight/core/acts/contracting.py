"""Contracting: both parties sign the same contract, it is published, and a copy is filed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daylight.core.acts.common import Document
from daylight.core.values.money import Money


@dataclass(frozen=True)
class SignContract:
    """One party signs; the contract stands when purchaser and supplier have signed the same text."""

    lot: str
    price: Money
    performance_security: Money | None
    performed_until: date
    text: Document


@dataclass(frozen=True)
class PublishContract:
    """The contract is published, its secrets taken out."""

    lot: str
    public_text: Document


@dataclass(frozen=True)
class FileContract:
    """A copy of the contract is filed with the finance department."""

    lot: str
    copy: Document
    filed_with: str


KINDS = (SignContract, PublishContract, FileContract)
