"""The gateway's pen: it signs receipts and refusals. Shown by ``tests/office/test_perform.py``."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.acts.act import Act
from daylight.core.acts.answer import REFUSAL_HEADING, RefusalNote
from daylight.core.acts.intent import SignedIntent, intent_id
from daylight.core.acts.world import World
from daylight.core.ledger.note import Signer, Verifier, sign
from daylight.core.values.crypto import Crypto
from daylight.core.values.instant import Instant
from daylight.core.values.refusal import Refusal


@dataclass(frozen=True)
class ReceiptBook:
    """Signs receipts and refusals with the gateway's key."""

    world: World
    signer: Signer
    crypto: Crypto

    @property
    def verifier(self) -> Verifier:
        """The public side of the gateway's key."""
        return self.signer.verifier(self.crypto)

    def note(self, act: Act, committed: bytes) -> bytes:
        """The intake note of an act."""
        text = self.world.promise(committed, act.received_at.utc_ms).text()
        return sign(text, (self.signer,), self.crypto).encoded()

    def refusal(self, signed: SignedIntent, at: Instant, refusals: tuple[Refusal, ...]) -> RefusalNote:
        """The signed note that an intent arrived at an instant and was refused."""
        id = intent_id(signed.intent)
        codes = ",".join(sorted({refusal.code for refusal in refusals}))
        text = f"{REFUSAL_HEADING}\n{self.world.id}\n{id}\n{at.utc_ms}\n{codes}\n"
        return RefusalNote(sign(text, (self.signer,), self.crypto).encoded(), id, refusals)
