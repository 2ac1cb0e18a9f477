"""How the draw spells what it hashes: every part with its length in front, so no two lists look alike.

Part of ``daylight-draw/v1``; shown by ``tests/core/draw/test_pool.py``.
"""

from __future__ import annotations

from hashlib import sha256

WORD = 8


def parts(*listed: str | bytes) -> bytes:
    """Each part after its length as eight bytes, big-endian; text is UTF-8."""
    spelled = (part.encode() if isinstance(part, str) else part for part in listed)
    return b"".join(len(part).to_bytes(WORD, "big") + part for part in spelled)


def digest(*listed: str | bytes) -> bytes:
    """SHA-256 of the parts."""
    return sha256(parts(*listed)).digest()
