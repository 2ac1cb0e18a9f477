"""How much of a docket everybody may see: a prefix, so that a stranger can fold it without gaps.

An act is public at once, from the intention, from the opening, or once its lot is decided; the prefix ends
before the first act that is not yet public. Shown by ``tests/sites/test_api.py``.
"""

from __future__ import annotations

from collections.abc import Sequence

from daylight.core.acts.act import Act
from daylight.core.judgement.register import REGISTER

DECIDING = ("PublishAward", "FailLot", "CancelLot")


def public_length(acts: Sequence[Act]) -> int:
    """How many acts of a case or registry docket everybody may see."""
    kinds = {act.intent.kind for act in acts}
    decided = {act.intent.deed.lot for act in acts if act.intent.kind in DECIDING}
    for place, act in enumerate(acts):
        if not _is_public(act, kinds, decided):
            return place
    return len(acts)


def bids_are_public(acts: Sequence[Act]) -> bool:
    """Whether the bid dockets of a case may be seen: from its opening on."""
    return any(act.intent.kind == "OpenBids" for act in acts)


def _is_public(act: Act, kinds: set[str], decided: set[str]) -> bool:
    lot = getattr(act.intent.deed, "lot", "")
    return {
        "at_once": True,
        "intention": "PublishIntention" in kinds,
        "opening": "OpenBids" in kinds,
        "award": lot in decided if lot else bool(decided),
        "never": False,
    }[REGISTER[act.intent.kind].public_from]
