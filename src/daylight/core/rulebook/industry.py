"""The size of an enterprise by its industry: data of a country, in steps from the largest down.

Shown by ``tests/core/policy/test_size.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daylight.core.rulebook.provision import Ref
from daylight.core.values.money import Money
from daylight.core.values.text import Text

Size = Literal["large", "medium", "small"]


@dataclass(frozen=True)
class Step:
    """The least figures of a size; all that are given must be reached."""

    size: Size
    staff: int | None = None
    turnover: Money | None = None
    assets: Money | None = None


@dataclass(frozen=True)
class Industry:
    """An industry with its steps, the largest first; who reaches none is micro."""

    id: str
    name: Text
    steps: tuple[Step, ...]
    cites: tuple[Ref, ...]
    confidence: str
