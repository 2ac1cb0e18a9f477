"""Where a value of law is used: the kinds of act whose conditions and clocks ask for it.

``asked.py`` has what the scenarios asked; they must ask all of it again, and nothing else.
Shown by ``tests/core/judgement/test_uses.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.judgement.asked import ASKED
from daylight.core.judgement.register import REGISTER

CLOCKS = "clocks"


@dataclass(frozen=True)
class Use:
    """A kind of act that rests on a name: by conditions, by clocks, or because the role asks for it."""

    kind: str
    conditions: tuple[str, ...]
    clocks: bool
    role: bool


def uses_of(name: str) -> tuple[Use, ...]:
    """The kinds of act that rest on a parameter or a role, in the order of the register."""
    found = []
    for kind, row in REGISTER.items():
        asking = [one for one, names in ASKED.get(kind, {}).items() if name in names]
        conditions = tuple(one for one in asking if one != CLOCKS)
        use = Use(kind, conditions, CLOCKS in asking, row.role == name)
        if use.conditions or use.clocks or use.role:
            found.append(use)
    return tuple(found)
