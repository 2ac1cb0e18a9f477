"""Another adapter's primitives, with a memory: the same signature over the same bytes is computed once.

An act that found its dockets moved is judged again, and one judgement asks the same more than once. A verdict
rests on key, signature and message alone, so it never changes. Shown by ``tests/crypto/test_once.py``.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from hashlib import sha256

from daylight.core.values.crypto import Crypto

REMEMBERED = 8_192


class Once:
    """Verdicts on the signatures last asked for; everything else goes straight to the other adapter."""

    def __init__(self, crypto: Crypto, remembered: int = REMEMBERED) -> None:
        self._crypto, self._remembered = crypto, remembered
        self._verdicts: OrderedDict[tuple[bytes, bytes, bytes], bool] = OrderedDict()
        self._lock = threading.Lock()
        self.ed25519_public, self.ed25519_sign = crypto.ed25519_public, crypto.ed25519_sign
        self.x25519, self.aead_seal, self.aead_open = crypto.x25519, crypto.aead_seal, crypto.aead_open

    def ed25519_verify(self, public: bytes, signature: bytes, message: bytes) -> bool:
        """Whether the signature holds under the one strict rule (see ``daylight.crypto``)."""
        asked = (public, signature, sha256(message).digest())
        with self._lock:
            known = self._verdicts.get(asked)
            if known is not None:
                self._verdicts.move_to_end(asked)
                return known
        verdict = self._crypto.ed25519_verify(public, signature, message)
        with self._lock:
            self._verdicts[asked] = verdict
            while len(self._verdicts) > self._remembered:
                self._verdicts.popitem(last=False)
        return verdict
