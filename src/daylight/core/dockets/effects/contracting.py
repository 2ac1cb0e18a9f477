"""Effects of contracting acts."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act
from daylight.core.acts.contracting import SignContract
from daylight.core.dockets.case.award import LotContract, Signature
from daylight.core.dockets.case.case import Lot

PARTIES = 2


def contract_signed(lot: Lot, act: Act) -> LotContract:
    """A party has signed; the contract stands with the second signature."""
    deed, contract = act.deed(SignContract), lot.contract
    signature = Signature(
        act.intent.organisation,
        act.received_at,
        deed.price,
        deed.text.sha256,
        deed.performance_security,
        deed.performed_until,
    )
    signatures = (*contract.signatures, signature)
    stands = len(signatures) == PARTIES
    return replace(contract, signatures=signatures, signed_at=act.received_at if stands else None)


def contract_filed(lot: Lot, act: Act) -> LotContract:
    """The finance department has a copy."""
    return replace(lot.contract, filed_at=act.received_at)


def contract_published(lot: Lot, act: Act) -> LotContract:
    """The contract is public; the case of this lot is done but for performance."""
    return replace(lot.contract, published_at=act.received_at)


def performance_security_returned(lot: Lot, _: Act) -> LotContract:
    """The supplier has it back."""
    return replace(lot.contract, performance_security_returned=True)
