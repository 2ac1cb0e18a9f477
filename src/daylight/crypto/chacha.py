"""ChaCha20-Poly1305 in plain Python (RFC 8439), without associated data.

All blocks of a message are computed side by side: each of the sixteen words is one long integer with a
64-bit lane per block, whose upper half takes the carries. Shown by ``tests/crypto``.
"""

from __future__ import annotations

from functools import lru_cache
from hmac import compare_digest

CONSTANTS = b"expand 32-byte k"
WORD = 0xFFFF_FFFF
PRIME_1305 = 2**130 - 5
CLAMP = 0x0FFFFFFC_0FFFFFFC_0FFFFFFC_0FFFFFFF
TAG_SIZE = 16
# The quarter rounds of one double round: four columns, then four diagonals (RFC 8439 §2.3).
QUARTERS = (
    (0, 4, 8, 12),
    (1, 5, 9, 13),
    (2, 6, 10, 14),
    (3, 7, 11, 15),
    (0, 5, 10, 15),
    (1, 6, 11, 12),
    (2, 7, 8, 13),
    (3, 4, 9, 14),
)


def seal(key: bytes, nonce: bytes, plaintext: bytes) -> bytes:
    """The ciphertext followed by its 16-byte tag."""
    pad = key_stream(key, nonce, 64 + len(plaintext))
    body = _xor(plaintext, pad[64:])
    return body + _tag(pad[:32], body)


def open_sealed(key: bytes, nonce: bytes, ciphertext: bytes) -> bytes | None:
    """The plaintext, or nothing where the tag does not hold."""
    if len(ciphertext) < TAG_SIZE:
        return None
    body, tag = ciphertext[:-TAG_SIZE], ciphertext[-TAG_SIZE:]
    pad = key_stream(key, nonce, 64 + len(body))
    return _xor(body, pad[64:]) if compare_digest(tag, _tag(pad[:32], body)) else None


def key_stream(key: bytes, nonce: bytes, length: int) -> bytes:
    """The first ``length`` bytes of the ChaCha20 key stream, counting blocks from zero."""
    if len(key) != 32 or len(nonce) != 12:
        raise ValueError("ChaCha20-Poly1305 takes a key of 32 bytes and a nonce of 12")
    blocks = -(-length // 64)
    lanes, counters = _lanes(blocks)
    mask = WORD * lanes
    setup = CONSTANTS + key + bytes(4) + nonce
    start = [int.from_bytes(setup[at : at + 4], "little") * lanes for at in range(0, 64, 4)]
    start[12] = counters
    state = list(start)
    for _ in range(10):
        for a, b, c, d in QUARTERS:
            _quarter(state, (a, b, c, d), mask)
    out = bytearray(64 * blocks)
    for word, (end, begin) in enumerate(zip(state, start, strict=True)):
        raw = (end + begin & mask).to_bytes(8 * blocks, "little")
        for byte in range(4):
            out[4 * word + byte :: 64] = raw[byte::8]
    return bytes(out[:length])


@lru_cache(maxsize=8)
def _lanes(blocks: int) -> tuple[int, int]:
    """One in every lane, and the number of its block in every lane."""
    ones = int.from_bytes((1).to_bytes(8, "little") * blocks, "little")
    counters = int.from_bytes(b"".join(n.to_bytes(8, "little") for n in range(blocks)), "little")
    return ones, counters


def _quarter(state: list[int], places: tuple[int, int, int, int], mask: int) -> None:
    a, b, c, d = (state[place] for place in places)
    a = a + b & mask
    d ^= a
    d = (d << 16 | d >> 16) & mask
    c = c + d & mask
    b ^= c
    b = (b << 12 | b >> 20) & mask
    a = a + b & mask
    d ^= a
    d = (d << 8 | d >> 24) & mask
    c = c + d & mask
    b ^= c
    b = (b << 7 | b >> 25) & mask
    for place, word in zip(places, (a, b, c, d), strict=True):
        state[place] = word


def _xor(text: bytes, pad: bytes) -> bytes:
    mixed = int.from_bytes(text, "little") ^ int.from_bytes(pad, "little")
    return mixed.to_bytes(len(text), "little")


def _tag(once: bytes, body: bytes) -> bytes:
    """Poly1305 over the padded ciphertext and the two lengths (RFC 8439 §2.8)."""
    r = int.from_bytes(once[:16], "little") & CLAMP
    covered = body + bytes(-len(body) % 16) + bytes(8) + len(body).to_bytes(8, "little")
    total = 0
    for at in range(0, len(covered), 16):
        total = (total + int.from_bytes(covered[at : at + 16], "little") + 2**128) * r % PRIME_1305
    return ((total + int.from_bytes(once[16:32], "little")) % 2**128).to_bytes(16, "little")
