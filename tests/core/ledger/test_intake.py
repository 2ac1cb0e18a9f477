"""Intake receipts say what was received for which context and when, under the gateway's signature."""

from __future__ import annotations

import pytest

from daylight.core.ledger.intake import Due, Intake, read_intake
from daylight.core.ledger.note import Malformed, Signer, open_note, sign
from daylight.crypto.openssl import OPENSSL

GATEWAY = Signer("gateway.example/intake", bytes(32))
INTAKE = Intake("case-7/lot-1", bytes(32), 1_790_000_000_123)
GOOD = "daylight-intake/v1\ncase-7/lot-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n1790000000123\n"


def test_intake_has_its_exact_text_and_is_read_back() -> None:
    assert INTAKE.text() == GOOD
    assert read_intake(GOOD) == INTAKE


def test_signed_intake_is_opened() -> None:
    message = sign(INTAKE.text(), (GATEWAY,), OPENSSL).encoded()
    opened = open_note(message, (GATEWAY.verifier(OPENSSL),), OPENSSL)
    assert read_intake(opened.text) == INTAKE


@pytest.mark.parametrize(
    "text",
    [
        "",
        GOOD[:-1],
        GOOD + "more\n",
        GOOD.replace("v1", "v2"),
        GOOD.replace("case-7/lot-1", ""),
        GOOD.replace("case-7/lot-1", "case\t7"),
        GOOD.replace("AAA=", "AAB="),
        GOOD.replace("AAAA", "", 1),
        GOOD.replace("1790000000123", "-1"),
        GOOD.replace("1790000000123", "01790000000123"),
    ],
)
def test_other_spellings_are_refused(text: str) -> None:
    with pytest.raises(Malformed):
        read_intake(text)


DUE = Intake("world-1", bytes(32), 1_790_000_000_123, Due(1_790_000_440_123, 5_000))
PROMISED = GOOD.replace("v1", "v2").replace("case-7/lot-1", "world-1") + "1790000440123\n5000\n"


def test_a_receipt_names_the_day_of_its_leaf_and_the_rush_it_is_made_for() -> None:
    assert DUE.text() == PROMISED
    assert read_intake(PROMISED) == DUE


@pytest.mark.parametrize(
    "text",
    [
        PROMISED.replace("v2", "v1"),
        PROMISED.replace("v2", "v3"),
        PROMISED.replace("1790000440123", "1790000000123"),
        PROMISED.replace("5000\n", ""),
        PROMISED.replace("5000", "0"),
        PROMISED + "1\n",
    ],
)
def test_a_promise_without_a_later_day_or_a_rush_is_none(text: str) -> None:
    with pytest.raises(Malformed):
        read_intake(text)
