"""Sealing and opening an envelope: ``daylight-seal/v1``, profile A (one lock, k of n holders).

A fresh identity E encrypts the body; E is split among the holders, each share in an age file of its own.
k holders together give E, and E can then be published: who has the ciphertext re-opens it with any age tool.
Shown by ``tests/core/sealing/test_envelope.py``.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from daylight.core.sealing import age
from daylight.core.sealing.bech32 import (
    KEY_SIZE,
    identity_text,
    read_identity,
    recipient_text,
)
from daylight.core.sealing.faults import OpeningFault, fault
from daylight.core.sealing.manifest import HASH_SIZE, SUITE, KeySet, Manifest, PartSeal, ShareSeal, Terms
from daylight.core.sealing.parts import (
    SALT_SIZE,
    BadBody,
    HeldPieces,
    LargePart,
    Part,
    Pieces,
    SaltedPart,
    body_pieces,
    commitment_to,
    read_pieces,
)
from daylight.core.sealing.shares import BadShares, combine, split
from daylight.core.values.crypto import Crypto

SHARE = "daylight-share/v1"
LARGEST_SHARE = 64 * 1024
"""Bytes of a share file, and of what is in it; a right one has a few hundred."""

Randomness = Callable[[int], bytes]


@dataclass(frozen=True)
class SealedEnvelope:
    """What the bidder hands in: the manifest, the body, and a share file for each holder."""

    manifest: Manifest
    body: bytes
    shares: tuple[bytes, ...]


@dataclass(frozen=True)
class OpenedEnvelope:
    """What was inside, and the identity with which anybody entitled re-opens the body."""

    identity: str
    parts: tuple[SaltedPart, ...]


@dataclass(frozen=True)
class OpenedInto:
    """The same where the parts were written as they were read: the salt of each, in the order of names."""

    identity: str
    salts: tuple[tuple[str, bytes], ...]


def seal(
    parts: Sequence[Part], *, context: str, key_set: KeySet, randomness: Randomness, crypto: Crypto
) -> SealedEnvelope:
    """Seal parts for the holders of a key set, bound to a context (case, lot and envelope)."""
    body: list[bytes] = []
    manifest, shares = seal_into(
        body.append, parts, context=context, key_set=key_set, randomness=randomness, crypto=crypto
    )
    return SealedEnvelope(manifest, b"".join(body), shares)


def seal_into(
    write: Callable[[bytes], object],
    parts: Sequence[Part | LargePart],
    *,
    context: str,
    key_set: KeySet,
    randomness: Randomness,
    crypto: Crypto,
) -> tuple[Manifest, tuple[bytes, ...]]:
    """The same, but the body is written piece by piece as it is sealed; gives manifest and share files."""
    ordered = sorted(parts, key=lambda part: part.name)
    salted = tuple((part, randomness(SALT_SIZE)) for part in ordered)
    identity = randomness(KEY_SIZE)
    rcpt = recipient_text(age.public_of(identity, crypto))
    digest, size = sha256(), 0
    for piece in age.encrypted(body_pieces(salted), (rcpt,), age.chances(randomness, 1), crypto):
        digest.update(piece)
        size += len(piece)
        write(piece)
    terms = Terms(
        suite=SUITE,
        context=context,
        key_set=key_set,
        rcpt=rcpt,
        body_sha256=digest.digest(),
        body_size=size,
        parts=tuple(PartSeal(part.name, commitment_to(part, salt)) for part, salt in salted),
        nonce=randomness(HASH_SIZE),
    )
    texts = _share_texts(terms, identity, randomness)
    files = tuple(
        age.encrypt(text, (holder,), age.chances(randomness, 1), crypto)
        for text, holder in zip(texts, key_set.holders, strict=True)
    )
    seals = tuple(
        ShareSeal(sha256(file).digest(), sha256(text).digest())
        for file, text in zip(files, texts, strict=True)
    )
    return Manifest(terms, seals), files


def _share_texts(terms: Terms, identity: bytes, randomness: Randomness) -> tuple[bytes, ...]:
    k, n = terms.key_set.k, len(terms.key_set.holders)
    shares = split(identity, k, n, randomness((k - 1) * len(identity)))
    return tuple(share_text(terms, share) for share in shares)


def share_text(terms: Terms, share: bytes) -> bytes:
    """The plaintext of a share file: the share, and the terms it belongs to."""
    return f"{SHARE}\n{terms.context}\n{terms.digest().hex()}\n{b64encode(share).decode()}\n".encode()


def open_share(file: bytes, manifest: Manifest, identity: str, crypto: Crypto) -> bytes | OpeningFault:
    """A holder's side: the plaintext of his share, once every hash and the terms hold."""
    holder = recipient_text(age.public_of(read_identity(identity), crypto))
    holders = manifest.terms.key_set.holders
    if holder not in holders:
        return fault("share.not-a-holder", holder)
    expected = manifest.shares[holders.index(holder)]
    if len(file) > LARGEST_SHARE:
        return fault("share.does-not-decrypt", holder)
    if sha256(file).digest() != expected.file:
        return fault("share.file-differs", holder)
    try:
        text = age.decrypt(file, (identity,), crypto)
    except age.AgeFailure:
        return fault("share.does-not-decrypt", holder)
    if sha256(text).digest() != expected.plaintext:
        return fault("share.sealed-otherwise", holder)
    return text if _share_in(text, manifest.terms) else fault("share.other-terms", holder)


def check_share(text: bytes, manifest: Manifest) -> str | OpeningFault:
    """Whose share a plaintext is: asked of every share that is handed in, before any is combined."""
    found = _share_of(text, manifest)
    return found if isinstance(found, OpeningFault) else found[0]


def open_envelope(
    manifest: Manifest, body: bytes, share_texts: Sequence[bytes], crypto: Crypto
) -> OpenedEnvelope | OpeningFault:
    """Open the body with k or more shares, checking every hash, the key and every commitment."""
    found: dict[str, list[bytes]] = {}

    def write(name: str, piece: bytes) -> None:
        found.setdefault(name, []).append(piece)

    opened = open_into(write, manifest, HeldPieces(body), share_texts, crypto)
    if isinstance(opened, OpeningFault):
        return opened
    parts = tuple(SaltedPart(Part(name, b"".join(found.get(name, ()))), salt) for name, salt in opened.salts)
    return OpenedEnvelope(opened.identity, parts)


def open_into(
    write: Callable[[str, bytes], object],
    manifest: Manifest,
    body: Pieces,
    share_texts: Sequence[bytes],
    crypto: Crypto,
) -> OpenedInto | OpeningFault:
    """The same, but the body is read piece by piece, twice, and each part is written so under its name.

    Shares are looked at first: with too few of them the body is not touched. What was written before a fault
    was found is to be dropped.
    """
    terms = manifest.terms
    identity = _identity(manifest, share_texts, crypto)
    if isinstance(identity, OpeningFault):
        return identity
    if body.size != terms.body_size or _digest(body) != terms.body_sha256:
        return fault("body.differs")
    try:
        parts = read_pieces(age.decrypted(body, (identity,), crypto), write)
    except age.AgeFailure:
        return fault("body.does-not-decrypt")
    except BadBody:
        return fault("body.malformed")
    if [each.name for each in parts] != [part.name for part in terms.parts]:
        return fault("part.differs")
    for each in parts:
        if PartSeal(each.name, each.commitment) not in terms.parts:
            return fault("part.differs", each.name)
    return OpenedInto(identity, tuple((each.name, each.salt) for each in parts))


def _digest(body: Pieces) -> bytes:
    digest = sha256()
    for piece in body:
        digest.update(piece)
    return digest.digest()


def verify_part(manifest: Manifest, part: Part, salt: bytes) -> bool:
    """Whether a part that is shown with its salt is the one the manifest committed to."""
    if len(salt) != SALT_SIZE:
        return False
    return PartSeal(part.name, commitment_to(part, salt)) in manifest.terms.parts


def _identity(manifest: Manifest, share_texts: Sequence[bytes], crypto: Crypto) -> str | OpeningFault:
    """The identity of the body, or who stands in the way of it."""
    shares: dict[str, bytes] = {}
    for text in share_texts:
        found = _share_of(text, manifest)
        if isinstance(found, OpeningFault):
            return found
        holder, share = found
        shares[holder] = share
    k = manifest.terms.key_set.k
    if len(shares) < k:
        return fault("shares.too-few")
    try:
        secret = combine(list(shares.values()), k)
    except BadShares:
        return fault("shares.do-not-fit")
    if len(secret) != KEY_SIZE or recipient_text(age.public_of(secret, crypto)) != manifest.terms.rcpt:
        return fault("shares.do-not-fit")
    return identity_text(secret)


def _share_of(text: bytes, manifest: Manifest) -> tuple[str, bytes] | OpeningFault:
    digest = sha256(text).digest()
    for holder, expected in zip(manifest.terms.key_set.holders, manifest.shares, strict=True):
        if expected.plaintext == digest:
            share = _share_in(text, manifest.terms)
            return fault("share.other-terms", holder) if share is None else (holder, share)
    return fault("share.altered-by-holder")


def _share_in(text: bytes, terms: Terms) -> bytes | None:
    """The share in a plaintext that is exactly as the terms have it, or nothing."""
    try:
        share = b64decode(text.rstrip(b"\n").rpartition(b"\n")[2], validate=True)
    except ValueError:
        return None
    return share if share_text(terms, share) == text else None
