"""Checkpoints are three lines, and only one spelling of them is read."""

from __future__ import annotations

import pytest

from daylight.core.ledger.checkpoint import Checkpoint, open_checkpoint, read_checkpoint
from daylight.core.ledger.note import BadSignature, Malformed, Signer, sign
from daylight.core.ledger.tree import EMPTY_ROOT
from daylight.crypto.openssl import OPENSSL

ROOT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
GOOD = f"log.example/daylight/test\n12\n{ROOT}\n"
SIGNER = Signer("log.example/daylight/test", bytes(32))


def test_checkpoint_is_read_and_written_alike() -> None:
    assert read_checkpoint(GOOD) == Checkpoint("log.example/daylight/test", 12, EMPTY_ROOT)
    assert read_checkpoint(GOOD).text() == GOOD


@pytest.mark.parametrize(
    "text",
    [
        "",
        GOOD[:-1],
        GOOD + "extension\n",
        GOOD + "\n",
        GOOD.replace("12", "012"),
        GOOD.replace("12", "+12"),
        GOOD.replace("12", "-1"),
        GOOD.replace("12", ""),
        GOOD.replace("12", "１２"),
        GOOD.replace("12", str(2**63)),
        GOOD.replace("12", "9" * 5000),
        GOOD.replace("log.example/daylight/test", ""),
        GOOD.replace(ROOT, "AAAA"),
        GOOD.replace(ROOT, ""),
        GOOD.replace("uFU=", "uFV="),
        GOOD.replace("uFU=", "uFU"),
    ],
)
def test_other_spellings_are_refused(text: str) -> None:
    with pytest.raises(Malformed):
        read_checkpoint(text)


def test_signed_checkpoint_is_opened() -> None:
    message = sign(GOOD, (SIGNER,), OPENSSL).encoded()
    verifier = SIGNER.verifier(OPENSSL)
    checkpoint, opened = open_checkpoint(message, (verifier,), OPENSSL)
    assert (checkpoint, opened.by) == (read_checkpoint(GOOD), (verifier,))


def test_checkpoint_with_another_size_than_was_signed_is_refused() -> None:
    message = sign(GOOD, (SIGNER,), OPENSSL).encoded().replace(b"\n12\n", b"\n13\n")
    with pytest.raises(BadSignature):
        open_checkpoint(message, (SIGNER.verifier(OPENSSL),), OPENSSL)
