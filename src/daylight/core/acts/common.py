"""What the kinds of act share: identifiers, documents and private fields.

A private field stands in the signed intent as a salted digest, so it can be shown or erased alone while
the signature over the intent stays valid. Shown by ``tests/office/test_perform.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from daylight.core.values.identifiers import normal_number
from daylight.core.values.plain import canonical_bytes

DIGEST_LENGTH = 64
SALT = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class Identifier:
    """An organisation's number in a public register; ``scheme`` names the register."""

    scheme: str
    id: str

    @property
    def normal(self) -> Identifier:
        """The same in the one spelling that all its spellings share."""
        return Identifier(normal_number(self.scheme), normal_number(self.id))


@dataclass(frozen=True)
class Private:
    """The salted digest of a value that is not for everyone."""

    digest: str


@dataclass(frozen=True)
class Opening:
    """What opens one private field: its path in the deed, the salt and the value."""

    path: str
    salt: str
    value: str


@dataclass(frozen=True)
class Document:
    """A document by its digest; the bytes lie in the vault."""

    id: str
    title: str
    sha256: str
    size: int


def document_is_sound(document: Document) -> bool:
    """Whether a document has a name, a title, a SHA-256 in hex and a size."""
    named = document.id.strip() and document.title.strip() and document.size > 0
    digits = set(document.sha256) <= set("0123456789abcdef")
    return bool(named) and digits and len(document.sha256) == DIGEST_LENGTH


def private_digest(salt: str, value: str) -> Private:
    """Commit to a private value with a 32-byte salt (hex)."""
    return Private(
        sha256(b"daylight-private/v1\0" + bytes.fromhex(salt) + canonical_bytes(value)).hexdigest()
    )


def opening_holds(field: Private, opening: Opening) -> bool:
    """Whether the opening belongs to the field; a salt has 32 bytes in hex."""
    if not SALT.fullmatch(opening.salt):
        return False
    return private_digest(opening.salt, opening.value) == field
