"""Who stands where: by the figure, then by each way the terms name to break a tie.

Equal bids that nothing separates share a rank (1, 1, 3); where the terms end in a draw, the result says which
of them wait for it. Provision role ``evaluation.ties``. Shown by ``tests/core/evaluation/test_ranking.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import assert_never

from daylight.core.acts.evaluation_terms import EvaluationMethod, EvaluationTerms, RankOn, TieBreak
from daylight.core.evaluation.scoring import Standing

Group = tuple[Standing, ...]


@dataclass(frozen=True)
class Tie:
    """Bids with equal figures in their final order, what separated them, and whether some still are equal."""

    bids: tuple[str, ...]
    separated_by: tuple[TieBreak, ...]
    unresolved: bool


@dataclass(frozen=True)
class Ranking:
    """Bids in order: each with its rank, the ties met on the way, the groups that share a rank."""

    ranks: tuple[tuple[str, int], ...]
    ties: tuple[Tie, ...]
    shared: tuple[tuple[str, ...], ...]

    @property
    def leaders(self) -> tuple[str, ...]:
        """The winner, or all that share the first rank."""
        return tuple(bid for bid, rank in self.ranks if rank == 1)


def ranking(
    terms: EvaluationTerms, placed: Group, draw_order: tuple[str, ...], *, on: RankOn | None = None
) -> Ranking:
    """Rank bids on exact or rounded figures (as the terms say, unless ``on`` asks for the other)."""
    figure = _figure(terms.method, on or terms.rank_on)
    settled = [
        _settle(group, terms.tie_breaks, draw_order)
        for group in _split(tuple(sorted(placed, key=lambda one: one.bid)), figure)
    ]
    groups = [group for parts, _ in settled for group in parts]
    ties = (
        Tie(_bids(sum(parts, ())), by, any(len(part) > 1 for part in parts))
        for parts, by in settled
        if len(sum(parts, ())) > 1
    )
    return Ranking(tuple(_numbered(groups)), tuple(ties), tuple(_bids(g) for g in groups if len(g) > 1))


def _figure(method: EvaluationMethod, on: RankOn) -> Callable[[Standing], Fraction]:
    sign = -1 if method is EvaluationMethod.COMPREHENSIVE_SCORING else 1
    if on is RankOn.EXACT:
        return lambda one: sign * one.figure
    return lambda one: sign * one.figure_rounded


def _settle(
    group: Group, breaks: tuple[TieBreak, ...], draw_order: tuple[str, ...]
) -> tuple[list[Group], tuple[TieBreak, ...]]:
    parts, separated = [group], []
    for tie_break in breaks:
        finer = [piece for part in parts for piece in _break(part, tie_break, draw_order)]
        if len(finer) > len(parts):
            separated.append(tie_break)
        parts = finer
    return parts, tuple(separated)


def _break(group: Group, tie_break: TieBreak, draw_order: tuple[str, ...]) -> list[Group]:
    match tie_break:
        case TieBreak.LOWER_PRICE:
            return _split(group, lambda one: one.evaluated_minor)
        case TieBreak.LOWER_BID_PRICE:
            return _split(group, lambda one: Fraction(one.price.amount_minor))
        case TieBreak.DRAW:
            if not {one.bid for one in group} <= set(draw_order):
                return [group]
            return _split(group, lambda one: Fraction(draw_order.index(one.bid)))
        case _:
            assert_never(tie_break)


def _split(group: Group, key: Callable[[Standing], Fraction]) -> list[Group]:
    return [tuple(part) for _, part in groupby(sorted(group, key=key), key=key)]


def _numbered(groups: list[Group]) -> Iterator[tuple[str, int]]:
    before = 0
    for group in groups:
        yield from ((one.bid, before + 1) for one in group)
        before += len(group)


def _bids(group: Group) -> tuple[str, ...]:
    return tuple(one.bid for one in group)
