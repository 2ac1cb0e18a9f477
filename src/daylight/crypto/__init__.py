"""Adapters of the port ``daylight.core.values.crypto``: two, with one verdict.

* ``openssl.OPENSSL`` rests on the ``cryptography`` library. It signs, seals and serves.
* ``pure.PURE`` is the standard library alone. It lets anyone verify with nothing but Python; it does
  not run in constant time, so secrets that matter belong to the other.

**The one Ed25519 rule.** Libraries disagree on edge cases, and a journal that two verifiers judge
differently is no journal. So both adapters accept a signature R ‖ S by a key A if and only if

1. A and R are canonical encodings (y < 2^255 - 19) and none of the 14 encodings of the low-order points;
2. S < L;
3. the encoding of [S]B - [SHA-512(R ‖ A ‖ message)]A equals R byte for byte: no cofactor.

This is what ``verify_strict`` of dalek and libsodium do. Of the 914 edge cases of C2SP/CCTV it accepts 43;
``tests/conformance/test_ed25519.py`` names them. ``key_is_weak`` in ``daylight.core.values.keys`` is rule 1.
"""
