"""Bech32 (BIP 173, without its length limit) and the two spellings of age keys.

A recipient is public, ``age1…``; an identity is secret, ``AGE-SECRET-KEY-1…``. Any stock age tool reads both.
Shown by ``tests/core/sealing/test_bech32.py``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from daylight.core.values.keys import FIELD_PRIME

ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
CHECKSUM_SIZE = 6
DIGIT, BYTE = 5, 8
KEY_SIZE = 32
RECIPIENT, IDENTITY = "age", "age-secret-key-"


class BadKey(ValueError):
    """The text is not a key of the kind that is asked for."""


def recipient_text(point: bytes) -> str:
    """The public spelling of an X25519 point."""
    return encode(RECIPIENT, point)


def identity_text(scalar: bytes) -> str:
    """The secret spelling of an X25519 scalar."""
    return encode(IDENTITY, scalar).upper()


@lru_cache(maxsize=4096)  # every manifest of a case names the same few holders
def read_recipient(text: str) -> bytes:
    """The point of ``age1…``, in its one spelling: an alias would let one holder stand for two."""
    point = _read_key(RECIPIENT, text, text.islower())
    if int.from_bytes(point, "little") >= FIELD_PRIME:
        raise BadKey("this age key is another spelling of a key")
    return point


def read_identity(text: str) -> bytes:
    """The scalar of ``AGE-SECRET-KEY-1…``; the error never repeats the secret."""
    return _read_key(IDENTITY, text, text.isupper())


def _read_key(kind: str, text: str, case_holds: bool) -> bytes:
    try:
        prefix, key = decode(text)
    except ValueError as error:
        raise BadKey(f"this is no age key: {error}") from None
    if prefix != kind or not case_holds or len(key) != KEY_SIZE:
        raise BadKey(f"this is no age key of the kind {kind}1…")
    return key


def encode(prefix: str, content: bytes) -> str:
    """The lower-case text of some bytes under a prefix."""
    digits = list(_regroup(content, BYTE, DIGIT))
    remainder = _checksum([*_spread(prefix), *digits, *[0] * CHECKSUM_SIZE]) ^ 1
    check = [remainder >> DIGIT * place & 31 for place in reversed(range(CHECKSUM_SIZE))]
    return f"{prefix}1{''.join(ALPHABET[digit] for digit in digits + check)}"


def decode(text: str) -> tuple[str, bytes]:
    """The lower-case prefix and the bytes; mixed case, bad checksums and loose bits are a ``ValueError``."""
    if not text.isascii() or (text != text.lower() and text != text.upper()):
        raise ValueError("it is not all upper or all lower case ASCII")
    prefix, one, tail = text.lower().rpartition("1")
    if not one or not prefix or len(tail) < CHECKSUM_SIZE or not all("!" <= each <= "~" for each in prefix):
        raise ValueError("a prefix, a 1 and a checksum are expected")
    if set(tail) - set(ALPHABET):
        raise ValueError("a character is outside the alphabet")
    digits = [ALPHABET.index(character) for character in tail]
    if _checksum([*_spread(prefix), *digits]) != 1:
        raise ValueError("the checksum does not hold")
    return prefix, _bytes_of(digits[:-CHECKSUM_SIZE])


def _bytes_of(digits: list[int]) -> bytes:
    loose = len(digits) * DIGIT % BYTE
    if loose >= DIGIT or (loose and digits[-1] & (1 << loose) - 1):
        raise ValueError("the last digit has loose bits")
    return bytes(list(_regroup(digits, DIGIT, BYTE))[: len(digits) * DIGIT // BYTE])


def _spread(prefix: str) -> list[int]:
    codes = prefix.encode()
    return [code >> DIGIT for code in codes] + [0] + [code & 31 for code in codes]


def _added(top: int) -> int:
    """What the five bits that fall out at the top add to a checksum."""
    added = 0
    for place, term in enumerate(GENERATOR):
        added ^= term if top >> place & 1 else 0
    return added


TERMS = tuple(_added(top) for top in range(1 << DIGIT))


def _checksum(digits: Iterable[int]) -> int:
    check = 1
    for digit in digits:
        check = (check & 0x1FFFFFF) << DIGIT ^ digit ^ TERMS[check >> 25]
    return check


def _regroup(groups: Iterable[int], width: int, new: int) -> Iterable[int]:
    """The same bits in groups of another width, the last filled up with zeros."""
    held, bits = 0, 0
    for group in groups:
        held, bits = held << width | group, bits + width
        while bits >= new:
            bits -= new
            yield held >> bits & (1 << new) - 1
        held &= (1 << bits) - 1
    if bits:
        yield held << new - bits & (1 << new) - 1
