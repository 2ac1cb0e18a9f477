"""Intake receipts: the gateway's signed word that it received a commitment, when, and when the log has it.

``daylight-intake/v2`` names the day of its leaf and the rush for which the log's pace is made; a log without
that leaf after that day stands refuted by its own gateway. ``daylight-intake/v1``, which older worlds give,
promises the leaf without a day. Shown by ``tests/core/ledger/test_intake.py``.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass

from daylight.core.ledger.checkpoint import read_number
from daylight.core.ledger.note import Malformed, read_base64
from daylight.core.ledger.tree import HASH_SIZE

FIRST_LINES = ("daylight-intake/v1", "daylight-intake/v2")
LENGTHS = (4, 6)


@dataclass(frozen=True)
class Due:
    """Until when the leaf is in the log, in milliseconds since 1970 UTC, and for how large a rush of acts."""

    ms: int
    rush: int


@dataclass(frozen=True)
class Intake:
    """What was received for which context, in milliseconds since 1970 UTC; ``due`` since ``v2``."""

    context: str
    commitment: bytes
    received_ms: int
    due: Due | None = None

    def __post_init__(self) -> None:
        if not self.context or any(character < " " for character in self.context):
            raise Malformed("the context of an intake is one line")
        if len(self.commitment) != HASH_SIZE or self.received_ms < 0:
            raise Malformed("an intake has a commitment of 32 bytes and a time")
        if self.due and (self.due.ms <= self.received_ms or self.due.rush < 1):
            raise Malformed("a leaf is due after its act was received, for a rush of at least one act")

    def text(self) -> str:
        """The text of the note that the gateway signs."""
        promised = (self.due.ms, self.due.rush) if self.due else ()
        lines = (self.context, b64encode(self.commitment).decode(), self.received_ms, *promised)
        return "".join(f"{line}\n" for line in (FIRST_LINES[bool(promised)], *lines))


def read_intake(text: str) -> Intake:
    """Read the text of an intake note."""
    lines = text.split("\n")
    if lines.pop() or not lines or lines[0] not in FIRST_LINES:
        raise Malformed(f"an intake begins with {' or '.join(FIRST_LINES)}, and ends its last line")
    if len(lines) != LENGTHS[FIRST_LINES.index(lines[0])]:
        raise Malformed("an intake has four lines, and since v2 two more that say when its leaf is due")
    _, context, encoded, received, *due = lines
    promised = Due(*map(read_number, due)) if due else None
    return Intake(context, read_base64(encoded), read_number(received), promised)
