"""How much of a docket everybody may see: a prefix, so that anyone can fold it without gaps.

An act is public at once, from the intention, from the opening, or once its lot is decided; what follows
when a decided lot is evaluated again waits until it is decided again. Where a method
opens offers without reading them out, what the opening tells waits until every lot is decided. The prefix
ends before the first act that is not yet public. Shown by ``tests/sites/test_api.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from daylight.core.acts.act import Act
from daylight.core.acts.opening import OpenBids
from daylight.core.acts.planning import ChooseMethod, DefineRequirement, PublishIntention
from daylight.core.acts.shapes import UnderFramework, lot_of
from daylight.core.disclosure.register import PUBLICATIONS
from daylight.core.disclosure.row import PublicFrom

EVERY = ""
"""The lot of an act that is about all of them."""


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
    """The framework a case that begins with this act stands under; empty where it stands alone."""
    deed = first.intent.deed
    return deed.framework if isinstance(deed, UnderFramework) else ""


@dataclass(frozen=True)
class _SoFar:
    """What makes acts public: the intention, the offers, where lots were decided or opened again."""

    intention: bool
    offers_public: bool
    decisions: tuple[tuple[int, str], ...]
    reopenings: tuple[tuple[int, str], ...]

    def is_decided(self, lot: str, place: int) -> bool:
        """Whether what was done for a lot may be known: decided since, or before and not reopened between."""
        made = [at for at, decided in self.decisions if lot in (decided, EVERY)]
        again = [at for at, opened in self.reopenings if opened in (lot, EVERY) and at < place]
        return bool(made) and max(made) > max(again, default=-1)


def _so_far(acts: Sequence[Act]) -> _SoFar:
    deeds = [act.intent.deed for act in acts]
    decisions = tuple(_decisions(acts))
    chosen = [deed.closed for deed in deeds if isinstance(deed, ChooseMethod)]
    lots = {lot.id for deed in deeds if isinstance(deed, DefineRequirement) for lot in deed.lots}
    closed = bool(chosen) and chosen[-1]
    return _SoFar(
        any(isinstance(deed, PublishIntention) for deed in deeds),
        lots <= {lot for _, lot in decisions}
        if closed
        else any(isinstance(deed, OpenBids) for deed in deeds),
        decisions,
        tuple(
            (place, lot_of(act.intent.deed))
            for place, act in enumerate(acts)
            if PUBLICATIONS[act.intent.kind].reopens
        ),
    )


def _decisions(acts: Sequence[Act]) -> Iterator[tuple[int, str]]:
    """Where each lot was decided; what begins decided, as a call-off does, stays so."""
    for place, act in enumerate(acts):
        if lots := PUBLICATIONS[act.intent.kind].decides(act):
            begins = isinstance(act.intent.deed, UnderFramework)
            yield from ((len(acts) if begins else place, lot) for lot in lots)


def _is_public(act: Act, so_far: _SoFar, place: int) -> bool:
    row = PUBLICATIONS[act.intent.kind]
    if row.early(act):
        return True
    return {
        PublicFrom.AT_ONCE: True,
        PublicFrom.INTENTION: so_far.intention,
        PublicFrom.OPENING: so_far.offers_public,
        PublicFrom.AWARD: so_far.is_decided(lot_of(act.intent.deed), place),
        PublicFrom.NEVER: False,
    }[row.public_from]
