"""What the door answers: a receipt for an act, or a note of refusal; both signed by the gateway.

A receipt holds the intake note of ``daylight.core.ledger.intake`` with the salt and the act, so its owner can
show offline that the log owes him this leaf. A refusal note names the intent and the instant it arrived,
so late is provably late. Shown by ``tests/office/test_perform.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.values.refusal import Refusal

REFUSAL_HEADING = "daylight-refusal/v1"


@dataclass(frozen=True)
class Receipt:
    """The signed intake note of an act, with what opens its commitment."""

    note: bytes
    salt: bytes
    act: bytes


@dataclass(frozen=True)
class RefusalNote:
    """Every reason why an intent was not admitted, and the signed note of it."""

    note: bytes
    intent: str
    refusals: tuple[Refusal, ...]
