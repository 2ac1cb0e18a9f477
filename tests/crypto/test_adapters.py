"""One suite for every adapter of the port ``Crypto``: the RFCs' own vectors, and what must be refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daylight.core.values.crypto import Crypto
from daylight.core.values.keys import LOW_ORDER
from daylight.crypto.once import Once
from daylight.crypto.openssl import OPENSSL
from daylight.crypto.pure import PURE

BASE = (9).to_bytes(32, "little")
ADAPTERS = pytest.mark.parametrize("crypto", [OPENSSL, PURE, Once(OPENSSL)], ids=["openssl", "pure", "once"])

# RFC 8032 §7.1: seed, public key, message, signature.
SIGNATURES = {
    "test-1": (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    "test-2": (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    "test-3": (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
}


@ADAPTERS
@pytest.mark.parametrize("name", SIGNATURES)
def test_signature_is_that_of_rfc_8032(crypto: Crypto, name: str) -> None:
    seed, public, message, signature = (bytes.fromhex(part) for part in SIGNATURES[name])
    assert crypto.ed25519_public(seed) == public
    assert crypto.ed25519_sign(seed, message) == signature
    assert crypto.ed25519_verify(public, signature, message) is True
    assert crypto.ed25519_verify(public, signature, message + b"!") is False


@ADAPTERS
def test_signature_with_s_above_the_order_is_refused(crypto: Crypto) -> None:
    seed = bytes(32)
    signature = crypto.ed25519_sign(seed, b"act")
    order = 2**252 + 27742317777372353535851937790883648493
    twin = (int.from_bytes(signature[32:], "little") + order).to_bytes(32, "little")
    assert crypto.ed25519_verify(crypto.ed25519_public(seed), signature[:32] + twin, b"act") is False


@ADAPTERS
@pytest.mark.parametrize("length", [0, 31, 32, 63, 65])
def test_signature_of_another_length_is_refused(crypto: Crypto, length: int) -> None:
    seed = bytes(32)
    signature = (crypto.ed25519_sign(seed, b"act") + b"\0")[:length]
    assert crypto.ed25519_verify(crypto.ed25519_public(seed), signature, b"act") is False


@ADAPTERS
@pytest.mark.parametrize("point", sorted(LOW_ORDER), ids=bytes.hex)
def test_low_order_key_verifies_nothing(crypto: Crypto, point: bytes) -> None:
    seed = bytes(32)
    assert crypto.ed25519_verify(point, crypto.ed25519_sign(seed, b"act"), b"act") is False
    assert crypto.ed25519_verify(crypto.ed25519_public(seed), point + bytes(32), b"act") is False


@ADAPTERS
def test_key_that_is_no_point_verifies_nothing(crypto: Crypto) -> None:
    no_point = (2).to_bytes(32, "little")
    assert crypto.ed25519_verify(no_point, crypto.ed25519_sign(bytes(32), b"act"), b"act") is False


@ADAPTERS
@pytest.mark.parametrize(
    ("scalar", "point", "shared"),
    [
        (
            "a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4",
            "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c",
            "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552",
        ),
        (
            "4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d",
            "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493",
            "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957",
        ),
    ],
)
def test_shared_secret_is_that_of_rfc_7748(crypto: Crypto, scalar: str, point: str, shared: str) -> None:
    assert crypto.x25519(bytes.fromhex(scalar), bytes.fromhex(point)).hex() == shared


@ADAPTERS
def test_thousand_rounds_of_x25519_end_where_rfc_7748_says(crypto: Crypto) -> None:
    k = u = BASE
    for _ in range(1000):
        k, u = crypto.x25519(k, u), k
    assert k.hex() == "684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51"


@ADAPTERS
@pytest.mark.parametrize("point", [bytes(32), (1).to_bytes(32, "little")])
def test_low_order_point_gives_no_shared_secret(crypto: Crypto, point: bytes) -> None:
    with pytest.raises(ValueError):
        crypto.x25519(bytes(range(32)), point)


@ADAPTERS
def test_sealed_text_is_that_of_rfc_8439_once_its_associated_data_is_left_out(crypto: Crypto) -> None:
    # RFC 8439 §2.8.2: the ciphertext does not depend on the associated data, only the tag does.
    key, nonce = bytes(range(0x80, 0xA0)), bytes.fromhex("070000004041424344454647")
    text = (
        b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
        b"sunscreen would be it."
    )
    sealed = crypto.aead_seal(key, nonce, text)
    assert sealed[:-16].hex() == (
        "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6"
        "3dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36"
        "92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc"
        "3ff4def08e4b7a9de576d26586cec64b6116"
    )
    assert crypto.aead_open(key, nonce, sealed) == text
    assert crypto.aead_open(key, nonce, sealed[:-1] + bytes([sealed[-1] ^ 1])) is None


@ADAPTERS
@pytest.mark.parametrize("length", [0, 15])
def test_ciphertext_shorter_than_its_tag_is_refused(crypto: Crypto, length: int) -> None:
    assert crypto.aead_open(bytes(32), bytes(12), bytes(length)) is None


@given(st.binary(max_size=1200), st.binary(min_size=32, max_size=32), st.binary(min_size=12, max_size=12))
@settings(max_examples=60, deadline=None)
def test_both_adapters_seal_alike(text: bytes, key: bytes, nonce: bytes) -> None:
    sealed = OPENSSL.aead_seal(key, nonce, text)
    assert PURE.aead_seal(key, nonce, text) == sealed
    assert PURE.aead_open(key, nonce, sealed) == text


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=100))
@settings(max_examples=25, deadline=None)
def test_both_adapters_sign_and_agree_alike(seed: bytes, message: bytes) -> None:
    assert PURE.ed25519_public(seed) == OPENSSL.ed25519_public(seed)
    assert PURE.ed25519_sign(seed, message) == OPENSSL.ed25519_sign(seed, message)
    assert PURE.x25519(seed, BASE) == OPENSSL.x25519(seed, BASE)
