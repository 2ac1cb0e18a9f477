"""What the gateway answers at once: a signed receipt for an act, or a signed note of refusal.

A receipt holds the intake note of ``daylight.core.ledger.intake`` with the salt and the act, so its owner can
show offline that the log owes him this leaf. A refusal note names the intent and the instant it arrived,
so late is provably late. Shown by ``tests/office/test_receipts.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.acts.act import Act
from daylight.core.acts.intent import SignedIntent, intent_id
from daylight.core.ledger.intake import Intake
from daylight.core.ledger.note import Signer, sign
from daylight.core.values.crypto import Crypto
from daylight.core.values.instant import Instant
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


@dataclass(frozen=True)
class ReceiptBook:
    """Signs receipts and refusals with the gateway's key."""

    context: str
    signer: Signer
    crypto: Crypto

    def note(self, act: Act, committed: bytes) -> bytes:
        """The intake note of an act."""
        text = Intake(self.context, committed, act.received_at.utc_ms).text()
        return sign(text, (self.signer,), self.crypto).encoded()

    def refusal(self, signed: SignedIntent, at: Instant, refusals: tuple[Refusal, ...]) -> RefusalNote:
        """The signed note that an intent arrived at an instant and was refused."""
        id = intent_id(signed.intent)
        codes = ",".join(sorted({refusal.code for refusal in refusals}))
        text = f"{REFUSAL_HEADING}\n{self.context}\n{id}\n{at.utc_ms}\n{codes}\n"
        return RefusalNote(sign(text, (self.signer,), self.crypto).encoded(), id, refusals)
