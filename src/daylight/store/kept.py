"""An imported intention as the shelf keeps it: a few columns to find it by, and its canonical source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kept:
    """``identity`` never changes once given; ``key`` is shared by all tellings of one planned purchase."""

    identity: str
    key: str
    buyer: str
    item: str
    region: str
    month: str
    source: bytes
