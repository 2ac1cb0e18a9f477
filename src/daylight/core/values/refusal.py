"""A refusal is a value: code, the provision it rests on, the facts, and what would set it right.

The words belong to the code and stand in ``daylight.core.judgement.words``; a refusal carries data only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from daylight.core.values.because import Cite
from daylight.core.values.fact import Fact, Stated, spelling_of, value_of
from daylight.core.values.plain import UNSPELLED


@dataclass(frozen=True)
class Refusal:
    """``code`` is ``phase.what-is-wrong``; ``role`` the provision role; ``facts`` fill the words.

    Facts are spelled, and so signed and compared; ``values`` are the same facts typed, where the refusal was
    made here or an interface gave them. A refusal that is read from an act or a note has none.
    """

    code: str
    role: str
    facts: tuple[tuple[str, str], ...] = ()
    cites: tuple[Cite, ...] = ()
    values: Mapping[str, Fact] = field(default_factory=dict, compare=False, metadata=UNSPELLED)


def refuse(code: str, role: str, **facts: Stated) -> Refusal:
    """Build a refusal from its facts; the judge adds the citations of the role."""
    spelled = tuple((name, spelling_of(fact)) for name, fact in facts.items())
    return Refusal(code, role, spelled, values={name: value_of(fact) for name, fact in facts.items()})
