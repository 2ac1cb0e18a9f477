"""Signed notes (C2SP signed-note v1.0.0): a text and the signatures under it, readable by people.

Only Ed25519 keys (type 0x01) are known here; lines by other keys are kept and ignored, as the standard asks.
Reading is strict: one spelling for one note. Shown by ``tests/core/ledger/test_note.py``.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from daylight.core.values.crypto import Crypto
from daylight.core.values.keys import key_is_weak

ED25519 = b"\x01"
KEY_ID_SIZE = 4
MOST_SIGNATURES = 100
DASH = "— "
CONTROL = re.compile(r"[\x00-\x1f]")
CONTROL_IN_TEXT = re.compile(r"[\x00-\x09\x0b-\x1f]")


class Malformed(ValueError):
    """The bytes are not in the form the standard asks for."""


class BadSignature(ValueError):
    """A key that is known did not make the signature that stands under its name."""


class NoKnownKey(ValueError):
    """None of the keys that are known has signed."""


@dataclass(frozen=True)
class Signature:
    """One line under a note: whose key, and what it made."""

    name: str
    key_id: bytes
    blob: bytes

    def line(self) -> str:
        """The line as it stands under the note."""
        return f"{DASH}{self.name} {b64encode(self.key_id + self.blob).decode()}\n"


@dataclass(frozen=True)
class Note:
    """A text that ends in a newline, and the signatures under it."""

    text: str
    signatures: tuple[Signature, ...]

    def encoded(self) -> bytes:
        """The note as it is stored and sent."""
        return f"{self.text}\n{''.join(each.line() for each in self.signatures)}".encode()


@dataclass(frozen=True)
class Verifier:
    """A public Ed25519 key under a name; weak keys are refused."""

    name: str
    public: bytes

    def __post_init__(self) -> None:
        _check_name(self.name)
        if key_is_weak(self.public):
            raise Malformed(f"the key of {self.name} is weak or not an Ed25519 key")

    @property
    def key_id(self) -> bytes:
        """The four bytes by which signature lines name the key."""
        return key_id(self.name, ED25519 + self.public)

    @property
    def vkey(self) -> str:
        """The key as people exchange it: ``name+id+key``."""
        return f"{self.name}+{self.key_id.hex()}+{b64encode(ED25519 + self.public).decode()}"


@dataclass(frozen=True)
class Signer:
    """A secret Ed25519 seed under a name."""

    name: str
    seed: bytes

    def __repr__(self) -> str:
        return f"Signer({self.name!r})"

    def verifier(self, crypto: Crypto) -> Verifier:
        """The public side of the signer."""
        return Verifier(self.name, crypto.ed25519_public(self.seed))


@dataclass(frozen=True)
class Opened:
    """A text, the known keys that signed it, and the lines by keys that are not known."""

    text: str
    by: tuple[Verifier, ...]
    others: tuple[Signature, ...]


def key_id(name: str, typed_key: bytes) -> bytes:
    """The id of a key whose first byte is its type."""
    return sha256(name.encode() + b"\n" + typed_key).digest()[:KEY_ID_SIZE]


def read_vkey(vkey: str) -> Verifier:
    """Read ``name+id+key``; other key types, wrong ids and weak keys are refused."""
    parts = vkey.split("+", 2)
    if len(parts) <= 2:
        raise Malformed(f"{vkey!r} is not name+id+key")
    name, claimed, typed_key = parts[0], parts[1], read_base64(parts[2])
    if typed_key[:1] != ED25519:
        raise Malformed(f"the key of {name} is not of the type Ed25519")
    verifier = Verifier(name, typed_key[1:])
    if verifier.key_id.hex() != claimed:
        raise Malformed(f"the key of {name} has the id {verifier.key_id.hex()}, not {claimed}")
    return verifier


def sign(text: str, signers: Iterable[Signer], crypto: Crypto) -> Note:
    """The note of a text with a signature by each signer."""
    _check_text(text)
    return Note(text, tuple(_signed(text, signer, crypto) for signer in signers))


def _signed(text: str, signer: Signer, crypto: Crypto) -> Signature:
    blob = crypto.ed25519_sign(signer.seed, text.encode())
    return Signature(signer.name, signer.verifier(crypto).key_id, blob)


def read_note(message: bytes) -> Note:
    """Divide a note into its text and signatures, verifying nothing yet."""
    try:
        whole = message.decode()
    except UnicodeDecodeError:
        raise Malformed("a note is UTF-8") from None
    above, blank, below = whole.rpartition("\n\n")
    if not blank or not below.endswith("\n"):
        raise Malformed("a note is a text, an empty line, and signatures that end in a newline")
    text = above + "\n"
    _check_text(text)
    lines = below[:-1].split("\n")
    if len(lines) > MOST_SIGNATURES:
        raise Malformed(f"a note has at most {MOST_SIGNATURES} signatures")
    return Note(text, tuple(_read_signature(line) for line in lines))


def _read_signature(line: str) -> Signature:
    if not line.startswith(DASH):
        raise Malformed(f"a signature line begins with an em dash and a blank: {line!r}")
    name, _, encoded = line.removeprefix(DASH).partition(" ")
    _check_name(name)
    blob = read_base64(encoded)
    if len(blob) <= KEY_ID_SIZE:
        raise Malformed(f"the signature of {name} is too short")
    return Signature(name, blob[:KEY_ID_SIZE], blob[KEY_ID_SIZE:])


def open_note(message: bytes, verifiers: Iterable[Verifier], crypto: Crypto) -> Opened:
    """Read a note and check every signature by a known key; a single bad one spoils the note."""
    known = _by_id(verifiers)
    note = read_note(message)
    by: dict[Verifier, None] = {}
    others = []
    for signature in note.signatures:
        verifier = known.get((signature.name, signature.key_id))
        if verifier is None:
            others.append(signature)
        elif crypto.ed25519_verify(verifier.public, signature.blob, note.text.encode()):
            by[verifier] = None
        else:
            raise BadSignature(f"{signature.name} ({signature.key_id.hex()}) did not sign this text")
    if not by:
        raise NoKnownKey("none of the known keys has signed this note")
    return Opened(note.text, tuple(by), tuple(others))


def _by_id(verifiers: Iterable[Verifier]) -> dict[tuple[str, bytes], Verifier]:
    known: dict[tuple[str, bytes], Verifier] = {}
    for verifier in verifiers:
        if known.setdefault((verifier.name, verifier.key_id), verifier) != verifier:
            raise ValueError(f"two keys share the name and id {verifier.name}+{verifier.key_id.hex()}")
    return known


def read_base64(text: str) -> bytes:
    """Standard base64 with padding, in its one canonical spelling."""
    try:
        found = b64decode(text, validate=True)
    except ValueError:
        raise Malformed(f"not base64: {text!r}") from None
    if b64encode(found).decode() != text:
        raise Malformed(f"not canonical base64: {text!r}")
    return found


def _check_name(name: str) -> None:
    if not name or "+" in name or any(character.isspace() for character in name):
        raise Malformed(f"a key name is not empty and has no blank and no plus: {name!r}")
    _refuse_controls(CONTROL, name)


def _check_text(text: str) -> None:
    if not text.endswith("\n"):
        raise Malformed("the text of a note ends in a newline")
    _refuse_controls(CONTROL_IN_TEXT, text)


def _refuse_controls(controls: re.Pattern[str], text: str) -> None:
    if controls.search(text):
        raise Malformed("a note has no control characters but newlines")
