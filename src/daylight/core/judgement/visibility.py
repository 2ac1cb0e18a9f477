"""How much of a docket everybody may see: a prefix, so that a stranger can fold it without gaps.

An act is public at once, from the intention, from the opening, or once its lot is decided; what follows
when a decided lot is evaluated again waits until it is decided anew. Where a method
opens offers without reading them out, what the opening tells waits until every lot is decided. The prefix
ends before the first act that is not yet public. Shown by ``tests/sites/test_api.py``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from daylight.core.acts.act import Act
from daylight.core.acts.evaluation import PrepareDraw
from daylight.core.acts.planning import ChooseMethod, DefineRequirement
from daylight.core.acts.shapes import OfPurchase, UnderFramework, lot_of
from daylight.core.judgement.register import REGISTER

INVITATION = "/invitation"
CALLED = ("OpenCallOff", "BuyOffList")
UNDER_A_FRAMEWORK = (*CALLED, "OpenCompetition", "OpenReplenishment")
DECIDING = ("PublishAward", "FailLot", "CancelLot", "ListSuppliers")
REOPENING = ("ReopenEvaluation", "DissolveCommittee")
EVERY = ""


def public_length(acts: Sequence[Act]) -> int:
    """How many acts of a case or registry docket everybody may see."""
    so_far = _so_far(acts)
    for place, act in enumerate(acts):
        if not _is_public(act, so_far, place):
            return place
    return len(acts)


def bids_are_public(acts: Sequence[Act]) -> bool:
    """Whether the bid dockets of a case may be seen: from its opening on, or when every lot is decided."""
    return _so_far(acts).offers_public


def framework_above(first: Act) -> str:
    """The framework a case that begins with this act was called off from; empty where it stands alone."""
    return first.deed(UnderFramework).framework if first.intent.kind in UNDER_A_FRAMEWORK else ""


@dataclass(frozen=True)
class _SoFar:
    """What makes acts public: what was done, whether offers are, where lots were decided or opened again."""

    kinds: frozenset[str]
    closed: bool
    offers_public: bool
    decisions: tuple[tuple[int, str], ...]
    reopenings: tuple[tuple[int, str], ...]

    def is_decided(self, lot: str, place: int) -> bool:
        """Whether what was done for a lot may be known: decided since, or before and not reopened between."""
        made = [at for at, decided in self.decisions if lot in (decided, EVERY)]
        again = [at for at, opened in self.reopenings if opened in (lot, EVERY) and at < place]
        return bool(made) and max(made) > max(again, default=-1)


def _so_far(acts: Sequence[Act]) -> _SoFar:
    kinds = frozenset(act.intent.kind for act in acts)
    decided = frozenset(lot_of(act.intent.deed) for act in acts if act.intent.kind in DECIDING)
    called = [act for act in acts if act.intent.kind in CALLED]
    decided |= {lot.id for act in called for lot in act.deed(OfPurchase).requirement.lots}
    chosen = [act.deed(ChooseMethod).closed for act in acts if act.intent.kind == "ChooseMethod"]
    needs = [act.deed(DefineRequirement) for act in acts if act.intent.kind == "DefineRequirement"]
    lots = {lot.id for need in needs for lot in need.lots}
    closed = bool(chosen) and chosen[-1]
    return _SoFar(
        kinds,
        closed,
        lots <= decided if closed else "OpenBids" in kinds,
        _decisions(acts),
        _places(acts, REOPENING),
    )


def _decisions(acts: Sequence[Act]) -> tuple[tuple[int, str], ...]:
    """Where each lot was decided; what a call-off brings, or is bought off the list, was by the framework."""
    called = (act for act in acts if act.intent.kind in CALLED)
    lots = (lot.id for act in called for lot in act.deed(OfPurchase).requirement.lots)
    return (*_places(acts, DECIDING), *((len(acts), lot) for lot in lots))


def _places(acts: Sequence[Act], kinds: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    return tuple(
        (place, lot_of(act.intent.deed))
        for place, act in enumerate(acts)
        if act.intent.kind in kinds
    )


def _is_public(act: Act, so_far: _SoFar, place: int) -> bool:
    deed, kind = act.intent.deed, act.intent.kind
    lot = lot_of(deed)
    if isinstance(deed, PrepareDraw) and deed.rules.draw_id.endswith(INVITATION):
        return True  # handles and salted digests name nobody
    if kind == "OpenBids" and so_far.closed:
        return so_far.offers_public
    return {
        "at_once": True,
        "intention": "PublishIntention" in so_far.kinds,
        "opening": so_far.offers_public,
        "award": so_far.is_decided(lot, place),
        "never": False,
    }[REGISTER[kind].public_from]
