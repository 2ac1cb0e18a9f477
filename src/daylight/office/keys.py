"""The keys of a server: of its log, its gateway and its bundles; each signs one thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from daylight.core.acts.world import Founding, Pace
from daylight.core.ledger.note import Signer
from daylight.core.values.crypto import Crypto

TOLERANCE_MS = 60_000
"""How long an intent may be under way at most, from its last byte to the journal."""

PACE = Pace(tick_ms=20_000, leaves=256, rush=5_000)
"""Whole tiles leave, so no partial ones are kept but the last."""


@dataclass(frozen=True)
class ServerKeys:
    """A signer for each thing that is signed."""

    log: Signer
    intake: Signer
    bundles: Signer

    def founding(self, crypto: Crypto, pace: Pace = PACE) -> Founding:
        """What a world is founded with, so that its id covers it."""
        log, intake, bundles = (one.verifier(crypto).vkey for one in (self.log, self.intake, self.bundles))
        return Founding(log, intake, bundles, TOLERANCE_MS, pace)


def server_keys(origin: str, seed_of: Callable[[str], bytes]) -> ServerKeys:
    """The keys under an origin; ``seed_of`` brings the 32 secret bytes of each by its name."""
    return ServerKeys(
        Signer(origin, seed_of("log")),
        Signer(f"{origin}/intake", seed_of("intake")),
        Signer(f"{origin}/bundles", seed_of("bundles")),
    )
