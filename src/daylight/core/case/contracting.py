"""Effects of contracting acts."""

from __future__ import annotations

from dataclasses import replace

from daylight.core.acts.act import Act
from daylight.core.case.outcome import Signature
from daylight.core.case.state import Case, the_lot, with_lot

PARTIES = 2


def contract_signed(case: Case, act: Act) -> Case:
    """A party has signed; the contract stands with the second signature."""
    deed = act.intent.deed
    lot = the_lot(case, deed.lot)
    signature = Signature(
        act.intent.organisation,
        act.received_at,
        deed.price,
        deed.text.sha256,
        deed.performance_security,
        deed.performed_until,
    )
    signatures = (*lot.signatures, signature)
    if len(signatures) < PARTIES:
        return with_lot(case, replace(lot, signatures=signatures))
    return with_lot(case, replace(lot, signatures=signatures, signed_at=act.received_at, stage="contracted"))


def contract_filed(case: Case, act: Act) -> Case:
    """The finance department has a copy."""
    lot = the_lot(case, act.intent.deed.lot)
    return with_lot(case, replace(lot, filed_at=act.received_at))


def contract_published(case: Case, act: Act) -> Case:
    """The contract is public; the case of this lot is done but for performance."""
    lot = the_lot(case, act.intent.deed.lot)
    return with_lot(case, replace(lot, contract_published_at=act.received_at))
