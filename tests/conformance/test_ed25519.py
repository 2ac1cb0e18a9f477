"""C2SP/CCTV: 914 signatures on which libraries disagree; ours must not."""

from __future__ import annotations

from typing import Any

import pytest

from daylight.core.values.crypto import Crypto
from daylight.crypto.openssl import OPENSSL
from daylight.crypto.pure import PURE
from shared import needs_shared, vectors

CASES = vectors("ed25519/ed25519vectors.json")
REFUSED = {"low_order_A", "low_order_R", "low_order_residue", "non_canonical_A", "non_canonical_R"}


def accepted(crypto: Crypto, cases: list[dict[str, Any]]) -> set[int]:
    return {
        case["number"]
        for case in cases
        if crypto.ed25519_verify(bytes.fromhex(case["key"]), bytes.fromhex(case["sig"]), case["msg"].encode())
    }


@needs_shared
@pytest.mark.parametrize("crypto", [OPENSSL, PURE], ids=["openssl", "pure"])
def test_strict_rule_accepts_exactly_the_43_without_a_forbidden_flag(crypto: Crypto) -> None:
    strict = {case["number"] for case in CASES if not REFUSED & set(case["flags"] or ())}
    assert (len(CASES), len(strict)) == (914, 43)
    assert accepted(crypto, CASES) == strict
