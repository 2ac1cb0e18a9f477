"""Many real auctions played again: a few dozen to a world, worlds side by side in processes.

The worlds and their seeds depend on the auctions alone, so any number of processes gives equal results.
Shown by ``tests/practice/test_replay.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from multiprocessing import get_context

from daylight.core.rulebook.law import law_in_force
from daylight.practice.auctions import Auction
from daylight.practice.play import HOUR_MS
from daylight.practice.pocket import Pocket, pocket_world
from daylight.practice.rerun import Outcome, Rerun, Setting, Suppliers
from daylight.store.countries import country_folder, load_rulebook

TO_A_WORLD = 40
EXPERTS = 12
World = tuple[int, Setting, tuple[Auction, ...]]


def replay_all(
    auctions: tuple[Auction, ...], setting: Setting, *, jobs: int, to_a_world: int = TO_A_WORLD
) -> Iterator[tuple[Outcome, ...]]:
    """The outcomes of all auctions, a world at a time, in no certain order."""
    dated = sorted(auctions, key=setting.day_of)
    worlds: list[World] = [
        (start, setting, tuple(dated[start : start + to_a_world]))
        for start in range(0, len(dated), to_a_world)
    ]
    if jobs <= 1 or len(worlds) <= 1:
        yield from map(replay_world, worlds)
        return
    with get_context("spawn").Pool(min(jobs, len(worlds))) as pool:
        yield from pool.imap_unordered(replay_world, worlds)


def replay_world(told: World) -> tuple[Outcome, ...]:
    """Play some auctions in one world, their steps in the order of time."""
    seed, setting, auctions = told
    book = load_rulebook(country_folder(setting.country))
    runs = [
        Rerun(
            auction,
            setting,
            law_in_force(book, setting.territory, setting.day_of(auction), book.usual_method),
        )
        for auction in auctions
    ]
    diary = sorted(
        (
            (at, order, place, step)
            for place, run in enumerate(runs)
            for order, (at, step) in enumerate(run.steps())
        ),
        key=lambda entry: entry[:3],
    )
    experts = EXPERTS if any(run.law.maybe("committee.minimum") for run in runs) else 0
    begin = diary[0][0].later_by(-HOUR_MS)
    world = pocket_world(book, Pocket(seed, experts), territory=setting.territory, begin=begin)
    suppliers: Suppliers = {}
    for at, _, _, step in diary:
        world.stage.clock.move_to(at)
        step(world, suppliers)
    return tuple(run.outcome(world) for run in runs)
