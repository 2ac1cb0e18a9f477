"""Intake receipts ``daylight-intake/v1``: the gateway's signed word that it received a commitment, and when.

It is given at once, before the log has taken the leaf up; a log without that leaf then stands refuted by
its own gateway. Shown by ``tests/core/ledger/test_intake.py``.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass

from daylight.core.ledger.checkpoint import read_number
from daylight.core.ledger.note import Malformed, read_base64
from daylight.core.ledger.tree import HASH_SIZE

FIRST_LINE = "daylight-intake/v1"


@dataclass(frozen=True)
class Intake:
    """What was received for which context, in milliseconds since 1970 UTC."""

    context: str
    commitment: bytes
    received_ms: int

    def __post_init__(self) -> None:
        if not self.context or any(character < " " for character in self.context):
            raise Malformed("the context of an intake is one line")
        if len(self.commitment) != HASH_SIZE or self.received_ms < 0:
            raise Malformed("an intake has a commitment of 32 bytes and a time")

    def text(self) -> str:
        """The text of the note that the gateway signs."""
        encoded = b64encode(self.commitment).decode()
        return f"{FIRST_LINE}\n{self.context}\n{encoded}\n{self.received_ms}\n"


def read_intake(text: str) -> Intake:
    """Read the text of an intake note."""
    lines = text.split("\n")
    if len(lines) != len((FIRST_LINE, "context", "commitment", "ms", "")) or lines.pop():
        raise Malformed("an intake is four lines")
    first, context, encoded, received = lines
    if first != FIRST_LINE:
        raise Malformed(f"an intake begins with {FIRST_LINE}")
    return Intake(context, read_base64(encoded), read_number(received))
