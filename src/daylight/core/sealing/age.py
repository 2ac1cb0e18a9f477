"""age files, version 1 (C2SP age), for X25519 recipients: what any stock ``age`` tool reads and writes.

Randomness is an argument: the file key, the nonce and one ephemeral scalar per recipient. Decryption says by
its exception what failed, in the classes of the official vectors (``tests/conformance/test_age.py``).
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from hmac import digest as hmac

from daylight.core.sealing.bech32 import KEY_SIZE, read_identity, read_recipient
from daylight.core.values.crypto import Crypto

BASE_POINT = (9).to_bytes(KEY_SIZE, "little")
VERSION = b"age-encryption.org/v1\n"
STANZA, MAC = b"-> ", b"---"
X25519, SCRYPT = "X25519", "scrypt"
WRAP = b"age-encryption.org/v1/X25519"
LINE = 64
FILE_KEY_SIZE, NONCE_SIZE, TAG_SIZE = 16, 16, 16
CHUNK = 64 * 1024
LARGEST_HEADER = 64 * 1024


class AgeFailure(ValueError):
    """The file cannot be opened; the kinds below say at which step."""


class HeaderFailure(AgeFailure):
    """The header is not in the form the standard asks for."""


class NoMatch(AgeFailure):
    """None of the identities is a recipient of the file."""


class HmacFailure(AgeFailure):
    """The header was altered after the file was made."""


class PayloadFailure(AgeFailure):
    """The payload was altered or cut short; ``released`` is what had already proved genuine."""

    released = b""


@dataclass(frozen=True)
class Stanza:
    """One recipient's line of the header with the wrapped file key."""

    arguments: tuple[str, ...]
    body: bytes

    def encoded(self) -> bytes:
        """The stanza as it stands in the header."""
        text = _unpadded(self.body)
        lines = [text[at : at + LINE] for at in range(0, len(text) + 1, LINE)]
        return "\n".join((STANZA.decode() + " ".join(self.arguments), *lines, "")).encode()


@dataclass(frozen=True)
class Header:
    """The stanzas, the bytes the MAC covers, the MAC, and where the payload begins."""

    stanzas: tuple[Stanza, ...]
    covered: bytes
    mac: bytes
    payload_at: int


@dataclass(frozen=True)
class Chances:
    """The random bytes of one file; each is used once and never again."""

    file_key: bytes
    nonce: bytes
    ephemerals: tuple[bytes, ...]

    def __repr__(self) -> str:
        return "Chances(…)"


def public_of(identity: bytes, crypto: Crypto) -> bytes:
    """The X25519 point of a secret scalar."""
    return crypto.x25519(identity, BASE_POINT)


def chances(randomness: Callable[[int], bytes], recipients: int) -> Chances:
    """Draw the random bytes of a file for so many recipients."""
    ephemerals = tuple(randomness(KEY_SIZE) for _ in range(recipients))
    return Chances(randomness(FILE_KEY_SIZE), randomness(NONCE_SIZE), ephemerals)


def encrypt(plaintext: bytes, recipients: Sequence[str], chances: Chances, crypto: Crypto) -> bytes:
    """The age file of a plaintext for recipients written ``age1…``."""
    return b"".join(encrypted((plaintext,), recipients, chances, crypto))


def encrypted(
    plaintext: Iterable[bytes], recipients: Sequence[str], chances: Chances, crypto: Crypto
) -> Iterator[bytes]:
    """The same piece by piece: no more than a chunk and a piece of the plaintext are held."""
    if not recipients or len(recipients) != len(chances.ephemerals):
        raise ValueError("a file has recipients, and one ephemeral scalar for each")
    if len(chances.file_key) != FILE_KEY_SIZE or len(chances.nonce) != NONCE_SIZE:
        raise ValueError("the file key and the nonce have 16 bytes each")
    stanzas = (
        _wrap(chances.file_key, read_recipient(recipient), ephemeral, crypto)
        for recipient, ephemeral in zip(recipients, chances.ephemerals, strict=True)
    )
    covered = VERSION + b"".join(stanza.encoded() for stanza in stanzas) + MAC
    mac = _unpadded(_header_mac(chances.file_key, covered)).encode()
    key = _derive(chances.file_key, chances.nonce, b"payload")
    yield covered + b" " + mac + b"\n" + chances.nonce
    yield from _seal_stream(key, plaintext, crypto)


def decrypt(source: bytes, identities: Sequence[str], crypto: Crypto) -> bytes:
    """The plaintext for the first identity (``AGE-SECRET-KEY-1…``) that is a recipient."""
    released: list[bytes] = []
    try:
        released.extend(decrypted((source,), identities, crypto))
    except PayloadFailure as failure:
        failure.released = b"".join(released)
        raise
    return b"".join(released)


def decrypted(source: Iterable[bytes], identities: Sequence[str], crypto: Crypto) -> Iterator[bytes]:
    """The same piece by piece: no more than a header, a chunk and a piece of the file are held.

    What was given before a ``PayloadFailure`` is genuine, but it is not the whole.
    """
    pieces = iter(source)
    start = _at_least(b"", LARGEST_HEADER, pieces)
    header = read_header(start)
    file_key = _file_key(header, [read_identity(identity) for identity in identities], crypto)
    if not compare_digest(_header_mac(file_key, header.covered), header.mac):
        raise HmacFailure("the header was altered after the file was made")
    payload_at = header.payload_at + NONCE_SIZE
    start = _at_least(start, payload_at, pieces)
    if len(start) < payload_at:
        raise HeaderFailure("the nonce of the payload is cut short")
    key = _derive(file_key, start[header.payload_at : payload_at], b"payload")
    yield from _open_stream(key, _chunks(start[payload_at:], pieces), crypto)


def read_header(source: bytes) -> Header:
    """Read the header of a file, strictly; nothing is decrypted yet."""
    if not source.startswith(VERSION):
        raise HeaderFailure("the file does not begin with the line age-encryption.org/v1")
    source = source[:LARGEST_HEADER]
    at, stanzas = len(VERSION), []
    while source.startswith(STANZA, at):
        stanza, at = _read_stanza(source, at)
        stanzas.append(stanza)
    line, end = _line(source, at)
    mac = _read_unpadded(line.removeprefix(MAC.decode() + " "))
    if not stanzas or not line.startswith(MAC.decode() + " ") or len(mac) != sha256().digest_size:
        raise HeaderFailure("a header is one or more stanzas and a MAC")
    if len(stanzas) > 1 and any(stanza.arguments[0] == SCRYPT for stanza in stanzas):
        raise HeaderFailure("a passphrase stands alone")
    return Header(tuple(stanzas), source[: at + len(MAC)], mac, end)


def _read_stanza(source: bytes, at: int) -> tuple[Stanza, int]:
    line, at = _line(source, at)
    arguments = tuple(line.removeprefix(STANZA.decode()).split(" "))
    if not all(argument and all("!" <= each <= "~" for each in argument) for argument in arguments):
        raise HeaderFailure("the arguments of a stanza are printable and divided by single blanks")
    body, full = [], True
    while full:
        line, at = _line(source, at)
        if len(line) > LINE:
            raise HeaderFailure(f"a line of a stanza has at most {LINE} characters")
        body.append(line)
        full = len(line) == LINE
    return Stanza(arguments, _read_unpadded("".join(body))), at


def _line(source: bytes, at: int) -> tuple[str, int]:
    end = source.find(b"\n", at)
    try:
        if end >= 0:
            return source[at:end].decode("ascii"), end + 1
    except UnicodeDecodeError:
        pass
    raise HeaderFailure("a header is lines of ASCII")


def _unpadded(content: bytes) -> str:
    return b64encode(content).decode().rstrip("=")


def _read_unpadded(text: str) -> bytes:
    try:
        content = b64decode(text + "=" * (-len(text) % 4), validate=True)
    except ValueError:
        raise HeaderFailure("not unpadded base64") from None
    if _unpadded(content) != text:
        raise HeaderFailure("not canonical base64")
    return content


def _derive(secret: bytes, salt: bytes, label: bytes) -> bytes:
    """HKDF-SHA-256 (RFC 5869), one block."""
    return hmac(hmac(salt or bytes(32), secret, "sha256"), label + b"\x01", "sha256")


def _header_mac(file_key: bytes, covered: bytes) -> bytes:
    return hmac(_derive(file_key, b"", b"header"), covered, "sha256")


def _wrap(file_key: bytes, recipient: bytes, ephemeral: bytes, crypto: Crypto) -> Stanza:
    share = public_of(ephemeral, crypto)
    key = _derive(crypto.x25519(ephemeral, recipient), share + recipient, WRAP)
    return Stanza((X25519, _unpadded(share)), crypto.aead_seal(key, bytes(12), file_key))


def _file_key(header: Header, identities: Sequence[bytes], crypto: Crypto) -> bytes:
    wrapped = [_read_wrapped(stanza) for stanza in header.stanzas if stanza.arguments[0] == X25519]
    for identity in identities:
        ours = public_of(identity, crypto)
        for share, body in wrapped:
            try:
                shared = crypto.x25519(identity, share)
            except ValueError:
                raise HeaderFailure("the share of a stanza has low order") from None
            key = crypto.aead_open(_derive(shared, share + ours, WRAP), bytes(12), body)
            if key is not None:
                return key
    raise NoMatch("none of the identities is a recipient of this file")


def _read_wrapped(stanza: Stanza) -> tuple[bytes, bytes]:
    if len(stanza.arguments) != len((X25519, "share")):
        raise HeaderFailure("an X25519 stanza has one share and no more")
    share = _read_unpadded(stanza.arguments[1])
    if len(share) != KEY_SIZE or len(stanza.body) != FILE_KEY_SIZE + TAG_SIZE:
        raise HeaderFailure("an X25519 stanza has a share and a body of 32 bytes each")
    return share, stanza.body


def _chunk_nonce(count: int, final: bool) -> bytes:
    return count.to_bytes(11, "big") + bytes([final])


def _seal_stream(key: bytes, plaintext: Iterable[bytes], crypto: Crypto) -> Iterator[bytes]:
    count, held = 0, b""
    for piece in plaintext:
        held, at = held + piece if held else piece, 0
        while len(held) - at > CHUNK:  # of what may be the last chunk nothing is sealed yet
            yield crypto.aead_seal(key, _chunk_nonce(count, False), held[at : at + CHUNK])
            count, at = count + 1, at + CHUNK
        held = held[at:]
    yield crypto.aead_seal(key, _chunk_nonce(count, True), held)


def _at_least(held: bytes, size: int, pieces: Iterator[bytes]) -> bytes:
    """What is held and the next pieces, until they have some size or end."""
    found = bytearray(held)
    while len(found) < size and (piece := next(pieces, None)) is not None:
        found += piece
    return bytes(found)


def _chunks(held: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The payload in sealed chunks; the last one may be shorter."""
    size = CHUNK + TAG_SIZE
    while held := _at_least(held, size, pieces):
        whole = len(held) - len(held) % size
        for at in range(0, whole, size):
            yield held[at : at + size]
        if not whole:
            yield held
            return
        held = held[whole:]


def _open_stream(key: bytes, chunks: Iterator[bytes], crypto: Crypto) -> Iterator[bytes]:
    """STREAM: chunks of 64 KiB, numbered, the last one marked; an empty last one only in an empty file."""
    for count, chunk in enumerate(chunks):
        whole = len(chunk) == CHUNK + TAG_SIZE
        text = crypto.aead_open(key, _chunk_nonce(count, False), chunk) if whole else None
        if text is not None:
            yield text
            continue
        text = crypto.aead_open(key, _chunk_nonce(count, True), chunk)
        if text is None or (count and not text):
            raise PayloadFailure(f"chunk {count} was altered or cut short")
        yield text
        if next(chunks, None) is not None:
            raise PayloadFailure("something follows the last chunk")
        return
    raise PayloadFailure("the file ends before its last chunk")
