"""A refusal is a value: code, the provision it rests on, the facts, and what would mend it.

The words belong to the code and stand in ``daylight.core.judgement.words``; a refusal carries data only.
"""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.values.because import Cite


@dataclass(frozen=True)
class Refusal:
    """``code`` is ``phase.what-is-wrong``; ``role`` the provision role; ``facts`` fill the words."""

    code: str
    role: str
    facts: tuple[tuple[str, str], ...] = ()
    cites: tuple[Cite, ...] = ()


def refuse(code: str, role: str, **facts: object) -> Refusal:
    """Build a refusal from its facts; the judge adds the citations of the role."""
    return Refusal(code, role, tuple((name, str(fact)) for name, fact in facts.items()))
