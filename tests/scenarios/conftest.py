"""Scenarios share one world for each stage of a purchase and copy it: each test starts clean and fast."""

import copy

import pytest

import scripts
import world
from sentences import people_read_every_refusal

__all__ = ["people_read_every_refusal"]


@pytest.fixture(scope="session")
def _stages():
    kept = {}

    def at(stage, script):
        key = (stage.__code__, id(script))
        if key not in kept:
            kept[key] = begin(stage, script)
        return kept[key]

    return at


def begin(stage, script):
    made = world.found()
    return made, stage(made, script)


@pytest.fixture
def at(_stages):
    """``at(to_issue, SMALL)`` gives a world and a purchase played that far, yours alone."""

    def fresh(stage, script=scripts.SMALL):
        made, played = _stages(stage, script)
        memo = {id(made.stage.book): made.stage.book, id(made.stage.crypto): made.stage.crypto}
        office = made.office
        for lock in (office.journal._lane, office.views._lock, office.gateway._lock, office.keys._lock):
            memo[id(lock)] = lock
        return copy.deepcopy((made, played), memo)

    return fresh
