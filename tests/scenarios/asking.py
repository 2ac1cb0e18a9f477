"""Asking the law: what a scenario tries, and the codes of what it is told."""

from __future__ import annotations

from dataclasses import replace

import world as worlds
from daylight.client.session import Party, Refused
from daylight.core.acts.kinds import Deed
from daylight.practice.play import Played


def codes(
    made: worlds.TestWorld, party: Party, deed: Deed, docket: str, *, confirms: bool = False
) -> list[str]:
    """The refusal codes of an attempt, sorted; empty where the law admits it."""
    act = made.stage.confirms if confirms else made.stage.acts
    try:
        act(party, deed, docket)
    except Refused as refused:
        found = sorted({refusal.code for refusal in refused.note.refusals})
        assert all(refusal.cites for refusal in refused.note.refusals)
        return found
    return []


def case_of(made: worlds.TestWorld, played: Played):
    """The case as it stands."""
    return made.stage.case(played.case, made.town.buyer)


def changed(deed: Deed, **fields) -> Deed:
    """The deed with other fields."""
    return replace(deed, **fields)
