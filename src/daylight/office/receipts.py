"""The gateway's pen: it signs receipts and refusals. Shown by ``tests/office/test_perform.py``."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.acts.act import Act
from daylight.core.acts.answer import REFUSAL_HEADING, RefusalNote
from daylight.core.acts.intent import SignedIntent, intent_id
from daylight.core.acts.server import ReplaceServerKey
from daylight.core.acts.world import World
from daylight.core.ledger.note import Signer, Verifier, sign
from daylight.core.values.instant import Instant
from daylight.core.values.refusal import Refusal
from daylight.office.keys import KeyRing, NoSecret


@dataclass(frozen=True)
class ReceiptBook:
    """Signs receipts and refusals with the gateway's key in force."""

    world: World
    keys: KeyRing

    @property
    def verifier(self) -> Verifier:
        """The public side of the gateway's key."""
        return self.keys.verifier("intake")

    def note(self, act: Act, committed: bytes) -> bytes:
        """The intake note of an act."""
        text = self.world.promise(committed, act.received_at.utc_ms).text()
        return sign(text, (self._signer(act),), self.keys.crypto).encoded()

    def refusal(self, signed: SignedIntent, at: Instant, refusals: tuple[Refusal, ...]) -> RefusalNote:
        """The signed note that an intent arrived at an instant and was refused."""
        id = intent_id(signed.intent)
        codes = ",".join(sorted({refusal.code for refusal in refusals}))
        text = f"{REFUSAL_HEADING}\n{self.world.id}\n{id}\n{at.utc_ms}\n{codes}\n"
        note = sign(text, (self.keys.signer("intake"),), self.keys.crypto)
        return RefusalNote(note.encoded(), id, refusals)

    def _signer(self, act: Act) -> Signer:
        """Who signs for an act: where the old secret is lost, the new key signs for the act that names it."""
        try:
            return self.keys.signer("intake")
        except NoSecret:
            deed = act.intent.deed
            if not isinstance(deed, ReplaceServerKey) or deed.role != "intake":
                raise
            return self.keys.signer_of("intake", deed.key)
