"""C2SP/CCTV: the age files for X25519 recipients, one by one, with the plaintext that may be released."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from daylight.core.sealing import age
from daylight.core.values.crypto import Crypto
from daylight.crypto.openssl import OPENSSL
from daylight.crypto.pure import PURE
from shared import VECTORS, needs_shared

OUTCOMES: dict[type[age.AgeFailure], str] = {
    age.HeaderFailure: "header failure",
    age.NoMatch: "no match",
    age.HmacFailure: "HMAC failure",
    age.PayloadFailure: "payload failure",
}
FOLDER = VECTORS / "age" / "testdata"
NAMES = sorted(
    path.name
    for path in (FOLDER.iterdir() if FOLDER.is_dir() else ())
    if not path.name.startswith(("armor", "scrypt", "hybrid"))
)
READABLE = [name for name in NAMES if not (FOLDER / name).read_bytes().startswith(b"expect: header failure")]
ON_PURE = [
    name
    for name in (
        "x25519",
        "x25519_low_order",
        "x25519_bad_tag",
        "hmac_bad",
        "stream_two_chunks",
        "stream_no_final",
    )
    if name in NAMES
]


@dataclass(frozen=True)
class Vector:
    """What must happen, and the file it must happen to."""

    expect: str
    payload: str | None
    identities: tuple[str, ...]
    source: bytes


def read_vector(path: Path) -> Vector:
    head, _, source = path.read_bytes().partition(b"\n\n")
    lines = [line.split(": ", 1) for line in head.decode().split("\n")]
    keys = dict(lines)
    if keys.get("compressed") == "zlib":
        source = zlib.decompress(source)
    identities = tuple(value for key, value in lines if key == "identity")
    return Vector(keys["expect"], keys.get("payload"), identities, source)


def check(name: str, crypto: Crypto) -> None:
    vector = read_vector(FOLDER / name)
    released: bytes | None
    try:
        released, outcome = age.decrypt(vector.source, vector.identities, crypto), "success"
    except age.AgeFailure as failure:
        released = failure.released if isinstance(failure, age.PayloadFailure) else None
        outcome = OUTCOMES[type(failure)]
    assert outcome == vector.expect
    assert (None if released is None else sha256(released).hexdigest()) == vector.payload


@needs_shared
def test_all_67_files_are_there() -> None:
    assert len(NAMES) == 67


@pytest.mark.parametrize("name", NAMES)
def test_file(name: str) -> None:
    check(name, OPENSSL)


@pytest.mark.parametrize("name", ON_PURE)
def test_file_with_nothing_but_the_standard_library(name: str) -> None:
    check(name, PURE)


@needs_shared
def test_passphrase_beside_another_recipient_is_a_header_failure() -> None:
    check("scrypt_and_x25519", OPENSSL)


@pytest.mark.parametrize("name", READABLE)
def test_header_that_is_readable_is_written_as_it_was_read(name: str) -> None:
    header = age.read_header(read_vector(FOLDER / name).source)
    written = age.VERSION + b"".join(stanza.encoded() for stanza in header.stanzas) + age.MAC
    assert written == header.covered
