"""Chance for tests: as many bytes as asked for, all told by one seed."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import shake_256


def chance(seed: str) -> Callable[[int], bytes]:
    """A source of bytes that is the same for the same seed."""
    asked = 0

    def draw(length: int) -> bytes:
        nonlocal asked
        asked += 1
        return shake_256(f"{seed}/{asked}".encode()).digest(length)

    return draw
