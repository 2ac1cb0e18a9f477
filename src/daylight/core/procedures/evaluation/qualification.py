"""What has to be true of all qualifications together, before any bid is evaluated.

Shown by ``tests/scenarios/test_enough_qualify.py``.
"""

from __future__ import annotations

from daylight.core.dockets.case.case import Case
from daylight.core.procedures.matter import Matter
from daylight.core.procedures.planning.choice import lowered
from daylight.core.rulebook.law import Law
from daylight.core.values.refusal import Refusal, refuse

MINIMUM = "qualification.minimum"


def enough_bidders_are_qualified(m: Matter) -> Refusal | None:
    """With fewer qualified bidders than law asks for there is nothing to evaluate."""
    left = sum(bid.qualified is not False for bid in m.lot.evaluation.bids)
    if are_enough_qualified(m.law, m.case, left):
        return None
    return refuse("evaluation.too-few-qualified", MINIMUM, left=left, least=_least(m.law, m.case))


def are_enough_qualified(law: Law, case: Case, found: int) -> bool:
    """Whether so many qualified bidders may be evaluated; always, where law names no number."""
    return law.maybe(MINIMUM) is None or found >= _least(law, case)


def _least(law: Law, case: Case) -> int:
    return lowered(law, case, law.whole(MINIMUM).value)
